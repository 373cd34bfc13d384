//! Query parameters: hyphenated names, pages that start at 1, ten items unless said otherwise.

use super::error::Refusal;
use crate::http::Request;
use crate::knobs::Knobs;

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// 1 is the first.
    pub(super) number: usize,
    /// Items per page.
    pub(super) size: usize,
}

impl Page {
    /// Page 1 of the documented default size.
    pub(super) const FIRST: Self = Self { number: 1, size: 10 };

    /// `page` and `page-size` of the request.
    pub(super) fn of(req: &Request, knobs: &Knobs) -> Result<Self, Refusal> {
        let mut size = number(req, "page-size", Self::FIRST.size, knobs)?;
        if let Ok(max) = usize::try_from(knobs.number("teradata.page_size_max"))
            && max > 0
        {
            size = size.min(max);
        }
        Ok(Self { number: number(req, "page", Self::FIRST.number, knobs)?, size })
    }

    /// The page of a list whose paging is not documented; `None`: the whole list.
    pub(super) fn unless_whole(req: &Request, knobs: &Knobs) -> Result<Option<Self>, Refusal> {
        Ok(match knobs.text("teradata.executions_paging").as_str() {
            "paged" => Some(Self::of(req, knobs)?),
            "capped" => Some(Self::FIRST),
            _ => None,
        })
    }

    /// That page of the items.
    pub(super) fn cut<T>(self, items: Vec<T>, knobs: &Knobs) -> Result<Vec<T>, Refusal> {
        let skip = (self.number - 1).saturating_mul(self.size);
        if skip > 0 && skip >= items.len() && knobs.text("teradata.page_beyond_end") == "not_found" {
            return Err(Refusal::not_found(format!("Page {} does not exist.", self.number)));
        }
        Ok(items.into_iter().skip(skip).take(self.size).collect())
    }
}

fn number(req: &Request, name: &str, default: usize, knobs: &Knobs) -> Result<usize, Refusal> {
    let Some(text) = value(req, name) else {
        return Ok(default);
    };
    match text.parse::<usize>() {
        Ok(n) if n > 0 => Ok(n),
        _ if knobs.text("teradata.bad_page") == "clamp" => Ok(if text.parse::<i64>().is_ok() { 1 } else { default }),
        _ => Err(Refusal::bad_request(format!("{name} must be an integer of at least 1, not '{text}'."))),
    }
}

/// The value of a parameter.
pub(super) fn value<'r>(req: &'r Request, name: &str) -> Option<&'r str> {
    req.query.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
}

/// Refuses parameters that are not among the known ones.
pub(super) fn known(req: &Request, names: &[&str], knobs: &Knobs) -> Result<(), Refusal> {
    if knobs.text("teradata.unknown_query") == "ignore" {
        return Ok(());
    }
    match req.query.iter().find(|(n, _)| !names.contains(&n.as_str())) {
        Some((name, _)) => Err(Refusal::bad_request(format!("Unknown query parameter '{name}'."))),
        None => Ok(()),
    }
}

/// A flag of the query.
pub(super) fn flag(req: &Request, name: &str) -> Result<Option<bool>, Refusal> {
    match value(req, name) {
        None => Ok(None),
        Some(text) if text.eq_ignore_ascii_case("true") => Ok(Some(true)),
        Some(text) if text.eq_ignore_ascii_case("false") => Ok(Some(false)),
        Some(text) => Err(Refusal::bad_request(format!("{name} must be true or false, not '{text}'."))),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::knobs::KNOBS;
    use super::*;
    use serde_json::json;

    fn asking(pairs: &[(&str, &str)]) -> Request {
        Request { query: pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(), ..Request::default() }
    }

    #[test]
    fn pages_are_cut_from_one() {
        let knobs = Knobs::new(&[KNOBS]);
        let items: Vec<u32> = (0..14).collect();
        let page =
            |pairs: &[(&str, &str)]| Page::of(&asking(pairs), &knobs).unwrap().cut(items.clone(), &knobs).unwrap();
        assert_eq!(page(&[]), (0..10).collect::<Vec<_>>());
        assert_eq!(page(&[("page", "2")]), vec![10, 11, 12, 13]);
        assert_eq!(page(&[("page", "3")]), Vec::<u32>::new());
        assert_eq!(page(&[("page", "2"), ("page-size", "3")]), vec![3, 4, 5]);
        assert_eq!(page(&[("page", "18446744073709551615"), ("page-size", "9")]), Vec::<u32>::new());
    }

    #[test]
    fn bad_pages_are_refused_or_clamped() {
        let mut knobs = Knobs::new(&[KNOBS]);
        for bad in ["0", "-1", "x", "", "1.5"] {
            assert!(Page::of(&asking(&[("page", bad)]), &knobs).is_err(), "{bad}");
            assert!(Page::of(&asking(&[("page-size", bad)]), &knobs).is_err());
        }
        knobs.set("teradata.bad_page", json!("clamp")).unwrap();
        let page = Page::of(&asking(&[("page", "-1"), ("page-size", "x")]), &knobs).unwrap();
        assert_eq!(page, Page::FIRST);
    }

    #[test]
    fn size_limit_and_end_are_knobs() {
        let mut knobs = Knobs::new(&[KNOBS]);
        knobs.set("teradata.page_size_max", json!(5)).unwrap();
        let page = Page::of(&asking(&[("page-size", "100")]), &knobs).unwrap();
        assert_eq!(page.size, 5);
        knobs.set("teradata.page_beyond_end", json!("not_found")).unwrap();
        let beyond = Page { number: 2, size: 5 };
        assert!(beyond.cut(vec![1; 5], &knobs).is_err());
        assert!(beyond.cut(vec![1; 6], &knobs).is_ok());
        assert!(Page::FIRST.cut(Vec::<u8>::new(), &knobs).is_ok());
    }

    #[test]
    fn unknown_names_are_refused() {
        let mut knobs = Knobs::new(&[KNOBS]);
        let req = asking(&[("page_size", "5")]);
        assert!(known(&req, &["page-size"], &knobs).is_err());
        knobs.set("teradata.unknown_query", json!("ignore")).unwrap();
        assert!(known(&req, &["page-size"], &knobs).is_ok());
    }
}
