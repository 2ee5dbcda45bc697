//! What is drawn is read back as a reader reads it: from a box along the signs, straight over bridges, into every arm of
//! a joint, to the arrows. Each box must lead exactly to those it should.

use std::collections::{BTreeMap, BTreeSet};

use crate::packs::{england, find};
use fingerpost::app::map::{MapView, Marks};
use fingerpost::domain::Pack;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::planner::MovesAllowed;
use fingerpost::layout::{Cell, Heading, Picture, Size};
use fingerpost::ui::canvas::Canvas;
use fingerpost::ui::look::{Depth, GlyphSet, Look, Theme};
use fingerpost::ui::map::draw_map;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const UP: u8 = 1;
const RIGHT: u8 = 2;
const DOWN: u8 = 4;
const LEFT: u8 = 8;

/// Signs by the arms they show.
const ARMS: [(u8, &str); 11] = [
    (UP | DOWN, "│┃║╎┊╽╿"),
    (LEFT | RIGHT, "─━═╌┈╼╾"),
    (DOWN | RIGHT, "╭┍┎┏╒╓╔"),
    (DOWN | LEFT, "╮┑┒┓╕╖╗"),
    (UP | RIGHT, "╰┕┖┗╘╙╚"),
    (UP | LEFT, "╯┙┚┛╛╜╝"),
    (UP | DOWN | RIGHT, "├┝┞┟┠┡┢┣╞╟╠"),
    (UP | DOWN | LEFT, "┤┥┦┧┨┩┪┫╡╢╣"),
    (LEFT | RIGHT | DOWN, "┬┭┮┯┰┱┲┳╤╥╦"),
    (LEFT | RIGHT | UP, "┴┵┶┷┸┹┺┻╧╨╩"),
    (UP | RIGHT | DOWN | LEFT, "┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╪╫╬"),
];

const ASCII_ARMS: [(u8, &str); 8] = [
    (UP | DOWN | RIGHT, "}"),
    (UP | DOWN | LEFT, "{"),
    (UP | DOWN, "|H;:"),
    (LEFT | RIGHT, "-#=~_"),
    (DOWN | RIGHT, ","),
    (DOWN | LEFT, "."),
    (UP | RIGHT, "`"),
    (UP | LEFT, "'"),
];

const fn bit(heading: Heading) -> u8 {
    match heading {
        Heading::Up => UP,
        Heading::Right => RIGHT,
        Heading::Down => DOWN,
        Heading::Left => LEFT,
    }
}

/// What a reader sees in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Line(u8),
    /// In ASCII a joint does not show its arms: they are those that meet a line.
    Joint,
    Arrow(Heading),
    Nothing,
}

struct Reader<'a> {
    picture: &'a Picture,
    buffer: &'a Buffer,
    glyphs: GlyphSet,
    boxes: BTreeMap<Cell, RoleId>,
}

impl Reader<'_> {
    fn box_at(&self, cell: Cell) -> Option<RoleId> {
        self.boxes.get(&cell).copied()
    }

    fn seen(&self, cell: Cell) -> Seen {
        let layout = &self.picture.layout;
        let size = layout.size;
        if cell.x >= size.width || cell.y >= size.height || self.box_at(cell).is_some() {
            return Seen::Nothing;
        }
        let sign = self.buffer[(cell.x + layout.gutter, cell.y + 1)].symbol();
        let arms = |table: &[(u8, &str)]| table.iter().find(|(_, signs)| signs.contains(sign)).map(|(arms, _)| *arms);
        match (self.glyphs, sign) {
            (_, " ") => Seen::Nothing,
            (GlyphSet::Unicode, "▸" | "▹" | "►") | (GlyphSet::Ascii, ">") => Seen::Arrow(Heading::Right),
            (GlyphSet::Unicode, "◂" | "◃" | "◄") | (GlyphSet::Ascii, "<") => Seen::Arrow(Heading::Left),
            (GlyphSet::Unicode, _) => arms(&ARMS).map_or(Seen::Nothing, Seen::Line),
            (GlyphSet::Ascii, "+") if self.picture.wiring.joints.contains_key(&cell) => Seen::Joint,
            (GlyphSet::Ascii, _) => arms(&ASCII_ARMS).map_or(Seen::Nothing, Seen::Line),
        }
    }

    /// The ways on from a cell that was entered going `heading`.
    fn ways_on(&self, cell: Cell, heading: Heading) -> Vec<Heading> {
        let back = heading.opposite();
        match self.seen(cell) {
            Seen::Arrow(_) | Seen::Nothing => Vec::new(),
            Seen::Line(arms) if arms & bit(back) == 0 => vec![heading],
            Seen::Line(arms) => Heading::ALL.into_iter().filter(|&on| on != back && arms & bit(on) != 0).collect(),
            Seen::Joint => {
                let meets = |on: &Heading| match cell.step(*on).map(|next| self.seen(next)) {
                    Some(Seen::Line(arms)) => arms & bit(on.opposite()) != 0,
                    Some(Seen::Arrow(points)) => points == *on,
                    Some(Seen::Joint) => true,
                    Some(Seen::Nothing) | None => false,
                };
                Heading::ALL.into_iter().filter(|on| *on != back && meets(on)).collect()
            }
        }
    }

    /// The boxes at which arrows arrive that can be reached from a cell entered going `heading`.
    fn follow(&self, from: Cell, heading: Heading) -> BTreeSet<RoleId> {
        let mut reached = BTreeSet::new();
        let mut known = BTreeSet::new();
        let mut open = vec![(from, heading)];
        while let Some((cell, heading)) = open.pop() {
            if !known.insert((cell, heading)) {
                continue;
            }
            if let Seen::Arrow(points) = self.seen(cell)
                && points == heading
            {
                reached.extend(cell.step(points).and_then(|next| self.box_at(next)));
            }
            for on in self.ways_on(cell, heading) {
                open.extend(cell.step(on).map(|next| (next, on)));
            }
        }
        reached
    }

    /// Where lines leave a box: every cell beside it with a line that touches it.
    fn ports(&self, role: RoleId) -> Vec<(Cell, Heading)> {
        let area = self.picture.layout.area(role).expect("it has a box");
        let rows = area.y..area.bottom();
        let left = area.x.checked_sub(1).map(|x| (x, Heading::Left));
        let sides = left.into_iter().chain([(area.right(), Heading::Right)]);
        let cells = sides.flat_map(|(x, heading)| rows.clone().map(move |y| (Cell { y, x }, heading)));
        cells
            .filter(|&(cell, heading)| match self.seen(cell) {
                Seen::Line(arms) => arms & bit(heading.opposite()) != 0,
                // The whole edge is one arrow, from one box to the next.
                Seen::Arrow(points) => points == heading,
                Seen::Joint | Seen::Nothing => false,
            })
            .collect()
    }
}

