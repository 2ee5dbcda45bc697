//! What is wrong with a draft, so that the best of several can be chosen.

/// What is wrong with a draft, the worst first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Faults {
    /// By how many rows it is higher than the window, beyond what one may have to scroll.
    pub too_high: u16,
    /// By how many columns of cells the part with the neighbours of the selected role is wider.
    pub too_wide: u16,
    /// How many titles are cut, and how many rows are out of sight.
    pub unread: usize,
}

/// In windows lower than this one rather scrolls a little than reads names that are cut.
pub(super) const LOW: u16 = 24;
/// One cut title of a neighbour is as bad as so many rows out of sight, twice.
pub(super) const CUT: usize = 2;
