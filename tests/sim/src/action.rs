//! What a fault rule does: to a request, or to a connection that has not come so far as a request.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Largest body that `gzip` unpacks to.
const MAX_GZIP: u64 = 128 * 1024 * 1024;

/// What happens to a request that a rule hits; the first ones to a connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// The connection is taken and reset before a byte of TLS.
    ConnectReset {},
    /// The client's greeting is read, and the connection closed.
    TlsClose {},
    /// The client's greeting is never answered.
    TlsStall {},
    /// The handshake is refused with this fatal alert.
    TlsAlert {
        /// Its number in TLS; 40 is `handshake_failure`, 70 `protocol_version`.
        #[serde(default = "handshake_failure")]
        alert: u8,
    },
    /// The greeting is answered as by a server that knows nothing newer than TLS 1.1.
    TlsOld {},
    /// These bytes come in place of a handshake.
    NotTls {
        /// All that comes.
        body: String,
    },
    /// The vendor never sees the request; this is answered.
    Status {
        /// HTTP status, 200–599.
        status: u16,
        /// Headers of the answer.
        #[serde(default)]
        headers: BTreeMap<String, String>,
        /// Body of the answer.
        #[serde(default)]
        body: String,
    },
    /// The connection dies; the vendor never sees the request.
    ResetBefore {},
    /// The vendor does what was asked, and the connection dies while the answer is on its way.
    ResetDuring {
        /// Body bytes that arrive.
        bytes: usize,
    },
    /// The vendor does what was asked, then the connection dies before any byte of the answer.
    ResetAfter {},
    /// The vendor does what was asked; this is answered instead.
    StatusAfter {
        /// HTTP status, 200–599.
        status: u16,
        /// Headers of the answer.
        #[serde(default)]
        headers: BTreeMap<String, String>,
        /// Body of the answer.
        #[serde(default)]
        body: String,
    },
    /// The vendor answers, but only this many bytes of the body arrive before the connection closes.
    Truncate {
        /// Body bytes that arrive.
        bytes: usize,
    },
    /// The request reaches the vendor late.
    Delay {
        /// Real milliseconds.
        ms: u64,
    },
    /// The vendor does at once what was asked, and its answer comes late.
    DelayAfter {
        /// Real milliseconds.
        ms: u64,
    },
    /// The vendor does what was asked, and the body of its answer comes a little at a time.
    Drip {
        /// Bytes at a time.
        bytes: usize,
        /// Real milliseconds before each of them.
        ms: u64,
    },
    /// The vendor never sees the request, and nothing comes until the client hangs up.
    StallBefore {},
    /// The vendor does what was asked, and its answer stops coming until the client hangs up.
    StallAfter {
        /// Body bytes that arrive; not even the head when absent.
        #[serde(default)]
        bytes: Option<usize>,
    },
    /// The vendor sees the request twice, as behind a proxy that sends it again; the client gets one of the answers.
    Duplicate {
        /// Which one.
        #[serde(default)]
        answer: Which,
    },
    /// The vendor does what was asked; these bytes, which need not be HTTP, come instead of its answer.
    Garbage {
        /// All that comes.
        body: String,
    },
    /// The vendor's answer, which announces this many bytes more than it has (fewer when negative).
    WrongLength {
        /// The difference.
        by: i64,
    },
    /// The vendor's answer as it is, called compressed.
    BadGzip {},
    /// The vendor's answer, compressed although nobody has asked for it.
    Gzip {
        /// Unpacked, it is at least this large: blanks are added.
        #[serde(default)]
        size: u64,
    },
    /// The vendor's answer with a `date` that is off.
    Skew {
        /// Seconds ahead of the virtual clock; negative for a vendor's clock that is late.
        seconds: i64,
    },
    /// The vendor's status, with this body.
    Body {
        /// The whole body.
        body: String,
        /// Its content type; the vendor's own when absent.
        #[serde(default)]
        content_type: Option<String>,
    },
    /// The vendor's answer without this header.
    StripHeader {
        /// Name of the header, in any case.
        name: String,
    },
    /// Every token and session of that system dies just before the vendor sees the request.
    RevokeBefore {},
}

/// One of the two answers to a request that came twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// What the vendor said first.
    First,
    /// What it said to the repetition.
    #[default]
    Second,
}

fn handshake_failure() -> u8 {
    40
}

