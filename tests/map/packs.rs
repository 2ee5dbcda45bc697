//! Packs for tests of the graph and the map: small ones from a few lines of text, random ones, and England.
#![expect(clippy::panic, reason = "a test that cannot be set up has failed")]

use fingerpost::domain::Pack;
use fingerpost::domain::career_move::{Move, MoveKind, Usual};
use fingerpost::domain::expression::Expression;
use fingerpost::domain::id::{FamilyId, RoleId, Slug, TrainingId};
use fingerpost::domain::pack::{About, Tables};
use fingerpost::domain::post::{MatchedBy, Origin, Post, RoleMatch, Standing};
use fingerpost::domain::provenance::{Basis, Provenance};
use fingerpost::domain::quantity::Decimal;
use fingerpost::domain::requirement::{Force, Grant, Requirement, Scope};
use fingerpost::domain::role::{Entrance, Family, Level, LevelNumber, Role, RolePay};
use fingerpost::domain::training::{Obtain, Status, Training, TrainingKind};

fn provenance() -> Provenance {
    Provenance { basis: Basis::Editorial, source: "editorial".into(), date: String::new(), note: String::new() }
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap_or_else(|| panic!("{text} is a slug"))
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text} is a number"))
}

/// A pack with these lanes and so many columns, and nothing in it.
pub fn empty(families: &[&str], levels: u32) -> Tables {
    Tables {
        about: About {
            slug: slug("test"),
            title: "Test".into(),
            edition: "1".into(),
            date: None,
            licence: String::new(),
        },
        levels: (1..=levels).map(|n| Level { number: LevelNumber(n), title: format!("Level {n}") }).collect(),
        families: families
            .iter()
            .map(|title| Family { slug: slug(&title.to_lowercase()), title: (*title).into(), short: (*title).into() })
            .collect(),
        regions: Vec::new(),
        hours_per_week: Decimal::whole(5),
        study_assumptions: Vec::new(),
        roles: Vec::new(),
        moves: Vec::new(),
        training: Vec::new(),
        requirements: Vec::new(),
        grants: Vec::new(),
        advert_titles: Vec::new(),
        provisions: Vec::new(),
        posts: Vec::new(),
        organisations: Vec::new(),
        segments: Vec::new(),
        care_boards: Vec::new(),
        tiles: Vec::new(),
        pay: Vec::new(),
        competencies: Vec::new(),
        rating_scale: Vec::new(),
        appraisal_cycles: Vec::new(),
        milestones: Vec::new(),
        recommendations: Vec::new(),
        personas: Vec::new(),
        decks: Vec::new(),
    }
}

pub fn role(id: &str, title: &str, family: usize, level: u32) -> Role {
    Role {
        slug: slug(id),
        title: title.into(),
        family: FamilyId::from_index(family),
        level: LevelNumber(level),
        sector: None,
        stage: None,
        entrance: Entrance::Post,
        pay: RolePay { band: String::new(), basis: String::new(), lowest_band: None, highest_band: None },
        registration: String::new(),
        summary: String::new(),
        evidence: String::new(),
        provenance: provenance(),
    }
}

pub fn a_move(from: usize, to: usize, kind: &str, usual: Usual, years: &str) -> Move {
    Move {
        from: RoleId::from_index(from),
        to: RoleId::from_index(to),
        kind: MoveKind::from_cell(kind),
        usual,
        years_min: if years.is_empty() { Decimal::ZERO } else { decimal(years) },
        years_max: None,
        years_basis: Basis::Editorial,
        evidence_type: String::new(),
        provenance: provenance(),
    }
}

pub fn training(id: &str, title: &str) -> Training {
    Training {
        slug: slug(id),
        title: title.into(),
        provider: String::new(),
        kind: TrainingKind("programme".into()),
        obtain: Obtain::Study,
        level_min: None,
        level_max: None,
        months: None,
        hours: None,
        cost: None,
        cost_payer: String::new(),
        duration_text: String::new(),
        hours_text: String::new(),
        mode: String::new(),
        award: String::new(),
        entry_requirements: String::new(),
        requires: Expression::none(),
        status: Status::Running,
        status_basis: Basis::Editorial,
        provenance: provenance(),
    }
}

pub fn post(id: &str, role: Option<usize>, standing: Standing) -> Post {
    Post {
        id: id.into(),
        title: id.into(),
        employer: String::new(),
        organisation: None,
        ods: String::new(),
        role: role.map(|at| RoleMatch { role: RoleId::from_index(at), confidence_percent: 100, by: MatchedBy::Pack }),
        region: String::new(),
        segment: None,
        segment_period: String::new(),
        standing,
        grade: String::new(),
        pay_min: None,
        pay_max: None,
        pay_text: String::new(),
        contract: String::new(),
        reference: String::new(),
        town: String::new(),
        posted: None,
        closes: None,
        package: String::new(),
        provenance: provenance(),
        origin: Origin::Pack,
    }
}

