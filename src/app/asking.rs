//! Changing the question: who asks, for which role, under which rules, with how much time; and taking it back.

use super::action::Action;
use super::asks::Asks;
use super::effect::{Effect, Keep, Way};
use super::field::Field;
use super::finder::Purpose;
use super::keeping::{Book, came_back};
use super::overlay::{Overlay, Search};
use super::plans::day;
use super::screen::Screen;
use super::stance::{Me, Stance};
use super::{App, Side};
use crate::domain::id::RoleId;
use crate::domain::planner::{Course, MovesAllowed};
use crate::domain::profile::Since;
use crate::domain::quantity::{Decimal, Weeks};

/// The most hours of study a week that make sense, and the least that gets anywhere.
const HOURS: std::ops::RangeInclusive<u32> = 1..=40;
/// More years than anybody has held one role.
const MOST_YEARS: u32 = 60;
/// A step of the years, in millionths: half a year.
const HALF_A_YEAR: i64 = 500_000;

impl App {
    /// The questions that the app's state raises and that have not been put.
    pub(super) fn questions(&mut self) -> Vec<Effect> {
        let contrast = self.contrast();
        let asides = self.asides();
        let mut effects = self.desk.ask(&self.stance, contrast, self.screen);
        effects.extend(self.desk.ask_aside(asides));
        let spoken_of = self.rules_wanted().and_then(|rules| self.stance.under(rules).question());
        effects.extend(self.desk.ask_besides(spoken_of));
        effects
    }

    pub(super) fn ask_of_selected(&mut self) {
        self.asks = self.selected_role().map(|role| Asks::of(&self.pack, &self.stance, role));
    }

