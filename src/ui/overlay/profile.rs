//! The profile on one sheet: what is said, section by section, and what counts of it.

use ratatui::layout::Rect;

use super::filter::{Sections, choose_wide};
use super::notice;
use crate::app::App;
use crate::app::hit::Target;
use crate::app::profile::Ownership;
use crate::app::profile::lines::{Line, Section};
use crate::app::story::day;
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::profile::account::{Item, Origin, Standing};
use crate::domain::profile::wishes::spoken;
use crate::domain::profile::{Held, Profile, Since};
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::words::{and_list, count};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, Row, Sheet, piece};
use crate::ui::text::{column, fit, width};

/// No wider: a value has to be seen to belong to its line.
const WIDTH: u16 = 104;
/// Columns of what stands before a value.
const LABEL: usize = 19;

/// Draws the sheet with its line `selected` marked.
pub fn draw(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    let Some(profile) = app.profile() else { return };
    let title = match app.ownership() {
        Ownership::Own => "My profile".to_owned(),
        Ownership::TriedOn => format!("Tried on: {}", profile.title),
        Ownership::Unkept => format!("{}, not kept", profile.title),
    };
    // The frame, and the two columns of the mark.
    let room = usize::from(WIDTH.min(body.width)).saturating_sub(4);
    let sections = sections(app, &profile, room);
    choose_wide(app, canvas, body, (&title, WIDTH), (&sections, selected), |width| foot(app, &profile, width));
}

/// Asks whether somebody who is tried on is to be kept as one's own profile.
pub fn adopt(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let title = app.profile().map_or_else(String::new, |profile| profile.title);
    let own = match app.portfolio() {
        Some(own) => format!(
            " What is kept of you now ({}) is replaced by it, your plans stay, and u brings it back.",
            own.profile.title
        ),
        None => String::new(),
    };
    let words = format!(
        "{title} is only tried on, so that nothing is changed here. A copy can be kept as your own profile, and changed \
         as you like.{own}"
    );
    notice(&words, "Enter makes a copy my own; Esc leaves it", canvas, body);
}

fn foot(app: &App, profile: &Profile, width: u16) -> Sheet {
    let mut foot = Sheet::new(width);
    if !profile.story.is_empty() {
        foot.text(Token::Text, &profile.story);
    }
    match app.ownership() {
        Ownership::Own => {
            foot.text(
                Token::Dim,
                "Kept at once, and only on this computer. Enter changes a line, X empties or removes it.",
            );
        }
        Ownership::TriedOn => foot.hanging(
            &[piece(Token::Key, "M ")],
            Token::Notice,
            "keeps a copy as your own profile; as long as somebody is tried on nothing is changed here",
        ),
        Ownership::Unkept => {
            foot.text(Token::Notice, "There is no place to keep it: what is changed here holds until you leave.");
        }
    }
    foot
}

fn sections(app: &App, profile: &Profile, room: usize) -> Sections {
    let mut sections = Sections::default();
    let mut last = None;
    let account = profile.account(app.pack(), app.today());
    for (at, line) in app.profile_lines(profile).into_iter().enumerate() {
        if last != Some(line.section()) {
            if last.is_some() {
                sections.heading(Row::default());
            }
            last = Some(line.section());
            sections.heading(heading(line.section(), &account));
        }
        let target = Target::OverlayRow(at);
        let mut rows = rows(app, profile, line, &account, room).into_iter();
        sections.line(rows.next().unwrap_or_default().target(target));
        rows.for_each(|row| sections.heading(row.target(target)));
    }
    sections
}

fn heading(section: Section, account: &[Item]) -> Row {
    let words = match section {
        Section::You => "You (a label will do, no name is needed)",
        Section::Wishes => "What you hope for (no route is hidden for it)",
        Section::Before => "Roles held before",
        Section::Held => "Registrations and training held",
        Section::Waivers => "Waivers and equivalences",
        Section::Counted => {
            let counted = account.iter().filter(|item| item.standing == Standing::Counts).count();
            let row = Row::text(Token::Strong, "What counts of it, and from where");
            return row.right(Token::Dim, format!("{counted} of {}", account.len()));
        }
    };
    Row::text(Token::Strong, words)
}

