//! What a step lacks that it needs: routes need somebody who asks and a role wanted, a post's sheet needs a post.

use super::Known;
use crate::domain::deck::{Deck, Figure, Scene, Sheet, Show, Somebody, Step, Wording};
use crate::pack::report::{Place, Report};

/// Something that has to be settled before something else can be shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    Person,
    Target,
    Post,
    Training,
}

impl Need {
    const fn remedy(self) -> &'static str {
        match self {
            Self::Person => "nobody is named who asks; add persona = \"…\" or from = \"…\" here or in a step before",
            Self::Target => "no role wanted is named; add to = \"…\" here or in a step before",
            Self::Post => "no post is named; add post = \"…\" here or in a step before",
            Self::Training => "no training is named; add training = \"…\" here or in a step before",
        }
    }
}

/// Warns of every step that shows or says what cannot be known at it.
pub(super) fn judge(deck: &Deck, places: &[Place], known: &Known, report: &mut Report) {
    let mut scene = Scene::default();
    for (step, place) in deck.steps.iter().zip(places) {
        scene.go_on(&step.shows);
        let mut told = Vec::new();
        for (what, need) in needs(step) {
            if !is_met(need, &scene, known) && !told.contains(&need) {
                told.push(need);
                report.warning(*place, format!("{what} has nothing to go by: {}", need.remedy()));
            }
        }
    }
}

fn needs(step: &Step) -> Vec<(String, Need)> {
    let of_shows = step.shows.iter().flat_map(|show| {
        let (what, needs): (&str, &[Need]) = match show {
            Show::Route(_) => ("route", &[Need::Person, Need::Target]),
            Show::Sheet(Sheet::CompareRoutes(_) | Sheet::CompareRules) => ("compare", &[Need::Person, Need::Target]),
            Show::Sheet(Sheet::Breakdown) => ("sheet", &[Need::Person, Need::Target]),
            Show::Sheet(Sheet::Feeders) => ("sheet", &[Need::Post]),
            Show::Sheet(Sheet::PayBack | Sheet::WhatIf) => ("sheet", &[Need::Post, Need::Person, Need::Target]),
            _ => ("", &[]),
        };
        needs.iter().map(move |need| (what.to_owned(), *need)).collect::<Vec<_>>()
    });
    let of_words = step.wordings().flat_map(Wording::figures).flat_map(|figure| {
        let needs: &[Need] = match figure {
            Figure::Route(..) | Figure::Change => &[Need::Person, Need::Target],
            Figure::Target => &[Need::Target],
            Figure::Me | Figure::Reach(_) | Figure::BoardReach(_) => &[Need::Person],
            Figure::Post(_) => &[Need::Post],
            Figure::Training(_) => &[Need::Training],
            Figure::Role(_) | Figure::RolesShown | Figure::PostsListed | Figure::Pack(_) => &[],
        };
        needs.iter().map(move |need| (format!("{{{}}}", figure.name()), *need)).collect::<Vec<_>>()
    });
    of_shows.chain(of_words).collect()
}

fn is_met(need: Need, scene: &Scene, known: &Known) -> bool {
    scene.shows().iter().any(|show| match (need, show) {
        (Need::Person, Show::Me(_))
        | (Need::Target, Show::Target(_))
        | (Need::Post, Show::Post(_))
        | (Need::Training, Show::Training(_)) => true,
        (Need::Target, Show::Me(Somebody::Persona(slug))) => {
            known.personas.iter().any(|person| person.slug == *slug && person.target.is_some())
        }
        _ => false,
    })
}
