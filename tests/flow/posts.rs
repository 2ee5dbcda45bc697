//! Posts: from keys to screens.

use std::sync::Arc;

use crate::driver::{Driver, TODAY};
use crate::packs;
use fingerpost::app::hit::{Pane, Target};
use fingerpost::app::posts::{PostTable, SortKey};
use fingerpost::app::{Mouse, MouseKind, Msg, Screen, Start, Who};
use fingerpost::domain::Pack;
use fingerpost::domain::post::{MatchedBy, Origin, Post, RoleMatch};
use jiff::civil::date;

fn her(pack: &Arc<Pack>) -> Who {
    let of = |slug: &str| pack.tables().personas.iter().find(|persona| persona.slug.as_str() == slug).cloned();
    Who::Profile(of("ward-manager").expect("the ward manager"))
}

fn start(pack: &Arc<Pack>, size: (u16, u16)) -> Driver {
    Driver::new(pack, size, Start { who: her(pack), screen: Screen::Posts, ..Start::default() })
}

fn driver(size: (u16, u16)) -> Driver {
    start(&packs::england(), size)
}

/// The pack with one more post, made from its first by `change`.
fn with_one_more(change: impl FnOnce(&mut Post)) -> Arc<Pack> {
    let pack = packs::small();
    let mut posts = pack.tables().posts.clone();
    let mut post = posts[0].clone();
    "P9".clone_into(&mut post.id);
    change(&mut post);
    posts.push(post);
    Arc::new(pack.with_posts(posts))
}

fn click(driver: &mut Driver, target: Target) {
    let hit = driver.hits.hits.iter().rev().find(|hit| hit.target == target).expect("it was drawn").cells;
    driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column: hit.x, row: hit.y }));
}

#[test]
fn challenged_posts_come_first_with_their_segment_and_who_fits() {
    let driver = driver((120, 36));
    insta::assert_snapshot!("posts_120", driver.screen());
    assert!(driver.row(2).contains("of 45 open to you on paper · challenged first"), "{}", driver.row(2));
    assert!(driver.row(4).contains("◆ seg 4") && driver.row(4).contains("closed"), "{}", driver.row(4));
}

#[test]
fn in_a_small_window_one_pane_is_shown_at_a_time() {
    let driver = driver((60, 20));
    insta::assert_snapshot!("posts_60", driver.text());
    let driver = driver.keys("<tab>");
    assert_eq!(driver.app.focus(), Pane::Post);
    insta::assert_snapshot!("posts_60_pane", driver.text());
    let driver = driver.keys("<esc>");
    assert!(driver.says("challenged organisation"), "{}", driver.text());
    insta::assert_snapshot!("posts_80", self::driver((80, 24)).keys("G<enter><pagedown>").text());
}

#[test]
fn the_filter_counts_and_undo_takes_back() {
    let driver = driver((120, 36)).keys("f<down><space>");
    assert!(driver.says("[x] ◆ in a challenged organisation") && driver.says("37 of 45 posts"), "{}", driver.text());
    insta::assert_snapshot!("posts_filter", driver.text());
    let driver = driver.keys("<down><down><space>");
    assert!(driver.says("0 of 45 posts: challenged · segment 3"), "{}", driver.text());
    let driver = driver.keys("<esc>");
    assert!(driver.says("No post is like that"), "{}", driver.text());
    let driver = driver.keys("u");
    assert!(driver.says("filtered (f): challenged ") && driver.says("37 of 45"), "{}", driver.text());
    let driver = driver.keys("u");
    assert!(!driver.says("filtered"), "{}", driver.text());
    assert!(driver.keys("<ctrl+r>").says("filtered (f): challenged"));
}

#[test]
fn one_value_of_a_section_gives_way_to_another_but_families_add_up() {
    let driver = driver((120, 36)).keys("f<right><right><space><down><space>");
    assert!(driver.says("( ) Segment 4") && driver.says("(x) Segment 3"), "{}", driver.text());
    let driver = driver.keys("c<right><right><right><right><space><down><space>");
    assert_eq!(driver.text().matches("[x]").count(), 2, "{}", driver.text());
}

#[test]
fn words_narrow_the_list_as_they_are_typed_and_escape_takes_them_back() {
    let driver = driver((120, 36)).keys("/plymouth");
    assert!(driver.says("Words: plymouth") && driver.row(2).contains("3 of 45"), "{}", driver.text());
    let kept = driver.keys("<down><enter>");
    assert!(kept.app.overlays().is_empty() && kept.says("“plymouth”"), "{}", kept.text());
    assert!(kept.keys("u").row(2).contains("of 45 open to you on paper"));
    let back = self::driver((120, 36)).keys("/plymouth<esc>");
    assert!(back.row(2).contains("of 45 open to you on paper"), "{}", back.row(2));
}

