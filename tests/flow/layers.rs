//! Layers: help, the palette, finding, people, notices; tabs, keys in a row, the mouse.

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::hit::Target;
use fingerpost::app::{Effect, Mouse, MouseKind, Msg, Screen, Start, Who};

fn driver(size: (u16, u16)) -> Driver {
    let pack = packs::small();
    let who = Who::Profile(pack.tables().personas[0].clone());
    Driver::new(&pack, size, Start { who, screen: Screen::Routes, ..Start::default() })
}

#[test]
fn help_is_the_table_of_actions() {
    insta::assert_snapshot!("layer_help", driver((120, 36)).keys("?").screen());
    insta::assert_snapshot!("layer_help_80", driver((80, 24)).keys("?<pagedown>").text());
}

#[test]
fn the_palette_finds_an_action_by_name_and_does_it() {
    let driver = driver((120, 36)).keys(":nxt");
    let driver = driver.keys("<ctrl+u>rules");
    insta::assert_snapshot!("layer_palette", driver.screen());
    assert!(driver.keys("<enter>").row(0).contains("as advised"));
}

#[test]
fn a_misspelt_role_is_found_and_shown_on_the_map() {
    let driver = driver((120, 36)).keys("/cheif");
    insta::assert_snapshot!("layer_find", driver.screen());
    let driver = driver.keys("<enter>");
    assert_eq!(driver.app.screen(), Screen::Map);
    assert!(driver.says("Trust chief executive"));
    assert!(driver.says("2 moves, 4y 6m from you"), "{}", driver.text());
}

#[test]
fn finding_forgives() {
    for (typed, first) in [
        ("chif exec", "chief executive"),
        ("cheif nurse", "chief nurse"),
        ("icb", "icb"),
        ("mary secole", "mary seacole"),
        ("ward man", "▸ ward manager"),
        ("finence manager", "finance"),
    ] {
        let start = Start { screen: Screen::Routes, ..Start::default() };
        let driver =
            Driver::new(&packs::england(), (120, 36), start).keys("<esc>/").keys(&typed.replace(' ', "<space>"));
        let line = driver.text().lines().find(|line| line.contains('▸') && !line.contains("Find a")).map(str::to_owned);
        assert!(line.clone().unwrap_or_default().to_lowercase().contains(first), "{typed}: {line:?}");
    }
}

#[test]
fn alternatives_that_a_role_asks_for_stand_on_lines_of_their_own() {
    let pack = packs::england();
    let who =
        Who::Profile(pack.tables().personas.iter().find(|p| p.slug.as_str() == "ward-manager").expect("her").clone());
    let driver = Driver::new(&pack, (120, 36), Start { who, ..Start::default() });
    assert!(driver.says("✓ one of:") && driver.says("met · every role · from a source"), "{}", driver.text());
    let with = |words: &str| driver.text().lines().filter(|line| line.contains(words)).count();
    assert_eq!(with("│  · Learning disability"), 1, "what is not held\n{}", driver.text());
    assert_eq!(with("│  ✓ Learning disability"), 1, "what is held\n{}", driver.text());
}

