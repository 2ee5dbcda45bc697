//! What stands in single cells: amounts, dates, words from a list, expressions.

use jiff::civil::Date;

use super::ids::Ids;
use super::report::{Judged, Place, Refused, Report, listed, quoted};
use super::table::Row;
use crate::domain::expression::{Expression, ExpressionFault, ExpressionFaultKind};
use crate::domain::id::TrainingId;
use crate::domain::nearest::nearest;
use crate::domain::provenance::{Basis, Provenance};
use crate::domain::quantity::Decimal;

/// The most that an amount can sensibly be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    pub most: u32,
    pub unit: &'static str,
}

impl Limit {
    pub const YEARS: Self = Self { most: 60, unit: "years" };
    /// In the role a person holds: a working life is longer than any move asks for.
    pub const SERVED: Self = Self { most: 80, unit: "years" };
    pub const MONTHS: Self = Self { most: 240, unit: "months" };
    pub const WEEKS: Self = Self { most: 1_000, unit: "weeks" };
    pub const HOURS: Self = Self { most: 20_000, unit: "hours" };
    pub const HOURS_A_WEEK: Self = Self { most: 168, unit: "hours a week" };
    pub const COST: Self = Self { most: 1_000_000, unit: "pounds" };
    pub const PAY: Self = Self { most: 10_000_000, unit: "pounds" };
    pub const COUNT: Self = Self { most: 1_000, unit: "" };
    pub const SHARE: Self = Self { most: 1, unit: "" };
    pub const RECOMMENDATION: Self = Self { most: 99, unit: "" };

    /// The amount that `text` says, or what is wrong with it.
    pub fn judge(self, text: &str) -> Result<Decimal, String> {
        let number = Decimal::parse(text).ok_or_else(|| not_a_number(text))?;
        if number.is_negative() {
            return Err(format!("{} is below nought; write a number from 0 to {}", quoted(text), self.most));
        }
        if number > Decimal::whole(self.most) {
            let unit = if self.unit.is_empty() { String::new() } else { format!(" {}", self.unit) };
            return Err(format!("{}{unit} cannot be right; the most that is taken is {}", quoted(text), self.most));
        }
        Ok(number)
    }
}

fn not_a_number(text: &str) -> String {
    let remedy = match plain_number(text) {
        Some(number) => format!("write {number}"),
        None => "write digits only, with a point for decimals, or leave the cell empty".to_owned(),
    };
    format!("{} is not a plain number; {remedy}", quoted(text))
}

/// The number somebody meant who wrote `1,000`, `£995`, `2,5` or `12 months`.
fn plain_number(text: &str) -> Option<String> {
    let bare: String = text.chars().take(40).filter(|c| !c.is_whitespace() && !matches!(c, '£' | '€' | '$')).collect();
    let end = bare.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '-'))).unwrap_or(bare.len());
    let digits = &bare[..end];
    let number = match digits.split_once(',') {
        Some((whole, places)) if !places.is_empty() && places.len() < 3 => format!("{whole}.{places}"),
        _ => digits.replace(',', ""),
    };
    Decimal::parse(&number).filter(|_| number != text).map(|_| number)
}

/// The amount in a cell; nothing when it is empty.
pub(super) fn amount(row: Row, column: &str, limit: Limit, report: &mut Report) -> Judged<Option<Decimal>> {
    match row.text(column) {
        "" => Ok(None),
        text => match limit.judge(text) {
            Ok(number) => Ok(Some(number)),
            Err(message) => report.refuse(row.place(column), format!("{column}: {message}")),
        },
    }
}

/// The whole amount in a cell; nothing when it is empty.
pub(super) fn whole(row: Row, column: &str, limit: Limit, report: &mut Report) -> Judged<Option<u32>> {
    let Some(number) = amount(row, column, limit, report)? else { return Ok(None) };
    match whole_number(number) {
        Some(whole) => Ok(Some(whole)),
        None => report.refuse(row.place(column), format!("{column}: {number} is not a whole number")),
    }
}

