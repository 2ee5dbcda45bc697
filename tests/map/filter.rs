//! Filters: what passes, why the rest does not, and that nothing moves.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::packs::{self, england, find, pack};
use fingerpost::app::map::filter::nearby::Nearby;
use fingerpost::app::map::filter::sift::Reach;
use fingerpost::app::map::filter::{
    AskedFor, Census, Facet, Filter, Grounds, Manner, Sector, Showing, Sifted, Spacing, Traits, Value, Within,
};
use fingerpost::app::map::{MapView, Marks};
use fingerpost::domain::Pack;
use fingerpost::domain::career_move::Usual;
use fingerpost::domain::graph::CareerGraph;
use fingerpost::domain::id::{FamilyId, RegionId, RoleId};
use fingerpost::domain::planner::MovesAllowed;
use fingerpost::domain::role::LevelNumber;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::layout::order::RoleOrder;
use fingerpost::layout::{Size, World};
use proptest::prelude::*;

/// A pack with what every picture of it is made of.
struct Scene {
    pack: Pack,
    graph: CareerGraph,
    order: RoleOrder,
    traits: Traits,
}

impl Scene {
    fn of(pack: Pack) -> Self {
        let graph = CareerGraph::new(&pack);
        let (order, traits) = (RoleOrder::new(&pack, &graph), Traits::new(&pack));
        Self { pack, graph, order, traits }
    }

    fn world(&self) -> World<'_> {
        World { pack: &self.pack, graph: &self.graph, order: &self.order }
    }

    fn sift(&self, filter: &Filter, grounds: &Grounds) -> Sifted {
        Sifted::new(self.world(), &self.traits, filter, grounds, None)
    }

    /// The ids of the roles that pass these values, seen from a role.
    fn passing(&self, from: &str, ruleset: Ruleset, values: &[Value]) -> BTreeSet<String> {
        let grounds = Grounds { ruleset, ..grounds(find(&self.pack, from)) };
        let sifted = self.sift(&filter(values), &grounds);
        // The selected role is shown in any case: count it only if it passes.
        let mut ids: BTreeSet<String> =
            sifted.shown().iter().map(|role| self.pack.role(role).slug.to_string()).collect();
        if sifted.shown_anyway() > 0 {
            ids.remove(from);
        }
        assert_eq!(ids.len(), sifted.passing());
        ids
    }

    fn family(&self, id: &str) -> Value {
        let at = self.pack.tables().families.iter().position(|family| family.slug.as_str() == id);
        Value::Family(FamilyId::from_index(at.expect("a family")))
    }

    fn region(&self, title: &str) -> Value {
        let at = self.pack.tables().regions.iter().position(|region| region.title == title);
        Value::Region(RegionId::from_index(at.expect("a region")))
    }

    fn sector(&self, name: &str) -> Value {
        let at = self.traits.sectors().iter().position(|sector| sector == name);
        Value::Sector(Sector::Named(at.expect("a sector")))
    }
}

/// England, read once.
fn scene() -> &'static Scene {
    static ENGLAND: OnceLock<Scene> = OnceLock::new();
    ENGLAND.get_or_init(|| Scene::of(england()))
}

fn grounds(selected: RoleId) -> Grounds {
    Grounds { selected, moves: MovesAllowed::Usual, ruleset: Ruleset::Today, always: Vec::new(), reach: Reach::Nobody }
}

fn filter(values: &[Value]) -> Filter {
    let mut filter = Filter::default();
    for &value in values {
        filter.toggle(value);
    }
    filter
}

fn ids(of: &[&str]) -> BTreeSet<String> {
    of.iter().map(|id| (*id).to_owned()).collect()
}

// What is around a role.

/// The distances between all roles, the slow way: over a table, along what the moves of the pack say.
fn distances(pack: &Pack, moves: MovesAllowed) -> BTreeMap<(RoleId, RoleId), usize> {
    let mut far: BTreeMap<(RoleId, RoleId), usize> = pack.role_ids().map(|role| ((role, role), 0)).collect();
    let is_usual = |usual| usual == Usual::Usual || moves == MovesAllowed::Exceptional;
    for role in pack.role_ids() {
        let all: Vec<_> = pack.tables().moves.iter().filter(|way| way.from != way.to).collect();
        let out: Vec<_> = all.iter().filter(|way| way.from == role).collect();
        let into: Vec<_> = all.iter().filter(|way| way.to == role).collect();
        for (ways, other) in [(out, false), (into, true)] {
            let usual_only = ways.iter().any(|way| way.usual == Usual::Usual);
            // Without a usual way the first exceptional one leads somewhere all the same, and so do the others.
            for way in ways.iter().filter(|way| is_usual(way.usual) || !usual_only) {
                far.entry((role, if other { way.from } else { way.to })).or_insert(1);
            }
        }
    }
    let roles: Vec<RoleId> = pack.role_ids().collect();
    for &via in &roles {
        for &from in &roles {
            for &to in &roles {
                let Some(&a) = far.get(&(from, via)) else { continue };
                let Some(&b) = far.get(&(via, to)) else { continue };
                let known = far.entry((from, to)).or_insert(usize::MAX);
                *known = (*known).min(a + b);
            }
        }
    }
    far
}

