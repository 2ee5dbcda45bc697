//! Box-drawing characters, U+2500 to U+257F, as strokes.
//!
//! A character is four arms from the middle of its cell: up, right, down, left, each absent, light, heavy or double.
//! Strokes that continue each other become one, so a border is four lines and not two hundred.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::palette::Rgb;
use super::{CELL_HEIGHT, CELL_WIDTH};

/// The arms of each character from U+2500 on, eight to a row: up, right, down, left; 0 none, 1 light, 2 heavy, 3 double.
/// A row of dashes for the three diagonals, which have no arms.
const ARMS: [&str; 16] = [
    "0101 0202 1010 2020 0101 0202 1010 2020",
    "0101 0202 1010 2020 0110 0210 0120 0220",
    "0011 0012 0021 0022 1100 1200 2100 2200",
    "1001 1002 2001 2002 1110 1210 2110 1120",
    "2120 2210 1220 2220 1011 1012 2011 1021",
    "2021 2012 1022 2022 0111 0112 0211 0212",
    "0121 0122 0221 0222 1101 1102 1201 1202",
    "2101 2102 2201 2202 1111 1112 1211 1212",
    "2111 1121 2121 2112 2211 1122 1221 2212",
    "1222 2122 2221 2222 0101 0202 1010 2020",
    "0303 3030 0310 0130 0330 0013 0031 0033",
    "1300 3100 3300 1003 3001 3003 1310 3130",
    "3330 1013 3031 3033 0313 0131 0333 1303",
    "3101 3303 1313 3131 3333 0110 0011 1001",
    "1100 ---- ---- ---- 0001 1000 0100 0010",
    "0002 2000 0200 0020 0201 1020 0102 2010",
];

/// Half the distance between the two lines of a double stroke, in points.
const HALF_GAP: i32 = 2;

/// How one arm is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arm {
    Absent,
    Light,
    Heavy,
    Double,
}

impl Arm {
    fn width(self) -> u8 {
        if self == Self::Heavy { 3 } else { 1 }
    }
}

/// The arms of a character, clockwise from the top.
fn arms(symbol: char) -> Option<[Arm; 4]> {
    let index = usize::try_from(u32::from(symbol).checked_sub(0x2500)?).ok()?;
    let digits = ARMS.get(index / 8)?.split(' ').nth(index % 8)?.as_bytes();
    let arm = |digit: u8| match digit {
        b'1' => Arm::Light,
        b'2' => Arm::Heavy,
        b'3' => Arm::Double,
        _ => Arm::Absent,
    };
    Some([arm(digits[0]), arm(digits[1]), arm(digits[2]), arm(digits[3])])
}

/// Into how many dashes a character cuts its line.
fn dashes(symbol: char) -> u8 {
    match symbol {
        '╌'..='╏' => 2,
        '┄'..='┇' => 3,
        '┈'..='┋' => 4,
        _ => 1,
    }
}

/// What a stroke is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pen {
    colour: Rgb,
    width: u8,
    dashes: u8,
    direction: Direction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    Across,
    Down,
    Curved,
}

/// Strokes of one picture.
#[derive(Debug, Default)]
pub(super) struct Strokes {
    /// Along which line (y of a stroke across, x of one down) it goes from where to where, in points.
    straight: BTreeMap<Pen, Vec<(i32, i32, i32)>>,
    curved: BTreeMap<Pen, String>,
}

