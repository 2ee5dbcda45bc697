//! What can be typed to ask about one post. The doc comments here are the help that people read.

use clap::Args;

use super::asker::WhoArgs;
use crate::cli::args::{RulesArgs, criterion};
use crate::domain::planner::Criterion;

/// `fingerpost posts show`.
#[derive(Debug, Args)]
#[command(after_long_help = SHOW_JSON)]
pub struct ShowArgs {
    /// The post: its id as `fingerpost posts` lists it, or the advert's reference
    pub post: String,
    /// Who asks; nobody in particular when left out.
    #[command(flatten)]
    pub who: WhoArgs,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
}

/// `fingerpost posts payback`.
#[derive(Debug, Args)]
#[command(after_long_help = PAYBACK_JSON)]
pub struct PaybackArgs {
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
    /// By what the best way is chosen
    #[arg(long, value_name = "C", default_value = "weeks", value_parser = criterion())]
    pub criterion: Criterion,
    /// Also use moves that somebody made but nobody should count on
    #[arg(long)]
    pub exceptional: bool,
}

/// `fingerpost posts feeders`.
#[derive(Debug, Args)]
#[command(after_long_help = FEEDERS_JSON)]
pub struct FeedersArgs {
    /// The post: its id as `fingerpost posts` lists it, or the advert's reference
    pub post: String,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
    /// Also use moves that somebody made but nobody should count on
    #[arg(long)]
    pub exceptional: bool,
}

const SHOW_JSON: &str = "As JSON (--format json), things named by id, what is not known as null:
  {\"id\",\"reference\",\"title\",\"employer\",\"organisation\",\"role\",\"confidence\" (0..1),\"grade\",\"contract\",\"region\",
   \"town\",\"pay_min\",\"pay_max\",\"pay_text\",\"posted\",\"closes\",\"closed\",\"segment\",\"segment_period\",\"challenged\",
   \"segments\":[{\"period\",\"segment\",\"source\"}],
   \"paid_as\":{\"basis\":\"advert\"|\"role\"|\"unknown\",\"frames\":[…]},
   \"package\":[{\"id\",\"sign\":\"for\"|\"against\"|\"open\",\"text\",
     \"basis\":\"advert\"|\"sourced\"|\"editorial\"|\"assumed\"|\"nobody says\",
     \"applies\":\"yes\"|\"as-read\"|\"unknown\"|\"no\",\"why\",\"status\",\"pay\",\"source\",\"date\",\"note\"}],
   \"source\",
   \"eligible\":null|{\"role\",\"ruleset\",\"met\",\"missing_quickest\":[…],\"weeks\" (fewest to the role)}}";

const PAYBACK_JSON: &str = "What is compared: the best way through the post's role with the best way that never holds it. Earnings \
run from now to the later of both arrivals, each role at the lowest point of its pay; what is not known is never guessed. \
A premium that may be paid is shown apart and is in no sum.

As JSON (--format json), things named by id, what is not known as null:
  {\"post\",\"role\",\"closed\",\"from\",\"to\",\"ruleset\",\"criterion\",\"answer\",
   \"verdict\":\"both\"|\"only-through\"|\"only-without\"|\"neither\",
   \"through\",\"without\": null|{\"weeks\",\"moves\",\"study_hours\",\"cost_gbp\",\"sectors\",\"pay_gbp\",
     \"steps\":[{\"role\",\"enter_week\",\"leave_week\"}]},
   \"differences\":[{\"criterion\",\"through\",\"without\",\"difference\",\"sign\":\"for\"|\"against\"|\"open\"}],
   \"earnings\" (to the later arrival),\"to_first_arrival\": null|{\"span_weeks\",\"through_gbp\",\"without_gbp\",\"difference_gbp\",
     \"pay_unknown\":[…],\"at_post_weeks\",\"break_even_gbp\" (whole pounds a year)},
   \"post_pay_gbp\",
   \"possible\":[{\"id\",\"text\",\"sign\",\"applies\",\"why\",\"yearly_gbp\",\"over_stint_gbp\",\"source\",\"date\"}]}";

const FEEDERS_JSON: &str = "Feeder roles are those with a move into the post's role, and those with a move into such a role. Served \
means: after the years that the shortest of these moves asks for; new means: on the first day in the role. Both hold what their \
role requires and nothing else.

As JSON (--format json), roles named by id, no way as null:
  {\"post\",\"role\",\"ruleset\",\"closes\",\"closed\",\"days_left\",\"answer\",
   \"feeders\":[{\"role\",\"moves_away\":1|2,\"asked_weeks\",
     \"served\":{\"weeks\",\"stands\":\"in-time\"|\"late\"|\"no-closing-date\"|\"closed\"|\"no-way\",\"late_weeks\"},
     \"new\":{…}}]}";
