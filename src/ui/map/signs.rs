//! The signs of the map's lines, as box drawing or as plain ASCII.

use crate::layout::Heading;
use crate::layout::joint::{Arms, Stroke};
use crate::ui::look::GlyphSet;

/// Box drawing by arms: nine signs for each of right and down (none, light, heavy) and left within; one row for each of
/// up none, up light, up heavy.
const JOINTS: [&str; 3] = [" ╴╸╷╮┑╻┒┓╶─╾╭┬┭┎┰┱╺╼━┍┮┯┏┲┳", "╵╯┙│┤┥╽┧┪╰┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈", "╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋"];

/// The sign for lines that meet in a cell.
pub fn line(glyphs: GlyphSet, arms: Arms) -> char {
    let straight = arms.is_straight();
    let upright = arms.get(Heading::Up).is_some();
    let strongest = arms.strongest().unwrap_or(Stroke::Light);
    match glyphs {
        GlyphSet::Unicode if straight && strongest == Stroke::Broken => {
            if upright {
                '┆'
            } else {
                '┄'
            }
        }
        GlyphSet::Unicode => joint(arms),
        GlyphSet::Ascii => match (straight, upright, strongest) {
            (true, true, Stroke::Broken) => ':',
            (true, true, Stroke::Light) => '|',
            (true, false, Stroke::Broken) => '.',
            (true, false, Stroke::Light) => '-',
            (true, false, Stroke::Heavy) => '=',
            (_, _, Stroke::Heavy) => '#',
            _ => '+',
        },
    }
}

fn joint(arms: Arms) -> char {
    let weight = |heading| match arms.get(heading) {
        None => 0,
        Some(Stroke::Broken | Stroke::Light) => 1,
        Some(Stroke::Heavy) => 2,
    };
    let column = weight(Heading::Right) * 9 + weight(Heading::Down) * 3 + weight(Heading::Left);
    JOINTS[weight(Heading::Up)].chars().nth(column).unwrap_or(' ')
}

/// The arrow of an edge that arrives.
pub const fn arrow(glyphs: GlyphSet, heading: Heading, stroke: Stroke) -> char {
    match (glyphs, heading, stroke) {
        (GlyphSet::Ascii, Heading::Right, _) => '>',
        (GlyphSet::Ascii, Heading::Left, _) => '<',
        (GlyphSet::Ascii, Heading::Up, _) => '^',
        (GlyphSet::Ascii, Heading::Down, _) => 'v',
        (GlyphSet::Unicode, Heading::Right, Stroke::Heavy) => '►',
        (GlyphSet::Unicode, Heading::Left, Stroke::Heavy) => '◄',
        (GlyphSet::Unicode, Heading::Right, _) => '▸',
        (GlyphSet::Unicode, Heading::Left, _) => '◂',
        (GlyphSet::Unicode, Heading::Up, _) => '▴',
        (GlyphSet::Unicode, Heading::Down, _) => '▾',
    }
}

/// How a box is framed: corners from the top left clockwise, then across and upright, then the upright with a line
/// that leaves to the left and to the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Top left, top right, bottom right, bottom left.
    pub corners: [char; 4],
    /// The top and bottom.
    pub across: char,
    /// The sides.
    pub upright: char,
    /// The side where a light and where a heavy edge leaves to the left.
    pub leaves_left: [char; 2],
    /// The side where a light and where a heavy edge leaves to the right.
    pub leaves_right: [char; 2],
}

/// The frame of an ordinary box.
pub const fn frame(glyphs: GlyphSet) -> Frame {
    match glyphs {
        GlyphSet::Unicode => Frame {
            corners: ['┌', '┐', '┘', '└'],
            across: '─',
            upright: '│',
            leaves_left: ['┤', '┥'],
            leaves_right: ['├', '┝'],
        },
        GlyphSet::Ascii => {
            Frame { corners: ['+'; 4], across: '-', upright: '|', leaves_left: ['|'; 2], leaves_right: ['|'; 2] }
        }
    }
}

/// The frame of the selected box.
pub const fn selected_frame(glyphs: GlyphSet) -> Frame {
    match glyphs {
        GlyphSet::Unicode => Frame {
            corners: ['╔', '╗', '╝', '╚'],
            across: '═',
            upright: '║',
            leaves_left: ['╢', '╢'],
            leaves_right: ['╟', '╟'],
        },
        GlyphSet::Ascii => {
            Frame { corners: ['#'; 4], across: '=', upright: '#', leaves_left: ['#'; 2], leaves_right: ['#'; 2] }
        }
    }
}

/// A mark on a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Held now.
    Me,
    /// Wanted.
    Target,
    /// With posts in challenged organisations.
    Challenged,
    /// A step of the route; its number follows.
    Step,
}

