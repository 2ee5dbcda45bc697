//! Title and band of an advert to a role.
//!
//! The words of each part of the title are held against the words of every title a role is known by: its own, and those
//! of the pack's table of advert titles. The confidence is the share of the role's words that are there (squared, so that
//! missing one counts), lessened for every word of the title that the role does not have, most for words such as deputy
//! or assistant, and for bands that are apart. Below [`Titles::THRESHOLD`] no role is named.

use std::collections::HashMap;

use super::band::Steps;
use super::words::{self, Kind};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::post::{MatchedBy, RoleMatch};
use crate::domain::role::Entrance;

/// What is known of an advert besides its title.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Setting<'a> {
    /// The grade, as the advert writes it.
    pub grade: &'a str,
    /// What the employer is, in words of titles, for instance `integrated care board`; empty when it is nothing special.
    pub employer: &'a str,
}

/// A title by which a role is known.
#[derive(Debug)]
struct Known {
    role: RoleId,
    words: Vec<usize>,
    weight: f32,
    /// A starting point's own title has to be the whole of the advert's.
    whole: bool,
}

/// The titles of a pack's roles, ready to be held against adverts.
#[derive(Debug)]
pub struct Titles {
    vocabulary: HashMap<String, usize>,
    kinds: Vec<Kind>,
    known: Vec<Known>,
    by_word: Vec<Vec<usize>>,
    steps: Vec<Option<Steps>>,
    afc: Vec<bool>,
}

/// A word of an advert.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// Its place in the vocabulary, if it is there.
    id: Option<usize>,
    kind: Kind,
}

/// Where a word of the vocabulary stands in an advert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Nowhere,
    Here,
    Beside,
    Employer,
}

impl Titles {
    /// Below this confidence no role is named.
    pub const THRESHOLD: f32 = 0.60;
    /// A program is never surer than this.
    const MOST: f32 = 0.98;

