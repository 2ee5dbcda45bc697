//! The figures in the words of a deck, as the app knows them now.

use std::collections::BTreeSet;

use crate::app::App;
use crate::app::asks::Asks;
use crate::app::change;
use crate::app::desk::Knowledge;
use crate::app::map::filter::words::left;
use crate::app::training::who_asks;
use crate::domain::career_move::Usual;
use crate::domain::dates;
use crate::domain::deck::wording::{OfPack, OfPost, OfRole, OfRoute, OfTraining};
use crate::domain::deck::{Figure, Under, Wording};
use crate::domain::id::RoleId;
use crate::domain::planner::{Answer, Reached, Route, RowState};
use crate::domain::post::Standing;
use crate::domain::quantity::{Decimal, Weeks};
use crate::domain::role::Entrance;
use crate::domain::training::Status;
use crate::domain::words::{self, and_list, count, count_hours};

/// What stands for a figure that is not known, or not known yet.
const UNKNOWN: &str = "…";

impl App {
    /// The words with their figures; `…` where one is not known.
    #[must_use]
    pub fn say(&self, wording: &Wording) -> String {
        wording.fill(|figure| self.figure(figure).unwrap_or_else(|| UNKNOWN.to_owned()))
    }

    /// The figures in some words that are not known.
    #[must_use]
    pub fn lacking(&self, wording: &Wording) -> Vec<Figure> {
        wording.figures().filter(|figure| self.figure(*figure).is_none()).collect()
    }

    /// A figure with its unit, where it is known.
    #[must_use]
    pub fn figure(&self, figure: Figure) -> Option<String> {
        let (pack, stance) = (self.pack(), self.stance());
        match figure {
            Figure::Route(what, under) => self.of_route(what, under),
            Figure::Change => match (self.contrast_answer(), self.answer()) {
                (Knowledge::Known(before), Knowledge::Known(after)) => {
                    Some(change::words(pack, before, (stance.ruleset, after)))
                }
                _ => None,
            },
            Figure::Me => stance.me.as_ref().map(|me| me.title.clone()),
            Figure::Target => stance.target.map(|role| pack.role(role).title.clone()),
            Figure::Role(what) => self.of_role(what, self.selected_role()?),
            Figure::Reach(years) => self.within_reach(years).map(|roles| count(roles.len() as u64, "role")),
            Figure::BoardReach(years) => {
                let is_board = |role: &RoleId| pack.role(*role).level == pack.highest_level();
                let all = pack.role_ids().filter(is_board).count();
                let found = self.within_reach(years)?.into_iter().filter(is_board).count();
                Some(format!("{found} of {all}"))
            }
            Figure::Post(what) => self.of_post(what),
            Figure::Training(what) => self.of_training(what),
            Figure::RolesShown => Some(match self.map().sieve().sifted() {
                Some(sifted) => left(sifted),
                None => count(pack.role_ids().len() as u64, "role"),
            }),
            Figure::PostsListed => Some(count(self.posts_view().listed().len() as u64, "post")),
            Figure::Pack(what) => Some(self.of_pack(what)),
        }
    }

    fn of_route(&self, what: OfRoute, under: Under) -> Option<String> {
        let known: Knowledge<&Answer> = match under {
            Under::Chosen => self.answer(),
            Under::Rules(rules) => self.desk().routes(&self.stance().under(rules)),
        };
        let Knowledge::Known(answer) = known else { return None };
        if what == OfRoute::Ways {
            return Some(count((answer.routes.len() + answer.alternatives.len()) as u64, "way"));
        }
        let route: &Route = match under {
            Under::Chosen => self.chosen_route()?,
            Under::Rules(_) => answer.routes.first()?,
        };
        let totals = &route.totals;
        let studies = || route.steps.iter().flat_map(|step| &step.study);
        Some(match what {
            OfRoute::Time => totals.weeks.to_string(),
            OfRoute::Weeks => count(u64::from(totals.weeks.0), "week"),
            OfRoute::Moves => count(u64::from(totals.moves), "move"),
            OfRoute::StudyHours => count_hours(totals.study_hours),
            OfRoute::Cost => {
                let unknown = studies().filter(|study| study.cost.is_none()).count();
                words::cost(totals.cost, studies().count(), unknown)
            }
            OfRoute::Programmes => count(studies().count() as u64, "programme"),
            OfRoute::Via => {
                let between = route.steps.iter().skip(1).rev().skip(1).rev();
                let titles: Vec<&str> = between.map(|step| self.pack().role(step.role).title.as_str()).collect();
                if titles.is_empty() { "no role between".to_owned() } else { and_list(&titles) }
            }
            OfRoute::Ways => return None,
        })
    }

