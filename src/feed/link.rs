//! Addresses of adverts. Only those of NHS Jobs are kept: a feed is foreign text, and what it links to may be anything.

/// The two hosts of NHS Jobs.
const HOSTS: [&str; 2] = ["https://www.jobs.nhs.uk/", "https://beta.jobs.nhs.uk/"];
const LONGEST: usize = 300;

/// Whether an address is an https one on a host of NHS Jobs, in plain characters.
#[must_use]
pub fn is_kept(address: &str) -> bool {
    let plain = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'\'' | b'<' | b'>' | b'\\' | b'`' | b'@');
    HOSTS.iter().any(|host| address.starts_with(host)) && address.len() <= LONGEST && address.bytes().all(plain)
}

/// The last part of an address's path, which NHS Jobs fills with the advert's reference.
#[must_use]
pub fn last_part(address: &str) -> Option<&str> {
    if !is_kept(address) {
        return None;
    }
    let path = address.split(['?', '#']).next()?;
    path.split_once("/jobadvert/").map(|(_, last)| last.trim_matches('/')).filter(|last| !last.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_kept, last_part};

    #[test]
    fn only_nhs_jobs_itself_is_kept() {
        for good in ["https://www.jobs.nhs.uk/candidate/jobadvert/C1-2", "https://beta.jobs.nhs.uk/x?y=1"] {
            assert!(is_kept(good), "{good}");
        }
        for bad in [
            "http://www.jobs.nhs.uk/x",
            "https://www.jobs.nhs.uk.example.org/x",
            "https://www.jobs.nhs.uk@example.org/",
            "https://www.jobs.nhs.uk:8443/x",
            "https://jobs.nhs.uk/x",
            "https://www.jobs.nhs.uk/\u{202e}x",
            "https://www.jobs.nhs.uk/a b",
            "javascript:alert(1)",
            "",
        ] {
            assert!(!is_kept(bad), "{bad}");
        }
        assert_eq!(last_part("https://www.jobs.nhs.uk/candidate/jobadvert/C9309-24-0264?a=b"), Some("C9309-24-0264"));
        assert_eq!(last_part("https://www.jobs.nhs.uk/candidate"), None);
    }
}
