//! `fingerpost plan`: the user's own plans, read and ticked off where the terminal interface keeps them.
//!
//! | what | file |
//! |---|---|
//! | what can be typed | `args` |
//! | which plan and which step is meant | `find` |
//! | the list, one plan, ticking off | `list`, `show`, `tick` |

mod args;
pub mod find;
mod list;
mod show;
mod tick;

use std::sync::Arc;

pub use args::PlanArgs;

use args::Doing;

use super::exit::{Failure, Status};
use super::kept_profile;
use super::look::Out;
use super::sources::Sources;

/// Answers it.
///
/// # Errors
/// Wrong usage, faulty data, or what cannot be kept or written.
pub fn run(sources: &Sources, args: &PlanArgs, out: &Out) -> Result<Status, Failure> {
    let pack = Arc::new(sources.pack()?);
    let name = args.profile.as_deref().map(|typed| kept_profile::kept(sources, typed)).transpose()?;
    let mut kept = sources.kept_portfolio(&pack, name)?;
    let today = jiff::Zoned::now().date();
    match &args.doing {
        Doing::List => list::run(kept.portfolio(), today, out)?,
        Doing::Show(args) => show::run(&pack, kept.portfolio(), args, today, out)?,
        Doing::Tick(args) => tick::run(&pack, &mut kept, args, today, out)?,
    }
    Ok(Status::Answered)
}
