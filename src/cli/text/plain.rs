//! Taking the teeth out of text from outside.

use std::borrow::Cow;

/// `text` without characters that drive a terminal or turn the direction of writing: control characters become a
/// space, direction marks go.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !c.is_control() && !turns(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !turns(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect())
}

/// Whether `c` overrides the direction in which text is shown.
pub const fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_that_drives_a_terminal_is_left() {
        assert_eq!(plain("Matron"), "Matron");
        assert_eq!(plain("a\x1b[31mb\u{9b}2J\r\nc\u{202e}d\x7f"), "a [31mb 2J  cd ");
    }
}
