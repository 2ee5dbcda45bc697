//! Decks: TOML files of steps. The pack's own lie in its folder `decks`, a user's own in theirs.
//!
//! | key | holds |
//! |---|---|
//! | `id`, `title`, `about` | what it is called, and what it tells |
//! | `minutes` | how long it is meant to take, where that is not the sum of its steps |
//! | `[[step]]` `title`, `words`, `notes`, `minutes` | what is said; `words` and `notes` are a text or a list of texts |
//! | `[[step]]` `sources` | what its facts rest on: a list of `{ title, url, date }`, without the date where the page has none |
//! | `[step.show]` | what the app shows: see `shows` |
//! | `[step.poll]` `question`, `answers` | what the room is asked, with three answers |
//!
//! | what | file |
//! |---|---|
//! | deck, step, poll, sources | here |
//! | what a step shows | `shows` |
//! | which roles and posts are to be seen | `sieves` |
//! | what a step lacks that it needs | `needs` |
//! | a deck as a file again | `words` |
//! | what rooms answered to its polls | `log` |

pub(super) mod log;
mod needs;
mod shows;
mod sieves;
mod words;

use super::cell::Limit;
use super::document::{Document, Section, Word};
use super::ids::Ids;
use super::report::{Judged, Refused, Report, quoted};
use crate::domain::Pack;
use crate::domain::career_move::Move;
use crate::domain::deck::{Deck, Poll, Source, Step, Wording};
use crate::domain::profile::Profile;
use crate::domain::role::LevelNumber;

pub(super) use words::write;

/// What a deck refers to.
pub(super) struct Known<'i> {
    pub roles: &'i Ids<'i>,
    pub training: &'i Ids<'i>,
    pub regions: &'i Ids<'i>,
    pub families: &'i Ids<'i>,
    pub sectors: &'i Ids<'i>,
    pub post_ids: &'i Ids<'i>,
    pub personas: &'i [Profile],
    pub persona_ids: &'i Ids<'i>,
    /// The moves; nothing when some of them could not be read.
    pub moves: Option<&'i [Move]>,
    pub levels: &'i [LevelNumber],
    /// The names of the regions, in the order of their ids.
    pub region_titles: &'i [&'i str],
    /// Whether a post that is not known may have been there, or may come again.
    pub posts: PostsAre,
}

/// Whether posts come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PostsAre {
    /// Those of a pack do not.
    Fixed,
    /// A user's own do.
    Changing,
}

const KEYS: [&str; 5] = ["id", "title", "about", "minutes", "step"];
const STEP_KEYS: [&str; 7] = ["title", "words", "notes", "minutes", "sources", "show", "poll"];
/// What only people write.
const REMARKS: [&str; 2] = ["basis", "note"];

/// Far more steps than a room sits through.
const MOST_STEPS: usize = 200;
const MOST_OF_A_TITLE: usize = 100;
const MOST_OF_A_PARAGRAPH: usize = 600;
const MOST_PARAGRAPHS: usize = 12;
const MOST_OF_A_NOTE: usize = 2_000;
const MOST_NOTES: usize = 40;
const MOST_OF_AN_ANSWER: usize = 100;
const MOST_OF_A_URL: usize = 500;
/// More minutes than a day has.
const MINUTES: Limit = Limit { most: 1_440, unit: "minutes" };

/// Reads a deck.
pub(super) fn read(file: &str, bytes: &[u8], known: &Known, report: &mut Report) -> Judged<Deck> {
    let document = Document::new(file, bytes, report);
    let table = document.parse(report)?;
    let root = document.root(&table);
    root.judge_keys(&[KEYS.as_slice(), REMARKS.as_slice()].concat(), report);
    let slug = root.required_slug(report);
    let title = title(root, report);
    let about = match root.text("about", report)? {
        Some(word) => bounded("about", word, MOST_OF_A_NOTE, report).map(|word| word.text),
        None => Ok(String::new()),
    };
    let minutes = root.amount("minutes", MINUTES, report);
    let sections = match root.sections("step", report)? {
        Some(sections) if sections.len() > MOST_STEPS => {
            let message = format!("these are {} steps; a deck has at most {MOST_STEPS}", sections.len());
            return report.refuse(root.place_of("step"), message);
        }
        Some(sections) if !sections.is_empty() => sections,
        _ => return root.missing("step", "a step: [[step]], and below it title = \"…\"", report),
    };
    let places: Vec<_> = sections.iter().map(Section::place).collect();
    let steps: Vec<_> = sections.into_iter().map(|section| step(section, known, report)).collect();
    let steps = steps.into_iter().collect::<Judged<Vec<Step>>>();
    let deck = Deck { slug: slug?, title: title?, about: about?, minutes: minutes?, steps: steps? };
    needs::judge(&deck, &places, known, report);
    Ok(deck)
}

