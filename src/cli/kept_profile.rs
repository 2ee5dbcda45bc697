//! `--profile NAME`: one of the profiles kept in the data folder, by its name or label. A file of that name goes first.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::Command;
use super::exit::Failure;
use super::names::{self, Named};
use super::sources::{Sources, unreadable};
use super::text::plain;
use crate::domain::id::Slug;
use crate::store::ListedProfile;

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
    let mut listed = sources.kept_profiles(&Arc::new(sources.pack()?))?.list().map_err(unreadable)?;
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

/// The name of the kept profile that is meant, for what is changed where it is kept.
///
/// # Errors
/// As [`named`], and wrong usage when it is a file from elsewhere.
pub fn kept(sources: &Sources, typed: &Path) -> Result<Slug, Failure> {
    let found = named(sources, typed)?.and_then(|profile| Slug::parse(&profile.name));
    let elsewhere = "that takes the name of one of your own profiles; `fingerpost profile list` lists them.";
    found.ok_or_else(|| Failure::Usage(format!("{}: {elsewhere}", plain(&typed.display().to_string()))))
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
