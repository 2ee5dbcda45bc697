//! Days for a calendar.

use jiff::civil::Date;

/// Some days with what happens on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// What the calendar is called.
    pub title: String,
    /// What happens.
    pub events: Vec<Event>,
}

/// Something that happens on a day, all day long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What makes it this event and no other: when a later handout has it on another day, the calendar moves it.
    pub identity: String,
    /// The day.
    pub on: Date,
    /// What happens.
    pub title: String,
    /// More of it.
    pub details: String,
}
