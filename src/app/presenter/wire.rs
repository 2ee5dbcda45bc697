//! What is told as text, and back: JSON with its form's number and the name of the showing around it.

use serde::{Deserialize, Serialize};

use super::told::{PollTold, Told};
use crate::domain::text::clean;

/// The form of the text; a program that writes another is another version.
const FORM: u32 = 1;
/// No text is longer, in bytes: a step with its notes takes some thousand.
pub const MOST_BYTES: u64 = 512 * 1024;
/// So many characters of a paragraph are shown, and so many paragraphs of a sort.
const LONGEST: usize = 4_000;
const MOST: usize = 100;
/// The name of a showing is some numbers with lines between.
const LONGEST_NAME: usize = 48;

/// What cannot be taken as told. Sentences without their full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// It is written by another version of the program.
    #[error("the room's screen is another version of fingerpost; open the same one in both terminals")]
    OtherVersion,
    /// It is not what the program writes.
    #[error("what the room's screen tells cannot be read ({0}); step on there, or open it again")]
    Unreadable(String),
}

#[derive(Deserialize)]
struct Form {
    form: u32,
}

#[derive(Serialize)]
struct Out<'a> {
    form: u32,
    showing: &'a str,
    told: &'a Told,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In {
    #[expect(dead_code, reason = "read before the rest is")]
    form: u32,
    showing: String,
    told: Told,
}

/// What is told of the showing with this name, as text.
#[must_use]
pub fn write(showing: &str, told: &Told) -> String {
    // Texts and numbers only: nothing in it has no form as JSON.
    serde_json::to_string(&Out { form: FORM, showing, told }).unwrap_or_default()
}

/// The name of the showing and what is told of it, fit for a terminal: cleaned and bounded.
///
/// # Errors
/// When it was written by another version, or is not what the program writes.
pub fn read(bytes: &[u8]) -> Result<(String, Told), WireError> {
    let unreadable = |error: serde_json::Error| WireError::Unreadable(clean(&error.to_string()).text.into_owned());
    let Form { form } = serde_json::from_slice(bytes).map_err(unreadable)?;
    if form != FORM {
        return Err(WireError::OtherVersion);
    }
    let In { showing, told, .. } = serde_json::from_slice(bytes).map_err(unreadable)?;
    let is_name = |c: char| c.is_ascii_digit() || c == '-';
    if showing.len() > LONGEST_NAME || !showing.chars().all(is_name) {
        return Err(WireError::Unreadable("the name of the showing is none".to_owned()));
    }
    if told.step == 0 || told.step > told.of {
        return Err(WireError::Unreadable(format!("there is no step {} of {}", told.step, told.of)));
    }
    Ok((showing, fit(told)))
}

fn fit(told: Told) -> Told {
    Told {
        deck: short(&told.deck),
        title: short(&told.title),
        words: paragraphs(&told.words),
        notes: paragraphs(&told.notes),
        sources: paragraphs(&told.sources),
        missed: paragraphs(&told.missed),
        next: told.next.as_deref().map(short),
        notice: told.notice.as_deref().map(short),
        poll: told.poll.map(|poll| PollTold {
            question: short(&poll.question),
            answers: poll.answers.each_ref().map(|answer| short(answer)),
            ..poll
        }),
        ..told
    }
}

fn paragraphs(texts: &[String]) -> Vec<String> {
    texts.iter().take(MOST).map(|text| short(text)).collect()
}

fn short(text: &str) -> String {
    clean(text).text.chars().take(LONGEST).collect()
}

/// What may be told, for tests.
#[cfg(test)]
pub(crate) fn example() -> Told {
    let began = jiff::civil::date(2026, 11, 22).at(10, 0, 0, 0);
    Told {
        deck: "From ward to board".to_owned(),
        step: 3,
        of: 9,
        title: "What changes for her?".to_owned(),
        words: vec!["Today she needs no training.".to_owned()],
        notes: vec!["Ask who has done it.".to_owned()],
        sources: vec!["The review, 2022".to_owned()],
        missed: Vec::new(),
        next: Some("And under the review?".to_owned()),
        poll: Some(PollTold {
            question: "Would you?".to_owned(),
            answers: ["Yes", "No", "Perhaps"].map(str::to_owned),
            counts: Some([4, 5, 6]),
        }),
        room: super::told::Room::Step,
        by_itself: None,
        began,
        step_began: began,
        planned: Some(1_200),
        planned_before: 240,
        planned_step: Some(120),
        notice: None,
        heard: 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, WireError, example, read, write};
    use crate::app::presenter::Told;

    #[test]
    fn what_is_told_arrives() {
        assert_eq!(read(write("7-19", &example()).as_bytes()), Ok(("7-19".to_owned(), example())));
    }

    #[test]
    fn another_version_is_told_from_what_is_torn() {
        let text = write("7-19", &example());
        let other = text.replace("\"form\":1", "\"form\":2").replace("\"deck\"", "\"deck_title\"");
        assert_eq!(read(other.as_bytes()), Err(WireError::OtherVersion));
        assert!(matches!(read(&text.as_bytes()[..text.len() / 2]), Err(WireError::Unreadable(_))));
        assert!(matches!(read(text.replace("\"step\":3", "\"step\":10").as_bytes()), Err(WireError::Unreadable(_))));
        assert!(matches!(read(text.replace("7-19", "../19").as_bytes()), Err(WireError::Unreadable(_))));
    }

    #[test]
    fn nothing_in_it_steers_a_terminal_and_nothing_is_endless() {
        let evil = "\u{1b}]0;x\u{7}\u{202e}".to_owned();
        let sent = Told { title: evil.clone(), notes: vec!["n".repeat(10_000), evil], ..example() };
        let (_, arrived) = read(write("7-19", &sent).as_bytes()).expect("it is well formed");
        assert_eq!(arrived.notes[0].chars().count(), LONGEST);
        for text in [&arrived.title, &arrived.notes[1]] {
            assert!(!text.chars().any(char::is_control) && !text.contains('\u{202e}'), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..600, to in any::<u8>()) {
            let _ = read(&bytes);
            let mut near = write("7-19", &example()).into_bytes();
            let at = at % near.len();
            near[at] = to;
            let _ = read(&near);
        }
    }
}
