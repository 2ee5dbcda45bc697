//! The table of posts: only the lines in view are made, however many there are.

use ratatui::layout::Rect;

use super::columns::{Column, fitting};
use crate::app::App;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::app::overlay::Overlay;
use crate::app::posts::words;
use crate::domain::id::PostId;
use crate::ui::canvas::{Canvas, Listing};
use crate::ui::look::Token;
use crate::ui::overlay::field;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, width};

/// From this height on the list says below what its marks mean.
const WITH_LEGEND: u16 = 12;

/// Draws the table.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, selected: Option<usize>) {
    let inner = canvas.frame(area, &title(app, usize::from(area.width)), Pane::Posts, app.focus());
    if inner.height < 2 {
        return;
    }
    let words = words_row(app, canvas, Rect { height: 1, ..inner });
    let head = Rect { y: inner.y + words, height: 1, ..inner };
    let foot = u16::from(inner.height >= WITH_LEGEND);
    if foot > 0 {
        canvas.row(Rect { y: inner.bottom() - 1, height: 1, ..inner }, &legend(app));
    }
    let listed = app.posts_view().listed();
    let below = Rect { y: head.bottom(), height: (inner.height - words - foot).saturating_sub(1), ..inner };
    if listed.is_empty() {
        canvas.sheet(Rect { y: head.y, ..below }, &nothing(app, below.width), Pane::Posts, 0);
        return;
    }
    let columns = fitting(usize::from(inner.width).saturating_sub(2));
    heads(app, canvas, head, &columns);
    let listing = Listing { pane: Pane::Posts, selected, offset: app.scrolled(Pane::Posts) };
    canvas.long_list(below, listed.len(), listing, |line| row(app, listed[line], &columns));
}

/// `Posts · 12 of 45 open to you on paper · challenged first`. What is cut in a narrow window is the order.
fn title(app: &App, room: usize) -> String {
    let (key, direction) = app.posts_view().order();
    let (listed, all) = (app.posts_view().listed().len(), app.pack().tables().posts.len());
    let count = if listed == all { all.to_string() } else { format!("{listed} of {all}") };
    let counted = match app.fitting_posts() {
        Knowledge::Known(fit) if listed == all => format!("{fit} of {all} open to you on paper"),
        Knowledge::Known(fit) => format!("{count} · {fit} of these open to you on paper"),
        Knowledge::Waiting => format!("{count} · working out which are open to you"),
        Knowledge::NothingAsked => count,
    };
    let full = format!("Posts · {counted} · {}", words::order(key, direction));
    if width(&full) + 8 <= room { full } else { format!("Posts · {counted}") }
}

/// The words that are typed or looked for and what else is chosen; how many rows that took.
fn words_row(app: &App, canvas: &mut Canvas<'_>, area: Rect) -> u16 {
    if let Some(Overlay::PostWords { search, .. }) = app.overlays().last() {
        field(canvas, area, "  Words: ", &search.field);
        return 1;
    }
    let Some(chosen) = words::chosen(app.pack(), app.posts_view().chosen()) else { return 0 };
    let row = Row::of(vec![piece(Token::Notice, format!("  filtered (f): {chosen}"))]).right(Token::Dim, "0 lists all");
    canvas.row(area, &row);
    1
}

fn heads(app: &App, canvas: &mut Canvas<'_>, area: Rect, columns: &[(Column, usize)]) {
    let mut x = area.x + 2;
    for (kind, cells) in columns {
        let end = canvas.put(area, x, area.y, &column(&kind.head(app.posts_view().order()), *cells), Token::Dim);
        if let Some(key) = kind.sorts_by() {
            canvas.hit(Rect { x, width: end - x, ..area }, Target::Column(key));
        }
        x = end.saturating_add(1);
    }
}

fn row(app: &App, id: PostId, columns: &[(Column, usize)]) -> Row {
    let post = app.pack().post(id);
    let known = (app.today(), app.fits_me(post));
    let mut pieces = Vec::with_capacity(columns.len() * 2);
    for (at, (kind, cells)) in columns.iter().enumerate() {
        if at > 0 {
            pieces.push(piece(Token::Text, " "));
        }
        pieces.push(kind.cell(app.pack(), post, known, *cells));
    }
    Row::of(pieces).target(Target::Post(id))
}

fn legend(app: &App) -> Row {
    let mut pieces = vec![piece(Token::Challenged, "  ◆"), piece(Token::Dim, " challenged organisation")];
    if app.stance().me.is_some() {
        pieces.extend([piece(Token::Good, "  ✓"), piece(Token::Dim, " you meet what it asks for")]);
    }
    Row::of(pieces)
}

/// What is said when no post is listed.
fn nothing(app: &App, room: u16) -> Sheet {
    let mut sheet = Sheet::new(room);
    sheet.gap();
    if app.pack().tables().posts.is_empty() {
        sheet.text(Token::Text, "This pack brings no posts. Your own come with: fingerpost posts import FILE");
    } else {
        sheet.text(Token::Text, "No post is like that. 0 lists all again, f changes the filter, u takes back.");
    }
    sheet
}
