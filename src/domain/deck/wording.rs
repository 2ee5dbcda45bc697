//! Words in which the app fills in figures, so that nobody has to type what can be reckoned: `It takes {time}.`
//!
//! A figure stands in braces and is filled in with its unit (`5 moves`). `{{` and `}}` stand for the braces themselves.

use std::fmt;

use crate::domain::nearest::nearest;
use crate::domain::ruleset::Ruleset;

/// A text with figures in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording(Vec<Part>);

/// A part of a wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// As it is.
    Text(String),
    /// A figure to be filled in.
    Figure(Figure),
}

/// Something that the app can fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// Of a route.
    Route(OfRoute, Under),
    /// What the other rules change on the fastest route, in words.
    Change,
    /// What the person is called.
    Me,
    /// The title of the role wanted.
    Target,
    /// Of the selected role.
    Role(OfRole),
    /// How many roles can be reached, at all or within so many years.
    Reach(Option<u8>),
    /// How many roles at the highest level can be reached, at all or within so many years.
    BoardReach(Option<u8>),
    /// Of the selected post.
    Post(OfPost),
    /// Of the selected training item.
    Training(OfTraining),
    /// How many roles the map shows.
    RolesShown,
    /// How many posts are listed.
    PostsListed,
    /// Of the whole pack.
    Pack(OfPack),
}

/// Which route a figure is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Under {
    /// The one that is chosen.
    Chosen,
    /// The fastest one, under these rules.
    Rules(Ruleset),
}

/// A figure of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfRoute {
    /// How long it takes, in years and months.
    Time,
    /// The same in weeks.
    Weeks,
    /// How many moves it has.
    Moves,
    /// How many hours of study it takes.
    StudyHours,
    /// What the study costs, and of how many programmes the cost is not known.
    Cost,
    /// How many programmes are studied.
    Programmes,
    /// The roles between its ends.
    Via,
    /// How many ways there are, really different ones included.
    Ways,
}

/// A figure of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfRole {
    /// Its title.
    Title,
    /// How many roles usually lead to it.
    WaysIn,
    /// To how many roles it usually leads.
    WaysOn,
    /// How soon the person can be in it.
    Soonest,
    /// How many things it asks for under the rules that are on.
    Asks,
    /// How many of them the person does not meet.
    Missing,
    /// How many posts of it are known.
    Posts,
}

/// A figure of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfPost {
    /// Its title.
    Title,
    /// Who employs.
    Employer,
    /// The segment of its organisation, with the quarter.
    Segment,
    /// What it pays, as the advert says.
    Pay,
    /// When it closes or closed.
    Closes,
}

/// A figure of a training item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfTraining {
    /// Its title.
    Title,
    /// How many roles ask for it under the rules that are on.
    AskedBy,
    /// Whether it can be had.
    Status,
}

/// A figure of the whole pack; moves are those that people can expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfPack {
    /// How many roles there are.
    Roles,
    /// How many moves there are.
    Moves,
    /// How many of the moves lead into another family.
    MovesAcross,
    /// How many roles that are no starting point have a single way in.
    OneWayIn,
    /// How many roles below the highest level lead nowhere.
    NoWayOn,
    /// How many posts are known in challenged organisations.
    ChallengedPosts,
    /// How many programmes are asked for or built and do not run.
    NotYetRunning,
}

/// What is wrong with a text in braces.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    /// A brace that is not closed, or was not opened.
    #[error("a brace stands alone; write {{{{ or }}}} for the sign itself")]
    LoneBrace,
    /// No figure has this name.
    #[error("there is no figure {{{name}}}{hint}")]
    Unknown {
        /// The name.
        name: String,
        /// `; is {time} meant?`, or nothing.
        hint: String,
    },
}

