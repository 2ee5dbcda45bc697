//! `fingerpost` alone: the terminal interface.

use std::sync::Arc;

use super::args::Cli;
use super::exit::{Failure, Status};
use super::kept_profile;
use super::log;
use super::look;
use super::sources::{self, Sources};
use crate::app::{Start, Who};
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::domain::nearest::nearest;
use crate::store::{self, KeptDecks, KeptProfiles, StageDoor};
use crate::tui;
use crate::ui::GlyphSet;

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
    log::start_always(sources);
    let (pack, remark) = sources.pack_with_remarks()?;
    let asked = cli.open.profile.as_deref();
    let kept = asked.map(|typed| kept_profile::named(sources, typed)).transpose()?.flatten();
    let file = asked.filter(|_| kept.is_none());
    let profile = sources::who(&pack, cli.open.persona.as_deref(), file)?;
    let pack = Arc::new(pack);
    let decks = sources.data_folder().map(|folder| KeptDecks::own(folder, Arc::clone(&pack)));
    let deck = cli.open.deck.as_deref().map(|id| named_deck(id, &pack, decks.as_ref())).transpose()?;
    let options = tui::Options {
        own: sources.data_folder().map(|folder| KeptProfiles::in_data_folder(folder, Arc::clone(&pack))),
        profile: kept.and_then(|kept| Slug::parse(&kept.name)),
        pack,
        decks,
        door: sources.data_folder().map(StageDoor::of),
        own_posts: sources.kept_posts().ok(),
        start: Start {
            who: profile.map_or(Who::Unsaid, Who::Profile),
            deck,
            by_itself: cli.open.auto,
            handouts: store::handout_folder(|name| std::env::var_os(name)),
            today: jiff::Zoned::now().date(),
            remarks: remark.into_iter().collect(),
            ..Start::default()
        },
        data_folder: sources.data_folder().map(|folder| folder.path().to_owned()),
        theme: cli.open.theme,
        glyphs: cli.open.ascii.then_some(GlyphSet::Ascii),
        colour: if cli.global.no_color { tui::Colour::Never } else { tui::Colour::Auto },
    };
    match tui::run(options) {
        Ok(tui::Ended::Quit) => Ok(Status::Answered),
        Ok(ended @ tui::Ended::Signal(_)) => Ok(Status::Signal(ended.status())),
        Err(error) => Err(Failure::Program(error.into())),
    }
}

/// The id of a deck of the pack or of the user's own.
fn named_deck(id: &str, pack: &Pack, kept: Option<&KeptDecks>) -> Result<Slug, Failure> {
    let own = kept.map_or(Vec::new(), KeptDecks::read).into_iter().filter_map(|read| read.deck.ok());
    let ids: Vec<Slug> = pack.tables().decks.iter().cloned().chain(own).map(|deck| deck.slug).collect();
    ids.iter().find(|known| known.as_str() == id).cloned().ok_or_else(|| {
        let near = nearest(id, ids.iter().map(Slug::as_str), 3);
        let hint = if near.is_empty() {
            "press 8 in fingerpost for the list".to_owned()
        } else {
            format!("is {} meant?", near.join(" or "))
        };
        Failure::Usage(format!("There is no deck {id:?}; {hint}"))
    })
}
