//! A CSV with the columns of our own posts, any of them besides title, organisation and a reference.

use super::draft::Draft;
use super::salary::{self, Yearly};
use super::sheet::{Row, Sheet};
use super::{Faults, Loss};
use crate::domain::advert::Advert;
use crate::domain::text::quoted;

struct Columns {
    reference: Option<usize>,
    id: Option<usize>,
    title: Option<usize>,
    employer: Option<usize>,
    pay_min: Option<usize>,
    pay_max: Option<usize>,
    others: [Option<usize>; 11],
}

impl Columns {
    fn of(sheet: &Sheet<'_>, faults: &mut Faults) -> Option<Self> {
        let columns = Self {
            reference: sheet.column(&["advert_ref", "reference", "advert_reference", "job_reference"]),
            id: sheet.column(&["posting_id", "id"]),
            title: sheet.column(&["title", "job_title"]),
            employer: sheet.column(&["organisation", "employer", "employer_name"]),
            pay_min: sheet.column(&["pay_min_gbp", "pay_min"]),
            pay_max: sheet.column(&["pay_max_gbp", "pay_max"]),
            others: [
                sheet.column(&["ods_code", "ods"]),
                sheet.column(&["grade", "band"]),
                sheet.column(&["pay_text", "pay", "salary"]),
                sheet.column(&["contract"]),
                sheet.column(&["town"]),
                sheet.column(&["postcode"]),
                sheet.column(&["region"]),
                sheet.column(&["package"]),
                sheet.column(&["posted", "post_date"]),
                sheet.column(&["closing", "closes", "close_date"]),
                sheet.column(&["source_url", "url"]),
            ],
        };
        let missing = [
            ("title", columns.title.is_none()),
            ("organisation", columns.employer.is_none()),
            ("advert_ref", columns.reference.is_none() && columns.id.is_none()),
        ];
        let missing: Vec<&str> = missing.iter().filter(|(_, missing)| *missing).map(|(name, _)| *name).collect();
        if missing.is_empty() {
            return Some(columns);
        }
        let found: Vec<String> = sheet.names().iter().take(12).map(|name| quoted(name)).collect();
        let message = format!(
            "a table of posts needs the columns title, organisation and advert_ref; missing: {}. Columns found: {}",
            missing.join(", "),
            found.join(", "),
        );
        faults.lose_file(1, message);
        None
    }
}

pub(super) fn read(sheet: &Sheet<'_>, faults: &mut Faults) -> Vec<Advert> {
    let Some(columns) = Columns::of(sheet, faults) else { return Vec::new() };
    sheet.rows().filter_map(|row| advert(row, &columns, faults)).collect()
}

fn advert(row: Row, columns: &Columns, faults: &mut Faults) -> Option<Advert> {
    let employer = row.at(columns.employer);
    if employer.trim().is_empty() {
        let short = if row.is_whole() { "" } else { " and ends early" };
        let message = || format!("the row names no organisation{short}; it is left out");
        faults.add(Loss::Advert, row.line, message);
        return None;
    }
    let [ods, grade, pay_text, contract, town, postcode, region, package, posted, closes, url] =
        columns.others.map(|column| row.at(column).into());
    let draft = Draft {
        line: row.line,
        id: row.at(columns.id).into(),
        reference: row.at(columns.reference).into(),
        title: row.at(columns.title).into(),
        employer: employer.into(),
        pay: pay(row, columns, faults),
        ods,
        grade,
        pay_text,
        contract,
        town,
        postcode,
        region,
        package,
        posted,
        closes,
        url,
    };
    draft.finish(faults)
}

/// Pay in numbers, when one of the cells for it is filled.
fn pay(row: Row, columns: &Columns, faults: &mut Faults) -> Option<Yearly> {
    let cells = [row.at(columns.pay_min).trim(), row.at(columns.pay_max).trim()];
    if cells.iter().all(|cell| cell.is_empty()) {
        return None;
    }
    let [min, max] = cells.map(whole);
    let read = |cell: &str, sum: Option<u64>| cell.is_empty() || sum.is_some();
    let sound = read(cells[0], min) && read(cells[1], max);
    let range = if sound { salary::range(min, max) } else { None };
    if range.is_none() {
        let message = || format!("{} to {} is no pay a year; it is left out", quoted(cells[0]), quoted(cells[1]));
        faults.add(Loss::Detail, row.line, message);
    }
    Some(range.unwrap_or_default())
}

/// Whole pounds as spreadsheets write them: `57528`, `57,528`, `£57,528.00`.
pub(super) fn whole(cell: &str) -> Option<u64> {
    let digits = cell.trim().trim_start_matches('£').replace(',', "");
    let (whole, pence) = digits.split_once('.').unwrap_or((&digits, ""));
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || !plain(whole) || !plain(pence) {
        return None;
    }
    let up = u64::from(pence.as_bytes().first().is_some_and(|b| *b >= b'5'));
    whole.parse::<u64>().ok().map(|pounds| pounds + up)
}
