//! The presenter's view: what a second terminal is told of the deck that the first one shows, and how it steers it.
//!
//! ```text
//!  the room's terminal                                      the presenter's terminal
//!  App ──▶ Told ──▶ text ────────── room.json ──────────▶ text ──▶ Told ──▶ Viewer ──▶ ui::presenter
//!  App ◀── Steer ◀── lines ◀────────── steer ◀──────────── line ◀── Steer ◀───┘ keys
//! ```
//!
//! Both are plain files that only their user can read. What comes out of them is taken as coming from outside.
//!
//! | what | file |
//! |---|---|
//! | what is told | [`told`] |
//! | what the app tells, and what it does when it is steered | `tell` |
//! | the same as text, and back | [`wire`] |
//! | what the presenter may ask for | [`steer`] |
//! | elapsed and planned time in words | [`clock`] |
//! | the presenter's terminal: what it sees, what its keys do | [`viewer`] |

pub mod clock;
pub mod steer;
mod tell;
pub mod told;
pub mod viewer;
pub mod wire;

pub use steer::Steer;
pub use told::{PollTold, Room, Told};
pub use viewer::{Sight, Viewer, Wish};
