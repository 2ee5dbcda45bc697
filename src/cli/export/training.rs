//! `fingerpost export training`.

use super::args::ListedTrainingArgs;
use crate::cli::exit::Failure;
use crate::cli::training;
use crate::domain::Pack;
use crate::domain::id::TrainingId;
use crate::handout::{self, Handout};

/// The handout that is asked for.
///
/// # Errors
/// Wrong usage.
pub fn handout(pack: &Pack, args: &ListedTrainingArgs) -> Result<Handout, Failure> {
    let found = training::find(pack, &args.training)?;
    let items: Vec<TrainingId> = found.iter().filter_map(|item| pack.find_training(item.slug.as_str())).collect();
    Ok(handout::training(pack, &items, args.rules.ruleset, args.wish.day()))
}
