//! The sheet of cells everything is drawn on: clips what does not fit, translates signs for plain terminals, and
//! remembers what was drawn where.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::look::{Look, Token};
use super::sheet::{Row, Sheet};
use super::text::{fit, width};
use crate::app::hit::{Cells, Hit, HitMap, Pane, Seen, Target, Tip};
use crate::app::map::Roam;
use crate::domain::id::RoleId;

/// A buffer, a look and the growing record of what was drawn where.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    look: &'a Look,
    hits: HitMap,
    meant: BTreeSet<(RoleId, RoleId)>,
    lit: Vec<(u16, u16)>,
}

/// How a list is shown: its selected row, the first row of last time, and whether it has the keys.
#[derive(Debug, Clone, Copy)]
pub struct Listing {
    /// Which pane it is.
    pub pane: Pane,
    /// The selected row.
    pub selected: Option<usize>,
    /// The first row that was shown last time.
    pub offset: usize,
}

impl<'a> Canvas<'a> {
    /// A canvas over a buffer.
    #[must_use]
    pub fn new(buffer: &'a mut Buffer, look: &'a Look) -> Self {
        Self { buffer, look, hits: HitMap::default(), meant: BTreeSet::new(), lit: Vec::new() }
    }

    /// Says which moves, from one role to another, are meant: whoever draws their lines tells where with
    /// [`Canvas::light`].
    pub fn light_moves(&mut self, moves: BTreeSet<(RoleId, RoleId)>) {
        self.meant = moves;
    }

    /// Whether a move is meant.
    #[must_use]
    pub fn is_meant(&self, from: RoleId, to: RoleId) -> bool {
        self.meant.contains(&(from, to))
    }

    /// Notes that a cell belongs to what is meant.
    pub fn light(&mut self, x: u16, y: u16) {
        self.lit.push((x, y));
    }

    /// The cells of lines that are meant, by column and row.
    #[must_use]
    pub fn lit(&self) -> &[(u16, u16)] {
        &self.lit
    }

