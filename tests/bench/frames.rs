//! How long a frame of the whole map takes on packs of 1,000, 10,000 and 100,000 roles, and how much is sent to the
//! terminal: 200 × 50 cells, through the same terminal code as in the program, into memory.
//!
//! `cargo bench --bench frames` (or `cargo bench --profile quick --bench frames`, which builds in a tenth of the time)
//! prints the table and the aims beside it.

mod national;

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fingerpost::app::map::{MapView, Marks, Pan, Zoom};
use fingerpost::app::{self, App, Env, Key, Mouse, MouseKind, Msg, Start, Who};
use fingerpost::domain::Pack;
use fingerpost::domain::graph::CareerGraph;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::quantity::Decimal;
use fingerpost::layout::World;
use fingerpost::layout::order::RoleOrder;
use fingerpost::layout::whole::Whole;
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::look::{Depth, GlyphSet, Look, Theme};
use fingerpost::ui::{draw, map::draw_map};
use national::Chance;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

const FRAMES: usize = 400;
/// A jump to another role, then so many steps.
const STEPS: usize = 8;
const SIZE: (u16, u16) = (200, 50);

/// Takes what is sent to the terminal and counts it.
#[derive(Debug, Clone, Default)]
struct Sink(Arc<Mutex<usize>>);

impl Sink {
    fn take(&self) -> usize {
        std::mem::take(&mut *self.0.lock().expect("one thread"))
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0.lock().expect("one thread") += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Screen = Terminal<CrosstermBackend<Sink>>;

fn screen() -> (Screen, Sink) {
    let sink = Sink::default();
    let area = Rect::new(0, 0, SIZE.0, SIZE.1);
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let terminal = Terminal::with_options(CrosstermBackend::new(sink.clone()), options).expect("memory");
    (terminal, sink)
}

/// What a run of frames took.
#[derive(Debug, Default)]
struct Run {
    times: Vec<Duration>,
    keys: Vec<Duration>,
    jumped: Vec<usize>,
    scrolled: Vec<usize>,
}

fn percentile<T: Copy + Ord>(values: &[T], percent: usize) -> Option<T> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.get((sorted.len().saturating_sub(1)) * percent / 100).copied()
}

fn ms(duration: Option<Duration>) -> f64 {
    duration.unwrap_or_default().as_secs_f64() * 1_000.0
}

impl Run {
    fn print(&self, name: &str, roles: usize) -> f64 {
        let kilobytes =
            |bytes: Option<usize>| f64::from(u32::try_from(bytes.unwrap_or(0)).unwrap_or(u32::MAX)) / 1_024.0;
        let median = ms(percentile(&self.times, 50));
        println!(
            "{name:<12} {roles:>7}  {median:>8.3} {:>8.3}  {:>9.3}  {:>8.1} {:>8.1}",
            ms(percentile(&self.times, 99)),
            ms(percentile(&self.keys, 50)),
            kilobytes(percentile(&self.scrolled, 50)),
            kilobytes(percentile(&self.jumped, 50)),
        );
        median
    }

