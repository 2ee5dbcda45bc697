//! The pane about a role: what it is, what it asks for, where one comes from and where it leads, its posts.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::look::Token;
use super::sheet::{Piece, Row, Sheet, piece};
use super::standing;
use crate::app::App;
use crate::app::asks::Asks;
use crate::app::change::under;
use crate::app::desk::Knowledge;
use crate::app::hit::{Pane, Target};
use crate::app::pay;
use crate::app::story::{band, day};
use crate::domain::Pack;
use crate::domain::career_move::{Move, Usual};
use crate::domain::expression::Expression;
use crate::domain::id::{MoveId, PostId, RequirementId, RoleId, TrainingId};
use crate::domain::planner::{Holder, Remedy, RowState};
use crate::domain::post::{Origin, Standing};
use crate::domain::provenance::Basis;
use crate::domain::quantity::Weeks;
use crate::domain::requirement::{Force, Scope};
use crate::domain::role::{Entrance, Role};
use crate::layout::slips;

/// Draws the pane about the selected role.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let title = app.selected_role().map_or("No role", |role| app.pack().role(role).title.as_str());
    let inner = canvas.frame(area, title, Pane::Role, app.focus());
    let mut sheet = Sheet::new(inner.width);
    if let Some(role) = app.selected_role() {
        about(app, &mut sheet, role);
        asks(app, &mut sheet);
        ways(app.pack(), &mut sheet, role);
        posts(app.pack(), &mut sheet, role);
        evidence(app.pack().role(role), &mut sheet);
    }
    canvas.sheet(inner, &sheet, Pane::Role, app.scrolled(Pane::Role));
}

fn about(app: &App, sheet: &mut Sheet, id: RoleId) {
    let pack = app.pack();
    let role = pack.role(id);
    let family = &pack.family(role.family).title;
    let level = pack.tables().levels.iter().find(|level| level.number == role.level);
    let level = level.map_or(String::new(), |level| format!(" · {}", level.title));
    sheet.text(Token::Dim, &format!("{family}{level}"));
    let band = if role.pay.band.is_empty() { "Band not known".to_owned() } else { band(&role.pay.band) };
    let stage = role.stage.map_or(String::new(), |stage| format!(" · {stage}"));
    sheet.text(Token::Text, &format!("{}{stage}", crate::app::change::capital(&band)));
    match crate::domain::pay::yearly(pack, id) {
        Some(found) => sheet.text(Token::Text, &format!("{} a year ({})", pay::range(&found), pay::basis(&found))),
        None if role.pay.basis == "vsm" => sheet.text(Token::Dim, "Pay is settled person by person"),
        None => sheet.text(Token::Dim, "Pay not known"),
    }
    if role.entrance == Entrance::StartingPoint {
        sheet.text(Token::Text, "A starting point: people begin here");
    }
    marks(app, sheet, id);
    if !role.summary.is_empty() {
        sheet.gap();
        sheet.text(Token::Text, &role.summary);
    }
    if !role.registration.is_empty() {
        sheet.hanging(&[piece(Token::Dim, "Registration: ")], Token::Text, &role.registration);
    }
}

/// Whether this is me or my target, and how far it is from me.
fn marks(app: &App, sheet: &mut Sheet, id: RoleId) {
    let mine = app.stance().me.as_ref().is_some_and(|me| me.person.role == id);
    if mine {
        sheet.text(Token::Me, "You are here");
    }
    if app.stance().target == Some(id) {
        sheet.text(Token::Target, "Your target");
    }
    if mine {
        return;
    }
    match app.reached(id) {
        Knowledge::NothingAsked => {}
        Knowledge::Waiting => sheet.text(Token::Dim, "Working out how far it is"),
        Knowledge::Known(None) => sheet.text(Token::Bad, "✗ Out of your reach under these rules"),
        Knowledge::Known(Some(reached)) => {
            let moves = if reached.moves == 1 { "1 move".to_owned() } else { format!("{} moves", reached.moves) };
            sheet.text(Token::Near, &format!("{moves}, {} from you at the least", reached.weeks));
        }
    }
}

fn asks(app: &App, sheet: &mut Sheet) {
    sheet.heading(format!("Asked for {}", under(app.stance().ruleset)));
    requirements(app, sheet, app.asks());
}

