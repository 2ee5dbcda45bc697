//! A pack with the user's adverts as posts, beside its own.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::collection::{Collection, Kept};
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
    let twins: BTreeMap<String, usize> = posts
        .iter()
        .enumerate()
        .filter(|(_, post)| !post.reference.is_empty())
        .map(|(at, post)| (reference::key(&post.reference), at))
        .collect();
    for post in &mut posts {
        let names = [post.reference.as_str(), post.id.as_str()];
        post.role = joiner.corrected(names).unwrap_or(post.role);
    }
    let mut ids: HashSet<String> = posts.iter().map(|post| post.id.to_ascii_uppercase()).collect();
    for one in kept.kept() {
        let names = [one.advert.reference.as_str()].into_iter().chain(one.also.iter().map(String::as_str));
        let twin = names.filter_map(|name| twins.get(&reference::key(name))).next();
        let mut post = joiner.post(one);
        match twin {
            Some(at) => posts[*at] = completed(post, &posts[*at]),
            None => {
                post.id = distinct(&mut ids, reference::id(&one.advert.reference));
                posts.push(post);
            }
        }
    }
    pack.with_posts(posts)
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
fn distinct(ids: &mut HashSet<String>, id: String) -> String {
    let mut tried = id.clone();
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
    titles: Titles,
    employers: Employers,
    found_titles: HashMap<(String, String, &'static str), Option<RoleMatch>>,
    found_employers: HashMap<(String, String, Option<String>), Option<Employer>>,
    standings: HashMap<OrganisationId, Rating>,
}

/// How an organisation stands.
#[derive(Debug, Clone, Default)]
struct Rating {
    region: String,
    segment: Option<u8>,
    period: String,
}

impl<'p> Joiner<'p> {
    fn new(pack: &'p Pack, corrections: &'p Corrections) -> Self {
        Self {
            pack,
            corrections,
            titles: Titles::of(pack),
            employers: Employers::of(pack),
            found_titles: HashMap::new(),
            found_employers: HashMap::new(),
            standings: HashMap::new(),
        }
    }

    /// What the user has said, if anything: the role, or that there is none. A role that this pack does not have is as
    /// if nothing had been said.
    fn corrected<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> Option<Option<RoleMatch>> {
        let correction = self.corrections.find(names)?;
        match &correction.role {
            None => Some(None),
            Some(slug) => {
                let role = self.pack.find_role(slug.as_str())?;
                Some(Some(RoleMatch { role, confidence_percent: 100, by: MatchedBy::User }))
            }
        }
    }

    fn post(&mut self, kept: &Kept) -> Post {
        let Kept { advert, also, imported, from } = kept;
        let employer = self.employer(advert);
        let (organisation, ods) = match &employer {
            Some(Employer::Organisation(id)) => (Some(*id), self.pack.organisation(*id).ods.clone()),
            Some(Employer::Board(ods)) => (None, ods.clone()),
            None => (None, advert.ods.clone()),
        };
        let rating = organisation.map(|id| self.rating(id)).unwrap_or_default();
        let names = [advert.reference.as_str()].into_iter().chain(also.iter().map(String::as_str));
        let corrected = self.corrected(names);
        let role = corrected.unwrap_or_else(|| self.role(advert, employer.as_ref()));
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
            provenance: Provenance {
                basis: Basis::Sourced,
                source: advert.url.clone(),
                date: imported.to_string(),
                note: format!("imported on {} from {from}", imported.strftime("%-d %b %Y")),
            },
            origin: Origin::Imported { on: *imported, from: from.clone() },
        }
    }

    fn employer(&mut self, advert: &Advert) -> Option<Employer> {
        let key = (advert.employer.clone(), advert.ods.clone(), reference::employer_code(&advert.reference));
        let employers = &self.employers;
        self.found_employers.entry(key).or_insert_with(|| employers.find(advert).cloned()).clone()
    }

    fn role(&mut self, advert: &Advert, employer: Option<&Employer>) -> Option<RoleMatch> {
        let setting = self.setting(advert, employer);
        let key = (advert.title.clone(), advert.grade.clone(), setting);
        let titles = &self.titles;
        let find = || titles.find(&advert.title, Setting { grade: &advert.grade, employer: setting });
        *self.found_titles.entry(key).or_insert_with(find)
    }

    /// What the employer is, as far as titles differ by it.
    fn setting(&self, advert: &Advert, employer: Option<&Employer>) -> &'static str {
        let named = advert.employer.to_lowercase();
        match employer {
            Some(Employer::Board(_)) => "integrated care board",
            None if named.contains("integrated care board") || named.ends_with(" icb") => "integrated care board",
            Some(Employer::Organisation(id)) if self.pack.organisation(*id).sector == "ambulance" => "ambulance",
            _ => "",
        }
    }

    /// The Oversight Framework's own region comes first: head offices mislead.
    fn rating(&mut self, id: OrganisationId) -> Rating {
        let pack = self.pack;
        let rate = || {
            let latest = segment::history(pack, id).last().copied();
            let organisation = pack.organisation(id);
            let head_office =
                || organisation.region.map(|region| pack.region(region).title.clone()).unwrap_or_default();
            Rating {
                region: latest
                    .map(|record| record.region.clone())
                    .filter(|r| !r.is_empty())
                    .unwrap_or_else(head_office),
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
