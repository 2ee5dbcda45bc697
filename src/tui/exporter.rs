//! Writing what somebody exports: the handout is made and put into its folder, whole or not at all.

use std::path::Path;

use jiff::civil::Date;

use crate::app::Exported;
use crate::app::export::{Export, Over};
use crate::domain::Pack;
use crate::store::{self, InPlaceOf, StoreError};

/// Makes the handout and writes it. Takes as long as a PDF and the disk take; call it off the drawing thread.
#[must_use]
pub fn export(pack: &Pack, wanted: &Export, on: Date) -> Exported {
    let folder = store::typed_folder(&wanted.folder);
    let shown = |path: &Path| path.display().to_string().replace(char::is_control, "\u{FFFD}");
    if !folder.is_dir() {
        let why = format!("there is no folder {}; make it, or name another", shown(&folder));
        return Exported::Failed(why);
    }
    let bytes = match wanted.subject.handout(pack, on) {
        Ok(handout) => handout.write(wanted.format).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(why) => return Exported::Failed(why),
    };
    let path = folder.join(&wanted.name);
    let in_place_of = match wanted.over {
        Over::Never => InPlaceOf::Nothing,
        Over::Writes => InPlaceOf::Anything,
    };
    match store::save(&path, &bytes, in_place_of) {
        Ok(()) => Exported::Written { path: shown(&path) },
        Err(StoreError::Taken(_)) => {
            Exported::Taken { name: wanted.name.clone(), free: store::free_name(&folder, &wanted.name) }
        }
        Err(error) => Exported::Failed(error.to_string()),
    }
}
