//! A post's package, line by line: the advert's own words, what frameworks give and whether it holds here, what nobody
//! promises. What a source says and what is not said never look alike.

use crate::app::App;
use crate::domain::offer::{Applies, Line, Package, Sign};
use crate::domain::post::Post;
use crate::ui::look::Token;
use crate::ui::sheet::{Sheet, piece};

/// Writes the package: what holds first, then what nobody promises, what nobody can tell of, what is not for this post.
/// A reason that several lines share is given once.
pub fn write(app: &App, sheet: &mut Sheet, post: &Post) {
    let package = Package::of(app.pack(), post);
    let lines = |part: Part| package.lines.iter().filter(move |line| Part::of(line) == part);
    sheet.heading("What it offers, line by line");
    if post.package.is_empty() {
        sheet.text(Token::Dim, "The advert names nothing beyond pay.");
    }
    for part in [Part::Holds, Part::Unsaid] {
        lines(part).for_each(|line| one(sheet, line, Reason::Beside));
    }
    for (part, heading) in [(Part::Unknown, "Perhaps; nobody can tell"), (Part::Not, "Not for this post")] {
        let mut reasons: Vec<String> = Vec::new();
        for line in lines(part) {
            let words = line.applies().words();
            if !reasons.contains(&words) {
                reasons.push(words);
            }
        }
        if !reasons.is_empty() {
            sheet.heading(heading);
        }
        for reason in reasons {
            for line in lines(part).filter(|line| line.applies().words() == reason) {
                one(sheet, line, Reason::Below);
            }
            sheet.hanging(&[piece(Token::Dim, "  = ")], Token::Dim, &reason);
        }
    }
}

/// The parts of a package, as they are told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Holds,
    Unsaid,
    Unknown,
    Not,
}

impl Part {
    fn of(line: &Line<'_>) -> Self {
        match (line, line.applies()) {
            (Line::Unsaid(_), _) => Self::Unsaid,
            (_, Applies::Yes | Applies::AsRead { .. }) => Self::Holds,
            (_, Applies::Unknown { .. }) => Self::Unknown,
            (_, Applies::No { .. }) => Self::Not,
        }
    }
}

/// Where it stands why a line holds or does not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    Beside,
    Below,
}

fn one(sheet: &mut Sheet, line: &Line<'_>, reason: Reason) {
    let part = Part::of(line);
    let is_advert = line.provision().is_none();
    let (sign, token) = match part {
        Part::Unsaid => ("? ", Token::Assumed),
        Part::Not => ("✗ ", Token::Dim),
        _ if is_advert => ("· ", Token::Text),
        _ => match line.sign() {
            Sign::For => ("+ ", Token::Good),
            Sign::Against => ("− ", Token::Bad),
            Sign::Open => ("? ", Token::Assumed),
        },
    };
    sheet.hanging(&[piece(token, sign)], if part == Part::Not { Token::Dim } else { Token::Text }, line.text());
    if part == Part::Unsaid {
        return;
    }
    let basis = if is_advert { "from the advert" } else { line.basis() };
    let firm = line.validity().map_or(String::new(), |validity| validity.to_string());
    let why = if is_advert || reason == Reason::Below { String::new() } else { line.applies().words() };
    let words: Vec<String> =
        [basis.to_owned(), line.date().to_owned(), firm, why].into_iter().filter(|words| !words.is_empty()).collect();
    sheet.hanging(&[piece(Token::Text, "  ")], Token::Dim, &words.join(" · "));
}
