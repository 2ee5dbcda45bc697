//! `offers.csv`: what is read of a line of package, and what is refused.

use fingerpost::domain::offer::{PayEffect, PayFrame, Sign, Validity};
use fingerpost::domain::provenance::Basis;
use fingerpost::domain::quantity::Decimal;
use fingerpost::pack::read;

use crate::{sound, tiny, tiny_with, told};

const HEAD: &str =
    "id,sign,title,status,pay,percent,cap_gbp,segment_min,segment_max,segment_basis,frame,date,basis,source";

fn with(rows: &str) -> fingerpost::pack::Files {
    tiny_with("offers.csv", format!("{HEAD}\n{rows}\n"))
}

#[test]
fn a_pack_may_do_without_the_table() {
    assert!(sound(&tiny()).tables().provisions.is_empty());
}

#[test]
fn only_four_columns_are_needed_and_a_line_then_holds_for_everybody() {
    let pack = sound(&tiny_with("offers.csv", "id,sign,title,status\nlunch,open,A free lunch,proposed\n"));
    let [lunch] = pack.tables().provisions.as_slice() else { panic!("one line") };
    assert_eq!(
        (lunch.sign, lunch.validity, lunch.frame, lunch.pay),
        (Sign::Open, Validity::Proposed, None, PayEffect::None)
    );
    assert!(lunch.segments.all());
    assert_eq!(lunch.provenance.basis, Basis::Editorial);
}

#[test]
fn every_cell_of_a_line_is_read() {
    let pack = sound(&with(
        "premium,for,More,in-force,adds,7.5,9000,4,,editorial,very-senior,2025-05-15,sourced,https://example.org/\n\
         cut,against,Less,reported,withholds,3.25,,5,5,sourced,any,2025,sourced,context:000\n\
         grant,for,Once,historical,once,,20000,,3,,gp,,editorial,editorial",
    ));
    let [premium, cut, grant] = pack.tables().provisions.as_slice() else { panic!("three lines") };
    let percent = |text: &str| Decimal::parse(text).expect("a number");
    assert_eq!(premium.pay, PayEffect::Adds { percent: percent("7.5"), cap: Some(9_000) });
    assert_eq!((premium.segments.from, premium.segments.to, premium.frame), (4, 5, Some(PayFrame::VerySenior)));
    assert_eq!((premium.segments.basis, premium.provenance.basis), (Basis::Editorial, Basis::Sourced));
    assert_eq!((cut.pay, cut.segments.basis), (PayEffect::Withholds { percent: percent("3.25") }, Basis::Sourced));
    assert_eq!((grant.pay, grant.segments.from, grant.segments.to), (PayEffect::Once { pounds: 20_000 }, 1, 3));
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let link = "https://example.org/";
    for (row, place, word) in [
        ("a,for,T,in-force,,,,,,,,,,\na,for,T,in-force,,,,,,,,,,", "offers.csv:3:1: error", "line 2"),
        ("a,fro,T,in-force,,,,,,,,,,", "offers.csv:2:2: error", "nearest: for"),
        ("a,for,,in-force,,,,,,,,,,", "offers.csv:2:3: error", "empty"),
        ("a,for,T,in force,,,,,,,,,,", "offers.csv:2:4: error", "nearest: in-force"),
        ("a,for,T,in-force,add,1,,,,,,,,", "offers.csv:2:5: error", "nearest: adds"),
        ("a,for,T,in-force,adds,15%,,,,,,,,", "offers.csv:2:6: error", "write 15"),
        ("a,for,T,in-force,adds,101,,,,,,,,", "offers.csv:2:6: error", "100"),
        ("a,for,T,in-force,adds,,,,,,,,,", "offers.csv:2:6: error", "percent is empty"),
        ("a,for,T,in-force,once,,,,,,,,,", "offers.csv:2:7: error", "cap_gbp is empty"),
        ("a,for,T,in-force,once,,\"20,000\",,,,,,,", "offers.csv:2:7: error", "write 20000"),
        ("a,for,T,in-force,,,,6,,,,,,", "offers.csv:2:8: error", "none of 1, 2, 3, 4, 5"),
        ("a,for,T,in-force,,,,5,4,,,,,", "offers.csv:2:8: error", "segment_min 5 is above segment_max 4"),
        ("a,for,T,in-force,,,,,,perhaps,,,,", "offers.csv:2:10: warning", "editorial"),
        ("a,for,T,in-force,,,,,,,vsm,,,", "offers.csv:2:11: error", "very-senior"),
        ("a,for,T,in-force,,,,,,,,,sourced,", "offers.csv:2:14: error", "called sourced"),
        ("a,for,T,in-force,,,,,,,,,sourced,editorial", "offers.csv:2:14: error", "called sourced"),
    ] {
        let told = told(&read(&with(row)));
        assert!(told.starts_with(place) && told.contains(word), "{row}\n{told}");
        assert!(!told.contains('\n'), "one fault, one line: {told}");
    }
    assert!(read(&with(&format!("a,for,T,in-force,,,,,,,,,sourced,{link}"))).faults.is_empty());
}