/// The names of figures; those of routes may have `today.`, `advised.` or `review.` before them, and those of reach a
/// number of years behind them.
const NAMES: [(&str, Figure); 37] = [
    ("time", Figure::Route(OfRoute::Time, Under::Chosen)),
    ("weeks", Figure::Route(OfRoute::Weeks, Under::Chosen)),
    ("moves", Figure::Route(OfRoute::Moves, Under::Chosen)),
    ("study_hours", Figure::Route(OfRoute::StudyHours, Under::Chosen)),
    ("cost", Figure::Route(OfRoute::Cost, Under::Chosen)),
    ("programmes", Figure::Route(OfRoute::Programmes, Under::Chosen)),
    ("via", Figure::Route(OfRoute::Via, Under::Chosen)),
    ("ways", Figure::Route(OfRoute::Ways, Under::Chosen)),
    ("change", Figure::Change),
    ("me", Figure::Me),
    ("target", Figure::Target),
    ("role", Figure::Role(OfRole::Title)),
    ("ways_in", Figure::Role(OfRole::WaysIn)),
    ("ways_on", Figure::Role(OfRole::WaysOn)),
    ("soonest", Figure::Role(OfRole::Soonest)),
    ("asks", Figure::Role(OfRole::Asks)),
    ("missing", Figure::Role(OfRole::Missing)),
    ("posts_of_role", Figure::Role(OfRole::Posts)),
    ("reach", Figure::Reach(None)),
    ("board_reach", Figure::BoardReach(None)),
    ("post", Figure::Post(OfPost::Title)),
    ("employer", Figure::Post(OfPost::Employer)),
    ("segment", Figure::Post(OfPost::Segment)),
    ("pay", Figure::Post(OfPost::Pay)),
    ("closes", Figure::Post(OfPost::Closes)),
    ("training", Figure::Training(OfTraining::Title)),
    ("asked_by", Figure::Training(OfTraining::AskedBy)),
    ("status", Figure::Training(OfTraining::Status)),
    ("roles_shown", Figure::RolesShown),
    ("posts_listed", Figure::PostsListed),
    ("all_roles", Figure::Pack(OfPack::Roles)),
    ("all_moves", Figure::Pack(OfPack::Moves)),
    ("moves_across", Figure::Pack(OfPack::MovesAcross)),
    ("one_way_in", Figure::Pack(OfPack::OneWayIn)),
    ("no_way_on", Figure::Pack(OfPack::NoWayOn)),
    ("challenged_posts", Figure::Pack(OfPack::ChallengedPosts)),
    ("not_yet_running", Figure::Pack(OfPack::NotYetRunning)),
];

/// The most years that a figure may look ahead.
const MOST_YEARS: u8 = 60;

impl Figure {
    /// The figure of a name, as it stands between the braces.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let plain = |name: &str| NAMES.iter().find(|(known, _)| *known == name).map(|(_, figure)| *figure);
        if let Some((rules, of_route)) = name.split_once('.') {
            let rules = Ruleset::from_slug(rules)?;
            return match plain(of_route)? {
                Self::Route(what, _) => Some(Self::Route(what, Under::Rules(rules))),
                _ => None,
            };
        }
        plain(name).or_else(|| Self::within_years(name))
    }

    /// `reach_10` and `board_reach_10`.
    fn within_years(name: &str) -> Option<Self> {
        let (reach, years) = name.rsplit_once('_')?;
        let years = years.parse().ok().filter(|years| (1..=MOST_YEARS).contains(years));
        match reach {
            "reach" => years.map(|years| Self::Reach(Some(years))),
            "board_reach" => years.map(|years| Self::BoardReach(Some(years))),
            _ => None,
        }
    }

    /// Its name, as it stands between the braces.
    #[must_use]
    pub fn name(self) -> String {
        let plain = |figure: Self| NAMES.iter().find(|(_, known)| *known == figure).map_or("", |(name, _)| *name);
        match self {
            Self::Route(what, Under::Rules(rules)) => {
                format!("{}.{}", rules.slug(), plain(Self::Route(what, Under::Chosen)))
            }
            Self::Reach(Some(years)) => format!("reach_{years}"),
            Self::BoardReach(Some(years)) => format!("board_reach_{years}"),
            other => plain(other).to_owned(),
        }
    }

    /// The names there are, in the order in which they are told; the forms with rules and years left out.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }
}

