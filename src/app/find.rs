//! Finding by name, forgiving what is misspelt.
//!
//! Written here and not taken from a crate: a few hundred short names need no vector instructions, and the crates that
//! forgive misspelling made this one take minutes longer to build.

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
/// any order: as a word of the name, as its beginning or middle, as initials, or misspelt. With nothing typed every
/// name fits.
#[must_use]
pub fn search(typed: &str, names: &[String]) -> Vec<Match> {
    let words: Vec<Vec<char>> = typed.split_whitespace().map(plain).collect();
    let mut found: Vec<Match> =
        names.iter().enumerate().filter_map(|(index, name)| fits(&words, &plain(name), index)).collect();
    found.sort_by(|a, b| b.score.cmp(&a.score).then(a.index.cmp(&b.index)));
    found
}

/// How well one word fits a name, and at which characters.
type Fit = (u32, Vec<usize>);

/// One point for each character less, so that of two names that fit as well the shorter comes first; what
/// stands in brackets does not count.
const LONGEST: u32 = 200;

/// What a name gains that begins with what was typed: as much as one so many characters shorter.
const BEGINS: u32 = 40;

fn fits(words: &[Vec<char>], name: &[char], index: usize) -> Option<Match> {
    if words.is_empty() {
        return Some(Match { index, score: 0, letters: Vec::new() });
    }
    let parts = parts(name);
    let mut letters = Vec::new();
    let mut score = 0;
    for word in words {
        let (points, at) = fit(word, name, &parts)?;
        score += points * LONGEST;
        letters.extend(at);
    }
    letters.sort_unstable();
    letters.dedup();
    let brackets = name.iter().position(|c| *c == '(').unwrap_or(name.len());
    let length = u32::try_from(brackets).unwrap_or(LONGEST).min(LONGEST);
    let begins = if letters.first() == Some(&0) { BEGINS } else { 0 };
    Some(Match { index, score: score + begins + LONGEST - length, letters })
}

/// The words of a name: where each begins, and its characters.
fn parts(name: &[char]) -> Vec<(usize, &[char])> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in name.iter().enumerate() {
        if !c.is_alphanumeric() {
            if at > start {
                parts.push((start, &name[start..at]));
            }
            start = at + 1;
        }
    }
    if name.len() > start {
        parts.push((start, &name[start..]));
    }
    parts
}

fn fit(word: &[char], name: &[char], parts: &[(usize, &[char])]) -> Option<Fit> {
    let run = |start: usize, length: usize| (start..start + length).collect::<Vec<_>>();
    if let Some((start, part)) = parts.iter().find(|(_, part)| *part == word) {
        return Some((100, run(*start, part.len())));
    }
    if let Some((start, _)) = parts.iter().find(|(_, part)| part.starts_with(word)) {
        return Some((80, run(*start, word.len())));
    }
    if let Some(letters) = initials(word, parts) {
        return Some((70, letters));
    }
    if let Some(start) = name.windows(word.len()).position(|window| window == word) {
        return Some((60, run(start, word.len())));
    }
    let misspelt = |(start, part): &(usize, &[char])| {
        let (faults, length) = faults(word, part);
        (faults <= allowed(word)).then(|| (50 - 10 * faults, run(*start, length)))
    };
    parts.iter().filter_map(misspelt).max_by_key(|(points, _)| *points)
}

/// The word as first letters of words in a row: `coo` of a chief operating officer.
fn initials(word: &[char], parts: &[(usize, &[char])]) -> Option<Vec<usize>> {
    if word.len() < 2 {
        return None;
    }
    let first = |window: &[(usize, &[char])]| window.iter().zip(word).all(|((_, part), c)| part.first() == Some(c));
    let window = parts.windows(word.len()).find(|window| first(window))?;
    Some(window.iter().map(|(start, _)| *start).collect())
}

/// How many letters of a word may be wrong.
const fn allowed(word: &[char]) -> u32 {
    match word.len() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// The fewest letters that are left out, put in, changed or swapped between `word` and a beginning of `part`, and how
/// long that beginning is.
fn faults(word: &[char], part: &[char]) -> (u32, usize) {
    let mut rows: Vec<Vec<u32>> = vec![(0..).take(part.len() + 1).collect()];
    for (i, letter) in word.iter().enumerate() {
        let mut row = vec![rows[i][0] + 1];
        for (j, other) in part.iter().enumerate() {
            let changed = rows[i][j] + u32::from(letter != other);
            let mut least = changed.min(rows[i][j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && *letter == part[j - 1] && word[i - 1] == *other;
            if swapped {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    let last = &rows[word.len()];
    (0..last.len()).map(|length| (last[length], length)).min().unwrap_or((u32::MAX, 0))
}

/// Small plain letters, one for each character, so that places in the text stay places in the name.
fn plain(text: &str) -> Vec<char> {
    let letter = |c: char| match c.to_lowercase().next().unwrap_or(c) {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        '\u{2010}'..='\u{2015}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        c => c,
    };
    text.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::search;

    fn best(typed: &str) -> String {
        let names = [
            "Ward manager",
            "Matron",
            "Chief nurse",
            "Trust chief executive",
            "Deputy chief nurse",
            "Café lead",
            "Chief operating officer",
            "Lead, night ward manager",
            "Nurse manager (night shift, weekend and bank)",
        ]
        .map(str::to_owned);
        search(typed, &names).first().map_or(String::new(), |found| names[found.index].clone())
    }

    #[test]
    fn a_few_letters_initials_or_a_misspelt_word_find_a_role() {
        for (typed, name) in [
            ("mat", "Matron"),
            ("chief nurse", "Chief nurse"),
            ("nurse chief dep", "Deputy chief nurse"),
            ("exectuive", "Trust chief executive"),
            ("cheif exec", "Trust chief executive"),
            ("manger", "Ward manager"),
            ("MATRON", "Matron"),
            ("cafe", "Café lead"),
            ("ward man", "Ward manager"),
            ("manager nurse", "Nurse manager (night shift, weekend and bank)"),
            ("coo", "Chief operating officer"),
            ("tron", "Matron"),
            ("zzz", ""),
        ] {
            assert_eq!(best(typed), name, "{typed}");
        }
    }

    #[test]
    fn matched_letters_are_characters_of_the_name() {
        let names = vec!["Café – lead".to_owned()];
        assert_eq!(search("lead", &names)[0].letters, [7, 8, 9, 10]);
        assert_eq!(search("", &names)[0].letters, [0; 0]);
    }
}
