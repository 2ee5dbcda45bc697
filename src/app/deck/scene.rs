//! Putting a scene on the screen.

use super::Wanted;
use crate::app::App;
use crate::app::action::{Action, Availability};
use crate::app::compare::Marks;
use crate::app::desk::Knowledge;
use crate::app::history::History;
use crate::app::map::Zoom;
use crate::app::map::filter::{AskedFor, Filter, Sector, Value, Within};
use crate::app::overlay::Overlay;
use crate::app::posts::levers::Search;
use crate::app::posts::{Chosen, Value as PostValue};
use crate::app::routes::RoutesView;
use crate::app::screen::Screen;
use crate::app::stance::{Me, Stance, Whose};
use crate::app::table::row_of;
use crate::app::training::TrainingView;
use crate::domain::deck::{Distance, MapSieve, Nearness, PostSieve, RulesChange, Scene, Sheet, Show, Somebody, View};
use crate::domain::planner::Course;
use crate::domain::quantity::Weeks;

impl App {
    /// Puts a scene on the screen, as it looks to whoever stood like this before the deck.
    pub(super) fn put_on(&mut self, scene: &Scene, before: Stance) {
        self.overlays.clear();
        self.pending.clear();
        self.sides.clear();
        self.scroll.clear();
        (self.jump, self.guide, self.notice, self.switched_from) = (None, None, None, None);
        self.history = History::default();
        self.screen = Screen::Map;
        self.stance = self.staged(scene, before);
        self.map.begin_anew();
        self.routes = RoutesView::default();
        self.training = TrainingView::default();
        self.posts.begin_anew(Chosen::default());
        if let Some(me) = &self.stance.me {
            self.map.begin_at(me.person.role);
        }
        for show in scene.shows() {
            self.put(show);
        }
        self.ask_of_selected();
    }

    /// Who asks, for what and under which rules in a scene. The user is only tried on.
    fn staged(&mut self, scene: &Scene, before: Stance) -> Stance {
        let (pack, today) = (self.pack.clone(), self.today);
        let mut stance = before;
        if let Some(me) = &mut stance.me {
            me.whose = Whose::Anybody;
        }
        for show in scene.shows() {
            match show {
                Show::Me(Somebody::Persona(slug)) => {
                    let Some(persona) = pack.tables().personas.iter().find(|persona| persona.slug == *slug) else {
                        self.miss(format!("no ready-made person has the id {slug}"));
                        continue;
                    };
                    stance.me = Some(Me::of_profile(&pack, persona, today));
                    (stance.target, stance.course) = (persona.target, Course::Any);
                }
                Show::Me(Somebody::InRole { role, served_years, have }) => {
                    let served = Weeks::from_years(*served_years);
                    let mut me = Me::of_role(&pack, *role, served, pack.tables().hours_per_week);
                    me.person.have.extend(have.iter().copied());
                    stance.me = Some(me);
                    (stance.target, stance.course) = (None, Course::Any);
                }
                Show::Hours(hours) => {
                    if let Some(me) = &mut stance.me {
                        me.person.hours_per_week = *hours;
                    }
                }
                Show::Target(role) => (stance.target, stance.course) = (Some(*role), Course::Any),
                Show::Rules(rules) => stance.ruleset = *rules,
                Show::Moves(moves) => stance.moves = *moves,
                Show::Course(course) => stance.course = *course,
                _ => {}
            }
        }
        stance
    }

    /// Puts one thing on the screen.
    fn put(&mut self, show: &Show) {
        match show {
            Show::Me(_)
            | Show::Hours(_)
            | Show::Target(_)
            | Show::Rules(_)
            | Show::Moves(_)
            | Show::Course(_)
            | Show::Spotlight(_) => {}
            Show::Screen(view) => self.screen = screen(*view),
            Show::Zoom(nearness) => self.map.set_zoom(zoom(*nearness)),
            Show::Map(sieve) => {
                let filter = self.filter_of(sieve);
                self.map.set_filter(filter);
            }
            Show::Posts(sieve) => self.posts.set_chosen(chosen(sieve)),
            Show::Role(role) => {
                let pack = self.pack.clone();
                self.map.select(&pack, *role);
            }
            Show::Training(training) => self.training.selected = Some(*training),
            Show::Post(id) => self.put_post(id),
            Show::Route(line) => self.want(|wanted| wanted.route = Some(*line)),
            Show::Sheet(sheet) => self.put_sheet(sheet),
        }
    }

    fn put_post(&mut self, id: &str) {
        let Some(post) = self.post_called(id) else { return self.miss(format!("the post {id} is not known any more")) };
        self.posts.select(post);
        self.list_posts();
        if self.screen == Screen::Posts && self.selected_post() != Some(post) {
            self.miss(format!("the post {id} is not among those that are listed"));
        }
    }

    fn put_sheet(&mut self, sheet: &Sheet) {
        let action = match sheet {
            Sheet::CompareRoutes(_) | Sheet::CompareRules | Sheet::Breakdown => {
                return self.want(|wanted| wanted.sheet = Some(sheet.clone()));
            }
            Sheet::PayBack => Action::PayBack,
            Sheet::Feeders => Action::Feeders,
            Sheet::WhatIf => Action::WhatIf,
        };
        match row_of(action).map_or(Availability::Now, |row| (row.available)(self)) {
            Availability::Not(why) => self.miss(why.to_owned()),
            Availability::Now => self.open_offer(action),
        }
        // A room has no time to ask for it.
        if let Some(Overlay::WhatIf(what_if)) = self.overlays.last_mut() {
            what_if.search = Search::Asked;
        }
    }

