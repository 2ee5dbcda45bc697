//! What every sign of the map means. The signs come from where the drawing takes them, so that the two never differ.

use super::signs::{self, Mark};
use crate::layout::Heading;
use crate::layout::joint::Stroke;
use crate::ui::look::{GlyphSet, Token};
use crate::ui::sheet::{Piece, piece};

/// Signs of one sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What sort.
    pub title: &'static str,
    /// The signs.
    pub signs: Vec<Sign>,
}

/// A sign, or several that mean the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// An example, as it is drawn.
    pub sample: Vec<Piece>,
    /// Every character that is drawn in this sense.
    pub drawn: String,
    /// What it means.
    pub words: &'static str,
}

fn sign(token: Token, sample: impl Into<String>, words: &'static str) -> Sign {
    let sample = sample.into();
    Sign { drawn: sample.clone(), sample: vec![piece(token, sample)], words }
}

impl Sign {
    /// The same sign, which is drawn with these characters as well.
    fn also(mut self, drawn: &str) -> Self {
        self.drawn.push_str(drawn);
        self
    }
}

/// Every sign of the map, and what it means.
#[must_use]
pub fn sections(glyphs: GlyphSet) -> Vec<Section> {
    vec![
        Section { title: "Roles", signs: roles(glyphs) },
        Section { title: "Moves", signs: moves(glyphs) },
        Section { title: "Families and levels", signs: matrix(glyphs) },
        Section { title: "Around the map", signs: edges(glyphs) },
        Section { title: "Colours, which never tell anything alone", signs: colours() },
    ]
}

fn roles(glyphs: GlyphSet) -> Vec<Sign> {
    let framed = |frame: signs::Frame| {
        let [top_left, top_right, bottom_right, bottom_left] = frame.corners;
        let sample = format!("{}role{}", frame.upright, frame.upright);
        let rest: String = [top_left, top_right, bottom_right, bottom_left, frame.across].iter().collect();
        (sample, rest)
    };
    let [(other, other_rest), (selected, selected_rest)] = signs::frames(glyphs).map(framed);
    let mark = |mark, token, words| sign(token, signs::mark(glyphs, mark).to_string(), words);
    vec![
        sign(Token::Strong, selected, "the selected role").also(&selected_rest),
        sign(Token::Text, other, "a role next to it, or on the route").also(&other_rest),
        sign(Token::Strong, "role", "the same, where there is no room for frames"),
        sign(Token::Dim, "role", "any other role"),
        sign(Token::Dim, "+2", "two more roles here that are not named"),
        sign(Token::Dim, "2", "in a folded lane: two roles"),
        mark(Mark::Me, Token::Me, "the role you hold"),
        mark(Mark::Target, Token::Target, "the role you want"),
        mark(Mark::Challenged, Token::Challenged, "has posts in challenged organisations"),
    ]
}

fn moves(glyphs: GlyphSet) -> Vec<Sign> {
    let arrow = |stroke| {
        let line = signs::across(glyphs, stroke).to_string().repeat(3);
        format!("{line}{}", signs::arrow(glyphs, Heading::Right, stroke))
    };
    let heads = |stroke| Heading::ALL.map(|heading| signs::arrow(glyphs, heading, stroke)).iter().collect::<String>();
    let (over, under) = (signs::upright(glyphs, Stroke::Light), signs::across(glyphs, Stroke::Light));
    let broken = signs::upright(glyphs, Stroke::Broken);
    let openings: String = signs::frames(glyphs).map(|frame| frame.leaves_right[0]).iter().collect();
    vec![
        sign(Token::Near, arrow(Stroke::Light), "a move: it ends where the arrow points").also(&heads(Stroke::Light)),
        sign(Token::Route, arrow(Stroke::Heavy), "a step of your route").also(&heads(Stroke::Heavy)),
        sign(Token::Near, arrow(Stroke::Broken), "an exceptional move: somebody made it, nobody should count on it")
            .also(&broken.to_string()),
        sign(Token::Near, signs::joined(glyphs), "lines that part or meet: they share the selected role as an end")
            .also(&signs::joints(glyphs)),
        sign(Token::Near, format!("{under}{over}{under}"), "a line that is interrupted passes below the other: a bridge"),
        sign(Token::Text, openings, "where a line leaves a role's frame")
            .also(&signs::openings(glyphs)),
    ]
}

fn matrix(glyphs: GlyphSet) -> Vec<Sign> {
    let arrow = |stroke| super::matrix::arrow(glyphs, stroke);
    let step = signs::mark(glyphs, Mark::Step);
    let head = signs::arrow(glyphs, Heading::Right, Stroke::Light);
    vec![
        sign(Token::Text, "5", "so many roles of this family stand on this level"),
        sign(Token::Selected, "[5]", "the selected role is one of them"),
        sign(Token::Faint, signs::nobody(glyphs).to_string(), "no role"),
        sign(Token::Faint, arrow(Stroke::Light), "so many moves lead up to the next roles of the family"),
        sign(Token::Dim, arrow(Stroke::Heavy), "the same, where there are many: at most every fourth arrow"),
        sign(Token::Near, format!("{head}2"), "before a number: moves that lead here from the selected family and level"),
        sign(Token::Near, format!("2{head}"), "behind a number: moves that lead from here to the selected one"),
        sign(Token::Route, format!("{step}2"), "the second role of your route is here"),
    ]
}

fn edges(glyphs: GlyphSet) -> Vec<Sign> {
    let pointers: String = "↑↓←→".chars().map(|c| glyphs.sign(c)).collect();
    let cut = glyphs.sign('…').to_string();
    vec![
        sign(Token::Strong, pointers, "before a level or a lane: the selected role's; before a role: outside the window, that way"),
        sign(Token::Text, cut, "a name goes on here but has no room"),
    ]
}

fn colours() -> Vec<Sign> {
    let means = |token, words| sign(token, "colour", words);
    vec![
        means(Token::Near, "ways into and out of the selected role"),
        means(Token::Route, "your route and your target; posts in challenged organisations"),
        means(Token::Selected, "selected"),
        means(Token::Dim, "the rest"),
    ]
}
