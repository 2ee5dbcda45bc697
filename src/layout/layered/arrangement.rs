//! Minimum linear arrangement: things in a line so that those with much in common stand close together.
//!
//! Coarsened by heavy edges and refined on the way back, after Koren & Harel (2002), *A multi-scale algorithm for the
//! linear arrangement problem*; on every scale things are sifted through their neighbourhood. Finding the best line is
//! NP-hard; this is near-linear.

use super::families::{From, families};
use super::index::narrow;
use super::weighted::Weighted;

/// Below this many things every one is tried in every place.
const FEW: usize = 40;
/// How far a thing is moved to either side when there are very many.
const REACH: usize = 8;
/// How many places may be tried for all things together in one pass.
const TRIES: usize = 40_000;

/// The things of the graph in a line. O((V + E) log V) for many, O(V²) for a few.
pub(super) fn arrange(graph: &Weighted) -> Vec<u32> {
    let count = graph.count();
    let given = || (0..narrow(count)).collect();
    if count <= FEW {
        return Line::new(graph, given()).sift(count, 8);
    }
    let reach = (TRIES / count).clamp(REACH, count);
    let passes = if reach > REACH { 8 } else { 2 };
    let (family, groups) = families(graph, From::First);
    if groups * 10 > count * 9 {
        return Line::new(graph, given()).sift(reach, passes);
    }
    let line = arrange(&graph.merged(&family, groups));
    let expanded = expand(graph, &family, &line);
    Line::new(graph, expanded).sift(reach, passes)
}

/// Families are taken apart again; the members with more weight to the left stand left.
pub(super) fn expand(graph: &Weighted, family: &[u32], line: &[u32]) -> Vec<u32> {
    let mut at = vec![0_u32; line.len()];
    for (place, &family) in (0..).zip(line) {
        at[family as usize] = place;
    }
    let here = |thing: u32| i64::from(at[family[thing as usize] as usize]);
    let leaning = |thing: u32| -> i64 {
        let (mut sum, mut all) = (0, 1);
        for &(other, weight) in graph.of(thing) {
            sum += i64::from(weight) * (here(other) - here(thing)).signum();
            all += i64::from(weight);
        }
        sum * 1_000 / all
    };
    let mut expanded: Vec<(u32, i64, u32)> =
        (0..narrow(graph.count())).map(|thing| (at[family[thing as usize] as usize], leaning(thing), thing)).collect();
    expanded.sort_unstable();
    expanded.into_iter().map(|(_, _, thing)| thing).collect()
}

/// A line that is being improved: what is minimised is the sum over all pairs of their weight times the distance of
/// their middles, a thing being as long as its size.
struct Line<'a> {
    graph: &'a Weighted,
    things: Vec<u32>,
    places: Vec<u32>,
    /// For each thing the weight of its edges to the right less that to the left.
    pull: Vec<i64>,
    /// The weights between the thing in hand and the others.
    weights: Vec<i64>,
}

impl<'a> Line<'a> {
    fn new(graph: &'a Weighted, things: Vec<u32>) -> Self {
        let mut places = vec![0; things.len()];
        for (place, &thing) in (0..).zip(&things) {
            places[thing as usize] = place;
        }
        let pull = (0..narrow(things.len()))
            .map(|thing| {
                graph.of(thing).iter().map(|&(other, weight)| toward(&places, thing, other) * i64::from(weight)).sum()
            })
            .collect();
        Self { graph, weights: vec![0; things.len()], things, places, pull }
    }

    /// Moves things by up to `reach` places until a pass changes nothing.
    fn sift(mut self, reach: usize, passes: usize) -> Vec<u32> {
        for _ in 0..passes {
            let mut moved = false;
            for thing in 0..narrow(self.things.len()) {
                moved |= self.settle(thing, reach);
            }
            if !moved {
                break;
            }
        }
        self.things
    }

    /// Puts one thing into the best place within reach.
    fn settle(&mut self, thing: u32, reach: usize) -> bool {
        for &(other, weight) in self.graph.of(thing) {
            self.weights[other as usize] = i64::from(weight);
        }
        let from = self.places[thing as usize] as usize;
        let right = self.best(thing, (from + 1..self.things.len()).take(reach), 1);
        let left = self.best(thing, (0..from).rev().take(reach), -1);
        let (change, to) = right.min(left);
        if change < 0 {
            self.put(thing, from, to);
        }
        for &(other, _) in self.graph.of(thing) {
            self.weights[other as usize] = 0;
        }
        change < 0
    }

    /// The change of cost and the place of the best stop on the way past `places`, to the right (1) or left (-1).
    fn best(&self, thing: u32, places: impl Iterator<Item = usize>, way: i64) -> (i64, usize) {
        let size = self.graph.size(thing);
        let mut pull = self.pull[thing as usize] * way;
        let (mut change, mut best) = (0, (0, 0));
        for place in places {
            let passed = self.things[place];
            let weight = self.weights[passed as usize];
            let other_pull = self.pull[passed as usize] * way;
            // The one in hand goes on by the size of the passed one, and that back by the size of the one in hand.
            change += self.graph.size(passed) * (weight - pull) + size * (other_pull + weight);
            pull -= 2 * weight;
            best = best.min((change, place));
        }
        best
    }

    fn put(&mut self, thing: u32, from: usize, to: usize) {
        let side = if to > from { 1 } else { -1 };
        let passed = if to > from { from + 1..=to } else { to..=from - 1 };
        for place in passed.clone() {
            let other = self.things[place] as usize;
            self.pull[other] += 2 * side * self.weights[other];
            self.pull[thing as usize] -= 2 * side * self.weights[other];
        }
        let touched = from.min(to)..=from.max(to);
        if to > from {
            self.things[touched.clone()].rotate_left(1);
        } else {
            self.things[touched.clone()].rotate_right(1);
        }
        for place in touched {
            self.places[self.things[place] as usize] = narrow(place);
        }
    }
}

fn toward(places: &[u32], thing: u32, other: u32) -> i64 {
    if places[other as usize] > places[thing as usize] { 1 } else { -1 }
}
