//! The signs of lines, as box drawing or as plain ASCII.

use crate::layout::Heading;
use crate::layout::joint::{Arms, Class, Stroke, Weight};
use crate::ui::look::GlyphSet;

/// How the lines of one sort of move are drawn. Each sign is given twice: in box drawing, in ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineSigns {
    /// From left to right.
    pub across: [char; 2],
    /// From top to bottom.
    pub upright: [char; 2],
    /// The arrow, by the way it points: up, right, down, left.
    pub arrows: [[char; 4]; 2],
    /// What the line stands for.
    pub meaning: &'static str,
}

const FULL: [[char; 4]; 2] = [['▴', '▸', '▾', '◂'], ['^', '>', 'v', '<']];
const HOLLOW: [[char; 4]; 2] = [['▵', '▹', '▿', '◃'], ['^', '>', 'v', '<']];
const LONG: [[char; 4]; 2] = [['▲', '►', '▼', '◄'], ['^', '>', 'v', '<']];

/// A step of the route.
pub const ROUTE: LineSigns =
    LineSigns { across: ['━', '#'], upright: ['┃', 'H'], arrows: LONG, meaning: "a step of your route" };
/// A move of no special sort.
pub const PLAIN: LineSigns = LineSigns {
    across: ['─', '-'],
    upright: ['│', '|'],
    arrows: FULL,
    meaning: "a move: a promotion, sideways, a way in or a secondment",
};
/// A move into management or onto a board.
pub const MANAGEMENT: LineSigns = LineSigns {
    across: ['═', '='],
    upright: ['║', '|'],
    arrows: FULL,
    meaning: "a move from clinical work into management, onto the board, or on to a non-executive seat",
};
/// A move to another sector.
pub const SECTOR: LineSigns = LineSigns {
    across: ['╌', '~'],
    upright: ['╎', ';'],
    arrows: HOLLOW,
    meaning: "a move to another sector of health and care",
};
/// A move that nobody should count on.
pub const EXCEPTIONAL: LineSigns = LineSigns {
    across: ['┈', '_'],
    upright: ['┊', ':'],
    arrows: HOLLOW,
    meaning: "an exceptional move: somebody made it, nobody should count on it",
};

/// No move: what the selected role asks for, and its posts.
pub const ASKED: LineSigns = LineSigns {
    across: ['┄', ':'],
    upright: ['┆', ':'],
    arrows: HOLLOW,
    meaning: "what the role you look at asks for, and its posts: no move",
};

/// The signs of a stroke.
#[must_use]
pub const fn signs_of(stroke: Stroke) -> &'static LineSigns {
    match (stroke.weight, stroke.class) {
        (Weight::Route, _) => &ROUTE,
        (_, Class::Plain) => &PLAIN,
        (_, Class::Management) => &MANAGEMENT,
        (_, Class::Sector) => &SECTOR,
        (_, Class::Exceptional) => &EXCEPTIONAL,
        (_, Class::Asked) => &ASKED,
    }
}

/// Of a sign that is given twice, the one that is drawn.
#[must_use]
pub const fn chosen(glyphs: GlyphSet, signs: [char; 2]) -> char {
    signs[choice(glyphs)]
}

pub(super) const fn choice(glyphs: GlyphSet) -> usize {
    match glyphs {
        GlyphSet::Unicode => 0,
        GlyphSet::Ascii => 1,
    }
}

/// Box drawing by arms: nine signs for each of right and down (none, light, heavy) and left within; one row for each of
/// up none, up light, up heavy.
const JOINTS: [&str; 3] = [" ╴╸╷╮┑╻┒┓╶─╾╭┬┭┎┰┱╺╼━┍┮┯┏┲┳", "╵╯┙│┤┥╽┧┪╰┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈", "╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋"];

/// Box drawing with double lines by arms (up 1, right 2, down 4, left 8): across double, upright double, both.
const DOUBLES: [&str; 3] = [" ╵═╘╷│╒╞═╛═╧╕╡╤╪", " ║╶╙║║╓╟╴╜─╨╖╢╥╫", " ║═╚║║╔╠═╝═╩╗╣╦╬"];

