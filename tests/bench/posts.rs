//! A national load of posts: 100,000 adverts from one XML file into the user's own posts, then filtered and sorted.
//!
//! `cargo bench --bench posts` prints how long each step takes, by the clock and of the processor's own time; 2 s are
//! allowed for the import, 1 s for what is kept to be there again, 10 ms for a key press.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use fingerpost::app::posts::{Closing, Direction, Filter, PostTable, SortKey};
use fingerpost::domain::Pack;
use fingerpost::domain::advert::Advert;
use fingerpost::domain::advert::collection::Collection;
use fingerpost::domain::advert::correction::Corrections;
use fingerpost::domain::advert::join::with_adverts;
use fingerpost::domain::eligibility::Eligible;
use fingerpost::domain::matching::{Setting, Wordings};
use fingerpost::domain::post::Standing;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::feed;
use fingerpost::store::{Asked, DataFolder, KeptPosts};
use jiff::civil::date;

const ADVERTS: usize = 100_000;
const IMPORT: Duration = Duration::from_secs(2);
/// For what was imported before, from the program's start until its posts are there.
const START: Duration = Duration::from_secs(1);
const KEY_PRESS: Duration = Duration::from_millis(10);

fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the England pack is sound")
}

/// Search results with so many adverts: titles of every kind, most with words of their own, employers of the pack.
fn results(pack: &Pack) -> String {
    const OTHERS: [&str; 6] = [
        "Staff Nurse",
        "Porter",
        "Consultant Cardiologist",
        "Healthcare Assistant",
        "Medical Secretary",
        "Physiotherapist",
    ];
    const WHERE: [&str; 8] =
        ["Surgery", "Medicine", "Women's Health", "Planned Care", "Emergency Care", "Imaging", "Theatres", "Community"];
    let tables = pack.tables();
    let mut text = String::from("<nhsJobs>\n");
    for number in 0..ADVERTS {
        let title = match number % 5 {
            0 => tables.roles[number / 5 % tables.roles.len()].title.as_str(),
            1 => tables.advert_titles[number / 5 % tables.advert_titles.len()].title.as_str(),
            _ => OTHERS[number % OTHERS.len()],
        };
        let employer = &tables.organisations[number * 7 % tables.organisations.len()].name;
        let (place, band, day) = (WHERE[number % 8], number % 7 + 2, number % 28 + 1);
        let low = 20_000 + number % 90_000;
        let reference = format!("C9{:03}-26-{number:06}", number % 1_000);
        let _ = writeln!(
            text,
            "<vacancyDetails><id>{number}</id><reference>{reference}</reference>\
             <title>{title} - {place} {number} (Band {band})</title>\
             <description>{} ...</description><employer>{employer}</employer><type>Permanent</type>\
             <salary>&#163;{low} to &#163;{} a year</salary><closeDate>2026-12-{day:02}</closeDate>\
             <postDate>2026-11-{day:02}T15:57:11.165</postDate>\
             <url>https://www.jobs.nhs.uk/candidate/jobadvert/{reference}</url>\
             <locations><location>Exampleton, ZZ1 1AA</location></locations></vacancyDetails>",
            "An illustrative text of the usual length, cut short. ".repeat(8),
            low + 8_000,
        );
    }
    let _ = write!(text, "<totalPages>1</totalPages><totalResults>{ADVERTS}</totalResults></nhsJobs>");
    text.replace(" & ", " &amp; ")
}

/// How long something took, by the clock and of the processor.
#[derive(Clone, Copy)]
struct Took {
    clock: Duration,
    cpu: Duration,
}

/// The time the processor has spent on this thread, where the system tells; nothing elsewhere.
fn cpu() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (begun, before) = (Instant::now(), cpu());
    let made = work();
    let clock = begun.elapsed();
    let cpu = cpu().zip(before).map_or(clock, |(after, before)| after.saturating_sub(before));
    (made, Took { clock, cpu })
}

fn print(what: &str, took: Took, allowed: Option<Duration>) {
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let verdict = allowed.map_or("", |allowed| match () {
        () if took.clock <= allowed => "within what is allowed",
        () if took.cpu <= allowed => "within what is allowed, had the machine been idle",
        () => "TOO LONG",
    });
    println!("{what:<58} {:>9.2} ms, processor {:>9.2} ms  {verdict}", ms(took.clock), ms(took.cpu));
}

fn told<T>(what: &str, allowed: Option<Duration>, work: impl FnOnce() -> T) -> (T, Took) {
    let (made, took) = timed(work);
    print(what, took, allowed);
    (made, took)
}

