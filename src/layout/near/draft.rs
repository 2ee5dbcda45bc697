//! A layout in the making: how wide the columns are, what is stacked in the lanes and what is wrong with that, at one
//! density.

use std::collections::BTreeMap;

use super::between;
use super::columns::Columns;
use super::density::{Density, Names, Others};
use super::faults::{CUT, Faults, LOW};
use super::folds::Folds;
use super::lanes::{Count, Item, Stack, align};
use super::map::{MapLayout, Shape};
use super::needs::needs;
use super::place;
use super::shapes::{MOST_LINES, Shapes};
use super::subject::Subject;
use crate::domain::id::RoleId;
use crate::layout::details::Details;
use crate::layout::focus::Prominence;

/// The layout at the density with the fewest faults.
pub(super) fn best(subject: &Subject<'_>, extra: u16) -> MapLayout {
    let draft_of = |density, details| Draft::new(subject, (density, details), extra);
    let mut draft = draft_of(Density::LADDER[0], Details::Titles);
    let (mut faults, mut rung) = (draft.faults(), 0);
    for (at, density) in Density::LADDER.into_iter().enumerate().skip(1) {
        if faults == Faults::default() {
            break;
        }
        let other = draft_of(density, Details::Titles);
        let others = other.faults();
        if others < faults {
            (draft, faults, rung) = (other, others, at);
        }
    }
    // No title suffers for a detail: as many are told as can be without a fault more. Roomier densities had more faults
    // without any.
    draft.lengthen();
    if !subject.focus.cards.is_empty() {
        faults = draft.faults();
        let densities = &Density::LADDER[rung..];
        let all =
            Details::LADDER.into_iter().flat_map(|details| densities.iter().map(move |&density| (density, details)));
        let mut drafts = all.map(|(density, details)| draft_of(density, details)).map(|mut other| {
            other.lengthen();
            other
        });
        draft = drafts.find(|other| other.faults() <= faults).unwrap_or(draft);
    }
    draft.unfold();
    place::layout(&draft)
}

/// What a layout is made from.
pub(super) struct Draft<'s, 'a> {
    pub shapes: Shapes<'s, 'a>,
    pub columns: Columns,
    pub folds: Folds,
    /// How many columns of cells stand left of the columns, for the lanes' names.
    pub gutter: u16,
}

impl<'s, 'a> Draft<'s, 'a> {
    fn new(subject: &'s Subject<'a>, (density, details): (Density, Details), extra: u16) -> Self {
        let shapes = Shapes { subject, density, details, longer: BTreeMap::new() };
        let gutter = if density.names == Names::Beside { subject.gutter } else { 0 };
        let room = subject.window.width.saturating_sub(gutter);
        let columns = columns(&shapes, room, extra);
        let mut folds = Folds {
            lanes: subject.world.order.lanes(),
            names: density.names,
            gap: density.gap + extra / 2,
            single: BTreeMap::new(),
        };
        for &lane in &subject.lanes {
            folds.single.insert(lane, Some(stacks(&shapes, &columns, lane)));
        }
        Self { shapes, columns, folds, gutter }
    }

    fn faults(&self) -> Faults {
        let (subject, window) = (self.shapes.subject, self.shapes.subject.window);
        let weight = |(&role, &why): (&RoleId, &Prominence)| match why {
            _ if self.is_whole(role) => 0,
            Prominence::Marked | Prominence::Route => 1,
            Prominence::Near | Prominence::Selected => 2,
        };
        let over = self.folds.rows().saturating_sub(window.height);
        let scrolls = if window.height < LOW { window.height / 2 } else { 0 };
        Faults {
            too_high: over.saturating_sub(scrolls),
            too_wide: self.near_width().saturating_sub(window.width.saturating_sub(self.gutter)),
            unread: CUT * subject.prominent.iter().map(weight).sum::<usize>() + usize::from(over),
        }
    }

    fn is_whole(&self, role: RoleId) -> bool {
        let width = self.columns.bands[self.shapes.subject.world.order.place(role).1].width;
        self.shapes.shape(role, width).is_some_and(|shape| self.shapes.is_whole(role, shape, width))
    }

