//! Which edges are drawn, and by which cells they run. All ways out of the selected role share one trunk, and so do all
//! ways in; a step of the route that touches neither is a net of its own.

use std::collections::BTreeMap;

use crate::domain::id::{MoveId, RoleId};

use super::between::{self, PlacedSlip};
use super::map::{MapLayout, Shape};
use super::router::{End, Goal, Grid, Tree};
use crate::layout::cells::{Cell, Heading};
use crate::layout::focus::{Focus, Wish};
use crate::layout::joint::{Arms, Class, Joint, Net, Strand, Stroke};
use crate::layout::world::World;

/// An edge that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wire {
    /// Where it begins.
    pub from: RoleId,
    /// Where it ends.
    pub to: RoleId,
    /// Whose line it is part of.
    pub net: Net,
    /// How it is drawn.
    pub stroke: Stroke,
    /// The move it stands for, if the tables know one.
    pub by: Option<MoveId>,
    /// Its cells, from the one beside the box it leaves to the one beside the box it enters; neighbours in the list are
    /// neighbours on the canvas.
    pub cells: Vec<Cell>,
    /// From the first cell into the box it leaves.
    pub tail: Heading,
    /// From the last cell into the box it enters: where the arrow points.
    pub head: Heading,
}

/// The line from a slip to the box of the selected role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// The slip, by its place among those of the layout.
    pub slip: usize,
    /// Its cells, from the one beside the slip to the one beside the box.
    pub cells: Vec<Cell>,
    /// From the first cell into the slip.
    pub tail: Heading,
    /// From the last cell into the box: where the arrow points.
    pub head: Heading,
}

/// How the lines of slips are drawn.
const ASKED: Stroke = Stroke::aside(Class::Asked);

/// Cells in a row that are drawn as one line.
struct Run<'a> {
    net: Net,
    stroke: Stroke,
    cells: &'a [Cell],
    tail: Heading,
    head: Heading,
}

/// All edges that are drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wiring {
    /// The edges.
    pub wires: Vec<Wire>,
    /// The lines of the slips; one that finds no way is missing.
    pub leads: Vec<Lead>,
    /// Edges that found no way and are not drawn.
    pub unrouted: Vec<Wish>,
    /// What runs through which cell.
    pub joints: BTreeMap<Cell, Joint>,
}

/// A way in or out on the less natural side of a box.
const WRONG_SIDE: u32 = 20;
/// A way that meets a box beside another line of its title than the middle one.
const OFF_MIDDLE: u32 = 3;

impl Wiring {
    /// The edges of a focus, around the boxes of a layout.
    #[must_use]
    pub fn new(world: World<'_>, focus: &Focus, layout: &MapLayout) -> Self {
        let areas =
            layout.boxes.values().map(|placed| placed.area).chain(layout.tallies.iter().map(|tally| tally.area));
        let areas = areas.chain(layout.slips.iter().map(|slip| slip.area));
        let mut plan = Plan { world, layout, grid: Grid::new(layout.size, areas), wiring: Self::default() };
        let (out, into) = (focus.out(world.pack, world.graph), focus.into(world.pack, world.graph));
        plan.keep_ports(focus.selected);
        layout.slips.iter().for_each(|slip| plan.grid.keep(slip_port(slip)));
        for &role in out.iter().map(|wish| &wish.to).chain(&focus.route) {
            plan.keep_ports(role);
        }
        // The route first: it has the fewest ways to go, and the trunks can cross it.
        for (at, step) in (0..).zip(focus.steps(world.pack, world.graph)) {
            plan.fan(step.from, Net::Step(at), &[step]);
        }
        plan.fan(focus.selected, Net::Out, &out);
        plan.fan(focus.selected, Net::In, &into);
        plan.lead(focus.selected);
        plan.wiring.join();
        plan.wiring
    }

    /// The same edges, but for those of which an end is not `wanted`; the others keep their cells.
    #[must_use]
    pub fn between(&self, wanted: impl Fn(RoleId) -> bool) -> Self {
        let wires = self.wires.iter().filter(|wire| wanted(wire.from) && wanted(wire.to)).cloned().collect();
        let unrouted = self.unrouted.iter().filter(|wish| wanted(wish.from) && wanted(wish.to)).copied().collect();
        let mut wiring = Self { wires, leads: self.leads.clone(), unrouted, joints: BTreeMap::new() };
        wiring.join();
        wiring
    }

