//! Holds the source to the house drawn in `src/lib.rs`: who imports whom, who stays pure, and files that can be read in
//! one sitting.

use std::fs;
use std::path::{Path, PathBuf};

/// For each module, the modules of this crate that it may name besides itself.
const MAY_NAME: [(&str, &[&str]); 13] = [
    ("domain", &[]),
    ("pack", &["domain"]),
    ("feed", &["domain"]),
    ("fetch", &["domain", "feed"]),
    ("layout", &["domain"]),
    ("json", &["domain"]),
    ("handout", &["domain", "json"]),
    ("app", &["domain", "layout", "handout"]),
    ("ui", &["domain", "layout", "app"]),
    ("picture", &["domain", "layout", "app", "ui"]),
    ("store", &["domain", "pack"]),
    ("tui", &["domain", "pack", "layout", "handout", "app", "ui", "picture", "store"]),
    ("cli", &["domain", "pack", "feed", "fetch", "layout", "json", "handout", "app", "ui", "picture", "store", "tui"]),
];

/// Modules that know no file, clock, environment or terminal.
const PURE: [&str; 7] = ["domain", "pack", "feed", "layout", "json", "handout", "app"];

/// What pure modules do not name.
const WORLDLY: [&str; 13] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "Timestamp::now",
    "Zoned::now",
    "crossterm",
    "ratatui",
    "directories",
];

const LONGEST_FILE: usize = 500;

#[test]
fn imports_run_one_way() {
    let offences: Vec<String> = sources().iter().flat_map(import_offences).collect();
    assert!(offences.is_empty(), "against the drawing in src/lib.rs:\n{}", offences.join("\n"));
}

#[test]
fn what_is_pure_stays_pure() {
    let offences: Vec<String> = sources().iter().flat_map(purity_offences).collect();
    assert!(offences.is_empty(), "not pure:\n{}", offences.join("\n"));
}

#[test]
fn every_module_has_its_place() {
    for source in sources() {
        let known = source.module.is_empty() || MAY_NAME.iter().any(|(module, _)| *module == source.module);
        assert!(known, "{} belongs to no module of the drawing; add it there and here", source.path.display());
    }
}

#[test]
fn files_can_be_read_in_one_sitting() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines < LONGEST_FILE, "{} has {lines} lines; give each concept its own file", source.path.display());
    }
}

#[test]
fn the_checker_finds_what_it_looks_for() {
    let found = |module: &str, text: &str| {
        let source = Source { path: "made/up.rs".into(), module: module.into(), text: text.into() };
        import_offences(&source).len() + purity_offences(&source).len()
    };
    assert_eq!(found("domain", "use crate::pack::Fault;"), 1);
    assert_eq!(found("app", "use crate::domain::Pack;\nuse crate::{layout, ui};"), 1);
    assert_eq!(found("app", "fn f() -> crate::tui::Options { todo() }"), 1);
    assert_eq!(found("layout", "use std::{collections::BTreeMap, fs};"), 1);
    assert_eq!(found("pack", "use std::time::{Duration, Instant};"), 1);
    assert_eq!(found("domain", "let now = jiff::Timestamp::now();"), 1);
    assert_eq!(found("ui", "use super::super::tui::Options;"), 1);
    assert_eq!(found("picture", "use crate::{\n    app,\n    cli::run,\n};"), 1);
    assert_eq!(found("domain", "use crate::domain::Pack; use std::time::Duration; // not std::fs"), 0);
    assert_eq!(found("domain", "/// See [`crate::pack`] and `std::io`."), 0);
    assert_eq!(found("tui", "use std::io; use crate::app::App; use ratatui::Frame;"), 0);
}

struct Source {
    path: PathBuf,
    /// The module of the crate it belongs to; empty for `lib.rs` and `main.rs`, which join them.
    module: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("source is UTF-8");
                found.push(Source { module: module(&root, &path), path, text });
            }
        }
    }
    assert!(found.len() > 20, "the sources were found");
    found
}

