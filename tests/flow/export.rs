//! Exporting what stands on the screen: what is offered, the name, what is written, and what happens when it cannot be.

use std::fs;
use std::path::Path;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Effect, Mouse, MouseKind, Msg, Screen, Start, Who};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The ward manager on a screen, exporting to a folder.
fn on(screen: Screen, size: (u16, u16), folder: &Path) -> Driver {
    let pack = packs::england();
    let persona = pack.tables().personas.iter().find(|p| p.slug.as_str() == "ward-manager").expect("a persona");
    let handouts = folder.to_str().expect("text").to_owned();
    let start = Start { who: Who::Profile(persona.clone()), screen, handouts, ..Start::default() };
    Driver::new(&pack, size, start).exporting()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("a file").file_name().into_string().expect("text")).collect();
    names.sort();
    names
}

#[test]
fn what_stands_on_the_screen_comes_first() {
    let folder = folder();
    let offers = |screen, keys: &str, words: &str| {
        let driver = on(screen, (100, 30), folder.path()).keys(keys).keys("E");
        assert!(driver.says(words), "{screen:?}: {}", driver.text());
    };
    offers(Screen::Map, "", "Role: Ward manager");
    offers(Screen::Routes, "", "Route to Trust chief executive: ");
    offers(Screen::Routes, "m", "Plan: Trust chief executive: ");
    offers(Screen::Training, "", "Training: ");
    offers(Screen::Posts, "", "Posts: ");
    offers(Screen::Plan, "", "Route to Trust chief executive: ");
}

#[test]
fn a_file_is_written_and_its_path_can_be_copied() {
    let folder = folder();
    let driver = on(Screen::Routes, (120, 36), folder.path()).keys("E");
    assert!(driver.says("fingerpost-route-ward-manager-to-trust-chief-executive-2026-11-22.pdf"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    let name = "fingerpost-route-ward-manager-to-trust-chief-executive-2026-11-22.pdf";
    assert_eq!(files(folder.path()), [name]);
    assert!(fs::read(folder.path().join(name)).expect("there").starts_with(b"%PDF"));
    assert!(driver.says("Written: ") && driver.says("y copies the path"), "{}", driver.text());
    let path = fs::canonicalize(folder.path()).expect("there").join(name);
    let driver = driver.keys("y");
    assert!(driver.effects.contains(&Effect::CopyToClipboard(path.display().to_string())), "{:?}", driver.effects);
    assert!(driver.keys("<enter>").app.overlays().is_empty());
}

#[test]
fn the_name_follows_the_format_and_what_is_typed_stays() {
    let folder = folder();
    let driver = on(Screen::Routes, (120, 36), folder.path()).keys("E<down><down>");
    assert!(driver.says("2026-11-22.md"), "{}", driver.text());
    let driver = driver.keys("<tab><tab><ctrl+u>my way.md<down>");
    assert!(driver.says("my way.csv"), "{}", driver.text());
    let driver = driver.keys("<enter><enter>");
    assert_eq!(files(folder.path()), ["my way.csv"]);
    let again = driver.keys("E");
    assert!(again.says("2026-11-22.csv"), "the format is that of the last time: {}", again.text());
}

#[test]
fn a_file_that_is_there_is_kept_unless_it_is_to_be_written_over() {
    let folder = folder();
    let name = "<tab><tab><ctrl+u>way.md";
    let file = folder.path().join("way.md");
    fs::write(&file, "mine").expect("written");
    let driver = on(Screen::Routes, (120, 36), folder.path()).keys("E<down><down>").keys(name).keys("<enter>");
    assert!(driver.says("way.md is there already.") && driver.says("writes way-2.md"), "{}", driver.text());
    assert_eq!(fs::read_to_string(&file).expect("there"), "mine");
    let driver = driver.keys("<enter><enter>");
    assert_eq!(files(folder.path()), ["way-2.md", "way.md"]);
    assert_eq!(fs::read_to_string(&file).expect("there"), "mine");
    let driver = driver.keys("E").keys(name).keys("<enter><ctrl+o>");
    assert!(driver.says("Written: "), "{}", driver.text());
    assert!(fs::read_to_string(&file).expect("there").starts_with("# Ward manager"), "written over");
}

#[test]
fn what_cannot_be_written_says_why_and_another_folder_can_be_named() {
    let folder = folder();
    let nowhere = folder.path().join("no/such");
    let driver = on(Screen::Routes, (120, 36), &nowhere).keys("E<enter>");
    assert!(driver.says("There is no folder") && driver.says("name another"), "{}", driver.text());
    let typed = folder.path().to_str().expect("text");
    let driver = driver.keys("<tab><ctrl+u>").keys(typed).keys("<enter>");
    assert!(driver.says("Written: "), "{}", driver.text());
    assert_eq!(files(folder.path()).len(), 1);
    let again = driver.keys("<enter>3E");
    let tail: String = typed.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    assert!(again.says(&tail), "the folder is that of the last time: {}", again.text());
}

/// A folder that nobody may write to; the superuser may all the same, so there the refusal is not to be had.
#[cfg(unix)]
#[test]
fn a_read_only_folder_is_told_in_words() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).expect("made read-only");
    let refuses = fs::write(folder.path().join("probe"), "x").is_err();
    let driver = on(Screen::Routes, (120, 36), folder.path()).keys("E<enter>");
    if refuses {
        assert!(driver.says("cannot be written") && driver.says("that you may write there"), "{}", driver.text());
        assert!(files(folder.path()).is_empty());
    } else {
        assert!(driver.says("Written: "), "{}", driver.text());
    }
    // What stands in the way of everybody: a folder under the file's name.
    let taken = self::folder();
    fs::create_dir(taken.path().join("way.md")).expect("a folder");
    let keys = "E<down><down><tab><tab><ctrl+u>way.md<enter><ctrl+o>";
    let driver = on(Screen::Routes, (120, 36), taken.path()).keys(keys);
    assert!(driver.says("cannot be written"), "{}", driver.text());
    assert_eq!(files(taken.path()), ["way.md"], "and nothing is left behind");
}

