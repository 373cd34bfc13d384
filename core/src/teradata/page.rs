//! Lists whose paging is not documented: executions, restores, objects, databases.
//!
//! Only the list of jobs has documented pages, of 10 rows unless asked otherwise. The others may page silently in the
//! same way, so they are asked for as documented, without parameters, and for a second page only when the answer may be
//! a full page: when it holds a whole number of tens. All of this is inferred.

use super::Client;
use crate::error::ErrorKind;
use crate::page::Rows;
use crate::request::Request;
use serde::de::DeserializeOwned;

/// The documented default size of a page of jobs.
const PAGE: usize = 10;

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
        let client = self.clone();
        let mut size = 0;
        Rows::new(
            move |index| {
                let mut one = request.clone();
                if index > 0 {
                    one = one.query("page", (index + 1).to_string());
                }
                let rows: Vec<T> = match client.core.read(&client.cancel, &one) {
                    Err(error)
                        if index > 0 && matches!(error.kind(), ErrorKind::NotFound | ErrorKind::InvalidArgument) =>
                    {
                        Vec::new()
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
