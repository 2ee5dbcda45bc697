//! Text from outside: from bytes to characters, and from characters to what may be shown.

mod clean;
mod encoding;
mod records;

pub use clean::{Cleaned, clean, clean_lines};
pub use encoding::{Decoded, decode};
pub use records::Records;

/// Foreign text as a message may quote it: in quotation marks, cleaned, and not longer than a line can bear.
#[must_use]
pub fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let head = text.char_indices().nth(MOST).map_or(text, |(end, _)| &text[..end]);
    let cut = if head.len() < text.len() { "…" } else { "" };
    format!("\"{}{cut}\"", clean(head).text)
}
