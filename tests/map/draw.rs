//! What the map looks like.

use crate::packs::{england, find, pack};
use fingerpost::app::hit::{HitMap, Pane, Target};
use fingerpost::app::map::{MapView, Marks, Pan};
use fingerpost::domain::Pack;
use fingerpost::domain::planner::MovesAllowed;
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::look::{Depth, GlyphSet, Look, Theme};
use fingerpost::ui::map::draw_map;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SMALL: &str = "
    lanes Nursing Operations Finance Board
    role nurse Nursing 1 Staff nurse
    role sister Nursing 2 Ward sister
    role lead Nursing 2 Team lead
    role matron Nursing 3 Matron
    role ops Operations 3 Operations manager
    role clerk Operations 1 Clerk
    role books Finance 2 Bookkeeper
    role chief Board 4 Chief nurse
    move nurse > sister promotion 2
    move sister > matron promotion 3
    move sister > lead lateral 0
    move sister > ops clinical-to-management 1
    move clerk > sister cross-sector 1
    move sister > chief promotion 9 exceptional
    move ops > chief promotion 4
    post p1 ops challenged
";

pub fn draw(pack: &Pack, view: &MapView, marks: &Marks, size: (u16, u16), glyphs: GlyphSet) -> (Vec<String>, HitMap) {
    let area = Rect::new(0, 0, size.0, size.1);
    let look = Look::new(Theme::Mono, Depth::Sixteen, glyphs);
    let mut buffer = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut buffer, &look);
    draw_map(pack, view, marks, &mut canvas, area);
    let hits = canvas.into_hits();
    let row = |y| (0..size.0).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>().trim_end().to_owned();
    ((0..size.1).map(row).collect(), hits)
}

pub fn view(pack: &Pack, id: &str) -> MapView {
    let mut view = MapView::new(pack);
    view.select(pack, find(pack, id));
    view
}

#[test]
fn a_small_map_in_box_drawing() {
    let pack = pack(SMALL);
    let marks = Marks { moves: MovesAllowed::Exceptional, me: Some(find(&pack, "sister")), ..Marks::default() };
    let (rows, _) = draw(&pack, &view(&pack, "sister"), &marks, (80, 22), GlyphSet::Unicode);
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn a_small_map_with_a_route_in_ascii() {
    let pack = pack(SMALL);
    let route = ["clerk", "sister", "ops", "chief"].map(|id| find(&pack, id)).to_vec();
    let marks = Marks { me: Some(route[0]), target: Some(route[3]), route, ..Marks::default() };
    let (rows, _) = draw(&pack, &view(&pack, "sister"), &marks, (80, 22), GlyphSet::Ascii);
    assert!(rows.iter().all(|row| row.is_ascii()), "{rows:#?}");
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn a_ward_manager_sees_every_way_on_at_the_size_beside_the_role_pane() {
    let pack = england();
    let (rows, _) = draw(&pack, &view(&pack, "ward-manager"), &Marks::default(), (80, 31), GlyphSet::Unicode);
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn what_is_not_in_the_window_is_named_at_its_edge() {
    let pack = england();
    let (rows, _) = draw(&pack, &view(&pack, "trust-chief-executive"), &Marks::default(), (78, 14), GlyphSet::Unicode);
    assert!(rows[1].contains('▲') && rows[13].contains('▼'), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("Trust")), "the selected role is in the window: {rows:#?}");
}

#[test]
fn the_wheel_moves_the_map_and_the_edges_of_the_window_tell_what_is_gone() {
    let pack = england();
    let mut view = view(&pack, "trust-chief-executive");
    let before = draw(&pack, &view, &Marks::default(), (78, 14), GlyphSet::Unicode).0;
    view.move_by(Pan::by(0, 6));
    let after = draw(&pack, &view, &Marks::default(), (78, 14), GlyphSet::Unicode).0;
    assert_eq!(before[9].get(12..), after[3].get(12..), "six rows up");
}

#[test]
fn every_box_can_be_clicked() {
    let pack = pack(SMALL);
    let (rows, hits) = draw(&pack, &view(&pack, "sister"), &Marks::default(), (80, 22), GlyphSet::Unicode);
    for (id, words) in [("sister", "Ward sister"), ("ops", "Operations"), ("nurse", "Staff nurse")] {
        let (y, row) = rows.iter().enumerate().find(|(_, row)| row.contains(words)).expect("it is drawn");
        let at = row.find(words).map(|at| row[..at].chars().count()).expect("found before");
        let (x, y) = (u16::try_from(at).expect("small"), u16::try_from(y).expect("small"));
        // The lane's name may say the same word; the box is the one further right.
        let hit = (x..80).filter_map(|x| hits.at(x, y)).find(|target| *target == Target::Role(find(&pack, id)));
        assert!(hit.is_some(), "{id}");
    }
    assert_eq!(hits.pane_at(79, 21), Some(Pane::Map));
    assert!(hits.seen(Pane::Map).is_some());
}

#[test]
fn the_picture_is_made_once_as_long_as_nothing_changes() {
    let pack = pack(SMALL);
    let view = view(&pack, "sister");
    let size = fingerpost::layout::Size { width: 60, height: 20 };
    let picture = || view.picture(&pack, &Marks::default(), size).expect("a picture");
    assert!(std::sync::Arc::ptr_eq(&picture(), &picture()));
}

#[test]
fn a_map_of_any_size_is_drawn() {
    let pack = england();
    let route = ["ward-manager", "matron", "head-of-nursing"].map(|id| find(&pack, id)).to_vec();
    let marks = Marks { route, ..Marks::default() };
    let view = view(&pack, "general-manager");
    for width in (1..=40).chain((41..=250).step_by(19)) {
        for height in (1..=12).chain((13..=80).step_by(13)) {
            draw(&pack, &view, &marks, (width, height), GlyphSet::Unicode);
        }
    }
}
