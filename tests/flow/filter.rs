//! Filtering the map by keys and mouse.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::hit::Target;
use fingerpost::app::map::filter::{Manner, Showing, Spacing};
use fingerpost::app::{Mouse, MouseKind, Msg, Start, Who};

fn driver(size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let her = pack.tables().personas.iter().find(|persona| persona.slug.as_str() == "ward-manager").expect("her");
    Driver::new(&pack, size, Start { who: Who::Profile(her.clone()), ..Start::default() })
}

/// From the top of the sheet to a family: three distances come first.
fn family(at: usize) -> String {
    format!("F{}<space>", "<down>".repeat(3 + at))
}

const NURSING: usize = 3;

#[test]
fn f_goes_from_one_move_to_all_and_says_what_is_left() {
    let driver = driver((120, 36)).keys("f");
    assert!(driver.row(35).starts_with("Within 1 move of Ward manager"), "{}", driver.row(35));
    assert!(driver.row(35).contains(": 6 of 133 + 4 yours"), "{}", driver.row(35));
    let driver = driver.keys("ff");
    assert!(driver.row(35).starts_with("Within 3 moves of Ward manager"), "{}", driver.row(35));
    let driver = driver.keys("f");
    assert_eq!(driver.row(35), "No filter: all 133 roles are shown");
}

#[test]
fn a_filter_in_force_is_always_on_the_map_and_esc_does_not_lift_it() {
    let plain = driver((120, 36));
    assert!(!plain.says("filtered"));
    let driver = plain.keys("ff<esc><esc>");
    assert!(driver.row(2).contains("filtered (F): 22 of 133 + 3 yours · within 2 moves"), "{}", driver.row(2));
    let driver = driver.keys("21");
    assert!(driver.row(2).contains("filtered (F)"), "also when one comes back: {}", driver.row(2));
    for size in [(60, 20), (80, 24), (200, 50)] {
        let mut driver = self::driver(size).keys(&family(NURSING)).keys("<esc>");
        driver.send(Msg::Resized);
        assert!(driver.says("filtered (F)") && driver.says("of 133"), "{}", driver.text());
    }
}

#[test]
fn the_sheet_at_two_sizes() {
    insta::assert_snapshot!("filter_sheet_120", driver((120, 36)).keys(&family(NURSING)).keys("<end>").screen());
    insta::assert_snapshot!("filter_sheet_60", driver((60, 20)).keys(&family(NURSING)).text());
}

#[test]
fn space_chooses_c_clears_and_u_takes_it_back() {
    let driver = driver((120, 36)).keys(&family(NURSING));
    assert!(driver.says("[x] Nursing & midwifery"));
    assert!(driver.says("15 of 133 + 5 yours · Nursing"), "{}", driver.text());
    let driver = driver.keys("<down><space>");
    assert!(driver.says("Nursing, Ops"));
    let driver = driver.keys("u");
    assert!(!driver.says("Nursing, Ops") && driver.says("[x] Nursing & midwifery"), "{}", driver.text());
    let driver = driver.keys("c");
    assert!(driver.says("[ ] Nursing & midwifery") && driver.says("No filter"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.app.overlays().is_empty());
    let driver = driver.keys("u");
    assert!(driver.row(2).contains("Nursing"), "{}", driver.row(2));
    assert!(driver.keys("<ctrl+r>").app.map().sieve().filter().is_off());
}

#[test]
fn left_and_right_go_from_section_to_section() {
    let driver = driver((120, 36)).keys("F<right><right><space>");
    assert!(driver.says("[x] Team"), "{}", driver.text());
    let driver = driver.keys("<left><space>");
    assert!(driver.says("[x] Ways in"), "{}", driver.text());
}

#[test]
fn clicking_a_line_chooses_it_and_clicking_again_does_not_any_more() {
    let mut driver = driver((120, 36)).keys("F");
    let click = |driver: &mut Driver, line| {
        let hit =
            driver.hits.hits.iter().find(|hit| hit.target == Target::OverlayRow(line)).expect("the line is there");
        let (column, row) = (hit.cells.x + 8, hit.cells.y);
        driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column, row }));
    };
    click(&mut driver, 3 + NURSING);
    assert!(driver.says("[x] Nursing & midwifery"), "{}", driver.text());
    click(&mut driver, 3 + NURSING);
    assert!(driver.says("[ ] Nursing & midwifery") && !driver.app.overlays().is_empty());
    click(&mut driver, 1);
    click(&mut driver, 0);
    assert!(driver.says("(x) Within 1 move") && driver.says("( ) Within 2 moves"));
}

