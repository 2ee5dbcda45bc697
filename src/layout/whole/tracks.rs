//! In which track of a channel each net runs up and down.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::TRACKS;
use crate::layout::joint::Net;

/// The nets of a channel and what is asked of their tracks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Every net that runs up or down in the channel.
    pub nets: BTreeSet<Net>,
    /// The first has to run to the left of the second: in some row the first turns to the left and the second to the
    /// right.
    pub before: BTreeSet<(Net, Net)>,
    /// The two pass the same row, and so need tracks of their own.
    pub apart: BTreeSet<(Net, Net)>,
}

/// More trials than channels with a solution ever need.
const TRIALS: usize = 5_000;

impl Rules {
    /// Tracks for all nets, or nothing when there are none that keep the rules.
    #[must_use]
    pub fn solve(&self) -> Option<BTreeMap<Net, u16>> {
        let nets: Vec<Net> = self.nets.iter().copied().collect();
        let mut tracks = Vec::with_capacity(nets.len());
        let mut trials = TRIALS;
        let found = self.place(&nets, &mut tracks, &mut trials);
        found.then(|| nets.into_iter().zip(tracks).collect())
    }

    fn place(&self, nets: &[Net], tracks: &mut Vec<u16>, trials: &mut usize) -> bool {
        let Some(&net) = nets.get(tracks.len()) else { return true };
        for track in preferred(net) {
            if *trials == 0 {
                return false;
            }
            *trials -= 1;
            if self.allows(nets, tracks, net, track) {
                tracks.push(track);
                if self.place(nets, tracks, trials) {
                    return true;
                }
                tracks.pop();
            }
        }
        false
    }

    fn allows(&self, nets: &[Net], tracks: &[u16], net: Net, track: u16) -> bool {
        nets.iter().zip(tracks).all(|(&other, &taken)| {
            let apart = self.apart.contains(&(net, other)) || self.apart.contains(&(other, net));
            let right = !self.before.contains(&(other, net)) || taken < track;
            let left = !self.before.contains(&(net, other)) || track < taken;
            right && left && (!apart || taken != track)
        })
    }
}

/// The tracks a net would like, best first: near the role whose edges it has. The last track also tells the density and
/// is taken last.
const fn preferred(net: Net) -> [u16; TRACKS as usize] {
    match net {
        Net::Out | Net::Step(_) => [0, 1, 2],
        Net::In | Net::Between => [1, 2, 0],
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;
    use crate::layout::joint::Net;

    #[test]
    fn nets_that_meet_in_a_row_keep_their_order() {
        let nets = [Net::In, Net::Out, Net::Step(0)];
        let before = [(Net::In, Net::Out), (Net::Out, Net::Step(0))];
        let rules = Rules { nets: nets.into(), before: before.into(), ..Rules::default() };
        let tracks = rules.solve().expect("three in a row");
        assert!(tracks[&Net::In] < tracks[&Net::Out] && tracks[&Net::Out] < tracks[&Net::Step(0)]);
    }

    #[test]
    fn what_cannot_be_is_said() {
        let round = [(Net::In, Net::Out), (Net::Out, Net::In)];
        let rules = Rules { nets: [Net::In, Net::Out].into(), before: round.into(), ..Rules::default() };
        assert_eq!(rules.solve(), None);
        let steps: Vec<Net> = (0..4).map(Net::Step).collect();
        let pairs = steps.iter().flat_map(|&a| steps.iter().map(move |&b| (a, b))).filter(|(a, b)| a < b);
        let crowd = Rules { nets: steps.iter().copied().collect(), apart: pairs.collect(), ..Rules::default() };
        assert_eq!(crowd.solve(), None, "four nets, three tracks");
    }
}
