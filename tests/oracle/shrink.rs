//! Makes a world that shows a difference smaller while it still shows it, so that a person can work it out by hand.

use super::tables::Tables;
use super::worlds::Case;

/// The smallest world found, by taking things away one at a time, for which `fails` is still true.
pub fn shrink(case: Case, fails: &impl Fn(&Case) -> bool) -> Case {
    let mut smallest = case;
    while let Some(smaller) = candidates(&smallest).into_iter().find(|candidate| fails(candidate)) {
        smallest = smaller;
    }
    smallest
}

fn candidates(case: &Case) -> Vec<Case> {
    let from = &case.world.roles[case.asker.role].id;
    let mut smaller: Vec<Tables> = Vec::new();
    for role in case.world.roles.iter().map(|role| &role.id).filter(|id| *id != from && *id != "top") {
        smaller.push(without_role(&case.tables, role));
    }
    smaller.extend(
        ["moves", "requirements", "grants", "training"].into_iter().flat_map(|name| without_rows(&case.tables, name)),
    );
    smaller.extend(simpler_cells(&case.tables));
    let mut cases: Vec<Case> = smaller.into_iter().filter(resolves).map(|tables| case.in_tables(tables)).collect();
    for at in 0..case.asker.have.len() {
        let mut fewer = case.in_tables(case.tables.clone());
        fewer.asker.have.remove(at);
        cases.push(fewer);
    }
    if case.asker.served > 0 {
        let mut fresh = case.in_tables(case.tables.clone());
        fresh.asker.served = 0;
        cases.push(fresh);
    }
    cases
}

fn without_role(tables: &Tables, role: &str) -> Tables {
    let mut fewer = tables.clone();
    for (name, columns) in
        [("roles", &["id"][..]), ("moves", &["from", "to"]), ("grants", &["role"]), ("requirements", &["role"])]
    {
        let sheet = fewer.sheet_mut(name);
        let columns: Vec<usize> = columns.iter().filter_map(|column| sheet.column(column)).collect();
        sheet.rows.retain(|row| columns.iter().all(|at| row[*at] != role));
    }
    fewer
}

fn without_rows(tables: &Tables, name: &'static str) -> Vec<Tables> {
    let without = |at: usize| {
        let mut fewer = tables.clone();
        fewer.sheet_mut(name).rows.remove(at);
        fewer
    };
    (0..tables.sheets[name].rows.len()).map(without).collect()
}

/// Cells made empty, and expressions cut down to one of their words.
fn simpler_cells(tables: &Tables) -> Vec<Tables> {
    let mut simpler = Vec::new();
    for (name, columns) in [
        ("roles", &["sector", "starting_point"][..]),
        ("moves", &["years_min", "usual"]),
        ("training", &["level_min", "months", "hours", "cost_gbp", "requires", "status"]),
        ("requirements", &["requires"]),
        ("grants", &["years"]),
    ] {
        let sheet = &tables.sheets[name];
        for column in columns.iter().filter_map(|column| sheet.column(column)) {
            for at in 0..sheet.rows.len() {
                let cell = &sheet.rows[at][column];
                let words = cell.split([' ', '(', ')']).filter(|word| !["and", "or", ""].contains(word));
                let one_word = words.filter(|word| *word != cell && cell.contains(' '));
                let empty = (!cell.is_empty() && name != "requirements").then_some("");
                for value in empty.into_iter().chain(one_word) {
                    let mut changed = tables.clone();
                    value.clone_into(&mut changed.sheet_mut(name).rows[at][column]);
                    simpler.push(changed);
                }
            }
        }
    }
    simpler
}

/// Whether every training item that is named is there.
fn resolves(tables: &Tables) -> bool {
    let ids: Vec<&str> = tables.sheets["training"].rows.iter().map(|row| row[0].as_str()).collect();
    let known = |word: &str| ["and", "or", "none", ""].contains(&word) || ids.contains(&word);
    [("training", "requires"), ("requirements", "requires"), ("grants", "fact")].into_iter().all(|(name, column)| {
        let sheet = &tables.sheets[name];
        sheet.rows.iter().all(|row| sheet.cell(row, column).split([' ', '(', ')']).all(known))
    })
}
