//! What stands on the whole map: roles with their marks, and numbers for the roles of folded lanes.

use std::borrow::Cow;

use ratatui::style::Style;

use super::Scene;
use super::pane::Pane;
use crate::app::hit::Target;
use crate::app::map::filter::Showing;
use crate::domain::id::RoleId;
use crate::domain::post::Standing;
use crate::layout::whole::lines::{Extent, Place};
use crate::layout::whole::strips::{Entry, Spot, What};
use crate::layout::wrap;
use crate::ui::look::Token;
use crate::ui::map::signs::{self, Mark};

/// The cells that a role or number takes at a spot: one for a mark, the text, one for a space.
pub fn extent(scene: &Scene<'_>, spot: Spot) -> Extent {
    let x = scene.columns.x(spot.level);
    let text = scene.whole.strips.at(spot).map_or(0, |what| wrap::width(&words(scene, what, spot)));
    (x, x + (text + 2).min(scene.columns.width))
}

/// The text of a role or number, uncut.
fn words<'a>(scene: &Scene<'a>, what: What, spot: Spot) -> Cow<'a, str> {
    match what {
        What::Role(role) => Cow::Borrowed(wrap::short(&scene.sight.pack.role(role).title)),
        What::Roles(count) if spot == scene.whole.strips.spot(scene.sight.selected) => {
            let title = wrap::short(&scene.sight.pack.role(scene.sight.selected).title);
            Cow::Owned(if count == 1 { title.to_owned() } else { format!("{title} +{}", count - 1) })
        }
        What::Roles(1) => Cow::Borrowed("1 role"),
        What::Roles(count) => Cow::Owned(format!("{count} roles")),
    }
}

/// The selected role's neighbours, sorted.
struct Near {
    /// Those to which it leads.
    out: Vec<RoleId>,
    /// All.
    all: Vec<RoleId>,
}

impl Near {
    fn new(scene: &Scene<'_>) -> Self {
        let selected = scene.sight.selected;
        let mut out: Vec<RoleId> =
            scene.ways.wires.iter().filter(|wire| wire.from == selected).map(|wire| wire.to).collect();
        out.sort_unstable();
        Self { out, all: scene.ways.ends(selected) }
    }
}

/// Draws all that is in the window.
pub fn draw(scene: &Scene<'_>, pane: &mut Pane<'_, '_>) {
    let near = Near::new(scene);
    let window = pane.window();
    for level in scene.columns.seen(window.x, window.right()) {
        for entry in scene.whole.strips.seen(level, window.y, window.bottom()) {
            draw_entry(scene, &near, level, entry, pane);
        }
    }
}

fn draw_entry(scene: &Scene<'_>, near: &Near, level: usize, entry: &Entry, pane: &mut Pane<'_, '_>) {
    let x = scene.columns.x(level);
    let from = Place { row: entry.row, x };
    let room = scene.columns.width.saturating_sub(1);
    let spot = Spot { level, row: entry.row };
    let words = words(scene, entry.what, spot);
    let text = wrap::cut(&words, room);
    let (_, after) = extent(scene, spot);
    match entry.what {
        What::Role(role) if scene.sight.sieve.look_of(role) == Showing::Hidden => return,
        What::Role(role) => {
            let token = token(scene, near, role);
            let style = pane.canvas().look().style(token);
            pane.text(Place { x: x + 1, ..from }, &text, style);
            match mark(scene, role) {
                _ if token == Token::Faint => {
                    let look = pane.canvas().look();
                    pane.sign(from, signs::dimmed(look.glyph_set()), look.style(token));
                }
                Some((mark, token)) => {
                    let look = pane.canvas().look();
                    pane.sign(from, signs::mark(look.glyph_set(), mark), look.style(token));
                }
                None => pane.sign(from, ' ', Style::new()),
            }
            pane.hit(from, after, Target::Role(role));
        }
        What::Roles(_) => {
            let selected = spot == scene.whole.strips.spot(scene.sight.selected);
            let style = pane.canvas().look().style(if selected { Token::Selected } else { Token::Dim });
            pane.sign(from, ' ', Style::new());
            let text = passing(scene, entry.what, spot).unwrap_or_else(|| text.clone());
            pane.text(Place { x: x + 1, ..from }, &text, style);
        }
    }
    let end = x + 1 + wrap::width(&text);
    if end < after {
        pane.sign(Place { x: end, ..from }, ' ', Style::new());
    }
}

/// With a filter, how many of the roles behind a number pass, in no more cells than the number takes; nothing where all
/// do, or where the selected role is named instead.
fn passing(scene: &Scene<'_>, what: What, spot: Spot) -> Option<String> {
    let What::Roles(count) = what else { return None };
    let lane = scene.whole.strips.strip(spot.row)?.family.index();
    let left = scene.sight.sieve.sifted()?.left_in(lane, spot.level);
    let is_named = spot == scene.whole.strips.spot(scene.sight.selected);
    (left < count && !is_named).then(|| wrap::cut(&format!("{left} of {count}"), scene.columns.width.saturating_sub(1)))
}

fn token(scene: &Scene<'_>, near: &Near, role: RoleId) -> Token {
    if scene.sight.sieve.look_of(role) != Showing::Shown {
        Token::Faint
    } else if role == scene.sight.selected {
        Token::Selected
    } else if scene.sight.marks.route.contains(&role) {
        Token::Route
    } else if near.out.binary_search(&role).is_ok() {
        Token::Strong
    } else if near.all.binary_search(&role).is_ok() {
        Token::Text
    } else {
        Token::Dim
    }
}

fn mark(scene: &Scene<'_>, role: RoleId) -> Option<(Mark, Token)> {
    let sight = scene.sight;
    if sight.marks.me == Some(role) {
        return Some((Mark::Me, Token::Me));
    }
    if sight.marks.target == Some(role) {
        return Some((Mark::Target, Token::Target));
    }
    let posts = sight.pack.posts_of(role);
    let challenged = posts.iter().any(|&post| sight.pack.post(post).standing == Standing::Challenged);
    challenged.then_some((Mark::Challenged, Token::Challenged))
}
