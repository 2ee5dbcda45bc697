//! Who offers a post, and how the Oversight Framework has rated them.

use crate::app::App;
use crate::domain::Pack;
use crate::domain::id::OrganisationId;
use crate::domain::post::{Post, Standing};
use crate::domain::segment::history;
use crate::ui::look::Token;
use crate::ui::sheet::{Sheet, piece};

/// Writes the employer, what is known of them and their segments.
pub fn write(app: &App, sheet: &mut Sheet, post: &Post) {
    let pack = app.pack();
    let organisation = post.organisation.map(|id| pack.organisation(id));
    sheet.text(Token::Strong, &post.employer);
    let mut facts: Vec<String> = Vec::new();
    if let Some(organisation) = organisation {
        if !organisation.name.is_empty() && organisation.name != post.employer {
            facts.push(organisation.name.clone());
        }
        facts.push(organisation.sector.replace('-', " "));
        facts.push(organisation.icb.clone());
    } else {
        facts.push("not among the organisations of the pack".to_owned());
    }
    facts.extend([post.region.clone(), post.town.clone()]);
    facts.retain(|fact| !fact.is_empty());
    sheet.text(Token::Dim, &facts.join(" · "));
    segment(sheet, post);
    if let Some(id) = post.organisation {
        segments(pack, sheet, id);
    }
}

fn segment(sheet: &mut Sheet, post: &Post) {
    let period = if post.segment_period.is_empty() { String::new() } else { format!(" ({})", post.segment_period) };
    match (post.standing, post.segment) {
        (Standing::Challenged, Some(segment)) => {
            let words = format!("challenged: segment {segment}{period}");
            sheet.hanging(&[piece(Token::Challenged, "◆ ")], Token::Challenged, &words);
        }
        (Standing::Challenged, None) => {
            sheet.hanging(&[piece(Token::Challenged, "◆ ")], Token::Challenged, "challenged; its segment is not known");
        }
        (Standing::Ordinary, Some(segment)) => sheet.text(Token::Text, &format!("Segment {segment}{period}")),
        (Standing::Ordinary, None) => sheet.text(Token::Dim, "Its segment is not known"),
    }
}

/// The ratings quarter by quarter: a digit each, the quarters in words after them.
fn segments(pack: &Pack, sheet: &mut Sheet, id: OrganisationId) {
    let records = history(pack, id);
    let (Some(first), Some(last)) = (records.first(), records.last()) else { return };
    let digits: Vec<String> =
        records.iter().filter_map(|record| record.segment).map(|segment| segment.to_string()).collect();
    let span =
        if first.period == last.period { first.period.clone() } else { format!("{} to {}", first.period, last.period) };
    let lead = [piece(Token::Dim, "Segments "), piece(Token::Strong, format!("{} ", digits.join(" ")))];
    sheet.hanging(&lead, Token::Dim, &format!("{span}; 1 is best"));
    if last.segment == Some(4) {
        sheet.text(Token::Dim, "The published table stops at 4: whether this is segment 5 it does not show.");
    }
}

/// Where the organisation's newest rating is from.
pub fn source(pack: &Pack, sheet: &mut Sheet, post: &Post) {
    let Some(id) = post.organisation else { return };
    if let Some(last) = history(pack, id).last() {
        let words = [&last.framework, &last.period, &last.provenance.source];
        let words: Vec<&str> = words.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        sheet.text(Token::Dim, &format!("Segments: {}", words.join(", ")));
    }
}
