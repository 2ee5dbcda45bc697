//! The command: where files go, what is written over, and what is refused with which status.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

fn export(folder: &TempDir, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    command.current_dir(folder.path()).env("FINGERPOST_DATA", folder.path().join("data")).env_remove("NO_COLOR");
    command.arg("export").args(args).args(["--date", "2026-11-22"]).output().expect("the program runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const ROUTE: [&str; 5] = ["route", "--from", "ward-manager", "--to", "matron"];

#[test]
fn a_file_is_written_and_never_over_another_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let args = [&ROUTE[..], &["-o", "route.html"]].concat();
    let first = export(&folder, &args);
    assert!(first.status.success(), "{}", said(&first.stderr));
    assert_eq!(said(&first.stdout), "Saved: route.html\n");
    let written = fs::read_to_string(folder.path().join("route.html")).expect("written");
    assert!(written.starts_with("<!DOCTYPE html>"), "the ending says the format");
    let second = export(&folder, &args);
    assert_eq!(second.status.code(), Some(2));
    assert!(said(&second.stderr).contains("--force"), "{}", said(&second.stderr));
    assert!(export(&folder, &[&args[..], &["--force"]].concat()).status.success());
    assert_eq!(fs::read_to_string(folder.path().join("route.html")).expect("there"), written, "the same again");
}

#[test]
fn standard_output_has_the_handout_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let pdf = export(&folder, &[&ROUTE[..], &["--as", "pdf", "-o", "-"]].concat());
    assert!(pdf.status.success() && pdf.stdout.starts_with(b"%PDF-1.7"));
    let json = export(&folder, &[&ROUTE[..], &["--as", "json", "--format", "json"]].concat());
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&json.stdout).expect("JSON")["to"], "matron");
}

#[test]
fn what_cannot_be_is_refused_in_words_with_status_2() {
    let folder = tempfile::tempdir().expect("a folder");
    for (args, words) in [
        (vec!["role", "matron", "--as", "ics"], "a role has no dates: no calendar"),
        (vec!["training", "--as", "svg"], "no dates of courses"),
        (vec!["posts", "--as", "mermaid"], "no diagram"),
        (vec!["appraisal", "--from", "matron", "--as", "dot"], "no diagram"),
        (vec!["appraisal", "--as", "html"], "there is no profile of yours yet"),
        (vec!["role", "matron"], "say in which format"),
        (vec!["role", "martian", "--as", "pdf"], "no role"),
        (
            vec!["route", "--from", "ward-manager", "--to", "matron", "--route", "99", "--as", "csv"],
            "there is no route 99",
        ),
        (vec!["role", "matron", "--as", "html", "--format", "json"], "--as json"),
    ] {
        let refused = export(&folder, &args);
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        assert!(said(&refused.stderr).contains(words), "{}", said(&refused.stderr));
        assert!(refused.stdout.is_empty());
    }
}

#[test]
fn an_appraisal_is_one_s_own_or_that_of_a_file_or_a_form() {
    let folder = tempfile::tempdir().expect("a folder");
    let me = "role = \"ward-manager\"\n\n[[appraisal]]\non = \"2025-11-20\"\nstage = \"stage-1\"\n";
    fs::write(folder.path().join("me.toml"), me).expect("written");
    let said_of = |args: &[&str]| {
        let output = export(&folder, &[&["appraisal", "--as", "markdown"], args].concat());
        format!("{}{}", said(&output.stdout), said(&output.stderr))
    };
    let form = said_of(&["--from", "ward-manager", "--to", "matron"]);
    assert!(form.contains("# Appraisal pack, to fill in") && form.contains("Matron is at Stage 2"), "{form}");
    assert!(said_of(&["--profile", "me.toml"]).contains("Rated against"), "an appraisal without ratings is a form");
    let wrong = said_of(&["--profile", "me.toml", "--of", "2024-01-01"]);
    assert!(wrong.contains("no appraisal of 1 Jan 2024; there are 2025-11-20"), "{wrong}");
}
