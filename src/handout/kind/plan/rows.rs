//! A plan for a spreadsheet: a row for every step.

use super::Telling;
use crate::domain::plan::{Item, State, next};
use crate::handout::sheet::Sheet;
use crate::handout::wording::{self, figure};

const COLUMNS: [&str; 13] = [
    "Step",
    "Id",
    "Stands",
    "From",
    "To",
    "Planned",
    "Days late",
    "Days early",
    "Done on",
    "Hours",
    "Cost in pounds",
    "Provider",
    "Rests on",
];

pub(super) fn sheet(telling: Telling<'_>) -> Sheet {
    let Telling { pack, plan, .. } = telling;
    let mut sheet = Sheet::new(&COLUMNS);
    for (number, slot) in telling.steps() {
        let training = plan.training(slot.item).map(|(slug, _)| slug);
        let item = training.and_then(|slug| pack.find_training(slug.as_str())).map(|id| pack.training(id));
        let (kind, id, hours) = match slot.item {
            Item::Role(at) => ("role", plan.stints.get(at).map(|stint| &stint.role), None),
            Item::Study(at, study) => {
                let study = plan.stints.get(at).and_then(|stint| stint.study.get(study));
                ("study", training, study.map(|study| study.hours))
            }
            Item::Check(..) => ("check", training, None),
        };
        let cost = item.filter(|_| hours.is_some()).and_then(|item| item.cost);
        // A figure below nought would have to be marked as text, lest it be taken for a formula: late and early apart.
        let cells = vec![
            number.to_string(),
            figure(id),
            slot.state.to_string(),
            slot.from.to_string(),
            slot.to.to_string(),
            slot.planned.to_string(),
            slot.slip().max(0).to_string(),
            (-slot.slip()).max(0).to_string(),
            if slot.state == State::Done { slot.to.to_string() } else { String::new() },
            figure(hours),
            figure(cost),
            item.map_or_else(String::new, |item| item.provider.clone()),
            item.map_or_else(String::new, |item| wording::basis(item.provenance.basis).to_owned()),
        ];
        sheet.row(kind, next::title(plan, slot.item).unwrap_or_default(), cells);
    }
    sheet
}
