//! Requirements as the search sees them: monotone formulas over *needs*, and their minimal ways of being met.

use super::bits::Bits;

/// A monotone formula over needs. `All` of nothing is true, `Any` of nothing is false; both are kept flat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Formula {
    Need(usize),
    All(Vec<Formula>),
    Any(Vec<Formula>),
}

impl Formula {
    pub(super) const TRUE: Self = Self::All(Vec::new());
    pub(super) const FALSE: Self = Self::Any(Vec::new());

    pub(super) fn is_false(&self) -> bool {
        matches!(self, Self::Any(parts) if parts.is_empty())
    }

    fn is_true(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }

    /// All of `parts`, simplified.
    pub(super) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::All(inner) => flat.extend(inner),
                part if part.is_false() => return Self::FALSE,
                part => flat.push(part),
            }
        }
        Self::single(flat).unwrap_or_else(Self::All)
    }

    /// Any of `parts`, simplified.
    pub(super) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::Any(inner) => flat.extend(inner),
                part if part.is_true() => return Self::TRUE,
                part => flat.push(part),
            }
        }
        Self::single(flat).unwrap_or_else(Self::Any)
    }

    fn single(mut parts: Vec<Self>) -> Result<Self, Vec<Self>> {
        if parts.len() == 1 { Ok(parts.remove(0)) } else { Err(parts) }
    }

    /// The formula when the needs in `gone` can never be met.
    pub(super) fn without(&self, gone: &Bits) -> Self {
        match self {
            Self::Need(need) if gone.contains(*need) => Self::FALSE,
            Self::Need(need) => Self::Need(*need),
            Self::All(parts) => Self::all(parts.iter().map(|part| part.without(gone))),
            Self::Any(parts) => Self::any(parts.iter().map(|part| part.without(gone))),
        }
    }

    /// Whether every place that names `need` is a choice that also offers `other`, so that whatever is met with
    /// `need` is met with `other` in its stead.
    pub(super) fn offers_instead(&self, need: usize, other: usize) -> bool {
        match self {
            Self::Need(n) => *n != need,
            Self::All(parts) => parts.iter().all(|part| part.offers_instead(need, other)),
            Self::Any(parts) => {
                parts.contains(&Self::Need(other)) || parts.iter().all(|part| part.offers_instead(need, other))
            }
        }
    }

    /// The antichain of minimal sets of needs that meet it. Empty when it is false; one empty set when it is true.
    pub(super) fn ways(&self) -> Vec<Bits> {
        match self {
            Self::Need(need) => vec![Bits::one(*need)],
            Self::All(parts) => parts.iter().fold(vec![Bits::default()], |ways, part| product(&ways, &part.ways())),
            Self::Any(parts) => minimal(parts.iter().flat_map(Self::ways).collect()),
        }
    }
}

/// Every union of one set from each side, minimal ones only.
pub(super) fn product(left: &[Bits], right: &[Bits]) -> Vec<Bits> {
    minimal(left.iter().flat_map(|a| right.iter().map(|b| a.union(b))).collect())
}

/// The sets of which no other is a part, smallest first.
pub(super) fn minimal(mut sets: Vec<Bits>) -> Vec<Bits> {
    sets.sort_unstable_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    sets.dedup();
    let mut kept: Vec<Bits> = Vec::with_capacity(sets.len());
    for set in sets {
        if !kept.iter().any(|other| other.is_subset(&set)) {
            kept.push(set);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::Formula;
    use super::Formula::Need;

    fn ways(formula: &Formula) -> Vec<Vec<usize>> {
        formula.ways().iter().map(|way| way.iter().collect()).collect()
    }

    #[test]
    fn ways_are_minimal() {
        let either = Formula::any([Need(1), Formula::all([Need(2), Need(3)])]);
        assert_eq!(ways(&Formula::all([either.clone(), Need(1)])), [vec![1]]);
        assert_eq!(ways(&Formula::all([either, Need(2)])), [vec![1, 2], vec![2, 3]]);
        assert_eq!(ways(&Formula::FALSE), Vec::<Vec<usize>>::new());
        assert_eq!(ways(&Formula::TRUE), [Vec::<usize>::new()]);
    }

    #[test]
    fn true_and_false_are_folded_away() {
        assert_eq!(Formula::all([Need(1), Formula::TRUE]), Need(1));
        assert_eq!(Formula::all([Need(1), Formula::FALSE]), Formula::FALSE);
        assert_eq!(Formula::any([Need(1), Formula::FALSE]), Need(1));
        assert_eq!(Formula::any([Need(1), Formula::TRUE]), Formula::TRUE);
    }

    #[test]
    fn a_substitute_has_to_stand_beside_in_every_choice() {
        let beside = Formula::all([Formula::any([Need(1), Need(2)]), Formula::any([Need(3), Need(2), Need(1)])]);
        assert!(beside.offers_instead(1, 2));
        assert!(!beside.offers_instead(3, 4));
        assert!(!Formula::all([beside, Need(1)]).offers_instead(1, 2));
        let deep = Formula::any([Formula::all([Need(1), Need(3)]), Need(2)]);
        assert!(!deep.offers_instead(1, 3), "1 and 3 is not met by 3 in the stead of 1 beside itself");
    }
}
