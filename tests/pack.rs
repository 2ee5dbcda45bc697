//! Reading packs as people write them: what spreadsheets do to a table, and every way in which a pack can be wrong.

use fingerpost::domain::Pack;
use fingerpost::domain::career_move::{MoveKind, Usual};
use fingerpost::domain::provenance::Basis;
use fingerpost::domain::quantity::Decimal;
use fingerpost::pack::{Files, Reading, Severity, read, read_profile};
use proptest::prelude::*;

const MANIFEST: &str = r#"id = "tiny"
title = "Tiny"
edition = "1"
levels = [{ id = 1, title = "Team" }, { id = 2, title = "Board" }]
families = [{ id = "ops", title = "Operations" }]
"#;
const ROLES: &str = "id,title,family,level,starting_point\nclerk,Clerk,ops,1,yes\nchief,Chief,ops,2,no\n";
const MOVES: &str = "from,to,kind,years_min\nclerk,chief,promotion,2\n";
const TRAINING: &str =
    "id,title,kind,obtain,requires\nfirst-aid,First aid,programme,study,none\nlaw,Law,programme,study,first-aid\n";

/// A small pack in which nothing is wrong.
fn tiny() -> Files {
    let files = [("pack.toml", MANIFEST), ("roles.csv", ROLES), ("moves.csv", MOVES), ("training.csv", TRAINING)];
    Files(files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect())
}

/// The small pack with one file replaced or added.
fn tiny_with(file: &str, bytes: impl AsRef<[u8]>) -> Files {
    let mut files = tiny();
    files.0.insert(file.to_owned(), bytes.as_ref().to_vec());
    files
}

fn told(reading: &Reading) -> String {
    reading.faults.iter().map(|fault| format!("{fault}\n")).collect()
}

/// The pack, which must have no fault at all.
fn sound(files: &Files) -> Pack {
    let reading = read(files);
    assert!(reading.faults.is_empty(), "{}", told(&reading));
    reading.pack.expect("no fault, so a pack")
}

fn title(pack: &Pack, role: &str) -> String {
    pack.role(pack.find_role(role).expect("the role")).title.clone()
}

// What spreadsheets do

#[test]
fn the_small_pack_is_read() {
    let pack = sound(&tiny());
    assert_eq!(pack.about().slug.as_str(), "tiny");
    assert_eq!(pack.tables().hours_per_week, Decimal::whole(5));
    let a_move = pack.career_move(pack.move_ids().next().expect("a move"));
    assert_eq!((&a_move.kind, a_move.usual, a_move.tenure().0), (&MoveKind::Promotion, Usual::Usual, 104));
}

#[test]
fn only_three_files_have_to_be_there() {
    let mut files = tiny();
    files.0.remove("training.csv");
    sound(&files);
}

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

// What can be wrong

/// File, its text, and how the fault begins; then a word that its message has to have.
type Wrong = (&'static str, &'static str, &'static str, &'static str);

