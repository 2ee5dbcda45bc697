//! Damaged, newer and read-only files: a clear message, the old data kept, and one can go on.

use std::fs;

use fingerpost::store::KeptFile;

use crate::{held, write};

#[test]
fn a_damaged_file_is_told_and_its_earlier_states_are_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    write(&file, "a = 1\n");
    write(&file, "a = 2\n");
    fs::write(file.path(), b"# fingerpost format 1, change 2\na = \n\xff\xfe").expect("damaged");
    let message = file.read().expect_err("no text").to_string();
    assert!(message.contains("me.toml") && message.contains("line 3"), "{message}");
    assert_eq!(file.earlier().expect("they can be read")[0].text, "a = 2\n");
    let aside = file.set_aside().expect("moved");
    assert!(fs::read(&aside).expect("kept").ends_with(b"\xff\xfe"));
    assert_eq!(file.read().expect("nothing is wrong"), None);
    write(&file, "a = 3\n");
    assert_eq!(held(&file).text, "a = 3\n");
}

#[test]
fn a_newer_file_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    fs::write(file.path(), "# fingerpost format 2, change 5\nwhat = \"ever\"\n").expect("a newer one");
    let message = file.read().expect_err("newer").to_string();
    assert!(message.contains("newer fingerpost"), "{message}");
    let message = file.write(None, "a = 1\n").expect_err("it must not be written over").to_string();
    assert!(message.contains("newer fingerpost"), "{message}");
    assert!(fs::read_to_string(file.path()).expect("text").contains("ever"));
}

#[test]
fn a_state_cut_short_does_not_hide_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    write(&file, "a = 1\n");
    write(&file, "a = 2\n");
    fs::write(folder.path().join("copies/me/0000000001.toml"), b"\xff").expect("damaged");
    fs::write(folder.path().join("copies/me/notes.txt"), "mine").expect("a stranger");
    assert_eq!(file.earlier().expect("they can be read").len(), 1);
    write(&file, "a = 3\n");
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_written_the_old_state_stays_and_is_told() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().expect("a folder");
    let file = KeptFile::new(folder.path(), "me");
    let before = write(&file, "a = 1\n");
    // Whoever may do everything is not held back by permissions; a folder in the way holds back everybody.
    let in_the_way = folder.path().join(format!(".me.toml.{}.part", std::process::id()));
    fs::create_dir_all(in_the_way.join("full")).expect("in the way");
    let message = file.write(Some(&before), "a = 2\n").expect_err("it cannot be written").to_string();
    assert!(message.contains("cannot be written"), "{message}");
    assert_eq!(held(&file), before);
    let mode = fs::metadata(file.path()).expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "nobody else may read it");
}
