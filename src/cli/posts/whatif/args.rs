//! What can be typed behind `fingerpost posts whatif`. The doc comments here are the help that people read.

use clap::Args;

use crate::cli::args::{RulesArgs, criteria, criterion, hours};
use crate::cli::posts::asker::WhoArgs;
use crate::domain::planner::Criterion;
use crate::domain::quantity::Decimal;

/// `fingerpost posts whatif`.
#[derive(Debug, Args)]
#[command(after_long_help = JSON)]
pub struct WhatIfArgs {
    /// The post: its id as `fingerpost posts` lists it, or the advert's reference
    pub post: String,
    /// Who asks.
    #[command(flatten)]
    pub who: WhoArgs,
    /// The role wanted in the end [default: the profile's target]
    #[arg(long, value_name = "ROLE")]
    pub to: Option<String>,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
    /// What ways are compared by, the most important first
    #[arg(long, value_name = "A,B,C", value_delimiter = ',', default_value = "weeks,moves,study_hours", value_parser = criteria())]
    pub criteria: Vec<Criterion>,
    /// Worth taking means best by this, instead of bettered by no other way in all that is compared
    #[arg(long, value_name = "C", value_parser = criterion())]
    pub criterion: Option<Criterion>,
    /// Also use moves that somebody made but nobody should count on
    #[arg(long)]
    pub exceptional: bool,
    /// What the post is supposed to offer.
    #[command(flatten)]
    pub levers: LeverArgs,
}

/// What the post is supposed to offer; the least of each is looked for when nothing is said.
#[derive(Debug, Args)]
#[command(next_help_heading = "Suppositions (the least of each is looked for when none is given)")]
pub struct LeverArgs {
    /// Suppose so many pounds a year on top of the role's pay
    #[arg(long, value_name = "POUNDS", value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub premium: Option<u32>,
    /// Suppose so many hours a week of protected study in the post, besides your own
    #[arg(long, value_name = "N", value_parser = hours, allow_negative_numbers = true)]
    pub study_hours: Option<Decimal>,
    /// Suppose this training given on taking the post, separated by commas
    #[arg(long, value_name = "ITEM,ITEM")]
    pub given: Option<String>,
    /// Suppose so many weeks of time in the role credited on taking the post
    #[arg(long, value_name = "WEEKS", value_parser = clap::value_parser!(u32).range(0..=5_200))]
    pub tenure_weeks: Option<u32>,
}

impl LeverArgs {
    /// Whether nothing is said of any.
    pub const fn are_left_out(&self) -> bool {
        self.premium.is_none() && self.study_hours.is_none() && self.given.is_none() && self.tenure_weeks.is_none()
    }
}

const JSON: &str = "The way through a post is worth taking when no way without it is better in one of the things compared and no worse \
in all others, or, with --criterion, when none is better in that one. A tie counts for the post. What is supposed here no \
advert offers; what is on offer stands apart.

As JSON (--format json), things named by id, what no amount would do as null:
  {\"post\",\"role\",\"closed\",\"from\",\"to\",\"ruleset\",\"criteria\":[…],\"goal\":\"front\"|CRITERION,\"answer\" (a sentence),
   \"supposed\":null|{\"premium_gbp\",\"study_hours\",\"given\":[…],\"tenure_weeks\"},
   \"smallest\":null (when something is supposed)|{\"needed\":bool,\"premium_gbp\",\"study_hours\",\"tenure_weeks\",
     \"given\":null|[[ITEM,…],…] (all the smallest sets),\"study_and_tenure\":[{\"study_hours\",\"tenure_weeks\"},…]},
   \"reached\":bool,\"on_the_front\":bool,\"best_by\":[CRITERION,…],
   \"through\":[ROUTE,…],\"without\":[ROUTE,…] (routes as `fingerpost routes` gives them, what they suppose under \"assumed\"),
   \"on_offer\":[LINE,…] (as `fingerpost posts show` gives them under \"package\")}";
