//! What can be typed behind `fingerpost plan`. The doc comments here are the help that people read.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::app::plans::day;

/// `fingerpost plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// What to do.
    #[command(subcommand)]
    pub doing: Doing,
    /// Plans of another of your own profiles [default: the one opened last]
    #[arg(long, global = true, value_name = "NAME")]
    pub profile: Option<PathBuf>,
}

/// What can be done with plans.
#[derive(Debug, Subcommand)]
pub enum Doing {
    /// All your plans, a line each
    List,
    /// One plan: what comes next, every step with its number, what has moved
    Show(ShowArgs),
    /// A step is done; an appointment or training goes into your profile too
    #[command(after_help = "Examples:
  fingerpost plan tick chief-nurse 3
  fingerpost plan tick chief-nurse matron --on 2027-05-23
  fingerpost plan tick chief-nurse 3 --open")]
    Tick(TickArgs),
}

/// `fingerpost plan show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// The plan: an id or a title [default: the only one]
    pub plan: Option<String>,
}

/// `fingerpost plan tick`.
#[derive(Debug, Args)]
pub struct TickArgs {
    /// The plan: an id or a title
    pub plan: String,
    /// The step: its number in `fingerpost plan show`, or the id or title of its role or training
    pub step: String,
    /// The day on which it was done, as 2026-11-22 or "22 Nov 2026" [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<Date>,
    /// It is not done after all
    #[arg(long, conflicts_with = "on")]
    pub open: bool,
}

fn day(text: &str) -> Result<Date, String> {
    day::parse(text).ok_or_else(|| "give a day, for instance 2026-11-22".to_owned())
}
