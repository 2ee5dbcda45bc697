//! Gathering faults: all of them, from every file, in the order of file, line and column.

use std::collections::BTreeMap;

use super::{Fault, Severity};
use crate::domain::text::clean;

/// Where something stands in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'f> {
    pub file: &'f str,
    pub line: usize,
    pub column: usize,
}

impl<'f> Place<'f> {
    /// The place of a fault that concerns a whole file.
    pub const fn whole(file: &'f str) -> Self {
        Self { file, line: 1, column: 1 }
    }
}

/// Something could not be read, and the report says why.
#[derive(Debug, Clone, Copy)]
pub(super) struct Refused;

/// A value, or a fault that has been reported.
pub(super) type Judged<T> = Result<T, Refused>;

/// How many faults of one file are kept; the rest is only counted, since nobody reads on and memory is finite.
const MOST_OF_A_FILE: usize = 10_000;

/// The faults found so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    faults: Vec<Fault>,
    of_file: BTreeMap<String, usize>,
    errors: usize,
}

impl Report {
    pub fn error(&mut self, place: Place, message: impl Into<String>) {
        self.errors += 1;
        self.add(Severity::Error, place, message.into());
    }

    pub fn warning(&mut self, place: Place, message: impl Into<String>) {
        self.add(Severity::Warning, place, message.into());
    }

    /// Reports an error and gives what to return.
    pub fn refuse<T>(&mut self, place: Place, message: impl Into<String>) -> Judged<T> {
        self.error(place, message);
        Err(Refused)
    }

    /// Reports an error whose message takes work, which is spared when it would not be kept.
    pub fn error_with(&mut self, place: Place, message: impl FnOnce() -> String) {
        let message = if self.has_room(place.file) { message() } else { String::new() };
        self.error(place, message);
    }

    /// Reports such an error and gives what to return.
    pub fn refuse_with<T>(&mut self, place: Place, message: impl FnOnce() -> String) -> Judged<T> {
        self.error_with(place, message);
        Err(Refused)
    }

    /// Whether a further fault of `file` will be kept: if not, its message need not be worked out.
    fn has_room(&self, file: &str) -> bool {
        self.of_file.get(file).is_none_or(|count| *count < MOST_OF_A_FILE)
    }

    pub const fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Everything, by file, line and column.
    pub fn into_faults(mut self) -> Vec<Fault> {
        for (file, count) in &self.of_file {
            if let Some(more) = count.checked_sub(MOST_OF_A_FILE).filter(|more| *more > 0) {
                self.faults.push(Fault {
                    severity: Severity::Warning,
                    file: file.clone(),
                    line: usize::MAX,
                    column: 1,
                    message: format!("{more} more faults in this file are not listed; put these right and check again"),
                });
            }
        }
        self.faults.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        self.last_lines();
        self.faults
    }

    /// The closing remark of a file stands at the line of the fault before it.
    fn last_lines(&mut self) {
        let mut line = 1;
        for fault in &mut self.faults {
            if fault.line == usize::MAX {
                fault.line = line;
            }
            line = fault.line;
        }
    }

    fn add(&mut self, severity: Severity, place: Place, message: String) {
        let count = self.of_file.entry(place.file.to_owned()).or_default();
        *count += 1;
        if *count <= MOST_OF_A_FILE {
            let Place { file, line, column } = place;
            let file = clean(file).text.into_owned();
            self.faults.push(Fault { severity, file, line, column, message });
        }
    }
}

/// Foreign text as it may stand in a message: in quotation marks, and not longer than a line.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        None => format!("\"{text}\""),
        Some((end, _)) => format!("\"{}…\"", &text[..end]),
    }
}

/// Some things of a list, as a sentence may name them.
pub(super) fn listed<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    const MOST: usize = 30;
    let mut words = words.into_iter();
    let named: Vec<String> = words.by_ref().take(MOST).map(shortened).collect();
    let more = words.count();
    if more == 0 { named.join(", ") } else { format!("{} and {more} more", named.join(", ")) }
}

fn shortened(word: &str) -> String {
    let quoted = quoted(word);
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{MOST_OF_A_FILE, Place, Report, quoted};

    #[test]
    fn faults_beyond_counting_are_counted() {
        let mut report = Report::default();
        for line in 1..=MOST_OF_A_FILE + 7 {
            report.error(Place { file: "a.csv", line, column: 1 }, "wrong");
        }
        report.error(Place::whole("b.csv"), "wrong");
        let faults = report.into_faults();
        assert_eq!(faults.len(), MOST_OF_A_FILE + 2);
        assert!(faults[MOST_OF_A_FILE].message.starts_with("7 more"), "{}", faults[MOST_OF_A_FILE]);
        assert_eq!(faults[MOST_OF_A_FILE].line, MOST_OF_A_FILE);
    }

    #[test]
    fn long_foreign_text_is_cut() {
        assert_eq!(quoted("a"), "\"a\"");
        assert!(quoted(&"é".repeat(1_000)).chars().count() < 70);
    }
}
