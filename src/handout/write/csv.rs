//! A sheet as CSV (RFC 4180), fit for the spreadsheets people have.
//!
//! A byte order mark goes first: without it Excel on Windows takes UTF-8 for something else and spoils every `£`; other
//! readers pass over it. No cell can start a formula, whatever an advert or a profile contains.

use crate::handout::document::Document;
use crate::handout::sheet::Sheet;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// The columns that say of every row what it was made from.
const ABOUT: [&str; 5] = ["Pack", "Edition", "Rules", "Made on", "Hours a week"];

pub(in crate::handout) fn csv(sheet: &Sheet, document: &Document) -> String {
    let about = &document.about;
    let from = [
        about.pack.clone(),
        about.edition.clone(),
        about.rules().to_owned(),
        about.on.to_string(),
        about.hours_per_week.to_string(),
    ];
    let mut out = String::from(BYTE_ORDER_MARK);
    write_row(&mut out, sheet.columns.iter().chain(&ABOUT).copied());
    for row in &sheet.rows {
        write_row(&mut out, row.iter().chain(&from).map(String::as_str));
    }
    let gap = sheet.columns.len().saturating_sub(2);
    for assumed in &document.assumed {
        let cells = ["assumed", assumed.as_str()].into_iter().chain(std::iter::repeat_n("", gap));
        write_row(&mut out, cells.chain(from.iter().map(String::as_str)));
    }
    out
}

fn write_row<'c>(out: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        write_cell(out, &harmless(cell));
    }
    out.push_str("\r\n");
}

fn write_cell(out: &mut String, cell: &str) {
    if cell.contains(['"', ',', '\r', '\n', ';']) || cell != cell.trim() {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

/// The text of a cell with an apostrophe before what a spreadsheet would take for a formula, also where spaces, quotation
/// marks or invisible characters stand before it.
fn harmless(cell: &str) -> String {
    let hides =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '\u{FEFF}' | '\u{200B}'..='\u{200F}');
    let starts_badly = cell.starts_with(['\t', '\r', '\n']);
    let first = cell.trim_start_matches(hides).chars().next();
    let is_formula = first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '|' | '＝' | '＋' | '－' | '＠'));
    if starts_badly || is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_starts_like_a_formula_is_text() {
        for bad in
            ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\"=1\"", " =cmd|' /C calc'!A0", "'=1", "＝1", "\u{200B}=1"]
        {
            assert!(harmless(bad).starts_with('\''), "{bad:?}");
        }
        for good in ["Ward manager", "£57,528", "2026-11-22", "8a", ""] {
            assert_eq!(harmless(good), good);
        }
    }
}
