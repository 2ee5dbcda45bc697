//! The England pack, compiled into the program so that it needs no file when it runs.

use crate::pack::Files;

macro_rules! england {
    ($($path:literal),+ $(,)?) => {
        [$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/england/", $path)).as_slice())),+]
    };
}

/// The files of the embedded pack.
#[must_use]
pub fn embedded() -> Files {
    let files = england![
        "advert_titles.csv",
        "decks/challenged-post.toml",
        "decks/from-outside.toml",
        "decks/gp-into-leadership.toml",
        "decks/graduate-ten-years.toml",
        "decks/ward-to-board.toml",
        "decks/where-it-leaks.toml",
        "appraisal_cycles.csv",
        "framework.csv",
        "grants.csv",
        "icb_tiles.csv",
        "implementation.csv",
        "moves.csv",
        "offers.csv",
        "organisations.csv",
        "pack.toml",
        "pay.csv",
        "postings.csv",
        "profiles/allied-health-professional.toml",
        "profiles/army-officer.toml",
        "profiles/consultant.toml",
        "profiles/finance-manager.toml",
        "profiles/gp.toml",
        "profiles/graduate-trainee.toml",
        "profiles/outside-director.toml",
        "profiles/practice-manager.toml",
        "profiles/social-care-manager.toml",
        "profiles/ward-manager.toml",
        "rating_scale.csv",
        "regions_icbs.csv",
        "requirements.csv",
        "roles.csv",
        "segments.csv",
        "training.csv",
    ];
    Files(files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.into())).collect())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::embedded;
    use crate::store::read_folder;

    #[test]
    fn every_file_of_the_england_pack_is_compiled_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/england");
        let on_disk = read_folder(&folder).expect("the pack's folder can be read");
        let names = |files: &crate::pack::Files| files.0.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&embedded()), names(&on_disk));
    }
}
