//! The user's own files through the real program: how soon they are written, killed at any moment, on a full disk.

use std::fs;
use std::time::{Duration, Instant};

use crate::READY;
use crate::terminal::Sitting;

const FILE: &str = "profiles/me.toml";

/// A data folder with a matron who studies one hour a week and wants to be chief nurse.
fn matron() -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    fs::create_dir(data.path().join("profiles")).unwrap();
    let text = "role = \"matron\"\nsince = \"2024-11-22\"\ntarget = \"chief-nurse\"\nhours_per_week = 1\n";
    fs::write(data.path().join(FILE), text).unwrap();
    data
}

fn open(data: tempfile::TempDir) -> Sitting {
    let mut sitting = Sitting::start_in(data, &[], &[]);
    sitting.wait_for("the map", |screen| screen.contains(READY));
    sitting.press("2");
    sitting.wait_for("the routes", |screen| screen.contains("h a week"));
    sitting
}

/// The hours of study a week that the file says; it has to be whole.
fn hours(text: &str) -> u32 {
    let line = text.lines().find_map(|line| line.strip_prefix("hours_per_week = "));
    let number = line.unwrap_or_else(|| panic!("a whole file, not\n{text}")).trim().parse().expect("a whole number");
    assert!(text.contains("role = \"matron\"") && text.contains("target = \"chief-nurse\""), "{text}");
    number
}

#[test]
fn a_change_is_in_the_file_within_a_second_of_the_key() {
    let mut sitting = open(matron());
    let mut times = Vec::new();
    for wanted in 2..12 {
        let pressed = Instant::now();
        sitting.press("+");
        while hours(&sitting.data_file(FILE)) != wanted {
            assert!(pressed.elapsed() < Duration::from_secs(30), "it is never written");
            std::thread::sleep(Duration::from_millis(1));
        }
        times.push(pressed.elapsed());
    }
    times.sort_unstable();
    // One of ten may have to wait for a busy machine; the middle one may not.
    assert!(times[times.len() / 2] <= Duration::from_secs(1), "from key to file: {times:?}");
}

#[test]
fn killed_at_any_moment_the_program_finds_what_was_in_the_file() {
    let mut data = matron();
    let (mut least, mut chance) = (1, 5_u64);
    for round in 0..6 {
        let mut sitting = open(data);
        assert_eq!(hours(&sitting.data_file(FILE)), least, "round {round}");
        let most = least + 5;
        sitting.press("+++++");
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let end = Instant::now() + Duration::from_micros((chance >> 33) % 60_000);
        let mut seen = least;
        while Instant::now() < end {
            seen = hours(&sitting.data_file(FILE));
        }
        data = sitting.kill();
        least = hours(&fs::read_to_string(data.path().join(FILE)).unwrap());
        assert!((seen..=most).contains(&least), "round {round}: {seen} was in the file, {least} is");
    }
    let sitting = open(data);
    assert!(!sitting.screen().contains("cannot be read"), "{}", sitting.screen());
}

#[test]
fn on_a_full_disk_it_says_so_goes_on_and_loses_nothing() {
    let data = matron();
    let before = fs::read_to_string(data.path().join(FILE)).unwrap();
    // A limit of no bytes to a file fails every write as a full disk does, at the system itself.
    let mut sitting = Sitting::start_limited(data, "ulimit -f 0; trap '' XFSZ");
    sitting.wait_for("the map", |screen| screen.contains(READY));
    sitting.press("2");
    sitting.wait_for("the routes", |screen| screen.contains("h a week"));
    sitting.press("+");
    sitting.wait_for("that it is not on disk", |screen| {
        screen.contains("is not on disk") && screen.contains("(not saved)") && screen.contains("room")
    });
    sitting.press("\r4");
    sitting.wait_for("the training: one can go on", |screen| screen.contains("‹4 Training›"));
    assert_eq!(sitting.data_file(FILE), before);
    sitting.press("q");
    sitting.wait_for("a warning", |screen| screen.contains("q again leaves"));
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
    assert!(sitting.screen().contains("Your last change was not kept"), "{}", sitting.screen());
    let mut sitting = open(sitting.kill());
    sitting.press("+");
    sitting.wait_for("two hours", |screen| screen.contains("2 h a week"));
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
    assert_eq!(hours(&sitting.data_file(FILE)), 2, "with room again it is written");
}

#[test]
fn a_kept_profile_opens_by_its_name_as_ones_own() {
    let data = matron();
    fs::write(data.path().join("profiles/jo.toml"), "role = \"ward-manager\"\ntitle = \"Jo's ward\"\n").unwrap();
    let mut sitting = Sitting::start_in(data, &["--profile", "jo"], &[]);
    sitting.wait_for("her", |screen| screen.contains("You (jo): Jo's ward") && !screen.contains("tried on"));
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
    let sitting = Sitting::start_in(sitting.kill(), &[], &[]);
    sitting.wait_for("her again", |screen| screen.contains("You (jo): Jo's ward"));
}

#[test]
fn nobody_else_can_read_what_the_program_writes() {
    use std::os::unix::fs::PermissionsExt as _;

    let data = tempfile::tempdir().unwrap();
    fs::create_dir(data.path().join("own")).unwrap();
    let folder = data.path().join("own/data").display().to_string();
    let mut sitting = Sitting::start_in(data, &["--data", &folder], &[("FINGERPOST_LOG", Some("debug"))]);
    sitting.wait_for("the first question", |screen| screen.contains("1 of 4"));
    sitting.press("matron\r\r\u{1b}");
    sitting.wait_for("her", |screen| screen.contains("You: Matron"));
    sitting.press("q");
    assert_eq!(sitting.wait_for_exit(), 0);
    let _data = sitting.kill();
    let mut folders = vec![std::path::PathBuf::from(folder)];
    let mut files = Vec::new();
    while let Some(inside) = folders.pop() {
        assert_eq!(fs::metadata(&inside).unwrap().permissions().mode() & 0o777, 0o700, "{}", inside.display());
        for entry in fs::read_dir(&inside).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
                files.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    for name in ["me.toml", "me.lock", "last-opened", "fingerpost.log"] {
        assert!(files.iter().any(|file| file == name), "{name} is not among {files:?}");
    }
}
