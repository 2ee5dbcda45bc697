//! Routes side by side: which ones are compared, and where they part and meet again.

use super::App;
use super::change::{capital, under};
use super::desk::Knowledge;
use super::overlay::Overlay;
use super::picks::{Pick, Standing};
use crate::domain::planner::Route;
use crate::domain::ruleset::Ruleset;

/// As many routes as a screen has room for side by side.
const MOST: usize = 3;

/// The lines of the list of routes that are marked, the one marked first at the front.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks([Option<usize>; MOST]);

impl Marks {
    /// Whether a line is marked.
    #[must_use]
    pub fn has(self, line: usize) -> bool {
        self.0.contains(&Some(line))
    }

    /// The marked lines from the top of the list.
    #[must_use]
    pub fn lines(self) -> Vec<usize> {
        let mut lines: Vec<usize> = self.0.into_iter().flatten().collect();
        lines.sort_unstable();
        lines
    }

    /// With the line marked, or no longer marked; the mark that was set first gives way to a fourth.
    #[must_use]
    pub fn toggled(self, line: usize) -> Self {
        let mut lines: Vec<usize> = self.0.into_iter().flatten().filter(|other| *other != line).collect();
        if !self.has(line) {
            lines.push(line);
        }
        let surplus = lines.len().saturating_sub(MOST);
        let mut marks = [None; MOST];
        marks.iter_mut().zip(&lines[surplus..]).for_each(|(mark, line)| *mark = Some(*line));
        Self(marks)
    }
}

/// Which stints routes have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parting {
    /// So many stints from the first on are in the same roles on all.
    pub together: usize,
    /// So many stints up to the last are in the same roles on all, those of `together` apart.
    pub again: usize,
}

/// Where routes part and meet again. They share the role held now and the target, so neither part is empty.
#[must_use]
pub fn parting(routes: &[&Route]) -> Parting {
    let roles: Vec<Vec<_>> = routes.iter().map(|route| route.steps.iter().map(|step| step.role).collect()).collect();
    let shortest = roles.iter().map(Vec::len).min().unwrap_or(0);
    let same = |from_start: usize| roles.windows(2).all(|pair| pair[0].get(from_start) == pair[1].get(from_start));
    let together = (0..shortest).take_while(|at| same(*at)).count();
    let same_from_end = |back: usize| {
        let at = |of: &Vec<_>| of.len().checked_sub(back + 1).and_then(|at| of.get(at).copied());
        roles.windows(2).all(|pair| at(&pair[0]) == at(&pair[1]))
    };
    let again = (0..shortest - together).take_while(|back| same_from_end(*back)).count();
    Parting { together, again }
}

impl App {
    /// What stands side by side: routes under different rules, or routes of the list.
    #[must_use]
    pub fn side_by_side(&self) -> Vec<Pick<'_>> {
        match self.overlays().last() {
            Some(Overlay::CompareRules) => self.compared_by_rules(),
            _ => self.compared(),
        }
    }

    /// The fastest routes under today's rules and under the review, by those names; those that are known.
    #[must_use]
    pub fn compared_by_rules(&self) -> Vec<Pick<'_>> {
        let pick = |rules: Ruleset| match self.desk().routes(&self.stance().under(rules)) {
            Knowledge::Known(answer) => answer.routes.first().map(|route| Pick {
                name: capital(under(rules)),
                standing: Standing::Front,
                route,
            }),
            _ => None,
        };
        [Ruleset::Today, Ruleset::Review].into_iter().filter_map(pick).collect()
    }

    /// The routes that are compared: the marked ones; with fewer than two, also the selected one and the first others.
    #[must_use]
    pub fn compared(&self) -> Vec<Pick<'_>> {
        let mut lines = self.routes_view().marks.lines();
        for line in std::iter::once(self.chosen_line()).chain(0..) {
            if lines.len() >= 2 || line >= self.picks().len() {
                break;
            }
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.sort_unstable();
        let mut picks: Vec<Option<Pick<'_>>> = self.picks().into_iter().map(Some).collect();
        lines.into_iter().filter_map(|line| picks.get_mut(line).and_then(Option::take)).collect()
    }

    pub(super) fn mark(&mut self) {
        let line = self.chosen_line();
        self.routes.marks = self.routes.marks.toggled(line);
        let words = match self.routes.marks.lines().len() {
            0 => "No way is marked",
            1 => "Marked: mark another one, then press c",
            _ => "Marked: c sets the marked ways side by side",
        };
        self.notice = Some(words.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn the_oldest_of_four_marks_gives_way() {
        let marks = Marks::default().toggled(4).toggled(0).toggled(2);
        assert_eq!(marks.lines(), [0, 2, 4]);
        assert_eq!(marks.toggled(1).lines(), [0, 1, 2]);
        assert_eq!(marks.toggled(0).lines(), [2, 4]);
    }
}
