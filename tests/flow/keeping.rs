//! What is kept: there again after a restart, undone across it, never written over, told when it cannot be kept.

use std::fs;
use std::path::Path;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Effect, Screen, Start, Who};
use fingerpost::store::KeptPortfolio;
use tempfile::TempDir;

const SIZE: (u16, u16) = (120, 36);

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn start(folder: &Path) -> Driver {
    Driver::keeping(&packs::england(), SIZE, folder, Start::default())
}

/// Somebody who has answered the four questions and made a plan.
fn with_plan(folder: &Path) -> Driver {
    start(folder).keys("ward manager<enter><ctrl+u>1.5<enter><ctrl+u>5<enter>trust chief executive<enter>2p<esc>m")
}

fn file(folder: &Path) -> String {
    fs::read_to_string(folder.join("me.toml")).unwrap_or_default()
}

#[test]
fn a_first_start_asks_four_questions_and_keeps_the_answers() {
    let folder = folder();
    let driver = start(folder.path());
    assert!(driver.says("1 of 4 · Which role do you hold?"), "{}", driver.text());
    let driver = driver.keys("ward manager<enter>");
    assert!(driver.says("2 of 4 · This is my role") && driver.says("Enter take"), "{}", driver.text());
    let driver = driver.keys("<ctrl+u>1.5<enter>");
    assert!(driver.says("3 of 4 · How much time for study?"), "{}", driver.text());
    let driver = driver.keys("<ctrl+u>6<enter>");
    assert!(driver.says("4 of 4 · Which role do you want?"), "{}", driver.text());
    let driver = driver.keys("trust chief executive<enter>");
    assert!(driver.app.overlays().is_empty() && driver.app.guide().is_none(), "{}", driver.text());
    let text = file(folder.path());
    for line in ["role = \"ward-manager\"", "since = \"2025-05-24\"", "hours_per_week = 6"] {
        assert!(text.lines().any(|found| found == line), "{line} is missing in\n{text}");
    }
    assert!(text.contains("target = \"trust-chief-executive\"") && text.contains("reg-nmc-nurse"), "{text}");
    let again = start(folder.path());
    let title = again.row(0);
    assert!(title.contains("Ward manager") && title.contains("Trust chief"), "{title}");
    assert_eq!(again.app.stance().me.as_ref().map(|me| me.person.served.0), Some(78));
    assert!(!title.contains("tried on") && again.app.overlays().is_empty(), "{}", again.text());
}

#[test]
fn the_questions_can_be_left_at_any_point() {
    for (keys, kept) in [("<esc>", false), ("ward manager<enter><esc>", false), ("matron<enter><enter><esc>", true)] {
        let folder = folder();
        let driver = start(folder.path()).keys(keys);
        assert!(driver.app.overlays().is_empty(), "{keys}: {}", driver.text());
        assert_eq!(!file(folder.path()).is_empty(), kept, "{keys}");
        assert!(driver.app.guide().is_none());
    }
}

#[test]
fn a_day_will_do_for_the_years() {
    let folder = folder();
    let driver = start(folder.path()).keys("matron<enter><ctrl+u>3 Mar 2025<enter><esc>");
    assert!(file(folder.path()).contains("since = \"2025-03-03\""), "{}", driver.text());
}

#[test]
fn a_plan_is_there_after_a_restart_and_undone_across_it() {
    let folder = folder();
    let driver = with_plan(folder.path());
    assert!(driver.says("Your plan: Trust chief executive: Fastest. Kept"), "{}", driver.text());
    let ticked = driver.keys("<space>");
    assert!(file(folder.path()).contains("done = \"2026-11-22\""), "{}", ticked.text());
    let again = start(folder.path()).keys("3");
    assert_eq!(again.app.plans(), ticked.app.plans());
    let again = again.keys("u");
    assert!(again.says("Undone, from an earlier time:") && again.says("is open"), "{}", again.text());
    assert!(!file(folder.path()).contains("done = \"2026-11-22\""));
    let again = again.keys("u");
    assert!(again.says("is not there") && again.app.plans().is_empty(), "{}", again.text());
    let again = again.keys("<ctrl+r><ctrl+r>");
    assert_eq!(again.app.plans(), ticked.app.plans(), "{}", again.text());
    assert!(file(folder.path()).contains("done = \"2026-11-22\""));
}