const WRONG_TABLES: &[Wrong] = &[
    ("roles.csv", "", "roles.csv:1:1: error", "empty"),
    (
        "roles.csv",
        "id,name,family,level\nclerk,Clerk,ops,1\n",
        "roles.csv:1:1: error",
        "Columns found: id, name, family, level",
    ),
    ("roles.csv", "id,titel,family,level\nclerk,Clerk,ops,1\n", "roles.csv:1:1: error", "\"titel\""),
    (
        "roles.csv",
        "id,title,family,level,colour\nclerk,A,ops,1,red\nchief,B,ops,2,\n",
        "roles.csv:1:5: warning",
        "colour",
    ),
    ("roles.csv", "id,title,family,level,title\nclerk,A,ops,1,B\nchief,B,ops,2,\n", "roles.csv:1:5: error", "twice"),
    (
        "roles.csv",
        "id,title,family,level\nclerk,A,ops,1\nchief,B,ops,2\nclerk,C,ops,1\n",
        "roles.csv:4:1: error",
        "line 2",
    ),
    (
        "roles.csv",
        "id,title,family,level\nclerk,A,ops,1\nchief,B,ops,2\nHead Clerk,C,ops,1\n",
        "roles.csv:4:1: error",
        "head-clerk",
    ),
    ("roles.csv", "id,title,family,level\nclerk,A,ops,1\nchief,B,ops,2\n,C,ops,1\n", "roles.csv:4:1: error", "empty"),
    ("roles.csv", "id,title,family,level\nclerk, ,ops,1\nchief,B,ops,2\n", "roles.csv:2:2: error", "empty"),
    ("roles.csv", "id,title,family,level\nclerk,A,opps,1\nchief,B,ops,2\n", "roles.csv:2:3: error", "nearest: ops"),
    ("roles.csv", "id,title,family,level\nclerk,A,ops,7\nchief,B,ops,2\n", "roles.csv:2:4: error", "1, 2"),
    ("roles.csv", "id,title,family,level\nclerk,A,ops,one\nchief,B,ops,2\n", "roles.csv:2:4: error", "plain number"),
    ("roles.csv", "id,title,family,level\nclerk,A,ops\nchief,B,ops,2\n", "roles.csv:2:4: error", "3 cells"),
    ("roles.csv", "id,title,family,level\nclerk,A, b,ops,1\nchief,B,ops,2\n", "roles.csv:2:5: error", "5 cells"),
    ("roles.csv", "id,title,family,level\nclerk,\"A,ops,1\nchief,B,ops,2\n", "roles.csv:2:1: error", "never closed"),
    (
        "roles.csv",
        "id,title,family,level,starting_point\nclerk,A,ops,1,maybe\nchief,B,ops,2,\n",
        "roles.csv:2:5: error",
        "yes or no",
    ),
    (
        "roles.csv",
        "id,title,family,level,stage\nclerk,A,ops,1,stage 1\nchief,B,ops,2,\n",
        "roles.csv:2:5: warning",
        "stage-1",
    ),
    (
        "roles.csv",
        "id,title,family,level,band_min,band_max\nclerk,A,ops,1,8d,8a\nchief,B,ops,2,,\n",
        "roles.csv:2:5: error",
        "8d is above",
    ),
    (
        "roles.csv",
        "id,title,family,level,starting_point\nclerk,A,ops,1,yes\nchief,B,ops,2,\nloner,C,ops,1,\n",
        "roles.csv:4:1: warning",
        "nobody can reach loner",
    ),
    ("moves.csv", "from,to,kind,years_min\nclrk,chief,promotion,1\n", "moves.csv:2:1: error", "nearest: clerk"),
    ("moves.csv", "from,to,kind,years_min\nclerk,@board,promotion,1\n", "moves.csv:2:2: error", "requirements.csv"),
    (
        "moves.csv",
        "from,to,kind,years_min\nclerk,chief,promotion,1\nchief,chief,lateral,1\n",
        "moves.csv:3:2: error",
        "itself",
    ),
    ("moves.csv", "from,to,kind,years_min\nclerk,chief,promotoin,1\n", "moves.csv:2:3: warning", "promotion"),
    ("moves.csv", "from,to,kind,years_min\nclerk,chief,promotion,-1\n", "moves.csv:2:4: error", "below nought"),
    ("moves.csv", "from,to,kind,years_min\nclerk,chief,promotion,61\n", "moves.csv:2:4: error", "60"),
    (
        "moves.csv",
        "from,to,kind,years_min,years_max\nclerk,chief,promotion,3,2\n",
        "moves.csv:2:5: warning",
        "below years_min",
    ),
    (
        "moves.csv",
        "from,to,kind,years_min,usual\nclerk,chief,promotion,3,sometimes\n",
        "moves.csv:2:5: error",
        "yes or no",
    ),
    ("training.csv", "id,title,kind,obtain\na,A,programme,studdy\n", "training.csv:2:4: error", "nearest: study"),
    (
        "training.csv",
        "id,title,kind,obtain,status\na,A,programme,study,pausd\n",
        "training.csv:2:5: error",
        "nearest: paused",
    ),
    ("training.csv", "id,title,kind,obtain,months\na,A,programme,study,241\n", "training.csv:2:5: error", "240"),
    (
        "training.csv",
        "id,title,kind,obtain,hours\na,A,programme,study,\"1,000\"\n",
        "training.csv:2:5: error",
        "write 1000",
    ),
    (
        "training.csv",
        "id,title,kind,obtain,cost_gbp\na,A,programme,study,£995\n",
        "training.csv:2:5: error",
        "write 995",
    ),
    (
        "training.csv",
        "id,title,kind,obtain,level_min\na,A,programme,study,9\n",
        "training.csv:2:5: warning",
        "no level 9",
    ),
    ("training.csv", "id,title,kind,obtain\nand,A,programme,study\n", "training.csv:2:1: error", "expressions"),
    (
        "training.csv",
        "id,title,kind,obtain,requires\na,A,programme,study,b\nb,B,programme,study,c\nc,C,programme,study,a\n",
        "training.csv:2:5: error",
        "a requires b requires c requires a",
    ),
    (
        "training.csv",
        "id,title,kind,obtain,requires\na,A,programme,study,none\nb,B,programme,study,a or b\n",
        "training.csv:3:5: error",
        "b requires itself",
    ),
    (
        "training.csv",
        "id,title,kind,obtain,requires\na,A,programme,study,none\nb,B,programme,study,a and (a or\n",
        "training.csv:3:5: error",
        "breaks off",
    ),
    (
        "requirements.csv",
        "role,requires,force\nchief,first-aid and lawe,required\n",
        "requirements.csv:2:2: error",
        "at character 15",
    ),
    (
        "requirements.csv",
        "role,requires,force\nchief,first-aid and lawe,required\n",
        "requirements.csv:2:2: error",
        "nearest: law",
    ),
    (
        "requirements.csv",
        "role,requires,force\nchief,first-aid; law,required\n",
        "requirements.csv:2:2: error",
        "and, or",
    ),
    (
        "requirements.csv",
        "role,requires,force\nchief,first-aid law,required\n",
        "requirements.csv:2:2: error",
        "\"law\" cannot stand here",
    ),
    ("requirements.csv", "role,requires,force\nchief,,required\n", "requirements.csv:2:2: error", "empty"),
    (
        "requirements.csv",
        "role,requires,force\nchief,law,requird\n",
        "requirements.csv:2:3: error",
        "nearest: required",
    ),
    ("requirements.csv", "role,requires,force\n@bord,law,required\n", "requirements.csv:2:1: error", "nearest: @board"),
    ("grants.csv", "role,fact,years\nchief,lwa,1\n", "grants.csv:2:2: error", "nearest: law"),
    ("grants.csv", "role,fact,years\nchef,law,1\n", "grants.csv:2:1: error", "nearest: chief"),
    ("grants.csv", "role,fact,years\nchief,law,99\n", "grants.csv:2:3: error", "60"),
    ("segments.csv", "period,ods_code,segment\nQ1,RX1,6\n", "segments.csv:2:3: error", "1, 2, 3, 4, 5"),
    ("pay.csv", "scheme,year,band,min,max\nAfC,2026/27,7,5,4\n", "pay.csv:2:4: error", "above max"),
    ("organisations.csv", "ods_code,name\nRX1,A\nRX1,B\n", "organisations.csv:3:1: error", "line 2"),
    ("postings.csv", "posting_id,title,organisation,role\nP1,T,O,cheif\n", "postings.csv:2:4: error", "nearest: chief"),
    (
        "postings.csv",
        "posting_id,title,organisation,role,role_confidence\nP1,T,O,chief,2\n",
        "postings.csv:2:5: error",
        "1",
    ),
    (
        "postings.csv",
        "posting_id,title,organisation,posted\nP1,T,O,22/11/2026\n",
        "postings.csv:2:4: warning",
        "2026-11-22",
    ),
    (
        "postings.csv",
        "posting_id,title,organisation,pay_min_gbp,pay_max_gbp\nP1,T,O,50000,40000\n",
        "postings.csv:2:4: error",
        "above",
    ),
    ("postings.csv", "posting_id,title,organisation,challenged\nP1,T,O,y\n", "postings.csv:2:4: error", "yes or no"),
    (
        "framework.csv",
        "focus_area,standard,competency,stage,summary_own_words\nA,B,C,stage-9,D\n",
        "framework.csv:2:4: error",
        "stage-",
    ),
    ("rolls.csv", "id\n", "rolls.csv:1:1: warning", "is roles.csv meant?"),
];

