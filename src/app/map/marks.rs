//! What is marked on the map besides the selected role.

use super::{Between, Zoom};
use crate::app::App;
use crate::domain::id::RoleId;
use crate::domain::planner::MovesAllowed;
use crate::layout::details::Cards;
use crate::layout::slips::Slip;

/// The role held, the role wanted, the way between them, and which moves count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The role held now.
    pub me: Option<RoleId>,
    /// The role wanted.
    pub target: Option<RoleId>,
    /// The roles of the chosen route, from the one held to the one wanted; empty when there is none.
    pub route: Vec<RoleId>,
    /// Which moves are drawn.
    pub moves: MovesAllowed,
    /// What the boxes say besides their titles; empty unless one looks that near.
    pub cards: Cards,
    /// What is asked to stand between the columns.
    pub between: Between,
    /// What stands before the selected role's box.
    pub slips: Vec<Slip>,
}

impl Marks {
    /// The role held and the role wanted.
    #[must_use]
    pub fn roles(&self) -> Vec<RoleId> {
        self.me.into_iter().chain(self.target).collect()
    }
}

impl App {
    /// What is marked on the map: me, my target, the chosen route.
    #[must_use]
    pub fn marks(&self) -> Marks {
        let stance = self.stance();
        let marks = Marks {
            me: stance.me.as_ref().map(|me| me.person.role),
            target: stance.target,
            route: self
                .chosen_route()
                .map_or_else(Vec::new, |route| route.steps.iter().map(|step| step.role).collect()),
            moves: stance.moves,
            cards: Cards::new(),
            between: self.map().between(),
            slips: Vec::new(),
        };
        match self.map().zoom() {
            Zoom::Cards => Marks { cards: self.cards(&marks), slips: self.slips(), ..marks },
            Zoom::Boxes => Marks { slips: self.slips(), ..marks },
            Zoom::Families | Zoom::Lanes => marks,
        }
    }
}