/// A decimal that is a whole number, as one.
pub(super) fn whole_number(number: Decimal) -> Option<u32> {
    let ceiling = u32::try_from(number.ceil()).ok()?;
    (Decimal::whole(ceiling) == number).then_some(ceiling)
}

/// Warns when the higher end of a range is below its lower end.
pub(super) fn judge_range<T: PartialOrd>(
    row: Row,
    columns: [&str; 2],
    range: [Option<&T>; 2],
    report: &mut Report,
) -> bool {
    let [low, high] = columns;
    let wrong = matches!(range, [Some(least), Some(most)] if most < least);
    if wrong {
        let (most, least) = (quoted(row.text(high)), quoted(row.text(low)));
        report.warning(row.place(high), format!("{high} {most} is below {low} {least}; swap or correct them"));
    }
    !wrong
}

/// A segment of the Oversight Framework, 1 to 5; nothing when the cell is empty.
pub(super) fn segment(row: Row, column: &str, report: &mut Report) -> Judged<Option<u8>> {
    match row.text(column) {
        "" => Ok(None),
        text => match text.parse::<u8>() {
            Ok(segment @ 1..=5) => Ok(Some(segment)),
            _ => report.refuse(row.place(column), format!("{column} {} is none of 1, 2, 3, 4, 5", quoted(text))),
        },
    }
}

/// What a yes-or-no cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
    Unsaid,
}

/// Reads a cell that may be `yes`, `no` or empty.
pub(super) fn answer(row: Row, column: &str, report: &mut Report) -> Judged<Answer> {
    match row.text(column) {
        "yes" => Ok(Answer::Yes),
        "no" => Ok(Answer::No),
        "" => Ok(Answer::Unsaid),
        other => report
            .refuse(row.place(column), format!("{column} is {}; write yes or no, or leave it empty", quoted(other))),
    }
}

/// Reads a cell that has to be one of `words`.
pub(super) fn choice<T>(
    row: Row,
    column: &str,
    words: &[&str],
    read: impl Fn(&str) -> Option<T>,
    report: &mut Report,
) -> Judged<T> {
    let text = row.text(column);
    match read(text) {
        Some(value) => Ok(value),
        None => report.refuse_with(row.place(column), || not_among(column, text, words)),
    }
}

/// What to say of a word that is none of a list.
pub(super) fn not_among(name: &str, text: &str, words: &[&str]) -> String {
    let near = nearest(text, words.iter().copied(), 1);
    let hint = near.first().map_or_else(String::new, |near| format!("; nearest: {near}"));
    format!("{name} {} is none of {}{hint}", quoted(text), listed(words.iter().copied()))
}

/// The date in a cell; nothing, with a warning, when it is written in another way.
pub(super) fn date(row: Row, column: &str, report: &mut Report) -> Option<Date> {
    let text = row.text(column);
    if text.is_empty() {
        return None;
    }
    let read = iso_date(text);
    if read.is_none() {
        report.warning(row.place(column), format!("{column}: {}; the date is left out", not_a_date(text)));
    }
    read
}

/// A date written as `2026-11-22`, and in no other way.
pub(super) fn iso_date(text: &str) -> Option<Date> {
    let shape = |at: usize, b: u8| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() };
    let shaped = text.len() == 10 && text.bytes().enumerate().all(|(at, b)| shape(at, b));
    if shaped { text.parse().ok() } else { None }
}

