//! A band of its own right before the column of the selected role, with the slips of what it asks for and of its posts.
//! They stand below the row at which ways enter the role, so that these run past them; those that have no room there
//! stand above it.

use super::columns::{ColumnBand, Need, Reach};
use super::draft::Draft;
use super::map::MapLayout;
use crate::layout::cells::{Area, Cell};
use crate::layout::slips::{Line, Slip};
use crate::layout::wrap;

/// A slip on the canvas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedSlip {
    /// Its cells.
    pub area: Area,
    /// Its lines, broken to its width; only the first piece of a line tells how it stands.
    pub rows: Vec<Line>,
}

/// The slips are not told in fewer columns of cells than this.
const LEAST: u16 = 18;
/// They are told in so many where the titles of roles leave them.
const FAIR: u16 = 25;
/// They do not ask for more than this against the titles of roles.
const WANTED: u16 = 30;
/// They never take more.
const FULL: u16 = 40;
/// On how many lines a name may stand, where there is room for it.
const NAME_LINES: usize = 2;

/// What the band needs.
pub(super) fn need(slips: &[Slip]) -> Need {
    let lines = || slips.iter().flat_map(|slip| &slip.lines);
    let widest = |most| lines().map(|line| line.lead() + wrap::narrowest(&line.text, most) + 1).max().unwrap_or(LEAST);
    let full = widest(1).clamp(LEAST, FULL);
    let least = widest(NAME_LINES).clamp(LEAST, FAIR);
    Need { least: Some(least), head: 0, reach: Reach::Near, wants: vec![full.min(WANTED)], full }
}

/// Where the line of all slips meets the box of the selected role: in the row below the one of its ways in.
pub(super) fn port(selected: Area) -> Option<Cell> {
    Some(Cell { y: selected.port_row() + 1, x: selected.x.checked_sub(1)? })
}

/// Puts the slips into their band, if they have room.
pub(super) fn place(draft: &Draft<'_, '_>, layout: &mut MapLayout) {
    let subject = draft.shapes.subject;
    let band = draft.columns.between.filter(|band| band.width >= LEAST);
    let port = layout.area(subject.focus.selected).and_then(port);
    let (Some(band), Some(port)) = (band, port) else { return };
    let rows = if layout.folded_last.is_empty() {
        layout.size.height.max(subject.window.height)
    } else {
        layout.size.height.saturating_sub(1)
    };
    for most in (1..=NAME_LINES).rev() {
        let broken: Vec<Vec<Line>> = subject.focus.slips.iter().map(|slip| break_lines(slip, band, most)).collect();
        let heights: Vec<u16> = broken.iter().map(|lines| u16::try_from(lines.len()).unwrap_or(u16::MAX)).collect();
        if let Some(tops) = tops(&heights, port.y, rows) {
            let widest = broken.iter().flatten().map(|line| line.lead() + wrap::width(&line.text)).max().unwrap_or(0);
            // A free cell behind the words, so that no line runs into them.
            let width = widest + 1;
            let x = band.x + band.width.saturating_sub(width);
            layout.slips = (broken.into_iter().zip(tops).zip(heights))
                .map(|((rows, y), height)| PlacedSlip { area: Area { x, y, width, height }, rows })
                .collect();
            let bottom = layout.slips.iter().map(|slip| slip.area.bottom()).max().unwrap_or(0);
            layout.size.height = layout.size.height.max(bottom);
            return;
        }
    }
}

/// The lines of a slip, each broken into at most `most`.
fn break_lines(slip: &Slip, band: ColumnBand, most: usize) -> Vec<Line> {
    let broken = |line: &Line| {
        let pieces = wrap::lines(&line.text, band.width.saturating_sub(line.lead() + 1), most);
        let piece = |(at, text): (usize, String)| {
            let standing = line.standing.filter(|_| at == 0);
            Line { standing, text, ..line.clone() }
        };
        pieces.into_iter().enumerate().map(piece).collect::<Vec<_>>()
    };
    slip.lines.iter().flat_map(broken).collect()
}

/// The first rows of things that are stacked below each other from row `port` on; as many of the first ones as have no
/// room there stand above the row before it, which is kept free. Nothing when there is no room for all of them.
fn tops(heights: &[u16], port: u16, rows: u16) -> Option<Vec<u16>> {
    let sum = |part: &[u16]| part.iter().fold(0_u16, |sum, &height| sum.saturating_add(height));
    let above = (0..=heights.len()).find(|&above| port.saturating_add(sum(&heights[above..])) <= rows)?;
    let mut y = port.checked_sub(1)?.checked_sub(sum(&heights[..above]))?;
    let mut tops = Vec::new();
    for (at, &height) in heights.iter().enumerate() {
        if at == above {
            y = port;
        }
        tops.push(y);
        y += height;
    }
    Some(tops)
}

#[cfg(test)]
mod tests {
    use super::tops;

    #[test]
    fn what_has_no_room_below_stands_above_the_row_of_the_ways_in() {
        assert_eq!(tops(&[2, 1, 3], 5, 20), Some(vec![5, 7, 8]));
        assert_eq!(tops(&[2, 1, 3], 5, 10), Some(vec![2, 5, 6]));
        assert_eq!(tops(&[2, 1, 3], 5, 8), Some(vec![1, 3, 5]));
        assert_eq!(tops(&[2, 1, 3], 3, 6), None);
        assert_eq!(tops(&[], 3, 6), Some(vec![]));
    }
}
