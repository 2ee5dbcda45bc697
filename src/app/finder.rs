//! What the find layer and the palette list.

use std::collections::BTreeSet;

use super::App;
use super::action::Action;
use super::find::{Match, search};
use super::posts::Hits;
use super::table::{ROWS, Row};
use crate::domain::id::{OrganisationId, PostId, RoleId, TrainingId};

/// Something that can be found by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A role.
    Role(RoleId),
    /// A training item.
    Training(TrainingId),
    /// An organisation with posts.
    Organisation(OrganisationId),
    /// A post.
    Post(PostId),
}

/// Why something is looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Purpose {
    /// To look at it.
    #[default]
    Look,
    /// To make a role the target.
    Target,
    /// To say which role one holds.
    Me,
}

/// A line of finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// What was found.
    pub what: T,
    /// Which characters of its title were matched.
    pub letters: Vec<usize>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Finds {
    /// Best first; the posts stand together, where the best of them belongs.
    pub list: Vec<Found<Thing>>,
    /// How many posts are in it.
    pub posts: usize,
    /// How many posts fit in all.
    pub all_posts: usize,
}

/// The most posts that are listed among what is found.
const MOST_POSTS: usize = 20;

impl App {
    /// The roles and, where they are wanted, the training, organisations with posts and posts that fit what is typed, best
    /// first. A post has to hold every word as it is typed; in the others a word may be misspelt.
    #[must_use]
    pub fn found(&self, typed: &str, purpose: Purpose) -> Finds {
        let pack = self.pack();
        let mut things: Vec<(Thing, &str, &str)> = pack
            .role_ids()
            .map(|id| (Thing::Role(id), pack.role(id).title.as_str(), pack.role(id).slug.as_str()))
            .collect();
        if purpose == Purpose::Look {
            things.extend(pack.training_ids().map(|id| {
                let item = pack.training(id);
                (Thing::Training(id), item.title.as_str(), item.slug.as_str())
            }));
        }
        let is_typed = !typed.trim().is_empty();
        let table = self.posts_view().table().filter(|_| purpose == Purpose::Look && is_typed);
        things.extend(table.iter().flat_map(|table| table.kinds().organisations.keys()).map(|id| {
            let organisation = pack.organisation(*id);
            (Thing::Organisation(*id), organisation.name.as_str(), organisation.ods.as_str())
        }));
        let titles: Vec<String> = things.iter().map(|(_, title, _)| (*title).to_owned()).collect();
        let ids: Vec<String> = things.iter().map(|(.., id)| (*id).to_owned()).collect();
        let wished = if purpose == Purpose::Target { self.wishes().targets } else { BTreeSet::new() };
        let ahead = |index: usize| match things[index].0 {
            Thing::Role(role) if wished.contains(&role) => ROLES_AHEAD + WISHED_AHEAD,
            Thing::Role(_) => ROLES_AHEAD,
            Thing::Organisation(_) => ORGANISATIONS_AHEAD,
            Thing::Training(_) | Thing::Post(_) => 0,
        };
        let mut list = by_title_or_id(typed, (&titles, &ids), ahead, |index| things[index].0);
        let hits = table.map_or_else(Hits::default, |table| table.find(typed, self.today(), MOST_POSTS));
        let (posts, score) = self.posts_found(typed, &hits);
        let at = list.partition_point(|(better, _)| *better >= score);
        let finds = (posts.len(), hits.all);
        list.splice(at..at, posts.into_iter().map(|found| (score, found)));
        Finds { list: list.into_iter().map(|(_, found)| found).collect(), posts: finds.0, all_posts: finds.1 }
    }

    /// The posts with the letters of their titles that were matched, and how well the best of them fits.
    fn posts_found(&self, typed: &str, hits: &Hits) -> (Vec<Found<Thing>>, u32) {
        let posts = || hits.best.iter().map(|id| self.pack().post(*id));
        let titles: Vec<String> = posts().map(|post| post.title.clone()).collect();
        let lines: Vec<String> = posts()
            .map(|post| {
                [&post.title, &post.employer, &post.town, &post.grade, &post.reference].map(String::as_str).join(" ")
            })
            .collect();
        let fits = by_title_or_id(typed, (&titles, &lines), |_| 0, |index| index);
        let best = fits.first().map_or(0, |(score, _)| *score);
        let mut letters = vec![Vec::new(); hits.best.len()];
        for (_, found) in fits {
            letters[found.what] = found.letters;
        }
        let found = hits.best.iter().zip(letters).map(|(id, letters)| Found { what: Thing::Post(*id), letters });
        (found.collect(), best)
    }

    /// The actions whose title or id fits what is typed, best first.
    #[must_use]
    pub fn actions(&self, typed: &str) -> Vec<Found<&'static Row>> {
        let rows: Vec<&'static Row> = ROWS.iter().filter(|row| row.action != Action::Palette).collect();
        let titles: Vec<String> = rows.iter().map(|row| row.title.to_owned()).collect();
        let ids: Vec<String> = rows.iter().map(|row| row.id.to_owned()).collect();
        by_title_or_id(typed, (&titles, &ids), |_| 0, |index| rows[index]).into_iter().map(|(_, found)| found).collect()
    }
}

/// What a role is ahead of training that fits as well: less than one word found better, more than a shorter title.
const ROLES_AHEAD: u32 = 60;
/// What a role that is wished for is ahead of others, when a target is looked for.
const WISHED_AHEAD: u32 = 30;
/// What an organisation is ahead of training that fits as well.
const ORGANISATIONS_AHEAD: u32 = 30;

/// How well something fits, and what it is.
type Ranked<T> = (u32, Found<T>);

pub(in crate::app) fn by_title_or_id<T>(
    typed: &str,
    (titles, ids): (&[String], &[String]),
    ahead: impl Fn(usize) -> u32,
    what: impl Fn(usize) -> T,
) -> Vec<Ranked<T>> {
    let mut best: Vec<Option<Match>> = vec![None; titles.len()];
    for found in search(typed, titles) {
        let at = found.index;
        best[at] = Some(found);
    }
    for found in search(typed, ids) {
        let at = found.index;
        if best[at].is_none() {
            best[at] = Some(Match { letters: Vec::new(), ..found });
        }
    }
    let mut found: Vec<Match> = best.into_iter().flatten().collect();
    let score = |found: &Match| found.score + ahead(found.index);
    found.sort_by(|a, b| score(b).cmp(&score(a)).then(a.index.cmp(&b.index)));
    let ranked = |found: Match| (score(&found), Found { what: what(found.index), letters: found.letters });
    found.into_iter().map(ranked).collect()
}
