//! What is on the screen as a step would show it.

use std::collections::BTreeSet;

use crate::app::App;
use crate::app::map::Zoom;
use crate::app::map::filter::{AskedFor, Sector, Value, Within};
use crate::app::overlay::Overlay;
use crate::app::posts::Value as PostValue;
use crate::app::screen::Screen;
use crate::app::stance::Me;
use crate::domain::deck::{Distance, MapSieve, Nearness, PostSieve, RulesChange, Scene, Sheet, Show, Somebody, View};
use crate::domain::planner::Course;
use crate::domain::quantity::Decimal;

/// Hundredths of a year in a million.
const HUNDREDTH: i64 = 10_000;

impl App {
    /// Everything that is on the screen, in the order in which it is shown.
    pub(super) fn captured(&self) -> Vec<Show> {
        let before = self.recording().map(|recording| recording.scene().clone()).unwrap_or_default();
        let mut shows = self.question_captured();
        let view = match self.screen {
            Screen::Map => Some(View::Map),
            Screen::Routes => Some(View::Routes),
            Screen::Plan => Some(View::Plan),
            Screen::Training => Some(View::Training),
            Screen::Posts => Some(View::Posts),
            Screen::Appraisal | Screen::Workshop => None,
        };
        shows.extend(view.map(Show::Screen));
        shows.extend(self.map_captured(&before));
        shows.extend(self.list_captured(&before));
        if let Some(training) = self.selected_training().filter(|_| self.screen == Screen::Training) {
            shows.push(Show::Training(training));
        }
        if let Some(post) = self.selected_post().filter(|_| self.screen == Screen::Posts) {
            shows.push(Show::Post(self.pack().post(post).id.clone()));
        }
        let line = self.chosen_line();
        if self.chosen_route().is_some() && (line > 0 || self.screen == Screen::Routes) {
            shows.push(Show::Route(line + 1));
        }
        shows.extend(self.sheet_captured().map(Show::Sheet));
        shows.sort_by_key(Show::rank);
        shows
    }

    fn question_captured(&self) -> Vec<Show> {
        let mut shows = Vec::new();
        let stance = self.stance();
        if let Some(me) = &stance.me {
            let (somebody, hours) = self.somebody(me);
            shows.push(Show::Me(somebody));
            if me.person.hours_per_week != hours {
                shows.push(Show::Hours(me.person.hours_per_week));
            }
        }
        shows.extend(stance.target.map(Show::Target));
        shows.push(Show::Rules(stance.ruleset));
        shows.push(Show::Moves(stance.moves));
        if stance.course != Course::Any {
            shows.push(Show::Course(stance.course));
        }
        shows
    }

    /// Who asks, and how many hours a week they study unless something else is said. Of the user only the role, the years
    /// in it and what they hold is told.
    fn somebody(&self, me: &Me) -> (Somebody, Decimal) {
        let pack = self.pack();
        let is_persona = |persona: &&crate::domain::profile::Profile| {
            let tried = Me::of_profile(pack, persona, self.today).person;
            persona.title == me.title
                && (tried.role, tried.served, &tried.have) == (me.person.role, me.person.served, &me.person.have)
        };
        if let Some(persona) = pack.tables().personas.iter().find(is_persona) {
            let hours = Me::of_profile(pack, persona, self.today).person.hours_per_week;
            return (Somebody::Persona(persona.slug.clone()), hours);
        }
        let hundredths = (i64::from(me.person.served.0) * 100 + 26) / 52;
        let served_years = Decimal::from_millionths(hundredths * HUNDREDTH);
        let have = me.person.have.iter().copied().collect();
        (Somebody::InRole { role: me.person.role, served_years, have }, pack.tables().hours_per_week)
    }

