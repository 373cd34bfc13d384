//! Lists whose paging is not documented: executions, restores, objects, databases.
//!
//! Only the list of jobs has documented pages, of 10 rows unless asked otherwise. The others may page silently in the
//! same way, so they are asked for as documented, without parameters, and for a second page only when the answer may be
//! a full page: when it holds a whole number of tens. All of this is inferred.

use super::Client;
use crate::error::{ErrorKind, Result};
use crate::page::Rows;
use crate::request::Request;
use crate::table::{Page, Tabular};
use serde::de::{DeserializeOwned, IgnoredAny};

/// The documented default size of a page of jobs.
const PAGE: usize = 10;

/// Gets one page.
type Fetch<T> = fn(&Client, &Request) -> Result<Page<T>>;

/// The request for that page.
#[inline(never)]
fn asked(request: &Request, index: usize) -> Request {
    match index {
        0 => request.clone(),
        _ => request.clone().query("page", (index + 1).to_string()),
    }
}

impl Client {
    /// The rows of a list, one page at a time if it has pages.
    ///
    /// A server that does not page ignores `page` (then the same rows come again, and the list ends there) or refuses
    /// it.
    pub(super) fn rows<T: DeserializeOwned + Send + 'static>(
        &self,
        request: Request,
        key: fn(&T) -> String,
    ) -> Rows<T> {
        self.pages(request, key, |client, one| client.core.read::<Vec<T>>(&client.cancel, one).map(Page::from))
    }

    /// [`Client::rows`] that stay in their table.
    pub(super) fn table_rows<T>(&self, request: Request, key: fn(&T) -> String) -> Rows<T>
    where
        T: Tabular + DeserializeOwned + Send + 'static,
    {
        self.pages(request, key, |client, one| {
            let answer = client.core.read_rows::<T, IgnoredAny, Vec<T>>(&client.cancel, one, false)?;
            Ok(answer.map_or_else(Page::from, |answer| answer.rows.into()))
        })
    }

    fn pages<T: Send + 'static>(&self, request: Request, key: fn(&T) -> String, fetch: Fetch<T>) -> Rows<T> {
        let client = self.clone();
        let mut size = 0_usize;
        Rows::new(
            move |index| {
                let rows = match fetch(&client, &asked(&request, index)) {
                    Err(error)
                        if index > 0 && matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidArgument) =>
                    {
                        Page::default()
                    }
                    answer => answer?,
                };
                if index == 0 {
                    size = rows.len();
                }
                let full = size > 0 && size.is_multiple_of(PAGE) && rows.len() >= size;
                Ok((rows, full))
            },
            key,
        )
    }
}
