//! Titles as words that can be compared: abbreviations written out, endings that mean the same made the same, and what
//! says nothing about the role left out.

/// What a word of a title does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Names the seat: chief, director, manager, matron …
    Seat,
    /// Puts the holder below the seat: deputy, associate, assistant.
    Below,
    /// Says how wide: divisional, group, directorate.
    Span,
    /// Says of what: nursing, finance, estates.
    Field,
    /// Says that it is of something the graph of management roles does not know: catering, payroll.
    Foreign,
    /// Shades: senior, executive, lead.
    Shade,
    /// Anything else: a specialty, a place.
    Other,
}

impl Kind {
    pub fn of(word: &str) -> Self {
        match word {
            "chief" | "director" | "manager" | "head" | "officer" | "chair" | "matron" | "sister" | "secretary"
            | "partner" | "guardian" | "coordinator" | "administrator" | "clerk" | "porter" | "analyst"
            | "practitioner" | "specialist" | "adviser" | "trainee" | "apprentice" | "fellow" | "consultant"
            | "supervisor" | "technician" | "scientist" | "accountant" | "paramedic" | "commander" | "inspector"
            | "controller" | "worker" | "support" | "engineer" | "therapist" | "doctor" | "registrar"
            | "receptionist" | "educator" | "teacher" | "tutor" | "psychologist" | "pa" | "buyer" | "planner"
            | "auditor" | "governor" | "member" | "nurse" | "midwife" | "pharmacist" | "dietitian" | "radiographer"
            | "leader" => Self::Seat,
            "deputy" | "associate" | "assistant" => Self::Below,
            "divisional" | "group" | "directorate" | "care" | "trust" | "site" | "hospital" | "ward" | "clinical"
            | "regional" | "national" | "locality" | "team" | "service" | "unit" | "corporate" | "board" => Self::Span,
            "operation" | "medical" | "finance" | "people" | "workforce" | "human" | "resource" | "digital"
            | "information" | "technology" | "estate" | "facility" | "pharmacy" | "therapy" | "physiotherapy"
            | "occupational" | "midwifery" | "strategy" | "transformation" | "improvement" | "governance"
            | "quality" | "safety" | "risk" | "commissioning" | "contract" | "practice" | "programme" | "project"
            | "performance" | "planning" | "organisational" | "business" | "general" | "admin" | "ambulance"
            | "laboratory" | "pathology" | "commercial" | "delivery" => Self::Field,
            "catering" | "domestic" | "volunteer" | "voluntary" | "payroll" | "record" | "security" | "library"
            | "communication" | "procurement" | "transport" | "research" | "education" | "chaplaincy"
            | "fundraising" | "charity" | "portering" | "linen" | "decontamination" | "sterile" | "helpdesk"
            | "housekeeping" | "training" | "teaching" | "marketing" | "legal" | "waste" | "fleet" | "rota"
            | "theatre" | "stores" | "car" | "parking" | "accommodation" | "switchboard" | "interpreting" => {
                Self::Foreign
            }
            "senior" | "executive" | "lead" | "junior" | "principal" | "non" | "specialised" | "strategic" => {
                Self::Shade
            }
            _ => Self::Other,
        }
    }

    /// How much a title is about this word.
    pub const fn weight(self) -> f32 {
        match self {
            Self::Seat | Self::Below | Self::Field | Self::Foreign => 1.0,
            Self::Shade => 0.9,
            Self::Other => 0.8,
            Self::Span => 0.6,
        }
    }

    /// What remains of the confidence when a title has this word and the role's does not.
    pub const fn when_unmatched(self) -> f32 {
        match self {
            Self::Below => 0.4,
            Self::Seat => 0.45,
            Self::Foreign => 0.5,
            Self::Field => 0.78,
            Self::Shade => 0.9,
            Self::Span => 0.96,
            Self::Other => 0.97,
        }
    }
}

