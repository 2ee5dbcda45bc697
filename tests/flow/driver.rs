//! The driver: keys in, screen out. Questions to the planner are answered at once and in order.

use std::path::Path;
use std::sync::Arc;

use fingerpost::app::{App, Effect, Env, HitMap, Key, Msg, Start, update};
use fingerpost::domain::Pack;
use fingerpost::store::{Asked, DataFolder, KeptDecks, KeptProfiles};
use fingerpost::tui::exporter;
use fingerpost::tui::keeper::Keeper;
use fingerpost::tui::shelf;
use fingerpost::ui::{self, GlyphSet};
use jiff::civil::{Date, DateTime};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::styled;

/// The day on which all tests take place.
pub const TODAY: Date = jiff::civil::date(2026, 11, 22);

/// The app in a window of its own.
pub struct Driver {
    pub app: App,
    pub effects: Vec<Effect>,
    pub hits: HitMap,
    pack: Arc<Pack>,
    terminal: Terminal<TestBackend>,
    glyphs: GlyphSet,
    keeper: Option<Keeper>,
    decks: Option<KeptDecks>,
    pub now: DateTime,
    exports: Exports,
}

/// What becomes of files that are to be exported.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exports {
    /// They are only wanted: a test that presses keys at random writes nothing.
    Noted,
    /// They are written.
    Written,
}

impl Driver {
    /// The app on a pack, in a window of so many columns and rows.
    pub fn new(pack: &Arc<Pack>, size: (u16, u16), start: Start) -> Self {
        let (app, effects) = App::new(Arc::clone(pack), Start { today: TODAY, ..start });
        let terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal of cells");
        let mut driver = Self {
            app,
            effects: Vec::new(),
            hits: HitMap::default(),
            pack: Arc::clone(pack),
            terminal,
            glyphs: GlyphSet::Unicode,
            keeper: None,
            decks: None,
            now: TODAY.at(9, 0, 0, 0),
            exports: Exports::Noted,
        };
        driver.carry_out(effects);
        driver.draw();
        driver
    }

    /// The app as it starts with a folder for profiles: what is in it is read, and what is to be kept goes there.
    pub fn keeping(pack: &Arc<Pack>, size: (u16, u16), folder: &Path, start: Start) -> Self {
        let profiles = KeptProfiles::new(folder.to_owned(), Arc::clone(pack));
        let (keeper, keeping, opening) = Keeper::open(profiles, None);
        let remarks = keeper.remarks().to_vec();
        let mut driver = Self::new(pack, size, Start { keeping, opening, remarks, ..start });
        driver.keeper = Some(keeper);
        driver
    }

    /// The app as it starts with a data folder for decks and counts.
    pub fn with_decks(pack: &Arc<Pack>, size: (u16, u16), folder: &Path, start: Start) -> Self {
        let data = DataFolder::locate(Asked::new(Some(folder.to_owned()), |_| None)).expect("asked for");
        let kept = KeptDecks::own(&data, Arc::clone(pack));
        let mut driver = Self::new(pack, size, Start { decks: Some(shelf::read(&kept)), ..start });
        driver.decks = Some(kept);
        driver
    }

    /// The same with files written that are exported.
    pub fn exporting(self) -> Self {
        Self { exports: Exports::Written, ..self }
    }

    /// The same with plain signs.
    pub fn ascii(mut self) -> Self {
        self.glyphs = GlyphSet::Ascii;
        self.draw();
        self
    }

    /// Presses keys, one after the other, drawing after each.
    pub fn keys(mut self, keys: &str) -> Self {
        for key in Key::parse_all(keys).expect("keys") {
            self.send(Msg::Key(key));
        }
        self
    }

    /// Sends a message, answers what it raises and draws.
    pub fn send(&mut self, msg: Msg) {
        self.send_undrawn(msg);
        self.draw();
    }

    /// As [`Driver::send`], without drawing.
    pub fn send_undrawn(&mut self, msg: Msg) {
        if let Msg::PostsRead(pack, _) = &msg {
            self.pack = Arc::clone(pack);
        }
        let env = self.env();
        let effects = update(&mut self.app, msg, &env);
        self.carry_out(effects);
    }

    fn env(&self) -> Env {
        let size = self.terminal.backend().buffer().area;
        Env { size: (size.width, size.height), today: TODAY, now: self.now }
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let env = self.env();
        for effect in effects {
            match effect {
                Effect::Ask { ticket, ask } => {
                    let finding = ask.answer(&self.pack);
                    let more = update(&mut self.app, Msg::Answered { ticket, finding }, &env);
                    self.carry_out(more);
                }
                Effect::Keep(keep) => {
                    let kept = self.keeper.as_mut().and_then(|keeper| keeper.keep(&keep));
                    let more = kept.map_or(Vec::new(), |kept| update(&mut self.app, Msg::Kept(kept), &env));
                    self.carry_out(more);
                }
                Effect::Shelve(shelve) => {
                    let kept = self.decks.as_ref().map(|decks| shelf::keep(decks, &shelve));
                    let more = kept.map_or(Vec::new(), |kept| update(&mut self.app, Msg::Shelved(kept), &env));
                    self.carry_out(more);
                }
                Effect::Export(export) if self.exports == Exports::Written => {
                    let exported = exporter::export(&self.pack, &export, TODAY);
                    let more = update(&mut self.app, Msg::Exported(exported), &env);
                    self.carry_out(more);
                }
                other => self.effects.push(other),
            }
        }
    }

    /// Makes the window another size and draws.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
        self.send(Msg::Resized);
    }

    fn draw(&mut self) {
        let look = styled::look(self.glyphs);
        let mut hits = None;
        self.terminal.draw(|frame| hits = Some(ui::draw(&self.app, &look, frame))).expect("cells cannot fail");
        self.hits = hits.expect("it was drawn");
        self.app.note_hits(self.hits.clone());
    }

    /// The text of the screen, line by line.
    pub fn text(&self) -> String {
        styled::text(self.terminal.backend().buffer())
    }

    /// The text, and below it where which style is.
    pub fn screen(&self) -> String {
        styled::screen(self.terminal.backend().buffer())
    }

    /// The text of one row.
    pub fn row(&self, row: usize) -> String {
        self.text().lines().nth(row).unwrap_or_default().to_owned()
    }

    /// Whether the screen says this somewhere.
    pub fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }
}
