//! The line on the map's lower frame: what is shown, what is kept back, and where the signs are explained.

use ratatui::layout::Rect;

use crate::app::Action;
use crate::app::hit::Target;
use crate::app::keymap::shown;
use crate::app::map::legend::{Part, Shown};
use crate::app::table::Place;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, Row, piece};
use crate::ui::text::width;

/// A group of pieces that belong together, at length and in brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    full: Vec<Piece>,
    brief: Vec<Piece>,
}

/// What the line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    groups: Vec<Group>,
}

impl Group {
    /// Signs as they are drawn, each with what it means behind it.
    pub(super) fn signs(signs: impl IntoIterator<Item = (Piece, &'static str)>) -> Self {
        let pieces: Vec<Piece> = signs.into_iter().flat_map(|(sign, words)| [sign, piece(Token::Dim, words)]).collect();
        Self { full: pieces.clone(), brief: pieces }
    }
}

impl From<Part> for Group {
    fn from(part: Part) -> Self {
        Self { full: vec![piece(Token::Dim, part.full)], brief: vec![piece(Token::Dim, part.brief)] }
    }
}

impl From<Shown> for Caption {
    fn from(shown: Shown) -> Self {
        Self { groups: shown.parts().into_iter().map(Group::from).collect() }
    }
}

/// What stands between two groups.
const BETWEEN: &str = " · ";

impl Caption {
    /// The line of these groups, the most important first.
    pub(super) const fn new(groups: Vec<Group>) -> Self {
        Self { groups }
    }

    /// The same line with something before all the rest.
    pub(super) fn after(mut self, part: Part) -> Self {
        self.groups.insert(0, Group::from(part));
        self
    }

    /// As much of the line as `room` columns take: groups are told in brief from the first on, then left out from the
    /// last on.
    fn fitting(&self, room: usize) -> Vec<Vec<Piece>> {
        let long = |pieces: &[Piece]| pieces.iter().map(|piece| width(&piece.text)).sum::<usize>();
        let total = |groups: &[Vec<Piece>]| groups.iter().map(|group| long(group) + width(BETWEEN)).sum::<usize>();
        let mut told: Vec<Vec<Piece>> = self.groups.iter().map(|group| group.full.clone()).collect();
        for (at, group) in self.groups.iter().enumerate() {
            if total(&told) <= room {
                break;
            }
            told[at].clone_from(&group.brief);
        }
        while total(&told) > room {
            told.pop();
        }
        told
    }

    /// Draws the line on the lower edge of a frame.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, frame: Rect) {
        let key = shown(Action::Legend, Place::Map).unwrap_or_default();
        let legend = width(&key) + width(" legend");
        // A corner, a piece of the frame and a space at either end.
        let room = usize::from(frame.width).saturating_sub(6);
        if frame.height < 2 || room < legend {
            return;
        }
        let y = frame.bottom() - 1;
        let mut told = self.fitting(room - legend);
        told.push(vec![piece(Token::Key, key), piece(Token::Dim, " legend")]);
        let row = told.join(&piece(Token::Dim, BETWEEN));
        let columns = row.iter().map(|piece| u16::try_from(width(&piece.text)).unwrap_or(0)).sum::<u16>();
        // The frame's own style would shine through.
        canvas.clear(Rect { x: frame.x + 2, y, width: columns + 2, height: 1 });
        let x = frame.x + 3;
        canvas.row(Rect { x, y, width: columns, height: 1 }, &Row::of(row));
        let legend = u16::try_from(legend).unwrap_or(0);
        canvas.hit(Rect { x: x + columns - legend, y, width: legend, height: 1 }, Target::Action(Action::Legend));
    }
}
