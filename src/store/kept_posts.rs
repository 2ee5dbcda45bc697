//! The user's own posts: imported adverts and corrections of their roles, as two CSV files in the data folder.
//!
//! `posts.csv` has a row for each advert, in the order in which they first came:
//!
//! | column | holds |
//! |---|---|
//! | `reference` | the advert's reference |
//! | `also` | its other references, separated by `;` |
//! | `title` … `url` | what the advert says; days as `2026-11-22`, pay in whole pounds a year |
//! | `imported` | the day on which it was last read |
//! | `from` | the file or address it was read from |
//!
//! `post-corrections.csv` has a row for each correction: `reference` (or the id of a post without one), `role` (`none`
//! for no role) and `corrected`, the day.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::atomic::replace;
use super::data_folder::DataFolder;
use super::folder::{StoreError, read_up_to};
use super::lock::{Lock, PATIENCE};
use crate::domain::Pack;
use crate::domain::advert::Advert;
use crate::domain::advert::collection::{Collection, Kept};
use crate::domain::advert::correction::{Correction, Corrections};
use crate::domain::advert::join::with_adverts;
use crate::domain::id::Slug;
use crate::domain::text::{Records, clean};

/// More than a million adverts take.
const MOST_BYTES: u64 = 1024 * 1024 * 1024;

const COLUMNS: [&str; 19] = [
    "reference",
    "also",
    "title",
    "employer",
    "ods",
    "grade",
    "pay_min",
    "pay_max",
    "pay_text",
    "contract",
    "town",
    "postcode",
    "region",
    "package",
    "posted",
    "closes",
    "url",
    "imported",
    "from",
];
const CORRECTION_COLUMNS: [&str; 3] = ["reference", "role", "corrected"];
const NO_ROLE: &str = "none";

/// Where the user's own posts are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPosts {
    adverts: PathBuf,
    corrections: PathBuf,
    lock: PathBuf,
}

/// The user's own posts, held against others who would change them meanwhile. Whoever changes them reads them anew
/// first: what was read before may be old.
#[derive(Debug)]
pub struct HeldPosts<'k> {
    kept: &'k KeptPosts,
    _lock: Lock,
}

impl KeptPosts {
    /// Those in a data folder, which need not exist yet.
    #[must_use]
    pub fn in_folder(folder: &DataFolder) -> Self {
        Self { adverts: folder.posts(), corrections: folder.post_corrections(), lock: folder.posts_lock() }
    }

    /// Whether anything is kept at all.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.adverts.exists() || self.corrections.exists()
    }

    /// The adverts; none when nothing was ever imported.
    ///
    /// # Errors
    /// When the file cannot be read, or is none that fingerpost wrote.
    pub fn adverts(&self) -> Result<Collection, StoreError> {
        let kept = rows(&self.adverts, &COLUMNS, read_advert)?;
        Ok(Collection::new(kept))
    }

    /// The corrections; none when none was ever made.
    ///
    /// # Errors
    /// When the file cannot be read, or is none that fingerpost wrote.
    pub fn corrections(&self) -> Result<Corrections, StoreError> {
        let mut corrections = Corrections::default();
        for (name, correction) in rows(&self.corrections, &CORRECTION_COLUMNS, read_correction)? {
            corrections.set(&name, correction);
        }
        Ok(corrections)
    }

    /// The pack with the kept adverts as posts beside its own, corrections applied.
    ///
    /// # Errors
    /// When one of the files cannot be read, or is none that fingerpost wrote.
    pub fn joined_to(&self, pack: &Pack) -> Result<Pack, StoreError> {
        Ok(with_adverts(pack, self.adverts()?, &self.corrections()?))
    }

    /// The right to change them, for as long as the answer lives. Waits some seconds for others who have it.
    ///
    /// # Errors
    /// When another still has it then, or the folder cannot be written to.
    pub fn hold(&self) -> Result<HeldPosts<'_>, StoreError> {
        Ok(HeldPosts { kept: self, _lock: Lock::take(&self.lock, PATIENCE)? })
    }
}

