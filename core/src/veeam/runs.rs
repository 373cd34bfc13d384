//! Job sessions: the runs of a job.

use super::links::{linked, told};
use super::page::Row;
use super::{Client, JobStatus, Links, SessionJobType, check_id};
use crate::Extra;
use crate::error::Result;
use crate::request::Request;
use crate::table::{Kind, table};
use crate::time::{Time, optional};
use serde::{Deserialize, Serialize};

/// One run of a backup job or copy job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct JobSession {
    /// UUID.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub id: String,
    /// Its job; before v8 told by the `job` link.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub job_id: Option<String>,
    /// Repository it writes to; v7.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub repository_id: Option<String>,
    /// The first try, of which this session is a retry; v7.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub main_session_id: Option<String>,
    /// What the vendor says about it; v6.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub details: Option<String>,
    /// When it began.
    #[serde(default, deserialize_with = "optional")]
    pub creation_time: Option<Time>,
    /// When it ended; none while it runs.
    #[serde(default, deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// 0 on the first try; v6.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub retry_count: Option<i64>,
    /// Whether the job will be tried again, as a new session; v7.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub job_will_be_retried: Option<bool>,
    /// Objects processed so far: a count, not a percentage.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub progress: Option<i64>,
    /// Of a backup job or of a copy job; v7.
    #[serde(default)]
    pub job_type: Option<SessionJobType>,
    /// `Full` or `Incremental`; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub job_session_config_type: Option<String>,
    /// State.
    #[serde(default)]
    pub status: Option<JobStatus>,
    /// Rates and amounts.
    #[serde(default)]
    pub statistics: Option<Statistics>,
    /// Backup proxy; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub proxy_id: Option<String>,
    /// Pool of backup proxies; v8.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub proxy_pool_id: Option<String>,
    /// Version of the object: counts up with every change; v8.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub e_tag: Option<i64>,
    /// Links; `job` leads to the job.
    #[serde(rename = "_links", default)]
    pub links: Option<Links>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

table! {
    JobSession {
        id, job_id = "jobId" as linked("job"), repository_id = "repositoryId", main_session_id = "mainSessionId",
        details as Kind::Sentence, creation_time = "creationTime", end_time = "endTime", retry_count = "retryCount",
        job_will_be_retried = "jobWillBeRetried", progress, job_type = "jobType",
        job_session_config_type = "jobSessionConfigType", status, statistics, proxy_id = "proxyId",
        proxy_pool_id = "proxyPoolId", e_tag = "eTag", links = "_links",
    }
}

impl Row for JobSession {
    fn key(&self) -> String {
        self.id.clone()
    }

    fn complete(&mut self) {
        self.job_id = told(self.job_id.take(), &self.links, "job");
    }
}

/// Rates and amounts of a session. v2 writes texts like `832.4 KB/s (52 items/s)`, later versions numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Statistics {
    /// Bytes a second processed.
    #[serde(rename = "processingRateBytesPS", deserialize_with = "crate::lenient::int")]
    pub processing_rate_bytes: Option<i64>,
    /// Items a second processed.
    #[serde(rename = "processingRateItemsPS", deserialize_with = "crate::lenient::int")]
    pub processing_rate_items: Option<i64>,
    /// Bytes a second read.
    #[serde(rename = "readRateBytesPS", deserialize_with = "crate::lenient::int")]
    pub read_rate_bytes: Option<i64>,
    /// Bytes a second written.
    #[serde(rename = "writeRateBytesPS", deserialize_with = "crate::lenient::int")]
    pub write_rate_bytes: Option<i64>,
    /// Bytes transferred.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub transferred_data_bytes: Option<i64>,
    /// Objects processed.
    #[serde(deserialize_with = "crate::lenient::int")]
    pub processed_objects: Option<i64>,
    /// v2: the processing rate in words.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub processing_rate: Option<String>,
    /// v2: the read rate in words.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub read_rate: Option<String>,
    /// v2: the write rate in words.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub write_rate: Option<String>,
    /// v2: the amount transferred in words.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub transferred_data: Option<String>,
    /// What slows it down: `NA`, `Detecting`, `Source`, `Target`.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub bottleneck: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

