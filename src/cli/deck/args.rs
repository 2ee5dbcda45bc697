//! What can be typed behind `fingerpost deck`. The doc comments here are the help that people read.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::export::WishArgs;

/// `fingerpost deck`.
#[derive(Debug, Args)]
pub struct DeckArgs {
    /// What with it.
    #[command(subcommand)]
    pub what: What,
}

/// What can be done with decks.
#[derive(Debug, Subcommand)]
pub enum What {
    /// The decks: those of the pack and your own
    List,
    /// A template with everything a deck can hold, to be changed
    #[command(visible_alias = "template")]
    New(NewArgs),
    /// Play a deck through and report every fault in it
    Check(CheckArgs),
    /// A handout with a picture of every step, for those who were not there
    #[command(after_help = "Examples:
  fingerpost deck export ward-to-board --as html -o deck.html
  fingerpost deck export my-deck.toml --as pdf -o deck.pdf --notes")]
    Export(ExportArgs),
}

/// `fingerpost deck new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Write it to this file; nothing or - for standard output
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Write over a file that is there already
    #[arg(long)]
    pub force: bool,
}

/// `fingerpost deck check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The deck: an id as `fingerpost deck list` gives it, or a file that ends in .toml
    pub deck: String,
}

/// `fingerpost deck export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The deck: an id as `fingerpost deck list` gives it, or a file that ends in .toml
    pub deck: String,
    /// How it is wanted.
    #[command(flatten)]
    pub wish: WishArgs,
    /// With the notes of whoever presents
    #[arg(long)]
    pub notes: bool,
}
