//! The numbers that stand for roles without a name; with a filter they say how many of them it lets through.

use std::collections::BTreeMap;

use crate::app::map::filter::{Manner, Sifted};
use crate::layout::near::lanes::{Fold, LaneBand};
use crate::layout::near::map::Tally;
use crate::layout::{Cell, Picture, wrap};
use crate::ui::look::Token;
use crate::ui::map::Sight;
use crate::ui::map::sheet::Sheet;

/// Draws every number.
pub fn draw(sight: &Sight<'_>, picture: &Picture, sheet: &mut Sheet<'_, '_>) {
    let left = sight.sieve.sifted().map(|sifted| Left::new(sight, picture, sifted));
    let is_hiding = sight.sieve.manner() == Manner::Hide;
    for tally in &picture.layout.tallies {
        let passing = left.as_ref().map_or(tally.roles, |left| left.of(picture, tally));
        let token = if passing == 0 { Token::Faint } else { Token::Dim };
        let style = sheet.canvas().look().style(token);
        let words = match passing {
            0 if is_hiding => continue,
            _ => words(picture, tally, passing),
        };
        sheet.text(Cell { y: tally.area.y, x: tally.area.x }, &words, style);
    }
}

/// `+5`, or of those that pass: `+2 of 5`, `2/5`, whatever has room.
fn words(picture: &Picture, tally: &Tally, passing: usize) -> String {
    let (all, lead) = (tally.roles, if tally.fold == Fold::Open { '+' } else { ' ' });
    if passing == all {
        return wrap::cut(&format!("{lead}{all}"), tally.area.width);
    }
    let long = [format!("{lead}{passing} of {all}"), format!("{lead}{passing}/{all}"), format!("{passing}/{all}")];
    let room = room(picture, tally);
    let roomiest = match (passing, tally.fold) {
        (0, Fold::Open) => 2,
        (0, _) => 1,
        _ => 0,
    };
    let fitting = long[roomiest..].iter().find(|words| wrap::width(words) <= room);
    fitting.cloned().unwrap_or_else(|| wrap::cut(&long[2], room))
}

/// The cells of a number and the free ones behind it, up to the end of its column.
fn room(picture: &Picture, tally: &Tally) -> u16 {
    let area = tally.area;
    let column = picture.layout.columns.iter().find(|column| column.x == area.x);
    let end = column.map_or(area.right(), |column| column.x + column.width);
    let is_taken = |&x: &u16| picture.wiring.joints.contains_key(&Cell { y: area.y, x });
    let free = (area.right()..end.max(area.right())).find(is_taken).map_or(end, |taken| taken.saturating_sub(1));
    free.max(area.right()).saturating_sub(area.x)
}

/// How many of the roles that have no name pass.
struct Left<'a> {
    sifted: &'a Sifted,
    /// How many of those that have one are shown, by lane and level.
    named: BTreeMap<(usize, usize), usize>,
}

impl<'a> Left<'a> {
    fn new(sight: &Sight<'_>, picture: &Picture, sifted: &'a Sifted) -> Self {
        let levels = &sight.pack.tables().levels;
        let mut named = BTreeMap::new();
        for &role in picture.layout.boxes.keys().filter(|&&role| sifted.shown().contains(role)) {
            let role = sight.pack.role(role);
            let level = levels.iter().position(|level| level.number == role.level).unwrap_or(0);
            *named.entry((role.family.index(), level)).or_insert(0) += 1;
        }
        Self { sifted, named }
    }

    fn of(&self, picture: &Picture, tally: &Tally) -> usize {
        let stands_in = |band: &&LaneBand| (band.y..band.y + band.height).contains(&tally.area.y);
        let lanes = picture.layout.lanes.iter().find(stands_in).map_or(0..0, |band| band.lanes.clone());
        let level = picture.layout.columns.iter().position(|column| column.x == tally.area.x).unwrap_or(0);
        let unnamed = |lane| {
            let named = self.named.get(&(lane, level)).copied().unwrap_or(0);
            self.sifted.left_in(lane, level).saturating_sub(named)
        };
        lanes.map(unnamed).sum()
    }
}
