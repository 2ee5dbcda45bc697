//! Breaking text into lines by the width it takes up on a screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The words of `text` in lines at most `width` columns wide; a word that is wider is broken. Never empty.
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
        for cluster in word.graphemes(true) {
            if used > 0 && used + cluster.width() > width {
                lines.push(String::new());
                used = 0;
            }
            push(&mut lines, cluster);
            used += cluster.width();
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
        assert_eq!(wrap("standards-training", 10), ["standards-", "training"]);
    }

    #[test]
    fn width_is_what_the_screen_shows() {
        assert_eq!(wrap("日本 語", 4), ["日本", "語"]);
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
    }
}
