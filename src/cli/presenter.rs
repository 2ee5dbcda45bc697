//! `fingerpost presenter`: the presenter's view of a deck that another terminal shows.

use clap::Args;

use super::args::{GlobalArgs, themes};
use super::exit::{Failure, Status};
use super::log;
use super::look;
use super::sources::Sources;
use crate::store::StageDoor;
use crate::tui;
use crate::ui::{GlyphSet, Theme};

/// `fingerpost presenter`.
#[derive(Debug, Args)]
#[command(
    after_help = "The other terminal shows the deck: fingerpost --deck ID, or 8 in fingerpost. Both have to use the \
                        same folder (--data), and belong to the same user of this machine. Nothing leaves it."
)]
pub struct PresenterArgs {
    /// Colours [default: as the terminal allows]
    #[arg(long, value_name = "NAME", value_parser = themes())]
    pub theme: Option<Theme>,
    /// Draw with plain letters only, for terminals and fonts without box lines
    #[arg(long)]
    pub ascii: bool,
}

/// Opens it and comes back when the user leaves.
///
/// # Errors
/// Wrong usage, or a terminal that cannot be used.
pub fn run(sources: &Sources, global: &GlobalArgs, args: &PresenterArgs) -> Result<Status, Failure> {
    if global.format == look::Format::Json {
        return Err(Failure::Usage("The presenter's view is for a terminal; it has no --format json.".to_owned()));
    }
    let data = sources.data_folder().ok_or_else(|| {
        Failure::Usage("there is no folder for your own files on this system; name one with --data DIR.".to_owned())
    })?;
    log::start_always(sources);
    let presenting = tui::presenter::Presenting {
        door: StageDoor::of(data),
        theme: args.theme,
        glyphs: args.ascii.then_some(GlyphSet::Ascii),
        colour: if global.no_color { tui::Colour::Never } else { tui::Colour::Auto },
        data_folder: Some(data.path().to_owned()),
    };
    match tui::presenter::present(presenting) {
        Ok(tui::Ended::Quit) => Ok(Status::Answered),
        Ok(ended @ tui::Ended::Signal(_)) => Ok(Status::Signal(ended.status())),
        Err(error) => Err(Failure::Program(error.into())),
    }
}
