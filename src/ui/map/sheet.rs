//! The part of the screen through which the map's canvas is seen: cells of the canvas in, cells of the screen out.

use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::app::hit::Target;
use crate::layout::viewport::Viewport;
use crate::layout::{Area, Cell, Size};
use crate::ui::canvas::Canvas;

/// A window onto the canvas of the map.
pub struct Sheet<'a, 'b> {
    canvas: &'a mut Canvas<'b>,
    window: Rect,
    viewport: Viewport,
}

impl<'a, 'b> Sheet<'a, 'b> {
    /// The sheet that shows the canvas from `viewport` on in `window`.
    pub const fn new(canvas: &'a mut Canvas<'b>, window: Rect, viewport: Viewport) -> Self {
        Self { canvas, window, viewport }
    }

    /// The canvas it is drawn on.
    pub const fn canvas(&mut self) -> &mut Canvas<'b> {
        self.canvas
    }

    const fn size(&self) -> Size {
        Size { width: self.window.width, height: self.window.height }
    }

    /// Draws one sign, if its cell is seen.
    pub fn sign(&mut self, cell: Cell, sign: char, style: Style) {
        let mut bytes = [0; 4];
        self.text(cell, sign.encode_utf8(&mut bytes), style);
    }

    /// Draws text from a cell on, as far as it is seen.
    pub fn text(&mut self, from: Cell, text: &str, style: Style) {
        let mut x = from.x;
        for grapheme in text.graphemes(true) {
            let width = u16::try_from(grapheme.width()).unwrap_or(0);
            if let Some(seen) = self.viewport.seen(Cell { y: from.y, x }, self.size()) {
                let (column, row) = (self.window.x + seen.x, self.window.y + seen.y);
                if seen.x + width <= self.window.width {
                    self.canvas.put_styled(self.window, column, row, grapheme, style);
                }
            }
            x = x.saturating_add(width);
        }
    }

    /// The part of an area that is seen, in cells of the screen.
    pub fn seen(&self, area: Area) -> Rect {
        let view = self.viewport.area(self.size());
        let (x, y) = (area.x.max(view.x), area.y.max(view.y));
        let (right, bottom) = (area.right().min(view.right()), area.bottom().min(view.bottom()));
        Rect {
            x: self.window.x + (x - view.x),
            y: self.window.y + y.saturating_sub(view.y),
            width: right.saturating_sub(x),
            height: bottom.saturating_sub(y),
        }
    }

    /// Notes that a cell belongs to what is meant, if it is seen.
    pub fn light(&mut self, cell: Cell) {
        if let Some(seen) = self.viewport.seen(cell, self.size()) {
            self.canvas.light(self.window.x + seen.x, self.window.y + seen.y);
        }
    }

    /// Notes what is said in full when the mouse is over an area of the canvas.
    pub fn tip(&mut self, area: Area, words: impl FnOnce() -> String) {
        let seen = self.seen(area);
        if !seen.is_empty() {
            self.canvas.tip(seen, words());
        }
    }

    /// Notes that an area of the canvas stands for something.
    pub fn hit(&mut self, area: Area, target: Target) {
        let seen = self.seen(area);
        if !seen.is_empty() {
            self.canvas.hit(seen, target);
        }
    }
}
