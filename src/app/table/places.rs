//! The places at which keys have the same meaning.

use super::Place;

pub(super) const MAP: &[Place] = &[Place::Map];
pub(super) const ROUTES: &[Place] = &[Place::Routes];
pub(super) const PLANS: &[Place] = &[Place::Plans];
pub(super) const PLAN: &[Place] = &[Place::Plan];
pub(super) const PLANNING: &[Place] = &[Place::Plans, Place::Plan];
pub(super) const TRAINING: &[Place] = &[Place::Training];
pub(super) const APPRAISAL: &[Place] = &[Place::Appraisal];
pub(super) const RATING: &[Place] = &[Place::Rating];
/// Where a competency is in hand.
pub(super) const COMPETENCY: &[Place] = &[Place::Appraisal, Place::Rating];
pub(super) const WRITING: &[Place] = &[Place::Writing];
/// Where something can be ticked off.
pub(super) const TICKING: &[Place] = &[Place::Plan, Place::Appraisal];
/// The posts screen, whichever pane has the keys.
pub(super) const POSTS: &[Place] = &[Place::Posts, Place::England];
pub(super) const ENGLAND: &[Place] = &[Place::England];
pub(super) const LIST: &[Place] = &[Place::Posts];
pub(super) const SCREENS: &[Place] = &[
    Place::Map,
    Place::Routes,
    Place::Plans,
    Place::Plan,
    Place::Workshop,
    Place::Training,
    Place::Posts,
    Place::England,
    Place::Appraisal,
];
/// Where nothing else is meant by a slash.
pub(super) const NOT_POSTS: &[Place] =
    &[Place::Map, Place::Routes, Place::Plans, Place::Plan, Place::Workshop, Place::Training, Place::Appraisal];
/// Where the way back is told of at the bottom.
pub(super) const UNDOING: &[Place] = &[
    Place::Map,
    Place::Routes,
    Place::Plans,
    Place::Plan,
    Place::Workshop,
    Place::Training,
    Place::Posts,
    Place::England,
    Place::Appraisal,
    Place::Profile,
];
pub(super) const LEVERS: &[Place] = &[Place::Levers];
/// Where a digit means a screen.
pub(super) const NUMBERED: &[Place] = &[
    Place::Map,
    Place::Routes,
    Place::Plans,
    Place::Plan,
    Place::Workshop,
    Place::Training,
    Place::Posts,
    Place::England,
    Place::Appraisal,
    Place::Layer,
    Place::Levers,
    Place::Filter,
    Place::Profile,
    Place::Warnings,
    Place::People,
];
/// Where letters are no text.
pub(super) const CALM: &[Place] = &[
    Place::Map,
    Place::Routes,
    Place::Plans,
    Place::Plan,
    Place::Workshop,
    Place::Training,
    Place::Posts,
    Place::England,
    Place::Appraisal,
    Place::Rating,
    Place::Layer,
    Place::People,
    Place::Levers,
    Place::Filter,
    Place::Profile,
    Place::Warnings,
];
pub(super) const PEOPLE: &[Place] = &[Place::People];
pub(super) const LAYER: &[Place] = &[Place::Layer];
pub(super) const LAYERS: &[Place] =
    &[Place::Layer, Place::People, Place::Levers, Place::Filter, Place::Profile, Place::Warnings, Place::Rating];
pub(super) const PROFILE: &[Place] = &[Place::Profile];
pub(super) const WARNINGS: &[Place] = &[Place::Warnings];
pub(super) const FORM: &[Place] = &[Place::Form];
/// Where something is looked at that can be waived.
pub(super) const WAIVING: &[Place] = &[Place::Map, Place::Training];
pub(super) const FILTER: &[Place] = &[Place::Filter];
pub(super) const MAP_AND_FILTER: &[Place] = &[Place::Map, Place::Filter];
pub(super) const EXPORT: &[Place] = &[Place::Export];
/// The screens and the export: where Tab leads on.
pub(super) const TABBED: &[Place] = &[
    Place::Map,
    Place::Routes,
    Place::Plans,
    Place::Plan,
    Place::Training,
    Place::Posts,
    Place::England,
    Place::Export,
];
pub(super) const TYPING: &[Place] = &[Place::Typing];
/// Where text is typed.
pub(super) const TYPING_OR_FORM: &[Place] = &[Place::Typing, Place::Form, Place::Export];
/// Where the question is told of at the bottom; the map of England has other keys to tell.
pub(super) const ASKING: &[Place] = &[Place::Map, Place::Routes, Place::Training, Place::Posts];
/// Where something is selected that can be opened.
pub(super) const OPENING: &[Place] = &[
    Place::Map,
    Place::Routes,
    Place::Plans,
    Place::Plan,
    Place::Workshop,
    Place::Training,
    Place::Posts,
    Place::England,
    Place::Appraisal,
    Place::Rating,
    Place::Layer,
    Place::People,
    Place::Filter,
    Place::Profile,
    Place::Warnings,
    Place::Form,
    Place::Export,
    Place::Typing,
];
pub(super) const NOT_FILTER: &[Place] = &[
    Place::Map,
    Place::Routes,
    Place::Plans,
    Place::Plan,
    Place::Workshop,
    Place::Training,
    Place::Posts,
    Place::Layer,
    Place::People,
    Place::Profile,
    Place::Form,
    Place::Typing,
];
pub(super) const WORKSHOP: &[Place] = &[Place::Workshop];
pub(super) const SHOWING: &[Place] = &[Place::Showing];
pub(super) const EVERYWHERE: &[Place] = &Place::ALL;