impl Wording {
    /// The wording of a text with figures in braces.
    ///
    /// # Errors
    /// When a brace stands alone or names no figure.
    pub fn parse(text: &str) -> Result<Self, WordingError> {
        let (mut parts, mut plain, mut rest) = (Vec::new(), String::new(), text);
        while let Some(at) = rest.find(['{', '}']) {
            plain.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                plain.push_str(brace);
                rest = after;
                continue;
            }
            let end = rest.find(['{', '}']).filter(|end| brace == "{" && rest[*end..].starts_with('}'));
            let name = end.map(|end| &rest[..end]).ok_or(WordingError::LoneBrace)?;
            let figure = Figure::from_name(name.trim()).ok_or_else(|| unknown(name.trim()))?;
            if !plain.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut plain)));
            }
            parts.push(Part::Figure(figure));
            rest = &rest[name.len() + 1..];
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Ok(Self(parts))
    }

    /// A wording without figures: braces mean themselves.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        if text.is_empty() { Self::default() } else { Self(vec![Part::Text(text.to_owned())]) }
    }

    /// Its parts in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The figures in it.
    pub fn figures(&self) -> impl Iterator<Item = Figure> + '_ {
        self.0.iter().filter_map(|part| match part {
            Part::Figure(figure) => Some(*figure),
            Part::Text(_) => None,
        })
    }

    /// The text with every figure filled in.
    #[must_use]
    pub fn fill(&self, figure: impl Fn(Figure) -> String) -> String {
        let parts = self.0.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Figure(wanted) => figure(*wanted),
        });
        parts.collect()
    }
}

/// As it is written in a deck's file: with braces.
impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in &self.0 {
            match part {
                Part::Text(text) => f.write_str(&text.replace('{', "{{").replace('}', "}}"))?,
                Part::Figure(figure) => write!(f, "{{{}}}", figure.name())?,
            }
        }
        Ok(())
    }
}

fn unknown(name: &str) -> WordingError {
    let (rules, bare) = name.split_once('.').map_or((None, name), |(rules, bare)| (Some(rules), bare));
    let near = nearest(bare, Figure::names(), 1);
    let hint = near.first().map_or_else(String::new, |near| match rules {
        Some(rules)
            if Ruleset::from_slug(rules).is_some() && Figure::from_name(&format!("{rules}.{near}")).is_some() =>
        {
            format!("; is {{{rules}.{near}}} meant?")
        }
        _ => format!("; is {{{near}}} meant?"),
    });
    let name = name.chars().take(40).collect();
    WordingError::Unknown { name, hint }
}

#[cfg(test)]
mod tests {
    use super::{Figure, NAMES, OfRoute, Part, Under, Wording, WordingError};
    use crate::domain::ruleset::Ruleset;

    #[test]
    fn figures_stand_in_braces() {
        let wording = Wording::parse("It takes {time}, {review.moves} and {{braces}}.").expect("a wording");
        let figures: Vec<Figure> = wording.figures().collect();
        let time = Figure::Route(OfRoute::Time, Under::Chosen);
        assert_eq!(figures, [time, Figure::Route(OfRoute::Moves, Under::Rules(Ruleset::Review))]);
        assert_eq!(wording.fill(|figure| figure.name().to_uppercase()), "It takes TIME, REVIEW.MOVES and {braces}.");
        assert_eq!(Wording::parse("").expect("nothing").parts(), []);
        assert_eq!(Wording::parse("plain").expect("a text").parts(), [Part::Text("plain".to_owned())]);
    }

    #[test]
    fn every_figure_is_written_as_it_is_read() {
        let with_more = ["review.via", "reach_10", "board_reach_5"].into_iter();
        for name in NAMES.iter().map(|(name, _)| *name).chain(with_more) {
            let text = format!("a {{{{ {{{name}}} b");
            let wording = Wording::parse(&text).expect(name);
            assert_eq!((wording.to_string(), wording.figures().count()), (text, 1));
        }
    }

    #[test]
    fn what_is_no_figure_gets_the_nearest() {
        let said = |text: &str| Wording::parse(text).expect_err(text).to_string();
        assert_eq!(said("{study_hour}"), "there is no figure {study_hour}; is {study_hours} meant?");
        assert_eq!(said("{review.tim}"), "there is no figure {review.tim}; is {review.time} meant?");
        assert_eq!(said("{today.role}"), "there is no figure {today.role}; is {role} meant?");
        for lone in ["{", "}", "a {time", "{ti{me}", "time}"] {
            assert_eq!(Wording::parse(lone), Err(WordingError::LoneBrace), "{lone}");
        }
        for absurd in ["{reach_0}", "{reach_61}", "{reach_x}", "{today.change}", "{}"] {
            assert!(Wording::parse(absurd).is_err(), "{absurd}");
        }
    }
}
