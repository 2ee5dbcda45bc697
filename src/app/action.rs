//! The one table of everything a person can do: keys, help, palette, hints and the README are read from it.

/// Something a person can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Up, or the sibling above.
    Up,
    /// Down, or the sibling below.
    Down,
    /// Left, or to where one comes from.
    Left,
    /// Right, or to where this leads.
    Right,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Opens what is selected.
    Open,
    /// Back one level.
    Back,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// Leaves the program.
    Quit,
}
