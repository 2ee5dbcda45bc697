//! Whatever a feed holds is harmless: it is read, cut, stripped or refused, and nothing of a refused file is used.

use std::fmt::Write as _;

use fingerpost::feed::{self, Loss, Reading};
use proptest::prelude::*;

use super::program::{advert, results};

fn read(text: impl AsRef<[u8]>) -> Reading {
    feed::read(text.as_ref())
}

fn lost(bytes: impl AsRef<[u8]>) -> String {
    let reading = read(bytes);
    assert!(reading.is_lost() && reading.adverts.is_empty(), "{:?}", reading.faults);
    reading.faults.into_iter().find(|fault| fault.loss == Loss::File).expect("lost").message
}

#[test]
fn a_file_that_is_cut_off_or_broken_is_refused_whole() {
    let whole = results(&[advert("X-1", "Matron", "A", "", ""), advert("X-2", "Matron", "A", "", "")], 1, 2);
    let end = whole.len() - 1;
    for length in (20..end).step_by(7) {
        lost(&whole[..length]);
    }
    lost(whole.replace("</vacancyDetails>", "</vacancy>"));
    assert!(lost("title,organisation,advert_ref\nMatron,\"A,1\nMatron,B,2\n").contains("never closed"));
}

#[test]
fn what_is_no_feed_is_named() {
    for (bytes, word) in [
        (b"" as &[u8], "empty"),
        (b" \n ", "empty"),
        (b"PK\x03\x04xx", "spreadsheet"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"{\"jobs\": []}", "JSON"),
        (b"a\0b\0c", "no text"),
        (b"<r><a/></r>", "no search results"),
        (b"no feed at all", "advert_ref"),
    ] {
        let message = lost(bytes);
        assert!(message.contains(word), "{message}");
    }
}

#[test]
fn nothing_that_steers_a_terminal_comes_through() {
    let title = "Ma\u{1b}[31mtron\u{202e}\u{200b}\u{7} &#27;]0;x&#7; &#x9b;2J&#8238;end";
    let reading = read(results(&[advert("X-1", title, "A\u{9d}B", "£1\u{feff}", "")], 1, 1));
    let [one] = reading.adverts.as_slice() else { panic!("{:?}", reading.faults) };
    for text in [&one.title, &one.employer, &one.pay_text] {
        let plain = |c: char| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{200b}' | '\u{feff}');
        assert!(text.chars().all(plain), "{text:?}");
    }
    assert!(one.title.starts_with("Ma") && one.title.ends_with("end"));
}

#[test]
fn entities_do_not_grow() {
    let mut text = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">".to_owned();
    for level in 'b'..='j' {
        let before = char::from_u32(u32::from(level) - 1).expect("a letter");
        let _ = write!(text, "<!ENTITY {level} \"{}\">", format!("&{before};").repeat(10));
    }
    let _ = write!(
        text,
        "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>{}",
        results(&[advert("X-1", "&j;&f;", "A &amp; B", "", "")], 1, 1)
    );
    let reading = read(&text);
    let [one] = reading.adverts.as_slice() else { panic!("{:?}", reading.faults) };
    assert_eq!((one.title.as_str(), one.employer.as_str()), ("&j;&f;", "A & B"));
}

#[test]
fn what_is_absurdly_large_is_cut() {
    let reading = read(results(
        &[advert("X-1", &"é".repeat(1_000_000), "A", "", ""), advert("X-2", "Matron", "A", "", "")],
        1,
        2,
    ));
    assert_eq!(reading.adverts.len(), 2);
    assert!(reading.adverts[0].title.chars().count() < 250);
    assert!(reading.faults.iter().any(|fault| fault.loss == Loss::Detail && fault.message.contains("longer")));
    assert!(lost(format!("<r>{}</r>", "<a>".repeat(100_000))).contains("deeply"));
}

