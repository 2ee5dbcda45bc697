//! `fingerpost screenshot`: a screen drawn into a file, without a terminal.

use std::path::PathBuf;

use clap::Args;

use super::exit::{Failure, Status};
use crate::domain::Pack;
use crate::domain::person::Profile;

/// What can be typed.
#[derive(Debug, Args)]
pub struct ScreenshotArgs {
    /// The screen: map, routes or training
    pub screen: String,
    /// Keys to press first, for instance "jj<enter>"
    #[arg(long, value_name = "KEYS")]
    pub keys: Option<String>,
    /// Columns and rows
    #[arg(long, value_name = "WxH", default_value = "120x36")]
    pub size: String,
    /// Colours: dark, light, high-contrast or mono
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// As one of the ready-made people, for instance ward-manager
    #[arg(long, value_name = "ID", conflicts_with = "profile")]
    pub persona: Option<String>,
    /// As the person in this file
    #[arg(long, value_name = "FILE")]
    pub profile: Option<PathBuf>,
    /// Where to draw it: a file that ends in .svg or .png
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

/// Draws it.
///
/// # Errors
/// Wrong usage, or a file that cannot be written.
pub fn run(_pack: &Pack, _profile: Option<&Profile>, _args: &ScreenshotArgs) -> Result<Status, Failure> {
    Err(Failure::Program(anyhow::anyhow!("screens cannot be drawn yet")))
}
