//! `--profile NAME`: one of the profiles kept in the data folder, by its name or label. A file of that name goes first.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Command;
use super::exit::Failure;
use super::names::{self, Named};
use super::sources::{Sources, unreadable};
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::store::{KeptProfiles, ListedProfile};

/// The user's own profiles, where they are kept.
///
/// # Errors
/// Wrong usage when the system knows no home for the user and no folder was named.
pub fn profiles(sources: &Sources, pack: Pack) -> Result<KeptProfiles, Failure> {
    let folder = sources.data_folder().ok_or_else(|| {
        Failure::Usage("there is no folder for your own profiles on this system; name one with --data DIR.".to_owned())
    })?;
    Ok(KeptProfiles::in_data_folder(folder, Arc::new(pack)))
}

/// Which of the kept profiles is meant; nothing when a file is meant.
///
/// # Errors
/// Wrong usage with the nearest names when it is neither; program failure when the folder cannot be read.
pub fn named(sources: &Sources, typed: &Path) -> Result<Option<ListedProfile>, Failure> {
    let is_path = typed.components().count() > 1 || typed.extension().is_some();
    let (false, false, Some(text)) = (typed.exists(), is_path, typed.to_str()) else { return Ok(None) };
    if sources.data_folder().is_none() {
        return Ok(None);
    }
    let mut listed = profiles(sources, sources.pack()?)?.list().map_err(unreadable)?;
    listed.retain(|profile| Slug::parse(&profile.name).is_some());
    let title = |profile: &ListedProfile| {
        profile.portfolio.as_ref().ok().and_then(Option::as_ref).map_or(String::new(), |own| own.profile.title.clone())
    };
    let all: Vec<Named<usize>> = listed
        .iter()
        .enumerate()
        .map(|(id, profile)| Named { id, slug: profile.name.clone(), title: title(profile) })
        .collect();
    let remedy = "`fingerpost profile list` lists yours; a file is named with its ending, for instance me.toml";
    let found = names::resolve(&all, text, "profile", remedy)?;
    Ok(Some(listed.swap_remove(found)))
}

/// Puts the file of a kept profile in the place of its name, on whatever command names one.
///
/// # Errors
/// As [`named`].
pub fn settle(sources: &Sources, command: &mut Command) -> Result<(), Failure> {
    let Some(typed) = command.profile_mut() else { return Ok(()) };
    let found: Option<PathBuf> = named(sources, typed)?.map(|profile| profile.path);
    if let Some(path) = found {
        *typed = path;
    }
    Ok(())
}
