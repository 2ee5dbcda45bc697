//! `fingerpost export role`.

use super::args::RoleArgs;
use crate::cli::exit::Failure;
use crate::cli::{names, person};
use crate::domain::Pack;
use crate::handout::{self, Handout};

/// The handout that is asked for.
///
/// # Errors
/// Wrong usage, or a faulty profile.
pub fn handout(pack: &Pack, args: &RoleArgs) -> Result<Handout, Failure> {
    let role = names::role(pack, &args.role)?;
    let asker = person::find(pack, &args.person)?;
    let lost = args.person.have.is_some() || args.person.served_years.is_some() || args.person.hours_per_week.is_some();
    if asker.is_none() && lost {
        return Err(Failure::Usage("say where you are too: add --from ROLE or --profile FILE.".to_owned()));
    }
    let person = asker.as_ref().map(|asker| &asker.person);
    Ok(handout::role(pack, role, person, args.rules.ruleset, args.wish.day()))
}
