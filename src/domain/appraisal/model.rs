//! One appraisal: a dated self-rating with notes, priorities and objectives.

use std::fmt;

use jiff::civil::Date;

use super::framework::{CompetencyId, Framework};
use super::rating::Rating;
use super::step::PlanStep;
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::domain::profile::Profile;
use crate::domain::role::Stage;
use crate::domain::text::clean_lines;

/// The most priorities one appraisal should have: the official tool advises one to three.
pub const MOST_PRIORITIES: usize = 3;

/// One appraisal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appraisal {
    /// Its day.
    pub on: Date,
    /// The role held then, where it was said.
    pub role: Option<Slug>,
    /// The stage whose expectations were rated: a rating says how well one does what this stage expects.
    pub stage: Stage,
    /// What was rated or noted, each competency at most once, in the order in which it was written.
    pub ratings: Vec<Rated>,
    /// What to work on first.
    pub priorities: Vec<CompetencyId>,
    /// What is to be done until the next.
    pub objectives: Vec<Objective>,
}

/// What somebody says of one competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// Which.
    pub competency: CompetencyId,
    /// How well; nothing where only notes were made.
    pub rating: Option<Rating>,
    /// What was achieved. May have several lines.
    pub what: String,
    /// How it was done. May have several lines.
    pub how: String,
}

/// One of the two notes on a competency: results, and behaviour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Note {
    /// What was achieved.
    What,
    /// How it was done.
    How,
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// In words.
    pub what: String,
    /// By when.
    pub due: Option<Date>,
    /// When it was done, once it was.
    pub done: Option<Date>,
    /// The step of a plan that it serves.
    pub step: Option<PlanStep>,
}

/// What a new appraisal begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start<'a> {
    /// With nothing rated.
    Blank,
    /// With the ratings and priorities of an earlier one, to be changed where they changed. Notes are of their year and
    /// stay there, and so do ratings against another stage than the new one's.
    From(&'a Appraisal),
}

/// There are as many priorities as there should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyPriorities;

impl fmt::Display for TooManyPriorities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there are {MOST_PRIORITIES} priorities already; take one away first")
    }
}

impl Appraisal {
    /// An appraisal with nothing in it.
    #[must_use]
    pub const fn blank(on: Date, role: Option<Slug>, stage: Stage) -> Self {
        Self { on, role, stage, ratings: Vec::new(), priorities: Vec::new(), objectives: Vec::new() }
    }

    /// A new appraisal of somebody, at the stage of their role; where the pack gives it none, at that of the one before,
    /// else at the lowest that the Framework has. Objectives of `before` that are still open come along in any case.
    #[must_use]
    pub fn begin(pack: &Pack, profile: &Profile, on: Date, before: Option<&Self>, start: Start<'_>) -> Self {
        let role = pack.role(profile.role);
        let lowest = || Framework::of(pack).stages().first().copied().unwrap_or(Stage::Fundamental);
        let stage = role.stage.or_else(|| before.map(|before| before.stage)).unwrap_or_else(lowest);
        let mut new = Self::blank(on, Some(role.slug.clone()), stage);
        if let Some(before) = before {
            new.objectives = before.objectives.iter().filter(|objective| objective.done.is_none()).cloned().collect();
        }
        if let Start::From(earlier) = start {
            new.priorities.clone_from(&earlier.priorities);
            if earlier.stage == stage {
                let rated = earlier.ratings.iter().filter(|rated| rated.rating.is_some());
                new.ratings = rated.map(Rated::without_notes).collect();
            }
        }
        new
    }

    /// What is said of a competency, if anything.
    #[must_use]
    pub fn of(&self, competency: &CompetencyId) -> Option<&Rated> {
        self.ratings.iter().find(|rated| rated.competency == *competency)
    }

    /// How a competency is rated, if it is.
    #[must_use]
    pub fn rating(&self, competency: &CompetencyId) -> Option<Rating> {
        self.of(competency).and_then(|rated| rated.rating)
    }

    /// Rates a competency, or takes its rating away.
    pub fn rate(&mut self, competency: &CompetencyId, rating: Option<Rating>) {
        self.entry(competency).rating = rating;
        self.tidy();
    }

    /// A note on a competency; empty where there is none.
    #[must_use]
    pub fn note(&self, competency: &CompetencyId, note: Note) -> &str {
        self.of(competency).map_or("", |rated| match note {
            Note::What => &rated.what,
            Note::How => &rated.how,
        })
    }