    fn near_width(&self) -> u16 {
        let subject = self.shapes.subject;
        let near = subject.prominent.iter().filter(|(_, why)| **why >= Prominence::Near);
        let bands = near.map(|(&role, _)| self.columns.bands[subject.world.order.place(role).1]);
        let (from, to) = bands.fold((u16::MAX, 0), |(from, to), band| (from.min(band.x), to.max(band.x + band.width)));
        to.saturating_sub(from)
    }

    /// Gives titles that are cut more lines, one at a time and the most prominent first, as long as there are rows.
    fn lengthen(&mut self) {
        let subject = self.shapes.subject;
        let mut cut: Vec<RoleId> = subject.prominent.keys().copied().filter(|&role| !self.is_whole(role)).collect();
        cut.sort_by_key(|role| std::cmp::Reverse(subject.prominent[role]));
        for lines in self.shapes.density.boxes.lines() + 1..=MOST_LINES {
            cut.retain(|&role| !self.is_whole(role) && self.may_stand_on(role, lines));
        }
    }

    /// Gives a title so many lines, if there are rows for them.
    fn may_stand_on(&mut self, role: RoleId, lines: usize) -> bool {
        let lane = self.shapes.subject.world.order.place(role).0;
        let before = self.shapes.longer.insert(role, lines);
        let after = stacks(&self.shapes, &self.columns, lane);
        let stacks_before = self.folds.single.insert(lane, Some(after));
        let fits = self.folds.rows() <= self.shapes.subject.window.height;
        if !fits {
            match before {
                Some(before) => self.shapes.longer.insert(role, before),
                None => self.shapes.longer.remove(&role),
            };
            if let Some(stacks) = stacks_before {
                self.folds.single.insert(lane, stacks);
            }
        }
        fits
    }

    /// Uses up the rows to spare.
    fn unfold(&mut self) {
        let subject = self.shapes.subject;
        let lane = subject.world.order.place(subject.focus.selected).0;
        let (shapes, columns) = (&self.shapes, &self.columns);
        let open = |lane| stacks(shapes, columns, lane);
        let named = shapes.density.others == Others::Named;
        self.folds.unfold(lane, subject.window.height, named.then_some(&open));
    }
}

/// How wide the columns are, and the band of the slips where there are any.
fn columns(shapes: &Shapes<'_, '_>, room: u16, extra: u16) -> Columns {
    let subject = shapes.subject;
    let (mut needs, mut uprights) = (needs(shapes), subject.uprights.clone());
    let Some(level) = subject.between else { return Columns::share(&needs, &uprights, room, extra) };
    needs.insert(level, between::need(&subject.focus.slips));
    // Of the slips' own line one piece stands upright beside the box, and of ways sideways another.
    uprights.insert(level + 1, Some(if subject.enters_sideways() { 2 } else { 1 }));
    Columns::share(&needs, &uprights, room, extra).with_between(level)
}

/// What is stacked in each level of an open lane.
fn stacks(shapes: &Shapes<'_, '_>, columns: &Columns, lane: usize) -> Vec<Stack> {
    let subject = shapes.subject;
    let told = |x| match shapes.density.names {
        Names::Above | Names::AboveAndFoldedLast if x >= subject.head_width(lane) => Count::Head,
        _ => Count::Below,
    };
    let mut stacks = Vec::new();
    for (level, band) in columns.bands.iter().enumerate() {
        let nameable = subject.nameable(lane, level);
        let hidden = subject.world.order.roles(lane, level).len() - nameable.len();
        let mut stack = Stack { hidden, count: told(band.x), ..Stack::default() };
        let mut before = None;
        for &role in nameable {
            let Some(shape) = shapes.shape(role, band.width) else {
                stack.hidden += 1;
                continue;
            };
            let lines = shapes.line_count(role, shape, band.width) + shapes.detail_count(role, shape, band.width);
            let rows = if shape == Shape::Frame { lines + 2 } else { lines };
            let port = (shape != Shape::Name).then_some((rows - 1) / 2);
            let above = u16::from(shapes.needs_row_between(before, (shape, lines)));
            before = Some((shape, lines));
            stack.items.push(Item { role, above, height: rows, port });
        }
        stacks.push(stack);
    }
    align(&mut stacks);
    stacks
}
