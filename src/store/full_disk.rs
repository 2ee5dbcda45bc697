//! A disk that runs full, or is gone, at every single step of every change: the old state is there, it is told, and the
//! next change succeeds.

use std::sync::Arc;

use tempfile::TempDir;

use super::disk::faults::{self, Call, Failing};
use super::kept_file::{Held, KeepError, KeptFile};
use super::{KeptProfiles, LastOpened, StoreError};
use crate::domain::id::Slug;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::{Profile, Since};

/// More steps than any change takes.
const STEPS: usize = 40;

/// A file with two states, of which the later is undone: `a = 1` in it, `a = 2` to be done again.
fn with_undone() -> (TempDir, KeptFile, Held) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    let first = file.write(None, "a = 1\n").expect("written");
    let second = file.write(Some(&first), "a = 2\n").expect("written");
    let now = file.undo(&second).expect("it can be done").expect("there is one");
    (folder, file, now)
}

fn assert_told(error: &KeepError, after: usize) {
    let words = error.to_string();
    assert!(matches!(error, KeepError::Store(StoreError::NotWritten { .. })), "after {after} steps: {words}");
    assert!(words.contains("cannot be written") && words.contains("room"), "after {after} steps: {words}");
}

/// Lets the disk fail after no step, after one, after two … of what is `tried` on a fresh file each time, until nothing
/// fails any more; gives the calls at which it failed.
fn at_every_step(how: Failing, tried: impl Fn(&KeptFile, &Held) -> Result<(), KeepError>) -> Vec<Call> {
    let mut met = Vec::new();
    for after in 0..STEPS {
        let (folder, file, now) = with_undone();
        faults::fail_after(after, how);
        let done = tried(&file, &now);
        let Some(call) = faults::mend() else {
            assert!(done.is_ok(), "nothing failed");
            return met;
        };
        met.push(call);
        let held = file.read().expect("it can be read").expect("it is there");
        if let Err(error) = &done {
            assert_told(error, after);
            assert_eq!(held, now, "after {after} steps the old state is there");
            let forth = file.redo(&held).expect("it can be done").expect("there is one");
            assert_eq!(forth.text, "a = 2\n", "after {after} steps what was undone can be done again");
            let back = file.undo(&forth).expect("it can be done").expect("there is one");
            tried(&file, &back).expect("there is room again");
        }
        let held = file.read().expect("it can be read").expect("it is there");
        let written = file.write(Some(&held), "a = 4\n").expect("the next change succeeds");
        let back = file.undo(&written).expect("it can be done").expect("there is one");
        assert_eq!(back.text, held.text, "after {after} steps");
        if how == Failing::Full {
            let left = std::fs::read_dir(folder.path())
                .expect("a folder")
                .chain(std::fs::read_dir(folder.path().join("copies/me")).expect("a folder"));
            let parts = left.filter_map(Result::ok).filter(|file| file.file_name().to_string_lossy().contains(".part"));
            assert_eq!(parts.count(), 0, "after {after} steps");
        }
    }
    panic!("it never ends");
}

#[test]
fn a_change_fails_at_any_step_and_nothing_is_lost() {
    let write = |file: &KeptFile, now: &Held| file.write(Some(now), "a = 3\n").map(drop);
    for how in [Failing::Full, Failing::Gone] {
        let met = at_every_step(how, write);
        for call in [Call::Create, Call::Write, Call::Sync, Call::Rename] {
            assert!(met.contains(&call), "{how:?}: {call:?} was never tried: {met:?}");
        }
    }
}

#[test]
fn undo_and_redo_fail_at_any_step_and_nothing_is_lost() {
    for how in [Failing::Full, Failing::Gone] {
        let met = at_every_step(how, |file, now| file.redo(now).map(drop));
        assert!(met.contains(&Call::Write) && met.contains(&Call::Rename), "{met:?}");
    }
}

