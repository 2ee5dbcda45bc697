//! What holds whatever is pressed and however large the window is.

use std::sync::Arc;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::desk::Knowledge;
use fingerpost::app::effect::Line;
use fingerpost::app::{App, Effect, Env, Key, Mouse, MouseKind, Msg, Screen, Start, Who, update};
use fingerpost::domain::Pack;
use proptest::prelude::*;

const SCREENS: [Screen; 7] = Screen::ALL;
const MOUSE: [MouseKind; 9] = [
    MouseKind::Down,
    MouseKind::Up,
    MouseKind::Again,
    MouseKind::ScrollDown,
    MouseKind::ScrollUp,
    MouseKind::ScrollLeft,
    MouseKind::ScrollRight,
    MouseKind::ZoomOut,
    MouseKind::Moved,
];
const LAYERS: [&str; 29] = [
    "",
    "?",
    ":",
    "/",
    "/mat",
    "w",
    "<enter>",
    "2m",
    "2m2mc",
    "2md",
    "2me",
    "1s",
    "g",
    "1f",
    "1F<right><space>",
    "5f<down><space>",
    "5/mat",
    "5e<tab>",
    "5B",
    "5i<right>s",
    "5W",
    "6r",
    "6r34<down>",
    "6nLed<enter>two teams<tab>how",
    "6oRead<enter>",
    "6m2m6oRead<enter><enter>",
    "6+a",
    "6+a<enter>v",
    "6<end>",
];

fn driver(pack: &Arc<Pack>, screen: Screen, layer: &str) -> Driver {
    let who = pack.tables().personas.first().map_or(Who::Unsaid, |persona| Who::Profile(persona.clone()));
    Driver::new(pack, (120, 36), Start { who, screen, ..Start::default() }).keys(layer)
}

fn every_layer_of_every_screen(pack: &Arc<Pack>) -> Vec<Driver> {
    // One by one: an array of drivers would be too much for a test's stack.
    let all = SCREENS.iter().flat_map(|screen| LAYERS.iter().map(|layer| (*screen, *layer)));
    all.map(|(screen, layer)| driver(pack, screen, layer)).collect()
}

#[test]
fn every_size_is_drawn() {
    let mut drivers = every_layer_of_every_screen(&packs::small());
    let count = drivers.len();
    for width in 1..=250_u16 {
        for height in 1..=80_u16 {
            drivers[usize::from(width * 7 + height) % count].resize(width, height);
        }
    }
}

#[test]
fn every_layer_of_every_screen_is_drawn_on_the_england_pack() {
    for driver in &mut every_layer_of_every_screen(&packs::england()) {
        for (width, height) in
            [(60, 20), (61, 21), (75, 20), (76, 24), (99, 30), (104, 30), (110, 20), (250, 80), (250, 20)]
        {
            driver.resize(width, height);
        }
    }
}

#[test]
fn a_late_answer_to_an_old_question_is_dropped() {
    let pack = packs::small();
    let who = Who::Profile(pack.tables().personas[0].clone());
    let env = Env { size: (80, 24), today: crate::driver::TODAY, now: crate::driver::TODAY.at(9, 0, 0, 0) };
    let (mut app, first) = App::new(Arc::clone(&pack), Start { who, ..Start::default() });
    let routes = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Ask { ticket, ask } if ticket.line == Line::Routes => Some((*ticket, ask.answer(&pack))),
            _ => None,
        })
    };
    let (old, finding) = routes(&first).expect("the first question");
    let second = update(&mut app, Msg::Key(Key::char('p')), &env);
    let (ticket, answer) = routes(&second).expect("another question under other rules");
    assert!(ticket.number > old.number);
    update(&mut app, Msg::Answered { ticket: old, finding }, &env);
    assert_eq!(app.answer(), Knowledge::Waiting, "the old answer is not taken for the new one");
    let more = update(&mut app, Msg::Answered { ticket, finding: answer }, &env);
    assert!(matches!(app.answer(), Knowledge::Known(_)));
    assert_eq!(routes(&more), None, "an answered question is not put again");
}

#[test]
fn a_window_that_is_too_small_says_which_size_it_needs() {
    let mut driver = driver(&packs::small(), Screen::Map, "");
    driver.resize(59, 20);
    assert!(driver.says("Window too small") && driver.says("60×20"));
    driver.resize(60, 20);
    assert!(!driver.says("Window too small"));
}

fn key() -> impl Strategy<Value = Key> {
    let names = [
        "<up>",
        "<down>",
        "<left>",
        "<right>",
        "<enter>",
        "<esc>",
        "<tab>",
        "<backtab>",
        "<home>",
        "<end>",
        "<pageup>",
        "<pagedown>",
        "<backspace>",
        "<ctrl+r>",
        "<ctrl+u>",
        "<ctrl+z>",
        "<alt+x>",
        "s",
        "t",
        "p",
        "p",
        "u",
        "u",
        "x",
        "w",
        "/",
        ":",
        "?",
        "+",
        "-",
        "g",
        "G",
        "m",
        "a",
        "1",
        "2",
        "3",
        "4",
        "6",
        "6",
        "r",
        "n",
        "d",
        "S",
        "X",
        "f",
        "F",
        "C",
        "D",
        "<space>",
        "v",
        "o",
        "y",
        "0",
        "é",
        ";",
        "[",
        "8",
        "<f5>",
        "b",
        "n",
        "c",
        "r",
    ];
    proptest::sample::select(names.to_vec())
        .prop_map(|name| Key::parse_all(name).expect("a key").first().copied().expect("one key"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_and_no_clicks_make_it_fall_over(
        keys in proptest::collection::vec((key(), 0u16..120, 0u16..36), 1..50),
    ) {
        let mut driver = driver(&packs::small(), Screen::Map, "");
        for (at, (key, column, row)) in keys.into_iter().enumerate() {
            driver.send(Msg::Key(key));
            if at % 5 == 4 {
                let mut mouse = |kind, column, row| driver.send(Msg::Mouse(Mouse { kind, column, row }));
                mouse(MouseKind::Down, column, row);
                mouse(MouseKind::Drag, row, column % 36);
                mouse(MouseKind::Up, column, row);
                for kind in MOUSE {
                    mouse(kind, column, row);
                }
            }
        }
    }

    #[test]
    fn undo_takes_back_every_change(keys in proptest::collection::vec(key(), 1..40)) {
        let mut driver = driver(&packs::small(), Screen::Map, "");
        let turn = |app: &App| (app.stance().clone(), app.map().sieve().filter().clone(), app.plans().to_vec(), app.appraisals().to_vec());
        let mut turns = vec![turn(&driver.app)];
        for key in keys.into_iter().filter(|key| !["u", "ctrl+r"].contains(&key.to_string().as_str())) {
            driver.send_undrawn(Msg::Key(key));
            if turns.last() != Some(&turn(&driver.app)) {
                turns.push(turn(&driver.app));
            }
        }
        // Escape keeps notes that were being written.
        let mut driver = driver.keys("<esc><esc><esc><esc><esc><esc>1");
        if turns.last() != Some(&turn(&driver.app)) {
            turns.push(turn(&driver.app));
        }
        let last = turns.pop().expect("at least the first");
        let count = turns.len();
        while let Some(before) = turns.pop() {
            driver = driver.keys("u");
            prop_assert_eq!(turn(&driver.app), before);
        }
        let driver = driver.keys(&"<ctrl+r>".repeat(count));
        prop_assert_eq!(turn(&driver.app), last);
    }
}
