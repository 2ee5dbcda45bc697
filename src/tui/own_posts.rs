//! The user's own posts, read on a thread of their own so that the first screen does not wait for them.

use std::sync::Arc;
use std::thread;

use crate::app::Msg;
use crate::app::posts::PostTable;
use crate::domain::Pack;
use crate::store::KeptPosts;

/// Starts reading them, if there are any; `tell` takes what came of it.
///
/// # Errors
/// When the system gives no thread.
pub(super) fn read(kept: KeptPosts, pack: Arc<Pack>, tell: impl Fn(Msg) + Send + 'static) -> std::io::Result<()> {
    if !kept.is_there() {
        return Ok(());
    }
    let work = move || {
        tell(match kept.joined_to(&pack) {
            Ok(joined) => {
                let table = Arc::new(PostTable::of(&joined));
                Msg::PostsRead(Arc::new(joined), table)
            }
            Err(error) => Msg::Told(format!("Your own posts are not shown: {error}.")),
        });
    };
    thread::Builder::new().name("posts".to_owned()).spawn(work)?;
    Ok(())
}
