//! How an edge finds its way from cell to cell: a cheapest-path search over (cell, heading) that goes around boxes,
//! may join lines of its own net and may cross those of others only at right angles.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::layout::cells::{Area, Cell, Heading, Size};
use crate::layout::joint::Net;

/// Steps across are half as long on the screen as steps down.
const ACROSS: u32 = 1;
const DOWN: u32 = 2;
const BEND: u32 = 4;
const CROSSING: u32 = 6;
/// An upright line right beside a box could be taken for its frame.
const BESIDE_BOX: u32 = 2;
/// A line over the cell at which another edge may still want to arrive.
const OVER_PORT: u32 = 12;

/// The cells of a canvas: what is in the way, and whose lines run where.
#[derive(Debug, Clone)]
pub struct Grid {
    size: Size,
    blocked: Vec<bool>,
    beside: Vec<bool>,
    ports: Vec<bool>,
    across: Vec<Option<Net>>,
    upright: Vec<Option<Net>>,
    notes: Notes,
}

/// What a search notes for each cell and heading. The notes are used again by the next search: those with an older number
/// count as not there.
#[derive(Debug, Clone, Default)]
struct Notes {
    search: u32,
    known: Vec<Note>,
}

/// How a cell was reached.
#[derive(Debug, Clone, Copy, Default)]
struct Note {
    search: u32,
    cost: u32,
    from: Option<Origin>,
}

/// From where a cell was reached.
#[derive(Debug, Clone, Copy)]
enum Origin {
    /// From a cell of the tree: here the branch begins.
    Tree(Cell),
    /// From the cell before on the way.
    Way(State),
}

/// Where a search may end: a cell beside a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// The cell.
    pub cell: Cell,
    /// The way from the cell into the box.
    pub into: Heading,
    /// Whether an arrow has to stand in the cell: then it can only be reached straight.
    pub end: End,
    /// What it costs to end here rather than at a better place.
    pub cost: u32,
}

/// Which end of an edge a cell beside a box is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The edge begins here; it may turn in the cell.
    Tail,
    /// The edge arrives here, with an arrow.
    Head,
}

/// The lines of one net: a tree that grows from its root, the cell beside the selected role.
#[derive(Debug, Clone)]
pub struct Tree {
    net: Net,
    root: Cell,
    heading: Heading,
    end: End,
    /// For each cell the next one towards the root; the root has none.
    towards_root: BTreeMap<Cell, Option<Cell>>,
    /// Cells with an arrow: nothing may branch off there.
    heads: Vec<Cell>,
}

impl Tree {
    /// A tree with only its root, which leaves the box towards `heading`.
    #[must_use]
    pub fn new(net: Net, root: Cell, heading: Heading, end: End) -> Self {
        let heads = if end == End::Head { vec![root] } else { Vec::new() };
        Self { net, root, heading, end, towards_root: BTreeMap::from([(root, None)]), heads }
    }

    /// The cells from `cell`, which is in the tree, to the root.
    #[must_use]
    pub fn path_to_root(&self, cell: Cell) -> Vec<Cell> {
        let mut path = vec![cell];
        let mut at = cell;
        while let Some(Some(next)) = self.towards_root.get(&at) {
            path.push(*next);
            at = *next;
        }
        path
    }

    fn arms(&self, cell: Cell) -> impl Iterator<Item = Heading> + '_ {
        Heading::ALL.into_iter().filter(move |&heading| {
            cell.step(heading).is_some_and(|next| {
                let leads = |from: &Cell, to: &Cell| self.towards_root.get(from) == Some(&Some(*to));
                leads(&cell, &next) || leads(&next, &cell)
            })
        })
    }

    /// Whether a branch would go on, to the other side of a trunk, where a branch already leaves it: then one straight
    /// line had an arrow at either end, as if one could move between the two roles.
    fn points_both_ways(&self, cell: Cell, heading: Heading, taken: &[Heading]) -> bool {
        let back = heading.opposite();
        let from_root = match self.towards_root.get(&cell) {
            Some(Some(next)) => cell.heading_to(*next) == Some(back),
            _ => back == self.heading.opposite(),
        };
        self.end == End::Tail && !heading.is_vertical() && taken.contains(&back) && !from_root
    }

    /// From where a new branch can leave, and what that costs.
    fn branches(&self, grid: &Grid) -> Vec<(Cell, Heading, u32)> {
        let mut branches = Vec::new();
        for &cell in self.towards_root.keys() {
            let is_root = cell == self.root;
            let taken: Vec<Heading> = self.arms(cell).collect();
            for heading in Heading::ALL {
                let straight = is_root && heading == self.heading;
                let allowed = if self.heads.contains(&cell) {
                    straight && self.end == End::Head && is_root
                } else {
                    !(is_root && heading == self.heading.opposite())
                };
                let allowed = allowed && !self.points_both_ways(cell, heading, &taken);
                if allowed && !taken.contains(&heading) && grid.free(cell, heading, self.net) {
                    // A bend at a bridge would look like a joint with the line that is crossed.
                    let bridged = grid.free(cell, turned(heading), self.net);
                    if straight || bridged {
                        let goes_on = straight || taken.contains(&heading.opposite());
                        branches.push((cell, heading, if goes_on { 0 } else { BEND }));
                    }
                }
            }
        }
        branches
    }
}