#[test]
fn undo_knows_in_which_order_plan_filter_and_rules_changed() {
    let folder = folder();
    let driver = with_plan(folder.path()).keys("p<space>1f3");
    let done = |driver: &Driver| file(folder.path()).contains("done = ") && driver.app.plans()[0].stints.len() > 1;
    assert!(done(&driver));
    let driver = driver.keys("u");
    assert!(done(&driver), "the filter came last");
    let driver = driver.keys("u");
    assert!(!done(&driver), "then what was ticked off");
    assert!(driver.row(0).contains("under the review"));
    let driver = driver.keys("u");
    assert!(driver.row(0).contains("as advised"), "then the rules");
    let driver = driver.keys("<ctrl+r><ctrl+r><ctrl+r>");
    assert!(done(&driver) && driver.row(0).contains("under the review"));
}

#[test]
fn undone_to_the_beginning_nothing_is_kept_and_redo_brings_it_back() {
    let folder = folder();
    let driver = start(folder.path()).keys("matron<enter><enter><esc>u");
    assert!(driver.says("nothing is kept of you any more"), "{}", driver.text());
    let again = start(folder.path());
    assert!(again.says("Everything was taken back") && !again.says("1 of 4"), "{}", again.text());
    let again = again.keys("<enter><ctrl+r>");
    assert!(again.row(0).contains("You: Matron") && again.says("is kept again"), "{}", again.text());
    again.keys("u");
    let driver = driver.keys("<ctrl+r>");
    assert!(driver.row(0).contains("You: Matron"), "{}", driver.text());
    assert!(start(folder.path()).row(0).contains("You: Matron"));
}

#[test]
fn a_file_that_was_emptied_by_hand_is_told_and_undo_brings_back_what_was_in_it() {
    let folder = folder();
    start(folder.path()).keys("matron<enter><enter><esc>");
    fs::write(folder.path().join("me.toml"), "").expect("by hand");
    let driver = start(folder.path());
    assert!(driver.says("The file is empty"), "{}", driver.text());
    assert!(driver.keys("<enter>u").row(0).contains("You: Matron"));
}

#[test]
fn rules_and_filters_can_be_undone_after_a_change_from_elsewhere() {
    let folder = folder();
    let here = with_plan(folder.path()).keys("p1f");
    let filtered = here.app.map().sieve().filter().clone();
    start(folder.path()).keys("3<tab>e<ctrl+u>Theirs<enter>");
    let here = here.keys("3<space>");
    assert!(here.says("changed elsewhere"), "{}", here.text());
    let theirs = file(folder.path());
    let here = here.keys("<enter>u");
    assert_ne!(here.app.map().sieve().filter(), &filtered, "the filter came last");
    assert!(here.row(0).contains("under the review") && here.app.plans()[0].title == "Theirs", "{}", here.text());
    let here = here.keys("u");
    assert!(here.row(0).contains("as advised"), "then the rules: {}", here.row(0));
    assert_eq!(here.app.plans()[0].title, "Theirs");
    assert_eq!(file(folder.path()), theirs, "what the other wrote is as it was");
}

/// Nothing is put off: what a key changes is in the file before the next key is looked at, without any clock.
#[test]
fn after_every_key_the_file_says_what_the_screen_says() {
    let folder = folder();
    let mut driver = with_plan(folder.path());
    let keys =
        ["<space>", "2", "+", "3", "j", "<space>", "u", "<ctrl+r>", "2", "-", "u", "3", "d", "<enter>", "1", "p"];
    for key in keys.iter().cycle().take(3 * keys.len()) {
        driver = driver.keys(key);
        let mut kept = KeptPortfolio::new(folder.path(), "me", packs::england());
        kept.read().expect("it can be read");
        assert_eq!(kept.portfolio(), driver.app.portfolio(), "after {key}: {}", driver.text());
    }
}

