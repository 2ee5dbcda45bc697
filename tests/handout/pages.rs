//! The PDF, read back from its bytes: its words, its tags, its language.

use std::collections::BTreeMap;
use std::io::Read as _;

use fingerpost::handout::Format;

use super::{ROUTE, hostile};

/// The objects of a PDF by number: what stands before a stream, and the stream unpacked.
struct Pdf {
    objects: BTreeMap<u32, (String, Vec<u8>)>,
}

impl Pdf {
    fn read(bytes: &[u8]) -> Self {
        let mut objects = BTreeMap::new();
        let mut at = 0;
        while let Some(found) = find(bytes, b" 0 obj", at) {
            let start = bytes[..found].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |place| place + 1);
            let number = String::from_utf8_lossy(&bytes[start..found]).parse().expect("a number");
            let end = find(bytes, b"endobj", found).expect("an end");
            let body = &bytes[found + 6..end];
            let (head, stream) = match find(body, b"stream", 0) {
                Some(place) => (&body[..place], unpacked(&body[place + 6..])),
                None => (body, Vec::new()),
            };
            objects.insert(number, (String::from_utf8_lossy(head).into_owned(), stream));
            at = end;
        }
        Self { objects }
    }

    fn heads(&self) -> String {
        self.objects.values().map(|(head, _)| head.replace([' ', '\n', '\r'], "")).collect::<Vec<_>>().join("\n")
    }

    fn count(&self, name: &str) -> usize {
        let heads = self.heads();
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        heads.match_indices(name).filter(|(at, _)| ends(&heads[at + name.len()..])).count()
    }

    /// Letters of every font by their codes, all fonts together where they agree.
    fn letters(&self) -> Vec<BTreeMap<u16, String>> {
        let maps = self
            .objects
            .values()
            .map(|(_, stream)| String::from_utf8_lossy(stream))
            .filter(|text| text.contains("begincmap"));
        maps.map(|map| letters(&map)).collect()
    }
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    bytes[from..].windows(wanted.len()).position(|window| window == wanted).map(|at| at + from)
}

fn unpacked(stream: &[u8]) -> Vec<u8> {
    let start = stream.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let mut out = Vec::new();
    match flate2::read::ZlibDecoder::new(&stream[start..]).read_to_end(&mut out) {
        Ok(_) => out,
        Err(_) => stream[start..].to_vec(),
    }
}

fn letters(map: &str) -> BTreeMap<u16, String> {
    let mut letters = BTreeMap::new();
    for line in map.lines() {
        let codes: Vec<&str> = line.split(['<', '>']).filter(|part| !part.trim().is_empty()).collect();
        if let [from, to] = codes.as_slice()
            && let Ok(code) = u16::from_str_radix(from, 16)
        {
            let units: Vec<u16> = to
                .as_bytes()
                .chunks(4)
                .filter_map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok())
                .collect();
            letters.insert(code, String::from_utf16_lossy(&units));
        }
    }
    letters
}

#[test]
fn it_is_tagged_and_says_its_language_and_title() {
    let bytes = ROUTE.write(Format::Pdf).expect("a PDF");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let pdf = Pdf::read(&bytes);
    let heads = pdf.heads();
    for wanted in ["/StructTreeRoot", "/Lang(en-GB)", "/DisplayDocTitletrue", "/Outlines"] {
        assert!(heads.contains(wanted), "no {wanted}");
    }
    assert!(heads.contains("/Markedtrue"));
    assert!(bytes.windows(7).any(|window| window == b"pdfuaid"), "says that it is PDF/UA");
    assert_eq!(pdf.count("/S/H1"), 1);
    assert!(pdf.count("/S/H2") >= 4);
    let tables = ROUTE
        .document
        .all_sections()
        .iter()
        .flat_map(|section| section.blocks.clone())
        .filter(|block| matches!(block, fingerpost::handout::Block::Table(_)))
        .count();
    assert_eq!(pdf.count("/S/Table"), tables);
    assert_eq!(pdf.count("/S/Caption"), tables);
    assert!(pdf.count("/S/TH") > pdf.count("/S/TR"), "heads of columns, and one of each row");
    assert_eq!(pdf.count("/S/Figure"), 1);
    assert!(heads.contains("/Scope/Column") && heads.contains("/Scope/Row"));
    assert!(heads.contains("/Alt"), "the timeline is told in words");
}

#[test]
fn its_letters_are_embedded_and_map_back_to_text() {
    let pdf = Pdf::read(&ROUTE.write(Format::Pdf).expect("a PDF"));
    assert!(pdf.heads().matches("/FontFile").count() >= 2, "plain and bold");
    let fonts = pdf.letters();
    assert_eq!(fonts.len(), 2);
    for letters in &fonts {
        let known: String = letters.values().cloned().collect();
        assert!("Ward manger".chars().all(|c| known.contains(c)), "{known}");
    }
}

#[test]
fn a_long_handout_has_its_heads_on_every_page_and_says_them_once() {
    let items: Vec<_> = super::ENGLAND.training_ids().collect();
    let handout = fingerpost::handout::training(
        &super::ENGLAND,
        &items,
        fingerpost::domain::ruleset::Ruleset::Today,
        super::TODAY,
    );
    let pdf = Pdf::read(&handout.write(Format::Pdf).expect("a PDF"));
    let pages = pdf.count("/Type/Page");
    assert!(pages > 4, "{pages} pages");
    assert_eq!(pdf.count("/S/Table"), 2);
    assert!(pdf.count("/S/TR") > 2 * items.len());
}

#[test]
fn words_without_end_do_not_stop_it() {
    let long = "word ".repeat(4000);
    assert!(hostile(&long).write(Format::Pdf).is_ok());
    assert!(hostile("").write(Format::Pdf).is_ok() || hostile(" ").write(Format::Pdf).is_ok());
}
