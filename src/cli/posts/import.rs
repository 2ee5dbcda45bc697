//! `fingerpost posts import` and what it shares with `fetch`: taking adverts in, keeping them, telling what became of
//! them.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::ImportArgs;
use crate::cli::exit::{self, Failure, Status};
use crate::cli::look::Out;
use crate::cli::sources::{self, Sources};
use crate::cli::text::{Page, Tone};
use crate::domain::Pack;
use crate::domain::advert::Advert;
use crate::domain::advert::collection::{Collection, Tally};
use crate::domain::matching::{Setting, Titles};
use crate::domain::text::clean;
use crate::domain::words;
use crate::feed::{self, Fault, Loss};
use crate::store::{self, KeptPosts};

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
            intake.take_in(reading.adverts, &name);
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
    collection: Collection,
    tally: Tally,
    taken: Vec<(String, String)>,
    rejected: Vec<Rejected>,
    remarks: Vec<String>,
    is_changed: bool,
}

impl Intake {
    /// Opens the user's own posts.
    pub fn open(sources: &Sources) -> Result<Self, Failure> {
        let kept = sources.kept_posts()?;
        let collection = kept.adverts().map_err(sources::unreadable)?;
        Ok(Self {
            kept,
            collection,
            tally: Tally::default(),
            taken: Vec::new(),
            rejected: Vec::new(),
            remarks: Vec::new(),
            is_changed: false,
        })
    }

    pub fn take_in(&mut self, adverts: Vec<Advert>, from: &str) {
        self.is_changed |= !adverts.is_empty();
        self.taken.extend(adverts.iter().map(|advert| (advert.title.clone(), advert.grade.clone())));
        let tally = self.collection.take_in(adverts, jiff::Zoned::now().date(), from);
        self.tally.added += tally.added;
        self.tally.updated += tally.updated;
        self.tally.unchanged += tally.unchanged;
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
    pub fn finish(self, sources: &Sources, out: &Out) -> Result<(), Failure> {
        if self.is_changed {
            self.kept.keep_adverts(&self.collection).map_err(sources::unreadable)?;
        }
        for remark in self.remarks.iter().take(TOLD) {
            exit::complain(remark);
        }
        if let Some(more) = self.remarks.len().checked_sub(TOLD).filter(|more| *more > 0) {
            exit::complain(&format!("and {more} more remarks like these"));
        }
        let Tally { added, updated, unchanged } = self.tally;
        out.answer(
            || ImportDocument { added, updated, unchanged, rejected: &self.rejected },
            |page| self.show(page, sources),
        )
    }

    fn show(&self, page: &mut Page, sources: &Sources) {
        let Tally { added, updated, unchanged } = self.tally;
        page.paragraph(format!("{added} added, {updated} updated, {unchanged} unchanged."), Tone::Strong);
        if let Ok(pack) = sources.pack().map(|pack| self.with_role(&pack))
            && !self.taken.is_empty()
        {
            let all = words::count(self.taken.len() as u64, "advert");
            let text = format!(
                "{pack} of {all} look like posts of a role of the pack. `fingerpost posts` lists them all; `fingerpost \
                 posts correct` puts a wrong role right."
            );
            page.paragraph(text, Tone::Plain);
        }
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

    /// How many of the adverts look like posts of a role of the pack.
    fn with_role(&self, pack: &Pack) -> usize {
        let titles = Titles::of(pack);
        let mut known = std::collections::HashMap::new();
        let fits = |(title, grade): &(String, String)| {
            *known
                .entry((title.clone(), grade.clone()))
                .or_insert_with(|| titles.find(title, Setting { grade, employer: "" }).is_some())
        };
        self.taken.iter().map(fits).filter(|fits| *fits).count()
    }
}
