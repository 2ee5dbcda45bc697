//! How wide the columns of the map are. Columns with boxes in them get the room they need, the others what is left;
//! between the columns run channels for the upright pieces of edges, as wide as the edges need.

/// How close a column is to the selected role.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    /// It holds the selected role or a neighbour.
    Near,
    /// It does not.
    #[default]
    Far,
}

/// What a column has to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Need {
    /// The narrowest width at which the titles of its boxes stand whole; nothing when it has no boxes.
    pub least: Option<u16>,
    /// The width of its head.
    pub head: u16,
    /// Whether the selected role or one of its neighbours is in it.
    pub reach: Reach,
    /// For each of its boxes the width at which the title fits well.
    pub wants: Vec<u16>,
    /// The width at which every title fits one line, boxes or not.
    pub full: u16,
}

/// A column of the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnBand {
    /// Its first column of cells.
    pub x: u16,
    /// Its width in cells.
    pub width: u16,
}

/// The columns of the canvas, one for each level, and the width of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The levels, left to right.
    pub bands: Vec<ColumnBand>,
    /// The band between the columns, once it is taken from among them.
    pub between: Option<ColumnBand>,
    /// Where the last channel ends.
    pub width: u16,
}

/// The least width of a column that has only numbers to show.
const FOLDED: u16 = 3;
/// No column with boxes is narrower, whatever the window.
const TIGHT: u16 = 8;
/// The least width at which names can be read; below it there are numbers.
pub const NAMES: u16 = 10;
/// A name that gets this much has had its share; the rest goes to others first.
const FAIR: u16 = 18;

impl Columns {
    /// Shares `room` columns of cells among the columns. `uprights` says for each channel (before the first column,
    /// between the columns, after the last) how many upright lines run in it, or nothing when no edge meets it; `extra`
    /// widens every channel that is in use, for edges that found no way. The result is wider than `room` when the
    /// boxes could not be read otherwise.
    #[must_use]
    pub fn share(needs: &[Need], uprights: &[Option<u16>], room: u16, extra: u16) -> Self {
        let with_heads = |need: &Need| need.least.unwrap_or(need.head.max(FOLDED));
        let mut widths: Vec<u16> = needs.iter().map(with_heads).collect();
        if widths.iter().chain(&channels(uprights, Slack::Plain, extra)).sum::<u16>() > room {
            widths = needs.iter().map(|need| need.least.unwrap_or(FOLDED)).collect();
        }
        let least: u16 = widths.iter().sum();
        let slacks = [Slack::Roomy, Slack::Plain, Slack::Slim];
        let channels_for = |slack| channels(uprights, slack, extra);
        let fits = |channels: &Vec<u16>| least + channels.iter().sum::<u16>() <= room;
        let channels = slacks.map(channels_for).into_iter().find(fits).unwrap_or_else(|| channels_for(Slack::Slim));
        let used: u16 = channels.iter().sum();
        shrink(&mut widths, needs, &channels, room);
        let mut left = room.saturating_sub(used + widths.iter().sum::<u16>());
        let boxes = |need: &Need| need.least.is_some();
        grow_boxes(&mut widths, &mut left, needs);
        let near_first = |at: usize| (!boxes(&needs[at])).then_some(needs[at].full.min(FAIR));
        grow_if_readable(&mut widths, &mut left, near_first);
        grow(&mut widths, &mut left, |at| boxes(&needs[at]).then_some(needs[at].full));
        grow(&mut widths, &mut left, |at| widths_are_names(&needs[at]).then_some(needs[at].full));
        let mut bands = Vec::new();
        let mut x = channels[0];
        for (width, channel) in widths.into_iter().zip(&channels[1..]) {
            bands.push(ColumnBand { x, width });
            x += width + channel;
        }
        Self { bands, between: None, width: x }
    }

    /// The same with the band at a place among the columns taken for what stands between them.
    #[must_use]
    pub fn with_between(mut self, at: usize) -> Self {
        self.between = (at < self.bands.len()).then(|| self.bands.remove(at));
        self
    }
}

