//! The adverts a user keeps. What is imported again is joined with what is there: by its reference, and across NHS Jobs
//! and Trac by employer, title and closing date.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::OnceLock;

use jiff::civil::Date;
use smallvec::SmallVec;

use super::Advert;
use super::reference::{self, Form};

/// An advert that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The advert.
    pub advert: Advert,
    /// Other references of the same advert.
    pub also: Vec<String>,
    /// The day on which it was last read.
    pub imported: Date,
    /// The file or address it was last read from.
    pub from: String,
}

/// What became of imported adverts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// New ones.
    pub added: usize,
    /// Known ones that say something else now.
    pub updated: usize,
    /// Known ones that say the same.
    pub unchanged: usize,
}

/// The kept adverts, in the order in which they first came.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    kept: Vec<Kept>,
    /// Made when it is first asked for: who only wants them all does not wait for it.
    places: OnceLock<Places>,
}

/// Where an advert is among those that are kept.
#[derive(Debug, Clone, Default)]
struct Places {
    by_reference: HashMap<String, usize>,
    by_sameness: HashMap<Sameness, SmallVec<[usize; 1]>>,
}

impl Places {
    fn of(kept: &[Kept]) -> Self {
        let mut places = Self { by_reference: HashMap::with_capacity(kept.len()), ..Self::default() };
        for (at, one) in kept.iter().enumerate() {
            places.note(at, one);
        }
        places
    }

    fn note(&mut self, at: usize, kept: &Kept) {
        for name in [&kept.advert.reference].into_iter().chain(&kept.also) {
            self.by_reference.entry(reference::key(name)).or_insert(at);
        }
        if let Some(sameness) = Sameness::of(&kept.advert.reference, &kept.advert.title) {
            self.by_sameness.entry(sameness).or_default().push(at);
        }
    }
}

/// What an advert has in common with its twin in the other system: the employer's code and the letters of the title, as
/// one number, since there is one for each of a hundred thousand adverts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sameness(u64);

impl Sameness {
    /// What an advert of this reference and title has in common with its twin; nothing when it can have none.
    pub fn of(reference: &str, title: &str) -> Option<Self> {
        let mut hasher = DefaultHasher::new();
        reference::employer_code(reference)?.hash(&mut hasher);
        if title.is_ascii() {
            let letters = title.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
            letters.collect::<SmallVec<[u8; 128]>>().hash(&mut hasher);
            return Some(Self(hasher.finish()));
        }
        let letters = title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        let mut folded: SmallVec<[u8; 128]> = SmallVec::new();
        for c in letters {
            folded.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
        folded.hash(&mut hasher);
        Some(Self(hasher.finish()))
    }
}

/// Whether two adverts, by reference and closing date, are the same when they are of one employer with one title: one is
/// on NHS Jobs and one on Trac, and they close on the same day or one of them does not say when.
pub(super) fn twins((one, closes): (&str, Option<Date>), (other, also_closes): (&str, Option<Date>)) -> bool {
    let forms = [reference::form(one), reference::form(other)];
    let across = matches!(forms, [Form::NhsJobs, Form::Trac] | [Form::Trac, Form::NhsJobs]);
    across && (closes == also_closes || closes.is_none() || also_closes.is_none())
}

impl Collection {
    /// The collection of these adverts, as they were kept.
    #[must_use]
    pub const fn new(kept: Vec<Kept>) -> Self {
        Self { kept, places: OnceLock::new() }
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(&self.kept))
    }

    /// To be changed along with what is kept.
    fn places_mut(&mut self) -> &mut Places {
        self.places();
        self.places.get_mut().expect("they were made on the line above")
    }

    /// All of them.
    #[must_use]
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// All of them, and nothing else.
    #[must_use]
    pub fn into_kept(self) -> Vec<Kept> {
        self.kept
    }

