//! What to do after an answer: read it, ask again after a while, or give up.

use std::time::Duration;

use jiff::Timestamp;

use super::line::Page;

/// How long to wait for what, and how often to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Between two pages, and before the first new try.
    pub pause: Duration,
    /// For one page.
    pub timeout: Duration,
    /// How often one page is asked for.
    pub tries: u32,
    /// No longer wait is obeyed.
    pub longest: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { pause: seconds(1), timeout: seconds(30), tries: 4, longest: seconds(120) }
    }
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Read the page.
    Read,
    /// Ask again after a pause.
    Wait {
        /// How long.
        pause: Duration,
        /// Why, in words.
        why: String,
    },
    /// Ask no more.
    GiveUp {
        /// Why, in words.
        why: String,
    },
}

impl Patience {
    /// What to do after what came of the last of so many tries.
    #[must_use]
    pub fn after(&self, page: &Page, tries: u32) -> Next {
        let (why, asked) = match page {
            Page::Sent(_) => return Next::Read,
            Page::Refused { status, retry_after } => {
                let why = refusal(*status);
                if !matches!(status, 429 | 500 | 502..=504) {
                    return Next::GiveUp { why };
                }
                (why, retry_after.as_deref().and_then(|text| retry_after_pause(text, Timestamp::now())))
            }
            Page::Lost(why) => (why.clone(), None),
        };
        if tries >= self.tries {
            return Next::GiveUp { why: format!("{why}, also after {tries} tries") };
        }
        let growing = self.pause.saturating_mul(1 << tries.saturating_sub(1).min(10));
        match asked {
            Some(pause) if pause > self.longest => {
                Next::GiveUp { why: format!("{why} and asks for a pause of {} minutes", pause.as_secs().div_ceil(60)) }
            }
            Some(pause) => Next::Wait { pause, why },
            None => Next::Wait { pause: growing.min(self.longest), why },
        }
    }
}

fn refusal(status: u16) -> String {
    match status {
        429 => "the server has been asked too often".to_owned(),
        503 => "the server is busy (503)".to_owned(),
        500 | 502 | 504 => format!("the server has a fault of its own ({status})"),
        404 | 410 => format!("there is no search at that address ({status})"),
        401 | 403 => format!("the server does not allow it ({status})"),
        _ => format!("the server answers with status {status}"),
    }
}

/// The pause that a `Retry-After` asks for: seconds, or the time at which to come again.
fn retry_after_pause(text: &str, now: Timestamp) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let at = jiff::fmt::rfc2822::parse(text.trim()).ok()?.timestamp();
    Some(Duration::try_from(at.duration_since(now)).unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::Timestamp;

    use super::{Next, Patience, retry_after_pause};
    use crate::fetch::line::Page;

    fn pause(page: &Page, tries: u32) -> Option<u64> {
        match Patience::default().after(page, tries) {
            Next::Wait { pause, .. } => Some(pause.as_secs()),
            Next::Read | Next::GiveUp { .. } => None,
        }
    }

    #[test]
    fn a_busy_server_is_left_alone_for_longer_and_longer() {
        let busy = Page::Refused { status: 503, retry_after: None };
        assert_eq!([1, 2, 3, 4].map(|tries| pause(&busy, tries)), [Some(1), Some(2), Some(4), None]);
    }

    #[test]
    fn what_the_server_asks_for_is_done_within_reason() {
        let asks = |text: &str| Page::Refused { status: 429, retry_after: Some(text.to_owned()) };
        assert_eq!(pause(&asks("7"), 1), Some(7));
        assert_eq!(pause(&asks("soon"), 2), Some(2));
        assert_eq!(pause(&asks("3600"), 1), None);
        assert_eq!(pause(&Page::Refused { status: 404, retry_after: Some("1".to_owned()) }, 1), None);
        let now: Timestamp = "2026-11-22T08:00:00Z".parse().expect("a time");
        let at = |text| retry_after_pause(text, now);
        assert_eq!(at("Sun, 22 Nov 2026 08:00:30 GMT"), Some(Duration::from_secs(30)));
        assert_eq!(at("Sun, 22 Nov 2026 07:00:00 GMT"), Some(Duration::ZERO));
    }
}