    /// How many ways up enter their box on the right, having gone around it.
    #[must_use]
    pub fn around(&self, world: World<'_>) -> usize {
        let level = |role| world.order.place(role).1;
        let up = self.wires.iter().filter(|wire| level(wire.from) < level(wire.to));
        up.filter(|wire| wire.head == Heading::Left).count()
    }

    fn runs(&self) -> impl Iterator<Item = Run<'_>> {
        let wires = self.wires.iter().map(|wire| {
            let &Wire { net, stroke, tail, head, .. } = wire;
            Run { net, stroke, cells: &wire.cells, tail, head }
        });
        wires.chain(self.leads.iter().map(|lead| {
            let &Lead { tail, head, .. } = lead;
            Run { net: Net::Between, stroke: ASKED, cells: &lead.cells, tail, head }
        }))
    }

    fn join(&mut self) {
        let mut strands: BTreeMap<Cell, Vec<Strand>> = BTreeMap::new();
        for wire in self.runs() {
            for (at, &cell) in wire.cells.iter().enumerate() {
                let here = strands.entry(cell).or_default();
                let known = here.iter().position(|strand| strand.net == wire.net);
                let place = known.unwrap_or(here.len());
                if known.is_none() {
                    here.push(Strand { net: wire.net, arms: Arms::default(), head: None });
                }
                let strand = &mut here[place];
                let before = at.checked_sub(1).map_or(Some(wire.tail), |before| cell.heading_to(wire.cells[before]));
                let last = at + 1 == wire.cells.len();
                let after = if last { Some(wire.head) } else { cell.heading_to(wire.cells[at + 1]) };
                for heading in [before, after].into_iter().flatten() {
                    strand.arms.add(heading, wire.stroke);
                }
                if last {
                    strand.head = Some(wire.head);
                }
            }
        }
        self.joints = strands.into_iter().filter_map(|(cell, here)| Some((cell, bridge(here)?))).collect();
    }
}

/// The line that stays whole where two cross: the stronger one, else the upright one.
fn bridge(mut strands: Vec<Strand>) -> Option<Joint> {
    let upright = |strand: &Strand| strand.arms.get(Heading::Up).is_some();
    strands.sort_by_key(|strand| (strand.arms.strongest(), upright(strand)));
    let over = strands.pop()?;
    Some(Joint { over, under: strands.pop() })
}

/// Wiring under way.
struct Plan<'a> {
    world: World<'a>,
    layout: &'a MapLayout,
    grid: Grid,
    wiring: Wiring,
}

