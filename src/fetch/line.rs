//! One page over HTTP.

use std::io::ErrorKind;
use std::time::Duration;

use ureq::Agent;
use ureq::http::header::RETRY_AFTER;

use super::{Patience, Search};

/// The most bytes of a page: a hundred adverts take a tenth of a megabyte.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// What came of asking for a page.
#[derive(Debug)]
pub enum Page {
    /// Its bytes.
    Sent(Vec<u8>),
    /// The server answered, but not with the page.
    Refused {
        /// The status of its answer.
        status: u16,
        /// What its `Retry-After` says, if it has one.
        retry_after: Option<String>,
    },
    /// No answer, or one that broke off; in words.
    Lost(String),
}

/// The way to a server.
#[derive(Debug)]
pub(super) struct Line(Agent);

impl Line {
    pub fn to(search: &Search, patience: &Patience) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .https_only(!search.is_loopback())
            .max_redirects(3)
            .timeout_global(Some(patience.timeout))
            .timeout_connect(Some(patience.timeout.min(Duration::from_secs(15))))
            .user_agent(concat!("fingerpost/", env!("CARGO_PKG_VERSION")))
            .accept("application/xml,text/xml");
        // A server on this machine is not to be reached by way of another one.
        let config = if search.is_loopback() { config.proxy(None) } else { config };
        Self(config.build().new_agent())
    }

    pub fn get(&self, address: &str) -> Page {
        let mut answer = match self.0.get(address).call() {
            Ok(answer) => answer,
            Err(error) => return Page::Lost(told(&error)),
        };
        let status = answer.status().as_u16();
        if status != 200 {
            let retry_after = answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
            return Page::Refused { status, retry_after: retry_after.map(str::to_owned) };
        }
        let announced = answer.body().content_length();
        match answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec() {
            Ok(bytes) if announced.is_some_and(|length| length > bytes.len() as u64) => {
                Page::Lost("the answer broke off".to_owned())
            }
            Ok(bytes) => Page::Sent(bytes),
            Err(error) => Page::Lost(told(&error)),
        }
    }
}

/// An error in the words of somebody who has a connection and no protocol.
fn told(error: &ureq::Error) -> String {
    match error {
        ureq::Error::Timeout(_) => "the server did not answer in time".to_owned(),
        ureq::Error::HostNotFound => "there is no such server; is this computer connected?".to_owned(),
        ureq::Error::ConnectionFailed => "no connection to the server".to_owned(),
        ureq::Error::BodyExceedsLimit(_) => "the answer is far larger than a page of adverts".to_owned(),
        ureq::Error::Io(error) if broke_off(error.kind()) => format!("the answer broke off ({error})"),
        ureq::Error::Io(error) => format!("the connection failed ({error})"),
        other => format!("the answer could not be understood ({other})"),
    }
}

const fn broke_off(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted)
}
