//! The API versions served side by side, and how each writes its links.

use crate::vendor::Ctx;
use serde_json::{Map, Value, json};

/// One version of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    /// Product 2.0.
    V2,
    /// Product 3.0.
    V3,
    /// Product 4.0.
    V4,
    /// Product 5.0.
    V5,
    /// Product 6.0.
    V6,
    /// Product 7.0.
    V7,
    /// Product 8.0.
    V8,
}

impl Version {
    /// All of them, oldest first.
    pub(super) const ALL: [Self; 7] = [Self::V2, Self::V3, Self::V4, Self::V5, Self::V6, Self::V7, Self::V8];

    /// The first segment of the path.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::V2 => "v2",
            Self::V3 => "v3",
            Self::V4 => "v4",
            Self::V5 => "v5",
            Self::V6 => "v6",
            Self::V7 => "v7",
            Self::V8 => "v8",
        }
    }

    /// The first build of the product that brought the version, as the documentation lists them from 6 on
    /// (<https://helpcenter.veeam.com/docs/vbo365/rest/versioning.html>). The older products have no resource that
    /// would tell theirs.
    fn build(self) -> &'static str {
        match self {
            Self::V8 => "8.0.2.159",
            Self::V7 => "7.0.0.2911",
            _ => "6.0.0.367",
        }
    }

    /// The version of that (lower-case) word, if this server serves it now.
    pub(super) fn served(word: &str, ctx: &Ctx<'_>) -> Option<Self> {
        Self::all_served(ctx).into_iter().find(|v| v.word() == word)
    }

    /// What this server serves now, oldest first.
    fn all_served(ctx: &Ctx<'_>) -> Vec<Self> {
        let listed = ctx.knobs.get("veeam.versions");
        let words: Vec<&str> = listed.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        Self::ALL.into_iter().filter(|v| words.iter().any(|w| w.eq_ignore_ascii_case(v.word()))).collect()
    }

    /// The build of the product: the one that brought the newest version served.
    pub(super) fn product(ctx: &Ctx<'_>) -> &'static str {
        Self::all_served(ctx).last().copied().unwrap_or(Self::V6).build()
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

    /// Writes a member that may have no value: then it is left out, or `null`, as the knob has it (real servers do
    /// both).
    pub(super) fn put(&self, body: &mut Value, name: &str, value: Option<Value>) {
        let null = || (self.ctx.knobs.text("veeam.empty_members") == "null").then_some(Value::Null);
        if let (Some(value), Some(body)) = (value.or_else(null), body.as_object_mut()) {
            body.insert(name.to_owned(), value);
        }
    }

    /// The members that came with a version, none before it.
    pub(super) fn since(&self, version: Version, body: &mut Value, members: Value) {
        if let (true, Value::Object(new), Some(body)) = (self.version >= version, members, body.as_object_mut()) {
            let new: Map<String, Value> = new;
            body.extend(new);
        }
    }
}