    fn map_captured(&self, before: &Scene) -> Vec<Show> {
        let mut shows = Vec::new();
        if self.screen == Screen::Map {
            shows.push(Show::Zoom(match self.map.zoom() {
                Zoom::Families => Nearness::Families,
                Zoom::Lanes => Nearness::Whole,
                Zoom::Boxes => Nearness::Role,
                Zoom::Cards => Nearness::Cards,
            }));
            shows.extend(self.selected_role().map(Show::Role));
        }
        let sieve = self.map_sieve();
        let said = before.shows().iter().any(|show| matches!(show, Show::Map(_)));
        if said || sieve != MapSieve::default() {
            shows.push(Show::Map(sieve));
        }
        shows
    }

    fn map_sieve(&self) -> MapSieve {
        let filter = self.map.sieve().filter();
        let sectors = self.map.sieve().traits(&self.pack).sectors();
        let mut sieve = MapSieve::default();
        for value in filter.facets().flat_map(|facet| filter.of(facet)) {
            match value {
                Value::Near(within) => {
                    sieve.within = Some(match within {
                        Within::One => Distance::One,
                        Within::Two => Distance::Two,
                        Within::Three => Distance::Three,
                    });
                }
                Value::Family(family) => drop(sieve.families.insert(family)),
                Value::Level(level) => drop(sieve.levels.insert(level)),
                Value::Sector(Sector::Named(at)) => sieve.sectors.extend(sectors.get(at).cloned()),
                // Decks name sectors; any sector goes with each of them.
                Value::Sector(Sector::Any) => {}
                Value::Region(region) => drop(sieve.regions.insert(region)),
                Value::Rules(asked) => drop(sieve.rules.insert(match asked {
                    AskedFor::More => RulesChange::More,
                    AskedFor::MoreOfAll => RulesChange::MoreOfAll,
                    AskedFor::Same => RulesChange::Same,
                })),
                Value::Challenged => sieve.challenged = true,
                Value::InReach => sieve.in_reach = true,
            }
        }
        sieve
    }

    /// Which posts are listed; what a deck has no word for is left out.
    fn list_captured(&self, before: &Scene) -> Option<Show> {
        let chosen = self.posts.chosen();
        let mut sieve = PostSieve { words: chosen.words().to_owned(), ..PostSieve::default() };
        let mut families = BTreeSet::new();
        for value in chosen.values() {
            match value {
                PostValue::Eligible => sieve.eligible = true,
                PostValue::Challenged => sieve.challenged = true,
                PostValue::Segment(segment) => sieve.segment = Some(*segment),
                PostValue::Region(region) => sieve.region = Some(region.clone()),
                PostValue::Family(family) => drop(families.insert(*family)),
                PostValue::Level(level) => sieve.level = Some(*level),
                PostValue::Closing(_)
                | PostValue::Pay(_)
                | PostValue::Board(_)
                | PostValue::Role(_)
                | PostValue::Organisation(_) => {}
            }
        }
        sieve.families = families;
        let said = before.shows().iter().any(|show| matches!(show, Show::Posts(_)));
        (said || sieve != PostSieve::default()).then_some(Show::Posts(sieve))
    }

    fn sheet_captured(&self) -> Option<Sheet> {
        match self.overlays.last()? {
            Overlay::Compare => {
                let lines: Vec<usize> = self.routes.marks.lines().into_iter().map(|line| line + 1).collect();
                // Without marks the chosen way stands beside the first of the others.
                let other = usize::from(self.chosen_line() == 0) + 1;
                let mut beside = vec![self.chosen_line() + 1, other];
                beside.sort_unstable();
                Some(Sheet::CompareRoutes(if lines.len() > 1 { lines } else { beside }))
            }
            Overlay::CompareRules => Some(Sheet::CompareRules),
            Overlay::Breakdown => Some(Sheet::Breakdown),
            Overlay::PayBack => Some(Sheet::PayBack),
            Overlay::Feeders => Some(Sheet::Feeders),
            Overlay::WhatIf(_) => Some(Sheet::WhatIf),
            _ => None,
        }
    }
}
