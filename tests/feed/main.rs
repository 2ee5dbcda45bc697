//! Vacancy feeds: reading them, matching adverts to roles and employers, keeping them, fetching them.

mod at_once;
mod fetching;
mod hostile;
mod joining;
mod keeping;
mod matching;
mod program;
mod shapes;
mod table;
