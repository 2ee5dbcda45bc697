//! The bytes that bring changed cells onto a terminal: as few of them as it takes, since they may go over a slow line.
//!
//! The cursor is always set by its place on the screen, never by steps, so that a terminal which disagrees about the
//! width of a letter is put right at the next gap. Every frame begins and ends with a plain pen.

use std::fmt::{Arguments, Write as _};

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr as _;

/// Adds to `frame` what draws these cells, each with its column and row. Underlines have the colour of their text.
pub(super) fn encode<'a>(frame: &mut String, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
    let mut encoder = Encoder { frame, pen: Pen::PLAIN, cursor: None, blanks: None };
    for (column, row, cell) in cells {
        encoder.cell((column, row), cell);
    }
    encoder.settle_blanks();
    encoder.take(Pen::PLAIN);
}

/// What letters are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    ink: Color,
    ground: Color,
    marks: Modifier,
}

impl Pen {
    const PLAIN: Self = Self { ink: Color::Reset, ground: Color::Reset, marks: Modifier::empty() };
}

/// What is seen also where there is no letter.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// From how many blanks on it is shorter to rub them out than to write them.
const MANY_BLANKS: u16 = 10;

/// Column and row, from 0.
type Place = (u16, u16);

struct Encoder<'f> {
    frame: &'f mut String,
    pen: Pen,
    /// Where the terminal writes next; nothing when that is not certain.
    cursor: Option<Place>,
    /// Blanks on the terminal's own ground that are still to be drawn: from where, and how many.
    blanks: Option<(Place, u16)>,
}

impl Encoder<'_> {
    fn cell(&mut self, place: Place, cell: &Cell) {
        let symbol = cell.symbol();
        let pen = Pen { ink: cell.fg, ground: cell.bg, marks: cell.modifier };
        let blank = symbol == " " && !pen.marks.intersects(SEEN_ON_BLANKS);
        if blank && pen.ground == Color::Reset {
            self.wait_with_blank(place);
            return;
        }
        self.settle_blanks();
        self.go(place);
        self.take(if blank { self.pen_for_blanks(pen.ground) } else { pen });
        self.frame.push_str(symbol);
        // Terminals do not agree on letters wider than one cell.
        self.cursor = (symbol.width() == 1).then_some((place.0 + 1, place.1));
    }

    fn wait_with_blank(&mut self, place: Place) {
        match &mut self.blanks {
            Some((from, count)) if (from.0 + *count, from.1) == place => *count += 1,
            _ => {
                self.settle_blanks();
                self.blanks = Some((place, 1));
            }
        }
    }

    fn settle_blanks(&mut self) {
        let Some((from, count)) = self.blanks.take() else { return };
        self.go(from);
        self.take(self.pen_for_blanks(Color::Reset));
        if count < MANY_BLANKS {
            self.frame.extend(std::iter::repeat_n(' ', count.into()));
            self.cursor = Some((from.0 + count, from.1));
        } else {
            self.write(format_args!("\x1b[{count}X")); // The cursor stays.
        }
    }

    /// A pen for blanks; the ink and most marks may stay as they are, since they are not seen.
    fn pen_for_blanks(&self, ground: Color) -> Pen {
        Pen { ground, marks: self.pen.marks - SEEN_ON_BLANKS, ..self.pen }
    }

    fn go(&mut self, place: Place) {
        let (column, row) = (place.0 + 1, place.1 + 1);
        match self.cursor {
            Some(cursor) if cursor == place => {}
            Some(cursor) if cursor.1 == place.1 => self.write(format_args!("\x1b[{column}G")),
            _ if column == 1 => self.write(format_args!("\x1b[{row}H")),
            _ => self.write(format_args!("\x1b[{row};{column}H")),
        }
        self.cursor = Some(place);
    }

    fn take(&mut self, pen: Pen) {
        if pen != self.pen {
            let (steps, afresh) = (steps(self.pen, pen), steps(Pen::PLAIN, pen));
            // A reset is written as nothing, or as a 0 before the rest.
            let afresh = if afresh.is_empty() { afresh } else { format!("0;{afresh}") };
            let shorter = if afresh.len() < steps.len() { afresh } else { steps };
            self.write(format_args!("\x1b[{shorter}m"));
            self.pen = pen;
        }
    }

    fn write(&mut self, sequence: Arguments) {
        // Writing into a text cannot fail.
        let _ = self.frame.write_fmt(sequence);
    }
}

/// Marks that one number takes off, that number, and the numbers that put them on.
const MARKS: [(u8, &[(Modifier, u8)]); 7] = [
    (22, &[(Modifier::BOLD, 1), (Modifier::DIM, 2)]),
    (23, &[(Modifier::ITALIC, 3)]),
    (24, &[(Modifier::UNDERLINED, 4)]),
    (25, &[(Modifier::SLOW_BLINK, 5), (Modifier::RAPID_BLINK, 6)]),
    (27, &[(Modifier::REVERSED, 7)]),
    (28, &[(Modifier::HIDDEN, 8)]),
    (29, &[(Modifier::CROSSED_OUT, 9)]),
];

