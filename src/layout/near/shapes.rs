//! What shape each role has at one density, and on how many lines its title stands.

use std::collections::BTreeMap;

use crate::domain::id::RoleId;

use super::columns::NAMES;
use super::density::{Apart, Boxes, Density, Others};
use super::map::Shape;
use super::subject::Subject;
use crate::layout::details::{Details, Wording};
use crate::layout::focus::Prominence;
use crate::layout::wrap;

/// How many lines a title that is not prominent may take.
const NAME_LINES: usize = 2;

/// The shapes of one density.
pub(super) struct Shapes<'s, 'a> {
    pub subject: &'s Subject<'a>,
    pub density: Density,
    pub details: Details,
    /// Titles for which there is room for more lines than the density gives them.
    pub longer: BTreeMap<RoleId, usize>,
}

/// No title stands on more lines than this.
pub(super) const MOST_LINES: usize = 4;

impl Shapes<'_, '_> {
    /// How a role is drawn in a column of this width; nothing when it is only counted.
    pub fn shape(&self, role: RoleId, width: u16) -> Option<Shape> {
        match (self.subject.prominent.get(&role), self.density.boxes) {
            (Some(Prominence::Selected), _) => Some(Shape::Frame),
            // One word has no second line to which an edge could be seen to belong; a frame has.
            (Some(_), Boxes::Lines(_)) if self.meets_two(role) && self.is_one_word(role) => Some(Shape::Frame),
            (Some(Prominence::Marked), _)
            | (Some(_), Boxes::Lines(_))
            | (Some(Prominence::Route), Boxes::NearFramed(_)) => Some(Shape::Line),
            (Some(_), Boxes::Framed(_) | Boxes::NearFramed(_)) => Some(Shape::Frame),
            (None, _) => {
                let room = width.saturating_sub(self.pad(role, Shape::Name));
                let named = self.density.others == Others::Named && width >= NAMES;
                (named && self.subject.titles.of(role).fits(room, NAME_LINES)).then_some(Shape::Name)
            }
        }
    }

    /// What a box needs across besides its text: a frame, or a column for a mark.
    pub fn pad(&self, role: RoleId, shape: Shape) -> u16 {
        match shape {
            Shape::Frame => 2,
            Shape::Line | Shape::Name => 1 + self.indent(role, shape),
        }
    }

    /// By how many cells further lines stand further in.
    pub fn indent(&self, role: RoleId, shape: Shape) -> u16 {
        match (shape, self.density.boxes, self.density.apart) {
            (Shape::Name, ..) => 1,
            (Shape::Frame, ..) | (Shape::Line, _, Apart::Row) => 0,
            (_, Boxes::Lines(1), _) if !self.longer.contains_key(&role) => 0,
            (Shape::Line, _, Apart::Indent) => u16::from(self.is_stacked(role)),
        }
    }

    /// On how many lines a title stands.
    pub fn line_count(&self, role: RoleId, shape: Shape, width: u16) -> u16 {
        let title = self.subject.titles.of(role);
        let lines = title.lines(self.room(role, shape, width)).min(self.most(role, shape));
        let two = self.meets_two(role) && (shape == Shape::Frame || !self.is_one_word(role));
        u16::try_from(if two { lines.max(2) } else { lines }).unwrap_or(u16::MAX)
    }

    /// The lines of a title.
    pub fn lines(&self, role: RoleId, shape: Shape, width: u16) -> Vec<String> {
        let title = self.subject.titles.of(role);
        let room = self.room(role, shape, width);
        let mut lines = wrap::lines(title.text, room, self.most(role, shape));
        if self.meets_two(role) && lines.len() < 2 {
            match shape {
                Shape::Frame => lines.push(String::new()),
                Shape::Line | Shape::Name => lines = wrap::lines(title.text, title.narrowest(2).min(room), 2),
            }
        }
        lines
    }

    /// What a box is to say below its title.
    pub fn wordings(&self, role: RoleId) -> Vec<&Wording> {
        let card = self.subject.prominent.get(&role).zip(self.subject.focus.cards.get(&role));
        card.map_or(Vec::new(), |(&why, card)| self.details.of(card, why))
    }

    /// What a box says below its title, line by line, in a column of this width.
    pub fn details(&self, role: RoleId, shape: Shape, width: u16) -> Vec<String> {
        let room = self.room(role, shape, width);
        self.wordings(role).into_iter().filter_map(|line| line.fitting(room)).map(str::to_owned).collect()
    }

    /// How many lines that takes.
    pub fn detail_count(&self, role: RoleId, shape: Shape, width: u16) -> u16 {
        let room = self.room(role, shape, width);
        let fitting = self.wordings(role).into_iter().filter(|line| line.fitting(room).is_some()).count();
        u16::try_from(fitting).unwrap_or(u16::MAX)
    }

    /// Whether a title stands whole.
    pub fn is_whole(&self, role: RoleId, shape: Shape, width: u16) -> bool {
        self.subject.titles.of(role).fits(self.room(role, shape, width), self.most(role, shape))
    }

    fn room(&self, role: RoleId, shape: Shape, width: u16) -> u16 {
        width.saturating_sub(self.pad(role, shape))
    }

    fn most(&self, role: RoleId, shape: Shape) -> usize {
        let longer = self.longer.get(&role).copied().unwrap_or(0);
        match shape {
            Shape::Frame => self.density.boxes.lines().max(2).max(longer),
            Shape::Line => self.density.boxes.lines().max(longer),
            Shape::Name => NAME_LINES,
        }
    }

    fn is_one_word(&self, role: RoleId) -> bool {
        !self.subject.titles.of(role).text.contains(' ')
    }

    /// Whether lines of two sorts may meet this box, a step of the route and a way of the selected role, or a way and
    /// the line of the slips: each needs a line of its own.
    fn meets_two(&self, role: RoleId) -> bool {
        if role == self.subject.focus.selected && self.subject.between.is_some() {
            return true;
        }
        let near = self.subject.prominent.get(&role) == Some(&Prominence::Near);
        near && self.subject.focus.route.contains(&role)
    }

    /// Whether another title without a frame stands above or below a prominent one.
    fn is_stacked(&self, role: RoleId) -> bool {
        let (lane, level) = self.subject.world.order.place(role);
        let others = self.subject.of_cell(lane, level).iter().filter(|&&other| other != role);
        others.filter_map(|other| self.subject.prominent.get(other)).any(|&why| why < Prominence::Selected)
    }

    /// Whether the lines of two titles, one above the other, could be taken for one title.
    pub fn needs_row_between(&self, before: Option<(Shape, u16)>, (shape, lines): (Shape, u16)) -> bool {
        before.is_some_and(|(shape_before, lines_before)| {
            let framed = shape == Shape::Frame || shape_before == Shape::Frame;
            let names = shape == Shape::Name && shape_before == Shape::Name;
            self.density.apart == Apart::Row && !framed && !names && lines.max(lines_before) > 1
        })
    }
}
