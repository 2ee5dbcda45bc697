//! Several profiles: opened, begun, copied, renamed, removed and brought back from the list of people.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Effect, Screen, Start};
use tempfile::TempDir;

const SIZE: (u16, u16) = (120, 36);

fn start(folder: &Path) -> Driver {
    Driver::keeping(&packs::england(), SIZE, folder, Start::default())
}

/// A folder with a matron, `me`, and somebody in finance with a target, `finance-lead`, who was begun later.
fn two() -> (TempDir, Driver) {
    let folder = tempfile::tempdir().expect("a folder");
    let driver = start(folder.path()).keys("matron<enter><ctrl+u>2<enter><esc>");
    let driver =
        driver.keys("w<end><enter>Finance lead<enter>finance manager<enter><enter><enter>chief finance<enter>");
    (folder, driver)
}

fn file(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(format!("{name}.toml"))).unwrap_or_default()
}

fn names(folder: &Path) -> BTreeSet<String> {
    let files = fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").file_name());
    files.filter_map(|name| Some(name.to_str()?.strip_suffix(".toml")?.to_owned())).collect()
}

#[test]
fn a_new_profile_asks_for_a_label_and_goes_through_the_guided_start() {
    let (folder, driver) = two();
    assert!(driver.row(0).contains("You (finance-lead): Finance lead"), "{}", driver.text());
    assert!(driver.app.overlays().is_empty() && driver.app.guide().is_none(), "{}", driver.text());
    let text = file(folder.path(), "finance-lead");
    assert!(text.contains("title = \"Finance lead\"") && text.contains("id = \"finance-lead\""), "{text}");
    assert!(file(folder.path(), "me").contains("role = \"matron\""));
    let again = start(folder.path());
    assert!(again.row(0).contains("You (finance-lead)"), "the one opened last opens next: {}", again.row(0));
}

#[test]
fn the_list_has_own_profiles_first_then_people_then_a_new_one() {
    let (folder, driver) = two();
    fs::write(folder.path().join("broken.toml"), "role = \"nobody\"\n").expect("written");
    fs::write(folder.path().join("My own.toml"), "role = \"matron\"\n").expect("written");
    let driver = driver.keys("w");
    insta::assert_snapshot!("people", driver.text());
    let driver = driver.keys("<home>");
    assert!(driver.says("its name may have only small letters"), "{}", driver.text());
    let driver = driver.keys("<down>");
    assert!(driver.says("broken.toml:") && driver.says("nobody"), "{}", driver.text());
}

#[test]
fn choosing_another_opens_its_file_and_its_own_undo() {
    let (folder, driver) = two();
    let driver = driver.keys("2+");
    let finance = file(folder.path(), "finance-lead");
    let driver = driver.keys("w<home><down><enter>");
    assert!(driver.row(0).contains("You (me): Matron"), "{}", driver.text());
    assert!(driver.row(0).contains("none yet"), "the other's target does not come along: {}", driver.row(0));
    let driver = driver.keys("+");
    assert!(file(folder.path(), "me").contains("hours_per_week = 6"), "{}", driver.text());
    let driver = driver.keys("uuuu");
    assert!(!file(folder.path(), "me").contains("hours_per_week"), "{}", driver.text());
    assert_eq!(file(folder.path(), "finance-lead"), finance, "nothing of the other was undone");
}

#[test]
fn rules_and_filters_can_be_undone_after_another_was_opened() {
    let (_folder, driver) = two();
    let driver = driver.keys("p1f");
    let filtered = driver.app.map().sieve().filter().clone();
    let driver = driver.keys("w<home><down><enter>").keys("1");
    assert_eq!(driver.app.map().sieve().filter(), &filtered);
    let driver = driver.keys("u");
    assert_ne!(driver.app.map().sieve().filter(), &filtered);
    assert!(driver.row(0).contains("You (me): Matron") && driver.row(0).contains("as advised"), "{}", driver.row(0));
    let driver = driver.keys("u");
    assert!(driver.row(0).contains("You (me): Matron") && driver.row(0).contains("today"), "{}", driver.row(0));
}

#[test]
fn what_is_typed_while_a_profile_is_opened_waits_for_it() {
    let (folder, driver) = two();
    let driver = driver.keys("w<home><down><enter>2+");
    assert!(file(folder.path(), "me").contains("hours_per_week = 6"), "{}", driver.text());
    assert!(!file(folder.path(), "finance-lead").contains("hours_per_week = 6"));
    assert_eq!(driver.app.screen(), Screen::Routes);
}

