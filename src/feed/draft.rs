//! An advert put together from its fields as a feed has them: cleaned, cut, and judged.

use jiff::civil::Date;

use super::salary::{self, Yearly};
use super::{Faults, Loss, date, link};
use crate::domain::advert::Advert;
use crate::domain::text::{clean, quoted};

/// The fields of one advert, as the feed has them.
#[derive(Debug, Default)]
pub(super) struct Draft<'t> {
    pub line: usize,
    pub id: Text<'t>,
    pub reference: Text<'t>,
    pub title: Text<'t>,
    pub employer: Text<'t>,
    pub ods: Text<'t>,
    pub grade: Text<'t>,
    pub pay_text: Text<'t>,
    /// Pay in numbers, where the feed has columns for it.
    pub pay: Option<Yearly>,
    pub contract: Text<'t>,
    pub town: Text<'t>,
    pub postcode: Text<'t>,
    pub region: Text<'t>,
    pub package: Text<'t>,
    pub posted: Text<'t>,
    pub closes: Text<'t>,
    pub url: Text<'t>,
}

/// A field as the feed has it.
pub(super) type Text<'t> = std::borrow::Cow<'t, str>;

/// The most characters of a title.
const TITLE: usize = 200;
/// The most characters of other names and remarks.
const WORDS: usize = 160;
/// The most characters of a package.
const PACKAGE: usize = 1_000;
/// The most characters of a reference.
const REFERENCE: usize = 64;

impl Draft<'_> {
    /// The advert; nothing, and a fault, when it has no title or nothing to tell it from others by.
    pub fn finish(self, faults: &mut Faults) -> Option<Advert> {
        let line = self.line;
        let mut fields = Fields { line, faults };
        let url = fields.url(&self.url);
        let reference = fields.cut("reference", &self.reference, REFERENCE);
        let reference = if reference.is_empty() { fields.other_reference(&url, &self.id) } else { reference };
        let title = fields.cut("title", &self.title, TITLE);
        if title.is_empty() {
            let of = if reference.is_empty() { String::new() } else { format!(" {}", quoted(&reference)) };
            fields.faults.add(Loss::Advert, line, || format!("the advert{of} has no title; it is left out"));
            return None;
        }
        if reference.is_empty() {
            let message = || format!("the advert {} has no reference to tell it by; it is left out", quoted(&title));
            fields.faults.add(Loss::Advert, line, message);
            return None;
        }
        let pay_text = fields.cut("pay", &self.pay_text, WORDS);
        let pay = self.pay.unwrap_or_else(|| salary::read(&pay_text));
        Some(Advert {
            employer: fields.cut("employer", &self.employer, WORDS),
            ods: fields.cut("ODS code", &self.ods, 12),
            grade: fields.cut("grade", &self.grade, WORDS),
            pay_min: pay.min,
            pay_max: pay.max,
            contract: fields.cut("contract", &self.contract, WORDS),
            town: fields.cut("town", &self.town, WORDS),
            postcode: fields.cut("postcode", &self.postcode, 12),
            region: fields.cut("region", &self.region, WORDS),
            package: fields.cut("package", &self.package, PACKAGE),
            posted: fields.date("day of posting", &self.posted),
            closes: fields.date("closing date", &self.closes),
            pay_text,
            reference,
            title,
            url,
        })
    }
}

/// The fields of an advert on a line, and where to tell what is wrong with them.
struct Fields<'f> {
    line: usize,
    faults: &'f mut Faults,
}

impl Fields<'_> {
    /// The field cleaned and, when it is longer than `most` characters, cut.
    fn cut(&mut self, what: &str, text: &str, most: usize) -> String {
        // No text has more characters than bytes: nearly every field ends here.
        if text.len() <= most {
            return clean(text).text.into_owned();
        }
        // Far more than is kept, so that nobody waits for the cleaning of megabytes.
        let looked_at = text.char_indices().nth(most * 4).map_or(text, |(end, _)| &text[..end]);
        let cleaned = clean(looked_at).text;
        let cut = cleaned.char_indices().nth(most).map(|(end, _)| end);
        if cut.is_some() || looked_at.len() < text.len() {
            self.faults
                .add(Loss::Detail, self.line, || format!("the {what} is longer than {most} characters; it is cut"));
        }
        match cut {
            None => cleaned.into_owned(),
            Some(end) => format!("{}…", cleaned[..end].trim_end()),
        }
    }

    fn url(&mut self, text: &str) -> String {
        let text = text.trim();
        if text.is_empty() || link::is_kept(text) {
            return text.to_owned();
        }
        let message = || format!("the link {} is not on NHS Jobs; it is left out", quoted(text));
        self.faults.add(Loss::Detail, self.line, message);
        String::new()
    }

    /// What stands in for a reference: the one in the address, else the feed's own id.
    fn other_reference(&mut self, url: &str, id: &str) -> String {
        let found = link::last_part(url).unwrap_or(id);
        self.cut("reference", found, REFERENCE)
    }

    fn date(&mut self, what: &str, text: &str) -> Option<Date> {
        let text = text.trim();
        let found = date::read(text);
        if found.is_none() && !text.is_empty() {
            self.faults
                .add(Loss::Detail, self.line, || format!("the {what} {} is no date; it is left out", quoted(text)));
        }
        found
    }
}
