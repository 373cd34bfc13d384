//! Whole lists as the bindings keep them: rows that are made when they are touched.

use super::{Client, CopyJob, CopyJobQuery};
use crate::error::Result;
use crate::table::List;

/// The calls of [`Client`] of the same names, without `_list`.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, missing_docs)]
pub trait Lists {
    fn copy_jobs_list(&self) -> Result<List<CopyJob>>;
}

impl Lists for Client {
    fn copy_jobs_list(&self) -> Result<List<CopyJob>> {
        self.copy_job_rows("veeam.copy_jobs", &CopyJobQuery::default())?.into_list()
    }
}
