//! A post's package, line by line, with who says so.
//!
//! What a source says, what is our judgement and what nobody promises are different types: only a [`Sourced`] line has
//! a source to show, and one can only be made from a row that has one.

use super::applies::Applies;
use super::frame::Frames;
use super::provision::{PayEffect, Provision, Sign, Validity};
use super::rating::Rating;
use crate::domain::pack::Pack;
use crate::domain::post::{Origin, Post};
use crate::domain::provenance::{Basis, Provenance, SourceKind};
use crate::domain::words;

/// All that is known of what a post offers, and what is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package<'p> {
    /// The lines: the advert's own first, then what frameworks and reports say, then what nobody promises.
    pub lines: Vec<Line<'p>>,
    /// How the post is paid, as far as anybody can tell.
    pub frames: Frames,
    /// In which segment its organisation is, as far as anybody can tell.
    pub rating: Rating<'p>,
}

/// One line of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'p> {
    /// A source says it.
    Sourced(Sourced<'p>),
    /// We say it.
    Ours(Ours<'p>),
    /// Nobody says it.
    Unsaid(Unsaid),
}

/// A line that a source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced<'p> {
    said: Said<'p>,
    provenance: &'p Provenance,
    date: String,
}

/// A line that is our judgement: it has no source to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ours<'p> {
    said: Said<'p>,
    provenance: &'p Provenance,
}

/// What a line says, whoever does.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said<'p> {
    text: &'p str,
    applies: Applies,
    /// Nothing when it is the advert's own.
    provision: Option<&'p Provision>,
}

impl<'p> Sourced<'p> {
    /// Nothing unless the row is called sourced and names a source that a reader can follow.
    fn new(said: Said<'p>, provenance: &'p Provenance, date: String) -> Option<Self> {
        let kind = SourceKind::of(&provenance.source);
        let followed = matches!(kind, Some(SourceKind::Link | SourceKind::ReviewPaper));
        (provenance.basis == Basis::Sourced && followed).then_some(Self { said, provenance, date })
    }

    /// Where it is said: a link or a paper of the review. Never empty.
    #[must_use]
    pub fn source(&self) -> &'p str {
        &self.provenance.source
    }

    /// When, in words: `15 May 2025`; empty when no date is known.
    #[must_use]
    pub fn date(&self) -> &str {
        &self.date
    }

    /// Whether it holds for the post.
    #[must_use]
    pub const fn applies(&self) -> &Applies {
        &self.said.applies
    }
}

impl Ours<'_> {
    /// How firm our judgement is: never [`Basis::Sourced`].
    #[must_use]
    pub const fn basis(&self) -> Basis {
        match self.provenance.basis {
            Basis::Assumed => Basis::Assumed,
            Basis::Sourced | Basis::Editorial => Basis::Editorial,
        }
    }
}

/// What leaders ask for and an advert may keep silent about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsaid {
    /// Somebody to turn to.
    Mentor,
    /// Time to study.
    ProtectedStudy,
    /// Time to turn things round.
    Tenure,
}

impl Unsaid {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Mentor, Self::ProtectedStudy, Self::Tenure];

    /// What it is.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Mentor => "A mentor, buddy or coach: not in what we have of the advert",
            Self::ProtectedStudy => "Protected time or money for study: not in what we have of the advert",
            Self::Tenure => "Time to turn things round (tenure): not in what we have of the advert",
        }
    }

    /// Its id in JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::ProtectedStudy => "protected-study",
            Self::Tenure => "tenure",
        }
    }

    /// Whether an advert's words speak of it after all.
    fn is_said_in(self, text: &str) -> bool {
        let signs: &[&str] = match self {
            Self::Mentor => &["mentor", "buddy", "coach", "peer support"],
            Self::ProtectedStudy => &["study", "learning", "training", "leadership development"],
            Self::Tenure => &["tenure", "breathing space", "guaranteed term"],
        };
        let text = text.to_lowercase();
        signs.iter().any(|sign| text.contains(sign))
    }
}

impl<'p> Package<'p> {
    /// The package of a post of this pack.
    #[must_use]
    pub fn of(pack: &'p Pack, post: &'p Post) -> Self {
        let (frames, rating) = (Frames::of(pack, post), Rating::of(pack, post));
        let provisions = pack.tables().provisions.iter().map(|provision| {
            let applies = Applies::of(provision, &frames, &rating);
            let said = Said { text: &provision.title, applies, provision: Some(provision) };
            line(said, &provision.provenance, words::loose_date(&provision.provenance.date))
        });
        let unsaid = Unsaid::ALL.into_iter().filter(|what| !what.is_said_in(&post.package)).map(Line::Unsaid);
        let lines = advertised(post).chain(provisions).chain(unsaid).collect();
        Self { lines, frames, rating }
    }

