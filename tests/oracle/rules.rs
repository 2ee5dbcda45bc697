//! The oracle's own reading of a pack and the contract's rules about it: who has to meet what, what can be started,
//! how long it takes, what is held from when.

use std::collections::BTreeMap;

use super::expression::Expr;
use super::facts::Facts;
use super::number::{ceil, millionths, months_to_weeks, optional, years_to_weeks};
use super::tables::{Sheet, Tables};

#[derive(Debug, Clone)]
pub struct Role {
    pub id: String,
    pub level: i64,
    pub sector: String,
    pub starting_point: bool,
    /// The least it pays a year, in pounds, where that is known.
    pub pay: Option<i64>,
}

#[derive(Debug, Clone)]
pub struct Move {
    pub from: usize,
    pub to: usize,
    pub tenure: i64,
    pub usual: bool,
}

#[derive(Debug, Clone)]
pub struct Item {
    pub id: String,
    pub obtain: String,
    pub kind: String,
    pub level_min: Option<i64>,
    /// Months, hours and pounds in millionths.
    pub months: Option<i64>,
    pub hours: Option<i64>,
    pub cost: Option<i64>,
    pub requires: Expr,
    pub status: String,
}

/// A requirement and, for each role, whether it applies to it.
#[derive(Debug, Clone)]
pub struct Row {
    pub applies: Vec<bool>,
    pub requires: Expr,
    pub force: String,
}

#[derive(Debug, Clone)]
pub struct Grant {
    pub role: usize,
    pub fact: usize,
    /// The clock at which it matures.
    pub at: i64,
}

#[derive(Debug, Clone)]
pub struct World {
    pub roles: Vec<Role>,
    pub moves: Vec<Move>,
    pub items: Vec<Item>,
    pub rows: Vec<Row>,
    pub grants: Vec<Grant>,
    /// By kind: weeks, and hours in millionths.
    pub assumed: BTreeMap<String, (i64, i64)>,
}

/// Who asks, under which rules.
#[derive(Debug, Clone)]
pub struct Asker {
    pub role: usize,
    /// Weeks in the role.
    pub served: i64,
    pub have: Vec<usize>,
    /// In millionths.
    pub hours_per_week: i64,
    pub profile: bool,
    pub exceptional: bool,
    pub ruleset: &'static str,
    pub terms: Option<Terms>,
}

/// What a post in one role offers.
#[derive(Debug, Clone)]
pub struct Terms {
    pub role: usize,
    /// Hours a week, in millionths.
    pub protected_study: i64,
    pub given: Vec<usize>,
    /// Weeks.
    pub tenure: i64,
    /// Pounds a year.
    pub premium: i64,
}

impl Asker {
    fn terms_in(&self, role: usize) -> Option<&Terms> {
        self.terms.as_ref().filter(|terms| terms.role == role)
    }

    /// The clock of a stint in `role` when it begins: now, for the first.
    pub fn clock_at_first(&self, role: usize, first: bool) -> i64 {
        self.terms_in(role).map_or(0, |terms| terms.tenure) + if first { self.served } else { 0 }
    }

    /// Hours of study a week in `role`, in millionths.
    pub fn hours_in(&self, role: usize) -> i64 {
        self.hours_per_week + self.terms_in(role).map_or(0, |terms| terms.protected_study)
    }

    /// `facts` and what the post in `role` gives to whoever holds it.
    pub fn with_given(&self, facts: Facts, role: usize) -> Facts {
        let given = self.terms_in(role).into_iter().flat_map(|terms| &terms.given);
        given.fold(facts, |facts, fact| facts.with(*fact))
    }
}

pub const RULESETS: [&str; 3] = ["today", "advised", "review"];

impl World {
    pub fn read(tables: &Tables) -> Self {
        let toml: toml::Table = tables.toml.parse().expect("pack.toml is TOML");
        let levels = toml["levels"].as_array().expect("levels").iter();
        let highest = levels.map(|level| level["id"].as_integer().expect("a level's id")).max().expect("a level");
        let mut world = Self {
            roles: roles(tables),
            moves: Vec::new(),
            items: items(tables),
            rows: Vec::new(),
            grants: Vec::new(),
            assumed: assumptions(&toml),
        };
        world.moves = each(tables, "moves", |cells| Move {
            from: world.role(cells.at("from")),
            to: world.role(cells.at("to")),
            tenure: years_to_weeks(optional(cells.at("years_min")).unwrap_or(0)),
            usual: cells.at("usual") != "no",
        });
        world.rows = each(tables, "requirements", |cells| Row {
            applies: world.roles.iter().map(|role| applies(cells.at("role"), role, highest)).collect(),
            requires: Expr::read(cells.at("requires"), &world.fact_ids()),
            force: cells.at("force").to_owned(),
        });
        world.grants = each(tables, "grants", |cells| Grant {
            role: world.role(cells.at("role")),
            fact: world.item(cells.at("fact")),
            at: years_to_weeks(optional(cells.at("years")).unwrap_or(0)),
        });
        world
    }

