//! How wide the columns and the channels between them are: all alike, so that one learns where things are.

/// How many edges that are not joined can run side by side in a channel.
pub const TRACKS: u16 = 3;
/// A channel: a cell before a box, the tracks, a cell behind a box. The density is told in the last track.
pub const CHANNEL: u16 = TRACKS + 2;
const NARROWEST: u16 = 14;
/// Of a column that is less in view nothing is shown: a few letters say nothing.
const GLIMPSE: u16 = 5;
const WIDEST: u16 = 26;

/// The columns of the whole map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Columns {
    levels: u16,
    /// The cells of a column.
    pub width: u16,
}

impl Columns {
    /// Columns of which as many as can be read fill a window of this width.
    #[must_use]
    pub fn new(levels: usize, window: u16) -> Self {
        let levels = u16::try_from(levels).unwrap_or(u16::MAX).clamp(1, u16::MAX / (WIDEST + CHANNEL) - 1);
        let room = window.saturating_sub(CHANNEL);
        let seen = (room / (NARROWEST + CHANNEL)).clamp(1, levels);
        let width = (room / seen).saturating_sub(CHANNEL).clamp(NARROWEST, WIDEST);
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

    /// A column and a channel.
    #[must_use]
    pub const fn pitch(self) -> u16 {
        self.width + CHANNEL
    }

    /// The columns of which enough is among these cells to be shown.
    #[must_use]
    pub fn seen(self, from: u16, to: u16) -> std::ops::Range<usize> {
        let pitch = self.pitch();
        let first = (from + GLIMPSE).saturating_sub(1) / pitch;
        let last = to.saturating_sub(CHANNEL + GLIMPSE - 1).div_ceil(pitch).min(self.levels);
        usize::from(first.min(last))..usize::from(last)
    }
}

#[cfg(test)]
mod tests {
    use super::{CHANNEL, Columns, GLIMPSE};

    #[test]
    fn columns_fill_the_window_but_stay_readable() {
        assert_eq!(Columns::new(6, 142).width, 17);
        assert_eq!(Columns::new(6, 180).width, 24);
        assert_eq!(Columns::new(6, 66).width, 15, "three columns in view");
        assert_eq!(Columns::new(2, 300).width, 26);
        assert_eq!(Columns::new(0, 0).width, 14);
        let columns = Columns::new(6, 180);
        assert_eq!(columns.total(), columns.x(5) + columns.width + CHANNEL);
        assert_eq!(columns.channel(6) + CHANNEL, columns.total());
    }

    #[test]
    fn the_columns_seen_are_those_of_which_something_can_be_read() {
        let columns = Columns::new(6, 142);
        for from in 0..columns.total() {
            for width in [5, 10, 60, 200] {
                let seen = columns.seen(from, from + width);
                for level in 0..6 {
                    let x = columns.x(level);
                    let cells = (x + columns.width).min(from + width).saturating_sub(x.max(from));
                    assert_eq!(cells >= GLIMPSE, seen.contains(&level), "{from} {width} {level} {seen:?}");
                }
            }
        }
    }
}
