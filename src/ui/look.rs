//! How things look: what a piece of the screen means (a token) as a style, and the signs that are drawn.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means. Themes give each a style; nothing is told by the style alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    /// Ordinary text: the terminal's own colours.
    Text,
    /// Headings and what matters most.
    Strong,
    /// What is less important.
    Dim,
    /// The least important lines of the map.
    Faint,
    /// The selected line or box.
    Selected,
    /// The letters that a search matched.
    Matched,
    /// Frames of panes.
    Border,
    /// The frame of the pane that has the keys.
    Focus,
    /// The tab of the screen that is shown.
    Tab,
    /// The name of a key.
    Key,
    /// The role held now.
    Me,
    /// The role wanted.
    Target,
    /// The route.
    Route,
    /// Ways into and out of the selected role.
    Near,
    /// Met, running, in favour.
    Good,
    /// Not met, retired, against.
    Bad,
    /// To be had on appointment; to be looked at.
    Pending,
    /// Proposed or being built: not there yet.
    Proposed,
    /// Assumed, not known.
    Assumed,
    /// A post in a challenged organisation.
    Challenged,
    /// Bars of time in a role.
    Bar,
    /// Bars of study.
    Study,
    /// A short message to the user.
    Notice,
}

impl Token {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Text,
        Self::Strong,
        Self::Dim,
        Self::Faint,
        Self::Selected,
        Self::Matched,
        Self::Border,
        Self::Focus,
        Self::Tab,
        Self::Key,
        Self::Me,
        Self::Target,
        Self::Route,
        Self::Near,
        Self::Good,
        Self::Bad,
        Self::Pending,
        Self::Proposed,
        Self::Assumed,
        Self::Challenged,
        Self::Bar,
        Self::Study,
        Self::Notice,
    ];

    /// Its name, for tests and documents.
    #[must_use]
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// A set of colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// For dark terminals.
    #[default]
    Dark,
    /// For light terminals.
    Light,
    /// Strong colours only.
    HighContrast,
    /// No colour at all; also what `NO_COLOR` asks for.
    Mono,
    /// Light on black whatever the terminal's own colours, for a projector in a dark room.
    ProjectorDark,
    /// Dark on white whatever the terminal's own colours, for a projector in a bright room.
    ProjectorLight,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Dark, Self::Light, Self::HighContrast, Self::Mono, Self::ProjectorDark, Self::ProjectorLight];

    /// Its id on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
            Self::ProjectorDark => "projector-dark",
            Self::ProjectorLight => "projector-light",
        }
    }

    /// The theme with this id.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.slug() == slug)
    }
}

/// How many colours a terminal can show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// The sixteen of old.
    Sixteen,
    /// The 256 of xterm.
    #[default]
    TwoHundredFiftySix,
    /// Every colour.
    True,
}

/// Which signs to draw with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum GlyphSet {
    /// Box drawing and a few signs that every common font has.
    #[default]
    Unicode,
    /// Plain ASCII.
    Ascii,
}

/// The styles and signs of one terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    styles: [Style; Token::ALL.len()],
    ground: Style,
    glyphs: GlyphSet,
}

impl Look {
    /// The look of a theme with so many colours and these signs.
    #[must_use]
    pub fn new(theme: Theme, depth: Depth, glyphs: GlyphSet) -> Self {
        Self { ground: ground(theme, depth), ..Self::of_styles(|token| style(theme, depth, token), glyphs) }
    }

    /// A look with styles of one's own.
    #[must_use]
    pub fn of_styles(style: impl Fn(Token) -> Style, glyphs: GlyphSet) -> Self {
        Self { styles: Token::ALL.map(style), ground: Style::new(), glyphs }
    }

    /// What everything is drawn on: the terminal's own colours, or those of a theme that brings its own.
    #[must_use]
    pub const fn ground(&self) -> Style {
        self.ground
    }

    /// The style of a token.
    #[must_use]
    pub fn style(&self, token: Token) -> Style {
        self.styles[token as usize]
    }

    /// Which signs to draw with.
    #[must_use]
    pub const fn glyph_set(&self) -> GlyphSet {
        self.glyphs
    }
}

/// A colour for each depth: one of the sixteen, one of the 256, and any.
type Colour = (Color, u8, (u8, u8, u8));

