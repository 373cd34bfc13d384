//! What is kept at a destination: a directory for each appliance, and in it one archive for each backup; 6.7 and later.
//!
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/recovery/backup/system-name/>

use super::Client;
use super::location::{Location, check_name};
use crate::Extra;
use crate::error::{Error, Result};
use crate::time::{Time, optional};
use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};

/// An archive in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ArchiveSummary {
    /// Its name, `M_<version>_<YYYYMMDD-hhmmss>_<comment in base32>`; `S_…` when a schedule made it (seen in clients).
    #[serde(deserialize_with = "crate::lenient::id")]
    pub archive: String,
    /// When the backup began.
    #[serde(default, deserialize_with = "optional")]
    pub timestamp: Option<Time>,
    /// Version of the appliance.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub version: Option<String>,
    /// Comment.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub comment: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An archive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ArchiveInfo {
    /// When the backup was completed.
    #[serde(deserialize_with = "optional")]
    pub timestamp: Option<Time>,
    /// URL of the archive.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub location: Option<String>,
    /// Parts in it.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub parts: Vec<String>,
    /// Version of the appliance.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub version: Option<String>,
    /// Name of the appliance's directory.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub system_name: Option<String>,
    /// Comment.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub comment: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Which archives to list (`FilterSpec` in the vendor's words). Unset members are not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ArchiveQuery {
    /// Only backups made then or later.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "stamped")]
    pub start_timestamp: Option<Timestamp>,
    /// Only backups made then or earlier.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "stamped")]
    pub end_timestamp: Option<Timestamp>,
    /// Only backups whose comment holds this text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment_substring: Option<String>,
    /// Only so many of the newest. Unset: 128, by the documentation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
}

impl ArchiveQuery {
    /// Only backups made then or later.
    #[must_use]
    pub fn since(mut self, start: Timestamp) -> Self {
        self.start_timestamp = Some(start);
        self
    }

    /// Only backups made then or earlier.
    #[must_use]
    pub fn until(mut self, end: Timestamp) -> Self {
        self.end_timestamp = Some(end);
        self
    }

    /// Only backups whose comment holds this text.
    #[must_use]
    pub fn comment(mut self, substring: impl Into<String>) -> Self {
        self.comment_substring = Some(substring.into());
        self
    }

    /// Only so many of the newest.
    #[must_use]
    pub fn newest(mut self, max_results: i64) -> Self {
        self.max_results = Some(max_results);
        self
    }

    fn check(&self) -> Result<()> {
        if self.max_results.is_some_and(|n| n < 1) {
            return Err(Error::invalid("no archives are asked for").remedied("ask for at least 1, or leave it unset"));
        }
        if matches!((self.start_timestamp, self.end_timestamp), (Some(start), Some(end)) if start > end) {
            return Err(Error::invalid("the time span ends before it begins").remedied("exchange start and end"));
        }
        Ok(())
    }
}

/// The only form that the vendor's own clients send.
pub(super) fn stamp(at: Timestamp) -> String {
    format!("{at:.3}")
}

fn stamped<S: Serializer>(at: &Option<Timestamp>, to: S) -> std::result::Result<S::Ok, S::Error> {
    match at {
        Some(at) => to.serialize_str(&stamp(*at)),
        None => to.serialize_none(),
    }
}

impl Client {
    /// The appliances that have backups at a place: names of directories such as `sn_vcenter.example`.
    ///
    /// # Errors
    /// `InvalidArgument` for a location that cannot be one; `NotFound` when the place does not exist; `Unsupported`
    /// when the appliance has no such call (before 6.7).
    pub fn system_names(&self, at: &Location) -> Result<Vec<String>> {
        const OPERATION: &str = "vcenter.system_names";
        at.check().map_err(|e| e.during(OPERATION))?;
        let answer = self.ask(OPERATION, |api| Ok(api.system_names(at)?.carries(&at.location_password)));
        self.with_archives(answer)
    }

    /// The archives of one appliance at a place.
    ///
    /// # Errors
    /// As [`Client::system_names`]; `InvalidArgument` for a query that nothing could match.
    pub fn archives(&self, system_name: &str, at: &Location, query: &ArchiveQuery) -> Result<Vec<ArchiveSummary>> {
        const OPERATION: &str = "vcenter.archives";
        let checked = check_name("system", system_name).and_then(|()| at.check()).and_then(|()| query.check());
        checked.map_err(|e| e.during(OPERATION))?;
        let answer =
            self.ask(OPERATION, |api| Ok(api.archives(system_name, at, query)?.carries(&at.location_password)));
        self.with_archives(answer)
    }

    /// One archive of an appliance at a place.
    ///
    /// # Errors
    /// As [`Client::system_names`].
    pub fn archive(&self, system_name: &str, archive: &str, at: &Location) -> Result<ArchiveInfo> {
        const OPERATION: &str = "vcenter.archive";
        let names = check_name("system", system_name).and_then(|()| check_name("archive", archive));
        names.and_then(|()| at.check()).map_err(|e| e.during(OPERATION))?;
        let answer =
            self.ask(OPERATION, |api| Ok(api.archive(system_name, archive, at)?.carries(&at.location_password)));
        self.with_archives(answer)
    }

