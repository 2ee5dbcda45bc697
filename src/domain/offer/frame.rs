//! Under which pay a post falls: as its advert says, or as posts of its role do.

use std::fmt;

use crate::domain::pack::Pack;
use crate::domain::post::Post;

/// A set of rules by which people are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayFrame {
    /// Very senior managers of trusts and care boards.
    VerySenior,
    /// Agenda for Change, bands 2 to 9.
    AgendaForChange,
    /// General practitioners.
    Gp,
    /// Hospital doctors and dentists.
    Medical,
    /// Chairs and non-executive directors.
    NonExecutive,
    /// Another: councils, charities, civil servants.
    Other,
}

impl PayFrame {
    /// Those that a table of offers names; `any` besides.
    pub const NAMED: [Self; 5] = [Self::VerySenior, Self::AgendaForChange, Self::Gp, Self::Medical, Self::NonExecutive];

    /// Its id in tables and JSON.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::VerySenior => "very-senior",
            Self::AgendaForChange => "agenda-for-change",
            Self::Gp => "gp",
            Self::Medical => "medical",
            Self::NonExecutive => "non-executive",
            Self::Other => "other",
        }
    }

    /// The frame that a cell names.
    #[must_use]
    pub fn from_cell(cell: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|frame| frame.slug() == cell)
    }
}

impl fmt::Display for PayFrame {
    /// To follow *for* or *paid as*: `very senior managers`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::VerySenior => "very senior managers",
            Self::AgendaForChange => "staff on Agenda for Change",
            Self::Gp => "general practitioners",
            Self::Medical => "doctors on hospital contracts",
            Self::NonExecutive => "chairs and non-executive directors",
            Self::Other => "people on another contract",
        })
    }
}

/// How a post is paid, as far as anybody can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frames {
    /// The advert says it.
    Advertised(PayFrame),
    /// The advert does not; posts of this role are paid in one of these ways. Never empty.
    OfRole(Vec<PayFrame>),
    /// Neither advert nor role says anything.
    Unknown,
}

impl Frames {
    /// Of a post. A seat that is none of an employee stays one whatever heading a job board puts above it.
    #[must_use]
    pub fn of(pack: &Pack, post: &Post) -> Self {
        let of_role = post.role.map_or_else(Vec::new, |matched| of_basis(&pack.role(matched.role).pay.basis));
        let advertised = advertised(&post.grade).or_else(|| advertised(&post.pay_text));
        match (advertised, of_role.as_slice()) {
            (Some(PayFrame::VerySenior), [PayFrame::NonExecutive]) => Self::OfRole(of_role),
            (Some(frame), _) => Self::Advertised(frame),
            (None, []) => Self::Unknown,
            (None, _) => Self::OfRole(of_role),
        }
    }

    /// The frames that are possible; none when nothing is known.
    #[must_use]
    pub fn possible(&self) -> &[PayFrame] {
        match self {
            Self::Advertised(frame) => std::slice::from_ref(frame),
            Self::OfRole(frames) => frames,
            Self::Unknown => &[],
        }
    }
}

/// What an advert's words about grade or pay say.
fn advertised(text: &str) -> Option<PayFrame> {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let padded = format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" "));
    let says = |words: &[&str]| words.iter().any(|word| padded.contains(&format!(" {word} ")));
    let banded = padded.split(" band ").skip(1).any(|rest| rest.starts_with(|c: char| ('2'..='9').contains(&c)));
    if says(&["non executive", "non executives"]) {
        Some(PayFrame::NonExecutive)
    } else if says(&["vsm", "very senior manager", "very senior managers"]) {
        Some(PayFrame::VerySenior)
    } else if says(&["afc", "agenda for change"]) || banded {
        Some(PayFrame::AgendaForChange)
    } else if says(&["medical", "consultant", "medical contract"]) {
        Some(PayFrame::Medical)
    } else {
        None
    }
}

/// How roles whose pay rests on this are paid.
fn of_basis(basis: &str) -> Vec<PayFrame> {
    match basis {
        "" => Vec::new(),
        "vsm" => vec![PayFrame::VerySenior],
        "afc" | "trainee" => vec![PayFrame::AgendaForChange],
        "afc-or-vsm" => vec![PayFrame::AgendaForChange, PayFrame::VerySenior],
        "medical" => vec![PayFrame::Medical],
        "medical-or-afc" => vec![PayFrame::AgendaForChange, PayFrame::Medical],
        "gp-or-sessional" => vec![PayFrame::Gp],
        "non-executive" => vec![PayFrame::NonExecutive],
        _ => vec![PayFrame::Other],
    }
}

#[cfg(test)]
mod tests {
    use super::{PayFrame, advertised};

    #[test]
    fn adverts_say_how_they_pay_in_many_words() {
        for text in
            ["AfC Band 9", "Agenda for Change Band 9", "Band 8a", "AfC Band 8 (sub-band not shown)", "NHS AfC: Band 7"]
        {
            assert_eq!(advertised(text), Some(PayFrame::AgendaForChange), "{text}");
        }
        for text in ["VSM", "Executives / VSM", "Competitive - VSM", "£100,000 - £133,998 per annum (VSM)"] {
            assert_eq!(advertised(text), Some(PayFrame::VerySenior), "{text}");
        }
        assert_eq!(advertised("non-executive"), Some(PayFrame::NonExecutive));
        assert_eq!(advertised("medical contract"), Some(PayFrame::Medical));
        for text in ["", "banding review pending", "£60,000 per annum", "Competitive", "a band of brothers"] {
            assert_eq!(advertised(text), None, "{text}");
        }
    }
}
