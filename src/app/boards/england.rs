//! The map's state on the posts screen: what is shown of England, the cursor's way over it, and how it and the table
//! follow each other.

use std::sync::Arc;

use super::{Boards, BoardsView, Only, Sight, Tally, Telling, words};
use crate::app::action::Action;
use crate::app::map::heading;
use crate::app::posts::{Facet, Filter, PostTable, Value};
use crate::app::{App, Side};
use crate::domain::Pack;
use crate::domain::board::region_of_tile;
use crate::domain::id::{PostId, TileId};
use crate::layout::Heading;

/// The map of England while posts are shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct England {
    view: BoardsView,
    boards: Option<Arc<Boards>>,
    counted: Option<Counted>,
}

/// The posts of each tile, and what asked for them.
#[derive(Debug, Clone, PartialEq)]
struct Counted {
    of: Filter,
    tallies: Arc<Vec<Tally>>,
}

impl England {
    /// How England is shown.
    #[must_use]
    pub const fn view(&self) -> BoardsView {
        self.view
    }

    /// The boards, looked up once for each pack.
    fn boards(&mut self, pack: &Pack) -> Arc<Boards> {
        Arc::clone(self.boards.get_or_insert_with(|| Arc::new(Boards::of(pack))))
    }

    /// Counts posts anew if the filter, apart from what the map itself narrows down, asks for others than before.
    pub(in crate::app) fn count(&mut self, pack: &Pack, table: &PostTable, filter: &Filter) {
        self.boards(pack);
        let of = Filter { region: None, board: None, ..filter.clone() };
        if self.counted.as_ref().is_some_and(|counted| counted.of == of) {
            return;
        }
        let mut tallies = vec![Tally::default(); pack.tables().tiles.len()];
        for (post, listed) in pack.post_ids().zip(table.kept(&of)) {
            for tile in table.boards_of(post).into_iter().flatten() {
                let tally = &mut tallies[tile.index()];
                tally.all += 1;
                tally.listed += u32::from(listed);
            }
        }
        self.counted = Some(Counted { of, tallies: Arc::new(tallies) });
    }

    /// Forgets how many posts there are: there are others now.
    pub(in crate::app) fn forget_posts(&mut self) {
        self.counted = None;
    }
}

impl App {
    /// The map's state.
    #[must_use]
    pub const fn england(&self) -> &England {
        &self.england
    }

