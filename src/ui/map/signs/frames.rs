//! The frames of boxes, and the words on them.

use super::lines::is_double;
use crate::domain::career_move::{Move, MoveKind, Usual};
use crate::layout::Heading;
use crate::layout::joint::Stroke;
use crate::ui::look::GlyphSet;

/// How a box is framed: corners from the top left clockwise, then across and upright, then the upright with a line that
/// leaves to the left and to the right (a light one, a double one, one of the route).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Top left, top right, bottom right, bottom left.
    pub corners: [char; 4],
    /// The top and bottom.
    pub across: char,
    /// The sides.
    pub upright: char,
    /// The side where an edge leaves to the left.
    pub leaves_left: [char; 3],
    /// The side where an edge leaves to the right.
    pub leaves_right: [char; 3],
}

impl Frame {
    /// The side where an edge leaves.
    #[must_use]
    pub fn leaves(&self, heading: Heading, stroke: Stroke) -> char {
        let signs = if heading == Heading::Left { self.leaves_left } else { self.leaves_right };
        match stroke {
            _ if stroke.is_route() => signs[2],
            _ if is_double(stroke) => signs[1],
            _ => signs[0],
        }
    }
}

/// Every sign of the frames of boxes.
#[must_use]
pub fn every_frame(glyphs: GlyphSet) -> String {
    let signs = |frame: Frame| {
        let sides = frame.leaves_left.into_iter().chain(frame.leaves_right);
        frame.corners.into_iter().chain([frame.across, frame.upright]).chain(sides).collect::<String>()
    };
    [frame(glyphs), route_frame(glyphs), selected_frame(glyphs)].map(signs).concat()
}

/// The frame of an ordinary box.
#[must_use]
pub const fn frame(glyphs: GlyphSet) -> Frame {
    match glyphs {
        GlyphSet::Unicode => Frame {
            corners: ['┌', '┐', '┘', '└'],
            across: '─',
            upright: '│',
            leaves_left: ['┤', '╡', '┥'],
            leaves_right: ['├', '╞', '┝'],
        },
        GlyphSet::Ascii => {
            Frame { corners: ['+'; 4], across: '-', upright: '|', leaves_left: ['|'; 3], leaves_right: ['|'; 3] }
        }
    }
}

/// The frame of a box on the route.
#[must_use]
pub const fn route_frame(glyphs: GlyphSet) -> Frame {
    match glyphs {
        GlyphSet::Unicode => Frame {
            corners: ['┏', '┓', '┛', '┗'],
            across: '━',
            upright: '┃',
            leaves_left: ['┨', '┨', '┫'],
            leaves_right: ['┠', '┠', '┣'],
        },
        GlyphSet::Ascii => {
            Frame { corners: ['#'; 4], across: '#', upright: '#', leaves_left: ['#'; 3], leaves_right: ['#'; 3] }
        }
    }
}

/// The frame of the selected box.
#[must_use]
pub const fn selected_frame(glyphs: GlyphSet) -> Frame {
    match glyphs {
        GlyphSet::Unicode => Frame {
            corners: ['╔', '╗', '╝', '╚'],
            across: '═',
            upright: '║',
            leaves_left: ['╢', '╣', '╢'],
            leaves_right: ['╟', '╠', '╟'],
        },
        GlyphSet::Ascii => {
            Frame { corners: ['+'; 4], across: '=', upright: '|', leaves_left: ['|'; 3], leaves_right: ['|'; 3] }
        }
    }
}

/// What sort of step a move is, in a word that fits on the frame of a box.
#[must_use]
pub fn kind_word(way: &Move) -> Option<&'static str> {
    if way.usual == Usual::Exceptional {
        return Some("exceptional");
    }
    match way.kind {
        MoveKind::Promotion => Some("promotion"),
        MoveKind::Lateral => Some("sideways"),
        MoveKind::CrossSector => Some("other sector"),
        MoveKind::Entry => Some("a way in"),
        MoveKind::ClinicalToManagement => Some("management"),
        MoveKind::ManagementToBoard => Some("the board"),
        MoveKind::ExecutiveToNonExecutive => Some("non-executive"),
        MoveKind::Secondment => Some("secondment"),
        MoveKind::Other(_) => None,
    }
}
