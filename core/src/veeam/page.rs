//! Lists: a bare array, or a page with `results` and a link to the next.
//!
//! <https://helpcenter.veeam.com/docs/vbo365/rest/pagination.html>

use super::{Client, Links};
use crate::error::Result;
use crate::page;
use crate::request::Request;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Rows asked for at once; the documented maximum is 10,000, the default 30.
const LIMIT: usize = 1_000;

#[derive(Deserialize)]
struct Page<T> {
    results: Vec<T>,
    #[serde(rename = "_links", default)]
    links: Option<Links>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Rows<T> {
    Whole(Vec<T>),
    Page(Page<T>),
}

impl Client {
    /// A list whose version gives it whole.
    pub(super) fn array<T: DeserializeOwned>(&self, request: &Request) -> Result<Vec<T>> {
        self.core.read(&self.cancel, request)
    }

    /// A list of which the documentation does not say whether it comes whole.
    pub(super) fn whole_or_paged<T: DeserializeOwned>(
        &self,
        request: impl Fn() -> Request,
        key: impl Fn(&T) -> &str,
    ) -> Result<Vec<T>> {
        match self.core.read(&self.cancel, &request())? {
            Rows::Whole(rows) => Ok(rows),
            Rows::Page(page) if page.links.as_ref().is_some_and(|links| links.href("next").is_some()) => {
                self.paged(usize::MAX, request, key)
            }
            Rows::Page(page) => Ok(page.results),
        }
    }

    /// At most `most` rows of a paged list, in as many requests as it takes.
    pub(super) fn paged<T: DeserializeOwned>(
        &self,
        most: usize,
        request: impl Fn() -> Request,
        key: impl Fn(&T) -> &str,
    ) -> Result<Vec<T>> {
        let mut got = 0;
        let mut rows = page::collect(
            |_| {
                let limit = LIMIT.min(most - got);
                let asked = request().query("limit", limit.to_string()).query("offset", got.to_string());
                let page: Page<T> = self.core.read_object(&self.cancel, &asked)?;
                got += page.results.len();
                let next = page.links.is_some_and(|links| links.href("next").is_some());
                Ok((page.results, next && got < most))
            },
            key,
        )?;
        rows.truncate(most);
        Ok(rows)
    }
}
