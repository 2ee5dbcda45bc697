//! A deck for those who were not there: what was said and shown, step by step, and what the room answered.

use jiff::civil::Date;

use crate::domain::deck::{Deck, PollLog, Source, Tally};
use crate::domain::words::count;
use crate::domain::{Pack, dates};
use crate::handout::about::About;
use crate::handout::document::{Block, Document, Section, Table};
use crate::handout::picture::Picture;
use crate::handout::sheet::Sheet;
use crate::handout::{Handout, Missing};

/// A step as it was shown.
#[derive(Debug, Clone)]
pub struct ShownStep {
    /// What the room read, figures filled in.
    pub words: Vec<String>,
    /// What whoever presents may say besides; empty when that is not handed out.
    pub notes: Vec<String>,
    /// What the room was asked, with the three answers.
    pub poll: Option<(String, [String; 3])>,
    /// What the app showed.
    pub picture: Picture,
    /// What the routes that were shown take for granted.
    pub assumed: Vec<String>,
}

const NO_DAYS: Missing = Missing("a deck has no days, so there is no calendar and no timeline");
const NO_ARROWS: Missing = Missing("a deck is pictures and words, so there are no boxes and arrows");

/// A deck as a handout: its steps as they were shown, in order, and what the log says of its polls.
#[must_use]
pub fn deck(pack: &Pack, deck: &Deck, steps: &[ShownStep], log: Option<&PollLog>, on: Date) -> Handout {
    let mut assumed: Vec<String> = Vec::new();
    for sentence in steps.iter().flat_map(|step| &step.assumed) {
        if !assumed.contains(sentence) {
            assumed.push(sentence.clone());
        }
    }
    let numbered = || deck.steps.iter().zip(steps).enumerate().map(|(at, (step, shown))| (at + 1, step, shown));
    let sections = numbered().map(|(number, step, shown)| {
        Section::new(format!("{number}. {}", step.title), blocks(number, &step.sources, shown, log))
    });
    let mut sheet = Sheet::new(&["Step", "Words", "What is shown"]);
    for (number, step, shown) in numbered() {
        let cells = vec![number.to_string(), shown.words.join(" "), shown.picture.says.clone()];
        sheet.row("step", step.title.clone(), cells);
    }
    let records = numbered().map(|(_, step, shown)| {
        serde_json::json!({ "title": step.title, "words": shown.words, "shows": shown.picture.says })
    });
    Handout {
        stem: format!("fingerpost-deck-{}-{on}", deck.slug),
        document: Document {
            title: deck.title.clone(),
            lead: deck.about.clone(),
            about: About::varying(pack, on, pack.tables().hours_per_week),
            sections: sections.collect(),
            assumed,
            basis: basis(deck),
        },
        sheet,
        timeline: Err(NO_DAYS),
        calendar: Err(NO_DAYS),
        diagram: Err(NO_ARROWS),
        record: serde_json::json!({ "deck": deck.slug.as_str(), "title": deck.title, "steps": records.collect::<Vec<_>>() }),
    }
}

fn blocks(number: usize, sources: &[Source], shown: &ShownStep, log: Option<&PollLog>) -> Vec<Block> {
    let mut blocks: Vec<Block> = shown.words.iter().cloned().map(Block::Paragraph).collect();
    blocks.push(Block::Picture(shown.picture.clone()));
    blocks.extend(shown.notes.iter().map(|note| Block::Paragraph(format!("Note: {note}"))));
    if let Some((question, answers)) = &shown.poll {
        blocks.push(Block::Paragraph(format!("Asked of the room: {question}")));
        let tallies: Vec<&Tally> = log.into_iter().flat_map(|log| log.of_step(number)).collect();
        if tallies.is_empty() {
            blocks.push(Block::List(answers.to_vec()));
        }
        blocks.extend(tallies.into_iter().map(|tally| Block::Table(counted(tally))));
    }
    if !sources.is_empty() {
        blocks.push(Block::List(sources.iter().map(told).collect()));
    }
    blocks
}

/// The answers of a room.
fn counted(tally: &Tally) -> Table {
    let hands = count(tally.all(), "hand");
    let caption = format!("{} (noted on {}, {hands})", tally.question, dates::day(tally.at.date()));
    let mut table = Table::new(caption, &["Answer", "Hands"]).figures(1);
    for (answer, count) in tally.answers.iter().zip(tally.counts) {
        table.row(vec![answer.clone(), count.to_string()]);
    }
    table
}

fn told(source: &Source) -> String {
    format!("Source: {}, {}, {}", source.title, source.dated(), source.url)
}

/// What the deck's facts rest on, in one table.
fn basis(deck: &Deck) -> Vec<Block> {
    let words = "Figures of routes, roles and posts are reckoned by fingerpost from its data, where every row names its \
                 source or says that it is a judgement. What is said besides rests on the sources below.";
    let mut table = Table::new("Sources", &["Source", "Date", "Address"]);
    let mut sources: Vec<&Source> = deck.steps.iter().flat_map(|step| &step.sources).collect();
    sources.sort();
    sources.dedup();
    for source in sources {
        table.row(vec![source.title.clone(), source.dated(), source.url.clone()]);
    }
    let mut blocks = vec![Block::Paragraph(words.to_owned())];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    blocks
}
