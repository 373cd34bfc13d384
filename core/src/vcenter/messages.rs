//! What the appliance says in words, and the answers that are little else.

use super::keyed;
use crate::Extra;
use crate::open_enum::open_enum;
use serde::{Deserialize, Serialize};

open_enum! {
    /// Result of a cancel or a validation.
    pub enum ReturnStatus {
        /// Not done.
        Fail = 1 => "FAIL",
        /// Done, with something to look at.
        Warning = 2 => "WARNING",
        /// Done.
        Ok = 3 => "OK",
    }
}

/// A message in English, with its id and arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct LocalizableMessage {
    /// Id in the message bundle.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub id: Option<String>,
    /// English text.
    #[serde(deserialize_with = "crate::said::sentence")]
    pub default_message: Option<String>,
    /// Arguments.
    #[serde(deserialize_with = "crate::said::sentences")]
    pub args: Vec<String>,
    /// Arguments by name, as the vendor wrote them; only in the messages of details and errors, 7.0 and later.
    #[serde(deserialize_with = "keyed::said")]
    pub params: Extra,
    /// The text in the language of the request; 7.0 and later.
    #[serde(deserialize_with = "crate::said::sentence")]
    pub localized: Option<String>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Answer to a cancel or a validation. (The reference labels that of a cancel a job status; the type is this one.)
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ReturnResult {
    /// Result.
    pub status: Option<ReturnStatus>,
    /// Messages.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub messages: Vec<LocalizableMessage>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roundtrip::assert_open;
    use serde_json::json;

    #[test]
    fn messages_and_results_are_open() {
        let message: LocalizableMessage = assert_open(&json!({
            "id": "com.vmware.x", "default_message": "All of it.", "args": ["all"], "localized": "Alles.",
            "params": {"what": {"s": "all"}}
        }));
        assert!(message.extra.is_empty() && message.params["what"]["s"] == "all", "{message:?}");
        let result: ReturnResult = assert_open(&json!({
            "status": "WARNING", "messages": [{"id": "a", "default_message": "b", "args": []}]
        }));
        assert!(result.extra.is_empty(), "{result:?}");
        assert_eq!(result.status, Some(ReturnStatus::Warning));
    }

    #[test]
    fn arguments_by_name_come_in_two_forms() {
        let list = json!({"params": [{"key": "what", "value": {"i": 7}}]});
        let map = json!({"params": {"what": {"i": 7}}});
        let read = |value| serde_json::from_value::<LocalizableMessage>(value).expect("message");
        assert_eq!(read(list), read(map));
        assert!(read(json!({"params": null})).params.is_empty());
    }
}
