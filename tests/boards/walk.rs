//! The cursor goes from tile to tile as the arrows point.

use std::collections::BTreeSet;

use fingerpost::domain::board::Arrangement;
use fingerpost::domain::id::TileId;
use fingerpost::layout::Heading;
use fingerpost::layout::cells::Size;
use fingerpost::layout::tiles::{Plan, Tiles};
use proptest::prelude::*;

use crate::{england, tile};

#[test]
fn steps_lead_to_the_neighbour() {
    let pack = england();
    let tiles = Tiles::of(&pack, Arrangement::Of2022);
    let step = |from, heading| {
        let to = tiles.next(tile(&pack, Arrangement::Of2022, from), heading)?;
        Some(pack.tile(to).abbreviation.clone())
    };
    assert_eq!(step("WY", Heading::Up).as_deref(), Some("NENC"));
    assert_eq!(step("WY", Heading::Left).as_deref(), Some("LSC"));
    assert_eq!(step("NENC", Heading::Down).as_deref(), Some("WY"));
    assert_eq!(step("NENC", Heading::Left).as_deref(), Some("LSC"));
    assert_eq!(step("DEV", Heading::Left).as_deref(), Some("CIOS"));
    assert_eq!(step("DEV", Heading::Right).as_deref(), Some("HIOW"), "over the gap");
    assert_eq!(step("MSE", Heading::Right), None);
    assert_eq!(step("DEV", Heading::Down), None);
}

/// Every tile can be reached from every other one with the arrows alone.
#[test]
fn the_cursor_reaches_every_tile() {
    let pack = england();
    for arrangement in Arrangement::ALL {
        let tiles = Tiles::of(&pack, arrangement);
        for placed in tiles.placed() {
            let mut reached: BTreeSet<TileId> = BTreeSet::from([placed.tile]);
            let mut edge = vec![placed.tile];
            while let Some(here) = edge.pop() {
                for next in Heading::ALL.into_iter().filter_map(|heading| tiles.next(here, heading)) {
                    if reached.insert(next) {
                        edge.push(next);
                    }
                }
            }
            let start = &pack.tile(placed.tile).abbreviation;
            assert_eq!(reached.len(), tiles.placed().len(), "{arrangement:?} from {start}");
        }
    }
}

#[test]
fn a_step_leads_the_way_it_points() {
    let pack = england();
    for arrangement in Arrangement::ALL {
        let tiles = Tiles::of(&pack, arrangement);
        for placed in tiles.placed() {
            for heading in Heading::ALL {
                let Some(to) = tiles.next(placed.tile, heading).and_then(|tile| tiles.at(tile)) else { continue };
                let right_way = match heading {
                    Heading::Up => to.y < placed.at.y,
                    Heading::Down => to.y > placed.at.y,
                    Heading::Left => to.x < placed.at.x,
                    Heading::Right => to.x > placed.at.x,
                };
                assert!(right_way, "{heading:?} of {}", pack.tile(placed.tile).abbreviation);
            }
        }
    }
}

proptest! {
    #[test]
    fn tiles_lie_in_the_window_and_never_on_each_other(width in 0_u16..300, height in 0_u16..120) {
        let pack = england();
        for arrangement in Arrangement::ALL {
            let tiles = Tiles::of(&pack, arrangement);
            let Some(plan) = Plan::new(&tiles, Size { width, height }) else {
                prop_assert!(width < 25 || height < 9);
                continue;
            };
            let areas: Vec<_> = tiles.placed().iter().map(|placed| plan.area(placed.at)).collect();
            for (at, area) in areas.iter().enumerate() {
                // A column is free on either side, for the marks of the cursor.
                prop_assert!(area.x >= 1 && area.right() <= width && area.bottom() <= height);
                prop_assert!(areas[..at].iter().all(|other| !other.overlaps(*area)));
            }
        }
    }
}
