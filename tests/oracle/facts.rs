//! A set of facts, by their places in the training table.

use std::fmt;

/// Room for 192 facts.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Facts([u64; 3]);

impl Facts {
    pub fn has(&self, fact: usize) -> bool {
        self.0[fact / 64] & (1 << (fact % 64)) != 0
    }

    pub fn add(&mut self, fact: usize) {
        self.0[fact / 64] |= 1 << (fact % 64);
    }

    #[must_use]
    pub fn with(mut self, fact: usize) -> Self {
        self.add(fact);
        self
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..192).filter(move |fact| self.has(*fact))
    }
}

impl FromIterator<usize> for Facts {
    fn from_iter<T: IntoIterator<Item = usize>>(facts: T) -> Self {
        facts.into_iter().fold(Self::default(), Self::with)
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