    fn fact_ids(&self) -> Vec<String> {
        self.items.iter().map(|item| item.id.clone()).collect()
    }

    pub fn role(&self, id: &str) -> usize {
        self.roles.iter().position(|role| role.id == id).expect("a role of this world")
    }

    pub fn item(&self, id: &str) -> usize {
        self.items.iter().position(|item| item.id == id).expect("a training item of this world")
    }

    /// Its hours, in millionths: its own, or where empty those assumed for its kind.
    pub fn hours(&self, item: usize) -> i64 {
        self.items[item].hours.unwrap_or_else(|| self.assumed_for(item).1)
    }

    fn assumed_for(&self, item: usize) -> (i64, i64) {
        self.assumed.get(&self.items[item].kind).copied().unwrap_or((0, 0))
    }

    /// How many weeks it takes to study.
    pub fn weeks(&self, item: usize, hours_per_week: i64) -> i64 {
        let by_hours = ceil(self.hours(item), hours_per_week);
        match (self.items[item].months, self.items[item].hours) {
            (Some(months), _) => months_to_weeks(months).max(by_hours),
            (None, Some(_)) => by_hours,
            (None, None) => self.assumed_for(item).0.max(by_hours),
        }
    }

    /// Whether training of this status can be started.
    pub fn can_be_had(&self, item: usize, ruleset: &str) -> bool {
        match self.items[item].status.as_str() {
            "" | "running" | "unknown" => true,
            "in-development" | "proposed" => ruleset == "review",
            _ => false,
        }
    }

    /// Whether somebody in `role` who holds `facts` can begin to study `item`.
    pub fn can_begin(&self, item: usize, role: usize, facts: Facts, ruleset: &str) -> bool {
        let Item { obtain, level_min, requires, .. } = &self.items[item];
        obtain == "study"
            && !facts.has(item)
            && self.can_be_had(item, ruleset)
            && level_min.is_none_or(|level| self.roles[role].level >= level - 1)
            && requires.holds(&|fact| facts.has(fact))
    }

    /// `facts` and every check that can be had with them; only those for which `done` is true.
    pub fn with_checks(&self, mut facts: Facts, ruleset: &str, done: &impl Fn(usize) -> bool) -> Facts {
        loop {
            let more = (0..self.items.len()).find(|at| {
                let item = &self.items[*at];
                item.obtain == "check"
                    && !facts.has(*at)
                    && done(*at)
                    && self.can_be_had(*at, ruleset)
                    && item.requires.holds(&|fact| facts.has(fact))
            });
            match more {
                Some(check) => facts.add(check),
                None => return facts,
            }
        }
    }

    /// `facts` and what `role` has given by `clock`.
    pub fn with_grants(&self, facts: Facts, role: usize, clock: i64) -> Facts {
        self.grants.iter().filter(|g| g.role == role && g.at <= clock).fold(facts, |facts, g| facts.with(g.fact))
    }

    /// What somebody holds when the question is asked, checks aside.
    pub fn at_start(&self, asker: &Asker) -> Facts {
        let facts = self.with_grants(asker.have.iter().copied().collect(), asker.role, asker.served);
        if asker.profile { facts } else { self.certain(asker.role).iter().fold(facts, |facts, fact| facts.with(*fact)) }
    }

    /// The facts that every way of meeting the role's required rows contains.
    fn certain(&self, role: usize) -> Vec<usize> {
        let required = |row: &&Row| row.applies[role] && row.force == "required";
        let met_without = |fact: usize| self.rows.iter().filter(required).all(|row| row.requires.holds(&|f| f != fact));
        (0..self.items.len()).filter(|fact| !met_without(*fact)).collect()
    }

    /// For each row whether it was waived: recommended, under `advised`, and nobody could meet it.
    pub fn waived(&self, asker: &Asker) -> Vec<bool> {
        if asker.ruleset != "advised" {
            return vec![false; self.rows.len()];
        }
        let mut facts = self.grants.iter().fold(self.at_start(asker), |facts, grant| facts.with(grant.fact));
        let obtainable = |at: usize, facts: Facts| {
            let item = &self.items[at];
            item.obtain != "held" && self.can_be_had(at, "advised") && item.requires.holds(&|fact| facts.has(fact))
        };
        while let Some(more) = (0..self.items.len()).find(|at| !facts.has(*at) && obtainable(*at, facts)) {
            facts.add(more);
        }
        let met = |row: &Row| row.requires.holds(&|fact| facts.has(fact));
        self.rows.iter().map(|row| row.force == "recommended" && !met(row)).collect()
    }

