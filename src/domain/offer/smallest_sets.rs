//! The smallest sets that suffice, where more never spoils what suffices.

use std::collections::BTreeSet;

/// All sets of the smallest number of candidates, up to `most`, that suffice, in order; none when no set of up to so many does.
///
/// `suffices` must stay true when something is added. A set that does not suffice is grown as far as it can be without
/// sufficing; what is left over is a *remainder*, of which every sufficing set holds something. Only sets that hold
/// something of each remainder found so far are tried.
pub(super) fn smallest_sets<T: Copy + Ord>(
    candidates: &[T],
    most: usize,
    suffices: impl Fn(&BTreeSet<T>) -> bool,
) -> Vec<BTreeSet<T>> {
    if !suffices(&candidates.iter().copied().collect()) {
        return Vec::new();
    }
    let mut remainders: Vec<BTreeSet<T>> = Vec::new();
    for size in 0..=most {
        let mut found: BTreeSet<BTreeSet<T>> = BTreeSet::new();
        while let Some(set) = hitting(&remainders, size, &found) {
            if suffices(&set) {
                found.insert(set);
            } else {
                remainders.push(remainder(candidates, set, &suffices));
            }
        }
        if !found.is_empty() {
            return found.into_iter().collect();
        }
    }
    Vec::new()
}

/// A set of at most `size` that holds something of each remainder and is not among `found`.
fn hitting<T: Copy + Ord>(
    remainders: &[BTreeSet<T>],
    size: usize,
    found: &BTreeSet<BTreeSet<T>>,
) -> Option<BTreeSet<T>> {
    fn grow<T: Copy + Ord>(
        remainders: &[BTreeSet<T>],
        size: usize,
        found: &BTreeSet<BTreeSet<T>>,
        set: &mut BTreeSet<T>,
    ) -> bool {
        let Some(unmet) = remainders.iter().find(|remainder| remainder.is_disjoint(set)) else {
            return !found.contains(set);
        };
        set.len() < size
            && unmet.iter().any(|one| {
                set.insert(*one);
                let fits = grow(remainders, size, found, set);
                if !fits {
                    set.remove(one);
                }
                fits
            })
    }
    let mut set = BTreeSet::new();
    grow(remainders, size, found, &mut set).then_some(set)
}

/// What is left over when a set that does not suffice is made as large as it can be; halves are tried before single
/// candidates, as most of them make no difference.
fn remainder<T: Copy + Ord>(
    candidates: &[T],
    mut set: BTreeSet<T>,
    suffices: &impl Fn(&BTreeSet<T>) -> bool,
) -> BTreeSet<T> {
    let rest: Vec<T> = candidates.iter().copied().filter(|one| !set.contains(one)).collect();
    let mut open = vec![rest.as_slice()];
    let mut left = BTreeSet::new();
    while let Some(part) = open.pop() {
        let larger: BTreeSet<T> = set.iter().chain(part).copied().collect();
        if !suffices(&larger) {
            set = larger;
        } else if let [one] = part {
            left.insert(*one);
        } else {
            let (first, second) = part.split_at(part.len() / 2);
            open.extend([second, first]);
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::smallest_sets;

    fn sets(of: &[&[u8]]) -> Vec<BTreeSet<u8>> {
        of.iter().map(|set| set.iter().copied().collect()).collect()
    }

    #[test]
    fn all_sets_of_the_smallest_size_are_found() {
        let candidates: Vec<u8> = (0..12).collect();
        let suffices = |set: &BTreeSet<u8>| {
            let has = |of: &[u8]| of.iter().all(|one| set.contains(one));
            has(&[1, 5]) || has(&[5, 9]) || has(&[2, 3, 4])
        };
        assert_eq!(smallest_sets(&candidates, 3, suffices), sets(&[&[1, 5], &[5, 9]]));
        assert_eq!(smallest_sets(&candidates, 1, suffices), sets(&[]));
        assert_eq!(smallest_sets(&candidates, 3, |_| true), sets(&[&[]]));
        assert_eq!(smallest_sets(&candidates, 3, |_| false), sets(&[]));
    }

    #[test]
    fn no_set_is_missed_and_few_are_tried() {
        for seed in 0..300_u32 {
            let needs: Vec<u32> = (0..4).map(|at| (seed.wrapping_mul(2_654_435_761) >> (at * 7)) & 0x7f).collect();
            let mask = |set: &BTreeSet<u8>| set.iter().fold(0, |mask, one| mask | 1 << one);
            let suffices = |set: &BTreeSet<u8>| needs.iter().any(|need| mask(set) & need == *need);
            let candidates: Vec<u8> = (0..7).collect();
            let all = (0_u32..128).map(|mask| candidates.iter().copied().filter(|one| mask & 1 << one != 0).collect());
            let all: Vec<BTreeSet<u8>> = all.filter(suffices).collect();
            let size = all.iter().map(BTreeSet::len).min().expect("the whole suffices");
            let mut expected: Vec<BTreeSet<u8>> = all.into_iter().filter(|set| set.len() == size).collect();
            expected.sort();
            assert_eq!(smallest_sets(&candidates, 7, suffices), expected, "{needs:?}");
        }
    }
}
