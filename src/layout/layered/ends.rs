//! What the order of two vertices of a layer costs.

use std::ops::Range;

use super::index::{narrow, signed};
use super::order::Order;
use super::skeleton::Skeleton;

/// For each vertex of a lane in a layer the sorted places of its neighbours, before and after.
#[derive(Debug, Default)]
pub(super) struct Ends {
    /// Where the neighbours in the layer before and those in the next begin, and the end.
    bounds: Vec<[u32; 3]>,
    places: Vec<u32>,
}

impl Ends {
    /// Reads the places of the neighbours. O(d log d) for d arcs.
    pub(super) fn load(&mut self, skeleton: &Skeleton, order: &Order, cell: Range<usize>) {
        self.bounds.clear();
        self.places.clear();
        for vertex in cell.map(narrow) {
            let first = self.read(skeleton.up().of(vertex), order);
            let second = self.read(skeleton.down().of(vertex), order);
            self.bounds.push([first, second, narrow(self.places.len())]);
        }
    }

    fn read(&mut self, neighbours: &[u32], order: &Order) -> u32 {
        let first = self.places.len();
        self.places.extend(neighbours.iter().map(|&end| order.places[end as usize]));
        self.places[first..].sort_unstable();
        narrow(first)
    }

    /// The crossings between the arcs of two vertices if the first stands before the second, less those if it stands
    /// after it. O(d).
    #[inline]
    pub(super) fn difference(&self, first: usize, second: usize) -> i32 {
        let ((first_up, first_down), (second_up, second_down)) = (self.of(first), self.of(second));
        difference(first_up, second_up) + difference(first_down, second_down)
    }

    #[inline]
    fn of(&self, vertex: usize) -> (&[u32], &[u32]) {
        let [up, down, end] = self.bounds[vertex];
        (&self.places[up as usize..down as usize], &self.places[down as usize..end as usize])
    }
}

/// Pairs with the first end behind the second, less pairs with the first end in front; both lists are sorted.
#[inline]
fn difference(first: &[u32], second: &[u32]) -> i32 {
    let (mut before, mut same, mut sum) = (0, 0, 0);
    for end in first {
        while before < second.len() && second[before] < *end {
            before += 1;
        }
        same = same.max(before);
        while same < second.len() && second[same] == *end {
            same += 1;
        }
        sum += signed(before) - signed(second.len() - same);
    }
    sum
}
