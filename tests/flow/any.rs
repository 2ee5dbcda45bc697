//! What holds whatever is pressed and however large the window is.

use std::sync::Arc;

use crate::driver::Driver;
use crate::packs;
use fingerpost::app::{Key, Mouse, MouseKind, Msg, Screen, Start, Who};
use fingerpost::domain::Pack;
use proptest::prelude::*;

const SCREENS: [Screen; 3] = Screen::ALL;
const LAYERS: [&str; 9] = ["", "?", ":", "/", "/mat", "w", "<enter>", "1s", "g"];

fn driver(pack: &Arc<Pack>, screen: Screen, layer: &str) -> Driver {
    let who = pack.tables().personas.first().map_or(Who::Unsaid, |persona| Who::Profile(persona.clone()));
    Driver::new(pack, (120, 36), Start { who, screen, ..Start::default() }).keys(layer)
}

#[test]
fn every_screen_and_layer_is_drawn_at_every_size() {
    let pack = packs::england();
    let mut drivers: Vec<Driver> =
        SCREENS.iter().flat_map(|screen| LAYERS.map(|layer| driver(&pack, *screen, layer))).collect();
    let count = drivers.len();
    for width in 1..=250_u16 {
        for height in 1..=80_u16 {
            drivers[usize::from(width * 7 + height) % count].resize(width, height);
        }
    }
    for driver in &mut drivers {
        for (width, height) in
            [(60, 20), (61, 21), (75, 20), (76, 24), (99, 24), (104, 30), (110, 20), (250, 80), (250, 20)]
        {
            driver.resize(width, height);
        }
    }
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
        "f",
        "v",
        "o",
        "y",
        "0",
        "é",
    ];
    proptest::sample::select(names.to_vec())
        .prop_map(|name| Key::parse_all(name).expect("a key").first().copied().expect("one key"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_and_no_clicks_make_it_fall_over(
        keys in proptest::collection::vec((key(), 0u16..120, 0u16..36), 1..50),
    ) {
        let mut driver = driver(&packs::small(), Screen::Map, "");
        for (at, (key, column, row)) in keys.into_iter().enumerate() {
            driver.send(Msg::Key(key));
            if at % 5 == 4 {
                driver.send(Msg::Mouse(Mouse { kind: MouseKind::Down, column, row }));
                driver.send(Msg::Mouse(Mouse { kind: MouseKind::ScrollDown, column, row }));
            }
        }
    }

    #[test]
    fn undo_takes_back_every_change(keys in proptest::collection::vec(key(), 1..40)) {
        let mut driver = driver(&packs::small(), Screen::Map, "");
        let mut stances = vec![driver.app.stance().clone()];
        for key in keys.into_iter().filter(|key| !["u", "ctrl+r"].contains(&key.to_string().as_str())) {
            driver.send_undrawn(Msg::Key(key));
            if stances.last() != Some(driver.app.stance()) {
                stances.push(driver.app.stance().clone());
            }
        }
        let mut driver = driver.keys("<esc><esc><esc><esc><esc><esc>1");
        let last = stances.pop().expect("at least the first");
        let count = stances.len();
        while let Some(stance) = stances.pop() {
            driver = driver.keys("u");
            prop_assert_eq!(driver.app.stance(), &stance);
        }
        let driver = driver.keys(&"<ctrl+r>".repeat(count));
        prop_assert_eq!(driver.app.stance(), &last);
    }
}
