//! The door for `tests/fuzz`: there only in a build with `--cfg fuzzing`, never in what ships.
//!
//! A server is played by a function on the calling thread, in the place of the network: all that lies above it runs as it is.
//! The rest hands out what is private and reads what strangers wrote.

use crate::error::{Error, ErrorKind, Result};
use crate::failure::Failure;
use crate::page::Rows;
use crate::retry::RetryPolicy;
use crate::secret::Secret;
use crate::table::{self, Page, Tabular};
use crate::tls::Trust;
use crate::transport::{Outgoing, Reply};
use crate::{certificate, lenient, redact};
use jiff::Timestamp;
pub use reqwest::Url;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::time::Duration;

/// A request on its way out.
#[derive(Clone, Debug)]
pub struct Sent {
    pub method: String,
    pub url: Url,
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

/// What comes back.
#[derive(Clone, Debug)]
pub enum Answer {
    Reply {
        status: u16,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    },
    /// The request was sent, but the connection broke.
    Lost,
    /// No connection.
    Refused,
}

type Play = Box<dyn FnMut(&Sent) -> Answer>;

thread_local! {
    static SERVER: RefCell<Option<Play>> = const { RefCell::new(None) };
}

/// From now on, `play` answers every request of this thread.
pub fn serve(play: impl FnMut(&Sent) -> Answer + 'static) {
    SERVER.with_borrow_mut(|server| *server = Some(Box::new(play)));
}

/// The transport's way out; without a server there is no connection, so that nothing ever leaves the process.
pub(crate) fn exchange(outgoing: &Outgoing<'_>, max_body: usize) -> std::result::Result<Reply, Failure> {
    let header = |(name, value): (&HeaderName, &HeaderValue)| (name.to_string(), value.as_bytes().to_vec());
    let sent = Sent {
        method: outgoing.method.to_string(),
        url: outgoing.url.clone(),
        headers: outgoing.headers.iter().map(header).collect(),
        body: outgoing.body.as_ref().map(|body| body.to_vec()).unwrap_or_default(),
    };
    let broken = |what: &str| Error::new(ErrorKind::Unreachable, what).with_retry(true, None);
    match SERVER.with_borrow_mut(|server| server.as_mut().map_or(Answer::Refused, |play| play(&sent))) {
        Answer::Lost => Err(Failure { error: broken("the connection broke"), sent: true }),
        Answer::Refused => Err(Failure { error: broken("no connection"), sent: false }),
        Answer::Reply { body, .. } if body.len() > max_body => {
            Err(Failure { error: Error::protocol("the answer is too large"), sent: true })
        }
        Answer::Reply { status, headers, body } => Ok(reply(status, &headers, body)),
    }
}

/// What the HTTP layer would refuse never gets as far as a reply.
fn reply(status: u16, headers: &[(String, String)], body: Vec<u8>) -> Reply {
    let header = |(name, value): &(String, String)| {
        Some((HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_bytes(value.as_bytes()).ok()?))
    };
    Reply { status, headers: headers.iter().filter_map(header).collect(), body }
}

/// An object out of an answer's body.
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    crate::decode::decode(&Reply { status: 200, headers: HeaderMap::new(), body: body.to_vec() })
}

/// The rows of a list that are read without serde, but for odd ones; `None` when the whole list is serde's.
#[must_use]
pub fn table_rows<T: Tabular + DeserializeOwned>(body: &[u8]) -> Option<Vec<T>> {
    let answer = table::read::<T, serde::de::IgnoredAny>(body.to_vec(), false).ok()?;
    let mut page = Page::from(answer.rows);
    Some(std::iter::from_fn(|| page.next()).collect())
}

/// One member for each of the lenient readers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lenient {
    #[serde(deserialize_with = "lenient::word")]
    pub word: String,
    #[serde(deserialize_with = "lenient::text")]
    pub text: Option<String>,
    #[serde(deserialize_with = "lenient::int")]
    pub int: Option<i64>,
    #[serde(deserialize_with = "lenient::flag")]
    pub flag: Option<bool>,
    #[serde(deserialize_with = "lenient::list")]
    pub list: Vec<Option<i64>>,
    #[serde(deserialize_with = "crate::time::optional")]
    pub time: Option<crate::Time>,
    pub below: Option<Identity>,
}

/// What has an id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Identity {
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
}

/// What an answer's body is called when it is a web page.
#[must_use]
pub fn web_page(body: &[u8]) -> Option<String> {
    crate::decode::web_page(body)
}

/// How long a server wants us to wait.
#[must_use]
pub fn retry_after(value: &str, now: Timestamp) -> Option<Duration> {
    crate::retry::retry_after(value, now)
}

/// The pause before a retry.
#[must_use]
pub fn pause(policy: &RetryPolicy, attempt: u32, spent: Duration, asked: Option<Duration>) -> Option<Duration> {
    policy.pause(attempt, spent, asked)
}

/// A text without these secrets.
#[must_use]
pub fn scrub(text: &str, secrets: &[Secret]) -> String {
    redact::scrub(text, secrets.iter())
}

/// A text as it stands in messages.
#[must_use]
pub fn one_line(text: &str) -> String {
    redact::one_line(text)
}

/// An address as it stands in messages.
#[must_use]
pub fn address(text: &str) -> String {
    redact::address(text)
}

/// A base URL, checked; with what is shown of it, and with its place in a known-hosts file.
///
/// # Errors
/// `Config`.
pub fn base_url(text: &str, trust: &Trust) -> Result<(Url, String, String)> {
    let url = crate::base_url::base_url(text, trust)?;
    let (shown, place) = (redact::place(&url), crate::known_hosts::place(&url));
    Ok((url, shown, place))
}

/// A certificate as a server shows it.
#[must_use]
pub fn certificate(der: &[u8]) -> crate::trust::Certificate {
    certificate::Certificate::read(der)
}

/// The names a certificate is for, in one line.
#[must_use]
pub fn good_for(certificate: &crate::trust::Certificate) -> String {
    certificate.good_for()
}

/// A SHA-256 in its usual spellings.
#[must_use]
pub fn sha256(text: &str) -> Option<[u8; 32]> {
    certificate::read_sha256(text)
}

/// The reader of lists, over pages of texts: a page, and whether another is said to follow.
pub fn rows(fetch: impl FnMut(usize) -> Result<(Vec<String>, bool)> + Send + 'static) -> Rows<String> {
    Rows::new(fetch, Clone::clone)
}
