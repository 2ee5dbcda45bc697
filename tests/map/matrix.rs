//! Families × levels: the numbers are right, everything on the screen is one of them, and walking reaches everybody.

use std::collections::BTreeSet;

use crate::draw::{draw, view};
use crate::packs::{england, find, pack};
use fingerpost::app::Action;
use fingerpost::app::hit::{HitMap, Target};
use fingerpost::app::map::{Handled, MapView, Marks, Pan, Zoom};
use fingerpost::domain::Pack;
use fingerpost::domain::career_move::Usual;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::planner::MovesAllowed;
use fingerpost::layout::Heading;
use fingerpost::layout::matrix::Square;
use fingerpost::ui::look::GlyphSet;

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
    move nurse > lead promotion 2
    move sister > matron promotion 3
    move sister > lead lateral 0
    move sister > ops clinical-to-management 1
    move lead > ops clinical-to-management 1
    move clerk > sister cross-sector 1
    move clerk > ops promotion 5
    move sister > chief promotion 9 exceptional
    move ops > chief promotion 4
";

fn matrix_view(pack: &Pack, id: &str) -> MapView {
    let mut view = view(pack, id);
    view.set_zoom(Zoom::Families);
    view
}

fn square(pack: &Pack, id: RoleId) -> Square {
    let role = pack.role(id);
    let level = pack.tables().levels.iter().position(|level| level.number == role.level).expect("a level");
    Square { lane: role.family.index(), level }
}

fn all_squares(pack: &Pack) -> Vec<Square> {
    let (lanes, levels) = (pack.tables().families.len(), pack.tables().levels.len());
    (0..lanes).flat_map(|lane| (0..levels).map(move |level| Square { lane, level })).collect()
}

#[test]
fn the_squares_add_up_to_all_roles() {
    for pack in [england(), pack(SMALL)] {
        let matrix = MapView::new(&pack).matrix(&pack);
        for square_of in all_squares(&pack) {
            let inside: Vec<RoleId> = pack.role_ids().filter(|&id| square(&pack, id) == square_of).collect();
            assert_eq!(matrix.roles(square_of), inside.len());
            assert_eq!(matrix.likeliest(square_of).is_some(), !inside.is_empty());
            assert!(matrix.likeliest(square_of).is_none_or(|role| inside.contains(&role)));
        }
        let lanes: usize = (0..matrix.lanes()).map(|lane| matrix.in_lane(lane)).sum();
        let levels: usize = (0..matrix.levels()).map(|level| matrix.on_level(level)).sum();
        assert_eq!((lanes, levels), (pack.role_ids().len(), pack.role_ids().len()));
    }
}

#[test]
fn the_flows_add_up_to_all_moves() {
    for pack in [england(), pack(SMALL)] {
        let matrix = MapView::new(&pack).matrix(&pack);
        let counted = |from: Square, to: Square, usual: Usual| {
            let moves = pack.move_ids().map(|id| pack.career_move(id));
            let between = moves.filter(|way| square(&pack, way.from) == from && square(&pack, way.to) == to);
            between.filter(|way| way.usual == usual).count()
        };
        for from in all_squares(&pack) {
            for to in all_squares(&pack) {
                let moves = matrix.between(from, to);
                assert_eq!(moves.usual, counted(from, to, Usual::Usual), "{from:?} to {to:?}");
                assert_eq!(moves.exceptional, counted(from, to, Usual::Exceptional), "{from:?} to {to:?}");
            }
            assert!(matrix.flows_out(from).iter().all(|flow| flow.from == from));
            assert!(matrix.flows_into(from).iter().all(|flow| flow.to == from));
        }
        let all = |flows: &[fingerpost::layout::matrix::Flow]| -> usize {
            flows.iter().map(|flow| flow.moves.counted(MovesAllowed::Exceptional)).sum()
        };
        let into: usize = all_squares(&pack).into_iter().map(|square| all(matrix.flows_into(square))).sum();
        assert_eq!((all(matrix.flows()), into), (pack.move_ids().len(), pack.move_ids().len()));
    }
}

#[test]
fn the_role_that_stands_for_a_square_has_the_most_ways() {
    let pack = pack(SMALL);
    let matrix = MapView::new(&pack).matrix(&pack);
    assert_eq!(matrix.likeliest(Square { lane: 0, level: 1 }), Some(find(&pack, "sister")));
    assert_eq!(matrix.likeliest(Square { lane: 2, level: 0 }), None);
}

#[test]
fn walking_goes_from_square_to_square_and_reaches_everybody() {
    let pack = england();
    let matrix = MapView::new(&pack).matrix(&pack);
    let first = matrix.squares().next().expect("England has roles");
    let (mut seen, mut left) = (BTreeSet::from([first]), vec![first]);
    while let Some(at) = left.pop() {
        for heading in Heading::ALL {
            let Some(next) = matrix.next(at, heading) else { continue };
            assert!(matrix.roles(next) > 0, "{next:?} is empty");
            assert!(if heading.is_vertical() { next.level == at.level } else { next.level != at.level });
            if seen.insert(next) {
                left.push(next);
            }
        }
    }
    assert_eq!(seen, matrix.squares().collect());
}

