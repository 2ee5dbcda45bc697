//! What the named colours of a terminal look like on a picture.

use std::fmt;

use ratatui::style::Color;

use crate::ui::Theme;

/// A colour of the screen, as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Rgb {
    /// This colour over another one, covering `percent` of it (0 to 100).
    #[must_use]
    pub fn over(self, under: Self, percent: u8) -> Self {
        let percent = u16::from(percent.min(100));
        let mix = |top: u8, bottom: u8| {
            let sum = u16::from(top) * percent + u16::from(bottom) * (100 - percent);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, under.0), mix(self.1, under.1), mix(self.2, under.2))
    }
}

/// The colours of a terminal: paper, ink and the sixteen named ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Palette {
    /// The colour of text that names none.
    pub foreground: Rgb,
    /// The colour of the paper.
    pub background: Rgb,
    /// Black, red, green, yellow, blue, magenta, cyan, white; then the same, bright.
    pub ansi: [Rgb; 16],
}

impl Palette {
    /// Light text on dark paper.
    pub const DARK: Self = Self {
        foreground: Rgb(0xd7, 0xdd, 0xe4),
        background: Rgb(0x12, 0x18, 0x20),
        ansi: [
            Rgb(0x2b, 0x34, 0x3f),
            Rgb(0xe8, 0x6a, 0x65),
            Rgb(0x6f, 0xc2, 0x7e),
            Rgb(0xdd, 0xb3, 0x4f),
            Rgb(0x5f, 0xa8, 0xf0),
            Rgb(0xc3, 0x8f, 0xe6),
            Rgb(0x52, 0xc3, 0xc9),
            Rgb(0xb4, 0xbe, 0xc9),
            Rgb(0x7d, 0x8b, 0x99),
            Rgb(0xff, 0x8f, 0x88),
            Rgb(0x94, 0xe2, 0x9f),
            Rgb(0xf7, 0xd0, 0x70),
            Rgb(0x8f, 0xc6, 0xff),
            Rgb(0xdc, 0xb4, 0xf7),
            Rgb(0x7f, 0xe2, 0xe6),
            Rgb(0xf4, 0xf7, 0xfa),
        ],
    };

    /// Dark text on light paper.
    pub const LIGHT: Self = Self {
        foreground: Rgb(0x1d, 0x25, 0x2d),
        background: Rgb(0xff, 0xff, 0xff),
        ansi: [
            Rgb(0x1d, 0x25, 0x2d),
            Rgb(0xb4, 0x23, 0x18),
            Rgb(0x1a, 0x6f, 0x37),
            Rgb(0x85, 0x5a, 0x00),
            Rgb(0x00, 0x5e, 0xb8),
            Rgb(0x7b, 0x2d, 0xa3),
            Rgb(0x00, 0x6b, 0x75),
            Rgb(0x5b, 0x66, 0x72),
            Rgb(0x6a, 0x75, 0x81),
            Rgb(0xd0, 0x37, 0x2a),
            Rgb(0x1f, 0x83, 0x42),
            Rgb(0x9a, 0x69, 0x00),
            Rgb(0x0b, 0x6f, 0xd0),
            Rgb(0x93, 0x42, 0xbf),
            Rgb(0x00, 0x80, 0x8b),
            Rgb(0xe6, 0xea, 0xee),
        ],
    };

    /// White on black, every colour at its brightest.
    pub const HIGH_CONTRAST: Self = Self {
        foreground: Rgb(0xff, 0xff, 0xff),
        background: Rgb(0x00, 0x00, 0x00),
        ansi: [
            Rgb(0x00, 0x00, 0x00),
            Rgb(0xff, 0x8a, 0x80),
            Rgb(0x8c, 0xff, 0x9e),
            Rgb(0xff, 0xe0, 0x66),
            Rgb(0x8a, 0xc8, 0xff),
            Rgb(0xf0, 0xb0, 0xff),
            Rgb(0x80, 0xff, 0xff),
            Rgb(0xff, 0xff, 0xff),
            Rgb(0xbf, 0xbf, 0xbf),
            Rgb(0xff, 0x8a, 0x80),
            Rgb(0x8c, 0xff, 0x9e),
            Rgb(0xff, 0xe0, 0x66),
            Rgb(0x8a, 0xc8, 0xff),
            Rgb(0xf0, 0xb0, 0xff),
            Rgb(0x80, 0xff, 0xff),
            Rgb(0xff, 0xff, 0xff),
        ],
    };

