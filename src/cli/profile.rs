//! `fingerpost profile`: the user's own profiles.

use std::sync::Arc;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::exit::{Failure, Status};
use super::look::Out;
use super::sources::{Sources, unreadable};
use super::text::{Column, Page, Table, Tone};
use crate::domain::Pack;
use crate::domain::id::Slug;
use crate::domain::profile::Since;
use crate::domain::words::count;
use crate::store::ListedProfile;

/// `fingerpost profile`.
#[derive(Debug, Args)]
pub struct ProfileArgs {
    /// What is asked.
    #[command(subcommand)]
    pub what: What,
}

/// What can be asked of them.
#[derive(Debug, Subcommand)]
pub enum What {
    /// The profiles kept in the data folder: name, label, role, plans, and which one opens next
    #[command(after_long_help = JSON)]
    List,
}

const JSON: &str = "A profile's name is that of its file, profiles/NAME.toml in the data folder. `fingerpost --profile NAME` opens \
it, and --profile NAME asks as that person on any command that takes --profile FILE.

As JSON (--format json), what is not known as null:
  {\"profiles\":[{\"name\",\"title\",\"role\",\"since\" (YYYY-MM-DD),\"served_years\",\"plans\",\"opens\" (bool),\"file\",
    \"fault\" (why it cannot be read)}]}";

#[derive(Debug, Serialize)]
struct ProfilesDocument<'p> {
    profiles: Vec<ProfileDocument<'p>>,
}

#[derive(Debug, Serialize)]
struct ProfileDocument<'p> {
    name: &'p str,
    title: Option<&'p str>,
    role: Option<&'p str>,
    since: Option<String>,
    served_years: Option<f64>,
    plans: Option<usize>,
    opens: bool,
    file: String,
    fault: Option<&'p str>,
}

/// Answers it.
///
/// # Errors
/// Wrong usage, a folder that cannot be read, or an answer that cannot be written.
pub fn run(sources: &Sources, args: &ProfileArgs, out: &Out) -> Result<Status, Failure> {
    let What::List = args.what;
    let pack = Arc::new(sources.pack()?);
    let profiles = sources.kept_profiles(&pack)?;
    let listed = profiles.list().map_err(unreadable)?;
    let (next, _) = profiles.next();
    out.answer(
        || ProfilesDocument { profiles: listed.iter().map(|profile| document(&pack, profile, &next)).collect() },
        |page| show(page, &pack, &listed, &next),
    )?;
    Ok(Status::Answered)
}

fn opens(profile: &ListedProfile, next: &Slug) -> bool {
    next.as_str() == profile.name
}

fn document<'p>(pack: &'p Pack, profile: &'p ListedProfile, next: &Slug) -> ProfileDocument<'p> {
    let portfolio = profile.portfolio.as_ref().ok().and_then(Option::as_ref);
    let person = portfolio.map(|own| &own.profile);
    let since = person.map(|person| person.since);
    ProfileDocument {
        name: &profile.name,
        title: person.map(|person| person.title.as_str()),
        role: person.map(|person| pack.role(person.role).slug.as_str()),
        since: since.and_then(|since| if let Since::Day(day) = since { Some(day.to_string()) } else { None }),
        served_years: since
            .and_then(|since| if let Since::Years(years) = since { years.to_string().parse().ok() } else { None }),
        plans: portfolio.map(|own| own.plans.len()),
        opens: opens(profile, next),
        file: profile.path.display().to_string(),
        fault: profile.portfolio.as_ref().err().map(String::as_str),
    }
}

fn show(page: &mut Page, pack: &Pack, listed: &[ListedProfile], next: &Slug) {
    if listed.is_empty() {
        page.paragraph("You keep no profile yet: `fingerpost` asks who you are and keeps it.", Tone::Plain);
        return;
    }
    let mut table = Table::new(vec![
        Column::id("Name"),
        Column::main("Label"),
        Column::words("Role"),
        Column::words("Plans"),
        Column::words(""),
    ]);
    for profile in listed {
        let opens = if opens(profile, next) { "opens next" } else { "" };
        let cells = match &profile.portfolio {
            Ok(Some(own)) => {
                let role = format!("{}, {}", pack.role(own.profile.role).title, own.profile.since);
                [own.profile.title.clone(), role, count(own.plans.len() as u64, "plan"), opens.to_owned()]
            }
            Ok(None) => ["nothing is kept in it".to_owned(), String::new(), String::new(), opens.to_owned()],
            Err(_) => ["cannot be read".to_owned(), String::new(), String::new(), opens.to_owned()],
        };
        let mut row = vec![profile.name.as_str().into()];
        row.extend(cells.into_iter().map(Into::into));
        table.row(row);
    }
    page.lines(table.lines(page.width()));
    for (profile, why) in listed.iter().filter_map(|profile| Some((profile, profile.portfolio.as_ref().err()?))) {
        page.gap();
        page.paragraph(format!("{} cannot be read: {why}", profile.name), Tone::Plain);
    }
    page.gap();
    page.paragraph("`fingerpost --profile NAME` opens one of them.", Tone::Plain);
}
