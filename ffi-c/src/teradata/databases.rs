//! The databases of a site.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, at, free, free_client, get, len, next, place};
use crate::teradata::bkj_teradata;
use crate::text::{Json, Text};
use backupjobs::{Rows, teradata};
use std::ffi::c_char;

/// A database. The vendor does not document the rows of this list: a `name` is taken for the name (inferred), also when
/// a row is nothing but a text; everything else is in `extra`.
pub struct bkj_teradata_database {
    name: Option<Text>,
    extra: Json,
}

impl From<teradata::Database> for bkj_teradata_database {
    fn from(from: teradata::Database) -> Self {
        Self { name: from.name.map(Text::from), extra: from.extra.into() }
    }
}

/// Name (inferred). NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_name(database: *const bkj_teradata_database) -> *const c_char {
    get!(database.name)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_extra_json(database: *const bkj_teradata_database) -> *const c_char {
    get!(database.extra)
}

/// Frees a database that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_free(database: *mut bkj_teradata_database) {
    free!(database);
}

/// A list of databases.
pub struct bkj_teradata_database_list {
    rows: Vec<bkj_teradata_database>,
}

impl From<Vec<teradata::Database>> for bkj_teradata_database_list {
    fn from(rows: Vec<teradata::Database>) -> Self {
        Self { rows: rows.into_iter().map(Into::into).collect() }
    }
}

/// Number of databases.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_list_len(list: *const bkj_teradata_database_list) -> usize {
    len!(list.rows)
}

/// One element, from 0, which lives as long as the list; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_list_at(
    list: *const bkj_teradata_database_list,
    index: usize,
) -> *const bkj_teradata_database {
    at!(list.rows, index)
}

/// Frees a list and everything got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_list_free(list: *mut bkj_teradata_database_list) {
    free!(list);
}

/// Databases, read page by page. Holds one page, and the connection; one thread at a time.
pub struct bkj_teradata_database_iter {
    pub(crate) rows: Rows<teradata::Database>,
}

/// The next database, which belongs to the caller; NULL after the last. After an error there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_iter_next(
    iter: *mut bkj_teradata_database_iter,
    out: *mut *mut bkj_teradata_database,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, { next!(iter, out) })
}

/// Frees an iterator, but no database got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_database_iter_free(iter: *mut bkj_teradata_database_iter) {
    free_client!(iter);
}

/// The databases of the site. Enterprise only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_databases(
    client: *const bkj_teradata,
    out: *mut *mut bkj_teradata_database_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.databases", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.databases()?);
    })
}

/// The same, one page at a time if the server pages.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_teradata_iter_databases(
    client: *const bkj_teradata,
    out: *mut *mut bkj_teradata_database_iter,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "teradata.iter_databases", {
        let out = place!(out);
        let client = arg!(client);
        out.give(bkj_teradata_database_iter { rows: client.inner.iter_databases()? });
    })
}