    /// Whether somebody who holds `facts` meets what `role` asks for.
    pub fn may_enter(&self, role: usize, facts: Facts, ruleset: &str, waived: &[bool]) -> bool {
        self.rows.iter().zip(waived).all(|(row, waived)| {
            let counts = match row.force.as_str() {
                "required" => true,
                "recommended" => ruleset == "advised" && !waived,
                _ => ruleset == "review",
            };
            !(row.applies[role] && counts) || row.requires.holds(&|fact| facts.has(fact))
        })
    }

    /// Moments of a stint, after `clock`, at which a grant of `role` matures.
    pub fn maturities(&self, role: usize, clock: i64) -> Vec<i64> {
        let mut moments: Vec<i64> =
            self.grants.iter().filter(|g| g.role == role && g.at > clock).map(|g| g.at).collect();
        moments.sort_unstable();
        moments.dedup();
        moments
    }

    /// The lowest known pay among the roles after the first, premium included; 0 when none is known.
    pub fn pay(&self, asker: &Asker, roles: impl Iterator<Item = usize>) -> i64 {
        let paid =
            |role: usize| self.roles[role].pay.map(|pay| pay + asker.terms_in(role).map_or(0, |terms| terms.premium));
        roles.filter(|role| *role != asker.role).filter_map(paid).min().unwrap_or(0)
    }

    /// How many sectors the roles have between them.
    pub fn sectors(&self, roles: impl Iterator<Item = usize>) -> i64 {
        let mut sectors: Vec<&str> = roles.map(|role| self.roles[role].sector.as_str()).collect();
        sectors.retain(|sector| !sector.is_empty() && *sector != "any");
        sectors.sort_unstable();
        sectors.dedup();
        i64::try_from(sectors.len()).expect("few sectors")
    }
}

/// A row whose cells are asked for by column.
struct Cells<'s> {
    sheet: &'s Sheet,
    row: &'s [String],
}

impl<'s> Cells<'s> {
    fn at(&self, column: &str) -> &'s str {
        self.sheet.cell(self.row, column)
    }
}

fn each<T>(tables: &Tables, name: &str, read: impl Fn(Cells) -> T) -> Vec<T> {
    let Some(sheet) = tables.sheets.get(name) else { return Vec::new() };
    sheet.rows.iter().map(|row| read(Cells { sheet, row })).collect()
}

fn roles(tables: &Tables) -> Vec<Role> {
    each(tables, "roles", |cells| Role {
        id: cells.at("id").to_owned(),
        level: cells.at("level").parse().expect("a level"),
        sector: cells.at("sector").to_owned(),
        starting_point: cells.at("starting_point") == "yes",
        pay: (cells.at("pay_basis") == "afc").then(|| pay_of_band(tables, cells.at("band_min"))).flatten(),
    })
}

fn pay_of_band(tables: &Tables, band: &str) -> Option<i64> {
    let rows = each(tables, "pay", |cells| (cells.at("band").to_owned(), cells.at("min").parse().ok()));
    rows.into_iter().find(|(of, _)| of == band)?.1
}

fn items(tables: &Tables) -> Vec<Item> {
    let ids: Vec<String> = each(tables, "training", |cells| cells.at("id").to_owned());
    each(tables, "training", |cells| Item {
        id: cells.at("id").to_owned(),
        obtain: cells.at("obtain").to_owned(),
        kind: cells.at("kind").to_owned(),
        level_min: cells.at("level_min").parse().ok(),
        months: optional(cells.at("months")),
        hours: optional(cells.at("hours")),
        cost: optional(cells.at("cost_gbp")),
        requires: Expr::read(cells.at("requires"), &ids),
        status: cells.at("status").to_owned(),
    })
}

fn applies(scope: &str, role: &Role, highest: i64) -> bool {
    match scope {
        "@any" => true,
        "@manager" => !role.starting_point,
        "@board" => role.level == highest,
        id => role.id == id,
    }
}

fn assumptions(toml: &toml::Table) -> BTreeMap<String, (i64, i64)> {
    let study = toml.get("assumptions").and_then(|a| a.get("study")).and_then(toml::Value::as_table);
    let number = |value: &toml::Value| millionths(&value.to_string());
    let one = |(kind, value): (&String, &toml::Value)| {
        (kind.clone(), (ceil(number(&value["weeks"]), 1_000_000), number(&value["hours"])))
    };
    study.into_iter().flatten().map(one).collect()
}