const fn turned(heading: Heading) -> Heading {
    match heading {
        Heading::Up | Heading::Down => Heading::Left,
        Heading::Left | Heading::Right => Heading::Up,
    }
}

type State = (Cell, Heading);

impl Grid {
    /// A grid of a size with boxes in it.
    #[must_use]
    pub fn new(size: Size, boxes: impl Iterator<Item = Area>) -> Self {
        let count = usize::from(size.width) * usize::from(size.height);
        let mut grid = Self {
            size,
            blocked: vec![false; count],
            beside: vec![false; count],
            ports: vec![false; count],
            across: vec![None; count],
            upright: vec![None; count],
            notes: Notes { search: 0, known: vec![Note::default(); count * 4] },
        };
        for area in boxes {
            for cell in area.cells() {
                if let Some(at) = grid.at(cell) {
                    grid.blocked[at] = true;
                }
            }
            for y in area.y..area.bottom() {
                for x in area.x.checked_sub(1).into_iter().chain([area.right()]) {
                    if let Some(at) = grid.at(Cell { y, x }) {
                        grid.beside[at] = true;
                    }
                }
            }
        }
        grid
    }

    /// Keeps others off a cell at which an edge is going to begin or end.
    pub fn keep(&mut self, cell: Cell) {
        if let Some(at) = self.at(cell) {
            self.ports[at] = true;
        }
    }

    /// Whether nothing runs through a cell yet and nothing stands in it.
    #[must_use]
    pub fn is_clear(&self, cell: Cell) -> bool {
        self.at(cell).is_some_and(|at| !self.blocked[at] && self.across[at].is_none() && self.upright[at].is_none())
    }

    /// Lets `tree` grow a branch to the cheapest of the goals and takes its cells. Gives back the goal, or nothing
    /// when there is no way: then nothing has changed.
    pub fn grow(&mut self, tree: &mut Tree, goals: &[Goal]) -> Option<Goal> {
        let (goal, path) = self.search(tree, goals)?;
        for pair in path.windows(2) {
            self.take(pair[0], pair[1], tree.net);
            tree.towards_root.entry(pair[1]).or_insert(Some(pair[0]));
        }
        self.take_end(goal.cell, goal.into, tree.net);
        self.take_end(tree.root, tree.heading, tree.net);
        if goal.end == End::Head {
            tree.heads.push(goal.cell);
        }
        // Nobody may cross a line where its arrow stands.
        for &cell in &tree.heads {
            self.take_end(cell, Heading::Up, tree.net);
            self.take_end(cell, Heading::Left, tree.net);
        }
        Some(goal)
    }

    fn at(&self, cell: Cell) -> Option<usize> {
        let inside = cell.x < self.size.width && cell.y < self.size.height;
        inside.then(|| usize::from(cell.y) * usize::from(self.size.width) + usize::from(cell.x))
    }

    /// Whether lines of `net` may run through a cell in the direction of `heading`.
    fn free(&self, cell: Cell, heading: Heading, net: Net) -> bool {
        self.at(cell).is_some_and(|at| {
            let owner = if heading.is_vertical() { self.upright[at] } else { self.across[at] };
            !self.blocked[at] && owner.is_none_or(|owner| owner == net)
        })
    }

    /// Whether a line of `net` runs through a cell already.
    fn carries(&self, at: usize, net: Net) -> bool {
        self.across[at] == Some(net) || self.upright[at] == Some(net)
    }

    fn take(&mut self, from: Cell, to: Cell, net: Net) {
        if let Some(heading) = from.heading_to(to) {
            self.take_end(from, heading, net);
            self.take_end(to, heading, net);
        }
    }

    fn take_end(&mut self, cell: Cell, heading: Heading, net: Net) {
        if let Some(at) = self.at(cell) {
            let owner = if heading.is_vertical() { &mut self.upright[at] } else { &mut self.across[at] };
            *owner = Some(net);
        }
    }

    /// The cheapest way from the tree to a goal: cells from the one in the tree to the goal's.
    fn search(&mut self, tree: &Tree, goals: &[Goal]) -> Option<(Goal, Vec<Cell>)> {
        let mut notes = std::mem::take(&mut self.notes);
        notes.search += 1;
        let mut search = Search { grid: self, tree, goals, notes, queue: BinaryHeap::new() };
        let found = search.whole();
        self.notes = search.notes;
        found
    }
}

/// One search under way.
struct Search<'a> {
    grid: &'a Grid,
    tree: &'a Tree,
    goals: &'a [Goal],
    notes: Notes,
    queue: BinaryHeap<Reverse<(u32, u32, State)>>,
}

