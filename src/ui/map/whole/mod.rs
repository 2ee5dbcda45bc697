//! The whole map: every role on one row in its lane, the selected role's edges and the route, the rest as density.

mod labels;
mod lines;
mod margins;
mod pane;
mod unseen;

use std::sync::Arc;

use ratatui::layout::Rect;

use self::pane::Pane as Glass;
use super::Sight;
use super::caption::{Caption, Group};
use super::overview::{Covered, Small};
use crate::app::hit::Pane;
use crate::app::map::{Corner, MapView};
use crate::layout::whole::Whole;
use crate::layout::whole::columns::Columns;
use crate::layout::whole::lines::{Lines, Place, lines};
use crate::layout::whole::origin::{Scope, Window};
use crate::layout::whole::strips::Spot;
use crate::layout::whole::ways::Ways;
use crate::layout::{Size, wrap};
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::map::signs::Entry;
use crate::ui::sheet::piece;

/// What is drawn, and from where.
#[derive(Clone, Copy)]
struct Scene<'a> {
    sight: &'a Sight<'a>,
    whole: &'a Whole,
    ways: &'a Ways,
    columns: Columns,
}

/// Draws the whole map into `area`.
pub(super) fn draw(sight: &Sight<'_>, view: &MapView, canvas: &mut Canvas<'_>, area: Rect) -> Caption {
    let (pack, selected) = (sight.pack, sight.selected);
    let whole = view.whole(pack);
    let Some(all) = view.ways(pack, sight.marks) else { return Caption::default() };
    let ways = match sight.sieve.sifted() {
        Some(sifted) => Arc::new(all.between(|role| sifted.shown().contains(role))),
        None => Arc::clone(&all),
    };
    let frame = Frame::new(area, &whole);
    let size = Size { width: frame.body.width, height: frame.body.height };
    if size.width < 12 || size.height < 3 {
        canvas.put(area, area.x, area.y, &wrap::cut(&pack.role(selected).title, area.width), Token::Strong);
        return Caption::default();
    }
    let columns = Columns::new(whole.strips.levels(), size.width);
    // Where the window stands never depends on the filter.
    let unfiltered = Scene { sight, whole: &whole, ways: &all, columns };
    let scene = Scene { ways: &ways, ..unfiltered };
    let scope = Scope { strips: &whole.strips, columns, size };
    let home = scope.home(whole.strips.spot(selected), unfiltered.near().into_iter(), view.before());
    let window = scope.window(home, view.pan());
    let lines = lines(&ways, columns, window, |spot| labels::extent(&scene, spot));
    let mut pane = Glass::new(canvas, frame.body, window);
    lines::draw_density(&scene, &lines, &mut pane);
    lines::draw(&lines, &mut pane);
    labels::draw(&scene, &mut pane);
    margins::draw_levels(&scene, window, frame.levels, canvas);
    margins::draw_lanes(&scene, window, frame.lanes, canvas);
    unseen::draw(&scene, window, &frame, canvas);
    let overflows = columns.total() > size.width || whole.strips.height() > u32::from(size.height);
    if overflows && view.corner() == Corner::Shown {
        draw_corner(&unfiltered, window, &lines, frame.body, canvas);
    }
    canvas.roam(scope.roam(home));
    let rows = whole.strips.height() as usize;
    canvas.seen(Pane::Map, window.y as usize, usize::from(size.height), rows);
    let [.., shade, _] = lines::shades(canvas.look().glyph_set());
    let told = view.shown(pack, &ways, sight.marks.moves).parts().into_iter().map(Group::from);
    Caption::new(
        told.chain([Group::signs([(piece(Token::Faint, shade.to_string()), " moves without a line")])]).collect(),
    )
}

/// What the signs of the whole map mean that the other maps do not have.
pub(super) fn legend(glyphs: GlyphSet) -> Vec<Entry> {
    let entry = |sign: String, token, meaning| Entry { sign, token, meaning };
    let shades: String = lines::shades(glyphs).iter().skip(1).collect();
    let mut entries =
        vec![entry(shades, Token::Faint, "so many moves run past this row without a line: the darker, the more")];
    let folded = margins::folded(glyphs).to_string();
    entries.push(entry(folded, Token::Dim, "a folded lane; numbers stand for its roles"));
    entries.extend(super::overview::legend(glyphs));
    entries
}

