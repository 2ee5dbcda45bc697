//! Expressions once more, read and judged by code of the oracle's own.

/// `none` is `All` of nothing.
#[derive(Debug, Clone)]
pub enum Expr {
    Fact(usize),
    All(Vec<Expr>),
    Any(Vec<Expr>),
}

impl Expr {
    /// Reads `text`; `facts` are the ids in the order of the training table. An empty text is `none`.
    pub fn read(text: &str, facts: &[String]) -> Self {
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        if words.is_empty() {
            return Self::All(Vec::new());
        }
        let (expr, rest) = any(&words, facts);
        assert!(rest.is_empty(), "`{text}` does not parse");
        expr
    }

    pub fn holds(&self, held: &impl Fn(usize) -> bool) -> bool {
        match self {
            Self::Fact(fact) => held(*fact),
            Self::All(parts) => parts.iter().all(|part| part.holds(held)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(held)),
        }
    }
}

fn any<'w>(words: &'w [&'w str], facts: &[String]) -> (Expr, &'w [&'w str]) {
    let (first, mut rest) = all(words, facts);
    let mut parts = vec![first];
    while rest.first() == Some(&"or") {
        let (part, after) = all(&rest[1..], facts);
        parts.push(part);
        rest = after;
    }
    (Expr::Any(parts), rest)
}

fn all<'w>(words: &'w [&'w str], facts: &[String]) -> (Expr, &'w [&'w str]) {
    let (first, mut rest) = one(words, facts);
    let mut parts = vec![first];
    while rest.first() == Some(&"and") {
        let (part, after) = one(&rest[1..], facts);
        parts.push(part);
        rest = after;
    }
    (Expr::All(parts), rest)
}

fn one<'w>(words: &'w [&'w str], facts: &[String]) -> (Expr, &'w [&'w str]) {
    match words[0] {
        "(" => {
            let (inner, rest) = any(&words[1..], facts);
            assert_eq!(rest.first(), Some(&")"), "a bracket is closed");
            (inner, &rest[1..])
        }
        "none" => (Expr::All(Vec::new()), &words[1..]),
        fact => {
            let place = facts.iter().position(|id| id == fact);
            (Expr::Fact(place.unwrap_or_else(|| unreachable!("`{fact}` is no training item"))), &words[1..])
        }
    }
}
