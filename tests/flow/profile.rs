//! The profile on one sheet: every part of it changed by keys, kept at once, undone one by one; waivers, wishes, warnings.

use std::fs;
use std::path::Path;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::hit::Target;
use fingerpost::app::profile::lines::Line;
use fingerpost::app::{Mouse, MouseKind, Msg, Screen, Start, Who};
use tempfile::TempDir;

const SIZE: (u16, u16) = (120, 44);

/// Somebody with most of what a profile can say.
const TOLD: &str = r#"role = "ward-manager"
since = "2025-05-01"
title = "Ward manager, Taunton"
region = "south-west"
target = "chief-nurse"
have = ["reg-nmc-nurse"]

[wishes]
regions = ["south-west"]
pay_at_least = 70000
most_moves = 2

[[held]]
training = "learning-disability-autism-training-tier-2"
on = "2023-03-01"
until = "2026-03-01"

[[before]]
role = "matron"
from = "2015-09-01"
to = "2020-01-01"

[[waiver]]
for = "exp-clinical-post-registration-12m"
kind = "equivalence"
by = "Talent board, South West"
on = "2026-06-01"
"#;

fn folder(text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("me.toml"), text).expect("written");
    folder
}

fn start(folder: &Path) -> Driver {
    Driver::keeping(&packs::england(), SIZE, folder, Start::default())
}

fn file(folder: &Path) -> String {
    fs::read_to_string(folder.join("me.toml")).expect("it is kept")
}

/// The sheet with a line selected.
fn at(driver: Driver, line: Line) -> Driver {
    let profile = driver.app.profile().expect("somebody");
    let found = driver.app.profile_lines(&profile).iter().position(|other| *other == line);
    let down = found.expect("the line is on the sheet");
    driver.keys("<home>").keys(&"j".repeat(down))
}

#[test]
fn everything_stands_on_one_sheet() {
    let folder = folder(TOLD);
    let driver = start(folder.path()).keys("gp");
    insta::assert_snapshot!("profile", driver.screen());
    let mut driver = driver.keys("<end>");
    driver.resize(60, 20);
    insta::assert_snapshot!("profile_small", driver.text());
    let mut driver = driver.ascii();
    driver.resize(250, 80);
    insta::assert_snapshot!("profile_ascii", driver.text());
}

#[test]
fn every_part_is_changed_by_keys_kept_at_once_and_undone() {
    use fingerpost::app::profile::lines::Section;

    let cases: [(Line, &str, &str); 12] = [
        (Line::Label, "<enter><ctrl+u>Ward 7<enter>", "title = \"Ward 7\""),
        (Line::Since, "<enter><ctrl+u>3 Mar 2024<enter>", "since = \"2024-03-03\""),
        (Line::Region, "<enter>london<enter>", "region = \"london\""),
        (Line::Hours, "<enter><ctrl+u>2.5<enter>", "hours_per_week = 2.5"),
        (Line::Target, "<enter>trust chief executive<enter>", "target = \"trust-chief-executive\""),
        (Line::Targets, "<enter>matron<enter><esc>", "targets = [\"matron\"]"),
        (Line::Sectors, "<enter>social<enter><esc>", "sectors = [\"social-care\"]"),
        (Line::PayFloor, "<enter>£50,000<enter>", "pay_at_least = 50000"),
        (Line::MostMoves, "<enter>4<enter>", "most_moves = 4"),
        (Line::Add(Section::Before), "amatron<enter>1 Sep 2015<tab>1 Jan 2020<enter>", "from = \"2015-09-01\""),
        (Line::Add(Section::Held), "<enter>tier 2<enter>1 Mar 2024<down>1 Mar 2027<enter>", "until = \"2027-03-01\""),
        (
            Line::Add(Section::Waivers),
            "<enter>12 months<enter><right><tab>Talent board<tab><tab>Army<enter>",
            "kind = \"equivalence\"",
        ),
    ];
    for (line, keys, written) in cases {
        let folder = folder("role = \"ward-manager\"\nsince = \"2025-05-01\"\nhave = [\"reg-nmc-nurse\"]\n");
        let before = file(folder.path());
        let driver = at(start(folder.path()).keys("gp"), line).keys(keys);
        let text = file(folder.path());
        assert!(text.contains(written), "{line:?}: {written} is missing in\n{text}\n{}", driver.text());
        let again = start(folder.path());
        assert_eq!(again.app.profile(), driver.app.profile(), "{line:?} after a restart");
        let driver = driver.keys("u");
        assert!(driver.says("Undone: "), "{line:?}: {}", driver.text());
        let undone = file(folder.path());
        assert!(!undone.contains(written), "{line:?} undone: {undone}");
        for kept in before.lines() {
            assert!(undone.contains(kept), "{line:?} undone: {kept} is missing in\n{undone}");
        }
        let driver = driver.keys("<ctrl+r>");
        assert_eq!(driver.app.profile(), again.app.profile(), "{line:?} done again");
    }
}

