//! The table: what filters ask of a post is gathered once, and the rows are put in every order once, so that a key press
//! only walks along them.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::filter::Filter;
use super::order::{Direction, SortKey};
use super::tally::Kinds;
use super::text::{Fit, Texts};
use crate::domain::Pack;
use crate::domain::board::{Arrangement, Homes};
use crate::domain::id::{FamilyId, OrganisationId, PostId, RoleId, TileId};
use crate::domain::post::{Post, Standing};
use crate::domain::role::LevelNumber;
use jiff::civil::Date;

/// The posts of a pack, ready to be filtered and sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostTable {
    pub(super) facts: Vec<Facts>,
    /// The role of each: apart from the other facts, so that all of them stay close at hand in whatever order they are
    /// asked for.
    pub(super) roles: Vec<Option<RoleId>>,
    regions: Vec<String>,
    orders: Vec<Vec<u32>>,
    texts: Texts,
    pub(super) kinds: OnceLock<Kinds>,
}

/// What filters ask of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) region: u32,
    /// The tiles at which it stands on the map of England, in each arrangement.
    pub(super) boards: [Option<TileId>; 2],
    pub(super) organisation: Option<OrganisationId>,
    pub(super) segment: Option<u8>,
    pub(super) role: Option<(RoleId, FamilyId, LevelNumber)>,
    pub(super) pay: Option<u32>,
    pub(super) closes: Option<Date>,
    pub(super) standing: Standing,
}

impl PostTable {
    /// The table of a pack's posts. Takes a moment for a hundred thousand: once for each pack.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let posts = &pack.tables().posts;
        let names: BTreeSet<&str> = posts.iter().map(|post| post.region.as_str()).collect();
        let regions: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let mut by_id: Vec<u32> = (0..u32::try_from(posts.len()).unwrap_or(u32::MAX)).collect();
        by_id.sort_by(|a, b| posts[*a as usize].id.cmp(&posts[*b as usize].id));
        Self {
            facts: facts_of(pack, &regions),
            roles: posts.iter().map(|post| post.role.map(|matched| matched.role)).collect(),
            orders: SortKey::ALL.iter().map(|key| key.rows(pack, &by_id)).collect(),
            regions,
            texts: Texts::of(posts),
            kinds: OnceLock::new(),
        }
    }

    /// How many posts there are, wanted or not.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// The tiles at which a post stands on the map of England, in each arrangement.
    #[must_use]
    pub fn boards_of(&self, post: PostId) -> [Option<TileId>; 2] {
        self.facts.get(post.index()).map_or([None; 2], |facts| facts.boards)
    }

    /// The regions of the posts, by name.
    #[must_use]
    pub fn regions(&self) -> &[String] {
        &self.regions
    }

    /// The wanted posts in the wanted order.
    #[must_use]
    pub fn view(&self, filter: &Filter, key: SortKey, direction: Direction) -> Vec<PostId> {
        // Judged in the order in which they lie in memory: only a byte of each is looked up out of order.
        let kept = self.kept(filter);
        let rows = self.rows(key).iter().map(|row| *row as usize);
        let found = |row: &usize| kept[*row];
        match direction {
            Direction::Forward => rows.filter(found).map(PostId::from_index).collect(),
            Direction::Backward => rows.rev().filter(found).map(PostId::from_index).collect(),
        }
    }

    /// For each post, in the order of the pack, whether it is wanted.
    #[must_use]
    pub fn kept(&self, filter: &Filter) -> Vec<bool> {
        let wanted = Wanted::new(self, filter);
        (0..self.facts.len()).map(|row| wanted.has(row)).collect()
    }

    /// The best of the posts that fit words, and how many fit. Before all comes whether the words are in the title, then
    /// whether one can still apply today, then how challenged the organisation is.
    #[must_use]
    pub fn find(&self, words: &str, today: Date, most: usize) -> Hits {
        let Some(fits) = self.texts.fits(words) else { return Hits::default() };
        let mut trays: [Vec<PostId>; TRAYS] = Default::default();
        let mut all = 0;
        for row in self.rows(SortKey::Challenged) {
            let fit = fits[*row as usize];
            if fit == Fit::Not {
                continue;
            }
            all += 1;
            let is_over = self.facts[*row as usize].closes.is_some_and(|day| day < today);
            let tray = &mut trays[2 * (Fit::BeginsTitle as usize - fit as usize) + usize::from(is_over)];
            if tray.len() < most {
                tray.push(PostId::from_index(*row as usize));
            }
        }
        Hits { best: trays.into_iter().flatten().take(most).collect(), all }
    }

    /// All rows in the order of a key.
    fn rows(&self, key: SortKey) -> &[u32] {
        let place = SortKey::ALL.iter().position(|other| *other == key).unwrap_or(0);
        &self.orders[place]
    }
}

