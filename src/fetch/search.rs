//! What is searched for, as the address of a page of results.

use std::fmt::Write as _;

/// The public search of NHS Jobs.
pub const ADDRESS: &str = "https://www.jobs.nhs.uk/api/v1/search_xml";
/// The path of the search on a server that is named without one.
const PATH: &str = "/api/v1/search_xml";
/// Adverts on a page: the most that the search has been seen to give.
const ON_A_PAGE: u32 = 100;

/// A search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    base: String,
    loopback: bool,
    /// Words to look for; the whole board when empty.
    pub keyword: String,
    /// Bands, as the search names them: `BAND_8A`.
    pub bands: Vec<String>,
    /// The most pages to read.
    pub pages: u64,
}

impl Search {
    /// A search on the server at `base`, which is an https address, or an http one on this machine.
    ///
    /// # Errors
    /// When it is neither; the text says what to write.
    pub fn at(base: &str) -> Result<Self, String> {
        let remedy = "give an https address, for instance https://www.jobs.nhs.uk/api/v1/search_xml";
        let (scheme, rest) = base.split_once("://").ok_or_else(|| remedy.to_owned())?;
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let plain = base.bytes().all(|b| b.is_ascii_graphic()) && !authority.is_empty() && !authority.contains('@');
        if !plain || path.contains(['?', '#']) {
            return Err(remedy.to_owned());
        }
        let loopback = is_loopback(authority);
        match scheme.to_ascii_lowercase().as_str() {
            "https" => {}
            "http" if loopback => {}
            _ => return Err(remedy.to_owned()),
        }
        let path = if path.trim_end_matches('/').is_empty() { PATH } else { path };
        let base = format!("{}://{authority}{path}", scheme.to_ascii_lowercase());
        Ok(Self { base, loopback, keyword: String::new(), bands: Vec::new(), pages: 1 })
    }

    /// Whether the server is on this machine and spoken to without encryption.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.loopback && self.base.starts_with("http://")
    }

    /// The address of the server's search.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The address of a page, from 1.
    #[must_use]
    pub fn address(&self, page: u64) -> String {
        let mut address = format!("{}?keyword={}", self.base, encoded(&self.keyword));
        if !self.bands.is_empty() {
            let bands: Vec<String> = self.bands.iter().map(|band| encoded(band)).collect();
            let _ = write!(address, "&payBand={}", bands.join(","));
        }
        let _ = write!(address, "&sort=publicationDateDesc&limit={ON_A_PAGE}&page={page}");
        address
    }
}

/// The name the search has for a band that is written as people do: `8a`, `Band 8a`. What looks like none is left as it
/// is, since servers have been seen to differ.
#[must_use]
pub fn band(typed: &str) -> String {
    let typed = typed.trim();
    let number = typed.to_ascii_uppercase().replace(['_', ' '], "");
    let number = number.strip_prefix("BAND").unwrap_or(&number);
    let known = ["2", "3", "4", "5", "6", "7", "8A", "8B", "8C", "8D", "9"];
    if known.contains(&number) { format!("BAND_{number}") } else { typed.to_owned() }
}

fn is_loopback(authority: &str) -> bool {
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Text as a part of an address.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::{Search, band};

    #[test]
    fn a_page_has_an_address() {
        let mut search = Search::at("http://127.0.0.1:8080").expect("on this machine");
        search.keyword = "head of nursing & more".into();
        search.bands = vec![band("8a"), band("Band 9"), band("other")];
        assert_eq!(
            search.address(3),
            "http://127.0.0.1:8080/api/v1/search_xml?keyword=head%20of%20nursing%20%26%20more\
             &payBand=BAND_8A,BAND_9,other&sort=publicationDateDesc&limit=100&page=3"
        );
        assert_eq!(Search::at("https://example.org/x").expect("https").base(), "https://example.org/x");
    }

    #[test]
    fn other_machines_are_spoken_to_in_https_alone() {
        for bad in [
            "http://www.jobs.nhs.uk",
            "http://127.0.0.1.example.org/",
            "http://user@127.0.0.1/",
            "ftp://127.0.0.1/",
            "www.jobs.nhs.uk",
            "https://",
            "https://a/\u{202e}",
            "https://a/b?c",
        ] {
            assert!(Search::at(bad).is_err(), "{bad}");
        }
        assert!(Search::at("http://[::1]:80/").is_ok_and(|search| search.is_loopback()));
    }
}
