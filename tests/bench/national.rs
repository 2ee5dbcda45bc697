//! Packs as large as a nation, made up: ten levels as a pyramid, a family for every fifteen roles. Two thirds of the
//! moves stay in the family, a fifth go to the next one, the others anywhere; four of five lead one level up.

use fingerpost::domain::Pack;
use fingerpost::domain::career_move::{Move, MoveKind, Usual};
use fingerpost::domain::id::{FamilyId, RoleId, Slug};
use fingerpost::domain::pack::{About, Tables};
use fingerpost::domain::provenance::{Basis, Provenance};
use fingerpost::domain::quantity::Decimal;
use fingerpost::domain::role::{Entrance, Family, Level, LevelNumber, Role, RolePay};

const LEVELS: u32 = 10;

/// Numbers that look random and are the same in every run.
#[derive(Debug, Clone)]
pub struct Chance(pub u64);

impl Chance {
    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound.max(1)
    }
}

/// A pack of so many roles and moves.
pub fn pack(roles: usize, moves: usize) -> Pack {
    let mut chance = Chance(7);
    let families = (roles / 15).max(1);
    let mut tables = empty(families);
    let mut squares: Vec<Vec<usize>> = vec![Vec::new(); families * LEVELS as usize];
    let steps: usize = (1..=LEVELS as usize).sum();
    for level in 0..LEVELS as usize {
        let count = roles * (LEVELS as usize - level) / steps;
        for at in 0..count {
            let family = at * families / count;
            squares[family * LEVELS as usize + level].push(tables.roles.len());
            let number = tables.roles.len();
            tables.roles.push(role(number, family, level));
        }
    }
    while tables.moves.len() < moves {
        let from = chance.below(tables.roles.len());
        let (family, level) = (tables.roles[from].family.index(), tables.roles[from].level.0 as usize - 1);
        let other = match chance.below(100) {
            0..65 => family,
            65..85 => (family + 1) % families,
            _ => chance.below(families),
        };
        let up = match chance.below(100) {
            0..80 => 1,
            80..95 => 2,
            _ => 3,
        };
        let to_level = level + up;
        if to_level < LEVELS as usize {
            let square = &squares[other * LEVELS as usize + to_level];
            if !square.is_empty() {
                tables.moves.push(a_move(from, square[chance.below(square.len())]));
            }
        }
    }
    Pack::new(tables)
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a slug")
}

fn provenance() -> Provenance {
    Provenance { basis: Basis::Editorial, source: String::new(), date: String::new(), note: String::new() }
}

fn role(number: usize, family: usize, level: usize) -> Role {
    const RANKS: [&str; 10] = [
        "Assistant",
        "Officer",
        "Team leader",
        "Manager",
        "Senior manager",
        "Head",
        "Deputy director",
        "Director",
        "Deputy chief",
        "Chief",
    ];
    const FIELDS: [&str; 6] =
        ["of ward services", "of theatres", "of estates", "of digital care", "of people", "of finance"];
    Role {
        slug: slug(&format!("role-{number}")),
        title: format!("{} {} {number}", RANKS[level], FIELDS[number % FIELDS.len()]),
        family: FamilyId::from_index(family),
        level: LevelNumber(u32::try_from(level).expect("small") + 1),
        sector: None,
        stage: None,
        entrance: Entrance::Post,
        pay: RolePay { band: String::new(), basis: String::new(), lowest_band: None, highest_band: None },
        registration: String::new(),
        summary: "Made up.".to_owned(),
        evidence: String::new(),
        provenance: provenance(),
    }
}

fn a_move(from: usize, to: usize) -> Move {
    Move {
        from: RoleId::from_index(from),
        to: RoleId::from_index(to),
        kind: MoveKind::from_cell("promotion"),
        usual: Usual::Usual,
        years_min: Decimal::ZERO,
        years_max: None,
        years_basis: Basis::Editorial,
        evidence_type: String::new(),
        provenance: provenance(),
    }
}

fn empty(families: usize) -> Tables {
    let family = |at: usize| Family {
        slug: slug(&format!("family-{at}")),
        title: format!("Family of trades {at}"),
        short: format!("Family {at}"),
    };
    Tables {
        about: About {
            slug: slug("national"),
            title: "National, made up".into(),
            edition: "1".into(),
            date: None,
            licence: String::new(),
        },
        levels: (1..=LEVELS).map(|n| Level { number: LevelNumber(n), title: format!("Level {n}") }).collect(),
        families: (0..families).map(family).collect(),
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
