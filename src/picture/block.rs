//! Block characters, U+2580 to U+259F, and braille signs, U+2800 to U+28FF, as rectangles.

use std::fmt::Write as _;

use super::palette::Rgb;
use super::{CELL_HEIGHT, CELL_WIDTH};

/// A rectangle inside a cell, in eighths of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    x: u16,
    y: u16,
    width: u16,
    height: u16,
}

/// What a block character fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fill {
    /// These parts of the cell, wholly.
    Parts(Vec<Part>),
    /// The whole cell, by so many percent.
    Shade(u8),
}

/// What `symbol` fills, when it is a block character.
pub(super) fn fill(symbol: char) -> Option<Fill> {
    let code = u16::try_from(u32::from(symbol)).ok()?;
    let part = |x, y, width, height| Some(Fill::Parts(vec![Part { x, y, width, height }]));
    match code {
        0x2580 => part(0, 0, 8, 4),
        0x2581..=0x2588 => part(0, 8 - (code - 0x2580), 8, code - 0x2580),
        0x2589..=0x258F => part(0, 0, 8 - (code - 0x2588), 8),
        0x2590 => part(4, 0, 4, 8),
        0x2591 => Some(Fill::Shade(25)),
        0x2592 => Some(Fill::Shade(50)),
        0x2593 => Some(Fill::Shade(75)),
        0x2594 => part(0, 0, 8, 1),
        0x2595 => part(7, 0, 1, 8),
        0x2596..=0x259F => Some(Fill::Parts(quadrants(symbol))),
        0x2800..=0x28FF => Some(Fill::Parts(dots(code - 0x2800))),
        _ => None,
    }
}

/// The quarters that a quadrant character fills.
fn quadrants(symbol: char) -> Vec<Part> {
    let (upper_left, upper_right, lower_left, lower_right) = ((0, 0), (4, 0), (0, 4), (4, 4));
    let filled: &[(u16, u16)] = match symbol {
        '▖' => &[lower_left],
        '▗' => &[lower_right],
        '▘' => &[upper_left],
        '▙' => &[upper_left, lower_left, lower_right],
        '▚' => &[upper_left, lower_right],
        '▛' => &[upper_left, upper_right, lower_left],
        '▜' => &[upper_left, upper_right, lower_right],
        '▝' => &[upper_right],
        '▞' => &[upper_right, lower_left],
        _ => &[upper_right, lower_left, lower_right],
    };
    filled.iter().map(|&(x, y)| Part { x, y, width: 4, height: 4 }).collect()
}

/// The dots of a braille sign: one bit each, the lowest row last as it came last.
fn dots(bits: u16) -> Vec<Part> {
    let places = [(1, 0), (1, 2), (1, 4), (5, 0), (5, 2), (5, 4), (1, 6), (5, 6)];
    let set = places.into_iter().enumerate().filter(|(bit, _)| bits & (1 << bit) != 0);
    set.map(|(_, (x, y))| Part { x, y, width: 2, height: 1 }).collect()
}

/// Rectangles of one picture, those that touch in a row joined.
#[derive(Debug, Default)]
pub(super) struct Blocks(Vec<Block>);

/// In eighths of a cell from the upper left of the screen.
#[derive(Debug, PartialEq, Eq)]
struct Block {
    x: u32,
    y: u32,
    width: u32,
    height: u32,
    colour: Rgb,
}

impl Blocks {
    /// Adds what `symbol` fills in the cell at (`column`, `row`); false when it is no block character.
    pub(super) fn add(&mut self, symbol: char, (column, row): (u16, u16), (ink, paper): (Rgb, Rgb)) -> bool {
        let (parts, colour) = match fill(symbol) {
            None => return false,
            Some(Fill::Parts(parts)) => (parts, ink),
            Some(Fill::Shade(percent)) => (vec![Part { x: 0, y: 0, width: 8, height: 8 }], ink.over(paper, percent)),
        };
        for part in parts {
            self.push(&Block {
                x: u32::from(column) * 8 + u32::from(part.x),
                y: u32::from(row) * 8 + u32::from(part.y),
                width: u32::from(part.width),
                height: u32::from(part.height),
                colour,
            });
        }
        true
    }

    fn push(&mut self, block: &Block) {
        if let Some(last) = self.0.last_mut()
            && (last.y, last.height, last.colour) == (block.y, block.height, block.colour)
            && last.x + last.width == block.x
        {
            last.width += block.width;
            return;
        }
        self.0.push(Block { ..*block });
    }

    /// Writes the rectangles as SVG.
    pub(super) fn write(&self, out: &mut String) {
        let across = |eighths: u32| f64::from(eighths) * f64::from(CELL_WIDTH) / 8.0;
        let down = |eighths: u32| f64::from(eighths) * f64::from(CELL_HEIGHT) / 8.0;
        for block in &self.0 {
            let _ = writeln!(
                out,
                r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>"#,
                across(block.x),
                down(block.y),
                across(block.width),
                down(block.height),
                block.colour
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_of_blocks_is_one_rectangle_and_its_end_another() {
        let mut blocks = Blocks::default();
        let colours = (Rgb(1, 2, 3), Rgb(0, 0, 0));
        for (column, symbol) in "███▌".chars().enumerate() {
            assert!(blocks.add(symbol, (u16::try_from(column).unwrap(), 1), colours));
        }
        let mut out = String::new();
        blocks.write(&mut out);
        assert_eq!(out, "<rect x=\"0\" y=\"20\" width=\"35\" height=\"20\" fill=\"#010203\"/>\n");
    }

    #[test]
    fn every_block_character_fills_something_and_its_neighbours_do_not() {
        for code in 0x2580..=0x259Fu32 {
            let symbol = char::from_u32(code).unwrap();
            assert!(fill(symbol).is_some(), "{symbol}");
        }
        assert_eq!(fill('⠁'), Some(Fill::Parts(vec![Part { x: 1, y: 0, width: 2, height: 1 }])));
        assert_eq!(fill('⣿').map(|fill| fill == Fill::Parts(dots(0xFF))), Some(true));
        assert_eq!(fill('■'), None);
        assert_eq!(fill('╿'), None);
        assert_eq!(fill('▇'), Some(Fill::Parts(vec![Part { x: 0, y: 1, width: 8, height: 7 }])));
    }
}
