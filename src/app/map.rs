//! The map as it is looked at: which role is selected, where one has been, and what part of the map is in the window.

mod between;
mod cards;
pub mod filter;
pub mod legend;
mod marks;
mod overall;
pub mod signpost;
mod thread;
mod trail;
pub mod walk;
mod zoom;

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

pub use crate::layout::viewport::{Pan, Roam};
pub use between::Between;
pub use marks::Marks;
pub use overall::{Corner, Folding};
pub use zoom::Zoom;

use self::filter::Sieve;
use self::overall::Overall;
use self::thread::Thread;
use self::trail::Trail;
use self::walk::Choices;
use super::action::Action;
use crate::domain::Pack;
use crate::domain::graph::CareerGraph;
use crate::domain::id::{FamilyId, RoleId};
use crate::domain::planner::MovesAllowed;
use crate::layout::World;
use crate::layout::focus::{ways_in, ways_out};
use crate::layout::matrix::{Matrix, Square};
use crate::layout::order::RoleOrder;
use crate::layout::{Focus, Heading, Picture, Size, picture};

/// Whether an action meant something to whom it was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handled {
    /// It did.
    Yes,
    /// It did not; somebody else may want it.
    No,
}

/// The state of the map screen.
#[derive(Debug, Clone)]
pub struct MapView {
    graph: Arc<CareerGraph>,
    order: Arc<RoleOrder>,
    /// The family of each role.
    families: Arc<[FamilyId]>,
    selected: Option<RoleId>,
    thread: Thread,
    trail: Trail,
    pan: Pan,
    zoom: Zoom,
    between: Between,
    sieve: Sieve,
    overall: Overall,
    matrix: OnceCell<Arc<Matrix>>,
    kept: RefCell<Option<Kept>>,
}

/// The last picture, kept as long as nothing it depends on changes.
#[derive(Debug, Clone)]
struct Kept {
    focus: Focus,
    window: Size,
    picture: Arc<Picture>,
}

/// Two views are the same when a person sees and can do the same; what is kept to be quick does not count.
impl PartialEq for MapView {
    fn eq(&self, other: &Self) -> bool {
        let looked_at = |view: &Self| (view.selected, view.pan, view.zoom, view.between);
        looked_at(self) == looked_at(other)
            && (&self.thread, &self.trail, &self.overall, &self.sieve)
                == (&other.thread, &other.trail, &other.overall, &other.sieve)
    }
}