fn module(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).expect("a file under src");
    let first = inside.components().next().expect("a file name").as_os_str().to_string_lossy().into_owned();
    match first.strip_suffix(".rs") {
        Some("lib" | "main") => String::new(),
        Some(file) => file.to_owned(),
        None => first,
    }
}

fn import_offences(source: &Source) -> Vec<String> {
    let Some((_, may_name)) = MAY_NAME.iter().find(|(module, _)| *module == source.module) else { return Vec::new() };
    let allowed = |name: &str| name == source.module || may_name.contains(&name);
    let mut offences: Vec<String> = MAY_NAME
        .iter()
        .map(|(module, _)| *module)
        .filter(|module| !allowed(module))
        .filter(|module| paths(&source.text).iter().any(|path| leads_to(path, module)))
        .map(|module| format!("{} names {module}", source.path.display()))
        .collect();
    offences.sort();
    offences
}

fn purity_offences(source: &Source) -> Vec<String> {
    if !PURE.contains(&source.module.as_str()) {
        return Vec::new();
    }
    let paths = paths(&source.text);
    let named = |worldly: &&&str| paths.iter().any(|path| holds(path, worldly));
    WORLDLY.iter().filter(named).map(|worldly| format!("{} names {worldly}", source.path.display())).collect()
}

/// Whether `path` is a path into `module` of this crate: `crate::ui::…`, `fingerpost::ui::…`, or up to the root by `super`.
fn leads_to(path: &str, module: &str) -> bool {
    let parts: Vec<&str> = path.split("::").collect();
    match parts.as_slice() {
        ["crate" | "fingerpost", first, ..] => *first == module,
        // A module is at most a few deep, so `super::super::ui` may be this crate's `ui`; only `super::ui` may be its own.
        ["super", "super", rest @ ..] => rest.iter().find(|part| **part != "super") == Some(&module),
        _ => false,
    }
}

/// Whether `wanted` stands in `path` as whole parts.
fn holds(path: &str, wanted: &str) -> bool {
    let (path, wanted): (Vec<&str>, Vec<&str>) = (path.split("::").collect(), wanted.split("::").collect());
    path.windows(wanted.len()).any(|window| window == wanted)
}

/// Every path the code names, with the braces of `use` written out: `use std::{fs, io};` gives `std::fs` and `std::io`.
/// Comments and text in quotes are passed over.
fn paths(text: &str) -> Vec<String> {
    let code: String = text.lines().map(without_comment).collect::<Vec<_>>().join("\n");
    let mut prefixes: Vec<String> = vec![String::new()];
    let mut found = Vec::new();
    let mut path = String::new();
    for c in code.chars().chain(['\n']) {
        match c {
            c if c.is_alphanumeric() || c == '_' || c == ':' => path.push(c),
            '{' if path.ends_with("::") => {
                let inside = format!("{}{path}", prefixes.last().expect("the outermost prefix"));
                prefixes.push(inside);
                path.clear();
            }
            '{' => prefixes.push(finish(&mut path, &mut found, &prefixes)),
            '}' => {
                finish(&mut path, &mut found, &prefixes);
                if prefixes.len() > 1 {
                    prefixes.pop();
                }
            }
            _ => {
                finish(&mut path, &mut found, &prefixes);
            }
        }
    }
    found
}

/// Ends the path being read. Gives the prefix for a block that is no group of imports: none.
fn finish(path: &mut String, found: &mut Vec<String>, prefixes: &[String]) -> String {
    if !path.is_empty() {
        let prefix = prefixes.last().map_or("", String::as_str);
        found.push(format!("{prefix}{path}"));
        path.clear();
    }
    String::new()
}

/// The line up to its comment, without what is quoted on it.
fn without_comment(line: &str) -> String {
    let mut kept = String::new();
    let mut quoted = false;
    let mut before = ' ';
    for c in line.chars() {
        match c {
            '"' if before != '\\' && before != '\'' => quoted = !quoted,
            '/' if before == '/' && !quoted => {
                kept.pop();
                return kept;
            }
            _ if !quoted => kept.push(c),
            _ => {}
        }
        before = c;
    }
    kept
}
