//! What stands around every screen: the title bar, the tabs, what other rules change, the keys that are valid here.

use ratatui::layout::Rect;

use super::SMALLEST;
use super::canvas::Canvas;
use super::look::Token;
use super::sheet::{Piece, Row, Sheet, piece};
use super::text::{fit, width};
use crate::app::action::{Action, Availability};
use crate::app::desk::Knowledge;
use crate::app::hit::Target;
use crate::app::jump::Jump;
use crate::app::keymap::{continuations, shown, spoken};
use crate::app::table::{Place, ROWS, row_of};
use crate::app::{App, Screen, change};
use crate::domain::words;

/// Draws all of it; gives back what is left for the screen.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> Rect {
    let line = |y: u16| Rect { y, height: 1, ..area };
    let warned = warnings(app, canvas, line(area.y));
    let width = area.width - warned;
    canvas.row(Rect { width, ..line(area.y) }, &title(app, width));
    tabs(app, canvas, line(area.y + 1));
    bottom(app, canvas, line(area.bottom() - 1));
    let mut sheet = Sheet::new(area.width);
    if let Some(words) = strip(app) {
        sheet.hanging(&[piece(Token::Key, "p ")], Token::Notice, &words);
    }
    let sheet = sheet.cut(usize::from(area.height / STRIP_PART));
    let rows = u16::try_from(sheet.rows().len()).unwrap_or(0);
    for (y, row) in (area.bottom() - 1 - rows..area.bottom() - 1).zip(sheet.rows()) {
        canvas.row(line(y), row);
    }
    Rect { y: area.y + 2, height: area.height - 3 - rows, ..area }
}

/// How many warnings are to be read, at the right edge; the columns that takes.
fn warnings(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    let words = match (app.open_warnings(), area.width >= ROOMY) {
        (0, _) => return 0,
        (open, true) => format!("  ! {}", words::count(open as u64, "warning")),
        (open, false) => format!(" ! {open}"),
    };
    let columns = u16::try_from(width(&words)).unwrap_or(0).min(area.width);
    let cells = Rect { x: area.right() - columns, width: columns, ..area };
    canvas.put(cells, cells.x, cells.y, &words, Token::Bad);
    canvas.hit(cells, Target::Action(Action::Warnings));
    columns
}

/// The strip has at the most one row in so many.
const STRIP_PART: u16 = 10;

/// The most columns of a profile's name, where there are several.
const NAME: usize = 16;

/// From this width on the title bar also names the program, the pack and the region.
const ROOMY: u16 = 100;

fn title(app: &App, room: u16) -> Row {
    let stance = app.stance();
    let about = app.pack().about();
    let roomy = room >= ROOMY;
    let me = stance.me.as_ref().map_or("not said yet (s)".to_owned(), |me| {
        let region = me.region.filter(|_| roomy).map(|region| format!(" · {}", app.pack().region(region).title));
        format!("{}, {}{}", me.title, me.person.served, region.unwrap_or_default())
    });
    let target = stance.target.map_or("none yet (t)", |role| app.pack().role(role).title.as_str());
    let rules = stance.ruleset.to_string();
    let pack = format!("{} {}", about.title.rsplit(", ").next().unwrap_or(&about.title), about.edition);
    let (name, pack) = if roomy { ("fingerpost  ", pack) } else { ("", String::new()) };
    let whose = app.profile_among_others();
    let whose = whose.map_or("You: ".to_owned(), |name| format!("You ({}): ", fit(name.as_str(), NAME)));
    let recorded = app.recording().map_or(String::new(), |recording| format!(" ● recording, {}", recording.steps()));
    let keeping = app.keeping_words().map_or(String::new(), |words| format!(" ({words})")) + &recorded;
    let fixed =
        width(&keeping) + width(name) + width(&whose) + width("  To:   Rules: ") + width(&rules) + width(&pack) + 2;
    let free = usize::from(room).saturating_sub(fixed);
    let me_room = width(&me).min(free.saturating_sub(width(target)).max(free / 2));
    let row = Row::of(vec![
        piece(Token::Strong, name),
        piece(Token::Dim, whose),
        piece(Token::Me, fit(&me, me_room)),
        piece(Token::Notice, keeping),
        piece(Token::Dim, "  To: "),
        piece(Token::Target, fit(target, free.saturating_sub(me_room))),
        piece(Token::Dim, "  Rules: "),
        piece(Token::Strong, rules),
    ]);
    if roomy { row.right(Token::Dim, pack) } else { row }
}

/// Columns of the keys of find and help with their words, and without.
const HINTS: [u16; 2] = [16, 6];

/// How the names of the screens are written.
#[derive(Clone, Copy)]
enum Tabs {
    /// All in full, with room between them.
    Roomy,
    /// All in full.
    Close,
    /// Only that of the screen that is shown; of the others the numbers.
    Numbers,
}

impl Tabs {
    fn text(self, screen: Screen, shown: Screen) -> String {
        let number = screen.number();
        match self {
            _ if screen == shown => format!("‹{number} {screen}›"),
            Self::Roomy => format!(" {number} {screen} "),
            Self::Close => format!("{number} {screen}"),
            Self::Numbers => number.to_string(),
        }
    }

