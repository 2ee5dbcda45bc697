//! The guided start: four short questions for somebody of whom nothing is kept yet. Each can be left with Esc.

use crate::app::App;
use crate::app::field::Field;
use crate::app::finder::Purpose;
use crate::app::overlay::{Overlay, Search};
use crate::domain::quantity::Decimal;

/// Where the guided start is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guide {
    /// Which role is held.
    Role,
    /// Since when.
    Since,
    /// How many hours of study a week there are.
    Hours,
    /// Which role is wanted.
    Target,
}

impl Guide {
    /// `1 of 4 · `, before the question.
    #[must_use]
    pub const fn count(self) -> &'static str {
        match self {
            Self::Role => "1 of 4 · ",
            Self::Since => "2 of 4 · ",
            Self::Hours => "3 of 4 · ",
            Self::Target => "4 of 4 · ",
        }
    }
}

/// More hours of study a week than anybody has.
const MOST_HOURS: u32 = 40;

impl App {
    /// Where the guided start is, while it lasts.
    #[must_use]
    pub const fn guide(&self) -> Option<Guide> {
        self.guide
    }

    pub(in crate::app) fn begin_guide(&mut self) {
        self.guide = Some(Guide::Role);
        self.overlays.push(Overlay::Find(Search::default(), Purpose::Me));
    }

    /// On to the next question, when this one was answered as part of the guided start.
    pub(in crate::app) fn next_in_guide(&mut self) {
        self.guide = match self.guide {
            Some(Guide::Role) => Some(Guide::Since),
            Some(Guide::Since) => {
                let hours = self.stance.me.as_ref().map(|me| me.person.hours_per_week);
                let hours = hours.unwrap_or(self.pack.tables().hours_per_week);
                self.overlays.push(Overlay::Hours(Field::offering(hours.to_string())));
                Some(Guide::Hours)
            }
            Some(Guide::Hours) => {
                self.overlays.push(Overlay::Find(Search::default(), Purpose::Target));
                Some(Guide::Target)
            }
            Some(Guide::Target) | None => None,
        };
    }

    /// Takes the hours of study a week that were typed.
    pub(in crate::app) fn take_hours(&mut self, typed: Field) {
        let most = Decimal::whole(MOST_HOURS);
        let hours = Decimal::parse(typed.text().trim()).filter(|hours| *hours > Decimal::ZERO && *hours <= most);
        let Some(hours) = hours else {
            self.notice = Some(format!("Hours a week are a number above 0, at most {MOST_HOURS}; for instance 5"));
            self.overlays.push(Overlay::Hours(typed));
            return;
        };
        self.change(|stance| {
            if let Some(me) = &mut stance.me {
                me.person.hours_per_week = hours;
            }
        });
        self.next_in_guide();
    }
}
