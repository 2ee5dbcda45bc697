//! The pack that is compiled into the program: nothing is wrong with it, nothing is missing, and every row says where it
//! comes from.

use std::collections::BTreeSet;

use fingerpost::domain::Pack;
use fingerpost::domain::appraisal::{Framework, next_due};
use fingerpost::domain::career_move::Usual;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::provenance::{Basis, Provenance, SourceKind};
use fingerpost::domain::role::{Entrance, Stage};
use fingerpost::domain::training::Obtain;
use fingerpost::{pack, store};
use jiff::civil::date;

fn england() -> Pack {
    let reading = pack::read(&store::embedded());
    let faults: Vec<String> = reading.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    reading.pack.expect("no fault, so a pack")
}

/// That the pack can be read at all means that every id resolves and every expression parses; what is left is to see
/// that nothing was dropped.
#[test]
fn everything_is_there() {
    let pack = england();
    let tables = pack.tables();
    let counts = [
        ("levels", tables.levels.len(), 6),
        ("families", tables.families.len(), 18),
        ("regions", tables.regions.len(), 7),
        ("roles", tables.roles.len(), 133),
        ("moves", tables.moves.len(), 360),
        ("training", tables.training.len(), 128),
        ("requirements", tables.requirements.len(), 280),
        ("grants", tables.grants.len(), 338),
        ("advert titles", tables.advert_titles.len(), 352),
        ("lines of package", tables.provisions.len(), 18),
        ("posts", tables.posts.len(), 45),
        ("organisations", tables.organisations.len(), 212),
        ("segments", tables.segments.len(), 386),
        ("boards and regions", tables.care_boards.len(), 55),
        ("tiles", tables.tiles.len(), 78),
        ("pay", tables.pay.len(), 65),
        ("points of the scale", tables.rating_scale.len(), 5),
        ("appraisal cycles", tables.appraisal_cycles.len(), 8),
        ("milestones", tables.milestones.len(), 40),
        ("recommendations", tables.recommendations.len(), 7),
        ("personas", tables.personas.len(), 10),
    ];
    for (what, there, wanted) in counts {
        assert_eq!(there, wanted, "{what}");
    }
}

#[test]
fn the_framework_has_27_competencies_at_every_stage() {
    let pack = england();
    let competencies = &pack.tables().competencies;
    let titles: BTreeSet<&str> = competencies.iter().map(|line| line.title.as_str()).collect();
    assert_eq!((titles.len(), competencies.len()), (27, 27 * Stage::ALL.len()));
    for stage in Stage::ALL {
        let at_stage: BTreeSet<&str> =
            competencies.iter().filter(|line| line.stage == stage).map(|line| line.title.as_str()).collect();
        assert_eq!(at_stage, titles, "{stage}");
    }
}

#[test]
fn the_framework_is_a_tree_of_3_areas_9_standards_and_27_competencies() {
    let framework = Framework::of(&england());
    let standards: Vec<_> = framework.areas().iter().flat_map(|area| &area.standards).collect();
    assert_eq!((framework.areas().len(), standards.len(), framework.competencies().count()), (3, 9, 27));
    assert!(standards.iter().all(|standard| standard.competencies.len() == 3));
    assert_eq!(framework.stages(), Stage::ALL);
    assert!(framework.scale().iter().all(|point| point.provenance.basis == Basis::Sourced));
    assert!(framework.competencies().all(|one| Stage::ALL.iter().all(|stage| one.expects(*stage).is_some())));
}

/// Guidance of 1 April 2025: chairs by 30 June, non-executives by 30 September; for executives no day was found.
#[test]
fn board_members_have_the_days_that_the_guidance_names() {
    let pack = england();
    let due = |role| next_due(&pack, pack.find_role(role).expect("a role"), None, date(2026, 11, 22)).on;
    assert_eq!((due("trust-chair"), due("icb-chair")), (Some(date(2027, 6, 30)), Some(date(2027, 6, 30))));
    for role in ["non-executive-director", "committee-chair", "senior-independent-director", "icb-non-executive-member"]
    {
        assert_eq!(due(role), Some(date(2027, 9, 30)), "{role}");
    }
    for role in ["trust-chief-executive", "chief-nurse", "ward-manager"] {
        assert_eq!(due(role), None, "{role}");
    }
}

