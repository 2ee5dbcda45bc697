//! The cells that changed, as one write to a frame.
//!
//! Everything of a frame is gathered and written at once between the marks of a synchronized update, so a terminal
//! never shows half of it, a panic never leaves half of it behind, and a frame in which nothing changed writes nothing.

use std::io;
use std::mem;

use crossterm::Command;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::terminal::{self, Clear};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::encoder::encode;
use super::guard;

const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";

/// A ratatui backend that writes to the terminal through the guard.
#[derive(Debug)]
pub(super) struct Painter {
    /// What of the frame the terminal does not show yet; empty when it shows all of it.
    frame: String,
    cursor: Cursor,
}

/// Where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Hidden,
    Shown,
    At(Position),
}

impl Painter {
    pub(super) const fn new() -> Self {
        Self { frame: String::new(), cursor: Cursor::Hidden }
    }

    /// The frame with its marks, when there is something in it to show.
    fn take(&mut self) -> Option<String> {
        let frame = mem::take(&mut self.frame);
        (!frame.is_empty()).then(|| [BEGIN, &frame, END].concat())
    }

    fn write(&mut self, command: impl Command) {
        // Writing into a text cannot fail.
        let _ = command.write_ansi(&mut self.frame);
    }

    /// Notes a change of the cursor; false when it is there already.
    fn moves_cursor(&mut self, to: Cursor) -> bool {
        mem::replace(&mut self.cursor, to) != to
    }
}

impl Backend for Painter {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let before = self.frame.len();
        encode(&mut self.frame, content);
        if let (true, Cursor::At(_)) = (self.frame.len() > before, self.cursor) {
            self.cursor = Cursor::Shown; // Drawing moves it.
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.moves_cursor(Cursor::Hidden) {
            self.write(Hide);
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // It comes before every `set_cursor_position`, also of a cursor that has long been where it should be.
        if self.cursor == Cursor::Hidden && self.moves_cursor(Cursor::Shown) {
            self.write(Show);
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // Asking the terminal would wait for an answer that the thread reading keys takes.
        match self.cursor {
            Cursor::At(position) => Ok(position),
            Cursor::Hidden | Cursor::Shown => Ok(Position::ORIGIN),
        }
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.moves_cursor(Cursor::At(position)) {
            self.write(MoveTo(position.x, position.y));
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.write(Clear(match region {
            ClearType::All => terminal::ClearType::All,
            ClearType::AfterCursor => terminal::ClearType::FromCursorDown,
            ClearType::BeforeCursor => terminal::ClearType::FromCursorUp,
            ClearType::CurrentLine => terminal::ClearType::CurrentLine,
            ClearType::UntilNewLine => terminal::ClearType::UntilNewLine,
        }));
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        guard::size().map(Size::from)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.take().map_or(Ok(()), |frame| guard::write(frame.as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paint(painter: &mut Painter, symbol: &'static str) {
        let cell = Cell::new(symbol);
        painter.draw([(2, 1, &cell)].into_iter()).unwrap();
    }

    #[test]
    fn a_frame_is_one_write_between_the_marks() {
        let mut painter = Painter::new();
        paint(&mut painter, "x");
        painter.hide_cursor().unwrap();
        let frame = painter.take().unwrap();
        assert!(frame.starts_with("\x1b[?2026h\x1b[2;3Hx") && frame.ends_with("\x1b[?2026l"), "{frame:?}");
    }

    #[test]
    fn a_frame_without_a_change_writes_nothing() {
        let mut painter = Painter::new();
        painter.draw([].into_iter()).unwrap();
        painter.hide_cursor().unwrap();
        assert_eq!(painter.take(), None);
    }

    #[test]
    fn a_cursor_in_a_field_is_set_again_only_when_it_moves_or_something_is_drawn() {
        let mut painter = Painter::new();
        let place = |painter: &mut Painter, column| {
            painter.show_cursor().unwrap();
            painter.set_cursor_position(Position::new(column, 0)).unwrap();
            painter.take()
        };
        assert!(place(&mut painter, 4).is_some());
        assert_eq!(place(&mut painter, 4), None);
        assert!(place(&mut painter, 5).is_some());
        paint(&mut painter, "x");
        assert!(place(&mut painter, 5).unwrap().contains("\x1b[1;6H"));
    }
}
