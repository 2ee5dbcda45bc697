//! Small worlds by chance: a seed makes the tables of a pack and a person who asks. Lengths are drawn so that study,
//! years in a role and grants jostle for the same weeks.

use std::collections::BTreeMap;

use super::number::{MILLION, millionths, years_to_weeks};
use super::rng::Rng;
use super::rules::{Asker, Terms, World};
use super::tables::{Sheet, Tables};

/// A world and who asks in it; the ruleset is filled in by whoever asks.
pub struct Case {
    pub seed: u64,
    pub tables: Tables,
    pub world: World,
    pub asker: Asker,
}

impl Case {
    pub fn new(seed: u64) -> Self {
        let mut draft = Draft { rng: Rng::new(seed), roles: 0, levels: 0, items: Vec::new(), apprenticeship: None };
        let tables = draft.tables();
        let world = World::read(&tables);
        let asker = draft.asker();
        Self { seed, tables, world, asker }
    }

    /// The same world with pay for some of its roles, and somebody to whom a post in it offers something.
    pub fn with_terms(seed: u64) -> Self {
        let mut case = Self::new(seed);
        // Another stream of chance, so that the world itself stays what it is.
        let mut rng = Rng::new(seed ^ 0x7e26_0000);
        let mut tables = case.tables.clone();
        let roles = tables.sheet_mut("roles");
        roles.header.extend(["pay_basis", "band_min"].map(str::to_owned));
        for row in &mut roles.rows {
            row.extend([rng.pick(&["afc", "afc", "vsm"]), rng.pick(&["5", "6", "7", "8a", ""])].map(str::to_owned));
        }
        let mut pay = Sheet::new(&["scheme", "year", "band", "min", "max"]);
        for (band, least) in [("5", "31049"), ("6", "38682"), ("7", "47810"), ("8a", "55690")] {
            pay.push(&["Agenda for Change", "2026/27", band, least, "99999"]);
        }
        tables.sheets.insert("pay", pay);
        case = case.in_tables(tables);
        let facts = (0..case.world.items.len()).filter(|_| rng.chance(15)).collect();
        case.asker.hours_per_week = rng.pick(&[MILLION / 2, MILLION, 2 * MILLION, case.asker.hours_per_week]);
        case.asker.terms = Some(Terms {
            role: match rng.below(100) {
                0..15 => case.asker.role,
                // Where most is studied that the last role asks for.
                15..50 => case.world.roles.len() - 2,
                _ => rng.below(case.world.roles.len()),
            },
            protected_study: rng.pick(&[0, 1, 2, 5, 10, 20]) * MILLION + rng.pick(&[0, 0, MILLION / 2]),
            given: facts,
            tenure: rng.pick(&[0, 0, 4, 13, 26, 52, 78]),
            premium: rng.pick(&[0, 1, 5_000, 9_000, 20_000]),
        });
        case
    }

    /// The same person in other tables; roles and items that are gone are forgotten.
    pub fn in_tables(&self, tables: Tables) -> Self {
        let world = World::read(&tables);
        let place = |item: &usize| world.items.iter().position(|other| other.id == self.world.items[*item].id);
        let have = self.asker.have.iter().filter_map(place).collect();
        let role = world.role(&self.world.roles[self.asker.role].id);
        let terms = self.asker.terms.as_ref().and_then(|terms| {
            let given = terms.given.iter().filter_map(place).collect();
            let id = &self.world.roles[terms.role].id;
            let role = world.roles.iter().position(|role| role.id == *id)?;
            Some(Terms { role, given, ..terms.clone() })
        });
        let asker = Asker { role, have, terms, ..self.asker.clone() };
        Self { seed: self.seed, tables, world, asker }
    }

    /// All there is to know, for whoever hunts a difference.
    pub fn text(&self) -> String {
        format!(
            "seed {}, asked by {:?}
{}",
            self.seed,
            self.asker,
            self.tables.text()
        )
    }