    fn of_role(&self, what: OfRole, role: RoleId) -> Option<String> {
        let pack = self.pack();
        let roles = |number: usize| count(number as u64, "role");
        Some(match what {
            OfRole::Title => pack.role(role).title.clone(),
            OfRole::WaysIn => roles(self.usual_ends(role, Way::In).len()),
            OfRole::WaysOn => roles(self.usual_ends(role, Way::On).len()),
            OfRole::Soonest => match self.reached(role) {
                Knowledge::Known(Some(Reached { weeks, .. })) => weeks.to_string(),
                Knowledge::Known(None) => "no way as things are".to_owned(),
                _ => return None,
            },
            OfRole::Asks => count(self.asks()?.rows().len() as u64, "requirement"),
            OfRole::Missing => match self.asks()? {
                Asks::OfAnybody(_) => return None,
                asks @ Asks::OfMe(_) => {
                    let unmet = asks.rows().iter().filter(|(_, state)| *state == Some(RowState::Unmet)).count();
                    count(unmet as u64, "requirement")
                }
            },
            OfRole::Posts => count(pack.posts_of(role).len() as u64, "post"),
        })
    }

    /// The roles from which moves that people can expect lead to a role, or to which they lead from it.
    fn usual_ends(&self, role: RoleId, way: Way) -> BTreeSet<RoleId> {
        let pack = self.pack();
        let moves = match way {
            Way::In => pack.moves_to(role),
            Way::On => pack.moves_from(role),
        };
        let usual = moves.iter().map(|id| pack.career_move(*id)).filter(|a_move| a_move.usual == Usual::Usual);
        usual.map(|a_move| if way == Way::In { a_move.from } else { a_move.to }).collect()
    }

    fn within_reach(&self, years: Option<u8>) -> Option<Vec<RoleId>> {
        let Knowledge::Known(reach) = self.desk().reach(self.stance()) else { return None };
        let most = years.map(|years| Weeks::from_years(Decimal::whole(u32::from(years))));
        let near = |reached: &&Reached| most.is_none_or(|most| reached.weeks <= most);
        Some(reach.values().filter(near).map(|reached| reached.role).collect())
    }

    fn of_post(&self, what: OfPost) -> Option<String> {
        let post = self.pack().post(self.selected_post()?);
        Some(match what {
            OfPost::Title => post.title.clone(),
            OfPost::Employer => post.employer.clone(),
            OfPost::Segment => match (post.segment, post.segment_period.as_str()) {
                (None, _) => "no segment".to_owned(),
                (Some(segment), "") => format!("segment {segment}"),
                (Some(segment), period) => format!("segment {segment} ({period})"),
            },
            OfPost::Pay if post.pay_text.is_empty() => "pay not given".to_owned(),
            OfPost::Pay => post.pay_text.clone(),
            OfPost::Closes => match post.closes {
                None => "no closing day".to_owned(),
                Some(day) if post.has_closed(self.today()) => format!("closed on {}", dates::day(day)),
                Some(day) => format!("closes on {}", dates::day(day)),
            },
        })
    }

    fn of_training(&self, what: OfTraining) -> Option<String> {
        let (pack, training) = (self.pack(), self.selected_training()?);
        Some(match what {
            OfTraining::Title => pack.training(training).title.clone(),
            OfTraining::AskedBy => count(who_asks(pack, self.stance().ruleset, training).len() as u64, "role"),
            OfTraining::Status => pack.training(training).status.to_string(),
        })
    }

    fn of_pack(&self, what: OfPack) -> String {
        let (pack, tables) = (self.pack(), self.pack().tables());
        let usual = || tables.moves.iter().filter(|a_move| a_move.usual == Usual::Usual);
        let family = |role: RoleId| pack.role(role).family;
        let (number, of) = match what {
            OfPack::Roles => (tables.roles.len(), "role"),
            OfPack::Moves => (usual().count(), "move"),
            OfPack::MovesAcross => (usual().filter(|a_move| family(a_move.from) != family(a_move.to)).count(), "move"),
            OfPack::OneWayIn => {
                let is_post = |role: &RoleId| pack.role(*role).entrance == Entrance::Post;
                let single = |role: &RoleId| self.usual_ends(*role, Way::In).len() == 1;
                (pack.role_ids().filter(is_post).filter(single).count(), "role")
            }
            OfPack::NoWayOn => {
                let below = |role: &RoleId| pack.role(*role).level < pack.highest_level();
                let ends = |role: &RoleId| self.usual_ends(*role, Way::On).is_empty();
                (pack.role_ids().filter(below).filter(ends).count(), "role")
            }
            OfPack::ChallengedPosts => {
                (tables.posts.iter().filter(|post| post.standing == Standing::Challenged).count(), "post")
            }
            OfPack::NotYetRunning => {
                let is_to_come = |status| matches!(status, Status::InDevelopment | Status::Proposed);
                (tables.training.iter().filter(|item| is_to_come(item.status)).count(), "programme")
            }
        };
        count(number as u64, of)
    }
}

/// Towards a role or away from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    On,
}