fn any_pack() -> impl Strategy<Value = Pack> {
    let roles = proptest::collection::vec((0usize..3, 1u32..5), 2..14);
    let moves = proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0u8..4), 0..30);
    (roles, moves).prop_map(|(roles, moves)| {
        let mut tables = packs::empty(&["A", "B", "C"], 4);
        for (at, &(family, level)) in roles.iter().enumerate() {
            tables.roles.push(packs::role(&format!("role-{at}"), &format!("Role {at}"), family, level));
        }
        let mut known = BTreeSet::new();
        for (from, to, usual) in &moves {
            let (from, to) = (from.index(roles.len()), to.index(roles.len()));
            if known.insert((from, to)) {
                let usual = if *usual == 0 { Usual::Exceptional } else { Usual::Usual };
                tables.moves.push(packs::a_move(from, to, "promotion", usual, "1"));
            }
        }
        Pack::new(tables)
    })
}

proptest! {
    #[test]
    fn what_is_near_is_what_a_slow_search_finds(pack in any_pack(), exceptional: bool) {
        let moves = if exceptional { MovesAllowed::Exceptional } else { MovesAllowed::Usual };
        let scene = Scene::of(pack);
        let far = distances(&scene.pack, moves);
        for centre in scene.pack.role_ids() {
            let nearby = Nearby::around(scene.world(), moves, centre, Within::Three);
            for within in Within::ALL {
                let found: BTreeSet<RoleId> = nearby.roles(within).collect();
                let is_near = |role: &RoleId| far.get(&(centre, *role)).is_some_and(|far| *far <= within.moves());
                let expected: BTreeSet<RoleId> = scene.pack.role_ids().filter(is_near).collect();
                prop_assert_eq!(found, expected);
                prop_assert_eq!(nearby.count(within), nearby.roles(within).count());
            }
        }
    }
}

// What passes.

#[test]
fn england_by_each_facet() {
    let scene = scene();
    let today = |values: &[Value]| scene.passing("matron", Ruleset::Today, values);
    assert_eq!(
        today(&[Value::Near(Within::One)]),
        ids(&[
            "matron",
            "head-of-nursing",
            "general-manager",
            "head-of-patient-safety",
            "chief-nursing-information-officer",
            "ward-manager",
            "community-nursing-team-manager",
            "general-practice-nurse-lead",
        ])
    );
    assert_eq!(
        today(&[scene.family("estates")]),
        ids(&["estates-manager", "associate-director-estates", "director-of-estates"])
    );
    assert_eq!(today(&[scene.family("nursing-midwifery"), Value::Level(LevelNumber(3))]), ids(&["matron"]));
    assert_eq!(
        today(&[scene.sector("ambulance")]),
        ids(&[
            "ambulance-team-leader",
            "ambulance-operations-manager",
            "ambulance-director-operations",
            "paramedic",
            "chief-paramedic"
        ])
    );
    assert_eq!(today(&[Value::Sector(Sector::Any)]).len(), 60);
    assert_eq!(
        today(&[scene.region("South West")]),
        ids(&["deputy-chief-operating-officer", "deputy-divisional-director-operations", "head-of-therapies"])
    );
    assert_eq!(today(&[scene.region("London")]), ids(&[]));
    assert_eq!(today(&[Value::Challenged]).len(), 17);
}

#[test]
fn england_by_what_the_rules_change() {
    let scene = scene();
    let under = |ruleset, change| scene.passing("matron", ruleset, &[Value::Rules(change)]);
    assert_eq!(under(Ruleset::Today, AskedFor::Same).len(), 133);
    assert_eq!(under(Ruleset::Today, AskedFor::More).len(), 0);
    assert_eq!(under(Ruleset::Review, AskedFor::More).len(), 117);
    let of_all = under(Ruleset::Review, AskedFor::MoreOfAll);
    assert_eq!(of_all.len(), 16);
    assert!(of_all.contains("paramedic") && of_all.contains("gmts-trainee"), "{of_all:?}");
    assert_eq!(under(Ruleset::Advised, AskedFor::More).len(), 78);
}

