//! Where the user's own files are: profiles, plans, imported posts, the log.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::domain::id::Slug;

/// What decides where the user's own files are, besides the platform.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// `--data DIR`.
    pub option: Option<PathBuf>,
    /// The environment's `FINGERPOST_DATA`.
    pub fingerpost_data: Option<OsString>,
    /// The environment's `XDG_DATA_HOME`.
    pub xdg_data_home: Option<OsString>,
}

impl Asked {
    /// What is asked for by the option and by an environment; `variable` looks a variable up.
    #[must_use]
    pub fn new(option: Option<PathBuf>, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        Self { option, fingerpost_data: variable("FINGERPOST_DATA"), xdg_data_home: variable("XDG_DATA_HOME") }
    }
}

/// The folder with the user's own files. It need not exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder: what the option says, else `FINGERPOST_DATA`, else on every Unix `XDG_DATA_HOME` and `fingerpost` in
    /// it, else the platform's own place. Nothing when the platform knows no home for the user.
    ///
    /// Empty variables count as unset, and so does an `XDG_DATA_HOME` that is no absolute path, as its standard asks.
    #[must_use]
    pub fn locate(asked: Asked) -> Option<Self> {
        let said = |value: Option<OsString>| value.filter(|value| !value.is_empty()).map(PathBuf::from);
        let xdg = said(asked.xdg_data_home).filter(|path| cfg!(unix) && path.is_absolute());
        asked
            .option
            .or_else(|| said(asked.fingerpost_data))
            .or_else(|| xdg.map(|path| path.join("fingerpost")))
            .or_else(|| ProjectDirs::from("", "", "fingerpost").map(|dirs| dirs.data_dir().to_owned()))
            .map(Self)
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The log of the program's own doings.
    #[must_use]
    pub fn log_file(&self) -> PathBuf {
        self.0.join("fingerpost.log")
    }

    /// The user's profiles.
    #[must_use]
    pub fn profiles(&self) -> PathBuf {
        self.0.join("profiles")
    }

    /// Where a terminal that shows a deck and the presenter's terminal meet.
    #[must_use]
    pub fn showing(&self) -> PathBuf {
        self.0.join("showing")
    }

    /// The user's own decks.
    #[must_use]
    pub fn decks(&self) -> PathBuf {
        self.0.join("decks")
    }

    /// What rooms answered to the polls of a deck, by the deck's id.
    #[must_use]
    pub fn polls(&self, deck: &Slug) -> PathBuf {
        self.polls_folder().join(format!("{deck}.toml"))
    }

    /// The folder with what rooms answered.
    #[must_use]
    pub fn polls_folder(&self) -> PathBuf {
        self.0.join("polls")
    }

    /// The posts the user imported.
    #[must_use]
    pub fn posts(&self) -> PathBuf {
        self.0.join("posts.csv")
    }

    /// What the user said about the roles of posts.
    #[must_use]
    pub fn post_corrections(&self) -> PathBuf {
        self.0.join("post-corrections.csv")
    }

    /// What stands for the right to change the user's posts and what they said about them.
    #[must_use]
    pub fn posts_lock(&self) -> PathBuf {
        self.0.join("posts.lock")
    }

    /// The user's own pack, which stands in for the embedded one when it is there.
    #[must_use]
    pub fn pack(&self) -> PathBuf {
        self.0.join("pack")
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};

    use super::{Asked, DataFolder};

    fn located(option: Option<&str>, variables: &[(&str, &str)]) -> PathBuf {
        let look_up = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, value)| OsString::from(value));
        let asked = Asked::new(option.map(PathBuf::from), look_up);
        DataFolder::locate(asked).expect("there is a home").path().to_owned()
    }

    #[test]
    fn the_option_wins_then_the_variable_then_the_standard() {
        let all = [("FINGERPOST_DATA", "/own"), ("XDG_DATA_HOME", "/xdg")];
        assert_eq!(located(Some("/asked"), &all), Path::new("/asked"));
        assert_eq!(located(None, &all), Path::new("/own"));
        assert_eq!(located(None, &[("FINGERPOST_DATA", ""), all[0]][..1]), located(None, &[]));
        if cfg!(unix) {
            assert_eq!(located(None, &all[1..]), Path::new("/xdg/fingerpost"));
            assert_eq!(located(None, &[("XDG_DATA_HOME", "relative")]), located(None, &[]));
        }
    }

    #[test]
    fn the_log_lies_in_the_folder() {
        let folder = DataFolder::locate(Asked::new(Some("/d".into()), |_| None)).expect("asked for");
        assert_eq!(folder.log_file(), Path::new("/d/fingerpost.log"));
    }
}
