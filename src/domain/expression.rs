//! Requirement expressions: training items joined by *and* and *or*.
//!
//! `expr := none | fact | expr and expr | expr or expr | ( expr )`, *and* binds tighter. An expression is monotone:
//! holding more never makes a true one false. The planner depends on it.

use std::collections::BTreeSet;

use super::id::TrainingId;

/// An expression over training items. `All` of nothing is true and is how `none` is kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Expression {
    /// One item has to be held.
    Fact(TrainingId),
    /// Every part has to hold.
    All(Vec<Expression>),
    /// One part has to hold.
    Any(Vec<Expression>),
}

/// What is wrong with an expression, and at which byte of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpressionFault {
    /// Byte offset into the text of the cell.
    pub offset: usize,
    /// What is wrong.
    pub kind: ExpressionFaultKind,
}

/// The ways in which an expression can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpressionFaultKind {
    /// A word that no training item has as its id.
    UnknownFact(String),
    /// A word or bracket where none can stand.
    Unexpected(String),
    /// The text ends where an id or a bracket has to follow.
    Unfinished,
    /// The text has nothing in it.
    Empty,
    /// Brackets inside brackets, deeper than any person would write.
    TooDeep,
}

const DEEPEST: usize = 64;

impl Expression {
    /// Nothing is asked for.
    #[must_use]
    pub const fn none() -> Self {
        Self::All(Vec::new())
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }

    /// Reads `text`; `resolve` turns an id into the item it names. Every unknown id is reported, not only the first.
    ///
    /// # Errors
    /// All unknown ids, or the first fault of grammar, each with its byte offset.
    pub fn parse(text: &str, resolve: impl Fn(&str) -> Option<TrainingId>) -> Result<Self, Vec<ExpressionFault>> {
        let mut parser = Parser { words: words(text), at: 0, end: text.len(), resolve, unknown: Vec::new() };
        if parser.words.is_empty() {
            return Err(vec![ExpressionFault { offset: 0, kind: ExpressionFaultKind::Empty }]);
        }
        let parsed = parser.alternatives(0).and_then(|expression| match parser.words.get(parser.at) {
            None => Ok(expression),
            Some((offset, word)) => Err(unexpected(*offset, word)),
        });
        match parsed {
            Err(fault) => Err(parser.unknown.into_iter().chain([fault]).collect()),
            Ok(expression) if parser.unknown.is_empty() => Ok(expression),
            Ok(_) => Err(parser.unknown),
        }
    }

    /// Whether it holds when exactly the items for which `held` is true are held.
    pub fn holds(&self, held: &impl Fn(TrainingId) -> bool) -> bool {
        match self {
            Self::Fact(fact) => held(*fact),
            Self::All(parts) => parts.iter().all(|part| part.holds(held)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(held)),
        }
    }

    /// Every item it names.
    #[must_use]
    pub fn facts(&self) -> BTreeSet<TrainingId> {
        let mut facts = BTreeSet::new();
        self.visit(&mut |fact| {
            facts.insert(fact);
        });
        facts
    }

    /// Calls `see` with every item it names, in the order of the text, repeats included.
    pub fn visit(&self, see: &mut impl FnMut(TrainingId)) {
        match self {
            Self::Fact(fact) => see(*fact),
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
        }
    }

    /// The items that every way of meeting it contains.
    #[must_use]
    pub fn certain_facts(&self) -> BTreeSet<TrainingId> {
        self.facts().into_iter().filter(|fact| !self.holds(&|other| other != *fact)).collect()
    }

    /// The text again, with ids as `name` gives them and only the brackets that are needed.
    #[must_use]
    pub fn to_text(&self, name: &impl Fn(TrainingId) -> String) -> String {
        match self {
            Self::Fact(fact) => name(*fact),
            Self::All(parts) if parts.is_empty() => "none".to_owned(),
            Self::All(parts) => join(parts, " and ", |part| match part {
                Self::Any(alternatives) if alternatives.len() > 1 => format!("({})", part.to_text(name)),
                _ => part.to_text(name),
            }),
            Self::Any(parts) => join(parts, " or ", |part| part.to_text(name)),
        }
    }
}

fn join(parts: &[Expression], word: &str, text: impl Fn(&Expression) -> String) -> String {
    parts.iter().map(text).collect::<Vec<_>>().join(word)
}

fn unexpected(offset: usize, word: &str) -> ExpressionFault {
    ExpressionFault { offset, kind: ExpressionFaultKind::Unexpected(word.to_owned()) }
}

/// The words of the text with their byte offsets; brackets are words of their own.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let bracket = matches!(c, '(' | ')');
        if bracket || c.is_whitespace() {
            if let Some(from) = start.take() {
                words.push((from, &text[from..at]));
            }
            if bracket {
                words.push((at, &text[at..=at]));
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        words.push((from, &text[from..]));
    }
    words
}

struct Parser<'t, R> {
    words: Vec<(usize, &'t str)>,
    at: usize,
    end: usize,
    resolve: R,
    unknown: Vec<ExpressionFault>,
}

