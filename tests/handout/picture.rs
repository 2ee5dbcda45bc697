//! The timeline: a picture that can be painted, read out, and printed without colour.

use fingerpost::handout::{Bar, BarKind, Format, Timeline};
use jiff::civil::{Date, date};

use super::{ROUTE, text};

#[test]
fn it_can_be_painted_and_read_out() {
    let svg = text(&ROUTE, Format::Svg);
    assert!(fingerpost::picture::png(&svg).expect("it can be painted").len() > 10_000);
    assert!(svg.contains("<title id=\"timeline-title\">Ward manager (sister or charge nurse) to"));
    for words in ["Roles: ", "Study: ", "Pay a year"] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(svg.contains(">2028</text>") && svg.contains(">Ward manager (sister or charge nurse)</text>"));
}

#[test]
fn every_colour_is_a_grey() {
    let svg = text(&ROUTE, Format::Svg);
    for (at, _) in svg.match_indices("=\"#") {
        let colour = &svg[at + 3..at + 9];
        assert!(colour[..2] == colour[2..4] && colour[2..4] == colour[4..], "#{colour}");
    }
}

/// The places of all bars and texts are in the picture, also for odd spans of time.
#[test]
fn everything_stands_inside() {
    let spans: [(Date, Date); 4] = [
        (date(2026, 11, 22), date(2026, 11, 22)),
        (date(2026, 11, 22), date(2026, 11, 29)),
        (date(2026, 11, 22), date(2086, 1, 1)),
        (Date::MAX, Date::MAX),
    ];
    for (from, to) in spans {
        let label = "A role with a name that is longer than any bar could ever hold ".repeat(4);
        let bar = |kind, end| Bar { kind, label: label.clone(), from, to: end };
        let mut handout = ROUTE.clone();
        handout.timeline = Ok(Timeline {
            title: "t".to_owned(),
            description: "d".to_owned(),
            from,
            to,
            bars: vec![bar(BarKind::Role, Some(to)), bar(BarKind::Role, None), bar(BarKind::Study, Some(to))],
            marked: "Checks",
            marks: Vec::new(),
            pay: Vec::new(),
        });
        let svg = text(&handout, Format::Svg);
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{from} to {to}");
        for (at, found) in svg.match_indices(" x=\"") {
            let rest = &svg[at + found.len()..];
            let x: f32 = rest[..rest.find('"').expect("an end")].parse().expect("a number");
            assert!((0.0..=720.0).contains(&x), "{x}");
        }
    }
}