#[test]
fn each_fault_of_a_table_is_told_with_its_place_and_remedy() {
    for (file, text, place, word) in WRONG_TABLES {
        let reading = read(&tiny_with(file, text));
        let found = reading.faults.iter().map(ToString::to_string).any(|f| f.starts_with(place) && f.contains(word));
        assert!(found, "{file}: {text:?}\nwanted {place} … {word}\ntold:\n{}", told(&reading));
        let errors = reading.faults.iter().any(|fault| fault.severity == Severity::Error);
        assert_eq!(reading.pack.is_none(), errors, "a pack exactly when nothing is an error: {text:?}");
    }
}

/// What to replace in `pack.toml`, with what, and how the fault begins; then a word that its message has to have.
const WRONG_MANIFESTS: &[Wrong] = &[
    ("id = \"tiny\"", "id = \"Tiny Pack\"", "pack.toml:1:6: error", "tiny-pack"),
    ("id = \"tiny\"\n", "", "pack.toml:1:1: error", "id is missing"),
    ("id = \"tiny\"", "id = \"tiny\"\nid = \"two\"", "pack.toml:2:1: error", "TOML"),
    ("edition = \"1\"", "edition = 1", "pack.toml:3:11: error", "quotation marks"),
    ("title = \"Tiny\"", "title = \"Tiny", "pack.toml:2:", "TOML"),
    ("title = \"Tiny\"", "title = \"Tiny\"\ntitel = \"x\"", "pack.toml:3:1: warning", "title"),
    ("id = 2", "id = 1", "pack.toml:4:39: error", "ascending"),
    ("id = 2", "id = 0", "pack.toml:4:39: error", "ascending"),
    ("id = 2", "id = -2", "pack.toml:4:46: error", "below nought"),
    ("id = 2", "id = 1.5", "pack.toml:4:46: error", "whole"),
    ("[{ id = 1, title = \"Team\" }, { id = 2, title = \"Board\" }]", "[]", "pack.toml:4:10: error", "at least one"),
    ("[{ id = \"ops\", title = \"Operations\" }]", "[]", "pack.toml:5:12: error", "at least one"),
    ("[{ id = \"ops\", title = \"Operations\" }]", "\"ops\"", "pack.toml:5:12: error", "list"),
    (", title = \"Operations\"", "", "pack.toml:5:13: error", "title is missing"),
    ("}]\n", "}]\n[assumptions]\nhours_per_week = 0\n", "pack.toml:7:18: error", "more than 0"),
    ("}]\n", "}]\n[assumptions]\nhours_per_week = -5\n", "pack.toml:7:18: error", "below nought"),
    ("}]\n", "}]\n[assumptions]\nhours_per_week = \"5\"\n", "pack.toml:7:18: error", "plain number"),
    ("}]\n", "}]\n[assumptions.study.programme]\nweeks = 1001\nhours = 5\n", "pack.toml:7:9: error", "1000"),
    ("}]\n", "}]\n[assumptions.study.programme]\nweeks = 10\n", "pack.toml:6:1: error", "hours is missing"),
    (
        "}]\n",
        "}]\n[[recommendations]]\nnumber = 1\ntitle = \"x\"\ndate = \"May 2026\"\n",
        "pack.toml:9:8: error",
        "no date",
    ),
];

