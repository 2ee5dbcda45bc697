//! The command line from outside: the built program on small packs in a temporary folder.

#![expect(clippy::needless_raw_string_hashes, reason = "snapbox writes its expectations so")]

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use snapbox::{assert_data_eq, str};
use tempfile::TempDir;

/// A small pack: two ways from ward manager to the board, one quicker, one with less study; and a role nobody can reach.
const SMALL: [(&str, &str); 6] = [
    (
        "pack.toml",
        r#"id = "small"
title = "A small pack"
edition = "2026-11"
levels = [{ id = 1, title = "Team" }, { id = 2, title = "Service" }, { id = 3, title = "Board" }]
families = [{ id = "nursing", title = "Nursing" }, { id = "operations", title = "Operations" }]
[assumptions]
hours_per_week = 5
[assumptions.study.programme]
weeks = 26
hours = 100
"#,
    ),
    (
        "roles.csv",
        "id,title,family,level,sector,starting_point,band\n\
         ward-manager,Ward manager,nursing,1,acute,yes,7\n\
         matron,Matron,nursing,2,acute,no,8a\n\
         operations-manager,Operations manager,operations,2,community,no,8a\n\
         chief-nurse,Chief nurse,nursing,3,acute,no,VSM\n\
         island-director,Director of an island,operations,3,acute,no,VSM\n",
    ),
    (
        "moves.csv",
        "from,to,kind,years_min,usual,years_basis\n\
         ward-manager,matron,promotion,2,yes,sourced\n\
         ward-manager,operations-manager,clinical-to-management,1,yes,editorial\n\
         operations-manager,matron,lateral,3,yes,editorial\n\
         matron,chief-nurse,promotion,4,yes,editorial\n\
         operations-manager,chief-nurse,management-to-board,2,yes,editorial\n\
         ward-manager,chief-nurse,management-to-board,1,no,editorial\n",
    ),
    (
        "training.csv",
        "id,title,kind,obtain,months,hours,cost_gbp,requires,status\n\
         reg-nmc,Registered nurse,registration,held,,,,none,running\n\
         leading,Leading a service,programme,study,6,100,995,none,running\n\
         directing,Directing,programme,study,,,,leading,unknown\n\
         induction,Induction for managers,programme,study,,5,0,none,proposed\n\
         fit-test,Fit and proper person test,statutory-test,check,,,,none,running\n",
    ),
    (
        "requirements.csv",
        "role,requires,force,basis\n\
         ward-manager,reg-nmc,required,sourced\n\
         operations-manager,leading,required,sourced\n\
         chief-nurse,reg-nmc and fit-test,required,sourced\n\
         chief-nurse,directing,recommended,sourced\n\
         matron,induction,proposed,sourced\n",
    ),
    (
        "postings.csv",
        "posting_id,status,title,organisation,ods_code,region,challenged,segment,segment_period,pay_min_gbp,pay_max_gbp,pay_text,advert_ref,closing,source_url,role,role_confidence\n\
         P2,sourced,Matron for surgery,Harbour Trust,RX9,South West,yes,4,Q3 2025/26,57528,64750,,164-1,2026-12-14,https://example.org/2,matron,0.9\n\
         P1,sourced,Manager,Hill Trust,,Midlands,no,,,,,by agreement,,,https://example.org/1,,\n",
    ),
];

fn small_pack() -> TempDir {
    pack_with(&[])
}

/// The small pack with some files put in place of its own.
fn pack_with(changes: &[(&str, &str)]) -> TempDir {
    pack_of(&[&SMALL, changes].concat())
}

/// A pack of these files; of two with one name the later counts.
fn pack_of(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file of the pack");
    }
    folder
}

fn fingerpost(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let nowhere = std::env::temp_dir().join("fingerpost-tests-keep-nothing-here");
    command.args(arguments).env("FINGERPOST_DATA", nowhere).env_remove("FINGERPOST_LOG").env_remove("NO_COLOR");
    command.stdin(Stdio::null());
    command
}

fn run_on(pack: &Path, line: &str) -> Output {
    let words: Vec<&str> = line.split(' ').collect();
    fingerpost(&words).arg("--pack").arg(pack).output().expect("fingerpost runs")
}

