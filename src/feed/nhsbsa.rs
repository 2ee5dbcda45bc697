//! The vacancies that the NHSBSA publishes from NHS Jobs as open data.

use super::Faults;
use super::draft::Draft;
use super::plain_csv::whole;
use super::salary::{self, Yearly};
use super::sheet::{Row, Sheet};
use crate::domain::advert::Advert;
use crate::domain::quantity::{Decimal, Pounds};

/// Whether a table is one of these.
pub(super) fn fits(sheet: &Sheet<'_>) -> bool {
    ["job_reference", "employer_name", "job_title"].iter().all(|name| sheet.column(&[name]).is_some())
}

struct Columns {
    id: Option<usize>,
    reference: Option<usize>,
    title: Option<usize>,
    employer: Option<usize>,
    band: Option<usize>,
    min: Option<usize>,
    max: Option<usize>,
    fixed: Option<usize>,
    unit: Option<usize>,
    contract: Option<usize>,
    postcode: Option<usize>,
    region: Option<usize>,
    posted: Option<usize>,
    closes: Option<usize>,
}

pub(super) fn read(sheet: &Sheet<'_>, faults: &mut Faults) -> Vec<Advert> {
    let column = |name| sheet.column(&[name]);
    let columns = Columns {
        id: column("vacancy_id"),
        reference: column("job_reference"),
        title: column("job_title"),
        employer: column("employer_name"),
        band: column("pay_band"),
        min: column("salary_range_min"),
        max: column("salary_range_max"),
        fixed: column("fixed_salary"),
        unit: column("salary_time_unit"),
        contract: column("contract_type"),
        postcode: column("employer_postcode"),
        region: column("region"),
        posted: sheet.column(&["post_date", "posted_date", "date_posted"]),
        closes: sheet.column(&["close_date", "closing_date"]),
    };
    sheet.rows().filter_map(|row| advert(row, &columns).finish(faults)).collect()
}

fn advert<'s>(row: Row<'s>, columns: &Columns) -> Draft<'s> {
    let fixed = whole(row.at(columns.fixed));
    let min = whole(row.at(columns.min)).or(fixed);
    let max = whole(row.at(columns.max)).or(fixed);
    let unit = row.at(columns.unit).trim();
    let pay = yearly(min, max, unit);
    Draft {
        line: row.line,
        id: row.at(columns.id).into(),
        reference: row.at(columns.reference).into(),
        title: row.at(columns.title).into(),
        employer: row.at(columns.employer).into(),
        grade: spoken(row.at(columns.band)).into(),
        pay_text: pay_text(row, columns, pay).into(),
        pay: Some(pay),
        contract: spoken(row.at(columns.contract)).into(),
        postcode: row.at(columns.postcode).into(),
        region: spoken(row.at(columns.region)).into(),
        posted: row.at(columns.posted).into(),
        closes: row.at(columns.closes).into(),
        ..Draft::default()
    }
}

/// Numbers only where the unit is the year, or where there is none and the sum can be nothing else.
fn yearly(min: Option<u64>, max: Option<u64>, unit: &str) -> Yearly {
    let unit = unit.to_ascii_lowercase();
    let sure = min.or(max).is_some_and(|sum| sum >= 5_000);
    let by_year = ["year", "annum", "annual"].iter().any(|word| unit.contains(word)) || (unit.is_empty() && sure);
    let range = if by_year { salary::range(min, max) } else { None };
    range.unwrap_or_default()
}

fn pay_text(row: Row, columns: &Columns, pay: Yearly) -> String {
    let pounds = |sum| Pounds(Decimal::whole(sum)).to_string();
    if let (Some(min), Some(max)) = (pay.min, pay.max) {
        let range = if min == max { pounds(min) } else { format!("{} to {}", pounds(min), pounds(max)) };
        return format!("{range} a year");
    }
    let cells = [columns.min, columns.max, columns.fixed].map(|column| row.at(column).trim());
    let sums: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
    let unit = spoken(row.at(columns.unit));
    if sums.is_empty() { String::new() } else { format!("£{} {unit}", sums.join(" to £")).trim_end().to_owned() }
}

/// A code as words: `BAND_8A` as `Band 8a`, `SOUTH_WEST` as `South West`. What is no code stays as it is.
fn spoken(code: &str) -> String {
    let code = code.trim();
    if code.len() > 60 || code.bytes().any(|b| b.is_ascii_lowercase()) {
        return code.to_owned();
    }
    let word = |word: &str| match word {
        "AND" | "OF" | "THE" => word.to_ascii_lowercase(),
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => word.to_ascii_lowercase(),
        _ => word.get(..1).map_or_else(String::new, |first| format!("{first}{}", word[1..].to_ascii_lowercase())),
    };
    if code.is_ascii() { code.split(['_', ' ']).map(word).collect::<Vec<_>>().join(" ") } else { code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn codes_become_words() {
        for (code, words) in [
            ("BAND_8A", "Band 8a"),
            ("NORTH_EAST_AND_YORKSHIRE", "North East and Yorkshire"),
            ("Band 8a", "Band 8a"),
            ("VERY_SENIOR_MANAGER", "Very Senior Manager"),
            ("", ""),
            ("__", " "),
        ] {
            assert_eq!(spoken(code).trim_end(), words.trim_end(), "{code}");
        }
    }
}