impl HeldPosts<'_> {
    /// As [`KeptPosts::adverts`].
    ///
    /// # Errors
    /// As there.
    pub fn adverts(&self) -> Result<Collection, StoreError> {
        self.kept.adverts()
    }

    /// As [`KeptPosts::corrections`].
    ///
    /// # Errors
    /// As there.
    pub fn corrections(&self) -> Result<Corrections, StoreError> {
        self.kept.corrections()
    }

    /// Keeps these adverts in place of those that were there.
    ///
    /// # Errors
    /// When they cannot be written; those that were there are kept then.
    pub fn keep_adverts(&self, adverts: &Collection) -> Result<(), StoreError> {
        let mut sheet = Sheet::new(&COLUMNS);
        for kept in adverts.kept() {
            write_advert(&mut sheet, kept);
        }
        replace(&self.kept.adverts, &sheet.into_bytes())
    }

    /// Keeps these corrections in place of those that were there.
    ///
    /// # Errors
    /// When they cannot be written; those that were there are kept then.
    pub fn keep_corrections(&self, corrections: &Corrections) -> Result<(), StoreError> {
        let mut sheet = Sheet::new(&CORRECTION_COLUMNS);
        for (name, correction) in corrections.iter() {
            let role = correction.role.as_ref().map_or(NO_ROLE, Slug::as_str);
            sheet.row(&[name, role, &correction.on.to_string()]);
        }
        replace(&self.kept.corrections, &sheet.into_bytes())
    }
}

fn write_advert(sheet: &mut Sheet, kept: &Kept) {
    let Kept { advert, also, imported, from } = kept;
    let sum = |sum: Option<u32>| sum.map(|sum| sum.to_string()).unwrap_or_default();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let cells: [&str; COLUMNS.len()] = [
        &advert.reference,
        &also.join(";"),
        &advert.title,
        &advert.employer,
        &advert.ods,
        &advert.grade,
        &sum(advert.pay_min),
        &sum(advert.pay_max),
        &advert.pay_text,
        &advert.contract,
        &advert.town,
        &advert.postcode,
        &advert.region,
        &advert.package,
        &day(advert.posted),
        &day(advert.closes),
        &advert.url,
        &imported.to_string(),
        from,
    ];
    sheet.row(&cells);
}

fn read_advert(cell: &dyn Fn(usize) -> String) -> Option<Kept> {
    let day = |at: usize| cell(at).parse::<Date>().ok();
    let advert = Advert {
        reference: cell(0),
        title: cell(2),
        employer: cell(3),
        ods: cell(4),
        grade: cell(5),
        pay_min: cell(6).parse().ok(),
        pay_max: cell(7).parse().ok(),
        pay_text: cell(8),
        contract: cell(9),
        town: cell(10),
        postcode: cell(11),
        region: cell(12),
        package: cell(13),
        posted: day(14),
        closes: day(15),
        url: cell(16),
    };
    let also = cell(1).split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let sound = !advert.reference.is_empty() && !advert.title.is_empty();
    day(17).filter(|_| sound).map(|imported| Kept { advert, also, imported, from: cell(18) })
}

fn read_correction(cell: &dyn Fn(usize) -> String) -> Option<(String, Correction)> {
    let role = match cell(1).as_str() {
        NO_ROLE => None,
        slug => Some(Slug::parse(slug)?),
    };
    let name = cell(0);
    let on = cell(2).parse().ok()?;
    (!name.is_empty()).then_some((name, Correction { role, on }))
}

