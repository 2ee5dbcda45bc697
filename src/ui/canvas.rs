//! The sheet everything is drawn on: clips what does not fit and remembers what was drawn where.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::look::{Look, Token};
use crate::app::hit::{Cells, Hit, HitMap, Pane, Seen, Target};

/// A buffer, a look and the growing record of what was drawn where.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    look: &'a Look,
    hits: HitMap,
}

impl<'a> Canvas<'a> {
    /// A canvas over a buffer.
    #[must_use]
    pub fn new(buffer: &'a mut Buffer, look: &'a Look) -> Self {
        Self { buffer, look, hits: HitMap::default() }
    }

    /// The whole window.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// The look that is drawn with.
    #[must_use]
    pub const fn look(&self) -> &'a Look {
        self.look
    }

    /// The buffer itself, for whoever draws single cells; stay inside [`Canvas::area`].
    pub const fn buffer(&mut self) -> &mut Buffer {
        self.buffer
    }

    /// Writes text at a cell, cut at the right edge of `within`; nothing outside `within` is touched.
    pub fn put(&mut self, within: Rect, x: u16, y: u16, text: &str, token: Token) {
        self.put_styled(within, x, y, text, self.look.style(token));
    }

    /// As [`Canvas::put`], with a style put together from several tokens.
    pub fn put_styled(&mut self, within: Rect, x: u16, y: u16, text: &str, style: Style) {
        let within = within.intersection(self.buffer.area);
        if x < within.left() || x >= within.right() || y < within.top() || y >= within.bottom() {
            return;
        }
        self.buffer.set_stringn(x, y, text, usize::from(within.right() - x), style);
    }

    /// Notes that an area stands for something.
    pub fn hit(&mut self, area: Rect, target: Target) {
        let area = area.intersection(self.buffer.area);
        if !area.is_empty() {
            let cells = Cells { x: area.x, y: area.y, width: area.width, height: area.height };
            self.hits.hits.push(Hit { cells, target });
        }
    }

    /// Notes how much of a pane's content is seen.
    pub fn seen(&mut self, pane: Pane, offset: usize, height: usize, lines: usize) {
        self.hits.seen.push(Seen { pane, offset, height, lines });
    }

    /// What was drawn where.
    #[must_use]
    pub fn into_hits(self) -> HitMap {
        self.hits
    }
}