fn rows(app: &App, profile: &Profile, line: Line, account: &[Item], room: usize) -> Vec<Row> {
    let pack = app.pack();
    match line {
        Line::Before(at) => {
            let before = &profile.before[at];
            let when = format!("{} · {}", before.time, before.time.weeks());
            beside(vec![piece(Token::Text, pack.role(before.role).title.as_str())], when, room)
        }
        Line::Held(at) => held(app, &profile.held[at], room),
        Line::Have(training) => {
            let title = pack.training(training).title.as_str();
            beside(vec![piece(Token::Good, "✓ "), piece(Token::Text, title)], "no dates".to_owned(), room)
        }
        Line::Waiver(at) => {
            let waiver = &profile.waivers[at];
            let title = pack.training(waiver.fact).title.as_str();
            let note = if waiver.note.is_empty() { String::new() } else { format!(" · {}", waiver.note) };
            let words = format!("{}, {}, {}{note}", waiver.kind, waiver.by, day(waiver.on));
            beside(vec![piece(Token::Assumed, "~ "), piece(Token::Text, title)], words, room)
        }
        Line::Add(section) => vec![Row::text(Token::Dim, adding(section))],
        Line::Counted(at) => account.get(at).map_or_else(Vec::new, |item| counted(pack, item, room)),
        fixed => {
            let (label, value) = of_fixed(app, profile, fixed);
            let token = if value.is_some() { Token::Text } else { Token::Dim };
            let value = value.unwrap_or_else(|| unsaid(pack, fixed));
            let value = fit(&value, room.saturating_sub(LABEL));
            vec![Row::of(vec![piece(Token::Dim, column(label, LABEL)), piece(token, value)])]
        }
    }
}

/// A line with something at its right edge; below it where there is no room for both.
fn beside(pieces: Vec<Piece>, words: String, room: usize) -> Vec<Row> {
    let used: usize = pieces.iter().map(|piece| width(&piece.text)).sum();
    if used + 2 + width(&words) <= room {
        return vec![Row::of(pieces).right(Token::Dim, words)];
    }
    vec![Row::of(pieces), Row::text(Token::Dim, fit(&format!("    {words}"), room))]
}

const fn adding(section: Section) -> &'static str {
    match section {
        Section::Before => "+ add a role held before (a)",
        Section::Held | Section::You | Section::Wishes | Section::Counted => "+ add a registration or training (a)",
        Section::Waivers => "+ record a waiver or an equivalence (a)",
    }
}

fn held(app: &App, held: &Held, room: usize) -> Vec<Row> {
    let today = app.today();
    let title = app.pack().training(held.training).title.as_str();
    let since = held.on.map(|on| format!("since {}", day(on)));
    let (sign, until) = match (held.on, held.until) {
        (_, Some(until)) if until < today => (piece(Token::Bad, "✗ "), Some(format!("ran out on {}", day(until)))),
        (Some(on), until) if on > today => {
            (piece(Token::Pending, "○ "), until.map(|until| format!("until {}", day(until))))
        }
        (_, until) => (piece(Token::Good, "✓ "), until.map(|until| format!("until {}", day(until)))),
    };
    let words: Vec<String> = since.into_iter().chain(until).collect();
    let words = if words.is_empty() { "no dates".to_owned() } else { words.join(", ") };
    beside(vec![sign, piece(Token::Text, title)], words, room)
}

