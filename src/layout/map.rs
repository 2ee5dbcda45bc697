//! Where every box of the map stands. The lanes that hold the selected role, its neighbours or the route are open, the
//! others are folded to a line; how much room things get depends on the window (see [`Density`]).

use std::collections::BTreeMap;

use crate::domain::Pack;
use crate::domain::graph::CareerGraph;
use crate::domain::id::RoleId;

use super::cells::{Area, Size};
use super::columns::{ColumnBand, Columns, NAMES, Need};
use super::focus::{Focus, Prominence, Prominent};
use super::lanes::{Boxes, Density, Fold, Item, LaneBand, Others, Stack, align, height, stack_bands};
use super::order::RoleOrder;
use super::wiring::Wiring;
use super::wrap;

/// How a role is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A box with a frame.
    Frame,
    /// One line, as prominent as a box: a column for a mark, then the title.
    Line,
    /// One faint line: a column for a mark, then the title.
    Name,
}

/// A role on the canvas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its cells.
    pub area: Area,
    /// How it is drawn.
    pub shape: Shape,
    /// Its title, broken into lines.
    pub lines: Vec<String>,
}

/// A number that stands for roles which are not named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Its cells.
    pub area: Area,
    /// How many roles.
    pub roles: usize,
    /// Whether there are named ones above it.
    pub fold: Fold,
}

/// Where everything stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLayout {
    /// The roles that are named.
    pub boxes: BTreeMap<RoleId, Placed>,
    /// The others, as numbers.
    pub tallies: Vec<Tally>,
    /// The lanes, top to bottom.
    pub lanes: Vec<LaneBand>,
    /// The levels, left to right.
    pub columns: Vec<ColumnBand>,
    /// The canvas; it may be larger than the window.
    pub size: Size,
}

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

/// What the map is made of.
#[derive(Debug, Clone, Copy)]
pub struct World<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// Its graph.
    pub graph: &'a CareerGraph,
    /// The order of its roles.
    pub order: &'a RoleOrder,
}

/// How often a picture is tried with more room when an edge finds no way.
const ATTEMPTS: u16 = 3;

/// The picture for a focus and a window. When an edge finds no way, channels and gaps are widened; one that still finds
/// none is listed in [`Wiring::unrouted`] and not drawn.
#[must_use]
pub fn picture(world: World<'_>, focus: &Focus, window: Size) -> Picture {
    let prominent = focus.prominent(world.pack, world.graph);
    let attempt = |extra| {
        let layout = MapLayout::new(world, focus, &prominent, window, extra);
        let wiring = Wiring::new(world, focus, &layout);
        Picture { layout, wiring, prominent: prominent.clone() }
    };
    let mut best = attempt(0);
    for extra in 1..ATTEMPTS {
        if best.wiring.unrouted.is_empty() {
            break;
        }
        let roomier = attempt(extra);
        if roomier.wiring.unrouted.len() < best.wiring.unrouted.len() {
            best = roomier;
        }
    }
    best
}

impl MapLayout {
    /// The layout for a window; `extra` widens channels and gaps.
    #[must_use]
    pub fn new(world: World<'_>, focus: &Focus, prominent: &Prominent, window: Size, extra: u16) -> Self {
        let mut folds = vec![Fold::Shared; world.order.lanes()];
        for &role in prominent.keys() {
            folds[world.order.place(role).0] = Fold::Open;
        }
        let draft_of = |density| Draft::new(world, focus, prominent, window, density, extra);
        let [roomiest, tighter @ ..] = Density::LADDER;
        let mut draft = draft_of(roomiest);
        for density in tighter {
            if draft.height(&folds) <= window.height {
                break;
            }
            draft = draft_of(density);
        }
        draft.unfold(&mut folds);
        draft.layout(&folds)
    }

    /// Where a role stands, if it is named.
    #[must_use]
    pub fn area(&self, role: RoleId) -> Option<Area> {
        self.boxes.get(&role).map(|placed| placed.area)
    }
}

/// What a layout is made from.
struct Draft<'a> {
    world: World<'a>,
    focus: &'a Focus,
    prominent: &'a Prominent,
    window: Size,
    density: Density,
    extra: u16,
    columns: Columns,
}

