//! The pictures in `screenshots/` are what the program draws today: this test draws them again and compares.
//!
//! When a screen was changed on purpose: `FINGERPOST_UPDATE=1 cargo test --test screenshots`, look at the pictures, and
//! commit them with the change.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One picture.
#[derive(Clone)]
struct Picture {
    /// The file's name without its ending.
    name: Cow<'static, str>,
    screen: &'static str,
    keys: &'static str,
    size: (u32, u32),
    look: &'static [&'static str],
    /// For those who do not see it.
    caption: &'static str,
    kept_as: Kept,
}

/// In which forms a picture is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Svg,
    /// Also as PNG, for places that take no SVG.
    SvgAndPng,
}

/// Every picture shows the persona of a ward manager who would like to be a chief executive, on this day.
const TODAY: &str = "2026-11-22";
const PERSONA: &str = "ward-manager";
const WINDOW: (u32, u32) = (120, 36);

const PICTURES: &[Picture] = &[
    Picture {
        name: Cow::Borrowed("map"),
        screen: "map",
        keys: "",
        size: WINDOW,
        look: &[],
        caption: "The map: roles as boxes, families as lanes, levels as columns, with the ways in and out of the ward \
                  manager; on the right what the role is, pays and asks for.",
        kept_as: Kept::SvgAndPng,
    },
    Picture {
        name: Cow::Borrowed("routes"),
        screen: "routes",
        keys: "",
        size: WINDOW,
        look: &[],
        caption: "The ways from ward manager to trust chief executive: on the left the alternatives with time, moves and \
                  study; on the right the chosen one step by step with dates, training and pay, and as a timeline.",
        kept_as: Kept::SvgAndPng,
    },
    Picture {
        name: Cow::Borrowed("training"),
        screen: "training",
        keys: "",
        size: WINDOW,
        look: &[],
        caption: "The catalogue of training: status, how it is had, length, hours, cost and how many roles ask for it; on \
                  the right the selected item and what it opens.",
        kept_as: Kept::SvgAndPng,
    },
    Picture {
        name: Cow::Borrowed("posts"),
        screen: "posts",
        keys: "",
        size: WINDOW,
        look: &[],
        caption: "Posts, those in challenged organisations first; the map of England's integrated care boards, shaded by \
                  segment, with the number of posts; the selected post with its organisation, pay and whether one is \
                  eligible.",
        kept_as: Kept::SvgAndPng,
    },
    Picture {
        name: Cow::Borrowed("posts-what-if"),
        screen: "posts",
        keys: "i<right>",
        size: WINDOW,
        look: &[],
        caption: "What would a post have to offer? Four suppositions to move, and what comes of them; what is on offer from \
                  sources stands apart.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("plan"),
        screen: "routes",
        keys: "m3",
        size: WINDOW,
        look: &[],
        caption: "A plan: a way that was chosen, with dates; what comes next first, then the whole way.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("appraisal"),
        screen: "appraisal",
        keys: "r43432435<esc>gg<down>nTook over the safety huddle: two falls fewer a month<tab>Asked those on shift what \
               would help<esc>moChair the safety huddle<enter>31 Mar 2027<enter>gg<down>",
        size: WINDOW,
        look: &[],
        caption: "The appraisal: the Framework's competencies with a rating of 1 to 5 each and whether that meets what the \
                  stage of the target role expects; on the right one of them in full, with notes on what and how.",
        kept_as: Kept::SvgAndPng,
    },
    Picture {
        name: Cow::Borrowed("workshop"),
        screen: "workshop",
        keys: "<down><down><enter><right><right><right><right><right>",
        size: WINDOW,
        look: &[],
        caption: "A deck as a room sees it: the step and the time above, a title in big type, the words, and below them the \
                  map, where two roles and the move between them are bright and the rest is faint.",
        kept_as: Kept::SvgAndPng,
    },
    Picture {
        name: Cow::Borrowed("workshop-poll"),
        screen: "workshop",
        keys: "<down><down><down><down><enter><end>c12<enter>7<enter>3<enter>",
        size: WINDOW,
        look: &[],
        caption: "A step that asks the room: a question, three answers in big type, and how many hands went up for each.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("export"),
        screen: "routes",
        keys: "mE",
        size: WINDOW,
        look: &[],
        caption: "Exporting a plan: what is exported, nine formats with what each is good for, the folder and the name of \
                  the file.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("find"),
        screen: "map",
        keys: "/cheif exec",
        size: WINDOW,
        look: &[],
        caption: "Finding a role by a few letters, one of them in the wrong place.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("help"),
        screen: "map",
        keys: "?",
        size: WINDOW,
        look: &[],
        caption: "Help: every key that can be pressed here, and what it does.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("routes-light"),
        screen: "routes",
        keys: "",
        size: WINDOW,
        look: &["--theme", "light"],
        caption: "The ways from ward manager to trust chief executive on a light terminal.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("routes-high-contrast"),
        screen: "routes",
        keys: "",
        size: WINDOW,
        look: &["--theme", "high-contrast"],
        caption: "The ways from ward manager to trust chief executive in strong colours on black.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("map-whole"),
        screen: "map",
        keys: "-",
        size: (200, 50),
        look: &[],
        caption: "The whole map: every role on its row, with the ways in and out of the ward manager and the route to \
                  trust chief executive.",
        kept_as: Kept::SvgAndPng,
    },
    Picture {
        name: Cow::Borrowed("map-families"),
        screen: "map",
        keys: "--",
        size: WINDOW,
        look: &[],
        caption: "Families and levels: how many roles there are in each, and how many moves lead from one to another.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("map-cards"),
        screen: "map",
        keys: "+",
        size: (200, 50),
        look: &[],
        caption: "The map around the ward manager, each role with its band, the time it takes to get there and its posts.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("map-within-two"),
        screen: "map",
        keys: "-ff",
        size: WINDOW,
        look: &[],
        caption: "The whole map with all roles dimmed that are farther than two moves from the ward manager.",
        kept_as: Kept::Svg,
    },
    Picture {
        name: Cow::Borrowed("map-training"),
        screen: "map",
        keys: "b",
        size: (200, 50),
        look: &[],
        caption: "The map with what the ward manager's role asks for, between the columns.",
        kept_as: Kept::Svg,
    },
];

