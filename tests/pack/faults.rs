//! What can be wrong with a pack, and how it is told.

use fingerpost::pack::{Files, Severity, read};

use crate::{MANIFEST, tiny_with, told};

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
    (
        "moves.csv",
        "from,to,kind,years_min\nclerk,chief,promotion,1\nchief,clerk,lateral,1\nclerk,chief,promotion,2\n",
        "moves.csv:4:1: warning",
        "line 2",
    ),
    (
        "moves.csv",
        "from,to,kind,years_min,years_basis\nclerk,chief,promotion,1,sorced\n",
        "moves.csv:2:5: warning",
        "nearest: sourced",
    ),
    (
        "roles.csv",
        "id,title,family,level,evidence\nclerk,A,ops,1,role only\nchief,B,ops,2,\n",
        "roles.csv:2:5: warning",
        "nearest: role-only",
    ),
    (
        "training.csv",
        "id,title,kind,obtain,basis\na,A,programme,study,guess\n",
        "training.csv:2:5: warning",
        "taken as editorial",
    ),
    (
        "grants.csv",
        "role,fact,years,basis\nchief,law,1,editorial\nchief,law,2,edtorial\n",
        "grants.csv:3:1: warning",
        "line 2",
    ),
    (
        "grants.csv",
        "role,fact,years,basis\nchief,law,1,editorial\nchief,law,2,edtorial\n",
        "grants.csv:3:4: warning",
        "nearest: editorial",
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
    let mut put = |name: &str, text: &str| files.0.insert(name.to_owned(), text.as_bytes().to_vec().into());
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