/// The sign for lines that meet in a cell.
#[must_use]
pub fn line(glyphs: GlyphSet, arms: Arms) -> char {
    if arms.is_straight() {
        let heading = if arms.get(Heading::Up).is_some() { Heading::Up } else { Heading::Left };
        let ends = [arms.get(heading), arms.get(heading.opposite())];
        if let [Some(one), Some(other)] = ends
            && (one == other || glyphs == GlyphSet::Ascii)
        {
            let signs = signs_of(one.shared(other));
            let pair = if heading.is_vertical() { signs.upright } else { signs.across };
            return pair[choice(glyphs)];
        }
    }
    match glyphs {
        GlyphSet::Unicode => double(arms).unwrap_or_else(|| joint(arms)),
        GlyphSet::Ascii if arms.count() == 3 && arms.get(Heading::Right).is_none() => '{',
        GlyphSet::Ascii if arms.count() == 3 && arms.get(Heading::Left).is_none() => '}',
        GlyphSet::Ascii if arms.count() > 2 => '+',
        GlyphSet::Ascii => match (arms.get(Heading::Up), arms.get(Heading::Left)) {
            (Some(_), Some(_)) => '\'',
            (Some(_), None) => '`',
            (None, Some(_)) => '.',
            (None, None) => ',',
        },
    }
}

/// The sign with double lines, where there are any and nothing runs in the cell that has no such sign.
fn double(arms: Arms) -> Option<char> {
    let along = |heading: Heading| {
        let mut ends = [arms.get(heading), arms.get(heading.opposite())].into_iter().flatten();
        let first = ends.next()?;
        ends.all(|other| is_double(other) == is_double(first)).then(|| is_double(first))
    };
    let route = Heading::ALL.into_iter().filter_map(|heading| arms.get(heading)).any(Stroke::is_route);
    let mixed = |heading: Heading| {
        let ends = [arms.get(heading), arms.get(heading.opposite())];
        ends.iter().flatten().count() == 2 && along(heading).is_none()
    };
    if route || mixed(Heading::Up) || mixed(Heading::Left) {
        return None;
    }
    let row = match (along(Heading::Left), along(Heading::Up)) {
        (Some(true), Some(true)) => 2,
        (Some(true), _) => 0,
        (_, Some(true)) => 1,
        _ => return None,
    };
    let bit = |(heading, bit): (Heading, usize)| if arms.get(heading).is_some() { bit } else { 0 };
    let bits: usize = Heading::ALL.into_iter().zip([1, 2, 4, 8]).map(bit).sum();
    DOUBLES[row].chars().nth(bits)
}

pub(super) fn is_double(stroke: Stroke) -> bool {
    stroke == Stroke::aside(Class::Management)
}

fn joint(arms: Arms) -> char {
    let weight = |heading| match arms.get(heading) {
        None => 0,
        Some(stroke) if stroke.is_route() => 2,
        Some(_) => 1,
    };
    let column = weight(Heading::Right) * 9 + weight(Heading::Down) * 3 + weight(Heading::Left);
    JOINTS[weight(Heading::Up)].chars().nth(column).unwrap_or(' ')
}

/// Every sign that [`line()`] and [`arrow`] may give.
#[must_use]
pub fn every_line(glyphs: GlyphSet) -> String {
    let kinds = [&ROUTE, &PLAIN, &MANAGEMENT, &SECTOR, &EXCEPTIONAL, &ASKED];
    let at = choice(glyphs);
    let straight = kinds.into_iter().flat_map(|signs| [signs.across[at], signs.upright[at]]);
    let heads = kinds.into_iter().flat_map(|signs| signs.arrows[at]);
    let bends = match glyphs {
        GlyphSet::Unicode => [JOINTS.concat(), DOUBLES.concat()].concat(),
        GlyphSet::Ascii => "+'.`,{}".to_owned(),
    };
    straight.chain(heads).chain(bends.chars()).collect()
}

/// The arrow of an edge that arrives.
#[must_use]
pub const fn arrow(glyphs: GlyphSet, heading: Heading, stroke: Stroke) -> char {
    signs_of(stroke).arrows[choice(glyphs)][heading as usize]
}

