//! A screen of cells as one SVG.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use super::block::Blocks;
use super::ink::Ink;
use super::palette::{Palette, Rgb};
use super::stroke::Strokes;
use super::{CELL_HEIGHT, CELL_WIDTH, MARGIN};

/// At this size the font in `assets/fonts` is exactly one cell wide.
const FONT_SIZE: &str = "16.61";
/// Where letters stand, in tenths of points below the top of their cell.
const BASELINE_TENTHS: u32 = 155;

/// A screen as an SVG with a title and a description for those who do not see it.
///
/// The same cells, palette and words give the same bytes. A cell is ten points wide and twenty high, and there are ten
/// points of room around the screen.
#[must_use]
pub fn svg(buffer: &Buffer, palette: &Palette, title: &str, desc: &str) -> String {
    let mut drawing = Drawing::default();
    for row in 0..buffer.area.height {
        drawing.row(&Row::read(buffer, row, palette), palette.background);
    }
    let (columns, rows) = (u32::from(buffer.area.width), u32::from(buffer.area.height));
    let width = columns * u32::from(CELL_WIDTH) + 2 * u32::from(MARGIN);
    let height = rows * u32::from(CELL_HEIGHT) + 2 * u32::from(MARGIN);
    let mut out = String::with_capacity(64 * 1024);
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">"#
    );
    let _ = writeln!(out, "<title>{}</title>", escaped(title));
    let _ = writeln!(out, "<desc>{}</desc>", escaped(desc));
    let _ = writeln!(out, r#"<rect width="{width}" height="{height}" fill="{}"/>"#, palette.background);
    let _ = writeln!(out, r#"<g transform="translate({MARGIN} {MARGIN})">"#);
    drawing.write(&mut out);
    out.push_str("</g>\n</svg>\n");
    out
}

/// One cell that is not empty.
struct Glyph<'a> {
    column: u16,
    width: u16,
    symbol: &'a str,
    ink: Ink,
}

/// One row of the screen: its cells in order, wide characters once.
struct Row<'a> {
    row: u16,
    glyphs: Vec<Glyph<'a>>,
}

impl<'a> Row<'a> {
    fn read(buffer: &'a Buffer, row: u16, palette: &Palette) -> Self {
        let mut glyphs = Vec::with_capacity(usize::from(buffer.area.width));
        let mut column = 0;
        while column < buffer.area.width {
            let Some(cell) = buffer.cell((buffer.area.x + column, buffer.area.y + row)) else { break };
            let width = u16::try_from(cell.symbol().width()).unwrap_or(1).clamp(1, buffer.area.width - column);
            glyphs.push(Glyph { column, width, symbol: cell.symbol(), ink: Ink::of(cell, palette) });
            column += width;
        }
        Self { row, glyphs }
    }
}

/// Letters of one style that stand side by side.
struct Run {
    column: u16,
    width: u16,
    row: u16,
    text: String,
    ink: Ink,
}

#[derive(Default)]
struct Drawing {
    papers: String,
    blocks: Blocks,
    strokes: Strokes,
    rules: String,
    texts: Vec<Run>,
}

impl Drawing {
    fn row(&mut self, row: &Row, page: Rgb) {
        self.papers(row, page);
        for glyph in &row.glyphs {
            self.rules(glyph, row.row);
            self.glyph(glyph, row.row);
        }
    }

    /// One rectangle to each run of cells whose paper is not the page's.
    fn papers(&mut self, row: &Row, page: Rgb) {
        let top = u32::from(row.row) * u32::from(CELL_HEIGHT);
        for run in row.glyphs.chunk_by(|one, next| one.ink.background == next.ink.background) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            if first.ink.background == page {
                continue;
            }
            let left = points(first.column);
            let width = points(last.column + last.width) - left;
            let _ = writeln!(
                self.papers,
                r#"<rect x="{left}" y="{top}" width="{width}" height="{CELL_HEIGHT}" fill="{}"/>"#,
                first.ink.background
            );
        }
    }

    /// Lines under and through a cell: drawn, so that they also run under spaces.
    fn rules(&mut self, glyph: &Glyph, row: u16) {
        let top = u32::from(row) * u32::from(CELL_HEIGHT);
        for (manner, down) in [(Modifier::UNDERLINED, 18), (Modifier::CROSSED_OUT, 10)] {
            if glyph.ink.is(manner) {
                let _ = writeln!(
                    self.rules,
                    r#"<rect x="{}" y="{}" width="{}" height="1" fill="{}"/>"#,
                    points(glyph.column),
                    top + down,
                    points(glyph.width),
                    glyph.ink.foreground
                );
            }
        }
    }

    fn glyph(&mut self, glyph: &Glyph, row: u16) {
        let text: String = glyph.symbol.chars().filter(|letter| !letter.is_control()).collect();
        if text.trim().is_empty() || glyph.ink.is(Modifier::HIDDEN) {
            return;
        }
        let place = (glyph.column, row);
        if let (Some(symbol), None) = (text.chars().next(), text.chars().nth(1)) {
            let colours = (glyph.ink.foreground, glyph.ink.background);
            if self.strokes.add(symbol, place, glyph.ink.foreground) || self.blocks.add(symbol, place, colours) {
                return;
            }
        }
        match self.texts.last_mut() {
            Some(run) if run.continues(glyph, row, &text) => {
                if run.column + run.width < glyph.column {
                    run.text.push(' ');
                }
                run.text.push_str(&text);
                run.width = glyph.column + glyph.width - run.column;
            }
            _ => self.texts.push(Run { column: glyph.column, width: glyph.width, row, text, ink: glyph.ink }),
        }
    }

    fn write(&mut self, out: &mut String) {
        out.push_str(&self.papers);
        self.blocks.write(out);
        self.strokes.write(out);
        out.push_str(&self.rules);
        let _ = writeln!(
            out,
            r#"<g font-family="'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace" font-size="{FONT_SIZE}">"#
        );
        for run in &self.texts {
            run.write(out);
        }
        out.push_str("</g>\n");
    }
}

