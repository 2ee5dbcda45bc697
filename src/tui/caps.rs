//! What a terminal can do, read from the environment: nothing is asked of the terminal itself, so nothing waits for it.

use std::env;

use super::{Colour, Options};
use crate::ui::{Depth, GlyphSet, Theme};

/// Where the same answers are to be had when there is no terminal to draw on.
pub const COMMANDS: &str = "The same answers come from commands, for instance:
  fingerpost roles nurse                               find a role
  fingerpost routes --from ward-manager --to matron    the ways from one role to another
  fingerpost reach --from ward-manager                 every role within reach
  fingerpost why matron --from ward-manager            what a role asks for
  fingerpost training                                  the training there is
  fingerpost --help                                    all of them";

/// Why the terminal interface cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Standard output goes to a file or a program.
    #[error(
        "fingerpost fills a terminal window, but its output goes to a file or to another program here.\n{COMMANDS}"
    )]
    NoTerminal,
    /// The terminal is one that can only print line after line.
    #[error("fingerpost fills a terminal window, but this terminal (TERM={TERM}) can only print lines.\n{COMMANDS}", TERM = DUMB)]
    LinesOnly,
}

const DUMB: &str = "dumb";

/// The part of the environment that says what the terminal is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surroundings {
    term: String,
    colorterm: String,
    colorfgbg: String,
    no_color: String,
    windows_terminal: String,
    locale: String,
}

impl Surroundings {
    /// The surroundings of this process.
    #[must_use]
    pub fn of_process() -> Self {
        Self::read(|name| env::var(name).ok())
    }

    /// The surroundings as `variable` tells them.
    #[must_use]
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| variable(name).unwrap_or_default();
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(value).into_iter().find(|value| !value.is_empty());
        Self {
            term: value("TERM"),
            colorterm: value("COLORTERM"),
            colorfgbg: value("COLORFGBG"),
            no_color: value("NO_COLOR"),
            windows_terminal: value("WT_SESSION"),
            locale: locale.unwrap_or_default(),
        }
    }

    /// Whether the app can be shown at all; `is_terminal` says whether standard output is one.
    ///
    /// # Errors
    /// What to say instead.
    pub fn fit(&self, is_terminal: bool) -> Result<(), Unfit> {
        match (is_terminal, self.term.as_str()) {
            (false, _) => Err(Unfit::NoTerminal),
            (true, DUMB) => Err(Unfit::LinesOnly),
            (true, _) => Ok(()),
        }
    }

    fn depth(&self) -> Depth {
        let told = matches!(self.colorterm.as_str(), "truecolor" | "24bit");
        if told || !self.windows_terminal.is_empty() || self.term.ends_with("-direct") {
            Depth::True
        } else if self.term.contains("256color") {
            Depth::TwoHundredFiftySix
        } else {
            Depth::Sixteen
        }
    }

    /// Dark, unless the terminal says that its paper is white: the last number of `15;0` is the colour of the paper.
    fn paper(&self) -> Theme {
        let paper = self.colorfgbg.rsplit(';').next().and_then(|number| number.parse::<u8>().ok());
        if matches!(paper, Some(7 | 15)) { Theme::Light } else { Theme::Dark }
    }

    /// ASCII only where the locale names a character set, and it is not Unicode.
    fn glyphs(&self) -> GlyphSet {
        let set = self.locale.split('@').next().unwrap_or_default().split_once('.').map(|(_, set)| set.to_lowercase());
        if set.is_none_or(|set| set.replace('-', "") == "utf8") { GlyphSet::Unicode } else { GlyphSet::Ascii }
    }
}

/// What the app is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    /// The colours.
    pub theme: Theme,
    /// How many colours there are.
    pub depth: Depth,
    /// The signs.
    pub glyphs: GlyphSet,
}

impl Caps {
    /// What the terminal allows and the user asked for.
    #[must_use]
    pub fn new(surroundings: &Surroundings, options: &Options) -> Self {
        Self::choose(surroundings, options.theme, options.glyphs, options.colour)
    }

