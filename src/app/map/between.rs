//! What stands between the columns of the map when it is asked for: what the selected role asks for, and its posts.

use std::fmt;

use super::Zoom;
use crate::app::App;
use crate::app::asks::Asks;
use crate::app::change::under;
use crate::app::story::day;
use crate::domain::expression::Expression;
use crate::domain::id::{PostId, RequirementId};
use crate::domain::planner::{Holder, RowState};
use crate::domain::post;
use crate::layout::slips::{Gate, Line, Slip, Standing};

/// What stands between the columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Between {
    /// Nothing but lines.
    #[default]
    Nothing,
    /// What the selected role asks for.
    Training,
    /// The posts of the selected role.
    Posts,
    /// Both.
    Both,
}

impl Between {
    /// The next one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Nothing => Self::Training,
            Self::Training => Self::Posts,
            Self::Posts => Self::Both,
            Self::Both => Self::Nothing,
        }
    }
}

impl fmt::Display for Between {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Nothing => "nothing",
            Self::Training => "training",
            Self::Posts => "posts",
            Self::Both => "training and posts",
        })
    }
}

impl Standing {
    /// How a row of what a role asks for stands; nothing where nobody has said who asks.
    #[must_use]
    pub fn of_row(state: Option<RowState>) -> Self {
        match state {
            Some(RowState::Met) => Self::Met,
            Some(RowState::Unmet) => Self::Unmet,
            Some(RowState::OnAppointment) => Self::OnAppointment,
            Some(RowState::Waived) => Self::Waived,
            None => Self::Untold,
        }
    }
}

impl App {
    /// To the next thing between the columns, where there are columns with boxes.
    pub(in crate::app) fn next_between(&mut self) {
        if matches!(self.map.zoom(), Zoom::Families | Zoom::Lanes) {
            self.notice = Some("Training and posts stand beside a role's box: come nearer (+)".to_owned());
            return;
        }
        let between = self.map.between().next();
        self.map.show_between(between);
        let rules = under(self.stance().ruleset);
        self.notice = Some(match between {
            Between::Nothing => "Nothing stands between the columns".to_owned(),
            Between::Training => format!("Before the role's box: the training asked for {rules}"),
            Between::Posts => "Before the role's box: its posts".to_owned(),
            Between::Both => format!("Before the role's box: the training asked for {rules}, and its posts"),
        });
    }

    /// What stands before the selected role's box.
    pub(super) fn slips(&self) -> Vec<Slip> {
        let (training, posts) = match self.map.between() {
            Between::Nothing => (false, false),
            Between::Training => (true, false),
            Between::Posts => (false, true),
            Between::Both => (true, true),
        };
        let mut slips = Vec::new();
        if training {
            let holder = self.stance().me.as_ref().map(|me| Holder::of(self.pack(), &me.person));
            let rows = self.asks().map(Asks::rows).unwrap_or_default();
            slips.extend(rows.into_iter().map(|(row, state)| self.asked(row, state, holder.as_ref())));
        }
        if posts {
            let known = self.selected_role().map_or(&[][..], |role| self.pack().posts_of(role));
            slips.extend(known.iter().map(|&post| self.post_slip(post)));
        }
        slips
    }

    fn asked(&self, row: RequirementId, state: Option<RowState>, holder: Option<&Holder>) -> Slip {
        let mut asked = Asked { app: self, row: Standing::of_row(state), holder, lines: Vec::new() };
        asked.add(&self.pack().requirement(row).requires, asked.row, 0);
        Slip { lines: asked.lines }
    }

    fn post_slip(&self, id: PostId) -> Slip {
        let post = self.pack().post(id);
        let standing = match post.standing {
            post::Standing::Challenged => Standing::Challenged,
            post::Standing::Ordinary => Standing::Ordinary,
        };
        let name =
            post.organisation.map_or(&post.employer, |organisation| &self.pack().organisation(organisation).name);
        let name = if name.is_empty() { &post.title } else { name };
        let closes = match post.closes {
            Some(date) if date < self.today() => format!("closed {}", day(date)),
            Some(date) => format!("closes {}", day(date)),
            None => "no closing date".to_owned(),
        };
        let line = |standing, text| Line { standing, gate: None, depth: 0, text, training: None };
        Slip { lines: vec![line(Some(standing), brief(name).to_owned()), line(None, closes)] }
    }
}

/// The name of an organisation without what most of them have in common.
fn brief(name: &str) -> &str {
    let endings = [" NHS Foundation Trust", " NHS Trust"];
    endings.into_iter().find_map(|ending| name.strip_suffix(ending)).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// One row of what a role asks for, as it is turned into lines.
struct Asked<'a> {
    app: &'a App,
    /// How the whole row stands.
    row: Standing,
    holder: Option<&'a Holder>,
    lines: Vec<Line>,
}

impl Asked<'_> {
    /// Adds a part and, further in, what it is made of.
    fn add(&mut self, part: &Expression, standing: Standing, depth: u16) {
        let line = |gate, text: &str, training| Line {
            standing: Some(standing),
            gate,
            depth,
            text: text.to_owned(),
            training,
        };
        let (parts, gate, words) = match part {
            Expression::Fact(fact) => {
                self.lines.push(line(None, &self.app.pack().training(*fact).title, Some(*fact)));
                return;
            }
            Expression::All(parts) => (parts, Gate::AllOf, if parts.is_empty() { "nothing" } else { "all of" }),
            Expression::Any(parts) => (parts, Gate::OneOf, "one of"),
        };
        self.lines.push(line(Some(gate), words, None));
        for part in parts {
            self.add(part, self.of_part(part), depth + 1);
        }
    }

    /// How a part stands. One that is not held is no fault where the row is met without it.
    fn of_part(&self, part: &Expression) -> Standing {
        match self.holder.map(|holder| part.holds(&|fact| holder.has(fact))) {
            Some(true) => Standing::Met,
            Some(false) if self.row == Standing::Met => Standing::Untold,
            Some(false) => self.row,
            None => Standing::Untold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Between, brief};

    #[test]
    fn four_steps_lead_round() {
        let round = std::iter::successors(Some(Between::Nothing), |between| Some(between.next()));
        let words: Vec<String> = round.take(5).map(|between| between.to_string()).collect();
        assert_eq!(words, ["nothing", "training", "posts", "training and posts", "nothing"]);
    }

    #[test]
    fn an_organisation_is_known_without_its_legal_form() {
        assert_eq!(brief("Medway NHS Foundation Trust"), "Medway");
        assert_eq!(brief("East and North Hertfordshire Teaching NHS Trust"), "East and North Hertfordshire Teaching");
        assert_eq!(brief("NHS England"), "NHS England");
    }
}
