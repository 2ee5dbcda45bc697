//! `fingerpost export training`.

use super::args::ListedTrainingArgs;
use crate::cli::exit::Failure;
use crate::cli::training;
use crate::domain::Pack;
use crate::domain::id::TrainingId;
use crate::handout::Subject;

/// What the handout is to be of.
///
/// # Errors
/// Wrong usage.
pub fn subject(pack: &Pack, args: &ListedTrainingArgs) -> Result<Subject, Failure> {
    let found = training::find(pack, &args.training)?;
    let items: Vec<TrainingId> = found.iter().filter_map(|item| pack.find_training(item.slug.as_str())).collect();
    Ok(Subject::Training { items, ruleset: args.rules.ruleset })
}