/// Abbreviations, written out.
fn written_out(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "coo" => &["chief", "operation", "officer"],
        "dcoo" => &["deputy", "chief", "operation", "officer"],
        "ceo" => &["chief", "executive", "officer"],
        "cfo" => &["chief", "finance", "officer"],
        "dcfo" => &["deputy", "chief", "finance", "officer"],
        "cno" => &["chief", "nurse"],
        "dcno" => &["deputy", "chief", "nurse"],
        "cmo" => &["chief", "medical", "officer"],
        "cpo" => &["chief", "people", "officer"],
        "cio" => &["chief", "information", "officer"],
        "cdio" => &["chief", "digital", "information", "officer"],
        "ccio" => &["chief", "clinical", "information", "officer"],
        "cnio" => &["chief", "nurse", "information", "officer"],
        "ddo" | "ddoo" => &["divisional", "director", "operation"],
        "ado" | "adoo" => &["associate", "director", "operation"],
        "don" => &["director", "nurse"],
        "ddon" => &["divisional", "director", "nurse"],
        "adn" | "adon" => &["associate", "director", "nurse"],
        "hon" => &["head", "nurse"],
        "hom" => &["head", "midwife"],
        "dom" => &["director", "midwife"],
        "amd" => &["associate", "medical", "director"],
        "dmd" => &["divisional", "medical", "director"],
        "gm" => &["general", "manager"],
        "md" => &["managing", "director"],
        "ned" | "neds" => &["non", "executive", "director"],
        "hrbp" => &["human", "resource", "business", "partner"],
        "hr" => &["human", "resource"],
        "od" => &["organisational", "development"],
        "ftsu" => &["freedom", "speak", "up"],
        "pcn" => &["primary", "care", "network"],
        "icb" => &["integrated", "care", "board"],
        "nhse" => &["nhs", "england"],
        "epr" => &["electronic", "patient", "record"],
        "ahp" | "ahps" => &["allied", "health", "profession"],
        "cmht" => &["community", "mental", "health", "team"],
        "crhtt" => &["home", "treatment", "team"],
        "gpn" => &["practice", "nurse"],
        "bi" => &["business", "intelligence"],
        "qi" => &["quality", "improvement"],
        "hca" => &["healthcare", "assistant"],
        "cns" => &["nurse", "specialist"],
        "acp" | "anp" => &["practitioner"],
        _ => return None,
    })
}

/// The word that stands for all with its meaning.
fn standard(word: &str) -> &str {
    match word {
        "operating" | "operational" | "operations" | "ops" => "operation",
        "financial" => "finance",
        "nursing" | "nurses" => "nurse",
        "midwifery" | "midwives" => "midwife",
        "therapies" => "therapy",
        "physiotherapist" | "physiotherapists" => "physiotherapy",
        "professional" | "professionals" | "professions" => "profession",
        "leader" | "leads" | "leaders" | "leading" => "lead",
        "division" | "divisions" => "divisional",
        "directorates" => "directorate",
        "services" => "service",
        "managers" | "mgr" | "management" => "manager",
        "directors" | "dir" => "director",
        "chairman" | "chairwoman" | "chairperson" | "chairing" => "chair",
        "admin" | "administration" | "administrative" => "admin",
        "organizational" | "organisation" => "organisational",
        "programmes" | "program" => "programme",
        "projects" => "project",
        "estates" => "estate",
        "facilities" => "facility",
        "resources" => "resource",
        "contracts" | "contracting" => "contract",
        "advisor" | "advisers" | "advisors" => "adviser",
        "asst" => "assistant",
        "snr" => "senior",
        "dep" => "deputy",
        "exec" => "executive",
        "speciality" | "specialties" => "specialty",
        "labs" | "lab" => "laboratory",
        "records" => "record",
        "communications" | "comms" => "communication",
        "analytics" | "analysts" => "analyst",
        "volunteers" | "volunteering" => "volunteer",
        "partnerships" => "partnership",
        "sisters" => "sister",
        "cleaner" | "housekeeper" => "domestic",
        "theatres" => "theatre",
        "hospitals" => "hospital",
        "trainees" => "trainee",
        "socialwork" => "social",
        word => word,
    }
}

/// What says nothing about the role.
fn is_empty_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "for"
            | "and"
            | "in"
            | "to"
            | "a"
            | "an"
            | "at"
            | "with"
            | "on"
            | "or"
            | "by"
            | "from"
            | "x"
            | "wte"
            | "fixed"
            | "term"
            | "permanent"
            | "interim"
            | "acting"
            | "secondment"
            | "maternity"
            | "cover"
            | "month"
            | "months"
            | "full"
            | "part"
            | "time"
            | "bank"
            | "substantive"
            | "hours"
            | "internal"
            | "only"
            | "locum"
            | "post"
            | "posts"
            | "two"
            | "three"
            | "four"
            | "one"
            | "new"
            | "role"
            | "vacancy"
            | "exciting"
            | "opportunity"
            | "nhs"
            | "band"
            | "bands"
            | "afc"
            | "vsm"
            | "ref"
    ) || word.bytes().any(|b| b.is_ascii_digit())
}

