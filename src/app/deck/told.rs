//! What a step shows, in words: for those who do not see the picture.

use crate::app::App;
use crate::app::change::{capital, under};
use crate::app::map::Zoom;
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::domain::deck::Spotlight;
use crate::domain::id::RoleId;
use crate::domain::words::and_list;

impl App {
    /// What is on the screen, in a few sentences.
    #[must_use]
    pub fn scene_in_words(&self) -> String {
        let mut sentences = vec![self.screen_in_words()];
        sentences.extend(self.sheet_in_words());
        sentences.extend(self.standpoint_in_words());
        sentences.extend(self.stage().and_then(|stage| self.light_in_words(stage.spotlight())));
        sentences.join(" ")
    }

    fn title(&self, role: RoleId) -> &str {
        &self.pack().role(role).title
    }

    fn screen_in_words(&self) -> String {
        let pack = self.pack();
        match self.screen() {
            Screen::Map => {
                let near = match self.map().zoom() {
                    Zoom::Families => "The map of families and levels",
                    Zoom::Lanes => "The whole map",
                    Zoom::Boxes => "The map around one role",
                    Zoom::Cards => "The map around one role, with pay, time and posts",
                };
                let selected =
                    self.selected_role().map_or(String::new(), |role| format!(", {} selected", self.title(role)));
                let filter = self.filter_line().map_or(String::new(), |line| format!("; {line}"));
                format!("{near}{selected}{filter}.")
            }
            Screen::Routes => {
                let chosen = self.picks().into_iter().nth(self.chosen_line());
                chosen.map_or("The routes.".to_owned(), |pick| format!("The routes; chosen is: {}.", pick.name))
            }
            Screen::Training => {
                let item = self.selected_training().map(|item| &pack.training(item).title);
                item.map_or("The training.".to_owned(), |title| format!("The training, {title} selected."))
            }
            Screen::Posts => {
                let post = self.selected_post().map(|post| pack.post(post));
                post.map_or("The posts.".to_owned(), |post| {
                    format!("The posts with the map of England; selected is: {}, {}.", post.title, post.employer)
                })
            }
            Screen::Plan => "The plans.".to_owned(),
            Screen::Workshop => "The decks.".to_owned(),
            Screen::Appraisal => {
                let one = self.chosen_competency().map(|one| &one.title);
                one.map_or("The appraisal.".to_owned(), |title| format!("The appraisal, “{title}” selected."))
            }
        }
    }

    fn sheet_in_words(&self) -> Option<String> {
        let words = match self.overlays().last()? {
            Overlay::Compare => "On top of it ways side by side.",
            Overlay::CompareRules => {
                "On top of it the fastest ways under today's rules and under the review side by side."
            }
            Overlay::Breakdown => "On top of it what the totals of the way are made of.",
            Overlay::PayBack => "On top of it whether the post pays back.",
            Overlay::Feeders => "On top of it from which roles the post could be filled.",
            Overlay::WhatIf(_) => "On top of it what the post would have to offer.",
            _ => return None,
        };
        Some(words.to_owned())
    }

    fn standpoint_in_words(&self) -> Option<String> {
        let stance = self.stance();
        let me = stance.me.as_ref()?;
        let target = stance.target.map_or(String::new(), |role| format!(", wants to be: {}", self.title(role)));
        Some(format!("Who asks: {}{target}. {}.", me.title, capital(under(stance.ruleset))))
    }

    fn light_in_words(&self, light: &Spotlight) -> Option<String> {
        let roles = light.roles.iter().map(|role| self.title(*role).to_owned());
        let moves = light.moves.iter().map(|leg| format!("{} to {}", self.title(leg.from), self.title(leg.to)));
        let training = light.training.iter().map(|item| self.pack().training(*item).title.clone());
        let meant: Vec<String> = roles.chain(moves).chain(training).collect();
        (!meant.is_empty()).then(|| format!("Meant are: {}.", and_list(&meant)))
    }
}
