//! The client of one appliance.

use super::archives::{ArchiveInfo, ArchiveSummary};
use super::details::BackupDetails;
use super::location::Location;
use super::parts::Part;
use super::recurrence::{RecurrenceInfo, RetentionInfo};
use super::request::BackupRequest;
use super::restore::RestoreMetadata;
use super::runs::{BackupJobStatus, ReturnResult};
use super::schedules::Schedule;
use super::session::SessionInfo;
use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::convert::{Instant, Named, Span, ToPython};
use crate::errors::exception;
use crate::log::Listener;
use crate::model::no_pickle;
use crate::options::{Given, Pem, Retries};
use crate::rows::{Row, Rows};
use crate::secret::GivenSecret;
use crate::server::{Server, warning};
use crate::warn;
use backupjobs::vcenter;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::path::PathBuf;

/// A client of one appliance. Logs in at the first call.
///
/// May be used from any number of threads at once, and as a context manager that closes it.
///
/// :param url: ``https://vcenter.example``
/// :param username: single-sign-on user such as ``administrator@vsphere.local``
/// :param dialect: "rest" (6.5 and later) or "api" (7.0 U2 and later). None: found at the first call, and remembered
/// :param login: "session", or "basic" for user and password with every request. None: basic on port 5480
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
#[pyclass(frozen, module = "backupjobs.vcenter", name = "Client")]
pub(crate) struct Client(pub(crate) Held<vcenter::Client>);

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (url, *, username, password, dialect=None, login=None, ca_file=None, ca_pem=None,
        pin=None, known_hosts=None, insecure=false, proxy=None, connect_timeout=None, request_timeout=None, retries=None,
        max_body=None, retry_budget=None, max_concurrency=None, log=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
    fn new(
        py: Python<'_>,
        url: &str,
        username: &str,
        password: GivenSecret,
        dialect: Option<&str>,
        login: Option<&str>,
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
        let mut config = vcenter::Config::new(url, username, password.0);
        config.dialect = dialect.map(|word| vcenter::Dialect::from_word(py, word)).transpose()?;
        config.login = login.map(|word| vcenter::LoginMode::from_word(py, word)).transpose()?;
        config.options = given.options(py)?;
        let client = call::detached(py, || vcenter::Client::new(config))?;
        if insecure {
            warn::insecure(py)?;
        }
        if let Some(dialect) = client.dialect() {
            warn::deprecated(py, dialect.name(), dialect.deprecation())?;
        }
        Ok(Self(Held::new(client, backupjobs::CancelToken::new())))
    }

    /// The dialect it speaks, "rest" or "api": the one given, or the one found; None before the first call.
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

    /// This appliance in the common model. It has one job, ``APPLIANCE_BACKUP``; starting it sends ``request``.
    ///
    /// Without a request the job can be watched and stopped, but not started.
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
    ///
    /// :raises InvalidArgumentError: before any request when the backup password breaks the policy
    /// :raises AlreadyRunningError: another one runs, whoever started it
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

    /// The appliances that have backups at a place: names of directories such as sn_vcenter.example.
    fn system_names(&self, py: Python<'_>, at: &Bound<'_, Location>) -> PyResult<Vec<String>> {
        let at = &at.get().0;
        call::on(py, &self.0, |client, _| client.system_names(at))
    }

    /// The archives of one appliance at a place.
    ///
    /// :param start_timestamp: Only backups made then or later
    /// :param end_timestamp: Only backups made then or earlier
    /// :param comment_substring: Only backups whose comment holds this text
    /// :param max_results: Only so many of the newest. Unset: 128, by the documentation
    #[pyo3(signature = (system_name, at, *, start_timestamp=None, end_timestamp=None, comment_substring=None,
        max_results=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, most of them with names")]
    fn archives(
        &self,
        py: Python<'_>,
        system_name: &str,
        at: &Bound<'_, Location>,
        start_timestamp: Option<Instant>,
        end_timestamp: Option<Instant>,
        comment_substring: Option<String>,
        max_results: Option<i64>,
    ) -> PyResult<Rows> {
        let at = &at.get().0;
        let mut query = vcenter::ArchiveQuery::default();
        query.start_timestamp = start_timestamp.map(|at| at.0);
        query.end_timestamp = end_timestamp.map(|at| at.0);
        query.comment_substring = comment_substring;
        query.max_results = max_results;
        call::on(py, &self.0, |client, _| client.archives(system_name, at, &query)).map(Rows::of::<ArchiveSummary>)
    }

    /// One archive of an appliance at a place.
    fn archive(
        &self,
        py: Python<'_>,
        system_name: &str,
        archive: &str,
        at: &Bound<'_, Location>,
    ) -> PyResult<ArchiveInfo> {
        let at = &at.get().0;
        call::on(py, &self.0, |client, _| client.archive(system_name, archive, at))
            .map(|found| ArchiveInfo(Row::from(found)))
    }

    /// Details of these backups, or of all when ids is empty; newest first. 6.7 and later.
    #[pyo3(signature = (*, ids=None))]
    fn backup_details(&self, py: Python<'_>, ids: Option<Vec<String>>) -> PyResult<Rows> {
        let ids = ids.unwrap_or_default();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        call::on(py, &self.0, |client, _| client.backup_details(&ids)).map(Rows::of::<BackupDetails>)
    }

    /// Looks whether a backup could work, without starting it: the destination, its credentials, the space.
    ///
    /// What it says is in the answer; an answer alone is no good news.
    fn validate_backup(&self, py: Python<'_>, request: &Bound<'_, BackupRequest>) -> PyResult<ReturnResult> {
        let request = &request.get().0;
        call::on(py, &self.0, |client, _| client.validate_backup(request)).map(|found| ReturnResult(Row::from(found)))
    }

    /// The parts of this appliance.
    fn parts(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.parts()).map(Rows::of::<Part>)
    }

    /// The size of a part in MB.
    fn part_size(&self, py: Python<'_>, id: &str) -> PyResult<i64> {
        call::on(py, &self.0, |client, _| client.part_size(id))
    }

    /// Reads a backup's description and compares it with this appliance; restores nothing.
    ///
    /// :param location_type: How the appliance reaches the backup
    /// :param location: Path or URL of the archive itself, not of the place that holds all of them (seen in
    ///     clients)
    /// :param parts: Only these parts, which must be standalone ones; 8.0 U3 and later. Not sent when empty
    /// :param backup_password: The password that the backup was encrypted with. No policy holds here: it is what it
    ///     was
    /// :param location_user: User there. Unset: no authentication
    /// :param location_password: Password there
    /// :param sso_admin_user_name: Single-sign-on administrator; 6.7 and later
    /// :param sso_admin_user_password: Its password
    #[pyo3(signature = (location_type, location, *, parts=None, backup_password=None, location_user=None,
        location_password=None, sso_admin_user_name=None, sso_admin_user_password=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
    fn validate_restore(
        &self,
        py: Python<'_>,
        location_type: &str,
        location: &str,
        parts: Option<Vec<String>>,
        backup_password: Option<GivenSecret>,
        location_user: Option<String>,
        location_password: Option<GivenSecret>,
        sso_admin_user_name: Option<String>,
        sso_admin_user_password: Option<GivenSecret>,
    ) -> PyResult<RestoreMetadata> {
        let mut request = vcenter::RestoreRequest::new(location_type.into(), location);
        request.parts = parts.unwrap_or_default();
        request.backup_password = backup_password.map(|given| given.0);
        request.location_user = location_user;
        request.location_password = location_password.map(|given| given.0);
        request.sso_admin_user_name = sso_admin_user_name;
        request.sso_admin_user_password = sso_admin_user_password.map(|given| given.0);
        call::on(py, &self.0, |client, _| client.validate_restore(&request))
            .map(|found| RestoreMetadata(Row::from(found)))
    }

    /// Whether this appliance can be backed up and restored at all. 6.7 and later.
    fn recovery_supported(&self, py: Python<'_>) -> PyResult<bool> {
        call::on(py, &self.0, |client, _| client.recovery_supported())
    }

    /// All schedules.
    fn schedules(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.schedules()).map(Rows::of::<Schedule>)
    }

    /// One schedule.
    fn schedule(&self, py: Python<'_>, id: &str) -> PyResult<Schedule> {
        call::on(py, &self.0, |client, _| client.schedule(id)).map(|found| Schedule(Row::from(found)))
    }

    /// Makes a schedule of that name.
    ///
    /// It is on, unless the specification says otherwise.
    ///
    /// :param location: URL of the destination; its scheme tells the type
    /// :param parts: Optional parts to include, such as seat; not sent when empty
    /// :param backup_password: Encrypts the backups; policy as for BackupRequest. Unset: not encrypted
    /// :param location_user: User at the destination. Unset: no authentication there
    /// :param location_password: Password at the destination
    /// :param enable: Whether it is on. Unset: on
    /// :param recurrence_info: When it runs
    /// :param retention_info: How many backups it keeps. Unset: all
    /// :param fast_backup: Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member).
    ///     Unset: the slow way
    #[pyo3(signature = (id, location, *, parts=None, backup_password=None, location_user=None,
        location_password=None, enable=None, recurrence_info=None, retention_info=None, fast_backup=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
    fn create_schedule(
        &self,
        py: Python<'_>,
        id: &str,
        location: &str,
        parts: Option<Vec<String>>,
        backup_password: Option<GivenSecret>,
        location_user: Option<String>,
        location_password: Option<GivenSecret>,
        enable: Option<bool>,
        recurrence_info: Option<&Bound<'_, RecurrenceInfo>>,
        retention_info: Option<&Bound<'_, RetentionInfo>>,
        fast_backup: Option<bool>,
    ) -> PyResult<()> {
        let mut spec = vcenter::ScheduleSpec::new(location);
        spec.parts = parts.unwrap_or_default();
        spec.backup_password = backup_password.map(|given| given.0);
        spec.location_user = location_user;
        spec.location_password = location_password.map(|given| given.0);
        spec.enable = enable;
        spec.recurrence_info = recurrence_info.map(|value| (*value.get().0).clone());
        spec.retention_info = retention_info.map(|value| (*value.get().0).clone());
        spec.fast_backup = fast_backup;
        call::on(py, &self.0, |client, _| client.create_schedule(id, &spec))
    }

    /// Changes what is set in update, and leaves the rest.
    ///
    /// :param parts: Optional parts to include; empty: none of them
    /// :param backup_password: Encrypts the backups; policy as for BackupRequest
    /// :param location: URL of the destination; its scheme tells the type
    /// :param location_user: User at the destination
    /// :param location_password: Password at the destination
    /// :param enable: Whether it is on
    /// :param recurrence_info: When it runs
    /// :param retention_info: How many backups it keeps. (There is no word for "all again": make the schedule
    ///     anew.)
    /// :param fast_backup: Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member)
    #[pyo3(signature = (id, *, parts=None, backup_password=None, location=None, location_user=None,
        location_password=None, enable=None, recurrence_info=None, retention_info=None, fast_backup=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, all of them with names")]
    fn update_schedule(
        &self,
        py: Python<'_>,
        id: &str,
        parts: Option<Vec<String>>,
        backup_password: Option<GivenSecret>,
        location: Option<String>,
        location_user: Option<String>,
        location_password: Option<GivenSecret>,
        enable: Option<bool>,
        recurrence_info: Option<&Bound<'_, RecurrenceInfo>>,
        retention_info: Option<&Bound<'_, RetentionInfo>>,
        fast_backup: Option<bool>,
    ) -> PyResult<()> {
        let mut update = vcenter::ScheduleUpdate::new();
        update.parts = parts;
        update.backup_password = backup_password.map(|given| given.0);
        update.location = location;
        update.location_user = location_user;
        update.location_password = location_password.map(|given| given.0);
        update.enable = enable;
        update.recurrence_info = recurrence_info.map(|value| (*value.get().0).clone());
        update.retention_info = retention_info.map(|value| (*value.get().0).clone());
        update.fast_backup = fast_backup;
        call::on(py, &self.0, |client, _| client.update_schedule(id, &update))
    }

    /// Deletes a schedule. Its backups stay.
    fn delete_schedule(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.delete_schedule(id))
    }

    /// Starts a backup as the schedule would, now. The answer is its status.
    #[pyo3(signature = (id, *, comment=None))]
    fn run_schedule(&self, py: Python<'_>, id: &str, comment: Option<&str>) -> PyResult<BackupJobStatus> {
        call::on(py, &self.0, |client, _| client.run_schedule(id, comment))
            .map(|found| BackupJobStatus(Row::from(found)))
    }

    /// Deletes the session on the server; later calls raise ClosedError. A running backup goes on.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, vcenter::Client::close_unless)
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
        let server = client.server(None);
        Ok(format!("<backupjobs.vcenter.Client {}{}>", client.url(), server.as_ref().map_or("", warning)))
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!(
            "a client holds a connection and secrets: it cannot be pickled or copied; open one where it is needed"
        )
    }
}
