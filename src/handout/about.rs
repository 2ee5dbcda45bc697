//! What every handout says of itself: which data it was made from, under which rules, when, for how much time.

use jiff::civil::Date;

use super::document::Fact;
use crate::domain::Pack;
use crate::domain::dates;
use crate::domain::quantity::Decimal;
use crate::domain::ruleset::Ruleset;
use crate::domain::words;

/// What a handout was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The pack's id.
    pub pack: String,
    /// The pack's title.
    pub title: String,
    /// The pack's edition.
    pub edition: String,
    /// The day the pack was put together.
    pub made: Option<Date>,
    /// The rules; nothing when they vary from part to part.
    pub ruleset: Option<Ruleset>,
    /// The day of the handout.
    pub on: Date,
    /// Hours of study a week that are reckoned with.
    pub hours_per_week: Decimal,
}

impl About {
    /// Of a handout made from this pack.
    #[must_use]
    pub fn new(pack: &Pack, ruleset: Ruleset, on: Date, hours_per_week: Decimal) -> Self {
        let about = pack.about();
        Self {
            pack: about.slug.to_string(),
            title: about.title.clone(),
            edition: about.edition.clone(),
            made: about.date,
            ruleset: Some(ruleset),
            on,
            hours_per_week,
        }
    }

    /// Of a handout whose parts go by different rules and say so themselves.
    #[must_use]
    pub fn varying(pack: &Pack, on: Date, hours_per_week: Decimal) -> Self {
        Self { ruleset: None, ..Self::new(pack, Ruleset::Today, on, hours_per_week) }
    }

    /// The rules in words.
    #[must_use]
    pub fn rules(&self) -> &'static str {
        self.ruleset.map_or("as each part says", words::rules)
    }

    /// `England, edition 2026-11, of 22 Nov 2026`.
    #[must_use]
    pub fn data(&self) -> String {
        let made = self.made.map_or_else(String::new, |day| format!(", of {}", dates::day(day)));
        format!("{}, edition {}{made}", self.title, self.edition)
    }

    /// The same line by line.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        vec![
            Fact::new("Data", self.data()),
            Fact::new("Rules", self.rules()),
            Fact::new("Date", dates::day(self.on)),
            Fact::new("Study", format!("{} a week", words::count_hours(self.hours_per_week))),
        ]
    }

    /// The same in one line, for the foot of a page and for comments.
    #[must_use]
    pub fn line(&self) -> String {
        let hours = words::count_hours(self.hours_per_week);
        format!("{} · {} · {hours} of study a week · {}", self.data(), self.rules(), dates::day(self.on))
    }
}
