//! The planner on its own thread: questions go in, answers come out as events. Of each line of questions only the
//! newest is of interest, so one that is still waiting is dropped when the next one of its line comes.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::crash;
use crate::app::{Ask, Finding, Ticket};

/// The name of the worker's thread.
pub(super) const NAME: &str = "planner";

/// What comes of a question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// Its answer.
    Found(Ticket, Finding),
    /// Answering it broke; what the panic said.
    Broke(String),
}

/// The way to the thread; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Worker(Sender<(Ticket, Ask)>);

impl Worker {
    /// Starts the thread. `answer` answers a question, `tell` takes what came of it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub(super) fn start(
        answer: impl Fn(&Ask) -> Finding + Send + 'static,
        tell: impl Fn(Outcome) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (sender, inbox) = mpsc::channel();
        thread::Builder::new().name(NAME.to_owned()).spawn(move || work(&inbox, &answer, &tell))?;
        Ok(Self(sender))
    }

    /// Puts a question.
    pub(super) fn ask(&self, ticket: Ticket, ask: Ask) {
        // The thread ends only with this sender, or with the process.
        let _ = self.0.send((ticket, ask));
    }
}

fn work(inbox: &Receiver<(Ticket, Ask)>, answer: &impl Fn(&Ask) -> Finding, tell: &impl Fn(Outcome)) {
    let mut waiting = VecDeque::new();
    while let Some((ticket, ask)) = next(inbox, &mut waiting) {
        // A question that breaks the planner leaves nothing behind: it works on values of its own.
        tell(match catch_unwind(AssertUnwindSafe(|| answer(&ask))) {
            Ok(finding) => Outcome::Found(ticket, finding),
            Err(payload) => Outcome::Broke(crash::words(&*payload)),
        });
    }
}

/// The next question worth answering; nothing when nobody will ask any more.
fn next(inbox: &Receiver<(Ticket, Ask)>, waiting: &mut VecDeque<(Ticket, Ask)>) -> Option<(Ticket, Ask)> {
    if waiting.is_empty() {
        waiting.push_back(inbox.recv().ok()?);
    }
    for (ticket, ask) in inbox.try_iter() {
        waiting.retain(|(older, _)| older.line != ticket.line);
        waiting.push_back((ticket, ask));
    }
    waiting.pop_front()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use super::*;
    use crate::app::effect::Line;
    use crate::domain::id::RoleId;
    use crate::domain::person::{Person, Record};
    use crate::domain::planner::{Circumstances, MovesAllowed};
    use crate::domain::quantity::{Decimal, Weeks};
    use crate::domain::ruleset::Ruleset;

    fn ask() -> Ask {
        let person = Person {
            role: RoleId::from_index(0),
            served: Weeks::ZERO,
            have: BTreeSet::new(),
            hours_per_week: Decimal::whole(5),
            waived: std::collections::BTreeSet::new(),
            record: Record::RoleOnly,
        };
        Ask::Reach(Circumstances { person, ruleset: Ruleset::Today, moves: MovesAllowed::Usual, terms: None })
    }

    fn ticket(line: Line, number: u64) -> Ticket {
        Ticket { line, number }
    }

    #[test]
    fn a_waiting_question_gives_way_to_a_newer_one_of_its_line() {
        let (sender, inbox) = mpsc::channel();
        let tickets = [(Line::Routes, 1), (Line::Reach, 1), (Line::Routes, 2), (Line::Routes, 3)];
        for (line, number) in tickets {
            sender.send((ticket(line, number), ask())).unwrap();
        }
        drop(sender);
        let mut waiting = VecDeque::new();
        let taken: Vec<Ticket> = std::iter::from_fn(|| next(&inbox, &mut waiting)).map(|(ticket, _)| ticket).collect();
        assert_eq!(taken, [ticket(Line::Reach, 1), ticket(Line::Routes, 3)]);
    }

    #[test]
    fn a_question_that_breaks_the_planner_is_told_and_the_next_is_answered() {
        let (sender, outcomes) = mpsc::channel();
        let first = AtomicBool::new(true);
        let answer = move |_: &Ask| {
            assert!(!first.swap(false, Ordering::Relaxed), "the first one breaks");
            Finding::Reach(Vec::new())
        };
        let worker = Worker::start(answer, move |outcome| sender.send(outcome).unwrap()).unwrap();
        let outcome = || outcomes.recv_timeout(Duration::from_secs(20)).unwrap();
        worker.ask(ticket(Line::Reach, 1), ask());
        assert_eq!(outcome(), Outcome::Broke("the first one breaks".to_owned()));
        worker.ask(ticket(Line::Reach, 2), ask());
        assert_eq!(outcome(), Outcome::Found(ticket(Line::Reach, 2), Finding::Reach(Vec::new())));
    }
}
