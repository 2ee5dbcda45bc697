//! By how much a person has moved the map under the window.

/// How far the window has been moved over the map since a role was last selected, in cells of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Pan {
    /// Columns, to the right when positive.
    pub columns: i32,
    /// Rows, down when positive.
    pub rows: i32,
}

impl Pan {
    /// Both, one after the other.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { columns: self.columns.saturating_add(other.columns), rows: self.rows.saturating_add(other.rows) }
    }
}