const fn at_depth(depth: Depth, colour: Colour) -> Color {
    let (sixteen, indexed, (red, green, blue)) = colour;
    match depth {
        Depth::Sixteen => sixteen,
        Depth::TwoHundredFiftySix => Color::Indexed(indexed),
        Depth::True => Color::Rgb(red, green, blue),
    }
}

/// The dozen colours of a theme.
struct Palette {
    grey: Colour,
    faint: Colour,
    blue: Colour,
    orange: Colour,
    teal: Colour,
    purple: Colour,
}

/// Blue and orange carry most, as they are told apart by nearly everybody.
const ON_DARK: Palette = Palette {
    grey: (Color::Gray, 248, (168, 168, 168)),
    faint: (Color::DarkGray, 243, (118, 118, 118)),
    blue: (Color::LightCyan, 117, (135, 206, 250)),
    orange: (Color::LightYellow, 215, (255, 175, 95)),
    teal: (Color::LightGreen, 79, (95, 215, 175)),
    purple: (Color::LightMagenta, 183, (215, 175, 255)),
};

const ON_LIGHT: Palette = Palette {
    grey: (Color::DarkGray, 240, (88, 88, 88)),
    faint: (Color::DarkGray, 243, (118, 118, 118)),
    blue: (Color::Blue, 25, (0, 95, 175)),
    orange: (Color::Red, 130, (175, 95, 0)),
    teal: (Color::Green, 23, (0, 95, 95)),
    purple: (Color::Magenta, 55, (95, 0, 175)),
};

/// As [`ON_DARK`], brighter: a projector takes much of it away.
const ON_BLACK: Palette = Palette {
    grey: (Color::Gray, 252, (208, 208, 208)),
    faint: (Color::Gray, 246, (148, 148, 148)),
    blue: (Color::LightCyan, 117, (135, 206, 250)),
    orange: (Color::LightYellow, 221, (255, 215, 95)),
    teal: (Color::LightGreen, 121, (135, 255, 175)),
    purple: (Color::LightMagenta, 189, (220, 200, 255)),
};

/// As [`ON_LIGHT`], darker.
const ON_WHITE: Palette = Palette {
    grey: (Color::Black, 238, (68, 68, 68)),
    faint: (Color::DarkGray, 242, (108, 108, 108)),
    blue: (Color::Blue, 18, (0, 0, 135)),
    orange: (Color::Red, 88, (135, 0, 0)),
    teal: (Color::Black, 22, (0, 95, 0)),
    purple: (Color::Magenta, 54, (95, 0, 135)),
};

const BLACK: Colour = (Color::Black, 16, (0, 0, 0));
const WHITE: Colour = (Color::White, 231, (255, 255, 255));

/// What a theme is drawn on.
fn ground(theme: Theme, depth: Depth) -> Style {
    let (ink, paper) = match theme {
        Theme::ProjectorDark => (WHITE, BLACK),
        Theme::ProjectorLight => (BLACK, WHITE),
        Theme::Dark | Theme::Light | Theme::HighContrast | Theme::Mono => return Style::new(),
    };
    Style::new().fg(at_depth(depth, ink)).bg(at_depth(depth, paper))
}

fn style(theme: Theme, depth: Depth, token: Token) -> Style {
    let plain = modifiers(theme, token);
    let palette = match theme {
        Theme::Mono => return plain,
        Theme::HighContrast => return high_contrast(token, plain),
        Theme::Dark => &ON_DARK,
        Theme::Light => &ON_LIGHT,
        Theme::ProjectorDark => &ON_BLACK,
        Theme::ProjectorLight => &ON_WHITE,
    };
    let colour = match token {
        Token::Text | Token::Strong | Token::Selected | Token::Matched | Token::Tab => return plain,
        Token::Dim | Token::Border => palette.grey,
        Token::Faint => palette.faint,
        Token::Focus | Token::Key | Token::Near | Token::Me | Token::Bar => palette.blue,
        Token::Route | Token::Target | Token::Bad | Token::Challenged => palette.orange,
        Token::Good => palette.teal,
        Token::Pending | Token::Proposed | Token::Assumed | Token::Study | Token::Notice => palette.purple,
    };
    plain.fg(at_depth(depth, colour))
}

/// What is told without colour.
fn modifiers(theme: Theme, token: Token) -> Style {
    let style = Style::new();
    match token {
        Token::Selected => style.add_modifier(Modifier::REVERSED),
        Token::Tab => style.add_modifier(Modifier::REVERSED | Modifier::BOLD),
        Token::Matched => style.add_modifier(Modifier::UNDERLINED),
        Token::Strong | Token::Focus | Token::Route | Token::Me | Token::Target | Token::Key => {
            style.add_modifier(Modifier::BOLD)
        }
        Token::Faint if matches!(theme, Theme::Mono) => style.add_modifier(Modifier::DIM),
        _ => style,
    }
}

