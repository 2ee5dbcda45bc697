//! Made-up careers of any size: levels as a pyramid, families of very different size, most moves inside a family and one
//! level up.

/// A graph whose layers are known: ids are numbers from 0.
#[derive(Debug, Clone, Default)]
pub struct Layered {
    pub layer: Vec<u32>,
    pub lane: Vec<Option<u32>>,
    pub edges: Vec<(u32, u32)>,
}

/// Nodes in a thousand on each level.
const PYRAMID: [usize; 10] = [70, 137, 178, 164, 133, 115, 90, 63, 30, 20];

/// What sort of careers.
#[derive(Debug, Clone, Copy)]
pub struct Careers {
    pub nodes: usize,
    pub edges_a_node: usize,
    pub families: usize,
    pub seed: u64,
}

impl Careers {
    /// As many families as the nodes suggest.
    pub fn of(nodes: usize, edges_a_node: usize) -> Self {
        Self { nodes, edges_a_node, families: (nodes / 15).min(200), seed: 1 }
    }

    pub fn graph(self) -> Layered {
        let mut chance = Chance(self.seed);
        let weights: Vec<usize> = (0..self.families).map(|family| 1_000_000 / (2 * family + 15)).collect();
        let mut graph = Layered::default();
        let mut rooms: Vec<Vec<u32>> = vec![Vec::new(); PYRAMID.len() * self.families];
        let mut levels: Vec<Vec<u32>> = vec![Vec::new(); PYRAMID.len()];
        for node in 0..u32::try_from(self.nodes).expect("a small graph") {
            let level = chance.weighted(&PYRAMID);
            let family = chance.weighted(&weights);
            rooms[level * self.families + family].push(node);
            levels[level].push(node);
            graph.layer.push(u32::try_from(level).expect("ten levels"));
            graph.lane.push(Some(u32::try_from(family).expect("few families")));
        }
        let mut known = std::collections::HashSet::new();
        let mut tries = 0;
        while graph.edges.len() < self.nodes * self.edges_a_node && tries < self.nodes * self.edges_a_node * 20 {
            tries += 1;
            let from = chance.below(self.nodes);
            let level = graph.layer[from] as usize + 1 + chance.weighted(&[80, 15, 5]);
            if level >= PYRAMID.len() {
                continue;
            }
            let family = graph.lane[from].expect("all have families") as usize;
            let families = self.families;
            let among = match chance.weighted(&[65, 20, 15]) {
                0 => &rooms[level * families + family],
                1 => {
                    &rooms[level * families + (family + if chance.below(2) == 0 { 1 } else { families - 1 }) % families]
                }
                _ => &levels[level],
            };
            if among.is_empty() {
                continue;
            }
            let edge = (u32::try_from(from).expect("a small graph"), among[chance.below(among.len())]);
            if known.insert(edge) {
                graph.edges.push(edge);
            }
        }
        graph
    }
}

impl Layered {
    pub fn layers(&self) -> usize {
        self.layer.iter().map(|&layer| layer as usize + 1).max().unwrap_or(0)
    }

    pub fn without_lanes(mut self) -> Self {
        self.lane.fill(None);
        self
    }

    /// The same with every long edge cut into edges of one layer, by nodes at the end of the list, and only what hangs
    /// together with the most: what all tools can be given.
    pub fn proper(&self) -> Self {
        let mut graph = Self { edges: Vec::new(), ..self.clone() };
        for &(from, to) in &self.edges {
            let mut last = from;
            for layer in self.layer[from as usize] + 1..self.layer[to as usize] {
                let bend = u32::try_from(graph.layer.len()).expect("a small graph");
                graph.layer.push(layer);
                graph.lane.push(self.lane[to as usize]);
                graph.edges.push((last, bend));
                last = bend;
            }
            graph.edges.push((last, to));
        }
        graph.largest()
    }

    fn largest(&self) -> Self {
        let mut parent: Vec<usize> = (0..self.layer.len()).collect();
        for &(from, to) in &self.edges {
            let (a, b) = (root(&mut parent, from as usize), root(&mut parent, to as usize));
            parent[a] = b;
        }
        let roots: Vec<usize> = (0..parent.len()).map(|at| root(&mut parent, at)).collect();
        let mut size = vec![0; parent.len()];
        for &root in &roots {
            size[root] += 1;
        }
        let best = (0..size.len()).rev().max_by_key(|&at| size[at]).unwrap_or(0);
        let mut number = vec![u32::MAX; roots.len()];
        let mut graph = Self::default();
        for at in (0..roots.len()).filter(|&at| roots[at] == best) {
            number[at] = u32::try_from(graph.layer.len()).expect("a small graph");
            graph.layer.push(self.layer[at]);
            graph.lane.push(self.lane[at]);
        }
        let edges = self.edges.iter().map(|&(from, to)| (number[from as usize], number[to as usize]));
        graph.edges = edges.filter(|&(from, _)| from != u32::MAX).collect();
        graph
    }
}

/// Who stands for everything that hangs together with `at`.
fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// Splitmix64.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).expect("64 bits")).expect("below a usize")
    }

    pub fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut thrown = self.below(weights.iter().sum());
        weights
            .iter()
            .position(|&weight| {
                let here = thrown < weight;
                thrown = thrown.saturating_sub(weight);
                here
            })
            .expect("below the sum")
    }
}
