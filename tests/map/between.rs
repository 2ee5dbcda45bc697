//! What stands between the columns when asked for: it stands beside the selected role's box, is joined to it, and is left
//! out where it has no room.

use std::sync::Arc;

use crate::draw::draw;
use crate::layout::check;
use crate::packs::{england, find, pack};
use fingerpost::app::hit::Target;
use fingerpost::app::map::{Between, Marks};
use fingerpost::app::{App, Env, Key, Msg, Start, Who, update};
use fingerpost::domain::Pack;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::quantity::Decimal;
use fingerpost::layout::slips::Standing;
use fingerpost::layout::{Focus, Size};
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::look::{Depth, GlyphSet, Look, Theme};
use fingerpost::ui::map::draw_map;
use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The app on the map, with a role held and selected, after some keys.
fn on_the_map(pack: &Arc<Pack>, role: RoleId, keys: &str) -> App {
    let today = date(2026, 11, 22);
    let env = Env { size: (200, 50), today, now: today.at(9, 0, 0, 0) };
    let who = Who::Role(role, Decimal::whole(2));
    let (mut app, _) = App::new(Arc::clone(pack), Start { who, today, ..Start::default() });
    for key in Key::parse_all(keys).expect("keys") {
        update(&mut app, Msg::Key(key), &env);
    }
    app
}

fn focus(role: RoleId, marks: &Marks) -> Focus {
    Focus { slips: marks.slips.clone(), moves: marks.moves, ..Focus::on(role) }
}

#[test]
fn england_is_drawn_right_with_training_and_posts() {
    let pack = Arc::new(england());
    let (mut asked, mut told) = (0, 0);
    for role in pack.role_ids() {
        for keys in ["bbb", "ppbbb"] {
            let marks = on_the_map(&pack, role, keys).marks();
            assert_eq!(marks.between, Between::Both);
            let focus = focus(role, &marks);
            asked += usize::from(!focus.slips.is_empty());
            let large = check(&pack, &focus, Size { width: 154, height: 43 });
            let plain = check(&pack, &Focus::on(role), Size { width: 154, height: 43 });
            assert!(large.layout.cut <= plain.layout.cut, "{}", pack.role(role).title);
            told += usize::from(!large.layout.slips.is_empty());
            check(&pack, &focus, Size { width: 78, height: 19 });
        }
    }
    assert!(told * 10 >= asked * 8, "only {told} of {asked} have room");
}

const SMALL: &str = "
    lanes Nursing Operations
    role nurse Nursing 1 Staff nurse
    role sister Nursing 2 Ward sister
    role matron Nursing 3 Matron
    role ops Operations 3 Operations manager
    move nurse > sister promotion 2
    move sister > matron promotion 3
    move sister > ops clinical-to-management 1
    training first-aid
    training ledger
    training rota
    asks sister required first-aid and (ledger or rota)
    gives sister first-aid 0
    post st-elsewhere sister challenged
";

#[test]
fn what_is_held_what_is_missing_and_posts_are_told_apart() {
    let pack = Arc::new(pack(SMALL));
    let app = on_the_map(&pack, find(&pack, "sister"), "bbb");
    let marks = app.marks();
    let (rows, hits) = draw(&pack, app.map(), &marks, (110, 20), GlyphSet::Unicode);
    insta::assert_snapshot!(rows.join("\n"));
    let ledger = pack.find_training("ledger").expect("it is in the pack");
    assert!(hits.hits.iter().any(|hit| hit.target == Target::Training(ledger)));
    let (rows, _) = draw(&pack, app.map(), &marks, (110, 20), GlyphSet::Ascii);
    assert!(rows.iter().all(|row| row.is_ascii()), "{rows:#?}");
    let held: Vec<_> = marks.slips.iter().flat_map(|slip| &slip.lines).filter_map(|line| line.standing).collect();
    assert!(held.contains(&Standing::Met) && held.contains(&Standing::Unmet) && held.contains(&Standing::Challenged));
}

#[test]
fn a_narrow_window_says_that_there_is_no_room() {
    let pack = Arc::new(pack(SMALL));
    let app = on_the_map(&pack, find(&pack, "sister"), "b");
    let picture = |width| app.map().picture(&pack, &app.marks(), Size { width, height: 20 }).expect("a picture");
    assert!(picture(40).layout.slips.is_empty() && !picture(110).layout.slips.is_empty());
    let area = Rect::new(0, 0, 40, 20);
    let mut buffer = Buffer::empty(area);
    let look = Look::new(Theme::Mono, Depth::Sixteen, GlyphSet::Unicode);
    let mut canvas = Canvas::new(&mut buffer, &look);
    let caption = draw_map(&pack, app.map(), &app.marks(), &mut canvas, area);
    assert!(format!("{caption:?}").contains("no room for training between the columns"));
}
