//! How wide the columns and the channels between them are: all alike, so that one learns where things are.

/// How many edges that are not joined can run side by side in a channel.
pub const TRACKS: u16 = 3;
/// A channel: a cell before a box, the tracks, a cell behind a box. The density is told in the last track.
pub const CHANNEL: u16 = TRACKS + 2;
const NARROWEST: u16 = 16;
const WIDEST: u16 = 26;

/// The columns of the whole map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Columns {
    levels: u16,
    /// The cells of a column.
    pub width: u16,
}

impl Columns {
    /// Columns that fill a window of this width, as far as titles can be read in them.
    #[must_use]
    pub fn new(levels: usize, window: u16) -> Self {
        let levels = u16::try_from(levels).unwrap_or(u16::MAX).clamp(1, u16::MAX / (WIDEST + CHANNEL) - 1);
        let width = (window.saturating_sub(CHANNEL) / levels).saturating_sub(CHANNEL).clamp(NARROWEST, WIDEST);
        Self { levels, width }
    }

    /// The cells of the whole map across.
    #[must_use]
    pub const fn total(self) -> u16 {
        self.levels * (self.width + CHANNEL) + CHANNEL
    }

    /// The first cell of a column.
    #[must_use]
    pub fn x(self, level: usize) -> u16 {
        self.channel(level) + CHANNEL
    }

    /// The first cell of the channel before a column; the channel after the last column counts on.
    #[must_use]
    pub fn channel(self, channel: usize) -> u16 {
        u16::try_from(channel).unwrap_or(u16::MAX).min(self.levels) * (self.width + CHANNEL)
    }

    /// The cell of a track in a channel.
    #[must_use]
    pub fn track(self, channel: usize, track: u16) -> u16 {
        self.channel(channel) + 1 + track
    }

    /// The cell of a channel in which the density is told.
    #[must_use]
    pub fn density(self, channel: usize) -> u16 {
        self.track(channel, TRACKS - 1)
    }

    /// The columns of which a cell is among these.
    #[must_use]
    pub fn seen(self, from: u16, to: u16) -> std::ops::Range<usize> {
        let pitch = self.width + CHANNEL;
        let first = from.saturating_sub(pitch - 1) / pitch;
        let last = to.saturating_sub(CHANNEL).div_ceil(pitch).min(self.levels);
        usize::from(first.min(last))..usize::from(last)
    }
}

#[cfg(test)]
mod tests {
    use super::{CHANNEL, Columns};

    #[test]
    fn columns_fill_the_window_but_stay_readable() {
        assert_eq!(Columns::new(6, 142).width, 17);
        assert_eq!(Columns::new(6, 180).width, 24);
        assert_eq!(Columns::new(6, 40).width, 16, "wider than the window");
        assert_eq!(Columns::new(2, 300).width, 26);
        assert_eq!(Columns::new(0, 0).width, 16);
        let columns = Columns::new(6, 180);
        assert_eq!(columns.total(), columns.x(5) + columns.width + CHANNEL);
        assert_eq!(columns.channel(6) + CHANNEL, columns.total());
    }

    #[test]
    fn the_columns_seen_are_those_with_a_cell_in_the_window() {
        let columns = Columns::new(6, 142);
        for from in 0..columns.total() {
            for width in [1, 10, 60, 200] {
                let seen = columns.seen(from, from + width);
                for level in 0..6 {
                    let x = columns.x(level);
                    let is_seen = x < from + width && x + columns.width > from;
                    assert!(!is_seen || seen.contains(&level), "{from} {width} {level} {seen:?}");
                }
            }
        }
    }
}