#[test]
fn e_leaves_what_fits_me_and_needs_somebody() {
    let driver = driver((120, 36)).keys("e");
    assert!(driver.says("filtered (f): open to me on paper"), "{}", driver.text());
    let listed = driver.app.posts_view().listed();
    assert!(listed.iter().all(|id| driver.app.fits_me(driver.app.pack().post(*id)) == Some(true)));
    let nobody = Driver::new(&packs::england(), (120, 36), Start { screen: Screen::Posts, ..Start::default() });
    let nobody = nobody.keys("<esc>e");
    assert!(nobody.says("Say who you are first") && !nobody.says("open to you"), "{}", nobody.text());
}

#[test]
fn columns_sort_by_a_click_and_turn_round_by_another() {
    let mut driver = driver((160, 40));
    click(&mut driver, Target::Column(SortKey::Pay));
    let first = |driver: &Driver| driver.app.pack().post(driver.app.posts_view().listed()[0]).pay_max;
    let best = driver.app.pack().tables().posts.iter().filter_map(|post| post.pay_max).max();
    assert_eq!(first(&driver), best);
    assert!(driver.says("best paid first") && driver.says("pay a year ▼"), "{}", driver.text());
    click(&mut driver, Target::Column(SortKey::Pay));
    assert!(driver.says("least paid first"));
    let driver = driver.keys("o");
    assert!(driver.says("highest level first"), "{}", driver.text());
}

#[test]
fn a_post_of_the_role_pane_opens_here_and_its_role_opens_on_the_map() {
    let pack = packs::small();
    let mut driver = start(&pack, (120, 70)).keys("1/matron<enter>");
    let second = pack.post_ids().nth(1).expect("two posts");
    click(&mut driver, Target::Post(second));
    assert_eq!((driver.app.screen(), driver.app.selected_post()), (Screen::Posts, Some(second)));
    let driver = driver.keys("m");
    assert_eq!(driver.app.screen(), Screen::Map);
    assert_eq!(driver.app.selected_role(), pack.find_role("matron"));
    let driver = driver.keys("P");
    assert!(driver.says("filtered (f): Matron") && driver.app.posts_view().listed().len() == 2, "{}", driver.text());
    let driver = driver.keys("1/ward<enter>P");
    assert!(driver.says("No post of this role is known"), "{}", driver.text());
}

#[test]
fn t_makes_the_role_of_the_post_the_target() {
    let driver = start(&packs::small(), (120, 36)).keys("t");
    assert_eq!(driver.app.stance().target, packs::small().find_role("matron"));
    assert!(driver.says("Target: Matron"));
}

#[test]
fn clicking_selects_and_clicking_twice_opens_the_pane() {
    let mut driver = driver((60, 20));
    let third = driver.app.posts_view().listed()[2];
    click(&mut driver, Target::Post(third));
    assert_eq!(driver.app.selected_post(), Some(third));
    let hit = driver.hits.hits.iter().rev().find(|hit| hit.target == Target::Post(third)).expect("drawn").cells;
    driver.send(Msg::Mouse(Mouse { kind: MouseKind::Again, column: hit.x, row: hit.y }));
    assert_eq!(driver.app.focus(), Pane::Post);
}

#[test]
fn imported_posts_join_with_their_age_and_the_selected_one_stays() {
    let mut driver = start(&packs::small(), (190, 50)).keys("j");
    let selected = driver.app.pack().post(driver.app.selected_post().expect("a post")).id.clone();
    let joined = with_one_more(|post| {
        post.title = "Night matron".to_owned();
        post.origin = Origin::Imported { on: date(2026, 11, 19), from: "results.xml".to_owned() };
        post.role = post.role.map(|role| RoleMatch { by: MatchedBy::Title, ..role });
    });
    let table = Arc::new(PostTable::of(&joined));
    driver.send(Msg::PostsRead(Arc::clone(&joined), table));
    assert_eq!(driver.app.pack().post(driver.app.selected_post().expect("a post")).id, selected);
    let driver = driver.keys("/night<enter>");
    assert!(driver.says("imported 3 days ago, 19 Nov") && driver.says("wrong? fingerpost"), "{}", driver.text());
    assert!(driver.says("matched by its title, 90% sure"), "{}", driver.text());
}

#[test]
fn closing_dates_are_told_from_today() {
    let closing = |closes| {
        let pack = with_one_more(|post| (post.title, post.closes) = ("Night matron".to_owned(), closes));
        start(&pack, (120, 36)).keys("/night<enter>").row(5)
    };
    assert!(closing(Some(TODAY)).contains("closes 22 Nov "));
    assert!(closing(Some(date(2026, 11, 21))).contains("closed 21 Nov 2026"));
    assert!(closing(Some(date(2027, 1, 2))).contains("closes 2 Jan 2027"));
    assert!(closing(None).contains("no date"));
}