    /// What the map of England shows; nothing before posts were shown for the first time.
    #[must_use]
    pub fn sight(&self) -> Option<Sight<'_>> {
        let boards = self.england.boards.as_ref()?;
        let tallies = self.england.counted.as_ref().map_or(&[][..], |counted| counted.tallies.as_slice());
        Some(Sight {
            pack: &self.pack,
            boards,
            view: self.england.view,
            tallies,
            marked: self.tile_of_post(),
            only: self.only(),
            has_keys: self.side() == Side::England && self.overlays.is_empty(),
            telling: Telling::Below,
        })
    }

    /// The tile of the selected post in the arrangement that is shown.
    fn tile_of_post(&self) -> Option<TileId> {
        let post = self.selected_post()?;
        let both = self.posts_view().table()?.boards_of(post);
        both[self.england.view.arrangement as usize]
    }

    /// To which part of England the table is narrowed down.
    fn only(&self) -> Option<Only<'_>> {
        self.posts_view().chosen().values().find_map(|value| match value {
            Value::Board(tile) => Some(Only::Board(*tile)),
            Value::Region(name) => Some(Only::Region(name)),
            _ => None,
        })
    }

    /// The tile that actions are about: under the cursor while the map has the keys, else that of the selected post.
    #[must_use]
    pub fn tile_in_question(&self) -> Option<TileId> {
        let cursor = self.england.view.cursor.filter(|_| self.side() == Side::England);
        cursor.or_else(|| self.tile_of_post())
    }

    /// The first posts of a tile that the table lists, at most so many.
    #[must_use]
    pub fn posts_at(&self, tile: TileId, most: usize) -> Vec<PostId> {
        let Some(table) = self.posts_view().table() else { return Vec::new() };
        let here = |post: &&PostId| table.boards_of(**post).contains(&Some(tile));
        self.posts_view().listed().iter().filter(here).take(most).copied().collect()
    }

    /// The map gets the keys: its cursor is on the tile of the selected post, or where it was.
    pub(in crate::app) fn arrive_in_england(&mut self) {
        let pack = Arc::clone(&self.pack);
        let boards = self.england.boards(&pack);
        let tiles = boards.tiles(self.england.view.arrangement);
        let there = self.england.view.cursor.filter(|tile| tiles.at(*tile).is_some());
        self.england.view.cursor = self.tile_of_post().or(there).or_else(|| tiles.end(Heading::Up));
    }

    /// A step over the map. The table follows: its first post of the tile is selected.
    pub(in crate::app) fn walk_england(&mut self, action: Action) {
        let pack = Arc::clone(&self.pack);
        let boards = self.england.boards(&pack);
        let tiles = boards.tiles(self.england.view.arrangement);
        let Some(here) = self.england.view.cursor else { return self.arrive_in_england() };
        let to = match (action, heading(action)) {
            (_, Some(heading)) => tiles.next(here, heading),
            (Action::First, _) => tiles.end(Heading::Up),
            (Action::Last, _) => tiles.end(Heading::Down),
            _ => None,
        };
        match to {
            Some(tile) => self.look_at_tile(tile),
            None => self.notice = Some("This is the edge of England; Tab goes on to the table".to_owned()),
        }
    }

    /// Puts the cursor on a tile, and the table on its first post there.
    pub(in crate::app) fn look_at_tile(&mut self, tile: TileId) {
        self.england.view.cursor = Some(tile);
        if let Some(post) = self.posts_at(tile, 1).first() {
            self.posts.select(*post);
        }
    }

    /// Does what an action means for the map.
    pub(in crate::app) fn tour_england(&mut self, action: Action) {
        match action {
            Action::OnlyBoard => self.narrow_to_board(),
            Action::OnlyRegion => self.narrow_to_region(),
            Action::OtherBoards => self.change_arrangement(),
            Action::OtherShade => {
                self.england.view.shading = self.england.view.shading.other();
                self.notice = Some(format!("Boards are shaded {}", words::by(self.england.view.shading)));
            }
            _ => {}
        }
    }

    fn narrow_to_board(&mut self) {
        let Some(tile) = self.tile_in_question() else { return };
        self.narrow_to(&Value::Board(tile));
    }

    fn narrow_to_region(&mut self) {
        let Some(tile) = self.tile_in_question() else { return };
        let region = region_of_tile(&self.pack, tile).map(|region| region.title.clone());
        match region {
            Some(region) => self.narrow_to(&Value::Region(region)),
            None => self.notice = Some("The region of this board is not known".to_owned()),
        }
    }

    /// Lists only what is there, or no longer only that.
    fn narrow_to(&mut self, place: &Value) {
        let was = self.posts_view().chosen().has(place);
        self.choose_posts(|chosen| {
            let rest = chosen.without(Facet::Board).without(Facet::Region);
            *chosen = rest;
            if !was {
                chosen.toggle(place.clone());
            }
        });
        self.list_posts();
        if let Some(tile) = self.england.view.cursor.filter(|_| self.side() == Side::England) {
            self.look_at_tile(tile);
        }
        let place = crate::app::posts::words::value(&self.pack, place);
        let listed = crate::domain::words::count(self.posts_view().listed().len() as u64, "post");
        self.notice =
            Some(if was { format!("All of England again: {listed}") } else { format!("Only {place}: {listed}") });
    }

    /// Lists all of England again; whether it was narrowed down before.
    pub(in crate::app) fn widen(&mut self) -> bool {
        let narrowed = self.only().is_some();
        if narrowed {
            self.choose_posts(|chosen| *chosen = chosen.without(Facet::Board).without(Facet::Region));
            self.notice = Some("All of England again".to_owned());
        }
        narrowed
    }

    /// To the boards of the other year. Cursor and chosen board go along to where most of their organisations are.
    fn change_arrangement(&mut self) {
        let pack = Arc::clone(&self.pack);
        let boards = self.england.boards(&pack);
        self.england.view.arrangement = self.england.view.arrangement.other();
        let arrangement = self.england.view.arrangement;
        let there = |tile| boards.counterpart(&pack, tile);
        self.england.view.cursor = self.england.view.cursor.and_then(there);
        if let Some(Only::Board(tile)) = self.only() {
            self.choose_posts(|chosen| {
                *chosen = chosen.without(Facet::Board);
                if let Some(tile) = there(tile) {
                    chosen.toggle(Value::Board(tile));
                }
            });
        }
        if self.side() == Side::England && self.england.view.cursor.is_none() {
            self.arrive_in_england();
        }
        let count = boards.tiles(arrangement).placed().len();
        self.notice = Some(format!("The {count} boards of {}", arrangement.year()));
    }
}
