//! From what people type to what the pack holds: ids, unmistakable titles, and the nearest names when it is neither.

use std::collections::BTreeSet;

use super::exit::Failure;
use super::text::plain;
use crate::domain::Pack;
use crate::domain::id::{FamilyId, RoleId, TrainingId};
use crate::domain::nearest::{closest, nearest};

/// Something that has an id and a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<Id> {
    /// What it is in the pack.
    pub id: Id,
    /// Its id in words.
    pub slug: String,
    /// Its title.
    pub title: String,
}

/// The role that `typed` names.
///
/// # Errors
/// Wrong usage with the nearest roles, when no role or more than one is meant.
pub fn role(pack: &Pack, typed: &str) -> Result<RoleId, Failure> {
    let named = |id| Named { id, slug: pack.role(id).slug.to_string(), title: pack.role(id).title.clone() };
    resolve(&pack.role_ids().map(named).collect::<Vec<_>>(), typed, "role", "`fingerpost roles` lists them all")
}

/// The training item that `typed` names.
///
/// # Errors
/// Wrong usage with the nearest items, when no item or more than one is meant.
pub fn training(pack: &Pack, typed: &str) -> Result<TrainingId, Failure> {
    let named = |id| Named { id, slug: pack.training(id).slug.to_string(), title: pack.training(id).title.clone() };
    resolve(
        &pack.training_ids().map(named).collect::<Vec<_>>(),
        typed,
        "training item",
        "`fingerpost training` lists them all",
    )
}

/// The family that `typed` names.
///
/// # Errors
/// Wrong usage with the nearest families, when no family is meant.
pub fn family(pack: &Pack, typed: &str) -> Result<FamilyId, Failure> {
    let families = &pack.tables().families;
    let named = families.iter().enumerate().map(|(at, family)| Named {
        id: FamilyId::from_index(at),
        slug: family.slug.to_string(),
        title: family.title.clone(),
    });
    let all = families.iter().map(|family| family.slug.as_str()).collect::<Vec<_>>().join(", ");
    resolve(&named.collect::<Vec<_>>(), typed, "family", &format!("there are {all}"))
}

/// The training items in a list separated by commas.
///
/// # Errors
/// Wrong usage with the nearest items for the first name that is not known.
pub fn training_list(pack: &Pack, typed: &str) -> Result<BTreeSet<TrainingId>, Failure> {
    let words = typed.split(',').map(str::trim).filter(|word| !word.is_empty());
    words.map(|word| training(pack, word)).collect()
}

/// The one of `all` that `typed` names by id or title; `what` and `where_listed` are for the message.
///
/// # Errors
/// Wrong usage with the nearest names, when none or more than one is meant.
pub fn resolve<Id: Copy>(all: &[Named<Id>], typed: &str, what: &str, where_listed: &str) -> Result<Id, Failure> {
    let wanted = key(typed);
    if let Some(found) = all.iter().find(|named| named.slug == wanted) {
        return Ok(found.id);
    }
    let titled: Vec<&Named<Id>> = all.iter().filter(|named| key(&named.title) == wanted).collect();
    let shown = plain(typed);
    match titled.as_slice() {
        [only] => Ok(only.id),
        [] => Err(Failure::Usage(format!("there is no {what} {shown:?}{}; {where_listed}.", suggestion(all, &wanted)))),
        several => {
            Err(Failure::Usage(format!("more than one {what} is called {shown:?}: {}; give the id.", list(several))))
        }
    }
}

/// `text` as an id would have it: lower case, everything that is neither letter nor digit as single hyphens.
fn key(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join("-")
}

fn suggestion<Id>(all: &[Named<Id>], wanted: &str) -> String {
    let near = near(all, wanted);
    if near.is_empty() { String::new() } else { format!(". The nearest: {}", list(&near)) }
}

fn list<Id>(named: &[&Named<Id>]) -> String {
    named.iter().map(|one| label(one)).collect::<Vec<_>>().join(", ")
}

