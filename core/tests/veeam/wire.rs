//! Which requests a call makes, version by version.

use crate::stub::Stub;
use backupjobs::veeam::Dialect::{V2, V3, V4, V5, V6, V7, V8};
use backupjobs::veeam::{Client, Dialect};
use backupjobs::{ErrorKind, Result, Rows, Timestamp};

/// Good for a list, and for any object.
pub const ANY: &str = r#"{"id":"55555555-1b2a-4c3d-8e4f-5a6b7c8d9e66","results":[]}"#;

pub const PAGE: &str = "limit=1000&offset=0";

pub const BEFORE_V6: &[Dialect] = &[V2, V3, V4, V5];

pub const FROM_V6: &[Dialect] = &[V6, V7, V8];

pub const ALL: &[Dialect] = Dialect::ALL;

pub type Call = Box<dyn Fn(&Client) -> Result<()>>;

pub fn call<T>(f: impl Fn(&Client) -> Result<T> + 'static) -> Call {
    Box::new(move |client| f(client).map(drop))
}

pub fn list<T>(f: impl Fn(&Client) -> Result<Rows<T>> + 'static) -> Call {
    Box::new(move |client| f(client)?.try_for_each(|row| row.map(drop)))
}

pub fn instant() -> Timestamp {
    "2025-03-02T10:00:00Z".parse().unwrap()
}

/// Asserts for every version which request the call makes, `%` being the version, or that it makes none and is unsupported.
pub fn check(what: &str, call: &Call, expected: &[(&[Dialect], String)]) {
    let stub = Stub::saying(200, ANY);
    for dialect in Dialect::ALL {
        let client = stub.client(*dialect);
        client.login().unwrap();
        stub.take();
        let done = call(&client);
        let sent = stub.take();
        match expected.iter().find(|(dialects, _)| dialects.contains(dialect)) {
            Some((_, line)) => {
                assert!(done.is_ok(), "{what} {dialect}: {done:?}");
                assert_eq!(sent, [line.replace("/%/", &format!("/{dialect}/"))], "{what} {dialect}");
            }
            None => {
                let error = done.expect_err(what);
                assert_eq!(error.kind(), ErrorKind::Unsupported, "{what} {dialect}: {error}");
                assert!(sent.is_empty(), "{what} {dialect}: {sent:?}");
                assert!(error.message().contains(&dialect.to_string()), "{error}");
                assert!(error.operation().starts_with("veeam.") && error.server().is_some(), "{error}");
            }
        }
    }
}

pub fn get(path: &str) -> String {
    format!("GET /%/{path}")
}

pub fn post(path: &str) -> String {
    format!("POST /%/{path}")
}
