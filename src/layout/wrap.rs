//! How a title fits a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A title without what stands in brackets at its end: `Ward manager (sister or charge nurse)` is *Ward manager*.
#[must_use]
pub fn short(title: &str) -> &str {
    match title.find(" (") {
        Some(at) if at > 0 => title[..at].trim_end(),
        _ => title,
    }
}

/// The columns a text takes.
#[must_use]
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// `text` cut to `room` columns, with an ellipsis when something is lost.
#[must_use]
pub fn cut(text: &str, room: u16) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += width(grapheme);
        if used + 1 > room {
            break;
        }
        kept.push_str(grapheme);
    }
    let mut kept = kept.trim_end().to_owned();
    if room > 0 {
        kept.push('…');
    }
    kept
}

/// `text` broken at spaces into at most `most` lines of `room` columns; the last ends in an ellipsis when words are
/// left over. At least one line.
#[must_use]
pub fn lines(text: &str, room: u16, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined) <= room {
            line = joined;
        } else if lines.len() + 1 >= most {
            let rest = words.by_ref().fold(joined, |text, word| format!("{text} {word}"));
            line = cut(&rest, room);
        } else {
            if !line.is_empty() {
                lines.push(line);
            }
            line = cut(word, room);
        }
    }
    lines.push(line);
    lines
}

/// Whether lines show all of a text.
#[must_use]
pub fn is_whole(lines: &[String], text: &str) -> bool {
    let shown = lines.iter().flat_map(|line| line.split_whitespace());
    shown.eq(text.split_whitespace())
}

/// The fewest columns in which `text` fits `most` lines without a cut.
#[must_use]
pub fn narrowest(text: &str, most: usize) -> u16 {
    let words: Vec<u16> = text.split_whitespace().map(width).collect();
    let whole = words.iter().fold(0_u16, |sum, word| sum.saturating_add(word + 1)).saturating_sub(1);
    let longest = words.iter().copied().max().unwrap_or(0);
    (longest..whole).find(|&room| line_count(&words, room) <= most).unwrap_or(whole)
}

/// How many lines of `room` columns words of these widths take; one that is wider is cut.
#[must_use]
pub fn line_count(words: &[u16], room: u16) -> usize {
    let mut lines = 1;
    let mut used = 0;
    for &word in words {
        let joined = if used == 0 { word } else { word.saturating_add(used + 1) };
        if joined <= room {
            used = joined;
        } else {
            lines += usize::from(used > 0);
            used = word.min(room);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{cut, lines, narrowest, short, width};

    #[test]
    fn titles_break_at_words_and_say_what_is_cut() {
        assert_eq!(lines("Deputy chief nurse", 12, 2), ["Deputy chief", "nurse"]);
        assert_eq!(lines("Deputy chief nurse", 6, 2), ["Deputy", "chief…"]);
        assert_eq!(lines("Deputy chief nurse", 40, 3), ["Deputy chief nurse"]);
        assert_eq!(lines("Extraordinarily long", 8, 2), ["Extraor…", "long"]);
        assert_eq!(lines("", 8, 2), [""]);
        assert_eq!(cut("Matron", 6), "Matron");
        assert_eq!(cut("Matron", 5), "Matr…");
        assert_eq!(cut("Matron", 0), "");
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(width("看護"), 4);
        assert_eq!(cut("看護師長", 5), "看護…");
    }

    #[test]
    fn the_narrowest_width_cuts_nothing() {
        assert_eq!(narrowest("Deputy chief nurse", 2), 11);
        assert_eq!(narrowest("Deputy chief nurse", 3), 6);
        assert_eq!(narrowest("Matron", 2), 6);
    }

    #[test]
    fn brackets_at_the_end_are_left_out_of_short_titles() {
        assert_eq!(short("Ward manager (sister or charge nurse)"), "Ward manager");
        assert_eq!(short("(unnamed)"), "(unnamed)");
        assert_eq!(short("Matron"), "Matron");
    }
}