impl<'a> Draft<'a> {
    fn new(
        world: World<'a>,
        focus: &'a Focus,
        prominent: &'a Prominent,
        window: Size,
        density: Density,
        extra: u16,
    ) -> Self {
        let columns = Columns { bands: Vec::new(), width: 0 };
        let mut draft = Self { world, focus, prominent, window, density, extra, columns };
        let (_, level) = world.order.place(focus.selected);
        draft.columns = Columns::share(&draft.needs(), level, window.width, extra);
        draft
    }

    fn all_stacks(&self, folds: &[Fold]) -> Vec<Vec<Stack>> {
        let of = |(lane, fold): (usize, &Fold)| match fold {
            Fold::Open => self.stacks(lane),
            Fold::Folded | Fold::Shared => Vec::new(),
        };
        folds.iter().enumerate().map(of).collect()
    }

    fn height(&self, folds: &[Fold]) -> u16 {
        self.stack_up(folds, &self.all_stacks(folds)).1
    }

    fn stack_up(&self, folds: &[Fold], stacks: &[Vec<Stack>]) -> (Vec<LaneBand>, u16) {
        stack_bands(bands(folds, stacks), self.density.gap + self.extra / 2)
    }

    /// Uses up the rows to spare: lanes that share a line get one of their own, and then are opened, those nearest to
    /// the selected role first.
    fn unfold(&self, folds: &mut [Fold]) {
        let lane = self.world.order.place(self.focus.selected).0;
        let mut stacks = self.all_stacks(folds);
        let mut nearest: Vec<usize> = (0..folds.len()).filter(|&other| folds[other] != Fold::Open).collect();
        nearest.sort_by_key(|&other| (other.abs_diff(lane), other));
        for to in [Fold::Folded, Fold::Open] {
            if to == Fold::Open && self.density.others == Others::Counted {
                return;
            }
            for &other in &nearest {
                let was = std::mem::replace(&mut folds[other], to);
                if to == Fold::Open {
                    stacks[other] = self.stacks(other);
                }
                if self.stack_up(folds, &stacks).1 > self.window.height {
                    folds[other] = was;
                    return;
                }
            }
        }
    }

    fn layout(&self, folds: &[Fold]) -> MapLayout {
        let stacks = self.all_stacks(folds);
        let (lanes, rows) = self.stack_up(folds, &stacks);
        let size = Size { width: self.columns.width, height: rows };
        let mut layout =
            MapLayout { boxes: BTreeMap::new(), tallies: Vec::new(), lanes, columns: self.columns.bands.clone(), size };
        for band in layout.lanes.clone() {
            match band.fold {
                Fold::Open => self.place_open(&mut layout, &band, &stacks[band.lanes.start]),
                Fold::Folded | Fold::Shared => self.place_folded(&mut layout, &band),
            }
        }
        layout
    }

    fn title(&self, role: RoleId) -> &str {
        wrap::short(&self.world.pack.role(role).title)
    }

    fn needs(&self) -> Vec<Need> {
        let order = self.world.order;
        (0..order.levels())
            .map(|level| {
                let mut need = Need::default();
                for role in order.column(level) {
                    let title = self.title(role);
                    need.full = need.full.max(wrap::width(title) + 2).min(34);
                    if self.prominent.get(&role).is_some_and(|&why| why > Prominence::Marked) {
                        let (few, more) = match self.density.boxes {
                            Boxes::Framed(most) => (2, most),
                            Boxes::Lines(most) => (1, most),
                        };
                        let want = (wrap::narrowest(title, few) + 3).min(28);
                        // The selected role's neighbours count twice against the rest of the route.
                        let weight = if self.prominent.get(&role) >= Some(&Prominence::Near) { 2 } else { 1 };
                        need.wants.extend(std::iter::repeat_n(want, weight));
                        need.least = need.least.max(Some((wrap::narrowest(title, more) + 2).clamp(8, 12)));
                    }
                }
                need
            })
            .collect()
    }

    /// Whether a step of the route and a way of the selected role may meet this box: each needs a line of its own.
    fn meets_two(&self, role: RoleId) -> bool {
        self.prominent.get(&role) == Some(&Prominence::Near) && self.focus.route.contains(&role)
    }

    fn shape(&self, role: RoleId, width: u16) -> Option<Shape> {
        match (self.prominent.get(&role), self.density.boxes) {
            (Some(Prominence::Selected), _) => Some(Shape::Frame),
            // One word has no second line to which an edge could be seen to belong; a frame has.
            (Some(_), Boxes::Lines(_)) if self.meets_two(role) && !self.title(role).contains(' ') => Some(Shape::Frame),
            (Some(Prominence::Marked), _) | (Some(_), Boxes::Lines(_)) => Some(Shape::Line),
            (Some(_), Boxes::Framed(_)) => Some(Shape::Frame),
            (None, _) => (self.density.others == Others::Named && width >= NAMES).then_some(Shape::Name),
        }
    }

