//! Two runs of the program at once do not lose each other's posts or corrections.

use std::collections::BTreeSet;
use std::process::{Child, Stdio};

use super::program::{User, advert, results};

const TIMES: usize = 8;

fn begun(user: &User, words: &str) -> Child {
    let arguments: Vec<&str> = words.split(' ').collect();
    user.command(&arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("fingerpost runs")
}

fn both_end_well(runs: [Child; 2]) {
    for run in runs {
        let output = run.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn two_imports_at_once_lose_nothing() {
    let user = User::new();
    let mut expected = BTreeSet::new();
    for number in 0..TIMES {
        let names = ["a", "b"].map(|name| {
            let references = (0..200).map(|at| format!("C9216-26-{name}{number}-{at}").to_uppercase());
            let adverts: Vec<String> =
                references.clone().map(|reference| advert(&reference, "Matron", "Barts", "", "2026-12-14")).collect();
            expected.extend(references);
            let name = format!("{name}{number}.xml");
            user.file(&name, results(&adverts, 1, adverts.len()));
            name
        });
        both_end_well(names.map(|name| begun(&user, &format!("posts import {name}"))));
    }
    let kept: BTreeSet<String> =
        user.imported().iter().map(|post| post["reference"].as_str().expect("text").to_owned()).collect();
    assert_eq!(kept.len(), expected.len());
    assert_eq!(kept, expected);
}

#[test]
fn two_corrections_at_once_are_both_kept() {
    let user = User::new();
    let (list, _) = user.ask("posts");
    let ids: Vec<&str> =
        list["posts"].as_array().expect("a list").iter().map(|post| post["id"].as_str().expect("an id")).collect();
    for pair in ids.chunks_exact(2).take(TIMES) {
        both_end_well([
            begun(&user, &format!("posts correct {} none", pair[0])),
            begun(&user, &format!("posts correct {} matron", pair[1])),
        ]);
    }
    let (list, _) = user.ask("posts");
    let role = |id: &str| {
        let posts = list["posts"].as_array().expect("a list");
        posts.iter().find(|post| post["id"] == id).expect("listed")["role"].clone()
    };
    for pair in ids.chunks_exact(2).take(TIMES) {
        assert!(role(pair[0]).is_null(), "{}", pair[0]);
        assert_eq!(role(pair[1]), "matron", "{}", pair[1]);
    }
}
