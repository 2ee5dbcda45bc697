//! Text in cells: how wide it is, cut to fit, and wrapped. Characters that combine are never torn apart.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text in at most `room` cells; one that is cut ends in `…`.
#[must_use]
pub fn fit(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    if room == 0 {
        return String::new();
    }
    let mut fitted = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        if used + grapheme.width() > room - 1 {
            break;
        }
        used += grapheme.width();
        fitted.push_str(grapheme);
    }
    let kept = fitted.trim_end().len();
    fitted.truncate(kept);
    fitted.push('…');
    fitted
}

/// The text in exactly `room` cells: cut, or filled with spaces on the right.
#[must_use]
pub fn column(text: &str, room: usize) -> String {
    let mut fitted = fit(text, room);
    let missing = room.saturating_sub(fitted.width());
    fitted.extend(std::iter::repeat_n(' ', missing));
    fitted
}

/// The text in exactly `room` cells, filled with spaces on the left.
#[must_use]
pub fn column_right(text: &str, room: usize) -> String {
    let fitted = fit(text, room);
    format!("{}{fitted}", " ".repeat(room.saturating_sub(fitted.width())))
}

/// The text in lines of at most `room` cells, broken between words where it can be. At least one line.
#[must_use]
pub fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut rest = word.to_owned();
        loop {
            let last = lines.len() - 1;
            let used = lines[last].width();
            let gap = usize::from(used > 0);
            if used + gap + rest.width() <= room {
                if gap == 1 {
                    lines[last].push(' ');
                }
                lines[last].push_str(&rest);
                break;
            }
            if used > 0 {
                lines.push(String::new());
                continue;
            }
            let (head, tail) = tear(&rest, room);
            lines[last] = head;
            if tail.is_empty() {
                break;
            }
            rest = tail;
            lines.push(String::new());
        }
    }
    lines
}

/// A word too long for a line: what fits, at the least one character, and the rest.
fn tear(word: &str, room: usize) -> (String, String) {
    let mut used = 0;
    for (at, grapheme) in word.grapheme_indices(true) {
        if at > 0 && used + grapheme.width() > room {
            return (word[..at].to_owned(), word[at..].to_owned());
        }
        used += grapheme.width();
    }
    (word.to_owned(), String::new())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::{column, fit, width, wrap};

    #[test]
    fn text_that_is_cut_says_so() {
        assert_eq!(fit("Matron", 6), "Matron");
        assert_eq!(fit("Ward manager", 8), "Ward ma…");
        assert_eq!(fit("Ward manager", 6), "Ward…");
        assert_eq!(fit("Matron", 0), "");
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(wrap("asks for a thing", 8), ["asks for", "a thing"]);
        assert_eq!(wrap("extraordinary", 5), ["extra", "ordin", "ary"]);
        assert_eq!(wrap("", 5), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_ever_wider_than_its_room(text in "\\PC{0,40}", room in 0usize..20) {
            prop_assert!(width(&fit(&text, room)) <= room);
            prop_assert_eq!(width(&column(&text, room)), room);
            for line in wrap(&text, room.max(2)) {
                prop_assert!(width(&line) <= room.max(2) || line.graphemes(true).count() == 1, "{line}");
            }
        }
    }
}