#[test]
fn each_fault_of_the_manifest_is_told_with_its_place_and_remedy() {
    for (old, new, place, word) in WRONG_MANIFESTS {
        let last = MANIFEST.rfind(old).expect("the text to replace");
        let text = format!("{}{new}{}", &MANIFEST[..last], &MANIFEST[last + old.len()..]);
        let reading = read(&tiny_with("pack.toml", &text));
        let found = reading.faults.iter().map(ToString::to_string).any(|f| f.starts_with(place) && f.contains(word));
        assert!(found, "{text}\nwanted {place} … {word}\ntold:\n{}", told(&reading));
        let elsewhere = reading.faults.iter().find(|fault| fault.file != "pack.toml");
        assert_eq!(elsewhere, None, "a faulty manifest does not make the tables look faulty");
    }
}

#[test]
fn files_that_must_be_there_are_asked_for() {
    let reading = read(&Files::default());
    let starts: Vec<String> = reading.faults.iter().map(|f| format!("{}:{}:{}", f.file, f.line, f.column)).collect();
    assert_eq!(starts, ["moves.csv:1:1", "pack.toml:1:1", "roles.csv:1:1"]);
    assert!(reading.faults.iter().all(|fault| fault.message.contains("missing")));
}

#[test]
fn all_faults_are_told_at_once_and_in_order() {
    let mut files = tiny_with("pack.toml", MANIFEST.replace("edition = \"1\"\n", ""));
    let mut put = |name: &str, text: &str| files.0.insert(name.to_owned(), text.as_bytes().to_vec());
    put("roles.csv", "id,title,family,level\nclerk,,opps,9\nchief,Chief,ops,2\nclerk,Clerk,ops,x\n");
    put("moves.csv", "from,to,kind,years_min\nclerk,chif,promotion,£2\nclerk,clerk,lateral,1\n");
    put("training.csv", "id,title,kind,obtain,requires\na,A,programme,study,b and nope\nb,B,programme,learn,b\n");
    put("requirements.csv", "role,requires,force\n@all,a,must\nchief,a or,required\n");
    put("grants.csv", "role,fact,years\nnobody,nothing,-1\n");
    let reading = read(&files);
    let places: Vec<String> = reading.faults.iter().map(|f| format!("{}:{}:{}", f.file, f.line, f.column)).collect();
    let expected = [
        "grants.csv:2:1",
        "grants.csv:2:2",
        "grants.csv:2:3",
        "moves.csv:2:2",
        "moves.csv:2:4",
        "moves.csv:3:2",
        "pack.toml:1:1",
        "requirements.csv:2:1",
        "requirements.csv:2:3",
        "requirements.csv:3:2",
        "roles.csv:2:2",
        "roles.csv:2:3",
        "roles.csv:2:4",
        "roles.csv:4:1",
        "roles.csv:4:4",
        "training.csv:2:5",
        "training.csv:3:4",
        "training.csv:3:5",
    ];
    assert_eq!(places, expected, "{}", told(&reading));
    assert!(reading.pack.is_none());
}

