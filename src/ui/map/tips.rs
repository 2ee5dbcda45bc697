//! What is told in full when the mouse is over something, and where that is written.

use ratatui::layout::Rect;

use crate::app::change::capital;
use crate::app::hit::{Cells, Target, Tip};
use crate::app::story;
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::text::{fit, width, wrap};

/// No tag is wider.
const WIDEST: u16 = 60;
/// More roles than that are counted in a tag too.
const MOST_ROLES: usize = 12;

/// A role in full: its title, and below it family and band.
pub fn role(pack: &Pack, id: RoleId) -> String {
    let role = pack.role(id);
    let band = Some(&role.pay.band).filter(|band| !band.is_empty()).map(|band| capital(&story::band(band)));
    let family = &pack.family(role.family).title;
    match band {
        Some(band) => format!("{}\n{family} · {band}", role.title),
        None => format!("{}\n{family}", role.title),
    }
}

/// The roles that a number stands for, a line each.
pub fn roles(pack: &Pack, roles: &[RoleId]) -> String {
    let mut lines: Vec<String> =
        roles.iter().take(MOST_ROLES).map(|&role| format!("· {}", pack.role(role).title)).collect();
    if roles.len() > MOST_ROLES {
        lines.push(format!("and {} more", roles.len() - MOST_ROLES));
    }
    lines.join("\n")
}

/// Notes every role drawn so far on one row whose title has no room between a mark and a space.
pub fn note_cut(pack: &Pack, canvas: &mut Canvas<'_>) {
    let cut = canvas.hits().hits.iter().filter_map(|hit| match hit.target {
        Target::Role(id) if width(&pack.role(id).title) + 2 > usize::from(hit.cells.width) => Some((id, hit.cells)),
        _ => None,
    });
    let cut: Vec<_> = cut.collect();
    for (id, Cells { x, y, width, height }) in cut {
        canvas.tip(Rect { x, y, width, height }, role(pack, id));
    }
}

/// What is written in an area, with single spaces between the words.
pub fn said(canvas: &mut Canvas<'_>, area: Rect) -> String {
    let area = area.intersection(canvas.area());
    let buffer = canvas.buffer();
    let rows = area.rows().map(|row| row.positions().map(|at| buffer[at].symbol()).collect::<String>());
    let text: Vec<String> = rows.collect();
    text.iter().flat_map(|row| row.split_whitespace()).collect::<Vec<_>>().join(" ")
}

/// The cells in which `words` are written in a line.
pub fn find(canvas: &mut Canvas<'_>, line: Rect, words: &str) -> Option<Rect> {
    let line = line.intersection(canvas.area());
    let buffer = canvas.buffer();
    let (mut text, mut starts) = (String::new(), Vec::new());
    for at in line.positions() {
        starts.push(text.len());
        text.push_str(buffer[at].symbol());
    }
    let from = text.find(words)?;
    let x = u16::try_from(starts.partition_point(|&start| start < from)).ok()?;
    Some(Rect { x: line.x + x, width: u16::try_from(width(words)).ok()?, height: 1, ..line })
}

/// Draws the tag of what the mouse is over: below it, else above it, else in the last line of the window.
pub fn draw(canvas: &mut Canvas<'_>, tip: &Tip) {
    let whole = canvas.area();
    let room = usize::from(WIDEST.min(whole.width.saturating_sub(2)));
    let lines: Vec<String> = tip.words.lines().flat_map(|line| wrap(line, room)).collect();
    let wide = lines.iter().map(|line| width(line)).max().unwrap_or(0) + 2;
    let (Ok(wide), Ok(high)) = (u16::try_from(wide), u16::try_from(lines.len())) else { return };
    let cells = tip.cells;
    let below = cells.y.saturating_add(cells.height);
    let above = cells.y.checked_sub(high);
    // The last line belongs to the keys, the first two to the title and the tabs.
    let y = if below + high < whole.bottom() { Some(below) } else { above.filter(|&y| y >= whole.y + 2) };
    let Some(y) = y else {
        let line = Rect { y: whole.bottom().saturating_sub(1), height: 1, ..whole };
        canvas.clear(line);
        canvas.put(line, line.x, line.y, &fit(&tip.words.replace('\n', " · "), usize::from(line.width)), Token::Text);
        return;
    };
    let x = cells.x.min(whole.right().saturating_sub(wide));
    let tag = Rect { x, y, width: wide, height: high }.intersection(whole);
    canvas.clear(tag);
    for (row, line) in (tag.y..).zip(&lines) {
        canvas.put(tag, tag.x + 1, row, line, Token::Text);
    }
    canvas.tint(tag, Token::Selected);
}
