//! The user's own files: nothing that was confirmed is lost, whatever happens; every change can be taken back.

mod accidents;
mod killed;
mod states;

use fingerpost::store::{Held, KeptFile};

/// What the file holds; it has to be there.
fn held(file: &KeptFile) -> Held {
    file.read().expect("it can be read").expect("it is there")
}

/// Writes one state after what is there.
fn write(file: &KeptFile, text: &str) -> Held {
    let before = file.read().expect("it can be read");
    file.write(before.as_ref(), text).expect("it can be written")
}
