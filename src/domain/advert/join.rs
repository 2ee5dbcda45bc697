//! A pack with the user's adverts as posts, beside its own.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::collection::{Collection, Kept, Sameness, twins};
use super::correction::Corrections;
use super::{Advert, reference};
use crate::domain::Pack;
use crate::domain::id::OrganisationId;
use crate::domain::matching::{Employer, Employers, Setting, Titles};
use crate::domain::post::{MatchedBy, Origin, Post, RoleMatch, Standing};
use crate::domain::provenance::{Basis, Provenance};
use crate::domain::segment;

/// The pack with the kept adverts as posts. An advert that the pack has itself, by its reference, stands in the place of
/// the pack's row, with what only the pack says of it. Ids are distinct and stay the same as long as nothing is removed.
#[must_use]
pub fn with_adverts(pack: &Pack, kept: &Collection, corrections: &Corrections) -> Pack {
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
    for one in kept.kept() {
        let twin = own.place_of(one, &posts);
        let mut post = joiner.post(one);
        if let Some(at) = twin {
            posts[at] = completed(post, &posts[at]);
        } else {
            post.id = distinct(&mut ids, &reference::id(&one.advert.reference));
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
struct Joiner<'p, 'k> {
    pack: &'p Pack,
    corrections: &'p Corrections,
    titles: Titles,
    employers: Employers,
    found_titles: HashMap<(&'k str, &'k str, &'static str), Option<RoleMatch>>,
    /// By name, ODS code and the first part of the reference.
    found_employers: HashMap<[&'k str; 3], Option<Employer>>,
    /// By day and file.
    provenances: HashMap<(Date, &'k str), Provenance>,
    standings: HashMap<OrganisationId, Rating>,
}

/// What the user has said of the role of an advert.
enum Said {
    Nothing,
    /// It is this one, or none.
    Is(Option<RoleMatch>),
}

/// How an organisation stands.
#[derive(Debug, Clone, Default)]
struct Rating {
    region: String,
    segment: Option<u8>,
    period: String,
}

impl<'p, 'k> Joiner<'p, 'k> {
    fn new(pack: &'p Pack, corrections: &'p Corrections) -> Self {
        Self {
            pack,
            corrections,
            titles: Titles::of(pack),
            employers: Employers::of(pack),
            found_titles: HashMap::new(),
            found_employers: HashMap::new(),
            provenances: HashMap::new(),
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

    fn post(&mut self, kept: &'k Kept) -> Post {
        let Kept { advert, also, imported, from } = kept;
        let employer = self.employer(advert);
        let (organisation, ods) = match &employer {
            Some(Employer::Organisation(id)) => (Some(*id), self.pack.organisation(*id).ods.clone()),
            Some(Employer::Board(ods)) => (None, ods.clone()),
            None => (None, advert.ods.clone()),
        };
        let rating = organisation.map(|id| self.rating(id)).unwrap_or_default();
        let names = [advert.reference.as_str()].into_iter().chain(also.iter().map(String::as_str));
        let role = match self.said(names) {
            Said::Is(role) => role,
            Said::Nothing => self.role(advert, employer.as_ref()),
        };
        Post {
            id: String::new(),
            title: advert.title.clone(),
            employer: advert.employer.clone(),
            organisation,
            ods,
            role,
            region: if rating.region.is_empty() { self.region(&advert.region) } else { rating.region },
            segment: rating.segment,
            segment_period: rating.period,
            standing: if organisation.is_some() { segment::standing(rating.segment) } else { Standing::Ordinary },
            grade: advert.grade.clone(),
            pay_min: advert.pay_min,
            pay_max: advert.pay_max,
            pay_text: advert.pay_text.clone(),
            contract: advert.contract.clone(),
            reference: advert.reference.clone(),
            town: advert.town.clone(),
            posted: advert.posted,
            closes: advert.closes,
            package: advert.package.clone(),
            provenance: Provenance { source: advert.url.clone(), ..self.provenance(*imported, from) },
            origin: Origin::Imported { on: *imported, from: from.clone() },
        }
    }

    /// Where adverts read on this day from this file come from.
    fn provenance(&mut self, on: Date, from: &'k str) -> Provenance {
        let tell = || Provenance {
            basis: Basis::Sourced,
            source: String::new(),
            date: on.to_string(),
            note: format!("imported on {} from {from}", on.strftime("%-d %b %Y")),
        };
        self.provenances.entry((on, from)).or_insert_with(tell).clone()
    }

    fn employer(&mut self, advert: &'k Advert) -> Option<Employer> {
        let head = advert.reference.split('-').next().unwrap_or_default();
        let key = [advert.employer.as_str(), advert.ods.as_str(), head];
        let employers = &self.employers;
        self.found_employers.entry(key).or_insert_with(|| employers.find(advert).cloned()).clone()
    }

    fn role(&mut self, advert: &'k Advert, employer: Option<&Employer>) -> Option<RoleMatch> {
        let setting = self.setting(advert, employer);
        let key = (advert.title.as_str(), advert.grade.as_str(), setting);
        let titles = &self.titles;
        let find = || titles.find(&advert.title, Setting { grade: &advert.grade, employer: setting });
        *self.found_titles.entry(key).or_insert_with(find)
    }

    /// What the employer is, as far as titles differ by it.
    fn setting(&self, advert: &Advert, employer: Option<&Employer>) -> &'static str {
        let named = advert.employer.to_lowercase();
        match employer {
            _ if named.contains("nhs england") => "nhs england",
            Some(Employer::Board(_)) => "integrated care board",
            None if named.contains("integrated care board") || named.ends_with(" icb") => "integrated care board",
            Some(Employer::Organisation(id)) if self.pack.organisation(*id).sector == "ambulance" => "ambulance",
            _ => "",
        }
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
    fn region(&self, named: &str) -> String {
        let regions = &self.pack.tables().regions;
        let found = regions.iter().find(|region| region.title.eq_ignore_ascii_case(named));
        found.map_or_else(|| named.to_owned(), |region| region.title.clone())
    }
}
