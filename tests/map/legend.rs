//! The legend explains whatever the map draws, and the line below the map says what is shown.

use std::collections::BTreeSet;

use crate::draw::{draw, view};
use crate::packs::{england, find};
use fingerpost::app::map::legend::Shown;
use fingerpost::app::map::{MapView, Marks, Zoom};
use fingerpost::domain::planner::MovesAllowed;
use fingerpost::layout::Size;
use fingerpost::ui::look::GlyphSet;
use fingerpost::ui::map::legend::sections;

/// Letters, numbers and what titles and sums of money are made of.
fn is_text(c: char) -> bool {
    c.is_alphanumeric() || c.is_ascii() || ['£', '–', '’'].contains(&c)
}

#[test]
fn every_sign_of_the_map_is_explained() {
    let pack = england();
    let explained: BTreeSet<char> =
        sections(GlyphSet::Unicode).iter().flat_map(|section| section.drawn.chars().collect::<Vec<_>>()).collect();
    let route = ["ward-manager", "matron", "head-of-nursing", "deputy-chief-nurse"].map(|id| find(&pack, id)).to_vec();
    let marks = Marks {
        me: Some(route[0]),
        target: Some(route[3]),
        route,
        moves: MovesAllowed::Exceptional,
        ..Marks::default()
    };
    let mut map = MapView::new(&pack);
    for role in pack.role_ids() {
        map.select(&pack, role);
        for zoom in Zoom::ALL {
            map.set_zoom(zoom);
            for size in [(78, 19), (110, 31)] {
                let (rows, _) = draw(&pack, &map, &marks, size, GlyphSet::Unicode);
                let unknown: BTreeSet<char> = rows
                    .iter()
                    .flat_map(|row| row.chars())
                    .filter(|&c| !is_text(c) && !explained.contains(&c))
                    .collect();
                assert!(unknown.is_empty(), "{unknown:?} at {zoom} around {}: {rows:#?}", pack.role(role).title);
            }
        }
    }
}

#[test]
fn the_legend_of_a_plain_terminal_is_plain() {
    for section in sections(GlyphSet::Ascii) {
        assert!(section.drawn.is_ascii(), "{section:?}");
        assert!(section.entries.iter().all(|entry| !entry.meaning.is_empty() && !entry.sign.is_empty()));
    }
}

#[test]
fn what_is_shown_and_what_is_not_add_up() {
    let pack = england();
    let map = view(&pack, "ward-manager");
    let (roles, moves) = (pack.role_ids().len(), pack.move_ids().len());
    for allowed in [MovesAllowed::Usual, MovesAllowed::Exceptional] {
        let marks = Marks { moves: allowed, ..Marks::default() };
        let picture = map.picture(&pack, &marks, Size { width: 90, height: 30 }).expect("a picture");
        let near = Shown::of_picture(&pack, &picture, allowed);
        let role = find(&pack, "ward-manager");
        let far = Shown::of_matrix(&pack, &map.matrix(&pack), map.square(role), allowed);
        for shown in [near, far] {
            assert_eq!(shown.named + shown.counted, roles);
            assert_eq!(shown.drawn + shown.undrawn + shown.exceptional, moves);
            assert_eq!(shown.exceptional == 0, allowed == MovesAllowed::Exceptional);
        }
        assert_eq!((near.named, near.drawn), (picture.layout.boxes.len(), picture.wiring.wires.len()));
        assert!(far.drawn > near.drawn && far.named == 0);
    }
}
