//! What the totals of the chosen route are made of.

use ratatui::layout::Rect;

use super::window;
use crate::app::App;
use crate::app::hit::Pane;
use crate::app::story::cost;
use crate::domain::Pack;
use crate::domain::planner::{Route, Study};
use crate::domain::quantity::{Pounds, Weeks};
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::role::resting;
use crate::ui::sheet::{Row, Sheet, piece};

/// Draws the breakdown.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let inner = window(canvas, body, (78, body.height.min(30)), "What this route is made of");
    let mut sheet = Sheet::new(inner.width);
    if let Some(route) = app.chosen_route() {
        time(app.pack(), &mut sheet, route);
        study(app.pack(), &mut sheet, route);
        money(app.pack(), &mut sheet, route);
        rest(app.pack(), &mut sheet, route);
    }
    canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}

fn line(sheet: &mut Sheet, token: Token, text: &str, figure: String) {
    sheet.row(Row::of(vec![piece(Token::Text, "  "), piece(token, text)]).right(token, figure));
}

fn total(sheet: &mut Sheet, text: &str, figure: String) {
    sheet.gap();
    sheet.row(Row::text(Token::Strong, text).right(Token::Strong, figure));
}

fn time(pack: &Pack, sheet: &mut Sheet, route: &Route) {
    total(sheet, "Time", format!("{} ({} weeks)", route.totals.weeks, route.totals.weeks.0));
    for step in &route.steps {
        if let Some((leave, by)) = step.leave {
            let stay = Weeks(leave.0.saturating_sub(step.enter.0));
            let least = pack.career_move(by).tenure();
            let why = format!(
                "{} (the move asks for {least} in it, {})",
                pack.role(step.role).title,
                resting(pack.career_move(by).years_basis)
            );
            line(sheet, Token::Text, &why, stay.to_string());
        }
    }
}

fn studies(route: &Route) -> impl Iterator<Item = &Study> {
    route.steps.iter().flat_map(|step| &step.study)
}

fn study(pack: &Pack, sheet: &mut Sheet, route: &Route) {
    total(sheet, "Study", format!("{} h", route.totals.study_hours));
    for item in studies(route) {
        let (token, assumed) = if item.hours.is_assumed() { (Token::Assumed, " assumed") } else { (Token::Text, "") };
        line(sheet, token, &pack.training(item.training).title, format!("{} h{assumed}", item.hours.value()));
    }
}

fn money(pack: &Pack, sheet: &mut Sheet, route: &Route) {
    total(sheet, "Cost", cost(route));
    for item in studies(route) {
        let figure = item.cost.map_or("not known".to_owned(), |cost| Pounds(cost).to_string());
        let token = if item.cost.is_none() { Token::Assumed } else { Token::Text };
        line(sheet, token, &pack.training(item.training).title, figure);
    }
}

fn rest(pack: &Pack, sheet: &mut Sheet, route: &Route) {
    total(sheet, "Moves", route.totals.moves.to_string());
    for (_, by) in route.steps.iter().filter_map(|step| step.leave) {
        let by = pack.career_move(by);
        line(sheet, Token::Text, &format!("to {}", pack.role(by.to).title), by.kind.to_string());
    }
    total(sheet, "Sectors seen", route.totals.sectors.to_string());
    let mut seen: Vec<&str> = Vec::new();
    for sector in route.steps.iter().filter_map(|step| pack.role(step.role).sector.as_deref()) {
        if sector != "any" && !seen.contains(&sector) {
            seen.push(sector);
            line(sheet, Token::Text, sector, String::new());
        }
    }
    if let Some(pay) = route.totals.pay {
        let figure = Pounds(crate::domain::quantity::Decimal::whole(pay)).to_string();
        total(sheet, "Lowest yearly pay on the way, where known", figure);
    }
}
