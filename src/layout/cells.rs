//! Cells, areas of cells, and the four ways from one cell to the next.

/// A cell of the virtual canvas, from the top left at 0, 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Row.
    pub y: u16,
    /// Column.
    pub x: u16,
}

impl Cell {
    /// The cell at a column and a row.
    #[must_use]
    pub const fn at(x: u16, y: u16) -> Self {
        Self { y, x }
    }

    /// The next cell that way, unless it would lie left of or above the canvas.
    #[must_use]
    pub fn step(self, heading: Heading) -> Option<Self> {
        let (dx, dy) = heading.delta();
        Some(Self { x: self.x.checked_add_signed(dx)?, y: self.y.checked_add_signed(dy)? })
    }

    /// Which way `next` lies, when it is one of the four neighbours.
    #[must_use]
    pub fn heading_to(self, next: Self) -> Option<Heading> {
        Heading::ALL.into_iter().find(|&heading| self.step(heading) == Some(next))
    }
}

/// Columns and rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Area {
    /// Leftmost column.
    pub x: u16,
    /// Topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The first column to the right of it.
    #[must_use]
    pub const fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// The first row below it.
    #[must_use]
    pub const fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// Whether a cell lies in it.
    #[must_use]
    pub const fn contains(self, cell: Cell) -> bool {
        cell.x >= self.x && cell.x < self.right() && cell.y >= self.y && cell.y < self.bottom()
    }

    /// Whether it shares a cell with another.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether the other lies wholly in it.
    #[must_use]
    pub const fn encloses(self, other: Self) -> bool {
        other.x >= self.x && other.right() <= self.right() && other.y >= self.y && other.bottom() <= self.bottom()
    }

    /// The row at which edges meet it: the middle one.
    #[must_use]
    pub const fn port_row(self) -> u16 {
        self.y + self.height.saturating_sub(1) / 2
    }

    /// Every cell of it, row by row.
    pub fn cells(self) -> impl Iterator<Item = Cell> {
        (self.y..self.bottom()).flat_map(move |y| (self.x..self.right()).map(move |x| Cell { y, x }))
    }

    /// The smallest area with both in it.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self { x, y, width: right - x, height: bottom - y }
    }
}

/// A way from one cell to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// To the row above.
    Up,
    /// To the column on the right.
    Right,
    /// To the row below.
    Down,
    /// To the column on the left.
    Left,
}

impl Heading {
    /// All four, clockwise.
    pub const ALL: [Self; 4] = [Self::Up, Self::Right, Self::Down, Self::Left];

    /// The way back.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Right => Self::Left,
            Self::Down => Self::Up,
            Self::Left => Self::Right,
        }
    }

    /// Whether it goes up or down.
    #[must_use]
    pub const fn is_vertical(self) -> bool {
        matches!(self, Self::Up | Self::Down)
    }

    const fn delta(self) -> (i16, i16) {
        match self {
            Self::Up => (0, -1),
            Self::Right => (1, 0),
            Self::Down => (0, 1),
            Self::Left => (-1, 0),
        }
    }
}
