//! Slips, differences and refusals in words, as the screen says them.

pub use crate::domain::plan::words::{difference, moved, slip, slipped};

use crate::app::change::capital;
use crate::domain::plan::Refusal;
use crate::domain::portfolio::Consequence;

/// Whether a consequence of ticking off is told in a layer of its own.
#[must_use]
pub const fn is_weighty(consequence: &Consequence) -> bool {
    !matches!(consequence, Consequence::Gained(_) | Consequence::Lost(_))
}

/// A refusal as a sentence without its full stop.
#[must_use]
pub fn refused(refusal: &Refusal) -> String {
    capital(&refusal.to_string())
}
