//! Small packs written by hand or by chance.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fingerpost::domain::Pack;
use fingerpost::domain::id::RoleId;
use fingerpost::domain::person::{Person, Record};
use fingerpost::domain::planner::{Circumstances, MovesAllowed};
use fingerpost::domain::quantity::{Decimal, Weeks};
use fingerpost::domain::ruleset::Ruleset;
use fingerpost::pack::{Files, read};

const MANIFEST: &str = r#"id = "hand"
title = "By hand"
edition = "1"
levels = [{ id = 1, title = "Team" }, { id = 2, title = "Board" }]
families = [{ id = "ops", title = "Operations" }]
"#;

/// A role with its yearly pay, where that is known.
pub type Role<'r> = (&'r str, Option<u32>);
/// From, to, years.
pub type Step<'s> = (&'s str, &'s str, u32);

/// A pack of these roles and moves; the first role is where people start. Each known pay is a band of its own.
pub fn pack(roles: &[Role], moves: &[Step]) -> Pack {
    let mut table = "id,title,family,level,starting_point,band,pay_basis,band_min,band_max\n".to_owned();
    let mut pay = "scheme,year,band,min,max,status\n".to_owned();
    for (at, (id, pounds)) in roles.iter().enumerate() {
        let (start, band) = (if at == 0 { "yes" } else { "" }, at + 1);
        match pounds {
            None => writeln!(table, "{id},{id},ops,1,{start},VSM,vsm,,").expect("text takes it all"),
            Some(pounds) => {
                writeln!(table, "{id},{id},ops,1,{start},{band},afc,{band},{band}").expect("text takes it all");
                let most = pounds + 5_000;
                writeln!(pay, "Agenda for Change,2026/27,{band},{pounds},{most},sourced").expect("text takes it all");
            }
        }
    }
    let mut steps = "from,to,kind,years_min\n".to_owned();
    for (from, to, years) in moves {
        writeln!(steps, "{from},{to},promotion,{years}").expect("text takes it all");
    }
    let files = [("pack.toml", MANIFEST.to_owned()), ("roles.csv", table), ("moves.csv", steps), ("pay.csv", pay)];
    let files: BTreeMap<_, _> =
        files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes().into())).collect();
    let reading = read(&Files(files));
    assert!(reading.pack.is_some(), "{:?}", reading.faults);
    reading.pack.expect("a sound pack")
}

pub fn role(pack: &Pack, id: &str) -> RoleId {
    pack.find_role(id).expect("the role")
}

/// Somebody of whom only the role and the weeks in it are known.
pub fn somebody(role: RoleId, served: Weeks) -> Circumstances {
    let person = Person {
        role,
        served,
        have: BTreeSet::new(),
        hours_per_week: Decimal::whole(5),
        waived: std::collections::BTreeSet::new(),
        record: Record::RoleOnly,
    };
    Circumstances { person, ruleset: Ruleset::Today, moves: MovesAllowed::Usual, terms: None }
}
