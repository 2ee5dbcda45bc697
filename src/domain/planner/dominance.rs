//! Dominance: when one label makes another needless.
//!
//! Label L dominates M at the same role when, whatever way leads to M's demands being met, the same way also meets L's
//! and the whole is no worse in any mark. That needs:
//!
//! - marks no worse. Hours and cost count what has been *placed* in a stint, so that a demand which the way there meets
//!   in any case is charged once. Demands that only M has and nothing before can name are a saving for L; study that M
//!   could still move earlier, if something before names it, and L would have to add, is one for M;
//! - L's demands within M's, closed under certain prerequisites;
//! - L's visited roles shutting no way that M's leave open. Only roles on a common circle of moves can be met again;
//! - L holding the role that has to be held, if M does;
//! - L having fixed nothing in a later stint that something before may ask for, unless M has fixed it too;
//! - of every route to be avoided, L sharing no more roles than M.

use super::bits::Bits;
use super::label::Label;
use super::marks::Scale;
use super::search::Searcher;

/// Whether `one` makes `other` needless.
pub(super) fn dominates(searcher: &Searcher<'_>, scale: &Scale, one: &Label, other: &Label) -> bool {
    if one.passed < other.passed {
        return false;
    }
    if !one.circle.is_subset(&other.circle) || one.shared.iter().zip(&other.shared).any(|(a, b)| a > b) {
        return false;
    }
    // Cheap marks first; hours and cost once what is saved is known.
    if !scale.no_worse_but_study(&one.marks, &other.marks) {
        return false;
    }
    if !one.demands.is_subset(&other.closed) {
        return false;
    }
    let named = named(searcher, one);
    // What `one` has fixed in a later stint must not be asked for earlier; `other` might not have to mind.
    let mut fixed = one.later.without(&one.loose);
    fixed.keep(&named);
    if !fixed.is_subset(&other.later) || fixed.intersects(&other.loose) {
        return false;
    }
    let needs = &searcher.situation.needs;
    let (saved, movable) = (other.demands.without(&named), movable(one, other, &named));
    let hours = needs.hours_of(&saved) - needs.hours_of(&movable);
    let cost = needs.cost_of(&saved) - needs.cost_of(&movable);
    scale.no_worse_in_study(&one.marks, &other.marks, hours, cost)
}

/// What may be asked for before the label's role is entered, or by what it demands.
fn named(searcher: &Searcher<'_>, label: &Label) -> Bits {
    let Searcher { situation, bounds, .. } = searcher;
    let mut named = bounds.named_before[label.role.index()].clone();
    for need in label.demands.iter() {
        named.add(&bounds.possible_with[need]);
    }
    for way in situation.room(label.role).asks.iter().skip(label.settled).flatten() {
        for need in way.iter() {
            named.add(&bounds.possible_with[need]);
        }
    }
    named
}

/// What `other` has placed later but could still move to before the role, where something may ask for it, and what `one`
/// would then have to study besides.
fn movable(one: &Label, other: &Label, named: &Bits) -> Bits {
    let mut movable = other.loose.clone();
    movable.take_away(&one.later);
    movable.take_away(&one.closed);
    movable.keep(named);
    movable
}
