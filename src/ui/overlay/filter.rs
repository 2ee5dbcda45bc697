//! What is to be seen of the map: a section for each facet, a line for each value with its number of roles.

use ratatui::layout::Rect;

use super::window;
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::map::filter::census::Count;
use crate::app::map::filter::sift::Reach;
use crate::app::map::filter::{Facet, Value, words};
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Row, Sheet, piece};

/// No wider: a number has to be seen to belong to its line.
const WIDTH: u16 = 68;
/// The foot has at the most one row in so many.
const FOOT_PART: u16 = 3;

/// Values to choose from, in sections.
#[derive(Debug, Clone, Default)]
pub struct Sections {
    rows: Vec<Row>,
    /// Which of the rows stands for which value.
    places: Vec<usize>,
}

impl Sections {
    /// Begins a section.
    pub fn heading(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// The line of the next value.
    pub fn line(&mut self, row: Row) {
        self.places.push(self.rows.len());
        self.rows.push(row);
    }
}

/// Draws the filter of the map with its line `selected` marked.
pub fn draw(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    choose(app, canvas, body, "Filter the map", (&sections(app), selected), |width| foot(app, width));
}

/// Draws a layer of values to choose from, the line `selected` marked, and what is chosen at its foot.
pub fn choose(
    app: &App,
    canvas: &mut Canvas<'_>,
    body: Rect,
    title: &str,
    (sections, selected): (&Sections, usize),
    foot: impl Fn(u16) -> Sheet,
) {
    choose_wide(app, canvas, body, (title, WIDTH), (sections, selected), foot);
}

/// As [`choose`], in a layer with so many columns.
pub fn choose_wide(
    app: &App,
    canvas: &mut Canvas<'_>,
    body: Rect,
    (title, width): (&str, u16),
    (sections, selected): (&Sections, usize),
    foot: impl Fn(u16) -> Sheet,
) {
    let inner = window(canvas, body, (width, body.height), title);
    let foot = foot(inner.width);
    let rows_of_foot = u16::try_from(foot.rows().len()).unwrap_or(0).min(inner.height / FOOT_PART);
    let list = Rect { height: inner.height - rows_of_foot, ..inner };
    let Sections { rows, places } = sections;
    let row = places.get(selected).copied();
    let offset = app.scrolled(Pane::Overlay).min(heading_above(rows, row.unwrap_or(0)));
    canvas.list(list, rows, Listing { pane: Pane::Overlay, selected: row, offset });
    for (y, row) in (list.bottom()..inner.bottom()).zip(foot.rows()) {
        canvas.row(Rect { y, height: 1, ..inner }, row);
    }
}

/// The heading right above the row, if that is where the row is; so that going up shows it again.
fn heading_above(rows: &[Row], row: usize) -> usize {
    let is_heading = |at: &usize| rows.get(*at).is_some_and(|row| row.target.is_none());
    row.checked_sub(1).filter(is_heading).unwrap_or(row)
}

fn sections(app: &App) -> Sections {
    let mut sections = Sections::default();
    let mut facet = None;
    for (line, value) in app.filter_values().into_iter().enumerate() {
        if facet != Some(value.facet()) {
            facet = Some(value.facet());
            sections.heading(heading(app, value.facet()));
        }
        sections.line(row(app, value).target(Target::OverlayRow(line)));
    }
    sections
}

fn heading(app: &App, facet: Facet) -> Row {
    let row = Row::text(Token::Strong, words::heading(facet));
    match facet {
        Facet::Near => {
            let title = app.selected_role().map_or("", |role| app.pack().role(role).title.as_str());
            row.right(Token::Dim, title)
        }
        Facet::Rules => row.right(Token::Dim, format!("{} (p on the map)", app.stance().ruleset)),
        _ => row,
    }
}

fn row(app: &App, value: Value) -> Row {
    let sieve = app.map().sieve();
    let traits = sieve.traits(app.pack());
    let (is_on, facet) = (sieve.filter().has(value), value.facet());
    let mark = match (facet, is_on) {
        (Facet::Near, true) => "(x) ",
        (Facet::Near, false) => "( ) ",
        (_, true) => "[x] ",
        (_, false) => "[ ] ",
    };
    let count = app.map().census(app.pack()).and_then(|census| census.of(value));
    let token = if is_on { Token::Strong } else { Token::Text };
    let title = words::title(app.pack(), traits, value);
    let row = Row::of(vec![piece(token, mark), piece(token, crate::app::change::capital(&title))]);
    match (count, reach(app)) {
        (Some(Count { all, left }), _) if all == left => row.right(Token::Dim, all.to_string()),
        (Some(Count { all, left }), _) => row.right(Token::Dim, format!("{left} of {all}")),
        (None, Some(Reach::Waiting)) => row.right(Token::Dim, "being worked out"),
        (None, _) => row.right(Token::Dim, "say who you are first (s)"),
    }
}

fn reach(app: &App) -> Option<Reach> {
    app.map().reach_sifted_by()
}

fn foot(app: &App, width: u16) -> Sheet {
    let mut foot = Sheet::new(width);
    match app.filter_line() {
        None => foot.text(Token::Dim, "No filter: every role is shown."),
        Some(line) => foot.text(Token::Notice, &line),
    }
    if let Some(reasons) = app.filter_reasons() {
        foot.text(Token::Dim, &crate::app::change::capital(&reasons.full));
    }
    foot
}
