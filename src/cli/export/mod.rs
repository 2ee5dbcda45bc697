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
pub(super) mod save;
mod training;

pub use args::{ExportArgs, WishArgs};

use std::sync::Arc;

use args::What;

use super::exit::{Failure, Status};
use super::look::Out;
use super::sources::Sources;
use crate::domain::Pack;
use crate::handout::Subject;

/// Answers it.
///
/// # Errors
/// Wrong usage, a handout that has nothing to show in the format, faulty data, or a file that cannot be written.
pub fn run(sources: &Sources, args: &ExportArgs, out: &Out) -> Result<Status, Failure> {
    let (pack, subject, wish) = match &args.what {
        What::Route(args) => with(sources.pack()?, |pack| route::subject(pack, args), &args.wish)?,
        What::Plan(args) => plan::subject(sources, args).map(|(pack, subject)| (pack, subject, &args.wish))?,
        What::Appraisal(args) => {
            appraisal::subject(sources, args).map(|(pack, subject)| (pack, subject, &args.wish))?
        }
        What::Role(args) => with(sources.pack_with_posts()?, |pack| role::subject(pack, args), &args.wish)?,
        What::Training(args) => with(sources.pack()?, |pack| training::subject(pack, args), &args.wish)?,
        What::Posts(args) => with(sources.pack_with_posts()?, |pack| posts::subject(pack, args), &args.wish)?,
    };
    let handout = subject
        .handout(&pack, wish.day())
        .map_err(|error| Failure::Usage(format!("{error}; `fingerpost routes` numbers them from 1.")))?;
    save::save(&handout, wish, out)?;
    Ok(Status::Answered)
}

/// What is asked for of a pack, and the pack.
fn with(
    pack: Pack,
    subject: impl FnOnce(&Pack) -> Result<Subject, Failure>,
    wish: &WishArgs,
) -> Result<(Arc<Pack>, Subject, &WishArgs), Failure> {
    let subject = subject(&pack)?;
    Ok((Arc::new(pack), subject, wish))
}
