//! The client of one Veeam server.

use super::copy_jobs::CopyJob;
use super::jobs::Job;
use super::log_items::LogItem;
use super::organizations::Organization;
use super::repositories::Repository;
use super::restore::{self, ExploreOptions, RestoreSession, When};
use super::runs::JobSession;
use super::schedule::CopySchedule;
use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::convert::Span;
use crate::errors::exception;
use crate::model::no_pickle;
use crate::options::{Given, Pem, Retries};
use crate::rows::{Row, Rows};
use crate::server::Server;
use backupjobs::veeam::{self, Dialect};
use backupjobs::{Error, ErrorKind};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::path::PathBuf;

/// A version of the API: "v6", or 6.
#[derive(FromPyObject)]
enum Version {
    #[pyo3(transparent, annotation = "int")]
    Number(i32),
    #[pyo3(transparent, annotation = "str")]
    Name(String),
}

impl Version {
    fn dialect(self) -> backupjobs::Result<Dialect> {
        let (number, shown) = match self {
            Self::Number(number) => (Some(number), number.to_string()),
            Self::Name(name) => (name.trim().trim_start_matches(['v', 'V']).parse().ok(), name),
        };
        number.and_then(Dialect::from_number).ok_or_else(|| {
            let known: Vec<String> = Dialect::ALL.iter().map(ToString::to_string).collect();
            Error::new(ErrorKind::Config, format!("{shown:?} is no version of the API that this library speaks"))
                .remedied(format!("use one of: {}", known.join(", ")))
                .during("veeam.new")
        })
    }
}

