//! Lists: a bare array, or a page with `results` and a link to the next.
//!
//! Which list comes how differs between the versions, so either is read everywhere.
//! <https://helpcenter.veeam.com/docs/vbo365/rest/pagination.html>

use super::{Client, Links};
use crate::decode::decode;
use crate::error::Result;
use crate::page::Rows;
use crate::request::Request;
use crate::table::{self, Tabular};
use serde::de::{DeserializeOwned, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// Rows asked for at once; the documented maximum is 10,000, the default 30.
const LIMIT: usize = 1_000;

struct Page<T> {
    results: Vec<T>,
    links: Option<Links>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct ArrayOrPage<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for ArrayOrPage<T> {
            type Value = Page<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list, or a page with results")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> std::result::Result<Page<T>, A::Error> {
                let mut results = Vec::new();
                while let Some(row) = seq.next_element()? {
                    results.push(row);
                }
                Ok(Page { results, links: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Page<T>, A::Error> {
                let (mut results, mut links) = (None, None);
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        "results" => results = Some(map.next_value()?),
                        "_links" => links = map.next_value()?,
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(Page { results: results.ok_or_else(|| A::Error::missing_field("results"))?, links })
            }
        }

        deserializer.deserialize_any(ArrayOrPage(PhantomData))
    }
}

/// An object of a list.
pub(super) trait Row: DeserializeOwned + Send + 'static {
    /// Its identity.
    fn key(&self) -> String;

    /// Fills in the ids that this version tells only by a link.
    fn complete(&mut self) {}
}

/// Gets one page, and says whether another follows.
type Fetch<T> = fn(&Client, &Request) -> Result<(table::Page<T>, bool)>;

fn made<T: Row>(page: Page<T>) -> (table::Page<T>, bool) {
    let Page { mut results, links } = page;
    results.iter_mut().for_each(Row::complete);
    (results.into(), has_next(links))
}

fn has_next(links: Option<Links>) -> bool {
    links.is_some_and(|links| links.href("next").is_some())
}

impl Client {
    /// At most `most` rows of a list, one page at a time. `paged`: the list comes in pages in this version, so the size
    /// of the first can be asked for.
    pub(super) fn rows<T: Row>(&self, paged: bool, most: usize, request: Request) -> Rows<T> {
        self.pages(paged, most, request, |client, asked| client.core.read(&client.cancel, asked).map(made))
    }

    /// [`Client::rows`] that stay in their table.
    pub(super) fn table_rows<T: Row + Tabular>(&self, paged: bool, most: usize, request: Request) -> Rows<T> {
        self.pages(paged, most, request, |client, asked| {
            Ok(match client.core.read_rows::<T, Links, Page<T>>(&client.cancel, asked, true)? {
                Ok(answer) => {
                    let mut rows = answer.rows;
                    rows.for_odd(Row::complete);
                    (rows.into(), has_next(answer.links))
                }
                Err(page) => made(page),
            })
        })
    }

    fn pages<T: Row>(&self, paged: bool, most: usize, request: Request, fetch: Fetch<T>) -> Rows<T> {
        let client = self.clone();
        let mut got = 0;
        Rows::new(
            move |index| {
                let mut asked = request.clone();
                if paged || index > 0 {
                    let limit = LIMIT.min(most - got);
                    asked = asked.query("limit", limit.to_string()).query("offset", got.to_string());
                }
                let (mut page, next) = fetch(&client, &asked)?;
                page.truncate(most - got);
                got += page.len();
                Ok((page, next && got < most))
            },
            T::key,
        )
    }

    /// One object.
    pub(super) fn one<T: Row>(&self, request: &Request) -> Result<T> {
        let mut row: T = self.core.read(&self.cancel, request)?;
        row.complete();
        Ok(row)
    }

    /// The object that a request has made, if the answer shows it.
    pub(super) fn made<T: Row>(&self, request: &Request) -> Result<Option<T>> {
        let reply = self.core.call(&self.cancel, request)?;
        if reply.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        let mut row: Option<T> = self.core.decode_with(request, &reply, decode)?;
        row.iter_mut().for_each(Row::complete);
        Ok(row)
    }
}