#[test]
fn a_faulty_column_is_told_once_and_not_again_by_every_row_that_needs_it() {
    let reading = read(&tiny_with("roles.csv", "name,title,family,level\nclerk,Clerk,ops,1\nchief,Chief,ops,2\n"));
    assert_eq!(told(&reading).lines().filter(|line| line.contains("error")).count(), 1, "{}", told(&reading));
}

#[test]
fn circles_are_each_named_once() {
    let text = "id,title,kind,obtain,requires\na,A,x,study,b\nb,B,x,study,a or c\nc,C,x,study,none\nd,D,x,study,e or c\ne,E,x,held,d\n";
    let reading = read(&tiny_with("training.csv", text));
    let lines: Vec<usize> = reading.faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 5], "{}", told(&reading));
}

#[test]
fn where_rows_come_from_is_kept() {
    let roles = "id,title,family,level,starting_point,evidence,source,source_date,note\n\
                 clerk,Clerk,ops,1,yes,sourced,https://example.org/,2026,said so\nchief,Chief,ops,2,,role-only,editorial,,\n";
    let mut files = tiny_with("roles.csv", roles);
    let moves = "from,to,kind,years_min,usual,years_basis,evidence_type,source\n\
                 clerk,chief,promotion,1,no,sourced,advert,https://example.org/\nchief,clerk,lateral,,,,editorial,editorial\n";
    files.0.insert("moves.csv".to_owned(), moves.as_bytes().to_vec());
    let pack = sound(&files);
    let from = |at: usize| &pack.tables().roles[at].provenance;
    assert_eq!((from(0).basis, from(0).date.as_str(), from(0).note.as_str()), (Basis::Sourced, "2026", "said so"));
    assert_eq!(from(1).basis, Basis::Editorial);
    let moves = &pack.tables().moves;
    assert_eq!(
        (moves[0].provenance.basis, moves[0].years_basis, moves[0].usual),
        (Basis::Sourced, Basis::Sourced, Usual::Exceptional)
    );
    assert_eq!((moves[1].provenance.basis, moves[1].years_basis), (Basis::Editorial, Basis::Editorial));
    assert_eq!(moves[1].years_min, Decimal::ZERO);
}

