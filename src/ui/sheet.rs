//! Sheets: text made of rows of marked pieces, laid out for a width, drawn in a pane and scrolled.

use super::look::Token;
use super::text::{fit, width, wrap};
use crate::app::hit::Target;

/// A piece of text with one meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// What it means.
    pub token: Token,
}

/// A row of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its pieces, from the left.
    pub pieces: Vec<Piece>,
    /// What stands at the right edge, if it leaves the rest a gap.
    pub right: Option<Piece>,
    /// What the row stands for.
    pub target: Option<Target>,
}

/// A piece of text.
#[must_use]
pub fn piece(token: Token, text: impl Into<String>) -> Piece {
    Piece { text: text.into(), token }
}

impl Row {
    /// A row of pieces.
    #[must_use]
    pub fn of(pieces: Vec<Piece>) -> Self {
        Self { pieces, ..Self::default() }
    }

    /// A row of one piece.
    #[must_use]
    pub fn text(token: Token, text: impl Into<String>) -> Self {
        Self::of(vec![piece(token, text)])
    }

    /// The same row with something at its right edge.
    #[must_use]
    pub fn right(self, token: Token, text: impl Into<String>) -> Self {
        Self { right: Some(piece(token, text)), ..self }
    }

    /// The same row standing for something.
    #[must_use]
    pub fn target(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }
}

/// Rows for a pane of a known width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    width: usize,
    rows: Vec<Row>,
}

impl Sheet {
    /// An empty sheet, so many cells wide.
    #[must_use]
    pub fn new(width: u16) -> Self {
        Self { width: usize::from(width), rows: Vec::new() }
    }

    /// Its width in cells.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Its rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The first so many rows; where that is not all, the last one of them ends in `…`.
    #[must_use]
    pub fn cut(mut self, rows: usize) -> Self {
        if rows < self.rows.len() {
            self.rows.truncate(rows);
            if let Some(last) = self.rows.last_mut().and_then(|row| row.pieces.last_mut()) {
                last.text = fit(&format!("{} …", last.text), width(&last.text).max(1));
            }
        }
        self
    }

    /// A row.
    pub fn row(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// An empty row, unless the sheet begins here or the last one is empty already.
    pub fn gap(&mut self) {
        if self.rows.last().is_some_and(|row| !row.pieces.is_empty()) {
            self.rows.push(Row::default());
        }
    }

    /// A heading with a gap above it.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.gap();
        self.text(Token::Strong, &text.into());
    }

    /// Text, wrapped.
    pub fn text(&mut self, token: Token, text: &str) {
        self.hanging(&[], token, text);
    }

    /// Text after a lead, wrapped so that all its lines begin where the first does.
    pub fn hanging(&mut self, lead: &[Piece], token: Token, text: &str) {
        self.hanging_to(lead, token, text, None);
    }

    /// As [`Sheet::hanging`], every line standing for something.
    pub fn hanging_to(&mut self, lead: &[Piece], token: Token, text: &str, target: Option<Target>) {
        let indent: usize = lead.iter().map(|piece| width(&piece.text)).sum();
        let indent = if indent + 8 > self.width { indent.min(2) } else { indent };
        for (at, line) in wrap(text, self.width.saturating_sub(indent)).into_iter().enumerate() {
            let mut pieces = if at == 0 { lead.to_vec() } else { vec![piece(Token::Text, " ".repeat(indent))] };
            pieces.push(piece(token, line));
            self.row(Row { pieces, right: None, target });
        }
    }
}
