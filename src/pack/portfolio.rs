//! Portfolios as text: read with every fault and its place, and written so that whatever a person added by hand, comments
//! and the order of keys included, stays as it is.

use serde::Deserialize;
use toml_edit::DocumentMut;

use super::Fault;
use super::appraisal;
use super::document::Document;
use super::portfolio_words::Words;
use super::reading;
use super::report::{Report, quoted};
use super::take_over::take_over;
use crate::domain::Pack;
use crate::domain::appraisal::Framework;
use crate::domain::plan::Plan;
use crate::domain::portfolio::Portfolio;
use crate::domain::profile::Profile;
use crate::domain::text::clean;

/// Reads a portfolio: a profile with plans and appraisals in it. With it come the warnings, by line and column.
///
/// # Errors
/// Everything that is wrong with it, warnings included, when any of it is an error.
pub(super) fn read(file: &str, bytes: &[u8], pack: &Pack) -> Result<(Portfolio, Vec<Fault>), Vec<Fault>> {
    let profile = reading::read_profile(file, bytes, pack);
    let plans = plans(file, bytes);
    let mut report = Report::default();
    let document = Document::new(file, bytes, &mut Report::default());
    let appraisals = appraisal::read(&document, &Framework::of(pack), &mut report);
    let mut faults = report.into_faults();
    let (profile, plans) = (told(profile, &mut faults), plans.map_err(|more| faults.extend(more)));
    faults.sort_by_key(|fault| (fault.line, fault.column));
    match (profile, plans, appraisals) {
        (Some(profile), Ok(plans), Ok(appraisals)) => Ok((Portfolio { profile, plans, appraisals }, faults)),
        _ => Err(faults),
    }
}

/// The profile, if it could be read; what was said of it goes to the other faults.
fn told(read: Result<(Profile, Vec<Fault>), Vec<Fault>>, faults: &mut Vec<Fault>) -> Option<Profile> {
    let (profile, said) = match read {
        Ok((profile, warnings)) => (Some(profile), warnings),
        Err(said) => (None, said),
    };
    faults.extend(said);
    profile
}

/// The plans in the file.
#[derive(Deserialize)]
struct Plans {
    #[serde(default)]
    plan: Vec<Plan>,
}

fn plans(file: &str, bytes: &[u8]) -> Result<Vec<Plan>, Vec<Fault>> {
    let mut report = Report::default();
    let document = Document::new(file, bytes, &mut Report::default());
    match toml::from_str::<Plans>(document.text()) {
        Ok(Plans { mut plan }) => {
            plan.iter_mut().for_each(fit_for_a_terminal);
            Ok(plan)
        }
        // What is no TOML at all is told with the profile.
        Err(_) if document.parse(&mut Report::default()).is_err() => Err(Vec::new()),
        Err(error) => {
            let said = clean(error.message()).text.into_owned();
            let place = document.place(error.span().map_or(0, |span| span.start));
            report.error(place, format!("this plan cannot be read: {}; put it right here", quoted(&said)));
            Err(report.into_faults())
        }
    }
}

/// A file may come from anywhere: what steers a terminal is taken out of every text of a plan.
fn fit_for_a_terminal(plan: &mut Plan) {
    let tidy = |text: &mut String| *text = clean(text).text.into_owned();
    tidy(&mut plan.title);
    tidy(&mut plan.edition);
    plan.assumed.iter_mut().for_each(tidy);
    for stint in &mut plan.stints {
        tidy(&mut stint.title);
        stint.asks.iter_mut().for_each(|asked| tidy(&mut asked.0));
        stint.study.iter_mut().for_each(|study| tidy(&mut study.title));
        stint.checks.iter_mut().for_each(|check| tidy(&mut check.title));
    }
}

/// The portfolio as the text of its file; `before` is what the file held, of which everything that says the same, and
/// everything that is not the program's, stays as it was written.
#[must_use]
pub(super) fn write(portfolio: &Portfolio, pack: &Pack, before: &str) -> String {
    let new = toml::to_string(&Words::of(portfolio, pack)).unwrap_or_default();
    // A text that serde wrote is TOML; where the old one is not, there is nothing in it to keep.
    let Ok(new) = new.parse::<DocumentMut>() else { return new };
    let Ok(mut kept) = before.parse::<DocumentMut>() else { return new.to_string() };
    take_over(&mut kept, &new);
    kept.to_string()
}
