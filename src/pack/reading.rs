//! Reading a whole pack: first the ids of everything, then every row against them, then what only the whole shows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::around::{self, Around};
use super::graph::{Graph, judge_graph_ids, judge_graph_repeats, rows};
use super::ids::{Ids, judge_codes};
use super::manifest::{self, Manifest};
use super::report::{Place, Refused, Report, quoted};
use super::schema;
use super::table::{Schema, Table};
use super::{Fault, Files, Reading, cycles, deck, offers, profile, ways};
use crate::domain::Pack;
use crate::domain::career_move::Move;
use crate::domain::deck::Deck;
use crate::domain::nearest::nearest;
use crate::domain::pack::Tables;
use crate::domain::profile::Profile;
use crate::domain::role::Role;
use crate::domain::text::decode;

pub(super) fn read(files: &Files) -> Reading {
    let mut report = Report::default();
    let found = Found::new(files, &mut report);
    let manifest = found.manifest(&mut report);
    let sources = Sources::read(&found, &mut report);
    let tables = tables(&found, manifest, &sources, &mut report);
    let pack = if report.has_errors() { None } else { tables.map(Pack::new) };
    Reading { pack, faults: report.into_faults() }
}

pub(super) fn read_profile(file: &str, bytes: &[u8], pack: &Pack) -> Result<(Profile, Vec<Fault>), Vec<Fault>> {
    let mut report = Report::default();
    let tables = pack.tables();
    let roles = Ids::new("role", schema::ROLES.file, tables.roles.iter().map(|role| role.slug.as_str()));
    let items = tables.training.iter().map(|item| item.slug.as_str());
    let training = Ids::new("training item", schema::TRAINING.file, items);
    let regions = Ids::new("region", manifest::FILE, tables.regions.iter().map(|region| region.slug.as_str()));
    let known = profile::Known { roles: &roles, training: &training, regions: &regions };
    let owner = profile::Owner::User(pack);
    match profile::read(file, bytes, owner, &known, &mut report) {
        Ok(profile) => Ok((profile, report.into_faults())),
        Err(Refused) => Err(report.into_faults()),
    }
}

/// The files of a pack by their names in small letters, since some programs write `Roles.CSV`.
struct Found<'f> {
    by_name: BTreeMap<String, (&'f str, &'f [u8])>,
    /// The tables among them, as text.
    texts: BTreeMap<&'static str, Cow<'f, str>>,
}

impl<'f> Found<'f> {
    fn new(files: &'f Files, report: &mut Report) -> Self {
        let mut by_name: BTreeMap<String, (&str, &[u8])> = BTreeMap::new();
        for (name, bytes) in &files.0 {
            if let Some((first, _)) = by_name.get(&name.to_lowercase()) {
                report.error(Place::whole(name), format!("{} is there as well; remove one of them", quoted(first)));
            } else {
                by_name.insert(name.to_lowercase(), (name, bytes));
            }
        }
        let mut found = Self { by_name, texts: BTreeMap::new() };
        found.warn_of_unknown(report);
        found.decode_tables(report);
        found
    }

    fn warn_of_unknown(&self, report: &mut Report) {
        let tables = schema::ALL.map(|schema| schema.file);
        for (name, (file, _)) in &self.by_name {
            if !tables.contains(&name.as_str()) && name != manifest::FILE && !is_profile(name) && !is_deck(name) {
                let near = nearest(name, tables, 1);
                let hint = near.first().map_or_else(String::new, |near| format!("; is {near} meant?"));
                report.warning(Place::whole(file), format!("a pack has no file of this name, and it is ignored{hint}"));
            }
        }
    }

    fn decode_tables(&mut self, report: &mut Report) {
        for table in schema::ALL.map(|schema| schema.file) {
            let Some((file, bytes)) = self.by_name.get(table) else { continue };
            let decoded = decode(bytes);
            for (line, remark) in decoded.remarks {
                report.warning(Place { file, line, column: 1 }, remark);
            }
            self.texts.insert(table, decoded.text);
        }
    }

    fn manifest(&self, report: &mut Report) -> Manifest {
        if let Some((file, bytes)) = self.by_name.get(manifest::FILE) {
            return Manifest::read(file, bytes, report);
        }
        let message = "the file is missing; it gives the pack's id, title, edition, levels and families";
        report.error(Place::whole(manifest::FILE), message);
        Manifest::default()
    }

    fn table(&self, schema: &Schema, report: &mut Report) -> Option<Table<'_>> {
        let ((file, _), text) = self.by_name.get(schema.file).zip(self.texts.get(schema.file))?;
        Some(Table::read(schema, file, text, report))
    }

    fn needed_table(&self, schema: &Schema, report: &mut Report) -> Option<Table<'_>> {
        let table = self.table(schema, report);
        if table.is_none() {
            let columns = schema.required.join(", ");
            let message = format!("the file is missing; a pack needs it, with the columns {columns}");
            report.error(Place::whole(schema.file), message);
        }
        table
    }

    fn profiles(&self) -> impl Iterator<Item = (&'f str, &'f [u8])> {
        self.by_name.iter().filter(|(name, _)| is_profile(name)).map(|(_, found)| *found)
    }

    fn decks(&self) -> impl Iterator<Item = (&'f str, &'f [u8])> {
        self.by_name.iter().filter(|(name, _)| is_deck(name)).map(|(_, found)| *found)
    }
}