    pub fn under(&self, ruleset: &'static str) -> Asker {
        Asker { ruleset, ..self.asker.clone() }
    }

    /// The role that the ways of the world lead to.
    pub fn target(&self) -> usize {
        self.world.role("top")
    }
}

/// What an item can be asked for: how it is obtained, and its id.
struct Planned {
    id: String,
    obtain: &'static str,
}

struct Draft {
    rng: Rng,
    roles: usize,
    levels: usize,
    items: Vec<Planned>,
    apprenticeship: Option<Apprenticeship>,
}

/// A study of `study` that asks for `experience`, which only `role` and perhaps the one after it give, after a while:
/// without it few worlds would have anybody wait for anything.
#[derive(Clone, Copy)]
struct Apprenticeship {
    experience: usize,
    study: usize,
    role: usize,
}

const YEARS: [&str; 12] = ["", "0", "0.01", "0.125", "0.25", "0.25", "0.5", "0.5", "0.75", "1", "1.5", "2"];
/// A leap over a role takes longer, so that fewer moves and less time are often two routes.
const LEAP_YEARS: [&str; 5] = ["1", "1.5", "2", "2.5", "3"];
const MONTHS: [&str; 9] = ["", "", "", "0.5", "1", "1.5", "3", "6", "12"];
const HOURS: [&str; 9] = ["", "", "", "0", "2.5", "10", "40", "100", "7.25"];
const COSTS: [&str; 6] = ["", "0", "100", "100", "995", "49.5"];
const KINDS: [&str; 4] = ["programme", "short-course", "reading", "unheard-of"];
const SECTORS: [&str; 6] = ["", "any", "acute", "acute", "community", "icb"];
const MOVE_KINDS: [&str; 5] = ["promotion", "lateral", "cross-sector", "secondment", "fellowship"];
const STATUSES: [&str; 16] = [
    "",
    "",
    "running",
    "running",
    "running",
    "running",
    "running",
    "running",
    "running",
    "unknown",
    "unknown",
    "paused",
    "retired",
    "retired",
    "in-development",
    "proposed",
];

impl Draft {
    fn tables(&mut self) -> Tables {
        self.roles = self.rng.pick(&[3, 4, 5, 6, 6, 7, 7, 8, 8, 9, 9]);
        self.levels = self.rng.between(2, 5);
        self.plan_items();
        let sheets = BTreeMap::from([
            ("roles", self.roles()),
            ("moves", self.moves()),
            ("training", self.training()),
            ("requirements", self.requirements()),
            ("grants", self.grants()),
        ]);
        Tables { toml: self.toml(), sheets }
    }

    /// Role 0 is where people start, the last one where they want to be.
    fn role(&self, at: usize) -> String {
        if at + 1 == self.roles { "top".to_owned() } else { format!("role-{at}") }
    }

    fn plan_items(&mut self) {
        let count = self.rng.pick(&[2, 3, 4, 4, 5, 5, 6, 6, 7, 7]);
        for at in 0..count {
            let obtain = self.rng.pick(&[
                "study", "study", "study", "study", "study", "study", "study", "check", "check", "held", "held",
            ]);
            self.items.push(Planned { id: format!("{obtain}-{at}"), obtain });
        }
        if self.rng.chance(60) {
            self.items[0] = Planned { id: "held-0".to_owned(), obtain: "held" };
            self.items.sort_by_key(|item| item.obtain != "held");
        }
        let first = |obtain: &str| self.items.iter().position(|item| item.obtain == obtain);
        if let (Some(experience), Some(study)) = (first("held"), self.items.iter().rposition(|i| i.obtain == "study"))
            && experience < study
            && self.rng.chance(90)
        {
            let role = if self.rng.chance(70) { self.roles - 2 } else { self.rng.below(self.roles - 1) };
            self.apprenticeship = Some(Apprenticeship { experience, study, role });
        }
    }

