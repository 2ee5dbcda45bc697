//! How a run ends: the exit status, and what is said when there is no answer.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use super::text;
use crate::pack::{Fault, Severity};

/// How an answered question ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Status 0: answered, also when the answer is "no route".
    Answered,
    /// Status 3: the data that was looked at is faulty.
    Faulty,
    /// 128 and the number of the signal that ended the terminal interface.
    Signal(u8),
}

/// Why there is no answer.
#[derive(Debug)]
pub enum Failure {
    /// Status 1: the program failed.
    Program(anyhow::Error),
    /// Status 2: something was asked that cannot be asked; the text says what to type instead.
    Usage(String),
    /// Status 3: data is faulty; the text says where and what to do.
    Data(String),
    /// Nobody reads the answer any more, as in `fingerpost roles | head -1`: no failure, status 0.
    Unread,
}

/// How many faults of a pack are shown to somebody who did not ask for them.
const SHOWN_FAULTS: usize = 20;

impl Failure {
    /// The failure of reading a pack with these faults.
    #[must_use]
    pub fn faulty_pack(name: &str, faults: &[Fault]) -> Self {
        let listed = listed(faults);
        Self::Data(format!(
            "the pack {name} cannot be used:{listed}\nRun `fingerpost check {name}` to see every fault, mend the files and \
             try again."
        ))
    }

    /// The failure of reading a profile with these faults.
    #[must_use]
    pub fn faulty_profile(name: &str, faults: &[Fault]) -> Self {
        Self::Data(format!("the profile {name} cannot be used:{}\nMend it and try again.", listed(faults)))
    }

    /// The failure of reading a deck with these faults.
    #[must_use]
    pub fn faulty_deck(name: &str, faults: &[Fault]) -> Self {
        Self::Data(format!("the deck {name} cannot be used:{}\nMend it and try again.", listed(faults)))
    }

    /// The exit status.
    #[must_use]
    pub const fn status(&self) -> u8 {
        match self {
            Self::Unread => 0,
            Self::Program(_) => 1,
            Self::Usage(_) => 2,
            Self::Data(_) => 3,
        }
    }

    /// What is said on standard error; nothing when there is nothing to say.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        match self {
            Self::Unread => None,
            Self::Program(error) => Some(told(error)),
            Self::Usage(text) | Self::Data(text) => Some(text.clone()),
        }
    }
}

/// Says something on standard error, stripped of control characters.
pub fn complain(message: &str) {
    let mut error = io::stderr().lock();
    for (at, line) in message.lines().enumerate() {
        let lead = if at == 0 { "fingerpost: " } else { "" };
        // When standard error is gone there is nobody left to tell.
        let _ = writeln!(error, "{lead}{}", text::plain(line));
    }
}

/// An error and its causes; many errors name their cause themselves, and then it is not said again.
fn told(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).fold(String::new(), |told, cause| match told.as_str() {
        "" => cause,
        _ if told.contains(&cause) => told,
        _ => format!("{told}: {cause}"),
    })
}

/// The first of the errors among `faults`, a line each, and how many more there are.
fn listed(faults: &[Fault]) -> String {
    let errors: Vec<&Fault> = faults.iter().filter(|fault| fault.severity == Severity::Error).collect();
    let mut text = String::new();
    for fault in errors.iter().take(SHOWN_FAULTS) {
        let _ = write!(text, "\n  {fault}");
    }
    if errors.len() > SHOWN_FAULTS {
        let _ = write!(text, "\n  and {} more", errors.len() - SHOWN_FAULTS);
    }
    text
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Answered => Self::SUCCESS,
            Status::Faulty => Self::from(3),
            Status::Signal(status) => Self::from(status),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Program(error)
    }
}

impl From<io::Error> for Failure {
    /// The failure of writing an answer.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::Program(anyhow::Error::new(error).context("the answer could not be written")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;
    use crate::pack::{Fault, Severity};

    #[test]
    fn a_cause_is_told_once() {
        let cause = || std::io::Error::other("no room");
        let message = |error: anyhow::Error| Failure::Program(error).message();
        assert_eq!(message(anyhow::Error::new(cause()).context("no log")).as_deref(), Some("no log: no room"));
        assert_eq!(message(anyhow::Error::new(cause()).context("no log: no room")).as_deref(), Some("no log: no room"));
    }

    #[test]
    fn a_faulty_pack_shows_twenty_faults_and_counts_the_rest() {
        let fault = |line| Fault {
            severity: Severity::Error,
            file: "roles.csv".into(),
            line,
            column: 1,
            message: "no title".into(),
        };
        let faults: Vec<Fault> = (1..=23).map(fault).collect();
        let text = Failure::faulty_pack("here", &faults).message().expect("a message");
        assert!(text.contains("roles.csv:20:1") && !text.contains("roles.csv:21:1"), "{text}");
        assert!(text.contains("and 3 more"), "{text}");
    }
}
