//! Lists: a bare array, or a page with `results` and a link to the next.
//!
//! Which list comes how differs between the versions, so either is read everywhere.
//! <https://helpcenter.veeam.com/docs/vbo365/rest/pagination.html>

use super::{Client, Links};
use crate::decode::decode;
use crate::error::Result;
use crate::page::Rows;
use crate::request::Request;
use crate::table::{self, Tabular};
use serde::de::{DeserializeOwned, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// Rows asked for at once; the documented maximum is 10,000, the default 30.
const LIMIT: usize = 1_000;

struct Page<T> {
    results: Vec<T>,
    links: Option<Links>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct ArrayOrPage<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for ArrayOrPage<T> {
            type Value = Page<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list, or a page with results")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> std::result::Result<Page<T>, A::Error> {
                let mut results = Vec::new();
                while let Some(row) = seq.next_element()? {
                    results.push(row);
                }
                Ok(Page { results, links: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Page<T>, A::Error> {
                let (mut results, mut links) = (None, None);
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        "results" => results = Some(map.next_value()?),
                        "_links" => links = map.next_value()?,
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(Page { results: results.ok_or_else(|| A::Error::missing_field("results"))?, links })
            }
        }

        deserializer.deserialize_any(ArrayOrPage(PhantomData))
    }
}

/// An object of a list.
pub(super) trait Row: DeserializeOwned + Send + 'static {
    /// Its identity.
    fn key(&self) -> String;

    /// Fills in the ids that this version tells only by a link.
    fn complete(&mut self) {}
}

/// Gets one page, and says whether another follows.
type Fetch<T> = fn(&Client, &Request) -> Result<(table::Page<T>, bool)>;

fn made<T: Row>(page: Page<T>) -> (table::Page<T>, bool) {
    let Page { mut results, links } = page;
    results.iter_mut().for_each(Row::complete);
    (results.into(), has_next(links))
}

fn has_next(links: Option<Links>) -> bool {
    links.is_some_and(|links| links.href("next").is_some())
}

/// The request for the rows from that place on.
#[inline(never)]
fn asked(request: &Request, from: Option<usize>, most: usize) -> Request {
    let request = request.clone();
    match from {
        Some(from) => {
            let limit = LIMIT.min(most - from);
            request.query("limit", limit.to_string()).query("offset", from.to_string())
        }
        None => request,
    }
}

impl Client {
    /// At most `most` rows of a list, one page at a time. `paged`: the list comes in pages in this version, so the size
    /// of the first can be asked for.
    pub(super) fn rows<T: Row>(&self, paged: bool, most: usize, request: Request) -> Rows<T> {
        self.pages(paged, most, request, |client, asked| client.core.read(&client.cancel, asked).map(made))
    }

    /// [`Client::rows`] that stay in their table.
    pub(super) fn table_rows<T: Row + Tabular>(&self, paged: bool, most: usize, request: Request) -> Rows<T> {
        self.pages(paged, most, request, |client, asked| {
            Ok(match client.core.read_rows::<T, Links, Page<T>>(&client.cancel, asked, true)? {
                Ok(answer) => {
                    let mut rows = answer.rows;
                    rows.for_odd(Row::complete);
                    (rows.into(), has_next(answer.links))
                }
                Err(page) => made(page),
            })
        })
    }

    fn pages<T: Row>(&self, paged: bool, most: usize, request: Request, fetch: Fetch<T>) -> Rows<T> {
        let client = self.clone();
        let mut got = 0;
        Rows::new(
            move |index| {
                let place = (paged || index > 0).then_some(got);
                let (mut page, next) = fetch(&client, &asked(&request, place, most))?;
                page.truncate(most - got);
                got += page.len();
                Ok((page, next && got < most))
            },
            T::key,
        )
    }

    /// One object.
    pub(super) fn one<T: Row>(&self, request: &Request) -> Result<T> {
        let mut row: T = self.core.read(&self.cancel, request)?;
        row.complete();
        Ok(row)
    }

    /// The object that a request has made, if the answer shows it.
    pub(super) fn made<T: Row>(&self, request: &Request) -> Result<Option<T>> {
        let reply = self.core.call(&self.cancel, request)?;
        if reply.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        let mut row: Option<T> = self.core.decode_with(request, &reply, decode)?;
        row.iter_mut().for_each(Row::complete);
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roundtrip;
    use crate::table::tests::damaged;
    use crate::transport::Reply;
    use crate::veeam::{CopyJob, JobSession, LogItem};
    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};
    use reqwest::header::HeaderMap;
    use serde_json::{Value, json};
    use std::fmt::Debug;

    const UUID: &str = "5b0f1a52-51a1-4c3e-9d1c-0f2b7f7a1c11";

    fn page(row: &Value) -> Value {
        let mut linked = row.clone();
        let link = json!({"href": format!("https://h/v6/x/{UUID}/?y=z/")});
        linked["_links"] = json!({"organization": link, "job": link, "self": {"href": 5}});
        linked["organizationId"] = json!("");
        linked["newMember"] = json!([1.5]);
        if let Some(members) = linked.as_object_mut() {
            members.remove("jobId");
        }
        json!({"offset": 0, "_links": {"next": {"href": "/v8/next"}}, "results": [row, linked]})
    }

    fn whole<T>(page: (table::Page<T>, bool)) -> (Vec<T>, bool) {
        let (mut rows, next) = page;
        (std::iter::from_fn(|| rows.next()).collect(), next)
    }

    /// Holds a table against what serde makes of the same page; the number of rows that serde had to read.
    fn agree<T: Row + Tabular + PartialEq + Debug>(body: &[u8]) -> std::result::Result<Option<usize>, TestCaseError> {
        let Ok(answer) = table::read::<T, Links>(body.to_vec(), true) else { return Ok(None) };
        let mut rows = answer.rows;
        let mut odd = 0;
        rows.for_odd(|row| {
            row.complete();
            odd += 1;
        });
        let ours = whole((rows.into(), has_next(answer.links)));
        let theirs = decode(&Reply { status: 200, headers: HeaderMap::new(), body: body.to_vec() });
        prop_assert_eq!(Some(ours), theirs.ok().map(made).map(whole), "{}", String::from_utf8_lossy(body));
        Ok(Some(odd))
    }

    fn hold<T: Row + Tabular + PartialEq + Debug>(row: &Value) {
        let page = page(row);
        for text in [page.to_string(), format!("{page:#}"), page["results"].to_string()] {
            assert_eq!(agree::<T>(text.as_bytes()).ok(), Some(Some(0)), "{text}");
        }
        roundtrip::variants(&page, |variant| agree::<T>(variant.to_string().as_bytes()).map(drop));
        let damage = prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>()), 1..4);
        let config = Config { cases: 500, failure_persistence: None, ..Config::default() };
        let text = page.to_string();
        let outcome =
            TestRunner::new(config).run(&damage, |damage| agree::<T>(&damaged(text.as_bytes(), &damage)).map(drop));
        assert_eq!(outcome, Ok(()));
    }

    #[test]
    fn copy_jobs_are_the_same_in_a_table() {
        // Long runs, short ones, and a long one at the end.
        let window: Vec<bool> = (0..60).map(|hour| !(9..=50).contains(&hour) || (hour < 30 && hour % 3 == 0)).collect();
        hold::<CopyJob>(&json!({
            "id": "2f9b8c71-3d4e-4f50-9a6b-7c8d9e0f1a77", "name": "Contoso \"mail\"", "backupJobId": UUID, "organizationId": UUID,
            "repositoryId": null, "isEnabled": true, "lastRun": "2025-03-01T21:30:00.4410032Z", "nextRun": null,
            "lastBackup": "", "lastStatus": "success", "eTag": 7, "_links": null,
            "schedulePolicy": {
                "type": "DailyAtTime", "dailyType": "Workdays", "dailyTime": "02:30:00", "periodicallyEvery": null,
                "backupCopyWindowEnabled": true, "new": {},
                "backupCopyWindowSettings": {"backupWindow": window, "minuteOffset": -60, "new": "x"},
            },
        }));
    }

    #[test]
    fn job_sessions_are_the_same_in_a_table() {
        hold::<JobSession>(&json!({
            "id": UUID, "jobId": UUID, "repositoryId": UUID, "mainSessionId": null, "details": "so so",
            "creationTime": "2025-03-02T10:00:00.0512345Z", "endTime": "0001-01-01T00:00:00Z", "retryCount": 0,
            "jobWillBeRetried": false, "progress": 17, "jobType": "Backup", "jobSessionConfigType": "Incremental",
            "status": "Splendid", "proxyId": "p", "proxyPoolId": null, "eTag": 3,
            "statistics": {
                "processingRateBytesPS": 1048576, "processingRateItemsPS": 12, "readRateBytesPS": 2097152,
                "writeRateBytesPS": 524288, "transferredDataBytes": 73400320, "processedObjects": 17,
                "processingRate": "832.4 KB/s", "readRate": "1 MB/s", "writeRate": "", "transferredData": null,
                "bottleneck": "NA",
            },
        }));
    }

    #[test]
    fn log_items_are_the_same_in_a_table() {
        hold::<LogItem>(&json!({
            "id": UUID, "usn": 7, "type": "Warning", "message": "m", "title": "[Success] t",
            "creationTime": "2025-03-02T10:00:00Z", "endTime": null, "_links": {},
        }));
    }
}
