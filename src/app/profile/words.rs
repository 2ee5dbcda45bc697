//! What is different between two states of a profile, in words.

use std::collections::BTreeSet;

use crate::domain::Pack;
use crate::domain::profile::Profile;
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::words::and_list;

/// What is different `after`, in a sentence without its full stop: the first difference that is found.
#[must_use]
pub fn changed(pack: &Pack, before: &Profile, after: &Profile) -> String {
    of_person(pack, before, after)
        .or_else(|| of_record(pack, before, after))
        .or_else(|| of_wishes(pack, before, after))
        .unwrap_or_else(|| match () {
            () if before.dismissed != after.dismissed => of_warnings(before, after),
            () => "your profile is as it was".to_owned(),
        })
}

fn of_person(pack: &Pack, before: &Profile, after: &Profile) -> Option<String> {
    if (before.role, before.since) != (after.role, after.since) {
        return Some(format!("you are {}, {}", pack.role(after.role).title, after.since));
    }
    if before.title != after.title {
        return Some(format!("you are called {}", after.title));
    }
    if before.region != after.region {
        return Some(match after.region {
            Some(region) => format!("you work in: {}", pack.region(region).title),
            None => "no region is said".to_owned(),
        });
    }
    if before.hours_per_week != after.hours_per_week {
        return Some(match after.hours_per_week {
            Some(hours) => format!("{hours} hours of study a week"),
            None => "hours of study a week as the pack assumes".to_owned(),
        });
    }
    (before.target != after.target).then(|| match after.target {
        Some(target) => format!("your target is {}", pack.role(target).title),
        None => "you have no target".to_owned(),
    })
}

fn of_record(pack: &Pack, before: &Profile, after: &Profile) -> Option<String> {
    if before.before != after.before {
        let role = |record: &crate::domain::profile::Before| pack.role(record.role).title.clone();
        return Some(rows(&before.before, &after.before, "a role held before", role));
    }
    if before.held != after.held {
        let title = |held: &crate::domain::profile::Held| pack.training(held.training).title.clone();
        return Some(rows(&before.held, &after.held, "held", title));
    }
    if before.have != after.have {
        let (old, new): (Vec<_>, Vec<_>) = (before.have.iter().collect(), after.have.iter().collect());
        return Some(rows(&old, &new, "held", |id| pack.training(**id).title.clone()));
    }
    (before.waivers != after.waivers).then(|| {
        let title = |waiver: &crate::domain::profile::Waiver| {
            format!("{} ({}, {})", pack.training(waiver.fact).title, waiver.kind, waiver.by)
        };
        rows(&before.waivers, &after.waivers, "granted", title)
    })
}

/// What was added to a list, taken out of it or changed in it.
fn rows<T: PartialEq>(before: &[T], after: &[T], word: &str, title: impl Fn(&T) -> String) -> String {
    let new = after.iter().find(|row| !before.contains(row));
    let gone = before.iter().find(|row| !after.contains(row));
    match (new, gone) {
        (Some(new), None) => format!("{word}: {}", title(new)),
        (None, Some(gone)) => format!("no longer {word}: {}", title(gone)),
        (Some(new), Some(_)) => format!("changed, {word}: {}", title(new)),
        (None, None) => format!("{word}: the same as often as before, or not"),
    }
}

fn of_wishes(pack: &Pack, before: &Profile, after: &Profile) -> Option<String> {
    let (old, new) = (&before.wishes, &after.wishes);
    let none = |words: Vec<String>| if words.is_empty() { "none".to_owned() } else { and_list(&words) };
    if old.targets != new.targets {
        let roles = new.targets.iter().map(|role| pack.role(*role).title.clone()).collect();
        return Some(format!("other roles you would like: {}", none(roles)));
    }
    if old.sectors != new.sectors {
        return Some(format!("sectors you would like: {}", none(spoken(&new.sectors))));
    }
    if old.regions != new.regions {
        let regions = new.regions.iter().map(|region| pack.region(*region).title.clone()).collect();
        return Some(format!("regions you would like: {}", none(regions)));
    }
    if old.pay_at_least != new.pay_at_least {
        let least =
            new.pay_at_least.map_or_else(|| "no matter".to_owned(), |pay| Pounds(Decimal::whole(pay)).to_string());
        return Some(format!("least pay on the way: {least}"));
    }
    (old.most_moves != new.most_moves).then(|| {
        let most = new.most_moves.map_or_else(|| "no matter".to_owned(), |most| most.to_string());
        format!("most moves: {most}")
    })
}

fn spoken(sectors: &BTreeSet<String>) -> Vec<String> {
    sectors.iter().map(|sector| crate::domain::profile::wishes::spoken(sector)).collect()
}

fn of_warnings(before: &Profile, after: &Profile) -> String {
    if after.dismissed.len() > before.dismissed.len() {
        "a warning is put away".to_owned()
    } else {
        "a warning is back".to_owned()
    }
}
