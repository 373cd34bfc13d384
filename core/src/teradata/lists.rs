//! Whole lists as the bindings keep them: rows that are made when they are touched.

use super::{BackupObject, Client, Execution};
use crate::error::Result;
use crate::table::List;

/// The calls of [`Client`] of the same names, without `_list`.
#[doc(hidden)]
#[allow(clippy::missing_errors_doc, missing_docs)]
pub trait Lists {
    fn site_executions_list(&self) -> Result<List<Execution>>;
    fn job_executions_list(&self, job_id: &str) -> Result<List<Execution>>;
    fn site_restores_list(&self) -> Result<List<Execution>>;
    fn execution_restores_list(&self, job_id: &str, execution_id: &str) -> Result<List<Execution>>;
    fn backup_objects_list(&self, job_id: &str, execution_id: &str) -> Result<List<BackupObject>>;
}

impl Lists for Client {
    fn site_executions_list(&self) -> Result<List<Execution>> {
        self.site_rows("teradata.site_executions")?.into_list()
    }

    fn job_executions_list(&self, job_id: &str) -> Result<List<Execution>> {
        self.job_execution_rows("teradata.job_executions", job_id)?.into_list()
    }

    fn site_restores_list(&self) -> Result<List<Execution>> {
        self.site_restore_rows("teradata.site_restores")?.into_list()
    }

    fn execution_restores_list(&self, job_id: &str, execution_id: &str) -> Result<List<Execution>> {
        self.execution_restore_rows("teradata.execution_restores", job_id, execution_id)?.into_list()
    }

    fn backup_objects_list(&self, job_id: &str, execution_id: &str) -> Result<List<BackupObject>> {
        self.object_rows("teradata.backup_objects", job_id, execution_id)?.into_list()
    }
}