    /// The lines that a source says and that are not only the advert's own words.
    pub fn sourced(&self) -> impl Iterator<Item = (&'p Provision, &Sourced<'p>)> {
        self.lines.iter().filter_map(|line| match line {
            Line::Sourced(sourced) => Some((sourced.said.provision?, sourced)),
            Line::Ours(_) | Line::Unsaid(_) => None,
        })
    }
}

/// The advert's own words, one line for each thing it names.
fn advertised(post: &Post) -> impl Iterator<Item = Line<'_>> {
    let parts = post.package.split(';').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|text| {
        let said = Said { text, applies: Applies::Yes, provision: None };
        line(said, &post.provenance, advert_date(post))
    })
}

/// `advert closing 14 Nov 2025`: adverts often lose the day they were posted.
fn advert_date(post: &Post) -> String {
    match (&post.origin, post.posted, post.closes) {
        (_, Some(day), _) => format!("advert of {}", words::date(day)),
        (_, None, Some(day)) => format!("advert closing {}", words::date(day)),
        (Origin::Imported { on, .. }, None, None) => format!("advert imported {}", words::date(*on)),
        (Origin::Pack, None, None) => "advert without a date".to_owned(),
    }
}

fn line<'p>(said: Said<'p>, provenance: &'p Provenance, date: String) -> Line<'p> {
    match Sourced::new(said.clone(), provenance, date) {
        Some(sourced) => Line::Sourced(sourced),
        None => Line::Ours(Ours { said, provenance }),
    }
}

impl<'p> Line<'p> {
    const fn said(&self) -> Option<&Said<'p>> {
        match self {
            Self::Sourced(sourced) => Some(&sourced.said),
            Self::Ours(ours) => Some(&ours.said),
            Self::Unsaid(_) => None,
        }
    }

    /// What it says, without a full stop.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Sourced(Sourced { said, .. }) | Self::Ours(Ours { said, .. }) => said.text,
            Self::Unsaid(what) => what.words(),
        }
    }

    /// Which way it speaks. An advert's own words are left unjudged.
    #[must_use]
    pub fn sign(&self) -> Sign {
        self.provision().map_or(Sign::Open, |provision| provision.sign)
    }

    /// Whether it holds for the post.
    #[must_use]
    pub fn applies(&self) -> Applies {
        let unsaid = || Applies::Unknown { why: "nobody promises it".to_owned() };
        self.said().map_or_else(unsaid, |said| said.applies.clone())
    }

    /// Who says it: `advert`, `sourced`, `editorial`, `assumed` or `nobody says`.
    #[must_use]
    pub fn basis(&self) -> &'static str {
        match self {
            Self::Sourced(Sourced { said: Said { provision: None, .. }, .. }) => "advert",
            Self::Sourced(_) => "sourced",
            Self::Ours(ours) if ours.basis() == Basis::Assumed => "assumed",
            Self::Ours(_) => "editorial",
            Self::Unsaid(_) => "nobody says",
        }
    }

    /// The row of the pack's table that it comes from; nothing for an advert's own words and for what nobody says.
    #[must_use]
    pub fn provision(&self) -> Option<&'p Provision> {
        self.said()?.provision
    }

    /// Its id in JSON: the row's, `advert`, or what is not said.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Unsaid(what) => what.slug(),
            _ => self.provision().map_or("advert", |provision| &provision.id),
        }
    }

    /// Whether it is in force, where it is of the pack's table.
    #[must_use]
    pub fn validity(&self) -> Option<Validity> {
        Some(self.provision()?.validity)
    }

    /// What it does to pay.
    #[must_use]
    pub fn pay(&self) -> PayEffect {
        self.provision().map_or(PayEffect::None, |provision| provision.pay)
    }

    /// Where it is said; nothing unless a source says it.
    #[must_use]
    pub fn source(&self) -> Option<&'p str> {
        match self {
            Self::Sourced(sourced) => Some(sourced.source()),
            Self::Ours(_) | Self::Unsaid(_) => None,
        }
    }

    /// When it was said, in words; empty unless a source says it.
    #[must_use]
    pub fn date(&self) -> &str {
        match self {
            Self::Sourced(sourced) => sourced.date(),
            Self::Ours(_) | Self::Unsaid(_) => "",
        }
    }

    /// What a reader should know besides; empty when there is nothing.
    #[must_use]
    pub fn note(&self) -> &'p str {
        self.provision().map_or("", |provision| &provision.provenance.note)
    }
}
