//! The program in a real terminal: what it shows, how little it writes, and that it leaves the terminal as it found it
//! however it ends.
#![cfg(unix)]

#[cfg(test)]
mod keeping;
#[cfg(test)]
mod presenter;
#[cfg(test)]
mod terminal;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use terminal::{Sitting, Variable};

/// A word on the first full frame: the tab of the screen that opens.
const READY: &str = "Map";

fn open() -> Sitting {
    open_with(&[])
}

fn open_with(variables: &[Variable]) -> Sitting {
    let sitting = Sitting::start(variables);
    sitting.wait_for("the map", |screen| screen.contains(READY));
    sitting.wait_until_quiet();
    sitting
}

#[test]
fn it_shows_the_map_and_leaves_the_terminal_as_it_was() {
    let mut sitting = open();
    for (mode, name) in
        [(1049, "a screen of its own"), (1000, "mouse"), (1003, "every move of the mouse"), (2004, "bracketed paste")]
    {
        assert!(sitting.modes_on().contains(&mode), "{name} is not on");
    }
    assert!(!sitting.modes_on().contains(&25), "the cursor is shown");
    assert!(sitting.is_raw(), "keys would be echoed");
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
    sitting.assert_left_clean();
}

#[test]
fn ctrl_c_leaves() {
    let mut sitting = open();
    sitting.press("\u{3}");
    assert_eq!(sitting.wait_for_exit(), 0);
    sitting.assert_left_clean();
}

