//! An oracle for the planner, written from the contract alone and in another way: every choice is tried, week by week.
//!
//! ```text
//!   worlds ──▶ tables ──▶ rules ──▶ exhaustive ──▶ front, alternatives      what the answer has to be
//!   (random)   (cells)      │
//!                           └─────▶ replay ◀── trip ◀── ask                 whether an answer is allowed
//! ```
//!
//! Nothing here asks the planner how it works; only [`ask`] knows its types.

pub mod alternatives;
pub mod ask;
pub mod course;
pub mod exhaustive;
pub mod expression;
pub mod facts;
pub mod front;
pub mod interest;
pub mod number;
pub mod replay;
pub mod rng;
pub mod rules;
pub mod shrink;
pub mod standing;
pub mod tables;
pub mod trip;
pub mod worlds;