#[test]
fn every_role_can_be_reached_by_usual_moves() {
    let pack = england();
    let mut reached: BTreeSet<RoleId> =
        pack.role_ids().filter(|role| pack.role(*role).entrance == Entrance::StartingPoint).collect();
    let mut open: Vec<RoleId> = reached.iter().copied().collect();
    while let Some(role) = open.pop() {
        for a_move in pack.moves_from(role).iter().map(|id| pack.career_move(*id)) {
            if a_move.usual == Usual::Usual && reached.insert(a_move.to) {
                open.push(a_move.to);
            }
        }
    }
    let lost: Vec<_> =
        pack.role_ids().filter(|role| !reached.contains(role)).map(|role| &pack.role(role).slug).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// Grants have no source column: they are the authors' judgement, and say so.
#[test]
fn every_row_says_where_it_comes_from() {
    let pack = england();
    let tables = pack.tables();
    let mut rows: Vec<(String, &Provenance)> = Vec::new();
    rows.extend(tables.roles.iter().map(|role| (role.slug.to_string(), &role.provenance)));
    let ends = |id: RoleId| &pack.role(id).slug;
    rows.extend(
        tables.moves.iter().map(|step| (format!("{} to {}", ends(step.from), ends(step.to)), &step.provenance)),
    );
    rows.extend(tables.training.iter().map(|item| (item.slug.to_string(), &item.provenance)));
    rows.extend(tables.requirements.iter().map(|row| (format!("requirement of {:?}", row.scope), &row.provenance)));
    rows.extend(tables.posts.iter().map(|post| (post.id.clone(), &post.provenance)));
    rows.extend(tables.organisations.iter().map(|organisation| (organisation.ods.clone(), &organisation.provenance)));
    rows.extend(tables.segments.iter().map(|row| (format!("segment of {}", row.ods), &row.provenance)));
    rows.extend(tables.care_boards.iter().map(|board| (board.ods.clone(), &board.provenance)));
    rows.extend(tables.pay.iter().map(|row| (format!("pay of {} {}", row.scheme, row.band), &row.provenance)));
    rows.extend(tables.provisions.iter().map(|row| (row.id.clone(), &row.provenance)));
    for (row, provenance) in rows {
        let kind = SourceKind::of(&provenance.source);
        assert!(kind.is_some(), "{row}: {:?} is no source", provenance.source);
        let judged = kind == Some(SourceKind::Editorial);
        assert!(
            !judged || provenance.basis != Basis::Sourced,
            "{row} is called sourced, and its source is a judgement"
        );
    }
    assert!(tables.grants.iter().all(|grant| grant.provenance.basis == Basis::Editorial));
    let reported = tables.milestones.iter().map(|milestone| &milestone.source);
    for source in reported.chain(tables.recommendations.iter().map(|recommendation| &recommendation.source)) {
        assert_eq!(SourceKind::of(source), Some(SourceKind::Link), "{source}");
    }
}

#[test]
fn every_kind_of_study_whose_length_may_be_unknown_has_an_assumption() {
    let pack = england();
    for item in pack.tables().training.iter().filter(|item| item.obtain == Obtain::Study) {
        let known = item.hours.is_some();
        assert!(known || pack.study_assumption(&item.kind).is_some(), "{} is of kind {}", item.slug, item.kind);
    }
}

#[test]
fn posts_stand_in_organisations_and_nearly_all_are_matched() {
    let pack = england();
    for post in &pack.tables().posts {
        assert!(post.organisation.is_some(), "{} of {}", post.id, post.employer);
        assert!(post.segment.is_some() && !post.segment_period.is_empty(), "{}", post.id);
    }
    let unmatched: Vec<&str> =
        pack.tables().posts.iter().filter(|post| post.role.is_none()).map(|post| post.id.as_str()).collect();
    assert_eq!(unmatched, ["P031"]);
}

#[test]
fn recommendations_are_numbered_and_dated() {
    let pack = england();
    let recommendations = &pack.tables().recommendations;
    assert!(recommendations.iter().map(|recommendation| recommendation.number).eq(1..=7));
    assert!(recommendations.iter().all(|recommendation| recommendation.date.is_some()));
}
