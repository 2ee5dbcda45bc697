//! `fingerpost deck new`: a template to be changed.

use std::path::Path;

use super::args::NewArgs;
use crate::cli::exit::{Failure, Status};
use crate::cli::look::{self, Out};
use crate::cli::sources;
use crate::cli::text::{Page, Tone};
use crate::store::{self, InPlaceOf};

/// A deck in which everything that can be said is said once, with a comment.
pub(super) const TEMPLATE: &str = include_str!("../../../assets/deck-template.toml");

#[derive(serde::Serialize)]
struct SavedDocument {
    saved: String,
    bytes: usize,
}

/// Writes it.
///
/// # Errors
/// A file that is there already, or cannot be written.
pub fn run(args: &NewArgs, out: &Out) -> Result<Status, Failure> {
    let Some(path) = args.file.as_deref().filter(|path| *path != Path::new("-")) else {
        look::write(TEMPLATE.as_bytes())?;
        return Ok(Status::Answered);
    };
    let in_place_of = if args.force { InPlaceOf::Anything } else { InPlaceOf::Nothing };
    store::save(path, TEMPLATE.as_bytes(), in_place_of).map_err(sources::unreadable)?;
    let saved = path.display().to_string();
    out.answer(
        || SavedDocument { saved: saved.clone(), bytes: TEMPLATE.len() },
        |page: &mut Page| {
            page.paragraph(format!("Saved: {saved}"), Tone::Plain);
            page.paragraph(format!("Change it, then try it out: fingerpost deck check {saved}"), Tone::Faint);
        },
    )?;
    Ok(Status::Answered)
}