/// What to say of a text that is no date, with the date when it is only in the wrong order.
pub(super) fn not_a_date(text: &str) -> String {
    let parts: Vec<&str> = text.split(['/', '.']).take(4).collect();
    let turned = match parts[..] {
        [day, month, year] if year.len() == 4 => iso_date(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    };
    let remedy = turned.map_or_else(
        || "write it as year-month-day, for instance 2026-11-22".to_owned(),
        |date| format!("write {date}"),
    );
    format!("{} is no date; {remedy}", quoted(text))
}

/// Longer expressions are not read: no person wrote them.
const LONGEST_EXPRESSION: usize = 20_000;

/// Reads an expression that stands at `place`.
pub(super) fn expression(text: &str, place: Place, facts: &Ids, report: &mut Report) -> Judged<Expression> {
    if text.len() > LONGEST_EXPRESSION {
        return report.refuse(place, format!("the expression is longer than {LONGEST_EXPRESSION} characters"));
    }
    let resolve = |id: &str| match facts.find(id) {
        Some(at) => Some(TrainingId::from_index(at)),
        None if facts.is_complete() => None,
        None => Some(TrainingId::from_index(0)), // its own file is faulty: only the grammar can be judged
    };
    Expression::parse(text, resolve).map_err(|faults| {
        for fault in faults {
            report.error_with(place, || expression_fault(text, &fault, facts));
        }
        Refused
    })
}

fn expression_fault(text: &str, fault: &ExpressionFault, facts: &Ids) -> String {
    let character = 1 + text.get(..fault.offset).unwrap_or(text).chars().count();
    let what = match &fault.kind {
        ExpressionFaultKind::UnknownFact(word) if word.contains([',', ';', '&', '|', '+', '/']) => {
            format!("{} is no id; join ids with the words and, or", quoted(word))
        }
        ExpressionFaultKind::UnknownFact(word) => facts.unknown(word),
        ExpressionFaultKind::Unexpected(word) => {
            format!(
                "{} cannot stand here; between two ids there has to be and or or, and brackets have to match",
                quoted(word)
            )
        }
        ExpressionFaultKind::Unfinished => {
            "the expression breaks off; an id or a closing bracket has to follow".to_owned()
        }
        ExpressionFaultKind::Empty => "the expression is empty; write none when nothing is asked for".to_owned(),
        ExpressionFaultKind::TooDeep => "there are too many brackets inside brackets; write it more simply".to_owned(),
    };
    format!("at character {character} of the cell: {what}")
}

/// How firm a row is, by a cell that may be empty; a word that is not known is warned of and taken as editorial.
pub(super) fn basis(row: Row, column: &str, report: &mut Report) -> Basis {
    judge_word(row, column, &["sourced", "editorial", "assumed", "derived", "sourced-advert"], report);
    Basis::from_cell(row.text(column))
}

/// Warns of a cell about how firm a row is that is neither empty nor one of `words`.
pub(super) fn judge_word(row: Row, column: &str, words: &[&str], report: &mut Report) {
    let text = row.text(column);
    if !text.is_empty() && !words.contains(&text) {
        let message = format!("{}; it is taken as editorial", not_among(column, text, words));
        report.warning(row.place(column), message);
    }
}

/// Where a row comes from; `date` and `source` are columns, and may be absent.
pub(super) fn provenance(row: Row, basis: Basis, source: &str, date: &str) -> Provenance {
    Provenance { basis, source: row.owned(source), date: row.owned(date), note: row.owned("note") }
}

#[cfg(test)]
mod tests {
    use super::{Limit, iso_date, not_a_date};

    #[test]
    fn numbers_as_spreadsheets_show_them_get_a_remedy() {
        for (text, remedy) in [
            ("1,000", "write 1000"),
            ("£995", "write 995"),
            ("2,5", "write 2.5"),
            ("12 months", "write 12"),
            ("£1,234.50", "write 1234.50"),
        ] {
            let message = Limit::COST.judge(text).expect_err(text);
            assert!(message.ends_with(remedy), "{message}");
        }
        for text in ["twelve", "#REF!", "1e3", "-", "NaN"] {
            assert!(Limit::COST.judge(text).is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_have_a_least_and_a_most() {
        assert!(
            Limit::YEARS.judge("60").is_ok()
                && Limit::YEARS.judge("60.1").is_err()
                && Limit::YEARS.judge("-1").is_err()
        );
    }

    #[test]
    fn dates_are_read_in_one_way_and_turned_when_they_are_british() {
        assert!(iso_date("2026-11-22").is_some());
        for bad in ["2026-13-01", "2026-1-1", "22/11/2026", "20261122", "2026-11-22T10:00"] {
            assert!(iso_date(bad).is_none(), "{bad}");
        }
        assert!(not_a_date("1/2/2026").ends_with("write 2026-02-01"));
        assert!(not_a_date("soon").contains("2026-11-22"));
    }
}
