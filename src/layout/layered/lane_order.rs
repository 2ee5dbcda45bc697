//! The order of the lanes: lanes with many edges between them stand close to each other.

use petgraph::graph::Graph;

use super::arrangement::arrange;
use super::skeleton::Place;
use super::weighted::Weighted;

/// The lanes of a graph, from top to bottom.
#[derive(Debug, Clone)]
pub(super) struct Lanes {
    order: Vec<Option<u32>>,
    /// The lanes by their number, each with its rank.
    ranks: Vec<(Option<u32>, u32)>,
}

impl Lanes {
    /// The lanes that nodes name, arranged by the edges between them. Without any there is one nameless lane.
    pub(super) fn of<N, E>(graph: &Graph<N, E>, places: &[Place]) -> Self {
        let numbered = Self::numbered(places);
        if numbered.count() < 2 { numbered } else { numbered.arranged(graph, places) }
    }

    /// The lanes that nodes name, in the order of their numbers. Without any there is one nameless lane.
    pub(super) fn numbered(places: &[Place]) -> Self {
        let mut named: Vec<Option<u32>> = places.iter().map(|place| place.lane).collect();
        named.sort_unstable();
        named.dedup();
        let order = if named.is_empty() { vec![None] } else { named };
        Self { ranks: order.iter().copied().zip(0..).collect(), order }
    }

    fn arranged<N, E>(self, graph: &Graph<N, E>, places: &[Place]) -> Self {
        let lane_of: Vec<u32> = places.iter().map(|place| self.rank(place.lane)).collect();
        let mut sizes = vec![0_u32; self.order.len()];
        for &lane in &lane_of {
            sizes[lane as usize] += 1;
        }
        // Bends take room in the lane to which their edge leads.
        for edge in graph.raw_edges() {
            let (a, b) = (edge.source().index(), edge.target().index());
            let later = if places[a].layer > places[b].layer { a } else { b };
            let bends = places[a].layer.abs_diff(places[b].layer).saturating_sub(1);
            sizes[lane_of[later] as usize] += bends;
        }
        let edges = || graph.raw_edges().iter().map(|edge| (edge.source().index(), edge.target().index()));
        let mut order = arrange(&Weighted::new(sizes, || edges().map(|(a, b)| (lane_of[a], lane_of[b]))));
        // Of the two ways to read a line, the one in which more lanes follow each other as they are numbered.
        let rising = order.windows(2).filter(|pair| pair[0] < pair[1]).count();
        if rising * 2 < order.len() - 1 {
            order.reverse();
        }
        let order: Vec<Option<u32>> = order.iter().map(|&lane| self.order[lane as usize]).collect();
        let mut ranks: Vec<(Option<u32>, u32)> = order.iter().copied().zip(0..).collect();
        ranks.sort_unstable();
        Self { order, ranks }
    }

    pub(super) fn count(&self) -> usize {
        self.order.len()
    }

    pub(super) fn order(&self) -> &[Option<u32>] {
        &self.order
    }

    /// The rank of a lane that some node names.
    pub(super) fn rank(&self, lane: Option<u32>) -> u32 {
        let at = self.ranks.binary_search_by_key(&lane, |&(lane, _)| lane).expect("every node's lane is known");
        self.ranks[at].1
    }
}
