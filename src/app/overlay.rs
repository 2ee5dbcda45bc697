//! The layers that lie on top of a screen, one above the other.

use super::appraisal::notes::Notes;
use super::export::Dialog;
use super::field::Field;
use super::finder::Purpose;
use super::people::LabelFor;
use super::posts::levers::WhatIf;
use super::profile::choose::Wanted;
use super::profile::form::Form;
use super::table::Place;
use super::workshop::hands::Hands;
use crate::domain::deck::Show;
use crate::domain::id::RoleId;
use crate::domain::plan::Item;

/// A search: what is typed and which of the finds is selected.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// What is typed.
    pub field: Field,
    /// The selected line, from 0.
    pub selected: usize,
}

/// A layer.
#[derive(Debug, Clone, PartialEq)]
pub enum Overlay {
    /// Everything that can be done here.
    Help,
    /// The signs of the map.
    Legend,
    /// An action by name.
    Palette(Search),
    /// A role, training item, organisation or post by name.
    Find(Search, Purpose),
    /// The user's own profiles, the pack's people, a new profile; the selected line, from 0.
    People(usize),
    /// What a profile is to be called.
    Label(LabelFor, Field),
    /// How many years somebody has held a role.
    Served {
        /// The role.
        role: RoleId,
        /// The years, as typed.
        years: Field,
    },
    /// How many hours of study there are a week, as typed.
    Hours(Field),
    /// What the chosen plan is to be called.
    PlanName(Field),
    /// On which day something in the chosen plan was done.
    DoneOn {
        /// What.
        item: Item,
        /// The day, as typed.
        day: Field,
    },
    /// The profile; the selected line, from 0.
    Profile(usize),
    /// Something for the profile, by name.
    Choose(Search, Wanted),
    /// A form of the profile.
    Form(Box<Form>),
    /// Whether somebody who is tried on is to be kept as one's own profile.
    Adopt,
    /// The warnings; the selected line, from 0.
    Warnings(usize),
    /// Two plans side by side.
    ComparePlans,
    /// The user's own profile cannot be read: why.
    Unreadable(String),
    /// What the totals of the chosen route are made of.
    Breakdown,
    /// What is to be seen of the map; the selected line, from 0.
    Filter(usize),
    /// What is to be seen of the posts; the selected line, from 0.
    PostFilter(usize),
    /// Words that posts have to contain, listed as they are typed.
    PostWords {
        /// What is typed.
        search: Search,
        /// The words before.
        before: String,
    },
    /// Whether the selected post pays back.
    PayBack,
    /// Who could fill the selected post.
    Feeders,
    /// What the selected post would have to offer.
    WhatIf(WhatIf),
    /// Routes side by side.
    Compare,
    /// Where the selected competency is rated; the selected line, from 0.
    Rating(usize),
    /// Notes on a competency, as they are written.
    Notes(Box<Notes>),
    /// The appraisals by date, the latest first; the selected line, from 0.
    Appraisals(usize),
    /// With what a new appraisal begins; the selected line, from 0.
    NewAppraisal(usize),
    /// An objective in words.
    ObjectiveWords {
        /// Its place; nothing for a new one.
        at: Option<usize>,
        /// The words, as typed.
        words: Field,
    },
    /// By when an objective is to be done.
    ObjectiveDue {
        /// Its place.
        at: usize,
        /// The day, as typed.
        due: Field,
    },
    /// Which step of a plan an objective serves.
    ObjectiveStep {
        /// The objective's place.
        at: usize,
        /// The selected line: no step, then the steps.
        selected: usize,
    },
    /// What is exported, in which format, where to.
    Export(Box<Dialog>),
    /// A file was exported: its path.
    Exported(String),
    /// The fastest routes under today's rules and under the review side by side.
    CompareRules,
    /// How many hands of the room went up for each answer.
    Hands(Hands),
    /// What a recorded step is to be called, and what it shows.
    StepTitle {
        /// The title, as typed.
        title: Field,
        /// What was on the screen.
        shows: Vec<Show>,
    },
    /// What the recorded deck is to be called.
    DeckTitle(Field),
    /// Something that happened outside, in words.
    Notice(String),
}

impl Overlay {
    /// Where keys pressed on this layer look for their meaning.
    #[must_use]
    pub const fn place(&self) -> Place {
        match self {
            Self::Palette(_)
            | Self::Find(..)
            | Self::Choose(..)
            | Self::Served { .. }
            | Self::Hours(_)
            | Self::PlanName(_)
            | Self::Label(..)
            | Self::DoneOn { .. }
            | Self::ObjectiveWords { .. }
            | Self::ObjectiveDue { .. }
            | Self::PostWords { .. }
            | Self::Hands(_)
            | Self::StepTitle { .. }
            | Self::DeckTitle(_) => Place::Typing,
            Self::Rating(_) => Place::Rating,
            Self::Notes(_) => Place::Writing,
            Self::Filter(_) | Self::PostFilter(_) => Place::Filter,
            Self::WhatIf(_) => Place::Levers,
            Self::People(_) => Place::People,
            Self::Export(_) => Place::Export,
            Self::Profile(_) => Place::Profile,
            Self::Warnings(_) => Place::Warnings,
            Self::Form(_) => Place::Form,
            Self::Help
            | Self::Legend
            | Self::Breakdown
            | Self::Compare
            | Self::CompareRules
            | Self::ComparePlans
            | Self::Unreadable(_)
            | Self::Adopt
            | Self::PayBack
            | Self::Feeders
            | Self::Appraisals(_)
            | Self::NewAppraisal(_)
            | Self::ObjectiveStep { .. }
            | Self::Exported(_)
            | Self::Notice(_) => Place::Layer,
        }
    }

    /// What Enter does on this layer, in a word for the line of keys.
    #[must_use]
    pub const fn enter(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "move it aside",
            Self::Adopt => "make my own",
            Self::Exported(_) | Self::Notice(_) => "go on",
            Self::Help
            | Self::Legend
            | Self::Breakdown
            | Self::Compare
            | Self::CompareRules
            | Self::ComparePlans
            | Self::PayBack
            | Self::Feeders => "close",
            Self::Served { .. }
            | Self::Hours(_)
            | Self::PlanName(_)
            | Self::Label(..)
            | Self::DoneOn { .. }
            | Self::Form(_)
            | Self::ObjectiveWords { .. }
            | Self::ObjectiveDue { .. }
            | Self::ObjectiveStep { .. }
            | Self::NewAppraisal(_)
            | Self::PostWords { .. }
            | Self::Hands(_)
            | Self::StepTitle { .. }
            | Self::DeckTitle(_) => "take",
            _ => "open",
        }
    }

    /// The field that characters are typed into, if it has one.
    pub const fn field(&mut self) -> Option<&mut Field> {
        match self {
            Self::Palette(search)
            | Self::Find(search, _)
            | Self::Choose(search, _)
            | Self::PostWords { search, .. } => Some(&mut search.field),
            Self::Form(form) => form.field(),
            Self::Served { years: field, .. }
            | Self::Hours(field)
            | Self::PlanName(field)
            | Self::Label(_, field)
            | Self::DoneOn { day: field, .. }
            | Self::ObjectiveWords { words: field, .. }
            | Self::ObjectiveDue { due: field, .. }
            | Self::StepTitle { title: field, .. }
            | Self::DeckTitle(field) => Some(field),
            Self::Hands(hands) => Some(hands.field()),
            _ => None,
        }
    }
}
