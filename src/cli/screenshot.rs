//! `fingerpost screenshot`: a screen drawn into a file, without a terminal.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::civil::Date;

use super::args::themes;
use super::exit::{Failure, Status};
use super::sitting::Sitting;
use crate::app::{Env, Key, Msg, Screen, Start, Who};
use crate::domain::Pack;
use crate::domain::profile::Profile;
use crate::picture;
use crate::ui::{Depth, GlyphSet, Look, Theme};

/// What can be typed.
#[derive(Debug, Args)]
pub struct ScreenshotArgs {
    /// The screen: map, routes, plan, training, posts, appraisal or workshop
    #[arg(value_parser = screen)]
    pub screen: Screen,
    // Written out in full, `Vec` is one value to clap: all the keys are read from one word.
    /// Keys to press first, for instance "jj<enter>"
    #[arg(long, value_name = "KEYS", value_parser = Key::parse_all, default_value = "")]
    pub keys: std::vec::Vec<Key>,
    /// Columns and rows
    #[arg(long, value_name = "WxH", default_value = "120x36", value_parser = size)]
    pub size: (u16, u16),
    /// Colours
    #[arg(long, value_name = "NAME", default_value = "dark", value_parser = themes())]
    pub theme: Theme,
    /// Draw with plain letters only
    #[arg(long)]
    pub ascii: bool,
    /// The day it is on the picture, as YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// What the picture shows, for those who do not see it
    #[arg(long, value_name = "TEXT")]
    pub caption: Option<String>,
    /// As one of the ready-made people, for instance ward-manager
    #[arg(long, value_name = "ID", conflicts_with = "profile")]
    pub persona: Option<String>,
    /// As one of your own profiles, or the person in a file
    #[arg(long, value_name = "NAME_OR_FILE")]
    pub profile: Option<PathBuf>,
    /// Where to draw it: a file that ends in .svg or .png
    #[arg(short, long, value_name = "FILE", value_parser = output)]
    pub output: Output,
}

/// A file, and how it is drawn.
#[derive(Debug, Clone)]
pub enum Output {
    /// As shapes and text.
    Svg(PathBuf),
    /// As points.
    Png(PathBuf),
}

const LEAST: (u16, u16) = (20, 5);
const MOST: (u16, u16) = (400, 120);

/// Draws it.
///
/// # Errors
/// A file that cannot be written.
pub fn run(pack: Pack, profile: Option<Profile>, args: &ScreenshotArgs) -> Result<Status, Failure> {
    let svg = draw(pack, profile, args);
    let (path, bytes) = match &args.output {
        Output::Svg(path) => (path, svg.into_bytes()),
        Output::Png(path) => (path, picture::png(&svg).map_err(anyhow::Error::new)?),
    };
    write(path, &bytes)?;
    Ok(Status::Answered)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| {
        let words = format!("{} could not be written; choose another place with -o", path.display());
        Failure::Program(anyhow::Error::new(error).context(words))
    };
    fs::write(path, bytes).map_err(failed)
}

fn draw(pack: Pack, profile: Option<Profile>, args: &ScreenshotArgs) -> String {
    let glyphs = if args.ascii { GlyphSet::Ascii } else { GlyphSet::Unicode };
    let look = Look::new(args.theme, Depth::True, glyphs);
    let today = args.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let who = profile.map_or(Who::Unsaid, Who::Profile);
    let start = Start { who, screen: args.screen, today, ..Start::default() };
    let mut sitting =
        Sitting::new(&Arc::new(pack), start, look, Env { size: args.size, today, now: today.at(9, 0, 0, 0) });
    for key in &args.keys {
        sitting.send(Msg::Key(*key));
    }
    let title = format!("fingerpost: {}", args.screen);
    let (columns, rows) = args.size;
    let plain = || format!("The screen {} of fingerpost, {columns} columns by {rows} rows.", args.screen);
    let desc = args.caption.clone().unwrap_or_else(plain);
    sitting.svg(args.theme, &title, &desc)
}

fn screen(text: &str) -> Result<Screen, String> {
    Screen::from_slug(text).ok_or_else(|| format!("the screens are {}", Screen::ALL.map(Screen::slug).join(", ")))
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let (least, most) = (LEAST, MOST);
    let wanted =
        || format!("give columns and rows from {}x{} to {}x{}, for instance 120x36", least.0, least.1, most.0, most.1);
    let (columns, rows) = text.split_once(['x', 'X', '×']).ok_or_else(wanted)?;
    let (columns, rows) = (columns.trim().parse().map_err(|_| wanted())?, rows.trim().parse().map_err(|_| wanted())?);
    let fits = (least.0..=most.0).contains(&columns) && (least.1..=most.1).contains(&rows);
    if fits { Ok((columns, rows)) } else { Err(wanted()) }
}

fn output(text: &str) -> Result<Output, String> {
    let path = PathBuf::from(text);
    match path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Output::Svg(path)),
        Some("png") => Ok(Output::Png(path)),
        _ => Err("give a file that ends in .svg or .png".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_columns_and_rows_within_reason() {
        assert_eq!(size("120x36"), Ok((120, 36)));
        assert_eq!(size("20 × 5"), Ok((20, 5)));
        for bad in ["120", "19x5", "20x4", "401x36", "120x121", "x", "-120x36", "120x36x2"] {
            assert!(size(bad).unwrap_err().contains("20x5 to 400x120"), "{bad}");
        }
    }

    #[test]
    fn the_ending_says_how_it_is_drawn() {
        assert!(matches!(output("a/b.SVG"), Ok(Output::Svg(_))));
        assert!(matches!(output("b.png"), Ok(Output::Png(_))));
        assert!(output("b.jpg").is_err() && output("svg").is_err());
    }

    #[test]
    fn an_unknown_screen_is_told_the_known_ones() {
        assert_eq!(screen("routes"), Ok(Screen::Routes));
        assert_eq!(
            screen("atlas").unwrap_err(),
            "the screens are map, routes, plan, training, posts, appraisal, workshop"
        );
    }
}
