//! An app that is used without a terminal: every message is drawn, every question to the planner answered at once.

use std::collections::VecDeque;
use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::app::{self, App, Effect, Env, Msg, Start};
use crate::domain::Pack;
use crate::picture::{self, Palette};
use crate::ui::{self, Look, Theme};

/// Such an app in a window of its own.
pub struct Sitting {
    app: App,
    pack: Arc<Pack>,
    look: Look,
    env: Env,
    terminal: Terminal<TestBackend>,
}

impl Sitting {
    /// The app at its start.
    pub fn new(pack: &Arc<Pack>, start: Start, look: Look, env: Env) -> Self {
        let (app, effects) = App::new(Arc::clone(pack), start);
        let Ok(terminal) = Terminal::new(TestBackend::new(env.size.0, env.size.1));
        let mut sitting = Self { app, pack: Arc::clone(pack), look, env, terminal };
        sitting.carry_out(effects);
        sitting.draw();
        sitting
    }

    /// The app as it is now.
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// Takes a message in, answers what it raises and draws.
    pub fn send(&mut self, msg: Msg) {
        let effects = app::update(&mut self.app, msg, &self.env);
        self.carry_out(effects);
        self.draw();
    }

    /// What is on the screen as SVG, with a title and a description.
    pub fn svg(&self, theme: Theme, title: &str, desc: &str) -> String {
        picture::svg(self.terminal.backend().buffer(), &Palette::of(theme), title, desc)
    }

    /// Answers the app's questions until it has none; what else it wants needs a terminal.
    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            if let Effect::Ask { ticket, ask } = effect {
                let answered = Msg::Answered { ticket, finding: ask.answer(&self.pack) };
                waiting.extend(app::update(&mut self.app, answered, &self.env));
            }
        }
    }

    fn draw(&mut self) {
        let (app, look) = (&self.app, &self.look);
        let mut hits = None;
        let Ok(_) = self.terminal.draw(|frame| hits = Some(ui::draw(app, look, frame)));
        if let Some(hits) = hits {
            self.app.note_hits(hits);
        }
    }
}
