//! What the presenter's terminal may ask of the room's.

/// Something to be done at the room's terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Steer {
    /// To the next step; from a stroll, back to the step that was left.
    Next,
    /// To the step before; from a stroll, back to the step that was left.
    Previous,
    /// To the first step.
    First,
    /// To the last step.
    Last,
    /// Blanks the room's screen, or shows it again.
    Blank,
}

/// The form of the lines; a program that writes another is another version.
const FORM: &str = "1";
/// No line is longer, in bytes.
pub const LONGEST: usize = 80;

impl Steer {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Next, Self::Previous, Self::First, Self::Last, Self::Blank];

    const fn word(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Previous => "previous",
            Self::First => "first",
            Self::Last => "last",
            Self::Blank => "blank",
        }
    }

    /// The line that asks for it, of the showing with this name; without its end.
    #[must_use]
    pub fn line(self, showing: &str) -> String {
        format!("{FORM} {showing} {}", self.word())
    }

    /// What a line asks for. Nothing when it is of another showing, or no such line at all.
    #[must_use]
    pub fn of_line(line: &str, showing: &str) -> Option<Self> {
        let mut words = (line.len() <= LONGEST).then(|| line.split(' '))?;
        let is_ours = words.next() == Some(FORM) && words.next() == Some(showing);
        let word = words.next().filter(|_| is_ours)?;
        let steer = Self::ALL.into_iter().find(|steer| steer.word() == word)?;
        words.next().is_none().then_some(steer)
    }
}

#[cfg(test)]
mod tests {
    use super::Steer;

    #[test]
    fn what_is_asked_for_arrives() {
        for steer in Steer::ALL {
            assert_eq!(Steer::of_line(&steer.line("7-19"), "7-19"), Some(steer));
        }
    }

    #[test]
    fn whatever_else_stands_in_a_line_is_passed_over() {
        let long = format!("1 7-19 next{}", " ".repeat(200));
        for line in ["", "next", "2 7-19 next", "1 7-18 next", "1 7-19 quit", "1 7-19 next next", "\u{1b}[2J", &long] {
            assert_eq!(Steer::of_line(line, "7-19"), None, "{line:?}");
        }
    }
}
