//! Undo and redo.

/// Earlier and undone states of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History<T> {
    past: Vec<T>,
    undone: Vec<T>,
}

/// Far more steps than anybody goes back, so that a long session stays small.
const DEEPEST: usize = 200;

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), undone: Vec::new() }
    }
}

impl<T> History<T> {
    /// Remembers what was before a change; what had been undone is gone.
    pub fn remember(&mut self, before: T) {
        self.undone.clear();
        self.past.push(before);
        if self.past.len() > DEEPEST {
            self.past.remove(0);
        }
    }

    /// Puts the state before `now` in its place; whether there was one.
    pub fn undo(&mut self, now: &mut T) -> bool {
        Self::step(&mut self.past, &mut self.undone, now)
    }

    /// Puts the undone state after `now` in its place; whether there was one.
    pub fn redo(&mut self, now: &mut T) -> bool {
        Self::step(&mut self.undone, &mut self.past, now)
    }

    /// Forgets the last change, as if it had never been made; what was before it.
    pub fn forget(&mut self) -> Option<T> {
        self.past.pop()
    }

    /// Notes that something else than this history went back from `now`: that is what can be done again.
    pub fn went_back(&mut self, now: T) {
        self.undone.push(now);
    }

    /// Notes that something else than this history went forth from `now`: that is what can be undone.
    pub fn went_forth(&mut self, now: T) {
        self.past.push(now);
    }

    /// Makes every earlier state another one, after `now` has become another without this history. What was undone is
    /// gone, and so are steps that no longer change anything.
    pub fn revise(&mut self, now: &T, revise: impl FnMut(&mut T))
    where
        T: PartialEq,
    {
        self.undone.clear();
        self.past.iter_mut().for_each(revise);
        self.past.dedup();
        if self.past.last() == Some(now) {
            self.past.pop();
        }
    }

    fn step(from: &mut Vec<T>, to: &mut Vec<T>, now: &mut T) -> bool {
        let Some(other) = from.pop() else { return false };
        to.push(std::mem::replace(now, other));
        true
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}
