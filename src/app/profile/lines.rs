//! The lines of the profile: what can be selected on its sheet, section by section.

use crate::app::App;
use crate::domain::id::TrainingId;
use crate::domain::profile::Profile;

/// A section of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who somebody is.
    You,
    /// What they hope for.
    Wishes,
    /// Roles held before.
    Before,
    /// Registrations and training held.
    Held,
    /// Waivers and equivalences.
    Waivers,
    /// What counts of all that.
    Counted,
}

impl Section {
    /// All of them, from the top.
    pub const ALL: [Self; 6] = [Self::You, Self::Wishes, Self::Before, Self::Held, Self::Waivers, Self::Counted];
}

/// A line that can be selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// What somebody is called; no name.
    Label,
    /// The role held.
    Role,
    /// Since when.
    Since,
    /// Where they work.
    Region,
    /// Hours of study a week.
    Hours,
    /// The role wanted.
    Target,
    /// The warnings about the profile and plans.
    Warnings,
    /// Other roles they would like.
    Targets,
    /// The sectors they would like to work in.
    Sectors,
    /// The regions they would like to work in.
    Regions,
    /// The least pay.
    PayFloor,
    /// The most moves.
    MostMoves,
    /// A role held before: its place among them.
    Before(usize),
    /// Something held with dates: its place among them.
    Held(usize),
    /// Something held without dates.
    Have(TrainingId),
    /// A waiver or an equivalence: its place among them.
    Waiver(usize),
    /// Adds to a section.
    Add(Section),
    /// Something that counts, or does not: its place in the account.
    Counted(usize),
}

impl Line {
    /// The section in which it stands.
    #[must_use]
    pub const fn section(self) -> Section {
        match self {
            Self::Label | Self::Role | Self::Since | Self::Region | Self::Hours | Self::Target | Self::Warnings => {
                Section::You
            }
            Self::Targets | Self::Sectors | Self::Regions | Self::PayFloor | Self::MostMoves => Section::Wishes,
            Self::Before(_) => Section::Before,
            Self::Held(_) | Self::Have(_) => Section::Held,
            Self::Waiver(_) => Section::Waivers,
            Self::Add(section) => section,
            Self::Counted(_) => Section::Counted,
        }
    }
}

/// The lines that stand there whatever a profile says.
const FIXED: [Line; 12] = [
    Line::Label,
    Line::Role,
    Line::Since,
    Line::Region,
    Line::Hours,
    Line::Target,
    Line::Warnings,
    Line::Targets,
    Line::Sectors,
    Line::Regions,
    Line::PayFloor,
    Line::MostMoves,
];

impl App {
    /// The lines of a profile, from the top.
    #[must_use]
    pub fn profile_lines(&self, profile: &Profile) -> Vec<Line> {
        let mut lines = FIXED.to_vec();
        lines.extend((0..profile.before.len()).map(Line::Before));
        lines.push(Line::Add(Section::Before));
        lines.extend((0..profile.held.len()).map(Line::Held));
        lines.extend(profile.have.iter().copied().map(Line::Have));
        lines.push(Line::Add(Section::Held));
        lines.extend((0..profile.waivers.len()).map(Line::Waiver));
        lines.push(Line::Add(Section::Waivers));
        lines.extend((0..profile.account(self.pack(), self.today()).len()).map(Line::Counted));
        lines
    }
}
