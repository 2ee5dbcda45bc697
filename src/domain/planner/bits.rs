//! Small sets of indexes, compared often and copied much.

use smallvec::{SmallVec, smallvec};

/// A set of indexes. Two sets are equal when they hold the same indexes, however they came about.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Bits(SmallVec<[u64; 3]>);

impl Bits {
    pub(super) fn one(index: usize) -> Self {
        let mut set = Self::default();
        set.insert(index);
        set
    }

    pub(super) fn insert(&mut self, index: usize) {
        let word = index / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (index % 64);
    }

    pub(super) fn contains(&self, index: usize) -> bool {
        self.0.get(index / 64).is_some_and(|word| word & (1 << (index % 64)) != 0)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub(super) fn is_subset(&self, other: &Self) -> bool {
        self.0.len() <= other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| a & !b == 0)
    }

    pub(super) fn intersects(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    pub(super) fn add(&mut self, other: &Self) {
        if other.0.len() > self.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a |= b;
        }
    }

    pub(super) fn keep(&mut self, other: &Self) {
        self.0.truncate(other.0.len());
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a &= b;
        }
        self.trim();
    }

    pub(super) fn take_away(&mut self, other: &Self) {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a &= !b;
        }
        self.trim();
    }

    pub(super) fn union(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.add(other);
        both
    }

    pub(super) fn without(&self, other: &Self) -> Self {
        let mut rest = self.clone();
        rest.take_away(other);
        rest
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros() as usize;
                    left &= left - 1;
                    at * 64 + bit
                })
            })
        })
    }

    /// Sets are kept without empty words at the end, so that equal sets are equal values.
    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

impl FromIterator<usize> for Bits {
    fn from_iter<I: IntoIterator<Item = usize>>(indexes: I) -> Self {
        let mut set = Self(smallvec![]);
        indexes.into_iter().for_each(|index| set.insert(index));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_set_has_one_value_however_it_came_about() {
        let mut grown: Bits = [3, 200].into_iter().collect();
        grown.take_away(&Bits::one(200));
        assert_eq!(grown, Bits::one(3));
        assert_eq!(grown.without(&Bits::one(3)), Bits::default());
        assert!(grown.without(&grown).is_empty());
        let mut kept: Bits = [3, 70].into_iter().collect();
        kept.keep(&[3, 65].into_iter().collect());
        assert_eq!(kept, Bits::one(3));
    }

    #[test]
    fn sets_of_different_lengths_compare() {
        let (small, large): (Bits, Bits) = (Bits::one(1), [1, 130].into_iter().collect());
        assert!(small.is_subset(&large) && !large.is_subset(&small));
        assert!(small.intersects(&large) && !large.without(&small).intersects(&small));
        assert_eq!(large.iter().collect::<Vec<_>>(), [1, 130]);
        assert_eq!((large.len(), small.union(&large)), (2, large.clone()));
    }
}
