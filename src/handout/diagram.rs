//! Boxes and arrows.

/// A drawing of boxes and the arrows between them, from left to right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagram {
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its first line.
    pub title: String,
    /// Its second line; may be empty.
    pub detail: String,
}

/// An arrow between two boxes, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrow {
    /// Where it starts.
    pub from: usize,
    /// Where it points.
    pub to: usize,
    /// What stands on it.
    pub label: String,
}

impl Diagram {
    /// Adds a box and says which it is.
    pub fn node(&mut self, title: impl Into<String>, detail: impl Into<String>) -> usize {
        self.nodes.push(Node { title: title.into(), detail: detail.into() });
        self.nodes.len() - 1
    }

    /// Adds an arrow.
    pub fn arrow(&mut self, from: usize, to: usize, label: impl Into<String>) {
        self.arrows.push(Arrow { from, to, label: label.into() });
    }
}
