//! What a message does.

use super::App;
use super::action::{Action, Availability};
use super::desk::Knowledge;
use super::effect::Effect;
use super::env::Env;
use super::hit::Pane;
use super::key::{Key, KeyCode};
use super::keymap::{Meaning, meaning};
use super::map::Handled;
use super::msg::Msg;
use super::overlay::Overlay;
use super::screen::Screen;
use super::table::{Place, row_of};

/// What a message does to the app, and what it then wants done outside.
pub fn update(app: &mut App, msg: Msg, env: &Env) -> Vec<Effect> {
    (app.today, app.now) = (env.today, env.now);
    let Some(msg) = app.kept_back(msg) else { return Vec::new() };
    let before = app.looked_at();
    let kept = app.keeper.book.portfolio.clone();
    let mut told = false;
    if app.showing().is_none() && matches!(msg, Msg::Key(_) | Msg::Mouse(_) | Msg::Paste(_)) {
        app.wait_no_more();
    }
    let mut effects = match msg {
        Msg::Key(key) => app.press(key.normal()),
        Msg::Paste(text) => app.paste(&text),
        Msg::Mouse(mouse) => app.point(mouse),
        Msg::Resized | Msg::Tick => Vec::new(),
        Msg::Answered { ticket, finding } => {
            app.desk.take(ticket, finding);
            Vec::new()
        }
        Msg::PostsRead(pack, table) => {
            app.take_posts(pack, table);
            Vec::new()
        }
        Msg::Kept(answer) => {
            told = true;
            app.take_kept(answer)
        }
        Msg::Exported(exported) => {
            app.take_exported(exported);
            Vec::new()
        }
        Msg::Shelved(kept) => {
            app.take_shelved(kept);
            Vec::new()
        }
        Msg::Steered(steer) => app.steer(steer),
        Msg::NoPresenter(why) => {
            app.notice = Some(why);
            Vec::new()
        }
        Msg::ShowStep(deck, step) => {
            app.show_step(deck, step);
            Vec::new()
        }
        Msg::EndShow => {
            app.end_show();
            Vec::new()
        }
        Msg::Told(words) => {
            app.overlays.push(Overlay::Notice(words));
            Vec::new()
        }
    };
    if !told {
        app.keep_out_of_stage(kept.as_ref());
    }
    app.look_at_clock(env.now);
    app.step_when_due(env.now);
    app.settle(&before);
    app.settle_stage();
    app.sift();
    app.list_posts();
    if !told {
        effects.extend(app.keep_since(kept.as_ref()));
    }
    app.look_for_warnings();
    app.learn_candidates();
    effects.extend(app.questions());
    while let Some(msg) = app.no_longer_kept_back() {
        effects.extend(update(app, msg, env));
    }
    effects
}

/// What the panes are about; when it changes they start at the top again.
#[derive(PartialEq)]
struct LookedAt {
    role: Option<crate::domain::id::RoleId>,
    training: Option<crate::domain::id::TrainingId>,
    post: Option<crate::domain::id::PostId>,
    board: Option<crate::domain::id::TileId>,
    route: usize,
    plan: usize,
    appraisal: (usize, Option<usize>),
    question: Option<crate::domain::planner::Question>,
    stance: super::stance::Stance,
    layers: usize,
}

impl App {
    fn looked_at(&self) -> LookedAt {
        LookedAt {
            role: self.selected_role(),
            training: self.training.selected,
            post: self.selected_post(),
            board: self.tile_in_question(),
            route: self.routes.selected,
            plan: self.chosen_plan_line(),
            appraisal: (self.appraisals_back(), self.chosen_appraisal_line().map(|(at, _)| at)),
            question: self.stance.question(),
            stance: self.stance.clone(),
            layers: self.overlays.len(),
        }
    }

