//! Walking on the map.

use crate::packs::{england, find, pack};
use fingerpost::app::action::Action;
use fingerpost::app::hit::{HitMap, Target};
use fingerpost::app::map::{Handled, MapView, Marks, Pan, Roam, Zoom};
use fingerpost::domain::Pack;
use fingerpost::domain::planner::MovesAllowed;
use fingerpost::layout::Heading;
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::look::{Depth, GlyphSet, Look, Theme};
use fingerpost::ui::map::draw_map;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SMALL: &str = "
    lanes Nursing Operations Board
    role nurse Nursing 1 Nurse
    role sister Nursing 2 Ward sister
    role lead Nursing 2 Team lead
    role matron Nursing 3 Matron
    role ops Operations 3 Operations manager
    role clerk Operations 1 Clerk
    role chief Board 4 Chief nurse
    move nurse > sister promotion 2
    move nurse > lead promotion 1
    move clerk > ops promotion 3
    move sister > matron promotion 3
    move sister > lead lateral 0
    move sister > ops clinical-to-management 1
    move sister > chief promotion 9 exceptional
    move lead > matron promotion 2
    move ops > chief promotion 4
";

struct Walker<'a> {
    pack: &'a Pack,
    view: MapView,
    moves: MovesAllowed,
}

impl<'a> Walker<'a> {
    fn at(pack: &'a Pack, id: &str) -> Self {
        let mut view = MapView::new(pack);
        view.select(pack, find(pack, id));
        Self { pack, view, moves: MovesAllowed::Usual }
    }

    fn here(&self) -> &str {
        self.pack.role(self.view.selected().expect("a role")).slug.as_str()
    }

    fn go(&mut self, action: Action) -> &str {
        assert_eq!(self.view.act(self.pack, self.moves, action), Handled::Yes);
        self.here()
    }
}

#[test]
fn right_goes_to_the_likeliest_next_role_and_left_comes_back() {
    let pack = pack(SMALL);
    let mut walker = Walker::at(&pack, "sister");
    assert_eq!(walker.go(Action::Right), "matron");
    assert_eq!(walker.go(Action::Left), "sister");
    assert_eq!(walker.go(Action::Right), "matron");
}

#[test]
fn down_and_up_go_through_the_other_ways_out_from_top_to_bottom() {
    let pack = pack(SMALL);
    let mut walker = Walker::at(&pack, "sister");
    walker.go(Action::Right);
    assert_eq!(walker.go(Action::Down), "ops");
    assert_eq!(walker.go(Action::Down), "ops", "there is none below");
    assert_eq!(walker.go(Action::Left), "sister", "not the clerk, who also leads to operations");
    assert_eq!(walker.go(Action::Right), "ops", "one had just come from there");
    assert_eq!(walker.go(Action::Up), "matron");
    assert_eq!(walker.go(Action::Up), "lead");
    assert_eq!(walker.go(Action::Up), "lead", "there is none above");
}

#[test]
fn left_and_then_down_goes_through_the_other_ways_in() {
    let pack = pack(SMALL);
    let mut walker = Walker::at(&pack, "ops");
    let first = walker.go(Action::Left).to_owned();
    let other = if first == "sister" { walker.go(Action::Down) } else { walker.go(Action::Up) }.to_owned();
    let mut both = [first, other];
    both.sort();
    assert_eq!(both, ["clerk", "sister"]);
    assert_eq!(walker.go(Action::Right), "ops");
}

#[test]
fn without_siblings_down_goes_through_the_level() {
    let pack = pack(SMALL);
    let mut walker = Walker::at(&pack, "matron");
    assert_eq!(walker.go(Action::Down), "ops");
    assert_eq!(walker.go(Action::Up), "matron");
    assert_eq!(walker.go(Action::Up), "matron");
}

#[test]
fn exceptional_moves_are_walked_only_when_asked_for_or_when_there_is_no_other() {
    let pack = pack(
        "
        lanes Nursing
        role a Nursing 1 A
        role b Nursing 2 B
        role c Nursing 3 C
        move a > b promotion 1
        move a > c promotion 1 exceptional
        move b > c promotion 9 exceptional
    ",
    );
    let mut walker = Walker::at(&pack, "a");
    walker.go(Action::Right);
    assert_eq!(walker.go(Action::Down), "b", "c is no sibling");
    assert_eq!(walker.go(Action::Right), "c", "b leads nowhere else");
    let mut walker = Walker::at(&pack, "a");
    walker.moves = MovesAllowed::Exceptional;
    walker.go(Action::Right);
    assert_eq!(walker.go(Action::Down), "c");
}

