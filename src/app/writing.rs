//! Text of several lines that is being written: a note.
//!
//! It is laid out in lines of a fixed number of cells, so that up and down mean on the keyboard what they look like on
//! the screen, whatever the window.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::key::{Key, KeyCode};
use super::map::Handled;

/// The cells of a line.
pub const LINE: usize = 54;
/// The longest text, in bytes: several pages.
const LONGEST: usize = 8_000;

/// What has been written, and where the cursor is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Writing {
    text: String,
    /// A byte of the text, at the beginning of a character.
    cursor: usize,
}

impl Writing {
    /// Text to be changed, the cursor at its end.
    #[must_use]
    pub fn with(text: &str) -> Self {
        let text = clean(text);
        Self { cursor: text.len(), text }
    }

    /// What has been written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text in lines of at most [`LINE`] cells; at least one.
    #[must_use]
    pub fn lines(&self) -> Vec<&str> {
        lines(&self.text).into_iter().map(|line| self.text[line].trim_end_matches([' ', '\n'])).collect()
    }

    /// The line and the cell of the cursor.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let lines = lines(&self.text);
        let at = line_of(&lines, self.cursor);
        (at, self.text[lines[at].start..self.cursor].width().min(LINE))
    }

    /// Writes pasted text, the ends of its lines kept, other control characters left out.
    pub fn paste(&mut self, text: &str) {
        let text = clean(text);
        if self.text.len() + text.len() <= LONGEST {
            self.text.insert_str(self.cursor, &text);
            self.cursor += text.len();
        }
    }

    /// Does what a key does to text, if it does anything.
    pub fn press(&mut self, key: Key) -> Handled {
        match (key.code, key.ctrl) {
            (KeyCode::Enter, _) => self.paste("\n"),
            (KeyCode::Up, _) | (KeyCode::Char('p'), true) => self.go_to_line(|at| at.checked_sub(1)),
            (KeyCode::Down, _) | (KeyCode::Char('n'), true) => self.go_to_line(|at| Some(at + 1)),
            (KeyCode::Left, true) => self.cursor = self.word_before(),
            (KeyCode::Right, true) => self.cursor = self.word_after(),
            (KeyCode::Left, _) | (KeyCode::Char('b'), true) => self.cursor = self.before(),
            (KeyCode::Right, _) | (KeyCode::Char('f'), true) => self.cursor = self.after(),
            (KeyCode::Home, true) => self.cursor = 0,
            (KeyCode::End, true) => self.cursor = self.text.len(),
            (KeyCode::Home, _) | (KeyCode::Char('a'), true) => self.cursor = self.line().start,
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => self.cursor = self.end_of_line(),
            (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => self.cut(self.before()..self.cursor),
            (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => self.cut(self.cursor..self.after()),
            (KeyCode::Char('w'), true) => self.cut(self.word_before()..self.cursor),
            (KeyCode::Char('u'), true) => self.cut(self.line().start..self.cursor),
            (KeyCode::Char('k'), true) => self.cut(self.cursor..self.end_of_line()),
            _ => match key.typed().filter(|c| !c.is_control()) {
                Some(c) => self.paste(c.encode_utf8(&mut [0; 4])),
                None => return Handled::No,
            },
        }
        Handled::Yes
    }

    fn cut(&mut self, range: Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
    }

    fn before(&self) -> usize {
        let last = self.text[..self.cursor].graphemes(true).next_back();
        self.cursor - last.map_or(0, str::len)
    }

    fn after(&self) -> usize {
        let next = self.text[self.cursor..].graphemes(true).next();
        self.cursor + next.map_or(0, str::len)
    }

    fn word_before(&self) -> usize {
        let mut words = self.text[..self.cursor].split_word_bound_indices();
        words.rfind(|(_, word)| !word.trim().is_empty()).map_or(0, |(at, _)| at)
    }

    fn word_after(&self) -> usize {
        let rest = &self.text[self.cursor..];
        let mut words = rest.split_word_bound_indices().filter(|(_, word)| !word.trim().is_empty());
        words.next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }

    fn line(&self) -> Range<usize> {
        let lines = lines(&self.text);
        lines[line_of(&lines, self.cursor)].clone()
    }

    /// Behind the last character of the line that is not a space at its break.
    fn end_of_line(&self) -> usize {
        let line = self.line();
        let seen = self.text[line.clone()].trim_end_matches('\n');
        let is_last = line.end == self.text.len() || self.text[line.clone()].ends_with('\n');
        line.start + if is_last { seen.len() } else { seen.trim_end_matches(' ').len() }
    }

    /// To about the same cell of another line.
    fn go_to_line(&mut self, other: impl FnOnce(usize) -> Option<usize>) {
        let (at, cell) = self.cursor();
        let lines = lines(&self.text);
        let Some(line) = other(at).and_then(|to| lines.get(to).cloned()) else { return };
        let seen = self.text[line.clone()].trim_end_matches([' ', '\n']);
        let mut used = 0;
        let reached = seen.grapheme_indices(true).find(|(_, letter)| {
            used += letter.width();
            used > cell
        });
        self.cursor = line.start + reached.map_or(seen.len(), |(at, _)| at);
    }
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// The line that a byte stands in; at the break of a line, the one that begins there.
fn line_of(lines: &[Range<usize>], byte: usize) -> usize {
    lines.iter().rposition(|line| line.start <= byte).unwrap_or(0)
}

/// Where the lines are: each is broken behind its last space that fits, or where it is full. Always one at least, and an
/// empty one behind a line that ends the text.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used, mut space) = (0, 0, None);
    for (at, letter) in text.grapheme_indices(true) {
        let end = at + letter.len();
        if letter == "\n" {
            lines.push(start..end);
            (start, used, space) = (end, 0, None);
            continue;
        }
        if letter == " " {
            // Spaces at the end of a line may stand beyond it: they are not seen.
            space = Some(end);
            used += 1;
            continue;
        }
        if used + letter.width() > LINE && at > start {
            let broken = space.filter(|space| *space > start).unwrap_or(at);
            lines.push(start..broken);
            (start, used, space) = (broken, text[broken..at].width(), None);
        }
        used += letter.width();
    }
    lines.push(start..text.len());
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::{LINE, Writing};
    use crate::app::Key;

    fn written(text: &str, keys: &str) -> Writing {
        let mut writing = Writing::with(text);
        for key in Key::parse_all(keys).expect("keys") {
            writing.press(key);
        }
        writing
    }

    #[test]
    fn lines_are_broken_between_words_and_where_somebody_broke_them() {
        let long = format!("{} end", "word ".repeat(11).trim_end());
        assert_eq!(Writing::with(&long).lines(), [&long[..54], "end"]);
        assert_eq!(Writing::with("one\n\ntwo\n").lines(), ["one", "", "two", ""]);
        assert_eq!(Writing::with("").lines(), [""]);
        let torn = "x".repeat(60);
        assert_eq!(Writing::with(&torn).lines(), [&torn[..54], &torn[54..]]);
    }

    #[test]
    fn keys_do_what_they_do_in_any_text() {
        assert_eq!(written("", "Led<enter>two teams").text(), "Led\ntwo teams");
        assert_eq!(written("one two", "<ctrl+w>2").text(), "one 2");
        assert_eq!(written("one\ntwo", "<up><home>X<down><end>Y").text(), "Xone\ntwoY");
        assert_eq!(written("one\ntwo", "<up><ctrl+k>!").text(), "one!\ntwo");
        assert_eq!(written("one\ntwo", "<home><backspace> ").text(), "one two");
        assert_eq!(written("one two", "<ctrl+left><left><delete>-").text(), "one-two");
        assert_eq!(written("e\u{301}a", "<left><backspace>").text(), "a");
    }

    #[test]
    fn what_is_pasted_keeps_its_lines_and_presses_no_keys() {
        let mut writing = Writing::with("");
        writing.paste("one\n\u{1b}[31mtwo\u{7}");
        assert_eq!(writing.text(), "one\n[31mtwo");
        writing.paste(&"x".repeat(10_000));
        assert_eq!(writing.text(), "one\n[31mtwo", "far too much is not taken");
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_the_cursor_is_always_in_the_text(
            text in "[a-z é\u{4e2d}\n]{0,200}",
            keys in proptest::collection::vec(
                proptest::sample::select(vec!["<up>", "<down>", "<left>", "<right>", "<home>", "<end>", "<enter>",
                    "<backspace>", "<delete>", "<ctrl+w>", "<ctrl+u>", "<ctrl+k>", "<ctrl+left>", "<ctrl+right>", "é", " "]),
                0..30,
            ),
        ) {
            let mut writing = Writing::with(&text);
            for key in keys {
                writing.press(Key::parse_all(key).expect("a key")[0]);
                let (line, cell) = writing.cursor();
                prop_assert!(line < writing.lines().len() && cell <= LINE);
            }
            for line in writing.lines() {
                prop_assert!(line.width() <= LINE, "{line:?}");
            }
        }
    }
}
