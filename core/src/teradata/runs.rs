//! Executions: the runs of a job.

use super::server::meaning;
use super::{Client, JobType, RunType, check_job_id};
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
use crate::run::{Outcome, Phase};
use crate::table::{Cell, Kind, Member, place_in, table};
use crate::time::{Time, at, optional};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The state of an execution. Only `SUCCESSFUL` (and `FAILED`, elsewhere) is documented: the rest is what the sibling
/// services say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExecutionStatus(String);

impl ExecutionStatus {
    /// The vendor's word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The word in upper case, with `_` for blanks and hyphens.
    pub(super) fn normal(&self) -> String {
        self.0.trim().to_ascii_uppercase().replace(['-', ' '], "_")
    }

    /// The word in the common model; `ended` when there is an end time beside it.
    pub(super) fn standing(&self, ended: Option<Timestamp>) -> (Phase, Option<Outcome>) {
        meaning(self).standing(ended)
    }
}

impl From<&str> for ExecutionStatus {
    fn from(word: &str) -> Self {
        Self(word.to_owned())
    }
}

impl Serialize for ExecutionStatus {
    fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ExecutionStatus {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        crate::lenient::word(from).map(Self)
    }
}

/// One run of a backup or restore job: the documented members, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Execution {
    /// Site.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub site_id: Option<String>,
    /// Site copied to.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub target_site: Option<String>,
    /// Job.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub job_id: Option<String>,
    /// Name of the job.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub job_name: Option<String>,
    /// Engine; `DSA` is the only word documented.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub backup_mechanism: Option<String>,
    /// What it does; lists mix both kinds.
    #[serde(default)]
    pub job_type: Option<JobType>,
    /// The id that `x-resource-id` names.
    #[serde(deserialize_with = "crate::lenient::id")]
    pub execution_id: String,
    /// Name.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub execution_name: Option<String>,
    /// When it began.
    #[serde(default, deserialize_with = "optional")]
    pub start_time: Option<Time>,
    /// When it ended.
    #[serde(default, deserialize_with = "optional")]
    pub end_time: Option<Time>,
    /// Bytes (inferred).
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub backup_set_size: Option<i64>,
    /// Id in the engine.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub server_execution_id: Option<String>,
    /// Execution it builds on.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub parent_execution_id: Option<String>,
    /// State.
    #[serde(default)]
    pub status: Option<ExecutionStatus>,
    /// State of copying it to the target site; `FAILED` is the only word documented.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub saveset_replication_status: Option<String>,
    /// Whether the backup is kept.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_saveset_retained: Option<bool>,
    /// Whether the backup is gone.
    #[serde(default, deserialize_with = "crate::lenient::flag")]
    pub is_saveset_deleted: Option<bool>,
    /// The backup.
    #[serde(default, deserialize_with = "crate::lenient::int")]
    pub saveset_id: Option<i64>,
    /// How much it took.
    #[serde(default)]
    pub run_type: Option<RunType>,
    /// Words not documented.
    #[serde(default, deserialize_with = "crate::lenient::text")]
    pub site_type: Option<String>,
    /// What the vendor says about it.
    #[serde(default, deserialize_with = "crate::said::sentence")]
    pub status_detail: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

table! {
    Execution {
        site_id, target_site, job_id, job_name, backup_mechanism, job_type, execution_id, execution_name, start_time, end_time,
        backup_set_size, server_execution_id, parent_execution_id, status, saveset_replication_status, is_saveset_retained,
        is_saveset_deleted, saveset_id, run_type, site_type, status_detail as Kind::Sentence,
    }
}

impl Member for ExecutionStatus {
    const KIND: Kind = Kind::Text;

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        cell.text().map(Self::from)
    }
}

impl Execution {
    /// Where it stands, as the common model has it. Words that are not documented are read as those of the sibling
    /// services; `Unknown` for one that we do not know.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.standing().0
    }

    /// How it ended; `None` while it is not known to be over.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        self.standing().1
    }

    fn standing(&self) -> (Phase, Option<Outcome>) {
        let ended = at(&self.end_time);
        self.status.clone().unwrap_or_else(|| "".into()).standing(ended)
    }
}

