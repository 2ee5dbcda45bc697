//! The mouse on the map: it drags, clicks, scrolls and reads out what is cut.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::hit::{Cells, Pane, Target, Tip};
use fingerpost::app::map::{Pan, Zoom};
use fingerpost::app::{Mouse, MouseKind, Msg, Start, Who};

/// A ward manager's map, in a window it does not fit.
fn map() -> Driver {
    let pack = packs::england();
    let who =
        pack.tables().personas.iter().find(|person| person.slug.as_str() == "ward-manager").expect("she is there");
    Driver::new(&pack, (80, 24), Start { who: Who::Profile(who.clone()), ..Start::default() })
}

fn told(kind: MouseKind, (column, row): (u16, u16)) -> Msg {
    Msg::Mouse(Mouse { kind, column, row })
}

fn mouse(driver: &mut Driver, kind: MouseKind, at: (u16, u16)) {
    driver.send(told(kind, at));
}

fn drag(driver: &mut Driver, from: (u16, u16), to: &[(u16, u16)]) {
    mouse(driver, MouseKind::Down, from);
    for &at in to {
        mouse(driver, MouseKind::Drag, at);
    }
    mouse(driver, MouseKind::Up, *to.last().expect("somewhere"));
}

/// A role on the map other than the selected one, and a cell of it.
fn other_role(driver: &Driver) -> (fingerpost::domain::id::RoleId, (u16, u16)) {
    let roles = driver.hits.roles_on_map();
    let (role, cells) = roles.iter().find(|(role, _)| Some(*role) != driver.app.selected_role()).expect("a role");
    (*role, (cells.x, cells.y))
}

#[test]
fn dragging_moves_the_map_exactly_as_far_as_the_mouse() {
    let mut driver = map();
    let lane = |driver: &Driver| (0..24).find(|&row| driver.row(row).contains("Operations"));
    let before = lane(&driver).expect("the lane is in view");
    let (role, at) = other_role(&driver);
    let selected = driver.app.selected_role();
    assert_ne!(Some(role), selected);
    drag(&mut driver, (at.0, at.1 + 4), &[(at.0, at.1 + 2), (at.0, at.1)]);
    let room = driver.hits.roam.expect("there is a map").most.rows;
    assert!(room >= 1, "the map is higher than the window");
    assert_eq!(driver.app.map().pan(), Pan::by(0, room.min(4)));
    assert_eq!(lane(&driver), before.checked_sub(usize::try_from(room.min(4)).expect("small")));
    assert_eq!(driver.app.selected_role(), selected, "a drag that began on a role selects nothing");
}

#[test]
fn the_map_never_leaves_the_window_and_stays_under_the_mouse() {
    let mut driver = map();
    let roam = driver.hits.roam.expect("there is a map");
    mouse(&mut driver, MouseKind::Down, (40, 12));
    for at in [(2, 4), (79, 23), (40, 4)] {
        mouse(&mut driver, MouseKind::Drag, at);
        let pan = driver.app.map().pan();
        assert_eq!(pan, Pan::by(40 - i32::from(at.0), 12 - i32::from(at.1)).within(roam));
    }
    mouse(&mut driver, MouseKind::Drag, (40, 12));
    assert_eq!(driver.app.map().pan(), Pan::default(), "back where it was picked up");
}

#[test]
fn a_press_without_a_move_selects_on_release_and_a_second_one_opens() {
    let mut driver = map();
    let (role, at) = other_role(&driver);
    let before = driver.app.selected_role();
    mouse(&mut driver, MouseKind::Down, at);
    assert_eq!(driver.app.selected_role(), before, "it may become a drag");
    mouse(&mut driver, MouseKind::Drag, (at.0 + 1, at.1));
    mouse(&mut driver, MouseKind::Up, (at.0 + 1, at.1));
    assert_eq!(driver.app.selected_role(), Some(role), "a hand may tremble");
    mouse(&mut driver, MouseKind::Again, at);
    mouse(&mut driver, MouseKind::Up, at);
    assert_eq!((driver.app.selected_role(), driver.app.focus()), (Some(role), Pane::Role));
}

