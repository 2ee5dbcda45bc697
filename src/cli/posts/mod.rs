//! `fingerpost posts`: vacancies, the pack's and the user's own.
//!
//! | what | file |
//! |---|---|
//! | what can be typed | `args` |
//! | the list | `list` |
//! | adverts from files, and taking them in | `import` |
//! | adverts from the net | `fetch` |
//! | which role a post is for | `correct` |
//! | one post, and its package | `show`, `show_document` |
//! | whether the way through it pays back | `payback` |
//! | from which roles it could be filled | `feeders` |
//! | what it would have to offer | `whatif` |
//! | who asks about a post | `asker` |

mod args;
mod asker;
mod correct;
mod feeders;
mod fetch;
mod import;
mod list;
mod offer_args;
mod payback;
mod show;
mod show_document;
mod whatif;

pub use args::{PostsArgs, WantedArgs, day};
pub use list::wanted;

use args::Doing;

use super::exit::{Failure, Status};
use super::look::Out;
use super::sources::Sources;

/// Answers it.
///
/// # Errors
/// Wrong usage, faulty data, or an answer that cannot be written.
pub fn run(sources: &Sources, args: &PostsArgs, out: &Out) -> Result<Status, Failure> {
    if args.doing.is_some() {
        only_when_listing(&args.wanted)?;
    }
    match &args.doing {
        None => list::run(&sources.pack_with_posts()?, &args.wanted, out),
        Some(Doing::Import(args)) => import::run(sources, args, out),
        Some(Doing::Fetch(args)) => fetch::run(sources, args, out),
        Some(Doing::Correct(args)) => correct::run(sources, args, out),
        Some(Doing::Show(args)) => show::run(&sources.pack_with_posts()?, args, out),
        Some(Doing::Payback(args)) => payback::run(&sources.pack_with_posts()?, args, out),
        Some(Doing::Feeders(args)) => feeders::run(&sources.pack_with_posts()?, args, out),
        Some(Doing::Whatif(args)) => whatif::run(&sources.pack_with_posts()?, args, out),
    }
}

/// Filters would be lost on a command that lists nothing: say so.
fn only_when_listing(wanted: &WantedArgs) -> Result<(), Failure> {
    let given = !wanted.search.is_empty()
        || wanted.challenged
        || wanted.open
        || wanted.eligible
        || wanted.segment.is_some()
        || wanted.level.is_some()
        || wanted.pay.is_some()
        || wanted.closes_by.is_some()
        || [&wanted.region, &wanted.role, &wanted.family].iter().any(|filter| filter.is_some());
    if given {
        return Err(Failure::Usage(
            "filters are for the list of posts; leave them out before the word that follows `posts`.".into(),
        ));
    }
    Ok(())
}
