//! Search results of NHS Jobs as XML, in every shape that has been seen: any root, totals before or after the adverts,
//! places nested in one way or another, elements missing or empty, and the names of the feed before 2022.
//!
//! No entity is expanded but the five of XML and characters by number, no DTD is read, and nothing nests deeply.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::Event;

use super::draft::{Draft, Text};
use super::lines::Lines;
use super::{Faults, Loss, Totals};
use crate::domain::advert::Advert;
use crate::domain::text::quoted;

const DEEPEST: usize = 32;
/// No field is read further than this; what is kept of it is cut much shorter.
const LONGEST_FIELD: usize = 8 * 1024;
const MOST_ADVERTS: usize = 1_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Reference,
    Title,
    Employer,
    Contract,
    Pay,
    Closes,
    Posted,
    Url,
    Place,
}

const FIELDS: usize = 10;

/// The field an element holds, by its name now and before 2022.
fn field(name: &str) -> Option<Field> {
    Some(match name {
        "id" => Field::Id,
        "reference" | "job_reference" => Field::Reference,
        "title" | "job_title" => Field::Title,
        "employer" | "job_employer" => Field::Employer,
        "type" | "job_type" => Field::Contract,
        "salary" | "job_salary" => Field::Pay,
        "closeDate" | "job_closedate" => Field::Closes,
        "postDate" | "job_postdate" => Field::Posted,
        "url" | "job_url" => Field::Url,
        "locations" | "location" | "job_location" => Field::Place,
        _ => return None,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Total {
    Pages,
    Results,
}

/// The adverts of a text and what it says of the whole search.
pub(super) fn read(text: &str, faults: &mut Faults) -> (Vec<Advert>, Totals) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    let mut results = Results::new(text, faults);
    loop {
        let before = reader.buffer_position();
        let step = match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => results.take(event, before),
            Err(error) => Err(results.broken(&error, reader.error_position())),
        };
        if step.is_err() {
            return (Vec::new(), Totals::default());
        }
    }
    results.end()
}

/// The whole file is lost, and the faults say why.
struct Lost;

struct Results<'t, 'f> {
    lines: Lines<'t>,
    faults: &'f mut Faults,
    depth: usize,
    item: Option<Item<'t>>,
    total: Option<(Total, String)>,
    totals: Totals,
    adverts: Vec<Advert>,
    items: usize,
    told_of_entity: bool,
}

/// The advert that is being read.
struct Item<'t> {
    line: usize,
    depth: usize,
    texts: [Text<'t>; FIELDS],
    open: Option<Open<'t>>,
}

/// The field of it that is being read, with the parts of its text.
struct Open<'t> {
    field: Field,
    text: Text<'t>,
}

impl<'t, 'f> Results<'t, 'f> {
    fn new(text: &'t str, faults: &'f mut Faults) -> Self {
        Self {
            lines: Lines::new(text),
            faults,
            depth: 0,
            item: None,
            total: None,
            totals: Totals::default(),
            adverts: Vec::new(),
            items: 0,
            told_of_entity: false,
        }
    }

    fn take(&mut self, event: Event<'t>, at: u64) -> Result<(), Lost> {
        match event {
            Event::Start(start) => return self.start(start.local_name().as_ref(), at),
            Event::End(_) => self.close(),
            Event::Text(text) => self.text(text.into_inner()),
            Event::CData(text) => self.text(text.into_inner()),
            Event::GeneralRef(reference) => {
                let name = reference.into_inner();
                let letter = resolved(&name);
                self.tell_of_entity(&name, letter.is_none(), at);
                let text = letter.map_or_else(|| format!("&{name};"), String::from);
                self.text(Cow::Owned(text));
            }
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn start(&mut self, name: &str, at: u64) -> Result<(), Lost> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let line = self.lines.line_of(at);
            self.faults.lose_file(line, "elements stand in elements here more deeply than in any search results");
            return Err(Lost);
        }
        let depth = self.depth;
        match &mut self.item {
            Some(item) if depth == item.depth + 1 => {
                item.open = field(name).map(|field| Open { field, text: Cow::Borrowed("") });
            }
            // A place inside a place begins a new line, so that two are not run together.
            Some(item) => append(&mut item.open, Cow::Borrowed("\n")),
            None if matches!(name, "vacancyDetails" | "vacancy_details") => {
                self.items += 1;
                if self.items > MOST_ADVERTS {
                    let line = self.lines.line_of(at);
                    self.faults.lose_file(line, format!("the file has more than {MOST_ADVERTS} adverts; split it"));
                    return Err(Lost);
                }
                let line = self.lines.line_of(at);
                self.item = Some(Item { line, depth, texts: Default::default(), open: None });
            }
            None => self.total = total(name).map(|total| (total, String::new())),
        }
        Ok(())
    }

