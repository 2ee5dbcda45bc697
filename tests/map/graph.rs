//! The career graph says what the tables say.

use crate::packs::{find, pack, tables};
use fingerpost::domain::Pack;
use fingerpost::domain::expression::Expression;
use fingerpost::domain::graph::{CareerGraph, Edge, Gate, Node};
use fingerpost::domain::id::{MoveId, TrainingId};
use fingerpost::domain::quantity::Decimal;
use fingerpost::domain::requirement::Force;
use fingerpost::domain::ruleset::Ruleset;
use proptest::prelude::*;

const SMALL: &str = "
    lanes Nursing Operations
    training registration
    training stage-1 : registration or exp
    training stage-2 : stage-1 and (registration or exp)
    training exp
    role sister Nursing 1 Ward sister
    role matron Nursing 2 Matron
    role ops Operations 2 Operations manager
    role lead Nursing 1 Team lead
    role chief Nursing 3 Chief nurse
    move sister > chief promotion 9 exceptional
    move sister > lead lateral 0
    move sister > ops clinical-to-management 1
    move sister > matron promotion 3
    move lead > matron promotion 2
    move ops > matron cross-sector 2
    asks @any recommended exp
    asks matron required registration and (stage-1 or stage-2)
    asks matron proposed stage-2
    asks @board required none
    gives sister exp 2
    post p1 matron challenged
    post p2 sister
    post p3 matron
";

fn name(pack: &Pack) -> impl Fn(TrainingId) -> String + '_ {
    |item| pack.training(item).slug.to_string()
}

fn item(pack: &Pack, id: &str) -> TrainingId {
    pack.find_training(id).expect("a training item")
}

#[test]
fn requirements_keep_their_and_and_or() {
    let pack = pack(SMALL);
    let graph = CareerGraph::new(&pack);
    let asked = |role: &str| -> Vec<String> {
        graph.requirements(find(&pack, role)).iter().map(|(_, asks)| asks.to_text(&name(&pack))).collect()
    };
    assert_eq!(asked("matron"), ["exp", "registration and (stage-1 or stage-2)", "stage-2"]);
    assert_eq!(asked("chief"), ["exp", "none"]);
    assert_eq!(graph.prerequisites(item(&pack, "stage-2")).to_text(&name(&pack)), "stage-1 and (registration or exp)");
    assert_eq!(graph.prerequisites(item(&pack, "stage-1")).to_text(&name(&pack)), "registration or exp");
    assert!(graph.prerequisites(item(&pack, "exp")).is_none());
}

#[test]
fn every_node_and_edge_is_there_once() {
    let pack = pack(SMALL);
    let career = CareerGraph::new(&pack);
    let graph = career.graph();
    let nodes = |wanted: fn(&Node) -> bool| graph.node_weights().filter(|node| wanted(node)).count();
    let edges = |wanted: fn(&Edge) -> bool| graph.edge_weights().filter(|edge| wanted(edge)).count();
    assert_eq!(nodes(|node| matches!(node, Node::Role(_))), 5);
    assert_eq!(nodes(|node| matches!(node, Node::Training(_))), 4);
    assert_eq!(nodes(|node| matches!(node, Node::Post(_))), 3);
    assert_eq!(nodes(|node| *node == Node::Gate(Gate::AnyOf)), 3);
    assert_eq!(nodes(|node| *node == Node::Gate(Gate::AllOf)), 3);
    assert_eq!(edges(|edge| matches!(edge, Edge::Move(_))), 6);
    assert_eq!(edges(|edge| matches!(edge, Edge::Requires { .. })), 5 + 2 + 1);
    assert_eq!(edges(|edge| *edge == Edge::Prerequisite), 2);
    assert_eq!(edges(|edge| matches!(edge, Edge::Grants { years } if *years == Decimal::whole(2))), 1);
    assert_eq!(edges(|edge| *edge == Edge::Vacancy), 3);
    for id in pack.role_ids() {
        assert_eq!(graph[career.role(id)], Node::Role(id));
    }
    for id in pack.post_ids() {
        assert_eq!(graph[career.post(id)], Node::Post(id));
    }
}

#[test]
fn ways_are_told_likeliest_first() {
    let pack = pack(SMALL);
    let graph = CareerGraph::new(&pack);
    let slug = |role| pack.role(role).slug.as_str();
    let out = |id: &str| -> Vec<&str> {
        graph.ways_out(find(&pack, id)).iter().map(|&way| slug(pack.career_move(way).to)).collect()
    };
    assert_eq!(out("sister"), ["matron", "lead", "ops", "chief"], "usual, then the same family, then up");
    let into: Vec<&str> =
        graph.ways_in(find(&pack, "matron")).iter().map(|&way| slug(pack.career_move(way).from)).collect();
    assert_eq!(into, ["lead", "sister", "ops"]);
}

#[test]
fn screens_find_who_asks_and_who_gives() {
    let pack = pack(SMALL);
    let graph = CareerGraph::new(&pack);
    let (sister, matron) = (find(&pack, "sister"), find(&pack, "matron"));
    let stage_2 = item(&pack, "stage-2");
    assert_eq!(graph.roles_asking_for(stage_2), [(matron, Force::Required), (matron, Force::Proposed)]);
    assert_eq!(graph.roles_asking_for(item(&pack, "exp")).len(), 5);
    assert_eq!(graph.roles_granting(item(&pack, "exp")), [(sister, Decimal::whole(2))]);
    assert_eq!(graph.training_opened_by(item(&pack, "stage-1")), [stage_2]);
    let asked = |ruleset| -> Vec<String> {
        graph.training_asked_by(&pack, matron, ruleset).into_iter().map(name(&pack)).collect()
    };
    assert_eq!(asked(Ruleset::Today), ["registration", "stage-1", "stage-2"]);
    assert_eq!(asked(Ruleset::Advised), ["exp", "registration", "stage-1", "stage-2"]);
    assert_eq!(graph.posts_of(matron), pack.posts_of(matron));
    assert_eq!(graph.posts_of(matron).len(), 2);
}

#[test]
fn the_order_of_the_rows_does_not_change_the_order_of_ways() {
    let straight = pack(SMALL);
    let mut turned = tables(SMALL);
    turned.moves.reverse();
    let turned = Pack::new(turned);
    let ends = |pack: &Pack| -> Vec<Vec<(usize, usize)>> {
        let graph = CareerGraph::new(pack);
        let ends = |&way: &MoveId| (pack.career_move(way).from.index(), pack.career_move(way).to.index());
        pack.role_ids().map(|role| graph.ways_out(role).iter().chain(graph.ways_in(role)).map(ends).collect()).collect()
    };
    assert_eq!(ends(&straight), ends(&turned));
}

fn expressions() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        8 => (0_usize..4).prop_map(|at| Expression::Fact(TrainingId::from_index(at))),
        1 => Just(Expression::none()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Expression::All),
            prop::collection::vec(inner, 2..4).prop_map(Expression::Any),
        ]
    })
}

proptest! {
    #[test]
    fn any_expression_comes_back_from_the_graph_as_it_went_in(role in expressions(), training in expressions()) {
        let mut tables = tables(SMALL);
        tables.requirements[1].requires = role.clone();
        tables.training[1].requires = training.clone();
        let pack = Pack::new(tables);
        let graph = CareerGraph::new(&pack);
        prop_assert_eq!(&graph.requirements(find(&pack, "matron"))[1].1, &role);
        prop_assert_eq!(graph.prerequisites(TrainingId::from_index(1)), training);
    }
}
