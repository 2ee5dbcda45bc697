//! Where a handout goes: into a file of its own, or to standard output.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use serde::Serialize;

use super::args::WishArgs;
use crate::cli::exit::Failure;
use crate::cli::look::{self, Out};
use crate::cli::sources;
use crate::cli::text::{Page, Tone};
use crate::handout::{Format, Handout, HandoutError};
use crate::store::{self, InPlaceOf};

/// What is said when a file was written.
#[derive(Serialize)]
struct SavedDocument {
    saved: String,
    bytes: usize,
}

/// Writes the handout where it is wanted.
///
/// # Errors
/// Wrong usage, a handout that has nothing to show in the format, or a file that cannot be written.
pub fn save(handout: &Handout, wish: &WishArgs, out: &Out) -> Result<(), Failure> {
    let file = wish.output.as_deref().filter(|path| *path != Path::new("-"));
    let format = format(handout, wish)?;
    if file.is_none() {
        only_the_handout(handout, format, out)?;
    }
    let bytes = handout.write(format).map_err(refused)?;
    let Some(path) = file else { return look::write(&bytes) };
    let in_place_of = if wish.force { InPlaceOf::Anything } else { InPlaceOf::Nothing };
    store::save(path, &bytes, in_place_of).map_err(sources::unreadable)?;
    let saved = path.display().to_string();
    out.answer(
        || SavedDocument { saved: saved.clone(), bytes: bytes.len() },
        |page: &mut Page| page.paragraph(format!("Saved: {saved}"), Tone::Plain),
    )
}

/// The format that was named, or the one that the file's name ends like; nothing where neither says one.
pub fn wished_format(wish: &WishArgs) -> Option<Format> {
    let ending = || wish.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    wish.handout_format.or_else(|| ending().and_then(Format::from_ending))
}

fn format(handout: &Handout, wish: &WishArgs) -> Result<Format, Failure> {
    wished_format(wish).ok_or_else(|| {
        let formats = Format::ALL.map(Format::slug).join(", ");
        let name = handout.file_name(Format::Pdf);
        Failure::Usage(format!(
            "say in which format: --as {formats}; or name a file that ends so, for instance -o {name}."
        ))
    })
}

/// Standard output carries the handout and nothing else, in the form that was asked for, and no PDF into a terminal.
fn only_the_handout(handout: &Handout, format: Format, out: &Out) -> Result<(), Failure> {
    if out.format == look::Format::Json && format != Format::Json {
        return Err(Failure::Usage(
            "--format json goes with --as json, or with -o FILE to have JSON on what was saved.".to_owned(),
        ));
    }
    if format.is_binary() && io::stdout().is_terminal() {
        let name = handout.file_name(format);
        return Err(Failure::Usage(format!("a PDF is nothing for a terminal; name a file, for instance -o {name}.")));
    }
    Ok(())
}

fn refused(error: HandoutError) -> Failure {
    match error {
        HandoutError::Missing(why) => Failure::Usage(format!("{why}.")),
        HandoutError::Pdf(_) => Failure::Program(error.into()),
    }
}
