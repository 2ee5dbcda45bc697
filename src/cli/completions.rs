//! `fingerpost completions` and `fingerpost man`: what a shell and a manual reader need, made from the arguments.

use clap::{Command, CommandFactory as _};

use super::args::{Cli, CompletionsArgs, ManArgs};
use super::exit::{Failure, Status};
use super::filter;
use super::look;

/// Prints the completions of a shell.
///
/// # Errors
/// When they cannot be written.
pub fn completions(args: &CompletionsArgs) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "fingerpost", &mut script);
    look::write(&script)?;
    Ok(Status::Answered)
}

/// Prints a page of the manual.
///
/// # Errors
/// Wrong usage when there is no such command, or a page that cannot be written.
pub fn man(args: &ManArgs) -> Result<Status, Failure> {
    let mut all = Cli::command();
    all.build();
    let names = all.get_subcommands().map(Command::get_name);
    let page = match filter::value(names, args.command.as_deref(), "command")? {
        Some(name) => all.find_subcommand(name).cloned().unwrap_or_else(|| all.clone()),
        None => all.clone(),
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text).map_err(anyhow::Error::new)?;
    look::write(&text)?;
    Ok(Status::Answered)
}