    fn with_archives<T>(&self, answer: Result<T>) -> Result<T> {
        answer.map_err(|error| self.lacks_path(error, "archives", "6.7"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::roundtrip::assert_open;
    use crate::vcenter::stub::{NO_PATH, Stub};
    use serde_json::json;

    const PASSWORD: &str = "canary/p@ss word";

    fn place() -> Location {
        Location::new("sftp://h/d").credentials("u", PASSWORD)
    }

    #[test]
    fn archives_are_open() {
        let summary: ArchiveSummary = assert_open(&json!({
            "archive": "M_8.0.3_20260115-080000_", "timestamp": "2026-01-15T08:00:00.000Z", "version": "8.0.3", "comment": ""
        }));
        assert!(summary.extra.is_empty(), "{summary:?}");
        let info: ArchiveInfo = assert_open(&json!({
            "timestamp": "2026-01-15T08:00:00.000Z", "location": "sftp://h/d", "parts": ["common"], "version": "8.0.3",
            "system_name": "sn_v", "comment": "c"
        }));
        assert!(info.extra.is_empty(), "{info:?}");
    }

    /// Below `/rest` the password travels in the URL: nothing that goes wrong may show it, plain or coded.
    #[test]
    fn the_password_in_the_query_is_in_no_message() {
        let coded = "canary%2Fp%40ss+word";
        for (status, body) in [
            (500, json!({"type": "x.error", "value": {"messages": [{"default_message": format!("GET ?pw={coded}")}]}})),
            (400, json!({"type": "x.invalid_argument", "value": {"messages": [{"default_message": PASSWORD}]}})),
            (404, json!({"type": format!("x.{PASSWORD}"), "value": {"messages": []}})),
            (302, json!({})),
            (200, json!({"value": {"canary": PASSWORD}})),
            (200, json!({"value": [{"archive": {"x": coded}}]})),
        ] {
            let stub = Stub::with_sessions(&["rest"], (status, &body.to_string()));
            let client = stub.client();
            for error in
                [client.system_names(&place()).err(), client.archives("sn_v", &place(), &ArchiveQuery::default()).err()]
            {
                let error = error.expect("refused");
                let shown = format!("{error} {error:?} {:?} {:?}", error.vendor_message(), error.vendor_code());
                assert!(!shown.to_ascii_lowercase().contains("canary"), "{status} {body}: {shown}");
                assert!(shown.contains(error.operation()) && !error.operation().is_empty());
            }
            assert!(stub.lines().iter().any(|line| line.contains(&format!("loc_spec.location_password={coded}"))));
        }
        // A connection that breaks.
        let broken = std::net::TcpListener::bind("127.0.0.1:0").expect("port");
        let mut config = Stub::with_sessions(&["rest"], (200, "")).config();
        config.url = format!("http://{}", broken.local_addr().expect("address"));
        config.dialect = Some(super::super::Dialect::Rest);
        config.login = Some(super::super::LoginMode::Basic);
        drop(broken);
        let error = super::super::Client::new(config).expect("client").system_names(&place()).expect_err("broken");
        let mut shown = format!("{error} {error:?}");
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            shown.push_str(&format!("{cause} {cause:?}"));
            source = cause.source();
        }
        assert!(error.kind() == ErrorKind::Unreachable && !shown.contains("canary"), "{shown}");
    }

    #[test]
    fn below_api_nothing_secret_is_in_the_url() {
        let stub = Stub::with_sessions(&["api"], (200, "[]"));
        let client = stub.client();
        assert!(client.system_names(&place()).expect("names").is_empty());
        assert!(client.archives("sn_v", &place(), &ArchiveQuery::default()).expect("archives").is_empty());
        assert!(client.archive("sn_v", "M_1", &place()).is_err(), "a list is no archive");
        assert!(stub.seen().iter().all(|seen| !seen.line.contains("canary")));
        assert_eq!(stub.seen().iter().filter(|seen| seen.body.contains(PASSWORD)).count(), 3);
    }

    #[test]
    fn odd_queries_are_refused_before_any_request() {
        let stub = Stub::with_sessions(&["api"], (404, NO_PATH));
        let client = stub.client();
        let (early, late) = (Timestamp::UNIX_EPOCH, Timestamp::from_second(1).expect("time"));
        for error in [
            client.archives("sn_v", &place(), &ArchiveQuery::default().newest(0)).err(),
            client.archives("sn_v", &place(), &ArchiveQuery::default().since(late).until(early)).err(),
            client.archives("../sn", &place(), &ArchiveQuery::default()).err(),
            client.archive("sn_v", "", &place()).err(),
            client.system_names(&Location::new("10.0.0.9/dir")).err(),
        ] {
            let error = error.expect("odd");
            assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
        }
        assert!(stub.lines().is_empty());
        assert_eq!(client.system_names(&place()).expect_err("6.5").kind(), ErrorKind::Unsupported);
    }
}
