//! Who asks: from the options to a person the planner understands.

use super::args::PersonArgs;
use super::exit::Failure;
use super::names;
use super::sources;
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::person::{Person, Record};
use crate::domain::profile::Wishes;
use crate::domain::quantity::Weeks;

/// A person and where they would like to go.
#[derive(Debug)]
pub struct Asker {
    /// The person.
    pub person: Person,
    /// The target their profile names.
    pub target: Option<RoleId>,
    /// What their profile hopes for.
    pub wishes: Wishes,
}

/// The person that `args` describe; nothing when they name neither a role nor a profile.
///
/// # Errors
/// Wrong usage for names that are not known, faulty data for a profile that cannot be read.
pub fn find(pack: &Pack, args: &PersonArgs) -> Result<Option<Asker>, Failure> {
    let pack_hours = pack.tables().hours_per_week;
    let mut asker = match (&args.profile, &args.from) {
        (Some(file), _) => {
            let profile = sources::profile(pack, file)?;
            let person = profile.person(pack, pack_hours, jiff::Zoned::now().date());
            Asker { person, target: profile.target, wishes: profile.wishes }
        }
        (None, Some(role)) => {
            let person = only_a_role(pack, names::role(pack, role)?);
            Asker { person, target: None, wishes: Wishes::default() }
        }
        (None, None) => return Ok(None),
    };
    refine(pack, &mut asker.person, args)?;
    Ok(Some(asker))
}

/// Adds to a person what `args` say besides the role or profile: what is held, the years served, the hours of study.
///
/// # Errors
/// Wrong usage for training that is not known.
pub fn refine(pack: &Pack, person: &mut Person, args: &PersonArgs) -> Result<(), Failure> {
    if let Some(have) = &args.have {
        person.have.extend(names::training_list(pack, have)?);
    }
    if let Some(years) = args.served_years {
        person.served = Weeks::from_years(years);
    }
    person.hours_per_week = args.hours_per_week.unwrap_or(person.hours_per_week);
    Ok(())
}

/// As [`find`], for questions that need somebody.
///
/// # Errors
/// As [`find`], and wrong usage when nobody is named.
pub fn required(pack: &Pack, args: &PersonArgs) -> Result<Asker, Failure> {
    find(pack, args)?.ok_or_else(|| {
        Failure::Usage(
            "say where you are: add --from ROLE (for instance --from ward-manager) or --profile FILE.".into(),
        )
    })
}

fn only_a_role(pack: &Pack, role: RoleId) -> Person {
    Person {
        role,
        served: Weeks::ZERO,
        have: std::collections::BTreeSet::new(),
        hours_per_week: pack.tables().hours_per_week,
        waived: std::collections::BTreeSet::new(),
        record: Record::RoleOnly,
    }
}