    /// The whole window.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// The look that is drawn with.
    #[must_use]
    pub const fn look(&self) -> &'a Look {
        self.look
    }

    /// The buffer itself, for whoever draws single cells; stay inside [`Canvas::area`], and take signs from
    /// [`super::GlyphSet::sign`].
    pub const fn buffer(&mut self) -> &mut Buffer {
        self.buffer
    }

    /// Writes text at a cell, cut at the right edge of `within`; nothing outside `within` is touched. Gives back the
    /// column after it.
    pub fn put(&mut self, within: Rect, x: u16, y: u16, text: &str, token: Token) -> u16 {
        self.put_styled(within, x, y, text, self.look.style(token))
    }

    /// As [`Canvas::put`], with a style put together from several tokens.
    pub fn put_styled(&mut self, within: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let within = within.intersection(self.buffer.area);
        if x < within.left() || x >= within.right() || y < within.top() || y >= within.bottom() {
            return x;
        }
        let text = self.look.glyph_set().text(text);
        self.buffer.set_stringn(x, y, text, usize::from(within.right() - x), style).0
    }

    /// Empties an area: spaces on the look's own ground.
    pub fn clear(&mut self, area: Rect) {
        for position in area.intersection(self.buffer.area).positions() {
            self.buffer[position].reset();
            self.buffer[position].set_style(self.look.ground());
        }
    }

    /// Empties a row for words about something else: no box that reached into it is clicked or lit there.
    pub fn cover(&mut self, row: Rect) {
        self.clear(row);
        self.hits.cut_roles(cells(row));
    }

    /// Lays a style over an area.
    pub fn tint(&mut self, area: Rect, token: Token) {
        self.buffer.set_style(area.intersection(self.buffer.area), self.look.style(token));
    }

    /// Notes that an area stands for something.
    pub fn hit(&mut self, area: Rect, target: Target) {
        let area = area.intersection(self.buffer.area);
        if !area.is_empty() {
            self.hits.hits.push(Hit { cells: cells(area), target });
        }
    }

    /// Notes how much of a pane's content is seen.
    pub fn seen(&mut self, pane: Pane, offset: usize, height: usize, lines: usize) {
        self.hits.seen.push(Seen { pane, offset, height, lines });
    }

    /// Notes what is said in full when the mouse is over an area.
    pub fn tip(&mut self, area: Rect, words: String) {
        let area = area.intersection(self.buffer.area);
        if !area.is_empty() {
            self.hits.tips.push(Tip { cells: cells(area), words });
        }
    }

    /// What has been drawn where so far.
    #[must_use]
    pub const fn hits(&self) -> &HitMap {
        &self.hits
    }

    /// Notes how far the map's window can be moved.
    pub const fn roam(&mut self, roam: Roam) {
        self.hits.roam = Some(roam);
    }

    /// A frame with a title around a pane; gives back what is inside it.
    pub fn frame(&mut self, area: Rect, title: &str, pane: Pane, focus: Pane) -> Rect {
        let area = area.intersection(self.buffer.area);
        self.hit(area, Target::Pane(pane));
        if area.width < 2 || area.height < 2 {
            return Rect::new(area.x, area.y, 0, 0);
        }
        let focused = pane == focus;
        let token = if focused { Token::Focus } else { Token::Border };
        let across = "─".repeat(usize::from(area.width) - 2);
        self.put(area, area.x, area.y, &format!("┌{across}┐"), token);
        self.put(area, area.x, area.bottom() - 1, &format!("└{across}┘"), token);
        for y in area.top() + 1..area.bottom() - 1 {
            self.put(area, area.x, y, "│", token);
            self.put(area, area.right() - 1, y, "│", token);
        }
        let room = usize::from(area.width).saturating_sub(6);
        if room > 0 && !title.is_empty() {
            let mark = if focused { "▸" } else { "" };
            let title = format!(" {mark}{} ", fit(title, room));
            self.put(area, area.x + 1, area.y, &title, if focused { Token::Focus } else { Token::Strong });
        }
        Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
    }

    /// A sheet in a pane, from its row `offset` on, or as far down as there is something to show.
    pub fn sheet(&mut self, area: Rect, sheet: &Sheet, pane: Pane, offset: usize) {
        let (height, lines) = (usize::from(area.height), sheet.rows().len());
        let offset = offset.min(lines.saturating_sub(height));
        for (y, row) in (area.top()..area.bottom()).zip(&sheet.rows()[offset..]) {
            self.row(Rect::new(area.x, y, area.width, 1), row);
        }
        self.seen(pane, offset, height, lines);
        self.more(area, offset, height, lines);
    }

    /// A list in a pane: the selected row is marked, reversed and always in view, and so are the rows right below it
    /// that stand for the same thing.
    pub fn list(&mut self, area: Rect, rows: &[Row], listing: Listing) {
        let (height, lines) = (usize::from(area.height), rows.len());
        let selected = listing.selected.unwrap_or(0);
        let of_same = |row: &&Row| row.target.is_some() && row.target == rows[selected].target;
        let tall = rows.iter().skip(selected).take_while(of_same).count().max(1);
        let lowest = (selected + tall).saturating_sub(height.max(1));
        let offset = listing.offset.clamp(lowest.min(selected), selected).min(lines.saturating_sub(height));
        for (at, row) in rows.iter().enumerate().skip(offset).take(height) {
            let line = Rect::new(area.x, area.y + u16::try_from(at - offset).unwrap_or(0), area.width, 1);
            let inner = Rect::new(line.x.saturating_add(2), line.y, line.width.saturating_sub(2), 1);
            self.row(inner, row);
            if let Some(target) = row.target {
                self.hit(line, target);
            }
            if listing.selected.is_some_and(|first| (first..first + tall).contains(&at)) {
                let mark = if at == selected { "▸" } else { " " };
                self.put(line, line.x, line.y, mark, Token::Text);
                self.uncolour_blanks(inner, row);
                self.tint(line, Token::Selected);
                self.keep_bars(inner, row);
            }
        }
        self.seen(listing.pane, offset, height, lines);
        self.more(area, offset, height, lines);
    }

    /// As [`Canvas::list`], for a list so long that only the rows in view are made; each stands on one line.
    pub fn long_list(&mut self, area: Rect, lines: usize, listing: Listing, row: impl Fn(usize) -> Row) {
        let height = usize::from(area.height);
        let selected = listing.selected.unwrap_or(0);
        let lowest = (selected + 1).saturating_sub(height.max(1));
        let offset = listing.offset.clamp(lowest.min(selected), selected).min(lines.saturating_sub(height));
        let rows: Vec<Row> = (offset..lines.min(offset + height)).map(row).collect();
        let inside = Listing { selected: listing.selected.map(|at| at - offset), offset: 0, ..listing };
        self.list(area, &rows, inside);
        self.hits.seen.pop();
        self.seen(listing.pane, offset, height, lines);
        self.more(area, offset, height, lines);
    }

    /// Takes the colour from blank pieces: reversed, it would be a block that means nothing.
    fn uncolour_blanks(&mut self, area: Rect, row: &Row) {
        let mut x = area.x;
        for piece in &row.pieces {
            let end = x.saturating_add(u16::try_from(width(&piece.text)).unwrap_or(u16::MAX));
            if piece.text.trim_matches(' ').is_empty() {
                self.clear(Rect { x, width: end - x, ..area }.intersection(area));
            }
            x = end;
        }
    }

    /// Draws the bars of a selected row once more as they are: reversed, a full bar and an empty one change places.
    fn keep_bars(&mut self, area: Rect, row: &Row) {
        let mut x = area.x;
        for piece in &row.pieces {
            let end = x.saturating_add(u16::try_from(width(&piece.text)).unwrap_or(u16::MAX));
            if matches!(piece.token, Token::Bar | Token::Study) {
                let cells = Rect { x, width: end - x, ..area }.intersection(area);
                self.clear(cells);
                self.put(cells, x, area.y, &piece.text, piece.token);
            }
            x = end;
        }
    }

    /// Says on the frame below, where there is one, how much there is that does not fit.
    fn more(&mut self, area: Rect, offset: usize, height: usize, lines: usize) {
        let sign = self.look.glyph_set().text("─");
        let below = self.buffer.cell((area.x, area.bottom()));
        let framed = below.is_some_and(|cell| cell.symbol() == sign);
        if framed && lines > height && height > 0 {
            let text = format!(" {}–{} of {lines} ", offset + 1, offset + height);
            let room = u16::try_from(width(&text)).unwrap_or(0) + 1;
            if area.width > room {
                let whole = self.buffer.area;
                self.put(whole, area.right() - room, area.bottom(), &text, Token::Dim);
            }
        }
    }

    /// One row of pieces.
    pub fn row(&mut self, area: Rect, row: &Row) {
        let area = area.intersection(self.buffer.area);
        if area.is_empty() {
            return;
        }
        let used: usize = row.pieces.iter().map(|piece| width(&piece.text)).sum();
        let total = usize::from(area.width);
        let right = row.right.as_ref().filter(|right| width(&right.text) < total);
        let room = right.map_or(total, |right| total - width(&right.text) - 1);
        let mut left = room;
        let mut x = area.x;
        for piece in &row.pieces {
            let text = if used > room { fit(&piece.text, left) } else { piece.text.clone() };
            left = left.saturating_sub(width(&text));
            x = self.put(area, x, area.y, &text, piece.token);
            if text != piece.text {
                break;
            }
        }
        if let Some(right) = right {
            let at = area.right() - u16::try_from(width(&right.text)).unwrap_or(0);
            self.put(area, at, area.y, &right.text, right.token);
        }
        if let Some(target) = row.target {
            self.hit(area, target);
        }
    }

    /// What was drawn where.
    #[must_use]
    pub fn into_hits(self) -> HitMap {
        self.hits
    }
}

const fn cells(area: Rect) -> Cells {
    Cells { x: area.x, y: area.y, width: area.width, height: area.height }
}
