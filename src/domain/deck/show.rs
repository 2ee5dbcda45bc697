//! What a step shows: plain sayings on ids, and the scene that they add up to.

use std::collections::BTreeSet;

use super::sieve::{MapSieve, PostSieve};
use crate::domain::id::{MoveId, RoleId, Slug, TrainingId};
use crate::domain::planner::{Course, MovesAllowed};
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;

/// Something that a step shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Show {
    /// Who asks.
    Me(Somebody),
    /// Hours of study a week.
    Hours(Decimal),
    /// The role wanted.
    Target(RoleId),
    /// The rules.
    Rules(Ruleset),
    /// Which moves are reckoned with.
    Moves(MovesAllowed),
    /// By way of which role the routes go, or clear of which.
    Course(Course),
    /// The screen.
    Screen(View),
    /// How near one looks at the map.
    Zoom(Nearness),
    /// What of the map is to be seen.
    Map(MapSieve),
    /// Which posts are listed.
    Posts(PostSieve),
    /// The role that is selected.
    Role(RoleId),
    /// The training item that is selected.
    Training(TrainingId),
    /// The post that is selected, by its id: posts may come and go while the program runs.
    Post(String),
    /// The route that is chosen, by its line in the list, from 1.
    Route(usize),
    /// What lies open on top of the screen.
    Sheet(Sheet),
    /// What is meant.
    Spotlight(Spotlight),
}

/// Who asks in a deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Somebody {
    /// One of the pack's people.
    Persona(Slug),
    /// Whoever holds a role.
    InRole {
        /// The role.
        role: RoleId,
        /// For how many years.
        served_years: Decimal,
        /// What they hold besides what the role certainly requires.
        have: BTreeSet<TrainingId>,
    },
}

/// A screen that a deck can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The map.
    Map,
    /// The routes.
    Routes,
    /// The plans.
    Plan,
    /// The training.
    Training,
    /// The posts.
    Posts,
}

/// How near one looks at the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// Families and levels with their numbers.
    Families,
    /// Every role, in its lane.
    Whole,
    /// Around one role.
    Role,
    /// Around one role, with pay, time and posts.
    Cards,
}

/// Something that lies open on top of a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheet {
    /// Routes side by side, by their lines in the list, from 1.
    CompareRoutes(Vec<usize>),
    /// The fastest route under today's rules beside that under the review.
    CompareRules,
    /// What the totals of the chosen route are made of.
    Breakdown,
    /// Whether the selected post pays back.
    PayBack,
    /// Who could fill the selected post.
    Feeders,
    /// What the selected post would have to offer.
    WhatIf,
}

/// A move between two roles; there may be several of different kinds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leg {
    /// From which role.
    pub from: RoleId,
    /// To which role.
    pub to: RoleId,
    /// The rows of the pack that say so; never empty.
    pub moves: Vec<MoveId>,
}

/// What is meant: bright, while the rest is dimmed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spotlight {
    /// Roles.
    pub roles: Vec<RoleId>,
    /// Moves.
    pub moves: Vec<Leg>,
    /// Training.
    pub training: Vec<TrainingId>,
}

/// Whether what a step shows stays on in the steps after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pace {
    /// Until another step says otherwise.
    Stays,
    /// In its own step only.
    Passes,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Map, Self::Routes, Self::Plan, Self::Training, Self::Posts];

    /// Its word in a deck's file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Routes => "routes",
            Self::Plan => "plan",
            Self::Training => "training",
            Self::Posts => "posts",
        }
    }
}

impl Nearness {
    /// All of them, from far to near.
    pub const ALL: [Self; 4] = [Self::Families, Self::Whole, Self::Role, Self::Cards];

    /// Its word in a deck's file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Families => "families",
            Self::Whole => "whole",
            Self::Role => "role",
            Self::Cards => "cards",
        }
    }
}

impl Spotlight {
    /// Whether nothing in particular is meant.
    #[must_use]
    pub const fn is_off(&self) -> bool {
        self.roles.is_empty() && self.moves.is_empty() && self.training.is_empty()
    }

    /// Every role that is meant, those at the ends of moves included.
    #[must_use]
    pub fn all_roles(&self) -> BTreeSet<RoleId> {
        let ends = self.moves.iter().flat_map(|leg| [leg.from, leg.to]);
        self.roles.iter().copied().chain(ends).collect()
    }
}