fn is_profile(name: &str) -> bool {
    name.starts_with("profiles/") && name.rsplit_once('.').is_some_and(|(_, ending)| ending == "toml")
}

fn is_deck(name: &str) -> bool {
    name.starts_with("decks/") && name.rsplit_once('.').is_some_and(|(_, ending)| ending == "toml")
}

/// The tables of the graph and those that others refer to.
struct Sources<'t> {
    roles: Option<Table<'t>>,
    moves: Option<Table<'t>>,
    training: Option<Table<'t>>,
    organisations: Option<Table<'t>>,
    care_boards: Option<Table<'t>>,
}

impl<'t> Sources<'t> {
    fn read(found: &'t Found, report: &mut Report) -> Self {
        let sources = Self {
            roles: found.needed_table(&schema::ROLES, report),
            moves: found.needed_table(&schema::MOVES, report),
            training: found.table(&schema::TRAINING, report),
            organisations: found.table(&schema::ORGANISATIONS, report),
            care_boards: found.table(&schema::CARE_BOARDS, report),
        };
        judge_graph_ids(sources.roles.as_ref(), sources.training.as_ref(), report);
        if let Some(organisations) = &sources.organisations {
            judge_codes(organisations, "ods_code", report);
        }
        sources
    }

    fn graph<'m>(&'m self, manifest: &'m Manifest) -> Graph<'m> {
        let roles = match &self.roles {
            None => Ids::unreadable("role", schema::ROLES.file),
            roles => Ids::of_table("role", schema::ROLES.file, roles.as_ref(), "id"),
        };
        let training = Ids::of_table("training item", schema::TRAINING.file, self.training.as_ref(), "id");
        Graph { manifest, families: manifest.family_ids(), roles, training }
    }
}

/// Reads everything; the tables are only to be used when the report has no error. Nothing when the manifest lacks what
/// every pack needs.
fn tables(found: &Found, manifest: Manifest, sources: &Sources, report: &mut Report) -> Option<Tables> {
    let graph = sources.graph(&manifest);
    let roles = rows(sources.roles.as_ref(), report, |row, report| graph.role(row, report));
    let moves = rows(sources.moves.as_ref(), report, |row, report| graph.career_move(row, report));
    let training = rows(sources.training.as_ref(), report, |row, report| graph.training(row, report));
    judge_whole(sources, &graph, &roles, &moves, report);
    let requirements = found.table(&schema::REQUIREMENTS, report);
    let grants = found.table(&schema::GRANTS, report);
    judge_graph_repeats(sources.moves.as_ref(), grants.as_ref(), report);
    let requirements = rows(requirements.as_ref(), report, |row, report| graph.requirement(row, report));
    let grants = rows(grants.as_ref(), report, |row, report| graph.grant(row, report));

    let organisations =
        Ids::of_table("organisation", schema::ORGANISATIONS.file, sources.organisations.as_ref(), "ods_code");
    let boards = Ids::of_table("board", schema::CARE_BOARDS.file, sources.care_boards.as_ref(), "ods_code");
    let around = Around { manifest: &manifest, roles: &graph.roles, organisations, boards };
    let organisations = rows(sources.organisations.as_ref(), report, |row, report| around.organisation(row, report));
    let care_boards = rows(sources.care_boards.as_ref(), report, around::care_board);
    let segments = found.table(&schema::SEGMENTS, report);
    let segments = rows(segments.as_ref(), report, |row, report| around.segment(row, report));
    let posts = found.table(&schema::POSTINGS, report);
    if let Some(posts) = &posts {
        judge_codes(posts, "posting_id", report);
    }
    let post_ids = Ids::of_table("post", schema::POSTINGS.file, posts.as_ref(), "posting_id");
    let post_rows = rows(posts.as_ref(), report, |row, report| around.post(row, report));
    let advert_titles = found.table(&schema::ADVERT_TITLES, report);
    let advert_titles = rows(advert_titles.as_ref(), report, |row, report| around.advert_title(row, report));
    let provisions = found.table(&schema::OFFERS, report);
    if let Some(provisions) = &provisions {
        judge_codes(provisions, "id", report);
    }
    let provisions = rows(provisions.as_ref(), report, offers::provision);
    let appraisal_cycles = found.table(&schema::APPRAISAL_CYCLES, report);
    let appraisal_cycles = rows(appraisal_cycles.as_ref(), report, |row, report| graph.appraisal_cycle(row, report));
    let rating_scale = found.table(&schema::RATING_SCALE, report);
    if let Some(points) = &rating_scale {
        judge_codes(points, "rating", report);
    }
    let rating_scale = rows(rating_scale.as_ref(), report, cycles::scale_point);
    let personas = personas(found, &graph, report);
    let people = People { roles: &roles, moves: &moves, personas: &personas, posts: &post_ids };
    let decks = decks(found, &graph, &people, report);
    let tiles = rows(found.table(&schema::TILES, report).as_ref(), report, around::tile);
    let pay = rows(found.table(&schema::PAY, report).as_ref(), report, around::pay);
    let competencies = rows(found.table(&schema::FRAMEWORK, report).as_ref(), report, around::competency);
    let milestones = rows(found.table(&schema::IMPLEMENTATION, report).as_ref(), report, around::milestone);
    Some(Tables {
        about: manifest.about?,
        levels: manifest.levels?,
        families: manifest.families?,
        regions: manifest.regions?,
        hours_per_week: manifest.hours_per_week,
        study_assumptions: manifest.study,
        recommendations: manifest.recommendations,
        roles,
        moves,
        training,
        requirements,
        grants,
        advert_titles,
        provisions,
        posts: post_rows,
        organisations,
        segments,
        care_boards,
        tiles,
        pay,
        competencies,
        rating_scale,
        appraisal_cycles,
        milestones,
        personas,
        decks,
    })
}

