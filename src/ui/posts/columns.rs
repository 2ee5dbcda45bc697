//! The columns of the table of posts: those that matter most stay longest where the window is narrow.

use jiff::civil::Date;

use crate::app::posts::{Direction, SortKey, words};
use crate::domain::Pack;
use crate::domain::post::{Post, Standing};
use crate::ui::look::Token;
use crate::ui::sheet::{Piece, piece};
use crate::ui::text::{column, width};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Title,
    Employer,
    Segment,
    Closes,
    Fit,
    Pay,
    Region,
    Level,
}

/// What the title has at the least, and before the employer gets more.
const TITLE: usize = 24;
const LONG_TITLE: usize = 52;

/// Columns besides the title with their widths, in the order in which they are given room.
const BESIDES: [(Column, usize); 7] = [
    (Column::Segment, 7),
    (Column::Closes, 18),
    (Column::Fit, 1),
    (Column::Employer, 20),
    (Column::Pay, 16),
    (Column::Region, 14),
    (Column::Level, 14),
];

/// The order in which columns stand.
const SHOWN: [Column; 8] = [
    Column::Title,
    Column::Employer,
    Column::Segment,
    Column::Closes,
    Column::Fit,
    Column::Pay,
    Column::Region,
    Column::Level,
];

/// The columns that fit in so many cells, as they stand, with their widths; between two of them is a cell.
pub fn fitting(room: usize) -> Vec<(Column, usize)> {
    let mut left = room.saturating_sub(TITLE);
    let mut found = vec![(Column::Title, TITLE)];
    for (kind, cells) in BESIDES {
        if left <= cells {
            break;
        }
        left -= cells + 1;
        found.push((kind, cells));
    }
    let has_employer = found.iter().any(|(kind, _)| *kind == Column::Employer);
    let to_title = if has_employer { left.min(LONG_TITLE - TITLE) } else { left };
    for (kind, cells) in &mut found {
        match kind {
            Column::Title => *cells += to_title,
            Column::Employer => *cells += left - to_title,
            _ => {}
        }
    }
    SHOWN.iter().filter_map(|shown| found.iter().find(|(kind, _)| kind == shown).copied()).collect()
}

impl Column {
    /// What a click on its head sorts by.
    pub const fn sorts_by(self) -> Option<SortKey> {
        Some(match self {
            Self::Title => SortKey::Title,
            Self::Employer => SortKey::Employer,
            Self::Segment => SortKey::Challenged,
            Self::Closes => SortKey::Closes,
            Self::Fit => return None,
            Self::Pay => SortKey::Pay,
            Self::Region => SortKey::Region,
            Self::Level => SortKey::Level,
        })
    }

    /// Its head; the column that is sorted by says which way.
    pub fn head(self, order: (SortKey, Direction)) -> String {
        let name = match self {
            Self::Title => "post",
            Self::Employer => "employer",
            Self::Segment => "segment",
            Self::Closes => "closing",
            Self::Fit => "",
            Self::Pay => "pay a year",
            Self::Region => "region",
            Self::Level => "level",
        };
        match (self.sorts_by() == Some(order.0), order.1) {
            (false, _) => name.to_owned(),
            (true, _) if self == Self::Segment => "segm. ▼".replace('▼', sign(order.1)),
            (true, direction) => format!("{name} {}", sign(direction)),
        }
    }

    /// What stands in it for a post.
    pub fn cell(self, pack: &Pack, post: &Post, (today, fits): (Date, Option<bool>), cells: usize) -> Piece {
        let (token, text) = match self {
            Self::Title => (Token::Text, post.title.clone()),
            Self::Employer => (Token::Text, short_employer(&post.employer, cells)),
            Self::Segment => {
                let challenged = post.standing == Standing::Challenged;
                (if challenged { Token::Challenged } else { Token::Text }, words::segment_mark(post))
            }
            Self::Closes => {
                let token = if post.has_closed(today) { Token::Dim } else { Token::Text };
                (token, words::closing(post, today))
            }
            Self::Fit => (Token::Good, if fits == Some(true) { "✓" } else { "" }.to_owned()),
            Self::Pay => (Token::Text, words::pay(post).unwrap_or_default()),
            Self::Region => (Token::Dim, post.region.clone()),
            Self::Level => (Token::Dim, level(pack, post)),
        };
        piece(token, column(&text, cells))
    }
}

const fn sign(direction: Direction) -> &'static str {
    match direction {
        Direction::Forward => "▼",
        Direction::Backward => "▲",
    }
}

fn level(pack: &Pack, post: &Post) -> String {
    let number = post.role.map(|matched| pack.role(matched.role).level);
    let level = pack.tables().levels.iter().find(|level| Some(level.number) == number);
    level.map(|level| level.title.clone()).unwrap_or_default()
}

/// The employer without what every trust is called, where the name is too long.
fn short_employer(name: &str, cells: usize) -> String {
    if width(name) <= cells {
        return name.to_owned();
    }
    let endings = [" NHS Foundation Trust", " NHS Trust", " Integrated Care Board"];
    let short = endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    short.replace("University Hospitals", "Univ. Hospitals").replace("University Hospital", "Univ. Hospital")
}

#[cfg(test)]
mod tests {
    use super::{Column, fitting};

    #[test]
    fn columns_fill_the_room_and_never_more() {
        for room in 24..240 {
            let columns = fitting(room);
            let used: usize = columns.iter().map(|(_, cells)| cells + 1).sum::<usize>() - 1;
            assert_eq!(used, room, "{room}");
        }
        let kinds: Vec<Column> = fitting(56).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Column::Title, Column::Segment, Column::Closes, Column::Fit]);
    }
}
