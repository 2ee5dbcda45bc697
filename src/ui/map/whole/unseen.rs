//! The selected role's neighbours that are not in the window, named at its edges.

use ratatui::layout::Rect;

use super::{Frame, Scene};
use crate::domain::id::RoleId;
use crate::layout::whole::origin::Window;
use crate::layout::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::look::{GlyphSet, Token};

/// The neighbours outside the window, by where they are.
#[derive(Default)]
struct Unseen {
    left: Vec<RoleId>,
    right: Vec<RoleId>,
    /// By column.
    above: Vec<(usize, RoleId)>,
    below: Vec<(usize, RoleId)>,
}

/// Names them: those above and below in their column, those beside it at the end of the bottom row.
pub fn draw(scene: &Scene<'_>, window: Window, frame: &Frame, canvas: &mut Canvas<'_>) {
    let unseen = sort(scene, window);
    let [up, down, left, right] = match canvas.look().glyph_set() {
        GlyphSet::Unicode => ['▲', '▼', '◀', '▶'],
        GlyphSet::Ascii => ['^', 'v', '<', '>'],
    };
    let last = Rect { y: frame.body.bottom().saturating_sub(1), height: 1, ..frame.body };
    let above = if frame.above.height > 0 { frame.above } else { Rect { height: 1, ..frame.body } };
    let below = if frame.below.height > 0 { frame.below } else { last };
    for (row, sign, roles) in [(above, up, &unseen.above), (below, down, &unseen.below)] {
        for level in 0..scene.whole.strips.levels() {
            let here: Vec<RoleId> = roles.iter().filter(|(at, _)| *at == level).map(|(_, role)| *role).collect();
            let (x, after) = (scene.columns.x(level), scene.columns.x(level) + scene.columns.width);
            let (from, to) = (x.max(window.x), after.min(window.right()));
            if !here.is_empty() && from < to {
                let area = Rect { x: row.x + (from - window.x), width: to - from, ..row };
                put(canvas, area, &told(scene, sign, &here, to - from));
            }
        }
    }
    let half = frame.body.width / 2;
    if !unseen.left.is_empty() {
        let text = told(scene, left, &unseen.left, half);
        put(canvas, Rect { width: wrap::width(&text) + 1, ..below }, &text);
    }
    let mut end = below.right();
    if !unseen.right.is_empty() {
        let text = told(scene, right, &unseen.right, half);
        end -= wrap::width(&text) + 1;
        put(canvas, Rect { x: end, width: below.right() - end, ..below }, &format!(" {text}"));
    }
    if !scene.ways.unrouted.is_empty() {
        let far = |from, to| if from == scene.sight.selected { (right, to) } else { (left, from) };
        let names = scene.ways.unrouted.iter().map(|wish| {
            let (sign, role) = far(wish.from, wish.to);
            format!("{sign} {}", title(scene, role))
        });
        let names: Vec<String> = names.collect();
        let text = wrap::cut(&format!("No room for the line: {}", names.join("  ")), below.width);
        let y = if frame.above.height > 0 { above.y } else { below.y.saturating_sub(1) };
        put(canvas, Rect { y, width: wrap::width(&text), ..below }, &text);
    }
}

fn sort(scene: &Scene<'_>, window: Window) -> Unseen {
    let mut unseen = Unseen::default();
    for role in scene.ways.ends(scene.sight.selected) {
        let spot = scene.whole.strips.spot(role);
        let seen = scene.columns.seen(window.x, window.right());
        if spot.level < seen.start {
            unseen.left.push(role);
        } else if spot.level >= seen.end {
            unseen.right.push(role);
        } else if spot.row < window.y {
            unseen.above.push((spot.level, role));
        } else if spot.row >= window.bottom() {
            unseen.below.push((spot.level, role));
        }
    }
    unseen
}

/// `↑ Matron +2`: the first by name, the others by number.
fn told(scene: &Scene<'_>, sign: char, roles: &[RoleId], room: u16) -> String {
    let Some(&first) = roles.first() else { return String::new() };
    let more = if roles.len() > 1 { format!(" +{}", roles.len() - 1) } else { String::new() };
    let name = wrap::cut(title(scene, first), room.saturating_sub(2 + wrap::width(&more)));
    format!("{sign} {name}{more}")
}

fn title<'a>(scene: &Scene<'a>, role: RoleId) -> &'a str {
    wrap::short(&scene.sight.pack.role(role).title)
}

fn put(canvas: &mut Canvas<'_>, area: Rect, text: &str) {
    canvas.clear(area);
    canvas.put(area, area.x, area.y, text, Token::Near);
}
