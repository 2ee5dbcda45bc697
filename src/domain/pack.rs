//! The pack: everything the app knows, read once and never changed.
//!
//! A pack is put together from [`Tables`] whose ids have already been resolved; reading and judging the files is the
//! work of [`crate::pack`]. Here are the indexes that screens and planner ask.

use std::collections::HashMap;

use jiff::civil::Date;

use super::appraisal::{Cycle, ScalePoint};
use super::career_move::Move;
use super::deck::Deck;
use super::id::{FamilyId, MoveId, OrganisationId, PostId, RegionId, RequirementId, RoleId, Slug, TileId, TrainingId};
use super::offer::Provision;
use super::place::{CareBoard, Organisation, Region, SegmentRecord, Tile};
use super::post::{AdvertTitle, Post};
use super::profile::Profile;
use super::quantity::Decimal;
use super::reference::{Competency, Milestone, PayRange, Recommendation};
use super::requirement::{Grant, Requirement, Scope};
use super::role::{Entrance, Family, Level, LevelNumber, Role};
use super::training::{Status, StudyAssumption, Training, TrainingKind};

/// What `pack.toml` says of the pack itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The pack's id.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// Its edition, for instance `2026-11`.
    pub edition: String,
    /// The day it was put together.
    pub date: Option<Date>,
    /// The terms under which the data may be used.
    pub licence: String,
}

/// The tables of a pack, ids resolved: an id is the place of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tables {
    /// The pack itself.
    pub about: About,
    /// Columns of the map, lowest first. Never empty.
    pub levels: Vec<Level>,
    /// Lanes of the map, top to bottom. Never empty.
    pub families: Vec<Family>,
    /// Regions.
    pub regions: Vec<Region>,
    /// Study hours a week where a person names none.
    pub hours_per_week: Decimal,
    /// What is assumed of a kind of training.
    pub study_assumptions: Vec<StudyAssumption>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Moves.
    pub moves: Vec<Move>,
    /// Training.
    pub training: Vec<Training>,
    /// Requirements.
    pub requirements: Vec<Requirement>,
    /// Grants.
    pub grants: Vec<Grant>,
    /// Titles, besides its own, under which adverts look for people for a role.
    pub advert_titles: Vec<AdvertTitle>,
    /// Lines of package that exist or are reported.
    pub provisions: Vec<Provision>,
    /// Posts.
    pub posts: Vec<Post>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// Ratings of organisations.
    pub segments: Vec<SegmentRecord>,
    /// Boards and regions.
    pub care_boards: Vec<CareBoard>,
    /// The tile map.
    pub tiles: Vec<Tile>,
    /// Pay.
    pub pay: Vec<PayRange>,
    /// The Framework.
    pub competencies: Vec<Competency>,
    /// The points of the scale on which people rate themselves, as far as the pack words them.
    pub rating_scale: Vec<ScalePoint>,
    /// When people are appraised.
    pub appraisal_cycles: Vec<Cycle>,
    /// What has come of the recommendations, oldest first.
    pub milestones: Vec<Milestone>,
    /// The seven recommendations.
    pub recommendations: Vec<Recommendation>,
    /// Ready-made people.
    pub personas: Vec<Profile>,
    /// Demonstrations.
    pub decks: Vec<Deck>,
}

/// A pack and its indexes.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    tables: Tables,
    roles_by_slug: HashMap<Slug, RoleId>,
    training_by_slug: HashMap<Slug, TrainingId>,
    moves_from: Vec<Vec<MoveId>>,
    moves_to: Vec<Vec<MoveId>>,
    requirements_of: Vec<Vec<RequirementId>>,
    grants_of: Vec<Vec<Grant>>,
    posts_of: Vec<Vec<PostId>>,
    highest_level: LevelNumber,
}

impl Pack {
    /// The pack of these tables.
    #[must_use]
    pub fn new(tables: Tables) -> Self {
        let count = tables.roles.len();
        let highest_level = tables.levels.iter().map(|level| level.number).max().unwrap_or(LevelNumber(0));
        let mut pack = Self {
            roles_by_slug: slugs(tables.roles.iter().map(|role| &role.slug), RoleId::from_index),
            training_by_slug: slugs(tables.training.iter().map(|item| &item.slug), TrainingId::from_index),
            moves_from: vec![Vec::new(); count],
            moves_to: vec![Vec::new(); count],
            requirements_of: vec![Vec::new(); count],
            grants_of: vec![Vec::new(); count],
            posts_of: vec![Vec::new(); count],
            highest_level,
            tables,
        };
        pack.index();
        pack
    }

    fn index(&mut self) {
        for (at, a_move) in self.tables.moves.iter().enumerate() {
            self.moves_from[a_move.from.index()].push(MoveId::from_index(at));
            self.moves_to[a_move.to.index()].push(MoveId::from_index(at));
        }
        for (at, requirement) in self.tables.requirements.iter().enumerate() {
            let row = RequirementId::from_index(at);
            match requirement.scope {
                Scope::Role(role) => self.requirements_of[role.index()].push(row),
                scope => {
                    for (role, rows) in self.tables.roles.iter().zip(&mut self.requirements_of) {
                        if applies(scope, role, self.highest_level) {
                            rows.push(row);
                        }
                    }
                }
            }
        }
        for grant in &self.tables.grants {
            self.grants_of[grant.role.index()].push(grant.clone());
        }
        self.index_posts();
    }

    fn index_posts(&mut self) {
        for (at, post) in self.tables.posts.iter().enumerate() {
            if let Some(matched) = post.role {
                self.posts_of[matched.role.index()].push(PostId::from_index(at));
            }
        }
    }

