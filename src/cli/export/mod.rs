//! `fingerpost export`: handouts to take away.
//!
//! | what | file |
//! |---|---|
//! | what can be typed | `args` |
//! | a route, a plan, an appraisal, a role, training, posts | `route`, `plan`, `appraisal`, `role`, `training`, `posts` |
//! | where the bytes go | `save` |

mod appraisal;
mod args;
mod plan;
mod posts;
mod role;
mod route;
mod save;
mod training;

pub use args::ExportArgs;

use args::What;

use super::exit::{Failure, Status};
use super::look::Out;
use super::sources::Sources;

/// Answers it.
///
/// # Errors
/// Wrong usage, a handout that has nothing to show in the format, faulty data, or a file that cannot be written.
pub fn run(sources: &Sources, args: &ExportArgs, out: &Out) -> Result<Status, Failure> {
    let (handout, wish) = match &args.what {
        What::Route(args) => (route::handout(&sources.pack()?, args)?, &args.wish),
        What::Plan(args) => (plan::handout(sources, args)?, &args.wish),
        What::Appraisal(args) => (appraisal::handout(sources, args)?, &args.wish),
        What::Role(args) => (role::handout(&sources.pack_with_posts()?, args)?, &args.wish),
        What::Training(args) => (training::handout(&sources.pack()?, args)?, &args.wish),
        What::Posts(args) => (posts::handout(&sources.pack_with_posts()?, args)?, &args.wish),
    };
    save::save(&handout, wish, out)?;
    Ok(Status::Answered)
}