impl MapView {
    /// The map of a pack, with its first role selected.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let graph = CareerGraph::new(pack);
        let order = RoleOrder::new(pack, &graph);
        Self {
            graph: Arc::new(graph),
            order: Arc::new(order),
            families: pack.role_ids().map(|role| pack.role(role).family).collect(),
            selected: pack.role_ids().next(),
            thread: Thread::default(),
            trail: Trail::default(),
            pan: Pan::default(),
            zoom: Zoom::default(),
            between: Between::default(),
            sieve: Sieve::default(),
            overall: Overall::default(),
            matrix: OnceCell::new(),
            kept: RefCell::new(None),
        }
    }

    /// The graph of the pack, for the other screens too.
    #[must_use]
    pub fn graph(&self) -> &CareerGraph {
        &self.graph
    }

    /// The role that is selected; nothing only in a pack without roles.
    #[must_use]
    pub const fn selected(&self) -> Option<RoleId> {
        self.selected
    }

    /// How far the window has been moved away from where it stands by itself.
    #[must_use]
    pub const fn pan(&self) -> Pan {
        self.pan
    }

    /// By how many rows the window has been moved away from where it stands by itself.
    #[must_use]
    pub const fn scrolled(&self) -> i32 {
        self.pan.rows
    }

    /// How near one looks.
    #[must_use]
    pub const fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// Looks at the map from so near; the selected role stays.
    pub const fn set_zoom(&mut self, zoom: Zoom) {
        self.zoom = zoom;
    }

    /// What is asked to stand between the columns.
    #[must_use]
    pub const fn between(&self) -> Between {
        self.between
    }

    /// Asks for something to stand between the columns.
    pub const fn show_between(&mut self, between: Between) {
        self.between = between;
    }

    /// Selects a role to begin with: one has not been anywhere yet.
    pub fn begin_at(&mut self, role: RoleId) {
        self.stand_on(role);
        self.thread = Thread::default();
        self.trail = Trail::default();
    }

    /// As nobody had used it; what was worked out of the pack is kept.
    pub fn begin_anew(&mut self) {
        *self = Self {
            selected: self.families.first().map(|_| RoleId::from_index(0)),
            thread: Thread::default(),
            trail: Trail::default(),
            pan: Pan::default(),
            zoom: Zoom::default(),
            between: Between::default(),
            sieve: self.sieve.anew(),
            overall: Overall::default(),
            graph: Arc::clone(&self.graph),
            order: Arc::clone(&self.order),
            families: Arc::clone(&self.families),
            matrix: std::mem::take(&mut self.matrix),
            kept: RefCell::new(None),
        };
    }

    /// Selects a role, from wherever it was found.
    pub fn select(&mut self, _pack: &Pack, role: RoleId) {
        self.go(role, Thread::default());
    }

    /// Moves the window over the map, until another role is selected.
    pub const fn move_by(&mut self, by: Pan) {
        self.pan = self.pan.and(by);
    }

    /// Forgets how far the window was moved beyond the end of the map, so that the way back begins at once.
    pub fn keep_within(&mut self, roam: Roam) {
        self.pan = self.pan.within(roam);
    }

    /// Back to the role that was selected before; no, when there was none.
    pub fn back(&mut self) -> Handled {
        self.retrace(Trail::back)
    }

    /// Undoes one [`MapView::back`].
    pub fn forward(&mut self) -> Handled {
        self.retrace(Trail::forward)
    }

    /// Does what an action means on the map: walking along edges, those of `moves`, or from square to square where the
    /// map shows families and levels.
    pub fn act(&mut self, pack: &Pack, moves: MovesAllowed, action: Action) -> Handled {
        let (Some(heading), Some(at)) = (heading(action), self.selected) else { return Handled::No };
        if self.zoom == Zoom::Families {
            let matrix = self.matrix(pack);
            if let Some(role) = matrix.next(self.square(at), heading).and_then(|square| matrix.likeliest(square)) {
                self.go(role, Thread::default());
            }
            return Handled::Yes;
        }
        if let Some((role, thread)) = walk::step(self.world(pack), moves, at, &self.thread, heading) {
            self.go(role, thread);
        }
        Handled::Yes
    }

    /// Where the arrow keys lead from the selected role along edges of `moves`; nothing where they go from square to
    /// square, and in a pack without roles.
    #[must_use]
    pub fn choices(&self, pack: &Pack, moves: MovesAllowed) -> Option<Choices> {
        self.selected
            .filter(|_| self.zoom != Zoom::Families)
            .map(|at| walk::choices(self.world(pack), moves, at, &self.thread))
    }

    /// The roles one has been on, the last one first, without the selected one.
    pub fn been(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.trail.behind()
    }

    /// The picture for a window, without the edges that the filter takes away; from memory when nothing it depends on has
    /// changed; nothing in a pack without roles.
    #[must_use]
    pub fn picture(&self, pack: &Pack, marks: &Marks, window: Size) -> Option<Arc<Picture>> {
        Some(self.seen_of(self.whole_picture(pack, marks, window)?))
    }

    /// The picture with every edge, whatever the filter: where things stand.
    #[must_use]
    pub fn whole_picture(&self, pack: &Pack, marks: &Marks, window: Size) -> Option<Arc<Picture>> {
        let focus = Focus { only: self.compact_to(), ..self.focus(marks)? };
        let mut kept = self.kept.borrow_mut();
        match &*kept {
            Some(known) if known.focus == focus && known.window == window => Some(Arc::clone(&known.picture)),
            _ => {
                let order = self.order_of_picture();
                let world = World { order: &order, ..self.world(pack) };
                let picture = Arc::new(picture(world, &focus, window));
                *kept = Some(Kept { focus, window, picture: Arc::clone(&picture) });
                Some(picture)
            }
        }
    }

    /// What is looked at; nothing in a pack without roles.
    fn focus(&self, marks: &Marks) -> Option<Focus> {
        let (selected, moves) = (self.selected?, marks.moves);
        Some(Focus {
            selected,
            moves,
            route: marks.route.clone(),
            marked: marks.roles(),
            cards: marks.cards.clone(),
            only: None,
            slips: marks.slips.clone(),
        })
    }

    /// How many roles and moves there are by families and levels; counted when it is first asked for.
    #[must_use]
    pub fn matrix(&self, pack: &Pack) -> Arc<Matrix> {
        Arc::clone(self.matrix.get_or_init(|| Arc::new(Matrix::new(self.world(pack)))))
    }

    /// The family and level of a role, as a square of the matrix.
    #[must_use]
    pub fn square(&self, role: RoleId) -> Square {
        let (lane, level) = self.order.place(role);
        Square { lane, level }
    }

    /// The order of the roles in their lanes and levels.
    #[must_use]
    pub fn order(&self) -> &RoleOrder {
        &self.order
    }

    /// Where a role leads, and then where people come from who enter it, likeliest first.
    #[must_use]
    pub fn neighbours(&self, pack: &Pack, role: RoleId, moves: MovesAllowed) -> Vec<RoleId> {
        let out = ways_out(pack, &self.graph, role, moves).into_iter();
        out.chain(ways_in(pack, &self.graph, role, moves)).map(|(other, _)| other).collect()
    }

    fn world<'a>(&'a self, pack: &'a Pack) -> World<'a> {
        World { pack, graph: &self.graph, order: &self.order }
    }

    fn go(&mut self, role: RoleId, thread: Thread) {
        if let Some(before) = self.selected.filter(|&before| before != role) {
            self.trail.leave(before);
        }
        self.thread = thread;
        self.stand_on(role);
    }

    fn stand_on(&mut self, role: RoleId) {
        self.selected = Some(role);
        self.pan = Pan::default();
        self.overall.stand_on(self.families[role.index()]);
    }

    fn retrace(&mut self, step: impl Fn(&mut Trail, RoleId) -> Option<RoleId>) -> Handled {
        let Some(role) = self.selected.and_then(|at| step(&mut self.trail, at)) else { return Handled::No };
        self.thread = Thread::default();
        self.stand_on(role);
        Handled::Yes
    }
}

/// The way an action goes on the map, if it goes anywhere.
#[must_use]
pub const fn heading(action: Action) -> Option<Heading> {
    match action {
        Action::Up => Some(Heading::Up),
        Action::Down => Some(Heading::Down),
        Action::Left => Some(Heading::Left),
        Action::Right => Some(Heading::Right),
        _ => None,
    }
}
