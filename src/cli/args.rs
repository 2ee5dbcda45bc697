//! What can be typed. The doc comments here are the help that people read.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use super::deck::DeckArgs;
use super::export::ExportArgs;
use super::look::Format;
use super::plan::PlanArgs;
use super::posts::PostsArgs;
use super::presenter::PresenterArgs;
use super::profile::ProfileArgs;
use super::screenshot::ScreenshotArgs;
use crate::domain::planner::Criterion;
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;
use crate::ui::Theme;

/// Careers of NHS managers and leaders in England: where you could go, by which ways, and what each way asks of you.
///
/// Without a command, fingerpost opens on the whole terminal window. Every answer can also be had from a command.
#[derive(Debug, Parser)]
#[command(name = "fingerpost", version, max_term_width = 100)]
#[command(after_help = "Examples:
  fingerpost                                     open the map
  fingerpost roles nurse                         find a role
  fingerpost routes --from ward-manager --to trust-chief-executive
  fingerpost why matron --from ward-manager --ruleset review")]
pub struct Cli {
    /// What is asked.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How it opens.
    #[command(flatten)]
    pub open: OpenArgs,
    /// What holds for every command.
    #[command(flatten)]
    pub global: GlobalArgs,
}

const DATA_HELP: &str =
    "Keep your own files in this folder [default: the system's folder for such data, or $FINGERPOST_DATA]";

/// Options of every command.
#[derive(Debug, Args)]
pub struct GlobalArgs {
    /// Read the pack (the tables of roles, moves and training) from this folder
    #[arg(long, global = true, value_name = "DIR")]
    pub pack: Option<PathBuf>,
    /// Where the user's own files are.
    #[arg(long, global = true, value_name = "DIR", help = DATA_HELP)]
    pub data: Option<PathBuf>,
    /// Answer as text to read, or as one JSON document
    #[arg(long, global = true, value_name = "FORM", value_enum, default_value_t)]
    pub format: Format,
    /// Whether to do without colours.
    #[arg(long, global = true, help = "No colours (as does the environment variable NO_COLOR)")]
    pub no_color: bool,
}

/// Options of opening the terminal interface.
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// Open as one of the ready-made people, for instance ward-manager
    #[arg(long, value_name = "ID", conflicts_with = "profile")]
    pub persona: Option<String>,
    /// Open one of your own profiles, or try on the person in a file
    #[arg(long, value_name = "NAME_OR_FILE")]
    pub profile: Option<PathBuf>,
    /// Show this deck at once, for instance to a room
    #[arg(long, value_name = "ID")]
    pub deck: Option<String>,
    /// Let the deck step by itself every so many seconds, over and over; any key takes over
    #[arg(long, value_name = "SECONDS", requires = "deck", value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub auto: Option<u32>,
    /// Colours [default: as the terminal allows]
    #[arg(long, value_name = "NAME", value_parser = themes())]
    pub theme: Option<Theme>,
    /// Draw with plain letters only, for terminals and fonts without box lines
    #[arg(long)]
    pub ascii: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The ways from one role to another, with the training each step asks for
    Routes(RoutesArgs),
    /// Every role that can be reached, with the least time to each
    Reach(ReachArgs),
    /// What a role asks for, what of it is met, and what would meet the rest
    Why(WhyArgs),
    /// The roles
    Roles(RolesArgs),
    /// The training: programmes, checks, registrations and experience
    Training(TrainingArgs),
    /// The moves from role to role
    Moves(MovesArgs),
    /// The posts: vacancies, many of them in challenged organisations
    Posts(Box<PostsArgs>),
    /// Your own profiles
    Profile(ProfileArgs),
    /// Your plans: what comes next, what is done, ticking off
    Plan(PlanArgs),
    /// Handouts to take away: PDF, HTML, Markdown, CSV, calendar, timeline, JSON, diagrams
    Export(ExportArgs),
    /// Decks: demonstrations that run step by step
    Deck(DeckArgs),
    /// The presenter's view of a deck that another terminal shows: notes, next step, clock
    Presenter(PresenterArgs),
    /// Read a pack and report every fault in it
    Check(CheckArgs),
    /// Draw a screen into a file
    Screenshot(ScreenshotArgs),
    /// Print the script that completes commands in a shell
    Completions(CompletionsArgs),
    /// Print the manual page, of all or of one command
    Man(ManArgs),
}

