//! A national load of posts: 100,000 adverts from one XML file into the user's own posts, then filtered and sorted.
//!
//! `cargo bench --bench posts` prints how long each step takes; 2 s are allowed for the import, 10 ms for a key press.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use fingerpost::app::posts::{Closing, Direction, Filter, PostTable, SortKey};
use fingerpost::domain::Pack;
use fingerpost::domain::advert::collection::Collection;
use fingerpost::domain::advert::correction::Corrections;
use fingerpost::domain::advert::join::with_adverts;
use fingerpost::domain::post::Standing;
use fingerpost::feed;
use fingerpost::store::{Asked, DataFolder, KeptPosts};
use jiff::civil::date;

const ADVERTS: usize = 100_000;
const IMPORT: Duration = Duration::from_secs(2);
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

fn told<T>(what: &str, allowed: Option<Duration>, work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let made = work();
    let took = begun.elapsed();
    let verdict = allowed.map_or("", |allowed| if took <= allowed { "within what is allowed" } else { "TOO LONG" });
    println!("{what:<58} {:>9.2} ms  {verdict}", took.as_secs_f64() * 1000.0);
    (made, took)
}

fn import(pack: &Pack, bytes: &[u8], kept: &KeptPosts) -> Pack {
    let (reading, read) = told("read 100,000 adverts", None, || feed::read(bytes));
    assert_eq!((reading.adverts.len(), reading.is_lost()), (ADVERTS, false));
    let mut collection = Collection::default();
    let take = || collection.take_in(reading.adverts, date(2026, 11, 22), "results.xml");
    let (tally, joined) = told("join them with what is kept", None, take);
    assert_eq!(tally.added, ADVERTS);
    let ((), written) = told("write them", None, || kept.keep_adverts(&collection).expect("there is room"));
    let match_all = || with_adverts(pack, &collection, &Corrections::default());
    let (pack, matched) = told("match them to roles and employers, as posts", None, match_all);
    let all = read + joined + written + matched;
    let verdict = if all <= IMPORT { "within what is allowed" } else { "TOO LONG" };
    println!("{:<58} {:>9.2} ms  {verdict}", "import, all of it", all.as_secs_f64() * 1000.0);
    pack
}

fn views(table: &PostTable) {
    let filters = [
        ("all", Filter::default()),
        ("challenged", Filter { standing: Some(Standing::Challenged), ..Filter::default() }),
        (
            "region, pay and closing",
            Filter {
                region: Some("South West".into()),
                pay_at_least: Some(60_000),
                closing: Closing::OpenOn(date(2026, 12, 10)),
                ..Filter::default()
            },
        ),
        ("one letter", Filter { words: "e".into(), ..Filter::default() }),
        ("two words", Filter { words: "nursing surgery".into(), ..Filter::default() }),
    ];
    for (name, filter) in &filters {
        let slowest = SortKey::ALL
            .iter()
            .flat_map(|key| [(*key, Direction::Forward), (*key, Direction::Backward)])
            .map(|(key, direction)| {
                // The best of five: what else the machine does is not what is measured.
                let once = || {
                    let begun = Instant::now();
                    let view = divan::black_box(table.view(filter, key, direction));
                    (begun.elapsed(), view.len())
                };
                (0..5).map(|_| once()).min().expect("five")
            })
            .max()
            .expect("there are keys");
        let verdict = if slowest.0 <= KEY_PRESS { "within what is allowed" } else { "TOO LONG" };
        let what = format!("filter by {name} ({} posts), slowest order", slowest.1);
        println!("{what:<58} {:>9.2} ms  {verdict}", slowest.0.as_secs_f64() * 1000.0);
    }
}

fn main() {
    let pack = england();
    let text = results(&pack);
    println!("{ADVERTS} adverts, {} MB", text.len() / 1_000_000);
    let folder = tempfile::tempdir().expect("a folder");
    let asked = Asked { option: Some(folder.path().to_owned()), ..Asked::default() };
    let kept = KeptPosts::in_folder(&DataFolder::locate(asked).expect("it was named"));
    let joined = import(&pack, text.as_bytes(), &kept);
    let (back, _) = told("read the kept posts back", None, || kept.adverts().expect("as it was written"));
    assert_eq!(back.kept().len(), ADVERTS);
    let (table, _) = told("make the table", None, || PostTable::of(&joined));
    views(&table);
}
