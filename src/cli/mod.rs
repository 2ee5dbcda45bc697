//! The command line: what can be asked on it, and the answers as text and JSON.
//!
//! ```text
//! args ──▶ run ──▶ one file a command ──▶ look::Out ──▶ standard output
//!           │            │ names, person, sources      text/ or json
//!           └── exit ◀───┘ a failure in plain words ──▶ standard error and the exit status
//! ```

mod args;
mod check;
mod completions;
mod deck;
mod exit;
mod export;
mod filter;
mod kept_profile;
mod log;
mod look;
mod moves;
mod names;
mod open;
mod person;
mod plan;
mod posts;
mod presenter;
mod profile;
mod reach;
mod roles;
mod route_text;
mod routes;
mod screenshot;
mod sitting;
mod sources;
mod text;
mod training;
mod why;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory as _, FromArgMatches as _};

use crate::json;

use args::{Cli, Command, OpenArgs};
use exit::{Failure, Status};
use look::{Colour, Out};
use sources::Sources;

/// Runs fingerpost with these arguments, the program's name first: answers, says what went wrong, and gives the status.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut cli = match parse(&arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help that nobody reads to its end (`--help | head`) is no failure.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match answer(&mut cli) {
        Ok(status) => status.into(),
        Err(failure) => {
            if let Some(message) = failure.message() {
                exit::complain(&message);
            }
            ExitCode::from(failure.status())
        }
    }
}

fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let refused = arguments.iter().any(|argument| argument == "--no-color") || look::no_color();
    let colour = if refused { ColorChoice::Never } else { ColorChoice::Auto };
    let mut command = Cli::command().color(colour);
    let matches = command.try_get_matches_from_mut(arguments)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

fn answer(cli: &mut Cli) -> Result<Status, Failure> {
    let colour = if cli.global.no_color { Colour::None } else { Colour::Ansi };
    let out = Out::standard(cli.global.format, colour);
    let sources = Sources::new(&cli.global);
    let Some(command) = &mut cli.command else { return open::run(&sources, cli) };
    only_when_opening(&cli.open)?;
    log::start_if_asked(&sources);
    kept_profile::settle(&sources, command)?;
    match command {
        Command::Check(args) => check::run(args, &out),
        Command::Completions(args) => completions::completions(args),
        Command::Man(args) => completions::man(args),
        Command::Routes(args) => routes::run(&sources.pack()?, args, &out),
        Command::Reach(args) => reach::run(&sources.pack()?, args, &out),
        Command::Why(args) => why::run(&sources.pack()?, args, &out),
        Command::Roles(args) => roles::run(&sources.pack()?, args, &out),
        Command::Training(args) => training::run(&sources.pack()?, args, &out),
        Command::Moves(args) => moves::run(&sources.pack()?, args, &out),
        Command::Deck(args) => deck::run(&sources, args, &out),
        Command::Export(args) => export::run(&sources, args, &out),
        Command::Profile(args) => profile::run(&sources, args, &out),
        Command::Plan(args) => plan::run(&sources, args, &out),
        Command::Presenter(args) => presenter::run(&sources, &cli.global, args),
        Command::Posts(args) => posts::run(&sources, args, &out),
        Command::Screenshot(args) => {
            let pack = sources.pack_with_posts()?;
            let profile = sources::who(&pack, args.persona.as_deref(), args.profile.as_deref())?;
            screenshot::run(pack, profile, args)
        }
    }
}

/// Options for opening would be lost on a command that prints an answer: say so.
fn only_when_opening(open: &OpenArgs) -> Result<(), Failure> {
    let given = [
        ("--persona", open.persona.is_some()),
        ("--profile", open.profile.is_some()),
        ("--deck", open.deck.is_some()),
        ("--auto", open.auto.is_some()),
        ("--theme", open.theme.is_some()),
        ("--ascii", open.ascii),
    ];
    match given.iter().find(|(_, given)| *given) {
        None => Ok(()),
        Some((option, _)) => Err(Failure::Usage(format!(
            "{option} before a command is for opening fingerpost; put it after the command."
        ))),
    }
}