    fn text(&mut self, text: Cow<'t, str>) {
        match (&mut self.item, &mut self.total) {
            (Some(item), _) => append(&mut item.open, text),
            (None, Some((_, so_far))) if so_far.len() < 40 => so_far.push_str(text.get(..40).unwrap_or(&text)),
            _ => {}
        }
    }

    fn close(&mut self) {
        let depth = self.depth;
        self.depth = self.depth.saturating_sub(1);
        match &mut self.item {
            Some(item) if depth == item.depth => {
                let item = self.item.take();
                self.adverts.extend(item.and_then(|item| item.draft().finish(self.faults)));
            }
            Some(item) if depth == item.depth + 1 => item.keep(),
            Some(_) => {}
            None => self.note_total(),
        }
    }

    fn note_total(&mut self) {
        if let Some((total, text)) = self.total.take() {
            let number = text.trim().parse().ok();
            match total {
                Total::Pages => self.totals.pages = self.totals.pages.or(number),
                Total::Results => self.totals.results = self.totals.results.or(number),
            }
        }
    }

    fn tell_of_entity(&mut self, name: &str, unknown: bool, at: u64) {
        if unknown && !self.told_of_entity {
            self.told_of_entity = true;
            let line = self.lines.line_of(at);
            let message = || format!("{} is no character that XML knows; it is left as it stands", quoted(name));
            self.faults.add(Loss::Detail, line, message);
        }
    }

    fn broken(&mut self, error: &Error, at: u64) -> Lost {
        let line = self.lines.line_of(at);
        self.faults.lose_file(line, format!("the XML is broken here ({error}); nothing of the file is used. {AGAIN}"));
        Lost
    }

    fn end(mut self) -> (Vec<Advert>, Totals) {
        if self.depth > 0 {
            let line = self.lines.line_of(u64::MAX);
            self.faults.lose_file(line, format!("the file ends in the middle; nothing of it is used. {AGAIN}"));
        } else if self.items == 0 && self.totals == Totals::default() {
            let message =
                "these are no search results of NHS Jobs: there is no <vacancyDetails> and no number of results";
            self.faults.lose_file(1, message);
        }
        (self.adverts, self.totals)
    }
}

const AGAIN: &str = "Was it saved whole? Fetch it again";

fn total(name: &str) -> Option<Total> {
    match name {
        "totalPages" => Some(Total::Pages),
        "totalResults" | "number_of_jobs_found" => Some(Total::Results),
        _ => None,
    }
}

/// The character that a reference stands for: one of the five of XML, or by number.
fn resolved(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            decimal => number(decimal, 10),
        },
    }
}

fn append<'t>(open: &mut Option<Open<'t>>, text: Cow<'t, str>) {
    let Some(open) = open else { return };
    if open.text.is_empty() {
        open.text = text;
    } else if open.text.len() < LONGEST_FIELD {
        open.text.to_mut().push_str(&text);
    }
}

impl<'t> Item<'t> {
    /// Ends the field that is being read; of several with one name the first that says something counts.
    fn keep(&mut self) {
        if let Some(Open { field, text }) = self.open.take() {
            let kept = &mut self.texts[field as usize];
            if kept.trim().is_empty() {
                *kept = text;
            }
        }
    }

    fn draft(mut self) -> Draft<'t> {
        let mut text = |field: Field| std::mem::take(&mut self.texts[field as usize]);
        let (town, postcode) = place(&text(Field::Place));
        Draft {
            line: self.line,
            id: text(Field::Id),
            reference: text(Field::Reference),
            title: text(Field::Title),
            employer: text(Field::Employer),
            pay_text: text(Field::Pay),
            contract: text(Field::Contract),
            posted: text(Field::Posted),
            closes: text(Field::Closes),
            url: text(Field::Url),
            town: town.into(),
            postcode: postcode.into(),
            ..Draft::default()
        }
    }
}

/// Town and postcode of the first place: `Peterlee, SR8 2RU`.
fn place(text: &str) -> (String, String) {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let (head, tail) = first.rsplit_once(',').unwrap_or((first, ""));
    let (head, tail) = (head.trim(), tail.trim());
    if tail.bytes().any(|b| b.is_ascii_digit()) && (5..=8).contains(&tail.len()) {
        (head.to_owned(), tail.to_owned())
    } else {
        (first.to_owned(), String::new())
    }
}
