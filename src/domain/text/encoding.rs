//! From the bytes of a file to text, whatever program wrote it: UTF-8 with or without a byte-order mark, UTF-16 with
//! one, Windows-1252; lines ended in any of the three ways.

use std::borrow::Cow;

/// A file as text, with line feeds for line ends, and what is odd about its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text.
    pub text: Cow<'b, str>,
    /// Line and remark.
    pub remarks: Vec<(usize, &'static str)>,
}

/// Reads the bytes of a file as text. Always succeeds; what could not be read is a replacement character and a remark.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (text, remark) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_windows(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8_or_windows(bytes),
    };
    let remarks = remark.map(|(offset, remark)| (line_at(&text, offset), remark)).into_iter().collect();
    Decoded { text: with_line_feeds(text), remarks }
}

type Remark = Option<(usize, &'static str)>;

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Cow<'static, str>, Remark) {
    let pairs = bytes.chunks_exact(2);
    let half = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let broken = if half { Some(text.len()) } else { text.find(char::REPLACEMENT_CHARACTER) };
    (Cow::Owned(text), broken.map(|offset| (offset, "the file is UTF-16 and damaged here; save it again as CSV UTF-8")))
}

/// UTF-8; a byte that cannot be UTF-8 is read as Windows-1252, in which older programs save.
fn utf8_or_windows(bytes: &[u8]) -> (Cow<'_, str>, Remark) {
    if let Ok(text) = str::from_utf8(bytes) {
        return (Cow::Borrowed(text), None);
    }
    let mut text = String::with_capacity(bytes.len());
    let (mut first_odd, mut has_utf8) = (None, false);
    for chunk in bytes.utf8_chunks() {
        has_utf8 |= !chunk.valid().is_ascii();
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            first_odd.get_or_insert(text.len());
            text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte)));
        }
    }
    let mixed = "the file is partly UTF-8 and partly Windows-1252 (first here); check £, dashes and quotation marks, and \
                 save it again as CSV UTF-8";
    (Cow::Owned(text), first_odd.filter(|_| has_utf8).map(|offset| (offset, mixed)))
}

/// The character of a byte in Windows-1252; the five bytes without one become control characters, which cells report.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn with_line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text }
}

fn line_at(text: &str, offset: usize) -> usize {
    let before = &text.as_bytes()[..offset.min(text.len())];
    let ends = before.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => before.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    1 + ends.count()
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let mark = ['\u{FEFF}'];
        let marked: String = mark.into_iter().chain(text.chars()).collect();
        marked.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "£5 – ‘so’\nnext";
        let windows = b"\xA35 \x96 \x91so\x92\r\nnext".to_vec();
        let marked = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
        let old_mac = text.replace('\n', "\r").into_bytes();
        for bytes in [text.as_bytes().to_vec(), windows, marked, old_mac, utf16(text, true), utf16(text, false)] {
            let decoded = decode(&bytes);
            assert_eq!(decoded.text, text);
            assert!(decoded.remarks.is_empty());
        }
    }

    #[test]
    fn mixed_and_damaged_files_are_remarked_on_with_their_line() {
        let decoded = decode(b"caf\xC3\xA9\r\n\xA35");
        assert_eq!((decoded.text.as_ref(), decoded.remarks[0].0), ("café\n£5", 2));
        let mut cut = utf16("a\rb", true);
        cut.pop();
        assert_eq!(decode(&cut).remarks[0].0, 2);
    }
}
