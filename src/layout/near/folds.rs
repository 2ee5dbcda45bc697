//! Which lanes are open and which are folded. Only open lanes and those with a line of their own are listed: a pack may
//! have thousands of lanes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::density::Names;
use super::lanes::{Fold, LaneBand, Stack, height, stack_bands};

/// Which lanes are open, with what is stacked in them, and which are folded to a line of their own. All others share
/// lines.
#[derive(Debug, Clone)]
pub(super) struct Folds {
    /// How many lanes there are.
    pub lanes: usize,
    /// Where the lanes' names stand.
    pub names: Names,
    /// Empty rows around open lanes.
    pub gap: u16,
    /// Lanes that do not share a line; an open one has its stacks.
    pub single: BTreeMap<usize, Option<Vec<Stack>>>,
}

impl Folds {
    /// The lanes from top to bottom with their rows, the folded lanes that share the last row, and how many rows all of
    /// them take.
    pub fn bands(&self) -> (Vec<LaneBand>, Vec<Range<usize>>, u16) {
        let head = u16::from(self.names != Names::Beside);
        let mut bands = Vec::new();
        let mut last = Vec::new();
        let mut next = 0;
        let mut share = |bands: &mut Vec<LaneBand>, lanes: Range<usize>| match self.names {
            _ if lanes.is_empty() => {}
            Names::AboveAndFoldedLast => last.push(lanes),
            Names::Beside | Names::Above => {
                bands.push(LaneBand { lanes, fold: Fold::Shared, y: 0, height: 1, head: 0 });
            }
        };
        for (&lane, stacks) in &self.single {
            share(&mut bands, next..lane);
            let (fold, rows, head) = match stacks {
                Some(stacks) => (Fold::Open, height(stacks).saturating_add(head), head),
                None => (Fold::Folded, 1, 0),
            };
            bands.push(LaneBand { lanes: lane..lane + 1, fold, y: 0, height: rows, head });
            next = lane + 1;
        }
        share(&mut bands, next..self.lanes);
        let rows = stack_bands(&mut bands, self.gap);
        let rows = rows.saturating_add(u16::from(!last.is_empty()));
        (bands, last, rows)
    }

    /// How many rows all lanes take.
    pub fn rows(&self) -> u16 {
        self.bands().2
    }

    /// The lanes, those nearest to `lane` first, without itself.
    fn nearest(&self, lane: usize) -> impl Iterator<Item = usize> + use<> {
        let lanes = self.lanes;
        (1..lanes.max(1)).flat_map(move |far| {
            let above = lane.checked_sub(far);
            let below = Some(lane + far).filter(|&below| below < lanes);
            above.into_iter().chain(below)
        })
    }

    /// Uses up the rows to spare: lanes that share a line get one of their own, and then, where their roles may be
    /// named, are opened, those nearest to `lane` first.
    pub fn unfold(&mut self, lane: usize, rows: u16, open: Option<&dyn Fn(usize) -> Vec<Stack>>) {
        if self.names == Names::Beside {
            for other in self.nearest(lane) {
                if self.single.contains_key(&other) {
                    continue;
                }
                self.single.insert(other, None);
                if self.rows() > rows {
                    self.single.remove(&other);
                    return;
                }
            }
        }
        let Some(open) = open else { return };
        for other in self.nearest(lane) {
            let before = self.single.get(&other).cloned();
            if before.as_ref().is_some_and(Option::is_some) {
                continue;
            }
            self.single.insert(other, Some(open(other)));
            if self.rows() > rows {
                match before {
                    Some(before) => self.single.insert(other, before),
                    None => self.single.remove(&other),
                };
                return;
            }
        }
    }
}