impl Command {
    /// The profile that the command names, if it names one.
    pub const fn profile_mut(&mut self) -> Option<&mut PathBuf> {
        match self {
            Self::Routes(args) => args.person.profile.as_mut(),
            Self::Reach(args) => args.person.profile.as_mut(),
            Self::Why(args) => args.person.profile.as_mut(),
            Self::Posts(args) => args.profile_mut(),
            Self::Export(args) => args.profile_mut(),
            Self::Screenshot(args) => args.profile.as_mut(),
            Self::Roles(_)
            | Self::Training(_)
            | Self::Moves(_)
            | Self::Profile(_)
            | Self::Plan(_)
            | Self::Deck(_)
            | Self::Presenter(_)
            | Self::Check(_)
            | Self::Completions(_)
            | Self::Man(_) => None,
        }
    }
}

/// Who asks.
#[derive(Debug, Args)]
pub struct PersonArgs {
    /// The role held now: an id as `fingerpost roles` lists it, or a title
    #[arg(long, value_name = "ROLE", conflicts_with = "profile")]
    pub from: Option<String>,
    /// One of your own profiles, or a file with one
    #[arg(long, value_name = "NAME_OR_FILE")]
    pub profile: Option<PathBuf>,
    /// Years in the role held now
    #[arg(long, value_name = "Y", value_parser = years, allow_negative_numbers = true)]
    pub served_years: Option<Decimal>,
    /// Hours of study a week
    #[arg(long, value_name = "N", value_parser = hours, allow_negative_numbers = true)]
    pub hours_per_week: Option<Decimal>,
    /// What is held besides: training, registrations and experience, separated by commas
    #[arg(long, value_name = "ITEM,ITEM")]
    pub have: Option<String>,
}

/// Under which rules.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// Today's rules, as advised, or as if the review's recommendations were law
    #[arg(long, value_name = "RULES", default_value = "today", value_parser = rulesets())]
    pub ruleset: Ruleset,
}

/// `fingerpost routes`.
#[derive(Debug, Args)]
pub struct RoutesArgs {
    /// Who asks.
    #[command(flatten)]
    pub person: PersonArgs,
    /// The role wanted [default: the profile's target]
    #[arg(long, value_name = "ROLE")]
    pub to: Option<String>,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
    /// What routes are compared by, the most important first
    #[arg(long, value_name = "A,B,C", value_delimiter = ',', default_value = "weeks,moves,study_hours", value_parser = criteria())]
    pub criteria: Vec<Criterion>,
    /// Only ways that hold this role somewhere
    #[arg(long, value_name = "ROLE", conflicts_with = "avoiding")]
    pub through: Option<String>,
    /// Only ways that never hold this role
    #[arg(long, value_name = "ROLE")]
    pub avoiding: Option<String>,
    /// Also use moves that somebody made but nobody should count on
    #[arg(long)]
    pub exceptional: bool,
    /// Also give so many really different routes
    #[arg(long, value_name = "N")]
    pub alternatives: Option<usize>,
    /// Give at most so many routes
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub max: Option<usize>,
}

/// `fingerpost reach`.
#[derive(Debug, Args)]
pub struct ReachArgs {
    /// Who asks.
    #[command(flatten)]
    pub person: PersonArgs,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
    /// Also use moves that somebody made but nobody should count on
    #[arg(long)]
    pub exceptional: bool,
}

/// `fingerpost why`.
#[derive(Debug, Args)]
pub struct WhyArgs {
    /// The role asked about: an id or a title
    pub role: String,
    /// Who asks; nobody in particular when left out.
    #[command(flatten)]
    pub person: PersonArgs,
    /// Under which rules.
    #[command(flatten)]
    pub rules: RulesArgs,
}

