//! A text that must not be seen: redacted wherever it could be printed, wiped when dropped.

use once_cell::race::OnceBox;
use serde::{Deserialize, Deserializer, Serializer};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// A password or token. `Debug` shows `Secret(***)`; there is no `Display` and no `Serialize`.
///
/// Clones share one buffer, which is wiped when the last of them is dropped; so are the request bodies and short answers that
/// carry it. What the HTTP and TLS layers below copy for sending, and the text that the caller made it from, are not ours to
/// wipe.
#[derive(Clone, Default)]
pub struct Secret(Arc<Held>);

#[derive(Default)]
struct Held {
    text: Zeroizing<String>,
    /// As what it may come back; made when it is first looked for.
    forms: OnceBox<Vec<Zeroizing<String>>>,
}

impl Secret {
    /// Takes over a text; its buffer is wiped when the last clone of the secret is dropped.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Arc::new(Held { text: Zeroizing::new(text.into()), forms: OnceBox::new() }))
    }

    /// True for the empty text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.text.is_empty()
    }

    /// The plain text: for auth, TLS and request bodies, and for the authors of bindings. Never print or keep it.
    pub fn expose(&self) -> &str {
        &self.0.text
    }

    /// What `make` makes of it, kept as long as the secret itself.
    pub(crate) fn forms(&self, make: fn(&str) -> Vec<Zeroizing<String>>) -> &[Zeroizing<String>] {
        self.0.forms.get_or_init(|| Box::new(make(&self.0.text)))
    }

    /// For `#[serde(serialize_with)]` on the few request members that carry a secret.
    pub(crate) fn serialize_plain<S: Serializer>(secret: &Option<Self>, to: S) -> Result<S::Ok, S::Error> {
        match secret {
            Some(secret) => to.serialize_str(secret.expose()),
            None => to.serialize_none(),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_hides_the_text() {
        assert_eq!(format!("{:?}", Some(Secret::new("canary"))), "Some(Secret(***))");
    }
}
