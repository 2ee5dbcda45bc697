//! Text from outside made fit for a terminal and for comparison.

use std::borrow::Cow;

/// The text of a cell, and whether characters were taken out of it that no reader would see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned<'t> {
    /// What is left.
    pub text: Cow<'t, str>,
    /// Whether something was taken out or replaced.
    pub had_controls: bool,
}

impl Cleaned<'_> {
    /// The same, with a text of its own.
    #[must_use]
    pub fn into_owned(self) -> Cleaned<'static> {
        Cleaned { text: Cow::Owned(self.text.into_owned()), had_controls: self.had_controls }
    }
}

/// `text` without spaces around it, on one line, and without characters that steer a terminal or hide themselves.
///
/// Tabs and line ends become spaces. Other control characters become `�`, so that one sees where they were; marks that
/// turn the direction of writing and invisible characters are left out.
#[must_use]
pub fn clean(text: &str) -> Cleaned<'_> {
    // Nearly every cell. All of it is looked at, since without a way out of the loop many bytes are judged at once.
    if text.bytes().fold(true, |plain, byte| plain & (b' '..=b'~').contains(&byte)) {
        return Cleaned { text: Cow::Borrowed(text.trim_matches(' ')), had_controls: false };
    }
    let (mut had_controls, mut had_breaks) = (false, false);
    for c in text.chars().filter(|c| *c < ' ' || *c > '~') {
        match Kind::of(c) {
            Kind::Plain => {}
            Kind::Break => had_breaks = true,
            Kind::Control | Kind::Hidden => had_controls = true,
        }
    }
    if !had_controls && !had_breaks {
        return Cleaned { text: Cow::Borrowed(text.trim()), had_controls };
    }
    let one_line: String = text
        .chars()
        .filter_map(|c| match Kind::of(c) {
            Kind::Plain => Some(c),
            Kind::Break => Some(' '),
            Kind::Control => Some(char::REPLACEMENT_CHARACTER),
            Kind::Hidden => None,
        })
        .collect();
    Cleaned { text: Cow::Owned(one_line.trim().to_owned()), had_controls }
}

/// `text` in lines, each as [`clean`] leaves it, without empty lines before the first and after the last.
#[must_use]
pub fn clean_lines(text: &str) -> Cleaned<'static> {
    let mut had_controls = false;
    let mut line = |line: &str| {
        let cleaned = clean(line);
        had_controls |= cleaned.had_controls;
        cleaned.text.into_owned()
    };
    let lines: Vec<String> = text.replace("\r\n", "\n").split(['\n', '\r']).map(&mut line).collect();
    Cleaned { text: Cow::Owned(lines.join("\n").trim_matches('\n').to_owned()), had_controls }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Break,
    Control,
    Hidden,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Self::Break,
            _ if turns_writing(c) || is_invisible(c) => Self::Hidden,
            _ if c.is_control() => Self::Control,
            _ => Self::Plain,
        }
    }
}

fn turns_writing(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200D}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206A}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_steers_a_terminal_is_taken_out() {
        for (from, to) in [
            ("\u{1b}[31mred", "�[31mred"),
            ("a\u{9b}2Jb\u{7f}", "a�2Jb�"),
            ("ab\u{202E}cd\u{2066}", "abcd"),
            ("x\u{200B}y\u{FEFF}", "xy"),
            ("a\u{200D}b\u{2061}c\u{FFFA}", "abc"),
        ] {
            let cleaned = clean(from);
            assert_eq!((cleaned.text.as_ref(), cleaned.had_controls), (to, true));
        }
    }

    #[test]
    fn lines_tabs_and_spaces_around_are_ordinary() {
        for (from, to) in [(" a\u{A0}", "a"), ("a\nb\tc", "a b c"), ("\n\n", ""), ("é – £", "é – £")] {
            let cleaned = clean(from);
            assert_eq!((cleaned.text.as_ref(), cleaned.had_controls), (to, false));
        }
    }
}
