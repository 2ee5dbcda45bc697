//! The roles of many adverts: of titles that differ only in numbers, such as a reference or the number of a ward, one is
//! judged and the others are as it is.

use std::collections::HashMap;

use super::band::Steps;
use super::titles::{Setting, Titles};
use crate::domain::Pack;
use crate::domain::post::RoleMatch;

/// Titles, with what was found for the wordings seen so far.
#[derive(Debug)]
pub struct Wordings {
    titles: Titles,
    found: HashMap<String, Option<RoleMatch>>,
    /// The wording that is looked at, kept so that there need not be a new one for each advert.
    wording: String,
}

impl Wordings {
    /// For the roles of a pack.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        Self { titles: Titles::of(pack), found: HashMap::new(), wording: String::new() }
    }

    /// As [`Titles::find`].
    pub fn find(&mut self, title: &str, setting: Setting) -> Option<RoleMatch> {
        self.wording.clear();
        fold(&mut self.wording, title);
        // The one number in a title that says something is the band's.
        let step = Steps::in_title(title).map_or('-', |steps| char::from(b'A' + steps.lowest()));
        for part in [setting.grade, setting.employer] {
            self.wording.push('\n');
            self.wording.push_str(part);
        }
        self.wording.push(step);
        if let Some(found) = self.found.get(&self.wording) {
            return *found;
        }
        let found = self.titles.find(title, setting);
        self.found.insert(self.wording.clone(), found);
        found
    }
}

/// Adds a title to a wording, every number in it as 0.
fn fold(wording: &mut String, title: &str) {
    let mut rest = title;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let digits = from.len() - from.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        wording.push_str(before);
        wording.push('0');
        rest = &from[digits..];
    }
    wording.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn numbers_are_one_in_a_wording() {
        let folded = |title: &str| {
            let mut wording = String::new();
            fold(&mut wording, title);
            wording
        };
        assert_eq!(folded("Matron – Ward 12, ref 390-7"), "Matron – Ward 0, ref 0-0");
        assert_eq!(folded("Ward 12b (Band 7)"), folded("Ward 3b (Band 8)"));
        assert_ne!(folded("Ward 12b"), folded("Ward 12c"));
        assert_eq!(folded("Matron"), "Matron");
    }
}