impl Strokes {
    /// Adds the strokes of `symbol` in the cell at (`column`, `row`); false when it is no box-drawing character.
    pub(super) fn add(&mut self, symbol: char, (column, row): (u16, u16), colour: Rgb) -> bool {
        let Some(arms) = arms(symbol) else { return false };
        let (width, height) = (i32::from(CELL_WIDTH), i32::from(CELL_HEIGHT));
        let (left, top) = (i32::from(column) * width, i32::from(row) * height);
        if matches!(symbol, '╱' | '╲' | '╳' | '╭' | '╮' | '╯' | '╰') {
            self.curve(symbol, left, top, colour);
            return true;
        }
        let (middle_x, middle_y) = (left + width / 2, top + height / 2);
        for (side, arm) in arms.iter().enumerate().filter(|(_, arm)| **arm != Arm::Absent) {
            let direction = if upright(side) { Direction::Down } else { Direction::Across };
            let (line, centre, reach) =
                if upright(side) { (middle_x, middle_y, height / 2) } else { (middle_y, middle_x, width / 2) };
            let outward = if side == 0 || side == 3 { -1 } else { 1 };
            let pen = Pen { colour, width: arm.width(), dashes: dashes(symbol), direction };
            for (aside, start) in lines(arms, side) {
                let (from, to) = (centre + outward * start, centre + outward * reach);
                self.straight.entry(pen).or_default().push((line + aside, from.min(to), from.max(to)));
            }
        }
        true
    }

    fn curve(&mut self, symbol: char, left: i32, top: i32, colour: Rgb) {
        let (right, bottom) = (left + i32::from(CELL_WIDTH), top + i32::from(CELL_HEIGHT));
        let (x, y) = (i32::midpoint(left, right), i32::midpoint(top, bottom));
        let radius = x - left;
        let corner = |end: i32, bend: i32, side: i32| format!("M{x} {end}V{bend}Q{x} {y} {side} {y}");
        let path = match symbol {
            '╱' => format!("M{left} {bottom}L{right} {top}"),
            '╲' => format!("M{left} {top}L{right} {bottom}"),
            '╳' => format!("M{left} {bottom}L{right} {top}M{left} {top}L{right} {bottom}"),
            '╭' => corner(bottom, y + radius, right),
            '╮' => corner(bottom, y + radius, left),
            '╯' => corner(top, y - radius, left),
            _ => corner(top, y - radius, right),
        };
        let pen = Pen { colour, width: Arm::Light.width(), dashes: 1, direction: Direction::Curved };
        self.curved.entry(pen).or_default().push_str(&path);
    }

    /// Writes the strokes as SVG, one path to a pen.
    pub(super) fn write(&mut self, out: &mut String) {
        for (pen, strokes) in &mut self.straight {
            let mut path = String::new();
            for (line, from, to) in joined(strokes) {
                let _ = match pen.direction {
                    Direction::Across => write!(path, "M{from} {line}H{to}"),
                    Direction::Down | Direction::Curved => write!(path, "M{line} {from}V{to}"),
                };
            }
            write_path(out, *pen, &path);
        }
        for (pen, path) in &self.curved {
            write_path(out, *pen, path);
        }
    }
}

/// Whether the arm on this side goes up or down.
const fn upright(side: usize) -> bool {
    side == 0 || side == 2
}

/// The lines of one arm: how far aside of the middle, and how far from the centre each begins (outwards is positive).
/// One line, or two when the arm is double; they stop at, or reach across, the double lines they meet.
fn lines(arms: [Arm; 4], side: usize) -> Vec<(i32, i32)> {
    let opposite = arms[(side + 2) % 4];
    // The arms that leave towards smaller and towards greater coordinates of the other direction.
    let (before, after) = if upright(side) { (arms[3], arms[1]) } else { (arms[0], arms[2]) };
    let doubles = usize::from(before == Arm::Double) + usize::from(after == Arm::Double);
    if arms[side] != Arm::Double {
        let start = match (opposite, doubles) {
            (Arm::Absent, 2) => HALF_GAP,
            (Arm::Absent, 1) => -HALF_GAP,
            _ => 0,
        };
        return vec![(0, start)];
    }
    let start = |here: Arm, there: Arm| match (here, there, opposite) {
        (Arm::Double, _, _) => HALF_GAP,
        (_, Arm::Double, Arm::Absent) => -HALF_GAP,
        _ => 0,
    };
    vec![(-HALF_GAP, start(before, after)), (HALF_GAP, start(after, before))]
}