    /// Changes the stance, remembering what was before.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Stance)) {
        let before = self.turn();
        change(&mut self.stance);
        if self.stance != before.stance {
            if self.stance.ruleset == before.stance.ruleset {
                self.switched_from = None;
            }
            self.keep_with_profile(&before.stance);
            self.history.remember(before);
        }
    }

    /// On the map the selected role is meant; elsewhere the role is looked for by name.
    pub(super) fn set_end(&mut self, action: Action) {
        let purpose = if action == Action::SetMe { Purpose::Me } else { Purpose::Target };
        match (self.screen, self.selected_role(), purpose) {
            (Screen::Posts, _, Purpose::Target) if self.role_of_post().is_some() => {
                self.role_of_post().into_iter().for_each(|role| self.aim(role));
            }
            (Screen::Map, Some(role), Purpose::Me) => self.ask_years(role),
            (Screen::Map, Some(role), _) => self.aim(role),
            _ => self.overlays.push(Overlay::Find(Search::default(), purpose)),
        }
    }

    pub(super) fn aim(&mut self, role: RoleId) {
        self.guide = None;
        self.change(|stance| (stance.target, stance.course) = (Some(role), Course::Any));
        let title = &self.pack().role(role).title;
        self.notice = Some(match &self.stance.me {
            Some(_) if self.screen == Screen::Routes => format!("Target: {title}"),
            Some(_) => format!("Target: {title}. Press 2 for the routes"),
            None => format!("Target: {title}. Now say who you are: s on your role, or w for a person"),
        });
    }

    /// Looks for routes through the role of the selected post: to the target, or to that role where no other is wanted.
    pub(super) fn route_through(&mut self) {
        let Some(role) = self.role_of_post() else { return };
        self.change(|stance| {
            (stance.target, stance.course) = match stance.target {
                Some(target) if target != role => (Some(target), Course::Through(role)),
                _ => (Some(role), Course::Any),
            };
        });
        self.overlays.clear();
        self.screen = Screen::Routes;
        self.sides.insert(Screen::Routes, Side::Main);
        let title = &self.pack().role(role).title;
        let words = match self.stance.course {
            Course::Through(_) => format!("Routes through {title}; a shows all ways, u takes it back"),
            _ => format!("Routes to {title}; u takes it back"),
        };
        self.notice = Some(words);
    }

    /// Looks for routes of any course again.
    pub(super) fn any_course(&mut self) {
        self.change(|stance| stance.course = Course::Any);
    }

    pub(super) fn ask_years(&mut self, role: RoleId) {
        let served =
            self.stance.me.as_ref().filter(|me| me.person.role == role).map_or(Weeks::ZERO, |me| me.person.served);
        let hundredths = i64::from(served.0) * 100 / i64::from(Weeks::PER_YEAR);
        let years = Decimal::from_millionths(hundredths * 10_000);
        self.overlays.push(Overlay::Served { role, years: Field::offering(years.to_string()) });
    }

    /// Takes the years in a role, or the day on which it began.
    pub(super) fn serve(&mut self, role: RoleId, typed: Field) {
        let most = Decimal::whole(MOST_YEARS);
        let text = typed.text().trim();
        let years = Decimal::parse(text).filter(|years| !years.is_negative() && *years <= most);
        let day = day::parse_or_month(text).filter(|day| *day <= self.today);
        let since = years.map(|years| Since::years_before(self.today, years)).or(day.map(Since::Day));
        let Some(since) = since else {
            let words =
                "Years are a number from 0 to 60, for instance 1.5; or type when it began, as Mar 2025 or 3 Mar 2025";
            self.notice = Some(words.to_owned());
            self.overlays.push(Overlay::Served { role, years: typed });
            return;
        };
        self.hold(role, since);
        let pack = self.pack.clone();
        self.map.select(&pack, role);
        self.next_in_guide();
    }

    pub(super) fn be(&mut self, persona: usize) {
        let (pack, today) = (self.pack.clone(), self.today);
        let Some(profile) = pack.tables().personas.get(persona) else { return };
        self.change(|stance| {
            stance.me = Some(Me::of_profile(&pack, profile, today));
            stance.target = profile.target.or(stance.target);
            stance.course = Course::Any;
        });
        self.map.select(&pack, profile.role);
    }

    pub(super) fn next_ruleset(&mut self) {
        let before = self.stance.ruleset;
        self.change(|stance| stance.ruleset = before.next());
        self.switched_from = Some(before);
        if self.stance.question().is_none() {
            self.notice = Some(format!("Rules: {}", self.stance.ruleset));
        }
    }

    pub(super) fn study(&mut self, by: i64) {
        self.change(|stance| {
            if let Some(me) = &mut stance.me {
                let now = me.person.hours_per_week;
                let next = if by > 0 { now.scaled_half_up(1, 1) + by } else { now.ceil() + by };
                let hours = u32::try_from(next).unwrap_or(0).clamp(*HOURS.start(), *HOURS.end());
                me.person.hours_per_week = Decimal::whole(hours);
            }
        });
    }

    pub(super) fn toggle_exceptional(&mut self) {
        self.change(|stance| {
            stance.moves = match stance.moves {
                MovesAllowed::Usual => MovesAllowed::Exceptional,
                MovesAllowed::Exceptional => MovesAllowed::Usual,
            };
        });
        self.notice = Some(match self.stance.moves {
            MovesAllowed::Usual => "Only moves that people can expect".to_owned(),
            MovesAllowed::Exceptional => {
                "Also exceptional moves: somebody made them, nobody should count on them".to_owned()
            }
        });
    }

    pub(super) fn through_history(&mut self, action: Action) -> Vec<Effect> {
        let mut turn = self.turn();
        let (moved, word, way) = match action {
            Action::Undo => (self.history.undo(&mut turn), "Undone", Way::Back),
            _ => (self.history.redo(&mut turn), "Done again", Way::Forth),
        };
        if !moved {
            return if self.may_step(way) { vec![Effect::Keep(Keep::Step(way))] } else { Vec::new() };
        }
        let before = std::mem::replace(&mut self.stance, turn.stance);
        if before != self.stance {
            self.switched_from = (before.ruleset != self.stance.ruleset).then_some(before.ruleset);
        }
        self.map.set_filter(turn.filter);
        self.posts.set_chosen(turn.posts);
        let book = std::mem::replace(&mut self.keeper.book, turn.book);
        self.way = way;
        self.notice = Some(match self.book_words(&book) {
            Some(words) => format!("{word}: {words}"),
            None => word.to_owned(),
        });
        Vec::new()
    }

    /// What has become different in the book, in words.
    fn book_words(&self, before: &Book) -> Option<String> {
        let now = &self.keeper.book;
        if now.portfolio == before.portfolio {
            let appraisals =
                || came_back::of_appraisals(self.framework(), &before.trial_appraisals, &now.trial_appraisals);
            return came_back::of_plans(&before.trial, &now.trial).or_else(appraisals);
        }
        Some(came_back::words((self.pack(), self.framework()), before.portfolio.as_deref(), now.portfolio.as_deref()))
    }
}

/// Half a year more or less.
pub(super) fn adjust_years(field: &mut Field, more: bool) {
    let now = Decimal::parse(field.text().trim()).unwrap_or(Decimal::ZERO).millionths();
    let next = if more { now + HALF_A_YEAR } else { now - HALF_A_YEAR };
    let most = Decimal::whole(MOST_YEARS).millionths();
    *field = Field::offering(Decimal::from_millionths(next.clamp(0, most)).to_string());
}
