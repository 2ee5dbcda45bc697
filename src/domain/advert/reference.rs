//! References of adverts. Those of NHS Jobs begin with the employer's code (`C9409-25-0981`), those of Trac with a number
//! of three digits (`409-S7512558`), which is the last three of that code: seen with two employers that advertised the
//! same post in both, Medway (275, C9275) and Mersey and West Lancashire (409, C9409).

/// A reference in one spelling, to compare: capitals, no spaces.
#[must_use]
pub fn key(reference: &str) -> String {
    let plain = reference.bytes().all(|b| b.is_ascii() && !b.is_ascii_lowercase() && !b.is_ascii_whitespace());
    if plain {
        return reference.to_owned();
    }
    reference.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// Which system gave a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// NHS Jobs.
    NhsJobs,
    /// Trac.
    Trac,
    /// Another, or one that cannot be told.
    Other,
}

/// The form of a reference.
#[must_use]
pub fn form(reference: &str) -> Form {
    let head = reference.split('-').next().unwrap_or_default();
    let rest = reference.len() > head.len() + 1;
    let (first, digits) = head.split_at_checked(1).unwrap_or_default();
    let numbered = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    match first.bytes().next() {
        Some(b) if rest && b.is_ascii_alphabetic() && numbered(digits, 4) => Form::NhsJobs,
        Some(b) if rest && b.is_ascii_digit() && numbered(head, 3) => Form::Trac,
        _ => Form::Other,
    }
}

/// The employer's code on NHS Jobs that a reference speaks of, for instance `C9409`.
#[must_use]
pub fn employer_code(reference: &str) -> Option<String> {
    let reference = key(reference);
    let head = reference.split('-').next()?;
    match form(&reference) {
        Form::NhsJobs => Some(head.to_owned()),
        Form::Trac => Some(format!("C9{head}")),
        Form::Other => None,
    }
}

/// A reference as an id that can be typed: letters, digits and single hyphens, at most forty of them.
#[must_use]
pub fn id(reference: &str) -> String {
    const MOST: usize = 40;
    let mut id = String::new();
    for c in reference.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
        if id.len() == MOST {
            break;
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "advert".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Form, employer_code, form, id, key};

    #[test]
    fn both_forms_name_the_same_employer() {
        assert_eq!(employer_code("C9409-25-0981").as_deref(), Some("C9409"));
        assert_eq!(employer_code("409-S7512558").as_deref(), Some("C9409"));
        assert_eq!(employer_code("m9990-24-0042").as_deref(), Some("M9990"));
        for other in ["", "-", "C9409", "C94-25", "4090-1", "Trac 7817476", "é-1"] {
            assert_eq!((form(other), employer_code(other)), (Form::Other, None), "{other}");
        }
    }

    #[test]
    fn spelling_does_not_make_two_of_one() {
        assert_eq!(key(" c9409-25-0981"), key("C9409-25- 0981"));
        assert_eq!(id("Trac 7817476"), "Trac-7817476");
        assert_eq!(id("../../etc//passwd"), "etc-passwd");
        assert_eq!(id("£"), "advert");
        assert!(id(&"x".repeat(1_000)).len() <= 40);
    }
}
