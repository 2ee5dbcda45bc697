//! `fingerpost roles`: the roles.

use serde::Serialize;

use super::args::RolesArgs;
use super::exit::{Failure, Status};
use super::filter::{self, Search};
use super::json;
use super::look::Out;
use super::names;
use super::text::{Column, Page, Table};
use crate::domain::Pack;
use crate::domain::provenance::Basis;
use crate::domain::role::{Entrance, Role};

#[derive(Debug, Serialize)]
struct RolesDocument<'p> {
    roles: Vec<json::RoleDocument<'p>>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, or an answer that cannot be written.
pub fn run(pack: &Pack, args: &RolesArgs, out: &Out) -> Result<Status, Failure> {
    let found = find(pack, args)?;
    out.answer(
        || RolesDocument { roles: found.iter().map(|role| json::role_in_full(pack, role)).collect() },
        |page| show(page, pack, &found),
    )?;
    Ok(Status::Answered)
}

fn find<'p>(pack: &'p Pack, args: &RolesArgs) -> Result<Vec<&'p Role>, Failure> {
    let tables = pack.tables();
    let family = args.family.as_deref().map(|typed| names::family(pack, typed)).transpose()?;
    let sectors = tables.roles.iter().filter_map(|role| role.sector.as_deref());
    let sector = filter::value(sectors, args.sector.as_deref(), "sector")?;
    let level = args.level.map(|number| filter::known_level(pack, number)).transpose()?;
    let search = Search::new(&args.search);
    let wanted = |role: &&Role| {
        family.is_none_or(|family| role.family == family)
            && sector.is_none_or(|sector| role.sector.as_deref() == Some(sector))
            && level.is_none_or(|level| role.level == level)
            && (!args.starting_points || role.entrance == Entrance::StartingPoint)
            && search.finds(&[role.slug.as_str(), &role.title, &role.summary, &pack.family(role.family).title])
    };
    Ok(tables.roles.iter().filter(wanted).collect())
}

fn show(page: &mut Page, pack: &Pack, found: &[&Role]) {
    let mut table = Table::new(vec![
        Column::id("Id"),
        Column::main("Title"),
        Column::words("Family"),
        Column::words("Level"),
        Column::words("Band"),
        Column::words("Basis"),
    ]);
    for role in found {
        let start = if role.entrance == Entrance::StartingPoint { " (starting point)" } else { "" };
        let basis = match role.provenance.basis {
            Basis::Editorial if role.evidence == "role-only" => "role sourced, band editorial".to_owned(),
            basis => basis.to_string(),
        };
        table.row(vec![
            role.slug.as_str().into(),
            format!("{}{start}", role.title).into(),
            (&pack.family(role.family).short).into(),
            filter::level(pack, role.level).into(),
            (&role.pay.band).into(),
            basis.into(),
        ]);
    }
    filter::show(page, &table, "role", pack.tables().roles.len());
}
