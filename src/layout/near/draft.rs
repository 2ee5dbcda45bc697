//! A layout in the making: which lanes are open, what shape each role has, and where it then stands, at one density.

use std::collections::BTreeMap;

use crate::domain::id::RoleId;

use super::channels;
use super::columns::{Columns, NAMES, Need, Reach};
use super::faults::{CUT, Faults, LOW};
use super::lanes::{Apart, Boxes, Density, Fold, Item, LaneBand, Others, Stack, align, height, stack_bands};
use super::map::{MapLayout, Placed, Shape, Tally};
use crate::layout::cells::{Area, Size};
use crate::layout::details::{Details, Wording};
use crate::layout::focus::{Focus, Prominence, Prominent};
use crate::layout::world::World;
use crate::layout::wrap;

/// Columns with boxes are at least so wide, so that a mark and a number have room too.
const LEAST: u16 = 7;
/// No title makes its column wider than this against others.
const MOST: u16 = 24;
/// A head longer than this may be cut.
const FAIR_HEAD: u16 = 12;
/// How many lines a title that is not prominent may take.
const NAME_LINES: usize = 2;
/// The layout at the density with the fewest faults.
pub(super) fn best(world: World<'_>, focus: &Focus, prominent: &Prominent, window: Size, extra: u16) -> MapLayout {
    let mut folds = vec![Fold::Shared; world.order.lanes()];
    for &role in prominent.keys() {
        folds[world.order.place(role).0] = Fold::Open;
    }
    let draft_of = |density, details| Draft::new(world, focus, prominent, window, (density, details), extra);
    let [roomiest, tighter @ ..] = Density::LADDER;
    let mut draft = draft_of(roomiest, Details::Titles);
    let mut faults = draft.faults(&folds);
    for density in tighter {
        if faults == Faults::default() {
            break;
        }
        let other = draft_of(density, Details::Titles);
        let others = other.faults(&folds);
        if others < faults {
            (draft, faults) = (other, others);
        }
    }
    // No title suffers for a detail: as many as can be had without a fault more.
    if !focus.cards.is_empty() {
        let all = Details::LADDER.into_iter().flat_map(|details| Density::LADDER.map(|density| (density, details)));
        let mut drafts = all.map(|(density, details)| draft_of(density, details));
        draft = drafts.find(|other| other.faults(&folds) <= faults).unwrap_or(draft);
    }
    draft.unfold(&mut folds);
    draft.layout(&folds)
}

/// What a layout is made from.
struct Draft<'a> {
    world: World<'a>,
    focus: &'a Focus,
    prominent: &'a Prominent,
    window: Size,
    density: Density,
    details: Details,
    extra: u16,
    columns: Columns,
}

