//! Where data comes from: the pack, the user's own folder, profiles.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::args::GlobalArgs;
use super::exit::Failure;
use super::names::{self, Named};
use crate::domain::Pack;
use crate::domain::person::Profile;
use crate::pack::{self, Files, Reading};

/// The folders in use.
#[derive(Debug)]
pub struct Sources {
    pack: Option<PathBuf>,
    data: PathBuf,
}

impl Sources {
    /// The folders that the options and the environment name.
    #[must_use]
    pub fn new(args: &GlobalArgs) -> Self {
        let named = args.data.clone().or_else(|| std::env::var_os("FINGERPOST_DATA").map(PathBuf::from));
        let data = named.unwrap_or_else(|| PathBuf::from("."));
        Self { pack: args.pack.clone(), data }
    }

    /// Where the user's own files are.
    #[must_use]
    pub fn data_folder(&self) -> &Path {
        &self.data
    }

    /// Where the pack comes from, in words; empty for the one built in.
    #[must_use]
    pub fn label(&self) -> String {
        self.pack.as_ref().map_or_else(String::new, |folder| folder.display().to_string())
    }

    /// The pack.
    ///
    /// # Errors
    /// Wrong usage when there is no such folder, faulty data when it holds no sound pack.
    pub fn pack(&self) -> Result<Pack, Failure> {
        let folder = self.pack.clone().unwrap_or_else(|| PathBuf::from("assets/england"));
        let reading = read_folder(&folder)?;
        reading.pack.ok_or_else(|| Failure::faulty_pack(&folder.display().to_string(), &reading.faults))
    }
}

/// The pack in `folder`, or all that is wrong with it.
///
/// # Errors
/// Wrong usage when there is no such folder, program failure when it cannot be read.
pub fn read_folder(folder: &Path) -> Result<Reading, Failure> {
    if !folder.is_dir() {
        return Err(Failure::Usage(format!(
            "there is no folder {}; name the folder that holds pack.toml.",
            folder.display()
        )));
    }
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            files.insert(path.file_name().unwrap_or_default().to_string_lossy().into_owned(), fs::read(&path)?);
        }
    }
    Ok(pack::read(&Files(files)))
}

/// The profile in `file`.
///
/// # Errors
/// Wrong usage when there is no such file, faulty data when it is no profile.
pub fn profile(_pack: &Pack, file: &Path) -> Result<Profile, Failure> {
    Err(Failure::Usage(format!("there is no file {}.", file.display())))
}

/// The profile that a persona's id or a file names, if either does.
///
/// # Errors
/// As [`profile`], and wrong usage with the nearest ids for a persona that is not known.
pub fn who(pack: &Pack, persona: Option<&str>, file: Option<&Path>) -> Result<Option<Profile>, Failure> {
    if let Some(file) = file {
        return profile(pack, file).map(Some);
    }
    let Some(typed) = persona else { return Ok(None) };
    let personas = &pack.tables().personas;
    let named = personas.iter().map(|one| Named { id: one, slug: one.slug.to_string(), title: one.title.clone() });
    let all = personas.iter().map(|one| one.slug.as_str()).collect::<Vec<_>>().join(", ");
    names::resolve(&named.collect::<Vec<_>>(), typed, "persona", &format!("there are {all}")).cloned().map(Some)
}
