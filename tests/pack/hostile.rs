//! What nobody would write: no bytes make the reader panic, hang or say what steers a terminal.

use fingerpost::pack::{Severity, read};
use proptest::prelude::*;

use crate::{MANIFEST, tiny, tiny_with};

#[test]
fn absurd_sizes_neither_hang_nor_burst() {
    let wide = format!("id,title,family,level{}\nclerk,A,ops,1\nchief,B,ops,2\n", ",x".repeat(1_000_000));
    assert!(read(&tiny_with("roles.csv", wide)).pack.is_some());
    let long =
        format!("id,title,family,level\nclerk,{},ops,1\n{},B,ops,2\n", "a".repeat(20_000_000), "b".repeat(20_000_000));
    let reading = read(&tiny_with("roles.csv", long));
    assert!(reading.faults.iter().all(|fault| fault.message.len() < 2_000));
    let many = format!("from,to,kind,years_min\n{}", "clerk,nobodyy,promotion,1\n".repeat(200_000));
    assert!(read(&tiny_with("moves.csv", many)).faults.len() > 10_000);
    let deep = format!("role,requires,force\nchief,{},required\n", "(".repeat(1_000_000));
    assert!(read(&tiny_with("requirements.csv", deep)).pack.is_none());
    let nested = format!("{MANIFEST}x = {}", "[".repeat(100_000));
    assert!(read(&tiny_with("pack.toml", nested)).pack.is_none());
    let families: Vec<String> = (0..20_000).map(|n| format!("{{ id = \"f{n}\", title = \"F\" }}")).collect();
    let one_line = MANIFEST.replace("families = [", &format!("families = [{}, ", families.join(", ")));
    assert!(read(&tiny_with("pack.toml", one_line)).pack.is_some());
    let link = |n: u32| format!("t{n},T,x,study,t{}", (n + 49_999) % 50_000);
    let chain: Vec<String> = (0..50_000).map(link).collect();
    let chain = format!("id,title,kind,obtain,requires\n{}\n", chain.join("\n"));
    assert!(read(&tiny_with("training.csv", chain)).pack.is_none());
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "id",
        "title",
        "role",
        "requires",
        "and",
        "or",
        "(",
        ")",
        "none",
        "clerk",
        "chief",
        "law",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\"",
        "\"\"",
        "=",
        "[",
        "]",
        "{",
        "}",
        "[[x]]\n",
        "1",
        "-1",
        "9e9",
        "£",
        "–",
        "\u{202E}",
        "\u{1b}[2J",
        "\0",
        "@board",
        " ",
        "sep=",
        "'''",
        "true",
        "2026-11-22",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn any_file() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "pack.toml",
        "roles.csv",
        "moves.csv",
        "training.csv",
        "requirements.csv",
        "grants.csv",
        "pay.csv",
        "organisations.csv",
        "segments.csv",
        "postings.csv",
        "regions_icbs.csv",
        "icb_tiles.csv",
        "framework.csv",
        "implementation.csv",
        "profiles/a.toml",
        "other.csv",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_bytes_reading_ends_and_says_nothing_that_steers_a_terminal(
        file in any_file(),
        random in prop::collection::vec(any::<u8>(), 0..300),
        text in pieces(),
        keep in any::<bool>(),
    ) {
        let before = tiny().0.get(&file).filter(|_| keep).cloned().unwrap_or_default();
        for bytes in [random, text.into_bytes()] {
            let reading = read(&tiny_with(&file, [before.as_ref(), bytes.as_slice()].concat()));
            let errors = reading.faults.iter().any(|fault| fault.severity == Severity::Error);
            prop_assert_eq!(reading.pack.is_none(), errors);
            prop_assert!(reading.faults.iter().all(|fault| !fault.to_string().chars().any(char::is_control)));
            prop_assert!(reading.faults.iter().all(|fault| fault.line > 0 && fault.column > 0));
        }
    }
}
