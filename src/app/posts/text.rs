//! What words are looked for in. What many posts share (employer, town, grade) is looked through once and not once for
//! each of them; a single letter, which nearly every post has, is not looked for at all.

use std::collections::HashMap;

use memchr::memmem::Finder;

use crate::domain::post::Post;

/// How a post fits what is looked for; more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// A word is nowhere.
    Not,
    /// Each word is somewhere: in the title, employer, town, grade, id or reference.
    Somewhere,
    /// Each word is in the title.
    InTitle,
    /// Each word is in the title, which begins with one.
    BeginsTitle,
}

/// The texts of posts in small letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Texts {
    /// A line for each post: its title, then its id and reference.
    own: Lines,
    /// Where in its line the title of each post ends.
    titles: Vec<usize>,
    /// The letters and digits of each title, and of the whole line.
    letters: Vec<[u64; 2]>,
    /// Every employer, town and grade once.
    shared: Lines,
    /// The lines of those of each post.
    has: Vec<[u32; 3]>,
}

/// Text in lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Lines {
    text: String,
    /// Where each line ends, its line feed included.
    ends: Vec<usize>,
}

impl Lines {
    fn add(&mut self, text: &str) {
        if text.is_ascii() {
            self.text.push_str(text);
            let from = self.text.len() - text.len();
            self.text[from..].make_ascii_lowercase();
        } else {
            self.text.extend(text.chars().flat_map(char::to_lowercase));
        }
    }

    fn end(&mut self) {
        self.text.push('\n');
        self.ends.push(self.text.len());
    }

    /// Tells of each line that holds a word its number and where in it the word stands first.
    fn each_with(&self, word: &str, mut tell: impl FnMut(usize, usize)) {
        let finder = Finder::new(word);
        let text = self.text.as_bytes();
        let (mut line, mut from) = (0, 0);
        while let Some(found) = finder.find(&text[from..]) {
            let at = from + found;
            while self.ends[line] <= at {
                line += 1;
            }
            let begins = if line == 0 { 0 } else { self.ends[line - 1] };
            tell(line, at - begins);
            // Once is enough for a line.
            from = self.ends[line];
        }
    }
}

impl Texts {
    /// Those of these posts.
    pub fn of(posts: &[Post]) -> Self {
        let mut texts = Self::default();
        let mut lines: HashMap<&str, u32> = HashMap::new();
        for post in posts {
            texts.add_own(post);
            let shared = [post.employer.as_str(), &post.town, &post.grade].map(|text| {
                *lines.entry(text).or_insert_with(|| {
                    let line = texts.shared.ends.len();
                    // A line feed would begin a line of its own.
                    texts.shared.add(&text.replace('\n', " "));
                    texts.shared.end();
                    u32::try_from(line).unwrap_or(u32::MAX)
                })
            });
            texts.has.push(shared);
        }
        texts
    }

    fn add_own(&mut self, post: &Post) {
        let begins = self.own.text.len();
        self.own.add(&post.title.replace('\n', " "));
        self.titles.push(self.own.text.len() - begins);
        let in_title = letters(&self.own.text[begins..]);
        self.own.text.push('\t');
        self.own.add(&post.id.replace('\n', " "));
        if !post.reference.eq_ignore_ascii_case(&post.id) {
            self.own.text.push('\t');
            self.own.add(&post.reference.replace('\n', " "));
        }
        self.letters.push([in_title, letters(&self.own.text[begins..])]);
        self.own.end();
    }

    /// How each post fits the words; nothing when there are none.
    pub fn fits(&self, words: &str) -> Option<Vec<Fit>> {
        let mut all: Option<Vec<Fit>> = None;
        for word in words.to_lowercase().split_whitespace() {
            let fits = self.fits_word(word);
            all = Some(match all {
                None => fits,
                Some(before) => before.into_iter().zip(fits).map(|(before, fit)| together(before, fit)).collect(),
            });
        }
        all
    }

    fn fits_word(&self, word: &str) -> Vec<Fit> {
        let mut shared = vec![false; self.shared.ends.len()];
        self.shared.each_with(word, |line, _| shared[line] = true);
        let has = |lines: &[u32; 3]| lines.iter().any(|line| shared[*line as usize]);
        let mut fits: Vec<Fit> =
            self.has.iter().map(|lines| if has(lines) { Fit::Somewhere } else { Fit::Not }).collect();
        match letter(word) {
            Some(bit) => self.mark_letter(bit, word, &mut fits),
            None => self.own.each_with(word, |line, at| fits[line] = self.fit_at(line, at)),
        }
        fits
    }

