//! The whole map: every role has its place, nothing moves, and every line that is drawn leads where it seems to lead.

use std::collections::{BTreeMap, BTreeSet};

use crate::layout::{sketched, sketches};
use crate::packs::{england, find, pack};
use fingerpost::app::hit::{Cells, HitMap, Pane, Target};
use fingerpost::app::map::{Folding, MapView, Marks, Pan, Zoom};
use fingerpost::domain::Pack;
use fingerpost::domain::graph::CareerGraph;
use fingerpost::domain::id::{FamilyId, RoleId};
use fingerpost::domain::planner::MovesAllowed;
use fingerpost::layout::joint::{Arms, Class, Stroke};
use fingerpost::layout::{Focus, Heading};
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::look::{Depth, GlyphSet, Look, Theme};
use fingerpost::ui::map::{draw_map, signs};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Larger than the whole map of England, so that all of it is seen.
const ALL: (u16, u16) = (230, 100);

fn whole(pack: &Pack, role: RoleId) -> MapView {
    let mut view = MapView::new(pack);
    view.set_zoom(Zoom::Lanes);
    view.select(pack, role);
    view
}

fn draw(pack: &Pack, view: &MapView, marks: &Marks, size: (u16, u16), glyphs: GlyphSet) -> (Buffer, HitMap) {
    let area = Rect::new(0, 0, size.0, size.1);
    let look = Look::new(Theme::Mono, Depth::Sixteen, glyphs);
    let mut buffer = Buffer::empty(area);
    let mut canvas = Canvas::new(&mut buffer, &look);
    draw_map(pack, view, marks, &mut canvas, area);
    let hits = canvas.into_hits();
    (buffer, hits)
}

fn rows(buffer: &Buffer) -> String {
    let Rect { width, height, .. } = buffer.area;
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

fn boxes(hits: &HitMap) -> BTreeMap<RoleId, Cells> {
    let mut boxes = BTreeMap::new();
    for hit in &hits.hits {
        if let Target::Role(role) = hit.target {
            assert_eq!(boxes.insert(role, hit.cells), None, "a role stands in two places");
        }
    }
    boxes
}

fn route(pack: &Pack) -> Vec<RoleId> {
    let route = [
        "ward-manager",
        "service-manager",
        "general-manager",
        "divisional-director-operations",
        "hospital-managing-director",
        "trust-chief-executive",
    ];
    route.iter().map(|id| find(pack, id)).collect()
}

fn marked(pack: &Pack) -> Marks {
    let route = route(pack);
    Marks { me: route.first().copied(), target: route.last().copied(), route, ..Marks::default() }
}

/// The signs of lines, read backwards: which sides of the cell a line reaches, and whether that is the route.
struct Reader {
    joints: BTreeMap<char, [Option<bool>; 4]>,
    arrows: BTreeMap<char, Heading>,
}

impl Reader {
    fn new() -> Self {
        let classes = [Class::Plain, Class::Management, Class::Sector, Class::Exceptional];
        let strokes = classes.map(|class| Some(Stroke::aside(class)));
        let choices: Vec<Option<Stroke>> =
            strokes.into_iter().chain([None, Some(Stroke::route(Class::Plain))]).collect();
        let mut reader = Self { joints: BTreeMap::new(), arrows: BTreeMap::new() };
        let pick = |at: usize, digit: u32| choices[at / choices.len().pow(digit) % choices.len()];
        for at in 0..choices.len().pow(4) {
            let mut arms = Arms::default();
            for (digit, heading) in (0..).zip(Heading::ALL) {
                if let Some(stroke) = pick(at, digit) {
                    arms.add(heading, stroke);
                }
            }
            if arms.count() >= 2 {
                let seen = Heading::ALL.map(|heading| arms.get(heading).map(Stroke::is_route));
                let sign = signs::line(GlyphSet::Unicode, arms);
                let known = *reader.joints.entry(sign).or_insert(seen);
                assert_eq!(known.map(|arm| arm.is_some()), seen.map(|arm| arm.is_some()), "{sign} says two things");
            }
        }
        for stroke in choices.into_iter().flatten() {
            for heading in Heading::ALL {
                reader.arrows.insert(signs::arrow(GlyphSet::Unicode, heading, stroke), heading);
            }
        }
        reader
    }
}

/// Which roles' boxes a line reaches, with an arrow and without.
#[derive(Debug, Default)]
struct Reached {
    heads: BTreeSet<RoleId>,
    tails: BTreeSet<RoleId>,
}

/// A picture, and how to read it.
struct Reading<'a> {
    reader: &'a Reader,
    buffer: &'a Buffer,
    boxes: BTreeMap<RoleId, Cells>,
}

