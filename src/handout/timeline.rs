//! A way along the years: roles and studies as bars, checks as marks, pay as steps.

use jiff::civil::Date;

use super::wording;
use crate::domain::dates;

/// A timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// What it shows.
    pub title: String,
    /// The same in words, for those who cannot see it.
    pub description: String,
    /// Its first day.
    pub from: Date,
    /// The day on which its last bar begins or ends.
    pub to: Date,
    /// Roles in order, then studies in order.
    pub bars: Vec<Bar>,
    /// What the marks are: `Checks`.
    pub marked: &'static str,
    /// What falls on a day.
    pub marks: Vec<Mark>,
    /// Pay, where it is known, in order.
    pub pay: Vec<PayStep>,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarKind {
    /// Time in a role.
    Role,
    /// A study.
    Study,
}

/// Something that takes time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub kind: BarKind,
    /// What it is called.
    pub label: String,
    /// Its first day.
    pub from: Date,
    /// The day on which it ends; nothing when it goes on.
    pub to: Option<Date>,
}

/// Something done on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is called.
    pub label: String,
    /// The day.
    pub on: Date,
}

/// Pay that stays the same for some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayStep {
    /// From this day on.
    pub from: Date,
    /// Until this day; nothing when it goes on.
    pub to: Option<Date>,
    /// The least, in whole pounds a year.
    pub min: u32,
    /// The most, in whole pounds a year.
    pub max: u32,
}

impl Timeline {
    /// The same with everything it shows in its description.
    pub(super) fn described(self) -> Self {
        Self { description: in_words(&self), ..self }
    }
}

/// Everything that the timeline shows.
fn in_words(timeline: &Timeline) -> String {
    let bars = |kind| timeline.bars.iter().filter(move |bar| bar.kind == kind);
    let roles: Vec<String> =
        bars(BarKind::Role).map(|bar| format!("{} from {}", bar.label, dates::month(bar.from))).collect();
    let studies: Vec<String> = bars(BarKind::Study)
        .map(|bar| {
            let until = bar.to.map_or_else(String::new, |to| format!(" to {}", dates::month(to)));
            format!("{} from {}{until}", bar.label, dates::month(bar.from))
        })
        .collect();
    let marks: Vec<String> =
        timeline.marks.iter().map(|mark| format!("{} by {}", mark.label, dates::month(mark.on))).collect();
    let pay: Vec<String> = timeline
        .pay
        .iter()
        .map(|step| format!("{} from {}", wording::range(step.min, step.max), dates::month(step.from)))
        .collect();
    let parts =
        [("Roles", roles), ("Study", studies), (timeline.marked, marks), ("Pay a year, where it is known", pay)];
    let said = parts.into_iter().filter(|(_, all)| !all.is_empty());
    said.map(|(name, all)| format!("{name}: {}.", all.join("; "))).collect::<Vec<_>>().join(" ")
}