#[test]
fn a_format_that_there_is_not_says_why() {
    let folder = folder();
    let driver = on(Screen::Map, (100, 30), folder.path()).keys("E");
    assert!(driver.says("✗ a role has no dates"), "{}", driver.text());
    let driver = driver.keys("<down><down><down><down><enter>");
    assert!(driver.says("There is no Calendar of this"), "{}", driver.text());
    assert!(files(folder.path()).is_empty());
}

#[test]
fn the_mouse_chooses_and_writes() {
    let folder = folder();
    let mut driver = on(Screen::Routes, (120, 36), folder.path()).keys("E");
    let click = |driver: &mut Driver, words: &str| {
        let row = driver.text().lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}"));
        let line = driver.row(row);
        let column = line.char_indices().position(|(at, _)| line[at..].starts_with(words)).expect("there");
        let at = |number| u16::try_from(number).expect("on the screen");
        driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column: at(column), row: at(row) }));
    };
    click(&mut driver, "for wikis and mail");
    assert!(driver.says("2026-11-22.md"), "{}", driver.text());
    click(&mut driver, "Route to");
    assert!(driver.says("2 of "), "{}", driver.text());
    click(&mut driver, "writes the file");
    assert_eq!(files(folder.path()).len(), 1);
}

#[test]
fn everything_there_is_can_be_exported_in_turn() {
    let folder = folder();
    let mut driver = on(Screen::Routes, (120, 36), folder.path()).keys("m");
    let choices = driver.app.export_choices();
    for (at, choice) in choices.iter().enumerate() {
        driver = driver.keys("E").keys(&"<right>".repeat(at)).keys("<enter>");
        assert!(driver.says("Written: "), "{choice:?}: {}", driver.text());
        driver = driver.keys("<enter>");
    }
    let written = files(folder.path());
    assert_eq!(written.len(), choices.len());
    for kind in ["plan", "route", "role", "training"] {
        assert!(written.iter().any(|name| name.starts_with(&format!("fingerpost-{kind}-"))), "{kind}: {written:?}");
    }
}

#[test]
fn it_fits_the_smallest_window_and_plain_signs() {
    let folder = folder();
    // The folder's name is another on every run.
    let open = |size| on(Screen::Routes, size, folder.path()).keys("E<tab><ctrl+u>/home/me/Documents<tab><tab>");
    insta::assert_snapshot!("export_120", open((120, 36)).screen());
    insta::assert_snapshot!("export_60", open((60, 20)).text());
    insta::assert_snapshot!("export_ascii", open((80, 24)).ascii().text());
}

#[test]
fn what_is_listed_of_posts_is_what_is_exported() {
    let folder = folder();
    let driver = on(Screen::Posts, (120, 36), folder.path()).keys("/deputy<enter>");
    let listed = driver.app.posts_view().listed().len();
    assert!(listed > 0, "{}", driver.text());
    let driver = driver.keys("E<down><down><down>");
    assert!(driver.says(&format!("Posts: {listed} post")), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.says("Written: "), "{}", driver.text());
    let name = files(folder.path()).remove(0);
    let text = fs::read_to_string(folder.path().join(&name)).expect("there");
    assert_eq!(text.matches("\r\npost,").count(), listed, "{text}");
}

#[test]
fn who_keeps_a_profile_can_take_a_form_for_an_appraisal_along() {
    let (profiles, handouts) = (folder(), folder());
    let start = Start { handouts: handouts.path().to_str().expect("text").to_owned(), ..Start::default() };
    let driver = Driver::keeping(&packs::england(), (120, 36), profiles.path(), start).exporting();
    let mut driver = driver.keys("ward manager<enter><enter><esc>E");
    for _ in 0..driver.app.export_choices().len() {
        if !driver.says("Appraisal: a form") {
            driver = driver.keys("<right>");
        }
    }
    let driver = driver.keys("<enter>");
    assert!(driver.says("Written: "), "{}", driver.text());
    assert!(files(handouts.path())[0].contains("appraisal"), "{:?}", files(handouts.path()));
}
