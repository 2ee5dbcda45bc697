//! What can be typed behind `fingerpost export`. The doc comments here are the help that people read.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::cli::args::{PersonArgs, RoutesArgs, RulesArgs, TrainingArgs};
use crate::cli::posts::{WantedArgs, day};
use crate::handout::Format;

/// `fingerpost export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// Of what.
    #[command(subcommand)]
    pub what: What,
}

impl ExportArgs {
    /// The profile that is named, if one is.
    pub const fn profile_mut(&mut self) -> Option<&mut PathBuf> {
        match &mut self.what {
            What::Plan(args) => args.profile.as_mut(),
            What::Appraisal(args) => args.profile.as_mut(),
            What::Route(args) => args.routes.person.profile.as_mut(),
            What::Role(args) => args.person.profile.as_mut(),
            What::Posts(args) => args.posts.person.profile.as_mut(),
            What::Training(_) => None,
        }
    }
}

/// What there are handouts of.
#[derive(Debug, Subcommand)]
pub enum What {
    /// A route with dates: what to do when, what it costs, what is assumed
    #[command(after_help = "Examples:
  fingerpost export route --from ward-manager --to matron --as pdf -o matron.pdf
  fingerpost export route --from ward-manager --to matron --ruleset review --as ics -o matron.ics
  fingerpost export route --profile me.toml --route 2 --as markdown")]
    Route(RouteArgs),
    /// A plan: what comes next, what is done, training to book, what has moved
    #[command(after_help = "Examples:
  fingerpost export plan --as pdf -o plan.pdf
  fingerpost export plan chief-nurse --as ics -o plan.ics
  fingerpost export plan --profile me.toml --as markdown")]
    Plan(PlanArgs),
    /// An appraisal pack: ratings, gap, what and how, objectives; without ratings a form to fill in
    #[command(after_help = "Examples:
  fingerpost export appraisal -o appraisal.pdf
  fingerpost export appraisal --of 2025-11-20 -o last-year.html
  fingerpost export appraisal --from ward-manager --to matron -o form.pdf")]
    Appraisal(AppraisalArgs),
    /// A role: what it asks for, the ways in and the ways on
    Role(RoleArgs),
    /// Training: what each programme takes and what has to be held before
    Training(ListedTrainingArgs),
    /// Posts: employer, segment, pay and closing day
    Posts(ListedPostsArgs),
}

/// How a handout is wanted.
#[derive(Debug, Args)]
pub struct WishArgs {
    /// The format [default: as FILE ends]
    #[arg(long = "as", value_name = "FORMAT", value_parser = formats())]
    pub handout_format: Option<Format>,
    /// Write to this file; - or nothing for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that is there already
    #[arg(long)]
    pub force: bool,
    /// Reckon from this day, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub date: Option<Date>,
}

/// `fingerpost export route`.
#[derive(Debug, Args)]
pub struct RouteArgs {
    /// The question.
    #[command(flatten)]
    pub routes: RoutesArgs,
    /// Which of the routes, as `fingerpost routes` numbers them
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub route: usize,
    /// How it is wanted.
    #[command(flatten)]
    pub wish: WishArgs,
}

/// `fingerpost export plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// The plan: an id or a title [default: the only one]
    pub plan: Option<String>,
    /// One of your own profiles, or a file with one and its plans [default: the one opened last]
    #[arg(long, value_name = "NAME_OR_FILE")]
    pub profile: Option<PathBuf>,
    /// How it is wanted.
    #[command(flatten)]
    pub wish: WishArgs,
}

/// `fingerpost export appraisal`.
#[derive(Debug, Args)]
pub struct AppraisalArgs {
    /// A file with a profile and its appraisals [default: your own]
    #[arg(long, value_name = "FILE")]
    pub profile: Option<PathBuf>,
    /// A form for somebody in this role, nobody in particular
    #[arg(long, value_name = "ROLE", conflicts_with_all = ["profile", "of"])]
    pub from: Option<String>,
    /// The role wanted [default: the profile's target]
    #[arg(long, value_name = "ROLE")]
    pub to: Option<String>,
    /// The appraisal of this day, as YYYY-MM-DD [default: the newest]
    #[arg(long, value_name = "DAY", value_parser = day, conflicts_with = "form")]
    pub of: Option<Date>,
    /// A form to fill in, also where there are ratings
    #[arg(long)]
    pub form: bool,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
    /// How it is wanted.
    #[command(flatten)]
    pub wish: WishArgs,
}

/// `fingerpost export role`.
#[derive(Debug, Args)]
pub struct RoleArgs {
    /// The role: an id or a title
    pub role: String,
    /// Who asks; nobody in particular when left out.
    #[command(flatten)]
    pub person: PersonArgs,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
    /// How it is wanted.
    #[command(flatten)]
    pub wish: WishArgs,
}

/// `fingerpost export training`.
#[derive(Debug, Args)]
pub struct ListedTrainingArgs {
    /// Which.
    #[command(flatten)]
    pub training: TrainingArgs,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
    /// How it is wanted.
    #[command(flatten)]
    pub wish: WishArgs,
}

/// `fingerpost export posts`.
#[derive(Debug, Args)]
pub struct ListedPostsArgs {
    /// Which.
    #[command(flatten)]
    pub posts: WantedArgs,
    /// How it is wanted.
    #[command(flatten)]
    pub wish: WishArgs,
}

impl WishArgs {
    /// The day to reckon from: the one that was named, else today.
    pub fn day(&self) -> Date {
        self.date.unwrap_or_else(|| jiff::Zoned::now().date())
    }
}

fn formats() -> impl TypedValueParser<Value = Format> {
    let names = PossibleValuesParser::new(Format::ALL.map(Format::slug));
    names.map(|slug| Format::from_slug(&slug).unwrap_or(Format::Markdown))
}
