//! fingerpost: the management and leadership careers of the NHS in England as a graph, in a terminal.
//!
//! # The house
//!
//! ```text
//!                       what is true                      what is seen
//!   assets/england     ┌──────────────┐   ┌──────────┐   ┌──────────┐   ┌──────────┐   ┌──────────┐
//!        │             │ domain       │◀──│ layout   │◀──│ app      │◀──│ ui       │◀──│ tui      │◀── main
//!        ▼             │  role, move, │   │  the map │   │  model,  │   │  draws   │   │  terminal│
//!   ┌─────────┐ tables │  training,   │   │  in cells│   │  update, │   │  the app │   │  signals │
//!   │ pack    │───────▶│  post, …     │   └──────────┘   │  actions │   └────▲─────┘   │  worker  │
//!   │ reads & │        │  planner:    │                  └──────────┘        │         └──────────┘
//!   │ judges  │        │  routes      │◀─────────────────────────────┐  ┌────┴─────┐
//!   └────▲────┘        └──────▲───────┘                        ┌─────┴──┤ picture  │ SVG and PNG of a screen
//!   ┌────┴────┐        ┌──────┴───────┐     ┌──────────┐       │ cli    └──────────┘
//!   │ store   │        │ feed: adverts│◀────│ fetch    │◀──────│ commands, text, JSON
//!   └─────────┘        │ from bytes   │     │ the net  │       └────────
//!    files: the        └──────────────┘     └──────────┘
//!    embedded pack, folders, profiles, the user's own posts
//! ```
//!
//! Beside the domain stand `json`, the answers for programs, and `handout`, what somebody takes away: both take plain data
//! and give plain data or bytes, and anybody below them may ask for it.
//!
//! An arrow points to what is imported. `domain`, `pack`, `feed`, `layout`, `json`, `handout` and `app` are pure: no file,
//! clock, terminal or environment; `tests/architecture.rs` reads the `use` lines and holds them to the drawing. Messages
//! and effects are plain data: `app::update` takes a message and gives back effects, `ui::draw` reads the app and draws
//! it, and what touches the world (`store`, `fetch`, `tui`, `cli`) carries the effects out.

pub mod app;
pub mod cli;
pub mod domain;
pub mod feed;
pub mod fetch;
pub mod handout;
pub mod json;
pub mod layout;
pub mod pack;
pub mod picture;
pub mod store;
pub mod tui;
pub mod ui;
