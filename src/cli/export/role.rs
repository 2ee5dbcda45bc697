//! `fingerpost export role`.

use super::args::RoleArgs;
use crate::cli::exit::Failure;
use crate::cli::{names, person};
use crate::domain::Pack;
use crate::handout::Subject;

/// What the handout is to be of.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn subject(pack: &Pack, args: &RoleArgs) -> Result<Subject, Failure> {
    let role = names::role(pack, &args.role)?;
    let asker = person::find(pack, &args.person)?;
    let lost = args.person.have.is_some() || args.person.served_years.is_some() || args.person.hours_per_week.is_some();
    if asker.is_none() && lost {
        return Err(Failure::Usage("say where you are too: add --from ROLE or --profile FILE.".to_owned()));
    }
    Ok(Subject::Role { role, person: asker.map(|asker| asker.person), ruleset: args.rules.ruleset })
}
