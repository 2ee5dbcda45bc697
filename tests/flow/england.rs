//! The map of England on the posts screen: it and the table follow each other.

use std::sync::Arc;

use fingerpost::app::hit::Target;
use fingerpost::app::{Mouse, MouseKind, Msg, Screen, Start, Who};
use fingerpost::domain::Pack;
use fingerpost::domain::board::Arrangement;

use crate::driver::Driver;
use crate::packs::england;

fn posts(size: (u16, u16)) -> Driver {
    let pack = england();
    let role = pack.find_role("ward-manager").expect("the pack has it");
    let who = Who::Role(role, fingerpost::domain::quantity::Decimal::whole(2));
    Driver::new(&pack, size, Start { who, screen: Screen::Posts, ..Start::default() })
}

/// With the keys on the map.
fn map(size: (u16, u16)) -> Driver {
    posts(size).keys("<tab><tab>")
}

fn employer(driver: &Driver) -> String {
    let post = driver.app.selected_post().expect("a post is selected");
    driver.app.pack().post(post).employer.clone()
}

fn abbreviation(driver: &Driver) -> String {
    let tile = driver.app.tile_in_question().expect("the cursor is on a tile");
    driver.app.pack().tile(tile).abbreviation.clone()
}

#[test]
fn the_map_in_windows_of_several_sizes() {
    for (width, height) in [(60, 20), (80, 24), (120, 36)] {
        insta::assert_snapshot!(format!("england-{width}x{height}"), map((width, height)).text());
    }
}

#[test]
fn selecting_a_post_marks_its_board() {
    let driver = posts((120, 36));
    assert!(employer(&driver).contains("Sussex") && driver.says("▸SSX"), "{}", driver.text());
    let driver = driver.keys("<down>");
    assert!(employer(&driver).contains("Wigan") && driver.says("▸GM"), "{}", driver.text());
}

#[test]
fn the_table_follows_the_cursor() {
    let driver = map((120, 36));
    assert_eq!(abbreviation(&driver), "SSX", "it begins at the selected post");
    let driver = driver.keys("<left><left>");
    assert_eq!(abbreviation(&driver), "DEV");
    assert!(employer(&driver).contains("Plymouth"), "{}", employer(&driver));
    assert_eq!(driver.app.posts_view().listed().len(), 45, "nothing is filtered by walking");
    let driver = driver.keys("<left>");
    assert!(abbreviation(&driver) == "CIOS" && employer(&driver).contains("Plymouth"), "no post there to follow to");
}

#[test]
fn the_pane_tells_of_the_board_under_the_cursor() {
    let driver = map((120, 36)).keys("<left><left>");
    for words in ["Worst segment 4, mean 3.6; 3 of 5 organisations challenged", "◆ ▓4 Devon Partnership", "3 posts"]
    {
        assert!(driver.says(words), "{words} in\n{}", driver.text());
    }
}

#[test]
fn enter_lists_a_board_only_and_escape_all_again() {
    let driver = map((120, 36)).keys("<left><left><enter>");
    assert!(driver.says("Only Devon: 3 posts"), "{}", driver.text());
    assert_eq!(driver.app.posts_view().listed().len(), 3);
    let driver = driver.keys("<right>");
    assert!(
        driver.says("SSX 5") && driver.says("Only Devon"),
        "the other boards keep their numbers: {}",
        driver.text()
    );
    let driver = driver.keys("<esc>");
    assert_eq!(driver.app.posts_view().listed().len(), 45);
    assert!(driver.says("▸England"), "the map keeps the keys: {}", driver.text());
    assert!(driver.keys("<esc>").says("▸Posts"));
}

#[test]
fn a_region_is_listed_as_the_framework_counts_it_and_undo_takes_it_back() {
    let driver = map((120, 36)).keys("<left><left>R");
    assert!(driver.says("Only South West: 4 posts"), "{}", driver.text());
    assert_eq!(driver.app.posts_view().listed().len(), 4);
    assert_eq!(driver.keys("u").app.posts_view().listed().len(), 45);
}

#[test]
fn the_boards_of_2022_come_with_cursor_and_choice() {
    let driver = map((120, 36)).keys("<enter>y");
    assert!(driver.says("The 42 boards of 2022"), "{}", driver.text());
    assert_eq!(abbreviation(&driver), "SUS", "most organisations of Surrey and Sussex");
    assert_eq!(driver.app.posts_view().listed().len(), 5);
    let driver = driver.keys("y");
    assert_eq!((abbreviation(&driver).as_str(), driver.app.posts_view().listed().len()), ("SSX", 5));
}

#[test]
fn shades_are_by_the_worst_or_by_the_mean() {
    let driver = map((120, 36)).keys("<left><left>");
    assert!(driver.says("▓▓▓▓4") && !driver.says("▓▓3.6"));
    let driver = driver.keys("v");
    assert!(driver.says("by mean segment") && driver.says("▓▓3.6"), "{}", driver.text());
}

#[test]
fn a_click_on_a_tile_selects_it() {
    let mut driver = posts((120, 36));
    let pack: Arc<Pack> = england();
    let gm = Arrangement::Of2026.tiles(&pack).find(|id| pack.tile(*id).abbreviation == "GM").expect("it is there");
    let hit = driver.hits.hits.iter().find(|hit| hit.target == Target::Tile(gm)).expect("it is drawn");
    let (column, row) = (hit.cells.x, hit.cells.y);
    driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column, row }));
    assert_eq!(abbreviation(&driver), "GM");
    assert!(employer(&driver).contains("Wigan") && driver.says("▸England"), "{}", driver.text());
}

#[test]
fn tiles_stay_where_they_are_while_one_walks() {
    let mut driver = map((120, 36));
    let tiles = |driver: &Driver| -> Vec<_> {
        let of_map = |hit: &&fingerpost::app::hit::Hit| matches!(hit.target, Target::Tile(_));
        driver.hits.hits.iter().filter(of_map).copied().collect()
    };
    let before = tiles(&driver);
    for key in ["<up>", "<up>", "<left>", "<left>", "<enter>", "<up>", "v", "<tab>", "<down>"] {
        driver = driver.keys(key);
        assert_eq!(tiles(&driver), before, "{key}");
    }
}
