//! Who asks about a post: a role and options, a saved profile, or one of the ready-made people.

use clap::Args;

use crate::cli::args::PersonArgs;
use crate::cli::exit::Failure;
use crate::cli::person::{self, Asker};
use crate::cli::{names, sources};
use crate::domain::Pack;
use crate::domain::id::RoleId;
use crate::domain::post::Post;

/// Who asks.
#[derive(Debug, Args)]
pub struct WhoArgs {
    /// One of the ready-made people, for instance ward-manager
    #[arg(long, value_name = "ID", conflicts_with_all = ["profile", "from"])]
    pub persona: Option<String>,
    /// Who asks otherwise.
    #[command(flatten)]
    pub person: PersonArgs,
}

/// The person that `args` describe; nothing when they name nobody.
///
/// # Errors
/// Wrong usage for names that are not known, faulty data for a profile that cannot be read.
pub fn find(pack: &Pack, args: &WhoArgs) -> Result<Option<Asker>, Failure> {
    match sources::who(pack, args.persona.as_deref(), None)? {
        None => person::find(pack, &args.person),
        Some(profile) => {
            let mut person = profile.person(pack, pack.tables().hours_per_week, jiff::Zoned::now().date());
            person::refine(pack, &mut person, &args.person)?;
            Ok(Some(Asker { person, target: profile.target, wishes: profile.wishes.clone() }))
        }
    }
}

/// As [`find`], for questions that need somebody.
///
/// # Errors
/// As [`find`], and wrong usage when nobody is named.
pub fn required(pack: &Pack, args: &WhoArgs) -> Result<Asker, Failure> {
    find(pack, args)?.ok_or_else(|| {
        Failure::Usage(
            "say who you are: add --from ROLE (for instance --from ward-manager), --persona ID or --profile FILE."
                .into(),
        )
    })
}

/// The role a post is of.
///
/// # Errors
/// Wrong usage when nobody knows it, with the remedy.
pub fn role_of(post: &Post) -> Result<RoleId, Failure> {
    post.role.map(|matched| matched.role).ok_or_else(|| {
        Failure::Usage(format!(
            "which role the post {} is of is not known; say it with `fingerpost posts correct {} ROLE`.",
            post.id, post.id
        ))
    })
}

/// The role wanted: the one typed, or the target of whoever asks.
///
/// # Errors
/// Wrong usage when neither names one.
pub fn target(pack: &Pack, asker: &Asker, typed: Option<&str>) -> Result<RoleId, Failure> {
    match typed {
        Some(role) => names::role(pack, role),
        None => asker
            .target
            .ok_or_else(|| Failure::Usage("say where to: add --to ROLE, for instance --to chief-nurse.".into())),
    }
}
