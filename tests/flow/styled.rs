//! A screen as text, and its styles by the names of their tokens, so that a lost highlight fails a test and another
//! shade does not.

use std::fmt::Write as _;

use fingerpost::ui::{GlyphSet, Look, Token};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

/// A look in which every token can be told from the cell it was drawn in.
pub fn look(glyphs: GlyphSet) -> Look {
    let style = |token: Token| match token {
        Token::Text => Style::new(),
        Token::Selected => Style::new().add_modifier(Modifier::REVERSED),
        Token::Matched => Style::new().add_modifier(Modifier::UNDERLINED),
        _ => Style::new().fg(Color::Indexed(token as u8)),
    };
    Look::of_styles(style, glyphs)
}

fn name(cell: &Cell) -> String {
    let mut names = Vec::new();
    if let Color::Indexed(number) = cell.fg {
        names.push(Token::ALL[usize::from(number)].name());
    }
    for (modifier, token) in [(Modifier::REVERSED, Token::Selected), (Modifier::UNDERLINED, Token::Matched)] {
        if cell.modifier.contains(modifier) {
            names.push(token.name());
        }
    }
    names.join("+")
}

/// The text, rows without the spaces at their end.
pub fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut row = String::new();
        let mut x = buffer.area.left();
        while x < buffer.area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol).max(1)).unwrap_or(1);
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// The text, then for each row the runs of cells that have a style: `3: 5-20 selected`.
pub fn screen(buffer: &Buffer) -> String {
    let mut screen = text(buffer);
    screen.push_str("--\n");
    for y in buffer.area.top()..buffer.area.bottom() {
        let mut runs: Vec<(u16, u16, String)> = Vec::new();
        for x in buffer.area.left()..buffer.area.right() {
            let name = name(&buffer[(x, y)]);
            match runs.last_mut() {
                Some((_, end, last)) if *last == name => *end = x,
                _ => runs.push((x, x, name)),
            }
        }
        let told: Vec<String> = runs
            .into_iter()
            .filter(|(_, _, name)| !name.is_empty())
            .map(|(from, to, name)| format!("{from}-{to} {name}"))
            .collect();
        if !told.is_empty() {
            writeln!(screen, "{y}: {}", told.join(", ")).expect("a string takes all");
        }
    }
    screen
}
