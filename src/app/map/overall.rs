//! The whole map as it is looked at: which lanes are folded, what part is in the window.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::legend::Shown;
use super::{MapView, Marks, Roam, Zoom};
use crate::domain::Pack;
use crate::domain::id::FamilyId;
use crate::domain::planner::MovesAllowed;
use crate::layout::Focus;
use crate::layout::whole::Whole;
use crate::layout::whole::origin::Origin;
use crate::layout::whole::ways::Ways;

/// Whether the small map stands in a corner when the map is larger than the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Corner {
    /// It does, where it covers least.
    #[default]
    Shown,
    /// It does not.
    Empty,
}

impl Corner {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Shown => Self::Empty,
            Self::Empty => Self::Shown,
        }
    }
}

/// What folding lanes did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// The lane, or all lanes but one, are folded now.
    Folded,
    /// The lane, or all lanes, are open now.
    Opened,
}

/// The state of the whole map.
#[derive(Debug, Clone, Default)]
pub(super) struct Overall {
    folded: BTreeSet<FamilyId>,
    corner: Corner,
    /// What the window showed when the selected role was selected.
    before: Option<Origin>,
    /// What the window showed last.
    shown: Option<Origin>,
    whole: RefCell<Option<Kept<BTreeSet<FamilyId>, Whole>>>,
    ways: RefCell<Option<Kept<Looked, Ways>>>,
}

/// What is looked at, and which lanes are folded.
type Looked = (Focus, BTreeSet<FamilyId>);

/// Something made, and from what.
type Kept<K, V> = (K, Arc<V>);

impl PartialEq for Overall {
    fn eq(&self, other: &Self) -> bool {
        (&self.folded, self.corner, self.before) == (&other.folded, other.corner, other.before)
    }
}

impl Overall {
    /// A role in a lane is selected: the lane opens, and the window stays if it can.
    pub fn stand_on(&mut self, lane: FamilyId) {
        self.before = self.shown;
        if self.folded.remove(&lane) {
            self.before = None;
        }
    }
}

impl MapView {
    /// The lanes that are folded on the whole map.
    #[must_use]
    pub const fn folded(&self) -> &BTreeSet<FamilyId> {
        &self.overall.folded
    }

    /// Whether the small map may stand in a corner.
    #[must_use]
    pub const fn corner(&self) -> Corner {
        self.overall.corner
    }

    /// Shows the small map, or leaves it out.
    pub const fn toggle_corner(&mut self) {
        self.overall.corner = self.overall.corner.other();
    }

    /// What the window showed of the whole map when the selected role was selected.
    #[must_use]
    pub const fn before(&self) -> Option<Origin> {
        self.overall.before
    }

    /// Takes how far the window could be moved when it was last drawn, and so what it showed.
    pub fn note_roam(&mut self, roam: Roam) {
        let at = |least: i32, pan: i32| least.saturating_neg().saturating_add(pan).max(0);
        let x = u16::try_from(at(roam.least.columns, self.pan.columns)).unwrap_or(u16::MAX);
        let y = u32::try_from(at(roam.least.rows, self.pan.rows)).unwrap_or(0);
        self.overall.shown = (self.zoom == Zoom::Lanes).then_some(Origin { x, y });
    }

    /// Folds a lane, or opens it. The selected role stays where it stands in the window.
    pub fn toggle_fold(&mut self, pack: &Pack, family: FamilyId) -> Folding {
        let mut folded = self.overall.folded.clone();
        let done = if folded.remove(&family) {
            Folding::Opened
        } else {
            folded.insert(family);
            Folding::Folded
        };
        self.fold(pack, folded);
        done
    }

    /// Folds all lanes but that of the selected role; opens all when that has been done.
    pub fn toggle_others(&mut self, pack: &Pack) -> Folding {
        let own = self.selected.map(|role| pack.role(role).family);
        let families = (0..pack.tables().families.len()).map(FamilyId::from_index);
        let others: BTreeSet<FamilyId> = families.filter(|family| Some(*family) != own).collect();
        let done = if others.is_subset(&self.overall.folded) { Folding::Opened } else { Folding::Folded };
        self.fold(pack, if done == Folding::Opened { BTreeSet::new() } else { others });
        done
    }

    fn fold(&mut self, pack: &Pack, folded: BTreeSet<FamilyId>) {
        let row = |view: &Self| Some(view.whole(pack).strips.spot(view.selected?).row);
        let old = row(self);
        self.overall.folded = folded;
        let shift = old.zip(row(self)).map_or(0, |(old, new)| i64::from(new) - i64::from(old));
        for origin in [&mut self.overall.before, &mut self.overall.shown].into_iter().flatten() {
            origin.y = u32::try_from((i64::from(origin.y) + shift).max(0)).unwrap_or(0);
        }
    }

    /// The whole map, from memory as long as the same lanes are folded.
    #[must_use]
    pub fn whole(&self, pack: &Pack) -> Arc<Whole> {
        let mut kept = self.overall.whole.borrow_mut();
        let folded = &self.overall.folded;
        let whole = match &*kept {
            Some((known, whole)) if known == folded => return Arc::clone(whole),
            Some((_, other)) => other.refolded(self.world(pack), folded),
            None => Whole::new(self.world(pack), folded),
        };
        let whole = Arc::new(whole);
        *kept = Some((folded.clone(), Arc::clone(&whole)));
        whole
    }

    /// How much of the pack the whole map shows when these ways are drawn.
    #[must_use]
    pub fn shown(&self, pack: &Pack, ways: &Ways, moves: MovesAllowed) -> Shown {
        let counts = self.whole(pack).counts;
        let fates = counts.fates(self.world(pack), ways, moves);
        Shown {
            named: counts.named,
            counted: counts.folded,
            drawn: fates.drawn,
            undrawn: fates.undrawn,
            exceptional: fates.left_out,
        }
    }

    /// The edges of the whole map, from memory as long as nothing they depend on changes; nothing in a pack without
    /// roles.
    #[must_use]
    pub fn ways(&self, pack: &Pack, marks: &Marks) -> Option<Arc<Ways>> {
        let focus = self.focus(marks)?;
        let folded = &self.overall.folded;
        let mut kept = self.overall.ways.borrow_mut();
        match &*kept {
            Some(((known, lanes), ways)) if *known == focus && lanes == folded => Some(Arc::clone(ways)),
            _ => {
                let ways = Arc::new(Ways::new(self.world(pack), &self.whole(pack).strips, &focus));
                *kept = Some(((focus, folded.clone()), Arc::clone(&ways)));
                Some(ways)
            }
        }
    }
}