fn judge_whole(sources: &Sources, graph: &Graph, roles: &[Role], moves: &[Move], report: &mut Report) {
    if let Some(training) = sources.training.as_ref().filter(|table| table.has("id")) {
        ways::judge_circles(training, graph, report);
    }
    let (Some(role_rows), Some(move_rows)) = (&sources.roles, &sources.moves) else { return };
    let all_read = role_rows.rows().len() == roles.len() && move_rows.rows().len() == moves.len();
    if all_read {
        ways::judge_reach(role_rows, roles, moves, report);
    }
}

fn personas(found: &Found, graph: &Graph, report: &mut Report) -> Vec<Profile> {
    let regions = graph.manifest.region_ids();
    let known = profile::Known { roles: &graph.roles, training: &graph.training, regions: &regions };
    let mut personas: Vec<(&str, Profile)> = Vec::new();
    for (file, bytes) in found.profiles() {
        let Ok(persona) = profile::read(file, bytes, profile::Owner::Pack, &known, report) else { continue };
        if let Some((first, _)) = personas.iter().find(|(_, other)| other.slug == persona.slug) {
            let message =
                format!("the id {} is already in {}; each profile needs its own", persona.slug, quoted(first));
            report.error(Place::whole(file), message);
        } else {
            personas.push((file, persona));
        }
    }
    personas.into_iter().map(|(_, persona)| persona).collect()
}

/// What decks refer to besides the ids of the graph.
struct People<'t> {
    roles: &'t [Role],
    moves: &'t [Move],
    personas: &'t [Profile],
    posts: &'t Ids<'t>,
}

fn decks(found: &Found, graph: &Graph, people: &People, report: &mut Report) -> Vec<Deck> {
    let manifest = graph.manifest;
    let regions = manifest.region_ids();
    // After a fault some rows are missing, and what a deck says of them is not called unknown.
    let all_read = !report.has_errors();
    let sectors = people.roles.iter().filter_map(|role| role.sector.as_deref());
    let persona_ids = people.personas.iter().map(|persona| persona.slug.as_str());
    let (sectors, persona_ids) = if all_read {
        (Ids::new("sector", schema::ROLES.file, sectors), Ids::new("persona", "profiles", persona_ids))
    } else {
        (Ids::unreadable("sector", schema::ROLES.file), Ids::unreadable("persona", "profiles"))
    };
    let known = deck::Known {
        roles: &graph.roles,
        training: &graph.training,
        regions: &regions,
        families: &graph.families,
        sectors: &sectors,
        post_ids: people.posts,
        personas: people.personas,
        persona_ids: &persona_ids,
        moves: all_read.then_some(people.moves),
        levels: &manifest.levels.iter().flatten().map(|level| level.number).collect::<Vec<_>>(),
        region_titles: &manifest.regions.iter().flatten().map(|region| region.title.as_str()).collect::<Vec<_>>(),
        posts: deck::PostsAre::Fixed,
    };
    let mut decks: Vec<(&str, Deck)> = Vec::new();
    for (file, bytes) in found.decks() {
        let Ok(deck) = deck::read(file, bytes, &known, report) else { continue };
        if let Some((first, _)) = decks.iter().find(|(_, other)| other.slug == deck.slug) {
            let message = format!("the id {} is already in {}; each deck needs its own", deck.slug, quoted(first));
            report.error(Place::whole(file), message);
        } else {
            decks.push((file, deck));
        }
    }
    decks.into_iter().map(|(_, deck)| deck).collect()
}
