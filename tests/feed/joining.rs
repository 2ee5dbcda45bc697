//! Imported adverts become posts beside the pack's own.

use fingerpost::domain::Pack;
use fingerpost::domain::advert::Advert;
use fingerpost::domain::advert::collection::Collection;
use fingerpost::domain::advert::correction::{Correction, Corrections};
use fingerpost::domain::advert::join::with_adverts;
use fingerpost::domain::id::Slug;
use fingerpost::domain::post::{MatchedBy, Origin, Post, Standing};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 22);

fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the England pack is sound")
}

fn advert(reference: &str, title: &str, employer: &str) -> Advert {
    Advert { reference: reference.into(), title: title.into(), employer: employer.into(), ..Advert::default() }
}

fn joined(adverts: Vec<Advert>, corrections: &Corrections) -> Pack {
    let mut all = Collection::default();
    all.take_in(adverts, TODAY, "search.xml");
    with_adverts(&england(), all, corrections)
}

fn find<'p>(pack: &'p Pack, reference: &str) -> &'p Post {
    pack.tables().posts.iter().find(|post| post.reference == reference).expect("the post is there")
}

#[test]
fn an_advert_becomes_a_post_of_a_role_in_an_organisation() {
    let pack = joined(
        vec![advert("C9216-26-9001", "DDO - Medicine", "University Hospitals Plymouth NHS Trust")],
        &Corrections::default(),
    );
    let post = find(&pack, "C9216-26-9001");
    assert_eq!((post.ods.as_str(), post.region.as_str()), ("RK9", "South West"));
    assert_eq!(
        (post.segment, post.segment_period.as_str(), post.standing),
        (Some(4), "Q3 2025/26", Standing::Challenged)
    );
    let role = post.role.expect("matched");
    assert_eq!((pack.role(role.role).slug.as_str(), role.by), ("divisional-director-operations", MatchedBy::Title));
    assert!(pack.posts_of(role.role).iter().any(|id| pack.post(*id).reference == "C9216-26-9001"));
    assert_eq!(post.origin, Origin::Imported { on: TODAY, from: "search.xml".into() });
    assert_eq!(pack.tables().posts.len(), 46);
}

#[test]
fn the_code_in_a_reference_finds_an_employer_whose_name_is_not_known() {
    let pack = joined(
        vec![
            advert("C9439-26-1", "Matron", "CDDFT"),
            advert("409-S1", "Matron", "St Helens and Knowsley"),
            advert("Q-1", "Matron", "Nowhere"),
        ],
        &Corrections::default(),
    );
    assert_eq!(
        ["C9439-26-1", "409-S1", "Q-1"].map(|reference| find(&pack, reference).ods.as_str()),
        ["RXP", "RBN", ""]
    );
}

#[test]
fn older_and_shorter_names_of_employers_are_known() {
    let names = [
        ("Warrington and Halton Teaching Hospitals NHS Foundation Trust", "RWW"),
        ("Norfolk Community Health and Care NHS Trust", "RY3"),
        ("WRIGHTINGTON WIGAN & LEIGH TEACHING HOSPITALS NHS FT", "RRF"),
        ("Nottingham University Hospital NHS Trust", "RX1"),
        ("NHS Greater Manchester Integrated Care Board", "QOP"),
        ("NHS Greater Manchester ICB", "QOP"),
        ("Example Coast NHS Foundation Trust", ""),
    ];
    let adverts = names.iter().enumerate().map(|(at, (name, _))| advert(&format!("N-{at}"), "Matron", name)).collect();
    let pack = joined(adverts, &Corrections::default());
    for (at, (name, ods)) in names.iter().enumerate() {
        assert_eq!(find(&pack, &format!("N-{at}")).ods, *ods, "{name}");
    }
}

#[test]
fn the_employer_decides_between_trust_and_care_board() {
    let pack = joined(
        vec![
            advert("A-1", "Chief Executive", "NHS Greater Manchester Integrated Care Board"),
            advert("A-2", "Chief Executive", "Barts Health NHS Trust"),
        ],
        &Corrections::default(),
    );
    let slug = |reference| pack.role(find(&pack, reference).role.expect("matched").role).slug.as_str();
    assert_eq!([slug("A-1"), slug("A-2")], ["icb-chief-executive", "trust-chief-executive"]);
}

#[test]
fn what_the_user_says_comes_first() {
    let mut corrections = Corrections::default();
    corrections.set("x-1", Correction { role: Slug::parse("matron"), on: TODAY });
    corrections.set("X-2", Correction { role: None, on: TODAY });
    corrections.set("X-3", Correction { role: Slug::parse("no-such-role"), on: TODAY });
    corrections.set("P001", Correction { role: None, on: TODAY });
    let pack = joined(["X-1", "X-2", "X-3"].map(|name| advert(name, "Chief Nurse", "A")).to_vec(), &corrections);
    let role = |reference| find(&pack, reference).role.map(|found| (pack.role(found.role).slug.as_str(), found.by));
    assert_eq!(role("X-1"), Some(("matron", MatchedBy::User)));
    assert_eq!(role("X-2"), None);
    assert_eq!(role("X-3"), Some(("chief-nurse", MatchedBy::Title)));
    assert_eq!(pack.tables().posts[0].role, None);
}

#[test]
fn ids_are_distinct_and_last() {
    let adverts = || vec![advert("A 1", "Matron", "A"), advert("A/1", "Matron", "B"), advert("P001", "Matron", "C")];
    let ids = |adverts: Vec<Advert>| -> Vec<String> {
        joined(adverts, &Corrections::default()).tables().posts[45..].iter().map(|post| post.id.clone()).collect()
    };
    assert_eq!(ids(adverts()), ["A-1", "A-1-2", "P001-2"]);
    let with_more = adverts().into_iter().chain([advert("A:1", "Matron", "D")]).collect();
    assert_eq!(ids(with_more), ["A-1", "A-1-2", "P001-2", "A-1-3"]);
}

#[test]
fn an_advert_the_pack_has_is_not_shown_twice() {
    let later = Advert {
        closes: Some(date(2027, 1, 4)),
        ..advert("C9439-25-0201", "Care Group Director", "County Durham and Darlington NHS Foundation Trust")
    };
    let pack = joined(vec![later], &Corrections::default());
    assert_eq!(pack.tables().posts.len(), 45);
    let post = find(&pack, "C9439-25-0201");
    assert_eq!((post.id.as_str(), post.closes), ("P032", Some(date(2027, 1, 4))));
    assert!(matches!(post.origin, Origin::Imported { .. }) && post.role.is_some_and(|role| role.by == MatchedBy::Pack));
}

#[test]
fn the_same_post_on_nhs_jobs_and_on_trac_is_one_also_when_the_pack_has_it() {
    let twin = Advert {
        closes: Some(date(2025, 11, 28)),
        ..advert("C9409-25-0981", "Directorate Manager: Medical Division", "Mersey and West Lancashire")
    };
    let pack = joined(vec![twin.clone()], &Corrections::default());
    assert_eq!((pack.tables().posts.len(), find(&pack, "C9409-25-0981").id.as_str()), (45, "P042"));
    let another = Advert { closes: Some(date(2026, 11, 28)), ..twin };
    assert_eq!(joined(vec![another], &Corrections::default()).tables().posts.len(), 46);
}