type At = (u16, u16);

impl Reading<'_> {
    fn sign(&self, (x, y): At) -> char {
        self.buffer[(x, y)].symbol().chars().next().unwrap_or(' ')
    }

    fn role(&self, (x, y): At) -> Option<RoleId> {
        self.boxes.iter().find(|(_, cells)| cells.contains(x, y)).map(|(role, _)| *role)
    }

    fn step((x, y): At, heading: Heading) -> At {
        match heading {
            Heading::Up => (x, y - 1),
            Heading::Down => (x, y + 1),
            Heading::Left => (x - 1, y),
            Heading::Right => (x + 1, y),
        }
    }

    /// Follows the lines from one side of a box as a reader would, cell by cell. Whoever comes to the bold line of the
    /// route from another stays on it.
    fn follow(&self, from: RoleId, side: Heading, on_route: bool) -> Reached {
        let cells = self.boxes[&from];
        let beside = if side == Heading::Left { cells.x - 1 } else { cells.x + cells.width };
        let mut reached = Reached::default();
        let mut seen = BTreeSet::new();
        let mut open = vec![((beside, cells.y), side, on_route)];
        while let Some((at, heading, on_route)) = open.pop() {
            if !seen.insert((at, heading, on_route)) {
                continue;
            }
            if let Some(role) = self.role(at) {
                reached.tails.insert(role);
                continue;
            }
            let sign = self.sign(at);
            if let Some(&points) = self.reader.arrows.get(&sign) {
                self.at_arrow(at, points, heading, from, &mut reached, &mut open);
            } else if let Some(arms) = self.reader.joints.get(&sign) {
                let back = arms[heading.opposite() as usize];
                if back.is_none() {
                    let bridge = arms[heading as usize].is_none() && arms.iter().flatten().count() == 2;
                    assert!(bridge, "a line breaks off at {at:?}, {sign}\n{}", rows(self.buffer));
                    open.push((Self::step(at, heading), heading, on_route));
                    continue;
                }
                for on in Heading::ALL.into_iter().filter(|&on| on != heading.opposite()) {
                    if let Some(route) = arms[on as usize].filter(|route| *route || !on_route) {
                        let joins = route && back == Some(false);
                        open.push((Self::step(at, on), on, on_route || joins));
                    }
                }
            } else {
                let begins = at == (beside, cells.y);
                assert!(begins, "a line ends at {at:?}, {sign:?}\n{}", rows(self.buffer));
            }
        }
        reached
    }

    /// An arrow stands right before its box; only from that box can one go through it the other way.
    fn at_arrow(
        &self,
        at: At,
        points: Heading,
        heading: Heading,
        from: RoleId,
        reached: &mut Reached,
        open: &mut Vec<(At, Heading, bool)>,
    ) {
        let role = self.role(Self::step(at, points)).expect("an arrow stands before a box");
        if heading == points {
            reached.heads.insert(role);
        } else {
            assert!(heading == points.opposite() && role == from, "a line runs into an arrow at {at:?}");
            open.push((Self::step(at, heading), heading, false));
        }
    }
}

