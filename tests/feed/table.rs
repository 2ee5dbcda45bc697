//! Filtering and sorting posts gives what looking at each of them gives.

use std::collections::BTreeSet;

use fingerpost::app::posts::{Closing, Direction, Filter, PostTable, SortKey};
use fingerpost::domain::Pack;
use fingerpost::domain::eligibility::Eligible;
use fingerpost::domain::id::PostId;
use fingerpost::domain::post::{Post, Standing};
use jiff::civil::date;

fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the England pack is sound")
}

fn found<'p>(pack: &'p Pack, filter: &Filter) -> Vec<&'p Post> {
    let view = PostTable::of(pack).view(filter, SortKey::Id, Direction::Forward);
    view.into_iter().map(|id| pack.post(id)).collect()
}

/// A filter, and what it asks of a post.
type Asks<'a> = (Filter, Box<dyn Fn(&Post) -> bool + 'a>);

#[test]
fn each_filter_keeps_what_it_names() {
    let pack = england();
    let all = &pack.tables().posts;
    let first_of_role = all[0].role.expect("matched").role;
    let operations = pack.role(first_of_role).family;
    let level = pack.role(first_of_role).level;
    let role = |post: &Post| post.role.map(|matched| pack.role(matched.role));
    let today = date(2026, 1, 1);
    let cases: Vec<Asks> = vec![
        (
            Filter { words: "NURS medway".into(), ..Filter::default() },
            Box::new(|post| post.title.contains("Nurs") && post.employer.contains("Medway")),
        ),
        (
            Filter { region: Some("South West".into()), ..Filter::default() },
            Box::new(|post| post.region == "South West"),
        ),
        (
            Filter { organisation: all[0].organisation, ..Filter::default() },
            Box::new(|post| post.organisation == all[0].organisation),
        ),
        (Filter { segment: Some(3), ..Filter::default() }, Box::new(|post| post.segment == Some(3))),
        (
            Filter { standing: Some(Standing::Challenged), ..Filter::default() },
            Box::new(|post| post.standing == Standing::Challenged),
        ),
        (
            Filter { families: BTreeSet::from([operations]), ..Filter::default() },
            Box::new(|post| role(post).is_some_and(|role| role.family == operations)),
        ),
        (
            Filter { level: Some(level), ..Filter::default() },
            Box::new(|post| role(post).is_some_and(|role| role.level == level)),
        ),
        (
            Filter { role: Some(first_of_role), ..Filter::default() },
            Box::new(|post| post.role.is_some_and(|found| found.role == first_of_role)),
        ),
        (
            Filter { pay_at_least: Some(110_000), ..Filter::default() },
            Box::new(|post| post.pay_max.is_some_and(|pay| pay >= 110_000)),
        ),
        (Filter { closing: Closing::OpenOn(today), ..Filter::default() }, Box::new(|post| !post.has_closed(today))),
        (
            Filter { closing: Closing::Between(today, date(2026, 2, 28)), ..Filter::default() },
            Box::new(|post| post.closes.is_some_and(|day| day >= today && day < date(2026, 3, 1))),
        ),
    ];
    for (filter, wanted) in cases {
        let ids = |posts: Vec<&Post>| posts.into_iter().map(|post| post.id.clone()).collect::<BTreeSet<_>>();
        let expected = ids(all.iter().filter(|post| wanted(post)).collect());
        assert!(!expected.is_empty() && expected.len() < all.len(), "{filter:?} asks something");
        assert_eq!(ids(found(&pack, &filter)), expected, "{filter:?}");
    }
    assert!(found(&pack, &Filter { region: Some("Wales".into()), ..Filter::default() }).is_empty());
}

#[test]
fn who_is_eligible_is_what_why_says() {
    let pack = england();
    let persona = pack.tables().personas.iter().find(|one| one.slug.as_str() == "ward-manager").expect("a persona");
    let person = persona.person(&pack, pack.tables().hours_per_week, jiff::civil::date(2026, 11, 22));
    let ruleset = fingerpost::domain::ruleset::Ruleset::Today;
    let eligible = Eligible::of(&pack, &person, ruleset);
    let holder = fingerpost::domain::planner::Holder::of(&pack, &person);
    for post in &pack.tables().posts {
        let met = post
            .role
            .is_some_and(|matched| fingerpost::domain::planner::why(&pack, &holder, matched.role, ruleset).met);
        assert_eq!(eligible.for_post(post), met, "{}", post.id);
    }
    let posts = found(&pack, &Filter { eligible: Some(eligible.clone()), ..Filter::default() });
    assert!(!posts.is_empty() && posts.iter().all(|post| eligible.for_post(post)));
}

#[test]
fn every_order_goes_both_ways_and_says_nothing_last() {
    let pack = england();
    let table = PostTable::of(&pack);
    let all = Filter::default();
    for key in SortKey::ALL {
        let forward = table.view(&all, key, Direction::Forward);
        let mut backward = table.view(&all, key, Direction::Backward);
        backward.reverse();
        assert_eq!(forward, backward, "{key:?}");
        let sorted: BTreeSet<PostId> = forward.iter().copied().collect();
        assert_eq!(sorted.len(), 45, "{key:?}");
    }
    let first = |key| pack.post(table.view(&all, key, Direction::Forward)[0]);
    let last = |key| pack.post(table.view(&all, key, Direction::Forward)[44]);
    assert_eq!(first(SortKey::Pay).pay_max, pack.tables().posts.iter().filter_map(|post| post.pay_max).max());
    assert_eq!(first(SortKey::Closes).closes, pack.tables().posts.iter().filter_map(|post| post.closes).min());
    assert_eq!((last(SortKey::Pay).pay_max, last(SortKey::Closes).closes), (None, None));
    assert!(first(SortKey::Title).title < last(SortKey::Title).title);
}