#[test]
fn one_value_of_each_facet_has_to_fit() {
    let scene = scene();
    let today = |values: &[Value]| scene.passing("matron", Ruleset::Today, values);
    let (estates, collaborative) = (scene.family("estates"), scene.family("provider-collaborative"));
    let both = today(&[estates, collaborative]);
    assert_eq!(both.len(), 4, "either of two families");
    let board = Value::Level(LevelNumber(6));
    let on_board = today(&[estates, collaborative, board]);
    assert_eq!(on_board, both.intersection(&today(&[board])).cloned().collect(), "both a family and a level");
    assert_eq!(on_board, ids(&["provider-collaborative-managing-director"]));
}

#[test]
fn only_one_distance_is_chosen_and_f_goes_round() {
    let mut filter = filter(&[Value::Near(Within::Two), Value::Near(Within::Three)]);
    assert_eq!(filter.within(), Some(Within::Three));
    filter.toggle(Value::Near(Within::Three));
    assert!(filter.is_off());
    let round = std::iter::successors(Some(None), |now| Some(Within::after(*now))).take(5);
    let moves: Vec<usize> = round.map(|within| within.map_or(0, Within::moves)).collect();
    assert_eq!(moves, [0, 1, 2, 3, 0]);
}

#[test]
fn what_is_mine_is_always_shown_and_said_to_be_so() {
    let scene = scene();
    let (matron, route) = (find(&scene.pack, "matron"), ["ward-manager", "trust-chief-executive"]);
    let always = route.map(|id| find(&scene.pack, id)).to_vec();
    let sifted =
        scene.sift(&filter(&[scene.family("estates")]), &Grounds { always: always.clone(), ..grounds(matron) });
    for role in always.into_iter().chain([matron]) {
        assert_eq!(sifted.look_of(role, Manner::Hide), Showing::Shown);
    }
    assert_eq!((sifted.passing(), sifted.shown_anyway(), sifted.shown().len()), (3, 3, 6));
    let other = find(&scene.pack, "head-of-nursing");
    assert_eq!(sifted.look_of(other, Manner::Dim), Showing::Dimmed);
    assert_eq!(sifted.look_of(other, Manner::Hide), Showing::Hidden);
}

#[test]
fn what_is_not_known_keeps_nobody_out() {
    let scene = scene();
    let matron = find(&scene.pack, "matron");
    let asked = filter(&[Value::InReach]);
    let waiting = scene.sift(&asked, &Grounds { reach: Reach::Waiting, ..grounds(matron) });
    assert_eq!((waiting.passing(), waiting.unknown().collect::<Vec<_>>()), (133, vec![Facet::Reach]));
    let reach = Reach::Known(std::sync::Arc::new([find(&scene.pack, "head-of-nursing")].into_iter().collect()));
    let known = scene.sift(&asked, &Grounds { reach, ..grounds(matron) });
    assert_eq!((known.passing(), known.unknown().count()), (1, 0));
}