/// Reads every edge of a picture from end to end; gives back how many are not drawn.
fn check_lines(reader: &Reader, pack: &Pack, view: &MapView, marks: &Marks) -> usize {
    let selected = view.selected().expect("a role");
    let (buffer, hits) = draw(pack, view, marks, ALL, GlyphSet::Unicode);
    let reading = Reading { reader, buffer: &buffer, boxes: boxes(&hits) };
    let graph = CareerGraph::new(pack);
    let focus = &Focus { moves: marks.moves, route: marks.route.clone(), ..Focus::on(selected) };
    let ways = view.ways(pack, marks).expect("a role is selected");
    let drawn = |from: RoleId, to: RoleId| !ways.unrouted.iter().any(|wish| (wish.from, wish.to) == (from, to));
    let out: BTreeSet<RoleId> = focus.out(pack, &graph).iter().map(|wish| wish.to).collect();
    let out: BTreeSet<RoleId> = out.into_iter().filter(|&to| drawn(selected, to)).collect();
    let into: BTreeSet<RoleId> = focus.into(pack, &graph).iter().map(|wish| wish.from).collect();
    let into: BTreeSet<RoleId> = into.into_iter().filter(|&from| drawn(from, selected)).collect();
    let forth = reading.follow(selected, Heading::Right, false);
    assert_eq!(forth.heads, out, "out of {selected:?}\n{}", rows(&buffer));
    let back = reading.follow(selected, Heading::Left, false);
    assert_eq!(back.tails, into, "into {selected:?}\n{}", rows(&buffer));
    for step in focus.steps(pack, &graph).iter().filter(|step| drawn(step.from, step.to)) {
        let sides = [Heading::Left, Heading::Right].map(|side| reading.follow(step.from, side, true).heads);
        assert!(sides.iter().any(|heads| heads.contains(&step.to)), "{step:?}\n{}", rows(&buffer));
    }
    ways.unrouted.len()
}

#[test]
fn every_line_of_england_leads_from_its_box_to_its_box() {
    let pack = england();
    let reader = Reader::new();
    let mut undrawn = 0;
    for role in pack.role_ids() {
        let view = whole(&pack, role);
        for marks in [Marks { moves: MovesAllowed::Exceptional, ..Marks::default() }, marked(&pack)] {
            undrawn += check_lines(&reader, &pack, &view, &marks);
        }
    }
    // Of some 2,300 edges. What is not drawn is named beside the map.
    assert!(undrawn <= 10, "{undrawn} edges have no room");
}

#[test]
fn every_role_stands_once_and_nothing_moves_whatever_is_selected() {
    let pack = england();
    let places = |role| {
        let view = whole(&pack, role);
        boxes(&draw(&pack, &view, &marked(&pack), ALL, GlyphSet::Unicode).1)
    };
    let first = places(find(&pack, "ward-manager"));
    assert_eq!(first.len(), pack.role_ids().len(), "every role has a place");
    let mut taken = BTreeSet::new();
    for cells in first.values() {
        assert!((cells.x..cells.x + cells.width).all(|x| taken.insert((x, cells.y))), "{cells:?} overlaps");
    }
    for role in pack.role_ids() {
        assert_eq!(places(role), first);
    }
}

#[test]
fn a_lane_is_a_strip_and_a_level_a_column() {
    let pack = england();
    let view = whole(&pack, find(&pack, "matron"));
    let all = view.whole(&pack);
    let mut lanes: BTreeMap<u32, FamilyId> = BTreeMap::new();
    for role in pack.role_ids() {
        let spot = all.strips.spot(role);
        let known = *lanes.entry(spot.row).or_insert(pack.role(role).family);
        assert_eq!(known, pack.role(role).family, "two lanes share a row");
        assert_eq!(pack.tables().levels[spot.level].number, pack.role(role).level);
    }
    for strip in all.strips.strips(0, u32::MAX) {
        assert!(!lanes.contains_key(&strip.bottom()) && !lanes.contains_key(&(strip.top - 1)), "edges pass there");
    }
}

