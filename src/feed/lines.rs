//! On which line of a text something stands.

/// Counts lines up to places that only ever move on.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub const fn new(text: &'t str) -> Self {
        Self { text: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line of a place, which is not before the one asked for last.
    pub fn line_of(&mut self, byte: u64) -> usize {
        let to = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len()).max(self.at);
        self.line += memchr::memchr_iter(b'\n', &self.text[self.at..to]).count();
        self.at = to;
        self.line
    }
}
