//! `fingerpost posts correct`: what the user says about the role of a post comes before what the program thinks.

use serde::Serialize;

use super::args::CorrectArgs;
use crate::cli::exit::{Failure, Status};
use crate::cli::look::Out;
use crate::cli::sources::{self, Sources};
use crate::cli::text::{Tone, plain};
use crate::cli::{json, names};
use crate::domain::Pack;
use crate::domain::advert::correction::Correction;
use crate::domain::advert::reference;
use crate::domain::nearest::nearest;
use crate::domain::post::Post;

#[derive(Debug, Serialize)]
struct CorrectDocument<'p> {
    id: &'p str,
    reference: &'p str,
    role: Option<&'p str>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage for a post or role that is not known, program failure when nothing can be kept.
pub fn run(sources: &Sources, args: &CorrectArgs, out: &Out) -> Result<Status, Failure> {
    let pack = sources.pack_with_posts()?;
    let kept = sources.kept_posts()?;
    let post = find(&pack, &args.reference)?;
    let name = if post.reference.is_empty() { &post.id } else { &post.reference };
    // Nobody else changes them between reading and writing.
    let held = kept.hold().map_err(sources::unreadable)?;
    let mut corrections = held.corrections().map_err(sources::unreadable)?;
    let on = jiff::Zoned::now().date();
    match args.role.trim() {
        "auto" => {
            corrections.remove(name);
        }
        "none" => corrections.set(name, Correction { role: None, on }),
        typed => {
            let role = names::role(&pack, typed)?;
            corrections.set(name, Correction { role: Some(pack.role(role).slug.clone()), on });
        }
    }
    held.keep_corrections(&corrections).map_err(sources::unreadable)?;
    drop(held);
    let pack = sources.pack_with_posts()?;
    let post = find(&pack, &args.reference)?;
    let role = post.role.map(|matched| matched.role);
    out.answer(
        || CorrectDocument { id: &post.id, reference: &post.reference, role: role.map(|role| json::role(&pack, role)) },
        |page| {
            let now = role.map_or("no role of the pack", |role| pack.role(role).title.as_str());
            page.paragraph(format!("{} ({}): {now}", post.title, post.id), Tone::Plain);
        },
    )?;
    Ok(Status::Answered)
}

/// The post that a reference or an id names.
///
/// # Errors
/// Wrong usage with the nearest ids, when there is none.
pub(super) fn find<'p>(pack: &'p Pack, typed: &str) -> Result<&'p Post, Failure> {
    let posts = &pack.tables().posts;
    let wanted = reference::key(typed);
    let by_reference = |post: &&Post| !post.reference.is_empty() && reference::key(&post.reference) == wanted;
    let found =
        posts.iter().find(by_reference).or_else(|| posts.iter().find(|post| reference::key(&post.id) == wanted));
    found.ok_or_else(|| {
        let near = nearest(typed, posts.iter().map(|post| post.id.as_str()), 3);
        let hint = if near.is_empty() { String::new() } else { format!(". The nearest: {}", near.join(", ")) };
        Failure::Usage(format!("there is no post {:?}{hint}; `fingerpost posts` lists them all.", plain(typed)))
    })
}
