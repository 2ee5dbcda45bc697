//! What spreadsheets do to a table.

use fingerpost::pack::{Severity, read};

use crate::{MANIFEST, MOVES, ROLES, sound, tiny, tiny_with, title, told};

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_column() {
    sound(&tiny_with("roles.csv", format!("\u{FEFF}{ROLES}")));
    sound(&tiny_with("pack.toml", format!("\u{FEFF}{MANIFEST}")));
}

#[test]
fn lines_end_as_on_windows_or_on_an_old_mac() {
    for end in ["\r\n", "\r"] {
        sound(&tiny_with("roles.csv", ROLES.replace('\n', end)));
        sound(&tiny_with("pack.toml", MANIFEST.replace('\n', end)));
        let wrong = format!("{MOVES}\nclerk,nobody,promotion,1\n").replace('\n', end);
        let reading = read(&tiny_with("moves.csv", wrong));
        assert_eq!((reading.faults[0].line, reading.faults[0].column), (4, 2), "{}", told(&reading));
    }
}

#[test]
fn windows_1252_is_read() {
    let pack = sound(&tiny_with(
        "roles.csv",
        b"id,title,family,level,starting_point\nclerk,Clerk \x96 \xA3 \x93a\x94,ops,1,yes\nchief,C,ops,2,\n",
    ));
    assert_eq!(title(&pack, "clerk"), "Clerk – £ “a”");
}

#[test]
fn utf_16_is_read() {
    let units = format!("\u{FEFF}{}", ROLES.replace("Clerk", "Clerk £"));
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let bytes: Vec<u8> = units.encode_utf16().flat_map(to_bytes).collect();
        assert_eq!(title(&sound(&tiny_with("roles.csv", bytes)), "clerk"), "Clerk £");
    }
}

#[test]
fn quoted_line_ends_are_spaces_and_do_not_upset_the_lines() {
    let text = "id,title,family,level,starting_point\r\nclerk,\"Clerk\r\nof\nthe \"\"works\"\"\",ops,1,yes\r\nchief,C,nowhere,2,\r\n";
    let reading = read(&tiny_with("roles.csv", text));
    assert_eq!((reading.faults[0].line, reading.faults[0].column), (5, 3), "{}", told(&reading));
    let pack = sound(&tiny_with("roles.csv", text.replace("nowhere", "ops")));
    assert_eq!(title(&pack, "clerk"), "Clerk of the \"works\"");
}

#[test]
fn blank_rows_are_passed_over() {
    let text = ROLES.replace("chief,", "\n,,,,\n  , ,,,\nchief,");
    let pack = sound(&tiny_with("roles.csv", format!("\n,,,\n{text}\n,,,,\n\n,,,,,,,\n")));
    assert_eq!(pack.role_ids().len(), 2);
    let reading = read(&tiny_with("moves.csv", "\n\nfrom,to,kind,years_min\n\n,,,\n\nclerk,chief,promotion,x\n"));
    assert_eq!((reading.faults[0].line, reading.faults[0].column), (7, 4), "{}", told(&reading));
}

#[test]
fn columns_come_in_any_order_and_case_with_spaces_around() {
    let text = " Level ,STARTING_POINT,family, ID,Title\n 1 , yes ,ops,clerk,  Clerk\u{A0}\n2,,ops,chief,Chief\n";
    assert_eq!(title(&sound(&tiny_with("roles.csv", text)), "clerk"), "Clerk");
}

#[test]
fn semicolons_and_tabs_separate_where_the_header_shows_it() {
    for separator in [";", "\t"] {
        sound(&tiny_with("roles.csv", ROLES.replace(',', separator)));
        let with_comma = ROLES.replace(',', separator).replace("Clerk", "Clerk, senior");
        assert_eq!(title(&sound(&tiny_with("roles.csv", with_comma)), "clerk"), "Clerk, senior");
    }
    let declared = format!("sep=;\r\n{}", ROLES.replace(',', ";"));
    sound(&tiny_with("roles.csv", &declared));
    let reading = read(&tiny_with("roles.csv", declared.replace("chief;", "Chief;")));
    assert_eq!(reading.faults.iter().find(|fault| fault.file == "roles.csv").map(|fault| fault.line), Some(4));
}

#[test]
fn empty_cells_at_the_end_may_be_left_out_or_too_many() {
    sound(&tiny_with(
        "roles.csv",
        "id,title,family,level,starting_point,,\nclerk,Clerk,ops,1,yes,,\nchief,Chief,ops,2\n",
    ));
}

#[test]
fn names_of_files_may_be_in_capitals() {
    let mut files = tiny();
    let roles = files.0.remove("roles.csv").expect("it is there");
    files.0.insert("Roles.CSV".to_owned(), roles);
    sound(&files);
}

#[test]
fn control_characters_are_taken_out_and_warned_of() {
    let reading = read(&tiny_with("roles.csv", ROLES.replace("Clerk", "Cl\u{1b}[31mer\u{202E}k\u{9b}")));
    assert_eq!(told(&reading).lines().count(), 1);
    let fault = &reading.faults[0];
    assert_eq!((fault.severity, fault.line, fault.column), (Severity::Warning, 2, 2));
    assert_eq!(title(&reading.pack.expect("only a warning"), "clerk"), "Cl�[31merk�");
}