impl<'t, R: Fn(&str) -> Option<TrainingId>> Parser<'t, R> {
    fn eat(&mut self, word: &str) -> bool {
        let found = self.words.get(self.at).is_some_and(|(_, w)| w.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    fn alternatives(&mut self, depth: usize) -> Result<Expression, ExpressionFault> {
        let mut parts = vec![self.conjunction(depth)?];
        while self.eat("or") {
            parts.push(self.conjunction(depth)?);
        }
        Ok(flatten(parts, Expression::Any))
    }

    fn conjunction(&mut self, depth: usize) -> Result<Expression, ExpressionFault> {
        let mut parts = vec![self.operand(depth)?];
        while self.eat("and") {
            parts.push(self.operand(depth)?);
        }
        Ok(flatten(parts, Expression::All))
    }

    fn operand(&mut self, depth: usize) -> Result<Expression, ExpressionFault> {
        let unfinished = ExpressionFault { offset: self.end, kind: ExpressionFaultKind::Unfinished };
        let (offset, word) = self.next_word().ok_or(unfinished.clone())?;
        match word {
            "(" if depth == DEEPEST => Err(ExpressionFault { offset, kind: ExpressionFaultKind::TooDeep }),
            "(" => {
                let inner = self.alternatives(depth + 1)?;
                match self.next_word() {
                    Some((_, ")")) => Ok(inner),
                    Some((offset, word)) => Err(unexpected(offset, word)),
                    None => Err(unfinished),
                }
            }
            ")" => Err(unexpected(offset, word)),
            _ if ["and", "or"].iter().any(|w| word.eq_ignore_ascii_case(w)) => Err(unexpected(offset, word)),
            _ if word.eq_ignore_ascii_case("none") => Ok(Expression::none()),
            _ => Ok((self.resolve)(word).map_or_else(
                || {
                    let kind = ExpressionFaultKind::UnknownFact(word.to_owned());
                    self.unknown.push(ExpressionFault { offset, kind });
                    Expression::none()
                },
                Expression::Fact,
            )),
        }
    }

    fn next_word(&mut self) -> Option<(usize, &'t str)> {
        let word = self.words.get(self.at).copied();
        self.at += usize::from(word.is_some());
        word
    }
}

fn flatten(mut parts: Vec<Expression>, join: impl Fn(Vec<Expression>) -> Expression) -> Expression {
    if parts.len() == 1 { parts.remove(0) } else { join(parts) }
}

#[cfg(test)]
mod tests {
    use super::{Expression, ExpressionFaultKind};
    use crate::domain::id::TrainingId;

    fn resolve(word: &str) -> Option<TrainingId> {
        let letter = word.bytes().next().filter(|b| b.is_ascii_lowercase() && word.len() == 1)?;
        Some(TrainingId::from_index(usize::from(letter - b'a')))
    }

    fn name(fact: TrainingId) -> String {
        char::from(b'a' + u8::try_from(fact.index()).expect("a letter")).to_string()
    }

    fn parse(text: &str) -> Expression {
        Expression::parse(text, resolve).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
    }

    #[test]
    fn and_binds_tighter_than_or() {
        let expression = parse("a or b and c");
        let holds = |held: &str| expression.holds(&|fact| held.contains(&name(fact)));
        assert!(holds("a") && holds("bc") && !holds("b") && !holds("c"));
        assert_eq!(expression.to_text(&name), "a or b and c");
    }

    #[test]
    fn brackets_are_printed_where_they_are_needed() {
        for text in ["none", "a", "a and b", "(a or b) and c", "a and (b or c and d)", "a or b"] {
            assert_eq!(parse(text).to_text(&name), text);
        }
        assert_eq!(parse("((a)) OR ( b )").to_text(&name), "a or b");
    }

    #[test]
    fn what_every_way_contains_is_certain() {
        let certain = |text: &str| parse(text).certain_facts().into_iter().map(name).collect::<String>();
        assert_eq!(certain("a and (b or c)"), "a");
        assert_eq!(certain("a and b or a and c"), "a");
        assert_eq!(certain("a or none"), "");
    }

    #[test]
    fn faults_say_where() {
        let fault = |text: &str| Expression::parse(text, resolve).expect_err("a fault").remove(0);
        assert_eq!((fault("a and").offset, fault("a and").kind), (5, ExpressionFaultKind::Unfinished));
        assert_eq!(fault("a b").kind, ExpressionFaultKind::Unexpected("b".into()));
        assert_eq!(fault("(a or b").kind, ExpressionFaultKind::Unfinished);
        assert_eq!(fault("a or nope").offset, 5);
        assert_eq!(fault(" ").kind, ExpressionFaultKind::Empty);
        assert_eq!(fault(&"(".repeat(100_000)).kind, ExpressionFaultKind::TooDeep);
        assert_eq!(Expression::parse("nope and nay", resolve).expect_err("faults").len(), 2);
    }
}