impl Plan<'_> {
    fn keep_ports(&mut self, role: RoleId) {
        for side in [Heading::Left, Heading::Right] {
            for cell in ports(self.layout, role, side) {
                self.grid.keep(cell);
            }
        }
    }

    /// The cell at which a net begins: beside the middle line of its hub, or, where another net already runs there,
    /// beside another line.
    fn root(&self, hub: RoleId, side: Heading) -> Option<Cell> {
        let middle = self.layout.area(hub)?.port_row();
        let clear = ports(self.layout, hub, side).filter(|&cell| self.grid.is_clear(cell));
        clear.min_by_key(|cell| cell.y.abs_diff(middle))
    }

    /// Draws edges that share an end: all leave `hub`, or (ways in) all enter it. The nearest are drawn first, so that
    /// the others can branch off their lines.
    fn fan(&mut self, hub: RoleId, net: Net, wishes: &[Wish]) {
        let (side, end) = if net == Net::In { (Heading::Left, End::Head) } else { (Heading::Right, End::Tail) };
        let root = self.layout.area(hub).and_then(|area| Some((area, self.root(hub, side)?)));
        let Some((hub_area, root)) = root else {
            self.wiring.unrouted.extend_from_slice(wishes);
            return;
        };
        let mut tree = Tree::new(net, root, side, end);
        let mut sorted = wishes.to_vec();
        let distance = |role: RoleId| {
            let area = self.layout.area(role).unwrap_or_default();
            2 * u32::from(area.port_row().abs_diff(hub_area.port_row())) + u32::from(area.x.abs_diff(hub_area.x))
        };
        // Ways up first: those sideways can more easily make room, at another line of their title.
        let level = |role| self.world.order.place(role).1;
        let sideways = |wish: &Wish| level(wish.from) >= level(wish.to);
        sorted.sort_by_key(|wish| (sideways(wish), distance(other_end(net, wish))));
        for wish in sorted {
            self.draw(&mut tree, side, net, wish);
        }
    }

    fn draw(&mut self, tree: &mut Tree, side: Heading, net: Net, wish: Wish) {
        let goals = self.goals(net, &wish);
        let Some(goal) = self.grid.grow(tree, &goals) else {
            self.wiring.unrouted.push(wish);
            return;
        };
        let mut cells = tree.path_to_root(goal.cell);
        let (mut tail, mut head) = (goal.into, side.opposite());
        if net != Net::In {
            cells.reverse();
            std::mem::swap(&mut tail, &mut head);
        }
        let Wish { from, to, stroke, by } = wish;
        self.wiring.wires.push(Wire { from, to, net, stroke, by, cells, tail, head });
    }

    /// Draws the lines of the slips: one trunk into the box of the selected role. The nearest are drawn first.
    fn lead(&mut self, selected: RoleId) {
        let root = self.layout.area(selected).and_then(between::port);
        let Some(root) = root.filter(|&root| self.grid.is_clear(root)) else { return };
        let mut tree = Tree::new(Net::Between, root, Heading::Left, End::Head);
        let mut slips: Vec<(usize, Cell)> = self.layout.slips.iter().map(slip_port).enumerate().collect();
        slips.sort_by_key(|(_, cell)| cell.y.abs_diff(root.y));
        for (slip, cell) in slips {
            let goal = Goal { cell, into: Heading::Left, end: End::Tail, cost: 0 };
            if self.grid.grow(&mut tree, &[goal]).is_some() {
                let (cells, head) = (tree.path_to_root(cell), Heading::Right);
                self.wiring.leads.push(Lead { slip, cells, tail: Heading::Left, head });
            }
        }
    }

    /// Where the far end of an edge may be. Ways up enter on the left and leave on the right; ways sideways and back
    /// stay on the side on which they began, if they can.
    fn goals(&self, net: Net, wish: &Wish) -> Vec<Goal> {
        let level = |role| self.world.order.place(role).1;
        let up = level(wish.from) < level(wish.to);
        let (far, natural, end) = if net == Net::In {
            (wish.from, if up { Heading::Right } else { Heading::Left }, End::Tail)
        } else {
            (wish.to, if up { Heading::Left } else { Heading::Right }, End::Head)
        };
        let Some(area) = self.layout.area(far) else { return Vec::new() };
        let sides = [(natural, 0), (natural.opposite(), WRONG_SIDE)];
        let ports =
            sides.into_iter().flat_map(|(side, cost)| ports(self.layout, far, side).map(move |at| (side, cost, at)));
        ports
            .map(|(side, cost, cell)| {
                let off_middle = if cell.y == area.port_row() { 0 } else { OFF_MIDDLE };
                Goal { cell, into: side.opposite(), end, cost: cost + off_middle }
            })
            .collect()
    }
}

/// The cell at which the line of a slip begins: beside its first row.
const fn slip_port(slip: &PlacedSlip) -> Cell {
    Cell { y: slip.area.y, x: slip.area.right() }
}

fn other_end(net: Net, wish: &Wish) -> RoleId {
    if net == Net::In { wish.from } else { wish.to }
}

/// The cells beside a box at which edges may meet it: one for each of its lines of text.
fn ports(layout: &MapLayout, role: RoleId, side: Heading) -> impl Iterator<Item = Cell> {
    let placed = layout.boxes.get(&role);
    let rows = placed.map_or(0..0, |placed| {
        let frame = u16::from(placed.shape == Shape::Frame);
        placed.area.y + frame..placed.area.bottom() - frame
    });
    let x = placed.and_then(|placed| match side {
        Heading::Left => placed.area.x.checked_sub(1),
        _ => Some(placed.area.right()),
    });
    x.into_iter().flat_map(move |x| rows.clone().map(move |y| Cell { y, x }))
}
