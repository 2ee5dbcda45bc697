//! The appraisal: rated, noted, with objectives; told for whom and against what; kept and undone.

use std::fs;
use std::path::Path;

use crate::driver::{Driver, TODAY};
use crate::packs;
use fingerpost::app::{Mouse, MouseKind, Msg, Screen, Start, Who};
use fingerpost::domain::appraisal::{Note, Rating};
use tempfile::TempDir;

fn persona(id: &str, size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let persona = pack.tables().personas.iter().find(|p| p.slug.as_str() == id).expect("a persona");
    let who = Who::Profile(persona.clone());
    Driver::new(&pack, size, Start { who, screen: Screen::Appraisal, ..Start::default() })
}

fn manager() -> Driver {
    persona("ward-manager", (120, 36))
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Somebody whose profile is kept, on the appraisal screen.
fn own(folder: &Path) -> Driver {
    let start = Start { screen: Screen::Appraisal, ..Start::default() };
    Driver::keeping(&packs::england(), (120, 36), folder, start)
}

fn begun(folder: &Path) -> Driver {
    own(folder).keys("ward manager<enter><ctrl+u>1.5<enter><enter>trust chief executive<enter>6")
}

fn rating(driver: &Driver, line: usize) -> Option<Rating> {
    let id = &driver.app.framework().competencies().nth(line).expect("a competency").id;
    driver.app.shown_appraisal().and_then(|appraisal| appraisal.rating(id))
}

/// A row of the screen with these words.
fn row_with(driver: &Driver, words: &str) -> u16 {
    let row = driver.text().lines().position(|line| line.contains(words));
    assert!(row.is_some(), "`{words}` is not in\n{}", driver.text());
    row.and_then(|row| u16::try_from(row).ok()).expect("on the screen")
}

/// Ratings, notes, a priority and two objectives.
const FILLED: &str = "r43234<esc>gg<down>nLed two teams<enter>Saved £5,000<tab>By asking first<esc>m\
                      oChair the safety huddle<enter>31 Mar 2027<enter>oRead the code<enter><enter>gg<down>";

#[test]
fn the_screen_says_what_is_rated_and_how_far_it_is() {
    insta::assert_snapshot!("appraisal_empty_120", manager().screen());
    insta::assert_snapshot!("appraisal_120", manager().keys(FILLED).screen());
    insta::assert_snapshot!("appraisal_60", persona("ward-manager", (60, 20)).keys(FILLED).screen());
    insta::assert_snapshot!("appraisal_60_pane", persona("ward-manager", (60, 20)).keys(FILLED).keys("<tab>").text());
    insta::assert_snapshot!("appraisal_ascii", manager().keys(FILLED).ascii().text());
    insta::assert_snapshot!("appraisal_rating", manager().keys("r43").screen());
    insta::assert_snapshot!("appraisal_rating_60", persona("ward-manager", (60, 20)).keys("r43").text());
    insta::assert_snapshot!("appraisal_notes", manager().keys(FILLED).keys("n").screen());
    insta::assert_snapshot!("appraisal_notes_60", persona("ward-manager", (60, 20)).keys(FILLED).keys("n").text());
}

#[test]
fn digits_rate_on_the_sheet_one_competency_after_the_other() {
    let driver = manager().keys("<enter>");
    assert!(driver.says("1 of 27 · How well do I do that?"), "{}", driver.text());
    let driver = driver.keys("4");
    assert!(
        driver.says("2 of 27") && driver.says("4 Strong: Prioritise for personal productivity. Not kept"),
        "{}",
        driver.text()
    );
    let driver = driver.keys("<down><down><enter><right>5<left><left>0");
    assert_eq!(
        [0, 1, 2, 3].map(|line| rating(&driver, line)),
        [Some(Rating::Strong), Some(Rating::Proficient), None, Some(Rating::Exemplary)]
    );
    assert_eq!(driver.app.screen(), Screen::Appraisal, "no digit went to another screen");
    let driver = driver.keys("<esc><home>r").keys(&"3".repeat(27));
    assert!(driver.says("That was the last one; 27 of 27 are rated"), "{}", driver.text());
    assert!(driver.app.overlays().is_empty());
    assert_eq!(driver.keys("4").app.screen(), Screen::Training, "with the sheet closed digits are screens again");
}

#[test]
fn plus_and_minus_step_and_u_takes_back() {
    let driver = manager().keys("-");
    assert!(driver.says("There is no rating to lower") && driver.app.appraisals().is_empty(), "{}", driver.text());
    let driver = driver.keys("+++");
    assert_eq!(rating(&driver, 0), Some(Rating::Proficient));
    let driver = driver.keys("-");
    assert!(driver.says("2 Essential: Prioritise for personal productivity"), "{}", driver.text());
    let driver = driver.keys("u");
    assert!(driver.says("Undone: “Prioritise for personal productivity” is rated 3"), "{}", driver.text());
    let driver = driver.keys("uuu");
    assert!(driver.app.appraisals().is_empty(), "{}", driver.text());
    assert_eq!(rating(&driver.keys("<ctrl+r><ctrl+r>"), 0), Some(Rating::Essential));
}

#[test]
fn met_is_told_against_the_stage_of_the_target() {
    let driver = manager().keys("r5<esc><home>");
    assert!(driver.says("Not yet: you rate yourself 3 stages below it"), "{}", driver.text());
    assert!(driver.says("1 not yet · 8 not rated"), "{}", driver.text());
    let driver = driver.keys("SSS");
    assert!(driver.says("how well you do what stage 4 expects"), "{}", driver.text());
    let driver = driver.keys("<down><up>");
    assert!(driver.says("Met, as you rate yourself") && driver.says("1 met · 8 not rated"), "{}", driver.text());
    assert!(driver.says("chosen by you"), "{}", driver.text());
    let driver = driver.keys("--<down><up>");
    assert!(driver.says("Met, as you rate yourself"), "3 is met, {}", driver.text());
    let driver = driver.keys("-<down><up>");
    assert!(driver.says("Not yet: it counts as met from 3 on"), "{}", driver.text());
}

#[test]
fn notes_are_written_in_lines_and_kept_with_escape() {
    let mut driver = manager().keys("nLed<enter>two teams<tab>");
    driver.send(Msg::Paste("By listening\nEvery week".to_owned()));
    let driver = driver.keys("<esc>");
    let id = driver.app.framework().competencies().next().expect("a competency").id.clone();
    let appraisal = driver.app.shown_appraisal().expect("one began");
    assert_eq!(appraisal.note(&id, Note::What), "Led\ntwo teams");
    assert_eq!(appraisal.note(&id, Note::How), "By listening\nEvery week");
    assert!(driver.says("u takes it back") && driver.says("Every week"), "{}", driver.text());
    let turns = driver.keys("n<esc>u");
    assert!(turns.app.appraisals().is_empty(), "nothing written is nothing to undo");
}

/// The states of the file, by their names.
fn states(folder: &Path) -> Vec<String> {
    let copies = fs::read_dir(folder.join("copies/me")).expect("there are some");
    let mut names: Vec<String> =
        copies.map(|copy| copy.expect("a copy").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_note_is_on_disk_with_every_letter_and_one_undo_takes_back_all_of_it() {
    let folder = folder();
    let file = || fs::read_to_string(folder.path().join("me.toml")).expect("it is there");
    let mut driver = begun(folder.path()).keys("r4<esc>ggn");
    let (before, earlier) = (file(), states(folder.path()));
    for written in ["L", "Le", "Led"] {
        driver = driver.keys(&written[written.len() - 1..]);
        assert!(file().contains(&format!("what = \"{written}\"")), "after {written}:\n{}", file());
    }
    driver.send(Msg::Paste(" two teams".to_owned()));
    driver = driver.keys("<tab>By asking");
    assert!(file().contains("Led two teams") && file().contains("By asking"), "{}", file());
    assert_eq!(states(folder.path()).len(), earlier.len() + 1, "all of it is one state");
    // Somebody who starts while the sheet is open, or after a kill, finds what was written.
    let mut again = own(folder.path());
    assert_eq!(again.app.appraisals(), driver.app.appraisals());
    again = again.keys("u");
    assert!(again.says("the notes on") && file().lines().skip(1).eq(before.lines().skip(1)), "{}", file());
    again = again.keys("<ctrl+r>");
    assert_eq!(again.app.appraisals(), driver.app.appraisals());

    let folder = self::folder();
    let written = begun(folder.path()).keys("r4<esc>ggnLed two teams<tab>By asking<esc>");
    let undone = written.keys("u");
    let id = undone.app.framework().competencies().next().expect("a competency").id.clone();
    let notes = |driver: &Driver| {
        let appraisal = driver.app.shown_appraisal().expect("it is rated");
        [Note::What, Note::How].map(|note| appraisal.note(&id, note).to_owned())
    };
    assert_eq!(notes(&undone), ["", ""], "{}", undone.text());
    assert_eq!(notes(&own(folder.path())), ["", ""]);
    assert_eq!(rating(&undone, 0).map(Rating::number), Some(4), "only the notes are undone");
    assert_eq!(notes(&undone.keys("<ctrl+r>")), ["Led two teams", "By asking"]);
}

#[test]
fn a_note_that_is_taken_out_again_is_no_change() {
    let folder = folder();
    let driver = begun(folder.path()).keys("r4<esc>ggnLed<backspace><backspace><backspace><esc>");
    assert!(!driver.says("u takes it back"), "{}", driver.text());
    assert_eq!(own(folder.path()).app.appraisals(), driver.app.appraisals());
    let driver = driver.keys("u");
    assert!(driver.says("is not rated") || driver.says("is not there"), "{}", driver.text());
}

#[test]
fn what_is_written_while_the_file_is_changed_elsewhere_is_written_after_it() {
    let folder = folder();
    let driver = begun(folder.path()).keys("r4<esc>ggnLed");
    let other = own(folder.path()).keys("<down><down>r2<esc>");
    let driver = driver.keys(" t");
    assert!(driver.says("changed elsewhere"), "{}", driver.text());
    let driver = driver.keys("<esc>wo teams<esc>");
    assert_eq!((rating(&driver, 2), rating(&driver, 0)), (rating(&other, 2), rating(&other, 0)));
    let id = driver.app.framework().competencies().next().expect("a competency").id.clone();
    let again = own(folder.path());
    assert_eq!(again.app.shown_appraisal().map(|one| one.note(&id, Note::What)), Some("Led two teams"));
    assert_eq!(rating(&again.keys("u"), 2), rating(&other, 2), "one undo takes back no more than the note");
}

#[test]
fn there_are_at_most_three_priorities() {
    let driver = manager().keys("m<down>m<down>m<down>m");
    assert!(driver.says("There are 3 priorities already"), "{}", driver.text());
    let driver = driver.keys("<up>m");
    assert!(driver.says("no longer a priority"), "{}", driver.text());
    assert_eq!(driver.app.shown_appraisal().map(|appraisal| appraisal.priorities.len()), Some(2));
}

#[test]
fn objectives_have_words_a_day_and_a_step_of_the_plan() {
    let driver = manager().keys("2p<esc>m6o<enter>");
    assert!(driver.says("An objective needs a few words"), "{}", driver.text());
    let driver = driver.keys("Chair the huddle<enter>soon<enter>");
    assert!(driver.says("type it as 31 Mar 2027"), "{}", driver.text());
    let driver = driver.keys("<ctrl+u>2027-03-31<enter>");
    assert!(driver.says("For which step of your plan?"), "{}", driver.text());
    let driver = driver.keys("<down><enter>");
    let objective = driver.app.objectives().first().cloned().expect("an objective");
    let step = objective.step.expect("a step");
    assert!(step.title(driver.app.plans()).is_some() && objective.due.is_some());
    insta::assert_snapshot!("appraisal_objective", driver.text());
    let driver = driver.keys("<space>");
    assert!(driver.says("✓ 22 Nov 2026: Chair the huddle"), "{}", driver.text());
    let plan = driver.keys("3");
    assert!(plan.says("Objective: Chair the huddle"), "beside the step it serves: {}", plan.text());
    let driver = plan.keys("6e<ctrl+u>Lead it<enter><esc>");
    assert!(driver.says("Lead it") && !driver.says("Chair the huddle"), "{}", driver.text());
    let driver = driver.keys("X");
    assert!(
        driver.says("Removed: Lead it. u brings it back") && driver.app.objectives().is_empty(),
        "{}",
        driver.text()
    );
    assert_eq!(driver.keys("u").app.objectives().len(), 1);
}

#[test]
fn the_mouse_selects_a_line_and_a_click_on_a_point_rates() {
    let mut driver = manager();
    let click = |driver: &mut Driver, row: u16, column: u16| {
        driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column, row }));
    };
    let row = row_with(&driver, "Commit to continuing");
    click(&mut driver, row, 10);
    assert_eq!(
        driver.app.chosen_competency().map(|one| one.id.as_str()),
        Some("commit-to-continuing-professional-development")
    );
    let row = row_with(&driver, "4 Strong");
    click(&mut driver, row, 80);
    assert_eq!(rating(&driver, 2), Some(Rating::Strong));
    let mut driver = driver.keys("r");
    let row = row_with(&driver, "2 Essential");
    click(&mut driver, row, 40);
    assert_eq!(rating(&driver, 2), Some(Rating::Essential));
}

