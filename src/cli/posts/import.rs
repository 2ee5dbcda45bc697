//! `fingerpost posts import` and what it shares with `fetch`: taking adverts in, keeping them, telling what became of
//! them.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::ImportArgs;
use crate::cli::exit::{self, Failure, Status};
use crate::cli::look::{Format, Out};
use crate::cli::sources::{self, Sources};
use crate::cli::text::{Page, Tone};
use crate::domain::advert::Advert;
use crate::domain::advert::collection::Tally;
use crate::domain::matching::{Setting, Wordings};
use crate::domain::text::clean;
use crate::domain::words;
use crate::feed::{self, Fault, Loss};
use crate::store::{self, KeptPosts, StoreError};

#[derive(Debug, Serialize)]
struct ImportDocument<'r> {
    added: usize,
    updated: usize,
    unchanged: usize,
    rejected: &'r [Rejected],
}

#[derive(Debug, Serialize)]
struct Rejected {
    file: String,
    line: usize,
    message: String,
}

/// Answers it.
///
/// # Errors
/// Wrong usage when a file is not there, program failure when nothing can be kept, or an answer that cannot be written.
pub fn run(sources: &Sources, args: &ImportArgs, out: &Out) -> Result<Status, Failure> {
    let read = |file: &PathBuf| store::read_feed(file).map(|bytes| (name(file), bytes)).map_err(sources::unreadable);
    let files = args.files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let mut intake = Intake::open(sources)?;
    let mut status = Status::Answered;
    for (name, bytes) in files {
        let reading = feed::read(&bytes);
        if reading.is_lost() {
            status = Status::Faulty;
        } else {
            intake.take_in(reading.adverts, name.clone());
        }
        intake.note(reading.faults.into_iter().map(|fault| (name.clone(), fault)));
    }
    intake.finish(sources, out)?;
    Ok(status)
}

/// A file's name without the folders before it, as it is kept with the adverts.
fn name(file: &Path) -> String {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    clean(&name).text.into_owned()
}

/// How many remarks are told one by one.
const TOLD: usize = 5;
/// How many of what was not taken in are listed as text.
const LISTED: usize = 20;

/// Adverts on their way into the user's own posts.
pub(super) struct Intake {
    kept: KeptPosts,
    /// Adverts with the file or address they were read from.
    read: Vec<(Vec<Advert>, String)>,
    rejected: Vec<Rejected>,
    remarks: Vec<String>,
}

impl Intake {
    /// With nothing to take in yet.
    pub fn open(sources: &Sources) -> Result<Self, Failure> {
        Ok(Self { kept: sources.kept_posts()?, read: Vec::new(), rejected: Vec::new(), remarks: Vec::new() })
    }

    /// Whether what is kept can be read at all.
    pub fn check(&self) -> Result<(), Failure> {
        self.kept.adverts().map(drop).map_err(sources::unreadable)
    }

    pub fn take_in(&mut self, adverts: Vec<Advert>, from: String) {
        if !adverts.is_empty() {
            self.read.push((adverts, from));
        }
    }

    pub fn note(&mut self, faults: impl IntoIterator<Item = (String, Fault)>) {
        for (file, Fault { loss, line, message }) in faults {
            match loss {
                Loss::File | Loss::Advert => self.rejected.push(Rejected { file, line, message }),
                Loss::Detail => self.remarks.push(format!("{file}:{line}: {message}")),
            }
        }
    }

    /// Keeps what was taken in and tells what became of it.
    pub fn finish(mut self, sources: &Sources, out: &Out) -> Result<(), Failure> {
        let read = std::mem::take(&mut self.read);
        let roles = if out.format == Format::Text { Roles::of(sources, &read) } else { None };
        let Tally { added, updated, unchanged } = self.keep(read).map_err(sources::unreadable)?;
        for remark in self.remarks.iter().take(TOLD) {
            exit::complain(remark);
        }
        if let Some(more) = self.remarks.len().checked_sub(TOLD).filter(|more| *more > 0) {
            exit::complain(&format!("and {more} more remarks like these"));
        }
        out.answer(
            || ImportDocument { added, updated, unchanged, rejected: &self.rejected },
            |page| {
                page.paragraph(format!("{added} added, {updated} updated, {unchanged} unchanged."), Tone::Strong);
                if let Some(roles) = roles {
                    page.paragraph(roles.to_string(), Tone::Plain);
                }
                self.show_rejected(page);
            },
        )
    }

    /// Merges what was read into what is kept. Nobody else changes that meanwhile: two imports at once lose nothing.
    fn keep(&self, read: Vec<(Vec<Advert>, String)>) -> Result<Tally, StoreError> {
        let mut all = Tally::default();
        if read.is_empty() {
            return Ok(all);
        }
        let held = self.kept.hold()?;
        let mut collection = held.adverts()?;
        let today = jiff::Zoned::now().date();
        for (adverts, from) in read {
            let tally = collection.take_in(adverts, today, &from);
            all.added += tally.added;
            all.updated += tally.updated;
            all.unchanged += tally.unchanged;
        }
        held.keep_adverts(&collection)?;
        Ok(all)
    }

    fn show_rejected(&self, page: &mut Page) {
        if !self.rejected.is_empty() {
            page.gap();
            page.paragraph("Not taken in:", Tone::Caution);
        }
        for Rejected { file, line, message } in self.rejected.iter().take(LISTED) {
            page.paragraph(format!("{file}:{line}: {message}"), Tone::Plain);
        }
        if let Some(more) = self.rejected.len().checked_sub(LISTED).filter(|more| *more > 0) {
            page.paragraph(format!("and {more} more"), Tone::Plain);
        }
    }
}

/// How many of the adverts look like posts of a role of the pack.
struct Roles {
    matched: usize,
    all: usize,
}

impl Roles {
    /// Nothing when there are no adverts, or no pack to hold them against.
    fn of(sources: &Sources, read: &[(Vec<Advert>, String)]) -> Option<Self> {
        let adverts = || read.iter().flat_map(|(adverts, _)| adverts);
        adverts().next()?;
        let mut titles = Wordings::of(&sources.pack().ok()?);
        let fits =
            |advert: &&Advert| titles.find(&advert.title, Setting { grade: &advert.grade, employer: "" }).is_some();
        Some(Self { matched: adverts().filter(fits).count(), all: adverts().count() })
    }
}

impl fmt::Display for Roles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = words::count(self.all as u64, "advert");
        write!(
            f,
            "{} of {all} look like posts of a role of the pack. `fingerpost posts` lists them all; `fingerpost posts \
             correct` puts a wrong role right.",
            self.matched
        )
    }
}
