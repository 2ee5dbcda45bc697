//! Files: the embedded pack, pack folders, profiles, and where the user's own data lives.
//!
//! | what | file |
//! |---|---|
//! | the England pack, compiled in | [`embedded`] |
//! | reading a pack folder or one file | `folder` |
//! | imported posts and corrections | `kept_posts` |
//! | the user's own decks, and the logs of polls | `kept_decks` |
//! | a file with its earlier states | `kept_file` |
//! | one of the user's own portfolios in such a file | `kept_portfolio` |
//! | all of them, and which was opened last | `kept_profiles` |
//! | where a deck's showing and its presenter meet | `stage_door` |
//! | writing whole files or none | `atomic` |
//! | the system calls that change files | `disk` |
//! | one writer at a time | `lock` |
//! | the user's own decks | `own_decks` |
//! | where the user's own files are | `data_folder` |
//! | where handouts go | `handout_folder` |

mod atomic;
mod data_folder;
mod disk;
mod embedded;
mod folder;
#[cfg(test)]
mod full_disk;
mod handout_folder;
mod kept_decks;
mod kept_file;
mod kept_portfolio;
mod kept_posts;
mod kept_profiles;
mod lock;
mod own_decks;
mod stage_door;

pub use atomic::{InPlaceOf, append, save};
pub use data_folder::{Asked, DataFolder};
pub use embedded::embedded;
pub use folder::{StoreError, read_feed, read_file, read_folder};
pub use handout_folder::{free_name, handout_folder, typed_folder};
pub use kept_decks::{DeckError, KeptDecks, ReadDeck};
pub use kept_file::{Held, KeepError, KeptFile, Ways};
pub use kept_portfolio::{KeptPortfolio, PortfolioError, Step};
pub use kept_posts::{HeldPosts, KeptPosts};
pub use kept_profiles::{KeptProfiles, LastOpened, ListedProfile};
pub use own_decks::{FaultyDeck, OwnDeck, WhyFaulty, own_decks, read_deck_file};
pub use stage_door::{AtTheDoor, StageDoor, Stand};