/// The numbers that make one pen of another, joined by semicolons.
fn steps(from: Pen, to: Pen) -> String {
    let mut numbers = String::new();
    for (off, marks) in MARKS {
        let lost = marks.iter().any(|(mark, _)| (from.marks - to.marks).contains(*mark));
        if lost {
            push(&mut numbers, off);
        }
        for (_, on) in
            marks.iter().filter(|(mark, _)| to.marks.contains(*mark) && (lost || !from.marks.contains(*mark)))
        {
            push(&mut numbers, *on);
        }
    }
    if from.ink != to.ink {
        colour(&mut numbers, 30, to.ink);
    }
    if from.ground != to.ground {
        colour(&mut numbers, 40, to.ground);
    }
    numbers
}

/// Adds a colour; `base` is 30 for ink and 40 for the ground.
fn colour(numbers: &mut String, base: u8, colour: Color) {
    let named = (0..).zip(NAMED).find(|(_, named)| *named == colour).map(|(number, _)| number);
    let numbered = match colour {
        Color::Indexed(number) => Some(number),
        Color::Rgb(red, green, blue) => in_palette([red, green, blue]),
        _ => None,
    };
    let parts = match (named, numbered, colour) {
        (Some(number @ 0..=7), ..) => vec![base + number],
        (Some(number), ..) => vec![base + 60 + number - 8],
        (None, Some(number), _) => vec![base + 8, 5, number],
        (None, None, Color::Rgb(red, green, blue)) => vec![base + 8, 2, red, green, blue],
        _ => vec![base + 9],
    };
    for part in parts {
        push(numbers, part);
    }
}

/// The colours that have names, by their numbers.
const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The number of a colour that is one of the palette's 240 beyond those with names: half as long to say.
fn in_palette([red, green, blue]: [u8; 3]) -> Option<u8> {
    let level = |part: u8| (0..).zip([0, 95, 135, 175, 215, 255]).find(|(_, level)| *level == part).map(|(at, _)| at);
    let cube = || Some(16 + 36 * level(red)? + 6 * level(green)? + level(blue)?);
    let grey = red == green && green == blue && (8..=238).contains(&red) && (red - 8).is_multiple_of(10);
    if grey { Some(232 + (red - 8) / 10) } else { cube() }
}