#[test]
fn what_is_missing_is_said_with_what_to_do() {
    let nobody = Driver::new(&packs::england(), (120, 36), Start { screen: Screen::Appraisal, ..Start::default() });
    let nobody = nobody.keys("<esc>6");
    assert!(nobody.says("Say who you are first: s finds your role"), "{}", nobody.text());
    assert!(nobody.keys("+").says("Say who you are first"));
    let pack = packs::england();
    let role = pack.find_role("ward-manager").expect("a role");
    let who = Who::Role(role, fingerpost::domain::quantity::Decimal::ZERO);
    let aimless = Driver::new(&pack, (120, 36), Start { who, screen: Screen::Appraisal, ..Start::default() });
    assert!(aimless.says("no target yet: t chooses the role you want"), "{}", aimless.text());
    assert!(aimless.says("What the other stages expect") && aimless.says("Stage 3"), "{}", aimless.text());
    let small = packs::without("framework.csv");
    let who = Who::Profile(small.tables().personas[0].clone());
    let bare = Driver::new(&small, (120, 36), Start { who, screen: Screen::Appraisal, ..Start::default() });
    assert!(bare.says("This pack brings no competencies"), "{}", bare.text());
    assert!(bare.keys("r").says("This pack brings no competencies to rate"));
}

#[test]
fn board_members_are_told_the_day_that_a_source_names() {
    let pack = packs::england();
    let role = pack.find_role("trust-chair").expect("a role");
    let who = Who::Role(role, fingerpost::domain::quantity::Decimal::ZERO);
    let driver = Driver::new(&pack, (120, 60), Start { who, screen: Screen::Appraisal, ..Start::default() });
    assert!(driver.says("due 30 Jun 2027 (from a source)"), "{}", driver.text());
    assert!(driver.says("reaches NHS England by 30 June"), "{}", driver.text());
}

