//! `appraisal_cycles.csv` and `rating_scale.csv`: what is read of them, and what is refused.

use fingerpost::domain::appraisal::{Due, Framework, Ground, Rating, YearDay, next_due};
use fingerpost::domain::provenance::Basis;
use fingerpost::pack::{Files, read};
use jiff::civil::{Date, date};

use crate::{sound, tiny, tiny_with, told};

const TODAY: Date = date(2026, 11, 22);

fn cycles(rows: &str) -> Files {
    tiny_with("appraisal_cycles.csv", format!("role,what,due_day,due_month,basis,source,source_date\n{rows}\n"))
}

fn scale(rows: &str) -> Files {
    tiny_with("rating_scale.csv", format!("rating,title,meaning,basis,source\n{rows}\n"))
}

#[test]
fn a_pack_may_do_without_both() {
    let pack = sound(&tiny());
    let clerk = pack.find_role("clerk").expect("a role");
    let due = next_due(&pack, clerk, Some(TODAY), TODAY);
    assert_eq!((due.on, due.ground), (Some(date(2027, 11, 22)), Ground::Assumed));
    assert_eq!(Framework::of(&pack).point(Rating::Strong).provenance.basis, Basis::Editorial);
}

#[test]
fn what_is_nearest_to_a_role_says_when_it_is_due() {
    let pack = sound(&cycles(
        "@any,Every year,,,editorial,editorial,\n@board,The board,30,9,sourced,https://example.org/,2025-04-01\n\
         chief,The chief,30,6,sourced,https://example.org/,2025-04-01\nchief,The chief again,1,3,,,",
    ));
    let due = |role| next_due(&pack, pack.find_role(role).expect("a role"), None, TODAY);
    let said = |role| match due(role).ground {
        Ground::Cycle(cycle) => cycle.what.clone(),
        Ground::Assumed => "assumed".to_owned(),
    };
    assert_eq!((due("chief").on, said("chief").as_str()), (Some(date(2027, 3, 1)), "The chief again"));
    assert_eq!((due("clerk").on, said("clerk").as_str()), (None, "Every year"));
    let [any, board, ..] = pack.tables().appraisal_cycles.as_slice() else { panic!("rows") };
    assert_eq!((any.due, board.due), (Due::Yearly, Due::By(YearDay::new(30, 9).expect("a day"))));
    assert_eq!((board.provenance.basis, board.provenance.date.as_str()), (Basis::Sourced, "2025-04-01"));
}

#[test]
fn the_board_s_row_is_not_for_those_below_it() {
    let pack = sound(&cycles("@board,The board,30,9,,,\n@manager,Managers,1,5,,,"));
    let on = |role| next_due(&pack, pack.find_role(role).expect("a role"), None, TODAY).on;
    assert_eq!((on("chief"), on("clerk")), (Some(date(2027, 9, 30)), None), "the clerk is at a starting point");
}

#[test]
fn the_pack_s_words_for_a_point_go_before_the_program_s() {
    let pack = sound(&scale("4,Very able,Nothing is left to learn,sourced,https://example.org/"));
    let framework = Framework::of(&pack);
    let point = framework.point(Rating::Strong);
    assert_eq!((point.title.as_str(), point.provenance.basis), ("Very able", Basis::Sourced));
    assert_eq!(framework.point(Rating::Essential).title, "Essential");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (files, place, word) in [
        (cycles("chef,T,,,,,"), "appraisal_cycles.csv:2:1: error", "nearest: chief"),
        (cycles("@bord,T,,,,,"), "appraisal_cycles.csv:2:1: error", "@board"),
        (cycles("chief,,,,,,"), "appraisal_cycles.csv:2:2: error", "empty"),
        (cycles("chief,T,31,6,,,"), "appraisal_cycles.csv:2:3: error", "no year has"),
        (cycles("chief,T,,6,,,"), "appraisal_cycles.csv:2:3: error", "without due_day"),
        (cycles("chief,T,30,,,,"), "appraisal_cycles.csv:2:4: error", "without due_month"),
        (cycles("chief,T,30,June,,,"), "appraisal_cycles.csv:2:4: error", "plain number"),
        (cycles("chief,T,30,6,sourced,,"), "appraisal_cycles.csv:2:6: error", "called sourced"),
        (scale("6,T,M,,"), "rating_scale.csv:2:1: error", "none of 1, 2, 3, 4, 5"),
        (scale("1,T,M,,\n1,T,M,,"), "rating_scale.csv:3:1: error", "line 2"),
        (scale("1,T,,,"), "rating_scale.csv:2:3: error", "empty"),
        (scale("1,T,M,sourced,"), "rating_scale.csv:2:5: error", "called sourced"),
    ] {
        let told = told(&read(&files));
        assert!(told.starts_with(place) && told.contains(word) && !told.contains('\n'), "{word}\n{told}");
    }
}
