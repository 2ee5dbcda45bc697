//! `fingerpost export posts`.

use super::args::ListedPostsArgs;
use crate::app::posts::{Direction, PostTable, SortKey};
use crate::cli::exit::Failure;
use crate::cli::person;
use crate::cli::posts::wanted;
use crate::domain::Pack;
use crate::handout::Subject;

/// What the handout is to be of.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn subject(pack: &Pack, args: &ListedPostsArgs) -> Result<Subject, Failure> {
    let on = args.wish.day();
    let filter = wanted(pack, &args.posts, on)?;
    let posts = PostTable::of(pack).view(&filter, SortKey::Id, Direction::Forward);
    let asker = person::find(pack, &args.posts.person)?;
    let hours = asker.map_or(pack.tables().hours_per_week, |asker| asker.person.hours_per_week);
    Ok(Subject::Posts { posts, ruleset: args.posts.rules.ruleset, hours_per_week: hours })
}
