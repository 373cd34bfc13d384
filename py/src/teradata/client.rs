//! The client of one Teradata site.

use super::jobs::Job;
use super::runs::Execution;
use super::token::Token;
use crate::call::{self, Held};
use crate::cancel::CancelToken;
use crate::convert::Span;
use crate::model::no_pickle;
use crate::options::{Given, Pem, Retries};
use crate::pages::RowIterator;
use crate::rows::{Row, Rows};
use crate::server::Server;
use backupjobs::teradata::{self, JobQuery, RunType};
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::path::PathBuf;

/// A client of one site. May be used from any number of threads at once.
#[pyclass(frozen, module = "backupjobs.teradata", name = "Client")]
pub(crate) struct Client(Held<teradata::Client>);

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (url, *, site_id, token, ca_file=None, ca_pem=None, pin=None, insecure=false,
        connect_timeout=None, request_timeout=None, retries=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each setting, all of them with names")]
    fn new(
        py: Python<'_>,
        url: &str,
        site_id: &str,
        token: Token,
        ca_file: Option<PathBuf>,
        ca_pem: Option<Pem>,
        pin: Option<&str>,
        insecure: bool,
        connect_timeout: Option<Span>,
        request_timeout: Option<Span>,
        retries: Option<Retries<'_>>,
    ) -> PyResult<Self> {
        let given = Given { ca_file, ca_pem, pin, insecure, connect_timeout, request_timeout, retries };
        let mut config = teradata::Config::new(url, site_id, token.0);
        config.options = given.options(py)?;
        let client = call::detached(py, || teradata::Client::new(config))?;
        Ok(Self(Held::new(client, backupjobs::CancelToken::new())))
    }

    /// The site.
    #[getter]
    fn site_id(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.0.get(py)?.site_id().to_owned())
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

    /// This site in the common model.
    fn server(&self, py: Python<'_>) -> PyResult<Server> {
        Ok(Server::new(self.0.get(py)?.server(), self.0.cancel.clone()))
    }

    /// Asks the token source now. Whether the server accepts the token shows at the first call.
    fn login(&self, py: Python<'_>) -> PyResult<()> {
        call::on(py, &self.0, |client, _| client.login())
    }

    /// The jobs of the site: all of them, or with `page` (from 1) only that page.
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

    /// Executes a backup job and returns the id of the execution. Without `run_type`: as the job is set up (inferred).
    #[pyo3(signature = (job_id, *, run_type=None))]
    fn execute(&self, py: Python<'_>, job_id: &str, run_type: Option<&str>) -> PyResult<String> {
        let run_type = run_type.map(RunType::from);
        call::on(py, &self.0, |client, _| client.execute(job_id, run_type.as_ref()))
    }

    /// All executions of the site, in the server's order.
    fn site_executions(&self, py: Python<'_>) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.site_executions()).map(Rows::of::<Execution>)
    }

    /// All executions of a job, in the server's order.
    fn job_executions(&self, py: Python<'_>, job_id: &str) -> PyResult<Rows> {
        call::on(py, &self.0, |client, _| client.job_executions(job_id)).map(Rows::of::<Execution>)
    }

    /// Forgets the token; later calls raise ClosedError.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        call::close(py, &self.0, teradata::Client::close)
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
        Ok(format!("<backupjobs.teradata.Client {} {}>", client.url(), client.site_id()))
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
