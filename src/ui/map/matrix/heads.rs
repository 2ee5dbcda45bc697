//! What stands around the squares: levels above, families on the left, totals, and the selected square in words.

use super::{Quilt, digits, words};
use crate::layout::matrix::grid::Names;
use crate::layout::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;

/// The heading of the totals.
const ALL: &str = "All";

impl Quilt<'_> {
    fn text(&self, canvas: &mut Canvas<'_>, x: u16, y: u16, text: &str, token: Token) {
        if y < self.area.height {
            canvas.put(self.area, self.area.x + x, self.area.y + y, text, token);
        }
    }

    /// The levels, the families and the totals beside them.
    pub(super) fn draw_heads(&self, canvas: &mut Canvas<'_>) {
        self.draw_levels(canvas);
        self.draw_families(canvas);
        let (seen, all) = (self.grid.lanes.clone(), self.matrix.lanes());
        if seen.len() < all {
            let corner = format!("{}–{} of {all}", seen.start + 1, seen.end);
            self.text(canvas, 1, 0, &wrap::cut(&corner, self.grid.head.saturating_sub(2)), Token::Dim);
        }
    }

    fn draw_levels(&self, canvas: &mut Canvas<'_>) {
        let tables = self.sight.pack.tables();
        let titles: Vec<String> = self
            .grid
            .levels
            .clone()
            .map(|level| {
                let title = &tables.levels[level].title;
                if level == self.here.level { format!("▼{title}") } else { title.clone() }
            })
            .collect();
        let end = self.grid.end() + u16::from(self.grid.totals == 0);
        let middles: Vec<u16> = self
            .grid
            .levels
            .clone()
            .filter_map(|level| self.grid.column(level))
            .map(|x| x + self.grid.before + self.grid.number / 2)
            .collect();
        let room = self.grid.square.saturating_sub(1);
        let placed = spread(&titles, &middles, self.grid.head, end).unwrap_or_else(|| {
            let columns = self.grid.levels.clone().filter_map(|level| self.grid.column(level));
            columns.zip(&titles).map(|(x, title)| (x, wrap::cut(title, room))).collect()
        });
        for ((x, title), level) in placed.into_iter().zip(self.grid.levels.clone()) {
            self.text(canvas, x, 0, &title, if level == self.here.level { Token::Strong } else { Token::Dim });
        }
        if self.grid.totals > 0 {
            self.text(canvas, self.area.width.saturating_sub(wrap::width(ALL)), 0, ALL, Token::Faint);
        }
    }

    fn draw_families(&self, canvas: &mut Canvas<'_>) {
        for lane in self.grid.lanes.clone() {
            let Some(y) = self.grid.row(lane) else { continue };
            let family = &self.sight.pack.tables().families[lane];
            let name = match self.grid.names {
                Names::Full => &family.title,
                Names::Short => &family.short,
            };
            let (mark, token) = if lane == self.here.lane { ('▶', Token::Strong) } else { (' ', Token::Text) };
            self.text(canvas, 0, y, &format!("{mark}{}", wrap::cut(name, self.grid.head.saturating_sub(2))), token);
            if self.grid.totals > 0 {
                self.total(canvas, y, self.matrix.in_lane(lane));
            }
        }
    }

    fn total(&self, canvas: &mut Canvas<'_>, y: u16, count: usize) {
        self.text(canvas, self.area.width.saturating_sub(digits(count)), y, &count.to_string(), Token::Faint);
    }

    /// The totals of the levels and the selected square in words, as far as there is room below the families.
    pub(super) fn draw_foot(&self, canvas: &mut Canvas<'_>) {
        let mut y = self.grid.bottom();
        let last = self.area.height;
        if self.grid.below > 1 {
            self.text(canvas, 1, y, ALL, Token::Faint);
            for level in self.grid.levels.clone() {
                let Some(x) = self.grid.column(level) else { continue };
                let count = self.matrix.on_level(level);
                let right = x + self.grid.before + self.grid.number - 1;
                self.text(canvas, right.saturating_sub(digits(count)), y, &count.to_string(), Token::Faint);
            }
            if self.grid.totals > 0 {
                self.total(canvas, y, self.sight.pack.role_ids().len());
            }
            y += 1;
        }
        if y < last {
            let y = if self.grid.below > 2 { y + 1 } else { y };
            let room = self.area.width.saturating_sub(1);
            self.text(canvas, 1, y, &wrap::cut(&words(self.sight, self.matrix, self.here), room), Token::Strong);
        }
    }
}

/// Where titles stand so that each is about in its middle and a space is between them; nothing when they do not fit.
fn spread(titles: &[String], middles: &[u16], from: u16, end: u16) -> Option<Vec<(u16, String)>> {
    let mut starts = Vec::new();
    let mut free = from;
    for (title, middle) in titles.iter().zip(middles) {
        let start = middle.saturating_sub(wrap::width(title) / 2).max(free);
        free = start + wrap::width(title) + 1;
        starts.push(start);
    }
    let mut limit = end;
    for (start, title) in starts.iter_mut().zip(titles).rev() {
        *start = (*start).min(limit.checked_sub(wrap::width(title))?);
        limit = start.saturating_sub(1);
    }
    (starts.first().is_none_or(|&first| first >= from))
        .then(|| starts.into_iter().zip(titles.iter().cloned()).collect())
}