fn shown(buffer: &Buffer) -> String {
    let Rect { width, height, .. } = buffer.area;
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

fn read(pack: &Pack, view: &MapView, marks: &Marks, (width, height): (u16, u16), glyphs: GlyphSet) -> bool {
    let picture = view.picture(pack, marks, Size { width, height: height - 1 }).expect("a picture");
    let size = picture.layout.size;
    let fits = size.width + picture.layout.gutter <= width && size.height < height;
    if !fits || !picture.wiring.unrouted.is_empty() {
        return false;
    }
    let area = Rect::new(0, 0, width, height);
    let look = Look::new(Theme::Mono, Depth::Sixteen, glyphs);
    let mut buffer = Buffer::empty(area);
    draw_map(pack, view, marks, &mut Canvas::new(&mut buffer, &look), area);
    let boxes = picture.layout.boxes.iter();
    let boxes = boxes.flat_map(|(&role, placed)| placed.area.cells().map(move |cell| (cell, role))).collect();
    let reader = Reader { picture: &picture, buffer: &buffer, glyphs, boxes };
    let mut expected: BTreeMap<RoleId, BTreeSet<RoleId>> = BTreeMap::new();
    for wire in &picture.wiring.wires {
        expected.entry(wire.from).or_default().insert(wire.to);
    }
    for &role in picture.layout.boxes.keys() {
        let ports = match glyphs {
            GlyphSet::Unicode => reader.ports(role),
            // A joint beside a box does not tell whether it touches it: the drawing is read from where edges begin.
            GlyphSet::Ascii => {
                let wires = picture.wiring.wires.iter().filter(|wire| wire.from == role);
                wires.map(|wire| (wire.cells[0], wire.tail.opposite())).collect()
            }
        };
        let reached: BTreeSet<RoleId> =
            ports.iter().flat_map(|&(cell, heading)| reader.follow(cell, heading)).collect();
        let name = |role: &RoleId| pack.role(*role).title.clone();
        let names = |roles: &BTreeSet<RoleId>| roles.iter().map(name).collect::<Vec<_>>();
        let should = expected.remove(&role).unwrap_or_default();
        assert!(
            reached == should,
            "{} seems to lead to {:?}, not to {:?}\n{}",
            name(&role),
            names(&reached),
            names(&should),
            shown(&buffer)
        );
    }
    assert!(expected.is_empty(), "an edge begins nowhere");
    true
}

fn read_england(sizes: &[(u16, u16)], glyphs: GlyphSet) {
    let pack = england();
    let route = ["ward-manager", "service-manager", "general-manager", "divisional-director-operations"];
    let route: Vec<RoleId> = route.iter().map(|id| find(&pack, id)).collect();
    let mut view = MapView::new(&pack);
    let (mut pictures, mut whole) = (0, 0);
    for &size in sizes {
        for role in pack.role_ids() {
            view.select(&pack, role);
            for (route, moves) in [(&route[..0], MovesAllowed::Exceptional), (&route[..], MovesAllowed::Usual)] {
                let marks = Marks { route: route.to_vec(), moves, ..Marks::default() };
                pictures += 1;
                whole += usize::from(read(&pack, &view, &marks, size, glyphs));
            }
        }
    }
    assert!(whole * 10 >= pictures * 9, "only {whole} of {pictures} pictures are wholly in their window");
}

#[test]
fn every_line_leads_where_it_should_in_box_drawing() {
    read_england(&[(82, 40), (150, 45), (210, 78)], GlyphSet::Unicode);
}

#[test]
fn every_line_leads_where_it_should_in_ascii() {
    read_england(&[(82, 40), (150, 45)], GlyphSet::Ascii);
}
