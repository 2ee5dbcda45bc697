//! The cells that changed, as one write to a frame.
//!
//! Everything of a frame is gathered and written at once between the marks of a synchronized update, so a terminal
//! never shows half of it, a panic never leaves half of it behind, and a frame in which nothing changed writes nothing.

use std::cell::RefCell;
use std::io::{self, Write};
use std::mem;
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::guard;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// A ratatui backend that writes to the terminal through the guard.
#[derive(Debug)]
pub(super) struct Painter {
    encoder: CrosstermBackend<Frame>,
    frame: Frame,
    cursor: Cursor,
    news: News,
}

/// Whether a frame holds something that the terminal does not show yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    None,
    Some,
}

/// Where the cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Hidden,
    Shown,
    At(Position),
}

/// The bytes of the frame so far.
#[derive(Debug, Clone, Default)]
struct Frame(Rc<RefCell<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(()) // A frame is written when it is whole.
    }
}

impl Painter {
    pub(super) fn new() -> Self {
        let frame = Frame::default();
        let encoder = CrosstermBackend::new(frame.clone());
        Self { encoder, frame, cursor: Cursor::Hidden, news: News::None }
    }

    /// The frame with its marks, when there is something in it to show.
    fn take(&mut self) -> Option<Vec<u8>> {
        let bytes = mem::take(&mut *self.frame.0.borrow_mut());
        (mem::replace(&mut self.news, News::None) == News::Some).then(|| [BEGIN, &bytes, END].concat())
    }

    /// Notes a change of the cursor; false when it is there already.
    fn moves_cursor(&mut self, to: Cursor) -> bool {
        let moves = self.cursor != to;
        self.cursor = to;
        if moves {
            self.news = News::Some;
        }
        moves
    }
}

impl Backend for Painter {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.news = News::Some;
        if let Cursor::At(_) = self.cursor {
            self.cursor = Cursor::Shown; // Drawing moves it.
        }
        self.encoder.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.moves_cursor(Cursor::Hidden) { self.encoder.hide_cursor() } else { Ok(()) }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // It comes before every `set_cursor_position`, also of a cursor that has long been where it should be.
        if self.cursor == Cursor::Hidden && self.moves_cursor(Cursor::Shown) {
            self.encoder.show_cursor()
        } else {
            Ok(())
        }
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
        if self.moves_cursor(Cursor::At(position)) { self.encoder.set_cursor_position(position) } else { Ok(()) }
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.news = News::Some;
        self.encoder.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        guard::size().map(Size::from)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.take().map_or(Ok(()), |frame| guard::write(&frame))
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
        let frame = String::from_utf8(painter.take().unwrap()).unwrap();
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
        assert!(String::from_utf8(place(&mut painter, 5).unwrap()).unwrap().contains("\x1b[1;6H"));
    }
}
