//! The client of one Teradata site.

use super::databases::Database;
use super::jobs::{Job, ObjectSelection};
use super::objects::{BackupObject, ObjectsPreparation};
use super::permissions::RestorePermissions;
use super::runs::Execution;
use super::token::Token;
use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::convert::{Span, ToPython, to_extra};
use crate::log::Listener;
use crate::model::no_pickle;
use crate::options::{Given, Pem, Retries};
use crate::pages::RowIterator;
use crate::rows::{Row, Rows};
use crate::secret::GivenSecret;
use crate::server::{Server, warning};
use crate::warn;
use backupjobs::teradata::{
    self, DatabaseCredentials, JobQuery, Lists as _, RestorePermissionsRequest, RestoreRequest, RunType,
};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::path::PathBuf;

/// What to restore: an object of a backup stands for all of it, under its own name.
#[derive(FromPyObject)]
enum Selected<'py> {
    #[pyo3(transparent, annotation = "ObjectSelection")]
    Selection(Bound<'py, ObjectSelection>),
    #[pyo3(transparent, annotation = "BackupObject")]
    Object(Bound<'py, BackupObject>),
}

impl Selected<'_> {
    fn core(&self) -> teradata::ObjectSelection {
        match self {
            Self::Selection(selection) => (*selection.get().0).clone(),
            Self::Object(object) => (&*object.get().0).into(),
        }
    }
}

