//! How well adverts are matched to roles and employers: on the pack's own sourced posts, whose roles were settled by
//! hand, and on two lists of titles of which only the one called tuning was ever looked at while the matching was made.

use std::fmt;
use std::path::Path;

use fingerpost::domain::Pack;
use fingerpost::domain::advert::Advert;
use fingerpost::domain::matching::{Employer, Employers, Setting, Titles};

fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the England pack is sound")
}

/// An advert and the role that is right for it.
struct Case {
    title: String,
    grade: String,
    role: Option<String>,
}

fn list(name: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feed").join(name);
    let mut reader = csv::Reader::from_path(path).expect("the list is there");
    let cases = reader.records().map(|row| {
        let row = row.expect("a row");
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        Case { title: cell(0), grade: cell(1), role: Some(cell(2)).filter(|role| !role.is_empty()) }
    });
    cases.collect()
}

fn posts(pack: &Pack) -> Vec<Case> {
    let slug = |role| pack.role(role).slug.to_string();
    let case = |post: &fingerpost::domain::post::Post| Case {
        title: post.title.clone(),
        grade: post.grade.clone(),
        role: post.role.map(|matched| slug(matched.role)),
    };
    pack.tables().posts.iter().map(case).collect()
}

fn ratio(part: usize, of: usize) -> f64 {
    f64::from(u32::try_from(part).expect("few")) / f64::from(u32::try_from(of.max(1)).expect("few"))
}

struct Measured {
    name: &'static str,
    cases: usize,
    with_role: usize,
    precision: f64,
    recall: f64,
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, cases, with_role, precision, recall } = self;
        write!(f, "{name}: {cases} titles, {with_role} with a role: precision {precision:.3}, recall {recall:.3}")
    }
}

fn measure(name: &'static str, cases: &[Case], pack: &Pack, tell: bool) -> Measured {
    let titles = Titles::of(pack);
    let (mut named, mut right) = (0, 0);
    for case in cases {
        let found = titles.find(&case.title, Setting { grade: &case.grade, employer: "" });
        let role = found.map(|found| pack.role(found.role).slug.to_string());
        named += usize::from(role.is_some());
        right += usize::from(role.is_some() && role == case.role);
        if tell && role != case.role {
            let sure = found.map_or(0, |found| found.confidence_percent);
            println!("{:?} ({}) is {:?}, not {role:?} ({sure}%)", case.title, case.grade, case.role);
        }
    }
    let with_role = cases.iter().filter(|case| case.role.is_some()).count();
    Measured { name, cases: cases.len(), with_role, precision: ratio(right, named), recall: ratio(right, with_role) }
}

#[test]
fn roles_are_found_by_title_and_band() {
    let pack = england();
    let (tuning, held_out, posts) = (list("titles-tuning.csv"), list("titles-held-out.csv"), posts(&pack));
    assert!(tuning.iter().all(|case| held_out.iter().all(|other| other.title != case.title)));
    let tell = std::env::var_os("FINGERPOST_SHOW_MISSES").is_some();
    let measured = [
        (measure("the pack's posts", &posts, &pack, tell), 0.9, 0.9),
        (measure("titles for tuning", &tuning, &pack, tell), 0.95, 0.95),
        (measure("titles held out", &held_out, &pack, false), 0.9, 0.85),
    ];
    for (figures, precision, recall) in measured {
        println!("{figures}");
        assert!(figures.precision >= precision && figures.recall >= recall, "{figures}");
    }
}

#[test]
fn the_posts_employers_are_found() {
    let pack = england();
    let employers = Employers::of(&pack);
    let mut missed = Vec::new();
    for post in &pack.tables().posts {
        let advert = Advert { employer: post.employer.clone(), reference: post.reference.clone(), ..Advert::default() };
        let found = match employers.find(&advert, &employers.named(&advert.employer)) {
            Some(Employer::Organisation(id)) => Some(*id),
            Some(Employer::Board(_)) | None => None,
        };
        if found != post.organisation {
            missed.push(format!("{} is {:?}, not {found:?}", post.employer, post.organisation));
        }
    }
    // A group of trusts is no organisation of its own; the pack's authors put its posts to one of its members.
    assert!(missed.len() <= 2 && missed.iter().all(|miss| miss.contains("Hospitals Group")), "{missed:#?}");
}