/// A title in small letters in its parts, each as standard words: `deputy coo / director of operations - medicine` has
/// three.
pub(super) fn parts(lower: &str) -> Vec<Vec<String>> {
    // About the contract, but "maternity ward" is not.
    if lower.contains("maternity cover") || lower.contains("maternity leave") {
        return parts(&lower.replace("maternity cover", "").replace("maternity leave", ""));
    }
    let mut parts: Vec<Vec<String>> = vec![Vec::new()];
    let mut word = String::new();
    let mut chars = lower.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        match c {
            c if c.is_alphanumeric() => word.push(c),
            '\'' | '’' => {}
            _ => {
                add(&mut parts, &mut word);
                let spaced = before == ' ' && chars.peek() == Some(&' ');
                let dash = matches!(c, '–' | '—') || (c == '-' && spaced);
                if dash || matches!(c, ',' | '(' | ')' | '/' | ':' | '|' | ';' | '[' | ']') {
                    parts.push(Vec::new());
                } else if c == '&' {
                    "and".clone_into(&mut word);
                    add(&mut parts, &mut word);
                }
            }
        }
        before = c;
    }
    add(&mut parts, &mut word);
    let split: Vec<Vec<String>> = parts.into_iter().flat_map(at_and).collect();
    split.into_iter().map(finish).filter(|part| !part.is_empty()).collect()
}

fn add(parts: &mut [Vec<String>], word: &mut String) {
    if let (false, Some(part)) = (word.is_empty(), parts.last_mut()) {
        part.push(std::mem::take(word));
    }
}

/// Cuts before an `and` behind which another seat is named: `chief nurse and director of infection prevention`.
fn at_and(part: Vec<String>) -> Vec<Vec<String>> {
    let opens = |word: &str| {
        written_out(word).is_some_and(|words| Kind::of(words[0]) != Kind::Other)
            || matches!(
                standard(word),
                "chief" | "director" | "head" | "deputy" | "associate" | "chair" | "lead" | "executive"
            )
    };
    let at = (1..part.len()).find(|at| part[*at] == "and" && part.get(at + 1).is_some_and(|next| opens(next)));
    match at {
        None => vec![part],
        Some(at) => vec![part[..at].to_vec(), part[at + 1..].to_vec()],
    }
}

fn finish(part: Vec<String>) -> Vec<String> {
    let mut words: Vec<String> = Vec::with_capacity(part.len());
    for word in part {
        match written_out(&word) {
            Some(written) => words.extend(written.iter().map(|word| (*word).to_owned())),
            None if is_empty_word(&word) => {}
            None => words.push(standard(&word).to_owned()),
        }
    }
    // The chief nurse is called officer or not, and a chief executive too.
    let chief = words.iter().any(|word| word == "chief");
    if chief && words.iter().any(|word| word == "nurse" || word == "executive") {
        let information = words.iter().any(|word| word == "information");
        words.retain(|word| word != "officer" || information);
    }
    words
}

/// Whether a title in small letters is of somebody who assists the holder of a role: `pa to the chief executive`.
pub(super) fn is_of_an_aide(lower: &str) -> bool {
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    if words.peek() == Some(&"pa") {
        return true;
    }
    let mut before = "";
    for word in words {
        let aide = matches!(before, "pa" | "assistant" | "secretary" | "aide" | "support" | "administrator" | "ea");
        if (aide && word == "to") || (matches!(before, "executive" | "personal") && word == "assistant") {
            return true;
        }
        before = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{is_of_an_aide, parts};

    fn shown(title: &str) -> Vec<String> {
        parts(&title.to_lowercase()).into_iter().map(|part| part.join(" ")).collect()
    }

    #[test]
    fn titles_fall_into_parts_of_standard_words() {
        assert_eq!(shown("Deputy COO - Planned Care"), ["deputy chief operation officer", "planned care"]);
        assert_eq!(
            shown("Chief Nursing Officer & Director of Infection Prevention"),
            ["chief nurse", "director infection prevention"]
        );
        assert_eq!(shown("Director of Estates & Facilities"), ["director estate facility"]);
        assert_eq!(shown("Women's and Children’s (two posts)"), ["womens childrens"]);
        assert_eq!(shown("Non-Executive Director"), ["non executive director"]);
        assert_eq!(shown("Band 8a Matron, 12 months"), ["matron"]);
        assert!(shown("").is_empty() && shown(" - / , ").is_empty());
    }

    #[test]
    fn aides_are_told_apart() {
        for aide in ["PA to Chief Executive", "Executive Assistant - Chief Nurse", "Assistant to the Director"] {
            assert!(is_of_an_aide(&aide.to_lowercase()), "{aide}");
        }
        for other in ["Assistant Director of Finance", "Trust Secretary", "Executive Director"] {
            assert!(!is_of_an_aide(&other.to_lowercase()), "{other}");
        }
    }
}
