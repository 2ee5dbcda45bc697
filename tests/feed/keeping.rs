//! Importing from the command line: what is counted, what is kept, what is refused.

use std::fs;

use serde_json::json;

use super::program::{User, advert, results};

fn two() -> String {
    results(
        &[
            advert(
                "C9216-26-9001",
                "Divisional Director of Operations",
                "University Hospitals Plymouth NHS Trust",
                "£109,179 - £125,637",
                "2026-12-14",
            ),
            advert(
                "C9216-26-9002",
                "Staff Nurse",
                "University Hospitals Plymouth NHS Trust",
                "£12.72 an hour",
                "2020-01-01",
            ),
        ],
        1,
        2,
    )
}

#[test]
fn what_was_imported_is_listed_beside_the_packs_posts() {
    let user = User::new();
    user.file("search.xml", two());
    let (answer, status) = user.ask("posts import search.xml");
    assert_eq!((answer, status), (json!({"added": 2, "updated": 0, "unchanged": 0, "rejected": []}), 0));
    let (list, _) = user.ask("posts");
    let ids: Vec<&str> =
        list["posts"].as_array().expect("a list").iter().map(|post| post["id"].as_str().expect("an id")).collect();
    assert_eq!(ids.len(), 47);
    assert!(ids.is_sorted());
    assert_eq!(
        user.imported()[0],
        json!({"id": "C9216-26-9001", "reference": "C9216-26-9001", "title": "Divisional Director of Operations",
            "employer": "University Hospitals Plymouth NHS Trust", "organisation": "RK9",
            "role": "divisional-director-operations", "confidence": 0.98, "region": "South West", "segment": 4,
            "segment_period": "Q3 2025/26", "challenged": true, "pay_min": 109_179, "pay_max": 125_637,
            "pay_text": "£109,179 - £125,637", "posted": "2026-11-20", "closes": "2026-12-14",
            "url": "https://www.jobs.nhs.uk/candidate/jobadvert/C9216-26-9001", "source": "search.xml"})
    );
    let said = String::from_utf8(user.run(&["posts", "plymouth", "nurse"]).stdout).expect("text");
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("closed") && words.contains("imported") && words.contains("no role"), "{said}");
}

#[test]
fn importing_again_counts_what_is_new() {
    let user = User::new();
    user.file("a.xml", two());
    user.file("b.xml", two().replace("2026-12-14", "2026-12-21"));
    user.ask("posts import a.xml");
    assert_eq!(user.ask("posts import a.xml").0, json!({"added": 0, "updated": 0, "unchanged": 2, "rejected": []}));
    assert_eq!(
        user.ask("posts import b.xml a.xml").0,
        json!({"added": 0, "updated": 2, "unchanged": 2, "rejected": []})
    );
}

#[test]
fn a_bad_file_changes_nothing_and_a_good_one_beside_it_counts() {
    let user = User::new();
    user.file("good.xml", two());
    user.file("cut.xml", &two()[..300]);
    user.ask("posts import good.xml");
    let kept = fs::read(user.data().join("posts.csv")).expect("kept");
    let (answer, status) = user.ask("posts import cut.xml");
    assert_eq!(status, 3);
    assert_eq!((&answer["rejected"][0]["file"], &answer["added"]), (&json!("cut.xml"), &json!(0)));
    assert_eq!(fs::read(user.data().join("posts.csv")).expect("kept"), kept);
    user.file("more.csv", "title,organisation,advert_ref\nMatron,Barts Health NHS Trust,B-1\n,Barts,B-2\n");
    let (answer, status) = user.ask("posts import cut.xml more.csv");
    assert_eq!((&answer["added"], status), (&json!(1), 3));
    let places: Vec<(&str, u64)> = answer["rejected"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|fault| (fault["file"].as_str().expect("a file"), fault["line"].as_u64().expect("a line")))
        .collect();
    assert!(places.contains(&("more.csv", 3)) && places.len() == 2, "{places:?}");
    assert_eq!(user.imported().len(), 3);
}

#[test]
fn nothing_is_imported_when_a_file_is_missing() {
    let user = User::new();
    user.file("good.xml", two());
    let output = user.run(&["posts", "import", "good.xml", "nowhere.xml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!user.data().exists());
}

#[test]
fn a_correction_is_kept_and_can_be_taken_back() {
    let user = User::new();
    user.file("search.xml", two());
    user.ask("posts import search.xml");
    let role = |user: &User| user.imported()[0]["role"].clone();
    for (typed, wanted) in
        [("matron", json!("matron")), ("none", json!(null)), ("auto", json!("divisional-director-operations"))]
    {
        let (answer, status) = user.ask(&format!("posts correct c9216-26-9001 {typed}"));
        assert_eq!((&answer["role"], status), (&wanted, 0));
        assert_eq!(role(&user), wanted);
        user.ask("posts import search.xml");
        assert_eq!(role(&user), wanted, "it outlasts another import");
    }
    let output = user.run(&["posts", "correct", "C9216-26-900", "matron"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && said.contains("C9216-26-9001"), "{said}");
}

#[test]
fn posts_can_be_filtered_by_role_pay_closing_and_eligibility() {
    let user = User::new();
    let count = |words: &str| user.ask(words).0["posts"].as_array().expect("a list").len();
    let all = count("posts");
    assert!((1..all).contains(&count("posts --family operations")));
    assert!((1..all).contains(&count("posts --level 5")));
    assert!((1..all).contains(&count("posts --pay 100000")));
    assert!((1..all).contains(&count("posts --eligible --persona ward-manager")));
    assert_eq!(count("posts --eligible --from registered-nurse --ruleset review"), 0);
    assert_eq!(count("posts --closes-by 2000-01-01"), 0);
    for (arguments, word) in [
        (["posts", "--eligible", "--open"].as_slice(), "--from"),
        (&["posts", "--level", "9"], "no level 9"),
        (&["posts", "--open", "import", "a.xml"], "filters are for the list"),
    ] {
        let output = user.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(word), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn only_the_user_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt as _;
    let user = User::new();
    user.file("search.xml", two());
    user.ask("posts import search.xml");
    let mode = |path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(user.data().join("posts.csv")), mode(user.data())), (0o600, 0o700));
}

#[test]
fn a_damaged_file_of_ones_own_is_named_and_left_alone() {
    let user = User::new();
    user.file("search.xml", two());
    user.ask("posts import search.xml");
    let path = user.data().join("posts.csv");
    fs::write(&path, "something else\n").expect("written");
    for words in [["posts", "import", "search.xml"].as_slice(), &["posts"]] {
        let output = user.run(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(3) && said.contains("posts.csv"), "{said}");
    }
    assert_eq!(fs::read_to_string(&path).expect("there"), "something else\n");
}