impl Action {
    /// The word for it in rules and in the journal.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::ConnectReset {} => "connect_reset",
            Self::TlsClose {} => "tls_close",
            Self::TlsStall {} => "tls_stall",
            Self::TlsAlert { .. } => "tls_alert",
            Self::TlsOld {} => "tls_old",
            Self::NotTls { .. } => "not_tls",
            Self::Status { .. } => "status",
            Self::ResetBefore {} => "reset_before",
            Self::ResetDuring { .. } => "reset_during",
            Self::ResetAfter {} => "reset_after",
            Self::StatusAfter { .. } => "status_after",
            Self::Truncate { .. } => "truncate",
            Self::Delay { .. } => "delay",
            Self::DelayAfter { .. } => "delay_after",
            Self::Drip { .. } => "drip",
            Self::StallBefore {} => "stall_before",
            Self::StallAfter { .. } => "stall_after",
            Self::Duplicate { .. } => "duplicate",
            Self::Garbage { .. } => "garbage",
            Self::WrongLength { .. } => "wrong_length",
            Self::BadGzip {} => "bad_gzip",
            Self::Gzip { .. } => "gzip",
            Self::Skew { .. } => "skew",
            Self::Body { .. } => "body",
            Self::StripHeader { .. } => "strip_header",
            Self::RevokeBefore {} => "revoke_before",
        }
    }

    /// Whether it happens to a connection, before there is a request.
    #[must_use]
    pub fn is_of_connections(&self) -> bool {
        matches!(
            self,
            Self::ConnectReset {}
                | Self::TlsClose {}
                | Self::TlsStall {}
                | Self::TlsAlert { .. }
                | Self::TlsOld {}
                | Self::NotTls { .. }
        )
    }

    /// Refuses what could not be sent.
    pub(crate) fn check(&self) -> Result<(), String> {
        match self {
            Self::Status { status, headers, .. } | Self::StatusAfter { status, headers, .. } => {
                if !(200..600).contains(status) {
                    return Err(format!("status {status} is not one of 200 to 599"));
                }
                headers.iter().try_for_each(|(n, v)| check_header(n, v))
            }
            Self::Body { content_type: Some(value), .. } => check_header("content-type", value),
            Self::Drip { bytes: 0, .. } => Err("'bytes' is at least 1".into()),
            Self::WrongLength { by: 0 } => Err("'by' is not 0: that would be the right length".into()),
            Self::Gzip { size } if *size > MAX_GZIP => Err(format!("'size' is at most {MAX_GZIP}")),
            _ => Ok(()),
        }
    }
}

fn check_header(name: &str, value: &str) -> Result<(), String> {
    let own = ["content-length", "transfer-encoding"];
    if own.iter().any(|o| name.eq_ignore_ascii_case(o)) {
        return Err(format!("header '{name}' is the server's own"));
    }
    hyper::header::HeaderName::try_from(name).map_err(|_| format!("no header name: '{name}'"))?;
    hyper::header::HeaderValue::try_from(value).map_err(|_| format!("no header value: '{value}'"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn every_action_reads_and_says_its_own_kind() {
        for (action, of_connections) in [
            (json!({"kind": "connect_reset"}), true),
            (json!({"kind": "tls_close"}), true),
            (json!({"kind": "tls_stall"}), true),
            (json!({"kind": "tls_alert"}), true),
            (json!({"kind": "tls_alert", "alert": 70}), true),
            (json!({"kind": "tls_old"}), true),
            (json!({"kind": "not_tls", "body": "SSH-2.0-x\r\n"}), true),
            (json!({"kind": "status", "status": 503, "headers": {"retry-after": "2"}, "body": "busy"}), false),
            (json!({"kind": "reset_before"}), false),
            (json!({"kind": "reset_during", "bytes": 3}), false),
            (json!({"kind": "reset_after"}), false),
            (json!({"kind": "status_after", "status": 500}), false),
            (json!({"kind": "truncate", "bytes": 3}), false),
            (json!({"kind": "delay", "ms": 1}), false),
            (json!({"kind": "delay_after", "ms": 1}), false),
            (json!({"kind": "drip", "bytes": 1, "ms": 1}), false),
            (json!({"kind": "stall_before"}), false),
            (json!({"kind": "stall_after"}), false),
            (json!({"kind": "stall_after", "bytes": 3}), false),
            (json!({"kind": "duplicate"}), false),
            (json!({"kind": "duplicate", "answer": "first"}), false),
            (json!({"kind": "garbage", "body": "\u{0}"}), false),
            (json!({"kind": "wrong_length", "by": -1}), false),
            (json!({"kind": "bad_gzip"}), false),
            (json!({"kind": "gzip", "size": 1000}), false),
            (json!({"kind": "skew", "seconds": -3600}), false),
            (json!({"kind": "body", "body": "<html>", "content_type": "text/html"}), false),
            (json!({"kind": "strip_header", "name": "x-resource-id"}), false),
            (json!({"kind": "revoke_before"}), false),
        ] {
            let read: Action = serde_json::from_value(action.clone()).unwrap();
            assert_eq!(read.kind(), action["kind"]);
            assert_eq!(read.is_of_connections(), of_connections, "{action}");
            read.check().unwrap();
        }
    }
}