#[test]
fn rows_are_changed_and_removed() {
    let folder = folder(TOLD);
    let driver = at(start(folder.path()).keys("gp"), Line::Before(0)).keys("<enter><ctrl+u><tab><ctrl+u><tab>3<enter>");
    assert!(file(folder.path()).contains("years = 3"), "{}", driver.text());
    let driver = at(driver, Line::Before(0)).keys("X");
    assert!(!file(folder.path()).contains("[[before]]") && driver.says("No longer a role held before: Matron"));
    let driver = at(driver, Line::Waiver(0)).keys("X");
    assert!(!file(folder.path()).contains("[[waiver]]"), "{}", driver.text());
    let driver = at(driver, Line::Held(0)).keys("<enter><tab><ctrl+u>1 Mar 2029<enter>");
    assert!(file(folder.path()).contains("until = \"2029-03-01\""), "{}", driver.text());
    let driver = at(driver, Line::Regions).keys("X");
    assert!(driver.says("Regions you would like: none") && !file(folder.path()).contains("regions"));
    let driver = driver.keys("uuuuu");
    assert_eq!(driver.app.profile(), start(folder.path()).app.profile());
    let text = file(folder.path());
    assert!(
        text.contains("[[before]]") && text.contains("from = \"2015-09-01\"") && text.contains("[[waiver]]"),
        "{text}"
    );
}

#[test]
fn what_is_wrong_is_told_beside_the_field_and_nothing_typed_is_lost() {
    let folder = folder(TOLD);
    let before = file(folder.path());
    let driver =
        at(start(folder.path()).keys("gp"), Line::Held(0)).keys("<enter><ctrl+u>soon<tab><ctrl+u>31 Feb 2027<enter>");
    let text = driver.text();
    assert_eq!(text.matches("That is no day; type it as 22 Nov 2026").count(), 2, "{text}");
    assert!(text.contains("soon") && text.contains("31 Feb 2027") && file(folder.path()) == before, "{text}");
    let driver = driver.keys("<ctrl+u>1 Mar 2030<tab><ctrl+u>1 Mar 2027<enter>");
    assert!(driver.says("That is before it began"), "{}", driver.text());
    let driver = driver.keys("<ctrl+u>1 Mar 2031<enter>");
    assert!(file(folder.path()).contains("until = \"2031-03-01\""), "{}", driver.text());
    let driver = at(driver, Line::Waiver(0)).keys("<enter><tab><ctrl+u><tab><ctrl+u><enter>");
    assert!(driver.says("Who granted it?") && driver.says("On which day was it granted?"), "{}", driver.text());
    let driver = at(driver.keys("<esc>"), Line::PayFloor).keys("<enter><ctrl+u>a lot<enter>");
    assert!(driver.says("A whole number, at most"), "{}", driver.text());
}

#[test]
fn another_role_keeps_the_one_so_far_among_those_before() {
    let folder = folder("role = \"ward-manager\"\nsince = \"2020-01-01\"\nhave = [\"reg-nmc-nurse\"]\n");
    let driver = at(start(folder.path()).keys("gp"), Line::Role).keys("<enter>matron<enter>1 Jun 2026<enter>");
    let text = file(folder.path());
    for written in ["role = \"matron\"", "since = \"2026-06-01\"", "from = \"2020-01-01\"", "to = \"2026-06-01\""] {
        assert!(text.contains(written), "{written} is missing in\n{text}\n{}", driver.text());
    }
    let driver = driver.keys("u");
    assert!(!file(folder.path()).contains("[[before]]"), "one step: {}", driver.text());
    let driver = at(driver, Line::Role).keys("<enter>matron<enter>1 Jun 2026<tab><right><enter>");
    assert!(!file(folder.path()).contains("[[before]]"), "it was never held: {}", driver.text());
}

#[test]
fn somebody_tried_on_is_looked_at_and_a_copy_made_ones_own() {
    let folder = folder(TOLD);
    let before = file(folder.path());
    let pack = packs::england();
    let gp = pack.tables().personas.iter().find(|p| p.slug.as_str() == "gp").expect("a persona");
    let begin = Start { who: Who::Profile(gp.clone()), ..Start::default() };
    let driver = Driver::keeping(&pack, SIZE, folder.path(), begin).keys("gp");
    assert!(
        driver.says(&format!("Tried on: {}", gp.title)) && driver.says("keeps a copy as your own"),
        "{}",
        driver.text()
    );
    let driver = at(driver, Line::Label).keys("<enter>");
    assert!(driver.says("is only tried on, so that nothing is changed here"), "{}", driver.text());
    let driver = driver.keys("<esc>");
    assert_eq!(file(folder.path()), before, "left as it was");
    let driver = driver.keys("M<enter>");
    assert!(driver.says("My profile") && !driver.row(0).contains("tried on"), "{}", driver.text());
    assert!(file(folder.path()).contains(gp.title.as_str()), "{}", file(folder.path()));
    let driver = driver.keys("u");
    assert!(driver.row(0).contains("tried on"), "{}", driver.text());
    let own = start(folder.path()).app.profile().map(|profile| profile.title);
    assert_eq!(own.as_deref(), Some("Ward manager, Taunton"));
}

