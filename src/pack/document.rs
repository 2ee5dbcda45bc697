//! A TOML file as sections of named values. Columns are counted in characters of the line, from 1.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::cell::{Limit, iso_date, not_a_date, whole_number};
use super::ids::judge_kebab;
use super::report::{Judged, Place, Refused, Report, quoted};
use crate::domain::id::Slug;
use crate::domain::nearest::nearest;
use crate::domain::quantity::Decimal;
use crate::domain::text::{clean, clean_lines, decode};
use jiff::civil::Date;

/// The text of a TOML file.
pub(super) struct Document<'f> {
    file: &'f str,
    text: Cow<'f, str>,
    /// The byte at which each line begins.
    lines: Vec<usize>,
}

/// A table of a TOML file.
#[derive(Clone, Copy)]
pub(super) struct Section<'d> {
    document: &'d Document<'d>,
    table: &'d DeTable<'d>,
    offset: usize,
}

/// A text of a TOML file, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Word<'d> {
    pub text: String,
    pub place: Place<'d>,
}

impl<'f> Document<'f> {
    /// The document in the bytes of a file.
    pub fn new(file: &'f str, bytes: &'f [u8], report: &mut Report) -> Self {
        let decoded = decode(bytes);
        for (line, remark) in decoded.remarks {
            report.warning(Place { file, line, column: 1 }, remark);
        }
        let ends = decoded.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { file, text: decoded.text, lines }
    }

    /// Parses the document; every fault of grammar goes to the report.
    pub fn parse(&self, report: &mut Report) -> Judged<Spanned<DeTable<'_>>> {
        let (table, errors) = DeTable::parse_recoverable(&self.text);
        for error in &errors {
            let place = error.span().map_or(Place::whole(self.file), |span| self.place(span.start));
            let said = clean(error.message()).text.into_owned();
            report.error(place, format!("this is not TOML: {said}; put it right here or just before"));
        }
        if errors.is_empty() { Ok(table) } else { Err(Refused) }
    }

    /// The document as a section.
    pub fn root<'d>(&'d self, table: &'d Spanned<DeTable<'d>>) -> Section<'d> {
        Section { document: self, table: table.get_ref(), offset: 0 }
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte of it stands.
    pub fn place(&self, offset: usize) -> Place<'_> {
        let line = self.lines.partition_point(|begins| *begins <= offset);
        let begins = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(begins..offset).unwrap_or_default();
        // On a line longer than any person writes, bytes will do: counting characters for each place takes too long.
        let characters = if before.len() > 10_000 { before.len() } else { before.chars().count() };
        Place { file: self.file, line, column: 1 + characters }
    }
}

