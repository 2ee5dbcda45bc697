//! The pane about a post: who offers it, what it pays and offers, whether one is eligible, where it comes from.

use ratatui::layout::Rect;

use super::{organisation, package};
use crate::app::App;
use crate::app::asks::Asks;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::app::posts::words;
use crate::app::story::day;
use crate::domain::id::PostId;
use crate::domain::planner::RowState;
use crate::domain::post::{MatchedBy, Origin, Post};
use crate::domain::provenance::Basis;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::role;
use crate::ui::sheet::{Sheet, piece};
use crate::ui::text::width;

/// Columns of the words before a fact.
const LABEL: usize = 10;

/// Draws the pane about the selected post.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, selected: Option<PostId>) {
    let post = selected.map(|id| app.pack().post(id));
    let title = post.map_or("No post", |post| post.title.as_str());
    let inner = canvas.frame(area, title, Pane::Post, app.focus());
    let mut sheet = Sheet::new(inner.width);
    if let Some(post) = post {
        // The frame has room for its title but for six cells.
        if width(&post.title) + 6 > usize::from(area.width) {
            sheet.text(Token::Strong, &post.title);
        }
        organisation::write(app, &mut sheet, post);
        facts(app, &mut sheet, post);
        eligibility(app, &mut sheet, post);
        package::write(app, &mut sheet, post);
        source(app, &mut sheet, post);
    }
    canvas.sheet(inner, &sheet, Pane::Post, app.scrolled(Pane::Post));
}

fn fact(sheet: &mut Sheet, label: &str, token: Token, text: &str) {
    sheet.hanging(&[piece(Token::Dim, format!("{label:<LABEL$}"))], token, text);
}

/// Closing date, pay, grade, contract and the role it was matched to.
fn facts(app: &App, sheet: &mut Sheet, post: &Post) {
    sheet.gap();
    let (token, closes) = match post.closes {
        None => (Token::Dim, "no closing date given".to_owned()),
        Some(date) if post.has_closed(app.today()) => (Token::Bad, format!("✗ closed on {}", day(date))),
        Some(date) => (Token::Good, format!("open until {}", day(date))),
    };
    fact(sheet, "Closing", token, &closes);
    match (words::pay(post), post.pay_text.as_str()) {
        (None, "") => fact(sheet, "Pay", Token::Dim, "not in what we have of it"),
        (None, text) => fact(sheet, "Pay", Token::Text, &format!("“{text}”; the advert gives no figures")),
        (Some(figures), text) => {
            fact(sheet, "Pay", Token::Text, &format!("{figures} a year"));
            if !text.is_empty() {
                fact(sheet, "", Token::Dim, &format!("“{text}”"));
            }
        }
    }
    for (label, text) in [("Grade", words::grade(post)), ("Contract", post.contract.clone())] {
        let given =
            if text.is_empty() { (Token::Dim, "not in what we have of it") } else { (Token::Text, text.as_str()) };
        fact(sheet, label, given.0, given.1);
    }
    matched(app, sheet, post);
}

fn matched(app: &App, sheet: &mut Sheet, post: &Post) {
    let Some(matched) = post.role else {
        fact(sheet, "Role", Token::Dim, "none of the map's that we know of");
        return;
    };
    let role = &app.pack().role(matched.role).title;
    let lead = [piece(Token::Dim, format!("{:<LABEL$}", "Role"))];
    sheet.hanging_to(&lead, Token::Near, &format!("{role} →"), Some(Target::Role(matched.role)));
    let wrong = match (&post.origin, matched.by) {
        (Origin::Imported { .. }, MatchedBy::Title) => {
            format!("; wrong? fingerpost posts correct {}", reference(post))
        }
        _ => String::new(),
    };
    fact(sheet, "", Token::Dim, &format!("{}{wrong}", words::matched(matched)));
}

fn reference(post: &Post) -> &str {
    if post.reference.is_empty() { &post.id } else { &post.reference }
}

/// How the person stands to what its role asks for.
fn eligibility(app: &App, sheet: &mut Sheet, post: &Post) {
    sheet.heading("Am I eligible?");
    let (Some(matched), Some(asks)) = (post.role, app.posts_view().asks()) else {
        sheet.text(Token::Dim, "Nobody can tell: the role of this post is not known.");
        return;
    };
    match asks {
        Asks::OfAnybody(_) => sheet.text(Token::Text, "Say who you are first: s on your role, or w for a person."),
        Asks::OfMe(why) if why.met => {
            let appointment = why.rows.iter().any(|row| row.state == RowState::OnAppointment);
            let proviso = if appointment { ", but for checks on appointment" } else { "" };
            let words = format!("On paper, yes: you meet what its role asks for {}{proviso}.", under(app));
            sheet.hanging(&[piece(Token::Good, "✓ ")], Token::Good, &words);
        }
        Asks::OfMe(_) => {
            let words = format!("Not yet: something its role asks for {} is missing.", under(app));
            sheet.hanging(&[piece(Token::Bad, "✗ ")], Token::Bad, &words);
        }
    }
    role::requirements(app, sheet, Some(asks));
    let mine = app.stance().me.as_ref().is_some_and(|me| me.person.role == matched.role);
    match app.reached(matched.role) {
        _ if mine => sheet.text(Token::Me, "You hold this role."),
        Knowledge::Known(Some(reached)) => {
            let moves = crate::app::story::moves(reached.moves);
            let words = format!("{moves}, {} from you at the least", reached.weeks);
            sheet.hanging(&[piece(Token::Near, "→ ")], Token::Near, &words);
        }
        Knowledge::Known(None) => {
            sheet.hanging(&[piece(Token::Bad, "✗ ")], Token::Bad, "Out of your reach under these rules");
        }
        Knowledge::Waiting | Knowledge::NothingAsked => {}
    }
}

fn under(app: &App) -> &'static str {
    crate::app::change::under(app.stance().ruleset)
}

fn source(app: &App, sheet: &mut Sheet, post: &Post) {
    let resting = match (&post.origin, post.provenance.basis) {
        (Origin::Imported { .. }, _) => "your own import".to_owned(),
        (Origin::Pack, Basis::Sourced) => "an advert that was read".to_owned(),
        (Origin::Pack, basis) => role::resting(basis).to_owned(),
    };
    sheet.heading(format!("Where this comes from ({resting})"));
    let dates = post.posted.map(|date| format!("posted {}", day(date)));
    let reference = (!post.reference.is_empty()).then(|| format!("reference {}", post.reference));
    let known: Vec<String> = [reference, dates, words::imported(post, app.today())].into_iter().flatten().collect();
    if !known.is_empty() {
        sheet.text(Token::Dim, &known.join(" · "));
    }
    let lines = [&post.provenance.source, &post.provenance.date, &post.provenance.note];
    lines.into_iter().filter(|line| !line.is_empty()).for_each(|line| sheet.text(Token::Dim, line));
    organisation::source(app.pack(), sheet, post);
}