fn counted(pack: &Pack, item: &Item, room: usize) -> Vec<Row> {
    let from = match &item.origin {
        Origin::Role(role) => format!("given by {}", pack.role(*role).title),
        Origin::Told => "you say so".to_owned(),
        Origin::Before(role) => format!("given by {}, held before", pack.role(*role).title),
        Origin::Granted { kind, by } => format!("{kind}, {by}"),
    };
    let granted = matches!(item.origin, Origin::Granted { .. });
    let (sign, why) = match item.standing {
        Standing::Counts if granted => (piece(Token::Assumed, "~ "), from),
        Standing::Counts => (piece(Token::Good, "✓ "), from),
        Standing::RanOut(on) => (piece(Token::Bad, "✗ "), format!("{from}; ran out on {}", day(on))),
        Standing::NotBefore(on) => (piece(Token::Pending, "○ "), format!("{from}; counts from {}", day(on))),
        Standing::TooShort { asks, held } => {
            (piece(Token::Pending, "○ "), format!("{from} after {asks}; so far {held}"))
        }
        Standing::HeldAnyway => (piece(Token::Dim, "· "), format!("{from}; held anyway, not needed")),
    };
    beside(vec![sign, piece(Token::Text, pack.training(item.fact).title.as_str())], why, room)
}

/// A line's label and what it says, where anything is said.
fn of_fixed(app: &App, profile: &Profile, line: Line) -> (&'static str, Option<String>) {
    let pack = app.pack();
    let role = |id: &RoleId| pack.role(*id).title.clone();
    let all = |words: Vec<String>| (!words.is_empty()).then(|| and_list(&words));
    let wishes = &profile.wishes;
    match line {
        Line::Label => ("Label", Some(profile.title.clone())),
        Line::Role => ("Role", Some(role(&profile.role))),
        Line::Since => ("Since", Some(since(app, profile))),
        Line::Region => ("Works in", profile.region.map(|region| pack.region(region).title.clone())),
        Line::Hours => ("Study a week", profile.hours_per_week.map(|hours| format!("{hours} h"))),
        Line::Target => ("Target", profile.target.as_ref().map(role)),
        Line::Warnings => ("Warnings", warnings(app)),
        Line::Targets => ("Would also like", all(wishes.targets.iter().map(role).collect())),
        Line::Sectors => ("Sectors", all(wishes.sectors.iter().map(|sector| spoken(sector)).collect())),
        Line::Regions => {
            ("Regions", all(wishes.regions.iter().map(|region| pack.region(*region).title.clone()).collect()))
        }
        Line::PayFloor => {
            ("Pay at least", wishes.pay_at_least.map(|pay| format!("{} a year", Pounds(Decimal::whole(pay)))))
        }
        Line::MostMoves => ("Moves at most", wishes.most_moves.map(|most| most.to_string())),
        Line::Before(_) | Line::Held(_) | Line::Have(_) | Line::Waiver(_) | Line::Add(_) | Line::Counted(_) => {
            ("", None)
        }
    }
}

fn since(app: &App, profile: &Profile) -> String {
    let served = profile.since.served(app.today());
    match profile.since {
        Since::Day(since) => format!("{} · {served}", day(since)),
        Since::Years(_) => profile.since.to_string(),
    }
}

fn warnings(app: &App) -> Option<String> {
    let (all, open) = (app.warnings().len(), app.open_warnings());
    match (all, open) {
        (0, _) => None,
        (all, 0) => Some(format!("{} put away", count(all as u64, "warning"))),
        (all, open) if all == open => Some(format!("! {}", count(open as u64, "warning"))),
        (all, open) => Some(format!("! {}, {} put away", count(open as u64, "warning"), all - open)),
    }
}

/// What stands where nothing is said.
fn unsaid(pack: &Pack, line: Line) -> String {
    match line {
        Line::Hours => format!("{} h, as the pack assumes", pack.tables().hours_per_week),
        Line::Warnings => "none".to_owned(),
        Line::Sectors | Line::Regions => "any".to_owned(),
        Line::PayFloor | Line::MostMoves => "no matter".to_owned(),
        _ => "not said".to_owned(),
    }
}
