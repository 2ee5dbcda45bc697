//! Where data comes from: the pack, the user's own folder, profiles.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::GlobalArgs;
use super::exit::{self, Failure};
use super::names::{self, Named};
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::Profile;
use crate::domain::words;
use crate::pack::{self, Reading};
use crate::store::{self, Asked, DataFolder, KeptPortfolio, KeptPosts, KeptProfiles, PortfolioError, StoreError};

/// What the options and the environment say about where data is.
#[derive(Debug)]
pub struct Sources {
    pack: Option<PathBuf>,
    data: Option<DataFolder>,
}

impl Sources {
    /// The folders that the options and the environment name.
    #[must_use]
    pub fn new(args: &GlobalArgs) -> Self {
        let data = DataFolder::locate(Asked::new(args.data.clone(), |name| std::env::var_os(name)));
        let own = || data.as_ref().map(DataFolder::pack).filter(|folder| folder.is_dir());
        Self { pack: args.pack.clone().or_else(own), data }
    }

    /// Where the user's own files are; nothing when the system knows no home for them and none was named.
    #[must_use]
    pub const fn data_folder(&self) -> Option<&DataFolder> {
        self.data.as_ref()
    }

    /// The pack: the folder that was named, or the user's own, or the one built in. Warnings do not stop it.
    ///
    /// # Errors
    /// Wrong usage when there is no such folder, faulty data when it holds no sound pack.
    pub fn pack(&self) -> Result<Pack, Failure> {
        self.pack_with_remarks().map(|(pack, _)| pack)
    }

    /// The pack, and what is odd in it and does no harm, in a sentence.
    ///
    /// # Errors
    /// As [`Sources::pack`].
    pub fn pack_with_remarks(&self) -> Result<(Pack, Option<String>), Failure> {
        let (name, reading) = match &self.pack {
            Some(folder) => (folder.display().to_string(), read_folder(folder).map_err(unreadable)?),
            None => ("built in".to_owned(), pack::read(&store::embedded())),
        };
        for fault in &reading.faults {
            tracing::warn!(%fault, "a fault in the pack");
        }
        let remark = (self.pack.is_some() && !reading.faults.is_empty()).then(|| {
            let oddities = words::count(reading.faults.len() as u64, "remark");
            format!("The pack {name} reads with {oddities}; fingerpost check tells each with its place.")
        });
        let pack = reading.pack.ok_or_else(|| Failure::faulty_pack(&name, &reading.faults))?;
        Ok((pack, remark))
    }
}

impl Sources {
    /// Where the user's own posts are kept.
    ///
    /// # Errors
    /// Wrong usage when the system knows no home for the user and no folder was named.
    pub fn kept_posts(&self) -> Result<KeptPosts, Failure> {
        let folder = self.data.as_ref().ok_or_else(|| {
            Failure::Usage("there is no folder for your own posts on this system; name one with --data DIR.".to_owned())
        })?;
        Ok(KeptPosts::in_folder(folder))
    }

    /// The user's own profiles.
    ///
    /// # Errors
    /// Wrong usage when the system knows no home for the user and no folder was named.
    pub fn kept_profiles(&self, pack: &Arc<Pack>) -> Result<KeptProfiles, Failure> {
        let folder = self.data.as_ref().ok_or_else(|| {
            Failure::Usage("there is no folder for your profiles on this system; name one with --data DIR.".to_owned())
        })?;
        Ok(KeptProfiles::in_data_folder(folder, Arc::clone(pack)))
    }

    /// The user's own profile and plans, read for a pack: those of this name, else those that were opened last.
    ///
    /// # Errors
    /// Wrong usage when there is no folder for them, faulty data when they cannot be read.
    pub fn kept_portfolio(&self, pack: &Arc<Pack>, name: Option<Slug>) -> Result<KeptPortfolio, Failure> {
        let profiles = self.kept_profiles(pack)?;
        let mut kept = profiles.portfolio(&name.unwrap_or_else(|| profiles.next().0));
        kept.read().map_err(not_kept)?;
        Ok(kept)
    }

    /// The pack with the user's own posts beside its own.
    ///
    /// # Errors
    /// As [`Sources::pack`], and faulty data when the user's own posts cannot be read.
    pub fn pack_with_posts(&self) -> Result<Pack, Failure> {
        let pack = self.pack()?;
        match self.data.as_ref().map(KeptPosts::in_folder).filter(KeptPosts::is_there) {
            None => Ok(pack),
            Some(kept) => kept.joined_to(&pack).map_err(unreadable),
        }
    }
}

/// The pack in `folder`, or all that is wrong with it.
///
/// # Errors
/// When the folder cannot be read or is none of a pack; [`unreadable`] says how that ends a run.
pub fn read_folder(folder: &Path) -> Result<Reading, StoreError> {
    Ok(pack::read(&store::read_folder(folder)?))
}

/// The profile in `file`. What is odd in it and does no harm is told on standard error.
///
/// # Errors
/// Wrong usage when there is no such file, faulty data when it is no profile.
pub fn profile(pack: &Pack, file: &Path) -> Result<Profile, Failure> {
    let bytes = store::read_file(file).map_err(unreadable)?;
    let name = file.display().to_string();
    match pack::read_profile(&name, &bytes, pack) {
        Ok((profile, warnings)) => {
            for warning in &warnings {
                exit::complain(&warning.to_string());
            }
            Ok(profile)
        }
        Err(faults) => Err(Failure::faulty_profile(&name, &faults)),
    }
}

/// How a run ends that cannot read what it needs: wrong usage when the path is wrong, program failure when the system
/// refuses, faulty data for what is there and unfit.
#[must_use]
pub fn unreadable(error: StoreError) -> Failure {
    match error {
        StoreError::Absent(_) | StoreError::NotAFolder(_) | StoreError::NotAFile(_) | StoreError::Taken(_) => {
            Failure::Usage(error.to_string())
        }
        StoreError::Refused { .. } | StoreError::NotWritten { .. } | StoreError::Busy(_) => {
            Failure::Program(error.into())
        }
        _ => Failure::Data(error.to_string()),
    }
}

/// The portfolio in `file`: a profile with its plans. What is odd in it and does no harm is told on standard error.
///
/// # Errors
/// Wrong usage when there is no such file, faulty data when it is no profile.
pub fn portfolio(pack: &Pack, file: &Path) -> Result<Portfolio, Failure> {
    let bytes = store::read_file(file).map_err(unreadable)?;
    let name = file.display().to_string();
    let (portfolio, warnings) =
        pack::read_portfolio(&name, &bytes, pack).map_err(|faults| Failure::faulty_profile(&name, &faults))?;
    for warning in &warnings {
        exit::complain(&warning.to_string());
    }
    Ok(portfolio)
}

/// How a run ends that cannot keep or read the user's own profile and plans.
#[must_use]
pub fn not_kept(error: PortfolioError) -> Failure {
    match error {
        PortfolioError::NotWritten(error) => unreadable(error),
        PortfolioError::Unreadable(_) => Failure::Data(error.to_string()),
        PortfolioError::ChangedElsewhere(_) => Failure::Program(error.into()),
    }
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
