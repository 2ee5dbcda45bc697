//! Zoom by meaning and the legend, as a person at the keyboard meets them.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::hit::Target;
use fingerpost::app::map::Zoom;
use fingerpost::app::{Mouse, MouseKind, Msg, Screen, Start, Who};

fn ward_manager(size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let personas = &pack.tables().personas;
    let who = personas.iter().find(|persona| persona.slug.as_str() == "ward-manager").expect("she comes with the pack");
    let start = Start { who: Who::Profile(who.clone()), screen: Screen::Map, ..Start::default() };
    Driver::new(&pack, size, start)
}

/// The pound sign is a word.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || c == '£')
}

#[test]
fn families_and_levels() {
    let driver = ward_manager((80, 24)).keys("--");
    assert_eq!(driver.app.map().zoom(), Zoom::Families);
    insta::assert_snapshot!("families_80", driver.text());
    insta::assert_snapshot!("families_120", ward_manager((120, 36)).keys("--").screen());
    let ascii = ward_manager((120, 36)).ascii().keys("--").text();
    assert!(is_plain(&ascii), "{ascii}");
}

#[test]
fn boxes_with_pay_time_and_posts() {
    insta::assert_snapshot!("cards_80", ward_manager((80, 24)).keys("+").text());
    insta::assert_snapshot!("cards_120", ward_manager((120, 36)).keys("+").text());
    let ascii = ward_manager((120, 36)).ascii().keys("+").text();
    assert!(is_plain(&ascii), "{ascii}");
}

#[test]
fn the_frame_says_how_near_one_looks() {
    let mut driver = ward_manager((80, 24));
    for (keys, zoom) in [("+", Zoom::Cards), ("-", Zoom::Boxes), ("-", Zoom::Lanes), ("-", Zoom::Families)] {
        driver = driver.keys(keys);
        assert!(driver.row(2).contains(&format!("Map · {zoom}")), "{}", driver.row(2));
    }
    assert!(driver.says("+ nearer") && driver.says("- farther"));
}

#[test]
fn enter_on_a_square_goes_nearer() {
    let driver = ward_manager((80, 24)).keys("--<right><enter>");
    assert!(driver.app.map().zoom() > Zoom::Families);
    let pack = packs::england();
    assert_eq!(driver.app.selected_role(), pack.find_role("matron"));
}

#[test]
fn a_square_can_be_clicked() {
    let mut driver = ward_manager((80, 24)).keys("--");
    let pack = packs::england();
    let chair = pack.find_role("trust-chair").expect("a role");
    let hit = driver.hits.hits.iter().find(|hit| hit.target == Target::Role(chair)).expect("it stands for its square");
    let (column, row) = (hit.cells.x, hit.cells.y);
    for kind in [MouseKind::Down, MouseKind::Up] {
        driver.send(Msg::Mouse(Mouse { kind, column, row }));
    }
    assert_eq!((driver.app.selected_role(), driver.app.map().zoom()), (Some(chair), Zoom::Families));
}

#[test]
fn the_legend_opens_and_closes_and_can_be_clicked() {
    let mut driver = ward_manager((120, 36)).keys("L");
    insta::assert_snapshot!("legend_120", driver.text());
    driver = driver.keys("<esc>");
    assert!(!driver.says("Legend of the map"));
    let legend = Target::Action(fingerpost::app::Action::Legend);
    let hit = driver.hits.hits.iter().find(|hit| hit.target == legend).expect("the line below the map names it");
    let (column, row) = (hit.cells.x, hit.cells.y);
    for kind in [MouseKind::Down, MouseKind::Up] {
        driver.send(Msg::Mouse(Mouse { kind, column, row }));
    }
    assert!(driver.says("Legend of the map"));
}

#[test]
fn the_line_below_the_map_says_what_is_hidden_and_what_no_longer_is() {
    let driver = ward_manager((120, 36));
    assert!(driver.says("exceptional hidden (x)"), "{}", driver.text());
    assert!(!driver.keys("x").says("exceptional hidden"));
}

#[test]
fn every_zoom_works_in_every_window() {
    let mut driver = ward_manager((60, 20));
    for zoom in ["+", "---"] {
        driver = driver.keys(zoom);
        for (width, height) in [(1, 1), (20, 5), (60, 20), (61, 24), (99, 21), (100, 60), (250, 80)] {
            driver.resize(width, height);
        }
    }
}

#[test]
fn training_and_posts_stand_between_the_columns_when_asked_for() {
    let driver = ward_manager((200, 50)).keys("b");
    insta::assert_snapshot!("between_200", driver.text());
    assert!(driver.says("Registered nurse (NMC)") && driver.says("the training asked for"));
    assert!(!driver.keys("bbb").says("┄"));
    let mut driver = ward_manager((200, 50)).keys("b");
    let is_slip = |target: Target| matches!(target, Target::Training(_));
    let hit = driver.hits.hits.iter().find(|hit| is_slip(hit.target) && hit.cells.x < 100).expect("a slip");
    let (target, column, row) = (hit.target, hit.cells.x, hit.cells.y);
    for kind in [MouseKind::Down, MouseKind::Up] {
        driver.send(Msg::Mouse(Mouse { kind, column, row }));
    }
    assert_eq!(driver.app.selected_training().map(Target::Training), Some(target));
}