impl Search<'_> {
    fn whole(&mut self) -> Option<(Goal, Vec<Cell>)> {
        if let Some(goal) = self.already_there() {
            return Some((goal, vec![goal.cell]));
        }
        for (cell, heading, cost) in self.tree.branches(self.grid) {
            if let Some(next) = cell.step(heading) {
                self.enter(next, heading, cost, Origin::Tree(cell));
            }
        }
        self.run()
    }

    fn note(&self, index: usize) -> Option<&Note> {
        self.notes.known.get(index).filter(|note| note.search == self.notes.search)
    }

    /// A root that is itself a goal: the two boxes have one cell between them.
    fn already_there(&self) -> Option<Goal> {
        let tree = self.tree;
        let straight = |goal: &&Goal| goal.cell == tree.root && goal.into == tree.heading;
        (tree.towards_root.len() == 1).then(|| self.goals.iter().find(straight).copied()).flatten()
    }

    fn index(&self, (cell, heading): State) -> Option<usize> {
        Some(self.grid.at(cell)? * 4 + heading as usize)
    }

    fn enter(&mut self, cell: Cell, heading: Heading, cost: u32, from: Origin) {
        let state = (cell, heading);
        let (Some(index), Some(at)) = (self.index(state), self.grid.at(cell)) else { return };
        let net = self.tree.net;
        if !self.grid.free(cell, heading, net) || self.grid.carries(at, net) || cell == self.tree.root {
            return;
        }
        let mut cost = cost + if heading.is_vertical() { DOWN } else { ACROSS };
        cost += if heading.is_vertical() && self.grid.beside[at] { BESIDE_BOX } else { 0 };
        cost += if self.grid.free(cell, turned(heading), net) { 0 } else { CROSSING };
        let own_port = self.goals.iter().any(|goal| goal.cell == cell);
        cost += if self.grid.ports[at] && !own_port { OVER_PORT } else { 0 };
        if self.note(index).is_none_or(|note| cost < note.cost) {
            self.notes.known[index] = Note { search: self.notes.search, cost, from: Some(from) };
            self.queue.push(Reverse((cost + self.at_least(cell), cost, state)));
        }
    }

    /// No way to a goal is cheaper than this.
    fn at_least(&self, cell: Cell) -> u32 {
        let far = |goal: &Goal| {
            let across = u32::from(goal.cell.x.abs_diff(cell.x)) * ACROSS;
            across + u32::from(goal.cell.y.abs_diff(cell.y)) * DOWN + goal.cost
        };
        self.goals.iter().map(far).min().unwrap_or(0)
    }

    fn run(&mut self) -> Option<(Goal, Vec<Cell>)> {
        let mut best: Option<(u32, Goal, State)> = None;
        while let Some(Reverse((bound, cost, state))) = self.queue.pop() {
            if best.as_ref().is_some_and(|(best, ..)| bound >= *best) {
                break;
            }
            let index = self.index(state)?;
            if self.note(index).is_some_and(|note| cost > note.cost) {
                continue;
            }
            for goal in self.goals {
                if let Some(total) = self.arrives(state, cost, goal)
                    && best.as_ref().is_none_or(|(best, ..)| total < *best)
                {
                    best = Some((total, *goal, state));
                }
            }
            self.spread(state, cost);
        }
        let (_, goal, state) = best?;
        Some((goal, self.path(state)))
    }

    fn arrives(&self, (cell, heading): State, cost: u32, goal: &Goal) -> Option<u32> {
        if cell != goal.cell || heading == goal.into.opposite() {
            return None;
        }
        let straight = heading == goal.into;
        let crossed = !self.grid.free(cell, turned(goal.into), self.tree.net);
        let allowed = !crossed && self.grid.free(cell, goal.into, self.tree.net);
        let bend = if straight { 0 } else { BEND };
        (allowed && (straight || goal.end == End::Tail)).then_some(cost + bend + goal.cost)
    }

    fn spread(&mut self, (cell, heading): State, cost: u32) {
        // No way leads on from where an arrow may come to stand: it would come back to it in a circle.
        if self.goals.iter().any(|goal| goal.cell == cell && goal.end == End::Head) {
            return;
        }
        for next_heading in Heading::ALL {
            let straight = next_heading == heading;
            if next_heading == heading.opposite() {
                continue;
            }
            if !straight && !self.grid.free(cell, next_heading, self.tree.net) {
                continue;
            }
            if let Some(next) = cell.step(next_heading) {
                let bend = if straight { 0 } else { BEND };
                self.enter(next, next_heading, cost + bend, Origin::Way((cell, heading)));
            }
        }
    }

    fn path(&self, last: State) -> Vec<Cell> {
        let mut path = vec![last.0];
        let mut state = last;
        while let Some(from) = self.index(state).and_then(|index| self.note(index)?.from) {
            match from {
                Origin::Tree(cell) => {
                    path.push(cell);
                    break;
                }
                Origin::Way(before) => {
                    path.push(before.0);
                    state = before;
                }
            }
        }
        path.reverse();
        path
    }
}
