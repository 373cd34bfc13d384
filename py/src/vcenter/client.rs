//! The client of one appliance.

use super::request::BackupRequest;
use super::runs::{BackupJobStatus, ReturnResult};
use super::session::SessionInfo;
use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::convert::Span;
use crate::errors::exception;
use crate::model::no_pickle;
use crate::options::{Given, Pem, Retries};
use crate::rows::Row;
use crate::server::Server;
use backupjobs::vcenter;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::path::PathBuf;

/// A client of one appliance. Logs in at the first call. May be used from any number of threads at once.
#[pyclass(frozen, module = "backupjobs.vcenter", name = "Client")]
pub(crate) struct Client(Held<vcenter::Client>);

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (url, *, username, password, ca_file=None, ca_pem=None, pin=None, insecure=false,
        connect_timeout=None, request_timeout=None, retries=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
    fn new(
        py: Python<'_>,
        url: &str,
        username: &str,
        password: &str,
        ca_file: Option<PathBuf>,
        ca_pem: Option<Pem>,
        pin: Option<&str>,
        insecure: bool,
        connect_timeout: Option<Span>,
        request_timeout: Option<Span>,
        retries: Option<Retries<'_>>,
    ) -> PyResult<Self> {
        let given = Given { ca_file, ca_pem, pin, insecure, connect_timeout, request_timeout, retries };
        let mut config = vcenter::Config::new(url, username, password);
        config.options = given.options(py)?;
        let client = call::detached(py, || vcenter::Client::new(config))?;
        Ok(Self(Held::new(client, backupjobs::CancelToken::new())))
    }

    /// Scheme, host and port.
    #[getter]
    fn url(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.0.get(py)?.url().to_owned())
    }

    /// The same client whose calls end early when `cancel` is cancelled.
    fn with_cancel(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        Ok(Self(Held::new(self.0.get(py)?.clone(), cancel.get().0.clone())))
    }

    /// This appliance in the common model. It has one job, APPLIANCE_BACKUP; starting it sends `request`. Without a
    /// request the job can be watched and stopped, but not started.
    #[pyo3(signature = (request=None))]
    fn server(&self, py: Python<'_>, request: Option<&Bound<'_, BackupRequest>>) -> PyResult<Server> {
        let plan = request.map(|request| request.get().0.clone());
        let server = self.0.get(py)?.server(plan).map_err(|error| exception(py, &error))?;
        Ok(Server::new(server, self.0.cancel.clone()))
    }

    /// Creates the session now, to find out early whether the credentials are good.
    fn login(&self, py: Python<'_>) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.login())
    }

    /// What the server knows of our session.
    fn session(&self, py: Python<'_>) -> PyResult<SessionInfo> {
        call::on(py, &self.0, |client, _| client.session()).map(|session| SessionInfo(Row::from(session)))
    }

    /// Starts a backup. The answer is its status; an appliance runs one backup or restore at a time.
    fn create_backup_job(&self, py: Python<'_>, request: &Bound<'_, BackupRequest>) -> PyResult<BackupJobStatus> {
        let request = request.get().0.clone();
        call::on(py, &self.0, |client, _| client.create_backup_job(&request))
            .map(|status| BackupJobStatus(Row::from(status)))
    }

    /// The ids of all backups the appliance remembers, newest first (seen in clients).
    fn backup_jobs(&self, py: Python<'_>) -> PyResult<Vec<String>> {
        call::on(py, &self.0, |client, _| client.backup_jobs())
    }

    /// The status of one backup.
    fn backup_job(&self, py: Python<'_>, id: &str) -> PyResult<BackupJobStatus> {
        call::on(py, &self.0, |client, _| client.backup_job(id)).map(|status| BackupJobStatus(Row::from(status)))
    }

    /// Cancels a backup.
    fn cancel_backup_job(&self, py: Python<'_>, id: &str) -> PyResult<ReturnResult> {
        call::on(py, &self.0, |client, _| client.cancel_backup_job(id)).map(|result| ReturnResult(Row::from(result)))
    }

    /// Deletes the session on the server; later calls raise ClosedError. A running backup goes on.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, vcenter::Client::close)
    }

    fn __enter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&self, py: Python<'_>, _exception: &Bound<'_, PyTuple>) -> PyResult<()> {
        self.close(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<backupjobs.vcenter.Client {}>", self.0.get(py)?.url()))
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!(
            "a client holds a connection and secrets: it cannot be pickled or copied; open one where it is needed"
        )
    }
}