/// Sorts strokes and joins those that continue each other on the same line.
fn joined(strokes: &mut [(i32, i32, i32)]) -> Vec<(i32, i32, i32)> {
    strokes.sort_unstable();
    let mut long: Vec<(i32, i32, i32)> = Vec::new();
    for &(line, from, to) in strokes.iter() {
        match long.last_mut() {
            Some(last) if last.0 == line && from <= last.2 => last.2 = last.2.max(to),
            _ => long.push((line, from, to)),
        }
    }
    long
}

fn write_path(out: &mut String, pen: Pen, path: &str) {
    let _ = write!(out, r#"<path d="{path}" fill="none" stroke="{}" stroke-width="{}""#, pen.colour, pen.width);
    if pen.dashes > 1 {
        let cell = if pen.direction == Direction::Across { CELL_WIDTH } else { CELL_HEIGHT };
        let period = f64::from(cell) / f64::from(pen.dashes);
        let _ = write!(out, r#" stroke-dasharray="{:.2} {:.2}""#, period * 0.6, period * 0.4);
    } else if pen.direction != Direction::Curved {
        // Square ends fill the outer corner where two strokes meet.
        out.push_str(r#" stroke-linecap="square""#);
    }
    out.push_str("/>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    const INK: Rgb = Rgb(0xaa, 0xbb, 0xcc);

    fn drawn(rows: &[&str]) -> String {
        let mut strokes = Strokes::default();
        for (row, text) in (0..).zip(rows) {
            for (column, symbol) in (0..).zip(text.chars()) {
                strokes.add(symbol, (column, row), INK);
            }
        }
        let mut out = String::new();
        strokes.write(&mut out);
        out
    }

    #[test]
    fn a_box_is_two_strokes_across_and_two_down_that_meet() {
        let out = drawn(&["┌──┐", "│  │", "└──┘"]);
        assert!(out.contains("M5 10H35M5 50H35\""), "{out}");
        assert!(out.contains("M5 10V50M35 10V50\""), "{out}");
        assert_eq!(out.lines().count(), 2);
    }

    #[test]
    fn a_heavy_arm_is_wider_than_a_light_one() {
        let out = drawn(&["┝━"]);
        assert!(out.contains(r##"d="M5 10H20" fill="none" stroke="#aabbcc" stroke-width="3""##), "{out}");
        assert!(out.contains(r##"d="M5 0V20" fill="none" stroke="#aabbcc" stroke-width="1""##), "{out}");
    }

    #[test]
    fn double_corners_have_an_outer_and_an_inner_line() {
        let out = drawn(&["╔"]);
        assert!(out.contains("M3 8H10M7 12H10"), "{out}");
        assert!(out.contains("M3 8V20M7 12V20"), "{out}");
    }

    #[test]
    fn a_double_cross_is_open_in_the_middle() {
        let out = drawn(&["╬"]);
        assert!(out.contains("M0 8H3M7 8H10M0 12H3M7 12H10"), "{out}");
    }

    #[test]
    fn a_light_arm_stops_at_the_double_line_it_meets() {
        assert!(drawn(&["╟"]).contains("M7 10H10"));
        assert!(drawn(&["╫"]).contains("M0 10H10"));
    }

    #[test]
    fn strokes_of_two_colours_are_not_joined() {
        let mut strokes = Strokes::default();
        strokes.add('─', (0, 0), INK);
        strokes.add('─', (1, 0), Rgb(1, 1, 1));
        let mut out = String::new();
        strokes.write(&mut out);
        assert!(out.contains("M10 10H20") && out.contains("M0 10H10"), "{out}");
    }

    #[test]
    fn every_box_drawing_character_leaves_a_stroke() {
        for code in 0x2500..0x2580u32 {
            let symbol = char::from_u32(code).unwrap();
            assert!(drawn(&[&symbol.to_string()]).contains("d=\"M"), "{symbol}");
        }
        assert_eq!(drawn(&["A▀■"]), "");
    }
}
