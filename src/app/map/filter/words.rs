//! A filter in words.

use crate::app::change::capital;
use crate::app::map::legend::Part;
use crate::domain::Pack;
use crate::domain::words::count;

use super::sift::Sifted;
use super::traits::Traits;
use super::{AskedFor, Facet, Filter, Manner, Sector, Value};

/// How many values of one facet are named before the rest is only counted.
const NAMED: usize = 2;

/// A value in full, as it stands below the heading of its facet.
#[must_use]
pub fn title(pack: &Pack, traits: &Traits, value: Value) -> String {
    match value {
        Value::Near(within) => format!("within {}", count(within.moves() as u64, "move")),
        Value::Family(family) => pack.family(family).title.clone(),
        Value::Level(number) => {
            let level = pack.tables().levels.iter().find(|level| level.number == number);
            level.map_or_else(|| format!("level {}", number.0), |level| level.title.clone())
        }
        Value::Sector(Sector::Named(at)) => traits.sectors().get(at).map_or_else(String::new, |name| sector(name)),
        Value::Sector(Sector::Any) => "any sector".to_owned(),
        Value::Region(region) => pack.region(region).title.clone(),
        Value::Rules(AskedFor::More) => "the role itself asks for more".to_owned(),
        Value::Rules(AskedFor::MoreOfAll) => "more, but only what all are asked for".to_owned(),
        Value::Rules(AskedFor::Same) => "asks for what it does today".to_owned(),
        Value::Challenged => "posts in challenged organisations".to_owned(),
        Value::InReach => "in your reach".to_owned(),
    }
}

/// A value where it has to make clear by itself what is meant, in few letters.
fn brief(pack: &Pack, traits: &Traits, value: Value) -> String {
    match value {
        Value::Family(family) => pack.family(family).short.clone(),
        Value::Region(region) => format!("posts in {}", pack.region(region).title),
        Value::Rules(AskedFor::More) => "asks for more".to_owned(),
        Value::Rules(AskedFor::MoreOfAll) => "asks for more of all".to_owned(),
        Value::Rules(AskedFor::Same) => "asks for the same".to_owned(),
        Value::Challenged => "challenged posts".to_owned(),
        Value::Near(_) | Value::Level(_) | Value::Sector(_) | Value::InReach => title(pack, traits, value),
    }
}

/// A sector's id as people read it: `Mental health`, `ICB`.
fn sector(id: &str) -> String {
    if id.len() <= 3 { id.to_uppercase() } else { capital(&id.replace('-', " ")) }
}

/// What one chooses by in a facet.
#[must_use]
pub const fn heading(facet: Facet) -> &'static str {
    match facet {
        Facet::Near => "How near",
        Facet::Family => "Family",
        Facet::Level => "Level",
        Facet::Sector => "Sector",
        Facet::Region => "Region with a known post",
        Facet::Rules => "What other rules change",
        Facet::Posts => "Known posts",
        Facet::Reach => "Reach",
    }
}

/// All that is chosen: `within 2 moves · Nursing, Ops · Board`.
#[must_use]
pub fn chosen(pack: &Pack, traits: &Traits, filter: &Filter) -> String {
    let of_facet = |facet| {
        let values = filter.of(facet);
        let mut names: Vec<String> = values.iter().take(NAMED).map(|&value| brief(pack, traits, value)).collect();
        if values.len() > NAMED {
            names.push(format!("+{}", values.len() - NAMED));
        }
        names.join(", ")
    };
    filter.facets().map(of_facet).collect::<Vec<_>>().join(" · ")
}

/// How many roles are left, and how many others are shown in any case: `23 of 133 roles`, `23 of 133 + 2 yours`.
#[must_use]
pub fn left(sifted: &Sifted) -> String {
    match sifted.shown_anyway() {
        0 => format!("{} of {}", sifted.passing(), count(sifted.roles() as u64, "role")),
        others => format!("{} of {} + {others} yours", sifted.passing(), sifted.roles()),
    }
}

/// Why the others are not: `dimmed: 88 farther than 2 moves, 12 of other families; 1 way not drawn`, in brief
/// `100 dimmed`; nothing when there are none.
#[must_use]
pub fn reasons(sifted: &Sifted, manner: Manner) -> Option<Part> {
    let reason = |&(facet, roles): &(Facet, usize)| {
        let words = match facet {
            Facet::Near => {
                let most = sifted.filter().within().map_or(0, super::Within::moves);
                format!("farther than {}", count(most as u64, "move"))
            }
            Facet::Family => "of other families".to_owned(),
            Facet::Level => "at other levels".to_owned(),
            Facet::Sector => "of other sectors".to_owned(),
            Facet::Region => "without a known post there".to_owned(),
            Facet::Rules => "by what the rules ask".to_owned(),
            Facet::Posts => "without a challenged post".to_owned(),
            Facet::Reach => "out of your reach".to_owned(),
        };
        format!("{roles} {words}")
    };
    let told: Vec<String> = sifted.lost().iter().filter(|(_, roles)| *roles > 0).map(reason).collect();
    let done = match manner {
        Manner::Dim => "dimmed",
        Manner::Hide => "hidden",
    };
    let ways = match sifted.ways_lost() {
        0 => String::new(),
        lost => format!("; {} from or to the selected role not drawn", count(lost as u64, "way")),
    };
    let roles = sifted.roles() - sifted.shown().len();
    (!told.is_empty())
        .then(|| Part { full: format!("{done}: {}{ways}", told.join(", ")), brief: format!("{roles} {done}") })
}
