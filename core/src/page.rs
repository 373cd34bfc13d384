//! Lists that come in pieces, and the guards against a server that ignores paging.

use crate::error::{Error, Result};

/// No list of jobs or runs is longer; a server that goes on is broken.
const MAX_PAGES: usize = 10_000;

/// Collects pages until `fetch` says there is no more, or a page repeats.
///
/// `fetch(n)` gets the page of that index (from 0) and whether another follows; `key` is the identity of a row.
pub(crate) fn collect<T>(
    mut fetch: impl FnMut(usize) -> Result<(Vec<T>, bool)>,
    key: impl Fn(&T) -> &str,
) -> Result<Vec<T>> {
    let mut rows: Vec<T> = Vec::new();
    let mut previous: Option<String> = None;
    for index in 0..MAX_PAGES {
        let (page, more) = fetch(index)?;
        let first = page.first().map(|row| key(row).to_owned());
        // The same first row again: the server gave the whole list already and does not know of pages.
        if first.is_none() || first == previous {
            return Ok(rows);
        }
        previous = first;
        rows.extend(page);
        if !more {
            return Ok(rows);
        }
    }
    Err(Error::protocol(format!("the list has more than {MAX_PAGES} pages")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(pages: &[&[&str]], more: bool) -> Vec<String> {
        collect(
            |index| {
                let page = pages.get(index).copied().unwrap_or_default();
                Ok((page.iter().map(|s| (*s).to_owned()).collect(), more))
            },
            |row: &String| row.as_str(),
        )
        .expect("pages")
    }

    #[test]
    fn stops_on_empty_last_or_repeated_page() {
        assert_eq!(pages(&[&["a", "b"], &["c"]], true), ["a", "b", "c"]);
        assert_eq!(pages(&[&["a", "b"], &["c"]], false), ["a", "b"]);
        assert_eq!(pages(&[&["a", "b"], &["a", "b"], &["a", "b"]], true), ["a", "b"]);
        assert!(pages(&[], true).is_empty());
    }
}
