//! What the boxes of the nearest look at the map say: pay, how far from me, posts.

use super::Marks;
use crate::app::App;
use crate::app::desk::Knowledge;
use crate::app::pay;
use crate::app::story::band;
use crate::domain::id::RoleId;
use crate::domain::pay::yearly;
use crate::domain::post::Standing;
use crate::domain::quantity::Weeks;
use crate::layout::details::{Card, Cards, Wording};
use crate::layout::{Focus, wrap};

impl App {
    /// The cards of the roles that are drawn as boxes.
    pub(super) fn cards(&self, marks: &Marks) -> Cards {
        let Some(selected) = self.selected_role() else { return Cards::new() };
        let focus =
            Focus { route: marks.route.clone(), marked: marks.roles(), moves: marks.moves, ..Focus::on(selected) };
        let boxes = focus.prominent(self.pack(), self.map().graph());
        boxes.into_keys().map(|role| (role, self.card(role))).collect()
    }

    fn card(&self, role: RoleId) -> Card {
        let (band, time) = (self.band_of(role), self.time_to(role));
        let brief = match (&band, &time) {
            (Some(band), Some((_, time))) => {
                vec![format!("{band}, {time}"), format!("{}, {time}", band.trim_start_matches("band ")), time.clone()]
            }
            (None, Some((_, time))) => vec![time.clone()],
            (Some(band), None) => vec![band.clone()],
            (None, None) => Vec::new(),
        };
        let range = yearly(self.pack(), role).map(|found| pay::range(&found));
        let both = band.as_ref().zip(range.as_ref()).map(|(band, range)| format!("{band}, {range}"));
        // Where only one of them fits: a band is known to be brief, a sum may be the only thing that is known.
        let pay = [both, range.filter(|_| band.is_none()), band].into_iter().flatten();
        let time = time.into_iter().flat_map(|(full, brief)| [full, brief]);
        let lines = [Wording::new(pay), Wording::new(time), Wording::new(self.posts_of(role))];
        let lines = lines.into_iter().filter(|line| !line.is_empty()).collect();
        Card { lines, brief: Wording::new(brief) }
    }

    fn band_of(&self, role: RoleId) -> Option<String> {
        let text = &self.pack().role(role).pay.band;
        (!text.is_empty()).then(|| band(wrap::short(text)))
    }

    /// How far a role is from me, at length and in brief; nothing while nobody has said who they are.
    fn time_to(&self, role: RoleId) -> Option<(String, String)> {
        let me = self.stance().me.as_ref().is_some_and(|me| me.person.role == role);
        let from_me = |words: String| (format!("{words} from you"), words);
        match self.reached(role) {
            _ if me => Some(("now".to_owned(), "now".to_owned())),
            Knowledge::NothingAsked => None,
            Knowledge::Waiting => Some(from_me("?".to_owned())),
            Knowledge::Known(None) => Some(from_me("no way".to_owned())),
            // Zero weeks are told as `now`, which is said of the role held.
            Knowledge::Known(Some(reached)) if reached.weeks == Weeks::ZERO => {
                Some(("at once".to_owned(), "at once".to_owned()))
            }
            Knowledge::Known(Some(reached)) => Some(from_me(reached.weeks.to_string())),
        }
    }

    /// The posts known of a role, how many of them are not closed, and how many are in challenged organisations.
    fn posts_of(&self, role: RoleId) -> Vec<String> {
        let posts: Vec<_> = self.pack().posts_of(role).iter().map(|&post| self.pack().post(post)).collect();
        let open = posts.iter().filter(|post| post.closes.is_some_and(|closes| closes >= self.today())).count();
        let challenged = posts.iter().filter(|post| post.standing == Standing::Challenged).count();
        let all = match posts.len() {
            0 => return Vec::new(),
            1 => "1 post".to_owned(),
            count => format!("{count} posts"),
        };
        let mark = if challenged > 0 { format!(" ◆{challenged}") } else { String::new() };
        let open = if open > 0 { format!("{all}, {open} open{mark}") } else { format!("{all}, none open{mark}") };
        vec![open, format!("{all}{mark}")]
    }
}