fn any_filter() -> impl Strategy<Value = Vec<Value>> {
    let near = prop::option::of(prop::sample::select(Within::ALL.to_vec()).prop_map(Value::Near));
    let family = prop::collection::vec((0usize..18).prop_map(|at| Value::Family(FamilyId::from_index(at))), 0..6);
    let level = prop::collection::vec((1u32..7).prop_map(|n| Value::Level(LevelNumber(n))), 0..4);
    let sector = prop::collection::vec((0usize..9).prop_map(|at| Value::Sector(Sector::Named(at))), 0..3);
    let posts = prop::collection::vec(Just(Value::Challenged), 0..2);
    (near, family, level, sector, posts).prop_map(|(near, mut values, level, sector, posts)| {
        values.extend(near.into_iter().chain(level).chain(sector).chain(posts));
        values.sort_unstable();
        values.dedup();
        values
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn counts_add_up(values in any_filter(), selected in 0usize..133, me in 0usize..133) {
        let scene = scene();
        let chosen = filter(&values);
        let always = vec![RoleId::from_index(me)];
        let sifted = scene.sift(&chosen, &Grounds { always, ..grounds(RoleId::from_index(selected)) });
        let lost: usize = sifted.lost().iter().map(|(_, roles)| roles).sum();
        prop_assert_eq!(lost + sifted.shown().len(), 133);
        prop_assert_eq!(sifted.passing() + sifted.shown_anyway(), sifted.shown().len());
        let lanes = scene.order.lanes();
        prop_assert_eq!((0..lanes).map(|lane| sifted.left_in_lane(lane)).sum::<usize>(), sifted.shown().len());
        // What the sheet says of a value is what choosing it alone in its facet lets through.
        let census = Census::new(scene.world(), &scene.traits, &sifted);
        for &value in values.iter().filter(|value| chosen.has(**value)) {
            let mut alone: Vec<Value> = values.iter().copied().filter(|other| other.facet() != value.facet()).collect();
            alone.push(value);
            let passing = scene.sift(&filter(&alone), sifted.grounds()).passing();
            prop_assert_eq!(census.of(value).map(|count| count.left), Some(passing));
        }
    }

    /// Keeping what is still true gives the same as working everything out anew.
    #[test]
    fn an_earlier_answer_changes_nothing(first in any_filter(), second in any_filter(), at in 0usize..133) {
        let scene = scene();
        let before = scene.sift(&filter(&first), &grounds(RoleId::from_index(0)));
        let now = grounds(RoleId::from_index(at));
        let quick = Sifted::new(scene.world(), &scene.traits, &filter(&second), &now, Some(&before));
        prop_assert_eq!(quick, scene.sift(&filter(&second), &now));
    }
}

// Nothing moves.

fn filtered(pack: &Pack, id: &str, chosen: &Filter) -> MapView {
    let mut view = MapView::new(pack);
    view.select(pack, find(pack, id));
    view.set_filter(chosen.clone());
    view.sift(pack, &grounds(find(pack, id)));
    view
}

#[test]
fn with_and_without_a_filter_everything_stands_in_the_same_place() {
    let scene = scene();
    let pack = &scene.pack;
    let chosen = filter(&[scene.family("operations"), Value::Near(Within::Two)]);
    for id in ["ward-manager", "matron", "general-manager", "trust-chief-executive", "chief-nurse", "salaried-gp"] {
        for (width, height) in [(60, 14), (74, 31), (110, 30), (180, 44)] {
            let size = Size { width, height };
            let picture =
                |chosen| filtered(pack, id, chosen).picture(pack, &Marks::default(), size).expect("a picture");
            let (without, with) = (picture(&Filter::default()), picture(&chosen));
            assert_eq!(with.layout, without.layout, "{id} at {width}×{height}");
            assert_eq!(with.prominent, without.prominent);
            let view = filtered(pack, id, &chosen);
            let is_shown = |role| view.sieve().look_of(role) == Showing::Shown;
            let mut wires = without.wiring.wires.clone();
            wires.retain(|wire| is_shown(wire.from) && is_shown(wire.to));
            assert_eq!(with.wiring.wires, wires, "the same edges but for those that end at a role that does not pass");
            let cells: BTreeSet<_> = wires.iter().flat_map(|wire| wire.cells.iter().copied()).collect();
            assert_eq!(with.wiring.joints.keys().copied().collect::<BTreeSet<_>>(), cells, "no line is left over");
        }
    }
}

#[test]
fn compacting_keeps_the_order_and_takes_out_what_does_not_pass() {
    let scene = scene();
    let pack = &scene.pack;
    let chosen = filter(&[scene.family("nursing-midwifery"), scene.family("operations")]);
    let size = Size { width: 150, height: 44 };
    let mut view = filtered(pack, "matron", &chosen);
    let in_place = view.picture(pack, &Marks::default(), size).expect("a picture");
    view.set_spacing(Spacing::Compact);
    let compact = view.picture(pack, &Marks::default(), size).expect("a picture");
    let passes = |role: &RoleId| view.sieve().look_of(*role) == Showing::Shown;
    assert!(compact.layout.boxes.keys().all(&passes));
    let counted: usize = compact.layout.tallies.iter().map(|tally| tally.roles).sum();
    let shown = view.sieve().sifted().expect("a filter is on").shown().len();
    assert_eq!(compact.layout.boxes.len() + counted, shown, "every role that passes is there or counted");
    let rows = |picture: &fingerpost::layout::Picture| {
        let mut placed: Vec<_> = picture.layout.boxes.iter().filter(|(role, _)| passes(role)).collect();
        placed.sort_by_key(|(_, placed)| (placed.area.x, placed.area.y));
        placed.into_iter().map(|(&role, _)| role).collect::<Vec<_>>()
    };
    let common: BTreeSet<RoleId> =
        rows(&in_place).into_iter().filter(|role| compact.layout.boxes.contains_key(role)).collect();
    let in_order = |picture| rows(picture).into_iter().filter(|role| common.contains(role)).collect::<Vec<_>>();
    assert_eq!(in_order(&in_place), in_order(&compact));
    view.set_spacing(Spacing::InPlace);
    assert_eq!(view.picture(pack, &Marks::default(), size).expect("a picture"), in_place, "and back again");
}

#[test]
fn without_a_filter_there_is_nothing_to_compact() {
    let pack = pack("lanes A\nrole a A 1 A\nrole b A 2 B\nmove a > b promotion 1");
    let mut view = filtered(&pack, "a", &filter(&[Value::Challenged]));
    view.set_spacing(Spacing::Compact);
    view.set_filter(Filter::default());
    assert_eq!(view.sieve().spacing(), Spacing::InPlace, "the next filter does not move anything unasked");
}