    /// The palette that goes with a theme of the screen.
    #[must_use]
    pub const fn of(theme: Theme) -> Self {
        match theme {
            Theme::Dark | Theme::Mono => Self::DARK,
            Theme::Light | Theme::ProjectorLight => Self::LIGHT,
            Theme::HighContrast | Theme::ProjectorDark => Self::HIGH_CONTRAST,
        }
    }

    /// What a cell's colour looks like; `Reset` is the caller's to say, as it means ink or paper.
    #[must_use]
    pub fn resolve(&self, colour: Color, when_reset: Rgb) -> Rgb {
        match colour {
            Color::Reset => when_reset,
            Color::Black => self.ansi[0],
            Color::Red => self.ansi[1],
            Color::Green => self.ansi[2],
            Color::Yellow => self.ansi[3],
            Color::Blue => self.ansi[4],
            Color::Magenta => self.ansi[5],
            Color::Cyan => self.ansi[6],
            Color::Gray => self.ansi[7],
            Color::DarkGray => self.ansi[8],
            Color::LightRed => self.ansi[9],
            Color::LightGreen => self.ansi[10],
            Color::LightYellow => self.ansi[11],
            Color::LightBlue => self.ansi[12],
            Color::LightMagenta => self.ansi[13],
            Color::LightCyan => self.ansi[14],
            Color::White => self.ansi[15],
            Color::Rgb(red, green, blue) => Rgb(red, green, blue),
            Color::Indexed(index) => self.indexed(index),
        }
    }

    /// Colour 0 to 255 of the table that terminals share: the named ones, a cube of six steps, a ramp of greys.
    fn indexed(&self, index: u8) -> Rgb {
        let step = |value: u8| if value == 0 { 0 } else { 55 + 40 * value };
        match index {
            0..=15 => self.ansi[usize::from(index)],
            16..=231 => {
                let cube = index - 16;
                Rgb(step(cube / 36), step(cube / 6 % 6), step(cube % 6))
            }
            232.. => {
                let grey = 8 + 10 * (index - 232);
                Rgb(grey, grey, grey)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_mixed_over_another_by_its_share() {
        assert_eq!(Rgb(255, 0, 100).over(Rgb(0, 0, 200), 50), Rgb(128, 0, 150));
        assert_eq!(Rgb(9, 8, 7).over(Rgb(0, 0, 0), 100).to_string(), "#090807");
    }

    #[test]
    fn indexed_colours_are_those_of_the_shared_table() {
        let dark = Palette::DARK;
        assert_eq!(dark.resolve(Color::Indexed(1), dark.foreground), dark.ansi[1]);
        assert_eq!(dark.resolve(Color::Indexed(16), dark.foreground), Rgb(0, 0, 0));
        assert_eq!(dark.resolve(Color::Indexed(208), dark.foreground), Rgb(255, 135, 0));
        assert_eq!(dark.resolve(Color::Indexed(255), dark.foreground), Rgb(238, 238, 238));
    }

    #[test]
    fn text_of_every_named_colour_can_be_read_on_its_paper() {
        for (name, palette) in [("dark", Palette::DARK), ("light", Palette::LIGHT), ("high", Palette::HIGH_CONTRAST)] {
            assert!(contrast(palette.foreground, palette.background) > 10.0, "{name}");
            for (index, colour) in palette.ansi.iter().enumerate().skip(1) {
                if (name, index) == ("light", 15) {
                    continue; // White on white paper is a background, never text.
                }
                let ratio = contrast(*colour, palette.background);
                assert!(ratio >= 4.5, "{name}: colour {index} ({colour}) has a contrast of {ratio:.2}");
            }
        }
    }

    /// The contrast ratio of the Web Content Accessibility Guidelines, 1 to 21.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(colour: Rgb) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
    }
}
