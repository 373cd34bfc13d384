//! What can be done with jobs.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, boxed, flag, free, free_client, invalid, maybe, next, place};
use crate::string::bkj_string;
use crate::teradata::bkj_teradata;
use crate::teradata::jobs::{bkj_teradata_job, bkj_teradata_job_list};
use crate::text::{maybe_text, text};
use backupjobs::{Rows, teradata};
use std::ffi::c_char;

/// Which jobs to list.
#[derive(Default)]
pub struct bkj_teradata_job_query {
    pub(crate) inner: teradata::JobQuery,
}

/// All jobs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_query_new() -> *mut bkj_teradata_job_query {
    boxed(bkj_teradata_job_query::default)
}

/// 1: only active jobs; 0: what the server makes of false; BKJ_ABSENT: all.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_query_set_is_active(
    query: *mut bkj_teradata_job_query,
    active: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.is_active = flag(active, "active")?;
    })
}

/// Only this kind, a word such as "BACKUP"; NULL: both.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_query_set_job_type(
    query: *mut bkj_teradata_job_query,
    job_type: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.job_type = maybe_text!(job_type).map(Into::into);
    })
}

/// Only this page, from 1; BKJ_ABSENT: all pages, in as many requests as it takes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_query_set_page(
    query: *mut bkj_teradata_job_query,
    page: i64,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.page = match page {
            -1 => None,
            page => Some(u32::try_from(page).map_err(|_| invalid(format!("'page' is {page}")))?),
        };
    })
}

/// Rows a page; without a page this only sets the size of the requests. 0: the server's default with a page.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_query_set_page_size(
    query: *mut bkj_teradata_job_query,
    rows: u32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let query = arg_mut!(query);
        query.inner.page_size = rows;
    })
}

/// Frees a query.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_query_free(query: *mut bkj_teradata_job_query) {
    free!(query);
}

/// The jobs of the site. `query` may be NULL: all jobs. Lists leave out the job settings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_jobs(
    client: *const bkj_teradata,
    query: *const bkj_teradata_job_query,
    out: *mut *mut bkj_teradata_job_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.jobs", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        out.give(client.inner.jobs(&query)?);
    })
}

/// The jobs of the site, one page at a time. `query` may be NULL: all jobs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_iter_jobs(
    client: *const bkj_teradata,
    query: *const bkj_teradata_job_query,
    out: *mut *mut bkj_teradata_job_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_jobs", {
        let out = place!(out);
        let client = arg!(client);
        let query = maybe!(query).map(|query| query.inner.clone()).unwrap_or_default();
        out.give(bkj_teradata_job_iter { rows: client.inner.iter_jobs(&query)? });
    })
}

/// Jobs, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_teradata_job_iter {
    rows: Rows<teradata::Job>,
}

/// The next job, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_iter_next(
    iter: *mut bkj_teradata_job_iter,
    out: *mut *mut bkj_teradata_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_jobs", { next!(iter, out) })
}

/// Frees an iterator, but no job got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_iter_free(iter: *mut bkj_teradata_job_iter) {
    free_client!(iter);
}

/// One job, with its settings.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job(
    client: *const bkj_teradata,
    job_id: *const c_char,
    out: *mut *mut bkj_teradata_job,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.job(text!(job_id))?);
    })
}

/// Executes a backup job and returns the id of the execution. `run_type` is "FULL" or "DELTA"; NULL: as the job
/// is set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_execute(
    client: *const bkj_teradata,
    job_id: *const c_char,
    run_type: *const c_char,
    out: *mut *mut bkj_string,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.execute", {
        let out = place!(out);
        let client = arg!(client);
        let run_type = maybe_text!(run_type).map(teradata::RunType::from);
        out.give(client.inner.execute(text!(job_id), run_type.as_ref())?);
    })
}
