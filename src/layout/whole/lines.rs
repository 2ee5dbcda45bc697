//! The cells of edges, as far as they are in a window. An edge that runs past thirty thousand rows costs what is seen of
//! it.

use std::collections::BTreeMap;

use smallvec::{SmallVec, smallvec};

use super::claims::Side;
use super::columns::Columns;
use super::origin::Window;
use super::strips::Spot;
use super::ways::{Port, Ways, Wire};
use crate::layout::cells::Heading;
use crate::layout::joint::{Arms, Joint, Net, Strand, Stroke};

/// A cell of the whole map.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Its row.
    pub row: u32,
    /// Its column of cells.
    pub x: u16,
}

/// What runs through which cell of a window.
pub type Lines = BTreeMap<Place, Joint>;

/// The cells of a box: its first, and the first behind it.
pub type Extent = (u16, u16);

/// The lines of all wires in a window; `extent` gives the cells that the text at a spot takes.
#[must_use]
pub fn lines(ways: &Ways, columns: Columns, window: Window, extent: impl Fn(Spot) -> Extent) -> Lines {
    let mut pen = Pen { window, boxes: [(0, (0, 0)); 2], cells: BTreeMap::new() };
    for wire in &ways.wires {
        pen.draw(wire, &bends(ways, columns, wire, &extent), &extent);
    }
    pen.cells.into_iter().filter_map(|(place, strands)| Some((place, joint(strands)?))).collect()
}

/// Where a wire begins, turns and ends. The first and last are cells of its boxes.
fn bends(ways: &Ways, columns: Columns, wire: &Wire, extent: &impl Fn(Spot) -> Extent) -> SmallVec<[Place; 6]> {
    let track = |channel| columns.track(channel, ways.track(channel, wire.net));
    let edge = |port: Port| {
        let (first, after) = extent(port.spot);
        let x = if port.side == Side::Left { first } else { after.saturating_sub(1) };
        Place { row: port.spot.row, x }
    };
    let (start, end) = (wire.tail.channel(), wire.head.channel());
    let (tail, head) = (edge(wire.tail), edge(wire.head));
    let mut bends = smallvec![tail];
    let mut turn = |channel, from: u32, to: u32| {
        if from != to {
            let x = track(channel);
            bends.extend([Place { row: from, x }, Place { row: to, x }]);
        }
    };
    if start == end {
        turn(start, tail.row, head.row);
    } else {
        turn(start, tail.row, wire.pass);
        turn(end, wire.pass, head.row);
    }
    bends.push(head);
    bends
}

struct Pen {
    window: Window,
    /// The rows and cells of the two boxes of the wire that is being drawn: it ends before them.
    boxes: [(u32, Extent); 2],
    cells: BTreeMap<Place, SmallVec<[Strand; 2]>>,
}

impl Pen {
    fn draw(&mut self, wire: &Wire, bends: &[Place], extent: &impl Fn(Spot) -> Extent) {
        self.boxes = [wire.tail.spot, wire.head.spot].map(|spot| (spot.row, extent(spot)));
        for pair in bends.windows(2) {
            if pair[0].row == pair[1].row {
                self.across(wire, pair[0].row, pair[0].x, pair[1].x);
            } else {
                self.down(wire, pair[0].x, pair[0].row, pair[1].row);
            }
        }
        let (first, after) = extent(wire.head.spot);
        let row = wire.head.spot.row;
        match wire.head.side {
            Side::Left if first > 0 => self.point(wire.net, Place { row, x: first - 1 }, Heading::Right),
            Side::Left => {}
            Side::Right => self.point(wire.net, Place { row, x: after }, Heading::Left),
        }
    }

    fn across(&mut self, wire: &Wire, row: u32, from: u16, to: u16) {
        let (low, high) = (from.min(to), from.max(to));
        if row < self.window.y || row >= self.window.bottom() {
            return;
        }
        for x in low.max(self.window.x.saturating_sub(1))..high.min(self.window.right()) {
            self.arm(wire.net, Place { row, x }, Heading::Right, wire.stroke);
            self.arm(wire.net, Place { row, x: x + 1 }, Heading::Left, wire.stroke);
        }
    }

    fn down(&mut self, wire: &Wire, x: u16, from: u32, to: u32) {
        let (low, high) = (from.min(to), from.max(to));
        if x < self.window.x || x >= self.window.right() {
            return;
        }
        for row in low.max(self.window.y.saturating_sub(1))..high.min(self.window.bottom()) {
            self.arm(wire.net, Place { row, x }, Heading::Down, wire.stroke);
            self.arm(wire.net, Place { row: row + 1, x }, Heading::Up, wire.stroke);
        }
    }

    fn strand(&mut self, net: Net, place: Place) -> Option<&mut Strand> {
        let in_box = |&(row, (first, after)): &(u32, Extent)| row == place.row && (first..after).contains(&place.x);
        if !self.window.holds(place) || self.boxes.iter().any(in_box) {
            return None;
        }
        let strands = self.cells.entry(place).or_default();
        let at = strands.iter().position(|strand| strand.net == net).unwrap_or_else(|| {
            strands.push(Strand { net, arms: Arms::default(), head: None });
            strands.len() - 1
        });
        strands.get_mut(at)
    }

    fn arm(&mut self, net: Net, place: Place, heading: Heading, stroke: Stroke) {
        if let Some(strand) = self.strand(net, place) {
            strand.arms.add(heading, stroke);
        }
    }

    fn point(&mut self, net: Net, place: Place, heading: Heading) {
        if let Some(strand) = self.strand(net, place) {
            strand.head = Some(heading);
        }
    }
}

/// Lines of different nets that both run across here flow together into one role; a line that runs straight up and down
/// crosses them as a bridge. Of two that cross, the stronger stays whole, else the upright one.
fn joint(strands: SmallVec<[Strand; 2]>) -> Option<Joint> {
    let is_across =
        |strand: &Strand| strand.arms.get(Heading::Left).is_some() || strand.arms.get(Heading::Right).is_some();
    let (across, upright): (SmallVec<[Strand; 2]>, SmallVec<[Strand; 2]>) = strands.into_iter().partition(is_across);
    let across = across.into_iter().reduce(flow_together);
    let mut both: SmallVec<[Strand; 2]> = across.into_iter().chain(upright).collect();
    both.sort_by_key(|strand| (strand.arms.strongest(), !is_across(strand)));
    let over = both.pop()?;
    Some(Joint { over, under: both.pop() })
}

fn flow_together(mut one: Strand, other: Strand) -> Strand {
    for heading in Heading::ALL {
        if let Some(stroke) = other.arms.get(heading) {
            one.arms.add(heading, stroke);
        }
    }
    one.head = one.head.or(other.head);
    one
}
