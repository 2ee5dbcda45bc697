//! What the signs mean, in plain words.

use super::frames::{Frame, frame, route_frame, selected_frame};
use super::lines::{ASKED, EXCEPTIONAL, MANAGEMENT, PLAIN, ROUTE, SECTOR, choice};
use super::marks::{Mark, dimmed, mark};
use crate::layout::Heading;
use crate::layout::slips::{Gate, Standing};
use crate::ui::look::{GlyphSet, Token};
use crate::ui::standing;

/// A sign of the map and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The sign as it stands on the map.
    pub sign: String,
    /// How it is coloured.
    pub token: Token,
    /// What it means, in plain words.
    pub meaning: &'static str,
}

/// The legend of the lines, the likeliest to be met first.
#[must_use]
pub fn line_legend(glyphs: GlyphSet) -> Vec<Entry> {
    let lines = [(ROUTE, Token::Route), (PLAIN, Token::Near), (MANAGEMENT, Token::Near), (SECTOR, Token::Near)];
    let lines = lines.into_iter().chain([(EXCEPTIONAL, Token::Near)]).map(|(signs, token)| {
        let (across, head) = (signs.across[choice(glyphs)], signs.arrows[choice(glyphs)][Heading::Right as usize]);
        Entry { sign: format!("{across}{across}{head}"), token, meaning: signs.meaning }
    });
    let at = choice(glyphs);
    let crossing = Entry {
        sign: ["─│─", "-|-"][at].to_owned(),
        token: Token::Near,
        meaning: "two lines that cross: they have nothing to do with each other",
    };
    let joint =
        Entry { sign: ["├─ ┬", "}- +"][at].to_owned(), token: Token::Near, meaning: "a line that divides" };
    lines.chain([joint, crossing]).collect()
}

/// The legend of boxes, marks and numbers.
#[must_use]
pub fn box_legend(glyphs: GlyphSet) -> Vec<Entry> {
    let sample = |frame: Frame| format!("{}{}{}", frame.corners[0], frame.across, frame.corners[1]);
    let entry = |sign: String, token, meaning| Entry { sign, token, meaning };
    vec![
        entry(sample(selected_frame(glyphs)), Token::Strong, "the role you look at"),
        entry(sample(frame(glyphs)), Token::Near, "a role one move from it or to it"),
        entry(sample(route_frame(glyphs)), Token::Route, "a role on your route, with the number of the step"),
        entry(mark(glyphs, Mark::Me).to_string(), Token::Me, "the role you hold"),
        entry(mark(glyphs, Mark::Target).to_string(), Token::Target, "the role you want"),
        entry(mark(glyphs, Mark::Challenged).to_string(), Token::Challenged, "posts in challenged organisations"),
        entry("+2".to_owned(), Token::Dim, "so many more roles of this lane and level"),
        entry("+2 of 5".to_owned(), Token::Dim, "five more roles, two of which pass the filter"),
        entry(
            dimmed(glyphs).to_string().repeat(2),
            Token::Faint,
            "around or before a role that does not pass the filter",
        ),
        entry("Finance 6".to_owned(), Token::Dim, "a folded lane with so many roles"),
    ]
}

/// The legend of what stands between the columns.
#[must_use]
pub fn between_legend(glyphs: GlyphSet) -> Vec<Entry> {
    let state = |standing, meaning| {
        let (sign, token, _) = standing::told(standing);
        Entry { sign: glyphs.sign(sign).to_string(), token, meaning }
    };
    let gate = |gate, words: &str, meaning| Entry {
        sign: format!("{} {words}", mark(glyphs, Mark::Gate(gate))),
        token: Token::Dim,
        meaning,
    };
    let (across, head) = (ASKED.across[choice(glyphs)], ASKED.arrows[choice(glyphs)][Heading::Right as usize]);
    vec![
        Entry { sign: format!("{across}{across}{head}"), token: Token::Dim, meaning: ASKED.meaning },
        state(Standing::Met, "held, or met in another way"),
        state(Standing::Unmet, "not held"),
        state(Standing::OnAppointment, "settled by a check on appointment"),
        state(Standing::Waived, "does not count: nobody can meet it yet"),
        state(Standing::Untold, "one of several that is not needed, or nobody has said who asks"),
        gate(Gate::AllOf, "all of", "everything below it is asked for"),
        gate(Gate::OneOf, "one of", "one of those below it is enough"),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{box_legend, line_legend};
    use crate::ui::look::GlyphSet;

    #[test]
    fn every_sort_of_line_has_a_sign_of_its_own() {
        for glyphs in [GlyphSet::Unicode, GlyphSet::Ascii] {
            let entries = [line_legend(glyphs), box_legend(glyphs)].concat();
            let signs: BTreeSet<&str> = entries.iter().map(|entry| entry.sign.as_str()).collect();
            assert_eq!(signs.len(), entries.len(), "{glyphs:?}");
            assert!(glyphs == GlyphSet::Unicode || signs.iter().all(|sign| sign.is_ascii()));
        }
    }
}