    /// The same pack with another status for one training item: for supposing that a programme runs.
    #[must_use]
    pub fn with_status(&self, id: TrainingId, status: Status) -> Self {
        let mut pack = self.clone();
        pack.tables.training[id.index()].status = status;
        pack
    }

    /// The same pack with other posts.
    #[must_use]
    pub fn with_posts(&self, posts: Vec<Post>) -> Self {
        let mut pack = self.clone();
        pack.tables.posts = posts;
        pack.posts_of.iter_mut().for_each(Vec::clear);
        pack.index_posts();
        pack
    }

    /// The tables as they were read.
    #[must_use]
    pub const fn tables(&self) -> &Tables {
        &self.tables
    }

    /// The pack itself: id, title, edition.
    #[must_use]
    pub const fn about(&self) -> &About {
        &self.tables.about
    }

    /// A role.
    #[must_use]
    pub fn role(&self, id: RoleId) -> &Role {
        &self.tables.roles[id.index()]
    }

    /// A training item.
    #[must_use]
    pub fn training(&self, id: TrainingId) -> &Training {
        &self.tables.training[id.index()]
    }

    /// A move.
    #[must_use]
    pub fn career_move(&self, id: MoveId) -> &Move {
        &self.tables.moves[id.index()]
    }

    /// A row of the requirements.
    #[must_use]
    pub fn requirement(&self, id: RequirementId) -> &Requirement {
        &self.tables.requirements[id.index()]
    }

    /// A post.
    #[must_use]
    pub fn post(&self, id: PostId) -> &Post {
        &self.tables.posts[id.index()]
    }

    /// A family.
    #[must_use]
    pub fn family(&self, id: FamilyId) -> &Family {
        &self.tables.families[id.index()]
    }

    /// An organisation.
    #[must_use]
    pub fn organisation(&self, id: OrganisationId) -> &Organisation {
        &self.tables.organisations[id.index()]
    }

    /// A tile of the map of England.
    #[must_use]
    pub fn tile(&self, id: TileId) -> &Tile {
        &self.tables.tiles[id.index()]
    }

    /// A region.
    #[must_use]
    pub fn region(&self, id: RegionId) -> &Region {
        &self.tables.regions[id.index()]
    }

    /// All roles in the order of the table.
    pub fn role_ids(&self) -> impl ExactSizeIterator<Item = RoleId> + Clone + use<> {
        (0..self.tables.roles.len()).map(RoleId::from_index)
    }

    /// All training items in the order of the table.
    pub fn training_ids(&self) -> impl ExactSizeIterator<Item = TrainingId> + Clone + use<> {
        (0..self.tables.training.len()).map(TrainingId::from_index)
    }

    /// All moves in the order of the table.
    pub fn move_ids(&self) -> impl ExactSizeIterator<Item = MoveId> + Clone + use<> {
        (0..self.tables.moves.len()).map(MoveId::from_index)
    }

    /// All organisations in the order of the table.
    pub fn organisation_ids(&self) -> impl ExactSizeIterator<Item = OrganisationId> + Clone + use<> {
        (0..self.tables.organisations.len()).map(OrganisationId::from_index)
    }

    /// All tiles in the order of the table.
    pub fn tile_ids(&self) -> impl ExactSizeIterator<Item = TileId> + Clone + use<> {
        (0..self.tables.tiles.len()).map(TileId::from_index)
    }

    /// All posts in the order of the table.
    pub fn post_ids(&self) -> impl ExactSizeIterator<Item = PostId> + Clone + use<> {
        (0..self.tables.posts.len()).map(PostId::from_index)
    }

    /// The role people mean by `slug`.
    #[must_use]
    pub fn find_role(&self, slug: &str) -> Option<RoleId> {
        self.roles_by_slug.get(&Slug::parse(slug)?).copied()
    }

    /// The training item people mean by `slug`.
    #[must_use]
    pub fn find_training(&self, slug: &str) -> Option<TrainingId> {
        self.training_by_slug.get(&Slug::parse(slug)?).copied()
    }

    /// The moves that leave a role.
    #[must_use]
    pub fn moves_from(&self, role: RoleId) -> &[MoveId] {
        &self.moves_from[role.index()]
    }

    /// The moves that enter a role.
    #[must_use]
    pub fn moves_to(&self, role: RoleId) -> &[MoveId] {
        &self.moves_to[role.index()]
    }

    /// Every row that applies to a role, whatever its force; rows for groups included.
    #[must_use]
    pub fn requirements_of(&self, role: RoleId) -> &[RequirementId] {
        &self.requirements_of[role.index()]
    }

    /// What holding a role gives.
    #[must_use]
    pub fn grants_of(&self, role: RoleId) -> &[Grant] {
        &self.grants_of[role.index()]
    }

    /// The posts matched to a role.
    #[must_use]
    pub fn posts_of(&self, role: RoleId) -> &[PostId] {
        &self.posts_of[role.index()]
    }

    /// The number of the highest level: the board.
    #[must_use]
    pub const fn highest_level(&self) -> LevelNumber {
        self.highest_level
    }

    /// What is assumed of a kind of training, if anything.
    #[must_use]
    pub fn study_assumption(&self, kind: &TrainingKind) -> Option<&StudyAssumption> {
        self.tables.study_assumptions.iter().find(|assumption| assumption.kind == *kind)
    }
}

fn slugs<'a, Id>(slugs: impl Iterator<Item = &'a Slug>, id: impl Fn(usize) -> Id) -> HashMap<Slug, Id> {
    slugs.enumerate().map(|(at, slug)| (slug.clone(), id(at))).collect()
}

fn applies(scope: Scope, role: &Role, highest: LevelNumber) -> bool {
    match scope {
        Scope::Role(_) => false,
        Scope::Any => true,
        Scope::Manager => role.entrance == Entrance::Post,
        Scope::Board => role.level == highest,
    }
}
