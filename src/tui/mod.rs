//! The terminal: entering and leaving it, its events, the loop.

use std::path::PathBuf;

use crate::domain::Pack;
use crate::domain::person::Profile;

/// How the terminal interface is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// The pack.
    pub pack: Pack,
    /// Where the pack comes from, for the title bar: empty for the one built in.
    pub pack_label: String,
    /// Who is at the junction.
    pub profile: Option<Profile>,
    /// Where the user's own files are.
    pub data_folder: PathBuf,
    /// The theme asked for by name.
    pub theme: Option<String>,
    /// Draw with ASCII only.
    pub ascii: bool,
    /// Use no colours.
    pub no_color: bool,
}

/// Opens the terminal interface and comes back when the user leaves.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(_options: Options) -> anyhow::Result<()> {
    anyhow::bail!("there is no terminal interface yet")
}