/// Reads a deck for a pack that has been read; its name is for messages.
pub(super) fn read_for(file: &str, bytes: &[u8], pack: &Pack, report: &mut Report) -> Judged<Deck> {
    let tables = pack.tables();
    let roles = Ids::new("role", "roles.csv", tables.roles.iter().map(|role| role.slug.as_str()));
    let training = Ids::new("training item", "training.csv", tables.training.iter().map(|item| item.slug.as_str()));
    let regions = Ids::new("region", "pack.toml", tables.regions.iter().map(|region| region.slug.as_str()));
    let families = Ids::new("family", "pack.toml", tables.families.iter().map(|family| family.slug.as_str()));
    let sectors = Ids::new("sector", "roles.csv", tables.roles.iter().filter_map(|role| role.sector.as_deref()));
    let posts = Ids::new("post", "the posts", tables.posts.iter().map(|post| post.id.as_str()));
    let persona_ids = Ids::new("persona", "profiles", tables.personas.iter().map(|person| person.slug.as_str()));
    let known = Known {
        roles: &roles,
        training: &training,
        regions: &regions,
        families: &families,
        sectors: &sectors,
        post_ids: &posts,
        personas: &tables.personas,
        persona_ids: &persona_ids,
        moves: Some(&tables.moves),
        levels: &tables.levels.iter().map(|level| level.number).collect::<Vec<_>>(),
        region_titles: &tables.regions.iter().map(|region| region.title.as_str()).collect::<Vec<_>>(),
        posts: PostsAre::Changing,
    };
    read(file, bytes, &known, report)
}

fn step(section: Section, known: &Known, report: &mut Report) -> Judged<Step> {
    section.judge_keys(&[STEP_KEYS.as_slice(), REMARKS.as_slice()].concat(), report);
    let title = title(section, report);
    let words = wordings(section, "words", (MOST_PARAGRAPHS, MOST_OF_A_PARAGRAPH), report);
    let notes = wordings(section, "notes", (MOST_NOTES, MOST_OF_A_NOTE), report);
    let minutes = section.amount("minutes", MINUTES, report);
    let sources = sources(section, report);
    let shows = match section.section("show", report) {
        Ok(Some(section)) => shows::read(section, known, report),
        Ok(None) => Ok(Vec::new()),
        Err(Refused) => Err(Refused),
    };
    let poll = match section.section("poll", report) {
        Ok(Some(section)) => poll(section, report).map(Some),
        Ok(None) => Ok(None),
        Err(Refused) => Err(Refused),
    };
    Ok(Step {
        title: title?,
        words: words?,
        notes: notes?,
        minutes: minutes?,
        shows: shows?,
        poll: poll?,
        sources: sources?,
    })
}

fn title(section: Section, report: &mut Report) -> Judged<String> {
    let word = section.required_text("title", report)?;
    bounded("title", word, MOST_OF_A_TITLE, report).map(|word| word.text)
}

/// The texts under a key, each at most so long, and at most so many.
fn wordings(section: Section, key: &str, most: (usize, usize), report: &mut Report) -> Judged<Vec<Wording>> {
    let words = section.texts(key, report)?;
    let (most, longest) = most;
    if words.len() > most {
        let message = format!("{key} has {} paragraphs; at most {most} are taken", words.len());
        return report.refuse(section.place_of(key), message);
    }
    let wordings: Vec<_> = words.into_iter().map(|word| wording(key, word, longest, report)).collect();
    wordings.into_iter().collect()
}

fn wording(key: &str, word: Word, longest: usize, report: &mut Report) -> Judged<Wording> {
    let word = bounded(key, word, longest, report)?;
    Wording::parse(&word.text).or_else(|error| report.refuse(word.place, format!("{key}: {error}")))
}

fn bounded<'d>(key: &str, word: Word<'d>, longest: usize, report: &mut Report) -> Judged<Word<'d>> {
    let count = word.text.chars().count();
    if count <= longest {
        return Ok(word);
    }
    let message = format!("{key} is {count} characters long; at most {longest} are taken, so say it in fewer words");
    report.refuse(word.place, message)
}

fn sources(section: Section, report: &mut Report) -> Judged<Vec<Source>> {
    let sections = section.sections("sources", report)?.unwrap_or_default();
    let sources: Vec<_> = sections.into_iter().map(|section| source(section, report)).collect();
    sources.into_iter().collect()
}

fn source(section: Section, report: &mut Report) -> Judged<Source> {
    section.judge_keys(&["title", "url", "date"], report);
    let title = title(section, report);
    let url = section.required_text("url", report).and_then(|word| bounded("url", word, MOST_OF_A_URL, report));
    let url = url.and_then(|word| {
        let is_address = ["https://", "http://"].iter().any(|start| word.text.starts_with(start));
        if is_address && !word.text.contains(char::is_whitespace) {
            return Ok(word.text);
        }
        let message = format!("url {} is no address of a page; begin it with https://", quoted(&word.text));
        report.refuse(word.place, message)
    });
    let date = section.date("date", report);
    Ok(Source { title: title?, url: url?, date: date? })
}

fn poll(section: Section, report: &mut Report) -> Judged<Poll> {
    section.judge_keys(&["question", "answers"], report);
    let question = section.required_text("question", report);
    let question = question.and_then(|word| wording("question", word, MOST_OF_A_PARAGRAPH, report));
    let answers = section.words("answers", report)?;
    let count = answers.len();
    let answers: Vec<_> = answers.into_iter().map(|word| wording("answers", word, MOST_OF_AN_ANSWER, report)).collect();
    let answers = answers.into_iter().collect::<Judged<Vec<Wording>>>()?;
    let Ok(answers) = <[Wording; 3]>::try_from(answers) else {
        let message = format!("a poll has three answers, and here are {count}; write answers = [\"…\", \"…\", \"…\"]");
        return report.refuse(section.place_of("answers"), message);
    };
    Ok(Poll { question: question?, answers })
}
