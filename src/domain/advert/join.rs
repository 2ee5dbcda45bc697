//! A pack with the user's adverts as posts, beside its own.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::collection::{Collection, Kept, Sameness, twins};
use super::correction::Corrections;
use super::{Advert, reference};
use crate::domain::Pack;
use crate::domain::id::OrganisationId;
use crate::domain::matching::{Employer, Employers, Named, Setting, Wordings};
use crate::domain::post::{MatchedBy, Origin, Post, RoleMatch, Standing};
use crate::domain::provenance::{Basis, Provenance};
use crate::domain::segment;

/// The pack with the kept adverts as posts. An advert that the pack has itself, by its reference, stands in the place of
/// the pack's row, with what only the pack says of it. Ids are distinct and stay the same as long as nothing is removed.
#[must_use]
pub fn with_adverts(pack: &Pack, kept: Collection, corrections: &Corrections) -> Pack {
    let mut joiner = Joiner::new(pack, corrections);
    let mut posts = pack.tables().posts.clone();
    let own = Own::of(&posts);
    for post in &mut posts {
        let names = [post.reference.as_str(), post.id.as_str()];
        if let Said::Is(role) = joiner.said(names) {
            post.role = role;
        }
    }
    let mut ids: HashSet<String> = posts.iter().map(|post| post.id.to_ascii_uppercase()).collect();
    let kept = kept.into_kept();
    ids.reserve(kept.len());
    posts.reserve(kept.len());
    for one in kept {
        let twin = own.place_of(&one, &posts);
        let mut post = joiner.post(one);
        if let Some(at) = twin {
            posts[at] = completed(post, &posts[at]);
        } else {
            post.id = distinct(&mut ids, &reference::id(&post.reference));
            posts.push(post);
        }
    }
    pack.with_posts(posts)
}

/// The pack's own posts by what an advert can share with them.
struct Own {
    by_reference: HashMap<String, usize>,
    by_sameness: HashMap<Sameness, usize>,
}

impl Own {
    fn of(posts: &[Post]) -> Self {
        let named = || posts.iter().enumerate().filter(|(_, post)| !post.reference.is_empty());
        let same = |(at, post): (usize, &Post)| Some((Sameness::of(&post.reference, &post.title)?, at));
        Self {
            by_reference: named().map(|(at, post)| (reference::key(&post.reference), at)).collect(),
            by_sameness: named().filter_map(same).collect(),
        }
    }

    /// The pack's row of the same advert, be it in the other system.
    fn place_of(&self, kept: &Kept, posts: &[Post]) -> Option<usize> {
        let advert = &kept.advert;
        let names = [advert.reference.as_str()].into_iter().chain(kept.also.iter().map(String::as_str));
        names.map(reference::key).find_map(|name| self.by_reference.get(&name)).copied().or_else(|| {
            let at = *self.by_sameness.get(&Sameness::of(&advert.reference, &advert.title)?)?;
            let own = &posts[at];
            twins((&own.reference, own.closes), (&advert.reference, advert.closes)).then_some(at)
        })
    }
}

/// An imported post with the pack's own row of the same advert behind it.
fn completed(post: Post, own: &Post) -> Post {
    let by_user = post.role.is_some_and(|found| found.by == MatchedBy::User);
    Post {
        id: own.id.clone(),
        role: if by_user { post.role } else { own.role },
        organisation: post.organisation.or(own.organisation),
        package: if post.package.is_empty() { own.package.clone() } else { post.package },
        grade: if post.grade.is_empty() { own.grade.clone() } else { post.grade },
        ..post
    }
}

/// The id, or the id with the first number behind it that makes it new.
fn distinct(ids: &mut HashSet<String>, id: &str) -> String {
    let mut tried = id.to_owned();
    let mut number = 2_u32;
    while !ids.insert(tried.to_ascii_uppercase()) {
        tried = format!("{id}-{number}");
        number += 1;
    }
    tried
}

/// Whatever is asked of every advert, asked once.
struct Joiner<'p> {
    pack: &'p Pack,
    corrections: &'p Corrections,
    titles: Wordings,
    employers: Employers,
    /// By the employer's name.
    names: HashMap<String, Name>,
    /// That of the advert before; most come from the same file.
    provenance: Option<(Date, String, Provenance)>,
    standings: HashMap<OrganisationId, Rating>,
}

/// What the user has said of the role of an advert.
enum Said {
    Nothing,
    /// It is this one, or none.
    Is(Option<RoleMatch>),
}

/// What an employer's name says.
#[derive(Debug, Clone)]
struct Name {
    named: Named,
    /// What titles of it differ by, as far as the name alone tells.
    setting: &'static str,
}

/// How an organisation stands.
#[derive(Debug, Clone, Default)]
struct Rating {
    region: String,
    segment: Option<u8>,
    period: String,
}

const NHS_ENGLAND: &str = "nhs england";
const BOARD: &str = "integrated care board";

