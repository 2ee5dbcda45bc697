//! The ids nearest to a word that is none: what a person who mistyped probably meant.

/// The candidates nearest to `word`, nearest first, at most `how_many`; none of them when nothing is near.
///
/// Near is: few letters wrong, missing or swapped; or the same parts between hyphens, in any order and shortened
/// (`chief-exec` finds `trust-chief-executive`). Case does not matter, and a space or underscore counts as a hyphen.
/// The order depends on the words alone, not on the order of the candidates.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>, how_many: usize) -> Vec<&'c str> {
    let worst = LETTER * (normal(word).len() / 3 + 1);
    within(worst, word, candidates, how_many)
}

/// As [`nearest`], however far they are: for lists in which something is better than nothing.
#[must_use]
pub fn closest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>, how_many: usize) -> Vec<&'c str> {
    within(usize::MAX, word, candidates, how_many)
}

fn within<'c>(
    worst: usize,
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
    how_many: usize,
) -> Vec<&'c str> {
    let wanted = normal(word);
    if wanted.is_empty() || wanted.len() > LONGEST {
        return Vec::new();
    }
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (distance(&wanted, &normal(candidate)), candidate))
        .filter(|(far, _)| *far <= worst)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(how_many);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Longer words are not compared: nobody mistypes one, and the work grows with the square.
const LONGEST: usize = 80;
/// What a wrong letter costs; a surplus part of the candidate costs less.
const LETTER: usize = 4;

fn normal(word: &str) -> Vec<char> {
    let joined = |c: char| if c.is_whitespace() || c == '_' { '-' } else { c };
    word.trim().chars().take(LONGEST + 1).flat_map(char::to_lowercase).map(joined).collect()
}

fn distance(wanted: &[char], candidate: &[char]) -> usize {
    (LETTER * letters_wrong(wanted, candidate)).min(by_parts(wanted, candidate))
}

fn by_parts(wanted: &[char], candidate: &[char]) -> usize {
    fn parts(word: &[char]) -> Vec<&[char]> {
        word.split(|c| *c == '-').filter(|part| !part.is_empty()).collect()
    }
    let (asked, offered) = (parts(wanted), parts(candidate));
    if asked.iter().all(|part| part.len() < 3) {
        return usize::MAX;
    }
    let wrong: usize = asked.iter().map(|part| part_wrong(part, &offered)).fold(0, usize::saturating_add);
    LETTER.saturating_add(LETTER.saturating_mul(wrong)).saturating_add(offered.len().saturating_sub(asked.len()))
}

fn part_wrong(part: &[char], offered: &[&[char]]) -> usize {
    let wrong = |other: &&[char]| {
        if part.len() >= 3 && other.starts_with(part) { 0 } else { letters_wrong(part, other) }
    };
    offered.iter().map(wrong).min().unwrap_or(part.len())
}

/// How many letters have to be put in, left out, changed or swapped with their neighbour.
fn letters_wrong(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let swapped = i > 0 && j > 0 && a[i - 1] == *to && b[j - 1] == *from;
            let changed = last[j] + usize::from(from != to);
            let plain = changed.min(last[j + 1] + 1).min(row[j] + 1);
            row.push(if swapped { plain.min(before_last[j - 1] + 1) } else { plain });
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{closest, letters_wrong, nearest};

    const ROLES: [&str; 6] = [
        "matron",
        "ward-manager",
        "deputy-ward-manager",
        "trust-chief-executive",
        "chief-nurse",
        "icb-chief-executive",
    ];

    #[test]
    fn slips_of_the_finger_are_forgiven() {
        assert_eq!(nearest("ward-mangaer", ROLES, 1), ["ward-manager"]);
        assert_eq!(nearest("Ward Manager", ROLES, 1), ["ward-manager"]);
        assert_eq!(nearest("martron", ROLES, 3), ["matron"]);
    }

    #[test]
    fn shortened_and_reordered_words_are_found() {
        assert_eq!(nearest("chief-exec", ROLES, 2), ["icb-chief-executive", "trust-chief-executive"]);
        assert_eq!(nearest("manager ward", ROLES, 1), ["ward-manager"]);
    }

    #[test]
    fn what_is_near_to_nothing_gets_no_answer() {
        assert!(nearest("xyzzy", ROLES, 3).is_empty());
        assert!(nearest("", ROLES, 3).is_empty());
        assert!(nearest(&"m".repeat(1_000_000), ROLES, 3).is_empty());
    }

    #[test]
    fn the_closest_are_found_however_far() {
        assert_eq!(closest("xyzzy", ROLES, 3).len(), 3);
        assert_eq!(closest("mxyzon", ROLES, 1), ["matron"]);
        assert!(closest("", ROLES, 3).is_empty());
    }

    #[test]
    fn the_order_of_the_candidates_does_not_matter() {
        let mut backwards = ROLES;
        backwards.reverse();
        assert_eq!(nearest("chief", ROLES, 6), nearest("chief", backwards, 6));
    }

    #[test]
    fn letters_are_counted() {
        let wrong = |a: &str, b: &str| letters_wrong(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!([wrong("", "abc"), wrong("abc", "acb"), wrong("abc", "axc"), wrong("ab", "abc")], [3, 1, 1, 1]);
    }
}