    fn toml(&mut self) -> String {
        let levels: Vec<String> = (1..=self.levels).map(|l| format!("{{ id = {l}, title = \"Level {l}\" }}")).collect();
        let [weeks, hours] = [self.rng.pick(&["4", "13", "26"]), self.rng.pick(&["20", "60.5", "100"])];
        format!(
            "id = \"small\"\ntitle = \"A small world\"\nedition = \"1\"\nlevels = [{}]\n\
             families = [{{ id = \"all\", title = \"All\" }}]\n[assumptions]\nhours_per_week = 5\n\
             [assumptions.study.programme]\nweeks = {weeks}\nhours = {hours}\n\
             [assumptions.study.short-course]\nweeks = 0\nhours = 12\n\
             [assumptions.study.reading]\nweeks = 6\nhours = 0\n",
            levels.join(", ")
        )
    }

    fn roles(&mut self) -> Sheet {
        let mut sheet = Sheet::new(&["id", "title", "family", "level", "sector", "starting_point"]);
        for at in 0..self.roles {
            let steady = 1 + at * (self.levels - 1) / (self.roles - 1);
            let level = if self.rng.chance(70) { steady } else { self.rng.between(1, self.levels) };
            let start = if at == 0 || self.rng.chance(10) { "yes" } else { self.rng.pick(&["", "no"]) };
            let sector = self.rng.pick(&SECTORS);
            let id = self.role(at);
            sheet.push(&[&id, &id, "all", &level.to_string(), sector, start]);
        }
        sheet
    }

    fn moves(&mut self) -> Sheet {
        let mut sheet = Sheet::new(&["from", "to", "kind", "years_min", "usual"]);
        for from in 0..self.roles {
            for to in 0..self.roles {
                let likely = match (from, to) {
                    _ if from == to => 0,
                    _ if to == from + 1 => 80,
                    _ if to == from + 2 => 60,
                    _ if to == from + 3 => 35,
                    _ if to > from => 25,
                    _ => 9,
                };
                let mut kinds = MOVE_KINDS.to_vec();
                self.rng.shuffle(&mut kinds);
                let parallel = if self.rng.chance(10) { 2 } else { 1 };
                for kind in kinds.iter().take(if self.rng.chance(likely) { parallel } else { 0 }) {
                    let usual = self.rng.pick(&["", "yes", "", "yes", "", "yes", "", "yes", "no"]);
                    let leap = to > from + 1 && self.rng.chance(55);
                    let years = if leap { self.rng.pick(&LEAP_YEARS) } else { self.rng.pick(&YEARS) };
                    sheet.push(&[&self.role(from), &self.role(to), kind, years, usual]);
                }
            }
        }
        sheet
    }

    /// What can be asked for in the row of an item: only what stands before it, so that nothing goes round in circles.
    fn training(&mut self) -> Sheet {
        let columns =
            ["id", "title", "kind", "obtain", "level_min", "months", "hours", "cost_gbp", "requires", "status"];
        let mut sheet = Sheet::new(&columns);
        for at in 0..self.items.len() {
            let (id, obtain) = (self.items[at].id.clone(), self.items[at].obtain);
            let asks = at > 0 && obtain != "held" && self.rng.chance(50);
            let requires = if asks { self.expression(at, 0) } else { (self.rng.pick(&["", "none"])).to_owned() };
            let apprenticed = self.apprenticeship.is_some_and(|a| a.study == at);
            let level = if !apprenticed && self.rng.chance(40) {
                self.rng.between(1, self.levels).to_string()
            } else {
                String::new()
            };
            let (months, hours) = (self.rng.pick(&MONTHS), self.rng.pick(&HOURS));
            let (kind, cost) = (self.rng.pick(&KINDS), self.rng.pick(&COSTS));
            let status = if apprenticed { "running" } else { self.rng.pick(&STATUSES) };
            sheet.push(&[&id, &id, kind, obtain, &level, months, hours, cost, &requires, status]);
        }
        sheet
    }

