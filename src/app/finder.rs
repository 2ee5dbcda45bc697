//! What the find layer and the palette list.

use super::App;
use super::action::Action;
use super::find::{Match, search};
use super::table::{ROWS, Row};
use crate::domain::id::{RoleId, TrainingId};

/// Something that can be found by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A role.
    Role(RoleId),
    /// A training item.
    Training(TrainingId),
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

impl App {
    /// The roles and, where they are wanted, the training whose title or id fits what is typed, best first.
    #[must_use]
    pub fn found(&self, typed: &str, purpose: Purpose) -> Vec<Found<Thing>> {
        let pack = self.pack();
        let roles = pack.role_ids().map(|id| (Thing::Role(id), &pack.role(id).title, &pack.role(id).slug));
        let training = pack
            .training_ids()
            .filter(|_| purpose == Purpose::Look)
            .map(|id| (Thing::Training(id), &pack.training(id).title, &pack.training(id).slug));
        let things: Vec<_> = roles.chain(training).collect();
        let titles: Vec<String> = things.iter().map(|(_, title, _)| (*title).clone()).collect();
        let ids: Vec<String> = things.iter().map(|(_, _, slug)| slug.to_string()).collect();
        let ahead = |index: usize| if matches!(things[index].0, Thing::Role(_)) { ROLES_AHEAD } else { 0 };
        by_title_or_id(typed, (&titles, &ids), ahead, |index| things[index].0)
    }

    /// The actions whose title or id fits what is typed, best first.
    #[must_use]
    pub fn actions(&self, typed: &str) -> Vec<Found<&'static Row>> {
        let rows: Vec<&'static Row> = ROWS.iter().filter(|row| row.action != Action::Palette).collect();
        let titles: Vec<String> = rows.iter().map(|row| row.title.to_owned()).collect();
        let ids: Vec<String> = rows.iter().map(|row| row.id.to_owned()).collect();
        by_title_or_id(typed, (&titles, &ids), |_| 0, |index| rows[index])
    }
}

/// What a role is ahead of training that fits as well: less than one word found better, more than a shorter title.
const ROLES_AHEAD: u32 = 60;

fn by_title_or_id<T>(
    typed: &str,
    (titles, ids): (&[String], &[String]),
    ahead: impl Fn(usize) -> u32,
    what: impl Fn(usize) -> T,
) -> Vec<Found<T>> {
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
    found.into_iter().map(|found| Found { what: what(found.index), letters: found.letters }).collect()
}
