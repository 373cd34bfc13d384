//! The API versions served side by side, and how each writes its links.

use crate::vendor::Ctx;
use serde_json::{Value, json};

/// One version of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// Product 2.0.
    V2,
    /// Product 5.0.
    V5,
    /// Product 6.0.
    V6,
}

impl Version {
    /// All of them, oldest first.
    pub(super) const ALL: [Self; 3] = [Self::V2, Self::V5, Self::V6];

    /// The first segment of the path.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::V2 => "v2",
            Self::V5 => "v5",
            Self::V6 => "v6",
        }
    }

    /// The version of that (lower-case) word, if this server serves it now.
    pub(super) fn served(word: &str, ctx: &Ctx<'_>) -> Option<Self> {
        let listed = ctx.knobs.get("veeam.versions");
        let listed = listed.as_array()?;
        Self::ALL
            .into_iter()
            .find(|v| v.word() == word && listed.iter().filter_map(Value::as_str).any(|l| l.eq_ignore_ascii_case(word)))
    }
}

/// How answers are written for one request: its version and the surroundings.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// The version asked for.
    pub(super) version: Version,
    /// Time, knobs, address.
    pub(super) ctx: Ctx<'a>,
}

impl View<'_> {
    /// The address of a resource: absolute up to v5, relative to the host from v6 on
    /// (<https://helpcenter.veeam.com/archive/vbo365/60/rest/global_changes.html>).
    pub(super) fn href(&self, tail: &str) -> String {
        let host = if self.version < Version::V6 { self.ctx.base_url } else { "" };
        format!("{host}/{}/{tail}", self.version.word())
    }

    /// One entry of `_links`.
    pub(super) fn link(&self, tail: &str) -> Value {
        json!({ "href": self.href(tail) })
    }
}