impl Show {
    /// Its place in the order in which what a step shows is told and done: who asks comes before what they want, and what
    /// is selected before what is opened of it.
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Me(_) => 0,
            Self::Hours(_) => 1,
            Self::Target(_) => 2,
            Self::Rules(_) => 3,
            Self::Moves(_) => 4,
            Self::Course(_) => 5,
            Self::Screen(_) => 6,
            Self::Zoom(_) => 7,
            Self::Map(_) => 8,
            Self::Posts(_) => 9,
            Self::Role(_) => 10,
            Self::Training(_) => 11,
            Self::Post(_) => 12,
            Self::Route(_) => 13,
            Self::Sheet(_) => 14,
            Self::Spotlight(_) => 15,
        }
    }

    /// Whether it stays on in the steps after its own.
    #[must_use]
    pub const fn pace(&self) -> Pace {
        match self {
            Self::Sheet(_) | Self::Spotlight(_) => Pace::Passes,
            _ => Pace::Stays,
        }
    }

    /// The screen on which it is seen, where there is only one.
    #[must_use]
    pub const fn seen_on(&self) -> Option<View> {
        match self {
            Self::Screen(view) => Some(*view),
            Self::Zoom(_) | Self::Map(_) | Self::Role(_) => Some(View::Map),
            Self::Posts(_) | Self::Post(_) | Self::Sheet(Sheet::PayBack | Sheet::Feeders | Sheet::WhatIf) => {
                Some(View::Posts)
            }
            Self::Training(_) => Some(View::Training),
            Self::Route(_) | Self::Sheet(Sheet::CompareRoutes(_) | Sheet::CompareRules | Sheet::Breakdown) => {
                Some(View::Routes)
            }
            Self::Me(_)
            | Self::Hours(_)
            | Self::Target(_)
            | Self::Rules(_)
            | Self::Moves(_)
            | Self::Course(_)
            | Self::Spotlight(_) => None,
        }
    }

    /// Whether another saying makes this one, of an earlier step, pointless: a new person has targets of their own, and
    /// with a new question the routes are others.
    const fn ends_with(&self, other: &Self) -> bool {
        match other {
            Self::Me(_) => matches!(self, Self::Hours(_) | Self::Target(_) | Self::Course(_) | Self::Route(_)),
            Self::Target(_) => matches!(self, Self::Course(_) | Self::Route(_)),
            Self::Hours(_) | Self::Rules(_) | Self::Moves(_) | Self::Course(_) => matches!(self, Self::Route(_)),
            _ => false,
        }
    }
}

/// Everything that is shown at a step: at most one of each sort, in the order of [`Show::rank`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scene {
    shows: Vec<Show>,
}

impl Scene {
    /// What is shown, in the order in which it is done.
    #[must_use]
    pub fn shows(&self) -> &[Show] {
        &self.shows
    }

    /// Goes on to a step that shows this.
    pub fn go_on(&mut self, shows: &[Show]) {
        self.shows.retain(|show| show.pace() == Pace::Stays);
        for new in shows {
            self.shows.retain(|show| show.rank() != new.rank() && !show.ends_with(new));
            self.shows.push(new.clone());
        }
        self.shows.sort_by_key(Show::rank);
    }

    /// Whether somebody is named who asks.
    #[must_use]
    pub fn has_person(&self) -> bool {
        self.shows.iter().any(|show| matches!(show, Show::Me(_)))
    }

    /// What is meant.
    #[must_use]
    pub fn spotlight(&self) -> Option<&Spotlight> {
        self.shows.iter().find_map(|show| match show {
            Show::Spotlight(spotlight) => Some(spotlight),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Scene, Sheet, Show, Somebody, Spotlight, View};
    use crate::domain::id::{RoleId, Slug};
    use crate::domain::ruleset::Ruleset;

    fn persona(id: &str) -> Show {
        Show::Me(Somebody::Persona(Slug::parse(id).expect("an id")))
    }

    #[test]
    fn what_is_not_said_stays_and_what_is_opened_passes() {
        let mut scene = Scene::default();
        let target = Show::Target(RoleId::from_index(3));
        scene.go_on(&[persona("gp"), target.clone(), Show::Screen(View::Routes), Show::Sheet(Sheet::Breakdown)]);
        scene.go_on(&[Show::Rules(Ruleset::Review)]);
        assert_eq!(
            scene.shows(),
            [persona("gp"), target, Show::Rules(Ruleset::Review), Show::Screen(View::Routes)],
            "in the order in which it is done, without the sheet"
        );
    }

    #[test]
    fn another_person_wants_another_target_and_another_question_has_other_routes() {
        let mut scene = Scene::default();
        scene.go_on(&[persona("gp"), Show::Target(RoleId::from_index(3)), Show::Route(2)]);
        scene.go_on(&[Show::Rules(Ruleset::Review)]);
        assert!(!scene.shows().contains(&Show::Route(2)));
        scene.go_on(&[persona("consultant")]);
        assert_eq!(scene.shows(), [persona("consultant"), Show::Rules(Ruleset::Review)]);
    }

    #[test]
    fn the_light_is_on_what_the_step_itself_means() {
        let mut scene = Scene::default();
        let light = Spotlight { roles: vec![RoleId::from_index(1)], ..Spotlight::default() };
        scene.go_on(&[Show::Spotlight(light.clone())]);
        assert_eq!(scene.spotlight(), Some(&light));
        scene.go_on(&[]);
        assert_eq!(scene.spotlight(), None);
    }
}