    fn miss(&mut self, why: String) {
        if let Some(stage) = &mut self.stage {
            stage.missed.push(why);
        }
    }

    fn want(&mut self, want: impl FnOnce(&mut Wanted)) {
        if let Some(stage) = &mut self.stage {
            want(stage.wanted.get_or_insert_default());
        }
    }

    /// Shows what waited for the planner, once it has answered.
    pub(in crate::app) fn settle_stage(&mut self) {
        let Some(wanted) = self.stage.as_ref().and_then(|stage| stage.wanted.clone()) else { return };
        if self.answer() == Knowledge::Waiting || self.rules_wanted().is_some() {
            return;
        }
        self.wait_no_more();
        if let Knowledge::NothingAsked = self.answer() {
            return self.miss("there are no routes: nobody asks, or no role is wanted".to_owned());
        }
        if let Some(line) = wanted.route {
            match self.picks().len() {
                count if line > count => self.miss(format!("there is no route {line}: there are {count}")),
                _ => self.routes.selected = line - 1,
            }
        }
        if let Some(sheet) = &wanted.sheet {
            self.open_on_routes(sheet);
        }
    }

    fn open_on_routes(&mut self, sheet: &Sheet) {
        let count = self.picks().len();
        match sheet {
            Sheet::CompareRoutes(lines) => {
                if let Some(line) = lines.iter().find(|line| **line > count) {
                    return self.miss(format!("there is no route {line}: there are {count}"));
                }
                self.routes.marks = lines.iter().fold(Marks::default(), |marks, line| marks.toggled(line - 1));
                self.overlays.push(Overlay::Compare);
            }
            Sheet::CompareRules if self.compared_by_rules().len() < 2 => {
                self.miss("there is no route under one of the rules, and nothing to compare".to_owned());
            }
            Sheet::CompareRules => self.overlays.push(Overlay::CompareRules),
            Sheet::Breakdown if count == 0 => self.miss("there is no route, and nothing to add up".to_owned()),
            Sheet::Breakdown => self.overlays.push(Overlay::Breakdown),
            Sheet::PayBack | Sheet::Feeders | Sheet::WhatIf => {}
        }
    }

    fn filter_of(&mut self, sieve: &MapSieve) -> Filter {
        let mut filter = Filter::default();
        let traits = self.map.sieve().traits(&self.pack);
        let sectors: Vec<(usize, String)> = traits.sectors().iter().cloned().enumerate().collect();
        sieve.families.iter().for_each(|id| filter.toggle(Value::Family(*id)));
        sieve.levels.iter().for_each(|level| filter.toggle(Value::Level(*level)));
        sieve.regions.iter().for_each(|id| filter.toggle(Value::Region(*id)));
        sieve.rules.iter().for_each(|change| filter.toggle(Value::Rules(asked_for(*change))));
        filter.set_within(sieve.within.map(within));
        for (at, _) in sectors.iter().filter(|(_, sector)| sieve.sectors.contains(sector)) {
            filter.toggle(Value::Sector(Sector::Named(*at)));
        }
        if sieve.challenged {
            filter.toggle(Value::Challenged);
        }
        if sieve.in_reach {
            filter.toggle(Value::InReach);
        }
        filter
    }
}

/// The screen of a view.
#[must_use]
pub(in crate::app) const fn screen(view: View) -> Screen {
    match view {
        View::Map => Screen::Map,
        View::Routes => Screen::Routes,
        View::Plan => Screen::Plan,
        View::Training => Screen::Training,
        View::Posts => Screen::Posts,
    }
}

const fn zoom(nearness: Nearness) -> Zoom {
    match nearness {
        Nearness::Families => Zoom::Families,
        Nearness::Whole => Zoom::Lanes,
        Nearness::Role => Zoom::Boxes,
        Nearness::Cards => Zoom::Cards,
    }
}

const fn within(distance: Distance) -> Within {
    match distance {
        Distance::One => Within::One,
        Distance::Two => Within::Two,
        Distance::Three => Within::Three,
    }
}

const fn asked_for(change: RulesChange) -> AskedFor {
    match change {
        RulesChange::More => AskedFor::More,
        RulesChange::MoreOfAll => AskedFor::MoreOfAll,
        RulesChange::Same => AskedFor::Same,
    }
}

fn chosen(sieve: &PostSieve) -> Chosen {
    let mut chosen = Chosen::default();
    let values = [
        sieve.eligible.then_some(PostValue::Eligible),
        sieve.challenged.then_some(PostValue::Challenged),
        sieve.segment.map(PostValue::Segment),
        sieve.region.clone().map(PostValue::Region),
        sieve.level.map(PostValue::Level),
    ];
    let families = sieve.families.iter().copied().map(PostValue::Family);
    values.into_iter().flatten().chain(families).for_each(|value| chosen.toggle(value));
    chosen.set_words(&sieve.words);
    chosen
}
