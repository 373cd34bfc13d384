//! Lists that come in pieces: an iterator that holds one page, and the guards against a server that ignores paging.

use crate::error::{Error, Result};
use crate::table::{Keys, List, Page};
use std::fmt;

/// No list of jobs or runs is longer; a server that goes on is broken.
const MAX_PAGES: usize = 10_000;

/// Gets the page of that index (from 0), and says whether another follows. An answer without rows is the last.
type Fetch<T> = Box<dyn FnMut(usize) -> Result<(Page<T>, bool)> + Send>;
/// Says whether a row is wanted.
type Keep<T> = Box<dyn Fn(&T) -> bool + Send>;

/// The rows of a list, however many pages the server needs for them. Holds one page at a time and asks for the next one
/// when it is needed; ends after the first error.
///
/// A server that ignores paging gives the same page again: the list ends there. A row that moves from one page to the next
/// because a new one appeared before it is given once.
pub struct Rows<T> {
    fetch: Option<Fetch<T>>,
    key: fn(&T) -> String,
    page: Page<T>,
    /// The identities of the rows of the page before, if another may follow.
    seen: Keys,
    index: usize,
    keep: Option<Keep<T>>,
}

impl<T> Rows<T> {
    /// `key` is the identity of a row.
    pub(crate) fn new<P: Into<Page<T>>>(
        mut fetch: impl FnMut(usize) -> Result<(P, bool)> + Send + 'static,
        key: fn(&T) -> String,
    ) -> Self {
        Self {
            fetch: Some(Box::new(move |index| fetch(index).map(|(page, more)| (page.into(), more)))),
            key,
            page: Page::default(),
            seen: Keys::default(),
            index: 0,
            keep: None,
        }
    }

    /// Only the rows that `keep` wants: for filters that the server does not have. A page without any is not the end.
    pub(crate) fn keeping(mut self, keep: impl Fn(&T) -> bool + Send + 'static) -> Self {
        self.keep = Some(Box::new(keep));
        self
    }

    /// What is left of the page at hand, or else the whole next one, which is never empty. `None` after the last.
    ///
    /// # Errors
    /// Any kind that a request can fail with; there is nothing after an error.
    pub fn next_page(&mut self) -> Option<Result<Vec<T>>> {
        match self.at_hand()? {
            Ok(()) => Some(Ok(std::iter::from_fn(|| self.page.next()).collect())),
            Err(error) => Some(Err(error)),
        }
    }

    /// [`Rows::next_page`] for the bindings.
    ///
    /// # Errors
    /// As there.
    #[doc(hidden)]
    pub fn next_list(&mut self) -> Option<Result<List<T>>> {
        match self.at_hand()? {
            Ok(()) => Some(Ok(std::mem::take(&mut self.page).into())),
            Err(error) => Some(Err(error)),
        }
    }

    /// All rows, for the bindings.
    ///
    /// # Errors
    /// The first of any page.
    #[doc(hidden)]
    pub fn into_list(mut self) -> Result<List<T>> {
        let mut list = List::default();
        while let Some(ready) = self.at_hand() {
            ready?;
            list.push(std::mem::take(&mut self.page));
        }
        Ok(list)
    }

    /// Turns pages until there is a row at hand; `None` when there is none any more.
    #[inline(never)]
    fn at_hand(&mut self) -> Option<Result<()>> {
        while self.page.is_empty() {
            self.fetch.as_ref()?;
            if let Err(error) = self.turn() {
                self.fetch = None;
                return Some(Err(error));
            }
        }
        Some(Ok(()))
    }

    fn turn(&mut self) -> Result<()> {
        let Some(fetch) = &mut self.fetch else { return Ok(()) };
        if self.index == MAX_PAGES {
            return Err(Error::protocol(format!("the list has more than {MAX_PAGES} pages")));
        }
        let (mut rows, more) = fetch(self.index)?;
        self.index += 1;
        let keys = if more { rows.keys(self.key) } else { Keys::default() };
        rows.leave_out(std::mem::replace(&mut self.seen, keys), self.key);
        if rows.is_empty() || !more {
            self.fetch = None;
        }
        if let Some(keep) = &self.keep {
            rows.retain(keep);
        }
        self.page = rows;
        Ok(())
    }
}

impl<T> Iterator for Rows<T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        match self.at_hand()? {
            Ok(()) => self.page.next().map(Ok),
            Err(error) => Some(Err(error)),
        }
    }
}

impl<T> std::iter::FusedIterator for Rows<T> {}

impl<T> fmt::Debug for Rows<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("pages", &self.index).field("done", &self.fetch.is_none()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(pages: &'static [&'static [&'static str]], more: bool) -> Rows<String> {
        Rows::new(
            move |index| {
                let page = pages.get(index).copied().unwrap_or_default();
                Ok((page.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>(), more))
            },
            Clone::clone,
        )
    }

    fn collected(pages: &'static [&'static [&'static str]], more: bool) -> Vec<String> {
        rows(pages, more).collect::<Result<_>>().expect("pages")
    }

    #[test]
    fn stops_on_empty_last_or_repeated_page() {
        assert_eq!(collected(&[&["a", "b"], &["c"]], true), ["a", "b", "c"]);
        assert_eq!(collected(&[&["a", "b"], &["c"]], false), ["a", "b"]);
        assert_eq!(collected(&[&["a", "b"], &["a", "b"], &["a", "b"]], true), ["a", "b"]);
        assert!(collected(&[], true).is_empty());
    }

    #[test]
    fn a_row_that_moved_to_the_next_page_is_given_once() {
        assert_eq!(collected(&[&["a", "b"], &["b", "c"], &["d"]], true), ["a", "b", "c", "d"]);
    }

    #[test]
    fn pages_can_be_taken_whole() {
        let mut rows = rows(&[&["a", "b"], &["c"]], true);
        assert!(matches!(rows.next(), Some(Ok(row)) if row == "a"));
        assert!(matches!(rows.next_page(), Some(Ok(page)) if page == ["b"]));
        assert!(matches!(rows.next_page(), Some(Ok(page)) if page == ["c"]));
        assert!(rows.next_page().is_none() && rows.next().is_none());
    }

    #[test]
    fn a_page_without_a_wanted_row_is_not_the_end() {
        let wanted = rows(&[&["a", "b"], &["c"], &["b", "d"]], true).keeping(|row| matches!(row.as_str(), "b" | "d"));
        assert_eq!(wanted.collect::<Result<Vec<_>>>().expect("pages"), ["b", "b", "d"]);
    }

    #[test]
    fn an_error_is_the_end() {
        let mut rows = Rows::new(
            |index| if index == 0 { Ok((vec!["a".to_owned()], true)) } else { Err(Error::protocol("broken")) },
            Clone::clone,
        );
        assert!(matches!(rows.next(), Some(Ok(row)) if row == "a"));
        assert!(matches!(rows.next(), Some(Err(_))));
        assert!(rows.next().is_none());
    }
}
