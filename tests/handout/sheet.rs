//! CSV, read back as a spreadsheet does.

use fingerpost::handout::Format;
use proptest::prelude::*;

use super::{ROUTE, hostile, text};

fn rows(csv: &str) -> Vec<Vec<String>> {
    let plain = csv.strip_prefix('\u{FEFF}').expect("a byte order mark, for Excel");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes());
    let record = |record: Result<csv::StringRecord, csv::Error>| {
        record.expect("as many cells in every row").iter().map(str::to_owned).collect()
    };
    reader.records().map(record).collect()
}

#[test]
fn a_route_is_a_table_that_can_be_sorted() {
    let csv = text(&ROUTE, Format::Csv);
    assert!(
        csv.lines().count() > 5 && csv.split("\r\n").all(|line| !line.contains('\n')),
        "lines end as RFC 4180 has it"
    );
    let rows = rows(&csv);
    assert_eq!(rows[0][..3], ["Kind", "Title", "Id"]);
    let kinds: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    for kind in ["role", "study", "move", "assumed"] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    let edition = rows[0].iter().position(|head| head == "Edition").expect("a column");
    assert!(rows[1..].iter().all(|row| row[edition] == "2026-11"));
}

/// What a spreadsheet shows of a cell: the apostrophe in front says that it is text.
fn is_formula(cell: &str) -> bool {
    let hidden = |c: char| c.is_whitespace() || c.is_control() || c == '"';
    cell.trim_start_matches(hidden).starts_with(['=', '+', '-', '@'])
}

proptest! {
    #[test]
    fn no_cell_starts_a_formula_and_no_word_is_lost(lead in "[ \t\r\n\"'=+@-]{0,4}", words in "\\PC{0,20}") {
        let typed = format!("{lead}{words}");
        let csv = text(&hostile(&typed), Format::Csv);
        for row in rows(&csv) {
            for cell in &row {
                prop_assert!(!is_formula(cell) && !cell.starts_with(['\t', '\r', '\n']), "{cell:?}");
            }
        }
        let kept = rows(&csv)[1][1].clone();
        prop_assert!(kept == typed || kept == format!("'{typed}"), "{kept:?} of {typed:?}");
    }
}
