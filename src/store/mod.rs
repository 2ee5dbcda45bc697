//! Files: the embedded pack, pack folders, profiles, and where the user's own data lives.
//!
//! | what | file |
//! |---|---|
//! | the England pack, compiled in | [`embedded`] |
//! | reading a pack folder or one file | `folder` |
//! | where the user's own files are | `data_folder` |

mod data_folder;
mod embedded;
mod folder;

pub use data_folder::{Asked, DataFolder};
pub use embedded::embedded;
pub use folder::{StoreError, read_file, read_folder};