#[test]
fn profiles_are_read_against_the_pack() {
    let pack = sound(&tiny());
    let text =
        "id = \"me\"\ntitle = \"Me\"\nrole = \"clerk\"\nserved_years = 1.5\nhave = [\"law\"]\ntarget = \"chief\"\n";
    let profile = read_profile("me.toml", text.as_bytes(), &pack).expect("a sound profile");
    assert_eq!((profile.role, profile.target), (pack.find_role("clerk").expect("a role"), pack.find_role("chief")));
    assert_eq!(profile.person(Decimal::whole(3)).served.0, 78);

    let wrong = text.replace("clerk", "clark").replace("\"law\"", "\"law\", \"lawe\", 3").replace("1.5", "75");
    let faults = read_profile("me.toml", wrong.as_bytes(), &pack).expect_err("four faults");
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let starts = ["me.toml:3:8: error", "me.toml:4:16: error", "me.toml:5:24: error"];
    assert!(told.iter().zip(starts).all(|(told, start)| told.starts_with(start)), "{told:#?}");
    assert!(told[0].contains("nearest: clerk"));
}

// What nobody would write

#[test]
fn absurd_sizes_neither_hang_nor_burst() {
    let wide = format!("id,title,family,level{}\nclerk,A,ops,1\nchief,B,ops,2\n", ",x".repeat(1_000_000));
    assert!(read(&tiny_with("roles.csv", wide)).pack.is_some());
    let long =
        format!("id,title,family,level\nclerk,{},ops,1\n{},B,ops,2\n", "a".repeat(20_000_000), "b".repeat(20_000_000));
    let reading = read(&tiny_with("roles.csv", long));
    assert!(reading.faults.iter().all(|fault| fault.message.len() < 2_000));
    let many = format!("from,to,kind,years_min\n{}", "clerk,nobodyy,promotion,1\n".repeat(200_000));
    assert!(read(&tiny_with("moves.csv", many)).faults.len() > 10_000);
    let deep = format!("role,requires,force\nchief,{},required\n", "(".repeat(1_000_000));
    assert!(read(&tiny_with("requirements.csv", deep)).pack.is_none());
    let nested = format!("{MANIFEST}x = {}", "[".repeat(100_000));
    assert!(read(&tiny_with("pack.toml", nested)).pack.is_none());
    let chain: String = (1..50_000).map(|n| format!("t{n},T,x,study,t{}\n", n - 1)).collect();
    let chain = format!("id,title,kind,obtain,requires\nt0,T,x,study,t49999\n{chain}");
    assert!(read(&tiny_with("training.csv", chain)).pack.is_none());
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "id",
        "title",
        "role",
        "requires",
        "and",
        "or",
        "(",
        ")",
        "none",
        "clerk",
        "chief",
        "law",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\"",
        "\"\"",
        "=",
        "[",
        "]",
        "{",
        "}",
        "[[x]]\n",
        "1",
        "-1",
        "9e9",
        "£",
        "–",
        "\u{202E}",
        "\u{1b}[2J",
        "\0",
        "@board",
        " ",
        "sep=",
        "'''",
        "true",
        "2026-11-22",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn any_file() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "pack.toml",
        "roles.csv",
        "moves.csv",
        "training.csv",
        "requirements.csv",
        "grants.csv",
        "pay.csv",
        "organisations.csv",
        "segments.csv",
        "postings.csv",
        "regions_icbs.csv",
        "icb_tiles.csv",
        "framework.csv",
        "implementation.csv",
        "profiles/a.toml",
        "other.csv",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_bytes_reading_ends_and_says_nothing_that_steers_a_terminal(
        file in any_file(),
        random in prop::collection::vec(any::<u8>(), 0..300),
        text in pieces(),
        keep in any::<bool>(),
    ) {
        let before = tiny().0.get(&file).filter(|_| keep).cloned().unwrap_or_default();
        for bytes in [random, text.into_bytes()] {
            let reading = read(&tiny_with(&file, [before.clone(), bytes].concat()));
            let errors = reading.faults.iter().any(|fault| fault.severity == Severity::Error);
            prop_assert_eq!(reading.pack.is_none(), errors);
            prop_assert!(reading.faults.iter().all(|fault| !fault.to_string().chars().any(char::is_control)));
            prop_assert!(reading.faults.iter().all(|fault| fault.line > 0 && fault.column > 0));
        }
    }
}