    fn note(&mut self, jumped: bool, time: Duration, bytes: usize) {
        self.times.push(time);
        if jumped { self.jumped.push(bytes) } else { self.scrolled.push(bytes) }
    }
}

/// The map alone: a jump to any role, then the window goes down row by row.
fn map_frames(pack: &Pack) -> Run {
    let look = Look::new(Theme::Dark, Depth::TwoHundredFiftySix, GlyphSet::Unicode);
    let (mut screen, sink) = screen();
    let mut view = MapView::new(pack);
    view.set_zoom(Zoom::Lanes);
    let mut chance = Chance(3);
    let mut run = Run::default();
    for at in 0..=FRAMES {
        let jumps = at % STEPS == 0;
        let begun = Instant::now();
        if jumps {
            view.select(pack, RoleId::from_index(chance.below(pack.role_ids().len())));
        } else {
            view.move_by(Pan::by(0, 1));
        }
        let key = begun.elapsed();
        let begun = Instant::now();
        let mut roam = None;
        screen
            .draw(|frame| {
                let area = frame.area();
                let mut canvas = Canvas::new(frame.buffer_mut(), &look);
                draw_map(pack, &view, &Marks::default(), &mut canvas, area);
                roam = canvas.into_hits().roam;
            })
            .expect("memory");
        view.note_roam(roam.expect("the map can be moved"));
        let time = begun.elapsed();
        // The first frame makes what the others look up.
        if at > 0 {
            run.keys.push(key);
            run.note(jumps, time, sink.take());
        }
        sink.take();
    }
    run
}

/// The whole program: keys and the wheel, every screenful with all that stands around the map.
fn app_frames(pack: Arc<Pack>) -> Run {
    let look = Look::new(Theme::Dark, Depth::TwoHundredFiftySix, GlyphSet::Unicode);
    let (mut screen, sink) = screen();
    // One of the lowest level, so that there is somewhere to go.
    let role = RoleId::from_index(pack.role_ids().len() / 8);
    let (mut app, _) = App::new(pack, Start { who: Who::Role(role, Decimal::ZERO), ..Start::default() });
    let env = Env { size: SIZE, today: app.today() };
    let key = |text: &str| Msg::Key(Key::parse_all(text).expect("a key")[0]);
    app::update(&mut app, key("-"), &env);
    let walk = ["l", "l", "h", "l", "h", "h", "l", "h"].map(key);
    let wheel = |kind| Msg::Mouse(Mouse { kind, column: 60, row: 20 });
    let mut run = Run::default();
    for at in 0..=FRAMES {
        let walks = at % 2 == 0;
        let msg = if walks {
            walk[at / 2 % walk.len()].clone()
        } else {
            wheel(if at % 4 == 1 { MouseKind::ScrollDown } else { MouseKind::ScrollUp })
        };
        let begun = Instant::now();
        app::update(&mut app, msg, &env);
        let pressed = begun.elapsed();
        let begun = Instant::now();
        let mut hits = None;
        screen.draw(|frame| hits = Some(draw(&app, &look, frame))).expect("memory");
        app.note_hits(hits.expect("it was drawn"));
        let time = begun.elapsed();
        if at > 0 {
            run.keys.push(pressed);
            run.note(walks, time, sink.take());
        }
        sink.take();
    }
    run
}

fn timed<T>(make: impl FnOnce() -> T) -> (T, f64) {
    let begun = Instant::now();
    let result = make();
    (result, ms(Some(begun.elapsed())))
}

fn main() {
    let sizes = [(1_000, 3_000), (10_000, 50_000), (100_000, 500_000)];
    let packs: Vec<Arc<Pack>> = sizes.iter().map(|&(roles, moves)| Arc::new(national::pack(roles, moves))).collect();
    println!("before the first frame, ms     graph    order  rows, strips and density   MapView::new");
    for pack in &packs {
        let (graph, for_graph) = timed(|| CareerGraph::new(pack));
        let (order, for_order) = timed(|| RoleOrder::new(pack, &graph));
        let world = World { pack, graph: &graph, order: &order };
        let (_, for_whole) = timed(|| Whole::new(world, &std::collections::BTreeSet::new()));
        let (_, for_view) = timed(|| MapView::new(pack));
        let roles = pack.role_ids().len();
        println!("{roles:>29} {for_graph:>7.1}  {for_order:>7.1}  {for_whole:>24.1}  {for_view:>13.1}");
    }
    println!("\n200 × 50                roles  median ms   99th ms  key ms  KB: scrolled   jumped");
    let mut medians = Vec::new();
    for pack in &packs {
        medians.push(map_frames(pack).print("map", pack.role_ids().len()));
    }
    println!(
        "aims: median at most 1 ms; 100,000 roles at most 1.3 × 1,000 (here {:.2} ×); 6 KB a scrolled frame",
        medians[2] / medians[0]
    );
    let mut medians = Vec::new();
    for pack in &packs {
        medians.push(app_frames(Arc::clone(pack)).print("program", pack.role_ids().len()));
    }
    println!("100,000 roles: {:.2} × 1,000", medians[2] / medians[0]);
}
