//! The board under the cursor in words: how it stands, its organisations, its posts.

use super::shades;
use crate::app::boards::{Sight, words};
use crate::app::hit::Target;
use crate::domain::board::standing::members;
use crate::domain::board::{Member, region_of_tile};
use crate::domain::id::{PostId, TileId};
use crate::domain::place::Life;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::sheet::{Sheet, piece};

/// The words about a board; `posts` are those of it that the table lists or would list, the first ones first.
pub fn write(sight: &Sight<'_>, glyphs: GlyphSet, sheet: &mut Sheet, tile: TileId, posts: &[PostId]) {
    let pack = sight.pack;
    sheet.text(Token::Strong, words::name(pack, tile));
    let year = sight.view.arrangement.year();
    let region = region_of_tile(pack, tile).map_or_else(String::new, |region| format!(" · {}", region.title));
    sheet.text(Token::Dim, &format!("Integrated care board of {year}{region} · {}", pack.tile(tile).ods));
    let standing = words::standing(&sight.boards.standing(tile));
    sheet.text(Token::Text, &capital(&standing));
    sheet.heading("Organisations");
    for member in members(pack, sight.boards.homes(), tile) {
        organisation(sight, glyphs, sheet, &member);
    }
    listed(sight, sheet, tile, posts);
    sheet.heading("The segments");
    if let Some(periods) = words::periods(pack) {
        sheet.text(Token::Dim, &format!("Latest published: {periods}. 1 is best; 4 counts as challenged here."));
    }
    for source in words::sources(pack) {
        sheet.text(Token::Dim, &format!("From: {source}"));
    }
    if let Some(unseen) = words::unseen(pack) {
        sheet.text(Token::Dim, &unseen);
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn organisation(sight: &Sight<'_>, glyphs: GlyphSet, sheet: &mut Sheet, member: &Member<'_>) {
    let pack = sight.pack;
    let organisation = pack.organisation(member.organisation);
    let segment = member.rated.map(|(segment, _)| segment);
    let token = if member.counts() { shades::token(segment) } else { Token::Faint };
    let mark = if member.is_challenged() { "◆ " } else { "  " };
    let sign = shades::sign(glyphs, segment);
    let lead = [piece(Token::Challenged, mark), piece(token, format!("{sign}{} ", shades::digit(segment)))];
    let mut said = vec![organisation.name.clone(), words::sector(&organisation.sector)];
    match (member.life, member.rated) {
        (Life::Closed, Some((_, period))) => said.push(format!("closed, last rated {period}, not counted")),
        (Life::Closed, None) => said.push("closed".to_owned()),
        (Life::Planned, _) => said.push("yet to open".to_owned()),
        (Life::Current, Some((_, period))) => said.push(period.to_owned()),
        (Life::Current, None) => said.push("no segment found".to_owned()),
    }
    let arrangement = sight.view.arrangement;
    let home = sight.boards.homes().home(member.organisation, arrangement);
    said.extend(home.and_then(words::grounds).map(str::to_owned));
    said.retain(|part| !part.is_empty());
    let token = if member.counts() { Token::Text } else { Token::Dim };
    sheet.hanging(&lead, token, &said.join(", "));
}

/// The posts of the board, those that the table lists first.
fn listed(sight: &Sight<'_>, sheet: &mut Sheet, tile: TileId, posts: &[PostId]) {
    let tally = sight.tally(tile);
    sheet.heading(capital(&words::posts(tally)));
    for id in posts {
        let post = sight.pack.post(*id);
        let words = format!("{}, {}", post.title, post.employer);
        sheet.hanging_to(&[piece(Token::Text, "· ")], Token::Text, &words, Some(Target::Post(*id)));
    }
    let more = usize::try_from(tally.listed).unwrap_or(usize::MAX).saturating_sub(posts.len());
    if more > 0 {
        sheet.text(Token::Dim, &format!("and {more} more"));
    }
}