#[test]
fn reach_needs_a_person() {
    let pack = packs::england();
    let driver = Driver::new(&pack, (120, 36), Start::default()).keys("<esc>F<end>");
    assert!(driver.says("say who you are first (s)"), "{}", driver.text());
    let driver = driver.keys("<space>");
    assert!(driver.app.map().sieve().filter().is_off());
    assert!(driver.row(35).starts_with("Say who you are first"), "{}", driver.row(35));
    let driver = self::driver((120, 36)).keys("F<end><space><esc>");
    assert!(driver.row(2).contains("in your reach"), "{}", driver.row(2));
    let unreached = driver.app.pack().find_role("armed-forces-entrant").expect("a role nobody comes to");
    assert_eq!(driver.app.map().sieve().look_of(unreached), Showing::Dimmed);
}

#[test]
fn capital_d_hides_and_capital_c_compacts_and_back() {
    let driver = driver((200, 60)).keys(&family(NURSING)).keys("<esc>");
    assert!(driver.says("·Patient safety"), "dimmed, with a dot before it: {}", driver.text());
    let driver = driver.keys("D");
    assert_eq!(driver.app.map().sieve().manner(), Manner::Hide);
    assert!(!driver.says("Patient safety"), "{}", driver.text());
    let before = driver.text();
    let driver = driver.keys("C");
    assert_eq!(driver.app.map().sieve().spacing(), Spacing::Compact);
    assert!(driver.row(2).contains("compact"), "{}", driver.row(2));
    let driver = driver.keys("C<esc>");
    let map = |text: &str| text.lines().take(59).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(map(&driver.text()), map(&before));
    let driver = driver.keys("0C");
    assert!(driver.row(59).starts_with("There is no filter"), "{}", driver.row(59));
}

#[test]
fn dimming_is_seen_in_plain_letters_too() {
    let driver = driver((200, 60)).ascii().keys(&family(NURSING)).keys("<esc>");
    let text = driver.text();
    assert!(text.lines().all(|row| row.chars().take(150).all(|c| c.is_ascii())), "{text}");
    assert!(text.contains(".Patient safety") && text.contains("...................."), "{text}");
    assert!(text.contains("0/1"), "{text}");
}

#[test]
fn the_numbers_of_other_roles_say_how_many_pass() {
    let driver = driver((120, 36)).keys("ff");
    assert!(driver.says("+1 of 2") && driver.says("1 of 3"), "{}", driver.text());
}

#[test]
fn the_matrix_counts_what_passes_and_says_so() {
    let driver = driver((120, 36)).keys("--");
    let operations = |driver: &Driver| driver.text().lines().find(|row| row.contains(" Ops ")).map(str::to_owned);
    let before = operations(&driver).expect("the lane");
    let driver = driver.keys(&family(NURSING)).keys("<esc>");
    let after = operations(&driver).expect("the lane");
    let place = |row: &str| row.chars().position(|c| c == '★').expect("a step of the route");
    assert_eq!(place(&before), place(&after), "nothing moves");
    assert!(before.contains("★1 3 ") && after.contains("★1 1 "), "one of three is on the route:\n{before}\n{after}");
    assert!(driver.row(34).contains("5 roles pass"), "{}", driver.row(34));
}

#[test]
fn on_the_whole_map_too_everything_keeps_its_place() {
    let plain = driver((160, 50)).keys("-");
    let filtered = driver((160, 50)).keys("-").keys(&family(NURSING)).keys("<esc>");
    let role = |driver: &Driver, id: &str| {
        let role = driver.app.pack().find_role(id).expect("a role");
        driver.hits.hits.iter().find(|hit| hit.target == Target::Role(role)).map(|hit| hit.cells)
    };
    for id in ["ward-manager", "matron", "service-manager", "freedom-to-speak-up-guardian", "deputy-ward-manager"] {
        assert_eq!(role(&plain, id), role(&filtered, id), "{id}");
    }
    let cells = role(&filtered, "ambulance-team-leader").expect("a role of another family in the window");
    let first = |driver: &Driver| driver.row(usize::from(cells.y)).chars().nth(usize::from(cells.x));
    assert_eq!((first(&plain), first(&filtered)), (Some(' '), Some('·')), "{}", filtered.text());
    let hidden = filtered.keys("D");
    assert_eq!(role(&hidden, "ambulance-team-leader"), None, "{}", hidden.text());
    assert_eq!(role(&hidden, "matron"), role(&plain, "matron"));
}