/// What `fingerpost posts import` does with a file.
fn import(pack: &Pack, bytes: &[u8], kept: &KeptPosts) {
    let (reading, read) = told("read 100,000 adverts", None, || feed::read(bytes));
    assert_eq!((reading.adverts.len(), reading.is_lost()), (ADVERTS, false));
    let count = || {
        let mut roles = Wordings::of(pack);
        let fits = |advert: &&Advert| roles.find(&advert.title, Setting::default()).is_some();
        reading.adverts.iter().filter(fits).count()
    };
    let (_, matched) = told("count those that are for a role of the pack", None, count);
    let mut collection = Collection::default();
    let take = || collection.take_in(reading.adverts, date(2026, 11, 22), "results.xml");
    let (tally, joined) = told("join them with what is kept", None, take);
    assert_eq!(tally.added, ADVERTS);
    let write = || kept.hold().and_then(|held| held.keep_adverts(&collection)).expect("there is room");
    let ((), written) = told("write them", None, write);
    let steps = [read, matched, joined, written];
    let all = Took { clock: steps.iter().map(|step| step.clock).sum(), cpu: steps.iter().map(|step| step.cpu).sum() };
    print("import, all of it", all, Some(IMPORT));
}

/// What the program does behind its first screen.
fn start(pack: &Pack, kept: &KeptPosts) -> Pack {
    let (back, read) = told("read the kept posts back", None, || kept.adverts().expect("as it was written"));
    assert_eq!(back.kept().len(), ADVERTS);
    let match_all = || with_adverts(pack, back, &Corrections::default());
    let (pack, matched) = told("match them to roles and employers, as posts", None, match_all);
    let all = Took { clock: read.clock + matched.clock, cpu: read.cpu + matched.cpu };
    print("kept posts at the start, all of it", all, Some(START));
    pack
}

/// The best of five: what else the machine does is not what is measured.
fn press<T>(work: impl Fn() -> T, count: impl Fn(&T) -> usize) -> (Duration, usize) {
    let once = || {
        let begun = Instant::now();
        let made = divan::black_box(work());
        (begun.elapsed(), count(&made))
    };
    (0..5).map(|_| once()).min().expect("five")
}

fn print_press(what: &str, (took, posts): (Duration, usize)) {
    let verdict = if took <= KEY_PRESS { "within what is allowed" } else { "TOO LONG" };
    println!("{what:<58} {:>9.2} ms  {verdict} ({posts} posts)", took.as_secs_f64() * 1000.0);
}

fn filters(pack: &Pack) -> Vec<(&'static str, Filter)> {
    let none = Filter::default;
    let words = |words: &str| Filter { words: words.into(), ..none() };
    let persona = &pack.tables().personas[0];
    let eligible = Eligible::of(
        pack,
        &persona.person(pack, pack.tables().hours_per_week, jiff::civil::date(2026, 11, 22)),
        Ruleset::Today,
    );
    let role = pack.tables().posts.iter().find_map(|post| post.role).expect("some are matched").role;
    let organisation = pack.tables().posts.iter().find_map(|post| post.organisation);
    vec![
        ("region", Filter { region: Some("South West".into()), ..none() }),
        ("segment", Filter { segment: Some(4), ..none() }),
        ("organisation", Filter { organisation, ..none() }),
        ("family", Filter { families: BTreeSet::from([pack.role(role).family]), ..none() }),
        ("level", Filter { level: Some(pack.role(role).level), ..none() }),
        ("role", Filter { role: Some(role), ..none() }),
        ("pay", Filter { pay_at_least: Some(60_000), ..none() }),
        ("closing date", Filter { closing: Closing::OpenOn(date(2026, 12, 10)), ..none() }),
        ("standing", Filter { standing: Some(Standing::Challenged), ..none() }),
        ("what somebody is eligible for", Filter { eligible: Some(eligible), ..none() }),
        ("one letter", words("e")),
        ("two letters", words("er")),
        ("one word", words("nurse")),
        ("a word of every employer", words("trust")),
        ("two words", words("nurse surgery")),
        ("what is nowhere", words("zzz")),
    ]
}

/// Every order with no filter, then every filter in the order that takes longest.
fn views(pack: &Pack, table: &PostTable) {
    let orders = || SortKey::ALL.iter().flat_map(|key| [(*key, Direction::Forward), (*key, Direction::Backward)]);
    let view = |filter: &Filter, (key, direction): (SortKey, Direction)| {
        press(|| table.view(filter, key, direction), Vec::len)
    };
    for order in orders() {
        print_press(&format!("sort by {order:?}"), view(&Filter::default(), order));
    }
    for (name, filter) in filters(pack) {
        let slowest = orders().map(|order| view(&filter, order)).max().expect("there are orders");
        print_press(&format!("filter by {name}, slowest order"), slowest);
    }
    for typed in ["e", "er", "matron", "trust", "nurse surgery", "c9"] {
        let found = press(|| table.find(typed, date(2026, 11, 22), 50), |hits| hits.all);
        print_press(&format!("find {typed}"), found);
    }
}

fn main() {
    let pack = england();
    let text = results(&pack);
    println!("{ADVERTS} adverts, {} MB", text.len() / 1_000_000);
    let folder = tempfile::tempdir().expect("a folder");
    let asked = Asked { option: Some(folder.path().to_owned()), ..Asked::default() };
    let kept = KeptPosts::in_folder(&DataFolder::locate(asked).expect("it was named"));
    import(&pack, text.as_bytes(), &kept);
    let joined = start(&pack, &kept);
    let (table, _) = told("make the table", None, || PostTable::of(&joined));
    views(&joined, &table);
}