    /// An expression over the first `items` items.
    fn expression(&mut self, items: usize, depth: usize) -> String {
        let parts = if depth == 0 { self.rng.pick(&[1, 1, 2, 2, 3]) } else { 2 };
        let joint = self.rng.pick(&[" and ", " or ", " or "]);
        let part = |draft: &mut Self| {
            if depth < 2 && draft.rng.chance(18) {
                format!("({})", draft.expression(items, depth + 1))
            } else {
                let at = draft.rng.below(items);
                draft.items[at].id.clone()
            }
        };
        (0..parts).map(|_| part(self)).collect::<Vec<_>>().join(joint)
    }

    fn requirements(&mut self) -> Sheet {
        let mut sheet = Sheet::new(&["role", "requires", "force"]);
        let studies: Vec<String> = self.items.iter().filter(|i| i.obtain == "study").map(|i| i.id.clone()).collect();
        let planted = self.apprenticeship.is_some();
        if let Some(last) = studies.last().filter(|_| self.rng.chance(if planted { 90 } else { 60 })) {
            let other = self.rng.below(studies.len());
            let either = format!("{last} or {}", studies[other]);
            let ask = if self.rng.chance(if planted { 85 } else { 50 }) { last } else { &either };
            sheet.push(&["top", ask, self.rng.pick(&["required", "required", "required", "recommended", "proposed"])]);
        }
        for _ in 0..self.rng.between(1, 6) {
            let scope = match self.rng.below(14) {
                0 if self.rng.chance(50) => "@any".to_owned(),
                1 => "@manager".to_owned(),
                2 | 3 => "@board".to_owned(),
                4 | 5 => "top".to_owned(),
                _ => {
                    let at = self.rng.below(self.roles);
                    self.role(at)
                }
            };
            let force =
                self.rng.pick(&["required", "required", "recommended", "recommended", "recommended", "proposed"]);
            let requires = self.expression(self.items.len(), 0);
            sheet.push(&[&scope, &requires, force]);
        }
        sheet
    }

    /// Registrations and experience have to come from somewhere; now and then a role gives what others study.
    fn grants(&mut self) -> Sheet {
        let mut sheet = Sheet::new(&["role", "fact", "years"]);
        for at in 0..self.items.len() {
            let givers = match self.items[at].obtain {
                "held" => self.rng.between(0, 4),
                _ => usize::from(self.rng.chance(20)),
            };
            let mut roles: Vec<usize> = (0..self.roles).collect();
            self.rng.shuffle(&mut roles);
            if let Some(Apprenticeship { role, .. }) = self.apprenticeship.filter(|a| a.experience == at) {
                let years = self.rng.pick(&["0.125", "0.25", "0.5", "0.5", "0.75", "1", "1", "1.5"]);
                sheet.push(&[&self.role(role), &self.items[at].id, years]);
                roles.retain(|other| *other == role + 1 && self.rng.chance(50));
            }
            for role in roles.into_iter().take(givers) {
                sheet.push(&[&self.role(role), &self.items[at].id, self.rng.pick(&YEARS)]);
            }
        }
        sheet
    }

    fn asker(&mut self) -> Asker {
        let served = self.rng.pick(&["0", "0", "0", "0.25", "0.3", "0.5", "1", "1.3", "2.5"]);
        let have = (0..self.items.len()).filter(|_| self.rng.chance(12)).collect();
        Asker {
            role: 0,
            served: years_to_weeks(millionths(served)),
            have,
            hours_per_week: self.rng.pick(&[1, 2, 5, 5, 8, 13, 20]) * MILLION + self.rng.pick(&[0, 0, MILLION / 2]),
            profile: self.rng.chance(40),
            exceptional: self.rng.chance(30),
            ruleset: "today",
            terms: None,
        }
    }
}
