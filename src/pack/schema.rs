//! Which tables a pack may have, and their columns.

use super::table::Schema;

/// Roles.
pub(super) const ROLES: Schema = Schema {
    file: "roles.csv",
    required: &["id", "title", "family", "level"],
    optional: &[
        "sector",
        "stage",
        "stage_basis",
        "starting_point",
        "band",
        "pay_basis",
        "band_min",
        "band_max",
        "registration",
        "summary",
        "evidence",
        "source",
        "source_date",
        "note",
    ],
};

/// Moves.
pub(super) const MOVES: Schema = Schema {
    file: "moves.csv",
    required: &["from", "to", "kind", "years_min"],
    optional: &["usual", "years_max", "years_basis", "evidence_type", "source", "note"],
};

/// Training.
pub(super) const TRAINING: Schema = Schema {
    file: "training.csv",
    required: &["id", "title", "kind", "obtain"],
    optional: &[
        "provider",
        "level_min",
        "level_max",
        "months",
        "hours",
        "hours_per_week",
        "duration_text",
        "hours_text",
        "mode",
        "cost_gbp",
        "cost_payer",
        "cost_note",
        "award",
        "entry_requirements",
        "requires",
        "status",
        "status_basis",
        "prepares_for",
        "basis",
        "source",
        "note",
    ],
};

/// Requirements.
pub(super) const REQUIREMENTS: Schema = Schema {
    file: "requirements.csv",
    required: &["role", "requires", "force"],
    optional: &["basis", "source", "note"],
};

/// Grants.
pub(super) const GRANTS: Schema =
    Schema { file: "grants.csv", required: &["role", "fact", "years"], optional: &["basis", "source", "note"] };

/// Pay.
pub(super) const PAY: Schema = Schema {
    file: "pay.csv",
    required: &["scheme", "year", "band", "min", "max"],
    optional: &["label", "unit", "applies_to", "effective_from", "status", "source_url", "cross_check_url", "note"],
};

/// Organisations.
pub(super) const ORGANISATIONS: Schema = Schema {
    file: "organisations.csv",
    required: &["ods_code", "name"],
    optional: &[
        "legal_form",
        "sector",
        "eric_trust_type_2024_25",
        "region_ods",
        "region",
        "icb_ods",
        "icb",
        "icb_ods_2025",
        "town",
        "postcode",
        "lat",
        "long",
        "open_date",
        "close_date",
        "status",
        "latest_segment",
        "latest_segment_period",
        "name_2025",
        "source",
        "note",
    ],
};

/// Ratings of organisations.
pub(super) const SEGMENTS: Schema = Schema {
    file: "segments.csv",
    required: &["period", "ods_code", "segment"],
    optional: &[
        "published",
        "framework",
        "organisation",
        "org_type",
        "region",
        "sector",
        "subtype",
        "adjusted_segment",
        "average_score",
        "rank",
        "rank_of",
        "financial_override",
        "rsp_or_npip",
        "note",
        "evidence",
        "source",
        "source_url",
    ],
};

/// Posts.
pub(super) const POSTINGS: Schema = Schema {
    file: "postings.csv",
    required: &["posting_id", "title", "organisation"],
    optional: &[
        "status",
        "role_family",
        "level",
        "ods_code",
        "region",
        "sector",
        "challenged",
        "segment",
        "segment_period",
        "grade",
        "pay_min_gbp",
        "pay_max_gbp",
        "pay_text",
        "contract",
        "hours",
        "advert_ref",
        "town",
        "postcode",
        "posted",
        "closing",
        "interview",
        "package",
        "note",
        "source_url",
        "role",
        "role_confidence",
        "role_basis",
    ],
};

/// Boards and regions.
pub(super) const CARE_BOARDS: Schema = Schema {
    file: "regions_icbs.csv",
    required: &["kind", "ods_code", "name"],
    optional: &[
        "ons_code",
        "ons_code_2022",
        "abbrev",
        "region_ods",
        "region_name",
        "status",
        "valid_from",
        "valid_to",
        "successor_ods",
        "predecessor_ods",
        "centroid_lat",
        "centroid_long",
        "note",
        "source",
    ],
};

/// The tile map.
pub(super) const TILES: Schema = Schema {
    file: "icb_tiles.csv",
    required: &["layout", "row", "col", "ods_code"],
    optional: &["abbrev", "name", "region_ods"],
};

/// The Framework.
pub(super) const FRAMEWORK: Schema = Schema {
    file: "framework.csv",
    required: &["focus_area", "standard", "competency", "stage", "summary_own_words"],
    optional: &[],
};

/// What has come of the recommendations.
pub(super) const IMPLEMENTATION: Schema =
    Schema { file: "implementation.csv", required: &["date", "recommendations", "what"], optional: &["source_url"] };

/// Titles under which adverts look for people for a role.
pub(super) const ADVERT_TITLES: Schema =
    Schema { file: "advert_titles.csv", required: &["role", "title"], optional: &["note"] };

/// Lines of package that exist or are reported: what a post may offer, whatever its advert says.
pub(super) const OFFERS: Schema = Schema {
    file: "offers.csv",
    required: &["id", "sign", "title", "status"],
    optional: &[
        "pay",
        "percent",
        "cap_gbp",
        "segment_min",
        "segment_max",
        "segment_basis",
        "frame",
        "date",
        "basis",
        "source",
        "also",
        "note",
    ],
};

/// When people are appraised.
pub(super) const APPRAISAL_CYCLES: Schema = Schema {
    file: "appraisal_cycles.csv",
    required: &["role", "what"],
    optional: &["due_day", "due_month", "basis", "source", "source_date", "note"],
};

/// The scale on which people rate themselves.
pub(super) const RATING_SCALE: Schema = Schema {
    file: "rating_scale.csv",
    required: &["rating", "title", "meaning"],
    optional: &["basis", "source", "source_date", "note"],
};

/// All of them.
pub(super) const ALL: [Schema; 17] = [
    ROLES,
    MOVES,
    TRAINING,
    REQUIREMENTS,
    GRANTS,
    PAY,
    ORGANISATIONS,
    SEGMENTS,
    POSTINGS,
    CARE_BOARDS,
    TILES,
    FRAMEWORK,
    IMPLEMENTATION,
    ADVERT_TITLES,
    OFFERS,
    APPRAISAL_CYCLES,
    RATING_SCALE,
];