/// The sign of a mark.
pub const fn mark(glyphs: GlyphSet, mark: Mark) -> char {
    match (glyphs, mark) {
        (GlyphSet::Unicode, Mark::Me) => '●',
        (GlyphSet::Unicode, Mark::Target) => '◎',
        (GlyphSet::Unicode, Mark::Challenged) => '◆',
        (GlyphSet::Unicode, Mark::Step) => '★',
        (GlyphSet::Ascii, Mark::Me) => '@',
        (GlyphSet::Ascii, Mark::Target) => '*',
        (GlyphSet::Ascii, Mark::Challenged) => '!',
        (GlyphSet::Ascii, Mark::Step) => '#',
    }
}

/// A piece of line from left to right.
pub fn across(glyphs: GlyphSet, stroke: Stroke) -> char {
    straight(glyphs, [Heading::Left, Heading::Right], stroke)
}

/// A piece of line from top to bottom.
pub fn upright(glyphs: GlyphSet, stroke: Stroke) -> char {
    straight(glyphs, [Heading::Up, Heading::Down], stroke)
}

fn straight(glyphs: GlyphSet, ends: [Heading; 2], stroke: Stroke) -> char {
    let mut arms = Arms::default();
    for heading in ends {
        arms.add(heading, stroke);
    }
    line(glyphs, arms)
}

/// Examples of joints: lines that part or meet.
pub const fn joined(glyphs: GlyphSet) -> &'static str {
    match glyphs {
        GlyphSet::Unicode => "┬ ├ ┼ ╭",
        GlyphSet::Ascii => "+ #",
    }
}

/// Every sign for lines that turn, part or meet.
pub fn joints(glyphs: GlyphSet) -> String {
    match glyphs {
        GlyphSet::Unicode => JOINTS.concat(),
        GlyphSet::Ascii => "+#".to_owned(),
    }
}

/// The frame of an ordinary box and that of the selected one.
pub const fn frames(glyphs: GlyphSet) -> [Frame; 2] {
    [frame(glyphs), selected_frame(glyphs)]
}

/// The sides of a frame where lines leave it.
pub fn openings(glyphs: GlyphSet) -> String {
    let sides = |frame: Frame| [frame.leaves_left, frame.leaves_right];
    frames(glyphs).into_iter().flat_map(sides).flatten().collect()
}

/// A square of families and levels in which there is no role.
pub const fn nobody(glyphs: GlyphSet) -> char {
    match glyphs {
        GlyphSet::Unicode => '·',
        GlyphSet::Ascii => '.',
    }
}

#[cfg(test)]
mod tests {
    use super::{arrow, line};
    use crate::layout::Heading;
    use crate::layout::joint::{Arms, Stroke};
    use crate::ui::look::GlyphSet;

    fn arms(list: &[(Heading, Stroke)]) -> Arms {
        let mut arms = Arms::default();
        for &(heading, stroke) in list {
            arms.add(heading, stroke);
        }
        arms
    }

    #[test]
    fn every_joint_shows_its_arms() {
        use Heading::{Down, Left, Right, Up};
        use Stroke::{Broken, Heavy, Light};
        let sign = |list: &[(Heading, Stroke)]| line(GlyphSet::Unicode, arms(list));
        assert_eq!(sign(&[(Left, Light), (Right, Light)]), '─');
        assert_eq!(sign(&[(Up, Light), (Down, Light)]), '│');
        assert_eq!(sign(&[(Down, Light), (Right, Light)]), '╭');
        assert_eq!(sign(&[(Down, Light), (Left, Light)]), '╮');
        assert_eq!(sign(&[(Up, Light), (Left, Light)]), '╯');
        assert_eq!(sign(&[(Up, Light), (Right, Light)]), '╰');
        assert_eq!(sign(&[(Left, Heavy), (Right, Heavy)]), '━');
        assert_eq!(sign(&[(Left, Heavy), (Right, Heavy), (Down, Light)]), '┯');
        assert_eq!(sign(&[(Up, Light), (Down, Light), (Left, Light)]), '┤');
        assert_eq!(sign(&[(Up, Light), (Down, Light), (Left, Light), (Right, Light)]), '┼');
        assert_eq!(sign(&[(Left, Broken), (Right, Broken)]), '┄');
        assert_eq!(sign(&[(Left, Light), (Right, Broken)]), '─');
    }

    #[test]
    fn ascii_stays_ascii() {
        for up in [None, Some(Stroke::Light), Some(Stroke::Heavy)] {
            for left in [None, Some(Stroke::Broken), Some(Stroke::Heavy)] {
                let mut arms = Arms::default();
                for (heading, stroke) in [(Heading::Up, up), (Heading::Left, left)] {
                    if let Some(stroke) = stroke {
                        arms.add(heading, stroke);
                    }
                }
                arms.add(Heading::Right, Stroke::Light);
                assert!(line(GlyphSet::Ascii, arms).is_ascii());
            }
        }
        assert!(Heading::ALL.iter().all(|&heading| arrow(GlyphSet::Ascii, heading, Stroke::Heavy).is_ascii()));
    }
}
