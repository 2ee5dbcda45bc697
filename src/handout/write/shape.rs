//! Shapes that a timeline is drawn with, in points from the upper left: the same for SVG and PDF.

use crate::handout::font::Weight;

/// A drawing.
#[derive(Debug, Clone)]
pub(super) struct Drawing {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) shapes: Vec<Shape>,
}

/// A shape. Everything is told apart by form and grey, never by colour.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    Rectangle { x: f32, y: f32, width: f32, height: f32, fill: Grey, edge: Edge },
    Line { from: (f32, f32), to: (f32, f32), edge: Edge },
    Diamond { x: f32, y: f32, half: f32 },
    Text { x: f32, y: f32, size: f32, anchor: Anchor, weight: Weight, text: String },
}

/// How light: 0 is black, 255 white.
pub(super) type Grey = u8;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Faint,
    Thin,
    Thick,
    Dashed,
}

impl Edge {
    pub(super) const fn width(self) -> f32 {
        match self {
            Self::Faint => 0.5,
            Self::Thin | Self::Dashed => 1.0,
            Self::Thick => 2.0,
        }
    }

    pub(super) const fn grey(self) -> Grey {
        match self {
            Self::Faint => 0xB8,
            _ => 0x1A,
        }
    }
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The ink of text.
pub(super) const INK: Grey = 0x1A;