#[test]
fn a_post_of_hostile_length_leaves_every_size_whole() {
    let long = "Überaus-\u{200d}langer👩‍⚕️Titel ".repeat(400);
    let pack = with_one_more(|post| {
        post.title.clone_from(&long);
        post.employer = "W".repeat(5_000);
        post.pay_text.clone_from(&long);
        post.grade.clone_from(&long);
        post.package.clone_from(&long);
        post.region.clone_from(&long);
        post.contract = "🏥".repeat(500);
        post.pay_max = Some(u32::MAX);
        post.closes = Some(date(9999, 12, 31));
    });
    let mut driver = start(&pack, (120, 36)).keys("G");
    for size in [(60, 20), (61, 21), (79, 30), (109, 24), (110, 20), (160, 50), (250, 80)] {
        driver.resize(size.0, size.1);
        assert!(driver.row(2).starts_with('┌') && driver.row(2).ends_with('┐'), "{}", driver.row(2));
    }
    driver.keys("<tab><pagedown><pagedown><end>f<end><space>");
}

#[test]
fn in_plain_letters_challenged_is_still_marked() {
    let driver = driver((120, 36)).ascii();
    assert!(driver.row(4).contains("! seg 4"), "{}", driver.row(4));
    assert!(
        driver.text().lines().skip(2).all(|row| row.chars().all(|c| c.is_ascii() || c == '£')),
        "{}",
        driver.text()
    );
}

#[test]
fn a_route_through_the_post_says_what_is_shown_and_both_u_and_a_take_it_back() {
    let driver = driver((120, 36)).keys("/divisional<space>managing<enter>r");
    assert_eq!(driver.app.screen(), Screen::Routes);
    assert!(driver.says("Only ways through") && driver.says("as if another such post came up"), "{}", driver.text());
    let role =
        driver.app.pack().find_role("managing-director").or_else(|| driver.app.role_of_post()).expect("its role");
    let all_through = driver.app.picks().iter().all(|pick| pick.route.steps.iter().any(|step| step.role == role));
    assert!(all_through && !driver.app.picks().is_empty(), "{}", driver.text());
    insta::assert_snapshot!("posts_through", driver.text());
    let any = driver.keys("a");
    assert!(!any.says("Only ways through"), "{}", any.text());
    let again = any.keys("u");
    assert!(again.says("Only ways through"), "{}", again.text());
    assert!(!again.keys("u").says("Only ways through"));
}

#[test]
fn a_post_of_the_target_itself_gives_all_ways_there() {
    let driver = start(&packs::small(), (120, 36)).keys("tr");
    assert!(driver.row(0).contains("To: Matron") && !driver.says("Only ways through"), "{}", driver.text());
    assert!(driver.says("Routes to Matron"), "{}", driver.text());
}

#[test]
fn the_package_tells_what_holds_from_what_nobody_promises() {
    let driver = driver((160, 120)).keys("<tab>");
    assert!(driver.says("What it offers, line by line") && driver.says("? A mentor"), "{}", driver.text());
    insta::assert_snapshot!("posts_package", driver.text());
}

/// The words of the filter leave one post of a role on the way.
const DIVISIONAL: &str = "/divisional<space>director<space>of<space>operations<enter>";

#[test]
fn whether_it_pays_back_stands_beside_the_way_without_it() {
    let driver = driver((120, 36)).keys(DIVISIONAL).keys("B");
    assert!(driver.says("Does it pay back?") && driver.says("without it"), "{}", driver.text());
    insta::assert_snapshot!("posts_pay_back", driver.text());
    let nobody = Driver::new(&packs::england(), (120, 36), Start { screen: Screen::Posts, ..Start::default() });
    assert!(nobody.keys("<esc>B").says("Say who you are first"));
}

#[test]
fn feeders_lead_to_the_map() {
    let mut driver = driver((120, 36)).keys(DIVISIONAL).keys("W");
    assert!(driver.says("Who could fill it?") && driver.says("If another such post came up"), "{}", driver.text());
    insta::assert_snapshot!("posts_feeders", driver.text());
    driver.resize(60, 20);
    assert!(driver.says("Who could fill it?"), "{}", driver.text());
    let feeder = driver.app.pack().find_role("general-manager").expect("a role that leads there");
    click(&mut driver, Target::Role(feeder));
    assert_eq!((driver.app.screen(), driver.app.selected_role()), (Screen::Map, Some(feeder)));
}

#[test]
fn levers_change_the_verdict_and_the_least_can_be_supposed() {
    let driver = driver((120, 36)).keys(DIVISIONAL).keys("i");
    assert!(driver.says("Suppositions: nobody has promised any of this"), "{}", driver.text());
    insta::assert_snapshot!("posts_what_if", driver.screen());
    let driver = driver.keys("<right><right><down><right>");
    assert!(driver.says("£2,000 a year") && driver.says("1 h a week"), "{}", driver.text());
    let driver = driver.keys("<left><home>s");
    assert!(!driver.says("Looking for it"), "{}", driver.text());
    insta::assert_snapshot!("posts_what_if_least", driver.text());
    let driver = driver.keys("<esc>");
    assert!(driver.app.overlays().is_empty());
}

#[test]
fn the_sheets_fit_the_smallest_window() {
    for key in ["B", "i", "W"] {
        let driver = driver((60, 20)).keys(DIVISIONAL).keys(key);
        insta::assert_snapshot!(format!("posts_sheet_60_{}", key.to_lowercase()), driver.text());
    }
}
