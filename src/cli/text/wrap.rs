//! Breaking text into lines by the width it takes up on a screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The words of `text` in lines at most `width` columns wide; a word that is wider is broken, at its hyphens if that will
/// do. Never empty.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let wide = word.width();
        if used > 0 && used + 1 + wide <= width {
            push(&mut lines, " ");
            push(&mut lines, word);
            used += 1 + wide;
            continue;
        }
        if used > 0 {
            lines.push(String::new());
        }
        used = 0;
        for part in word.split_inclusive('-') {
            let breaks = used > 0 && used + part.width() > width;
            let units = if part.width() <= width { vec![part] } else { part.graphemes(true).collect() };
            for (at, unit) in units.into_iter().enumerate() {
                if (at == 0 && breaks) || used + unit.width() > width {
                    if used > 0 {
                        lines.push(String::new());
                    }
                    used = 0;
                }
                push(&mut lines, unit);
                used += unit.width();
            }
        }
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn words_stay_whole_while_they_fit() {
        assert_eq!(wrap("head of nursing, surgery", 10), ["head of", "nursing,", "surgery"]);
        assert_eq!(wrap("", 10), [""]);
        assert_eq!(wrap("standards-training", 12), ["standards-", "training"]);
        assert_eq!(wrap("a-standards-training", 6), ["a-", "standa", "rds-", "traini", "ng"]);
    }

    #[test]
    fn width_is_what_the_screen_shows() {
        assert_eq!(wrap("日本 語", 4), ["日本", "語"]);
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
    }
}
