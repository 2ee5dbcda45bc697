//! Sets of roles, a bit each: asked often, joined quickly, small even where there are a hundred thousand roles.

use super::id::RoleId;

const BITS: usize = u64::BITS as usize;

/// Some of a pack's roles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct RoleSet {
    /// Bits beyond the last role are never set.
    words: Vec<u64>,
}

impl RoleSet {
    /// None of so many roles.
    #[must_use]
    pub fn none_of(roles: usize) -> Self {
        Self { words: vec![0; roles.div_ceil(BITS)] }
    }

    /// All of so many roles.
    #[must_use]
    pub fn all_of(roles: usize) -> Self {
        let mut words = vec![u64::MAX; roles.div_ceil(BITS)];
        if let Some(last) = words.last_mut().filter(|_| !roles.is_multiple_of(BITS)) {
            *last = (1 << (roles % BITS)) - 1;
        }
        Self { words }
    }

    /// Those of so many roles that `wanted` names.
    #[must_use]
    pub fn those_of(roles: usize, wanted: impl Fn(RoleId) -> bool) -> Self {
        let mut set = Self::none_of(roles);
        for role in (0..roles).map(RoleId::from_index).filter(|&role| wanted(role)) {
            set.insert(role);
        }
        set
    }

    /// Puts a role in; whether it was not there before.
    pub fn insert(&mut self, role: RoleId) -> bool {
        let (word, bit) = (role.index() / BITS, 1 << (role.index() % BITS));
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        let is_new = self.words[word] & bit == 0;
        self.words[word] |= bit;
        is_new
    }

    /// Whether a role is in it.
    #[must_use]
    pub fn contains(&self, role: RoleId) -> bool {
        self.words.get(role.index() / BITS).is_some_and(|word| word & (1 << (role.index() % BITS)) != 0)
    }

    /// How many roles are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Takes out what is not in `other`.
    pub fn keep(&mut self, other: &Self) {
        for (at, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(at).copied().unwrap_or(0);
        }
    }

    /// The roles in it, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros() as usize;
                    left &= left - 1;
                    RoleId::from_index(at * BITS + bit)
                })
            })
        })
    }
}

impl FromIterator<RoleId> for RoleSet {
    fn from_iter<I: IntoIterator<Item = RoleId>>(roles: I) -> Self {
        let mut set = Self::default();
        for role in roles {
            set.insert(role);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::RoleSet;
    use crate::domain::id::RoleId;

    fn ids(set: &BTreeSet<usize>) -> Vec<RoleId> {
        set.iter().map(|&at| RoleId::from_index(at)).collect()
    }

    proptest! {
        #[test]
        fn it_is_what_a_set_is(
            a in proptest::collection::btree_set(0usize..200, 0..60),
            b in proptest::collection::btree_set(0usize..200, 0..60),
        ) {
            let (of_a, of_b): (RoleSet, RoleSet) = (ids(&a).into_iter().collect(), ids(&b).into_iter().collect());
            let mut both = of_a.clone();
            both.keep(&of_b);
            let common: BTreeSet<usize> = a.intersection(&b).copied().collect();
            prop_assert_eq!(both.iter().collect::<Vec<_>>(), ids(&common));
            prop_assert_eq!((both.len(), both.is_empty()), (common.len(), common.is_empty()));
            prop_assert!((0..250).all(|at| both.contains(RoleId::from_index(at)) == common.contains(&at)));
        }
    }

    #[test]
    fn all_is_no_more_than_all() {
        for roles in [0, 1, 63, 64, 65, 133, 200] {
            let all = RoleSet::all_of(roles);
            assert_eq!((all.len(), all.contains(RoleId::from_index(roles))), (roles, false));
            assert_eq!(RoleSet::those_of(roles, |_| true), all);
        }
    }
}
