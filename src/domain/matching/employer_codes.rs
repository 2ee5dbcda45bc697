//! Employers' codes on NHS Jobs (the first part of a reference) and their ODS codes. No public table of them was found:
//! these were read off adverts. Those from Trac rest on Trac's number being the last three digits of the code, which was
//! seen with two employers (see [`crate::domain::advert::reference`]).

/// Code and ODS code, by code.
pub(super) const CODES: [(&str, &str); 24] = [
    ("C9153", "R0D"),
    ("C9164", "RX1"), // Trac
    ("C9175", "RGM"),
    ("C9184", "R1H"),
    ("C9188", "RHM"),
    ("C9216", "RK9"),
    ("C9225", "RL4"),
    ("C9275", "RPA"),
    ("C9279", "RYR"), // Trac
    ("C9285", "TAJ"), // Trac
    ("C9297", "RR7"), // Trac
    ("C9302", "RRF"),
    ("C9309", "RRV"),
    ("C9331", "RTX"),
    ("C9354", "RX2"), // Trac
    ("C9361", "RWH"), // Trac
    ("C9365", "RWP"),
    ("C9390", "RAJ"), // Trac
    ("C9407", "RBK"), // Trac
    ("C9409", "RBN"),
    ("C9412", "RBT"), // Trac
    ("C9438", "RXN"),
    ("C9439", "RXP"),
    ("M9990", "X24"),
];

/// The ODS code of the employer with this code.
pub(super) fn ods(code: &str) -> Option<&'static str> {
    CODES.binary_search_by_key(&code, |(code, _)| code).ok().map(|at| CODES[at].1)
}

#[cfg(test)]
mod tests {
    use super::{CODES, ods};

    #[test]
    fn codes_stand_in_order_and_are_found() {
        assert!(CODES.is_sorted_by_key(|(code, _)| code));
        assert_eq!(ods("C9409"), Some("RBN"));
        assert_eq!(ods("C0000"), None);
    }
}