#[test]
fn somebody_tried_on_can_try_it_and_it_says_that_nothing_is_kept() {
    let driver = manager();
    assert!(driver.says("Your appraisal, not kept"), "{}", driver.text());
    assert!(driver.keys("+").says("Not kept: say that a role is yours (s)"));
}

#[test]
fn it_is_there_after_a_restart_and_undone_across_it() {
    let folder = folder();
    let driver = begun(folder.path()).keys("r43<esc>ggnLed<esc>oRead the code<enter><enter>");
    assert!(driver.says("Your appraisal of 22 Nov 2026") && !driver.says("not kept"), "{}", driver.text());
    let again = own(folder.path());
    assert_eq!(again.app.appraisals(), driver.app.appraisals());
    let again = again.keys("u");
    assert!(again.says("the objective “Read the code” is not there"), "{}", again.text());
    let again = again.keys("u");
    assert!(again.says("the notes on") && again.says("are as they were"), "{}", again.text());
    let again = again.keys("u");
    assert!(again.says("is not rated"), "{}", again.text());
    let again = again.keys("u");
    assert!(
        again.says("the appraisal of 22 Nov 2026 is not there") && again.app.appraisals().is_empty(),
        "{}",
        again.text()
    );
    let again = again.keys("<ctrl+r><ctrl+r><ctrl+r><ctrl+r>");
    assert_eq!(again.app.appraisals(), driver.app.appraisals(), "{}", again.text());
}