table! {
    Statistics {
        processing_rate_bytes = "processingRateBytesPS", processing_rate_items = "processingRateItemsPS",
        read_rate_bytes = "readRateBytesPS", write_rate_bytes = "writeRateBytesPS",
        transferred_data_bytes = "transferredDataBytes", processed_objects = "processedObjects",
        processing_rate = "processingRate", read_rate = "readRate", write_rate = "writeRate",
        transferred_data = "transferredData", bottleneck,
    }
}

impl Client {
    /// The newest sessions of a job, newest first, at most `limit` (0: 100). Whether the id of a copy job works is not
    /// documented.
    ///
    /// # Errors
    /// `InvalidArgument` when `job_id` is no UUID; `NotFound`.
    pub fn job_sessions(&self, job_id: &str, limit: usize) -> Result<Vec<JobSession>> {
        const OPERATION: &str = "veeam.job_sessions";
        check_id(job_id, "job", OPERATION)?;
        let request = match self.dialect.has_sessions_of_job() {
            true => self.get(OPERATION, &["Jobs", job_id, "JobSessions"]),
            false => self.get(OPERATION, &["JobSessions"]).query("jobId", job_id),
        };
        self.newest(request, limit)
    }

    /// The newest sessions of all jobs, newest first, at most `limit` (0: 100).
    ///
    /// # Errors
    /// Any kind that a request can fail with.
    pub fn all_job_sessions(&self, limit: usize) -> Result<Vec<JobSession>> {
        self.newest(self.get("veeam.all_job_sessions", &["JobSessions"]), limit)
    }

    /// One session.
    ///
    /// # Errors
    /// `InvalidArgument` when `id` is no UUID; `NotFound`.
    pub fn job_session(&self, id: &str) -> Result<JobSession> {
        check_id(id, "job session", "veeam.job_session")?;
        self.one(&self.get("veeam.job_session", &["JobSessions", id]))
    }

    fn newest(&self, request: Request, limit: usize) -> Result<Vec<JobSession>> {
        let limit = if limit == 0 { 100 } else { limit };
        let rows = self.table_rows(self.dialect.pages_sessions(), limit, request);
        let mut sessions = rows.collect::<Result<Vec<JobSession>>>()?;
        // Newest first is what clients see; the order itself is not documented. The sort is stable.
        sessions.sort_by_key(|s| std::cmp::Reverse(crate::time::at(&s.creation_time)));
        sessions.truncate(limit);
        Ok(sessions)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roundtrip::assert_open;
    use serde_json::json;

    #[test]
    fn sessions_are_open() {
        let session: JobSession = assert_open(&json!({
            "id": "6f0c8d9e-1b2a-4c3d-8e4f-5a6b7c8d9e66", "jobId": "5b0f1a52-51a1-4c3e-9d1c-0f2b7f7a1c11",
            "repositoryId": "b7d4f9a1-98c1-4d0c-8a55-0c3e5d1f7c33", "mainSessionId": null, "details": "",
            "creationTime": "2025-03-02T10:00:00.0512345Z", "endTime": null, "retryCount": 0, "jobWillBeRetried": false,
            "progress": 17, "jobType": "Backup", "jobSessionConfigType": "Incremental", "status": "Running",
            "statistics": {"bottleneck": "Source"}, "proxyId": "p", "proxyPoolId": null, "eTag": 3,
            "_links": {"job": {"href": "/v8/jobs/5b0f1a52-51a1-4c3e-9d1c-0f2b7f7a1c11"}},
        }));
        assert!(session.extra.is_empty(), "{:?}", session.extra);
    }

    #[test]
    fn statistics_are_open() {
        let statistics: Statistics = assert_open(&json!({
            "processingRateBytesPS": 1048576, "processingRateItemsPS": 12, "readRateBytesPS": 2097152,
            "writeRateBytesPS": 524288, "transferredDataBytes": 73400320, "processedObjects": 17, "bottleneck": "NA",
            "processingRate": "832.4 KB/s (52 items/s)", "readRate": "1 MB/s", "writeRate": "", "transferredData": null,
        }));
        assert!(statistics.extra.is_empty(), "{:?}", statistics.extra);
    }
}
