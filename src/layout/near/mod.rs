//! The map around one role: the lanes that hold the selected role, its neighbours or the route are open, the others are
//! folded to a line; how much room things get depends on the window (see [`density::Density`]).
//!
//! | question | file |
//! |---|---|
//! | how many lines run between the columns | [`channels`] |
//! | how wide the columns are | [`columns`] |
//! | how much room things get | [`density`] |
//! | what the picture is about, and how wide its titles are | `subject`, `titles` |
//! | what shape each role has, and what columns need for that | `shapes`, `needs` |
//! | which lanes are open, and how high they are | `folds`, [`lanes`] |
//! | which of several drafts is best, and where everything then stands | `draft`, `faults`, [`place`] |
//! | what stands between the columns when asked for | [`between`] |
//! | the layout as it is drawn | [`map`] |
//! | how one edge finds its way | [`router`] |
//! | which edges are drawn, by which cells | [`wiring`] |

pub mod between;
pub mod channels;
pub mod columns;
pub mod density;
mod draft;
mod faults;
mod folds;
pub mod lanes;
pub mod map;
mod needs;
pub mod place;
pub mod router;
mod shapes;
mod subject;
mod titles;
pub mod wiring;

use self::map::MapLayout;
use self::wiring::Wiring;
use super::cells::Size;
use super::focus::{Focus, Prominent};
use super::world::World;

/// Boxes and edges: all there is to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The boxes.
    pub layout: MapLayout,
    /// The edges.
    pub wiring: Wiring,
    /// The roles that are drawn as boxes, and why.
    pub prominent: Prominent,
}

/// How often a picture is tried with more room when an edge finds no way.
const ATTEMPTS: u16 = 3;

/// The picture for a focus and a window. The slips are in it if they have room: when they stand in the window and neither
/// cut a title nor keep an edge from its way.
#[must_use]
pub fn picture(world: World<'_>, focus: &Focus, window: Size) -> Picture {
    let picture = drawn(world, focus, window);
    if focus.slips.is_empty() {
        return picture;
    }
    let faults = |picture: &Picture| {
        let wiring = &picture.wiring;
        [picture.layout.cut, wiring.unrouted.len(), wiring.around(world)]
    };
    let size = picture.layout.size;
    let fits = size.width + picture.layout.gutter <= window.width && size.height <= window.height;
    let told = fits && picture.wiring.leads.len() == focus.slips.len();
    if told && faults(&picture) == [0; 3] {
        return picture;
    }
    let plain = drawn(world, &Focus { slips: Vec::new(), ..focus.clone() }, window);
    let no_worse = faults(&picture).iter().zip(faults(&plain)).all(|(with, without)| *with <= without);
    if told && no_worse { picture } else { plain }
}

/// The picture for a focus and a window. When an edge finds no way, or only one around its box, channels and gaps are
/// widened; one that still finds none is listed in [`Wiring::unrouted`] and not drawn.
fn drawn(world: World<'_>, focus: &Focus, window: Size) -> Picture {
    let prominent = focus.prominent(world.pack, world.graph);
    let attempt = |extra| {
        let layout = MapLayout::new(world, focus, &prominent, window, extra);
        let wiring = Wiring::new(world, focus, &layout);
        Picture { layout, wiring, prominent: prominent.clone() }
    };
    let too_wide = |picture: &Picture| (picture.layout.size.width + picture.layout.gutter).saturating_sub(window.width);
    let faults = |picture: &Picture| {
        let wiring = &picture.wiring;
        let unled = focus.slips.len() - wiring.leads.len();
        (wiring.unrouted.len(), unled, too_wide(picture), picture.layout.cut, wiring.around(world))
    };
    let mut best = attempt(0);
    for extra in 1..ATTEMPTS {
        if best.wiring.unrouted.is_empty() && best.wiring.around(world) == 0 {
            break;
        }
        let roomier = attempt(extra);
        if faults(&roomier) < faults(&best) {
            best = roomier;
        }
    }
    best
}
