//! Which decks there are: those of the pack, and the user's own, which stand in for those of the same id.

use std::path::Path;

use crate::cli::exit::{self, Failure};
use crate::cli::names::{self, Named};
use crate::cli::sources::{self, Sources};
use crate::domain::Pack;
use crate::domain::deck::Deck;
use crate::pack::Fault;
use crate::store::{self, DataFolder, WhyFaulty};

/// A deck and where it stands.
#[derive(Debug, Clone)]
pub struct Shelved {
    /// The deck.
    pub deck: Deck,
    /// The file of one of the user's own; nothing for one of the pack.
    pub file: Option<String>,
    /// What is odd in it and does no harm.
    pub warnings: Vec<Fault>,
}

/// All decks by id. Own ones that are faulty are told on standard error and left out.
pub fn all(pack: &Pack, sources: &Sources) -> Vec<Shelved> {
    let folder = sources.data_folder().map(DataFolder::decks);
    let (own, unfit) = folder.map(|folder| store::own_decks(&folder, pack)).unwrap_or_default();
    for deck in &unfit {
        let name = deck.path.display();
        match &deck.why {
            WhyFaulty::Unreadable(error) => exit::complain(&error.to_string()),
            WhyFaulty::Faults(faults) => {
                let first = faults.first().map_or(String::new(), ToString::to_string);
                exit::complain(&format!("{name} is left out: {first}; `fingerpost deck check {name}` says all"));
            }
        }
    }
    let own = own.into_iter().map(|own| Shelved {
        deck: own.deck,
        file: Some(own.path.display().to_string()),
        warnings: own.warnings,
    });
    let of_pack = pack.tables().decks.iter().cloned();
    let of_pack = of_pack.map(|deck| Shelved { deck, file: None, warnings: Vec::new() });
    let mut all: Vec<Shelved> = own.chain(of_pack).collect();
    all.sort_by(|a, b| a.deck.slug.cmp(&b.deck.slug));
    all.dedup_by(|later, first| later.deck.slug == first.deck.slug);
    all
}

/// The deck that is meant by an id, a title or a file.
///
/// # Errors
/// Wrong usage with the nearest ids for one that is not known, faulty data for a file that is no deck.
pub fn find(pack: &Pack, sources: &Sources, typed: &str) -> Result<Shelved, Failure> {
    let path = Path::new(typed);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        return match store::read_deck_file(path, pack) {
            Ok(own) => Ok(Shelved { deck: own.deck, file: Some(typed.to_owned()), warnings: own.warnings }),
            Err(WhyFaulty::Unreadable(error)) => Err(sources::unreadable(error)),
            Err(WhyFaulty::Faults(faults)) => Err(Failure::faulty_deck(typed, &faults)),
        };
    }
    let all = all(pack, sources);
    let named: Vec<Named<usize>> = all
        .iter()
        .enumerate()
        .map(|(id, one)| Named { id, slug: one.deck.slug.to_string(), title: one.deck.title.clone() })
        .collect();
    let at = names::resolve(&named, typed, "deck", "`fingerpost deck list` lists them all")?;
    Ok(all[at].clone())
}
