//! Finding by name, forgiving what is misspelt. The matcher is a crate; it is known only here.

use frizbee::{Config, Matcher, Pattern, PatternConfig};

/// A name that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The place of the name in the list that was searched.
    pub index: usize,
    /// How well it fits; more is better.
    pub score: u32,
    /// Which characters of the name were matched, from 0, in order.
    pub letters: Vec<usize>,
}

/// The names that fit `typed`, best first; equally good ones in the order of the list. Every word has to be found, in
/// any order; longer words may be misspelt. With nothing typed every name fits.
#[must_use]
pub fn search(typed: &str, names: &[String]) -> Vec<Match> {
    let words: Vec<String> = typed.split_whitespace().map(plain).collect();
    if words.is_empty() {
        return (0..names.len()).map(|index| Match { index, score: 0, letters: Vec::new() }).collect();
    }
    let patterns: Vec<Pattern> = words
        .iter()
        .map(|word| Pattern::new(word, PatternConfig::default().max_typos(Some(misspellings(word)))))
        .collect();
    let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let mut matcher = Matcher::from_patterns(&patterns, &Config::default());
    let mut found: Vec<Match> = matcher
        .match_list_indices(&names)
        .into_iter()
        .map(|found| {
            let index = found.index as usize;
            let mut letters: Vec<usize> = found.indices.iter().map(|at| *at as usize).collect();
            letters.sort_unstable();
            letters.dedup();
            Match { index, score: u32::from(found.score) + bonus(&words, &names[index]), letters }
        })
        .collect();
    found.sort_by(|a, b| b.score.cmp(&a.score).then(a.index.cmp(&b.index)));
    found
}

/// How many letters of a word may be wrong.
fn misspellings(word: &str) -> u16 {
    match word.len() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// What is spelt right and whole comes before what merely fits.
fn bonus(words: &[String], name: &str) -> u32 {
    let whole = |word: &String| name.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
    let starts = |word: &String| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word.as_str()));
    let each = |word| u32::from(starts(word)) * 40 + u32::from(whole(word)) * 20;
    let same = u32::from(name == words.join(" ")) * 100;
    words.iter().map(each).sum::<u32>() + same
}

/// Small ASCII letters, one for each character, so that places in the text stay places in the name.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c.to_lowercase().next().unwrap_or(c) {
            c if c.is_ascii() => c,
            'à'..='å' => 'a',
            'è'..='ë' => 'e',
            'ì'..='ï' => 'i',
            'ò'..='ö' => 'o',
            'ù'..='ü' => 'u',
            'ç' => 'c',
            '\u{2010}'..='\u{2015}' => '-',
            '\u{2018}' | '\u{2019}' => '\'',
            _ => '?',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::search;

    fn best(typed: &str) -> String {
        let names =
            ["Ward manager", "Matron", "Chief nurse", "Trust chief executive", "Deputy chief nurse", "Café lead"]
                .map(str::to_owned);
        search(typed, &names).first().map_or(String::new(), |found| names[found.index].clone())
    }

    #[test]
    fn a_few_letters_or_a_misspelt_word_find_a_role() {
        for (typed, name) in [
            ("mat", "Matron"),
            ("chief nurse", "Chief nurse"),
            ("nurse chief dep", "Deputy chief nurse"),
            ("exectuive", "Trust chief executive"),
            ("manger", "Ward manager"),
            ("MATRON", "Matron"),
            ("cafe", "Café lead"),
            ("zzz", ""),
        ] {
            assert_eq!(best(typed), name, "{typed}");
        }
    }

    #[test]
    fn matched_letters_are_characters_of_the_name() {
        let names = vec!["Café – lead".to_owned()];
        assert_eq!(search("lead", &names)[0].letters, [7, 8, 9, 10]);
    }
}