    /// What the terminal allows and was asked for.
    pub(super) fn choose(
        around: &Surroundings,
        theme: Option<Theme>,
        glyphs: Option<GlyphSet>,
        colour: Colour,
    ) -> Self {
        let colourless = colour == Colour::Never || !around.no_color.is_empty();
        let theme = if colourless { Theme::Mono } else { theme.unwrap_or_else(|| around.paper()) };
        Self { theme, depth: around.depth(), glyphs: glyphs.unwrap_or_else(|| around.glyphs()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(variables: &[(&str, &str)]) -> Surroundings {
        Surroundings::read(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    fn caps(variables: &[(&str, &str)]) -> Caps {
        Caps::choose(&around(variables), None, None, Colour::Auto)
    }

    #[test]
    fn no_terminal_and_a_line_printer_are_told_apart_and_both_name_the_commands() {
        assert_eq!(around(&[("TERM", "xterm")]).fit(true), Ok(()));
        assert_eq!(around(&[]).fit(true), Ok(()), "Windows sets no TERM");
        let file = around(&[("TERM", "xterm")]).fit(false).unwrap_err().to_string();
        let dumb = around(&[("TERM", "dumb")]).fit(true).unwrap_err().to_string();
        assert!(file.contains("to a file or to another program") && file.contains("fingerpost routes --from"));
        assert!(dumb.contains("TERM=dumb") && dumb.contains("fingerpost --help"));
    }

    #[test]
    fn depth_is_what_the_terminal_says() {
        let depth = |variables: &[(&str, &str)]| caps(variables).depth;
        assert_eq!(depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), Depth::True);
        assert_eq!(depth(&[("TERM", "screen-256color")]), Depth::TwoHundredFiftySix);
        assert_eq!(depth(&[("TERM", "linux")]), Depth::Sixteen);
        assert_eq!(depth(&[("WT_SESSION", "8a3f")]), Depth::True);
    }

    #[test]
    fn white_paper_is_seen_and_a_wish_goes_before_it() {
        assert_eq!(caps(&[("COLORFGBG", "0;15")]).theme, Theme::Light);
        assert_eq!(caps(&[("COLORFGBG", "15;default;0")]).theme, Theme::Dark);
        assert_eq!(caps(&[("COLORFGBG", "nonsense")]).theme, Theme::Dark);
        let wish = Caps::choose(&around(&[("COLORFGBG", "0;15")]), Some(Theme::HighContrast), None, Colour::Auto);
        assert_eq!(wish.theme, Theme::HighContrast);
    }

    #[test]
    fn no_colour_goes_before_every_theme() {
        let set = Caps::choose(&around(&[("NO_COLOR", "1")]), Some(Theme::Light), None, Colour::Auto);
        let asked = Caps::choose(&around(&[]), Some(Theme::Light), None, Colour::Never);
        assert_eq!((set.theme, asked.theme), (Theme::Mono, Theme::Mono));
        assert_eq!(caps(&[("NO_COLOR", "")]).theme, Theme::Dark, "an empty NO_COLOR says nothing");
    }

    #[test]
    fn signs_are_plain_only_where_the_locale_names_another_character_set() {
        let glyphs = |locale| caps(&[("LANG", locale)]).glyphs;
        assert_eq!(glyphs("en_GB.UTF-8"), GlyphSet::Unicode);
        assert_eq!(glyphs("de_DE.utf8@euro"), GlyphSet::Unicode);
        assert_eq!(glyphs("C"), GlyphSet::Unicode);
        assert_eq!(glyphs("en_GB.ISO-8859-1"), GlyphSet::Ascii);
        let over = caps(&[("LC_ALL", "en_GB.UTF-8"), ("LANG", "en_GB.ISO-8859-1")]);
        assert_eq!(over.glyphs, GlyphSet::Unicode);
    }
}
