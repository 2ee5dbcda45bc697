//! A handout for a spreadsheet: one table without headings or gaps, so that it can be sorted and filtered.

/// A sheet. Its first two columns say what kind of thing a row is and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The heads of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, as many cells each as there are columns.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// An empty sheet with these columns after the kind and the title of a row.
    #[must_use]
    pub fn new(columns: &[&'static str]) -> Self {
        Self { columns: ["Kind", "Title"].iter().chain(columns).copied().collect(), rows: Vec::new() }
    }

    /// Adds a row; cells that are lacking are left empty.
    pub fn row(&mut self, kind: &str, title: impl Into<String>, cells: Vec<String>) {
        let mut row = vec![kind.to_owned(), title.into()];
        row.extend(cells);
        row.resize(self.columns.len(), String::new());
        self.rows.push(row);
    }
}