    fn width(self, shown: Screen) -> usize {
        Screen::ALL.iter().map(|screen| width(&self.text(*screen, shown))).sum::<usize>() + Screen::ALL.len() - 1
    }
}

fn tabs(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let fits = |tabs: &Tabs| tabs.width(app.screen()) + usize::from(HINTS[1]) <= usize::from(area.width);
    let tabs = [Tabs::Roomy, Tabs::Close].into_iter().find(fits).unwrap_or(Tabs::Numbers);
    let mut x = area.x;
    for screen in Screen::ALL {
        let token = if screen == app.screen() { Token::Tab } else { Token::Text };
        let end = canvas.put(area, x, area.y, &tabs.text(screen, app.screen()), token);
        canvas.hit(Rect { x, width: end - x, ..area }, Target::Tab(screen));
        x = end + 1;
    }
    let find = if app.screen() == Screen::Posts { Action::PostWords } else { Action::Find };
    let words = if area.right().saturating_sub(x) >= HINTS[0] { ["find", "help"] } else { ["", ""] };
    let hints = [(find, words[0]), (Action::Help, words[1])];
    let mut x = area.right();
    for (action, word) in hints.into_iter().rev() {
        let Some(key) = row_of(action).and_then(|row| row.all_keys().first().copied()).map(spoken) else { continue };
        let gap = if word.is_empty() { 2 } else { 3 };
        let length = u16::try_from(width(&key) + width(word) + gap).unwrap_or(0);
        x = x.saturating_sub(length);
        let end = canvas.put(area, x, area.y, &format!(" {key}"), Token::Key);
        canvas.put(area, end, area.y, &format!(" {word}"), Token::Text);
        canvas.hit(Rect { x, width: length, ..area }, Target::Action(action));
    }
}

/// After a switch of rules: what it changed on the route. The routes screen says it itself.
fn strip(app: &App) -> Option<String> {
    if app.screen() == Screen::Routes {
        return None;
    }
    switched(app)
}

/// After a switch of rules: what it changed on the route.
pub fn switched(app: &App) -> Option<String> {
    let before = app.switched_from()?;
    let now = app.stance().ruleset;
    app.stance().question()?;
    match (app.contrast_answer(), app.answer()) {
        (Knowledge::Known(was), Knowledge::Known(is)) => {
            Some(format!("{}. Before: {before}", change::words(app.pack(), was, (now, is))))
        }
        _ => Some(format!("{}: working out what changes", change::capital(change::under(now)))),
    }
}

/// A message when there is one, else what may follow the keys pressed, else the keys that are valid here.
pub fn bottom(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    if !app.pending().is_empty() {
        let pressed: String = app.pending().iter().map(ToString::to_string).collect();
        let mut pieces = vec![piece(Token::Key, format!("{pressed} …"))];
        for (rest, action) in continuations(app.place(), app.pending()) {
            let title = row_of(action).map_or("", |row| row.title);
            pieces.extend([piece(Token::Key, format!("  {rest} ")), piece(Token::Text, title)]);
        }
        canvas.row(area, &Row::of(pieces));
        return;
    }
    if let Some(notice) = app.notice() {
        canvas.row(area, &Row::text(Token::Notice, notice));
        return;
    }
    let mut x = area.x;
    if let Some(words) = app.jump().filter(|_| app.place() == Place::Jump).map(type_what) {
        x = canvas.put(area, x, area.y, &words, Token::Text).saturating_add(2);
    }
    for (action, key, word) in hints(app) {
        let end = x.saturating_add(u16::try_from(width(&key) + width(word) + 1).unwrap_or(0));
        if end > area.right() {
            break;
        }
        let after = canvas.put(area, x, area.y, &key, Token::Key);
        canvas.put(area, after + 1, area.y, word, Token::Dim);
        canvas.hit(Rect { x, width: end - x, ..area }, Target::Action(action));
        x = end + 2;
    }
}

fn type_what(jump: &Jump) -> String {
    match jump.typed() {
        "" => "Type the letters on a role to select it".to_owned(),
        typed => format!("{typed} … and the next letter"),
    }
}

/// The keys worth telling here, from the table: those that can be used now.
fn hints(app: &App) -> Vec<(Action, String, &'static str)> {
    let place = app.place();
    let of_row = |row: &'static crate::app::table::Row| {
        let (places, word) = row.hint?;
        let word = match (row.action, app.overlays().last()) {
            (Action::Open, Some(layer)) => layer.enter(),
            _ => word,
        };
        let told = places.contains(&place) && (row.available)(app) == Availability::Now;
        let key = match shown(row.action, place)?.as_str() {
            "Right" => "→".to_owned(),
            "Left" => "←".to_owned(),
            key => key.to_owned(),
        };
        told.then_some((row.action, key, word))
    };
    ROWS.iter().filter_map(of_row).collect()
}

/// Says how large the window would have to be.
pub fn too_small(canvas: &mut Canvas<'_>, area: Rect) {
    let (width, height) = SMALLEST;
    let lines = [
        "Window too small".to_owned(),
        format!("fingerpost needs {width}×{height}"),
        format!("this is {}×{}", area.width, area.height),
    ];
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        let pieces: Vec<Piece> = vec![piece(Token::Text, line)];
        canvas.row(Rect { y, height: 1, ..area }, &Row::of(pieces));
    }
}
