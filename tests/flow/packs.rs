//! Packs for tests: the England pack, and a small one of a dozen rows whose routes can be followed by hand.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use fingerpost::domain::Pack;
use fingerpost::pack::{Files, read};
use fingerpost::store;

/// The England pack.
pub fn england() -> Arc<Pack> {
    static PACK: OnceLock<Arc<Pack>> = OnceLock::new();
    Arc::clone(PACK.get_or_init(|| Arc::new(read(&store::embedded()).pack.expect("the England pack is sound"))))
}

/// The small pack.
pub fn small() -> Arc<Pack> {
    without("")
}

/// The same without one of its files.
pub fn without(file: &str) -> Arc<Pack> {
    let files = FILES.iter().filter(|(path, _)| *path != file);
    let files: BTreeMap<_, _> = files.map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
    let reading = read(&Files(files));
    let faults: Vec<String> = reading.faults.iter().map(ToString::to_string).collect();
    Arc::new(reading.pack.ok_or(faults.join("\n")).expect("the small pack is sound"))
}

const FILES: [(&str, &str); 10] = [
    (
        "pack.toml",
        r#"
id = "small"
title = "A small hospital"
edition = "2026-11"
levels = [{ id = 1, title = "Team" }, { id = 2, title = "Department" }, { id = 3, title = "Board" }]
families = [{ id = "nursing", title = "Nursing" }, { id = "operations", title = "Operations" }]
regions = [{ id = "south-west", ods = "Y58", title = "South West" }]
[assumptions]
hours_per_week = 5
[assumptions.study.programme]
weeks = 26
hours = 100
"#,
    ),
    (
        "roles.csv",
        "id,title,family,level,sector,stage,starting_point,band,pay_basis,band_min,band_max,registration,summary,evidence,source
ward-manager,Ward manager,nursing,1,acute,stage-1,,7,afc,7,7,Nurse,Runs a ward.,sourced,https://example.org/w
matron,Matron,nursing,2,acute,stage-2,,8a,afc,8a,8a,Nurse,Leads several wards.,sourced,https://example.org/m
operations-manager,Operations manager,operations,2,community,stage-2,,8a,afc,8a,8a,,Runs a service day by day.,role-only,https://example.org/o
chief-executive,Trust chief executive,operations,3,acute,stage-4,,VSM,vsm,,,,Answers for everything.,sourced,https://example.org/c
astronaut,Astronaut,operations,3,,,,,,,,,Nobody gets there.,editorial,editorial
",
    ),
    (
        "moves.csv",
        "from,to,kind,usual,years_min,years_max,years_basis,evidence_type,source
ward-manager,matron,promotion,yes,2,4,sourced,advert,https://example.org/1
ward-manager,operations-manager,clinical-to-management,yes,3,,editorial,editorial,editorial
matron,operations-manager,lateral,yes,1,,editorial,advert,https://example.org/2
matron,chief-executive,promotion,yes,5,,sourced,biography,https://example.org/3
operations-manager,chief-executive,management-to-board,yes,3,,sourced,advert,https://example.org/4
ward-manager,chief-executive,promotion,no,1,,sourced,biography,https://example.org/5
matron,astronaut,promotion,yes,1,,editorial,editorial,editorial
",
    ),
    (
        "training.csv",
        "id,title,provider,kind,obtain,level_min,level_max,months,hours,cost_gbp,cost_payer,entry_requirements,requires,status,status_basis,source
registered-nurse,Registered nurse,NMC,registration,held,,,,,,,,none,running,sourced,https://example.org/r
mary,Mary programme,Academy,programme,study,1,2,6,100,995,learner,open to all,none,running,sourced,https://example.org/t
nye,Nye programme,Academy,programme,study,2,3,12,,,employer,by nomination,mary,running,sourced,https://example.org/n
stage-two,Standards training,Council,programme,study,1,3,,,,,,none,proposed,editorial,https://example.org/s
fit-and-proper,Fit and proper person check,CQC,check,check,,,,,,,,none,running,sourced,https://example.org/f
flight,Flight training,Nobody,programme,study,1,3,12,500,,,,none,retired,sourced,https://example.org/x
",
    ),
    (
        "requirements.csv",
        "role,requires,force,basis,source,note
matron,registered-nurse,required,sourced,https://example.org/a,
matron,mary,recommended,sourced,https://example.org/b,
operations-manager,stage-two,proposed,editorial,https://example.org/d,
@board,fit-and-proper,required,sourced,https://example.org/e,
chief-executive,mary or nye,required,sourced,https://example.org/g,
astronaut,flight,required,sourced,https://example.org/h,
",
    ),
    ("grants.csv", "role,fact,years,basis,note\n"),
    (
        "pay.csv",
        "scheme,year,band,label,min,max,unit,applies_to,effective_from,status,source_url,cross_check_url,note
Agenda for Change,2025/26,7,range,47810,54710,GBP per year full time,England,2025-04-01,sourced,https://example.org/p,,
Agenda for Change,2026/27,7,range,49387,56515,GBP per year full time,England,2026-04-01,sourced,https://example.org/p,,
Agenda for Change,2026/27,8a,range,57528,64750,GBP per year full time,England,2026-04-01,sourced,https://example.org/p,,
",
    ),
    (
        "postings.csv",
        "posting_id,status,title,organisation,region,challenged,segment,segment_period,closing,source_url,role,role_confidence,role_basis
P1,sourced,\"Matron, surgery\",Plymouth Hospitals,South West,yes,4,Q3 2025/26,2026-12-14,https://example.org/job,matron,0.9,editorial
P2,sourced,Matron,Exeter Hospitals,South West,no,2,Q3 2025/26,,https://example.org/job2,matron,0.9,editorial
",
    ),
    (
        "framework.csv",
        "focus_area,standard,competency,stage,summary_own_words
People,Teams,Build teams,stage-1,Keep one team together
People,Teams,Build teams,stage-4,Keep an organisation together
People,Safety,Keep people safe,stage-1,Act on what is reported
Work,Money,Spend well,stage-4,Answer for the budget
",
    ),
    (
        "profiles/ward-manager.toml",
        r#"
id = "ward-manager"
title = "Ward manager"
story = "How far up could I go?"
role = "ward-manager"
served_years = 1.5
hours_per_week = 5
region = "south-west"
have = ["registered-nurse"]
target = "chief-executive"
"#,
    ),
];
