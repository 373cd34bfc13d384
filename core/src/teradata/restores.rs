//! Restores. One is an execution whose type is `RESTORE`.
//!
//! <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Restore-APIs>

use super::{Client, Execution, RestoreRequest, check_execution_id, check_job_id};
use crate::error::{ErrorKind, Result};
use crate::page::Rows;

impl Client {
    /// Creates a restore out of a backup, and starts it. Sent once. Returns the id of the restore, if the answer names
    /// it (that it does, in `x-resource-id`, is inferred); else it is among [`Client::execution_restores`]. A 401 is about
    /// the token or about the database user: only when the source of tokens has another one is it sent once more.
    ///
    /// # Errors
    /// `Unsupported` on Lake; `InvalidArgument` before any request when something is missing; `Unauthenticated`,
    /// `Denied` for the token and for the database user alike; `NotFound`, `Conflict`.
    pub fn create_restore(&self, job_id: &str, execution_id: &str, request: &RestoreRequest) -> Result<Option<String>> {
        const OPERATION: &str = "teradata.create_restore";
        self.need(self.dialect.restores(), OPERATION, "restores")?;
        check_job_id(job_id, OPERATION)?;
        check_execution_id(execution_id, "execution", OPERATION)?;
        request.check().map_err(|e| e.during(OPERATION))?;
        let (name, value, coded) = request.credentials.header().map_err(|e| e.during(OPERATION))?;
        let path = ["jobs", job_id, "executions", execution_id, "restores"];
        let post =
            self.post(OPERATION, &path).credentials(name, value).carries([&request.credentials.password, &coded]);
        let post = post.json(&request.body())?;
        let reply = self.core.call(&self.cancel, &post).map_err(|error| match error.kind() {
            ErrorKind::Unauthenticated | ErrorKind::Denied if error.http_status().is_some() => {
                error.remedied("check the token, and user, password and rights of the database user")
            }
            _ => error,
        })?;
        Ok(reply.header("x-resource-id").filter(|id| !id.is_empty()).map(str::to_owned))
    }

    /// One restore. Its members are not documented; they are taken for those of an execution (inferred).
    ///
    /// # Errors
    /// `Unsupported` on Lake; `InvalidArgument` for ids that cannot be any; `NotFound`.
    pub fn restore(&self, job_id: &str, execution_id: &str, restore_id: &str) -> Result<Execution> {
        const OPERATION: &str = "teradata.restore";
        self.need(self.dialect.restores(), OPERATION, "restores")?;
        check_job_id(job_id, OPERATION)?;
        check_execution_id(execution_id, "execution", OPERATION)?;
        check_execution_id(restore_id, "restore", OPERATION)?;
        let path = ["jobs", job_id, "executions", execution_id, "restores", restore_id];
        self.core.read_object(&self.cancel, &self.get(OPERATION, &path))
    }

    /// All restores of the site. Rows as in [`Client::restore`].
    ///
    /// # Errors
    /// `Unsupported` on Lake; any kind that a request can fail with.
    pub fn site_restores(&self) -> Result<Vec<Execution>> {
        self.site_restore_rows("teradata.site_restores")?.collect()
    }

    /// The same, one page at a time if the server pages.
    ///
    /// # Errors
    /// `Unsupported` on Lake; those of a request come from the iterator.
    pub fn iter_site_restores(&self) -> Result<Rows<Execution>> {
        self.site_restore_rows("teradata.iter_site_restores")
    }

    pub(super) fn site_restore_rows(&self, operation: &'static str) -> Result<Rows<Execution>> {
        self.need(self.dialect.restores(), operation, "restores")?;
        Ok(self.table_rows(self.get(operation, &["restores"]), |restore: &Execution| restore.execution_id.clone()))
    }

    /// The restores of one backup. The page prints the path of the list of executions for it, but asks for the id of
    /// one of them: `…/executions/{id}/restores` is inferred from the calls beside it.
    ///
    /// # Errors
    /// `Unsupported` on Lake; `InvalidArgument` for ids that cannot be any; `NotFound`.
    pub fn execution_restores(&self, job_id: &str, execution_id: &str) -> Result<Vec<Execution>> {
        self.execution_restore_rows("teradata.execution_restores", job_id, execution_id)?.collect()
    }

    /// The same, one page at a time if the server pages.
    ///
    /// # Errors
    /// As [`Client::execution_restores`]; those of a request come from the iterator.
    pub fn iter_execution_restores(&self, job_id: &str, execution_id: &str) -> Result<Rows<Execution>> {
        self.execution_restore_rows("teradata.iter_execution_restores", job_id, execution_id)
    }

    pub(super) fn execution_restore_rows(
        &self,
        operation: &'static str,
        job_id: &str,
        execution_id: &str,
    ) -> Result<Rows<Execution>> {
        self.need(self.dialect.restores(), operation, "restores")?;
        check_job_id(job_id, operation)?;
        check_execution_id(execution_id, "execution", operation)?;
        let request = self.get(operation, &["jobs", job_id, "executions", execution_id, "restores"]);
        Ok(self.table_rows(request, |restore: &Execution| restore.execution_id.clone()))
    }
}
