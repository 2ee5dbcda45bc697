//! The filter at work on the map: what is chosen, what passes, and what is kept so that asking is quick.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use crate::app::map::MapView;
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::role_set::RoleSet;
use crate::layout::order::RoleOrder;
use crate::layout::{Picture, World};

use super::census::Census;
use super::sift::{Grounds, Reach, Showing, Sifted};
use super::traits::Traits;
use super::{Filter, Manner, Spacing};

/// The filter of a map.
#[derive(Debug, Clone, Default)]
pub struct Sieve {
    filter: Filter,
    manner: Manner,
    spacing: Spacing,
    traits: OnceLock<Arc<Traits>>,
    sifted: Option<Arc<Sifted>>,
    census: RefCell<Option<Arc<Census>>>,
    order: RefCell<Option<Compacted>>,
    seen: RefCell<Option<Seen>>,
}

/// The order of the roles that pass.
#[derive(Debug, Clone)]
struct Compacted {
    of: Arc<RoleSet>,
    order: Arc<RoleOrder>,
}

/// A picture without the edges whose other end does not pass.
#[derive(Debug, Clone)]
struct Seen {
    whole: Arc<Picture>,
    of: Arc<RoleSet>,
    picture: Arc<Picture>,
}

/// What is kept to be quick does not count.
impl PartialEq for Sieve {
    fn eq(&self, other: &Self) -> bool {
        (&self.filter, self.manner, self.spacing) == (&other.filter, other.manner, other.spacing)
    }
}

impl Sieve {
    /// Nothing chosen; what is known of the pack is kept.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self { traits: self.traits.clone(), ..Self::default() }
    }

    /// What is chosen.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// What becomes of roles that do not pass.
    #[must_use]
    pub const fn manner(&self) -> Manner {
        self.manner
    }

    /// Whether what passes stays where it stands.
    #[must_use]
    pub const fn spacing(&self) -> Spacing {
        self.spacing
    }

    /// What passes; nothing while no filter is on.
    #[must_use]
    pub fn sifted(&self) -> Option<&Arc<Sifted>> {
        self.sifted.as_ref().filter(|_| !self.filter.is_off())
    }

    /// How a role is shown.
    #[must_use]
    pub fn look_of(&self, role: RoleId) -> Showing {
        self.sifted().map_or(Showing::Shown, |sifted| sifted.look_of(role, self.manner))
    }

    /// What is known of the roles of the map's pack.
    pub fn traits(&self, pack: &Pack) -> &Arc<Traits> {
        self.traits.get_or_init(|| Arc::new(Traits::new(pack)))
    }

    fn compact_to(&self) -> Option<&Arc<RoleSet>> {
        self.sifted().filter(|_| self.spacing == Spacing::Compact).map(|sifted| sifted.shown())
    }
}

impl MapView {
    /// The filter of the map.
    #[must_use]
    pub const fn sieve(&self) -> &Sieve {
        &self.sieve
    }

    /// Chooses what is to be seen; [`MapView::sift`] then says what that is.
    pub fn set_filter(&mut self, filter: Filter) {
        if filter.is_off() {
            self.sieve.spacing = Spacing::InPlace;
        }
        self.sieve.filter = filter;
    }

    /// Dims or hides what does not pass.
    pub const fn set_manner(&mut self, manner: Manner) {
        self.sieve.manner = manner;
    }

    /// Keeps places or compacts.
    pub const fn set_spacing(&mut self, spacing: Spacing) {
        self.sieve.spacing = spacing;
    }

    /// Works out what passes, unless it is known.
    pub fn sift(&mut self, pack: &Pack, grounds: &Grounds) {
        let before = self.sieve.sifted.as_deref();
        if before.is_some_and(|before| before.answers(&self.sieve.filter, grounds)) {
            return;
        }
        let world = World { pack, graph: &self.graph, order: &self.order };
        let sifted = Sifted::new(world, self.sieve.traits(pack), &self.sieve.filter, grounds, before);
        self.sieve.sifted = Some(Arc::new(sifted));
    }

    /// Forgets what passed: nobody asks.
    pub fn sift_no_more(&mut self) {
        self.sieve.sifted = None;
    }

    /// How many roles each value of each facet has; nothing before anything was sifted.
    #[must_use]
    pub fn census(&self, pack: &Pack) -> Option<Arc<Census>> {
        let sifted = self.sieve.sifted.as_ref()?;
        let mut census = self.sieve.census.borrow_mut();
        if let Some(known) = census.as_ref().filter(|known| known.is_of(sifted)) {
            return Some(Arc::clone(known));
        }
        let counted = Arc::new(Census::new(self.world(pack), self.sieve.traits(pack), sifted));
        *census = Some(Arc::clone(&counted));
        Some(counted)
    }

    /// What was known of the person's reach when it was last worked out what passes.
    #[must_use]
    pub fn reach_sifted_by(&self) -> Option<Reach> {
        self.sieve.sifted.as_ref().map(|sifted| sifted.grounds().reach.clone())
    }

    /// The roles that the picture around the selected one is made of; nothing: all.
    pub(in crate::app::map) fn compact_to(&self) -> Option<Arc<RoleSet>> {
        self.sieve.compact_to().cloned()
    }

    /// The order of the roles that the picture around the selected one is made of.
    pub(in crate::app::map) fn order_of_picture(&self) -> Arc<RoleOrder> {
        let Some(of) = self.sieve.compact_to() else { return Arc::clone(&self.order) };
        let mut known = self.sieve.order.borrow_mut();
        if let Some(known) = known.as_ref().filter(|known| known.of == *of) {
            return Arc::clone(&known.order);
        }
        let order = Arc::new(self.order.only(of));
        *known = Some(Compacted { of: Arc::clone(of), order: Arc::clone(&order) });
        order
    }

    /// The picture without the edges whose other end does not pass; everything stays where it is.
    pub(in crate::app::map) fn seen_of(&self, whole: Arc<Picture>) -> Arc<Picture> {
        let Some(sifted) = self.sieve.sifted() else { return whole };
        let of = sifted.shown();
        let mut seen = self.sieve.seen.borrow_mut();
        if let Some(known) = seen.as_ref().filter(|known| Arc::ptr_eq(&known.whole, &whole) && known.of == *of) {
            return Arc::clone(&known.picture);
        }
        let wiring = whole.wiring.between(|role| of.contains(role));
        let picture = Arc::new(Picture { wiring, ..whole.as_ref().clone() });
        *seen = Some(Seen { whole, of: Arc::clone(of), picture: Arc::clone(&picture) });
        picture
    }
}