/// For each way of fitting words, whether a post is open or closed.
const TRAYS: usize = 6;

/// Posts that fit words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// The best, best first.
    pub best: Vec<PostId>,
    /// How many there are in all.
    pub all: usize,
}

fn facts_of(pack: &Pack, regions: &[String]) -> Vec<Facts> {
    let homes = Homes::of(pack);
    // Many adverts share the code of an employer that is no organisation of the pack.
    let mut known: HashMap<(Option<OrganisationId>, &str), [Option<TileId>; 2]> = HashMap::new();
    let posts = pack.tables().posts.iter().map(|post| {
        let ods = if post.organisation.is_some() { "" } else { post.ods.as_str() };
        let boards = *known
            .entry((post.organisation, ods))
            .or_insert_with(|| Arrangement::ALL.map(|arrangement| homes.of_post(pack, post, arrangement)));
        Facts { boards, ..facts(pack, post, regions) }
    });
    posts.collect()
}

fn facts(pack: &Pack, post: &Post, regions: &[String]) -> Facts {
    let region = regions.binary_search(&post.region).unwrap_or(0);
    Facts {
        region: u32::try_from(region).unwrap_or(u32::MAX),
        boards: [None; 2],
        organisation: post.organisation,
        segment: post.segment,
        role: post.role.map(|matched| {
            let role = pack.role(matched.role);
            (matched.role, role.family, role.level)
        }),
        pay: post.pay_max.or(post.pay_min),
        closes: post.closes,
        standing: post.standing,
    }
}

/// A filter made ready for a table.
struct Wanted<'t> {
    table: &'t PostTable,
    filter: &'t Filter,
    /// Nothing when no region is asked for; a region that no post has is one past the last.
    region: Option<u32>,
    words: Option<Vec<Fit>>,
}

impl<'t> Wanted<'t> {
    fn new(table: &'t PostTable, filter: &'t Filter) -> Self {
        let place = |region: &String| table.regions.binary_search(region).unwrap_or(table.regions.len());
        let region = filter.region.as_ref().map(|region| u32::try_from(place(region)).unwrap_or(u32::MAX));
        Self { table, filter, region, words: table.texts.fits(&filter.words) }
    }

    fn has(&self, row: usize) -> bool {
        let (facts, filter) = (&self.table.facts[row], self.filter);
        self.words.as_ref().is_none_or(|fits| fits[row] != Fit::Not)
            && self.region.is_none_or(|region| facts.region == region)
            && filter.board.is_none_or(|board| facts.boards.contains(&Some(board)))
            && filter.organisation.is_none_or(|wanted| facts.organisation == Some(wanted))
            && filter.segment.is_none_or(|segment| facts.segment == Some(segment))
            && filter.standing.is_none_or(|standing| facts.standing == standing)
            && filter.pay_at_least.is_none_or(|least| facts.pay.is_some_and(|pay| pay >= least))
            && filter.closing.has(facts.closes)
            && self.has_role(facts)
    }

    fn has_role(&self, facts: &Facts) -> bool {
        let filter = self.filter;
        let asked =
            !filter.families.is_empty() || filter.level.is_some() || filter.role.is_some() || filter.eligible.is_some();
        let Some((role, family, level)) = facts.role else { return !asked };
        (filter.families.is_empty() || filter.families.contains(&family))
            && filter.level.is_none_or(|wanted| level == wanted)
            && filter.role.is_none_or(|wanted| role == wanted)
            && filter.eligible.as_ref().is_none_or(|eligible| eligible.for_role(role))
    }
}