/// Narrows columns with boxes until all fit: first those without a neighbour of the selected role, then the others. When
/// they cannot fit in any case but the near ones can, no title is cut: the window then shows the near ones.
fn shrink(widths: &mut [u16], needs: &[Need], channels: &[u16], room: u16) {
    let used: u16 = channels.iter().sum();
    let tight: u16 = widths.iter().map(|&width| width.min(TIGHT)).sum();
    let near = |at: &usize| needs[*at].reach == Reach::Near;
    let (first, last) = ((0..needs.len()).find(near).unwrap_or(0), (0..needs.len()).rfind(near).unwrap_or(0));
    let span = widths[first..=last].iter().sum::<u16>() + channels[first..=last + 1].iter().sum::<u16>();
    if used + tight > room && span <= room {
        return;
    }
    for reach in [Reach::Far, Reach::Near] {
        while used + widths.iter().sum::<u16>() > room {
            let may = |(at, width): &(usize, &mut u16)| needs[*at].reach == reach && **width > TIGHT;
            let Some((_, widest)) = widths.iter_mut().enumerate().filter(may).max_by_key(|(_, width)| **width) else {
                break;
            };
            *widest -= 1;
        }
    }
}

const fn widths_are_names(need: &Need) -> bool {
    need.least.is_none() && need.full > FAIR
}

/// How much more than its lines a channel has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slack {
    /// A piece of line on both sides of the upright ones, and one cell to spare.
    Roomy,
    /// A piece of line on both sides of the upright ones.
    Plain,
    /// As little as an arrow needs.
    Slim,
}

/// The widths of the channels.
fn channels(uprights: &[Option<u16>], slack: Slack, extra: u16) -> Vec<u16> {
    let width = |(at, lines): (usize, &Option<u16>)| match (lines, slack) {
        (None, Slack::Slim) if at == 0 => 0,
        (None, _) => 1,
        (Some(0), Slack::Slim) => 1 + extra,
        // Only on one side of it are there boxes.
        (Some(lines), Slack::Slim) if at == 0 || at + 1 == uprights.len() => 1 + lines + extra,
        (Some(lines), Slack::Roomy) => 3 + lines + extra,
        (Some(lines), _) => 2 + lines + extra,
    };
    uprights.iter().enumerate().map(width).collect()
}

/// Gives what is left to the columns in which the most boxes want more.
fn grow_boxes(widths: &mut [u16], left: &mut u16, needs: &[Need]) {
    let short = |at: usize, width: u16| needs[at].wants.iter().filter(|&&want| want > width).count();
    while *left > 0 {
        let neediest = (0..widths.len()).max_by_key(|&at| (short(at, widths[at]), std::cmp::Reverse(widths[at])));
        let Some(at) = neediest.filter(|&at| short(at, widths[at]) > 0) else { return };
        widths[at] += 1;
        *left -= 1;
    }
}

/// Gives each column that `wants` more an equal share of what is left, until it has what it wants.
fn grow(widths: &mut [u16], left: &mut u16, wants: impl Fn(usize) -> Option<u16>) {
    loop {
        let mut gave = false;
        for (at, width) in widths.iter_mut().enumerate() {
            if *left > 0 && wants(at).is_some_and(|want| want > *width) {
                *width += 1;
                *left -= 1;
                gave = true;
            }
        }
        if !gave {
            return;
        }
    }
}

/// As [`grow`], but only for as many columns as then have room for names.
fn grow_if_readable(widths: &mut [u16], left: &mut u16, wants: impl Fn(usize) -> Option<u16>) {
    let mut chosen = vec![false; widths.len()];
    let mut promised = 0;
    for (at, width) in widths.iter().enumerate().rev() {
        let cost = NAMES.saturating_sub(*width);
        if wants(at).is_some() && promised + cost <= *left {
            chosen[at] = true;
            promised += cost;
        }
    }
    grow(widths, left, |at| wants(at).filter(|_| chosen[at]).map(|want| want.min(NAMES)));
    grow(widths, left, |at| wants(at).filter(|_| chosen[at]));
}
