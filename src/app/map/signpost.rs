//! Where the arrow keys lead, in words.

use super::walk::{Choices, Siblings, Way, Why};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::layout::Heading;
use crate::layout::wrap::short;

/// One piece of the line that says where one can go: words, perhaps after the arrow that goes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finger {
    /// The key that leads there.
    pub heading: Option<Heading>,
    /// The words.
    pub words: String,
}

/// The pieces, the most important first.
#[must_use]
pub fn fingers(pack: &Pack, choices: &Choices) -> Vec<Finger> {
    let name = |role: RoleId| short(&pack.role(role).title);
    let finger = |heading, words| Finger { heading: Some(heading), words };
    let mut fingers = Vec::new();
    let level = |heading| choices.to(heading).map(|role| finger(heading, name(role).to_owned()));
    if let Some(among) = choices.among {
        let whose = match among.of {
            Siblings::OutOf(role) => format!("ways on from {}", name(role)),
            Siblings::Into(role) => format!("ways into {}", name(role)),
        };
        fingers.push(Finger { heading: None, words: format!("{} of {} {whose}", among.place, among.count) });
        fingers.extend([Heading::Up, Heading::Down].into_iter().filter_map(level));
    }
    let way = |heading, way: Way| finger(heading, format!("{}{}", name(way.to), why(way)));
    fingers.extend(choices.right.map(|to| way(Heading::Right, to)));
    fingers.extend(choices.left.map(|to| way(Heading::Left, to)));
    if choices.among.is_none() {
        fingers.extend([Heading::Up, Heading::Down].into_iter().filter_map(level));
    }
    fingers
}

/// The only way there is needs no reason.
fn why(way: Way) -> String {
    match (way.why, way.of) {
        (_, 1) => String::new(),
        (Why::WhereFrom, _) => " (where you came from)".to_owned(),
        (Why::Likeliest, count) => format!(" (likeliest of {count})"),
    }
}

/// Why a key leads nowhere from a role.
#[must_use]
pub fn dead_end(pack: &Pack, choices: &Choices, at: RoleId, heading: Heading) -> String {
    let name = short(&pack.role(at).title);
    let end = match heading {
        Heading::Right => return format!("No way on from {name}: no move out of it is known"),
        Heading::Left => return format!("No way into {name} is known: people come here from outside the map"),
        Heading::Up => "topmost",
        Heading::Down => "lowest",
    };
    match choices.among.map(|among| among.of) {
        Some(Siblings::OutOf(from)) => {
            format!("This is the {end} of the ways on from {}", short(&pack.role(from).title))
        }
        Some(Siblings::Into(to)) => format!("This is the {end} of the ways into {}", short(&pack.role(to).title)),
        None => format!("This is the {end} role of its level"),
    }
}