/// What is answered to `line` on the small pack; it has to be answered.
fn answer(line: &str) -> String {
    let pack = small_pack();
    let output = run_on(pack.path(), line);
    assert_eq!(output.status.code(), Some(0), "{line}: {}", text(&output.stderr));
    assert!(output.stderr.is_empty(), "{line}: {}", text(&output.stderr));
    text(&output.stdout)
}

fn json(line: &str) -> Value {
    serde_json::from_str(&answer(&format!("{line} --format json"))).expect("one JSON document")
}

/// What is said when `line` is not answered, with the status.
fn refusal(line: &str) -> (Option<i32>, String) {
    let pack = small_pack();
    let output = run_on(pack.path(), line);
    assert!(output.stdout.is_empty(), "{line} answered {}", text(&output.stdout));
    (output.status.code(), text(&output.stderr))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn routes_read_well() {
    assert_data_eq!(
        answer("routes --from ward-manager --to chief-nurse --served-years 1"),
        str![[r#"
Ward manager to Chief nurse
Under today's rules, 1y in the role, 5 hours of study a week.
2 routes worth having: each is better than the others in some mix of time, moves and study.

1. Fastest · 2y 6m · 2 moves · 100 hours of study · £995 · 2 sectors
   now           Ward manager, band 7
                 study   Leading a service: 26 weeks, 100 hours, £995
   after 6m      Operations manager, band 8a (clinical to management, years our judgement)
                 check   Fit and proper person test, done on appointment
   after 2y 6m   Chief nurse, band VSM (to the board, years our judgement)
   Assumes       5 hours of study a week
                 held, as the present role requires it: Registered nurse
                 years that are our judgement before 2 moves
                 every role's band (band our judgement)

2. Least study · 5y · 2 moves · 0 hours of study · nothing to pay
   now           Ward manager, band 7
   after 1y      Matron, band 8a (promotion)
                 check   Fit and proper person test, done on appointment
   after 5y      Chief nurse, band VSM (promotion, years our judgement)
   Assumes       held, as the present role requires it: Registered nurse
                 years that are our judgement before 1 move
                 every role's band (band our judgement)

A route shows what is possible, not what will happen: every post has to be won.

"#]]
    );
}

#[test]
fn routes_as_json_have_the_promised_shape() {
    let pack = small_pack();
    let line = "routes --from ward-manager --to chief-nurse --criteria weeks,pay_gbp --format json";
    let output = run_on(pack.path(), line);
    assert_data_eq!(
        text(&output.stdout),
        str![[r#"
{"pack":"small","edition":"2026-11","ruleset":"today","from":"ward-manager","to":"chief-nurse","criteria":["weeks","pay_gbp"],"complete":true,"routes":[{"weeks":156,"moves":2,"study_hours":100,"cost_gbp":995,"sectors":2,"pay_gbp":null,"steps":[{"role":"ward-manager","enter_week":0,"leave_week":52,"kind":"clinical-to-management","study":[{"id":"leading","start_week":0,"end_week":26,"hours":100}],"checks":[]},{"role":"operations-manager","enter_week":52,"leave_week":156,"kind":"management-to-board","study":[],"checks":["fit-test"]},{"role":"chief-nurse","enter_week":156,"leave_week":null,"kind":null,"study":[],"checks":[]}],"assumed":["5 hours of study a week","the years before the move Ward manager to Operations manager are our judgement","the years before the move Operations manager to Chief nurse are our judgement","Registered nurse is held, as the present role requires it"]}],"blocked":null}

"#]]
    );
}

#[test]
fn alternatives_are_in_the_document_only_when_asked_for() {
    let with = json("routes --from ward-manager --to chief-nurse --alternatives 2");
    assert!(with["alternatives"].is_array());
    let none = json("routes --from ward-manager --to chief-nurse --alternatives 0");
    assert_eq!(none["alternatives"], serde_json::json!([]));
    let without = json("routes --from ward-manager --to chief-nurse");
    assert_eq!(without.get("alternatives"), None);
}

#[test]
fn criteria_may_have_spaces_between_them() {
    let pack = small_pack();
    let output = fingerpost(&["routes", "--from", "ward-manager", "--to", "matron", "--criteria", "weeks, moves"])
        .args(["--format", "json", "--pack"])
        .arg(pack.path())
        .output()
        .expect("it runs");
    let document: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!(document["criteria"], serde_json::json!(["weeks", "moves"]));
}

#[test]
fn a_limit_that_leaves_routes_out_is_admitted() {
    let all = json("routes --from ward-manager --to chief-nurse --max 9");
    let limited = json("routes --from ward-manager --to chief-nurse --max 1");
    let count = |document: &Value| document["routes"].as_array().map(Vec::len);
    assert_eq!((count(&all), &all["complete"]), (Some(2), &Value::Bool(true)));
    assert_eq!((count(&limited), &limited["complete"]), (Some(1), &Value::Bool(false)));
    assert!(answer("routes --from ward-manager --to chief-nurse --max 1").contains("There are more"));
}

#[test]
fn what_would_open_a_way_is_said() {
    let said = answer("routes --from operations-manager --to chief-nurse");
    assert!(said.contains("with Registered nurse: 2y, 1 move"), "{said}");
}

#[test]
fn a_log_is_kept_only_when_asked_for_and_never_on_the_screen() {
    let (pack, data) = (small_pack(), TempDir::new().expect("a temporary folder"));
    let log = data.path().join("fingerpost.log");
    let with_log = |level: &str| {
        let mut command = fingerpost(&["roles", "--pack"]);
        command.arg(pack.path()).arg("--data").arg(data.path()).env("FINGERPOST_LOG", level);
        text(&command.output().expect("it runs").stdout)
    };
    let quiet = with_log("");
    assert!(!log.exists());
    assert_eq!(with_log("trace"), quiet);
    assert!(log.exists());
}

#[test]
fn no_route_is_an_answer() {
    let document = json("routes --from ward-manager --to island-director");
    assert_eq!(document["routes"], Value::Array(Vec::new()));
    assert_eq!(document["blocked"]["reason"], "unreachable");
    let said = answer("routes --from ward-manager --to island-director");
    assert!(said.contains("✗ No route. No chain of moves leads there"), "{said}");
}

#[test]
fn what_is_missing_is_named() {
    let document = json("routes --from operations-manager --to chief-nurse");
    assert_eq!(document["blocked"]["reason"], "requirements");
    assert_eq!(document["blocked"]["missing"], serde_json::json!(["reg-nmc"]));
    let held = json("routes --from operations-manager --to chief-nurse --have reg-nmc");
    assert_eq!(held["blocked"], Value::Null);
}

#[test]
fn a_role_leads_to_itself_in_no_time() {
    let document = json("routes --from matron --to matron");
    assert_eq!(document["routes"][0]["weeks"], 0);
    assert_eq!(document["routes"][0]["steps"][0]["leave_week"], Value::Null);
    assert!(answer("routes --from matron --to matron").contains("This is the role held now"));
}

#[test]
fn titles_are_understood_and_slips_get_the_nearest() {
    let pack = small_pack();
    let titled = fingerpost(&["reach", "--from", "Ward Manager", "--pack"]).arg(pack.path()).output().expect("it runs");
    assert!(titled.status.success(), "{}", text(&titled.stderr));
    let (status, said) = refusal("routes --from ward-manger --to chief-nurse");
    assert_eq!(status, Some(2));
    assert!(said.contains("no role \"ward-manger\"") && said.contains("ward-manager (Ward manager)"), "{said}");
    let (status, said) = refusal("routes --from ward-manager --to chief-nurse --have ledaing");
    assert_eq!((status, said.contains("leading (Leading a service)")), (Some(2), true), "{said}");
}

#[test]
fn wrong_usage_has_status_two_and_says_what_to_type() {
    for (line, hint) in [
        ("routes --to matron", "--from"),
        ("routes --from ward-manager", "--to"),
        ("routes --from ward-manager --to matron --ruleset tomorrow", "review"),
        ("routes --from ward-manager --to matron --criteria weeks,speed", "study_hours"),
        ("routes --from ward-manager --to matron --criteria weeks,moves,weeks", "twice"),
        ("routes --from ward-manager --to matron --hours-per-week -1", "0 to 168"),
        ("routes --from ward-manager --to matron --hours-per-week 169", "0 to 168"),
        ("routes --from ward-manager --to matron --served-years two", "1.5"),
        ("routes --from ward-manager --to matron --max 0", "from 1"),
        ("routes --profile nowhere.toml --to matron", "nowhere.toml"),
        ("roles --family nursng", "nursing"),
        ("roles --level 9", "3 Board"),
        ("moves --kind sideways", "lateral"),
        ("training --status runing", "running"),
        ("posts --region south-wets", "South West"),
        ("posts import adverts.csv", "adverts.csv"),
        ("posts fetch --base http://example.org", "https"),
        ("posts --eligible", "--from ROLE"),
        ("check nowhere", "nowhere"),
        ("rolls", "roles"),
        ("--persona gp roles", "after the command"),
    ] {
        let (status, said) = refusal(line);
        assert_eq!(status, Some(2), "{line}: {said}");
        assert!(said.contains(hint), "{line} should hint at {hint}: {said}");
    }
}

#[test]
fn reach_is_sorted_by_weeks_and_then_id() {
    assert_data_eq!(
        answer("reach --from ward-manager --format json"),
        str![[r#"
{"from":"ward-manager","ruleset":"today","roles":[{"role":"operations-manager","weeks":52,"moves":1},{"role":"matron","weeks":104,"moves":1},{"role":"chief-nurse","weeks":156,"moves":2}]}

"#]]
    );
    assert_data_eq!(
        answer("reach --from ward-manager"),
        str![[r#"
3 roles within reach of Ward manager, under today's rules

Time  Moves  Role                Title               Family      Level
  1y      1  operations-manager  Operations manager  Operations  2 Service
  2y      1  matron              Matron              Nursing     2 Service
  3y      2  chief-nurse         Chief nurse         Nursing     3 Board

The times rest on years in a role that are our judgement for 5 of 6 moves, and assume 5 hours of
study a week.

"#]]
    );
}

#[test]
fn figures_and_bands_claim_no_more_than_is_known() {
    let roles = SMALL[1]
        .1
        .replace(",band\n", ",band,pay_basis,band_min,evidence\n")
        .replace("no,8a\n", "no,8a,afc,8a,sourced\n");
    let pay = "scheme,year,band,min,max\nAgenda for Change,2026/27,8a,57528,64750\n";
    let pack = pack_with(&[("roles.csv", &roles), ("pay.csv", pay)]);
    let paid = text(&run_on(pack.path(), "routes --from ward-manager --to chief-nurse").stdout);
    let paid = paid.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(paid.contains(" · lowest known pay on the way £57,528 now "), "{paid}");
    assert!(paid.contains("the bands of Ward manager; Chief nurse (band our judgement)"), "{paid}");
    assert!(!answer("routes --from ward-manager --to chief-nurse").contains("pay on the way"));
}

#[test]
fn why_names_an_editorial_source_once() {
    let requirements = "role,requires,force,basis,source\nmatron,leading,required,editorial,editorial\n";
    let pack = pack_with(&[("requirements.csv", requirements)]);
    let said = text(&run_on(pack.path(), "why matron").stdout);
    assert_eq!(said.matches("editorial").count(), 1, "{said}");
}

#[test]
fn tables_tell_how_firm_their_rows_are() {
    let posts = answer("posts matron");
    let words: Vec<&str> = posts.split_whitespace().collect();
    assert!(words.contains(&"Basis") && posts.contains("matched") && words.contains(&"sourced;"), "{posts}");
    assert!(answer("training").lines().next().is_some_and(|head| head.ends_with("Basis")));
}

#[test]
fn exceptional_moves_only_on_request() {
    let fewest = |line: &str| json(line)["routes"][0]["moves"].clone();
    assert_eq!(fewest("routes --from ward-manager --to chief-nurse --criteria moves"), 2);
    assert_eq!(fewest("routes --from ward-manager --to chief-nurse --criteria moves --exceptional"), 1);
}

#[test]
fn the_tables_can_be_filtered() {
    assert_data_eq!(
        answer("roles --family operations"),
        str![[r#"
Id                  Title                  Family      Level      Band  Basis
operations-manager  Operations manager     Operations  2 Service  8a    editorial
island-director     Director of an island  Operations  3 Board    VSM   editorial

2 roles

"#]]
    );
    let ids = |line: &str, list: &str| -> Vec<String> {
        json(line)[list].as_array().expect("a list").iter().map(|row| row["id"].to_string()).collect()
    };
    assert_eq!(ids("roles --starting-points", "roles"), ["\"ward-manager\""]);
    assert_eq!(ids("roles chief NURSE", "roles"), ["\"chief-nurse\""]);
    assert_eq!(ids("training --obtain check", "training"), ["\"fit-test\""]);
    assert_eq!(ids("training --status proposed", "training"), ["\"induction\""]);
    assert_eq!(ids("posts --challenged", "posts"), ["\"P2\""]);
    assert_eq!(json("moves --exceptional")["moves"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_table_that_is_not_there_is_not_blamed_on_the_question() {
    let pack = pack_of(&SMALL[..3]);
    assert_eq!(text(&run_on(pack.path(), "posts").stdout), "This pack has no posts.\n");
    assert!(answer("posts --segment 1").contains("Leave out a word or a filter"));
}

#[test]
fn posts_as_json_have_the_promised_shape() {
    assert_data_eq!(
        answer("posts --format json"),
        str![[r#"
{"posts":[{"id":"P1","reference":"","title":"Manager","employer":"Hill Trust","organisation":null,"role":null,"confidence":0,"region":"Midlands","segment":null,"segment_period":"","challenged":false,"pay_min":null,"pay_max":null,"pay_text":"by agreement","posted":null,"closes":null,"url":"https://example.org/1","source":"https://example.org/1"},{"id":"P2","reference":"164-1","title":"Matron for surgery","employer":"Harbour Trust","organisation":"RX9","role":"matron","confidence":0.9,"region":"South West","segment":4,"segment_period":"Q3 2025/26","challenged":true,"pay_min":57528,"pay_max":64750,"pay_text":"","posted":null,"closes":"2026-12-14","url":"https://example.org/2","source":"https://example.org/2"}]}

"#]]
    );
}

#[test]
fn a_faulty_pack_is_reported_in_full() {
    let roles = SMALL[1]
        .1
        .replace("matron,Matron,nursing,2", "matron,Matron,nursery,2")
        .replace("chief-nurse,Chief nurse,nursing,3", "chief-nurse,Chief nurse,nursing,7");
    let pack = pack_with(&[("roles.csv", &roles)]);
    let folder = pack.path().to_str().expect("UTF-8");

    let checked = fingerpost(&["check", folder]).output().expect("it runs");
    let report = text(&checked.stdout);
    assert_eq!(checked.status.code(), Some(3), "{report}");
    assert!(report.contains("roles.csv:3:3") && report.contains("roles.csv:5:4"), "{report}");
    assert!(report.contains("✗ The pack cannot be used: 2 errors"), "{report}");

    let checked = fingerpost(&["check", folder, "--format", "json"]).output().expect("it runs");
    let document: Value = serde_json::from_slice(&checked.stdout).expect("one JSON document");
    assert_eq!((checked.status.code(), &document["ok"]), (Some(3), &Value::Bool(false)));
    assert_eq!(document["faults"][0]["severity"], "error");
    assert_eq!(document["faults"][0]["line"], 3);

    let asked = run_on(pack.path(), "roles --format json");
    assert_eq!((asked.status.code(), asked.stdout.is_empty()), (Some(3), true));
    assert!(text(&asked.stderr).contains("roles.csv:3:3"), "{}", text(&asked.stderr));
}

#[test]
fn a_folder_without_a_pack_is_a_fault_like_any_other() {
    let empty = TempDir::new().expect("a temporary folder");
    let checked = fingerpost(&["check", "--format", "json"]).arg(empty.path()).output().expect("it runs");
    let document: Value = serde_json::from_slice(&checked.stdout).expect("one JSON document");
    assert_eq!((checked.status.code(), &document["ok"]), (Some(3), &Value::Bool(false)));
    let fault = &document["faults"][0];
    assert_eq!((&fault["severity"], &fault["file"]), (&"error".into(), &"pack.toml".into()));
    assert_eq!((&fault["line"], &fault["column"]), (&1.into(), &1.into()));
    assert!(fault["message"].as_str().is_some_and(|message| message.contains("holds no pack")), "{fault}");

    let nowhere = empty.path().join("nowhere");
    let checked = fingerpost(&["check", "--format", "json"]).arg(nowhere).output().expect("it runs");
    assert_eq!((checked.status.code(), checked.stdout.is_empty()), (Some(2), true));
}

#[test]
fn a_sound_pack_is_said_to_be_sound() {
    let pack = small_pack();
    let checked = fingerpost(&["check"]).arg(pack.path()).output().expect("it runs");
    let report = text(&checked.stdout);
    assert_eq!(checked.status.code(), Some(0), "{report}");
    assert!(report.contains("✓ The pack can be used: 5 roles, 6 moves and 5 training items"), "{report}");
}

#[test]
fn a_profile_is_asked_for_in_place_of_a_role() {
    let pack = pack_with(&[(
        "me.toml",
        "id = \"me\"\ntitle = \"Me\"\nstory = \"A test\"\nrole = \"operations-manager\"\nserved_years = 1\nhave = [\"reg-nmc\"]\ntarget = \"chief-nurse\"\n",
    )]);
    let me = pack.path().join("me.toml");
    let me = me.to_str().expect("UTF-8");
    let document = |line: &str| -> Value {
        let output = run_on(pack.path(), &format!("{line} --profile {me} --format json"));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output.stderr)))
    };
    let routes = document("routes");
    assert_eq!((&routes["from"], &routes["to"]), (&"operations-manager".into(), &"chief-nurse".into()));
    assert_eq!(routes["routes"][0]["weeks"], 52);
    assert_eq!(document("routes --served-years 0")["routes"][0]["weeks"], 104);

    fs::write(pack.path().join("me.toml"), "role = \"operation-manager\"").expect("a file");
    let output = run_on(pack.path(), &format!("routes --profile {me} --to matron"));
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).contains("operations-manager"), "{}", text(&output.stderr));
}

#[test]
fn a_slip_in_a_profile_is_told_and_the_answer_goes_on() {
    let pack = pack_with(&[("me.toml", "role = \"ward-manager\"\nserved_yaers = 4\n")]);
    let me = pack.path().join("me.toml");
    let output = run_on(pack.path(), &format!("reach --format json --profile {}", me.display()));
    let document: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!((output.status.code(), &document["from"]), (Some(0), &"ward-manager".into()));
    let said = text(&output.stderr);
    assert!(said.contains("me.toml:2:1: warning") && said.contains("is served_years meant?"), "{said}");
}

#[test]
fn why_says_how_every_requirement_stands() {
    let whole = "why chief-nurse --from operations-manager --ruleset advised";
    assert_data_eq!(
        answer(whole),
        str![[r#"
What Chief nurse asks for under the rules as advised, for Operations manager

✗ not met              Registered nurse and Fit and proper person test
                       required, sourced
✗ not met              Directing
                       recommended, sourced

✗ Not all of it is met.
To get                 Registered nurse and Directing (not known whether it runs; length and hours
                       assumed)
                       26 weeks, 100 hours of study (assumed), cost unknown
                       cannot be had by study under these rules: Registered nurse

"#]]
    );
    assert_data_eq!(
        answer(&format!("{whole} --format json")),
        str![[r#"
{"role":"chief-nurse","ruleset":"advised","met":false,"expression":"reg-nmc and fit-test and directing","have":[],"missing_quickest":["reg-nmc","directing"],"missing_cheapest":["reg-nmc","directing"],"checks":["fit-test"],"rows":[{"requires":"reg-nmc and fit-test","force":"required","state":"unmet","basis":"sourced","source":""},{"requires":"directing","force":"recommended","state":"unmet","basis":"sourced","source":""}],"quickest":{"weeks":26,"hours":100,"cost_gbp":0,"cost_unknown":["directing"],"assumed":["directing"],"out_of_reach":["reg-nmc"]},"cheapest":{"weeks":26,"hours":100,"cost_gbp":0,"cost_unknown":["directing"],"assumed":["directing"],"out_of_reach":["reg-nmc"]}}

"#]]
    );
    let presumed = answer("why chief-nurse --from ward-manager");
    assert!(presumed.contains("met: the present role requires it (Registered nurse)"), "{presumed}");
    assert!(presumed.contains("✓ All of it is met, if what the present role requires is held."), "{presumed}");
    let vouched = answer("why chief-nurse --from ward-manager --have reg-nmc");
    assert!(!vouched.contains("present role"), "{vouched}");
    let met = json("why operations-manager --have leading");
    assert_eq!((&met["met"], &met["missing_quickest"]), (&Value::Bool(true), &serde_json::json!([])));
    let nobody = json("why operations-manager");
    assert_eq!(nobody["missing_cheapest"], serde_json::json!(["leading"]));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let many: Vec<String> = (0..20_000).map(|at| format!("role-{at},Role {at},nursing,1,acute,yes,7")).collect();
    let roles = format!("id,title,family,level,sector,starting_point,band\n{}", many.join("\n"));
    let moves = "from,to,kind,years_min\nrole-1,role-2,promotion,1\n";
    let pack = pack_of(&[SMALL[0], ("roles.csv", &roles), ("moves.csv", moves)]);
    for form in ["text", "json"] {
        let mut child = fingerpost(&["roles", "--format", form, "--pack"])
            .arg(pack.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut first = [0; 10];
        child.stdout.take().expect("standard output").read_exact(&mut first).expect("the first bytes");
        let mut said = String::new();
        child.stderr.take().expect("standard error").read_to_string(&mut said).expect("UTF-8");
        assert_eq!((child.wait().expect("it ends").code(), said.as_str()), (Some(0), ""), "{form}");
    }
}

#[test]
fn nothing_in_a_pack_reaches_a_terminal_raw() {
    let roles = SMALL[1].1.replace("Matron", "Ma\u{1b}[2Jtron\u{9b}31m\u{7f}");
    let pack = pack_with(&[("roles.csv", &roles)]);
    for line in
        ["roles", "roles --format json", "routes --from ward-manager --to chief-nurse", "reach --from ward-manager"]
    {
        let output = run_on(pack.path(), line);
        let shown = text(&output.stdout) + &text(&output.stderr);
        assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{line}: {shown:?}");
    }
}

#[test]
fn output_that_is_no_terminal_gets_no_colours() {
    assert!(!answer("routes --from ward-manager --to chief-nurse").contains('\u{1b}'));
    assert!(!answer("roles --no-color").contains('\u{1b}'));
    let help = fingerpost(&["--help"]).output().expect("it runs");
    assert!(!text(&help.stdout).contains('\u{1b}'));
}

/// What a terminal of 60 columns receives.
#[cfg(unix)]
fn on_a_terminal(pack: &Path, variable: Option<(&str, &str)>, arguments: &[&str]) -> String {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    let pty =
        native_pty_system().openpty(PtySize { rows: 20, cols: 60, pixel_width: 0, pixel_height: 0 }).expect("a pty");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.args(arguments);
    command.arg("--pack");
    command.arg(pack);
    command.env("TERM", "xterm-256color");
    command.env_remove("NO_COLOR");
    if let Some((name, value)) = variable {
        command.env(name, value);
    }
    let mut reader = pty.master.try_clone_reader().expect("a reader");
    let mut child = pty.slave.spawn_command(command).expect("it starts");
    drop(pty.slave);
    let mut seen = Vec::new();
    // Linux ends the reading with an error when the program is gone.
    let _ = reader.read_to_end(&mut seen);
    assert!(child.wait().expect("it ends").success());
    text(&seen)
}

#[cfg(unix)]
#[test]
fn a_terminal_gets_colours_unless_they_are_refused() {
    let pack = small_pack();
    let seen = |variable, arguments: &[&str]| on_a_terminal(pack.path(), variable, arguments);
    assert!(seen(None, &["roles"]).contains("\u{1b}[1mId"));
    assert!(!seen(Some(("NO_COLOR", "1")), &["roles"]).contains('\u{1b}'));
    assert!(!seen(Some(("TERM", "dumb")), &["roles"]).contains('\u{1b}'));
    assert!(!seen(None, &["roles", "--no-color"]).contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn text_is_wrapped_to_the_terminal() {
    let pack = small_pack();
    let seen =
        on_a_terminal(pack.path(), None, &["routes", "--from", "ward-manager", "--to", "chief-nurse", "--no-color"]);
    let widest = seen.lines().map(|line| line.trim_end().chars().count()).max();
    assert!(widest.is_some_and(|widest| widest <= 60), "{seen}");
}

#[test]
fn shells_and_the_manual_are_served() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = fingerpost(&["completions", shell]).output().expect("it runs");
        assert_eq!(output.status.code(), Some(0));
        let script = text(&output.stdout);
        assert!(script.contains("served-years") && script.contains("starting-points"), "{shell}");
    }
    let page = text(&fingerpost(&["man"]).output().expect("it runs").stdout);
    assert!(page.starts_with(".ie") && page.contains(".TH fingerpost 1"), "{page}");
    let page = text(&fingerpost(&["man", "routes"]).output().expect("it runs").stdout);
    assert!(page.contains("criteria"), "{page}");
}

#[test]
fn help_names_every_command() {
    let help = text(&fingerpost(&["--help"]).output().expect("it runs").stdout);
    for command in ["routes", "reach", "why", "roles", "training", "moves", "posts", "check", "completions", "man"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is missing: {help}");
    }
}

#[test]
fn the_built_in_pack_needs_no_files() {
    let elsewhere = TempDir::new().expect("a temporary folder");
    let output = fingerpost(&["routes", "--from", "ward-manager", "--to", "trust-chief-executive", "--format", "json"])
        .current_dir(elsewhere.path())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!(document["pack"], "england");
    assert!(document["routes"].as_array().is_some_and(|routes| !routes.is_empty()));
}

#[test]
fn the_first_picture_knows_what_day_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    for (day, said) in [("2026-11-22", "closed 7 Jun"), ("2026-06-07", "closes 7 Jun")] {
        let picture = folder.path().join("posts.svg");
        let path = picture.to_str().expect("a path that is text");
        let line = ["screenshot", "posts", "--size", "200x60", "--today", day, "-o", path];
        let output = fingerpost(&line).output().expect("fingerpost runs");
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let drawn = std::fs::read_to_string(&picture).expect("the picture is there");
        // In a picture spaces are kept from collapsing, so words stand apart or joined by hard spaces.
        let words = drawn.replace(['\u{a0}', ' '], " ");
        assert!(words.contains(said), "on {day} the picture does not say \"{said}\"");
    }
}

#[test]
fn routes_for_a_profile_say_which_wishes_they_miss_and_who_wishes_for_nothing_hears_nothing() {
    let pack = small_pack();
    let me = pack.path().join("wishing.toml");
    let asked = |wishes: &str, format: &str| {
        fs::write(&me, format!("role = \"ward-manager\"\nserved_years = 2\nhave = [\"reg-nmc\"]\n{wishes}"))
            .expect("written");
        let line = format!("routes --to chief-nurse --profile {} --format {format}", me.display());
        String::from_utf8(run_on(pack.path(), &line).stdout).expect("text")
    };
    let missed = |wishes: &str| {
        let answer: Value = serde_json::from_str(&asked(wishes, "json")).expect("one document");
        answer["routes"]
            .as_array()
            .expect("routes")
            .iter()
            .map(|route| route["wishes_missed"].clone())
            .collect::<Vec<_>>()
    };
    let some = missed("[wishes]\nmost_moves = 1\nsectors = [\"acute\"]\n");
    assert!(!some.is_empty() && some.iter().all(|missed| missed[0] == "2 moves, not 1"), "{some:?}");
    assert!(missed("[wishes]\nmost_moves = 9\n").iter().all(|missed| missed.as_array().is_some_and(Vec::is_empty)));
    assert!(missed("").iter().all(Value::is_null), "no key where nothing is wished for");
    let text = asked("[wishes]\nmost_moves = 1\n", "text");
    assert!(text.contains("fit all your wishes.") && text.contains("✗ misses: 2 moves, not 1"), "{text}");
    assert!(!asked("", "text").contains("ishes"));
}

#[test]
fn own_profiles_are_listed_and_taken_by_name() {
    let pack = small_pack();
    let data = TempDir::new().expect("a folder");
    let profiles = data.path().join("profiles");
    fs::create_dir(&profiles).expect("made");
    fs::write(profiles.join("jo.toml"), "role = \"ward-manager\"\ntitle = \"Ward by night\"\nserved_years = 2.5\n")
        .expect("written");
    fs::write(profiles.join("me.toml"), "role = \"nobody\"\n").expect("written");
    let line = |rest: &str| run_on(pack.path(), &format!("{rest} --data {}", data.path().display()));
    let output = line("profile list --format json");
    let listed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let (jo, me) = (&listed["profiles"][0], &listed["profiles"][1]);
    assert_eq!((jo["name"].as_str(), jo["served_years"].as_f64()), (Some("jo"), Some(2.5)), "{listed}");
    assert_eq!((jo["opens"].as_bool(), me["opens"].as_bool()), (Some(true), Some(false)), "{listed}");
    assert!(me["fault"].as_str().is_some_and(|why| why.contains("me.toml") && why.contains("nobody")), "{listed}");
    let text = String::from_utf8(line("profile list").stdout).expect("text");
    assert!(text.contains("Ward by night") && text.contains("opens next") && text.contains("cannot be read"), "{text}");
    for name in ["jo", "Ward-by-night"] {
        let output = line(&format!("reach --format json --profile {name}"));
        let reached: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(reached["from"], "ward-manager", "{name}");
    }
    let output = line("reach --profile ja");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("there is no profile \"ja\"") && said.contains("jo (Ward by night)"), "{said}");
}