    /// The advert that has this reference, be it its second.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Kept> {
        self.places().by_reference.get(&reference::key(name)).map(|at| &self.kept[*at])
    }

    /// Takes in adverts that were read on a day from a file or address, and tells what became of them.
    pub fn take_in(&mut self, adverts: Vec<Advert>, on: Date, from: &str) -> Tally {
        let mut tally = Tally::default();
        for advert in adverts {
            match self.place_of(&advert) {
                None => {
                    tally.added += 1;
                    let kept = Kept { advert, also: Vec::new(), imported: on, from: from.to_owned() };
                    let at = self.kept.len();
                    self.places_mut().note(at, &kept);
                    self.kept.push(kept);
                }
                Some(at) => {
                    let changed = self.renew(at, advert, on, from);
                    tally.updated += usize::from(changed);
                    tally.unchanged += usize::from(!changed);
                }
            }
        }
        tally
    }

    fn place_of(&self, advert: &Advert) -> Option<usize> {
        let places = self.places();
        let known = places.by_reference.get(&reference::key(&advert.reference)).copied();
        known.or_else(|| {
            let alike = places.by_sameness.get(&Sameness::of(&advert.reference, &advert.title)?)?;
            let known = |at: usize| &self.kept[at].advert;
            let same = |other: &Advert| twins((&other.reference, other.closes), (&advert.reference, advert.closes));
            alike.iter().copied().find(|at| same(known(*at)))
        })
    }

    /// Renews an advert by a later reading of it; whether anything is different now.
    fn renew(&mut self, at: usize, advert: Advert, on: Date, from: &str) -> bool {
        let before = &self.kept[at];
        let (name, own) = (reference::key(&advert.reference), reference::key(&before.advert.reference));
        let mut also = before.also.clone();
        let advert = if name == own {
            advert.over(&before.advert)
        } else {
            if also.iter().all(|other| reference::key(other) != name) {
                also.push(advert.reference.clone());
            }
            // The twin completes what was read first and does not change it back and forth.
            before.advert.clone().over(&advert)
        };
        let changed = advert != before.advert || also != before.also;
        let imported = on.max(before.imported);
        self.places_mut().by_reference.entry(name).or_insert(at);
        self.kept[at] = Kept { advert, also, imported, from: from.to_owned() };
        changed
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{Collection, Tally};
    use crate::domain::advert::Advert;

    const TODAY: Date = date(2026, 11, 22);

    fn advert(reference: &str, title: &str, closes: Option<Date>) -> Advert {
        Advert { reference: reference.into(), title: title.into(), closes, ..Advert::default() }
    }

    #[test]
    fn what_comes_again_is_not_added_again() {
        let mut all = Collection::default();
        let first = advert("C9409-25-0981", "Matron", Some(TODAY));
        assert_eq!(all.take_in(vec![first.clone()], TODAY, "a"), Tally { added: 1, ..Tally::default() });
        assert_eq!(all.take_in(vec![first.clone()], TODAY, "b"), Tally { unchanged: 1, ..Tally::default() });
        let later = Advert { closes: TODAY.tomorrow().ok(), ..first };
        assert_eq!(all.take_in(vec![later], TODAY, "c"), Tally { updated: 1, ..Tally::default() });
        assert_eq!((all.kept().len(), all.kept()[0].from.as_str()), (1, "c"));
    }

    #[test]
    fn one_post_on_nhs_jobs_and_on_trac_is_one() {
        let mut all = Collection::default();
        all.take_in(vec![advert("409-S7512558", "Directorate Manager - Medical", Some(TODAY))], TODAY, "a");
        let twin = advert("C9409-25-0981", "Directorate manager: medical", Some(TODAY));
        let tally = all.take_in(vec![twin.clone()], TODAY, "b");
        assert_eq!((tally.updated, all.kept().len()), (1, 1));
        assert_eq!(all.find("c9409-25-0981").expect("by either name").advert.reference, "409-S7512558");
        assert_eq!(all.take_in(vec![twin.clone()], TODAY, "b").unchanged, 1);
        let others = [
            Advert { closes: TODAY.yesterday().ok(), reference: "C9409-25-0982".into(), ..twin.clone() },
            Advert { reference: "C9410-25-0981".into(), ..twin.clone() },
            Advert { reference: "409-S2".into(), ..twin },
        ];
        assert_eq!(all.take_in(others.to_vec(), TODAY, "c").added, 3);
    }

    #[test]
    fn a_poorer_reading_does_not_wipe_out_what_is_known() {
        let mut all = Collection::default();
        let rich = Advert { town: "Crewe".into(), pay_text: "£1".into(), ..advert("X-1", "Matron", Some(TODAY)) };
        all.take_in(vec![rich], TODAY, "a");
        assert_eq!(all.take_in(vec![advert("X-1", "Matron", None)], TODAY, "b").unchanged, 1);
        assert_eq!(all.kept()[0].advert.town, "Crewe");
    }
}
