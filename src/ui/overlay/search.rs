//! Finding by name: a line to type in and what fits, matched letters underlined.

use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::{field, window};
use crate::app::App;
use crate::app::action::Availability;
use crate::app::finder::{Purpose, Thing};
use crate::app::hit::{Pane, Target};
use crate::app::keymap::spoken;
use crate::app::overlay::Search;
use crate::app::posts::words;
use crate::app::profile::choose::{Choice, Wanted, is_chosen};
use crate::domain::words::count;
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, Row, piece};

/// The find layer.
pub fn find(app: &App, typed: &Search, purpose: Purpose, canvas: &mut Canvas<'_>, body: Rect) {
    let title = match purpose {
        Purpose::Look => "Find a role, training, organisation or post",
        Purpose::Target => "Which role do you want?",
        Purpose::Me => "Which role do you hold?",
    };
    let title = match app.guide() {
        Some(guide) => format!("{}{title} (Esc skips)", guide.count()),
        None => title.to_owned(),
    };
    let pack = app.pack();
    let row = |what: Thing, letters: &[usize]| match what {
        Thing::Role(id) => {
            let role = pack.role(id);
            let family = &pack.family(role.family).short;
            Row::of(marked(&role.title, letters, Token::Text)).right(Token::Dim, format!("role · {family}"))
        }
        Thing::Training(id) => {
            let item = pack.training(id);
            Row::of(marked(&item.title, letters, Token::Text)).right(Token::Dim, item.kind.to_string())
        }
        Thing::Organisation(id) => {
            let posts = app.posts_view().table().and_then(|table| table.kinds().organisations.get(&id)).copied();
            let about = words::organisation_mark(pack, id);
            let about = [about.trim(), &count(posts.unwrap_or(0) as u64, "post")].join(" · ");
            Row::of(marked(&pack.organisation(id).name, letters, Token::Text)).right(Token::Dim, about)
        }
        Thing::Post(id) => {
            let post = pack.post(id);
            let mut pieces = marked(&post.title, letters, Token::Text);
            pieces.push(piece(Token::Dim, format!(", {}", post.employer)));
            let about = [words::segment_mark(post), words::closing(post, app.today())];
            let about: Vec<&str> = about.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            Row::of(pieces).right(Token::Dim, about.join(" · "))
        }
    };
    let finds = app.found(typed.field.text(), purpose);
    let rows = finds.list.iter().map(|found| row(found.what, &found.letters)).collect();
    let more = finds.all_posts.checked_sub(finds.posts).filter(|more| *more > 0);
    let foot = more.map(|more| format!("and {more} more posts; more words find fewer, 5 lists all"));
    draw(app, typed, (&title, "Find: "), (rows, foot), canvas, body);
}

/// The layer that chooses something for the profile.
pub fn choose(app: &App, typed: &Search, wanted: Wanted, canvas: &mut Canvas<'_>, body: Rect) {
    let title = match wanted {
        Wanted::MyRole => "Which role do you hold?",
        Wanted::Region => "Where do you work?",
        Wanted::Target => "Which role do you want?",
        Wanted::Targets => "Which other roles would you like? Enter chooses or not, Esc ends",
        Wanted::Sectors => "Which sectors? Enter chooses or not, Esc ends",
        Wanted::Regions => "Which regions? Enter chooses or not, Esc ends",
        Wanted::Before => "Which role did you hold before?",
        Wanted::Held => "What do you hold? A registration, training, experience",
        Wanted::Waived => "What was waived, or met in another way?",
    };
    let pack = app.pack();
    let profile = app.profile();
    let asked = if wanted == Wanted::Waived { app.asked_and_not_held() } else { BTreeSet::new() };
    let by = app.selected_role().map_or("", |role| pack.role(role).title.as_str());
    let row = |choice: &Choice, letters: &[usize]| {
        let is_on = profile.as_ref().is_some_and(|profile| is_chosen(profile, wanted, choice));
        let mark = match (wanted.several(), is_on) {
            (true, true) => "[x] ",
            (true, false) => "[ ] ",
            (false, true) => "● ",
            (false, false) => "",
        };
        let mut pieces = vec![piece(Token::Good, mark)];
        pieces.extend(marked(&app.choice_title(choice), letters, Token::Text));
        let row = Row::of(pieces);
        match choice {
            Choice::Role(id) => row.right(Token::Dim, pack.family(pack.role(*id).family).short.clone()),
            Choice::Training(id) if asked.contains(id) => row.right(Token::Notice, format!("asked for by {by}")),
            Choice::Training(id) => row.right(Token::Dim, pack.training(*id).kind.to_string()),
            Choice::Region(_) | Choice::Sector(_) | Choice::Nothing => row,
        }
    };
    let found = app.choices(typed.field.text(), wanted);
    let rows = found.iter().map(|found| row(&found.what, &found.letters)).collect();
    draw(app, typed, (title, "Find: "), (rows, None), canvas, body);
}

/// The palette: every action by name.
pub fn palette(app: &App, typed: &Search, canvas: &mut Canvas<'_>, body: Rect) {
    let found = app.actions(typed.field.text());
    let rows = found.iter().map(|found| {
        let keys: Vec<String> = found.what.all_keys().into_iter().take(2).map(spoken).collect();
        let (token, not) = match (found.what.available)(app) {
            Availability::Now => (Token::Text, String::new()),
            Availability::Not(reason) => (Token::Dim, format!(" ({reason})")),
        };
        let mut pieces = marked(found.what.title, &found.letters, token);
        pieces.push(piece(Token::Dim, not));
        Row::of(pieces).right(Token::Key, keys.join("  "))
    });
    let rows = rows.collect();
    draw(app, typed, ("All actions", "Do: "), (rows, None), canvas, body);
}

fn draw(
    app: &App,
    typed: &Search,
    (title, label): (&str, &str),
    (rows, foot): (Vec<Row>, Option<String>),
    canvas: &mut Canvas<'_>,
    body: Rect,
) {
    let inner = window(canvas, body, (72, body.height.min(24)), title);
    if inner.height < 3 {
        return;
    }
    field(canvas, Rect { height: 1, ..inner }, label, &typed.field);
    let mut below = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    if rows.is_empty() {
        canvas.row(below, &Row::text(Token::Dim, "  Nothing has a name like that"));
        return;
    }
    if let Some(foot) = foot.filter(|_| below.height > 2) {
        below.height -= 1;
        canvas.row(Rect { y: below.bottom(), height: 1, ..below }, &Row::text(Token::Dim, format!("  {foot}")));
    }
    let rows: Vec<Row> = rows.into_iter().enumerate().map(|(line, row)| row.target(Target::OverlayRow(line))).collect();
    let selected = typed.selected.min(rows.len() - 1);
    let listing = Listing { pane: Pane::Overlay, selected: Some(selected), offset: app.scrolled(Pane::Overlay) };
    canvas.list(below, &rows, listing);
}

/// The title in pieces, the letters that were matched marked.
fn marked(title: &str, letters: &[usize], token: Token) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, c) in title.chars().enumerate() {
        let token = if letters.binary_search(&at).is_ok() { Token::Matched } else { token };
        match pieces.last_mut() {
            Some(last) if last.token == token => last.text.push(c),
            _ => pieces.push(piece(token, c)),
        }
    }
    pieces
}
