//! Listing executions.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, place};
use crate::teradata::bkj_teradata;
use crate::teradata::runs::{bkj_teradata_execution_iter, bkj_teradata_execution_list};
use crate::text::text;
use backupjobs::teradata::Lists as _;
use std::ffi::c_char;

/// All executions of the site, in the server's order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_site_executions(
    client: *const bkj_teradata,
    out: *mut *mut bkj_teradata_execution_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.site_executions", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.site_executions_list()?);
    })
}

/// All executions of a job, in the server's order.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_job_executions(
    client: *const bkj_teradata,
    job_id: *const c_char,
    out: *mut *mut bkj_teradata_execution_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.job_executions", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.job_executions_list(text!(job_id))?);
    })
}

/// All executions of the site, one page at a time if the server pages.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_iter_site_executions(
    client: *const bkj_teradata,
    out: *mut *mut bkj_teradata_execution_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_site_executions", {
        let out = place!(out);
        let client = arg!(client);
        out.give(bkj_teradata_execution_iter { rows: client.inner.iter_site_executions()? });
    })
}

/// All executions of a job, one page at a time if the server pages.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_iter_job_executions(
    client: *const bkj_teradata,
    job_id: *const c_char,
    out: *mut *mut bkj_teradata_execution_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_job_executions", {
        let out = place!(out);
        let client = arg!(client);
        out.give(bkj_teradata_execution_iter { rows: client.inner.iter_job_executions(text!(job_id))? });
    })
}
