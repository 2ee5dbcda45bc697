//! What a picture is about: the same for all its drafts.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::RoleId;

use super::channels;
use super::titles::Titles;
use crate::layout::cells::Size;
use crate::layout::focus::{Focus, Prominent};
use crate::layout::world::World;
use crate::layout::wrap;

/// A lane and level with more roles than this names only the prominent ones.
const MOST_NAMED: usize = 24;
/// No lane's name stands wider beside the columns.
const WIDEST_NAME: u16 = 10;
/// Of more lanes than this the widest name is not looked for.
const MANY_LANES: usize = 200;

/// What a picture is about.
pub(super) struct Subject<'a> {
    pub world: World<'a>,
    pub focus: &'a Focus,
    pub prominent: &'a Prominent,
    pub window: Size,
    pub titles: Titles<'a>,
    /// How many upright lines are expected in each channel.
    pub uprights: Vec<Option<u16>>,
    /// The level before which the slips stand, when there are any.
    pub between: Option<usize>,
    /// How many columns of cells the lanes' names take beside the columns, with a mark before and a space behind.
    pub gutter: u16,
    /// The lanes with prominent roles.
    pub lanes: BTreeSet<usize>,
    /// The prominent roles by level, each level's from top to bottom.
    levels: Vec<Vec<RoleId>>,
    /// The prominent roles of each lane and level, top to bottom.
    cells: BTreeMap<(usize, usize), Vec<RoleId>>,
}

impl<'a> Subject<'a> {
    pub fn new(world: World<'a>, focus: &'a Focus, prominent: &'a Prominent, window: Size) -> Self {
        let mut roles: Vec<RoleId> = prominent.keys().copied().collect();
        roles.sort_by_key(|&role| world.order.height(role));
        let mut levels = vec![Vec::new(); world.order.levels()];
        let mut cells: BTreeMap<(usize, usize), Vec<RoleId>> = BTreeMap::new();
        for role in roles {
            let (lane, level) = world.order.place(role);
            levels[level].push(role);
            cells.entry((lane, level)).or_default().push(role);
        }
        let lanes = cells.keys().map(|&(lane, _)| lane).collect();
        let uprights = channels::uprights(world, focus);
        let (titles, gutter) = (Titles::new(world.pack), gutter(world, window));
        let between = (!focus.slips.is_empty()).then(|| world.order.place(focus.selected).1);
        Self { world, focus, prominent, window, titles, uprights, between, gutter, lanes, levels, cells }
    }

    /// How wide a lane's name stands above its roles, with a mark before and two cells behind.
    pub fn head_width(&self, lane: usize) -> u16 {
        wrap::width(&self.world.pack.tables().families[lane].title).saturating_add(3)
    }

    /// Whether a way enters the selected role from its own level.
    pub fn enters_sideways(&self) -> bool {
        let level = |role| self.world.order.place(role).1;
        let into = self.focus.into(self.world.pack, self.world.graph);
        into.iter().any(|wish| level(wish.from) == level(self.focus.selected))
    }

    /// The prominent roles of a level.
    pub fn of_level(&self, level: usize) -> &[RoleId] {
        &self.levels[level]
    }

    /// The prominent roles of a lane and level.
    pub fn of_cell(&self, lane: usize, level: usize) -> &[RoleId] {
        self.cells.get(&(lane, level)).map_or(&[], Vec::as_slice)
    }

    /// The roles of a lane and level that may be named, top to bottom: all of them, or, where there are too many, the
    /// prominent ones.
    pub fn nameable(&self, lane: usize, level: usize) -> &[RoleId] {
        let all = self.world.order.roles(lane, level);
        if all.len() > MOST_NAMED { self.of_cell(lane, level) } else { all }
    }
}

fn gutter(world: World<'_>, window: Size) -> u16 {
    let families = &world.pack.tables().families;
    let widest = if families.len() > MANY_LANES {
        WIDEST_NAME
    } else {
        families.iter().map(|family| wrap::width(&family.short)).max().unwrap_or(0).min(WIDEST_NAME)
    };
    (widest + 2).min(window.width / 6)
}