#[test]
fn at_the_start_it_asks_who_sits_there() {
    let driver = Driver::new(&packs::small(), (80, 24), Start::default());
    assert!(driver.says("Who are you?") && driver.says("How far up could I go?"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.row(0).contains("You: Ward manager, 1y 6m  To: Trust chief executive"), "{}", driver.row(0));
    assert!(driver.keys("u").row(0).contains("not said yet"));
}

#[test]
fn a_role_becomes_mine_with_the_years_served() {
    let driver = driver((120, 36)).keys("1/matron<enter>s");
    assert!(driver.says("This is my role") && driver.says("Years in it so far, or since: 0"), "{}", driver.text());
    let driver = driver.keys("<right><right><right><enter>");
    assert!(driver.row(0).contains("You: Matron, 1y 6m"), "{}", driver.row(0));
    let driver = driver.keys("s<ctrl+u>many<enter>");
    assert!(driver.says("Years are a number from 0 to 60"));
    assert!(driver.keys("<ctrl+u>4<enter>").row(0).contains("Matron, 4y"));
}

#[test]
fn what_is_typed_first_takes_the_place_of_what_is_offered() {
    let asked = || driver((120, 36)).keys("1/matron<enter>s");
    let years = asked().keys("2.5");
    assert!(years.says("or since: 2.5"), "{}", years.text());
    assert!(years.keys("<enter>").row(0).contains("You: Matron, 2y 6m"));
    let month = asked().keys("Nov 2024<enter>");
    assert!(month.row(0).contains("You: Matron, 2y"), "{}", month.row(0));
    // A key that moves or deletes takes over what is offered.
    assert!(asked().keys("<end>.5").says("or since: 0.5"));
}

#[test]
fn a_notice_waits_for_enter() {
    let mut driver = driver((80, 24));
    driver.send(Msg::Told("The profile could not be saved: the disk is full. Free some space and try again.".into()));
    assert!(driver.says("the disk is full"));
    assert!(!driver.keys("<enter>").says("the disk is full"));
}

#[test]
fn tabs_keys_in_a_row_and_numbers_that_are_not_there_yet() {
    let driver = driver((120, 36)).keys("9");
    assert!(driver.says("There is no screen 9 yet"));
    let driver = driver.keys("g");
    assert!(driver.says("g …") && driver.says("Go to my target"), "{}", driver.text());
    let driver = driver.keys("t");
    assert_eq!(driver.app.screen(), Screen::Map);
    assert!(driver.app.selected_role() == driver.app.stance().target);
    assert_eq!(driver.keys("4").app.screen(), Screen::Training);
}

#[test]
fn what_cannot_be_done_says_why() {
    assert!(driver((80, 24)).keys("u").says("There is nothing to undo"));
}

#[test]
fn a_newcomer_who_is_asked_who_they_are_can_leave_with_q_and_look_round_with_escape() {
    let unknown = || Driver::new(&packs::small(), (80, 24), Start::default());
    assert!(unknown().says("Who are you?"));
    assert_eq!(unknown().keys("q").effects, [Effect::Quit]);
    let looking = unknown().keys("<esc>");
    assert!(!looking.says("Who are you?") && !looking.effects.contains(&Effect::Quit));
    // Asked for later, the same list is only closed.
    let later = driver((80, 24)).keys("w").keys("q");
    assert!(!later.says("Who are you?") && !later.effects.contains(&Effect::Quit));
}

#[test]
fn q_and_control_c_leave_even_while_typing() {
    assert_eq!(driver((80, 24)).keys("q").effects, [Effect::Quit]);
    assert_eq!(driver((80, 24)).keys("/<ctrl+c>").effects, [Effect::Quit]);
    assert_eq!(driver((80, 24)).keys("/q").effects, []);
    assert_eq!(driver((80, 24)).keys("?q").effects, []);
    assert_eq!(driver((80, 24)).keys("<ctrl+z>").effects, [Effect::Suspend]);
}

#[test]
fn the_mouse_does_what_it_looks_as_if_it_would() {
    let mut driver = driver((120, 36));
    let click = |driver: &mut Driver, target: Target| {
        let hit = driver.hits.hits.iter().rev().find(|hit| hit.target == target).expect("it was drawn").cells;
        driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column: hit.x, row: hit.y }));
    };
    click(&mut driver, Target::RouteRow(1));
    assert_eq!(driver.app.chosen_line(), 1);
    click(&mut driver, Target::Tab(Screen::Training));
    assert_eq!(driver.app.screen(), Screen::Training);
    let nye = packs::small().find_training("nye").expect("the Nye programme");
    click(&mut driver, Target::Training(nye));
    assert_eq!(driver.app.selected_training(), Some(nye));
    let matron = packs::small().find_role("chief-executive").expect("the chief executive");
    click(&mut driver, Target::Role(matron));
    assert_eq!((driver.app.screen(), driver.app.selected_role()), (Screen::Map, Some(matron)));
}

#[test]
fn pasted_text_is_typed_without_its_control_characters() {
    let mut driver = driver((120, 36)).keys("/");
    driver.send(Msg::Paste("mat\u{1b}[31m\nron".into()));
    assert!(driver.says("Find: mat[31m ron"), "{}", driver.text());
}

#[test]
fn arrows_and_tab_go_to_the_pane_that_says_more_and_esc_comes_back() {
    use fingerpost::app::hit::Pane;
    let driver = driver((120, 36)).keys("<right>");
    assert_eq!(driver.app.focus(), Pane::Route);
    assert_eq!(driver.keys("<esc>").app.focus(), Pane::Routes);
    let driver = self::driver((80, 24)).keys("<tab><pagedown>");
    assert!(!driver.says("Now      Ward manager"), "the words are scrolled\n{}", driver.text());
    assert_eq!(driver.keys("h").app.focus(), Pane::Routes);
}
