//! Ticking off, and saying what that moves.

use jiff::civil::Date;

use super::{day, words};
use crate::app::App;
use crate::app::field::Field;
use crate::app::overlay::Overlay;
use crate::app::story;
use crate::domain::plan::{Item, Refusal};

impl App {
    /// The selected item is done today; one that is done is open again.
    pub(in crate::app) fn tick_off(&mut self) {
        let Some((_, line)) = self.chosen_plan_item() else { return };
        let item = line.slot.item;
        let is_done = self.chosen_plan().and_then(|plan| plan.done(item)).is_some();
        let on = if is_done { None } else { Some(self.today) };
        if let Err(refusal) = self.tick(item, on) {
            self.notice = Some(words::refused(&refusal));
        }
    }

    /// Asks on which day the selected item was done.
    pub(in crate::app) fn ask_day(&mut self) {
        let Some((_, line)) = self.chosen_plan_item() else { return };
        let item = line.slot.item;
        let day = self.chosen_plan().and_then(|plan| plan.done(item)).unwrap_or(self.today);
        self.overlays.push(Overlay::DoneOn { item, day: Field::offering(story::day(day)) });
    }

    /// Takes the day that was typed.
    pub(in crate::app) fn take_day(&mut self, item: Item, typed: Field) {
        let words = match day::parse(typed.text()) {
            Some(on) => match self.tick(item, Some(on)) {
                Ok(()) => return,
                Err(refusal) => words::refused(&refusal),
            },
            None => "That is no day; type it as 22 Nov 2026 or 2026-11-22".to_owned(),
        };
        self.notice = Some(words);
        self.overlays.push(Overlay::DoneOn { item, day: typed });
    }

    fn tick(&mut self, item: Item, on: Option<Date>) -> Result<(), Refusal> {
        let (at, today) = (self.chosen_plan_line(), self.today);
        let Some(before) = self.chosen_plan().cloned() else { return Ok(()) };
        let consequences = if self.keeps_plans() {
            let pack = self.pack.clone();
            let ticked = self.edit_portfolio(|portfolio| portfolio.tick(&pack, &before.id, item, on, today));
            ticked.unwrap_or(Err(Refusal::NoSuchItem))?
        } else {
            self.edit_plans(|plans| plans.get_mut(at).map_or(Ok(()), |plan| plan.tick(item, on, today)))?;
            Vec::new()
        };
        let Some(after) = self.chosen_plan() else { return Ok(()) };
        let done = on.map_or("Open again".to_owned(), |on| format!("✓ {}", story::day(on)));
        let mut said = vec![done];
        said.extend(consequences.iter().map(|one| one.words(self.pack())));
        said.push(words::moved(&before, after, today));
        // What changes the role one holds changes every answer: that is not said in passing.
        if consequences.iter().any(words::is_weighty) {
            said.push("u takes all of it back.".to_owned());
            self.overlays.push(Overlay::Notice(said.join(". ")));
        } else {
            self.notice = Some(said.join(". "));
        }
        Ok(())
    }
}