    fn fit_at(&self, line: usize, at: usize) -> Fit {
        match at {
            0 => Fit::BeginsTitle,
            _ if at < self.titles[line] => Fit::InTitle,
            _ => Fit::Somewhere,
        }
    }

    fn mark_letter(&self, bit: u64, word: &str, fits: &mut [Fit]) {
        let mut begins = 0;
        for (line, fit) in fits.iter_mut().enumerate() {
            let [title, all] = self.letters[line];
            if title & bit != 0 {
                let first = self.own.text[begins..].starts_with(word);
                *fit = if first { Fit::BeginsTitle } else { Fit::InTitle };
            } else if all & bit != 0 {
                *fit = Fit::Somewhere;
            }
            begins = self.own.ends[line];
        }
    }
}

/// How a post fits two words, by how it fits each.
const fn together(one: Fit, other: Fit) -> Fit {
    match (one, other) {
        (Fit::Not, _) | (_, Fit::Not) => Fit::Not,
        (Fit::Somewhere, _) | (_, Fit::Somewhere) => Fit::Somewhere,
        (Fit::BeginsTitle, _) | (_, Fit::BeginsTitle) => Fit::BeginsTitle,
        (Fit::InTitle, Fit::InTitle) => Fit::InTitle,
    }
}

/// The bit that stands for a word of one plain letter or digit.
fn letter(word: &str) -> Option<u64> {
    match word.as_bytes() {
        [byte] => Some(bit(*byte)).filter(|bit| *bit != 0),
        _ => None,
    }
}

const fn bit(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        _ => 0,
    }
}

fn letters(text: &str) -> u64 {
    text.bytes().fold(0, |letters, byte| letters | bit(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Fit, Texts};
    use crate::domain::post::{Origin, Post, Standing};
    use crate::domain::provenance::{Basis, Provenance};

    fn post(id: &str, title: &str, employer: &str, town: &str) -> Post {
        let provenance =
            Provenance { basis: Basis::Sourced, source: String::new(), date: String::new(), note: String::new() };
        Post {
            id: id.to_owned(),
            title: title.to_owned(),
            employer: employer.to_owned(),
            organisation: None,
            ods: String::new(),
            role: None,
            region: String::new(),
            segment: None,
            segment_period: String::new(),
            standing: Standing::Ordinary,
            grade: String::new(),
            pay_min: None,
            pay_max: None,
            pay_text: String::new(),
            contract: String::new(),
            reference: id.to_owned(),
            town: town.to_owned(),
            posted: None,
            closes: None,
            package: String::new(),
            provenance,
            origin: Origin::Pack,
        }
    }

    #[test]
    fn a_word_in_the_title_is_better_than_one_elsewhere() {
        let posts = [
            post("A-1", "Matron", "Barts", "London"),
            post("A-2", "Senior matron", "Barts", "London"),
            post("A-3", "Manager", "The Matron Trust", "Leeds"),
        ];
        let texts = Texts::of(&posts);
        assert_eq!(texts.fits("MATRON"), Some(vec![Fit::BeginsTitle, Fit::InTitle, Fit::Somewhere]));
        assert_eq!(texts.fits("m"), Some(vec![Fit::BeginsTitle, Fit::InTitle, Fit::BeginsTitle]));
        assert_eq!(texts.fits("barts senior"), Some(vec![Fit::Not, Fit::Somewhere, Fit::Not]));
        assert_eq!(texts.fits("3"), Some(vec![Fit::Not, Fit::Not, Fit::Somewhere]));
        assert_eq!(texts.fits(" "), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_fits_is_what_holds_every_word(
            texts in proptest::collection::vec(["[abÉ1 ]{0,5}", "[abÉ1 ]{0,4}", "[ab1]{0,3}"], 0..6),
            typed in "[abé1B ]{0,5}",
        ) {
            let posts: Vec<Post> = texts.iter().map(|[title, employer, id]| post(id, title, employer, "b")).collect();
            let found = Texts::of(&posts).fits(&typed);
            let words = typed.to_lowercase();
            let has = |post: &Post, word: &str| {
                [&post.id, &post.title, &post.employer, &post.town].iter().any(|text| text.to_lowercase().contains(word))
            };
            let expected: Vec<bool> =
                posts.iter().map(|post| words.split_whitespace().all(|word| has(post, word))).collect();
            let found: Vec<bool> =
                found.map_or(vec![true; posts.len()], |fits| fits.into_iter().map(|fit| fit != Fit::Not).collect());
            prop_assert_eq!(found, expected);
        }
    }
}
