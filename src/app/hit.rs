//! What was drawn where: the screen tells the app, so that the mouse and page keys use what a person really sees.

use super::map::Roam;
use super::posts::SortKey;
use super::screen::Screen;
use crate::domain::appraisal::Rating;
use crate::domain::id::{PostId, RoleId, TileId, TrainingId};

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Cells {
    /// Leftmost column.
    pub x: u16,
    /// Topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Cells {
    /// Whether the cell at `column`, `row` is in it.
    #[must_use]
    pub const fn contains(self, column: u16, row: u16) -> bool {
        let (right, bottom) = (self.x.saturating_add(self.width), self.y.saturating_add(self.height));
        column >= self.x && column < right && row >= self.y && row < bottom
    }
}

/// A pane that can have the focus or be scrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// The map itself.
    Map,
    /// The pane about a role.
    Role,
    /// The list of routes.
    Routes,
    /// The chosen route.
    Route,
    /// The list of training.
    Training,
    /// The pane about a training item.
    TrainingItem,
    /// The list of plans.
    Plans,
    /// The chosen plan.
    Plan,
    /// The list of posts.
    Posts,
    /// The pane about a post.
    Post,
    /// The list of decks.
    Decks,
    /// The chosen deck.
    Deck,
    /// The map of England.
    England,
    /// The pane about a board of it.
    Board,
    /// The list of competencies and objectives.
    Competencies,
    /// The pane about a competency or objective.
    Competency,
    /// The layer on top of the screen: help, palette, find …
    Overlay,
}

/// What a rectangle stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A tab of the title bar.
    Tab(Screen),
    /// A pane: clicking gives it the focus, the wheel scrolls it.
    Pane(Pane),
    /// A role, wherever it stands.
    Role(RoleId),
    /// A training item, wherever it stands.
    Training(TrainingId),
    /// A tile of the map of England.
    Tile(TileId),
    /// A post, wherever it stands.
    Post(PostId),
    /// The head of a column of posts, which sorts by it.
    Column(SortKey),
    /// A line of the list of routes, from 0.
    RouteRow(usize),
    /// A line of the list of decks, from 0.
    DeckRow(usize),
    /// A line of the list of plans, from 0.
    PlanRow(usize),
    /// A line of the chosen plan, from 0.
    PlanItem(usize),
    /// A line of the appraisal, from 0: a competency or an objective.
    AppraisalRow(usize),
    /// A point of the scale, for the selected competency.
    Point(Rating),
    /// A line of the layer on top, from 0.
    OverlayRow(usize),
    /// The key hint or button for an action.
    Action(super::action::Action),
}

/// One rectangle and what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hit {
    /// Where.
    pub cells: Cells,
    /// What.
    pub target: Target,
}

/// How much of a pane's content was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seen {
    /// The pane.
    pub pane: Pane,
    /// The first line shown, from 0.
    pub offset: usize,
    /// The lines that fit.
    pub height: usize,
    /// The lines there are.
    pub lines: usize,
}

/// What could not be said in full where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tip {
    /// Where it stands.
    pub cells: Cells,
    /// All of it.
    pub words: String,
}

/// What was drawn where. Later hits lie on top of earlier ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HitMap {
    /// The rectangles, in the order in which they were drawn.
    pub hits: Vec<Hit>,
    /// What was seen of each scrollable pane.
    pub seen: Vec<Seen>,
    /// How far the map's window can be moved, when there is a map to be moved.
    pub roam: Option<Roam>,
    /// What is said in full when the mouse is over it. Later ones lie on top of earlier ones.
    pub tips: Vec<Tip>,
}

impl HitMap {
    /// The topmost target at a cell.
    #[must_use]
    pub fn at(&self, column: u16, row: u16) -> Option<Target> {
        self.hits.iter().rev().find(|hit| hit.cells.contains(column, row)).map(|hit| hit.target)
    }

    /// The topmost pane at a cell.
    #[must_use]
    pub fn pane_at(&self, column: u16, row: u16) -> Option<Pane> {
        self.hits.iter().rev().filter(|hit| hit.cells.contains(column, row)).find_map(|hit| match hit.target {
            Target::Pane(pane) => Some(pane),
            _ => None,
        })
    }

    /// What is said in full about a cell.
    #[must_use]
    pub fn tip_at(&self, column: u16, row: u16) -> Option<&Tip> {
        self.tips.iter().rev().find(|tip| tip.cells.contains(column, row))
    }

    /// Where a role stands on the map, if it is in view.
    #[must_use]
    pub fn role_on_map(&self, role: RoleId) -> Option<Cells> {
        let mut of_role = self.hits.iter().filter(|hit| hit.target == Target::Role(role)).map(|hit| hit.cells);
        of_role.find(|cells| self.pane_at(cells.x, cells.y) == Some(Pane::Map))
    }

    /// The roles on the map, from top to bottom and left to right of it, each once, and where they stand.
    #[must_use]
    pub fn roles_on_map(&self) -> Vec<(RoleId, Cells)> {
        let mut roles: Vec<(RoleId, Cells)> = Vec::new();
        for hit in &self.hits {
            let Target::Role(role) = hit.target else { continue };
            let on_map = self.pane_at(hit.cells.x, hit.cells.y) == Some(Pane::Map);
            if on_map && !roles.iter().any(|(known, _)| *known == role) {
                roles.push((role, hit.cells));
            }
        }
        roles.sort_by_key(|(role, cells)| (cells.y, cells.x, *role));
        roles
    }

    /// Forgets that roles stand in a row of other words, which was drawn over the first or the last row of their boxes.
    pub fn cut_roles(&mut self, words: Cells) {
        for hit in &mut self.hits {
            let cells = &mut hit.cells;
            let is_role = matches!(hit.target, Target::Role(_));
            if !is_role || cells.x < words.x || cells.x >= words.x.saturating_add(words.width) {
                continue;
            }
            if cells.y == words.y {
                cells.y += 1;
                cells.height -= 1;
            } else if cells.y + cells.height == words.y + 1 {
                cells.height -= 1;
            }
        }
        self.hits.retain(|hit| hit.cells.height > 0);
    }

    /// What was seen of a pane.
    #[must_use]
    pub fn seen(&self, pane: Pane) -> Option<Seen> {
        self.seen.iter().rev().find(|seen| seen.pane == pane).copied()
    }
}