fn push(numbers: &mut String, number: u8) {
    let joint = if numbers.is_empty() { "" } else { ";" };
    // Writing into a text cannot fail.
    let _ = write!(numbers, "{joint}{number}");
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    const WINDOW: Rect = Rect::new(0, 0, 24, 5);

    fn encoded(before: &Buffer, after: &Buffer) -> String {
        let mut frame = String::new();
        encode(&mut frame, before.diff(after).into_iter());
        frame
    }

    /// A buffer as a terminal has to show it.
    fn expected(buffer: &Buffer, column: u16, row: u16) -> String {
        let cell = &buffer[(column, row)];
        let marks = [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
        let marks = marks.map(|mark| cell.modifier.contains(mark));
        seen(cell.symbol(), (shade(cell.fg), shade(cell.bg)), marks)
    }

    fn shown(screen: &vt100::Screen, column: u16, row: u16) -> String {
        let cell = screen.cell(row, column).unwrap();
        let letter = if cell.has_contents() { cell.contents() } else { " " };
        let marks = [cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse()];
        seen(letter, (terminal_shade(cell.fgcolor()), terminal_shade(cell.bgcolor())), marks)
    }

    /// What a person sees of a cell: of a blank neither the ink, when nothing is drawn with it, nor how bold it is.
    fn seen(letter: &str, (ink, ground): (String, String), marks: [bool; 5]) -> String {
        let [bold, dim, italic, underlined, reversed] = marks;
        match letter {
            " " if !underlined && !reversed => format!("blank on {ground}"),
            _ => format!("{letter} in {ink} on {ground} {bold} {dim} {italic} {underlined} {reversed}"),
        }
    }

    fn shade(colour: Color) -> String {
        let named = NAMED.iter().position(|named| *named == colour).map(|at| u8::try_from(at).unwrap());
        match (colour, named) {
            (Color::Reset, _) => "own".to_owned(),
            (Color::Rgb(red, green, blue), _) => format!("{red} {green} {blue}"),
            (Color::Indexed(number), _) | (_, Some(number)) => terminal_shade(vt100::Color::Idx(number)),
            _ => unreachable!("{colour} has neither name nor number"),
        }
    }

    fn terminal_shade(colour: vt100::Color) -> String {
        let level = |at: u8| [0, 95, 135, 175, 215, 255][usize::from(at)];
        match colour {
            vt100::Color::Default => "own".to_owned(),
            vt100::Color::Idx(number @ 0..=15) => format!("number {number}"),
            vt100::Color::Idx(number @ 16..=231) => {
                let at = number - 16;
                format!("{} {} {}", level(at / 36), level(at / 6 % 6), level(at % 6))
            }
            vt100::Color::Idx(number) => format!("{0} {0} {0}", 8 + 10 * (number - 232)),
            vt100::Color::Rgb(red, green, blue) => format!("{red} {green} {blue}"),
        }
    }

    fn a_colour() -> impl Strategy<Value = Color> {
        let part = prop::sample::select(vec![0, 8, 18, 95, 118, 175, 255]);
        let mixed =
            (part.clone(), part.clone(), part.clone()).prop_map(|(red, green, blue)| Color::Rgb(red, green, blue));
        let grey = part.prop_map(|part| Color::Rgb(part, part, part));
        prop_oneof![
            3 => Just(Color::Reset),
            1 => prop::sample::select(NAMED.to_vec()),
            1 => any::<u8>().prop_map(Color::Indexed),
            1 => mixed,
            1 => grey,
        ]
    }

    fn a_style() -> impl Strategy<Value = Style> {
        // A terminal in the test knows bold or dim, not both; the others are judged by their numbers below.
        let weight = prop::sample::select(vec![Modifier::empty(), Modifier::BOLD, Modifier::DIM]);
        let others = prop::sample::subsequence(vec![Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED], 0..=3);
        (a_colour(), a_colour(), weight, others).prop_map(|(ink, ground, weight, others)| {
            let marks = others.into_iter().fold(weight, Modifier::union);
            Style::new().fg(ink).bg(ground).add_modifier(marks).remove_modifier(marks.complement())
        })
    }

    /// Writes pieces of text over a buffer, each somewhere and in some style.
    fn a_picture() -> impl Strategy<Value = Buffer> {
        let text = prop_oneof![3 => "[ab─é ]{1,12}", 1 => " {8,24}"];
        let piece = (0..WINDOW.width, 0..WINDOW.height, text, a_style());
        prop::collection::vec(piece, 0..16).prop_map(|pieces| {
            let mut buffer = Buffer::empty(WINDOW);
            for (column, row, text, style) in pieces {
                buffer.set_string(column, row, text, style);
            }
            buffer
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_terminal_shows_what_was_drawn_frame_after_frame(pictures in prop::collection::vec(a_picture(), 1..4)) {
            let cells = |count| NonZeroU16::new(count).unwrap();
            let mut terminal = vt100::Parser::new(cells(WINDOW.height), cells(WINDOW.width), 0);
            let mut before = Buffer::empty(WINDOW);
            for picture in pictures {
                terminal.process(encoded(&before, &picture).as_bytes());
                for row in 0..WINDOW.height {
                    let mut column = 0;
                    while column < WINDOW.width {
                        let (drawn, screen) = (expected(&picture, column, row), shown(terminal.screen(), column, row));
                        prop_assert_eq!(drawn, screen, "column {}, row {}", column, row);
                        let width = picture[(column, row)].symbol().width().max(1);
                        column += u16::try_from(width).unwrap();
                    }
                }
                before = picture;
            }
        }
    }

    fn drawn(pieces: &[(u16, u16, &str, Style)]) -> String {
        let mut buffer = Buffer::empty(WINDOW);
        for (column, row, text, style) in pieces {
            buffer.set_string(*column, *row, *text, *style);
        }
        encoded(&Buffer::empty(WINDOW), &buffer)
    }

    #[test]
    fn a_style_is_one_sequence_and_the_shorter_of_two() {
        let route = Style::new().fg(Color::Rgb(255, 175, 95)).add_modifier(Modifier::BOLD);
        let faint = Style::new().fg(Color::DarkGray);
        let frame = drawn(&[(0, 0, "ab", route), (2, 0, "cd", faint), (4, 0, "e", Style::new())]);
        assert_eq!(frame, "\x1b[1H\x1b[1;38;5;215mab\x1b[0;90mcd\x1b[me");
    }

    #[test]
    fn marks_go_one_by_one_and_those_that_one_number_takes_off_together_are_put_on_again() {
        let pen = |marks| Pen { marks, ..Pen::PLAIN };
        let all = Modifier::all();
        assert_eq!(steps(Pen::PLAIN, pen(all)), "1;2;3;4;5;6;7;8;9");
        assert_eq!(steps(pen(all), pen(all - Modifier::BOLD)), "22;2");
        assert_eq!(steps(pen(all), pen(all - Modifier::SLOW_BLINK - Modifier::HIDDEN)), "25;6;28");
        assert_eq!(steps(pen(all), pen(all)), "");
    }

    #[test]
    fn blanks_need_no_style_and_many_are_rubbed_out() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let mut before = Buffer::empty(WINDOW);
        before.set_string(0, 1, "x".repeat(24), Style::new());
        let mut after = Buffer::empty(WINDOW);
        after.set_string(0, 1, "a", bold);
        after.set_string(3, 1, "b", bold);
        assert_eq!(encoded(&before, &after), "\x1b[2H\x1b[1ma  b\x1b[20X\x1b[m");
    }
}
