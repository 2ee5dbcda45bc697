//! Appraisals: how somebody rates themselves against the Framework, how far that is from what a role they would like
//! expects, what they mean to do about it, and when the next one is due. For development, not for judgement: there is no
//! total, no score and no comparison of people.
//!
//! ```text
//!   Framework::of(pack)          Appraisal, a dated sitting
//!   focus areas                  stage, ratings with what and how,
//!     standards                  priorities, objectives
//!       competencies                      │
//!         what each stage expects ────────┼──▶ gap: met, not yet, not rated, not asked
//!                                         ├──▶ history: ratings by date
//!                                         └──▶ cycle: when the next one is due
//! ```
//!
//! An appraisal holds words and ids of competencies, not places in a pack's tables, so that it can be read beside any
//! edition of any pack.
//!
//! | what | file |
//! |---|---|
//! | the Framework as a tree | [`framework`] |
//! | the five points of the scale | [`rating`] |
//! | one appraisal | [`model`] |
//! | what an objective serves in a plan | [`step`] |
//! | how far it is to a role | [`gap`] |
//! | what changed from date to date | [`history`] |
//! | when the next is due | [`cycle`] |

pub mod cycle;
pub mod framework;
pub mod gap;
pub mod history;
pub mod model;
pub mod rating;
pub mod step;

pub use cycle::{Cycle, Due, Ground, NextDue, YearDay, next_due};
pub use framework::{Competency, CompetencyId, FocusArea, Framework, Standard};
pub use gap::{Aim, Standing, Tally, standing, tally};
pub use history::{Point, Sitting, by_date, of_competency, sittings};
pub use model::{Appraisal, MOST_PRIORITIES, Note, Objective, Rated, Start, TooManyPriorities};
pub use rating::{Rating, ScalePoint};
pub use step::PlanStep;
