//! What rooms answered to the polls of a deck, as a TOML file of its own beside the user's other files.

use crate::domain::deck::PollLog;
use crate::domain::text::clean;
use crate::pack::document::Document;
use crate::pack::report::{Judged, Place, Refused, Report, quoted};

/// Far more polls than anybody holds with one deck.
const MOST_TALLIES: usize = 10_000;

/// Reads a log.
pub(in crate::pack) fn read(file: &str, bytes: &[u8], report: &mut Report) -> Judged<PollLog> {
    let document = Document::new(file, bytes, report);
    document.parse(report)?;
    let mut log: PollLog = toml::from_str(document.text()).map_err(|error| {
        let said = clean(error.message()).text.into_owned();
        let place = document.place(error.span().map_or(0, |span| span.start));
        report.error(place, format!("this log cannot be read: {}; put it right here", quoted(&said)));
        Refused
    })?;
    if log.tallies.len() > MOST_TALLIES {
        return report.refuse(Place::whole(file), format!("more than {MOST_TALLIES} counts; move the file away"));
    }
    let tidy = |text: &mut String| *text = clean(text).text.into_owned();
    for tally in &mut log.tallies {
        tidy(&mut tally.question);
        tally.answers.iter_mut().for_each(tidy);
    }
    Ok(log)
}

/// A log as the text of its file.
pub(in crate::pack) fn write(log: &PollLog) -> String {
    toml::to_string_pretty(log).unwrap_or_default()
}