#[test]
fn somebody_tried_on_from_the_list_changes_nothing_and_the_own_one_takes_over_again() {
    let (folder, driver) = two();
    let before = (file(folder.path(), "me"), file(folder.path(), "finance-lead"));
    let driver = driver.keys("w<home><down><down><enter>2+");
    assert!(driver.row(0).contains("(tried on)"), "{}", driver.text());
    let driver = driver.keys("w<home><enter>");
    assert!(driver.row(0).contains("You (finance-lead): Finance lead"), "{}", driver.text());
    assert_eq!((file(folder.path(), "me"), file(folder.path(), "finance-lead")), before);
}

#[test]
fn a_label_is_changed_in_the_file_whether_it_is_open_or_not() {
    let (folder, driver) = two();
    let driver = driver.keys("w<home>e<ctrl+u>Money<enter>");
    assert!(driver.says("It is called Money now") && driver.says("● Money"), "{}", driver.text());
    let driver = driver.keys("<down>e<ctrl+u>Ward<enter>");
    assert!(driver.says("It is called Ward now"), "{}", driver.text());
    assert!(file(folder.path(), "finance-lead").contains("title = \"Money\""));
    assert!(file(folder.path(), "me").contains("title = \"Ward\""));
    let driver = driver.keys("e<ctrl+u><enter>");
    assert!(driver.says("A profile needs a label"), "{}", driver.text());
    driver.keys("<esc><esc>u");
    assert!(file(folder.path(), "finance-lead").contains("title = \"Finance lead\""), "its own change is undone");
}

#[test]
fn a_copy_has_the_plans_and_a_name_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let driver = start(folder.path())
        .keys("ward manager<enter><ctrl+u>1.5<enter><ctrl+u>5<enter>trust chief executive<enter>2p<esc>m");
    let text = file(folder.path(), "me").replacen("role =", "# mine\nrole =", 1);
    fs::write(folder.path().join("me.toml"), text).expect("by hand");
    let driver = driver.keys("w<home>c<ctrl+u>Me, braver<enter>");
    assert!(driver.says("as me-braver; Enter opens it"), "{}", driver.text());
    let copy = file(folder.path(), "me-braver");
    assert!(copy.contains("# mine") && copy.contains("[[plan]]") && copy.contains("title = \"Me, braver\""), "{copy}");
    let driver = driver.keys("<enter>3");
    assert!(driver.row(0).contains("You (me-braver): Me, braver"), "{}", driver.text());
    assert_eq!(driver.app.plans().len(), 1);
    driver.keys("X");
    assert!(file(folder.path(), "me").contains("[[plan]]") && !file(folder.path(), "me-braver").contains("[[plan]]"));
}

