//! The map: levels from left to right, lanes from top to bottom, the selected role with its ways in and out.

mod caption;
mod labels;
mod leads;
pub mod legend;
mod matrix;
mod near;
mod overview;
mod sheet;
mod signpost;
pub mod signs;
mod tips;
mod whole;

pub use caption::Caption;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::look::Token;
use super::text::width;
use crate::app::App;
use crate::app::hit::{Pane, Target};
use crate::app::map::filter::Sieve;
use crate::app::map::{MapView, Marks, Zoom};
use crate::domain::Pack;
use crate::domain::id::RoleId;

/// What is looked at.
pub(super) struct Sight<'a> {
    pack: &'a Pack,
    marks: &'a Marks,
    selected: RoleId,
    sieve: &'a Sieve,
}

/// Draws the app's map in a frame that says how near one looks, where the arrow keys lead and what is shown.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, frame: Rect) {
    let title = title(app, usize::from(frame.width));
    let inner = canvas.frame(frame, &title, Pane::Map, app.focus());
    signpost::draw(app, canvas, frame, &title);
    let caption = draw_map(app.pack(), app.map(), &app.marks(), canvas, inner);
    let caption = match app.filter_reasons() {
        Some(reasons) => caption.after(reasons),
        None => caption,
    };
    caption.draw(canvas, frame);
    if let Some(jump) = app.jump() {
        labels::draw(jump, canvas);
    }
}

/// How near one looks and what is filtered; a filter is said in any case, so that nobody takes what is left for all.
fn title(app: &App, room: usize) -> String {
    let zoom = format!("Map · {}", app.map().zoom());
    let Some(line) = app.filter_line() else { return zoom };
    let both = format!("{zoom} · filtered (F): {line}");
    if width(&both) + 6 <= room { both } else { format!("Map · filtered (F): {line}") }
}

/// Draws what lies over the screen for a moment: the tag of what the mouse is over.
pub fn draw_tag(app: &App, canvas: &mut Canvas<'_>) {
    if let Some(tip) = app.tip() {
        tips::draw(canvas, tip);
    }
}

/// Draws a map into `area` and notes every role as a target and the map as a pane; gives back what is to be said of it.
pub fn draw_map(pack: &Pack, view: &MapView, marks: &Marks, canvas: &mut Canvas<'_>, area: Rect) -> Caption {
    let area = area.intersection(canvas.area());
    canvas.hit(area, Target::Pane(Pane::Map));
    let Some(selected) = view.selected() else {
        canvas.put(area, area.x, area.y, "This pack has no roles.", Token::Dim);
        return Caption::default();
    };
    let sight = Sight { pack, marks, selected, sieve: view.sieve() };
    let caption = match view.zoom() {
        Zoom::Families => matrix::draw(&sight, view, canvas, area),
        Zoom::Lanes => {
            let caption = whole::draw(&sight, view, canvas, area);
            tips::note_cut(pack, canvas);
            caption
        }
        Zoom::Boxes | Zoom::Cards => near::draw(&sight, view, canvas, area),
    };
    if let Some(choices) = view.choices(pack, marks.moves) {
        leads::draw(&choices, canvas);
    }
    caption
}
