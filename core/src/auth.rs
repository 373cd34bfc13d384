//! What the three logins have in common: a token with an age, renewed early and by one thread at a time.

use crate::cancel::CancelToken;
use crate::client::Core;
use crate::error::{ErrorKind, Result};
use crate::request::Request;
use crate::secret::Secret;
use crate::transport::{Reply, sensitive};
use reqwest::header::{HeaderName, HeaderValue};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// What a login gave us.
pub(crate) struct Token {
    pub(crate) value: Secret,
    pub(crate) refresh: Option<Secret>,
    /// Renew before using it after this moment; `None`: only when the server refuses it.
    pub(crate) renew_after: Option<Instant>,
    /// How requests carry it: made once, not for each of them.
    pub(crate) header: Option<(HeaderName, HeaderValue)>,
}

impl Token {
    pub(crate) fn new(value: Secret) -> Self {
        Self { value, refresh: None, renew_after: None, header: None }
    }

    /// Requests carry it in this header, behind the prefix.
    pub(crate) fn carried(mut self, name: HeaderName, prefix: &str) -> Result<Self> {
        let value = self.value.expose();
        let mut text = Zeroizing::new(String::with_capacity(prefix.len() + value.len()));
        text.push_str(prefix);
        text.push_str(value);
        self.header = Some((name, sensitive(text)?));
        Ok(self)
    }

    /// Renewed after four fifths of its life, so that no request travels with a token about to die.
    pub(crate) fn living(mut self, seconds: Option<i64>) -> Self {
        let seconds = seconds.and_then(|s| u64::try_from(s).ok()).filter(|s| *s > 0);
        self.renew_after = seconds.and_then(|s| Instant::now().checked_add(Duration::from_secs(s).mul_f64(0.8)));
        self
    }

    pub(crate) fn is_stale(&self) -> bool {
        self.renew_after.is_some_and(|at| Instant::now() >= at)
    }
}

/// What a vendor's error answer says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Fault {
    /// `None`: go by the HTTP status.
    pub(crate) kind: Option<ErrorKind>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
}

/// One request without a token, as logins need it.
pub(crate) struct Wire<'a> {
    pub(crate) core: &'a Core,
    pub(crate) cancel: &'a CancelToken,
}

impl Wire<'_> {
    pub(crate) fn send(&self, request: &Request) -> Result<Reply> {
        self.core.send(self.cancel, request, None)
    }
}

/// How one vendor logs in, carries its token and words its errors.
pub(crate) trait Auth: Send + Sync {
    /// Gets a token; `old` is the one that is no longer good, if there was one.
    fn login(&self, wire: &Wire<'_>, old: Option<&Token>) -> Result<Token>;
    /// Ends the session on the server, where that exists.
    fn logout(&self, _wire: &Wire<'_>, _token: &Token) {}
    /// Everything that must never appear in a message.
    fn secrets(&self) -> Vec<&Secret>;
    /// Reads an error answer.
    fn fault(&self, reply: &Reply) -> Fault;
    /// What to do when even a new token is refused, where something better is known than the usual.
    fn remedy(&self) -> Option<&'static str> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_life_of_a_token_is_too_long() {
        let stale = |seconds| Token::new(Secret::default()).living(seconds).is_stale();
        for seconds in [None, Some(i64::MIN), Some(-1), Some(0), Some(3600), Some(i64::MAX / 4), Some(i64::MAX)] {
            assert!(!stale(seconds), "{seconds:?}");
        }
    }
}
