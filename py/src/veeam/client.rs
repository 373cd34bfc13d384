//! The client of one Veeam server.

use super::copy_jobs::CopyJob;
use super::items::JobItem;
use super::jobs::Job;
use super::log_items::LogItem;
use super::organizations::{Organization, UsedRepository};
use super::processed_objects::ProcessedObject;
use super::repositories::Repository;
use super::restore::{self, ExploreOptions, RestoreSession, When};
use super::restore_events::{RestoreSessionEvent, RestoreSessionStatistics};
use super::runs::JobSession;
use super::schedule::{CopySchedule, JobSchedule};
use super::service::{Health, ServiceInstance};
use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::convert::{Instant, Span, ToPython};
use crate::errors::exception;
use crate::log::Listener;
use crate::model::no_pickle;
use crate::options::{Given, Pem, Retries};
use crate::pages::RowIterator;
use crate::rows::{Row, Rows};
use crate::secret::GivenSecret;
use crate::server::{Server, warning};
use crate::warn;
use backupjobs::veeam::{self, Dialect, Lists as _};
use backupjobs::{Error, ErrorKind};
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

/// A client of one server. Logs in at the first call.
///
/// May be used from any number of threads at once, and as a context manager that closes it.
///
/// :param url: ``https://host:4443``, without the version
/// :param version: the version of the API: "v2" to "v8" (or 2 to 8)
/// :param username: local user or ``DOMAIN\user``; without multi-factor authentication
/// :param ca_file: trust only the authorities in this PEM file, instead of the system's store
/// :param ca_pem: the same as text
/// :param pin: trust exactly the certificate with this SHA-256, whoever signed it: for self-signed servers
/// :param known_hosts: trust the certificates that this file remembers for the host; see ``backupjobs.trust``
/// :param insecure: trust anybody; whoever can answer for the host name gets the credentials
/// :param proxy: ``http://proxy:3128``, or ``""`` for none (default: what HTTPS_PROXY and NO_PROXY say)
/// :param connect_timeout: longest time to open a connection (default 10 s)
/// :param request_timeout: longest time for one request (default 60 s); not the time a wait may take
/// :param retries: how often a read is tried again (default 3), or a RetryPolicy
/// :param max_body: largest answer in bytes (default 64 MiB); a larger one raises ProtocolError
/// :param retry_budget: retries in all (default 20) before requests must make them good: one for ten requests, or 10 s
/// :param max_concurrency: requests under way at a time (default 16); others wait their turn
/// :param log: a callable that takes a LogEvent, or a ``logging.Logger``; see ``LogEvent``
#[pyclass(frozen, module = "backupjobs.veeam", name = "Client")]
pub(crate) struct Client(Held<veeam::Client>);

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (url, *, version, username, password, ca_file=None, ca_pem=None,
        pin=None, known_hosts=None, insecure=false, proxy=None, connect_timeout=None, request_timeout=None, retries=None,
        max_body=None, retry_budget=None, max_concurrency=None, log=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
    fn new(
        py: Python<'_>,
        url: &str,
        version: Version,
        username: &str,
        password: GivenSecret,
        ca_file: Option<PathBuf>,
        ca_pem: Option<Pem>,
        pin: Option<&str>,
        known_hosts: Option<PathBuf>,
        insecure: bool,
        proxy: Option<&str>,
        connect_timeout: Option<Span>,
        request_timeout: Option<Span>,
        retries: Option<Retries<'_>>,
        max_body: Option<usize>,
        retry_budget: Option<u32>,
        max_concurrency: Option<u32>,
        log: Option<Listener>,
    ) -> PyResult<Self> {
        let given = Given {
            ca_file,
            ca_pem,
            pin,
            known_hosts,
            insecure,
            proxy,
            connect_timeout,
            request_timeout,
            retries,
            max_body,
            retry_budget,
            max_concurrency,
            log,
        };
        let dialect = version.dialect().map_err(|error| exception(py, &error))?;
        let mut config = veeam::Config::new(url, dialect, username, password.0);
        config.options = given.options(py)?;
        let client = call::detached(py, || veeam::Client::new(config))?;
        if insecure {
            warn::insecure(py)?;
        }
        warn::deprecated(py, &dialect.to_string(), dialect.deprecation())?;
        Ok(Self(Held::new(client, backupjobs::CancelToken::new())))
    }

    /// The version of the API it speaks, such as "v6".
    #[getter]
    fn dialect<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.get(py)?.dialect().to_python(py)
    }

    /// Scheme, host and port.
    #[getter]
    fn url(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.0.get(py)?.url().to_owned())
    }

    /// The same client whose calls end early when ``cancel`` is cancelled.
    fn with_cancel(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        Ok(Self(Held::new(self.0.get(py)?.clone(), cancel.get().0.clone())))
    }

    /// The same client whose calls end early when ``cancel`` is cancelled, or what cancels this one.
    fn _with_cancel_too(&self, py: Python<'_>, cancel: &Bound<'_, CancelToken>) -> PyResult<Self> {
        Ok(Self(self.0.with_cancel_too(py, &cancel.get().0)?))
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

    /// Starts a job. v8 answers with the session; before, None: ``Server.start`` finds the run.
    ///
    /// :param full: True asks for a full backup; v6 and later
    #[pyo3(signature = (id, *, full=None))]
    fn start_job(&self, py: Python<'_>, id: &str, full: Option<bool>) -> PyResult<Option<JobSession>> {
        call::on(py, &self.0, |client, _| client.start_job(id, full))
            .map(|found| found.map(|found| JobSession(Row::from(found))))
    }

    /// Stops a job's run. The answer may come before the run has wound down; what was backed up is kept.
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

    /// Starts a restore session from a job's backups; v3 and later.
    ///
    /// Give either ``options``, or the same things by name. None means that the server did not say which session it
    /// opened.
    #[pyo3(signature = (id, options=None, *, datetime=None, explorer=None, show_deleted=None, show_all_versions=None,
        repository_id=None))]
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
        repository_id: Option<String>,
    ) -> PyResult<Option<RestoreSession>> {
        let options = restore::chosen(py, options, datetime, explorer, show_deleted, show_all_versions, repository_id)?;
        let session = call::on(py, &self.0, |client, _| client.explore_job(id, &options))?;
        Ok(session.map(|session| RestoreSession(Row::from(session))))
    }

    /// The newest sessions of a job, newest first, at most ``limit`` (0: 100).
    #[pyo3(signature = (job_id, *, limit=0))]
    fn job_sessions(&self, py: Python<'_>, job_id: &str, limit: usize) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.job_sessions(job_id, limit)).map(Rows::of::<JobSession>)
    }

    /// The newest sessions of all jobs, newest first, at most ``limit`` (0: 100).
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
    ///
    /// :param extended_view: True asks for is_backedup, first_backuptime and last_backuptime; None: the server's default,
    ///     which is True in v6 and False in v7 and v8
    #[pyo3(signature = (id, *, extended_view=None))]
    fn organization(&self, py: Python<'_>, id: &str, extended_view: Option<bool>) -> PyResult<Organization> {
        call::on(py, &self.0, |client, _| client.organization(id, extended_view))
            .map(|found| Organization(Row::from(found)))
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
        call::on(py, &self.0, |client, _| client.copy_jobs_list()).map(Rows::of::<CopyJob>)
    }

    /// One copy job; v6 and later.
    fn copy_job(&self, py: Python<'_>, id: &str) -> PyResult<CopyJob> {
        call::on(py, &self.0, |client, _| client.copy_job(id)).map(|job| CopyJob(Row::from(job)))
    }

    /// Creates a copy job; v6 and later. The server makes up its name.
    ///
    /// :param backup_job_id: the backup job whose restore points are copied; it can have one copy job
    /// :param repository_id: the repository copied to: one extended with archive object storage
    /// :param organization_id: the organization; v8 needs it
    #[pyo3(signature = (backup_job_id, repository_id, schedule_policy, *, is_enabled=true, organization_id=None))]
    fn create_copy_job(
        &self,
        py: Python<'_>,
        backup_job_id: &str,
        repository_id: &str,
        schedule_policy: &Bound<'_, CopySchedule>,
        is_enabled: bool,
        organization_id: Option<String>,
    ) -> PyResult<CopyJob> {
        let schedule = (*schedule_policy.get().0).clone();
        let mut spec = veeam::CreateCopyJob::new(backup_job_id, repository_id, schedule).enabled(is_enabled);
        spec.organization_id = organization_id;
        call::on(py, &self.0, |client, _| client.create_copy_job(&spec)).map(|job| CopyJob(Row::from(job)))
    }

    /// Changes a copy job.
    ///
    /// :param backup_job_id: The backup job whose restore points are copied
    /// :param organization_id: The organization; v8
    /// :param repository_id: The repository copied to
    /// :param schedule_policy: When it copies
    /// :param is_enabled: Whether its schedule is on
    #[pyo3(signature = (id, *, backup_job_id=None, organization_id=None, repository_id=None, schedule_policy=None,
        is_enabled=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, most of them with names")]
    fn edit_copy_job(
        &self,
        py: Python<'_>,
        id: &str,
        backup_job_id: Option<String>,
        organization_id: Option<String>,
        repository_id: Option<String>,
        schedule_policy: Option<&Bound<'_, CopySchedule>>,
        is_enabled: Option<bool>,
    ) -> PyResult<()> {
        let mut edit = veeam::EditCopyJob::default();
        edit.backup_job_id = backup_job_id;
        edit.organization_id = organization_id;
        edit.repository_id = repository_id;
        edit.schedule_policy = schedule_policy.map(|value| (*value.get().0).clone());
        edit.is_enabled = is_enabled;
        call::on(py, &self.0, |client, _| client.edit_copy_job(id, &edit))
    }

    /// The copy jobs asked for, one page at a time.
    ///
    /// Before v8 the server does not filter by organization: we do, by the link of the copy job.
    ///
    /// :param repository_id: Only copy jobs that copy to this repository
    /// :param organization_id: Only copy jobs of this organization
    #[pyo3(signature = (*, repository_id=None, organization_id=None))]
    fn iter_copy_jobs(
        &self,
        py: Python<'_>,
        repository_id: Option<String>,
        organization_id: Option<String>,
    ) -> PyResult<RowIterator> {
        let mut query = veeam::CopyJobQuery::default();
        query.repository_id = repository_id;
        query.organization_id = organization_id;
        RowIterator::begin::<CopyJob, _>(py, &self.0, |client| client.iter_copy_jobs(&query))
    }

    /// The copy job of a backup job.
    fn copy_job_of(&self, py: Python<'_>, job_id: &str) -> PyResult<CopyJob> {
        call::on(py, &self.0, |client, _| client.copy_job_of(job_id)).map(|found| CopyJob(Row::from(found)))
    }

    /// The backup job of a copy job.
    fn backup_job_of(&self, py: Python<'_>, copy_job_id: &str) -> PyResult<Job> {
        call::on(py, &self.0, |client, _| client.backup_job_of(copy_job_id)).map(|found| Job(Row::from(found)))
    }

    /// Starts a copy job: it copies the latest restore point.
    ///
    /// v8 answers with the session of the new run; before, the answer names none (None). None when the answer names
    /// none.
    fn start_copy_job(&self, py: Python<'_>, id: &str) -> PyResult<Option<JobSession>> {
        call::on(py, &self.0, |client, _| client.start_copy_job(id))
            .map(|found| found.map(|found| JobSession(Row::from(found))))
    }

    /// Stops the run of a copy job. The answer may come before the run has wound down.
    fn stop_copy_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.stop_copy_job(id))
    }

    /// Switches the schedule of a copy job on.
    fn enable_copy_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.enable_copy_job(id))
    }

    /// Switches the schedule of a copy job off.
    fn disable_copy_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.disable_copy_job(id))
    }

    /// Deletes a copy job.
    fn delete_copy_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.delete_copy_job(id))
    }

    /// Starts a restore session from all backups of an organization.
    ///
    /// Give either ``options``, or the same things by name. None means that the server did not say which session it
    /// opened.
    #[pyo3(signature = (id, options=None, *, datetime=None, explorer=None, show_deleted=None, show_all_versions=None,
        repository_id=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each option, all of them with names")]
    fn explore_organization(
        &self,
        py: Python<'_>,
        id: &str,
        options: Option<&Bound<'_, ExploreOptions>>,
        datetime: Option<When<'_>>,
        explorer: Option<&str>,
        show_deleted: Option<bool>,
        show_all_versions: Option<bool>,
        repository_id: Option<String>,
    ) -> PyResult<Option<RestoreSession>> {
        let options = restore::chosen(py, options, datetime, explorer, show_deleted, show_all_versions, repository_id)?;
        let session = call::on(py, &self.0, |client, _| client.explore_organization(id, &options))?;
        Ok(session.map(|session| RestoreSession(Row::from(session))))
    }

    /// Starts a restore session from the backup copies of an organization in an object storage repository; v7 and later.
    ///
    /// Give either ``options``, or the same things by name. None means that the server did not say which session it
    /// opened.
    #[pyo3(signature = (repository_id, organization_id, options=None, *, datetime=None, explorer=None, show_deleted=None, show_all_versions=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each option, all of them with names")]
    fn explore_repository(
        &self,
        py: Python<'_>,
        repository_id: &str,
        organization_id: &str,
        options: Option<&Bound<'_, ExploreOptions>>,
        datetime: Option<When<'_>>,
        explorer: Option<&str>,
        show_deleted: Option<bool>,
        show_all_versions: Option<bool>,
    ) -> PyResult<Option<RestoreSession>> {
        let options = restore::chosen(py, options, datetime, explorer, show_deleted, show_all_versions, None)?;
        let session =
            call::on(py, &self.0, |client, _| client.explore_repository(repository_id, organization_id, &options))?;
        Ok(session.map(|session| RestoreSession(Row::from(session))))
    }

    /// What a job backs up. (The documents of v6 to v8 that we have do not list the resource; the job's links do.)
    fn selected_items(&self, py: Python<'_>, job_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.selected_items(job_id)).map(Rows::of::<JobItem>)
    }

    /// The same, one page at a time.
    fn iter_selected_items(&self, py: Python<'_>, job_id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<JobItem, _>(py, &self.0, |client| client.iter_selected_items(job_id))
    }

    /// What a job leaves out.
    fn excluded_items(&self, py: Python<'_>, job_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.excluded_items(job_id)).map(Rows::of::<JobItem>)
    }

    /// The same, one page at a time.
    fn iter_excluded_items(&self, py: Python<'_>, job_id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<JobItem, _>(py, &self.0, |client| client.iter_excluded_items(job_id))
    }

    /// Changes a backup job.
    ///
    /// :param repository_id: The repository written to
    /// :param backup_type: What it backs up
    /// :param name: Name
    /// :param description: Description
    /// :param selected_items: What it backs up, all of it
    /// :param excluded_items: What it leaves out, all of it; an empty list leaves out nothing
    /// :param schedule_policy: When it runs by itself
    /// :param is_enabled: Whether its schedule is on
    /// :param run_now: Whether it runs right now
    /// :param skip_item_update: Whether the properties of the items are left as they are known to the server; v8
    #[pyo3(signature = (id, *, repository_id=None, backup_type=None, name=None, description=None,
        selected_items=None, excluded_items=None, schedule_policy=None, is_enabled=None, run_now=None,
        skip_item_update=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
    fn edit_job(
        &self,
        py: Python<'_>,
        id: &str,
        repository_id: Option<String>,
        backup_type: Option<&str>,
        name: Option<String>,
        description: Option<String>,
        selected_items: Option<Vec<Bound<'_, JobItem>>>,
        excluded_items: Option<Vec<Bound<'_, JobItem>>>,
        schedule_policy: Option<&Bound<'_, JobSchedule>>,
        is_enabled: Option<bool>,
        run_now: Option<bool>,
        skip_item_update: Option<bool>,
    ) -> PyResult<()> {
        let mut edit = veeam::EditJob::default();
        edit.repository_id = repository_id;
        edit.backup_type = backup_type.map(Into::into);
        edit.name = name;
        edit.description = description;
        edit.selected_items = selected_items.map(|list| list.iter().map(|one| (*one.get().0).clone()).collect());
        edit.excluded_items = excluded_items.map(|list| list.iter().map(|one| (*one.get().0).clone()).collect());
        edit.schedule_policy = schedule_policy.map(|value| (*value.get().0).clone());
        edit.is_enabled = is_enabled;
        edit.run_now = run_now;
        edit.skip_item_update = skip_item_update;
        call::on(py, &self.0, |client, _| client.edit_job(id, &edit))
    }

    /// Creates a backup job.
    ///
    /// :param organization_id: The organization to back up
    /// :param repository_id: The repository written to
    /// :param backup_type: What it backs up
    /// :param name: Name
    /// :param description: Description
    /// :param selected_items: What it backs up, with BackupType::SelectedItems
    /// :param excluded_items: What it leaves out
    /// :param schedule_policy: When it runs by itself
    /// :param is_enabled: Whether its schedule is on
    /// :param run_now: Whether it runs right after it was created
    /// :param skip_item_update: Whether the properties of the items are left as they are known to the server; v8
    #[pyo3(signature = (organization_id, repository_id, *, backup_type=None, name=None, description=None,
        selected_items=None, excluded_items=None, schedule_policy=None, is_enabled=None, run_now=None,
        skip_item_update=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
    fn create_job(
        &self,
        py: Python<'_>,
        organization_id: &str,
        repository_id: &str,
        backup_type: Option<&str>,
        name: Option<String>,
        description: Option<String>,
        selected_items: Option<Vec<Bound<'_, JobItem>>>,
        excluded_items: Option<Vec<Bound<'_, JobItem>>>,
        schedule_policy: Option<&Bound<'_, JobSchedule>>,
        is_enabled: Option<bool>,
        run_now: Option<bool>,
        skip_item_update: Option<bool>,
    ) -> PyResult<Job> {
        let mut spec = veeam::CreateJob::new(organization_id, repository_id);
        if let Some(kind) = backup_type {
            spec.backup_type = kind.into();
        }
        spec.name = name;
        spec.description = description;
        spec.selected_items = selected_items.unwrap_or_default().iter().map(|one| (*one.get().0).clone()).collect();
        spec.excluded_items = excluded_items.unwrap_or_default().iter().map(|one| (*one.get().0).clone()).collect();
        spec.schedule_policy = schedule_policy.map(|value| (*value.get().0).clone());
        spec.is_enabled = is_enabled;
        spec.run_now = run_now;
        spec.skip_item_update = skip_item_update;
        call::on(py, &self.0, |client, _| client.create_job(&spec)).map(|found| Job(Row::from(found)))
    }

    /// The backup jobs asked for, one page at a time.
    ///
    /// Before v8 the server does not filter by repository: we do, and a job that does not tell its repository is left
    /// out.
    ///
    /// :param organization_id: Only jobs of this organization
    /// :param repository_id: Only jobs that write to this repository
    #[pyo3(signature = (*, organization_id=None, repository_id=None))]
    fn iter_jobs(
        &self,
        py: Python<'_>,
        organization_id: Option<String>,
        repository_id: Option<String>,
    ) -> PyResult<RowIterator> {
        let mut query = veeam::JobQuery::default();
        query.organization_id = organization_id;
        query.repository_id = repository_id;
        RowIterator::begin::<Job, _>(py, &self.0, |client| client.iter_jobs(&query))
    }

    /// Deletes a job; its backups stay. A job that has a copy job cannot be deleted before that is.
    fn delete_job(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.delete_job(id))
    }

    /// The steps asked for, one page at a time, in the server's order.
    ///
    /// :param kind: Only steps that went so. Before v8 by the word in brackets, whose words are not documented
    /// :param ascending: v8: oldest first, or newest first
    #[pyo3(signature = (session_id, *, kind=None, ascending=None))]
    fn iter_log_items(
        &self,
        py: Python<'_>,
        session_id: &str,
        kind: Option<&str>,
        ascending: Option<bool>,
    ) -> PyResult<RowIterator> {
        let mut query = veeam::LogItemQuery::default();
        query.kind = kind.map(Into::into);
        query.ascending = ascending;
        RowIterator::begin::<LogItem, _>(py, &self.0, |client| client.iter_log_items(session_id, &query))
    }

    /// One step of a job session.
    fn log_item(&self, py: Python<'_>, session_id: &str, id: &str) -> PyResult<LogItem> {
        call::on(py, &self.0, |client, _| client.log_item(session_id, id)).map(|found| LogItem(Row::from(found)))
    }

    /// The organizations asked for, one page at a time.
    ///
    /// :param extended_view: Whether to tell when data were backed up. Needs the proxy to be online. Unset, v6 does
    ///     and v7 and v8 do not; earlier versions always do, and are not asked
    /// :param msid: Only the organization with this id at Microsoft; v8
    /// :param backed_up_organization_id: Only the organization whose data have this id in the backup; v8
    #[pyo3(signature = (*, extended_view=None, msid=None, backed_up_organization_id=None))]
    fn iter_organizations(
        &self,
        py: Python<'_>,
        extended_view: Option<bool>,
        msid: Option<String>,
        backed_up_organization_id: Option<String>,
    ) -> PyResult<RowIterator> {
        let mut query = veeam::OrganizationQuery::default();
        query.extended_view = extended_view;
        query.msid = msid;
        query.backed_up_organization_id = backed_up_organization_id;
        RowIterator::begin::<Organization, _>(py, &self.0, |client| client.iter_organizations(&query))
    }

    /// The repositories with data of an organization.
    fn used_repositories(&self, py: Python<'_>, organization_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.used_repositories(organization_id)).map(Rows::of::<UsedRepository>)
    }

    /// The same, one page at a time.
    fn iter_used_repositories(&self, py: Python<'_>, organization_id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<UsedRepository, _>(py, &self.0, |client| client.iter_used_repositories(organization_id))
    }

    /// The objects that a job session has processed.
    fn processed_objects(&self, py: Python<'_>, session_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.processed_objects(session_id)).map(Rows::of::<ProcessedObject>)
    }

    /// The same, one page at a time.
    fn iter_processed_objects(&self, py: Python<'_>, session_id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<ProcessedObject, _>(py, &self.0, |client| client.iter_processed_objects(session_id))
    }

    /// The backup repositories asked for, one page at a time.
    ///
    /// Before v6 the server does not filter by proxy: we do, and a repository that does not tell its proxy is left
    /// out.
    ///
    /// :param proxy_id: Only repositories that this proxy serves
    /// :param proxy_pool_id: Only repositories that this pool of proxies serves; v8
    /// :param organization_id: Only repositories of this organization; v8
    /// :param long_term: Some(true): only archives. Some(false): all, as when unset, by the v8 document. v6
    #[pyo3(signature = (*, proxy_id=None, proxy_pool_id=None, organization_id=None, long_term=None))]
    fn iter_repositories(
        &self,
        py: Python<'_>,
        proxy_id: Option<String>,
        proxy_pool_id: Option<String>,
        organization_id: Option<String>,
        long_term: Option<bool>,
    ) -> PyResult<RowIterator> {
        let mut query = veeam::RepositoryQuery::default();
        query.proxy_id = proxy_id;
        query.proxy_pool_id = proxy_pool_id;
        query.organization_id = organization_id;
        query.long_term = long_term;
        RowIterator::begin::<Repository, _>(py, &self.0, |client| client.iter_repositories(&query))
    }

    /// The events of a restore session.
    fn restore_session_events(&self, py: Python<'_>, id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.restore_session_events(id)).map(Rows::of::<RestoreSessionEvent>)
    }

    /// The same, one page at a time.
    fn iter_restore_session_events(&self, py: Python<'_>, id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<RestoreSessionEvent, _>(py, &self.0, |client| client.iter_restore_session_events(id))
    }

    /// How much a restore session has restored.
    fn restore_session_statistics(&self, py: Python<'_>, id: &str) -> PyResult<RestoreSessionStatistics> {
        call::on(py, &self.0, |client, _| client.restore_session_statistics(id))
            .map(|found| RestoreSessionStatistics(Row::from(found)))
    }

    /// All restore sessions.
    fn restore_sessions(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.restore_sessions()).map(Rows::of::<RestoreSession>)
    }

    /// The restore sessions asked for, one page at a time.
    ///
    /// :param start_time_from: Only sessions opened then or later
    /// :param start_time_to: Only sessions opened then or earlier
    /// :param end_time_from: Only sessions closed then or later
    /// :param end_time_to: Only sessions closed then or earlier
    /// :param ascending: v8: oldest first, or newest first
    /// :param order_by: v8: ordered by what; when they were opened, if unset
    #[pyo3(signature = (*, start_time_from=None, start_time_to=None, end_time_from=None, end_time_to=None,
        ascending=None, order_by=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, most of them with names")]
    fn iter_restore_sessions(
        &self,
        py: Python<'_>,
        start_time_from: Option<Instant>,
        start_time_to: Option<Instant>,
        end_time_from: Option<Instant>,
        end_time_to: Option<Instant>,
        ascending: Option<bool>,
        order_by: Option<&str>,
    ) -> PyResult<RowIterator> {
        let mut query = veeam::RestoreSessionQuery::default();
        query.start_time_from = start_time_from.map(|at| at.0);
        query.start_time_to = start_time_to.map(|at| at.0);
        query.end_time_from = end_time_from.map(|at| at.0);
        query.end_time_to = end_time_to.map(|at| at.0);
        query.ascending = ascending;
        query.order_by = order_by.map(Into::into);
        RowIterator::begin::<RestoreSession, _>(py, &self.0, |client| client.iter_restore_sessions(&query))
    }

    /// One restore session.
    fn restore_session(&self, py: Python<'_>, id: &str) -> PyResult<RestoreSession> {
        call::on(py, &self.0, |client, _| client.restore_session(id)).map(|found| RestoreSession(Row::from(found)))
    }

    /// Closes a restore session.
    fn stop_restore_session(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.stop_restore_session(id))
    }

    /// The installed product. https://helpcenter.veeam.com/docs/vbo365/rest/versioning.html
    fn service_instance(&self, py: Python<'_>) -> PyResult<ServiceInstance> {
        call::on(py, &self.0, |client, _| client.service_instance()).map(|found| ServiceInstance(Row::from(found)))
    }

    /// How the product is. Which HTTP status an unhealthy one answers with is not documented.
    fn health(&self, py: Python<'_>) -> PyResult<Health> {
        call::on(py, &self.0, |client, _| client.health()).map(|found| Health(Row::from(found)))
    }

    /// The job sessions asked for, one page at a time, in the server's order: newest first, as clients see it.
    ///
    /// :param job_id: Only sessions of this job. Whether the id of a copy job works is not documented
    /// :param job_type: Only sessions of backup jobs, or of copy jobs; v6
    /// :param status: Only sessions that stand so
    /// :param end_time_lower_bound: Only sessions that ended then or later. A session that has not ended is left
    ///     out where we filter: up to v5, and in v6 beside job_id
    /// :param end_time_upper_bound: Only sessions that ended then or earlier. A session that has not ended is left
    ///     out where we filter: up to v6
    #[pyo3(signature = (*, job_id=None, job_type=None, status=None, end_time_lower_bound=None,
        end_time_upper_bound=None))]
    fn iter_job_sessions(
        &self,
        py: Python<'_>,
        job_id: Option<String>,
        job_type: Option<&str>,
        status: Option<&str>,
        end_time_lower_bound: Option<Instant>,
        end_time_upper_bound: Option<Instant>,
    ) -> PyResult<RowIterator> {
        let mut query = veeam::SessionQuery::default();
        query.job_id = job_id;
        query.job_type = job_type.map(Into::into);
        query.status = status.map(Into::into);
        query.end_time_lower_bound = end_time_lower_bound.map(|at| at.0);
        query.end_time_upper_bound = end_time_upper_bound.map(|at| at.0);
        RowIterator::begin::<JobSession, _>(py, &self.0, |client| client.iter_job_sessions(&query))
    }

    /// Forgets the token; later calls raise ClosedError.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, veeam::Client::close_unless)
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
        Ok(format!("<backupjobs.veeam.Client {} {}{}>", client.url(), client.dialect(), warning(&client.server())))
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!(
            "a client holds a connection and secrets: it cannot be pickled or copied; open one where it is needed"
        )
    }
}
