//! Quotation marks of a CSV file.

/// The line on which a cell in quotation marks begins that never ends, so that the rest of the file would be one cell.
#[must_use]
pub fn unclosed_quote(text: &[u8], separator: u8) -> Option<usize> {
    let (mut line, mut opened, mut cell_begins) = (1, None, true);
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        line += usize::from(byte == b'\n');
        match opened {
            Some(_) if byte == b'"' && text.get(at + 1) == Some(&b'"') => at += 1,
            Some(_) if byte == b'"' => opened = None,
            Some(_) => {}
            None if byte == b'"' && cell_begins => opened = Some(line),
            None => cell_begins = byte == b'\n' || byte == separator,
        }
        if opened.is_some() {
            cell_begins = false;
        }
        at += 1;
    }
    opened
}