#[test]
fn density_counts_the_moves_that_pass() {
    let pack = england();
    let view = whole(&pack, find(&pack, "matron"));
    let all = view.whole(&pack);
    let moves: BTreeSet<(RoleId, RoleId)> = pack.tables().moves.iter().map(|a_move| (a_move.from, a_move.to)).collect();
    for channel in 0..=all.strips.levels() {
        for row in 0..all.strips.height() {
            let passes = |&&(from, to): &&(RoleId, RoleId)| {
                let (from, to) = (all.strips.spot(from), all.strips.spot(to));
                let rows = from.row.min(to.row)..=from.row.max(to.row);
                from.level + 1 == channel && from.row != to.row && rows.contains(&row)
            };
            let count = moves.iter().filter(passes).count();
            assert_eq!(all.density.at(channel, row) as usize, count, "channel {channel}, row {row}");
        }
    }
}

#[test]
fn folding_keeps_the_order_and_counts_the_roles() {
    let pack = england();
    let mut view = whole(&pack, find(&pack, "matron"));
    let open = boxes(&draw(&pack, &view, &Marks::default(), ALL, GlyphSet::Unicode).1);
    assert_eq!(view.toggle_others(&pack), Folding::Folded);
    let (buffer, hits) = draw(&pack, &view, &Marks::default(), ALL, GlyphSet::Unicode);
    let folded = boxes(&hits);
    let nursing = pack.role(find(&pack, "matron")).family;
    assert!(folded.keys().all(|&role| pack.role(role).family == nursing));
    let shift = |role: &RoleId| i32::from(open[role].y) - i32::from(folded[role].y);
    let shifts: BTreeSet<i32> = folded.keys().map(shift).collect();
    assert_eq!(shifts.len(), 1, "the lane keeps its shape");
    assert!(rows(&buffer).contains("7 roles"), "seven operations roles at board level:\n{}", rows(&buffer));
    // An edge ends at the number of the role's lane and level.
    assert!(rows(&buffer).contains("▸ 3 roles") || rows(&buffer).contains("▸ 2 roles"), "{}", rows(&buffer));

    view.select(&pack, find(&pack, "general-manager"));
    assert!(!view.folded().contains(&pack.role(find(&pack, "general-manager")).family), "a lane opens for its role");
    assert_eq!(view.toggle_others(&pack), Folding::Folded);
    assert_eq!(view.toggle_others(&pack), Folding::Opened);
    view.select(&pack, find(&pack, "matron"));
    assert_eq!(boxes(&draw(&pack, &view, &Marks::default(), ALL, GlyphSet::Unicode).1), open);
}

#[test]
fn a_folded_lane_still_names_the_role_that_is_selected() {
    let pack = england();
    let mut view = whole(&pack, find(&pack, "matron"));
    view.toggle_fold(&pack, pack.role(find(&pack, "matron")).family);
    let (buffer, _) = draw(&pack, &view, &Marks::default(), ALL, GlyphSet::Unicode);
    assert!(rows(&buffer).contains("Matron"), "{}", rows(&buffer));
}

#[test]
fn walking_within_the_window_does_not_move_it() {
    let pack = england();
    let mut view = whole(&pack, find(&pack, "divisional-director-operations"));
    let size = (150, 40);
    let look_at = |view: &mut MapView| {
        let hits = draw(&pack, view, &Marks::default(), size, GlyphSet::Unicode).1;
        view.note_roam(hits.roam.expect("the map can be moved"));
        boxes(&hits)
    };
    let before = look_at(&mut view);
    view.select(&pack, find(&pack, "general-manager"));
    assert_eq!(look_at(&mut view), before, "one column to the left, a few rows down");
    view.move_by(Pan::by(0, 3));
    let moved = look_at(&mut view);
    assert_ne!(moved, before);
    view.select(&pack, find(&pack, "divisional-director-operations"));
    assert_eq!(look_at(&mut view), moved, "what one has moved to stays");
    view.select(&pack, find(&pack, "trust-chair"));
    assert!(look_at(&mut view).contains_key(&find(&pack, "trust-chair")), "what is selected is always in view");
}