/// The map in every size and look that a newcomer may first see it in, under `map-SIZE-LOOK`.
const MAP_SIZES: [(u32, u32); 3] = [(80, 24), WINDOW, (200, 50)];
const MAP_LOOKS: [(&str, &[&str]); 3] =
    [("dark", &["--theme", "dark"]), ("light", &["--theme", "light"]), ("ascii", &["--ascii", "--theme", "mono"])];

/// One map of those.
fn maps() -> impl Iterator<Item = Picture> {
    let named = |size: (u32, u32), (look, args): (&str, &'static [&'static str])| Picture {
        name: format!("map-{}x{}-{look}", size.0, size.1).into(),
        screen: "map",
        keys: "",
        size,
        look: args,
        caption: "The map: where a ward manager can go, and the route to trust chief executive.",
        kept_as: Kept::Svg,
    };
    MAP_SIZES.into_iter().flat_map(move |size| MAP_LOOKS.into_iter().map(move |look| named(size, look)))
}

fn pictures() -> impl Iterator<Item = Picture> {
    PICTURES.iter().cloned().chain(maps())
}

impl Picture {
    fn draw(&self, file: &Path) {
        let size = format!("{}x{}", self.size.0, self.size.1);
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(["screenshot", self.screen, "--persona", PERSONA, "--today", TODAY, "--size", &size]);
        command
            .arg(format!("--keys={}", self.keys))
            .args(["--caption", self.caption])
            .args(self.look)
            .arg("-o")
            .arg(file);
        // Nothing of the machine that draws may be seen.
        command.env("FINGERPOST_DATA", file.with_file_name("no-such-folder"));
        let run = command.output().expect("the program can be run");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success() && said.is_empty(), "{}: {said}", self.name);
    }

    /// Puts the drawing, and the PNG that goes with it, into the folder of pictures.
    fn keep(&self, svg: &str) {
        fs::write(self.kept("svg"), svg).expect("the drawing can be written");
        if self.kept_as == Kept::SvgAndPng {
            self.draw(&self.kept("png"));
        }
    }

    fn kept(&self, ending: &str) -> PathBuf {
        folder().join(&*self.name).with_extension(ending)
    }

    fn points(&self) -> (u32, u32) {
        (self.size.0 * 10 + 20, self.size.1 * 20 + 20)
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

#[test]
fn the_pictures_are_what_the_program_draws() {
    let update = std::env::var_os("FINGERPOST_UPDATE").is_some();
    let drawn = tempfile::tempdir().unwrap();
    let mut stale = Vec::new();
    for picture in pictures() {
        let file = drawn.path().join(&*picture.name).with_extension("svg");
        picture.draw(&file);
        let svg = fs::read_to_string(&file).unwrap();
        assert!(svg.contains(picture.caption), "{} does not say what it shows", picture.name);
        let is_same = fs::read_to_string(picture.kept("svg")).is_ok_and(|kept| kept == svg);
        match (is_same, update) {
            (true, _) => {}
            (false, true) => picture.keep(&svg),
            (false, false) => stale.push(picture.name),
        }
    }
    assert!(
        stale.is_empty(),
        "these pictures no longer show what the program draws: {}.\nIf the screens changed on purpose, run \
         `FINGERPOST_UPDATE=1 cargo test --test screenshots`, look at the pictures in screenshots/ and commit them.",
        stale.join(", ")
    );
    nothing_is_missing_or_left_over();
    every_png_has_twice_the_size_of_its_drawing();
}

fn nothing_is_missing_or_left_over() {
    let svgs = pictures().map(|picture| picture.kept("svg"));
    let expected: BTreeSet<PathBuf> = svgs.chain(pngs().map(|picture| picture.kept("png"))).collect();
    let files = fs::read_dir(folder()).expect("the folder of pictures can be read");
    let kept: BTreeSet<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    assert_eq!(kept, expected);
}

fn every_png_has_twice_the_size_of_its_drawing() {
    for picture in pngs() {
        let png = fs::read(picture.kept("png")).expect("the picture is there");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "screenshots/{}.png is no PNG", picture.name);
        let side = |from: usize| png[from..from + 4].iter().fold(0, |side, byte| side << 8 | u32::from(*byte));
        let (width, height) = picture.points();
        assert_eq!((side(16), side(20)), (width * 2, height * 2), "{}", picture.name);
    }
}

fn pngs() -> impl Iterator<Item = Picture> {
    pictures().filter(|picture| picture.kept_as == Kept::SvgAndPng)
}
