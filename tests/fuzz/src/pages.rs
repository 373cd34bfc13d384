//! The reader of lists. The first byte: whether a page is said to be the last, and which page fails. Each of the others is a
//! row, but a line break ends a page.
//!
//! Every row of a page comes once and in order, unless the page before had it, too; the end comes with the first page that is
//! the last, fails or brings nothing new, and after it there is nothing.

use backupjobs::fuzzing;
use backupjobs::{Error, ErrorKind};

pub(crate) fn run(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let pages: Vec<Vec<String>> = rest
        .split(|byte| *byte == b'\n')
        .map(|page| page.iter().map(|byte| (byte % 16).to_string()).collect())
        .collect();
    let (last, fails) = (usize::from(first & 15), usize::from(first >> 4));
    let served = pages.clone();
    let mut asked = 0;
    let mut rows = fuzzing::rows(move |index| {
        assert_eq!(index, asked, "pages in order, each once");
        asked += 1;
        match served.get(index) {
            _ if index == fails => Err(Error::new(ErrorKind::Timeout, "no answer")),
            // As a server does that knows no pages.
            None => Ok((served.last().cloned().unwrap_or_default(), true)),
            Some(page) => Ok((page.clone(), index != last)),
        }
    });
    let mut given = Vec::new();
    let mut failed = false;
    for row in rows.by_ref() {
        assert!(!failed, "a row after an error");
        match row {
            Ok(row) => given.push(row),
            Err(_) => failed = true,
        }
    }
    assert!(rows.next().is_none() && rows.next_page().is_none(), "something after the end");
    let mut wanted: Vec<String> = Vec::new();
    let mut before: &[String] = &[];
    for (index, page) in pages.iter().enumerate() {
        let new: Vec<&String> = page.iter().filter(|row| !before.contains(row)).collect();
        if index == fails || new.is_empty() {
            break;
        }
        wanted.extend(new.into_iter().cloned());
        before = page;
        if index == last {
            break;
        }
    }
    assert_eq!(given, wanted);
}