impl Run {
    /// Whether `glyph` belongs to this run: same style, at most one space between, and both plain letters. A sign may
    /// come from another font with another width in the reader's browser, so it stands alone, at its own place.
    fn continues(&self, glyph: &Glyph, row: u16, text: &str) -> bool {
        let end = self.column + self.width;
        let same_style =
            (self.ink.foreground, self.ink.manner) == (glyph.ink.foreground, glyph.ink.manner) && self.row == row;
        same_style && glyph.column <= end + 1 && plain(&self.text) && plain(text)
    }

    fn write(&self, out: &mut String) {
        let left = points(self.column);
        let tenths = u32::from(self.row) * u32::from(CELL_HEIGHT) * 10 + BASELINE_TENTHS;
        let (whole, tenth) = (tenths / 10, tenths % 10);
        // Slanted by hand: not every font has an italic, and the embedded one has none.
        let place = if self.ink.is(Modifier::ITALIC) {
            format!(r#"transform="translate({left} {whole}.{tenth}) skewX(-12)""#)
        } else {
            format!(r#"x="{left}" y="{whole}.{tenth}""#)
        };
        let _ = write!(out, r#"<text {place} fill="{}""#, self.ink.foreground);
        if self.ink.is(Modifier::BOLD) {
            out.push_str(r#" font-weight="bold""#);
        }
        if self.width > 1 {
            let _ = write!(out, r#" textLength="{}""#, points(self.width));
        }
        let _ = writeln!(out, ">{}</text>", escaped(&self.text));
    }
}

fn plain(text: &str) -> bool {
    text.chars().all(|letter| letter < '\u{2000}')
}

fn points(cells: u16) -> u32 {
    u32::from(cells) * u32::from(CELL_WIDTH)
}

/// Text as it may stand in XML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    fn screen(width: u16, height: u16) -> Buffer {
        Buffer::empty(Rect::new(0, 0, width, height))
    }

    fn drawn(buffer: &Buffer) -> String {
        svg(buffer, &Palette::DARK, "A title", "What is seen")
    }

    #[test]
    fn words_of_one_style_are_one_text_and_a_wide_gap_parts_them() {
        let mut buffer = screen(24, 1);
        buffer.set_string(0, 0, "Head of nursing   8c", Style::new());
        let out = drawn(&buffer);
        assert!(out.contains(r#"textLength="150">Head of nursing</text>"#), "{out}");
        assert!(out.contains(r##"<text x="180" y="15.5" fill="#d7dde4" textLength="20">8c</text>"##), "{out}");
    }

    #[test]
    fn a_sign_stands_at_its_own_place() {
        let mut buffer = screen(10, 1);
        buffer.set_string(0, 0, "▶ GP ✓", Style::new());
        let out = drawn(&buffer);
        assert!(out.contains(">▶</text>") && out.contains(">GP</text>") && out.contains(r#"x="50""#), "{out}");
    }

    #[test]
    fn every_manner_of_writing_is_seen() {
        let palette = Palette::DARK;
        let mut buffer = screen(6, 6);
        let styles = [
            (0, Modifier::REVERSED),
            (1, Modifier::BOLD),
            (2, Modifier::DIM),
            (3, Modifier::UNDERLINED),
            (4, Modifier::ITALIC),
            (5, Modifier::HIDDEN),
        ];
        for (row, modifier) in styles {
            buffer.set_string(0, row, format!("row {row}"), Style::new().add_modifier(modifier));
        }
        let out = drawn(&buffer);
        let line = |word: &str| out.lines().find(|line| line.contains(word)).unwrap_or_default().to_owned();
        assert!(line("row 0").contains(&palette.background.to_string()));
        assert!(out.contains(&format!(r#"width="50" height="20" fill="{}""#, palette.foreground)));
        assert!(line("row 1").contains("bold"));
        assert!(line("row 2").contains(&palette.foreground.over(palette.background, 60).to_string()));
        assert!(out.contains(r#"<rect x="0" y="78" width="10" height="1""#), "{out}");
        assert!(line("row 4").contains("skewX"));
        assert!(!out.contains("row 5"));
    }

    #[test]
    fn paper_of_another_colour_is_one_rectangle_to_a_run() {
        let mut buffer = screen(12, 1);
        buffer.set_string(2, 0, "here  ", Style::new().bg(Color::Blue));
        let out = drawn(&buffer);
        let blue = Palette::DARK.ansi[4];
        let expected = format!(r#"<rect x="20" y="0" width="60" height="20" fill="{blue}"/>"#);
        assert_eq!(out.matches(&expected).count(), 1, "{out}");
    }

    #[test]
    fn what_stands_in_a_cell_cannot_break_out_of_the_drawing() {
        let mut buffer = screen(30, 1);
        buffer.set_string(0, 0, "<b> & \"c\"", Style::new());
        let out = svg(&buffer, &Palette::LIGHT, "</title><script>", "a & b");
        assert!(out.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"));
        assert!(out.contains("&lt;b&gt; &amp; &quot;c&quot;"), "{out}");
    }

    #[test]
    fn a_screen_of_no_cells_is_still_a_drawing() {
        assert!(drawn(&screen(0, 0)).ends_with("</svg>\n"));
    }
}