impl<'d> Section<'d> {
    /// Where the section begins.
    pub fn place(&self) -> Place<'d> {
        self.document.place(self.offset)
    }

    /// Where a key's value stands; the section's beginning when it has none.
    pub fn place_of(&self, key: &str) -> Place<'d> {
        self.document.place(self.get(key).map_or(self.offset, |value| value.span().start))
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Warns of every key that is none of `known`.
    pub fn judge_keys(&self, known: &[&str], report: &mut Report) {
        for key in self.table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name = clean(key.get_ref()).text.into_owned();
            let near = nearest(&name, known.iter().copied(), 1);
            let hint = near.first().map_or_else(String::new, |near| format!("; is {near} meant?"));
            let place = self.document.place(key.span().start);
            report.warning(place, format!("the key {} is not known here and is ignored{hint}", quoted(&name)));
        }
    }

    /// A text that has to be there and not be empty.
    pub fn required_text(&self, key: &str, report: &mut Report) -> Judged<Word<'d>> {
        match self.text(key, report)? {
            Some(word) if !word.text.is_empty() => Ok(word),
            Some(word) => report.refuse(word.place, format!("{key} is empty; it has to be filled in")),
            None => self.missing(key, &format!("{key} = \"…\""), report),
        }
    }

    /// An id that has to be there.
    pub fn required_slug(&self, report: &mut Report) -> Judged<Slug> {
        let word = self.required_text("id", report)?;
        judge_kebab("id", &word.text, word.place, report).ok_or(Refused)
    }

    /// A text that may be absent.
    pub fn text(&self, key: &str, report: &mut Report) -> Judged<Option<Word<'d>>> {
        self.get(key).map(|value| self.word(key, value, report)).transpose()
    }

    /// A text that may be absent and is empty then.
    pub fn text_or_empty(&self, key: &str, report: &mut Report) -> Judged<String> {
        Ok(self.text(key, report)?.map_or_else(String::new, |word| word.text))
    }

    /// A text of one or more lines that may be absent and is empty then.
    pub fn lines(&self, key: &str, report: &mut Report) -> Judged<String> {
        let Some(value) = self.get(key) else { return Ok(String::new()) };
        let place = self.document.place(value.span().start);
        let DeValue::String(text) = value.get_ref() else {
            return report.refuse(place, wrong_kind(key, "a text in quotation marks", value.get_ref()));
        };
        let cleaned = clean_lines(text);
        if cleaned.had_controls {
            warn_of_controls(key, place, report);
        }
        Ok(cleaned.text.into_owned())
    }

    /// An amount that may be absent.
    pub fn amount(&self, key: &str, limit: Limit, report: &mut Report) -> Judged<Option<Decimal>> {
        self.get(key).map(|value| self.number(key, value, limit, report)).transpose()
    }

    fn number(&self, key: &str, value: &Spanned<DeValue<'d>>, limit: Limit, report: &mut Report) -> Judged<Decimal> {
        let place = self.document.place(value.span().start);
        let text = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().replace('_', ""),
            DeValue::Float(number) => number.as_str().replace('_', ""),
            other => return report.refuse(place, wrong_kind(key, "a plain number, without quotation marks", other)),
        };
        limit.judge(&text).or_else(|message| report.refuse(place, format!("{key}: {message}")))
    }

    /// A whole number that has to be there.
    pub fn required_whole(&self, key: &str, limit: Limit, report: &mut Report) -> Judged<u32> {
        let Some(number) = self.amount(key, limit, report)? else {
            return self.missing(key, &format!("{key} = 1"), report);
        };
        match whole_number(number) {
            Some(whole) => Ok(whole),
            None => report.refuse(self.place_of(key), format!("{key}: {number} is not a whole number")),
        }
    }

    /// A day that may be absent, as a date or as a text.
    pub fn date(&self, key: &str, report: &mut Report) -> Judged<Option<Date>> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let place = self.document.place(value.span().start);
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => clean(text).text.into_owned(),
            other => return report.refuse(place, wrong_kind(key, "a date such as \"2026-11-22\"", other)),
        };
        match iso_date(&text) {
            Some(date) => Ok(Some(date)),
            None => report.refuse(place, format!("{key}: {}", not_a_date(&text))),
        }
    }

    /// A list of texts; empty when it is absent.
    pub fn words(&self, key: &str, report: &mut Report) -> Judged<Vec<Word<'d>>> {
        let items = self.array(key, "a list such as [\"a\", \"b\"]", report)?.unwrap_or_default();
        let words: Vec<_> = items.iter().map(|item| self.word(key, item, report)).collect();
        words.into_iter().collect()
    }

    /// A list of texts, or a single one; empty when it is absent.
    pub fn texts(&self, key: &str, report: &mut Report) -> Judged<Vec<Word<'d>>> {
        if self.is_text(key) {
            return Ok(self.text(key, report)?.into_iter().filter(|word| !word.text.is_empty()).collect());
        }
        self.words(key, report)
    }

    /// Whether a text stands under the key.
    pub fn is_text(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| matches!(value.get_ref(), DeValue::String(_)))
    }

    /// A yes or no that may be absent.
    pub fn flag(&self, key: &str, report: &mut Report) -> Judged<Option<bool>> {
        match self.get(key) {
            None => Ok(None),
            Some(value) => match value.get_ref() {
                DeValue::Boolean(flag) => Ok(Some(*flag)),
                other => {
                    let place = self.document.place(value.span().start);
                    report.refuse(place, wrong_kind(key, "true or false", other))
                }
            },
        }
    }

    /// A list of whole numbers, or nothing when it is absent.
    pub fn wholes(&self, key: &str, limit: Limit, report: &mut Report) -> Judged<Option<Vec<u32>>> {
        let Some(items) = self.array(key, "a list of whole numbers such as [1, 2]", report)? else { return Ok(None) };
        let numbers: Vec<_> = items.iter().map(|item| self.number(key, item, limit, report)).collect();
        let wholes: Vec<_> = numbers
            .into_iter()
            .zip(items)
            .map(|(number, item)| match (number, number.map(whole_number)) {
                (_, Ok(Some(whole))) => Ok(whole),
                (Ok(number), _) => {
                    let place = self.document.place(item.span().start);
                    report.refuse(place, format!("{key}: {number} is not a whole number"))
                }
                (Err(refused), _) => Err(refused),
            })
            .collect();
        wholes.into_iter().collect::<Judged<_>>().map(Some)
    }

    /// A list of sections, or nothing when it is absent.
    pub fn sections(&self, key: &str, report: &mut Report) -> Judged<Option<Vec<Self>>> {
        let Some(items) = self.array(key, "a list of tables", report)? else { return Ok(None) };
        let sections: Vec<_> = items.iter().map(|item| self.enter(key, item, report)).collect();
        sections.into_iter().collect::<Judged<_>>().map(Some)
    }

    /// A section inside this one, or nothing when it is absent.
    pub fn section(&self, key: &str, report: &mut Report) -> Judged<Option<Self>> {
        self.get(key).map(|value| self.enter(key, value, report)).transpose()
    }

    /// The sections inside this one by their names, which are not known beforehand; in the order of the file.
    pub fn named_sections(&self, report: &mut Report) -> Vec<(String, Self)> {
        let mut entries: Vec<_> = self.table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let named = entries.into_iter().filter_map(|(key, value)| {
            let name = clean(key.get_ref()).text.into_owned();
            let section = self.enter(&name, value, report).ok()?;
            Some((name, section))
        });
        named.collect()
    }

    /// Reports that a key is missing.
    pub fn missing<T>(&self, key: &str, example: &str, report: &mut Report) -> Judged<T> {
        report.refuse(self.place(), format!("{key} is missing here; add {example}"))
    }

    fn get(&self, key: &str) -> Option<&'d Spanned<DeValue<'d>>> {
        self.table.get(key)
    }

    fn array(&self, key: &str, wanted: &str, report: &mut Report) -> Judged<Option<&'d [Spanned<DeValue<'d>>]>> {
        let Some(value) = self.get(key) else { return Ok(None) };
        if let DeValue::Array(items) = value.get_ref() {
            return Ok(Some(items));
        }
        let place = self.document.place(value.span().start);
        report.refuse(place, wrong_kind(key, wanted, value.get_ref()))
    }

    fn enter(&self, key: &str, value: &'d Spanned<DeValue<'d>>, report: &mut Report) -> Judged<Self> {
        let offset = value.span().start;
        match value.get_ref() {
            DeValue::Table(table) => Ok(Self { document: self.document, table, offset }),
            other => report.refuse(self.document.place(offset), wrong_kind(key, "a table", other)),
        }
    }

    fn word(&self, key: &str, value: &Spanned<DeValue<'d>>, report: &mut Report) -> Judged<Word<'d>> {
        let place = self.document.place(value.span().start);
        let DeValue::String(text) = value.get_ref() else {
            return report.refuse(place, wrong_kind(key, "a text in quotation marks", value.get_ref()));
        };
        let cleaned = clean(text);
        if cleaned.had_controls {
            warn_of_controls(key, place, report);
        }
        Ok(Word { text: cleaned.text.into_owned(), place })
    }
}

fn warn_of_controls(key: &str, place: Place, report: &mut Report) {
    report.warning(place, format!("{key} holds control or invisible characters, which were taken out; type it again"));
}

fn wrong_kind(key: &str, wanted: &str, found: &DeValue) -> String {
    let found = match found {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    format!("{key} has to be {wanted}, and is {found}")
}
