//! The layer that chooses which posts are listed: a section for each facet, a line for each value with its number.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::change::capital;
use crate::app::hit::Target;
use crate::app::posts::census::Count;
use crate::app::posts::{Facet, Value, words};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::overlay::filter::{Sections, choose};
use crate::ui::sheet::{Row, Sheet, piece};

/// Draws the layer with its line `selected` marked.
pub fn draw(app: &App, selected: usize, canvas: &mut Canvas<'_>, body: Rect) {
    let mut sections = Sections::default();
    let mut facet = None;
    for (line, value) in app.post_values().into_iter().enumerate() {
        if facet != Some(value.facet()) {
            facet = Some(value.facet());
            sections.heading(Row::text(Token::Strong, heading(value.facet())));
        }
        sections.line(row(app, &value).target(Target::OverlayRow(line)));
    }
    choose(app, canvas, body, "Filter the posts", (&sections, selected), |width| foot(app, width));
}

const fn heading(facet: Facet) -> &'static str {
    match facet {
        Facet::Fit => "For me",
        Facet::Standing => "Organisation",
        Facet::Segment => "Segment of the organisation",
        Facet::Closing => "Closing date",
        Facet::Pay => "Pay a year, as the advert gives it",
        Facet::Region => "Region",
        Facet::Board => "Care board, chosen on the map of England",
        Facet::Family => "Family of its role",
        Facet::Level => "Level of its role",
        Facet::Role => "Its role",
        Facet::Organisation => "Its organisation",
    }
}

fn row(app: &App, value: &Value) -> Row {
    let is_on = app.posts_view().chosen().has(value);
    let mark = match (value.facet().is_single(), is_on) {
        (true, true) => "(x) ",
        (true, false) => "( ) ",
        (false, true) => "[x] ",
        (false, false) => "[ ] ",
    };
    let token = if is_on { Token::Strong } else { Token::Text };
    let row = Row::of(vec![piece(token, mark), piece(token, capital(&words::value(app.pack(), value)))]);
    match app.posts_view().census().and_then(|census| census.count(value)) {
        Some(Count { all, left }) if all == left => row.right(Token::Dim, all.to_string()),
        Some(Count { all, left }) => row.right(Token::Dim, format!("{left} of {all}")),
        None if app.stance().me.is_none() => row.right(Token::Dim, "say who you are first (s)"),
        None => row.right(Token::Dim, "being worked out"),
    }
}

fn foot(app: &App, width: u16) -> Sheet {
    let mut foot = Sheet::new(width);
    let (listed, all) = (app.posts_view().listed().len(), app.pack().tables().posts.len());
    match words::chosen(app.pack(), app.posts_view().chosen()) {
        None => foot.text(Token::Dim, &format!("No filter: all {all} posts are listed.")),
        Some(chosen) => foot.text(Token::Notice, &format!("{listed} of {all} posts: {chosen}")),
    }
    foot
}
