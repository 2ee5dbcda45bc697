//! The presenter's view of a deck, at both ends: the thread beside the terminal that shows the deck, and the terminal that
//! whoever presents looks at.
//!
//! Both look at the other's file ten times a second, and only while a deck is shown or the presenter's terminal is open.
//!
//! | what | file |
//! |---|---|
//! | telling of a showing, and hearing what is asked for | `room` |
//! | the presenter's terminal | `desk` |

mod desk;
mod room;

use std::time::Duration;

pub use desk::{Presenting, present};
pub(super) use room::{Heard, Room};

/// So often each looks at what the other wrote.
const EVERY: Duration = Duration::from_millis(100);
