//! The desk: which questions have been put to the planner, which are still wanted, and what is known.

use std::collections::BTreeMap;

use super::effect::{Ask, Effect, Finding, Line, Ticket};
use super::screen::Screen;
use super::stance::Stance;
use crate::domain::eligibility::Eligible;
use crate::domain::id::RoleId;
use crate::domain::planner::{Answer, Circumstances, Opening, Question, Reached};
use crate::domain::ruleset::Ruleset;

/// How many answers are kept, so that going back and forth costs nothing.
const KEPT: usize = 16;

/// What is known about a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Knowledge<T> {
    /// There is nothing to ask: an end of the route is missing.
    NothingAsked,
    /// The planner has not answered yet.
    Waiting,
    /// The answer.
    Known(T),
}

/// Questions under way and answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Desk {
    numbers: BTreeMap<Line, u64>,
    waiting: BTreeMap<Line, Ask>,
    routes: Vec<(Question, Answer)>,
    openings: Vec<(Question, Vec<Opening>)>,
    reach: Vec<(Circumstances, BTreeMap<RoleId, Reached>)>,
    eligible: Vec<(Circumstances, Eligible)>,
    asides: Vec<(Ask, Finding)>,
}

impl Desk {
    /// The routes a stance asks for.
    #[must_use]
    pub fn routes(&self, stance: &Stance) -> Knowledge<&Answer> {
        known(&self.routes, stance.question().as_ref())
    }

    /// What would open a way for a stance that has none.
    #[must_use]
    pub fn openings(&self, stance: &Stance) -> Knowledge<&[Opening]> {
        match known(&self.openings, stance.question().as_ref()) {
            Knowledge::Known(openings) => Knowledge::Known(openings.as_slice()),
            Knowledge::Waiting => Knowledge::Waiting,
            Knowledge::NothingAsked => Knowledge::NothingAsked,
        }
    }

    /// How a role can be reached.
    #[must_use]
    pub fn reached(&self, stance: &Stance, role: RoleId) -> Knowledge<Option<Reached>> {
        match known(&self.reach, stance.circumstances().as_ref()) {
            Knowledge::Known(roles) => Knowledge::Known(roles.get(&role).copied()),
            Knowledge::Waiting => Knowledge::Waiting,
            Knowledge::NothingAsked => Knowledge::NothingAsked,
        }
    }

    /// All roles that can be reached.
    #[must_use]
    pub fn reach(&self, stance: &Stance) -> Knowledge<&BTreeMap<RoleId, Reached>> {
        known(&self.reach, stance.circumstances().as_ref())
    }

    /// For which roles with posts somebody is eligible.
    #[must_use]
    pub fn eligible(&self, stance: &Stance) -> Knowledge<&Eligible> {
        known(&self.eligible, stance.circumstances().as_ref())
    }

    /// What is known of a question that a sheet about a post put.
    #[must_use]
    pub fn aside(&self, ask: &Ask) -> Option<&Finding> {
        find(&self.asides, ask)
    }

    /// Puts the questions of an open sheet that are neither answered nor under way.
    pub fn ask_aside(&mut self, [shown, least]: [Option<Ask>; 2]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (line, ask) in [(Line::Aside, shown), (Line::Least, least)] {
            let unknown = ask.filter(|ask| find(&self.asides, ask).is_none());
            self.put(line, unknown, &mut effects);
        }
        effects
    }

    /// Puts a question for routes that is neither answered nor under way.
    pub fn ask_besides(&mut self, question: Option<Question>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let unknown = question.filter(|question| find(&self.routes, question).is_none());
        self.put(Line::Besides, unknown.map(Ask::Routes), &mut effects);
        effects
    }

    /// Forgets for which posts anybody is eligible: there are other posts now.
    pub fn forget_eligible(&mut self) {
        self.eligible.clear();
        self.waiting.remove(&Line::Eligible);
    }

    /// Puts the questions that a stance raises on a screen and that are neither answered nor under way; `contrast` is the
    /// ruleset to compare with.
    pub fn ask(&mut self, stance: &Stance, contrast: Ruleset, screen: Screen) -> Vec<Effect> {
        let mut effects = Vec::new();
        let routes = stance.question().filter(|question| find(&self.routes, question).is_none());
        self.put(Line::Routes, routes.map(Ask::Routes), &mut effects);
        let other = stance.under(contrast).question().filter(|question| find(&self.routes, question).is_none());
        self.put(Line::Contrast, other.map(Ask::Routes), &mut effects);
        let reach = stance.circumstances().filter(|asked| find(&self.reach, asked).is_none());
        self.put(Line::Reach, reach.map(Ask::Reach), &mut effects);
        let openings = stance.question().filter(|question| {
            let blocked = find(&self.routes, question).is_some_and(|answer| answer.blocked.is_some());
            blocked && find(&self.openings, question).is_none()
        });
        self.put(Line::Openings, openings.map(Ask::Openings), &mut effects);
        let fit =
            stance.circumstances().filter(|asked| screen == Screen::Posts && find(&self.eligible, asked).is_none());
        self.put(Line::Eligible, fit.map(Ask::Eligible), &mut effects);
        effects
    }

    fn put(&mut self, line: Line, ask: Option<Ask>, effects: &mut Vec<Effect>) {
        if self.waiting.get(&line) == ask.as_ref() {
            return;
        }
        let number = self.numbers.entry(line).or_default();
        *number += 1;
        let ticket = Ticket { line, number: *number };
        match ask {
            None => self.waiting.remove(&line),
            Some(ask) => {
                effects.push(Effect::Ask { ticket, ask: ask.clone() });
                self.waiting.insert(line, ask)
            }
        };
    }

    /// Takes an answer in. One to an old question, or of the wrong sort, is dropped.
    pub fn take(&mut self, ticket: Ticket, finding: Finding) {
        if self.numbers.get(&ticket.line) != Some(&ticket.number) {
            return;
        }
        match (self.waiting.remove(&ticket.line), finding) {
            (Some(Ask::Routes(question)), Finding::Routes(answer)) => keep(&mut self.routes, question, answer),
            (Some(Ask::Openings(question)), Finding::Openings(found)) => keep(&mut self.openings, question, found),
            (Some(Ask::Eligible(asked)), Finding::Eligible(found)) => keep(&mut self.eligible, asked, found),
            (Some(Ask::Reach(asked)), Finding::Reach(reached)) => {
                keep(&mut self.reach, asked, reached.into_iter().map(|r| (r.role, r)).collect());
            }
            (Some(ask), finding) if matches!(ticket.line, Line::Aside | Line::Least) => {
                keep(&mut self.asides, ask, finding);
            }
            _ => {}
        }
    }
}

fn find<'a, Q: PartialEq, A>(kept: &'a [(Q, A)], question: &Q) -> Option<&'a A> {
    kept.iter().find(|(asked, _)| asked == question).map(|(_, answer)| answer)
}

fn known<'a, Q: PartialEq, A>(kept: &'a [(Q, A)], question: Option<&Q>) -> Knowledge<&'a A> {
    match question {
        None => Knowledge::NothingAsked,
        Some(question) => find(kept, question).map_or(Knowledge::Waiting, Knowledge::Known),
    }
}

fn keep<Q, A>(kept: &mut Vec<(Q, A)>, question: Q, answer: A) {
    if kept.len() == KEPT {
        kept.remove(0);
    }
    kept.push((question, answer));
}