#[test]
fn every_mark_on_the_map_is_where_its_arrow_key_leads() {
    let pack = england();
    let keys = [('→', Action::Right), ('←', Action::Left), ('↑', Action::Up), ('↓', Action::Down)];
    let mut marks = 0;
    for role in pack.role_ids() {
        let mut view = MapView::new(&pack);
        view.select(&pack, role);
        for step in [None, Some(Action::Right), Some(Action::Left), Some(Action::Down)] {
            if let Some(step) = step {
                view.act(&pack, MovesAllowed::Usual, step);
            }
            // In turn, so that the test does not take twice as long.
            view.set_zoom(if role.index() % 2 == 0 { Zoom::Boxes } else { Zoom::Lanes });
            let (cells, hits) = drawn(&pack, &view);
            for (at, sign) in cells {
                let Some((_, key)) = keys.iter().find(|(arrow, _)| *arrow == sign) else { continue };
                let mut after = view.clone();
                after.act(&pack, MovesAllowed::Usual, *key);
                let there = hits.at(at.0, at.1);
                assert_eq!(there, after.selected().map(Target::Role), "{sign} from {}", pack.role(role).title);
                assert_ne!(after.selected(), view.selected(), "{sign} leads nowhere");
                marks += 1;
            }
        }
    }
    assert!(marks > 500, "a mark or two on every map, not only {marks}");
}

#[test]
fn the_likeliest_next_role_is_marked_wherever_it_is_in_view() {
    let pack = england();
    for role in pack.role_ids() {
        let mut view = MapView::new(&pack);
        view.select(&pack, role);
        let (cells, hits) = drawn(&pack, &view);
        let Some(next) = view.choices(&pack, MovesAllowed::Usual).and_then(|choices| choices.to(Heading::Right)) else {
            continue;
        };
        if hits.hits.iter().any(|hit| hit.target == Target::Role(next)) {
            let marked = cells.iter().any(|&((x, y), sign)| sign == '→' && hits.at(x, y) == Some(Target::Role(next)));
            assert!(marked, "{} from {}", pack.role(next).title, pack.role(role).title);
        }
    }
}

/// A sign and where it is drawn.
type Sign = ((u16, u16), char);

/// Every cell of the map in a window of usual size, and what was drawn where.
fn drawn(pack: &Pack, view: &MapView) -> (Vec<Sign>, HitMap) {
    let area = Rect::new(0, 0, 100, 34);
    let look = Look::new(Theme::Mono, Depth::Sixteen, GlyphSet::Unicode);
    let mut buffer = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut buffer, &look);
    draw_map(pack, view, &Marks::default(), &mut canvas, area);
    let hits = canvas.into_hits();
    let sign = |at: (u16, u16)| buffer[at].symbol().chars().next().unwrap_or(' ');
    (area.positions().map(|at| ((at.x, at.y), sign((at.x, at.y)))).collect(), hits)
}

#[test]
fn where_the_arrows_lead_is_where_they_go() {
    let pack = england();
    let keys = [
        (Heading::Right, Action::Right),
        (Heading::Left, Action::Left),
        (Heading::Up, Action::Up),
        (Heading::Down, Action::Down),
    ];
    for role in pack.role_ids() {
        for (heading, key) in keys {
            let mut view = MapView::new(&pack);
            view.select(&pack, role);
            let choices = view.choices(&pack, MovesAllowed::Usual).expect("a role is selected");
            view.act(&pack, MovesAllowed::Usual, key);
            assert_eq!(view.selected(), Some(choices.to(heading).unwrap_or(role)));
        }
    }
}

#[test]
fn an_end_is_an_end() {
    let pack = pack(SMALL);
    assert_eq!(Walker::at(&pack, "chief").go(Action::Right), "chief");
    assert_eq!(Walker::at(&pack, "nurse").go(Action::Left), "nurse");
    assert_eq!(MapView::new(&pack).act(&pack, MovesAllowed::Usual, Action::Help), Handled::No);
}

#[test]
fn one_can_go_back_through_where_one_has_been_and_forward_again() {
    let pack = pack(SMALL);
    let mut walker = Walker::at(&pack, "sister");
    walker.go(Action::Right);
    walker.go(Action::Down);
    assert_eq!(walker.view.back(), Handled::Yes);
    assert_eq!(walker.here(), "matron");
    walker.view.back();
    assert_eq!(walker.here(), "sister");
    walker.view.forward();
    walker.view.forward();
    assert_eq!(walker.here(), "ops");
    assert_eq!(walker.view.forward(), Handled::No);
    walker.view.back();
    walker.go(Action::Left);
    assert_eq!(walker.view.forward(), Handled::No, "a new step forgets what was ahead");
}

#[test]
fn moving_the_window_ends_when_another_role_is_selected() {
    let pack = pack(SMALL);
    let mut walker = Walker::at(&pack, "sister");
    let roam = Roam { least: Pan::by(-5, 0), most: Pan::by(0, 9) };
    walker.view.move_by(Pan::by(-2, 3));
    walker.view.keep_within(roam);
    assert_eq!(walker.view.pan(), Pan::by(-2, 3));
    walker.view.move_by(Pan::by(3, i32::MAX));
    walker.view.keep_within(roam);
    assert_eq!(walker.view.pan(), Pan::by(0, 9), "as far as there is map");
    walker.go(Action::Right);
    assert_eq!(walker.view.pan(), Pan::default());
}