fn label<Id>(one: &Named<Id>) -> String {
    let (slug, title) = (plain(&one.slug), plain(&one.title));
    if slug == title { slug.into_owned() } else { format!("{slug} ({title})") }
}

const SUGGESTIONS: usize = 4;
/// How many are named when none of them is like what was typed.
const FAR_SUGGESTIONS: usize = 3;

/// The names most like `wanted`, by id first, then by title; the least unlike ids when none is like it.
fn near<'n, Id>(all: &'n [Named<Id>], wanted: &str) -> Vec<&'n Named<Id>> {
    let titles: Vec<String> = all.iter().map(|named| key(&named.title)).collect();
    let by_id = nearest(wanted, all.iter().map(|named| named.slug.as_str()), SUGGESTIONS);
    let by_title = nearest(wanted, titles.iter().map(String::as_str), SUGGESTIONS);
    let mut found: Vec<&Named<Id>> = Vec::new();
    let slugs = by_id.into_iter().filter_map(|slug| all.iter().find(|named| named.slug == slug));
    let by_its_title = by_title
        .into_iter()
        .flat_map(|title| all.iter().zip(&titles).filter(move |(_, other)| *other == title).map(|(named, _)| named));
    for named in slugs.chain(by_its_title) {
        if found.iter().all(|other| other.slug != named.slug) {
            found.push(named);
        }
    }
    if found.is_empty() {
        let far = closest(wanted, all.iter().map(|named| named.slug.as_str()), FAR_SUGGESTIONS);
        found.extend(far.into_iter().filter_map(|slug| all.iter().find(|named| named.slug == slug)));
    }
    found.truncate(SUGGESTIONS);
    found
}

#[cfg(test)]
mod tests {
    use super::{Named, resolve};

    fn roles() -> Vec<Named<usize>> {
        [
            ("ward-manager", "Ward manager"),
            ("deputy-ward-manager", "Deputy ward manager"),
            ("trust-chief-executive", "Trust chief executive (CEO)"),
            ("icb-chief-executive", "Chief executive"),
            ("place-director", "Director"),
            ("programme-director", "Director"),
        ]
        .into_iter()
        .enumerate()
        .map(|(id, (slug, title))| Named { id, slug: slug.into(), title: title.into() })
        .collect()
    }

    fn found(typed: &str) -> Result<usize, String> {
        resolve(&roles(), typed, "role", "see the list").map_err(|failure| failure.message().unwrap_or_default())
    }

    #[test]
    fn ids_and_unmistakable_titles_are_understood() {
        assert_eq!(found("ward-manager"), Ok(0));
        assert_eq!(found("Ward Manager"), Ok(0));
        assert_eq!(found(" chief executive "), Ok(3));
        assert_eq!(found("Trust chief executive (CEO)"), Ok(2));
    }

    #[test]
    fn a_title_that_two_share_is_not_guessed() {
        let message = found("director").expect_err("two directors");
        assert!(message.contains("place-director") && message.contains("programme-director"), "{message}");
    }

    #[test]
    fn a_slip_gets_the_nearest_names_and_nonsense_gets_three() {
        let message = found("ward-manger").expect_err("a slip");
        assert!(message.contains("The nearest: ward-manager (Ward manager), deputy-ward-manager"), "{message}");
        assert!(found("trust chief exec").expect_err("half a name").contains("The nearest: trust-chief-executive"));
        let message = found("xyzzy").expect_err("nonsense");
        let named = message.split("The nearest: ").nth(1).map(|names| names.matches(" (").count());
        assert_eq!(named, Some(3), "{message}");
        assert!(found("").is_err());
    }

    #[test]
    fn what_was_typed_is_shown_without_its_control_characters() {
        assert!(!found("ward\u{1b}[31m").expect_err("no role").contains('\u{1b}'));
    }
}