impl<'a> Draft<'a> {
    fn new(
        world: World<'a>,
        focus: &'a Focus,
        prominent: &'a Prominent,
        window: Size,
        (density, details): (Density, Details),
        extra: u16,
    ) -> Self {
        let columns = Columns { bands: Vec::new(), width: 0 };
        let mut draft = Self { world, focus, prominent, window, density, details, extra, columns };
        draft.columns = Columns::share(&draft.needs(), &channels::uprights(world, focus), window.width, extra);
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

    fn faults(&self, folds: &[Fold]) -> Faults {
        let weight = |(&role, &why): (&RoleId, &Prominence)| {
            let column = self.columns.bands[self.world.order.place(role).1];
            let lines = self.shape(role, column.width).map(|shape| self.lines(role, shape, column.width));
            let whole = lines.is_some_and(|lines| wrap::is_whole(&lines, self.title(role)));
            match why {
                _ if whole => 0,
                Prominence::Marked | Prominence::Route => 1,
                Prominence::Near | Prominence::Selected => 2,
            }
        };
        let over = self.height(folds).saturating_sub(self.window.height);
        let scrolls = if self.window.height < LOW { self.window.height / 2 } else { 0 };
        Faults {
            too_high: over.saturating_sub(scrolls),
            too_wide: self.near_width().saturating_sub(self.window.width),
            unread: CUT * self.prominent.iter().map(weight).sum::<usize>() + usize::from(over),
        }
    }

    fn near_width(&self) -> u16 {
        let near = self.prominent.iter().filter(|(_, why)| **why >= Prominence::Near);
        let bands = near.map(|(&role, _)| self.columns.bands[self.world.order.place(role).1]);
        let (from, to) = bands.fold((u16::MAX, 0), |(from, to), band| (from.min(band.x), to.max(band.x + band.width)));
        to.saturating_sub(from)
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
        let mut layout = MapLayout {
            boxes: BTreeMap::new(),
            tallies: Vec::new(),
            lanes,
            columns: self.columns.bands.clone(),
            size,
            cut: 0,
        };
        for band in layout.lanes.clone() {
            match band.fold {
                Fold::Open => self.place_open(&mut layout, &band, &stacks[band.lanes.start]),
                Fold::Shared if band.lanes.len() > 1 => {}
                Fold::Folded | Fold::Shared => self.place_folded(&mut layout, &band),
            }
        }
        let is_cut = |role: &&RoleId| {
            layout.boxes.get(role).is_some_and(|placed| !wrap::is_whole(&placed.lines, self.title(**role)))
        };
        layout.cut = self.prominent.keys().filter(is_cut).count();
        layout
    }

    fn title(&self, role: RoleId) -> &str {
        wrap::short(&self.world.pack.role(role).title)
    }

    fn needs(&self) -> Vec<Need> {
        let order = self.world.order;
        (0..order.levels())
            .map(|level| {
                let head = wrap::width(&self.world.pack.tables().levels[level].title).min(FAIR_HEAD);
                let mut need = Need { head, ..Need::default() };
                for role in order.column(level) {
                    let title = self.title(role);
                    need.full = need.full.max(wrap::width(title) + 2).min(34);
                    let Some(&why) = self.prominent.get(&role) else { continue };
                    let pad = self.pad(role, self.shape(role, 0).unwrap_or(Shape::Name));
                    let (most, frame) = match self.density.boxes {
                        Boxes::Framed(most) => (most, 1),
                        Boxes::Lines(most) => (most, 0),
                    };
                    // The selected role's neighbours count twice against the rest of the route.
                    let weight = if why >= Prominence::Near { 2 } else { 1 };
                    for lines in (1..most).rev() {
                        let want = (wrap::narrowest(title, lines) + pad + 1 - frame).min(28);
                        need.wants.extend(std::iter::repeat_n(want, weight));
                    }
                    if why >= Prominence::Near {
                        need.reach = Reach::Near;
                    }
                    let details = self.wordings(role);
                    need.wants.extend(details.iter().flat_map(|line| line.widths()).map(|width| (width + pad).min(28)));
                    let detail = details.iter().map(|line| line.least()).max().unwrap_or(0);
                    if why > Prominence::Marked {
                        let least = (wrap::narrowest(title, most).max(detail) + pad).clamp(LEAST, MOST);
                        need.least = need.least.max(Some(least));
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
            (None, _) => {
                let room = width.saturating_sub(self.pad(role, Shape::Name));
                let whole = wrap::narrowest(self.title(role), NAME_LINES) <= room;
                (self.density.others == Others::Named && width >= NAMES && whole).then_some(Shape::Name)
            }
        }
    }

    /// By how many cells further lines stand further in.
    fn indent(&self, role: RoleId, shape: Shape) -> u16 {
        match (shape, self.density.boxes, self.density.apart) {
            (Shape::Name, ..) => 1,
            (Shape::Frame, ..) | (_, Boxes::Lines(1), _) | (Shape::Line, _, Apart::Row) => 0,
            (Shape::Line, _, Apart::Indent) => u16::from(self.is_stacked(role)),
        }
    }

    /// Whether another title without a frame stands above or below a prominent one.
    fn is_stacked(&self, role: RoleId) -> bool {
        let (lane, level) = self.world.order.place(role);
        let others = self.world.order.roles(lane, level).iter().filter(|&&other| other != role);
        others.filter_map(|other| self.prominent.get(other)).any(|&why| why < Prominence::Selected)
    }

    /// What a box needs across besides its text: a frame, or a column for a mark.
    fn pad(&self, role: RoleId, shape: Shape) -> u16 {
        match shape {
            Shape::Frame => 2,
            Shape::Line | Shape::Name => 1 + self.indent(role, shape),
        }
    }

    fn lines(&self, role: RoleId, shape: Shape, width: u16) -> Vec<String> {
        let title = self.title(role);
        let room = width.saturating_sub(self.pad(role, shape));
        let (Boxes::Framed(most) | Boxes::Lines(most)) = self.density.boxes;
        let mut lines = match shape {
            Shape::Frame => wrap::lines(title, room, most.max(2)),
            Shape::Line => wrap::lines(title, room, most),
            Shape::Name => wrap::lines(title, room, NAME_LINES),
        };
        if self.meets_two(role) && lines.len() < 2 {
            match shape {
                Shape::Frame => lines.push(String::new()),
                Shape::Line | Shape::Name => lines = wrap::lines(title, wrap::narrowest(title, 2).min(room), 2),
            }
        }
        lines
    }

    fn wordings(&self, role: RoleId) -> Vec<&Wording> {
        let card = self.prominent.get(&role).zip(self.focus.cards.get(&role));
        card.map_or(Vec::new(), |(&why, card)| self.details.of(card, why))
    }

    /// What a box says below its title, in a column of this width.
    fn details(&self, role: RoleId, shape: Shape, width: u16) -> Vec<String> {
        let room = width.saturating_sub(self.pad(role, shape));
        self.wordings(role).into_iter().filter_map(|line| line.fitting(room)).map(str::to_owned).collect()
    }

    fn stacks(&self, lane: usize) -> Vec<Stack> {
        let mut stacks = Vec::new();
        for (level, band) in self.columns.bands.iter().enumerate() {
            let mut stack = Stack::default();
            let mut before = None;
            for &role in self.world.order.roles(lane, level) {
                let Some(shape) = self.shape(role, band.width) else {
                    stack.hidden += 1;
                    continue;
                };
                let lines = self.lines(role, shape, band.width).len() + self.details(role, shape, band.width).len();
                let lines = u16::try_from(lines).unwrap_or(1);
                let rows = if shape == Shape::Frame { lines + 2 } else { lines };
                let port = (shape != Shape::Name).then_some((rows - 1) / 2);
                let above = u16::from(self.needs_row_between(before, (shape, lines)));
                before = Some((shape, lines));
                stack.items.push(Item { role, above, height: rows, port });
            }
            stacks.push(stack);
        }
        align(&mut stacks);
        stacks
    }

    /// Whether the lines of two titles, one above the other, could be taken for one title.
    fn needs_row_between(&self, before: Option<(Shape, u16)>, (shape, lines): (Shape, u16)) -> bool {
        before.is_some_and(|(shape_before, lines_before)| {
            let framed = shape == Shape::Frame || shape_before == Shape::Frame;
            let names = shape == Shape::Name && shape_before == Shape::Name;
            self.density.apart == Apart::Row && !framed && !names && lines.max(lines_before) > 1
        })
    }

    fn place_open(&self, layout: &mut MapLayout, band: &LaneBand, stacks: &[Stack]) {
        for (column, stack) in layout.columns.clone().into_iter().zip(stacks) {
            let mut y = band.y + stack.above;
            for item in &stack.items {
                let shape = self.shape(item.role, column.width).unwrap_or(Shape::Name);
                let lines = self.lines(item.role, shape, column.width);
                let details = self.details(item.role, shape, column.width);
                let width = match shape {
                    Shape::Frame => column.width,
                    Shape::Line | Shape::Name => {
                        lines.iter().chain(&details).map(|line| wrap::width(line)).max().unwrap_or(0)
                            + self.pad(item.role, shape)
                            + 1
                    }
                };
                y += item.above;
                let area = Area { x: column.x, y, width: width.min(column.width), height: item.height };
                let indent = self.indent(item.role, shape);
                layout.boxes.insert(item.role, Placed { area, shape, lines, details, indent });
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