#[test]
fn a_signal_to_end_leaves_the_terminal_clean() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut sitting = open();
        sitting.signal(signal);
        assert_eq!(sitting.wait_for_exit(), 128 + u32::try_from(signal.as_raw()).unwrap(), "{signal:?}");
        sitting.assert_left_clean();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_z_hands_the_terminal_back_until_the_program_is_continued() {
    for name in ["ctrl+z", "SIGTSTP"] {
        let mut sitting = open();
        let before = sitting.screen();
        match name {
            "ctrl+z" => sitting.press("\u{1a}"),
            _ => sitting.signal(Signal::TSTP),
        }
        sitting.wait_for_state('T', name);
        sitting.assert_left_clean();
        assert!(sitting.screen().contains("Type fg"), "{name}: {}", sitting.screen());

        sitting.signal(Signal::CONT);
        sitting.wait_for("the same screen", |screen| screen == before);
        sitting.wait_until_quiet();
        assert!(sitting.is_raw() && sitting.modes_on().contains(&1049) && sitting.modes_on().contains(&2004));
        assert!(!sitting.output_text().contains("\u{1b}[6n"), "the terminal was asked for its cursor");
        sitting.press("q");
        assert_eq!(sitting.wait_for_exit(), 0);
        sitting.assert_left_clean();
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_leaves_the_terminal_clean_and_says_where_the_report_is() {
    let mut sitting = open_with(&[("FINGERPOST_TEST_PANIC", Some("1"))]);
    sitting.press("\u{1b}[24~"); // F12
    assert_eq!(sitting.wait_for_exit(), 101);
    sitting.assert_left_clean();
    let said = sitting.screen();
    assert!(said.contains("broken on purpose") && said.contains("fingerpost broke and had to stop"), "{said}");
    let reports = sitting.data_files();
    let report = reports.iter().find(|name| name.starts_with("crash-")).expect("a report");
    assert!(said.replace(['\r', '\n'], "").contains(report.as_str()), "{said}");
}

#[test]
fn it_survives_every_size_and_shows_the_same_when_it_is_back() {
    let mut sitting = open();
    let before = sitting.screen();
    let sizes = [(80, 24), (40, 10), (20, 5), (8, 3), (2, 2), (1, 1), (1, 80), (300, 1), (300, 80), (120, 36)];
    for (columns, rows) in sizes {
        sitting.resize(columns, rows);
        sitting.wait_until_quiet();
        assert!(sitting.is_running(), "it died at {columns} by {rows}");
    }
    sitting.wait_for("the first screen", |screen| screen == before);
    for (columns, rows) in sizes.repeat(5) {
        sitting.resize(columns, rows);
    }
    sitting.wait_for("the first screen, after a storm", |screen| screen == before);
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
}

#[test]
fn no_colour_means_none() {
    let coloured = open();
    assert_ne!(coloured.colours(), Vec::<String>::new(), "without NO_COLOR there are colours");
    let plain = open_with(&[("NO_COLOR", Some("1"))]);
    assert_eq!(plain.colours(), Vec::<String>::new());
}

#[test]
fn a_terminal_gets_only_the_colours_it_has() {
    let modest = open_with(&[("COLORTERM", None), ("TERM", Some("xterm-256color"))]);
    assert!(modest.colours().iter().all(|colour| !colour.contains("8;2;")), "{:?}", modest.colours());
    let old = open_with(&[("COLORTERM", None), ("TERM", Some("xterm"))]);
    assert!(
        old.colours().iter().all(|colour| !colour.contains("8;2;") && !colour.contains("8;5;")),
        "{:?}",
        old.colours()
    );
}

#[test]
fn a_terminal_that_prints_lines_is_told_of_the_commands() {
    let mut sitting = Sitting::start(&[("TERM", Some("dumb"))]);
    assert_eq!(sitting.wait_for_exit(), 1);
    let said = sitting.output_text();
    assert!(said.contains("TERM=dumb") && said.contains("fingerpost routes --from"), "{said}");
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn output_that_is_no_terminal_gets_words_on_standard_error_only() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let run = command.stdin(Stdio::null()).env("TERM", "xterm-256color").output().unwrap();
    assert_eq!(run.status.code(), Some(1));
    assert!(run.stdout.is_empty());
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains("fingerpost --help") && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn many_keys_at_once_draw_few_frames() {
    let mut sitting = open();
    let before = sitting.output_len();
    sitting.press(&"jjlkhjlj".repeat(25));
    sitting.wait_until_quiet();
    let written = sitting.output_len() - before;
    assert!(written <= 10_000, "200 keys wrote {written} bytes");
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
}

/// How many bytes each of these keys writes, and what comes of it by itself (answers of the planner).
fn bytes_of(sitting: &mut Sitting, keys: &[&str]) -> Vec<usize> {
    let one = |key: &&str| {
        let before = sitting.output_len();
        sitting.press(key);
        sitting.wait_until_quiet();
        sitting.output_len() - before
    };
    keys.iter().map(one).collect()
}

#[test]
fn screens_and_keys_cost_few_bytes() {
    let mut sitting = open();
    assert!(sitting.output_len() <= 14_000, "to open wrote {} bytes", sitting.output_len());
    // The third step draws nearly all of the map and the pane anew.
    let steps = bytes_of(&mut sitting, &["l", "j", "l", "k", "h"]);
    assert!(steps.iter().all(|bytes| *bytes <= 6_500), "steps on the map wrote {steps:?} bytes");
    let screens = bytes_of(&mut sitting, &["2", "4", "1"]);
    assert!(screens.iter().all(|bytes| *bytes <= 10_000), "screens wrote {screens:?} bytes");
}

#[test]
fn the_mouse_costs_nothing_while_it_is_over_nothing_new() {
    let mut sitting = open();
    let (written, worked) = (sitting.output_len(), sitting.cpu_ticks());
    let moves: Vec<String> = (1..=60).map(|step| format!("\u{1b}[<35;{};1M", 20 + step % 40)).collect();
    sitting.press(&moves.concat());
    sitting.wait_until_quiet();
    assert_eq!(sitting.output_len(), written, "over the title bar there is nothing to tell");
    assert!(sitting.cpu_ticks() - worked <= 2, "a hundredth of a second each");
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
    sitting.assert_left_clean();
}

#[test]
fn nothing_is_written_and_nothing_computed_while_nothing_happens() {
    let sitting = open();
    let (written, worked) = (sitting.output_len(), sitting.cpu_ticks());
    assert_eq!(sitting.written_within(Duration::from_millis(500)), 0);
    assert_eq!((sitting.output_len(), sitting.cpu_ticks()), (written, worked));
}

/// Waits until the user's own profile says this: milliseconds, but every test at once may keep the disk busy.
fn kept(sitting: &Sitting, words: &str) {
    let end = Instant::now() + Duration::from_secs(10);
    while !sitting.data_file("profiles/me.toml").contains(words) {
        assert!(Instant::now() < end, "{words} is not on disk:\n{}", sitting.screen());
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_plan_is_there_after_the_program_was_killed_and_undone_across_the_restart() {
    let mut sitting = Sitting::start_in(tempfile::tempdir().unwrap(), &[], &[]);
    sitting.wait_for("the first question", |screen| screen.contains("1 of 4"));
    for (keys, next) in [("ward manager\r", "2 of 4"), ("\u{15}1.5\r", "3 of 4"), ("\u{15}5\r", "4 of 4")] {
        sitting.press(keys);
        sitting.wait_for(next, |screen| screen.contains(next));
    }
    sitting.press("trust chief executive\r");
    sitting.press("2p\u{1b}");
    sitting.wait_for("the routes", |screen| screen.contains("Fastest"));
    sitting.press("m");
    sitting.wait_for("the plan", |screen| screen.contains("What comes next"));
    kept(&sitting, "[[plan]]");
    sitting.press(" ");
    kept(&sitting, "done = ");
    let mut sitting = Sitting::start_in(sitting.kill(), &[], &[]);
    sitting.wait_for("the map", |screen| screen.contains(READY));
    sitting.press("3");
    sitting.wait_for("what was done", |screen| screen.contains("Done "));
    sitting.press("u");
    sitting.wait_for("what came back", |screen| screen.contains("is open"));
    assert!(!sitting.data_file("profiles/me.toml").contains("done = "));
    let mut sitting = Sitting::start_in(sitting.kill(), &[], &[]);
    sitting.wait_for("the map", |screen| screen.contains(READY));
    sitting.press("\u{12}3");
    kept(&sitting, "done = ");
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
    sitting.assert_left_clean();
}

#[test]
fn every_frame_comes_whole() {
    let mut sitting = open();
    for key in ["4", "2", "1", "?"] {
        sitting.press(key);
        sitting.wait_until_quiet();
    }
    let output = sitting.output_text();
    let entered = output.split("\u{1b}[?2026h").skip(1);
    assert!(entered.clone().count() > 1);
    for frame in entered {
        let (_, after) = frame.split_once("\u{1b}[?2026l").expect("a frame that ends");
        assert_eq!(after, "", "something was drawn outside of a frame");
    }
}
