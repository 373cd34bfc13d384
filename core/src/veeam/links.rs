//! The `_links` of every object. Absolute up to v5, relative from v6; casing varies, so they are never followed blindly.

use crate::table::{Cell, Kind, Link, Member};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::ops::Range;

/// The links of an object, as the server wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Links(Map<String, Value>);

impl Links {
    /// The target of the link of that name.
    #[must_use]
    pub fn href(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.get("href")?.as_str()
    }

    /// Names and targets.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.keys().filter_map(|name| Some((name.as_str(), self.href(name)?)))
    }

    /// The last segment of a link's path: the id of what it leads to. Versions before v8 give some ids only here.
    #[must_use]
    pub fn id(&self, name: &str) -> Option<&str> {
        let href = self.href(name)?;
        href.get(last_segment(href)?)
    }
}

fn last_segment(href: &str) -> Option<Range<usize>> {
    let path = href.split(['?', '#']).next()?.trim_end_matches('/');
    let start = path.rfind('/').map_or(0, |slash| slash + 1);
    (start < path.len()).then_some(start..path.len())
}

impl Member for Links {
    const KIND: Kind = Kind::Links;

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        serde_json::from_slice(cell.text()?.as_bytes()).ok()
    }
}

/// [`told`] for rows that stay in their table.
pub(super) const fn linked(name: &'static str) -> Kind {
    Kind::Linked(Link {
        name,
        id: |href| last_segment(href).filter(|id| href.get(id.clone()).is_some_and(super::is_id)),
    })
}

/// An id from its own member, or from the link that older versions have instead. A link may also lead to something that is no
/// object of its own (`…/restoresessions/{id}/organization`), so only an id counts.
pub(super) fn told(member: Option<String>, links: &Option<Links>, link: &str) -> Option<String> {
    let linked = || links.as_ref()?.id(link).filter(|id| super::is_id(id)).map(str::to_owned);
    member.filter(|id| !id.is_empty()).or_else(linked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_absolute_and_relative_links() {
        let links: Links = serde_json::from_str(
            r#"{"job":{"href":"https://h:4443/v5/Jobs/a-b"},"self":{"href":"/v6/copyJobs/c?x=1"},"odd":null}"#,
        )
        .expect("links");
        assert_eq!((links.id("job"), links.id("self"), links.id("odd")), (Some("a-b"), Some("c"), None));
        assert_eq!(links.iter().count(), 2);
    }
}