/// What is asked for row by row, how the person stands to each, and the quickest way to what is missing.
pub fn requirements(app: &App, sheet: &mut Sheet, asks: Option<&Asks>) {
    let rows = asks.map(Asks::rows).unwrap_or_default();
    if rows.is_empty() {
        sheet.text(Token::Dim, "Nothing");
    }
    let holder = app.stance().me.as_ref().map(|me| Holder::of(app.pack(), &me.person));
    for (row, state) in rows {
        requirement(app.pack(), sheet, row, state, holder.as_ref());
    }
    if let Some(Asks::OfMe(why)) = asks
        && !why.met
    {
        remedy(app.pack(), sheet, &why.quickest);
    }
}

/// The quickest way to meet what is not met.
fn remedy(pack: &Pack, sheet: &mut Sheet, remedy: &Remedy) {
    let titles = |ids: Vec<TrainingId>| {
        ids.into_iter().map(|id| pack.training(id).title.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (beyond, study): (Vec<_>, Vec<_>) = remedy.facts.iter().partition(|id| remedy.out_of_reach.contains(id));
    if !study.is_empty() {
        let effort = format!("{} of study, {} h", remedy.weeks, remedy.hours);
        let lead = [piece(Token::Study, "▒ ")];
        sheet.hanging(&lead, Token::Text, &format!("Quickest: {effort}: {}", titles(study)));
    }
    if !beyond.is_empty() {
        let lead = [piece(Token::Bad, "✗ ")];
        sheet.hanging(&lead, Token::Text, &format!("Not to be had by study: {}", titles(beyond)));
    }
}

fn requirement(pack: &Pack, sheet: &mut Sheet, id: RequirementId, state: Option<RowState>, holder: Option<&Holder>) {
    let row = pack.requirement(id);
    let (sign, token, word) = standing::told(slips::Standing::of_row(state));
    asked(pack, sheet, &row.requires, (piece(token, format!("{sign} ")), 0), holder);
    let presumed = match (state, holder) {
        (Some(RowState::Met | RowState::OnAppointment), Some(holder)) => holder.presumed(&row.requires),
        _ => Vec::new(),
    };
    if !presumed.is_empty() {
        let words = "presumed: your present role requires it";
        sheet.hanging(&[piece(Token::Text, "  "), piece(Token::Assumed, "~ ")], Token::Assumed, words);
    }
    for fact in holder.map_or_else(Vec::new, |holder| holder.waived(&row.requires)) {
        let words = format!("counts by a waiver or an equivalence: {}", pack.training(fact).title);
        sheet.hanging(&[piece(Token::Text, "  "), piece(Token::Assumed, "~ ")], Token::Assumed, &words);
    }
    let whom = match row.scope {
        Scope::Role(_) => "",
        Scope::Any => "every role",
        Scope::Manager => "every manager",
        Scope::Board => "every board role",
    };
    let force = if row.force == Force::Required { String::new() } else { row.force.to_string() };
    let words = [word.to_owned(), force, whom.to_owned(), resting(row.provenance.basis).to_owned()];
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    if !words.is_empty() {
        sheet.hanging(
            &[piece(Token::Text, "  ")],
            if word.is_empty() { Token::Dim } else { token },
            &words.join(" · "),
        );
    }
}

/// What is asked for, every alternative and every part on a line of its own, marked where it is held.
fn asked(pack: &Pack, sheet: &mut Sheet, expression: &Expression, lead: (Piece, usize), holder: Option<&Holder>) {
    let (sign, depth) = lead;
    let indent = piece(Token::Text, "  ".repeat(depth));
    let (parts, words) = match expression {
        Expression::Fact(fact) => {
            let target = Some(Target::Training(*fact));
            return sheet.hanging_to(&[indent, sign], Token::Text, &pack.training(*fact).title, target);
        }
        Expression::All(parts) if parts.is_empty() => {
            return sheet.hanging(&[indent, sign], Token::Text, "nothing in particular");
        }
        Expression::Any(parts) => (parts, "one of:"),
        Expression::All(parts) => (parts, "all of:"),
    };
    sheet.row(Row::of(vec![indent, sign, piece(Token::Text, words)]));
    for part in parts {
        let sign = match holder.map(|holder| part.holds(&|fact| holder.has(fact))) {
            Some(true) => piece(Token::Good, "✓ "),
            Some(false) | None => piece(Token::Dim, "· "),
        };
        asked(pack, sheet, part, (sign, depth + 1), holder);
    }
}

/// What a row rests on, in words.
pub const fn resting(basis: Basis) -> &'static str {
    match basis {
        Basis::Sourced => "from a source",
        Basis::Editorial => "our judgement",
        Basis::Assumed => "assumed",
    }
}

fn ways(pack: &Pack, sheet: &mut Sheet, role: RoleId) {
    let (out, into) = (pack.moves_from(role), pack.moves_to(role));
    sheet.heading(format!("Leads to ({})", out.len()));
    for by in out {
        way(pack, sheet, *by, "→ ", |by| by.to);
    }
    sheet.heading(format!("People come from ({})", into.len()));
    for by in into {
        way(pack, sheet, *by, "← ", |by| by.from);
    }
}

fn way(pack: &Pack, sheet: &mut Sheet, id: MoveId, sign: &str, end: impl Fn(&Move) -> RoleId) {
    let by = pack.career_move(id);
    let other = end(by);
    let target = Some(Target::Role(other));
    sheet.hanging_to(&[piece(Token::Near, sign)], Token::Text, &pack.role(other).title, target);
    let years = if by.tenure() == Weeks::ZERO { "at once".to_owned() } else { format!("after {}", by.tenure()) };
    let basis =
        if by.years_basis == Basis::Sourced { String::new() } else { format!(" ({})", resting(by.years_basis)) };
    let indent = [piece(Token::Text, "  ")];
    match by.usual {
        Usual::Usual => sheet.hanging(&indent, Token::Dim, &format!("{} · {years}{basis}", by.kind)),
        Usual::Exceptional => {
            sheet.hanging(&indent, Token::Assumed, &format!("exceptional · {} · {years}{basis}", by.kind));
        }
    }
}

fn posts(pack: &Pack, sheet: &mut Sheet, role: RoleId) {
    let posts = pack.posts_of(role);
    if posts.is_empty() {
        return;
    }
    sheet.heading(format!("Posts ({})", posts.len()));
    for id in posts.iter().take(MOST_POSTS) {
        post(pack, sheet, *id);
    }
    if let Some(more) = posts.len().checked_sub(MOST_POSTS).filter(|more| *more > 0) {
        sheet.text(Token::Dim, &format!("and {more} more"));
    }
}

/// A user may have imported thousands; the pane is drawn with every key press.
const MOST_POSTS: usize = 40;

fn post(pack: &Pack, sheet: &mut Sheet, id: PostId) {
    let post = pack.post(id);
    let challenged = post.standing == Standing::Challenged;
    let lead = if challenged {
        piece(Token::Challenged, format!("{} ", standing::CHALLENGED))
    } else {
        piece(Token::Dim, "· ")
    };
    let words = format!("{}, {} →", post.title, post.employer);
    sheet.hanging_to(&[lead], Token::Text, &words, Some(Target::Post(id)));
    let segment = post.segment.map(|segment| format!("segment {segment}"));
    let closes = post.closes.map(|date| format!("closing date {}", day(date)));
    let imported = match &post.origin {
        Origin::Pack => None,
        Origin::Imported { on, .. } => Some(format!("imported {}", day(*on))),
    };
    let words: Vec<String> =
        challenged.then(|| "challenged".to_owned()).into_iter().chain(segment).chain(closes).chain(imported).collect();
    if !words.is_empty() {
        let token = if challenged { Token::Challenged } else { Token::Dim };
        sheet.hanging(&[piece(Token::Text, "  ")], token, &words.join(" · "));
    }
}

fn evidence(role: &Role, sheet: &mut Sheet) {
    sheet.heading("Where this comes from");
    let firm = match role.evidence.as_str() {
        "sourced" => "Role and band are from a source",
        "role-only" => "The role is from a source, its band is our judgement",
        _ => "Our judgement",
    };
    sheet.text(Token::Dim, firm);
    let lines = [&role.provenance.source, &role.provenance.date, &role.provenance.note];
    lines.into_iter().filter(|line| !line.is_empty()).for_each(|line| sheet.text(Token::Dim, line));
}
