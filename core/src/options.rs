//! Settings that all three systems share.

use crate::error::{Error, Result};
use crate::log::Log;
use crate::proxy::Proxy;
use crate::retry::RetryPolicy;
use crate::tls::Trust;
use std::time::Duration;

/// Settings that all three systems share.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ClientOptions {
    /// How the server's certificate is checked.
    pub trust: Trust,
    /// The proxy in between.
    pub proxy: Proxy,
    /// Longest time to open a connection, proxy and TLS included.
    pub connect_timeout: Duration,
    /// Longest time for one request, from sending to the last byte, however slowly they come. Not the time a wait may take.
    pub request_timeout: Duration,
    /// Largest answer, in bytes; a larger one is a `Protocol` error.
    pub max_body: usize,
    /// Retries of reads.
    pub retry: RetryPolicy,
    /// How many retries the client and its clones may make in all before a request must have made them good: one comes
    /// back with every ten requests, and one every ten seconds. When none is left, the error comes at once. So a server in
    /// trouble never sees much more than the requests themselves.
    pub retry_budget: u32,
    /// How many requests the client and its clones have under way at a time, logins included; others wait their turn (in no
    /// order), until it comes, their deadline passes or they are cancelled.
    pub max_concurrency: u32,
    /// Who is told of every request, besides `tracing`.
    pub log: Option<Log>,
}

impl Default for ClientOptions {
    /// System trust, the environment's proxy, 10 s to connect, 60 s for a request, 64 MiB for an answer (the largest real
    /// list measured is 7 MB), 4 tries for a read, a stock of 20 retries, 16 requests at a time (none of the vendors
    /// documents a limit), no listener.
    fn default() -> Self {
        Self {
            trust: Trust::System,
            proxy: Proxy::Environment,
            connect_timeout: Duration::from_secs(10),
            request_timeout: Duration::from_secs(60),
            max_body: 64 << 20,
            retry: RetryPolicy::default(),
            retry_budget: 20,
            max_concurrency: 16,
            log: None,
        }
    }
}

impl ClientOptions {
    /// Refuses what cannot work.
    pub(crate) fn check(&self) -> Result<()> {
        for (name, zero) in [("max_body", self.max_body == 0), ("max_concurrency", self.max_concurrency == 0)] {
            if zero {
                return Err(Error::config(format!("{name} is 0")).remedied("give at least 1, or leave the default"));
            }
        }
        Ok(())
    }
}
