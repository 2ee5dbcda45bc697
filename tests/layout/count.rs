//! A plain counter of crossings that shares nothing with the one it checks: neighbouring layers, arcs sorted, inversions
//! counted while merging.

/// The crossings of a proper graph: `place` says for each node where it stands in its layer.
pub fn crossings<P: PartialOrd + Copy>(layer: &[u32], edges: &[(u32, u32)], place: impl Fn(u32) -> P) -> u64 {
    let layers = layer.iter().max().map_or(0, |&last| last as usize + 1);
    let mut gaps: Vec<Vec<(P, P)>> = (0..layers).map(|_| Vec::new()).collect();
    for &(from, to) in edges {
        assert_eq!(layer[from as usize] + 1, layer[to as usize], "the graph is proper");
        gaps[layer[from as usize] as usize].push((place(from), place(to)));
    }
    gaps.into_iter().map(inversions).sum()
}

fn inversions<P: PartialOrd + Copy>(mut arcs: Vec<(P, P)>) -> u64 {
    arcs.sort_by(|a, b| a.partial_cmp(b).expect("places can be compared"));
    let mut ends: Vec<P> = arcs.into_iter().map(|(_, end)| end).collect();
    let mut room = ends.clone();
    merge(&mut ends, &mut room)
}

fn merge<P: PartialOrd + Copy>(ends: &mut [P], room: &mut [P]) -> u64 {
    let count = ends.len();
    if count < 2 {
        return 0;
    }
    let middle = count / 2;
    let (left, right) = ends.split_at_mut(middle);
    let (left_room, right_room) = room.split_at_mut(middle);
    let mut found = merge(left, left_room) + merge(right, right_room);
    let (mut a, mut b) = (0, middle);
    for slot in room.iter_mut() {
        if b == count || (a < middle && ends[a] <= ends[b]) {
            *slot = ends[a];
            a += 1;
        } else {
            found += u64::try_from(middle - a).expect("a count");
            *slot = ends[b];
            b += 1;
        }
    }
    ends.copy_from_slice(room);
    found
}
