//! The letters of handouts: `DejaVu` Sans Condensed, embedded, so that a PDF looks the same everywhere and text can be
//! measured without a screen.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider as _, charmap::Charmap};

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// For text.
    Plain,
    /// For headings and heads of columns.
    Bold,
}

/// A font file and what is looked up in it.
pub(super) struct Face {
    /// The file.
    pub(super) bytes: &'static [u8],
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    units: f32,
}

static PLAIN: LazyLock<Face> =
    LazyLock::new(|| Face::read(include_bytes!("../../assets/fonts/DejaVuSansCondensed.ttf")));
static BOLD: LazyLock<Face> =
    LazyLock::new(|| Face::read(include_bytes!("../../assets/fonts/DejaVuSansCondensed-Bold.ttf")));

/// What stands for a letter that the font lacks.
const NO_LETTER: char = '□';

/// The face of this weight.
pub(super) fn face(weight: Weight) -> &'static Face {
    match weight {
        Weight::Plain => &PLAIN,
        Weight::Bold => &BOLD,
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("the embedded font can be read");
        let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        Self {
            bytes,
            letters: font.charmap(),
            widths: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            units: f32::from(units),
        }
    }

    /// The shape of a letter, and its width where letters are one unit high.
    pub(super) fn letter(&self, c: char) -> (u32, f32) {
        let found = self.letters.map(c).filter(|glyph| *glyph != GlyphId::NOTDEF);
        let glyph = found.or_else(|| self.letters.map(NO_LETTER)).unwrap_or(GlyphId::NOTDEF);
        (glyph.to_u32(), self.widths.advance_width(glyph).unwrap_or(0.0) / self.units)
    }

    /// How wide text of this size is.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.letter(c).1).sum::<f32>() * size
    }

    /// The text in lines no wider than `room`; words that are wider are broken.
    pub(super) fn lines(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in words(text) {
            let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&joined, size) <= room {
                line = joined;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = self.broken(word, size, room, &mut lines);
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Breaks a word until the rest fits, after a sign between its parts where there is one; gives the rest.
    fn broken(&self, word: &str, size: f32, room: f32, lines: &mut Vec<String>) -> String {
        let mut rest = word;
        while self.width(rest, size) > room {
            let mut fits = 0;
            let mut seam = 0;
            let mut used = 0.0;
            for (at, c) in rest.char_indices() {
                used += self.letter(c).1 * size;
                if used > room && at > 0 {
                    break;
                }
                fits = at + c.len_utf8();
                if matches!(c, '/' | '-' | '.' | '_' | '?' | '&' | '=') {
                    seam = fits;
                }
            }
            let cut = if seam * 2 > fits { seam } else { fits };
            if cut >= rest.len() {
                break;
            }
            lines.push(rest[..cut].to_owned());
            rest = &rest[cut..];
        }
        rest.to_owned()
    }
}

/// The words of a text: what no line is broken in. A day is one word, as its parts are held together by spaces that do not
/// break.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && c != '\u{A0}').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Weight, face};

    #[test]
    fn lines_are_no_wider_than_their_room() {
        let plain = face(Weight::Plain);
        let text = "Head of nursing https://www.england.nhs.uk/a/very/long/address-that-no-line-can-hold/2026/11 end";
        let lines = plain.lines(text, 10.0, 120.0);
        assert!(lines.iter().all(|line| plain.width(line, 10.0) <= 120.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        assert_eq!(plain.lines("", 10.0, 120.0), [""]);
        assert_eq!(plain.lines("wide", 10.0, 0.1).concat(), "wide");
    }

    #[test]
    fn letters_the_app_uses_are_there_and_bold_is_wider() {
        for c in "£–·→◆é’≥□Żß".chars() {
            assert_ne!(face(Weight::Plain).letter(c).0, 0, "{c}");
        }
        assert!(face(Weight::Bold).width("Matron", 10.0) > face(Weight::Plain).width("Matron", 10.0));
        assert_eq!(face(Weight::Plain).letter('🎓').0, face(Weight::Plain).letter('□').0);
    }
}