/// How the area is shared out.
struct Frame {
    /// The levels' titles.
    levels: Rect,
    /// The lanes' names.
    lanes: Rect,
    /// The map.
    body: Rect,
    /// What lies above the window; empty when all rows fit and two are to spare.
    above: Rect,
    /// What lies below and beside it.
    below: Rect,
}

/// No lane's name stands wider.
const NAME: u16 = 10;

impl Frame {
    fn new(area: Rect, whole: &Whole) -> Self {
        let gutter = if area.width < 40 { 0 } else { (whole.longest_name.min(NAME) + 2).min(area.width / 6) };
        let map = Rect { x: area.x + gutter, width: area.width - gutter, ..area };
        let rows = area.height.saturating_sub(1);
        let told = u16::from(whole.strips.height() + 2 > u32::from(rows) && rows > 6);
        let body = Rect { y: area.y.saturating_add(1 + told), height: rows.saturating_sub(2 * told), ..map };
        Self {
            levels: Rect { height: area.height.min(1), ..map },
            lanes: Rect { x: area.x, width: gutter, ..body },
            above: Rect { y: area.y.saturating_add(1), height: told, ..map },
            below: Rect { y: body.bottom(), height: told, ..map },
            body,
        }
    }
}

impl Scene<'_> {
    /// Where the selected role's neighbours stand.
    fn near(&self) -> Vec<Spot> {
        let ends = self.ways.ends(self.sight.selected).into_iter();
        ends.map(|role| self.whole.strips.spot(role)).collect()
    }
}

fn draw_corner(scene: &Scene<'_>, window: Window, lines: &Lines, body: Rect, canvas: &mut Canvas<'_>) {
    let overview = &scene.whole.overview;
    let strips = &scene.whole.strips;
    let on_screen = |place: Place| {
        let y = u16::try_from(place.row - window.y).unwrap_or(0);
        (body.x + (place.x - window.x), body.y + y)
    };
    let cell = |spot: Spot| overview.cell(spot.level, spot.row);
    let route = scene.sight.marks.route.iter().map(|&role| strips.spot(role));
    let kept = scene.near().into_iter().chain([strips.spot(scene.sight.selected)]).chain(route.clone());
    let never = kept.filter_map(|spot| {
        let (x, after) = labels::extent(scene, spot);
        let place = Place { row: spot.row, x: x.max(window.x) };
        let (x, y) = window.holds(place).then(|| on_screen(place))?;
        Some(Rect { x, y, width: after.saturating_sub(place.x), height: 1 })
    });
    let covered = Covered { never: never.collect(), rather_not: lines.keys().map(|&place| on_screen(place)).collect() };
    let seen = scene.columns.seen(window.x, window.right());
    let small = Small {
        overview,
        view: overview.area(seen, window.y..window.bottom()),
        selected: cell(strips.spot(scene.sight.selected)),
        route: route.map(cell).collect(),
    };
    if let Some(area) = small.corner(body, &covered) {
        clear_cut_labels(scene, window, body, area, canvas);
        small.draw(canvas, area);
    }
}

/// Takes away what would be left of a label that is partly under the small map: half a name misleads.
fn clear_cut_labels(scene: &Scene<'_>, window: Window, body: Rect, area: Rect, canvas: &mut Canvas<'_>) {
    let row = |y: u16| window.y + u32::from(y - body.y);
    for level in scene.columns.seen(window.x, window.right()) {
        for entry in scene.whole.strips.seen(level, row(area.y), row(area.bottom())) {
            let (x, after) = labels::extent(scene, Spot { level, row: entry.row });
            let (x, after) = (x.max(window.x) - window.x + body.x, after.max(window.x) - window.x + body.x);
            let y = body.y + u16::try_from(entry.row - window.y).unwrap_or(0);
            if x < area.x && after > area.x {
                canvas.clear(Rect { x, y, width: area.x - x, height: 1 });
            }
            if x < area.right() && after > area.right() {
                canvas.clear(Rect { x: area.right(), y, width: after - area.right(), height: 1 });
            }
        }
    }
}
