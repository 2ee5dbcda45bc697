//! `fingerpost deck`: demonstrations that run step by step.
//!
//! | what | file |
//! |---|---|
//! | what can be typed | `args` |
//! | which decks there are | `shelf` |
//! | listing, checking, a template | `list`, `check`, `new` |
//! | a handout with a picture of every step | `export` |
//! | a deck played from beginning to end | `played` |

mod args;
mod check;
mod export;
mod list;
mod new;
mod played;
mod shelf;

pub use args::DeckArgs;

use std::sync::Arc;

use args::What;

use super::exit::{Failure, Status};
use super::look::Out;
use super::sources::Sources;

/// Answers it.
///
/// # Errors
/// Wrong usage, faulty data, or a file that cannot be read or written.
pub fn run(sources: &Sources, args: &DeckArgs, out: &Out) -> Result<Status, Failure> {
    match &args.what {
        What::List => list::run(&sources.pack_with_posts()?, sources, out),
        What::New(args) => new::run(args, out),
        What::Check(args) => check::run(&Arc::new(sources.pack_with_posts()?), sources, args, out),
        What::Export(args) => export::run(&Arc::new(sources.pack_with_posts()?), sources, args, out),
    }
}