/// The rows of a file, or none when it is absent.
fn rows<T>(
    path: &Path,
    columns: &[&str],
    read: impl Fn(&dyn Fn(usize) -> String) -> Option<T>,
) -> Result<Vec<T>, StoreError> {
    let bytes = match read_up_to(path, MOST_BYTES) {
        Err(StoreError::Absent(_)) => return Ok(Vec::new()),
        read => read?,
    };
    let damaged = |line: usize| StoreError::Damaged { path: path.to_owned(), line };
    let text = String::from_utf8(bytes).map_err(|_| damaged(1))?;
    let mut records = Records::new(&text, b',', 1);
    let mut cells = Vec::with_capacity(columns.len());
    let mut found = Vec::new();
    let mut is_header = true;
    while let Some(line) = records.read(&mut cells) {
        if std::mem::take(&mut is_header) {
            if !cells.iter().eq(columns.iter()) {
                return Err(damaged(line));
            }
        } else if cells.len() == columns.len() {
            // Cleaned again: between writing and reading anybody may have had the file.
            let cell = |at: usize| cells.get(at).map(|cell| clean(cell).text.into_owned()).unwrap_or_default();
            found.push(read(&cell).ok_or_else(|| damaged(line))?);
        } else {
            return Err(damaged(line));
        }
        cells.clear();
    }
    if let Some(line) = records.unclosed() {
        return Err(damaged(line));
    }
    Ok(found)
}

/// A CSV file in the making.
struct Sheet(String);

impl Sheet {
    fn new(columns: &[&str]) -> Self {
        let mut sheet = Self(String::new());
        sheet.row(columns);
        sheet
    }

    fn row(&mut self, cells: &[&str]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push('\n');
    }

    fn cell(&mut self, cell: &str) {
        if cell.bytes().any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r')) {
            self.0.push('"');
            self.0.push_str(&cell.replace('"', "\"\""));
            self.0.push('"');
        } else {
            self.0.push_str(cell);
        }
    }

    fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::civil::date;

    use super::KeptPosts;
    use crate::domain::advert::Advert;
    use crate::domain::advert::collection::Collection;
    use crate::domain::advert::correction::{Correction, Corrections};
    use crate::domain::id::Slug;
    use crate::store::{Asked, DataFolder, StoreError};

    fn kept_in(folder: &tempfile::TempDir) -> KeptPosts {
        let asked = Asked { option: Some(folder.path().join("data")), ..Asked::default() };
        KeptPosts::in_folder(&DataFolder::locate(asked).expect("a folder"))
    }

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let posts = kept_in(&folder);
        assert!(posts.adverts().expect("nothing yet").kept().is_empty());
        let advert = Advert {
            reference: "409-S1".into(),
            title: "Director, \"planned\" care".into(),
            pay_min: Some(57_528),
            pay_text: "£57,528 a year".into(),
            closes: Some(date(2026, 12, 14)),
            ..Advert::default()
        };
        let twin = Advert { reference: "C9409-26-1".into(), ..advert.clone() };
        let mut all = Collection::default();
        all.take_in(vec![advert, twin], date(2026, 11, 22), "a, b.xml");
        posts.hold().expect("nobody else").keep_adverts(&all).expect("written");
        let back = posts.adverts().expect("read");
        assert_eq!(back.kept(), all.kept());
        assert!(back.find("C9409-26-1").is_some());
    }

    #[test]
    fn corrections_come_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let posts = kept_in(&folder);
        let mut corrections = Corrections::default();
        let on = date(2026, 11, 22);
        corrections.set("C9409-26-1", Correction { role: Slug::parse("matron"), on });
        corrections.set("P001", Correction { role: None, on });
        posts.hold().expect("nobody else").keep_corrections(&corrections).expect("written");
        assert_eq!(posts.corrections().expect("read"), corrections);
    }

    #[test]
    fn a_file_of_somebody_else_is_not_taken_for_ours() {
        let folder = tempfile::tempdir().expect("a folder");
        let posts = kept_in(&folder);
        posts.hold().expect("nobody else").keep_adverts(&Collection::default()).expect("written");
        for (text, line) in [("title,reference\n", 1), ("{}", 1)] {
            fs::write(folder.path().join("data/posts.csv"), text).expect("written");
            let error = posts.adverts().expect_err("not ours");
            assert!(matches!(error, StoreError::Damaged { line: found, .. } if found == line), "{error}");
        }
    }
}
