//! Who stands after whom in each layer.

use super::index::narrow;
use super::skeleton::{Skeleton, Vertex};

/// The vertices of every layer from top to bottom. In each layer a lane is one run, and the lanes follow each other in
/// the skeleton's lane order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Layer after layer; a layer takes the same range here as its vertices do in their numbering.
    pub(super) slots: Vec<u32>,
    /// For each vertex its place in its layer, from 0.
    pub(super) places: Vec<u32>,
}

impl Order {
    /// The order of the keys.
    pub(super) fn by_key(skeleton: &Skeleton) -> Self {
        let slots: Vec<u32> = (0..narrow(skeleton.vertices())).collect();
        let mut order = Self { places: vec![0; slots.len()], slots };
        for layer in 0..skeleton.layers() {
            order.note(skeleton, layer);
        }
        order
    }

    /// A layer from top to bottom, bends of long edges included.
    pub fn layer<'a>(&'a self, skeleton: &'a Skeleton, layer: usize) -> impl Iterator<Item = Vertex> + 'a {
        self.slots[skeleton.layer(layer)].iter().map(|&vertex| skeleton.vertex(vertex))
    }

    /// Writes down the places of a layer's vertices after its slots have changed.
    pub(super) fn note(&mut self, skeleton: &Skeleton, layer: usize) {
        for (place, &vertex) in (0..).zip(&self.slots[skeleton.layer(layer)]) {
            self.places[vertex as usize] = place;
        }
    }
}

/// An order and what it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// Who stands after whom.
    pub order: Order,
    /// How many crossings that makes.
    pub crossings: u64,
}

impl Arranged {
    /// The one with fewer crossings; this one if they have as many.
    #[must_use]
    pub(super) fn better(self, other: Self) -> Self {
        if other.crossings < self.crossings { other } else { self }
    }
}
