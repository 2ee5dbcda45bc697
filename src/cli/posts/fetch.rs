//! `fingerpost posts fetch`.

use super::args::FetchArgs;
use super::import::Intake;
use crate::cli::exit::{Failure, Status, complain};
use crate::cli::look::Out;
use crate::cli::sources::Sources;
use crate::fetch::{self, Patience, Progress, Search, search};

/// Answers it. How far it is goes to standard error.
///
/// # Errors
/// Wrong usage, a server that does not answer as it should, or an answer that cannot be written.
pub fn run(sources: &Sources, args: &FetchArgs, out: &Out) -> Result<Status, Failure> {
    let mut search = Search::at(args.base.trim()).map_err(|remedy| Failure::Usage(format!("--base: {remedy}.")))?;
    search.keyword.clone_from(&args.keyword);
    search.bands = args.band.iter().filter(|band| !band.trim().is_empty()).map(|band| search::band(band)).collect();
    search.pages = args.pages;
    let patience = Patience { pause: args.pause, timeout: args.timeout, ..Patience::default() };
    // Whether the user's posts can be read at all is better known before minutes are spent on the net.
    let mut intake = Intake::open(sources)?;
    intake.check()?;
    let fetched = fetch::fetch(&search, &patience, &mut |progress| complain(&told(&progress)))
        .map_err(|error| Failure::Program(error.into()))?;
    intake.take_in(fetched.adverts, search.base().to_owned());
    intake.note(fetched.faults);
    intake.finish(sources, out)?;
    Ok(Status::Answered)
}

fn told(progress: &Progress) -> String {
    match progress {
        Progress::Page { number, of, adverts, results } => {
            let of = of.map_or_else(String::new, |of| format!(" of {}", of.max(1)));
            let all = results.map_or_else(String::new, |results| format!("; {results} in all"));
            format!("page {number}{of}: {adverts} adverts{all}")
        }
        Progress::Waiting { pause, why } => {
            let seconds = pause.as_secs_f64();
            format!("{why}; asking again in {seconds:.0} s")
        }
        Progress::Changed { from, to } => {
            format!("the number of results changed from {from} to {to} meanwhile; some adverts may be missing")
        }
    }
}
