//! What there is to export: what stands on the screen first, then what else there is.

use crate::app::App;
use crate::app::desk::Knowledge;
use crate::app::screen::Screen;
use crate::domain::dates;
use crate::domain::id::{PostId, RoleId, TrainingId};
use crate::domain::portfolio::Portfolio;
use crate::domain::words::count;
use crate::handout::{Outline, Subject};

/// Something that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The chosen plan.
    Plan,
    /// The chosen route, or why there is none.
    Route,
    /// The newest appraisal, or a form for one.
    Appraisal,
    /// A role.
    Role(RoleId),
    /// A training item.
    Item(TrainingId),
    /// The training that is listed.
    Training,
    /// A post.
    Post(PostId),
    /// The posts that are listed.
    Posts,
}

impl Choice {
    /// The screen on which it stands.
    const fn screen(self) -> Screen {
        match self {
            Self::Appraisal => Screen::Appraisal,
            Self::Plan => Screen::Plan,
            Self::Route => Screen::Routes,
            Self::Role(_) => Screen::Map,
            Self::Item(_) | Self::Training => Screen::Training,
            Self::Post(_) | Self::Posts => Screen::Posts,
        }
    }
}

impl App {
    /// What there is to export, what stands on the screen first.
    #[must_use]
    pub fn export_choices(&self) -> Vec<Choice> {
        let here = self.screen();
        let role = self.selected_role().map(Choice::Role);
        let item = self.selected_training().filter(|_| here == Screen::Training).map(Choice::Item);
        let post = self.selected_post().filter(|_| here == Screen::Posts).map(Choice::Post);
        let all = [
            Some(Choice::Plan),
            Some(Choice::Route),
            Some(Choice::Appraisal),
            role,
            item,
            Some(Choice::Training),
            Some(Choice::Posts),
            post,
        ];
        let mut there: Vec<Choice> = all.into_iter().flatten().filter(|choice| self.is_there(*choice)).collect();
        there.sort_by_key(|choice| choice.screen() != here);
        there
    }

    fn is_there(&self, choice: Choice) -> bool {
        match choice {
            Choice::Plan => self.chosen_plan().is_some(),
            Choice::Route => matches!(self.answer(), Knowledge::Known(_)),
            // Private: only of the person whose profile is kept.
            Choice::Appraisal => self.keeps_plans(),
            Choice::Training => !self.training_lines().is_empty(),
            Choice::Posts => !self.posts_view().listed().is_empty(),
            Choice::Role(_) | Choice::Item(_) | Choice::Post(_) => true,
        }
    }

    /// What a choice is called.
    #[must_use]
    pub fn export_title(&self, choice: Choice) -> String {
        let pack = self.pack();
        match choice {
            Choice::Plan => format!("Plan: {}", self.chosen_plan().map_or("", |plan| plan.title.as_str())),
            Choice::Route => {
                let target = self.stance().target.map_or("", |target| pack.role(target).title.as_str());
                match self.picks().get(self.chosen_line()) {
                    Some(chosen) => format!("Route to {target}: {}", chosen.name.to_lowercase()),
                    None => format!("Why there is no route to {target}"),
                }
            }
            Choice::Appraisal => match self.portfolio().and_then(Portfolio::last_appraisal) {
                Some(appraisal) => format!("Appraisal of {}", dates::day(appraisal.on)),
                None => "Appraisal: a form to fill in".to_owned(),
            },
            Choice::Role(role) => format!("Role: {}", pack.role(role).title),
            Choice::Item(item) => format!("Training: {}", pack.training(item).title),
            Choice::Training => format!("Training: {} as listed", count(self.training_lines().len() as u64, "item")),
            Choice::Post(post) => format!("Post: {}, {}", pack.post(post).title, pack.post(post).employer),
            Choice::Posts => {
                format!("Posts: {} as listed", count(self.posts_view().listed().len() as u64, "post"))
            }
        }
    }

    /// A choice as plain data, with the circumstances it is told under; nothing when it is gone.
    pub(in crate::app) fn subject(&self, choice: Choice) -> Option<Subject> {
        let (pack, stance) = (self.pack(), self.stance());
        let ruleset = stance.ruleset;
        let person = stance.me.as_ref().map(|me| me.person.clone());
        let hours_per_week = person.as_ref().map_or(pack.tables().hours_per_week, |person| person.hours_per_week);
        Some(match choice {
            Choice::Plan => {
                let held = self.portfolio().filter(|_| self.keeps_plans()).map(|portfolio| portfolio.profile.role);
                Subject::Plan { plan: Box::new(self.chosen_plan()?.clone()), held }
            }
            Choice::Route => self.route_subject()?,
            Choice::Appraisal => {
                let portfolio = self.portfolio().filter(|_| self.keeps_plans())?;
                let appraisal = portfolio.last_appraisal().cloned().map(Box::new);
                Subject::Appraisal { portfolio: Box::new(portfolio.clone()), appraisal, ruleset }
            }
            Choice::Role(role) => Subject::Role { role, person, ruleset },
            Choice::Item(item) => Subject::Training { items: vec![item], ruleset },
            Choice::Training => {
                let items = self.training_lines().iter().map(|line| line.training).collect();
                Subject::Training { items, ruleset }
            }
            Choice::Post(post) => Subject::Posts { posts: vec![post], ruleset, hours_per_week },
            Choice::Posts => Subject::Posts { posts: self.posts_view().listed().to_vec(), ruleset, hours_per_week },
        })
    }

    /// The chosen route by its number among those of the answer: the screen lists them by name.
    fn route_subject(&self) -> Option<Subject> {
        let Knowledge::Known(answer) = self.answer() else { return None };
        let chosen = self.chosen_route();
        let mut all = answer.routes.iter().chain(&answer.alternatives);
        let at = chosen.and_then(|chosen| all.position(|route| route == chosen)).unwrap_or(0);
        let question = Box::new(self.stance().question()?);
        Some(Subject::Route {
            question,
            answer: Box::new(answer.clone()),
            number: at + 1,
            wishes: self.wishes().clone(),
        })
    }

    pub(in crate::app) fn outline_of(&self, choice: Choice) -> Option<Outline> {
        self.subject(choice)?.outline(self.pack(), self.today()).ok()
    }
}
