//! Where handouts go that somebody exports: a folder that people find again, not the one with the program's own files.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use directories::UserDirs;

/// The folder to begin with, as text that can be edited: what `FINGERPOST_HANDOUTS` says, else the user's documents, else
/// the folder in which the program was started. `variable` looks a variable of the environment up.
#[must_use]
pub fn handout_folder(variable: impl Fn(&str) -> Option<OsString>) -> String {
    let said = variable("FINGERPOST_HANDOUTS").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let documents = || UserDirs::new()?.document_dir().filter(|folder| folder.is_dir()).map(Path::to_owned);
    let folder = said.or_else(documents).or_else(|| std::env::current_dir().ok());
    // A name that is no text could not be shown and edited; the dot stands for the folder one is in.
    folder.and_then(|folder| folder.into_os_string().into_string().ok()).unwrap_or_else(|| ".".to_owned())
}

/// The folder that somebody typed: `~` is their home, and what is no absolute path begins where the program was started.
#[must_use]
pub fn typed_folder(typed: &str) -> PathBuf {
    let home = || UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let rest = typed.strip_prefix("~/").or((typed == "~").then_some(""));
    let folder = match (rest, home) {
        (Some(rest), home) => home().map_or_else(|| PathBuf::from(typed), |home| home.join(rest)),
        (None, _) => PathBuf::from(typed),
    };
    // Without the dots that nobody needs to read; a folder that is not there is told as it was typed.
    fs::canonicalize(&folder).or_else(|_| std::path::absolute(&folder)).unwrap_or(folder)
}

/// A name like this one that no file in the folder has: `plan-2.pdf` beside `plan.pdf`.
#[must_use]
pub fn free_name(folder: &Path, name: &str) -> String {
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem, format!(".{ending}")),
        _ => (name, String::new()),
    };
    let numbered = (2..).map(|count: u32| format!("{stem}-{count}{ending}"));
    let is_free = |name: &String| folder.join(name).symlink_metadata().is_err();
    numbered.into_iter().find(is_free).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::fs;

    use super::{free_name, handout_folder, typed_folder};

    #[test]
    fn the_variable_comes_first_and_there_is_always_a_folder() {
        assert_eq!(handout_folder(|name| (name == "FINGERPOST_HANDOUTS").then(|| OsString::from("/own"))), "/own");
        assert!(!handout_folder(|_| None).is_empty());
        assert!(!handout_folder(|_| Some(OsString::new())).is_empty());
    }

    #[test]
    fn a_folder_is_told_in_full() {
        assert!(typed_folder(".").is_absolute() && typed_folder("no/such").is_absolute());
        assert!(!typed_folder("~/Desktop").to_string_lossy().contains('~'));
    }

    #[test]
    fn a_free_name_has_the_next_number() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["plan.pdf", "plan-2.pdf", "odd"] {
            fs::write(folder.path().join(name), "x").expect("written");
        }
        assert_eq!(free_name(folder.path(), "plan.pdf"), "plan-3.pdf");
        assert_eq!(free_name(folder.path(), "odd"), "odd-2");
        assert_eq!(free_name(folder.path(), ".hidden"), ".hidden-2");
    }
}
