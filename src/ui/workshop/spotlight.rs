//! The spotlight: what a step means is bright and stands between » and «, the rest of the screen is faint.

use std::collections::BTreeSet;

use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use crate::app::App;
use crate::app::deck::Stage;
use crate::app::hit::Target;
use crate::domain::deck::Spotlight;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;

/// What stands before and after what is meant, so that nobody needs to see how bright it is.
const MARKS: [&str; 2] = ["»", "«"];

/// What is meant at the step that is on the screen, if anything is.
fn meant(app: &App) -> Option<&Spotlight> {
    let is_clear = app.overlays().is_empty() && !app.is_strolling();
    app.stage().map(Stage::spotlight).filter(|light| is_clear && !light.is_off())
}

/// Says to the canvas which moves are meant, before the map is drawn.
pub fn prepare(app: &App, canvas: &mut Canvas<'_>) {
    if let Some(light) = meant(app) {
        canvas.light_moves(light.moves.iter().map(|leg| (leg.from, leg.to)).collect());
    }
}

/// Puts the spotlight on what was drawn in `body`. Where nothing of what is meant is in view, everything stays as it is.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let Some(light) = meant(app) else { return };
    let roles = light.all_roles();
    let is_meant = |target: Target| match target {
        Target::Role(role) => roles.contains(&role),
        Target::Training(training) => light.training.contains(&training),
        _ => false,
    };
    let areas = canvas.hits().hits.iter().filter(|hit| is_meant(hit.target)).map(|hit| {
        let cells = hit.cells;
        Rect { x: cells.x, y: cells.y, width: cells.width, height: cells.height }.intersection(body)
    });
    let areas: Vec<Rect> = areas.filter(|area| !area.is_empty()).collect();
    let mut lit: BTreeSet<(u16, u16)> =
        areas.iter().flat_map(|area| area.positions()).map(|Position { x, y }| (x, y)).collect();
    lit.extend(canvas.lit().iter().copied());
    if lit.is_empty() {
        return;
    }
    dim(canvas, body, &lit);
    for area in areas {
        mark(canvas, area, body);
    }
}

fn dim(canvas: &mut Canvas<'_>, body: Rect, lit: &BTreeSet<(u16, u16)>) {
    let ground = canvas.look().ground();
    let faint = canvas.look().style(Token::Faint);
    let strong = Style::new().add_modifier(Modifier::BOLD);
    let body = body.intersection(canvas.area());
    for position in body.positions() {
        let cell = &mut canvas.buffer()[position];
        if lit.contains(&(position.x, position.y)) {
            cell.set_style(strong);
        } else {
            let symbol = cell.symbol().to_owned();
            cell.reset();
            cell.set_symbol(&symbol).set_style(ground).set_style(faint);
        }
    }
}

/// Marks an area at both ends of its middle row: on its frame, or in the cells beside it.
fn mark(canvas: &mut Canvas<'_>, area: Rect, body: Rect) {
    let y = area.y + area.height.saturating_sub(1) / 2;
    let framed = area.height >= 3;
    let before = if framed { Some(area.x) } else { area.x.checked_sub(1).filter(|x| *x >= body.x) };
    let after = if framed { area.right() - 1 } else { area.right() };
    let put = |canvas: &mut Canvas<'_>, x: u16, sign: &str| {
        let strong = Style::new().add_modifier(Modifier::BOLD);
        let style = canvas.look().style(Token::Route).patch(strong);
        canvas.put_styled(body, x, y, sign, style);
    };
    if let Some(x) = before {
        put(canvas, x, MARKS[0]);
    }
    put(canvas, after, MARKS[1]);
}
