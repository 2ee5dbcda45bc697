//! The nearest look: boxes that say pay, time from me and posts, never at the cost of a title.

use std::sync::Arc;

use crate::packs::{england, find, pack};
use fingerpost::app::map::{MapView, Marks, Zoom};
use fingerpost::app::{App, Effect, Env, Key, Msg, Start, Who, update};
use fingerpost::domain::Pack;
use fingerpost::domain::quantity::Decimal;
use fingerpost::layout::details::{Card, Wording};
use fingerpost::layout::{Picture, Size, wrap};
use jiff::civil::date;

/// The app on the map as near as it gets; the planner answers only when it is asked to.
fn nearest(pack: &Arc<Pack>, role: &str, answers: bool) -> App {
    let who = Who::Role(find(pack, role), Decimal::whole(2));
    let today = date(2026, 11, 22);
    let env = Env { size: (120, 36), today, now: today.at(9, 0, 0, 0) };
    let (mut app, mut effects) = App::new(Arc::clone(pack), Start { who, today, ..Start::default() });
    effects.extend(update(&mut app, Msg::Key(Key::parse_all("+").expect("a key")[0]), &env));
    for effect in effects {
        if let (true, Effect::Ask { ticket, ask }) = (answers, effect) {
            update(&mut app, Msg::Answered { ticket, finding: ask.answer(pack) }, &env);
        }
    }
    app
}

fn longest(card: &Card) -> Vec<&str> {
    card.lines.iter().filter_map(|line| line.fitting(u16::MAX)).collect()
}

#[test]
fn a_card_says_pay_time_from_me_and_posts() {
    let pack = Arc::new(england());
    let app = nearest(&pack, "deputy-chief-operating-officer", true);
    let marks = app.marks();
    let card = |id: &str| longest(&marks.cards[&find(&pack, id)]);
    let mine = card("deputy-chief-operating-officer");
    assert!(mine[0].starts_with("band ") || mine[0].contains("VSM"), "{mine:?}");
    assert_eq!(mine[1], "now");
    assert!(mine[2].starts_with("5 posts, none open ◆"), "{mine:?}");
    let next = card("chief-operating-officer");
    assert_eq!(next[1], "1 week from you");
}

#[test]
fn a_card_says_when_there_is_no_way() {
    let pack = Arc::new(england());
    let marks = nearest(&pack, "ward-manager", true).marks();
    assert_eq!(longest(&marks.cards[&find(&pack, "deputy-ward-manager")])[1], "no way from you");
}

#[test]
fn a_card_owns_up_while_the_planner_thinks() {
    let pack = Arc::new(england());
    let marks = nearest(&pack, "ward-manager", false).marks();
    assert_eq!(longest(&marks.cards[&find(&pack, "matron")])[1], "? from you");
    assert_eq!(longest(&marks.cards[&find(&pack, "ward-manager")])[1], "now");
}

#[test]
fn only_the_nearest_look_has_cards() {
    let pack = Arc::new(england());
    let mut app = nearest(&pack, "ward-manager", true);
    assert!(!app.marks().cards.is_empty());
    let env = Env { size: (120, 36), today: date(2026, 11, 22), now: date(2026, 11, 22).at(9, 0, 0, 0) };
    update(&mut app, Msg::Key(Key::parse_all("-").expect("a key")[0]), &env);
    assert!(app.marks().cards.is_empty());
}

fn marks_with_cards(pack: &Pack, role: &str) -> Marks {
    let card = Card {
        lines: ["band 8a, £57,528–64,750", "3y 6m from you", "5 posts, none open ◆3"]
            .map(|line| Wording::new([line.to_owned(), line.chars().take(6).collect()]))
            .to_vec(),
        brief: Wording::new(["8a, 3y 6m".to_owned(), "3y 6m".to_owned()]),
    };
    let cards = pack.role_ids().map(|role| (role, card.clone())).collect();
    let route = ["ward-manager", "matron", "head-of-nursing"].map(|id| find(pack, id)).to_vec();
    Marks { me: Some(find(pack, role)), route, cards, ..Marks::default() }
}

fn pictures(pack: &Pack, role: &str, window: Size) -> (Arc<Picture>, Arc<Picture>) {
    let mut view = MapView::new(pack);
    view.select(pack, find(pack, role));
    let cards = marks_with_cards(pack, role);
    let plain = Marks { cards: [].into(), ..cards.clone() };
    let picture = |marks: &Marks| view.picture(pack, marks, window).expect("a picture");
    (picture(&plain), picture(&cards))
}

#[test]
fn no_title_is_cut_for_a_detail_and_no_detail_is_cut() {
    let pack = england();
    for role in ["ward-manager", "general-manager", "trust-chief-executive", "gp-partner"] {
        for (width, height) in [(60, 16), (68, 18), (72, 30), (100, 40), (140, 44), (200, 70)] {
            let (plain, cards) = pictures(&pack, role, Size { width, height });
            assert!(cards.layout.cut <= plain.layout.cut, "{role} at {width}x{height}");
            for placed in cards.layout.boxes.values() {
                assert!(placed.details.iter().all(|line| wrap::width(line) < placed.area.width && !line.contains('…')));
                assert!(usize::from(placed.area.height) >= placed.lines.len() + placed.details.len());
            }
        }
    }
}

#[test]
fn a_large_window_shows_every_line_and_a_small_one_fewer() {
    let pack = england();
    let lines = |width, height| -> usize {
        let (_, cards) = pictures(&pack, "matron", Size { width, height });
        cards.layout.boxes.values().map(|placed| placed.details.len()).sum()
    };
    let boxes = pictures(&pack, "matron", Size { width: 220, height: 90 }).1.prominent.len();
    assert_eq!(lines(220, 90), 3 * boxes);
    assert!(lines(100, 40) <= lines(220, 90) && lines(40, 12) < lines(220, 90));
}

const SMALL: &str = "
    lanes Nursing Operations
    role sister Nursing 1 Ward sister
    role matron Nursing 2 Matron
    role ops Operations 2 Operations manager
    move sister > matron promotion 3
    move sister > ops clinical-to-management 1
    post p1 ops challenged
    post p2 ops
";

#[test]
fn the_nearest_look_in_a_picture() {
    let pack = Arc::new(pack(SMALL));
    let app = nearest(&pack, "sister", true);
    assert_eq!(app.map().zoom(), Zoom::Cards);
    let marks = app.marks();
    let (rows, _) = crate::draw::draw(&pack, app.map(), &marks, (70, 18), fingerpost::ui::GlyphSet::Unicode);
    insta::assert_snapshot!(rows.join("\n"));
    let (rows, _) = crate::draw::draw(&pack, app.map(), &marks, (60, 12), fingerpost::ui::GlyphSet::Ascii);
    assert!(rows.iter().all(|row| row.is_ascii()), "{rows:#?}");
}
