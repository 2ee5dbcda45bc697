//! Finding organisations and posts.

use std::sync::Arc;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Screen, Start};
use fingerpost::domain::Pack;

fn start(pack: &Arc<Pack>, size: (u16, u16)) -> Driver {
    Driver::new(pack, size, Start::default()).keys("<esc>/")
}

/// The England pack with each of its posts many times over.
fn many(times: usize) -> Arc<Pack> {
    let pack = packs::england();
    let own = &pack.tables().posts;
    let copies = (0..times).flat_map(|time| {
        own.iter().cloned().map(move |mut post| {
            post.id = format!("{}-{time}", post.id);
            post
        })
    });
    Arc::new(pack.with_posts(copies.collect()))
}

#[test]
fn a_post_is_found_by_words_of_its_title_and_employer_and_shown() {
    let pack = packs::england();
    let driver = start(&pack, (120, 36)).keys("nurs<space>medway");
    let line = driver
        .text()
        .lines()
        .find(|line| line.contains("▸ Divisional Director of Nursing"))
        .map(str::to_owned)
        .unwrap_or_default();
    assert!(line.contains("◆ seg 4 · closed"), "{}", driver.text());
    let chosen = driver.keys("<enter>");
    assert_eq!(chosen.app.screen(), Screen::Posts);
    let post = pack.post(chosen.app.selected_post().expect("one is selected"));
    assert!(post.title.contains("Nurs") && post.employer.contains("Medway"), "{post:?}");
}

#[test]
fn an_organisation_is_found_and_its_posts_are_listed() {
    let pack = packs::england();
    let driver = start(&pack, (120, 36)).keys("plymouht");
    assert!(driver.says("University Hospitals Plymouth") && driver.says("◆ seg 4 · "), "{}", driver.text());
    let chosen = driver.keys("<enter>");
    assert_eq!(chosen.app.screen(), Screen::Posts);
    let listed = chosen.app.posts_view().listed();
    assert!(!listed.is_empty() && listed.iter().all(|id| pack.post(*id).employer.contains("Plymouth")));
    assert!(chosen.says("filtered (f): University Hospitals Plymouth"), "{}", chosen.text());
    assert!(chosen.keys("u").app.posts_view().chosen().is_off());
}

#[test]
fn roles_come_before_posts_and_of_many_posts_the_rest_is_counted() {
    let pack = many(50);
    let driver = start(&pack, (120, 36)).keys("chief<space>nurse");
    let titles: Vec<String> =
        driver.text().lines().filter(|line| line.contains("Chief nurse")).map(str::to_owned).collect();
    assert!(titles.first().is_some_and(|line| line.contains("role")), "{titles:?}");
    assert!(driver.says(" more posts; more words find fewer"), "{}", driver.text());
    // Asked who one is or what one wants, only roles are an answer.
    let driver = Driver::new(&pack, (120, 36), Start::default()).keys("<esc>T");
    assert!(!driver.keys("nurse").says("seg 4"));
}
