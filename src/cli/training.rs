//! `fingerpost training`: programmes, checks, registrations and experience.

use serde::Serialize;

use super::args::TrainingArgs;
use super::exit::{Failure, Status};
use super::filter::{self, Search};
use super::json;
use super::look::Out;
use super::text::{Column, Page, Table};
use crate::domain::Pack;
use crate::domain::quantity::{Decimal, Pounds};
use crate::domain::training::{Obtain, Status as Running, Training};

#[derive(Debug, Serialize)]
struct TrainingList<'p> {
    training: Vec<json::TrainingDocument<'p>>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &TrainingArgs, out: &Out) -> Result<Status, Failure> {
    let found = find(pack, args)?;
    out.answer(
        || TrainingList { training: found.iter().map(|item| json::training_in_full(pack, item)).collect() },
        |page| show(page, pack, &found),
    )?;
    Ok(Status::Answered)
}

const WAYS: [Obtain; 3] = [Obtain::Study, Obtain::Check, Obtain::Held];

/// The items that `args` ask for.
///
/// # Errors
/// Wrong usage.
pub fn find<'p>(pack: &'p Pack, args: &TrainingArgs) -> Result<Vec<&'p Training>, Failure> {
    let all = &pack.tables().training;
    let status = filter::value(Running::ALL.map(Running::slug), args.status.as_deref(), "status")?;
    let kind = filter::value(all.iter().map(|item| item.kind.0.as_str()), args.kind.as_deref(), "kind")?;
    let ways = WAYS.map(|way| way.to_string());
    let obtain = filter::value(ways.iter().map(String::as_str), args.obtain.as_deref(), "way of having training")?;
    let search = Search::new(&args.search);
    let wanted = |item: &&Training| {
        status.is_none_or(|status| item.status.slug() == status)
            && kind.is_none_or(|kind| item.kind.0 == kind)
            && obtain.is_none_or(|way| item.obtain.to_string() == way)
            && search.finds(&[item.slug.as_str(), &item.title, &item.provider, &item.award])
    };
    Ok(all.iter().filter(wanted).collect())
}

fn show(page: &mut Page, pack: &Pack, found: &[&Training]) {
    let mut table = Table::new(vec![
        Column::id("Id"),
        Column::main("Title"),
        Column::words("Kind"),
        Column::words("Status"),
        Column::number("Months"),
        Column::number("Hours"),
        Column::number("Cost"),
        Column::words("Basis"),
    ]);
    for item in found {
        let studied = item.obtain == Obtain::Study;
        let kind = if studied { item.kind.to_string() } else { format!("{} ({})", item.kind, item.obtain) };
        let figure = |known: Option<String>| known.unwrap_or_else(|| if studied { "?".into() } else { "–".into() });
        table.row(vec![
            item.slug.as_str().into(),
            (&item.title).into(),
            kind.into(),
            item.status.to_string().into(),
            figure(item.months.map(|months| months.to_string())).into(),
            figure(item.hours.map(|hours| hours.to_string())).into(),
            figure(item.cost.map(cost)).into(),
            item.provenance.basis.to_string().into(),
        ]);
    }
    filter::show(page, &table, "training item", pack.tables().training.len());
    if found.iter().any(|item| item.obtain == Obtain::Study) {
        page.paragraph(
            "? = not known. The planner then assumes a figure for the kind, and says so.",
            super::text::Tone::Faint,
        );
    }
}

fn cost(pounds: Decimal) -> String {
    if pounds == Decimal::ZERO { "free".to_owned() } else { Pounds(pounds).to_string() }
}
