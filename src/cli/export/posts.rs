//! `fingerpost export posts`.

use super::args::ListedPostsArgs;
use crate::app::posts::{Direction, PostTable, SortKey};
use crate::cli::exit::Failure;
use crate::cli::person;
use crate::cli::posts::wanted;
use crate::domain::Pack;
use crate::handout::{self, Handout};

/// The handout that is asked for.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn handout(pack: &Pack, args: &ListedPostsArgs) -> Result<Handout, Failure> {
    let on = args.wish.day();
    let filter = wanted(pack, &args.posts, on)?;
    let posts = PostTable::of(pack).view(&filter, SortKey::Id, Direction::Forward);
    let asker = person::find(pack, &args.posts.person)?;
    let hours = asker.map_or(pack.tables().hours_per_week, |asker| asker.person.hours_per_week);
    Ok(handout::posts(pack, &posts, args.posts.rules.ruleset, hours, on))
}