    fn lines(&self, role: RoleId, shape: Shape, width: u16) -> Vec<String> {
        let title = self.title(role);
        let mut lines = match (shape, self.density.boxes) {
            (Shape::Frame, Boxes::Framed(most)) => wrap::lines(title, width.saturating_sub(2), most),
            (Shape::Frame, Boxes::Lines(_)) => wrap::lines(title, width.saturating_sub(2), 2),
            (Shape::Line, Boxes::Lines(most)) => wrap::lines(title, width.saturating_sub(3), most),
            (Shape::Line | Shape::Name, _) => vec![wrap::cut(title, width.saturating_sub(2))],
        };
        if self.meets_two(role) && lines.len() < 2 {
            match shape {
                Shape::Frame => lines.push(String::new()),
                Shape::Line | Shape::Name => {
                    let room = wrap::narrowest(title, 2).min(width.saturating_sub(3));
                    lines = wrap::lines(title, room, 2);
                }
            }
        }
        lines
    }

    fn stacks(&self, lane: usize) -> Vec<Stack> {
        let mut stacks = Vec::new();
        for (level, band) in self.columns.bands.iter().enumerate() {
            let mut stack = Stack::default();
            for &role in self.world.order.roles(lane, level) {
                let Some(shape) = self.shape(role, band.width) else {
                    stack.hidden += 1;
                    continue;
                };
                let lines = u16::try_from(self.lines(role, shape, band.width).len()).unwrap_or(1);
                let rows = if shape == Shape::Frame { lines + 2 } else { lines };
                let port = (shape != Shape::Name).then_some((rows - 1) / 2);
                stack.items.push(Item { role, height: rows, port });
            }
            stacks.push(stack);
        }
        align(&mut stacks);
        stacks
    }

    fn place_open(&self, layout: &mut MapLayout, band: &LaneBand, stacks: &[Stack]) {
        for (column, stack) in layout.columns.clone().into_iter().zip(stacks) {
            let mut y = band.y + stack.above;
            for item in &stack.items {
                let shape = self.shape(item.role, column.width).unwrap_or(Shape::Name);
                let lines = self.lines(item.role, shape, column.width);
                let width = match shape {
                    Shape::Frame => column.width,
                    Shape::Line | Shape::Name => lines.iter().map(|line| wrap::width(line)).max().unwrap_or(0) + 2,
                };
                let area = Area { x: column.x, y, width: width.min(column.width), height: item.height };
                layout.boxes.insert(item.role, Placed { area, shape, lines });
                y += item.height;
            }
            if stack.hidden > 0 {
                let area = Area { x: column.x, y, width: tally_width(stack.hidden, column.width), height: 1 };
                layout.tallies.push(Tally { area, roles: stack.hidden, fold: Fold::Open });
            }
        }
    }

    fn place_folded(&self, layout: &mut MapLayout, band: &LaneBand) {
        for (level, column) in layout.columns.iter().enumerate() {
            let roles: usize = band.lanes.clone().map(|lane| self.world.order.roles(lane, level).len()).sum();
            if roles > 0 {
                let area = Area { x: column.x, y: band.y, width: tally_width(roles, column.width), height: 1 };
                layout.tallies.push(Tally { area, roles, fold: Fold::Folded });
            }
        }
    }
}

/// The lanes from top to bottom; those next to each other that share a line are one band.
fn bands(folds: &[Fold], stacks: &[Vec<Stack>]) -> Vec<LaneBand> {
    let mut bands: Vec<LaneBand> = Vec::new();
    for (lane, &fold) in folds.iter().enumerate() {
        match bands.last_mut() {
            Some(run) if run.fold == Fold::Shared && fold == Fold::Shared => run.lanes.end = lane + 1,
            _ => {
                let rows = if fold == Fold::Open { height(&stacks[lane]) } else { 1 };
                bands.push(LaneBand { lanes: lane..lane + 1, fold, y: 0, height: rows });
            }
        }
    }
    bands
}

/// `+12` and a column for a mark before it, as far as there is room.
fn tally_width(roles: usize, room: u16) -> u16 {
    let digits = u16::try_from(roles.to_string().len()).unwrap_or(room);
    (digits + 2).min(room)
}
