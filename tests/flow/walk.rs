//! Walking and jumping on the map: keys in, the selected role and the screen out.

use std::collections::BTreeSet;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Start, Who};

fn map(size: (u16, u16)) -> Driver {
    let pack = packs::england();
    let who =
        pack.tables().personas.iter().find(|person| person.slug.as_str() == "ward-manager").expect("she is there");
    Driver::new(&pack, size, Start { who: Who::Profile(who.clone()), ..Start::default() })
}

fn here(driver: &Driver) -> String {
    let role = driver.app.selected_role().expect("a role");
    driver.app.pack().role(role).slug.to_string()
}

#[test]
fn the_frame_says_where_the_arrows_lead_and_where_one_has_been() {
    let driver = map((160, 40));
    assert!(driver.says("→ Matron (likeliest of 4) · ← Deputy ward manager "), "{}", driver.text());
    assert!(!driver.says(" › "), "one has not been anywhere yet");
    let driver = driver.keys("<right>");
    assert!(driver.says("of 4 ways on from Ward manager · ↑ Lead general practice nurse · ↓ Service manager"));
    let driver = map((200, 50)).keys("<right>");
    assert!(driver.says("Ward manager › Matron"), "{}", driver.text());
}

#[test]
fn the_way_back_is_the_way_one_came_over_several_roles() {
    let driver = map((120, 36)).keys("<right><down>");
    assert_eq!(here(&driver), "service-manager");
    let driver = driver.keys("<right>");
    let farthest = here(&driver);
    let driver = driver.keys("<left><left>");
    assert_eq!(here(&driver), "ward-manager");
    let driver = driver.keys("<right>");
    assert_eq!(here(&driver), "service-manager", "the last one chosen, not the likeliest");
    assert_eq!(here(&driver.keys("<right>")), farthest);
}

#[test]
fn a_dead_end_says_why() {
    let mut driver = map((120, 36)).keys("<right>");
    for _ in 0..30 {
        driver = driver.keys("<right>");
    }
    assert!(driver.app.notice().is_some_and(|words| words.starts_with("No way on from ")), "{:?}", driver.app.notice());
    let mut driver = map((120, 36)).keys("<right>");
    for _ in 0..5 {
        driver = driver.keys("<down>");
    }
    assert_eq!(driver.app.notice(), Some("This is the lowest of the ways on from Ward manager"));
}

#[test]
fn alt_and_an_arrow_go_back_and_forward_like_brackets() {
    let driver = map((120, 36)).keys("<right><down><alt+left><alt+left>");
    assert_eq!(here(&driver), "ward-manager");
    assert_eq!(here(&driver.keys("<alt+right>]")), "service-manager");
}

#[test]
fn every_role_in_view_has_a_label_of_its_own_and_typing_it_goes_there() {
    for size in [(80, 24), (120, 36), (200, 50)] {
        let driver = map(size).keys(";");
        let labels = driver.app.jump().expect("labels").labels().to_vec();
        let seen = driver.hits.roles_on_map().len();
        assert_eq!(labels.len(), seen - 1, "all but the selected one");
        let letters: BTreeSet<&String> = labels.iter().map(|(label, _)| label).collect();
        assert_eq!(letters.len(), labels.len());
        for (label, role) in &labels {
            assert!(!labels.iter().any(|(other, of)| of != role && other.starts_with(label.as_str())), "{label}");
        }
        let again = map(size).keys(";").app.jump().expect("labels").labels().to_vec();
        assert_eq!(again, labels, "the same labels every time");
        let (label, role) = labels.last().expect("a label");
        let driver = driver.keys(label);
        assert_eq!((driver.app.selected_role(), driver.app.jump()), (Some(*role), None));
    }
}

#[test]
fn labels_shrink_as_one_types_and_a_wrong_letter_says_so() {
    let driver = map((200, 50)).keys("gw");
    let jump = driver.app.jump().expect("labels").clone();
    let (label, _) = jump.labels().first().expect("a label");
    assert_eq!(label.len(), 2, "too many roles for single letters");
    let driver = driver.keys(&label[..1]);
    let left: Vec<(String, _)> =
        driver.app.jump().expect("still").open().map(|(rest, role)| (rest.to_owned(), role)).collect();
    assert!(!left.is_empty() && left.len() < jump.labels().len() && left.iter().all(|(rest, _)| rest.len() == 1));
    let driver = driver.keys("1");
    assert!(driver.says("No label is a1; Esc leaves"), "{}", driver.text());
    let driver = driver.keys("<backspace>1");
    assert!(driver.says("No label begins with 1; Esc leaves"));
    let driver = driver.keys("<esc>");
    assert_eq!((driver.app.jump(), here(&driver)), (None, "ward-manager".to_owned()));
}

#[test]
fn a_label_lies_over_the_first_letters_of_its_role() {
    let driver = map((120, 36)).keys(";");
    let roles = driver.hits.roles_on_map();
    for (label, role) in driver.app.jump().expect("labels").labels() {
        let cells = roles.iter().find(|(other, _)| other == role).expect("it is in view").1;
        let rows: Vec<String> = (cells.y..cells.y + cells.height)
            .map(|row| {
                let row = driver.row(usize::from(row));
                row.chars().skip(usize::from(cells.x)).take(usize::from(cells.width)).collect()
            })
            .collect();
        assert!(
            rows.iter().any(|row| row.chars().skip(1).collect::<String>().starts_with(label.as_str())),
            "{rows:#?}"
        );
    }
}