#[test]
fn what_is_removed_is_told_where_and_brought_back() {
    let (folder, driver) = two();
    let before = file(folder.path(), "finance-lead");
    let driver = driver.keys("w<home>X");
    assert!(driver.says("nothing of it is lost") && driver.says("removed-1"), "{}", driver.text());
    assert!(driver.row(0).contains("You: Matron"), "the next one is open: {}", driver.row(0));
    assert_eq!(names(folder.path()), BTreeSet::from(["me".to_owned()]));
    let removed = folder.path().join("copies/finance-lead.removed-1.toml");
    assert_eq!(fs::read_to_string(&removed).expect("it is there"), before);
    let driver = driver.keys("<enter>w<end>");
    assert!(driver.says("Removed; Enter brings one back") && driver.says("Finance lead"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.says("finance-lead is back"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.row(0).contains("You (finance-lead): Finance lead"), "{}", driver.text());
    assert_eq!(file(folder.path(), "finance-lead"), before);
}

#[test]
fn after_the_last_was_removed_one_begins_anew_and_no_state_of_the_old_one_comes_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let driver = start(folder.path()).keys("matron<enter><enter><esc>w<home>X<enter>");
    assert!(driver.says("1 of 4"), "{}", driver.text());
    let driver = driver.keys("ward manager<enter><enter><esc>");
    assert_eq!(names(folder.path()), BTreeSet::from(["me-2".to_owned()]));
    let driver = driver.keys("uuu");
    assert!(!driver.says("Matron, since"), "{}", driver.text());
    assert!(!file(folder.path(), "me-2").contains("matron"));
}

#[test]
fn a_label_that_is_taken_gets_a_number() {
    let (folder, driver) = two();
    driver.keys("w<end><enter>Finance lead<enter>matron<enter><enter><esc>");
    assert!(file(folder.path(), "finance-lead").contains("finance-manager"));
    assert!(file(folder.path(), "finance-lead-2").contains("matron"));
}

#[test]
fn a_new_one_left_before_the_first_answer_leaves_no_file_and_the_next_start_is_the_old_one() {
    let (folder, driver) = two();
    let driver = driver.keys("w<end><enter>Nobody<enter><esc>");
    assert!(driver.row(0).contains("You: not said yet"), "{}", driver.text());
    assert_eq!(names(folder.path()).len(), 2);
    assert!(start(folder.path()).row(0).contains("You (finance-lead)"));
}

#[test]
fn a_damaged_or_missing_note_of_the_last_one_opens_the_first_that_reads_and_says_so() {
    let (folder, _driver) = two();
    let note = folder.path().join("copies/last-opened");
    fs::write(folder.path().join("a.toml"), "role = \"nobody\"\n").expect("written");
    for damage in [Some("../../etc/passwd\n"), Some("gone\n"), None] {
        match damage {
            Some(text) => fs::write(&note, text).expect("written"),
            None => fs::remove_file(&note).expect("removed"),
        }
        let driver = start(folder.path());
        assert!(driver.says("This is finance-lead, the first of your profiles"), "{damage:?}: {}", driver.text());
        assert!(driver.row(0).contains("You (finance-lead)"), "{damage:?}");
        assert!(start(folder.path()).says("You (finance-lead)"));
    }
}

#[test]
fn with_a_change_that_is_in_no_file_no_other_profile_is_opened() {
    let (folder, driver) = two();
    let in_the_way = folder.path().join(format!(".finance-lead.toml.{}.part", std::process::id()));
    fs::create_dir_all(in_the_way.join("full")).expect("in the way");
    let driver = driver.keys("2+");
    assert!(driver.says("not on disk"), "{}", driver.text());
    let driver = driver.keys("<enter>w<home><down><enter>");
    assert!(driver.says("would be lost"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.row(0).contains("(not saved)") && driver.row(0).contains("Finance lead"), "{}", driver.text());
    fs::remove_dir_all(&in_the_way).expect("out of the way");
    let driver = driver.keys("w<home><down><enter>");
    assert!(driver.row(0).contains("You (me): Matron"), "{}", driver.text());
    assert!(file(folder.path(), "finance-lead").contains("hours_per_week = 6"));
    assert!(driver.keys("q").effects.contains(&Effect::Quit));
}

#[test]
fn two_windows_on_two_profiles_or_the_same_never_write_over_each_other() {
    let (folder, here) = two();
    let there = start(folder.path()).keys("w<home><down><enter>2+");
    let here = here.keys("2++");
    assert!(file(folder.path(), "me").contains("hours_per_week = 6"));
    assert!(file(folder.path(), "finance-lead").contains("hours_per_week = 7"));
    let there = there.keys("w<home><enter>2+");
    assert!(file(folder.path(), "finance-lead").contains("hours_per_week = 8"));
    let here = here.keys("+");
    assert!(here.says("changed elsewhere"), "{}", here.text());
    assert!(file(folder.path(), "finance-lead").contains("hours_per_week = 8"));
    assert_eq!(here.app.portfolio(), there.app.portfolio());
}

#[test]
fn the_list_fits_a_small_window() {
    let (folder, _driver) = two();
    let small = Driver::keeping(&packs::england(), (60, 20), folder.path(), Start::default()).keys("w");
    insta::assert_snapshot!("people_small", small.text());
    let small = small.keys("<end>");
    assert!(small.says("A new profile"), "{}", small.text());
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_any_file_that_was_written() {
    use std::os::unix::fs::PermissionsExt as _;

    let (folder, driver) = two();
    driver.keys("w<home>c<enter>X<enter>");
    let mut folders = vec![folder.path().to_owned()];
    let mut files = 0;
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).expect("a folder") {
            let path = entry.expect("an entry").path();
            let mode = fs::metadata(&path).expect("it is there").permissions().mode() & 0o777;
            if path.is_dir() {
                assert_eq!(mode, 0o700, "{}", path.display());
                folders.push(path);
            } else {
                files += 1;
                assert_eq!(mode, 0o600, "{}", path.display());
            }
        }
    }
    assert!(files >= 8, "only {files} files: profiles, states, locks, the note of the last one");
}

#[test]
fn the_selected_line_has_no_coloured_blank_behind_its_mark() {
    let pack = packs::england();
    let driver = Driver::new(&pack, (100, 30), Start::default()).keys("w<down><down>");
    let screen = driver.screen();
    let selected = screen.lines().find(|line| line.contains("dim+selected")).expect("a line is selected");
    assert!(!selected.contains("me+selected"), "{selected}");
}
