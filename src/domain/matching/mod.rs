//! From an advert to what it is about: its title, grade and employer to a role of the pack and an organisation.
//!
//! | what | file |
//! |---|---|
//! | titles as words that can be compared | `words` |
//! | bands, and how far two are apart | `band` |
//! | title and band to a role, with how sure that is | [`titles`] |
//! | the same for many adverts | [`wordings`] |
//! | the employer's name or code to an organisation | [`employers`] |
//! | employers' codes on NHS Jobs | `employer_codes` |

mod band;
mod employer_codes;
pub mod employers;
pub mod titles;
pub mod wordings;
mod words;

pub use employers::{Employer, Employers, Named};
pub use titles::{Setting, Titles};
pub use wordings::Wordings;