impl Name {
    fn of(name: &str, employers: &Employers) -> Self {
        let lower = name.to_lowercase();
        let setting = match () {
            () if lower.contains(NHS_ENGLAND) => NHS_ENGLAND,
            () if lower.contains(BOARD) || lower.ends_with(" icb") => BOARD,
            () => "",
        };
        Self { named: employers.named(name), setting }
    }
}

impl<'p> Joiner<'p> {
    fn new(pack: &'p Pack, corrections: &'p Corrections) -> Self {
        Self {
            pack,
            corrections,
            titles: Wordings::of(pack),
            employers: Employers::of(pack),
            names: HashMap::new(),
            provenance: None,
            standings: HashMap::new(),
        }
    }

    /// What the user has said. A role that this pack does not have is as if nothing had been said.
    fn said<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Said {
        let Some(correction) = self.corrections.find(names) else { return Said::Nothing };
        let Some(slug) = &correction.role else { return Said::Is(None) };
        let found = self.pack.find_role(slug.as_str());
        let by_user = |role| Said::Is(Some(RoleMatch { role, confidence_percent: 100, by: MatchedBy::User }));
        found.map_or(Said::Nothing, by_user)
    }

    fn post(&mut self, kept: Kept) -> Post {
        let (employer, setting) = self.employer(&kept.advert);
        let Kept { advert, also, imported, from } = kept;
        let names = [advert.reference.as_str()].into_iter().chain(also.iter().map(String::as_str));
        let role = match self.said(names) {
            Said::Is(role) => role,
            Said::Nothing => self.titles.find(&advert.title, Setting { grade: &advert.grade, employer: setting }),
        };
        let (organisation, ods) = match employer {
            Some(Employer::Organisation(id)) => (Some(id), self.pack.organisation(id).ods.clone()),
            Some(Employer::Board(ods)) => (None, ods),
            None => (None, advert.ods),
        };
        let rating = organisation.map(|id| self.rating(id)).unwrap_or_default();
        Post {
            id: String::new(),
            title: advert.title,
            employer: advert.employer,
            organisation,
            ods,
            role,
            region: if rating.region.is_empty() { self.region(advert.region) } else { rating.region },
            segment: rating.segment,
            segment_period: rating.period,
            standing: if organisation.is_some() { segment::standing(rating.segment) } else { Standing::Ordinary },
            grade: advert.grade,
            pay_min: advert.pay_min,
            pay_max: advert.pay_max,
            pay_text: advert.pay_text,
            contract: advert.contract,
            reference: advert.reference,
            town: advert.town,
            posted: advert.posted,
            closes: advert.closes,
            package: advert.package,
            provenance: Provenance { source: advert.url, ..self.provenance(imported, &from) },
            origin: Origin::Imported { on: imported, from },
        }
    }

    /// Where adverts read on this day from this file come from.
    fn provenance(&mut self, on: Date, from: &str) -> Provenance {
        if let Some((_, _, known)) = self.provenance.as_ref().filter(|(day, file, _)| *day == on && file == from) {
            return known.clone();
        }
        let told = Provenance {
            basis: Basis::Sourced,
            source: String::new(),
            date: on.to_string(),
            note: format!("imported on {} from {from}", on.strftime("%-d %b %Y")),
        };
        self.provenance = Some((on, from.to_owned(), told.clone()));
        told
    }

    /// The employer of an advert, and what it is as far as titles differ by it.
    fn employer(&mut self, advert: &Advert) -> (Option<Employer>, &'static str) {
        if !self.names.contains_key(&advert.employer) {
            let name = Name::of(&advert.employer, &self.employers);
            self.names.insert(advert.employer.clone(), name);
        }
        let Name { named, setting } = &self.names[&advert.employer];
        let employer = self.employers.find(advert, named);
        let setting = match employer {
            _ if *setting == NHS_ENGLAND => NHS_ENGLAND,
            Some(Employer::Board(_)) => BOARD,
            Some(Employer::Organisation(id)) if self.pack.organisation(*id).sector == "ambulance" => "ambulance",
            Some(Employer::Organisation(_)) => "",
            None => setting,
        };
        (employer.cloned(), setting)
    }

    fn rating(&mut self, id: OrganisationId) -> Rating {
        let pack = self.pack;
        let rate = || {
            let latest = segment::history(pack, id).last().copied();
            Rating {
                region: segment::region_of(pack, id).unwrap_or_default().to_owned(),
                segment: latest.and_then(|record| record.segment),
                period: latest.map(|record| record.period.clone()).unwrap_or_default(),
            }
        };
        self.standings.entry(id).or_insert_with(rate).clone()
    }

    /// The pack's region that an advert names, or its own words.
    fn region(&self, named: String) -> String {
        let regions = &self.pack.tables().regions;
        let found = regions.iter().find(|region| region.title.eq_ignore_ascii_case(&named));
        found.map_or(named, |region| region.title.clone())
    }
}
