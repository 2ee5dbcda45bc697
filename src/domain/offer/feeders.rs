//! Who could fill a post: the roles that lead to its role, and how soon people in them would be ready.
//!
//! A feeder role is one with a move into the post's role, or with a move into such a role. For each there are two people:
//! one who has just entered it, and one who has served the years that its shortest move towards the post asks for.
//! Both hold whatever their role certainly requires and nothing else, and study as many hours a week as the pack assumes.
//! How long they take is the planner's answer, by whichever way is quickest: not always the move that makes the role a
//! feeder.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::domain::career_move::{Move, Usual};
use crate::domain::id::RoleId;
use crate::domain::pack::Pack;
use crate::domain::person::{Person, Record};
use crate::domain::planner::{self, Circumstances, Course, Criterion, MovesAllowed, Question};
use crate::domain::post::Post;
use crate::domain::quantity::Weeks;
use crate::domain::ruleset::Ruleset;

/// How many moves lie between a feeder role and the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distance {
    /// There is a move from it into the post's role.
    OneMove,
    /// There is a move from it into a role that has one.
    TwoMoves,
}

impl Distance {
    /// As a number.
    #[must_use]
    pub const fn moves(self) -> u8 {
        match self {
            Self::OneMove => 1,
            Self::TwoMoves => 2,
        }
    }
}

/// A role from which the post could be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feeder {
    /// The role.
    pub role: RoleId,
    /// How near it is.
    pub distance: Distance,
    /// The years that its shortest move towards the post asks for, in weeks: what *served* means below.
    pub asked: Weeks,
    /// The fewest weeks for somebody who has served them; nothing when there is no way under these rules.
    pub served: Option<Weeks>,
    /// The fewest weeks for somebody who has just entered the role.
    pub new: Option<Weeks>,
}

/// The feeders of a role under some rules, those who are soonest ready first; those without a way last.
#[must_use]
pub fn feeders(pack: &Pack, role: RoleId, ruleset: Ruleset, moves: MovesAllowed) -> Vec<Feeder> {
    let mut found: Vec<Feeder> = near(pack, role, moves)
        .into_iter()
        .map(|(feeder, (distance, asked))| {
            let weeks = |served| fewest_weeks(pack, feeder, served, role, ruleset, moves);
            let new = weeks(Weeks::ZERO);
            let served = if asked == Weeks::ZERO { new } else { weeks(asked) };
            Feeder { role: feeder, distance, asked, served, new }
        })
        .collect();
    let never_last = |weeks: Option<Weeks>| weeks.map_or(u64::MAX, |weeks| u64::from(weeks.0));
    found.sort_by_key(|feeder| {
        (never_last(feeder.served), never_last(feeder.new), feeder.distance, &pack.role(feeder.role).slug)
    });
    found
}

/// The feeder roles, each with its distance and the fewest weeks that a first move towards the post asks for.
fn near(pack: &Pack, role: RoleId, allowed: MovesAllowed) -> BTreeMap<RoleId, (Distance, Weeks)> {
    let into = |role: RoleId| {
        let moves = pack.moves_to(role).iter().map(|id| pack.career_move(*id));
        moves.filter(move |a_move| allowed == MovesAllowed::Exceptional || a_move.usual == Usual::Usual)
    };
    let mut found: BTreeMap<RoleId, (Distance, Weeks)> = BTreeMap::new();
    let mut add = |a_move: &Move, distance: Distance| {
        if a_move.from == role {
            return;
        }
        let entry = found.entry(a_move.from).or_insert((distance, a_move.tenure()));
        if entry.0 == distance {
            entry.1 = entry.1.min(a_move.tenure());
        }
    };
    into(role).for_each(|a_move| add(a_move, Distance::OneMove));
    let direct: BTreeSet<RoleId> = into(role).map(|a_move| a_move.from).filter(|from| *from != role).collect();
    for step in direct {
        into(step).for_each(|a_move| add(a_move, Distance::TwoMoves));
    }
    found
}

fn fewest_weeks(
    pack: &Pack,
    from: RoleId,
    served: Weeks,
    to: RoleId,
    ruleset: Ruleset,
    moves: MovesAllowed,
) -> Option<Weeks> {
    let person = Person {
        role: from,
        served,
        have: BTreeSet::new(),
        hours_per_week: pack.tables().hours_per_week,
        waived: std::collections::BTreeSet::new(),
        record: Record::RoleOnly,
    };
    let question = Question {
        circumstances: Circumstances { person, ruleset, moves, terms: None },
        target: to,
        course: Course::Any,
        criteria: vec![Criterion::Weeks],
        alternatives: 0,
        max: Some(1),
    };
    planner::fastest(pack, &question).map(|totals| totals.weeks)
}

/// Until when somebody has to be ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// The advert names no day.
    NotGiven,
    /// It has closed.
    Closed(Date),
    /// It closes.
    Open {
        /// On this day.
        closes: Date,
        /// In so many days from today, this day excluded.
        days: u32,
    },
}

impl Deadline {
    /// Of a post, seen from `today`.
    #[must_use]
    pub fn of(post: &Post, today: Date) -> Self {
        match post.closes {
            None => Self::NotGiven,
            Some(day) if post.has_closed(today) => Self::Closed(day),
            Some(closes) => {
                let days = today.until(closes).map_or(0, |span| span.get_days());
                Self::Open { closes, days: u32::try_from(days).unwrap_or(0) }
            }
        }
    }

    /// How somebody stands who needs so many weeks.
    #[must_use]
    pub fn stands(self, weeks: Option<Weeks>) -> Stands {
        let Some(Weeks(weeks)) = weeks else { return Stands::NoWay };
        match self {
            Self::NotGiven => Stands::NoDeadline,
            Self::Closed(_) => Stands::Closed,
            Self::Open { days, .. } => {
                let late = (u64::from(weeks) * 7).saturating_sub(u64::from(days));
                match late.div_ceil(7) {
                    0 => Stands::InTime,
                    late => Stands::LateBy(Weeks(u32::try_from(late).unwrap_or(u32::MAX))),
                }
            }
        }
    }
}

/// How somebody stands before a closing day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// Ready by then.
    InTime,
    /// Ready so much later, in whole weeks begun.
    LateBy(Weeks),
    /// The advert names no closing day.
    NoDeadline,
    /// It has closed.
    Closed,
    /// No way leads there under these rules.
    NoWay,
}

impl std::fmt::Display for Stands {
    /// `in time`, `late by 1y 2m`, `no closing date`, `closed`, `no way`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&match self {
            Self::InTime => "in time".to_owned(),
            Self::LateBy(weeks) => format!("late by {weeks}"),
            Self::NoDeadline => "no closing date".to_owned(),
            Self::Closed => "closed".to_owned(),
            Self::NoWay => "no way".to_owned(),
        })
    }
}