#[test]
fn two_quick_presses_on_a_key_hint_are_two_presses() {
    let mut driver = map();
    let hit = |driver: &Driver| {
        let of_rules = |target: Target| target == Target::Action(fingerpost::app::Action::NextRuleset);
        driver.hits.hits.iter().find(|hit| of_rules(hit.target)).map(|hit| (hit.cells.x, hit.cells.y)).expect("a hint")
    };
    let rules = driver.app.stance().ruleset;
    for kind in [MouseKind::Down, MouseKind::Again, MouseKind::Down] {
        let at = hit(&driver);
        mouse(&mut driver, kind, at);
    }
    assert_eq!(driver.app.stance().ruleset, rules, "three rules, three presses");
}

#[test]
fn the_wheel_scrolls_both_ways_and_zooms() {
    let mut driver = map();
    let at = (40, 12);
    mouse(&mut driver, MouseKind::ScrollDown, at);
    let roam = driver.hits.roam.expect("there is a map");
    assert_eq!(driver.app.map().pan(), Pan::by(0, 3).within(roam));
    mouse(&mut driver, MouseKind::ScrollUp, at);
    mouse(&mut driver, MouseKind::ScrollRight, at);
    assert_eq!(driver.app.map().pan(), Pan::by(3, 0).within(roam));
    let zoom = driver.app.map().zoom();
    mouse(&mut driver, MouseKind::ZoomOut, at);
    assert_eq!(Some(driver.app.map().zoom()), zoom.farther());
    mouse(&mut driver, MouseKind::ZoomIn, at);
    assert_eq!(driver.app.map().zoom(), Zoom::Boxes);
}

#[test]
fn what_is_cut_or_counted_is_read_out_under_the_mouse() {
    let mut driver = map();
    let tips = driver.hits.tips.clone();
    assert!(tips.len() > 3, "titles are cut at this size: {tips:?}");
    for tip in tips {
        let Cells { x, y, .. } = tip.cells;
        if driver.hits.tip_at(x, y) != Some(&tip) {
            continue;
        }
        mouse(&mut driver, MouseKind::Moved, (x, y));
        let screen = driver.text().split_whitespace().collect::<Vec<_>>().join(" ");
        for word in tip.words.split_whitespace() {
            assert!(screen.contains(word), "{word} of {tip:?}\n{}", driver.text());
        }
    }
    let on_screen = |driver: &Driver, tip: &Tip| driver.says(tip.words.lines().next().unwrap_or_default());
    mouse(&mut driver, MouseKind::Moved, (0, 0));
    let tip = driver.hits.tips.iter().find(|tip| !on_screen(&driver, tip)).expect("something is cut").clone();
    mouse(&mut driver, MouseKind::Moved, (tip.cells.x, tip.cells.y));
    assert!(on_screen(&driver, &tip), "{}", driver.text());
    mouse(&mut driver, MouseKind::Moved, (0, 0));
    assert!(!on_screen(&driver, &tip), "gone with the mouse");
}

#[test]
fn a_move_over_the_same_thing_changes_nothing() {
    let mut driver = map();
    let tip = driver.hits.tips.last().expect("something is cut").clone();
    let over = told(MouseKind::Moved, (tip.cells.x, tip.cells.y));
    assert!(!driver.app.is_idle(&over), "there is something to tell");
    driver.send(over.clone());
    assert!(driver.app.is_idle(&over));
    let nothing = told(MouseKind::Moved, (0, 0));
    assert!(!driver.app.is_idle(&nothing), "what was told must go");
    driver.send(nothing.clone());
    assert!(driver.app.is_idle(&nothing) && driver.app.is_idle(&told(MouseKind::Moved, (79, 0))));
}

#[test]
fn a_key_puts_away_what_the_mouse_told() {
    let mut driver = map();
    let tip = driver.hits.tips.last().expect("something is cut").clone();
    mouse(&mut driver, MouseKind::Moved, (tip.cells.x, tip.cells.y));
    assert!(driver.app.tip().is_some());
    assert!(driver.keys("<tab>").app.tip().is_none());
}
