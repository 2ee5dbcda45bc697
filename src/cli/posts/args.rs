//! What can be typed behind `fingerpost posts`. The doc comments here are the help that people read.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::args::{PersonArgs, RulesArgs};
use crate::fetch::search;

use super::offer_args::{FeedersArgs, PaybackArgs, ShowArgs};
use super::whatif::WhatIfArgs;

/// `fingerpost posts`.
#[derive(Debug, Args)]
pub struct PostsArgs {
    /// What is done to the user's own posts; the posts are listed when left out.
    #[command(subcommand)]
    pub doing: Option<Doing>,
    /// Which posts are listed.
    #[command(flatten)]
    pub wanted: WantedArgs,
}

impl PostsArgs {
    /// The profile that is named, if one is.
    pub const fn profile_mut(&mut self) -> Option<&mut PathBuf> {
        match &mut self.doing {
            None => self.wanted.person.profile.as_mut(),
            Some(Doing::Show(args)) => args.who.person.profile.as_mut(),
            Some(Doing::Payback(args)) => args.who.person.profile.as_mut(),
            Some(Doing::Whatif(args)) => args.who.person.profile.as_mut(),
            Some(Doing::Import(_) | Doing::Fetch(_) | Doing::Correct(_) | Doing::Feeders(_)) => None,
        }
    }
}

/// What can be done to the user's own posts.
#[derive(Debug, Subcommand)]
pub enum Doing {
    /// Add the adverts in files to your own posts: NHS Jobs search results (XML), NHSBSA vacancies or your own table (CSV)
    Import(ImportArgs),
    /// Search NHS Jobs over the net and add what is found to your own posts
    Fetch(FetchArgs),
    /// Say for which role a post really is
    Correct(CorrectArgs),
    /// One post: its organisation, what it offers line by line and who says so, and whether you are eligible
    Show(ShowArgs),
    /// Whether the way through a post pays back: against the best way without it, in time, study, breadth and pay
    Payback(PaybackArgs),
    /// From which roles a post could be filled, and whether before it closes
    Feeders(FeedersArgs),
    /// What a post would have to offer for the way through it to be worth taking: pay, study time, training, tenure
    Whatif(WhatIfArgs),
}

/// Which posts.
#[derive(Debug, Args)]
pub struct WantedArgs {
    /// Words to look for
    pub search: Vec<String>,
    /// Only in this region, for instance south-west
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Only in organisations of this segment, 1 (best) to 5
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=5))]
    pub segment: Option<u8>,
    /// Only in challenged organisations
    #[arg(long)]
    pub challenged: bool,
    /// Only posts of this role
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// Only posts of roles of this family, for instance operations
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Only posts of roles of this level, by number
    #[arg(long, value_name = "N")]
    pub level: Option<u32>,
    /// Only posts that pay up to this much a year, or more, in pounds
    #[arg(long, value_name = "POUNDS")]
    pub pay: Option<u32>,
    /// Only posts that have not closed
    #[arg(long)]
    pub open: bool,
    /// Only posts that are open and close by this day, for instance 2026-12-24
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub closes_by: Option<Date>,
    /// Only posts for which you are eligible (say who you are: --from, --profile or --persona)
    #[arg(long)]
    pub eligible: bool,
    /// One of the ready-made people, for instance ward-manager
    #[arg(long, value_name = "ID", conflicts_with_all = ["profile", "from"])]
    pub persona: Option<String>,
    /// Who asks.
    #[command(flatten)]
    pub person: PersonArgs,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
}

/// `fingerpost posts import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// `fingerpost posts fetch`.
#[derive(Debug, Args)]
pub struct FetchArgs {
    /// Words to look for; everything when left out
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    pub keyword: String,
    /// Only these bands, for instance 8c,8d,9
    #[arg(long, value_name = "BAND,BAND", value_delimiter = ',')]
    pub band: Vec<String>,
    /// Read at most so many pages of a hundred adverts
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=2_000))]
    pub pages: u64,
    /// The address of the search
    #[arg(long, value_name = "URL", default_value = search::ADDRESS)]
    pub base: String,
    /// Wait so many seconds between pages
    #[arg(long, value_name = "SECONDS", default_value = "1", value_parser = pause)]
    pub pause: Duration,
    /// Wait at most so many seconds for a page
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = timeout)]
    pub timeout: Duration,
}

/// `fingerpost posts correct`.
#[derive(Debug, Args)]
pub struct CorrectArgs {
    /// The advert's reference, or the post's id
    pub reference: String,
    /// The role it is for: an id or a title; `none` for no role of the pack, `auto` to take a correction back
    pub role: String,
}

/// A day as people type it.
///
/// # Errors
/// What to type instead.
pub fn day(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "write a day as year-month-day, for instance 2026-12-24".to_owned())
}

fn pause(text: &str) -> Result<Duration, String> {
    seconds(text, 0.0, 60.0).ok_or_else(|| "give seconds from 0 to 60, for instance 1.5".to_owned())
}

fn timeout(text: &str) -> Result<Duration, String> {
    seconds(text, 0.1, 600.0).ok_or_else(|| "give seconds from 0.1 to 600, for instance 30".to_owned())
}

fn seconds(text: &str, least: f64, most: f64) -> Option<Duration> {
    let number = text.trim().parse::<f64>().ok().filter(|number| (least..=most).contains(number))?;
    Duration::try_from_secs_f64(number).ok()
}
