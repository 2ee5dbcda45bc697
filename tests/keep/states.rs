//! States, back and forth.

use std::fs;

use fingerpost::store::{KeepError, KeptFile};

use crate::{held, write};

#[test]
fn what_is_written_is_read_and_the_file_is_plain_text_below_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    assert_eq!(file.read().expect("nothing is wrong"), None);
    let written = write(&file, "role = \"matron\"\n");
    assert_eq!(held(&file), written);
    let text = fs::read_to_string(file.path()).expect("text");
    assert_eq!(text, "# fingerpost format 1, change 1\nrole = \"matron\"\n");
}

/// Against a model: a list of states and a place in it.
#[test]
fn undo_and_redo_go_through_every_state_also_after_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut states, mut place) = (vec![String::new()], 0_usize);
    write(&KeptFile::new(folder.path(), "me"), "");
    let mut seed = 7_u64;
    for step in 0..400 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Every step by a program that has just been started: nothing is remembered but the files.
        let file = KeptFile::new(folder.path(), "me");
        let now = held(&file);
        assert_eq!(now.text, states[place], "step {step}");
        match (seed >> 33) % 4 {
            0 => {
                let gone_back = file.undo(&now).expect("it can be done");
                assert_eq!(gone_back.is_some(), place > 0, "step {step}");
                place = place.saturating_sub(1);
            }
            1 => {
                let gone_forth = file.redo(&now).expect("it can be done");
                assert_eq!(gone_forth.is_some(), place + 1 < states.len(), "step {step}");
                place = (place + 1).min(states.len() - 1);
            }
            _ => {
                // The same text comes back again and again, which must not confuse the place.
                let text = format!("state = {}\n", step % 3);
                file.write(Some(&now), &text).expect("it can be written");
                states.truncate(place + 1);
                states.push(text);
                place += 1;
            }
        }
    }
    assert!(states.len() > 20, "only {} states", states.len());
}

#[test]
fn what_was_changed_by_hand_is_a_state_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    write(&file, "a = 1\n");
    fs::write(file.path(), "# mine\na = 2\n").expect("by hand");
    let by_hand = held(&file);
    assert_eq!(by_hand.text, "# mine\na = 2\n");
    let written = file.write(Some(&by_hand), "a = 3\n").expect("it can be written");
    let back = file.undo(&written).expect("it can be done").expect("there is one");
    assert_eq!(back.text, "# mine\na = 2\n");
    let back = file.undo(&back).expect("it can be done").expect("there is one");
    assert_eq!(back.text, "a = 1\n");
    let forth = file.redo(&back).and_then(|held| file.redo(&held.expect("there is one"))).expect("it can be done");
    assert_eq!(forth.expect("there is one").text, "a = 3\n");
}

#[test]
fn only_below_the_line_by_hand_and_undone_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    write(&file, "a = 1\n");
    write(&file, "a = 2\n");
    let text = fs::read_to_string(file.path()).expect("text");
    fs::write(file.path(), text.replace("a = 2", "a = 9")).expect("by hand");
    let back = file.undo(&held(&file)).expect("it can be done").expect("there is one");
    assert_eq!(back.text, "a = 2\n");
    let forth = file.redo(&back).expect("it can be done").expect("there is one");
    assert_eq!(forth.text, "a = 9\n");
}

#[test]
fn two_programs_never_write_over_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    let seen = write(&file, "a = 1\n");
    let theirs = file.write(Some(&seen), "a = 2\n").expect("the first may");
    match file.write(Some(&seen), "a = 3\n") {
        Err(KeepError::ChangedElsewhere(now)) => assert_eq!(now, Some(theirs.clone())),
        other => panic!("{other:?}"),
    }
    assert!(matches!(file.undo(&seen), Err(KeepError::ChangedElsewhere(_))));
    assert_eq!(held(&file), theirs);
    assert!(matches!(file.write(None, "a = 4\n"), Err(KeepError::ChangedElsewhere(Some(_)))));
}

#[test]
fn many_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&KeptFile::new(folder.path(), "me"), "");
    let add = |line: String| {
        let file = KeptFile::new(folder.path(), "me");
        loop {
            let now = held(&file);
            match file.write(Some(&now), &format!("{}{line}\n", now.text)) {
                Ok(_) => return,
                Err(KeepError::ChangedElsewhere(_)) => {}
                Err(error) => panic!("{error}"),
            }
        }
    };
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let add = &add;
            scope.spawn(move || (0..10).for_each(|line| add(format!("# {writer} {line}"))));
        }
    });
    let file = KeptFile::new(folder.path(), "me");
    assert_eq!(held(&file).text.lines().count(), 40);
}

#[test]
fn the_oldest_states_give_way() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    for step in 0..320 {
        write(&file, &format!("a = {step}\n"));
    }
    let earlier = file.earlier().expect("they can be read");
    assert_eq!(earlier.len(), 300);
    assert_eq!(earlier[0].text, "a = 319\n");
}

#[test]
fn what_is_gone_on_with_is_one_state() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    write(&file, "a = 1\n");
    let mut now = write(&file, "note = \"\"\n");
    for letters in 1..=1_000 {
        now = file.amend(&now, &format!("note = \"{}\"\n", "x".repeat(letters))).expect("it can be written");
    }
    assert_eq!(held(&file), now);
    assert_eq!(file.earlier().expect("they can be read").len(), 2);
    let back = file.undo(&now).expect("it can be done").expect("there is one");
    assert_eq!(back.text, "a = 1\n");
    let forth = file.redo(&back).expect("it can be done").expect("there is one");
    assert_eq!(forth.text, now.text);
}

#[test]
fn only_the_newest_state_is_gone_on_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    write(&file, "a = 1\n");
    let second = write(&file, "a = 2\n");
    let back = file.undo(&second).expect("it can be done").expect("there is one");
    let third = file.amend(&back, "a = 3\n").expect("it can be written");
    assert_eq!(file.undo(&third).expect("it can be done").map(|held| held.text), Some("a = 1\n".to_owned()));

    fs::write(file.path(), "a = 4\n").expect("by hand");
    let by_hand = held(&file);
    let next = file.amend(&by_hand, "a = 5\n").expect("it can be written");
    assert_eq!(file.undo(&next).expect("it can be done").map(|held| held.text), Some("a = 4\n".to_owned()));
    let error = file.amend(&next, "a = 6\n").expect_err("it holds something else now");
    assert!(matches!(error, KeepError::ChangedElsewhere(_)), "{error}");
}