#[test]
fn more_cells_than_any_table_has_take_no_room() {
    let header = format!("title,organisation,advert_ref{}\n", ",x".repeat(100_000));
    let reading = read(format!("{header}Matron,A,B-1\n{}", "x\n".repeat(300_000)));
    assert_eq!(reading.adverts.len(), 1);
    let wide = format!("title,organisation,advert_ref\nMatron,A,B-1{}\nMatron,A,B-2\n", ",".repeat(5_000_000));
    assert_eq!(read(wide).adverts.len(), 2);
    let many = format!("title,organisation,advert_ref\n{}", "a,b,c\n".repeat(1_000_001));
    assert!(lost(many).contains("split it"));
}

#[test]
fn characters_by_number_that_are_none_are_left_as_they_stand() {
    for number in ["&#xD800;", "&#xDFFF;", "&#x110000;", "&#99999999999999999999;", "&#x;", "&#;"] {
        let reading = read(results(&[advert("X-1", &format!("Matron {number}"), "A", "", "")], 1, 1));
        let [one] = reading.adverts.as_slice() else { panic!("{number}: {:?}", reading.faults) };
        assert_eq!(one.title, format!("Matron {number}"));
    }
    let reading = read(results(&[advert("X-1", "Ma&#0;tron&#13;&#10;", "A", "", "")], 1, 1));
    assert_eq!(reading.adverts[0].title, "Ma\u{fffd}tron");
}

#[test]
fn a_flood_of_what_nobody_sees_is_no_title() {
    let hidden = "\u{200b}\u{2060}\u{feff}".repeat(100_000);
    let feed = [advert("X-1", &hidden, "A", "", ""), advert("X-2", &format!("Matron{hidden}"), "A", "", "")];
    let reading = read(results(&feed, 1, 2));
    let titles: Vec<&str> = reading.adverts.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Matron"]);
    let csv = format!("title,organisation,advert_ref\n\"{}\",A,B-1\n", "x".repeat(10_000_000));
    assert!(read(csv).adverts[0].title.len() < 250);
}

#[test]
fn other_encodings_are_read_whatever_the_file_declares() {
    let text = results(&[advert("X-1", "Matron – £", "A", "£30000", "")], 1, 1);
    let declared = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>{text}");
    let windows: Vec<u8> =
        declared.chars().map(|c| if c == '–' { 0x96 } else { u8::try_from(u32::from(c)).expect("Latin") }).collect();
    let utf16: Vec<u8> = std::iter::once('\u{feff}')
        .chain(declared.chars())
        .collect::<String>()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for bytes in [
        declared.clone().into_bytes(),
        windows,
        utf16,
        format!("<?xml version='1.0' encoding='utf-16'?>{text}").into_bytes(),
    ] {
        let reading = read(&bytes);
        assert_eq!(reading.adverts[0].title, "Matron – £");
        assert_eq!(reading.adverts[0].pay_min, Some(30_000));
    }
}

#[test]
fn links_elsewhere_are_left_out_and_told_of() {
    let text = results(&[advert("X-1", "Matron", "A", "", "")], 1, 1);
    for address in ["http://www.jobs.nhs.uk", "https://evil.example", "javascript:alert(1)//https://www.jobs.nhs.uk"] {
        let reading = read(text.replace("https://www.jobs.nhs.uk", address));
        assert_eq!((reading.adverts[0].url.as_str(), reading.faults.len()), ("", 1), "{address}");
        assert!(reading.faults[0].message.contains("left out"));
    }
}

proptest! {
    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_damage_breaks_the_reader(at in 0_usize..900, by in "[<>&;\"'/ \\PC]{0,6}", cut in 0_usize..6) {
        let text = results(&[advert("X-1", "Matron", "A &amp; B", "£30,000 to £40,000", "2026-12-14")], 1, 1);
        let text: Vec<char> = text.chars().collect();
        let at = at.min(text.len());
        let rest = text.iter().skip(at + cut);
        let damaged: String = text[..at].iter().copied().chain(by.chars()).chain(rest.copied()).collect();
        let _ = read(&damaged);
    }

    #[test]
    fn no_text_breaks_the_reading_of_pay(text in "\\PC{0,60}|(£?[0-9,.k]{0,12}( (to|-|a year|per annum|plus) ?)?){0,4}") {
        let pay = feed::salary::read(&text);
        prop_assert!(pay.min.is_none_or(|min| pay.max.is_none_or(|max| min <= max)));
    }
}