    /// The titles of a pack.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        let mut titles = Self {
            vocabulary: HashMap::new(),
            kinds: Vec::new(),
            known: Vec::new(),
            by_word: Vec::new(),
            steps: pack.role_ids().map(|role| Steps::of_role(&pack.role(role).pay)).collect(),
            afc: pack.role_ids().map(|role| pack.role(role).pay.basis.contains("afc")).collect(),
        };
        for role in pack.role_ids() {
            let whole = pack.role(role).entrance == Entrance::StartingPoint;
            for title in own_titles(&pack.role(role).title) {
                titles.learn(role, &title, whole);
            }
        }
        for title in &pack.tables().advert_titles {
            titles.learn(title.role, &title.title, false);
        }
        titles
    }

    fn learn(&mut self, role: RoleId, title: &str, whole: bool) {
        let mut ids: Vec<usize> =
            words::parts(&title.to_lowercase()).into_iter().flatten().map(|word| self.word(word)).collect();
        // Every advert is of the NHS; only a title of the NHS as a whole says so, and then the employer has to as well.
        if title.split_whitespace().any(|word| word == "NHS") {
            ids.push(self.word("nhs".to_owned()));
        }
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return;
        }
        let at = self.known.len();
        for id in &ids {
            self.by_word[*id].push(at);
        }
        let weight = ids.iter().map(|id| self.kinds[*id].weight()).sum();
        self.known.push(Known { role, words: ids, weight, whole });
    }

    fn word(&mut self, word: String) -> usize {
        let next = self.kinds.len();
        let kind = Kind::of(&word);
        let id = *self.vocabulary.entry(word).or_insert(next);
        if id == next {
            self.kinds.push(kind);
            self.by_word.push(Vec::new());
        }
        id
    }

    /// The role that an advert is for, and how sure that is; nothing when no role is likely enough.
    #[must_use]
    pub fn find(&self, title: &str, setting: Setting) -> Option<RoleMatch> {
        let lower = title.to_lowercase();
        if words::is_of_an_aide(&lower) {
            return None;
        }
        let parts: Vec<Vec<Word>> = words::parts(&lower).iter().map(|part| self.look_up(part)).collect();
        let band = Steps::named(setting.grade).or_else(|| Steps::in_title(title));
        let mut places = vec![Place::Nowhere; self.kinds.len()];
        let mut best: Option<(f32, f32, RoleId)> = None;
        for at in 0..parts.len().min(4) {
            let candidates = self.candidates(&parts[at]);
            if candidates.is_empty() {
                continue;
            }
            self.mark(&mut places, &parts, at, setting.employer);
            let later = 0.97_f32.powi(i32::try_from(at).unwrap_or(0));
            for known in candidates {
                let Some((score, matched)) = self.score(&self.known[known], &parts[at], &places) else { continue };
                let role = self.known[known].role;
                let sure = score * later * self.band_factor(role, band);
                // Of two that fit, the one that says more.
                let rank = sure * (1.0 + 0.1 * matched);
                if sure >= Self::THRESHOLD && best.is_none_or(|(most, _, _)| rank > most) {
                    best = Some((rank, sure, role));
                }
            }
        }
        best.map(|(_, sure, role)| RoleMatch { role, confidence_percent: percent(sure), by: MatchedBy::Title })
    }

    fn look_up(&self, part: &[String]) -> Vec<Word> {
        let word = |word: &String| match self.vocabulary.get(word) {
            Some(id) => Word { id: Some(*id), kind: self.kinds[*id] },
            None => Word { id: None, kind: Kind::of(word) },
        };
        part.iter().map(word).collect()
    }

    /// Notes where each word of the vocabulary stands when the part `at` is taken to name the role.
    fn mark(&self, places: &mut [Place], parts: &[Vec<Word>], at: usize, employer: &str) {
        places.fill(Place::Nowhere);
        for id in employer.split(' ').filter_map(|word| self.vocabulary.get(word)) {
            places[*id] = Place::Employer;
        }
        let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
        for id in others.flat_map(|(_, part)| part.iter().filter_map(|word| word.id)) {
            places[id] = Place::Beside;
        }
        for id in parts[at].iter().filter_map(|word| word.id) {
            places[id] = Place::Here;
        }
    }

    /// Titles that share a word with a part that names a seat, each once, in the order of the table.
    fn candidates(&self, part: &[Word]) -> Vec<usize> {
        let names = |word: &&Word| !matches!(word.kind, Kind::Other | Kind::Span | Kind::Foreign);
        let ids = part.iter().filter(names).filter_map(|word| word.id);
        let mut found: Vec<usize> = ids.flat_map(|id| self.by_word[id].iter().copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// How well a known title fits, and how many of its words are there.
    fn score(&self, known: &Known, part: &[Word], places: &[Place]) -> Option<(f32, f32)> {
        let (mut there, mut matched) = (0.0, 0.0);
        for id in &known.words {
            let share = match places[*id] {
                Place::Nowhere => 0.0,
                Place::Here | Place::Employer => 1.0,
                Place::Beside => 0.9,
            };
            there += share * self.kinds[*id].weight();
            matched += if share > 0.0 { 1.0 } else { 0.0 };
        }
        let covered = there / known.weight;
        let mut score = covered * covered;
        if score < Self::THRESHOLD {
            return None;
        }
        for word in part {
            if word.id.is_none_or(|id| known.words.binary_search(&id).is_err()) {
                if known.whole {
                    return None;
                }
                score *= word.kind.when_unmatched();
            }
        }
        Some((score, matched))
    }

    fn band_factor(&self, role: RoleId, band: Option<Steps>) -> f32 {
        match (band, self.steps[role.index()]) {
            (Some(advert), Some(role)) => match advert.apart(role) {
                0 => 1.0,
                1 => 0.92,
                2 => 0.8,
                3 => 0.65,
                _ => 0.4,
            },
            (Some(_), None) if !self.afc[role.index()] => 0.75,
            _ => 1.0,
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of 1 in per cent fits")]
fn percent(sure: f32) -> u8 {
    (sure.min(Titles::MOST) * 100.0).round() as u8
}

/// The titles in a role's own title: without what is in brackets, and with each way that `or` offers. A way of one word
/// is completed by the last: `Deputy or associate medical director`, `Estates or facilities manager`.
fn own_titles(title: &str) -> Vec<String> {
    let outside = title.split('(').next().unwrap_or(title);
    let ways: Vec<&str> = outside.split(" or ").map(str::trim).collect();
    let last = ways.last().copied().unwrap_or_default();
    let rest = last.split_once(' ').map_or("", |(_, rest)| rest);
    let completed = |way: &&str| {
        let content = way.split(' ').filter(|word| !matches!(*word, "of" | "a" | "the")).count();
        match Kind::of(&way.to_lowercase()) {
            _ if content > 1 || ways.len() == 1 => Some((*way).to_owned()),
            _ if way.contains(' ') || rest.is_empty() || *way == last => None,
            Kind::Field | Kind::Other => rest.rsplit(' ').next().map(|seat| format!("{way} {seat}")),
            _ => Some(format!("{way} {rest}")),
        }
    };
    ways.iter().filter_map(completed).collect()
}

#[cfg(test)]
mod tests {
    use super::own_titles;

    #[test]
    fn own_titles_offer_their_ways() {
        assert_eq!(own_titles("Ward manager (sister or charge nurse)"), ["Ward manager"]);
        assert_eq!(own_titles("Chief nurse or director of nursing"), ["Chief nurse", "director of nursing"]);
        assert_eq!(
            own_titles("Deputy or associate medical director"),
            ["Deputy medical director", "associate medical director"]
        );
        assert_eq!(own_titles("Estates or facilities manager"), ["Estates manager", "facilities manager"]);
        assert_eq!(own_titles("Head of therapies or of a profession"), ["Head of therapies"]);
    }
}
