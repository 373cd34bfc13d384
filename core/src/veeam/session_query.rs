//! Which job sessions to list: what the version filters goes on the wire, the rest we do.

use super::{Client, Dialect, JobSession, JobStatus, check_id_if, same_id, unsupported};
use crate::error::{Error, Result};
use crate::open_enum::open_enum;
use crate::page::Rows;
use crate::time::at;
use jiff::Timestamp;

open_enum! {
    /// Whose session it is.
    pub enum SessionJobType {
        /// Of a backup job.
        Backup = 1 => "Backup",
        /// Of a copy job.
        Copy = 2 => "Copy",
    }
}

/// Which job sessions to list. Unset: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SessionQuery {
    /// Only sessions of this job. Whether the id of a copy job works is not documented.
    pub job_id: Option<String>,
    /// Only sessions of backup jobs, or of copy jobs; v6.
    pub job_type: Option<SessionJobType>,
    /// Only sessions that stand so.
    pub status: Option<JobStatus>,
    /// Only sessions that ended then or later. A session that has not ended is left out where we filter: up to v5, and
    /// in v6 beside `job_id`.
    pub end_time_lower_bound: Option<Timestamp>,
    /// Only sessions that ended then or earlier. A session that has not ended is left out where we filter: up to v6.
    pub end_time_upper_bound: Option<Timestamp>,
}

impl SessionQuery {
    /// Only sessions of this job.
    #[must_use]
    pub fn of_job(mut self, id: impl Into<String>) -> Self {
        self.job_id = Some(id.into());
        self
    }

    /// Only sessions of backup jobs, or of copy jobs.
    #[must_use]
    pub fn of_type(mut self, job_type: SessionJobType) -> Self {
        self.job_type = Some(job_type);
        self
    }

    /// Only sessions that stand so.
    #[must_use]
    pub fn with_status(mut self, status: JobStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Only sessions that ended in this time.
    #[must_use]
    pub fn ended(mut self, from: Option<Timestamp>, to: Option<Timestamp>) -> Self {
        self.end_time_lower_bound = from;
        self.end_time_upper_bound = to;
        self
    }

    fn check(&self, dialect: Dialect, operation: &'static str) -> Result<()> {
        check_id_if(self.job_id.as_deref(), "job", operation)?;
        let words = [
            (self.job_type.as_ref().map(|w| (w.as_str(), w.is_known())), "a type of job session", "use Backup or Copy"),
            (
                self.status.as_ref().map(|w| (w.as_str(), w.is_known())),
                "a status of a job session",
                "use Stopped, Running, Success, Warning, Failed, NotConfigured, Disconnected or Queued",
            ),
        ];
        for (word, what, remedy) in words {
            if let Some((word, false)) = word {
                let shown = crate::redact::one_line(word);
                return Err(Error::invalid(format!("'{shown}' is not {what}")).remedied(remedy));
            }
        }
        if self.job_type.is_some() && !dialect.filters_sessions() {
            // Neither the query nor the data of these versions know it.
            return Err(unsupported(dialect, "a type of job session"));
        }
        Ok(())
    }

    fn wants(&self, session: &JobSession) -> bool {
        let ended = at(&session.end_time);
        self.job_id.as_deref().is_none_or(|id| same_id(session.job_id.as_deref(), id))
            && self.status.as_ref().is_none_or(|status| session.status.as_ref() == Some(status))
            && self.end_time_lower_bound.is_none_or(|from| ended.is_some_and(|ended| ended >= from))
            && self.end_time_upper_bound.is_none_or(|to| ended.is_some_and(|ended| ended <= to))
    }
}

impl Client {
    /// The job sessions asked for, one page at a time, in the server's order: newest first, as clients see it.
    ///
    /// # Errors
    /// `InvalidArgument` for an id or a word that is none; `Unsupported` for a type before v6; those of a request come from
    /// the iterator.
    pub fn iter_job_sessions(&self, query: &SessionQuery) -> Result<Rows<JobSession>> {
        const OPERATION: &str = "veeam.iter_job_sessions";
        let dialect = self.dialect;
        query.check(dialect, OPERATION).map_err(|e| e.during(OPERATION).on(self.url()))?;
        // What is left for us.
        let mut left = query.clone();
        // The list of one job takes no filter, and knows no type.
        let of_job = left.job_id.take_if(|_| dialect.has_sessions_of_job() && query.job_type.is_none());
        let request = match of_job {
            Some(id) => self.get(OPERATION, &["Jobs", &id, "JobSessions"]),
            None => {
                let by_job = dialect.filters_sessions_by_job();
                let job_type = left.job_type.take();
                let status = left.status.as_ref().and_then(|status| dialect.session_status(status));
                left.status.take_if(|_| status.is_some());
                self.get(OPERATION, &["JobSessions"])
                    .query_if("jobId", left.job_id.take_if(|_| by_job))
                    .query_if("jobType", job_type.as_ref().map(SessionJobType::as_str))
                    .query_if("endTimeLowerBound", instant(&mut left.end_time_lower_bound, dialect.filters_sessions()))
                    .query_if("endTimeUpperBound", instant(&mut left.end_time_upper_bound, by_job))
                    .query_if("status", status)
            }
        };
        let rows = self.table_rows(dialect.pages_sessions(), usize::MAX, request);
        Ok(rows.keeping(move |session| left.wants(session)))
    }
}

/// Takes an instant for the wire, if the version filters by it.
pub(super) fn instant(time: &mut Option<Timestamp>, filters: bool) -> Option<String> {
    time.take_if(|_| filters).map(|time| time.to_string())
}
