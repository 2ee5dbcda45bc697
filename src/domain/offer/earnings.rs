//! What a route earns over a span of weeks, exactly.
//!
//! Every role is taken at the lowest point of its yearly pay. Sums are kept as pounds × weeks, which are whole numbers;
//! only what is shown is divided by 52, once, rounded half up. Where the pay of a role is not known the sum is not known
//! either: it is never guessed. Two sums can still be compared when both spend equally long in such a role.

use std::collections::BTreeMap;

use crate::domain::id::RoleId;
use crate::domain::pack::Pack;
use crate::domain::pay;
use crate::domain::planner::Route;
use crate::domain::quantity::Weeks;

/// Pounds a year, times weeks. Positive or negative.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PoundWeeks(pub i64);

impl PoundWeeks {
    /// So many pounds a year for so many weeks.
    #[must_use]
    pub const fn of(yearly: u32, weeks: Weeks) -> Self {
        Self((yearly as i64).saturating_mul(weeks.0 as i64))
    }

    /// Whole pounds: divided by the weeks of a year, rounded half up.
    #[must_use]
    pub const fn pounds(self) -> i64 {
        let year = Weeks::PER_YEAR as i64;
        (self.0.saturating_mul(2).saturating_add(year)).div_euclid(2 * year)
    }
}

/// For how long each role is held within a span of weeks from now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimeInRoles(BTreeMap<RoleId, i64>);

impl TimeInRoles {
    /// Of a route, from now until `span`: after arrival the target is held.
    #[must_use]
    pub fn of(route: &Route, span: Weeks) -> Self {
        let mut time = BTreeMap::new();
        for step in &route.steps {
            let until = step.leave.map_or(span, |(week, _)| week.min(span));
            let weeks = i64::from(until.0.saturating_sub(step.enter.0));
            *time.entry(step.role).or_insert(0) += weeks;
        }
        Self(time)
    }

    /// How long `role` is held.
    #[must_use]
    pub fn in_role(&self, role: RoleId) -> Weeks {
        Weeks::clamped(self.0.get(&role).copied().unwrap_or(0))
    }

    /// This time less another: below nought where the other holds a role for longer.
    #[must_use]
    pub fn less(&self, other: &Self) -> Self {
        let mut rest = self.0.clone();
        for (role, weeks) in &other.0 {
            *rest.entry(*role).or_insert(0) -= weeks;
        }
        Self(rest)
    }

    /// What this time earns.
    ///
    /// # Errors
    /// The roles that are held for some time and whose pay is not known.
    pub fn earns(&self, pays: &Pays) -> Result<PoundWeeks, Vec<RoleId>> {
        let held = || self.0.iter().filter(|(_, weeks)| **weeks != 0);
        let unknown: Vec<RoleId> = held().map(|(role, _)| *role).filter(|role| pays.yearly(*role).is_none()).collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let each = held().map(|(role, weeks)| i64::from(pays.yearly(*role).unwrap_or(0)).saturating_mul(*weeks));
        Ok(PoundWeeks(each.fold(0, i64::saturating_add)))
    }
}

/// What roles pay a year, at their lowest point; of one role perhaps as an advert says.
#[derive(Debug, Clone, Copy)]
pub struct Pays<'p> {
    pack: &'p Pack,
    advertised: Option<(RoleId, u32)>,
}

impl<'p> Pays<'p> {
    /// As the pack's pay table has it. Where the table has nothing for the `role` of an advert, the least that the advert
    /// offers is taken.
    #[must_use]
    pub const fn new(pack: &'p Pack, advertised: Option<(RoleId, u32)>) -> Self {
        Self { pack, advertised }
    }

    /// Whole pounds a year, where known.
    #[must_use]
    pub fn yearly(&self, role: RoleId) -> Option<u32> {
        let by_table = pay::yearly(self.pack, role).map(|pay| pay.min);
        by_table.or_else(|| self.advertised.filter(|(other, _)| *other == role).map(|(_, pounds)| pounds))
    }

    /// Whether the pay of `role` is an advert's.
    #[must_use]
    pub fn is_advertised(&self, role: RoleId) -> bool {
        pay::yearly(self.pack, role).is_none() && self.yearly(role).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::PoundWeeks;
    use crate::domain::quantity::Weeks;

    #[test]
    fn pounds_are_rounded_once_and_half_up() {
        assert_eq!(PoundWeeks::of(52_000, Weeks(3)).pounds(), 3_000);
        assert_eq!(PoundWeeks(25).pounds(), 0);
        assert_eq!(PoundWeeks(26).pounds(), 1);
        assert_eq!(PoundWeeks(-26).pounds(), 0);
        assert_eq!(PoundWeeks(-27).pounds(), -1);
    }
}
