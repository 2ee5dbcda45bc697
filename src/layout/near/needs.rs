//! What each column has to show at one density.

use super::columns::{Need, Reach};
use super::density::Boxes;
use super::map::Shape;
use super::shapes::Shapes;
use crate::layout::focus::Prominence;
use crate::layout::wrap;

/// Columns with boxes are at least so wide, so that a mark and a number have room too.
const LEAST: u16 = 7;
/// No title makes its column wider than this against others.
const MOST: u16 = 24;
/// No box asks for more than this.
const WANTED: u16 = 28;
/// A head longer than this may be cut.
const FAIR_HEAD: u16 = 12;
/// No column is made wider than this for the names in it.
const FULL: u16 = 34;

/// The needs of the columns, left to right.
pub(super) fn needs(shapes: &Shapes<'_, '_>) -> Vec<Need> {
    (0..shapes.subject.world.order.levels()).map(|level| need(shapes, level)).collect()
}

fn need(shapes: &Shapes<'_, '_>, level: usize) -> Need {
    let subject = shapes.subject;
    let head = wrap::width(&subject.world.pack.tables().levels[level].title).min(FAIR_HEAD);
    let mut need = Need { head, ..Need::default() };
    for &lane in &subject.lanes {
        for &role in subject.nameable(lane, level) {
            need.full = need.full.max(subject.titles.of(role).width + 2).min(FULL);
        }
    }
    let frame = match shapes.density.boxes {
        Boxes::Framed(_) | Boxes::NearFramed(_) => 1,
        Boxes::Lines(_) => 0,
    };
    let most = shapes.density.boxes.lines();
    for &role in subject.of_level(level) {
        let why = subject.prominent[&role];
        let title = subject.titles.of(role);
        let pad = shapes.pad(role, shapes.shape(role, 0).unwrap_or(Shape::Name));
        // The selected role's neighbours count twice against the rest of the route.
        let weight = if why >= Prominence::Near { 2 } else { 1 };
        for lines in (1..most).rev() {
            let want = (title.narrowest(lines) + pad + 1 - frame).min(WANTED);
            need.wants.extend(std::iter::repeat_n(want, weight));
        }
        if why >= Prominence::Near {
            need.reach = Reach::Near;
        }
        let details = shapes.wordings(role);
        let widths = details.iter().flat_map(|line| line.widths());
        need.wants.extend(widths.map(|width| (width + pad).min(WANTED)));
        let detail = details.iter().map(|line| line.least()).max().unwrap_or(0);
        if why > Prominence::Marked {
            let least = (title.narrowest(most).max(detail) + pad).clamp(LEAST, MOST);
            need.least = need.least.max(Some(least));
        }
    }
    need
}
