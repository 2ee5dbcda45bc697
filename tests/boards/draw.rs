//! The tile map as it is drawn, in windows of every size.

use fingerpost::app::boards::{Boards, BoardsView, Only, Sight, Tally, Telling};
use fingerpost::app::hit::Target;
use fingerpost::domain::Pack;
use fingerpost::domain::board::{Arrangement, Shading};
use fingerpost::domain::id::TileId;
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::{Depth, GlyphSet, Look, Theme, boards};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::{england, tile};

/// What the tests look at: a pack, its boards and the posts of each.
pub struct Desk {
    pack: Pack,
    boards: Boards,
    tallies: Vec<Tally>,
}

impl Desk {
    pub fn new() -> Self {
        let pack = england();
        let boards = Boards::of(&pack);
        let mut tallies = vec![Tally::default(); pack.tables().tiles.len()];
        for post in &pack.tables().posts {
            for tile in boards.of_post(&pack, post).into_iter().flatten() {
                tallies[tile.index()].all += 1;
                tallies[tile.index()].listed += u32::from(post.segment == Some(4));
            }
        }
        Self { pack, boards, tallies }
    }

    fn sight(&self, arrangement: Arrangement, shading: Shading) -> Sight<'_> {
        Sight {
            pack: &self.pack,
            boards: &self.boards,
            view: BoardsView { arrangement, shading, cursor: None },
            tallies: &self.tallies,
            marked: None,
            only: None,
            has_keys: false,
            telling: Telling::Below,
        }
    }

    fn tile(&self, arrangement: Arrangement, abbreviation: &str) -> TileId {
        tile(&self.pack, arrangement, abbreviation)
    }
}

struct Drawn {
    text: String,
    tiles: Vec<TileId>,
}

fn draw(sight: &Sight<'_>, glyphs: GlyphSet, (width, height): (u16, u16)) -> Drawn {
    let area = Rect::new(0, 0, width, height);
    let look = Look::new(Theme::Mono, Depth::Sixteen, glyphs);
    let mut buffer = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut buffer, &look);
    boards::draw(sight, &mut canvas, area);
    let hits = canvas.into_hits();
    let tiles = hits.hits.iter().filter_map(|hit| match hit.target {
        Target::Tile(tile) => Some(tile),
        _ => None,
    });
    let tiles = tiles.collect();
    let rows = (0..height).map(|y| {
        let row: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        row.trim_end().to_owned()
    });
    Drawn { text: rows.collect::<Vec<_>>().join("\n"), tiles }
}

#[test]
fn england_in_windows_of_several_sizes() {
    let desk = Desk::new();
    for (width, height) in [(24, 12), (58, 15), (49, 32), (78, 30), (130, 70)] {
        let mut sight = desk.sight(Arrangement::Of2026, Shading::Worst);
        sight.marked = Some(desk.tile(Arrangement::Of2026, "DEV"));
        sight.view.cursor = Some(desk.tile(Arrangement::Of2026, "GM"));
        sight.has_keys = true;
        let drawn = draw(&sight, GlyphSet::Unicode, (width, height));
        insta::assert_snapshot!(format!("england-{width}x{height}"), drawn.text);
    }
}

#[test]
fn the_42_boards_of_2022_by_their_means_in_plain_signs() {
    let desk = Desk::new();
    let mut sight = desk.sight(Arrangement::Of2022, Shading::Mean);
    sight.only = Some(Only::Region("South East"));
    insta::assert_snapshot!("england-2022-ascii", draw(&sight, GlyphSet::Ascii, (58, 34)).text);
}

#[test]
fn every_tile_can_be_clicked_wherever_tiles_fit() {
    let desk = Desk::new();
    for arrangement in Arrangement::ALL {
        let sight = desk.sight(arrangement, Shading::Worst);
        let wanted = arrangement.tiles(&desk.pack).count();
        for (width, height) in [(25, 9), (50, 12), (58, 15), (100, 30), (250, 80)] {
            assert_eq!(draw(&sight, GlyphSet::Unicode, (width, height)).tiles.len(), wanted, "{width}x{height}");
        }
    }
}

#[test]
fn cursor_and_mark_are_told_apart_without_colour() {
    let desk = Desk::new();
    let mut sight = desk.sight(Arrangement::Of2026, Shading::Worst);
    sight.marked = Some(desk.tile(Arrangement::Of2026, "DEV"));
    sight.view.cursor = Some(desk.tile(Arrangement::Of2026, "GM"));
    let without = draw(&sight, GlyphSet::Ascii, (60, 30)).text;
    assert!(without.contains(">DEV") && !without.contains("[GM"), "{without}");
    sight.has_keys = true;
    let with = draw(&sight, GlyphSet::Ascii, (60, 30)).text;
    assert!(with.contains(">DEV") && with.contains("[GM"), "{with}");
}

#[test]
fn every_segment_has_a_sign_of_its_own() {
    for glyphs in [GlyphSet::Unicode, GlyphSet::Ascii] {
        let mut signs: Vec<char> =
            [None, Some(1), Some(2), Some(3), Some(4), Some(5)].map(|one| boards::shades::sign(glyphs, one)).into();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), 6, "{glyphs:?}");
        assert!(glyphs == GlyphSet::Unicode || signs.iter().all(char::is_ascii));
    }
}

#[test]
fn any_size_will_do() {
    let desk = Desk::new();
    let mut sight = desk.sight(Arrangement::Of2022, Shading::Mean);
    sight.view.cursor = Some(desk.tile(Arrangement::Of2022, "BNSSG"));
    sight.has_keys = true;
    for width in (0..140).chain([250]) {
        for height in (0..45).chain([80]) {
            let drawn = draw(&sight, GlyphSet::Unicode, (width, height));
            assert!(drawn.tiles.is_empty() || drawn.tiles.len() == 42, "{width}x{height}");
        }
    }
}
