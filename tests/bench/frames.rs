//! How long a frame of the whole map takes on packs of 1,000, 10,000 and 100,000 roles, and how much is sent to the
//! terminal: 200 × 50 cells, diffed by ratatui and encoded by the program's own encoder, into memory.
//!
//! `cargo bench --bench frames` (or `cargo bench --profile quick --bench frames`, which builds in a tenth of the time)
//! prints the table and the aims beside it.

mod national;

use std::io;
use std::sync::Arc;
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
use fingerpost::tui::encoder::encode;
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::look::{Depth, GlyphSet, Look, Theme};
use fingerpost::ui::{draw, map::draw_map};
use national::Chance;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

const FRAMES: usize = 400;
/// A jump to another role, then so many steps.
const STEPS: usize = 8;
const SIZE: (u16, u16) = (200, 50);

/// What the marks of a synchronized update add to a frame.
const MARKS: usize = "\x1b[?2026h\x1b[?2026l".len();

/// A terminal that counts the bytes which the program's encoder makes of the cells that change.
#[derive(Debug, Default)]
struct Counter {
    frame: String,
    sent: usize,
}

impl Backend for Counter {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        encode(&mut self.frame, content);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, _: P) -> io::Result<()> {
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(Size { width: SIZE.0, height: SIZE.1 })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.frame.is_empty() {
            self.sent += self.frame.len() + MARKS;
            self.frame.clear();
        }
        Ok(())
    }
}

type Screen = Terminal<Counter>;

fn screen() -> Screen {
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, SIZE.0, SIZE.1)) };
    Terminal::with_options(Counter::default(), options).expect("memory")
}

/// The bytes since the last time.
fn sent(screen: &mut Screen) -> usize {
    std::mem::take(&mut screen.backend_mut().sent)
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

    /// A scrolled frame that sends nothing is one in which the window could not be moved any further.
    fn note(&mut self, jumped: bool, time: Duration, bytes: usize) {
        self.times.push(time);
        match (jumped, bytes) {
            (true, _) => self.jumped.push(bytes),
            (false, 0) => {}
            (false, _) => self.scrolled.push(bytes),
        }
    }
}

/// The map alone: a jump to any role, then the window goes down row by row.
fn map_frames(pack: &Pack, zoom: Zoom) -> Run {
    let look = Look::new(Theme::Dark, Depth::TwoHundredFiftySix, GlyphSet::Unicode);
    let mut screen = screen();
    let mut view = MapView::new(pack);
    view.set_zoom(zoom);
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
        if let Some(roam) = roam {
            view.note_roam(roam);
        }
        let time = begun.elapsed();
        // The first frame makes what the others look up.
        if at > 0 {
            run.keys.push(key);
            run.note(jumps, time, sent(&mut screen));
        }
        sent(&mut screen);
    }
    run
}

/// The whole program: keys and the wheel, every screenful with all that stands around the map.
fn app_frames(pack: Arc<Pack>) -> Run {
    let look = Look::new(Theme::Dark, Depth::TwoHundredFiftySix, GlyphSet::Unicode);
    let mut screen = screen();
    // One of the lowest level, so that there is somewhere to go.
    let role = RoleId::from_index(pack.role_ids().len() / 8);
    let (mut app, _) = App::new(pack, Start { who: Who::Role(role, Decimal::ZERO), ..Start::default() });
    let env = Env { size: SIZE, today: app.today(), now: app.today().at(9, 0, 0, 0) };
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
            run.note(walks, time, sent(&mut screen));
        }
        sent(&mut screen);
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
    for (name, zoom) in [("matrix", Zoom::Families), ("one role", Zoom::Boxes)] {
        for pack in &packs {
            map_frames(pack, zoom).print(name, pack.role_ids().len());
        }
    }
    let mut medians = Vec::new();
    for pack in &packs {
        medians.push(map_frames(pack, Zoom::Lanes).print("whole map", pack.role_ids().len()));
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