/// `fingerpost roles`.
#[derive(Debug, Args)]
pub struct RolesArgs {
    /// Words to look for
    pub search: Vec<String>,
    /// Only this family, for instance operations
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Only this level, by number
    #[arg(long, value_name = "N")]
    pub level: Option<u32>,
    /// Only this sector, for instance acute
    #[arg(long, value_name = "SECTOR")]
    pub sector: Option<String>,
    /// Only where careers in management start
    #[arg(long)]
    pub starting_points: bool,
}

/// `fingerpost training`.
#[derive(Debug, Args)]
pub struct TrainingArgs {
    /// Words to look for
    pub search: Vec<String>,
    /// Only of this status: running, unknown, in-development, proposed, paused, retired
    #[arg(long, value_name = "STATUS")]
    pub status: Option<String>,
    /// Only of this kind, for instance programme
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only what is had this way: study, check, held
    #[arg(long, value_name = "HOW")]
    pub obtain: Option<String>,
}

/// `fingerpost moves`.
#[derive(Debug, Args)]
pub struct MovesArgs {
    /// Only moves that leave this role
    #[arg(long, value_name = "ROLE")]
    pub from: Option<String>,
    /// Only moves that enter this role
    #[arg(long, value_name = "ROLE")]
    pub to: Option<String>,
    /// Only moves of this kind, for instance promotion
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only moves that somebody made but nobody should count on
    #[arg(long)]
    pub exceptional: bool,
}

/// `fingerpost check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The folder of the pack
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}

/// `fingerpost completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// `fingerpost man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command; all of fingerpost when left out
    pub command: Option<String>,
}

/// The themes by name.
pub fn themes() -> impl clap::builder::TypedValueParser<Value = Theme> {
    PossibleValuesParser::new(Theme::ALL.map(Theme::slug)).map(|slug| Theme::from_slug(&slug).unwrap_or_default())
}

pub fn rulesets() -> impl clap::builder::TypedValueParser<Value = Ruleset> {
    PossibleValuesParser::new(Ruleset::ALL.map(Ruleset::slug)).map(|slug| Ruleset::from_slug(&slug).unwrap_or_default())
}

/// The criteria by name, with spaces around them or not: `--criteria "weeks, moves"`.
pub fn criteria() -> impl clap::builder::TypedValueParser<Value = Criterion> {
    let names = PossibleValuesParser::new(Criterion::ALL.map(Criterion::slug));
    Trimmed(names).map(|slug| Criterion::from_slug(&slug).unwrap_or(Criterion::Weeks))
}

/// One criterion by name.
pub fn criterion() -> impl clap::builder::TypedValueParser<Value = Criterion> {
    criteria()
}

/// A list of names that also takes a name with spaces around it.
#[derive(Clone)]
struct Trimmed(PossibleValuesParser);

impl TypedValueParser for Trimmed {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        let trimmed = value.to_str().map_or(value, |text| OsStr::new(text.trim()));
        self.0.parse_ref(command, argument, trimmed)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

fn years(text: &str) -> Result<Decimal, String> {
    quantity(text, 80, "a number of years from 0 to 80, for instance 1.5")
}

/// Hours a week.
///
/// # Errors
/// What to give instead.
pub fn hours(text: &str) -> Result<Decimal, String> {
    quantity(text, 168, "a number of hours from 0 to 168, for instance 5")
}

fn quantity(text: &str, most: u32, wanted: &str) -> Result<Decimal, String> {
    Decimal::parse(text.trim())
        .filter(|number| !number.is_negative() && *number <= Decimal::whole(most))
        .ok_or_else(|| format!("give {wanted}"))
}

fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|count| *count > 0).ok_or_else(|| "give a whole number from 1".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn the_command_line_holds_together() {
        Cli::command().debug_assert();
    }
}