    fn settle(&mut self, before: &LookedAt) {
        let now = self.looked_at();
        if now.question != before.question {
            self.routes = super::routes::RoutesView::default();
        }
        if now.role != before.role || now.stance != before.stance {
            self.ask_of_selected();
        }
        let tops = [
            (Pane::Role, now.role != before.role),
            (Pane::TrainingItem, now.training != before.training),
            (Pane::Post, now.post != before.post),
            (Pane::Plan, now.plan != before.plan),
            (Pane::Competency, now.appraisal != before.appraisal),
            (Pane::Board, now.board != before.board),
            (Pane::Route, now.route != before.route || now.question != before.question),
            (Pane::Overlay, now.layers != before.layers),
        ];
        for (pane, _) in tops.into_iter().filter(|(_, changed)| *changed) {
            self.scroll.insert(pane, 0);
        }
        if let Knowledge::Known(_) = self.answer() {
            self.routes.selected = self.chosen_line().max(self.chosen_opening());
        }
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        self.pointer.leave();
        if self.step_by_hand_with(key) == Handled::Yes {
            return Vec::new();
        }
        if self.is_blank() && self.place() == Place::Showing && self.lifts(key) {
            return Vec::new();
        }
        self.pending.push(key);
        let place = self.place();
        match meaning(place, &self.pending) {
            Meaning::Does(action) => {
                self.pending.clear();
                self.act(action)
            }
            Meaning::Begins => Vec::new(),
            Meaning::Nothing if place == Place::Showing => {
                let keys = std::mem::take(&mut self.pending);
                self.stroll();
                keys.into_iter().flat_map(|key| self.press(key)).collect()
            }
            Meaning::Nothing if self.pending.len() > 1 => {
                self.pending.clear();
                self.press(key)
            }
            Meaning::Nothing => {
                self.pending.clear();
                self.type_or_explain(key);
                Vec::new()
            }
        }
    }

    /// Shows the screen again that was blank, unless the key steps on or says the same itself; whether it did.
    fn lifts(&mut self, key: Key) -> bool {
        let means = meaning(Place::Showing, &[key]);
        let is_step = matches!(
            means,
            Meaning::Does(
                Action::NextStep | Action::PreviousStep | Action::FirstStep | Action::LastStep | Action::Curtain
            )
        );
        if !is_step {
            self.open_curtain();
        }
        !is_step
    }

    /// Does an action, or says why it cannot be done.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        let available = row_of(action).map_or(Availability::Now, |row| (row.available)(self));
        match available {
            Availability::Now => self.perform(action),
            Availability::Not(reason) => {
                self.notice = Some(super::change::capital(reason));
                Vec::new()
            }
        }
    }

    fn type_or_explain(&mut self, key: Key) {
        if self.type_into_layer(key) == Handled::Yes {
            return;
        }
        if self.place() == Place::Jump {
            return self.type_label(key);
        }
        if let (None, KeyCode::Char(c @ '1'..='9')) = (self.overlays.last(), key.code) {
            let screens = Screen::ALL.map(|screen| format!("{} {screen}", screen.number()));
            self.notice = Some(format!("There is no screen {c} yet: {}", screens.join(", ")));
        }
    }

    fn type_into_layer(&mut self, key: Key) -> Handled {
        let Some(layer) = self.overlays.last_mut() else { return Handled::No };
        if let Overlay::Export(_) = layer {
            return self.type_into_export(key);
        }
        if let Overlay::Served { years, .. } = layer
            && let KeyCode::Left | KeyCode::Right = key.code
        {
            super::asking::adjust_years(years, key.code == KeyCode::Right);
            return Handled::Yes;
        }
        if let Overlay::Notes(notes) = layer {
            let handled = notes.writing().press(key);
            self.keep_notes();
            return handled;
        }
        if let Overlay::Form(form) = layer {
            return form.press(key);
        }
        let Some(field) = layer.field() else { return Handled::No };
        let handled = field.press(key);
        if let (Handled::Yes, Overlay::PostWords { .. }) = (handled, &layer) {
            self.type_post_words();
            return Handled::Yes;
        }
        if let (Handled::Yes, Overlay::Palette(search) | Overlay::Find(search, _) | Overlay::Choose(search, _)) =
            (handled, layer)
        {
            search.selected = 0;
        }
        handled
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(Overlay::Notes(notes)) = self.overlays.last_mut() {
            notes.writing().paste(text);
            self.keep_notes();
            return Vec::new();
        }
        self.paste_into_export(text);
        if let Some(layer) = self.overlays.last_mut()
            && let Some(field) = layer.field()
        {
            field.paste(text);
            if let Overlay::PostWords { .. } = layer {
                self.type_post_words();
                return Vec::new();
            }
            if let Overlay::Palette(search) | Overlay::Find(search, _) | Overlay::Choose(search, _) = layer {
                search.selected = 0;
            }
        }
        Vec::new()
    }
}
