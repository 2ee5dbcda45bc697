//! The columns of posts that one can sort by.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::domain::Pack;
use crate::domain::post::Post;

/// What posts are sorted by. Posts that are equal in it, or say nothing about it, stand in the order of their ids; those
/// that say nothing come last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SortKey {
    /// Challenged organisations first, the most challenged of them before the others; of these, what closes or closed last.
    Challenged,
    /// The id.
    #[default]
    Id,
    /// The title.
    Title,
    /// The employer.
    Employer,
    /// The region.
    Region,
    /// The segment, the most challenged first.
    Segment,
    /// The level of the role, the highest first.
    Level,
    /// The family of the role, in the order of the pack.
    Family,
    /// The pay, the highest first.
    Pay,
    /// The closing date, the soonest first.
    Closes,
}

/// In which direction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// As the key says.
    #[default]
    Forward,
    /// The other way round.
    Backward,
}

impl SortKey {
    /// All of them, in the order of the table's columns.
    pub const ALL: [Self; 10] = [
        Self::Challenged,
        Self::Id,
        Self::Title,
        Self::Employer,
        Self::Region,
        Self::Segment,
        Self::Level,
        Self::Family,
        Self::Pay,
        Self::Closes,
    ];

    /// The rows in this order; `by_id` are all rows in the order of their ids.
    pub(super) fn rows(self, pack: &Pack, by_id: &[u32]) -> Vec<u32> {
        let posts = &pack.tables().posts;
        let post = |row: &u32| &posts[*row as usize];
        let role = |post: &Post| post.role.map(|matched| pack.role(matched.role));
        let last_if_none = |value: Option<u32>| value.map_or((1, 0), |value| (0, value));
        let highest_first = |value: Option<u32>| value.map_or((1, Reverse(0)), |value| (0, Reverse(value)));
        let mut rows = by_id.to_vec();
        match self {
            Self::Id => {}
            Self::Challenged => rows.sort_by_key(|row| {
                let post = post(row);
                let closes = post.closes.map_or((1, None), |day| (0, Some(Reverse(day))));
                (post.standing, highest_first(post.segment.map(u32::from)), closes)
            }),
            Self::Title => rows.sort_by_cached_key(|row| in_words(&post(row).title)),
            Self::Employer => by_name(&mut rows, |row| &post(row).employer),
            Self::Region => by_name(&mut rows, |row| &post(row).region),
            Self::Segment => rows.sort_by_key(|row| highest_first(post(row).segment.map(u32::from))),
            Self::Level => rows.sort_by_key(|row| highest_first(role(post(row)).map(|role| role.level.0))),
            Self::Family => {
                rows.sort_by_key(|row| {
                    last_if_none(role(post(row)).and_then(|role| u32::try_from(role.family.index()).ok()))
                });
            }
            Self::Pay => rows.sort_by_key(|row| highest_first(post(row).pay_max.or(post(row).pay_min))),
            Self::Closes => rows.sort_by_key(|row| post(row).closes.map_or((1, None), |day| (0, Some(day)))),
        }
        rows
    }
}

/// Sorts by names that many posts share: each is compared once and not once for each post.
fn by_name<'p>(rows: &mut [u32], name: impl Fn(&u32) -> &'p str) {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut names: Vec<&str> = Vec::new();
    let seen: Vec<usize> = rows
        .iter()
        .map(|row| {
            let name = name(row);
            *places.entry(name).or_insert_with(|| {
                names.push(name);
                names.len() - 1
            })
        })
        .collect();
    let words: Vec<(bool, String)> = names.iter().map(|name| in_words(name)).collect();
    let mut distinct: Vec<&(bool, String)> = words.iter().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let ranks: Vec<usize> = words.iter().map(|name| distinct.binary_search(&name).unwrap_or(0)).collect();
    let mut keyed: Vec<(usize, u32)> = seen.into_iter().map(|name| ranks[name]).zip(rows.iter().copied()).collect();
    keyed.sort_by_key(|(rank, _)| *rank);
    for (row, (_, sorted)) in rows.iter_mut().zip(keyed) {
        *row = sorted;
    }
}

/// Text as people look for it in a list: without regard to capitals, what is empty last.
fn in_words(text: &str) -> (bool, String) {
    (text.is_empty(), text.to_lowercase())
}