/// What is kept, with the appraisal a year older.
fn a_year_older(folder: &Path) {
    let file = folder.join("me.toml");
    let text = fs::read_to_string(&file).expect("it is kept");
    fs::write(file, text.replace(&format!("on = \"{TODAY}\""), "on = \"2025-11-20\"")).expect("written by hand");
}

#[test]
fn a_new_one_starts_from_the_last_and_earlier_ones_are_read_only() {
    let folder = folder();
    begun(folder.path()).keys("r4321<esc>ggnLed<esc>oRead the code<enter><enter>");
    a_year_older(folder.path());
    let driver = own(folder.path());
    assert!(driver.says("Your appraisal of 20 Nov 2025") && driver.says("due 20 Nov 2026"), "{}", driver.text());
    let driver = driver.keys("a");
    assert!(driver.says("With the ratings of 20 Nov 2025 to start from"), "{}", driver.text());
    let driver = driver.keys("<enter>");
    assert!(driver.says("with 4 ratings of 20 Nov 2025 to start from"), "{}", driver.text());
    assert_eq!((rating(&driver, 0), driver.app.objectives().len()), (Some(Rating::Strong), 1));
    let driver = driver.keys("gg-");
    assert!(driver.says("From appraisal to appraisal") && driver.says("lower"), "{}", driver.text());
    insta::assert_snapshot!("appraisal_history", driver.text());
    let driver = driver.keys("v");
    insta::assert_snapshot!("appraisals_by_date", driver.text());
    let driver = driver.keys("<down><enter>");
    assert!(driver.says("Earlier appraisal of 20 Nov 2025, read only"), "{}", driver.text());
    assert_eq!(rating(&driver, 0), Some(Rating::Strong));
    let refused = driver.keys("-");
    assert!(refused.says("This is an earlier appraisal, to be read only"), "{}", refused.text());
    let driver = refused.keys("D");
    assert!(
        driver.says("Removed: the appraisal of 20 Nov 2025") && driver.app.appraisals().len() == 1,
        "{}",
        driver.text()
    );
    let driver = driver.keys("u");
    assert!(driver.says("the appraisal of 20 Nov 2025 is there"), "{}", driver.text());
    let driver = driver.keys("a<down><enter>");
    assert!(driver.says("begins, blank") && rating(&driver, 0).is_none(), "{}", driver.text());
}
