//! The window on the screen through which the whole map is seen.

use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::hit::Target;
use crate::layout::whole::lines::Place;
use crate::layout::whole::origin::Window;
use crate::layout::wrap;
use crate::ui::canvas::Canvas;

/// Cells of the map in, cells of the screen out.
pub struct Pane<'a, 'b> {
    canvas: &'a mut Canvas<'b>,
    area: Rect,
    window: Window,
}

impl<'a, 'b> Pane<'a, 'b> {
    /// Shows `window` of the map in `area` of the screen.
    pub const fn new(canvas: &'a mut Canvas<'b>, area: Rect, window: Window) -> Self {
        Self { canvas, area, window }
    }

    /// The canvas it is drawn on.
    pub const fn canvas(&mut self) -> &mut Canvas<'b> {
        self.canvas
    }

    /// The part of the map that is seen.
    pub const fn window(&self) -> Window {
        self.window
    }

    /// Draws text from a cell of the map on, as far as it is seen.
    pub fn text(&mut self, from: Place, text: &str, style: Style) {
        let Some(y) = self.y(from.row) else { return };
        let mut x = from.x;
        let mut rest = text;
        while x < self.window.x {
            let Some(first) = rest.graphemes(true).next() else { return };
            x += wrap::width(first);
            rest = &rest[first.len()..];
        }
        if x < self.window.right() {
            self.canvas.put_styled(self.area, self.area.x + (x - self.window.x), y, rest, style);
        }
    }

    /// Draws one sign, if its cell is seen.
    pub fn sign(&mut self, at: Place, sign: char, style: Style) {
        self.text(at, sign.encode_utf8(&mut [0; 4]), style);
    }

    /// Notes that cells of a row stand for something.
    pub fn hit(&mut self, from: Place, after: u16, target: Target) {
        let (x, right) = (from.x.max(self.window.x), after.min(self.window.right()));
        if let Some(y) = self.y(from.row).filter(|_| x < right) {
            let area = Rect { x: self.area.x + (x - self.window.x), y, width: right - x, height: 1 };
            self.canvas.hit(area, target);
        }
    }

    fn y(&self, row: u32) -> Option<u16> {
        let down = row.checked_sub(self.window.y).filter(|&down| down < u32::from(self.window.height))?;
        Some(self.area.y + u16::try_from(down).ok()?)
    }
}