#[test]
fn what_is_not_in_the_window_is_named_at_its_edge() {
    let pack = england();
    let view = whole(&pack, find(&pack, "ward-manager"));
    let (buffer, hits) = draw(&pack, &view, &Marks::default(), (140, 24), GlyphSet::Unicode);
    let shown = boxes(&hits);
    let ways = view.ways(&pack, &Marks::default()).expect("a role is selected");
    let text = rows(&buffer);
    for role in ways.ends(find(&pack, "ward-manager")) {
        if !shown.contains_key(&role) {
            assert!(["▲", "▼", "◀", "▶"].iter().any(|sign| text.contains(sign)), "{text}");
        }
    }
    assert!(text.contains("▼ Freedom"), "{text}");
}

#[test]
fn ascii_is_ascii() {
    let pack = england();
    let mut view = whole(&pack, find(&pack, "general-manager"));
    for size in [(200, 50), (80, 24)] {
        for _ in 0..2 {
            let (buffer, _) = draw(&pack, &view, &marked(&pack), size, GlyphSet::Ascii);
            assert!(rows(&buffer).is_ascii(), "{}", rows(&buffer));
            view.toggle_others(&pack);
        }
    }
}

#[test]
fn any_size_is_drawn() {
    let pack = england();
    let mut view = whole(&pack, find(&pack, "general-manager"));
    let marks = marked(&pack);
    for _ in 0..2 {
        for width in (1..=40).chain((41..=250).step_by(19)) {
            for height in (1..=12).chain((13..=80).step_by(13)) {
                let (_, hits) = draw(&pack, &view, &marks, (width, height), GlyphSet::Unicode);
                assert!(hits.hits.iter().all(|hit| hit.cells.x + hit.cells.width <= width));
            }
        }
        view.toggle_others(&pack);
    }
}

#[test]
fn a_pack_without_moves_and_one_without_roles_are_drawn() {
    let pack = pack("lanes Nursing Board\nrole nurse Nursing 1 Staff nurse");
    let view = whole(&pack, find(&pack, "nurse"));
    let (buffer, hits) = draw(&pack, &view, &Marks::default(), (60, 10), GlyphSet::Unicode);
    assert!(rows(&buffer).contains("Staff nurse"));
    assert_eq!(hits.pane_at(59, 9), Some(Pane::Map));
    let nobody = crate::packs::pack("lanes Nursing");
    let mut view = MapView::new(&nobody);
    view.set_zoom(Zoom::Lanes);
    draw(&nobody, &view, &Marks::default(), (60, 10), GlyphSet::Unicode);
}

#[test]
fn england_at_120_by_36_and_200_by_50() {
    let pack = england();
    let view = whole(&pack, find(&pack, "ward-manager"));
    // The map's own part of the screen.
    for (name, size) in [("england_120x36", (82, 30)), ("england_200x50", (154, 44))] {
        let (buffer, _) = draw(&pack, &view, &marked(&pack), size, GlyphSet::Unicode);
        insta::assert_snapshot!(name, rows(&buffer));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn every_line_of_any_pack_leads_from_its_box_to_its_box(sketch in sketches()) {
        let (pack, focus) = sketched(&sketch);
        let marks = Marks { route: focus.route.clone(), moves: focus.moves, ..Marks::default() };
        check_lines(&Reader::new(), &pack, &whole(&pack, focus.selected), &marks);
    }
}

#[test]
fn the_small_map_covers_nothing_that_matters() {
    let pack = england();
    let mut shown = 0;
    for role in pack.role_ids() {
        let mut view = whole(&pack, role);
        let picture = |view: &MapView| draw(&pack, view, &marked(&pack), (154, 44), GlyphSet::Unicode);
        let (with, hits) = picture(&view);
        view.toggle_corner();
        let (without, _) = picture(&view);
        shown += usize::from(with != without);
        let ways = view.ways(&pack, &marked(&pack)).expect("a role is selected");
        let boxes = boxes(&hits);
        for kept in ways.ends(role).into_iter().chain([role]).chain(route(&pack)) {
            for (x, y) in
                boxes.get(&kept).into_iter().flat_map(|cells| (0..cells.width).map(|x| (cells.x + x, cells.y)))
            {
                assert_eq!(with[(x, y)], without[(x, y)], "{} is covered", pack.role(kept).title);
            }
        }
    }
    assert!(shown > 100, "it is shown wherever there is a corner for it: {shown}");
}