#[test]
fn a_waiver_is_recorded_from_the_role_that_asks_for_it_and_shown_there() {
    let folder = folder("role = \"deputy-ward-manager\"\nsince = \"2026-05-01\"\n");
    let driver = start(folder.path()).keys("/ward manager<enter>W");
    assert!(driver.says("asked for by Ward manager"), "what is missing stands first: {}", driver.text());
    let driver = driver.keys("nmc nurse<enter><tab>The regulator<enter>");
    assert!(file(folder.path()).contains("by = \"The regulator\""), "{}", driver.text());
    let mut driver = driver.keys("<tab>");
    driver.resize(120, 80);
    assert!(driver.text().contains("counts by a waiver"), "{}", driver.text());
    let driver = driver.keys("tgm2");
    let mut driver = driver.keys("<tab>");
    driver.resize(200, 80);
    assert!(driver.says("counts as held by a waiver or an equivalence"), "{}", driver.text());
}

#[test]
fn routes_say_which_wishes_they_miss_and_how_many_fit_all() {
    let folder = folder(TOLD);
    let driver = start(folder.path()).keys("2");
    assert!(driver.says("fit your wishes") && driver.says("misses: "), "{}", driver.text());
    let count = driver.app.picks().len();
    let mut driver = driver.keys("<tab>");
    driver.resize(140, 40);
    insta::assert_snapshot!("routes_with_wishes", driver.text());
    let driver = at(driver.keys("gp"), Line::MostMoves).keys("X");
    let driver = at(driver, Line::PayFloor).keys("X<esc>");
    assert!(!driver.says("misses: ") && !driver.says("fit your wishes"), "{}", driver.text());
    assert_eq!(driver.app.picks().len(), count, "no wish hides a route");
}

#[test]
fn wished_roles_come_first_where_a_target_is_looked_for() {
    let folder = folder(&TOLD.replace("most_moves = 2", "targets = [\"finance-director\"]"));
    let pack = packs::england();
    let wished = pack.find_role("finance-director").map(|role| pack.role(role).title.clone());
    let Some(title) = wished else { return };
    let driver = start(folder.path()).keys("2t<enter>");
    assert!(driver.says(&format!("Target: {title}")), "{}", driver.text());
}

#[test]
fn warnings_are_counted_listed_put_away_and_brought_back() {
    let folder = folder(&format!("colour = \"red\"\n{TOLD}"));
    let driver = start(folder.path());
    assert!(driver.row(0).contains("! 2 warnings"), "{}", driver.text());
    let driver = driver.keys("!");
    insta::assert_snapshot!("warnings", driver.text());
    let driver = driver.keys("<space><enter>");
    assert!(!driver.row(0).contains("warning"), "{}", driver.text());
    assert!(file(folder.path()).contains("dismissed = "), "{}", file(folder.path()));
    let again = start(folder.path());
    assert!(!again.row(0).contains("warning"), "{}", again.text());
    let again = again.keys("!<enter>");
    assert!(again.row(0).contains("! 1 warning") && again.says("Put away"), "{}", again.text());
    let again = again.keys("u");
    assert!(!again.row(0).contains("warning"), "{}", again.text());
    let kept = again.keys("<esc>gp");
    let kept = at(kept, Line::Held(0)).keys("<enter><tab><ctrl+u><enter>");
    assert!(kept.keys("<esc>!").says("Put away, and not so any more"));
}

#[test]
fn the_mouse_selects_and_opens_on_the_sheet() {
    let folder = folder(TOLD);
    let mut driver = start(folder.path()).keys("gp");
    let line = |driver: &Driver, wanted: usize| {
        let hit = driver.hits.hits.iter().find(|hit| hit.target == Target::OverlayRow(wanted)).expect("it is there");
        (hit.cells.x + 4, hit.cells.y)
    };
    let (column, row) = line(&driver, 3);
    driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column, row }));
    assert_eq!(driver.app.profile_line(), Some(Line::Region), "the first click selects");
    driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column, row }));
    assert!(driver.says("Where do you work?"), "the second opens: {}", driver.text());
    let driver = start(folder.path());
    let warned = driver.text().lines().next().and_then(|line| line.find('!')).expect("a warning");
    let column = u16::try_from(driver.row(0)[..warned].chars().count()).expect("in the window");
    let mut driver = driver;
    driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column, row: 0 }));
    assert!(driver.says("To be read"), "{}", driver.text());
}

#[test]
fn without_a_place_to_keep_it_the_profile_is_changed_for_as_long_as_it_runs() {
    let pack = packs::england();
    let persona = pack.tables().personas.first().expect("a persona").clone();
    let begin = Start { who: Who::Profile(persona), screen: Screen::Training, ..Start::default() };
    let driver = Driver::new(&pack, SIZE, begin).keys("gp");
    assert!(driver.says("There is no place to keep it"), "{}", driver.text());
    let driver = at(driver, Line::Hours).keys("<enter><ctrl+u>7<enter><esc>2");
    assert!(driver.says("7 h a week"), "{}", driver.text());
    let driver = driver.keys("u");
    assert!(!driver.says("7 h a week"), "{}", driver.text());
}
