//! HTML and Markdown, read back.

use fingerpost::handout::Format;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::{HOSTILE, ROUTE, hostile, text};

/// The elements of a page in order, with their attributes as text, and all its text.
fn read(html: &str) -> (Vec<(String, String)>, String) {
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = true;
    let (mut elements, mut said) = (Vec::new(), String::new());
    let mut open = 0_i32;
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                open += 1;
                elements.push(parts(&tag));
            }
            Event::Empty(tag) => elements.push(parts(&tag)),
            Event::End(_) => open -= 1,
            Event::Text(words) => said.push_str(&words),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "every element is closed");
    (elements, said)
}

fn parts(tag: &quick_xml::events::BytesStart<'_>) -> (String, String) {
    let name = tag.name().as_ref().to_owned();
    (name, tag.attributes_raw().to_owned())
}

#[test]
fn the_page_can_be_read_out() {
    let html = text(&ROUTE, Format::Html);
    let (elements, _) = read(&html);
    let all = |name: &str| {
        elements.iter().filter(|(other, _)| other == name).map(|(_, more)| more.as_str()).collect::<Vec<_>>()
    };
    assert!(all("html")[0].contains("lang=\"en-GB\""));
    assert_eq!(all("h1").len(), 1);
    assert!(all("h2").len() >= 4);
    assert_eq!(all("table").len(), all("caption").len(), "every table has a caption");
    assert!(all("th").iter().all(|more| more.contains("scope=")), "every head says what it is the head of");
    assert!(all("th").iter().any(|more| more.contains("scope=\"row\"")));
    assert!(all("svg")[0].contains("role=\"img\"") && !all("title").is_empty() && !all("desc").is_empty());
    let levels: Vec<&str> =
        elements.iter().map(|(name, _)| name.as_str()).filter(|name| ["h1", "h2", "h3"].contains(name)).collect();
    assert_eq!(levels.first(), Some(&"h1"));
}

#[test]
fn the_page_runs_nothing_and_asks_the_net_for_nothing() {
    for html in [text(&ROUTE, Format::Html), text(&hostile(HOSTILE[0]), Format::Html)] {
        let (elements, _) = read(&html);
        for (name, more) in &elements {
            let loads = ["script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use"];
            assert!(!loads.contains(&name.as_str()), "{name}");
            assert!(!more.contains(" on") && !more.contains("src=") && !more.contains("style="), "{name} {more}");
        }
        assert!(!html.contains("@import") && !html.contains("url("));
    }
}

#[test]
fn hostile_words_stay_words() {
    for words in HOSTILE {
        read(&text(&hostile(words), Format::Html));
    }
}

/// WCAG's contrast of every colour of text against white.
#[test]
fn text_stands_out_at_seven_to_one() {
    let html = text(&ROUTE, Format::Html);
    let style = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a style");
    let colours = style.match_indices("color: #").map(|(at, found)| &style[at + found.len()..at + found.len() + 6]);
    let mut seen = 0;
    for colour in colours.filter(|colour| *colour != "ffffff") {
        seen += 1;
        let ratio = 1.05 / (luminance(colour) + 0.05);
        assert!(ratio >= 7.0, "#{colour} has {ratio:.1} to 1");
    }
    assert!(seen >= 3);
    assert!(1.05 / (luminance("1a1a1a") + 0.05) >= 7.0 && html.contains("fill=\"#1a1a1a\""), "the timeline's ink");
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

#[test]
fn markdown_has_one_title_and_tables_with_as_many_cells_in_every_row() {
    for markdown in [text(&ROUTE, Format::Markdown), text(&hostile(HOSTILE[2]), Format::Markdown)] {
        assert_eq!(markdown.lines().filter(|line| line.starts_with("# ")).count(), 1);
        let mut columns = None;
        for line in markdown.lines() {
            if !line.starts_with('|') {
                columns = None;
                continue;
            }
            let cells = line.replace("\\|", "").matches('|').count();
            assert_eq!(*columns.get_or_insert(cells), cells, "{line}");
        }
    }
}
