//! `fingerpost` alone: the terminal interface.

use super::args::Cli;
use super::exit::{Failure, Status};
use super::log;
use super::look;
use super::sources::{self, Sources};
use crate::tui;

/// Opens it and comes back when the user leaves.
///
/// # Errors
/// Wrong usage, faulty data, or a terminal that cannot be used.
pub fn run(sources: &Sources, cli: &Cli) -> Result<Status, Failure> {
    if cli.global.format == look::Format::Json {
        return Err(Failure::Usage(
            "--format json goes with a command, for instance `fingerpost roles --format json`.".into(),
        ));
    }
    let pack = sources.pack()?;
    let profile = sources::who(&pack, cli.open.persona.as_deref(), cli.open.profile.as_deref())?;
    log::start_always(sources);
    let options = tui::Options {
        pack_label: String::new(),
        pack,
        profile,
        data_folder: sources.data_folder().map(|f| f.path().to_owned()).unwrap_or_default(),
        theme: cli.open.theme.clone(),
        ascii: cli.open.ascii,
        no_color: cli.global.no_color || look::no_color(),
    };
    tui::run(options)?;
    Ok(Status::Answered)
}