#[test]
fn somebody_tried_on_changes_nothing_that_is_kept() {
    let folder = folder();
    with_plan(folder.path());
    let before = file(folder.path());
    let pack = packs::england();
    let persona = pack.tables().personas.iter().find(|p| p.slug.as_str() == "gp").expect("a persona");
    let start = Start { who: Who::Profile(persona.clone()), screen: Screen::Routes, ..Start::default() };
    let driver = Driver::keeping(&pack, SIZE, folder.path(), start).keys("m2+1");
    assert!(driver.row(0).contains("(tried on)"), "{}", driver.text());
    assert_eq!(file(folder.path()), before);
    let driver = driver.keys("gb3");
    assert!(driver.row(0).contains("Ward manager") && !driver.row(0).contains("tried on"), "{}", driver.text());
    assert_eq!(driver.app.plans()[0].title, "Trust chief executive: Fastest");
    assert_eq!(file(folder.path()), before);
}

#[test]
fn what_was_changed_elsewhere_is_shown_and_the_own_change_waits() {
    let folder = folder();
    let here = with_plan(folder.path());
    let there = start(folder.path()).keys("3<tab>e<ctrl+u>Theirs<enter>");
    let here = here.keys("<space>");
    assert!(here.says("changed elsewhere") && here.says("puts it in place of what is shown"), "{}", here.text());
    assert_eq!(here.app.plans(), there.app.plans(), "what the file says is shown");
    assert!(file(folder.path()).contains("Theirs") && !file(folder.path()).contains("done = "));
    let here = here.keys("<enter><ctrl+r>");
    assert!(file(folder.path()).contains("done = ") && !file(folder.path()).contains("Theirs"), "{}", here.text());
    here.keys("u");
    assert!(file(folder.path()).contains("Theirs"), "and back");
}

#[test]
fn where_nothing_can_be_written_it_says_so_and_warns_before_it_leaves() {
    let folder = folder();
    let driver = with_plan(folder.path());
    let in_the_way = folder.path().join(format!(".me.toml.{}.part", std::process::id()));
    fs::create_dir_all(in_the_way.join("full")).expect("in the way");
    let driver = driver.keys("<space>");
    assert!(
        driver.says("Your last change is not on disk") && driver.row(0).contains("(not saved)"),
        "{}",
        driver.text()
    );
    let driver = driver.keys("<enter>q");
    assert!(!driver.effects.contains(&Effect::Quit) && driver.says("q again leaves"), "{}", driver.text());
    fs::remove_dir_all(&in_the_way).expect("out of the way");
    // An appointment is told in a layer of its own.
    let driver = driver.keys("jd<enter><enter>");
    assert!(!driver.row(0).contains("not saved"), "{}", driver.text());
    assert_eq!(start(folder.path()).app.plans(), driver.app.plans());
    assert!(driver.keys("q").effects.contains(&Effect::Quit));
}

#[test]
fn a_damaged_file_is_told_left_alone_or_set_aside() {
    let folder = folder();
    let plans = with_plan(folder.path()).app.plans().to_vec();
    let damaged = file(folder.path()).replace("role = \"ward-manager\"", "role = \"nobody\"\nrole = 3");
    fs::write(folder.path().join("me.toml"), &damaged).expect("written");
    let driver = start(folder.path());
    assert!(driver.says("cannot be read") && driver.says("me.toml"), "{}", driver.text());
    assert!(driver.says("Enter move it aside"), "the line of keys promises what Enter does: {}", driver.text());
    let left = driver.keys("<esc>4smatron<enter><enter>");
    assert!(left.row(0).contains("(not kept)"), "{}", left.text());
    assert_eq!(file(folder.path()), damaged, "nothing was written");
    let aside = start(folder.path()).keys("<enter>");
    assert!(aside.says("me.damaged-1.toml") && aside.says("The last state that could be read"), "{}", aside.text());
    assert_eq!(aside.app.plans(), plans);
    assert_eq!(fs::read_to_string(folder.path().join("me.damaged-1.toml")).expect("kept"), damaged);
    assert_eq!(start(folder.path()).app.plans(), plans);
}

