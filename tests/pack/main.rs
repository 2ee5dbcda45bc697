//! Reading packs as people write them: what spreadsheets do to a table, and every way in which a pack can be wrong.

mod cycles;
mod decks;
mod faults;
mod hostile;
mod offers;
mod spreadsheets;

use fingerpost::domain::Pack;
use fingerpost::domain::career_move::{MoveKind, Usual};
use fingerpost::domain::provenance::Basis;
use fingerpost::domain::quantity::Decimal;
use fingerpost::pack::{Files, Reading, read, read_profile};

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
    Files(files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec().into())).collect())
}

/// The small pack with one file replaced or added.
fn tiny_with(file: &str, bytes: impl AsRef<[u8]>) -> Files {
    let mut files = tiny();
    files.0.insert(file.to_owned(), bytes.as_ref().to_vec().into());
    files
}

fn told(reading: &Reading) -> String {
    reading.faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
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
fn where_rows_come_from_is_kept() {
    let roles = "id,title,family,level,starting_point,evidence,source,source_date,note\n\
                 clerk,Clerk,ops,1,yes,sourced,https://example.org/,2026,said so\nchief,Chief,ops,2,,role-only,editorial,,\n";
    let mut files = tiny_with("roles.csv", roles);
    let moves = "from,to,kind,years_min,usual,years_basis,evidence_type,source\n\
                 clerk,chief,promotion,1,no,sourced,advert,https://example.org/\nchief,clerk,lateral,,,,editorial,editorial\n";
    files.0.insert("moves.csv".to_owned(), moves.as_bytes().into());
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
    let (profile, warnings) = read_profile("me.toml", text.as_bytes(), &pack).expect("a sound profile");
    assert!(warnings.is_empty());
    assert_eq!((profile.role, profile.target), (pack.find_role("clerk").expect("a role"), pack.find_role("chief")));
    assert_eq!(profile.person(&pack, Decimal::whole(3), jiff::civil::date(2026, 11, 22)).served.0, 78);

    let wrong = text.replace("clerk", "clark").replace("\"law\"", "\"law\", \"lawe\", 3").replace("1.5", "81");
    let faults = read_profile("me.toml", wrong.as_bytes(), &pack).expect_err("four faults");
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    let starts = ["me.toml:3:8: error", "me.toml:4:16: error", "me.toml:5:24: error"];
    assert!(told.iter().zip(starts).all(|(told, start)| told.starts_with(start)), "{told:#?}");
    assert!(told[0].contains("nearest: clerk"));
}

#[test]
fn of_a_users_own_profile_only_the_role_is_needed() {
    let pack = sound(&tiny());
    let text = "role = \"clerk\"\nserved_yaers = 4\n";
    let (profile, warnings) = read_profile("me.toml", text.as_bytes(), &pack).expect("a sound profile");
    assert_eq!((profile.slug.as_str(), profile.title.as_str()), ("me", "Clerk"));
    assert_eq!(warnings.len(), 1);
    let warning = warnings[0].to_string();
    assert!(warning.starts_with("me.toml:2:1: warning") && warning.contains("is served_years meant?"), "{warning}");
    assert!(read_profile("me.toml", b"role = \"clerk\"\nserved_years = 80\n", &pack).is_ok());

    let persona = read(&tiny_with("profiles/clerk.toml", "role = \"clerk\"\n"));
    assert!(
        told(&persona).contains("id is missing") && told(&persona).contains("title is missing"),
        "{}",
        told(&persona)
    );
}

#[test]
fn every_column_that_a_pack_may_have_is_known() {
    let mut files = tiny();
    let mut put = |name: &str, text: &str| files.0.insert(name.to_owned(), text.as_bytes().to_vec().into());
    put(
        "roles.csv",
        "id,title,family,level,sector,stage,starting_point,band,pay_basis,band_min,band_max,registration,summary,evidence,\
         source,source_date,note\nclerk,Clerk,ops,1,acute,stage-1,yes,,,,,,,,,,\nchief,Chief,ops,2,,,,,,,,,,,,,\n",
    );
    put(
        "moves.csv",
        "from,to,kind,years_min,usual,years_max,years_basis,evidence_type,source,note\nclerk,chief,promotion,,yes,,,,,\n",
    );
    put(
        "training.csv",
        "id,title,kind,obtain,provider,level_min,level_max,months,hours,cost_gbp,requires,status,basis,source\n\
         law,Law,programme,study,,1,2,1.5,37.5,995,none,in-development,,\nreg,Register,registration,held,,,,,,,,,,\n",
    );
    put(
        "requirements.csv",
        "role,requires,force,basis,source,note\n@any,law or reg,proposed,,,\nchief,reg,required,,,\n",
    );
    put("grants.csv", "role,fact,years,basis,note\nclerk,reg,0.5,,\n");
    let pack = sound(&files);
    let training = &pack.tables().training;
    assert_eq!((training[0].hours, training[0].months), (Decimal::parse("37.5"), Decimal::parse("1.5")));
    assert_eq!(pack.requirements_of(pack.find_role("chief").expect("a role")).len(), 2);
    assert_eq!(pack.grants_of(pack.find_role("clerk").expect("a role"))[0].matures().0, 26);
}
