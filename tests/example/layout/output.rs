//! What is printed.

use fingerpost::layout::layered::{Arranged, Rows, Skeleton, Vertex};
use petgraph::graph::NodeIndex;
use serde::ser::{SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};

use super::input::Ids;

/// A layout with the names of its nodes. Written straight into the stream.
pub struct Answer<'a> {
    pub skeleton: &'a Skeleton,
    pub arranged: &'a Arranged,
    pub rows: &'a Rows,
    pub ids: &'a Ids<'a>,
    pub ms: f64,
}

impl Answer<'_> {
    /// The nodes of a layer from top to bottom; the bends of long edges have no names.
    fn nodes(&self, layer: usize) -> impl Iterator<Item = NodeIndex> {
        // Layers at the end that have no nodes are not in the skeleton.
        let layer = (layer < self.skeleton.layers()).then_some(layer);
        let vertices = layer.into_iter().flat_map(|layer| self.arranged.order.layer(self.skeleton, layer));
        vertices.filter_map(|vertex| match vertex {
            Vertex::Node(node) => Some(node),
            Vertex::Bend(_) => None,
        })
    }
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut answer = to.serialize_struct("Answer", 4)?;
        answer.serialize_field("order", &Orders(self))?;
        answer.serialize_field("rows", &RowsById(self))?;
        answer.serialize_field("crossings", &self.arranged.crossings)?;
        answer.serialize_field("ms", &self.ms)?;
        answer.end()
    }
}

struct Orders<'a>(&'a Answer<'a>);

impl Serialize for Orders<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut layers = to.serialize_seq(Some(self.0.ids.layers))?;
        for layer in 0..self.0.ids.layers {
            let nodes: Vec<_> = self.0.nodes(layer).map(|node| &self.0.ids.of[node.index()]).collect();
            layers.serialize_element(&nodes)?;
        }
        layers.end()
    }
}

struct RowsById<'a>(&'a Answer<'a>);

impl Serialize for RowsById<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut rows = to.serialize_map(Some(self.0.ids.of.len()))?;
        for layer in 0..self.0.ids.layers {
            for node in self.0.nodes(layer) {
                let row = self.0.rows.of(self.0.skeleton, node).expect("nothing is hidden");
                rows.serialize_entry(&self.0.ids.of[node.index()].text(), &row)?;
            }
        }
        rows.end()
    }
}