#[test]
fn a_newer_file_is_told_and_left_alone() {
    let folder = folder();
    let newer = "# fingerpost format 9, change 5\nwhat = \"ever\"\n";
    fs::write(folder.path().join("me.toml"), newer).expect("written");
    let driver = start(folder.path());
    assert!(driver.says("was written by a newer"), "{}", driver.text());
    driver.keys("<esc>4smatron<enter><enter>");
    assert_eq!(file(folder.path()), newer);
}

/// The kept plan as if it had been made a year earlier.
fn a_year_older(folder: &Path) {
    let mut text = file(folder);
    for key in ["made", "entered", "planned"] {
        for year in 2026..2045 {
            text = text.replace(&format!("{key} = \"{year}-"), &format!("{key} = \"{}-", year - 1));
        }
    }
    fs::write(folder.join("me.toml"), text).expect("written by hand");
}

#[test]
fn what_is_overdue_is_said_in_words_and_moves_the_rest() {
    let folder = folder();
    with_plan(folder.path());
    a_year_older(folder.path());
    let driver = start(folder.path()).keys("3<tab>");
    insta::assert_snapshot!("plan_overdue", driver.text());
    let list = driver.row(4);
    assert!(list.contains("weeks later"), "{list}");
    assert!(driver.says("! Study:") && driver.says("Overdue: planned"), "{}", driver.text());
}

#[test]
fn what_the_pack_says_otherwise_stands_on_top_with_what_to_do() {
    let folder = folder();
    with_plan(folder.path());
    let text = file(folder.path()).replacen("hours = 20\n", "hours = 18\n", 1);
    fs::write(folder.path().join("me.toml"), text).expect("written by hand");
    let driver = start(folder.path()).keys("3");
    assert!(driver.says("The pack says otherwise now"), "{}", driver.text());
    assert!(driver.says("takes 20 h now; the plan reckons with 18"), "{}", driver.text());
    let driver = driver.keys("a");
    assert_eq!(driver.app.screen(), Screen::Routes);
    assert!(!driver.keys("m").says("The pack says otherwise now"));
}

#[test]
fn an_appointment_ticked_off_is_who_one_is_until_it_is_undone() {
    let folder = folder();
    let driver = with_plan(folder.path()).keys("<space>j<space>");
    assert!(driver.says("You are Lead general practice nurse since"), "{}", driver.text());
    assert!(driver.says("u takes all of it back"), "{}", driver.text());
    let text = file(folder.path());
    assert!(text.contains("[[before]]") && text.contains("since = \"2026-11-22\""), "{text}");
    let driver = driver.keys("<enter>");
    assert!(!driver.row(0).contains("You: Ward manager"), "{}", driver.text());
    let driver = driver.keys("u");
    assert!(driver.row(0).contains("You: Ward manager"), "{}", driver.text());
    assert!(driver.says("is open; you are Ward manager"), "{}", driver.text());
    assert!(!file(folder.path()).contains("[[before]]"));
    assert!(driver.keys("<ctrl+r>").says("is done, 22 Nov 2026; you are"));
}

#[test]
fn a_plan_that_starts_elsewhere_now_says_so() {
    let folder = folder();
    let driver = with_plan(folder.path()).keys("2jm<tab>k<tab>jj<space>");
    assert!(driver.says("1 other plan starts from a role you no"), "{}", driver.text());
    let driver = driver.keys("<enter><tab>j");
    assert!(driver.says("Your profile says otherwise now"), "{}", driver.text());
    assert!(driver.says("! This plan has come to Ward manager"), "{}", driver.text());
    let driver = driver.keys("a");
    assert!(
        driver.says("Routes from where you are") && !driver.row(0).contains("You: Ward manager"),
        "{}",
        driver.text()
    );
}