/// [`Execution::phase`] and [`Execution::outcome`] of one that is still in its table.
#[doc(hidden)]
#[must_use]
pub fn standing(execution: Cell<'_>) -> (Phase, Option<Outcome>) {
    const STATUS: usize = place_in::<Execution>("status");
    const END: usize = place_in::<Execution>("end_time");
    let status = ExecutionStatus::from(execution.member(STATUS).text().unwrap_or_default());
    status.standing(execution.member(END).instant())
}

impl Client {
    /// All executions of the site, in the server's order, restores among them. Whether this list comes in pages is not
    /// documented; a second one is asked for when the answer may be a full page.
    ///
    /// # Errors
    /// `Unsupported` on Lake without `allow_unverified`; any kind that a request can fail with.
    pub fn site_executions(&self) -> Result<Vec<Execution>> {
        self.site_rows("teradata.site_executions")?.collect()
    }

    /// The same, one page at a time if the server pages.
    ///
    /// # Errors
    /// `Unsupported` on Lake without `allow_unverified`; those of a request come from the iterator.
    pub fn iter_site_executions(&self) -> Result<Rows<Execution>> {
        self.site_rows("teradata.iter_site_executions")
    }

    pub(super) fn site_rows(&self, operation: &'static str) -> Result<Rows<Execution>> {
        self.need(self.dialect.executions(), operation, "the list of executions")?;
        Ok(self
            .table_rows(self.get(operation, &["executions"]), |execution: &Execution| execution.execution_id.clone()))
    }

    /// All executions of a job, in the server's order. Pages as in [`Client::site_executions`].
    ///
    /// # Errors
    /// `Unsupported` on Lake without `allow_unverified`; `InvalidArgument` when `job_id` is no number; `NotFound`.
    pub fn job_executions(&self, job_id: &str) -> Result<Vec<Execution>> {
        self.job_execution_rows("teradata.job_executions", job_id)?.collect()
    }

    /// The same, one page at a time if the server pages.
    ///
    /// # Errors
    /// As [`Client::job_executions`]; those of a request come from the iterator.
    pub fn iter_job_executions(&self, job_id: &str) -> Result<Rows<Execution>> {
        self.job_execution_rows("teradata.iter_job_executions", job_id)
    }

    pub(super) fn job_execution_rows(&self, operation: &'static str, job_id: &str) -> Result<Rows<Execution>> {
        self.need(self.dialect.executions(), operation, "the list of executions")?;
        check_job_id(job_id, operation)?;
        let request = self.get(operation, &["jobs", job_id, "executions"]);
        Ok(self.table_rows(request, |execution: &Execution| execution.execution_id.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn executions_are_open() {
        let execution: Execution = crate::roundtrip::assert_open(&json!({
            "site_id": "ACMEPRD1", "target_site": "ACMEDR01", "job_id": 71, "job_name": "sales_nightly",
            "backup_mechanism": "DSA", "job_type": "BACKUP", "execution_id": "906",
            "execution_name": "sales_nightly_906", "start_time": "2025-03-05T02:00:02.104000Z", "end_time": "string",
            "backup_set_size": 0, "server_execution_id": "", "parent_execution_id": "901", "status": "EXECUTING",
            "saveset_replication_status": "FAILED", "is_saveset_retained": false, "is_saveset_deleted": false,
            "saveset_id": 0, "run_type": "DELTA", "site_type": "", "status_detail": "",
        }));
        assert!(execution.extra.is_empty(), "{:?}", execution.extra);
        assert_eq!((execution.phase(), execution.outcome()), (Phase::Running, None));
    }

    #[test]
    fn an_unknown_word_is_an_end_only_beside_an_end_time() {
        let mut execution: Execution =
            serde_json::from_value(json!({"execution_id": 1, "status": "EVAPORATED"})).expect("execution");
        assert_eq!((execution.phase(), execution.outcome()), (Phase::Unknown, None));
        execution.end_time = Some(Time::new("2025-03-05T02:00:02Z"));
        assert_eq!((execution.phase(), execution.outcome()), (Phase::Finished, Some(Outcome::Unknown)));
        execution.status = None;
        assert_eq!(execution.outcome(), Some(Outcome::Unknown));
    }
}
