//! The list of people: own profiles, people to try on, a new profile, removed ones; and asking what one is called.

use ratatui::layout::Rect;

use super::{field, window};
use crate::app::App;
use crate::app::field::Field;
use crate::app::hit::{Pane, Target};
use crate::app::keeping::shelf::{InProfile, OwnProfile, RemovedProfile};
use crate::app::people::{LabelFor, PersonLine};
use crate::domain::profile::Profile;
use crate::domain::words::count;
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, Row, Sheet, piece};
use crate::ui::text::{column, fit};

/// Columns of a label.
const LABEL: usize = 31;
/// The widest the list gets.
const WIDEST: u16 = 92;

/// Draws the list.
pub fn draw(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    let lines = app.people_lines();
    let (rows, at) = rows(app, &lines, selected);
    let height = u16::try_from(rows.len() + 7).unwrap_or(u16::MAX);
    let inner = window(canvas, body, (WIDEST, height), "Who are you?");
    let foot = foot(app, lines.get(selected).copied(), inner.width);
    let foot_height = u16::try_from(foot.rows().len()).unwrap_or(0).min(inner.height / 2);
    let list = Rect { height: inner.height - foot_height, ..inner };
    let listing = Listing { pane: Pane::Overlay, selected: at, offset: app.scrolled(Pane::Overlay) };
    canvas.list(list, &rows, listing);
    for (y, row) in (list.bottom()..inner.bottom()).zip(foot.rows()) {
        canvas.row(Rect { y, height: 1, ..inner }, row);
    }
}

/// The rows with their headings, and which of them is selected.
fn rows(app: &App, lines: &[PersonLine], selected: usize) -> (Vec<Row>, Option<usize>) {
    let mut rows: Vec<Row> = Vec::new();
    let (mut at, mut heading) = (None, None);
    // Without profiles of one's own there is nothing to tell apart.
    let told_apart = app.has_place_for_profiles();
    for (line, what) in lines.iter().enumerate() {
        let now = self::heading(*what);
        if told_apart && heading != Some(now) {
            rows.push(Row::text(Token::Strong, now));
            heading = Some(now);
        }
        if line == selected {
            at = Some(rows.len());
        }
        rows.push(row(app, *what).target(Target::OverlayRow(line)));
    }
    (rows, at)
}

const fn heading(line: PersonLine) -> &'static str {
    match line {
        PersonLine::Own(_) => "Your own profiles",
        PersonLine::Persona(_) => "People to try on; nothing of it is kept",
        PersonLine::New => "One more of your own",
        PersonLine::Removed(_) => "Removed; Enter brings one back",
    }
}

fn row(app: &App, line: PersonLine) -> Row {
    match line {
        PersonLine::Own(at) => own(app, &app.shelf().own[at]),
        PersonLine::Persona(at) => persona(app, &app.pack().tables().personas[at]),
        PersonLine::New => Row::text(Token::Text, "  A new profile"),
        PersonLine::Removed(at) => removed(&app.shelf().removed[at]),
    }
}

fn labelled(sign: &str, label: &str, rest: Piece) -> Row {
    Row::of(vec![piece(Token::Me, sign), piece(Token::Text, format!(" {}", column(label, LABEL))), rest])
}

fn own(app: &App, profile: &OwnProfile) -> Row {
    let is_open = app.is_open(profile);
    let sign = if is_open { "●" } else { " " };
    match &profile.what {
        InProfile::Person { label, role, since, plans } => {
            let words = format!(" {}, {since}", app.pack().role(*role).title);
            let plans = if *plans == 0 { "no plan".to_owned() } else { count(*plans as u64, "plan") };
            let about = if is_open { format!("{plans} · open") } else { plans };
            labelled(sign, label, piece(Token::Dim, words)).right(Token::Dim, about)
        }
        InProfile::Nothing => {
            let row = labelled(sign, &profile.name, piece(Token::Dim, " nothing is kept in it"));
            if is_open { row.right(Token::Dim, "open") } else { row }
        }
        InProfile::Faulty(_) => {
            labelled("!", &profile.name, piece(Token::Notice, " cannot be read")).right(Token::Dim, "faulty")
        }
    }
}

fn persona(app: &App, persona: &Profile) -> Row {
    let pack = app.pack();
    let region = persona.region.map_or(String::new(), |region| pack.region(region).title.clone());
    let words = format!(" {}, {}", pack.role(persona.role).title, persona.since);
    labelled(" ", &persona.title, piece(Token::Dim, words)).right(Token::Dim, region)
}

fn removed(removed: &RemovedProfile) -> Row {
    let label = removed.label.as_deref().unwrap_or(removed.name.as_str());
    labelled(" ", label, piece(Token::Dim, format!(" {}", removed.name)))
}

/// What is said of the selected line, and what the keys do with it.
fn foot(app: &App, line: Option<PersonLine>, width: u16) -> Sheet {
    let mut foot = Sheet::new(width);
    let shelf = app.shelf();
    let keys = match line {
        Some(PersonLine::Own(at)) => {
            let profile = &shelf.own[at];
            match &profile.what {
                InProfile::Faulty(why) => foot.text(Token::Notice, why),
                _ => foot.text(Token::Dim, &format!("{}.toml, with its plans and its own undo", profile.name)),
            }
            "Enter opens it; e renames, c copies, X removes it and says how to get it back."
        }
        Some(PersonLine::Persona(at)) => {
            foot.text(Token::Text, &app.pack().tables().personas[at].story);
            "Enter chooses; Esc looks round first, and s on any role of the map says: this is mine."
        }
        Some(PersonLine::New) => {
            foot.text(Token::Text, "Four short questions; each can be left with Esc. No name is asked for.");
            "Enter begins it."
        }
        Some(PersonLine::Removed(at)) => {
            foot.text(Token::Dim, &shelf.removed[at].file);
            "Enter brings it back, with its plans and its own undo."
        }
        None => "Esc looks round first, and s on any role of the map says: this is mine.",
    };
    foot.gap();
    foot.text(Token::Dim, keys);
    foot
}

/// Asks what a profile is to be called.
pub fn label(wanted: &LabelFor, typed: &Field, canvas: &mut Canvas<'_>, body: Rect) {
    let title = match wanted {
        LabelFor::New => "What is the new profile to be called?",
        LabelFor::CopyOf(_) => "What is the copy to be called?",
        LabelFor::Itself(_) => "What is this profile to be called?",
    };
    let inner = window(canvas, body, (72, 6), title);
    let line = |row: u16| Rect { y: inner.y + row, height: 1, ..inner }.intersection(inner);
    field(canvas, line(0), "Label: ", typed);
    let hint = "A label, no name: for instance Ward manager, Taunton";
    canvas.row(line(2), &Row::text(Token::Dim, fit(hint, usize::from(inner.width))));
    canvas.row(line(3), &Row::text(Token::Dim, "Enter takes it; Esc leaves everything as it is"));
}