/// A client of one server. Logs in at the first call. May be used from any number of threads at once.
#[pyclass(frozen, module = "backupjobs.veeam", name = "Client")]
pub(crate) struct Client(Held<veeam::Client>);

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (url, *, version, username, password, ca_file=None, ca_pem=None, pin=None, insecure=false,
        connect_timeout=None, request_timeout=None, retries=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
    fn new(
        py: Python<'_>,
        url: &str,
        version: Version,
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
        let dialect = version.dialect().map_err(|error| exception(py, &error))?;
        let mut config = veeam::Config::new(url, dialect, username, password);
        config.options = given.options(py)?;
        let client = call::detached(py, || veeam::Client::new(config))?;
        Ok(Self(Held::new(client, backupjobs::CancelToken::new())))
    }

    /// The version of the API it speaks, such as "v6".
    #[getter]
    fn dialect(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.0.get(py)?.dialect().to_string())
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

    /// This server in the common model.
    fn server(&self, py: Python<'_>) -> PyResult<Server> {
        Ok(Server::new(self.0.get(py)?.server(), self.0.cancel.clone()))
    }

    /// Logs in now, to find out early whether the credentials are good.
    fn login(&self, py: Python<'_>) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.login())
    }

    /// All backup jobs.
    fn jobs(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.jobs()).map(Rows::of::<Job>)
    }

    /// One backup job.
    fn job(&self, py: Python<'_>, id: &str) -> PyResult<Job> {
        call::on(py, &self.0, |client, _| client.job(id)).map(|job| Job(Row::from(job)))
    }

    /// Starts a job. The answer names no run; Server.start finds it.
    #[pyo3(signature = (id, *, full=None))]
    fn start_job(&self, py: Python<'_>, id: &str, full: Option<bool>) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.start_job(id, full))
    }

    /// Stops a job's run. The answer may come before the run has wound down.
    fn stop_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.stop_job(id))
    }

    /// Switches a job's schedule on.
    fn enable_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.enable_job(id))
    }

    /// Switches a job's schedule off.
    fn disable_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.disable_job(id))
    }

    /// Starts a restore session from a job's backups. None means that the server did not say which one it opened.
    #[pyo3(signature = (id, options=None, *, datetime=None, explorer=None, show_deleted=None, show_all_versions=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each option, all of them with names")]
    fn explore_job(
        &self,
        py: Python<'_>,
        id: &str,
        options: Option<&Bound<'_, ExploreOptions>>,
        datetime: Option<When<'_>>,
        explorer: Option<&str>,
        show_deleted: Option<bool>,
        show_all_versions: Option<bool>,
    ) -> PyResult<Option<RestoreSession>> {
        let options = match (options, datetime, explorer, show_deleted.or(show_all_versions)) {
            (Some(options), None, None, None) => options.get().0.clone(),
            (None, Some(datetime), Some(explorer), _) => {
                restore::options(py, datetime, explorer, show_deleted, show_all_versions)?
            }
            _ => {
                return Err(PyTypeError::new_err(
                    "explore_job() takes either ExploreOptions, or datetime and explorer (and perhaps flags)",
                ));
            }
        };
        let session = call::on(py, &self.0, |client, _| client.explore_job(id, &options))?;
        Ok(session.map(|session| RestoreSession(Row::from(session))))
    }

    /// The newest sessions of a job, newest first, at most `limit` (0: 100).
    #[pyo3(signature = (job_id, *, limit=0))]
    fn job_sessions(&self, py: Python<'_>, job_id: &str, limit: usize) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.job_sessions(job_id, limit)).map(Rows::of::<JobSession>)
    }

    /// The newest sessions of all jobs, newest first, at most `limit` (0: 100).
    #[pyo3(signature = (*, limit=0))]
    fn all_job_sessions(&self, py: Python<'_>, limit: usize) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.all_job_sessions(limit)).map(Rows::of::<JobSession>)
    }

    /// One session.
    fn job_session(&self, py: Python<'_>, id: &str) -> PyResult<JobSession> {
        call::on(py, &self.0, |client, _| client.job_session(id)).map(|session| JobSession(Row::from(session)))
    }

    /// The steps of a session, oldest first.
    fn log_items(&self, py: Python<'_>, session_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.log_items(session_id)).map(Rows::of::<LogItem>)
    }

    /// All organizations.
    fn organizations(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.organizations()).map(Rows::of::<Organization>)
    }

    /// One organization.
    fn organization(&self, py: Python<'_>, id: &str) -> PyResult<Organization> {
        call::on(py, &self.0, |client, _| client.organization(id)).map(|found| Organization(Row::from(found)))
    }

    /// All backup repositories.
    fn repositories(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.repositories()).map(Rows::of::<Repository>)
    }

    /// One backup repository.
    fn repository(&self, py: Python<'_>, id: &str) -> PyResult<Repository> {
        call::on(py, &self.0, |client, _| client.repository(id)).map(|found| Repository(Row::from(found)))
    }

    /// All copy jobs; v6 and later.
    fn copy_jobs(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.copy_jobs()).map(Rows::of::<CopyJob>)
    }

    /// One copy job; v6 and later.
    fn copy_job(&self, py: Python<'_>, id: &str) -> PyResult<CopyJob> {
        call::on(py, &self.0, |client, _| client.copy_job(id)).map(|job| CopyJob(Row::from(job)))
    }

    /// Creates a copy job; v6 and later.
    #[pyo3(signature = (backup_job_id, repository_id, schedule_policy, *, is_enabled=true))]
    fn create_copy_job(
        &self,
        py: Python<'_>,
        backup_job_id: &str,
        repository_id: &str,
        schedule_policy: &Bound<'_, CopySchedule>,
        is_enabled: bool,
    ) -> PyResult<CopyJob> {
        let schedule = (*schedule_policy.get().0).clone();
        let spec = veeam::CreateCopyJob::new(backup_job_id, repository_id, schedule).enabled(is_enabled);
        call::on(py, &self.0, |client, _| client.create_copy_job(&spec)).map(|job| CopyJob(Row::from(job)))
    }

    /// Forgets the token; later calls raise ClosedError.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, veeam::Client::close)
    }

    fn __enter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&self, py: Python<'_>, _exception: &Bound<'_, PyTuple>) -> PyResult<()> {
        self.close(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let client = self.0.get(py)?;
        Ok(format!("<backupjobs.veeam.Client {} {}>", client.url(), client.dialect()))
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!(
            "a client holds a connection and secrets: it cannot be pickled or copied; open one where it is needed"
        )
    }
}
