//! Whether a provision holds for a post.

use super::frame::{Frames, PayFrame};
use super::provision::{Provision, Segments, Validity};
use super::rating::Rating;
use crate::domain::provenance::Basis;

/// Whether a line holds for a post, and if that is not plain, why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applies {
    /// It does: advert and sources say so.
    Yes,
    /// It does as we read its sources, which do not say it in so many words.
    AsRead {
        /// What we read into them.
        why: String,
    },
    /// Nobody can tell from what is published.
    Unknown {
        /// What is not known.
        why: String,
    },
    /// It does not.
    No {
        /// Why not.
        why: String,
    },
}

impl Applies {
    /// Whether it holds, be it as we read it.
    #[must_use]
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Yes | Self::AsRead { .. })
    }

    /// Whether it holds or nobody can tell.
    #[must_use]
    pub const fn may_hold(&self) -> bool {
        !matches!(self, Self::No { .. })
    }

    /// Its id in JSON.
    #[must_use]
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::AsRead { .. } => "as-read",
            Self::Unknown { .. } => "unknown",
            Self::No { .. } => "no",
        }
    }

    /// Why it is so; empty when it plainly holds.
    #[must_use]
    pub fn why(&self) -> &str {
        match self {
            Self::Yes => "",
            Self::AsRead { why } | Self::Unknown { why } | Self::No { why } => why,
        }
    }

    /// In words without a full stop: `holds for this post`, `not known: …`.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Yes => "holds for this post".to_owned(),
            Self::AsRead { why } => format!("holds as we read it: {why}"),
            Self::Unknown { why } => format!("not known for this post: {why}"),
            Self::No { why } => format!("does not hold here: {why}"),
        }
    }

    /// Whether `provision` holds for a post that is paid so and whose organisation is rated so. One *no* settles it; then
    /// whatever is not known; then what is only read.
    #[must_use]
    pub fn of(provision: &Provision, frames: &Frames, rating: &Rating) -> Self {
        let by = [
            by_frame(provision.frame, frames),
            by_segment(provision.segments, rating),
            by_validity(provision.validity, &provision.provenance.date),
        ];
        let whys = |wanted: fn(&Self) -> bool| {
            let whys: Vec<&str> = by.iter().filter(|one| wanted(one)).map(Self::why).collect();
            (!whys.is_empty()).then(|| whys.join("; "))
        };
        if let Some(why) = whys(|one| matches!(one, Self::No { .. })) {
            Self::No { why }
        } else if let Some(why) = whys(|one| matches!(one, Self::Unknown { .. })) {
            Self::Unknown { why }
        } else if let Some(why) = whys(|one| matches!(one, Self::AsRead { .. })) {
            Self::AsRead { why }
        } else {
            Self::Yes
        }
    }
}

fn by_frame(wanted: Option<PayFrame>, frames: &Frames) -> Applies {
    let Some(wanted) = wanted else { return Applies::Yes };
    let possible = frames.possible();
    let paid_as = || possible.iter().map(ToString::to_string).collect::<Vec<_>>().join(" or ");
    match frames {
        Frames::Unknown => {
            Applies::Unknown { why: format!("it is for {wanted}, and how this post is paid is not known") }
        }
        _ if !possible.contains(&wanted) => {
            Applies::No { why: format!("it is for {wanted}; this post is for {}", paid_as()) }
        }
        Frames::Advertised(_) => Applies::Yes,
        Frames::OfRole(only) if only.len() == 1 => {
            Applies::AsRead { why: format!("posts of this role go to {wanted}; the advert names no grade") }
        }
        Frames::OfRole(_) => {
            let why = format!("it is for {wanted}; posts of this role go to {}", paid_as());
            Applies::Unknown { why }
        }
    }
}

fn by_segment(wanted: Segments, rating: &Rating) -> Applies {
    if wanted.all() {
        return Applies::Yes;
    }
    let possible: Vec<u8> = rating.possible().collect();
    let among = possible.iter().filter(|segment| wanted.has(**segment)).count();
    let named = segments_words(wanted);
    if among == 0 {
        return Applies::No { why: format!("it is for organisations in {named}; this one is in {}", rating.words()) };
    }
    if among == possible.len() {
        return match wanted.basis {
            Basis::Sourced => Applies::Yes,
            Basis::Editorial | Basis::Assumed => Applies::AsRead {
                why: format!("its sources name no segment, we take it to be for {named}; {}", rating.words()),
            },
        };
    }
    let seen = rating.seen_in_five.map_or_else(String::new, |period| format!(" (seen in segment 5: {period})"));
    let why = match rating.segment {
        Some(_) => format!(
            "it is for organisations in {named}; this one was in {}, and the published table stops at 4{seen}",
            rating.words()
        ),
        None => format!("it is for organisations in {named}; this one's segment is not known{seen}"),
    };
    Applies::Unknown { why }
}

/// `segment 5`, `segments 4 and 5`, `segments 1 to 3`.
fn segments_words(segments: Segments) -> String {
    let Segments { from, to, .. } = segments;
    match to.saturating_sub(from) {
        0 => format!("segment {from}"),
        1 => format!("segments {from} and {to}"),
        _ => format!("segments {from} to {to}"),
    }
}

fn by_validity(validity: Validity, date: &str) -> Applies {
    let year = date.get(..4).unwrap_or("an earlier year");
    match validity {
        Validity::InForce => Applies::Yes,
        Validity::Reported => Applies::Unknown { why: format!("reported in {year}; the advert does not promise it") },
        Validity::Proposed => Applies::Unknown { why: format!("asked for in {year}; nobody has to give it") },
        Validity::Historical => Applies::No { why: format!("it is of {year}, and nothing says that it still runs") },
    }
}