fn expression(tables: &Tables, text: &str) -> Expression {
    let find = |word: &str| tables.training.iter().position(|item| item.slug.as_str() == word);
    Expression::parse(text, |word| find(word).map(TrainingId::from_index))
        .unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

fn role_at(tables: &Tables, id: &str) -> usize {
    tables.roles.iter().position(|role| role.slug.as_str() == id).unwrap_or_else(|| panic!("{id} is a role"))
}

fn force(word: &str) -> Force {
    Force::from_cell(word).unwrap_or_else(|| panic!("{word} is a force"))
}

/// The tables that these lines describe, for instance
///
/// ```text
/// lanes Nursing Operations
/// role matron Nursing 2 Matron of all wards
/// move sister > matron promotion 2
/// move sister > chief promotion 9 exceptional
/// training course-a : course-b or course-c
/// asks matron required course-a and (course-b or course-c)
/// gives sister course-a 2
/// post p1 matron challenged
/// ```
pub fn tables(text: &str) -> Tables {
    let rows: Vec<Vec<&str>> =
        text.lines().map(|line| line.split_whitespace().collect()).filter(|words: &Vec<_>| !words.is_empty()).collect();
    let lanes = rows.iter().find(|words| words[0] == "lanes").map_or(&["Lane"][..], |words| &words[1..]);
    let levels = rows.iter().filter(|words| words[0] == "role").filter_map(|words| words[3].parse().ok()).max();
    let mut tables = empty(lanes, levels.unwrap_or(1));
    for words in rows.iter().filter(|words| words[0] == "training") {
        tables.training.push(training(words[1], words[1]));
    }
    for words in &rows {
        add(&mut tables, lanes, words);
    }
    tables
}

fn add(tables: &mut Tables, lanes: &[&str], words: &[&str]) {
    match words {
        ["lanes", ..] | ["training", _] => {}
        ["role", id, lane, level, title @ ..] => {
            let family = lanes.iter().position(|name| name == lane).unwrap_or_else(|| panic!("{lane} is a lane"));
            tables.roles.push(role(id, &title.join(" "), family, level.parse().expect("a level")));
        }
        ["move", from, ">", to, kind, years, rest @ ..] => {
            let usual = if rest.is_empty() { Usual::Usual } else { Usual::Exceptional };
            let (from, to) = (role_at(tables, from), role_at(tables, to));
            tables.moves.push(a_move(from, to, kind, usual, years));
        }
        ["training", id, ":", rest @ ..] => {
            let requires = expression(tables, &rest.join(" "));
            let at = tables.training.iter().position(|item| item.slug.as_str() == *id).expect("added before");
            tables.training[at].requires = requires;
        }
        ["asks", scope, word, rest @ ..] => {
            let scope = match *scope {
                "@any" => Scope::Any,
                "@manager" => Scope::Manager,
                "@board" => Scope::Board,
                id => Scope::Role(RoleId::from_index(role_at(tables, id))),
            };
            let requires = expression(tables, &rest.join(" "));
            tables.requirements.push(Requirement { scope, requires, force: force(word), provenance: provenance() });
        }
        ["gives", id, fact, years] => {
            let role = RoleId::from_index(role_at(tables, id));
            let fact = tables.training.iter().position(|item| item.slug.as_str() == *fact).expect("a training item");
            let fact = TrainingId::from_index(fact);
            tables.grants.push(Grant { role, fact, years: decimal(years), provenance: provenance() });
        }
        ["post", id, of, rest @ ..] => {
            let standing = if rest.is_empty() { Standing::Ordinary } else { Standing::Challenged };
            let of = role_at(tables, of);
            tables.posts.push(post(id, Some(of), standing));
        }
        other => panic!("cannot read {other:?}"),
    }
}

/// The pack of these lines; see [`tables`].
pub fn pack(text: &str) -> Pack {
    Pack::new(tables(text))
}

/// The role with this id.
pub fn find(pack: &Pack, id: &str) -> RoleId {
    pack.find_role(id).unwrap_or_else(|| panic!("{id} is a role"))
}

/// The pack in the binary.
pub fn england() -> Pack {
    fingerpost::pack::read(&fingerpost::store::embedded()).pack.expect("the embedded pack has no errors")
}