#[test]
fn arrow_keys_select_the_role_that_stands_for_the_next_square() {
    let pack = pack(SMALL);
    let mut view = matrix_view(&pack, "lead");
    let mut press = |action, id: &str| {
        assert_eq!(view.act(&pack, MovesAllowed::Usual, action), Handled::Yes);
        assert_eq!(view.selected(), Some(find(&pack, id)), "after {action:?}");
    };
    press(Action::Right, "matron");
    press(Action::Down, "ops");
    press(Action::Left, "clerk");
    press(Action::Left, "clerk");
    press(Action::Right, "ops");
    press(Action::Right, "chief");
    press(Action::Up, "chief");
}

fn routed(pack: &Pack) -> Marks {
    let route: Vec<RoleId> = ["clerk", "sister", "lead", "ops", "chief"].map(|id| find(pack, id)).to_vec();
    Marks { me: Some(route[0]), target: Some(route[4]), route, ..Marks::default() }
}

#[test]
fn a_small_matrix_with_a_route() {
    let pack = pack(SMALL);
    let (rows, _) = draw(&pack, &matrix_view(&pack, "sister"), &routed(&pack), (70, 16), GlyphSet::Unicode);
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn a_small_matrix_in_ascii() {
    let pack = pack(SMALL);
    let (rows, _) = draw(&pack, &matrix_view(&pack, "sister"), &routed(&pack), (60, 8), GlyphSet::Ascii);
    assert!(rows.iter().all(|row| row.is_ascii()), "{rows:#?}");
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn all_families_of_england_fit_the_smallest_usual_window() {
    let pack = england();
    let (rows, _) = draw(&pack, &matrix_view(&pack, "ward-manager"), &Marks::default(), (78, 19), GlyphSet::Unicode);
    insta::assert_snapshot!(rows.join("\n"));
}

/// What is drawn in the area of a square, without the names below its number.
fn text_of(rows: &[String], hits: &HitMap, role: RoleId) -> String {
    let hit = hits.hits.iter().find(|hit| hit.target == Target::Role(role)).expect("every square can be clicked");
    let row = &rows[usize::from(hit.cells.y)];
    row.chars().skip(usize::from(hit.cells.x)).take(usize::from(hit.cells.width)).collect()
}

#[test]
fn every_flow_of_the_selected_square_is_told() {
    let pack = england();
    let matrix = MapView::new(&pack).matrix(&pack);
    for here in matrix.squares() {
        let mut view = MapView::new(&pack);
        let role = matrix.likeliest(here).expect("a square with roles");
        view.select(&pack, role);
        view.set_zoom(Zoom::Families);
        let (rows, hits) = draw(&pack, &view, &Marks::default(), (140, 45), GlyphSet::Unicode);
        let text = |square: Square| text_of(&rows, &hits, matrix.likeliest(square).expect("a square with roles"));
        assert!(text(here).contains(&format!("[{}]", matrix.roles(here))), "{}", text(here));
        let flows = matrix.flows_out(here).iter().chain(matrix.flows_into(here)).filter(|flow| flow.from != flow.to);
        for flow in flows {
            let count = flow.moves.counted(MovesAllowed::Usual);
            let up = matrix.up(flow.from).is_some_and(|up| up.to == flow.to);
            let told = match (up, flow.from == here) {
                (true, _) => {
                    text(flow.from).contains(&format!("─{count}─")) || text(flow.from).contains(&format!("━{count}━"))
                }
                (false, true) => text(flow.to).contains(&format!("▸{count}")),
                (false, false) => text(flow.from).contains(&format!("{count}▸")),
            };
            assert_eq!(told, count > 0, "{count} from {:?} to {:?}: {rows:#?}", flow.from, flow.to);
        }
    }
}

#[test]
fn the_steps_of_a_route_are_counted_in_their_squares() {
    let pack = pack(SMALL);
    let (rows, hits) = draw(&pack, &matrix_view(&pack, "matron"), &routed(&pack), (100, 16), GlyphSet::Unicode);
    let text = |id: &str| text_of(&rows, &hits, find(&pack, id));
    assert!(text("clerk").contains("● 1"), "{rows:#?}");
    assert!(text("sister").contains("★1-2 2"), "{rows:#?}");
    assert!(text("ops").contains("★3 1") && text("chief").contains("★4 1"), "{rows:#?}");
    assert!(!text("matron").contains('★'));
}

#[test]
fn rows_that_do_not_fit_are_scrolled_and_owned_up_to() {
    let pack = england();
    let mut view = matrix_view(&pack, "trust-chair");
    let (rows, _) = draw(&pack, &view, &Marks::default(), (78, 12), GlyphSet::Unicode);
    assert!(rows[0].contains("of 18") && rows.iter().any(|row| row.contains("▶Non-exec")), "{rows:#?}");
    view.move_by(Pan::by(0, -40));
    let (rows, _) = draw(&pack, &view, &Marks::default(), (78, 12), GlyphSet::Unicode);
    assert!(rows[0].contains("1–11 of 18") && rows[1].contains("Ways in"), "{rows:#?}");
}

#[test]
fn a_matrix_of_any_size_is_drawn() {
    let england = england();
    let one = pack("role only Lane 1 Only one");
    for (pack, id) in [(&england, "general-manager"), (&one, "only")] {
        let view = matrix_view(pack, id);
        let marks = Marks { route: vec![find(pack, id)], ..Marks::default() };
        for width in (1..=40).chain((41..=250).step_by(11)) {
            for height in (1..=12).chain((13..=80).step_by(7)) {
                draw(pack, &view, &marks, (width, height), GlyphSet::Unicode);
            }
        }
    }
}
