//! The versions of Veeam's API, against a server that says what the test wants: what goes over the wire to each, and what becomes
//! of the answers.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]

mod jobs;
mod lists;
mod logins;
mod places;
mod refusals;
mod restores;
mod sessions;
mod starts;
mod stub;
mod wire;

pub const JOB: &str = "11111111-51a1-4c3e-9d1c-0f2b7f7a1c11";
pub const ORG: &str = "22222222-7d2b-4d4e-8a35-6a1f8b8f9b22";
pub const REPO: &str = "33333333-98c1-4d0c-8a55-0c3e5d1f7c33";
pub const RUN: &str = "44444444-1b2a-4c3d-8e4f-5a6b7c8d9e66";
pub const RETRY: &str = "55555555-1b2a-4c3d-8e4f-5a6b7c8d9e66";