#[cfg(test)]
mod tests {
    use super::{arrow, line};
    use crate::layout::Heading;
    use crate::layout::joint::{Arms, Class, Stroke};
    use crate::ui::look::GlyphSet;

    const LIGHT: Stroke = Stroke::aside(Class::Plain);
    const DOUBLE: Stroke = Stroke::aside(Class::Management);
    const SECTOR: Stroke = Stroke::aside(Class::Sector);
    const BROKEN: Stroke = Stroke::aside(Class::Exceptional);
    const HEAVY: Stroke = Stroke::route(Class::Sector);

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
        let sign = |list: &[(Heading, Stroke)]| line(GlyphSet::Unicode, arms(list));
        assert_eq!(sign(&[(Left, LIGHT), (Right, LIGHT)]), '─');
        assert_eq!(sign(&[(Up, LIGHT), (Down, LIGHT)]), '│');
        assert_eq!(sign(&[(Down, LIGHT), (Right, LIGHT)]), '╭');
        assert_eq!(sign(&[(Down, LIGHT), (Left, LIGHT)]), '╮');
        assert_eq!(sign(&[(Up, LIGHT), (Left, LIGHT)]), '╯');
        assert_eq!(sign(&[(Up, LIGHT), (Right, LIGHT)]), '╰');
        assert_eq!(sign(&[(Left, HEAVY), (Right, HEAVY)]), '━');
        assert_eq!(sign(&[(Left, HEAVY), (Right, HEAVY), (Down, LIGHT)]), '┯');
        assert_eq!(sign(&[(Up, LIGHT), (Down, LIGHT), (Left, LIGHT)]), '┤');
        assert_eq!(sign(&[(Up, LIGHT), (Down, LIGHT), (Left, LIGHT), (Right, LIGHT)]), '┼');
        assert_eq!(sign(&[(Left, BROKEN), (Right, BROKEN)]), '┈');
        assert_eq!(sign(&[(Left, LIGHT), (Right, BROKEN)]), '─');
        assert_eq!(sign(&[(Up, LIGHT), (Down, LIGHT), (Right, DOUBLE)]), '╞');
        assert_eq!(sign(&[(Up, DOUBLE), (Right, DOUBLE)]), '╚');
        assert_eq!(sign(&[(Up, DOUBLE), (Down, LIGHT), (Right, LIGHT)]), '├');
        assert_eq!(sign(&[(Left, DOUBLE), (Right, DOUBLE), (Down, HEAVY)]), '┰');
    }

    #[test]
    fn a_line_of_two_sorts_is_a_plain_one_and_the_route_goes_first() {
        assert_eq!(SECTOR.shared(DOUBLE), LIGHT);
        assert_eq!(SECTOR.shared(SECTOR), SECTOR);
        assert_eq!(HEAVY.shared(LIGHT), HEAVY);
        assert_eq!(BROKEN.shared(HEAVY), HEAVY);
    }

    #[test]
    fn in_ascii_a_straight_line_a_corner_and_a_joint_differ() {
        use Heading::{Down, Left, Right, Up};
        for stroke in [LIGHT, DOUBLE, SECTOR, BROKEN, HEAVY] {
            let sign = |list: &[Heading]| {
                line(GlyphSet::Ascii, arms(&list.iter().map(|&heading| (heading, stroke)).collect::<Vec<_>>()))
            };
            let straight = [sign(&[Left, Right]), sign(&[Up, Down])];
            let (corner, turn) = (sign(&[Left, Down]), sign(&[Right, Up]));
            let joint = sign(&[Left, Right, Up]);
            assert!([straight[0], straight[1], corner, turn, joint].iter().all(char::is_ascii));
            assert!(!straight.contains(&corner) && !straight.contains(&turn) && !straight.contains(&joint));
            assert!(corner != turn && joint != corner && joint != turn);
            assert!(Heading::ALL.iter().all(|&heading| arrow(GlyphSet::Ascii, heading, stroke).is_ascii()));
        }
    }
}
