//! What stands in which row: lanes as strips, one below the other, with an empty row between them in which edges pass.

use std::collections::BTreeSet;

use super::rows::Rows;
use crate::domain::id::{FamilyId, RoleId};
use crate::layout::world::World;

/// Whether the roles of a lane are shown one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fold {
    /// Each has a row.
    Open,
    /// The lane is one row, with a number for each level.
    Folded,
}

/// The rows of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Strip {
    /// The family whose lane it is.
    pub family: FamilyId,
    /// Its first row.
    pub top: u32,
    /// How many rows it has; at least one.
    pub rows: u32,
    /// Whether its roles are shown.
    pub fold: Fold,
}

impl Strip {
    /// The first row below it: one in which nothing stands.
    #[must_use]
    pub const fn bottom(self) -> u32 {
        self.top + self.rows
    }
}

/// A row of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The column, as a place among the levels.
    pub level: usize,
    /// The row.
    pub row: u32,
}

/// What stands at a spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A role.
    Role(RoleId),
    /// So many roles of a folded lane.
    Roles(usize),
}

/// Something in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Its row.
    pub row: u32,
    /// What it is.
    pub what: What,
}

/// All strips and what stands in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strips {
    lanes: Vec<Strip>,
    columns: Vec<Vec<Entry>>,
    spots: Vec<Spot>,
    height: u32,
}

impl Strips {
    /// The strips of all lanes that have roles.
    #[must_use]
    pub fn new(world: World<'_>, rows: &Rows, folded: &BTreeSet<FamilyId>) -> Self {
        let levels = world.order.levels();
        let mut strips = Self {
            lanes: Vec::new(),
            columns: vec![Vec::new(); levels],
            spots: vec![Spot::default(); world.pack.role_ids().len()],
            height: 1,
        };
        for lane in (0..world.order.lanes()).filter(|&lane| rows.height(lane) > 0) {
            let all = (0..levels).flat_map(|level| world.order.roles(lane, level));
            let Some(family) = all.map(|&role| world.pack.role(role).family).next() else { continue };
            let fold = if folded.contains(&family) { Fold::Folded } else { Fold::Open };
            let count = if fold == Fold::Open { rows.height(lane) } else { 1 };
            let strip = Strip { family, top: strips.height, rows: count, fold };
            for level in 0..levels {
                strips.fill(strip, level, world.order.roles(lane, level), rows);
            }
            strips.lanes.push(strip);
            strips.height = strip.bottom() + 1;
        }
        strips
    }

    fn fill(&mut self, strip: Strip, level: usize, roles: &[RoleId], rows: &Rows) {
        let Strip { top, fold, .. } = strip;
        for &role in roles {
            let row = if fold == Fold::Open { top + rows.of(role) } else { top };
            self.spots[role.index()] = Spot { level, row };
            if fold == Fold::Open {
                self.columns[level].push(Entry { row, what: What::Role(role) });
            }
        }
        if fold == Fold::Folded && !roles.is_empty() {
            self.columns[level].push(Entry { row: top, what: What::Roles(roles.len()) });
        }
    }

    /// How many columns there are.
    #[must_use]
    pub const fn levels(&self) -> usize {
        self.columns.len()
    }

    /// How many rows the whole map has.
    #[must_use]
    pub const fn height(&self) -> u32 {
        self.height
    }

    /// Where a role stands, or the number that stands for it.
    #[must_use]
    pub fn spot(&self, role: RoleId) -> Spot {
        self.spots[role.index()]
    }

    /// Where every role stands.
    pub fn spots(&self) -> impl Iterator<Item = Spot> + '_ {
        self.spots.iter().copied()
    }

    /// How many roles have a place of their own.
    #[must_use]
    pub fn named(&self) -> usize {
        let is_role = |entry: &&Entry| matches!(entry.what, What::Role(_));
        self.columns.iter().flatten().filter(is_role).count()
    }

    /// What stands at a spot.
    #[must_use]
    pub fn at(&self, spot: Spot) -> Option<What> {
        let column = &self.columns[spot.level];
        let at = column.binary_search_by_key(&spot.row, |entry| entry.row).ok()?;
        Some(column[at].what)
    }

    /// What stands in these rows of a column, top to bottom.
    #[must_use]
    pub fn seen(&self, level: usize, from: u32, to: u32) -> &[Entry] {
        let column = &self.columns[level];
        let first = column.partition_point(|entry| entry.row < from);
        let last = column.partition_point(|entry| entry.row < to);
        &column[first..last.max(first)]
    }

    /// The strips with a row among these, top to bottom.
    #[must_use]
    pub fn strips(&self, from: u32, to: u32) -> &[Strip] {
        let first = self.lanes.partition_point(|strip| strip.bottom() <= from);
        let last = self.lanes.partition_point(|strip| strip.top < to);
        &self.lanes[first..last.max(first)]
    }

    /// The strip in which a row lies.
    #[must_use]
    pub fn strip(&self, row: u32) -> Option<Strip> {
        let at = self.lanes.partition_point(|strip| strip.bottom() <= row);
        self.lanes.get(at).copied().filter(|strip| strip.top <= row)
    }
}
