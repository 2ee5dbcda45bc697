//! Doing what an action says.

use super::action::Action;
use super::effect::{Effect, Keep};
use super::export::Over;
use super::finder::{Purpose, Thing};
use super::hit::Pane;
use super::map::Zoom;
use super::overlay::{Overlay, Search};
use super::screen::Screen;
use super::story;
use super::table::Place;
use super::{App, Side};
use crate::domain::id::RoleId;

impl App {
    /// Does what is done at once, and what wants something done outside; the rest by what it is about.
    pub(super) fn perform(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open | Action::PutAway => return self.open(),
            // The first thing a newcomer sees is the question who they are; `q` there means what it says.
            Action::Leave if self.stance.me.is_none() && matches!(self.overlays[..], [Overlay::People(_)]) => {
                return self.leave();
            }
            Action::ChoosePerson => return self.choose_person(),
            Action::RemoveProfile => return self.remove_profile(),
            Action::Undo | Action::Redo => return self.through_history(action),
            Action::CopyRoute => return self.copy_route(),
            Action::WriteOver => return self.write_export(Over::Writes),
            Action::CopyPath => return self.copy_path(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.leave(),
            _ => self.get_about(action),
        }
        Vec::new()
    }

    /// Moves about: on the map, between screens, into and out of layers.
    fn get_about(&mut self, action: Action) {
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
            Action::ZoomIn | Action::ZoomOut => self.zoom(action),
            Action::Between => self.next_between(),
            Action::Jump => self.begin_jump(),
            Action::SmallMap | Action::Fold | Action::FoldOthers => self.fold(action),
            Action::Back | Action::Leave => self.back(),
            Action::NextPane | Action::PreviousPane if self.place() == Place::Export => self.walk_export(action),
            Action::NextPane | Action::PreviousPane => self.other_side(action),
            Action::Show(screen) => self.show(screen),
            Action::Find => self.overlays.push(Overlay::Find(Search::default(), Purpose::Look)),
            Action::Help => self.overlays.push(Overlay::Help),
            Action::Legend => self.overlays.push(Overlay::Legend),
            Action::Palette => self.overlays.push(Overlay::Palette(Search::default())),
            Action::Export => self.open_export(),
            Action::GoToMe => self.go_to(self.stance.me.as_ref().map(|me| me.person.role)),
            Action::GoToTarget => self.go_to(self.stance.target),
            _ => self.ask_for(action),
        }
    }

    /// Changes who asks, for what and under which rules, and what of the answers is laid side by side.
    fn ask_for(&mut self, action: Action) {
        match action {
            Action::SetMe | Action::SetTarget => self.set_end(action),
            Action::NextRuleset => self.next_ruleset(),
            Action::StudyMore => self.study(1),
            Action::StudyLess => self.study(-1),
            Action::Exceptional => self.toggle_exceptional(),
            Action::ThroughPost => self.route_through(),
            Action::AnyCourse => self.any_course(),
            Action::Mark if self.screen == Screen::Plan => self.mark_plan(),
            Action::Mark => self.mark(),
            Action::Compare if self.screen == Screen::Plan => self.overlays.push(Overlay::ComparePlans),
            Action::Compare => self.overlays.push(Overlay::Compare),
            Action::CompareRules => self.overlays.push(Overlay::CompareRules),
            _ => self.see_to_own(action),
        }
    }

    /// Sees to what is the user's own: profile, plans, appraisals.
    fn see_to_own(&mut self, action: Action) {
        match action {
            Action::NameProfile => self.ask_label(),
            Action::CopyProfile => self.ask_label_of_copy(),
            Action::ComeBack => self.come_back(),
            Action::Profile => self.show_profile(),
            Action::AddLine => self.add_profile_line(),
            Action::RemoveLine => self.remove_profile_line(),
            Action::MakeOwn => self.overlays.push(Overlay::Adopt),
            Action::RecordWaiver => self.record_waiver(),
            Action::Warnings => self.overlays.push(Overlay::Warnings(0)),
            Action::MakePlan => self.make_plan(),
            Action::TickOff if self.screen == Screen::Appraisal => self.take_up(),
            Action::TickOff => self.tick_off(),
            Action::DoneOn => self.ask_day(),
            Action::NamePlan => self.ask_name(),
            Action::RemovePlan => self.remove_plan(),
            Action::AskAgain => self.ask_again(),
            Action::Rate
            | Action::RateAs(_)
            | Action::Unrate
            | Action::RateHigher
            | Action::RateLower
            | Action::Priority
            | Action::Notes
            | Action::OtherNote => self.appraise(action),
            Action::NewAppraisal | Action::OtherAppraisal | Action::RemoveAppraisal | Action::OtherStage => {
                self.date_appraisal(action);
            }
            Action::AddObjective | Action::EditObjective | Action::RemoveObjective => self.change_objectives(action),
            _ => self.look_through(action),
        }
    }

    /// Looks through posts and training, and chooses what is to be seen of the map.
    fn look_through(&mut self, action: Action) {
        match action {
            Action::FilterPosts | Action::PostWords | Action::FitsMe | Action::ReverseOrder => self.sift_posts(action),
            Action::ToggleValue | Action::ShowAll | Action::Order if self.screen == Screen::Posts => {
                self.sift_posts(action);
            }
            Action::OnlyBoard | Action::OnlyRegion | Action::OtherBoards | Action::OtherShade => {
                self.tour_england(action);
            }
            Action::PayBack | Action::Feeders | Action::WhatIf => self.open_offer(action),
            Action::Least => self.look_for_least(),
            Action::RoleOfPost => self.go_to(self.role_of_post()),
            Action::PostsOfRole => self.selected_role().into_iter().for_each(|role| self.show_posts_of(role)),
            Action::NearOnly
            | Action::Filter
            | Action::ToggleValue
            | Action::ShowAll
            | Action::DimOrHide
            | Action::Compact => self.filter(action),
            Action::FilterStatus => self.training.next_status(),
            Action::FilterKind => self.training.next_kind(&self.pack),
            Action::Order => self.training.next_order(),
            _ => self.in_workshop(action),
        }
    }

    /// To a screen, with nothing on top of it.
    fn show(&mut self, screen: Screen) {
        if screen == Screen::Workshop && self.is_strolling() {
            return self.back_to_step();
        }
        self.overlays.clear();
        self.screen = screen;
    }

    fn open(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Export(_)) = self.overlays.last() {
            return self.write_export(Over::Never);
        }
        match self.overlays.pop() {
            None => {
                if self.focus() == Pane::Routes && self.chosen_route().is_some() {
                    self.overlays.push(Overlay::Breakdown);
                } else if self.focus() == Pane::Routes && !self.openings().is_empty() {
                    self.try_opening();
                } else if self.focus() == Pane::Plan {
                    return self.act(Action::TickOff);
                } else if self.screen == Screen::Appraisal {
                    return self.open_appraisal_line();
                } else if self.focus() == Pane::Post {
                    return self.act(Action::ThroughPost);
                } else if self.focus() == Pane::Map && self.map.zoom() == Zoom::Families {
                    self.zoom(Action::ZoomIn);
                } else if self.screen == Screen::Workshop {
                    return self.act(Action::Play);
                } else if self.focus() == Pane::England {
                    self.tour_england(Action::OnlyBoard);
                } else {
                    self.sides.insert(self.screen, Side::Detail);
                }
            }
            Some(Overlay::Palette(search)) => {
                let chosen = self.actions(search.field.text()).get(search.selected).map(|found| found.what.action);
                return chosen.map_or(Vec::new(), |action| self.act(action));
            }
            Some(Overlay::Find(search, purpose)) => {
                let chosen = self.found(search.field.text(), purpose).list.get(search.selected).map(|found| found.what);
                if let Some(thing) = chosen {
                    self.take_found(thing, purpose);
                }
            }
            Some(Overlay::People(selected)) => return self.take_person(selected),
            Some(Overlay::Label(wanted, label)) => return self.take_label(wanted, label),
            Some(Overlay::Served { role, years }) => self.serve(role, years),
            Some(Overlay::Hours(hours)) => self.take_hours(hours),
            Some(Overlay::PlanName(name)) => self.take_name(name),
            Some(Overlay::DoneOn { item, day }) => self.take_day(item, day),
            Some(Overlay::Rating(line)) => {
                self.overlays.push(Overlay::Rating(line));
                self.take_point(line);
            }
            Some(Overlay::Appraisals(line)) => self.show_appraisal(line),
            Some(Overlay::NewAppraisal(line)) => self.begin_appraisal(line),
            Some(Overlay::ObjectiveWords { at, words }) => self.take_objective(at, words),
            Some(Overlay::ObjectiveDue { at, due }) => self.take_due(at, due),
            Some(Overlay::ObjectiveStep { at, selected }) => self.take_step(at, selected),
            // Enter writes there.
            Some(Overlay::Notes(notes)) => self.leave_notes(*notes),
            Some(Overlay::Profile(selected)) => self.open_profile_line(selected),
            Some(Overlay::Choose(search, wanted)) => self.take_choice(search, wanted),
            Some(Overlay::Form(form)) => self.take_form(form),
            Some(Overlay::Adopt) => self.adopt(),
            Some(Overlay::Warnings(selected)) => {
                self.overlays.push(Overlay::Warnings(selected));
                self.put_away(selected);
            }
            Some(Overlay::Unreadable(_)) => return vec![Effect::Keep(Keep::SetAside)],
            Some(Overlay::PostWords { before, .. }) => self.keep_post_words(&before),
            Some(Overlay::Hands(hands)) => return self.take_hands(hands),
            Some(Overlay::StepTitle { title, shows }) => self.take_recorded(&title, shows),
            Some(Overlay::DeckTitle(title)) => return self.take_deck(&title),
            Some(
                Overlay::Help
                | Overlay::Legend
                | Overlay::Filter(_)
                | Overlay::PostFilter(_)
                | Overlay::Breakdown
                | Overlay::Compare
                | Overlay::CompareRules
                | Overlay::ComparePlans
                | Overlay::PayBack
                | Overlay::Feeders
                | Overlay::WhatIf(_)
                | Overlay::Export(_)
                | Overlay::Exported(_)
                | Overlay::Notice(_),
            ) => {}
        }
        Vec::new()
    }

    fn take_found(&mut self, thing: Thing, purpose: Purpose) {
        match (thing, purpose) {
            (Thing::Role(role), Purpose::Look) => self.go_to(Some(role)),
            (Thing::Role(role), Purpose::Target) => self.aim(role),
            (Thing::Role(role), Purpose::Me) => {
                self.next_in_guide();
                self.ask_years(role);
            }
            (Thing::Training(training), _) => self.show_training(training),
            (Thing::Organisation(organisation), _) => self.show_posts_in(organisation),
            (Thing::Post(post), _) => self.show_post(post),
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
            self.jump = None;
            self.screen = Screen::Map;
            self.sides.insert(Screen::Map, Side::Main);
            self.map.select(&self.pack, role);
        }
    }

    fn back(&mut self) {
        self.guide = None;
        if self.is_layer_of_step() {
            return self.end_deck();
        }
        let layer = self.overlays.pop();
        let is_layer = layer.is_some();
        match layer {
            Some(Overlay::PostWords { before, .. }) => self.posts.chosen_words_back(&before),
            Some(Overlay::Notes(notes)) => self.leave_notes(*notes),
            _ => {}
        }
        let is_closed = is_layer || self.jump.take().is_some();
        if is_closed || (self.side() == Side::England && self.widen()) {
        } else if self.side() != Side::Main {
            self.sides.insert(self.screen, Side::Main);
        } else if self.is_strolling() {
            self.back_to_step();
        } else if self.switched_from.take().is_none() {
            self.notice = Some("This is the first level: q leaves the program".to_owned());
        }
    }

    fn copy_route(&mut self) -> Vec<Effect> {
        let picks = self.picks();
        let Some(pick) = picks.get(self.chosen_line()) else { return Vec::new() };
        let text = story::plain(self.pack(), &pick.name, pick.route, self.today);
        self.notice = Some("The route was sent to the terminal's clipboard".to_owned());
        vec![Effect::CopyToClipboard(text)]
    }
}
