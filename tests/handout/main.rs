//! Handouts: every kind in every format, read back by readers that are not fingerpost's own.

mod appraisal;
mod calendar;
mod deck;
mod diagram;
mod every;
mod page;
mod pages;
mod picture;
mod plan;
mod program;
mod sheet;

use fingerpost::domain::Pack;
use fingerpost::domain::person::{Person, Record};
use fingerpost::domain::planner::{self, Circumstances, Course, Criterion, MovesAllowed, Question};
use fingerpost::domain::quantity::Weeks;
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::handout::{
    self, About, Align, Block, Column, Document, Fact, Format, Handout, Missing, Section, Sheet, Table,
};
use jiff::civil::{Date, date};
use std::sync::LazyLock;

/// The day on which all handouts here are made.
const TODAY: Date = date(2026, 11, 22);

static ENGLAND: LazyLock<Pack> =
    LazyLock::new(|| fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the England pack is sound"));

fn question(from: &str, to: &str, ruleset: Ruleset) -> Question {
    let pack = &*ENGLAND;
    let person = Person {
        role: pack.find_role(from).expect("a role"),
        served: Weeks::ZERO,
        have: std::collections::BTreeSet::new(),
        hours_per_week: pack.tables().hours_per_week,
        waived: std::collections::BTreeSet::new(),
        record: Record::RoleOnly,
    };
    Question {
        circumstances: Circumstances { person, ruleset, moves: MovesAllowed::Usual, terms: None },
        target: pack.find_role(to).expect("a role"),
        course: Course::Any,
        criteria: Criterion::DEFAULT.to_vec(),
        alternatives: 0,
        max: None,
    }
}

/// The fastest route of a ward manager to the chief executive's office under the review.
static ROUTE: LazyLock<Handout> = LazyLock::new(|| {
    let question = question("ward-manager", "trust-chief-executive", Ruleset::Review);
    let answer = planner::routes(&ENGLAND, &question);
    handout::route(&ENGLAND, &question, &answer, 1, TODAY).expect("there is a route")
});

fn text(handout: &Handout, format: Format) -> String {
    String::from_utf8(handout.write(format).expect("this format fits")).expect("text")
}

/// A handout of a kind that fingerpost does not have, with hostile words everywhere: the model needs no change for it.
fn hostile(words: &str) -> Handout {
    let mut table = Table::new(words, &[words, "n"]).figures(1);
    table.row(vec![words.to_owned(), "1".to_owned()]);
    let mut sheet = Sheet::new(&["Words"]);
    sheet.row("appraisal", words, vec![words.to_owned()]);
    let mut diagram = handout::Diagram::default();
    let (a, b) = (diagram.node(words, words), diagram.node("b", ""));
    diagram.arrow(a, b, words);
    let event =
        handout::Event { identity: words.to_owned(), on: TODAY, title: words.to_owned(), details: words.to_owned() };
    Handout {
        stem: "hostile".to_owned(),
        document: Document {
            title: words.to_owned(),
            lead: words.to_owned(),
            about: About::new(&ENGLAND, Ruleset::Today, TODAY, ENGLAND.tables().hours_per_week),
            sections: vec![Section::new(
                words,
                vec![Block::Paragraph(words.to_owned()), Block::List(vec![words.to_owned()]), Block::Table(table)],
            )],
            assumed: vec![words.to_owned()],
            basis: vec![Block::Paragraph(words.to_owned())],
        },
        sheet,
        timeline: Err(Missing("no timeline")),
        calendar: Ok(handout::Calendar { title: words.to_owned(), events: vec![event] }),
        diagram: Ok(diagram),
        record: serde_json::json!({ "words": words }),
    }
}

/// Words that mean something to one format or another.
const HOSTILE: [&str; 8] = [
    "</td><script>alert(1)</script>&amp;<!-- ]]>",
    "=HYPERLINK(\"http://x\",\"y\")",
    "a | b\n# no heading\n* nor list `code` [link](http://x)",
    "BEGIN:VEVENT\r\nSUMMARY:two; three, four\\",
    "\"]; graph { \\\" } %%{init: {}}%% end --> subgraph",
    "\u{1b}[31mred\u{0}\u{9b}\u{202e}turned\u{feff}\u{e000}\u{fffe}",
    "🎓 表 العربية ß é £ – ’",
    "averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword",
];

#[test]
fn the_parts_of_a_document_are_plain_data() {
    let column = Column { title: "Cost".to_owned(), align: Align::Right };
    assert_eq!(Table::new("t", &["Cost"]).figures(0).columns, [column]);
    assert_eq!(Fact::new("Date", "22 Nov 2026").value, "22 Nov 2026");
}
