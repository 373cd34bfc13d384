//! What a server says in sentences: messages, details and titles, free of the secrets that it was sent.
//!
//! A sentence is for people, and may repeat what was sent. Ids, names, states and settings are for programs, which compare
//! them and send them back: those stay as the server wrote them, and so do members that we do not know.

use crate::Extra;
use crate::redact::Scrubber;
use serde::de::Deserializer;
use serde_json::Value;
use std::cell::RefCell;

thread_local! {
    /// What is to be taken out of the answer that this thread is reading. serde hands nothing down to a field.
    static KNOWN: RefCell<Option<Scrubber>> = const { RefCell::new(None) };
}

/// Reads an answer whose sentences show none of those secrets.
pub(crate) fn without<T>(secrets: Scrubber, read: impl FnOnce() -> T) -> T {
    let _back = Back::new(secrets);
    read()
}

/// Puts back what was to be taken out before.
struct Back(Option<Scrubber>);

impl Back {
    #[inline(never)]
    fn new(secrets: Scrubber) -> Self {
        Self(KNOWN.replace(Some(secrets)))
    }
}

impl Drop for Back {
    #[inline(never)]
    fn drop(&mut self) {
        KNOWN.set(self.0.take());
    }
}

#[inline(never)]
fn clean(text: String) -> String {
    KNOWN.with_borrow(|known| match known {
        Some(secrets) => secrets.clean(&text),
        None => text,
    })
}

/// Whether there is something to take out of this sentence.
pub(crate) fn shows(text: &str) -> bool {
    KNOWN.with_borrow(|known| known.as_ref().is_some_and(|secrets| secrets.finds(text)))
}

/// [`text`](crate::lenient::text) that is a sentence.
#[inline(never)]
pub(crate) fn sentence<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(crate::lenient::text(from)?.map(clean))
}

/// [`list`](crate::lenient::list) of what stands in a sentence.
#[inline(never)]
pub(crate) fn sentences<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(crate::lenient::list(from)?.into_iter().map(clean).collect())
}

/// All texts below these members are parts of a sentence.
pub(crate) fn parts(members: Extra) -> Extra {
    members.into_iter().map(|(name, value)| (name, cleaned(value))).collect()
}

fn cleaned(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(clean(text)),
        Value::Array(items) => items.into_iter().map(cleaned).collect(),
        Value::Object(members) => Value::Object(parts(members)),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;
    use serde::Deserialize;
    use serde_json::json;

    #[derive(Deserialize)]
    struct Row {
        name: String,
        #[serde(deserialize_with = "sentence")]
        details: Option<String>,
        #[serde(deserialize_with = "sentences")]
        args: Vec<String>,
    }

    #[test]
    fn sentences_are_cleaned_and_names_are_not() {
        let body = json!({"name": "Backup1", "details": "no luck with Backup1", "args": ["Backup1"]}).to_string();
        let read = || serde_json::from_str::<Row>(&body).expect("row");
        let secrets = [Secret::new("Backup1")];
        let row = without(Scrubber::new(secrets.iter()), read);
        assert_eq!((row.name.as_str(), row.details.as_deref()), ("Backup1", Some("no luck with ***")));
        assert_eq!(row.args, ["***"]);
        assert_eq!(read().details.as_deref(), Some("no luck with Backup1"), "only while it is asked for");
    }

    #[test]
    fn parts_are_cleaned_at_any_depth() {
        let members = json!({"a": {"s": ["canary", 1]}}).as_object().expect("object").clone();
        let secrets = [Secret::new("canary")];
        let clean = without(Scrubber::new(secrets.iter()), || parts(members));
        assert_eq!(Value::Object(clean), json!({"a": {"s": ["***", 1]}}));
    }
}
