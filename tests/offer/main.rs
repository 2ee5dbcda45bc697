//! What a post offers, whether it pays back, and who could fill it.

mod feeders;
mod hand;
mod package;
mod pay_back;
mod program;
mod whatif;

use fingerpost::domain::Pack;
use fingerpost::domain::post::Post;
use fingerpost::pack;
use fingerpost::store;

/// The pack that is built in.
fn england() -> Pack {
    pack::read(&store::embedded()).pack.expect("a sound pack")
}

/// A post by its id.
fn post<'p>(pack: &'p Pack, id: &str) -> &'p Post {
    pack.tables().posts.iter().find(|post| post.id == id).expect("the post")
}