#[test]
fn going_on_with_a_state_stops_at_any_step_and_leaves_the_one_before_or_after() {
    for after in 0..STEPS {
        let folder = tempfile::tempdir().expect("a folder");
        let file = KeptFile::new(folder.path(), "me");
        let first = file.write(None, "a = 1\n").expect("written");
        let before = file.write(Some(&first), "a = 2\n").expect("written");
        faults::fail_after(after, Failing::Gone);
        let done = file.amend(&before, "a = 23\n");
        let is_over = faults::mend().is_none();
        let held = file.read().expect("it can be read").expect("it is there");
        match &done {
            Ok(amended) => assert_eq!(&held, amended, "after {after} steps"),
            Err(error) => {
                assert_told(error, after);
                assert_eq!(held, before, "after {after} steps");
            }
        }
        // Whatever is done next, what the file says now is what one comes back to.
        let next = file.write(Some(&held), "a = 4\n").expect("there is room again");
        let back = file.undo(&next).expect("it can be done").expect("there is one");
        assert_eq!(back.text, held.text, "after {after} steps");
        if is_over {
            assert_eq!(held.text, "a = 23\n");
            return;
        }
    }
    panic!("it never ends");
}

#[test]
fn the_first_change_of_all_fails_at_any_step() {
    for after in 0..STEPS {
        let folder = tempfile::tempdir().expect("a folder");
        let file = KeptFile::new(&folder.path().join("data/profiles"), "me");
        faults::fail_after(after, Failing::Full);
        let done = file.write(None, "a = 1\n");
        let Some(_) = faults::mend() else { return };
        match done {
            Ok(held) => assert_eq!(held.text, "a = 1\n"),
            Err(error) => {
                assert_told(&error, after);
                assert_eq!(file.read().expect("nothing is wrong"), None);
                file.write(None, "a = 1\n").expect("there is room again");
            }
        }
    }
    panic!("it never ends");
}

/// A folder with one profile in it, `me`, that is called Jo.
fn with_profile() -> (TempDir, KeptProfiles, Portfolio) {
    let pack = crate::pack::read(&super::embedded()).pack.expect("the England pack is sound");
    let role = pack.find_role("matron").expect("the pack has it");
    let profile =
        Profile { title: "Jo".to_owned(), ..Profile::of_role(&pack, role, Since::Day(jiff::civil::date(2025, 3, 3))) };
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = KeptProfiles::new(folder.path().to_owned(), Arc::new(pack));
    let portfolio = Portfolio::new(profile);
    profiles.portfolio(&KeptProfiles::first_name()).write(Some(&portfolio)).expect("written");
    (folder, profiles, portfolio)
}

#[test]
fn what_is_done_with_profiles_fails_at_any_step_and_leaves_them_as_they_were() {
    let (_folder, profiles, portfolio) = with_profile();
    let me = KeptProfiles::first_name();
    let other = Slug::parse("other").expect("a slug");
    let held = |name: &Slug| {
        let mut kept = profiles.portfolio(name);
        kept.read().expect("it can be read");
        kept.portfolio().cloned()
    };
    let tried: [&dyn Fn() -> bool; 4] = [
        &|| profiles.relabel(&me, "Jo B").is_ok(),
        &|| profiles.copy(&me, "Other").is_ok(),
        &|| profiles.note_opened(&me).is_ok(),
        &|| profiles.portfolio(&me).retire().is_ok(),
    ];
    for (at, tried) in tried.iter().enumerate() {
        for after in 0..STEPS {
            faults::fail_after(after, Failing::Full);
            let done = tried();
            if faults::mend().is_none() || done {
                break;
            }
            assert_eq!(held(&me).as_ref().map(|held| &held.plans), Some(&portfolio.plans), "{at} after {after}");
            assert_eq!(held(&me).map(|held| held.profile.title).as_deref(), Some(if at == 0 { "Jo" } else { "Jo B" }));
            assert!(at != 1 || held(&other).is_none(), "{at} after {after}");
            assert!(at != 2 || profiles.last_opened() == LastOpened::Unnoted, "after {after}");
        }
    }
    assert!(held(&me).is_none() && held(&other).is_some());
    let (name, file) = profiles.removed().expect("they can be read").remove(0);
    profiles.portfolio(&name).bring_back(&file).expect("back");
    assert_eq!(held(&me).map(|held| held.profile.title).as_deref(), Some("Jo B"));
}
