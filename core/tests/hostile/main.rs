//! Servers, proxies and networks that are broken or mean it: what the caller sees, and what never happens.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
#[path = "../common/mod.rs"]
mod common;
mod environment;
mod handshake;
mod identity;
mod idle;
mod known;
mod limits;
mod logging;
mod proxy;
mod server;
