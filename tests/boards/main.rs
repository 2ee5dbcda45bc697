//! England's care boards: every organisation stands at one in both arrangements, and posts are in the region in which
//! the Oversight Framework counts their organisations.

mod draw;
mod walk;

use fingerpost::domain::Pack;
use fingerpost::domain::board::standing::{members, quarters};
use fingerpost::domain::board::{Arrangement, BoardStanding, Grounds, Homes, Shading, Unseen, region_of_tile};
use fingerpost::domain::id::{OrganisationId, TileId};
use fingerpost::domain::segment::region_of;

fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the England pack is sound")
}

fn organisation(pack: &Pack, ods: &str) -> OrganisationId {
    pack.organisation_ids().find(|id| pack.organisation(*id).ods == ods).expect("the pack has it")
}

fn tile(pack: &Pack, arrangement: Arrangement, abbreviation: &str) -> TileId {
    arrangement.tiles(pack).find(|id| pack.tile(*id).abbreviation == abbreviation).expect("the map has it")
}

#[test]
fn there_are_42_boards_and_36() {
    let pack = england();
    assert_eq!(Arrangement::ALL.map(|arrangement| arrangement.tiles(&pack).count()), [42, 36]);
}

/// All 212 have a board in both arrangements. Their rows name it, except for those listed here: three care trusts, a
/// trust that closed in 2023 and one that is yet to open name no board of 2022, but the board they name is in both;
/// and the head office of Oxleas is in Kent while the Oversight Framework counts it to London.
#[test]
fn every_organisation_has_a_board_in_both_arrangements() {
    let pack = england();
    let homes = Homes::of(&pack);
    let mut exceptions = Vec::new();
    for id in pack.organisation_ids() {
        for arrangement in Arrangement::ALL {
            let ods = pack.organisation(id).ods.as_str();
            let home = homes.home(id, arrangement).unwrap_or_else(|| panic!("{ods} has no board of {arrangement:?}"));
            assert_eq!(Arrangement::of_tile(pack.tile(home.tile)), Some(arrangement), "{ods}");
            if home.grounds != Grounds::Named {
                exceptions.push((ods, arrangement.year(), home.grounds, pack.tile(home.tile).abbreviation.as_str()));
            }
        }
    }
    assert_eq!(
        exceptions,
        [
            ("K0N6A", 2022, Grounds::NamedForOther, "SEL"),
            ("RPG", 2026, Grounds::FrameworkRegion, "SEL"),
            ("RVY", 2022, Grounds::NamedForOther, "C&M"),
            ("TAD", 2022, Grounds::NamedForOther, "WY"),
            ("TAH", 2022, Grounds::NamedForOther, "SY"),
            ("TAJ", 2022, Grounds::NamedForOther, "BC"),
        ]
    );
}

#[test]
fn boards_lie_in_the_region_of_their_organisations() {
    let pack = england();
    let homes = Homes::of(&pack);
    for id in pack.organisation_ids() {
        for arrangement in Arrangement::ALL {
            let home = homes.home(id, arrangement).expect("every organisation has a board");
            let region = region_of_tile(&pack, home.tile).map(|region| region.title.as_str());
            assert_eq!(region, region_of(&pack, id), "{}", pack.organisation(id).name);
        }
    }
}

#[test]
fn the_framework_says_in_which_region_an_organisation_is() {
    let pack = england();
    for (ods, region) in [("RPG", "London"), ("RAN", "London"), ("RPY", "London"), ("RK9", "South West")] {
        assert_eq!(region_of(&pack, organisation(&pack, ods)), Some(region), "{ods}");
    }
}

/// The region that posts are filtered by.
#[test]
fn posts_are_in_the_region_of_their_organisation() {
    let pack = england();
    for post in &pack.tables().posts {
        let organisation = post.organisation.expect("every post of the pack has its organisation");
        assert_eq!(Some(post.region.as_str()), region_of(&pack, organisation), "{}", post.id);
    }
}

