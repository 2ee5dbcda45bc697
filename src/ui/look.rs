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
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::HighContrast, Self::Mono];

    /// Its id on the command line.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
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
    glyphs: GlyphSet,
}

impl Look {
    /// The look of a theme with so many colours and these signs.
    #[must_use]
    pub fn new(theme: Theme, depth: Depth, glyphs: GlyphSet) -> Self {
        Self::of_styles(|token| style(theme, depth, token), glyphs)
    }

    /// A look with styles of one's own.
    #[must_use]
    pub fn of_styles(style: impl Fn(Token) -> Style, glyphs: GlyphSet) -> Self {
        Self { styles: Token::ALL.map(style), glyphs }
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

fn style(_theme: Theme, _depth: Depth, token: Token) -> Style {
    match token {
        Token::Selected => Style::new().add_modifier(Modifier::REVERSED),
        Token::Matched => Style::new().add_modifier(Modifier::UNDERLINED),
        Token::Strong => Style::new().add_modifier(Modifier::BOLD),
        Token::Text => Style::new(),
        _ => Style::new().fg(Color::Reset),
    }
}
