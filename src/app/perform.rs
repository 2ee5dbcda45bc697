//! Doing what an action says.

use super::action::Action;
use super::effect::Effect;
use super::field::Field;
use super::finder::{Purpose, Thing};
use super::hit::Pane;
use super::map::Handled;
use super::overlay::{Overlay, Search};
use super::screen::Screen;
use super::stance::{Me, Stance};
use super::story;
use super::{App, Side};
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::domain::quantity::{Decimal, Weeks};

/// The most hours of study a week that make sense, and the least that gets anywhere.
const HOURS: std::ops::RangeInclusive<u32> = 1..=40;
/// More years than anybody has held one role.
const MOST_YEARS: u32 = 60;
/// A step of the years, in millionths: half a year.
const HALF_A_YEAR: i64 = 500_000;
/// A page where nothing has been drawn yet.
const PAGE: usize = 10;

impl App {
    pub(super) fn perform(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::First
            | Action::Last
            | Action::PageUp
            | Action::PageDown => self.walk(action),
            Action::Retrace | Action::Advance => self.retrace(action),
            Action::Open => return self.open(),
            Action::Back => self.back(),
            Action::NextPane | Action::PreviousPane => self.other_side(),
            Action::Show(screen) => {
                self.overlays.clear();
                self.screen = screen;
            }
            Action::Find => self.overlays.push(Overlay::Find(Search::default(), Purpose::Look)),
            Action::Help => self.overlays.push(Overlay::Help),
            Action::Palette => self.overlays.push(Overlay::Palette(Search::default())),
            Action::ChoosePerson => self.overlays.push(Overlay::People(0)),
            Action::SetMe | Action::SetTarget => self.set_end(action),
            Action::NextRuleset => self.next_ruleset(),
            Action::StudyMore => self.study(1),
            Action::StudyLess => self.study(-1),
            Action::Exceptional => self.toggle_exceptional(),
            Action::Undo | Action::Redo => self.through_history(action),
            Action::CopyRoute => return self.copy_route(),
            Action::GoToMe => self.go_to(self.stance.me.as_ref().map(|me| me.person.role)),
            Action::GoToTarget => self.go_to(self.stance.target),
            Action::FilterStatus => self.training.next_status(),
            Action::FilterKind => self.training.next_kind(&self.pack),
            Action::Order => self.training.next_order(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// Changes the stance, remembering what was before.
    fn change(&mut self, change: impl FnOnce(&mut Stance)) {
        let before = self.stance.clone();
        change(&mut self.stance);
        if self.stance != before {
            if self.stance.ruleset == before.ruleset {
                self.switched_from = None;
            }
            self.history.remember(before);
        }
    }

    fn walk(&mut self, action: Action) {
        let focus = self.focus();
        let page = self.hits.seen(focus).map_or(PAGE, |seen| seen.height.max(2) - 1);
        match focus {
            Pane::Map => self.walk_map(action, page),
            Pane::Routes => {
                let count = self.picks().len();
                self.routes.selected = step(self.chosen_line(), count, action, page);
            }
            Pane::Training => {
                let lines = self.training_lines();
                let selected = self.selected_training();
                let at = lines.iter().position(|line| Some(line.training) == selected).unwrap_or(0);
                self.training.selected = lines.get(step(at, lines.len(), action, page)).map(|line| line.training);
            }
            Pane::Overlay => self.walk_layer(action, page),
            Pane::Role | Pane::Route | Pane::TrainingItem => self.scroll_by(focus, action, page),
        }
    }

    fn walk_map(&mut self, action: Action, page: usize) {
        let rows = i32::try_from(page).unwrap_or(i32::MAX);
        match action {
            Action::PageUp => self.map.scroll(-rows),
            Action::PageDown => self.map.scroll(rows),
            Action::First => {
                if let Some(me) = &self.stance.me {
                    self.map.select(&self.pack, me.person.role);
                }
            }
            _ => {
                self.map.act(&self.pack, self.stance.moves, action);
            }
        }
    }

    /// Back to where one has been on the map, or forward again.
    fn retrace(&mut self, action: Action) {
        let (gone, nowhere) = match action {
            Action::Retrace => (self.map.back(), "No role was selected before this one"),
            _ => (self.map.forward(), "You have not come back from anywhere"),
        };
        if gone == Handled::No {
            self.notice = Some(nowhere.to_owned());
        }
    }

    fn walk_layer(&mut self, action: Action, page: usize) {
        let count = self.layer_lines();
        match self.overlays.last_mut() {
            Some(Overlay::Palette(search) | Overlay::Find(search, _)) => {
                search.selected = step(search.selected, count, action, page);
            }
            Some(Overlay::People(selected)) => *selected = step(*selected, count, action, page),
            _ => self.scroll_by(Pane::Overlay, action, page),
        }
    }

    /// How many lines of the top layer can be selected.
    fn layer_lines(&self) -> usize {
        match self.overlays.last() {
            Some(Overlay::Palette(search)) => self.actions(search.field.text()).len(),
            Some(Overlay::Find(search, purpose)) => self.found(search.field.text(), *purpose).len(),
            Some(Overlay::People(_)) => self.pack().tables().personas.len(),
            _ => 0,
        }
    }

    fn scroll_by(&mut self, pane: Pane, action: Action, by: usize) {
        let last = self.hits.seen(pane).map_or(0, |seen| seen.lines.saturating_sub(seen.height));
        let now = self.scrolled(pane).min(last);
        self.scroll.insert(pane, step(now, last + 1, action, by));
    }

    fn open(&mut self) -> Vec<Effect> {
        match self.overlays.pop() {
            None => {
                if self.focus() == Pane::Routes && self.chosen_route().is_some() {
                    self.overlays.push(Overlay::Breakdown);
                } else {
                    self.sides.insert(self.screen, Side::Detail);
                }
            }
            Some(Overlay::Palette(search)) => {
                let chosen = self.actions(search.field.text()).get(search.selected).map(|found| found.what.action);
                return chosen.map_or(Vec::new(), |action| self.act(action));
            }
            Some(Overlay::Find(search, purpose)) => {
                let chosen = self.found(search.field.text(), purpose).get(search.selected).map(|found| found.what);
                if let Some(thing) = chosen {
                    self.take_found(thing, purpose);
                }
            }
            Some(Overlay::People(selected)) => self.be(selected),
            Some(Overlay::Served { role, years }) => self.serve(role, years),
            Some(Overlay::Help | Overlay::Breakdown | Overlay::Notice(_)) => {}
        }
        Vec::new()
    }

    fn take_found(&mut self, thing: Thing, purpose: Purpose) {
        match (thing, purpose) {
            (Thing::Role(role), Purpose::Look) => self.go_to(Some(role)),
            (Thing::Role(role), Purpose::Target) => self.aim(role),
            (Thing::Role(role), Purpose::Me) => self.ask_years(role),
            (Thing::Training(training), _) => self.show_training(training),
        }
    }

    /// Shows a training item on its screen, without filters that would hide it.
    pub(super) fn show_training(&mut self, training: crate::domain::id::TrainingId) {
        self.overlays.clear();
        self.screen = Screen::Training;
        self.training.selected = Some(training);
        if self.selected_training() != Some(training) {
            self.training.availability = super::training::Availability::Any;
            self.training.kind = None;
        }
    }

    pub(super) fn go_to(&mut self, role: Option<RoleId>) {
        if let Some(role) = role {
            self.overlays.clear();
            self.screen = Screen::Map;
            self.sides.insert(Screen::Map, Side::Main);
            self.map.select(&self.pack, role);
        }
    }

    fn back(&mut self) {
        if self.overlays.pop().is_some() {
        } else if self.side() == Side::Detail {
            self.sides.insert(self.screen, Side::Main);
        } else if self.switched_from.take().is_none() {
            self.notice = Some("This is the first level: q leaves the program".to_owned());
        }
    }

    pub(super) fn other_side(&mut self) {
        let other = match self.side() {
            Side::Main => Side::Detail,
            Side::Detail => Side::Main,
        };
        self.sides.insert(self.screen, other);
    }

    /// On the map the selected role is meant; elsewhere the role is looked for by name.
    fn set_end(&mut self, action: Action) {
        let purpose = if action == Action::SetMe { Purpose::Me } else { Purpose::Target };
        match (self.screen, self.selected_role(), purpose) {
            (Screen::Map, Some(role), Purpose::Me) => self.ask_years(role),
            (Screen::Map, Some(role), _) => self.aim(role),
            _ => self.overlays.push(Overlay::Find(Search::default(), purpose)),
        }
    }

    fn aim(&mut self, role: RoleId) {
        self.change(|stance| stance.target = Some(role));
        let title = &self.pack().role(role).title;
        self.notice = Some(match &self.stance.me {
            Some(_) => format!("Target: {title}. Press 2 for the routes"),
            None => format!("Target: {title}. Now say who you are: s on your role, or w for a person"),
        });
    }

    fn ask_years(&mut self, role: RoleId) {
        let served =
            self.stance.me.as_ref().filter(|me| me.person.role == role).map_or(Weeks::ZERO, |me| me.person.served);
        let hundredths = i64::from(served.0) * 100 / i64::from(Weeks::PER_YEAR);
        let years = Decimal::from_millionths(hundredths * 10_000);
        self.overlays.push(Overlay::Served { role, years: Field::with(years.to_string()) });
    }

    fn serve(&mut self, role: RoleId, years: Field) {
        let most = Decimal::whole(MOST_YEARS);
        let Some(served) = Decimal::parse(years.text().trim()).filter(|y| !y.is_negative() && *y <= most) else {
            self.notice = Some(format!("Years are a number from 0 to {MOST_YEARS}, for instance 1.5"));
            self.overlays.push(Overlay::Served { role, years });
            return;
        };
        let pack = self.pack.clone();
        self.change(|stance| {
            let hours = stance.me.as_ref().map_or(pack.tables().hours_per_week, |me| me.person.hours_per_week);
            match stance.me.as_mut().filter(|me| me.person.role == role) {
                Some(me) => me.person.served = Weeks::from_years(served),
                None => stance.me = Some(Me::of_role(&pack, role, served, hours)),
            }
        });
    }

    fn be(&mut self, persona: usize) {
        let pack = self.pack.clone();
        let Some(profile) = pack.tables().personas.get(persona) else { return };
        self.change(|stance| {
            stance.me = Some(Me::of_profile(&pack, profile));
            stance.target = profile.target.or(stance.target);
        });
        self.map.select(&pack, profile.role);
    }

    fn next_ruleset(&mut self) {
        let before = self.stance.ruleset;
        self.change(|stance| stance.ruleset = before.next());
        self.switched_from = Some(before);
        if self.stance.question().is_none() {
            self.notice = Some(format!("Rules: {}", self.stance.ruleset));
        }
    }

    fn study(&mut self, by: i64) {
        self.change(|stance| {
            if let Some(me) = &mut stance.me {
                let now = me.person.hours_per_week;
                let next = if by > 0 { now.scaled_half_up(1, 1) + by } else { now.ceil() + by };
                let hours = u32::try_from(next).unwrap_or(0).clamp(*HOURS.start(), *HOURS.end());
                me.person.hours_per_week = Decimal::whole(hours);
            }
        });
    }

    fn toggle_exceptional(&mut self) {
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

    fn through_history(&mut self, action: Action) {
        let before = self.stance.ruleset;
        let (moved, word) = match action {
            Action::Undo => (self.history.undo(&mut self.stance), "Undone"),
            _ => (self.history.redo(&mut self.stance), "Done again"),
        };
        if moved {
            self.switched_from = (before != self.stance.ruleset).then_some(before);
            self.notice = Some(word.to_owned());
        }
    }

    fn copy_route(&mut self) -> Vec<Effect> {
        let picks = self.picks();
        let Some(pick) = picks.get(self.chosen_line()) else { return Vec::new() };
        let text = story::plain(self.pack(), &pick.name, pick.route, self.today);
        self.notice = Some("The route was sent to the terminal's clipboard".to_owned());
        vec![Effect::CopyToClipboard(text)]
    }

    /// Lets the map or a list take one step of the mouse wheel.
    pub(super) fn wheel(&mut self, pane: Pane, action: Action) {
        match pane {
            Pane::Role | Pane::Route | Pane::TrainingItem => {
                (0..3).for_each(|_| self.scroll_by(pane, action, PAGE));
            }
            Pane::Map => self.map.scroll(if action == Action::Up { -3 } else { 3 }),
            _ if pane == self.focus() => self.walk(action),
            _ => {}
        }
    }

    /// Gives a pane of the screen the keys.
    pub(super) fn focus_on(&mut self, pane: Pane) {
        let side = match pane {
            Pane::Map | Pane::Routes | Pane::Training => Side::Main,
            Pane::Role | Pane::Route | Pane::TrainingItem => Side::Detail,
            Pane::Overlay => return,
        };
        self.sides.insert(self.screen, side);
    }

    /// Selects a line of the top layer; whether it has such a line.
    pub(super) fn select_layer_line(&mut self, line: usize) -> Handled {
        if line >= self.layer_lines() {
            return Handled::No;
        }
        match self.overlays.last_mut() {
            Some(Overlay::Palette(search) | Overlay::Find(search, _)) => search.selected = line,
            Some(Overlay::People(selected)) => *selected = line,
            _ => return Handled::No,
        }
        Handled::Yes
    }
}

/// Half a year more or less.
pub(super) fn adjust_years(field: &mut Field, more: bool) {
    let now = Decimal::parse(field.text().trim()).unwrap_or(Decimal::ZERO).millionths();
    let next = if more { now + HALF_A_YEAR } else { now - HALF_A_YEAR };
    let most = Decimal::whole(MOST_YEARS).millionths();
    *field = Field::with(Decimal::from_millionths(next.clamp(0, most)).to_string());
}

/// The line after a step through `count` lines; stays where it is at the ends.
fn step(at: usize, count: usize, action: Action, page: usize) -> usize {
    let last = count.saturating_sub(1);
    let next = match action {
        Action::Up => at.saturating_sub(1),
        Action::Down => at + 1,
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => at + page,
        Action::First => 0,
        Action::Last => last,
        _ => at,
    };
    next.min(last)
}