#[test]
fn posts_stand_at_boards_that_were_merged_and_split() {
    let pack = england();
    let homes = Homes::of(&pack);
    let of_board = |ods: &str, arrangement| {
        let mut post = pack.tables().posts[0].clone();
        post.organisation = None;
        ods.clone_into(&mut post.ods);
        homes.of_post(&pack, &post, arrangement).map(|id| pack.tile(id).abbreviation.clone())
    };
    let found = |ods| Arrangement::ALL.map(|arrangement| of_board(ods, arrangement));
    let some = |abbreviation: &str| Some(abbreviation.to_owned());
    assert_eq!(found("QU9"), [some("BOB"), some("TV")], "merged into one");
    assert_eq!(found("QNQ"), [some("FRI"), None], "split: nobody knows which part the post is in");
    assert_eq!(found("S0E4D"), [None, some("TV")], "made of several");
    assert_eq!(found("QT6"), [some("CIOS"), some("CIOS")], "unchanged");
    assert_eq!(found(""), [None, None]);
}

#[test]
fn a_board_stands_as_its_organisations_are_rated() {
    let pack = england();
    let homes = Homes::of(&pack);
    let devon = tile(&pack, Arrangement::Of2026, "DEV");
    let standing = BoardStanding::all(&pack, &homes)[devon.index()];
    let members = members(&pack, &homes, devon);
    let listed: Vec<_> =
        members.iter().map(|one| (pack.organisation(one.organisation).ods.as_str(), one.rated)).collect();
    let (acute, other) = ("Q3 2025/26", "Q4 2025/26");
    assert_eq!(
        listed,
        [
            ("RWV", Some((4, other))),
            ("RYF", Some((4, acute))),
            ("RK9", Some((4, acute))),
            ("RH8", Some((3, acute))),
            ("RA9", Some((3, acute))),
        ]
    );
    assert_eq!((standing.organisations, standing.rated, standing.challenged), (5, 5, 3));
    assert_eq!((standing.shade(Shading::Worst), standing.mean_tenths()), (Some(4), Some(36)));
}

#[test]
fn everybody_who_is_there_today_is_counted_once() {
    let pack = england();
    let all = BoardStanding::all(&pack, &Homes::of(&pack));
    for arrangement in Arrangement::ALL {
        let sum = |of: fn(&BoardStanding) -> u32| -> u32 {
            arrangement.tiles(&pack).map(|tile| of(&all[tile.index()])).sum()
        };
        assert_eq!((sum(|one| one.organisations), sum(|one| one.rated)), (202, 188), "{arrangement:?}");
        assert_eq!(sum(|one| one.challenged), 49, "{arrangement:?}");
    }
}

#[test]
fn acute_trusts_are_a_quarter_behind_the_others() {
    let pack = england();
    let found: Vec<(&str, Vec<&str>)> = quarters(&pack)
        .into_iter()
        .map(|quarter| (quarter.period, quarter.sectors.into_iter().map(|(sector, _)| sector).collect()))
        .collect();
    assert_eq!(
        found,
        [("Q3 2025/26", vec!["acute", "specialist", "ambulance"]), ("Q4 2025/26", vec!["mental-health", "community"]),]
    );
}

#[test]
fn what_the_table_does_not_show_is_known_from_elsewhere() {
    let pack = england();
    let unseen = Unseen::of(&pack).expect("England is rated");
    assert_eq!(unseen.published_worst, 4);
    let mut known: Vec<_> = unseen
        .known
        .iter()
        .map(|one| (pack.organisation(one.organisation).ods.as_str(), one.segment, one.periods.clone()))
        .collect();
    known.sort();
    let (first, second) = ("Q1 2025/26", "Q2 2025/26");
    assert_eq!(
        known,
        [
            ("RCX", 5, vec!["after 2025-09 (undated page)"]),
            ("RHA", 5, vec![first, second]),
            ("RW1", 5, vec![first, second]),
            ("RXV", 5, vec![first]),
        ]
    );
    assert!(unseen.known.iter().all(|one| one.source.starts_with("https://") || one.source.starts_with("github:")));
}
