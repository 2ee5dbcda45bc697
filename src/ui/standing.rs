//! The signs of how things that are asked for stand: the same in the pane about a role and on the map.

use super::look::{GlyphSet, Token};
use super::map::signs::{self, Mark};
use crate::layout::slips::Standing;

/// The sign of a post in a challenged organisation, wherever one stands.
pub const CHALLENGED: char = signs::mark(GlyphSet::Unicode, Mark::Challenged);

/// The sign, its colour and its meaning in words; no words where there is nothing to be said.
#[must_use]
pub const fn told(standing: Standing) -> (char, Token, &'static str) {
    match standing {
        Standing::Met => ('✓', Token::Good, "met"),
        Standing::Unmet => ('✗', Token::Bad, "not met"),
        Standing::OnAppointment => ('○', Token::Pending, "on appointment"),
        Standing::Waived => ('–', Token::Dim, "waived: nobody can meet it yet"),
        Standing::Untold => ('·', Token::Text, ""),
        Standing::Challenged => (CHALLENGED, Token::Challenged, "challenged"),
        Standing::Ordinary => ('·', Token::Dim, ""),
    }
}