/// A client of one site, or of one Lake account.
///
/// May be used from any number of threads at once, and as a context manager that closes it.
///
/// :param url: ``https://<api-path>``, with a path prefix if there is one
/// :param site_id: the site, on VantageCloud Enterprise; no documented call lists sites
/// :param account_id: the account, on VantageCloud Lake, where ``url`` is that of the console; give one of the two
/// :param token: the bearer token (str or Secret), a callable that returns one, or a TokenCommand, ClientCredentials, LakeJwt or Basic.
///     The callable is asked at the first call, and again
///     when the server refuses the token, by one thread at a time. It must not use this very client. What it raises is
///     the cause of the exception that comes out
/// :param allow_unverified: on Lake, only reading jobs is documented; True sends as well what is guessed by symmetry
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
#[pyclass(frozen, module = "backupjobs.teradata", name = "Client")]
pub(crate) struct Client(Held<teradata::Client>);

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (url, *, site_id=None, account_id=None, token, allow_unverified=false, ca_file=None, ca_pem=None,
        pin=None, known_hosts=None, insecure=false, proxy=None, connect_timeout=None, request_timeout=None, retries=None,
        max_body=None, retry_budget=None, max_concurrency=None, log=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
    fn new(
        py: Python<'_>,
        url: &str,
        site_id: Option<&str>,
        account_id: Option<&str>,
        token: Token,
        allow_unverified: bool,
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
        let mut config = match (site_id, account_id) {
            (Some(site_id), None) => teradata::Config::new(url, site_id, token.0),
            (None, Some(account_id)) => teradata::Config::lake(url, account_id, token.0),
            _ => {
                return Err(PyTypeError::new_err("Client() takes either site_id (Enterprise) or account_id (Lake)"));
            }
        };
        config.allow_unverified = allow_unverified;
        config.options = given.options(py)?;
        let client = call::detached(py, || teradata::Client::new(config))?;
        if insecure {
            warn::insecure(py)?;
        }
        Ok(Self(Held::new(client, backupjobs::CancelToken::new())))
    }

    /// What it speaks: "enterprise" or "lake".
    #[getter]
    fn dialect<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.get(py)?.dialect().to_python(py)
    }

    /// The Lake account; "" on Enterprise.
    #[getter]
    fn account_id(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.0.get(py)?.account_id().to_owned())
    }

    /// The site; "" on Lake.
    #[getter]
    fn site_id(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.0.get(py)?.site_id().to_owned())
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

    /// This site in the common model.
    fn server(&self, py: Python<'_>) -> PyResult<Server> {
        Ok(Server::new(self.0.get(py)?.server(), self.0.cancel.clone()))
    }

    /// Asks the token source now. Whether the server accepts the token shows at the first call.
    fn login(&self, py: Python<'_>) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.login())
    }

    /// The jobs of the site.
    ///
    /// :param is_active: True: only active ones. None: all (inferred)
    /// :param job_type: only "BACKUP" or only "RESTORE". None: both (inferred)
    /// :param page: only this page, from 1. None: all pages, in as many requests as it takes
    /// :param page_size: rows a page; 0: the server's default with ``page``
    #[pyo3(signature = (*, is_active=None, job_type=None, page=None, page_size=0))]
    fn jobs(
        &self,
        py: Python<'_>,
        is_active: Option<bool>,
        job_type: Option<&str>,
        page: Option<u32>,
        page_size: u32,
    ) -> PyResult<Rows> {
        let query = query(is_active, job_type, page, page_size);
        call::on(py, &self.0, |client, _| client.jobs(&query)).map(Rows::of::<Job>)
    }

    /// The same, one page at a time.
    #[pyo3(signature = (*, is_active=None, job_type=None, page=None, page_size=0))]
    fn iter_jobs(
        &self,
        py: Python<'_>,
        is_active: Option<bool>,
        job_type: Option<&str>,
        page: Option<u32>,
        page_size: u32,
    ) -> PyResult<RowIterator> {
        let query = query(is_active, job_type, page, page_size);
        RowIterator::begin::<Job, _>(py, &self.0, |client| client.iter_jobs(&query))
    }

    /// One job, with its settings.
    fn job(&self, py: Python<'_>, job_id: &str) -> PyResult<Job> {
        call::on(py, &self.0, |client, _| client.job(job_id)).map(|job| Job(Row::from(job)))
    }

    /// Executes a backup job and returns the id of the execution.
    ///
    /// :param run_type: "FULL" or "DELTA". None: as the job is set up (inferred)
    /// :raises OutcomeUnknownError: the server accepted but did not name the execution
    #[pyo3(signature = (job_id, *, run_type=None))]
    fn execute(&self, py: Python<'_>, job_id: &str, run_type: Option<&str>) -> PyResult<String> {
        let run_type = run_type.map(RunType::from);
        call::on(py, &self.0, |client, _| client.execute(job_id, run_type.as_ref()))
    }

    /// All executions of the site, in the server's order.
    fn site_executions(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.site_executions_list()).map(Rows::of::<Execution>)
    }

    /// All executions of a job, in the server's order.
    fn job_executions(&self, py: Python<'_>, job_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.job_executions_list(job_id)).map(Rows::of::<Execution>)
    }

    /// All executions of the site, one page at a time if the server pages.
    fn iter_site_executions(&self, py: Python<'_>) -> PyResult<RowIterator> {
        RowIterator::begin::<Execution, _>(py, &self.0, |client| client.iter_site_executions())
    }

    /// All executions of a job, one page at a time if the server pages.
    fn iter_job_executions(&self, py: Python<'_>, job_id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<Execution, _>(py, &self.0, |client| client.iter_job_executions(job_id))
    }

    /// Starts preparing the objects of a backup, and returns the id of the preparation. Enterprise only.
    fn prepare_objects(&self, py: Python<'_>, job_id: &str, execution_id: &str) -> PyResult<String> {
        call::on(py, &self.0, |client, _| client.prepare_objects(job_id, execution_id))
    }

    /// How far the preparation of objects is. Enterprise only.
    fn objects_preparation(&self, py: Python<'_>) -> PyResult<ObjectsPreparation> {
        call::on(py, &self.0, |client, _| client.objects_preparation())
            .map(|found| ObjectsPreparation(Row::from(found)))
    }

    /// The objects in a backup, which must be prepared first. Enterprise only.
    fn backup_objects(&self, py: Python<'_>, job_id: &str, execution_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.backup_objects_list(job_id, execution_id))
            .map(Rows::of::<BackupObject>)
    }

    /// The same, one page at a time if the server pages.
    fn iter_backup_objects(&self, py: Python<'_>, job_id: &str, execution_id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<BackupObject, _>(py, &self.0, |client| client.iter_backup_objects(job_id, execution_id))
    }

    /// Creates a restore out of a backup, and starts it; sent once. Enterprise only.
    ///
    /// Returns the id of the restore; None when the server did not name it: then it is among ``execution_restores``.
    ///
    /// :param name: a name for the restore
    /// :param target_site: the site of the backup itself, or another one
    /// :param objects: what to restore; an object of the backup stands for all of it, under its own name
    /// :param username: the database user that restores
    /// :param continue_job_on_access_right_violation: whether to go on after a violation of access rights
    /// :param run_as_a_copy_job: whether to copy instead of restoring (inferred)
    /// :param skip_statstics: whether statistics are left out; spelt so by the vendor
    /// :param skip_join_or_hash_indexes: whether join and hash indexes are left out
    #[pyo3(signature = (job_id, execution_id, *, name, target_site, objects, username, password,
        continue_job_on_access_right_violation=false, run_as_a_copy_job=false, skip_statstics=false,
        skip_join_or_hash_indexes=false))]
    #[allow(clippy::too_many_arguments, reason = "one for each member, all but two with names")]
    fn create_restore(
        &self,
        py: Python<'_>,
        job_id: &str,
        execution_id: &str,
        name: &str,
        target_site: &str,
        objects: Vec<Selected<'_>>,
        username: &str,
        password: GivenSecret,
        continue_job_on_access_right_violation: bool,
        run_as_a_copy_job: bool,
        skip_statstics: bool,
        skip_join_or_hash_indexes: bool,
    ) -> PyResult<Option<String>> {
        let credentials = DatabaseCredentials::new(username, password.0);
        let mut request = RestoreRequest::new(name, target_site, credentials);
        request.objects = objects.iter().map(Selected::core).collect();
        request.continue_job_on_access_right_violation = continue_job_on_access_right_violation;
        request.run_as_a_copy_job = run_as_a_copy_job;
        request.skip_statstics = skip_statstics;
        request.skip_join_or_hash_indexes = skip_join_or_hash_indexes;
        call::on(py, &self.0, |client, _| client.create_restore(job_id, execution_id, &request))
    }

    /// One restore. Enterprise only.
    fn restore(&self, py: Python<'_>, job_id: &str, execution_id: &str, restore_id: &str) -> PyResult<Execution> {
        call::on(py, &self.0, |client, _| client.restore(job_id, execution_id, restore_id))
            .map(|found| Execution(Row::from(found)))
    }

    /// All restores of the site, in the server's order. Enterprise only.
    fn site_restores(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.site_restores_list()).map(Rows::of::<Execution>)
    }

    /// The same, one page at a time if the server pages.
    fn iter_site_restores(&self, py: Python<'_>) -> PyResult<RowIterator> {
        RowIterator::begin::<Execution, _>(py, &self.0, |client| client.iter_site_restores())
    }

    /// All restores of a backup. Enterprise only.
    fn execution_restores(&self, py: Python<'_>, job_id: &str, execution_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.execution_restores_list(job_id, execution_id))
            .map(Rows::of::<Execution>)
    }

    /// The same, one page at a time if the server pages.
    fn iter_execution_restores(&self, py: Python<'_>, job_id: &str, execution_id: &str) -> PyResult<RowIterator> {
        RowIterator::begin::<Execution, _>(py, &self.0, |client| client.iter_execution_restores(job_id, execution_id))
    }

    /// Whether a user may restore. Enterprise only; nothing of the bodies is documented.
    ///
    /// :param username: the database user; with ``password``
    /// :param members: the members of the body
    #[pyo3(signature = (*, username=None, password=None, members=None))]
    fn restore_permissions(
        &self,
        py: Python<'_>,
        username: Option<&str>,
        password: Option<GivenSecret>,
        members: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<RestorePermissions> {
        let mut request = RestorePermissionsRequest::default();
        request.credentials = match (username, password) {
            (Some(username), Some(password)) => Some(DatabaseCredentials::new(username, password.0)),
            (None, None) => None,
            _ => return Err(PyTypeError::new_err("restore_permissions() takes username and password, or neither")),
        };
        request.members = members.map(to_extra).transpose()?.unwrap_or_default();
        call::on(py, &self.0, |client, _| client.restore_permissions(&request))
            .map(|found| RestorePermissions(Row::from(found)))
    }

    /// The databases of the site. Enterprise only.
    fn databases(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.databases()).map(Rows::of::<Database>)
    }

    /// The same, one page at a time if the server pages.
    fn iter_databases(&self, py: Python<'_>) -> PyResult<RowIterator> {
        RowIterator::begin::<Database, _>(py, &self.0, |client| client.iter_databases())
    }

    /// Forgets the token; later calls raise ClosedError.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, teradata::Client::close_unless)
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
        Ok(format!(
            "<backupjobs.teradata.Client {} {}{}{}>",
            client.url(),
            client.site_id(),
            client.account_id(),
            warning(&client.server())
        ))
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!(
            "a client holds a connection and secrets: it cannot be pickled or copied; open one where it is needed"
        )
    }
}

fn query(is_active: Option<bool>, job_type: Option<&str>, page: Option<u32>, page_size: u32) -> JobQuery {
    let mut query = JobQuery::default();
    query.is_active = is_active;
    query.job_type = job_type.map(Into::into);
    query.page = page;
    query.page_size = page_size;
    query
}