fn high_contrast(token: Token, plain: Style) -> Style {
    match token {
        Token::Focus | Token::Route | Token::Target | Token::Bad | Token::Challenged | Token::Notice => {
            plain.add_modifier(Modifier::BOLD)
        }
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier, Style};

    use super::{Depth, GlyphSet, Look, Theme, Token};

    fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(text: (u8, u8, u8), ground: (u8, u8, u8)) -> f64 {
        let (a, b) = (luminance(text) + 0.05, luminance(ground) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn every_colour_can_be_read_on_its_ground() {
        let (black, white) = ((0, 0, 0), (255, 255, 255));
        let grounds = [
            (Theme::Dark, black),
            (Theme::Light, white),
            (Theme::ProjectorDark, black),
            (Theme::ProjectorLight, white),
        ];
        for (theme, ground) in grounds {
            let look = Look::new(theme, Depth::True, GlyphSet::Unicode);
            for token in Token::ALL {
                if let Some(Color::Rgb(red, green, blue)) = look.style(token).fg {
                    let ratio = contrast((red, green, blue), ground);
                    assert!(ratio >= 4.5, "{token:?} in {theme:?}: {ratio:.1}");
                }
            }
        }
    }

    #[test]
    fn what_a_projector_shows_is_read_at_the_back_of_the_room() {
        for theme in [Theme::ProjectorDark, Theme::ProjectorLight] {
            let look = Look::new(theme, Depth::True, GlyphSet::Unicode);
            let Style { fg: Some(Color::Rgb(r, g, b)), bg: Some(Color::Rgb(red, green, blue)), .. } = look.ground()
            else {
                panic!("{theme:?} has a ground of its own");
            };
            let paper = (red, green, blue);
            assert!(contrast((r, g, b), paper) > 20.9, "{theme:?}: ink on paper");
            for token in Token::ALL {
                // The faint lines of the map are what the room need not read.
                let least = if token == Token::Faint { 4.5 } else { 7.0 };
                if let Some(Color::Rgb(red, green, blue)) = look.style(token).fg {
                    let ratio = contrast((red, green, blue), paper);
                    assert!(ratio >= least, "{token:?} in {theme:?}: {ratio:.1}");
                }
            }
        }
    }

    #[test]
    fn the_indexed_colours_of_a_projector_are_read_as_well() {
        let rgb = |index: u8| {
            if index >= 232 {
                return [8 + (index - 232) * 10; 3];
            }
            let part = |of: u8| if of == 0 { 0 } else { 55 + of * 40 };
            let cube = index - 16;
            [part(cube / 36), part(cube / 6 % 6), part(cube % 6)]
        };
        for (theme, paper) in [(Theme::ProjectorDark, (0, 0, 0)), (Theme::ProjectorLight, (255, 255, 255))] {
            let look = Look::new(theme, Depth::TwoHundredFiftySix, GlyphSet::Unicode);
            for token in Token::ALL {
                if let Some(Color::Indexed(index)) = look.style(token).fg {
                    let [red, green, blue] = rgb(index);
                    let ratio = contrast((red, green, blue), paper);
                    assert!(ratio >= 4.5, "{token:?} in {theme:?}: {ratio:.1}");
                }
            }
        }
    }

    #[test]
    fn selection_and_matches_never_hang_on_colour() {
        for theme in Theme::ALL {
            for depth in [Depth::Sixteen, Depth::TwoHundredFiftySix, Depth::True] {
                let look = Look::new(theme, depth, GlyphSet::Unicode);
                assert!(look.style(Token::Selected).add_modifier.contains(Modifier::REVERSED));
                assert!(look.style(Token::Matched).add_modifier.contains(Modifier::UNDERLINED));
                assert_eq!(look.style(Token::Text).fg, None, "text has the terminal's own colours");
            }
        }
    }

    #[test]
    fn mono_has_no_colour_at_all() {
        let look = Look::new(Theme::Mono, Depth::True, GlyphSet::Ascii);
        assert!(Token::ALL.into_iter().all(|token| look.style(token).fg.is_none() && look.style(token).bg.is_none()));
    }
}
