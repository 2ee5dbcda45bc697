//! A picture of a screen in a handout.

use std::fmt;
use std::sync::Arc;

/// A picture, as shapes and as points.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it shows, for those who do not see it.
    pub says: String,
    /// As SVG, for a page of the web.
    pub svg: String,
    /// As points, for paper; nothing when nobody wants it on paper.
    pub points: Option<Points>,
    /// The name of the file that stands beside a Markdown file; nothing when there is none, and the words stand alone.
    pub file: Option<String>,
}

/// A picture as points.
#[derive(Clone, PartialEq, Eq)]
pub struct Points {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and opacity of each point, row by row.
    pub rgba: Arc<[u8]>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Picture").field("says", &self.says).field("file", &self.file).finish_non_exhaustive()
    }
}

impl fmt::Debug for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} by {} points", self.width, self.height)
    }
}
