//! `fingerpost deck export`: a handout with a picture of every step.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::ExportArgs;
use super::played::{Played, play};
use super::shelf;
use crate::cli::exit::{self, Failure, Status};
use crate::cli::export::save;
use crate::cli::look::Out;
use crate::cli::sources::{self, Sources};
use crate::domain::Pack;
use crate::domain::deck::{Deck, PollLog};
use crate::handout::{self, Format, Picture, Points, ShownStep};
use crate::picture;
use crate::store::{self, InPlaceOf};

/// Answers it.
///
/// # Errors
/// Wrong usage, faulty data, or a file that cannot be written.
pub fn run(pack: &Arc<Pack>, sources: &Sources, args: &ExportArgs, out: &Out) -> Result<Status, Failure> {
    let deck = shelf::find(pack, sources, &args.deck)?.deck;
    let log = poll_log(sources, &deck)?;
    let on = args.wish.day();
    let played = play(pack, &deck, on);
    for (at, step) in played.iter().enumerate() {
        for missed in &step.missed {
            exit::complain(&format!("step {}: {missed}", at + 1));
        }
    }
    let format = save::wished_format(&args.wish);
    let beside = beside(args.wish.output.as_deref(), format);
    let steps: Vec<ShownStep> = played
        .into_iter()
        .enumerate()
        .map(|(at, played)| shown(played, at, beside.as_deref(), format, args.notes))
        .collect::<Result<_, _>>()?;
    let made = handout::deck(pack, &deck, &steps, log.as_ref(), on);
    save::save(&made, &args.wish, out)?;
    if let Some(folder) = beside {
        save_pictures(&folder, &steps)?;
    }
    Ok(Status::Answered)
}

/// What rooms answered to its polls, as far as that was noted.
fn poll_log(sources: &Sources, deck: &Deck) -> Result<Option<PollLog>, Failure> {
    let Some(path) = sources.data_folder().map(|folder| folder.polls(&deck.slug)).filter(|path| path.is_file()) else {
        return Ok(None);
    };
    let bytes = store::read_file(&path).map_err(sources::unreadable)?;
    let name = path.display().to_string();
    crate::pack::read_poll_log(&name, &bytes).map(Some).map_err(|faults| {
        let first = faults.first().map_or(String::new(), ToString::to_string);
        Failure::Data(format!("{first}. Move the file away to export the deck without it."))
    })
}

/// The folder for the pictures beside a Markdown file: `deck-pictures` beside `deck.md`.
fn beside(output: Option<&Path>, format: Option<Format>) -> Option<PathBuf> {
    let file = output.filter(|path| *path != Path::new("-") && format == Some(Format::Markdown))?;
    let stem = file.file_stem().and_then(OsStr::to_str)?;
    Some(file.with_file_name(format!("{stem}-pictures")))
}

fn shown(
    played: Played,
    at: usize,
    beside: Option<&Path>,
    format: Option<Format>,
    with_notes: bool,
) -> Result<ShownStep, Failure> {
    let folder = beside.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let points = match format {
        Some(Format::Pdf) => {
            let (width, height, rgba) = picture::pixels(&played.svg).map_err(anyhow::Error::new)?;
            Some(Points { width, height, rgba: rgba.into() })
        }
        _ => None,
    };
    Ok(ShownStep {
        words: played.words,
        notes: if with_notes { played.notes } else { Vec::new() },
        poll: played.poll,
        picture: Picture {
            says: played.says,
            svg: played.svg,
            points,
            file: folder.map(|folder| format!("{folder}/{}", file_name(at))),
        },
        assumed: played.assumed,
    })
}

fn file_name(at: usize) -> String {
    format!("step-{:02}.svg", at + 1)
}

fn save_pictures(folder: &Path, steps: &[ShownStep]) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let words = format!("{} could not be made; choose another place with -o", folder.display());
        Failure::Program(anyhow::Error::new(error).context(words))
    })?;
    for (at, step) in steps.iter().enumerate() {
        let path = folder.join(file_name(at));
        store::save(&path, step.picture.svg.as_bytes(), InPlaceOf::Anything).map_err(sources::unreadable)?;
    }
    Ok(())
}
