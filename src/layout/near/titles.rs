//! The titles of roles, measured once for all the drafts of a picture.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::layout::wrap;

/// How wide the words of a title are.
#[derive(Debug)]
pub(super) struct Title<'a> {
    /// The title without what stands in brackets.
    pub text: &'a str,
    words: Vec<u16>,
    longest: u16,
    /// Its width on one line.
    pub width: u16,
}

impl<'a> Title<'a> {
    fn of(text: &'a str) -> Self {
        let words: Vec<u16> = text.split_whitespace().map(wrap::width).collect();
        let width = words.iter().fold(0_u16, |sum, word| sum.saturating_add(word.saturating_add(1))).saturating_sub(1);
        Self { text, longest: words.iter().copied().max().unwrap_or(0), words, width }
    }

    /// On how many lines of `room` columns it stands.
    pub fn lines(&self, room: u16) -> usize {
        wrap::line_count(&self.words, room)
    }

    /// Whether it stands whole on at most `most` lines of `room` columns.
    pub fn fits(&self, room: u16, most: usize) -> bool {
        self.longest <= room && self.lines(room) <= most
    }

    /// The fewest columns in which it stands whole on at most `most` lines.
    pub fn narrowest(&self, most: usize) -> u16 {
        (self.longest..self.width).find(|&room| self.lines(room) <= most).unwrap_or(self.width)
    }
}

/// The titles of a pack's roles, each measured when it is first asked for.
pub(super) struct Titles<'a> {
    pack: &'a Pack,
    known: RefCell<BTreeMap<RoleId, Rc<Title<'a>>>>,
}

impl<'a> Titles<'a> {
    pub const fn new(pack: &'a Pack) -> Self {
        Self { pack, known: RefCell::new(BTreeMap::new()) }
    }

    /// The title of a role.
    pub fn of(&self, role: RoleId) -> Rc<Title<'a>> {
        let mut known = self.known.borrow_mut();
        let title = known.entry(role).or_insert_with(|| Rc::new(Title::of(wrap::short(&self.pack.role(role).title))));
        Rc::clone(title)
    }
}
