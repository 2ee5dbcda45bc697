//! The command line on the user's own plans, in the folder where the terminal interface keeps them.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use fingerpost::domain::Pack;
use fingerpost::domain::plan::Item;
use fingerpost::domain::portfolio::Portfolio;
use fingerpost::domain::profile::{Profile, Since};
use fingerpost::store::{KeptPortfolio, Step};
use jiff::civil::date;
use serde_json::Value;
use tempfile::TempDir;

use crate::{england, ward_manager};

/// Somebody with plans in a data folder of their own.
struct User {
    folder: TempDir,
    pack: Arc<Pack>,
}

impl User {
    /// With so many plans, `first`, `first-2` …
    fn with_plans(count: usize) -> Self {
        let user = Self { folder: TempDir::new().expect("a folder"), pack: Arc::new(england()) };
        let role = user.pack.find_role("ward-manager").expect("a role");
        let mut portfolio = Portfolio::new(Profile::of_role(&user.pack, role, Since::Day(date(2025, 5, 24))));
        for _ in 0..count {
            // Made long ago, so that its steps can be done on any day since.
            let mut plan = ward_manager(&user.pack).1;
            plan.made = date(2025, 6, 1);
            plan.stints[0].entered = Some(plan.made);
            plan.id = portfolio.free_id(&plan.id);
            portfolio.plans.push(plan);
        }
        user.kept().write(Some(&portfolio)).expect("kept");
        user
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What is kept, as the terminal interface reads it.
    fn kept(&self) -> KeptPortfolio {
        let mut kept = KeptPortfolio::new(&self.data().join("profiles"), "me", Arc::clone(&self.pack));
        kept.read().expect("it is sound");
        kept
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(arguments).arg("--data").arg(self.data()).current_dir(self.folder.path());
        command.env_remove("NO_COLOR").stdin(Stdio::null()).output().expect("fingerpost runs")
    }

    fn said(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let said = self.said(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&said).expect("one JSON document")
    }

    /// Status and complaint.
    fn refused(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = self.run(arguments);
        assert!(output.stdout.is_empty(), "{arguments:?}");
        (output.status.code(), String::from_utf8(output.stderr).expect("text"))
    }
}

#[test]
fn plans_are_listed_and_one_is_shown_with_numbered_steps() {
    let user = User::with_plans(2);
    let list = user.json(&["plan", "list"]);
    assert_eq!(list["plans"].as_array().map(Vec::len), Some(2));
    assert_eq!((&list["plans"][1]["id"], &list["plans"][1]["done"]), (&"first-2".into(), &0.into()));
    assert!(user.said(&["plan", "list"]).contains("first-2"));
    let shown = user.json(&["plan", "show", "first"]);
    let steps = shown["steps"].as_array().expect("steps");
    assert!(steps.len() > 5 && steps[0]["step"] == 1);
    let said = user.said(&["plan", "show", "first"]);
    assert!(said.contains("Next") && said.contains("Be appointed: ") && said.contains("has to be won"), "{said}");
}

#[test]
fn a_tick_goes_where_the_app_keeps_it_and_its_undo_goes_back_over_it() {
    let user = User::with_plans(1);
    let before = user.kept().portfolio().cloned().expect("a portfolio");
    let plan = &before.plans[0];
    let number = plan.steps().iter().position(|item| *item == Item::Role(1)).expect("a move") + 1;
    let role = plan.stints[1].role.to_string();
    let ticked = user.json(&["plan", "tick", "first", &number.to_string(), "--on", "2026-01-05"]);
    assert_eq!((&ticked["plan"], &ticked["done"]), (&"first".into(), &"2026-01-05".into()));
    let consequence = ticked["consequences"][0].as_str().expect("a sentence");
    assert!(consequence.contains("since 5 Jan 2026"), "{consequence}");
    let mut kept = user.kept();
    let after = kept.portfolio().expect("a portfolio");
    assert_eq!(after.profile.since, Since::Day(date(2026, 1, 5)));
    assert_eq!(Some(after.profile.role), user.pack.find_role(&role));
    assert!(kept.step(Step::Back).expect("there is an earlier state"));
    assert_eq!(kept.portfolio(), Some(&before));
    assert!(user.said(&["plan", "tick", "first", &role, "--on", "5 Jan 2026"]).contains("done 5 Jan 2026"));
    assert!(user.said(&["plan", "tick", "first", &role, "--open"]).contains("is open again"));
    assert_eq!(user.kept().portfolio(), Some(&before));
}

#[test]
fn what_cannot_be_is_refused_in_words_with_status_2() {
    let user = User::with_plans(2);
    let before = user.kept().portfolio().cloned();
    for (arguments, words) in [
        (vec!["plan", "show"], "say which plan: first (My way), first-2 (My way)"),
        (vec!["plan", "show", "frist"], "The nearest: first"),
        (vec!["plan", "tick", "first", "999"], "there is no step 999"),
        (vec!["plan", "tick", "first", "0"], "there is no step 0"),
        (vec!["plan", "tick", "first", "trust-chief-exective"], "The nearest: trust-chief-executive"),
        (vec!["plan", "tick", "first", "trust-chief-executive"], "tick off the role before it first"),
        (vec!["plan", "tick", "first", "1", "--on", "soon"], "2026-11-22"),
        (vec!["plan", "tick", "first", "1", "--on", "9999-01-01"], "still to come"),
        (vec!["export", "plan", "--as", "pdf"], "say which plan"),
        (vec!["export", "plan", "last", "--as", "pdf"], "no plan \"last\""),
    ] {
        let (status, said) = user.refused(&arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
    assert_eq!(user.kept().portfolio().cloned(), before, "nothing was changed");
    let empty = User::with_plans(0);
    assert!(empty.refused(&["plan", "show"]).1.contains("there is no plan yet"));
    assert!(empty.said(&["plan", "list"]).contains("There is no plan yet"));
}

#[test]
fn a_file_that_cannot_be_read_is_faulty_data() {
    let user = User::with_plans(1);
    std::fs::write(user.data().join("profiles/me.toml"), "role = 7\n").expect("written");
    let (status, said) = user.refused(&["plan", "list"]);
    assert_eq!(status, Some(3), "{said}");
    assert!(said.contains("me.toml"), "{said}");
}

#[test]
fn two_that_tick_at_once_lose_nothing() {
    let user = User::with_plans(1);
    let studies: Vec<String> = (1..=4).map(|step: u32| step.to_string()).collect();
    std::thread::scope(|scope| {
        for step in &studies {
            scope.spawn(|| user.run(&["plan", "tick", "first", step, "--on", "2026-02-01"]));
        }
    });
    let kept = user.kept();
    let plan = &kept.portfolio().expect("a portfolio").plans[0];
    let done = plan.steps().iter().take(studies.len()).filter(|item| plan.done(**item).is_some()).count();
    let can = plan.steps().iter().take(studies.len()).filter(|item| !matches!(item, Item::Role(at) if *at > 1)).count();
    assert_eq!(done, can);
}

#[test]
fn the_plan_is_exported_from_the_data_folder_or_a_file() {
    let user = User::with_plans(1);
    let markdown = user.said(&["export", "plan", "--as", "markdown", "--date", "2026-11-22"]);
    assert!(markdown.contains("# My way") && markdown.contains("What comes next"), "{markdown}");
    let file = user.data().join("profiles/me.toml");
    let file = file.to_str().expect("text");
    let args = ["export", "plan", "first", "--profile", file, "--as", "markdown", "--date", "2026-11-22"];
    assert_eq!(user.said(&args), markdown);
    assert!(user.said(&["export", "plan", "-o", "plan.ics"]).contains("Saved: plan.ics"));
}
