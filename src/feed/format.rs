//! Which format a feed has, told from what is in it and not from its name.

use std::fmt;

use super::{Faults, Reading, Totals, nhs_jobs, nhsbsa, plain_csv, sheet};
use crate::domain::text::decode;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Search results of NHS Jobs, XML.
    NhsJobs,
    /// The NHSBSA's vacancies, CSV.
    Nhsbsa,
    /// Our own columns, CSV.
    Plain,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::NhsJobs => "NHS Jobs search results",
            Self::Nhsbsa => "NHSBSA vacancies",
            Self::Plain => "a table of posts",
        })
    }
}

const KNOWN: &str = "fingerpost reads search results of NHS Jobs (XML), the NHSBSA's vacancies (CSV) and tables with the \
                     columns title, organisation and advert_ref (CSV)";

pub(super) fn read(bytes: &[u8], faults: &mut Faults) -> Reading {
    let none = || Reading { format: None, adverts: Vec::new(), totals: Totals::default(), faults: Vec::new() };
    if bytes.starts_with(b"PK\x03\x04") {
        faults.lose_file(1, "this is a spreadsheet or an archive; save the sheet as CSV UTF-8 and import that");
        return none();
    }
    let decoded = decode(bytes);
    let text = decoded.text.as_ref();
    let start = text.trim_start();
    let head = start.get(..200).unwrap_or(start).to_ascii_lowercase();
    if start.is_empty() {
        faults.lose_file(1, "the file is empty");
        return none();
    }
    if text.contains('\0') {
        faults.lose_file(1, format!("this is no text; {KNOWN}"));
        return none();
    }
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        faults.lose_file(1, "this is a web page and not the search results behind it; see `fingerpost posts fetch`");
        return none();
    }
    if start.starts_with('<') {
        let (adverts, totals) = nhs_jobs::read(text, faults);
        return Reading { format: Some(Format::NhsJobs), adverts, totals, faults: Vec::new() };
    }
    if start.starts_with(['{', '[']) {
        faults.lose_file(1, format!("this is JSON; {KNOWN}"));
        return none();
    }
    let Some(sheet) = sheet::Sheet::read(text, faults) else { return none() };
    let (format, adverts) = if nhsbsa::fits(&sheet) {
        (Format::Nhsbsa, nhsbsa::read(&sheet, faults))
    } else {
        (Format::Plain, plain_csv::read(&sheet, faults))
    };
    Reading { format: Some(format), adverts, totals: Totals::default(), faults: Vec::new() }
}
