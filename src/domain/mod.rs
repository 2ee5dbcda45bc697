//! The domain: what a role, a move, a training item, a post, a person and a route are, and what can be asked of them.
//!
//! Pure: no terminal, no file, no clock, no environment. The same input gives the same answer everywhere.
//!
//! | concept | file |
//! |---|---|
//! | role, level, family, stage | [`role`] |
//! | some of the roles | [`role_set`] |
//! | move | [`career_move`] |
//! | training, obtain, status | [`training`] |
//! | and/or expression | [`expression`] |
//! | the graph of all of it | [`graph`] |
//! | requirement, grant | [`requirement`] |
//! | ruleset | [`ruleset`] |
//! | post | [`post`] |
//! | advert that a user imported | [`advert`] |
//! | how somebody rates themselves against the Framework | [`appraisal`] |
//! | from an advert to a role and an employer | [`matching`] |
//! | days in words | [`dates`] |
//! | region, organisation, segment | [`place`] |
//! | how an organisation was rated | [`segment`] |
//! | care boards: who belongs to which, how they stand | [`board`] |
//! | for which posts somebody is eligible | [`eligibility`] |
//! | what a post offers, line by line | [`offer`] |
//! | person | [`person`] |
//! | what somebody has said of themselves | [`profile`] |
//! | weeks, hours, pounds | [`quantity`] |
//! | pack: all of it with indexes | [`pack`] |
//! | text from outside | [`text`] |
//! | what a mistyped id probably meant | [`nearest`] |
//! | findings in plain words | [`words`] |
//! | routes from role to role | [`planner`] |
//! | a demonstration, step by step | [`deck`] |
//! | a profile with its plans and appraisals | [`portfolio`] |
//! | a route that somebody means to go | [`plan`] |

pub mod advert;
pub mod appraisal;
pub mod board;
pub mod career_move;
pub mod dates;
pub mod deck;
pub mod eligibility;
pub mod expression;
pub mod graph;
pub mod id;
pub mod matching;
pub mod nearest;
pub mod offer;
pub mod pack;
pub mod pay;
pub mod person;
pub mod place;
pub mod plan;
pub mod planner;
pub mod portfolio;
pub mod post;
pub mod profile;
pub mod provenance;
pub mod quantity;
pub mod reference;
pub mod requirement;
pub mod role;
pub mod role_set;
pub mod ruleset;
pub mod segment;
pub mod text;
pub mod training;
pub mod words;

pub use pack::Pack;