    /// Puts a note in the place of the one there was: its lines, without what steers a terminal.
    pub fn set_note(&mut self, competency: &CompetencyId, note: Note, text: &str) {
        let text = clean_lines(text).text.into_owned();
        let rated = self.entry(competency);
        match note {
            Note::What => rated.what = text,
            Note::How => rated.how = text,
        }
        self.tidy();
    }

    /// Makes a competency a priority, or no longer one.
    ///
    /// # Errors
    /// When there are as many as there should be; nothing is changed then.
    pub fn toggle_priority(&mut self, competency: &CompetencyId) -> Result<(), TooManyPriorities> {
        if let Some(at) = self.priorities.iter().position(|other| other == competency) {
            self.priorities.remove(at);
            return Ok(());
        }
        if self.priorities.len() >= MOST_PRIORITIES {
            return Err(TooManyPriorities);
        }
        self.priorities.push(competency.clone());
        Ok(())
    }

    /// What is rated, noted or a priority here and not in the Framework at hand: kept, and to be shown as such.
    #[must_use]
    pub fn unknown_to(&self, framework: &Framework) -> Vec<&CompetencyId> {
        let mut unknown: Vec<&CompetencyId> = Vec::new();
        for id in self.ratings.iter().map(|rated| &rated.competency).chain(&self.priorities) {
            if framework.find(id).is_none() && !unknown.contains(&id) {
                unknown.push(id);
            }
        }
        unknown
    }

    fn entry(&mut self, competency: &CompetencyId) -> &mut Rated {
        let at = self.ratings.iter().position(|rated| rated.competency == *competency).unwrap_or_else(|| {
            self.ratings.push(Rated::nothing(competency.clone()));
            self.ratings.len() - 1
        });
        &mut self.ratings[at]
    }

    /// What says nothing is not kept.
    fn tidy(&mut self) {
        self.ratings.retain(|rated| rated.rating.is_some() || !rated.what.is_empty() || !rated.how.is_empty());
    }
}

impl Rated {
    const fn nothing(competency: CompetencyId) -> Self {
        Self { competency, rating: None, what: String::new(), how: String::new() }
    }

    fn without_notes(&self) -> Self {
        Self { rating: self.rating, ..Self::nothing(self.competency.clone()) }
    }
}

impl Objective {
    /// An objective in words, with nothing else said of it.
    #[must_use]
    pub fn new(what: &str) -> Self {
        Self { what: clean_lines(what).text.into_owned(), due: None, done: None, step: None }
    }

    /// Whether it is open and its day has passed.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.done.is_none() && self.due.is_some_and(|due| due < today)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Appraisal, CompetencyId, Note, Objective, Rating, Stage, TooManyPriorities};

    fn id(text: &str) -> CompetencyId {
        CompetencyId::parse(text).expect("an id")
    }

    #[test]
    fn what_says_nothing_is_not_kept() {
        let mut appraisal = Appraisal::blank(date(2026, 11, 22), None, Stage::One);
        let (a, b) = (id("a"), id("b"));
        appraisal.rate(&a, Some(Rating::Strong));
        appraisal.set_note(&b, Note::How, "By listening.\nEvery week.");
        assert_eq!((appraisal.rating(&a), appraisal.rating(&b)), (Some(Rating::Strong), None));
        assert_eq!((appraisal.note(&b, Note::What), appraisal.note(&b, Note::How)), ("", "By listening.\nEvery week."));
        appraisal.rate(&a, None);
        appraisal.set_note(&b, Note::How, "");
        assert_eq!(appraisal.ratings, []);
    }

    #[test]
    fn there_are_one_to_three_priorities() {
        let mut appraisal = Appraisal::blank(date(2026, 11, 22), None, Stage::One);
        for name in ["a", "b", "c"] {
            assert_eq!(appraisal.toggle_priority(&id(name)), Ok(()));
        }
        assert_eq!(appraisal.toggle_priority(&id("d")), Err(TooManyPriorities));
        assert_eq!(appraisal.toggle_priority(&id("b")), Ok(()));
        assert_eq!(appraisal.priorities, [id("a"), id("c")]);
    }

    #[test]
    fn an_objective_is_overdue_after_its_day_and_not_on_it() {
        let mut objective = Objective::new("Chair the safety huddle");
        let due = date(2027, 3, 31);
        assert!(!objective.is_overdue(due));
        objective.due = Some(due);
        assert!(!objective.is_overdue(due) && objective.is_overdue(date(2027, 4, 1)));
        objective.done = Some(date(2027, 4, 2));
        assert!(!objective.is_overdue(date(2027, 5, 1)));
    }
}
