//! A table holds what serde makes of the same text, or it holds nothing.

use super::read::{Answer, read};
use super::{Page, Tabular};
use crate::decode::decode;
use crate::redact::Scrubber;
use crate::roundtrip;
use crate::said;
use crate::secret::Secret;
use crate::teradata::Execution;
use crate::transport::Reply;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use reqwest::header::HeaderMap;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Value, json};
use std::fmt::Debug;

fn executions() -> Value {
    json!([{
        "site_id": "ACMEPRD1", "target_site": "ACMEDR01", "job_id": 71, "job_name": "sales_nightly",
        "backup_mechanism": "DSA", "job_type": "BACKUP", "execution_id": "906",
        "execution_name": "sales_nightly_906", "start_time": "2025-03-05T02:00:02.104000Z", "end_time": "string",
        "backup_set_size": 0, "server_execution_id": "", "parent_execution_id": "901", "status": "EXECUTING",
        "saveset_replication_status": "FAILED", "is_saveset_retained": false, "is_saveset_deleted": true,
        "saveset_id": -3, "run_type": "DELTA", "site_type": "", "status_detail": "a sentence",
    }, {
        "site_id": null, "target_site": "Zürich", "job_id": "72", "job_name": "a \"name\"", "job_type": "migrate",
        "execution_id": " 907 ", "start_time": " ", "end_time": null, "backup_set_size": null, "is_saveset_retained": null,
        "run_type": " full ", "new_member": {"list": [1, -0.5, null, "x\n"]}, "another": 5,
    }])
}

/// Serde's rows; `None` when it refuses them.
fn serde<T: DeserializeOwned>(body: &[u8]) -> Option<Vec<T>> {
    decode(&Reply { status: 200, headers: HeaderMap::new(), body: body.to_vec() }).ok()
}

/// The rows of a table, with the number of those that serde had to read.
fn rows<T: Tabular + DeserializeOwned>(body: &[u8]) -> Option<(Vec<T>, usize)> {
    match read::<T, IgnoredAny>(body.to_vec(), false) {
        Ok(Answer { rows, .. }) => {
            let odd = rows.odd.len();
            let mut page = Page::Lazy(rows);
            Some((std::iter::from_fn(|| page.next()).collect(), odd))
        }
        Err(back) => {
            assert_eq!(back, body, "the body is given back as it was");
            None
        }
    }
}

fn agree<T: Tabular + DeserializeOwned + PartialEq + Debug>(body: &[u8]) -> Result<(), TestCaseError> {
    if let Some((rows, _)) = rows::<T>(body) {
        let theirs = serde::<T>(body);
        prop_assert_eq!(Some(rows), theirs, "{}", String::from_utf8_lossy(body));
    }
    Ok(())
}

#[test]
fn what_is_expected_stays_in_the_table() {
    for text in [executions().to_string(), format!("\r\n{:#}\t", executions()), "[]".into(), " [ ] ".into()] {
        let (rows, odd) = rows::<Execution>(text.as_bytes()).expect("a table");
        assert_eq!((Some(rows), odd), (serde(text.as_bytes()), 0), "{text}");
    }
}

#[test]
fn an_odd_row_is_serdes() {
    let text = r#"[{"execution_id":1},{"execution_id":2,"backup_set_size":"12"},{"execution_id":3,"job_id":1.5}]"#;
    let (rows, odd) = rows::<Execution>(text.as_bytes()).expect("a table");
    assert_eq!(odd, 2);
    assert_eq!(rows[1].backup_set_size, Some(12));
    assert_eq!(Some(rows), serde(text.as_bytes()));
}

#[test]
fn what_serde_refuses_is_refused() {
    for text in [
        "",
        "{}",
        "[",
        "[{}]",
        r#"[{"execution_id":""}]"#,
        r#"[{"execution_id":1}] x"#,
        r#"[{"execution_id":1},]"#,
        r#"[{"execution_id":1,"execution_id":2}]"#,
        r#"[{"execution_id":1,"job_id":null,"job_id":null}]"#,
        r#"[{"execution_id":01}]"#,
        r#"[{"execution_id":1,"job_name":{}}]"#,
        "[{\"execution_id\":1,\"job_name\":\"a\nb\"}]",
        r#"[{"execution_id":1,"job_name":"\ud800"}]"#,
        r#"[{"execution_id":1,"new":[1,]}]"#,
    ] {
        assert!(
            rows::<Execution>(text.as_bytes()).is_none() && serde::<Execution>(text.as_bytes()).is_none(),
            "{text}"
        );
    }
    assert!(rows::<Execution>(b"[{\"execution_id\":1,\"job_name\":\"\xff\"}]").is_none());
    let deep = format!(r#"[{{"execution_id":1,"new":{}1{}}}]"#, "[".repeat(126), "]".repeat(126));
    assert!(rows::<Execution>(deep.as_bytes()).is_none() && serde::<Execution>(deep.as_bytes()).is_none());
}

#[test]
fn a_sentence_with_a_secret_is_cleaned() {
    let secrets = [Secret::new("canary")];
    let text =
        r#"[{"execution_id":1,"status_detail":"no canary"},{"execution_id":2,"status_detail":"no \u0063anary"}]"#;
    let read = || rows::<Execution>(text.as_bytes()).expect("a table");
    let (cleaned, odd) = said::without(Scrubber::new(secrets.iter()), read);
    assert_eq!(odd, 2);
    assert!(cleaned.iter().all(|row| row.status_detail.as_deref() == Some("no ***")), "{cleaned:?}");
}

#[test]
fn variants_are_read_as_serde_reads_them() {
    roundtrip::variants(&executions(), |variant| {
        agree::<Execution>(variant.to_string().as_bytes())?;
        agree::<Execution>(format!("{variant:#}").as_bytes())
    });
}

/// Something else at a few places of a text: a byte, a piece of the text, or a piece that means something.
pub(crate) fn damaged(text: &[u8], damage: &[(usize, usize, usize)]) -> Vec<u8> {
    const PIECES: &[&str] = &[
        "\"", "\\", "\\u0000", "\\n", ",", ":", "{", "}", "[", "]", "null", "true", "-0", "1e3", "\n", " ", "\u{e9}",
        "\0",
    ];
    let mut text = text.to_vec();
    for &(at, take, what) in damage {
        let at = at % (text.len() + 1);
        let end = (at + take % 4).min(text.len());
        let piece = match PIECES.get(what % (PIECES.len() * 2)) {
            Some(piece) => piece.as_bytes().to_vec(),
            None => text.get(what % text.len().max(1)..).unwrap_or_default().iter().take(what % 40).copied().collect(),
        };
        text.splice(at..end, piece);
    }
    text
}

#[test]
fn damage_is_seen_as_serde_sees_it() {
    let samples = [executions().to_string(), format!("{:#}", executions())];
    let damage = prop::collection::vec((any::<usize>(), any::<usize>(), any::<usize>()), 1..4);
    let config = Config { cases: 3_000, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&(0..samples.len(), damage), |(sample, damage)| {
        agree::<Execution>(&damaged(samples[sample].as_bytes(), &damage))
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn members_are_known_by_the_whole_of_their_names() {
    // Of all lengths, and unlike the row before in one letter.
    for length in 1..30 {
        let name =
            |odd: Option<usize>| -> String { (0..length).map(|at| if odd == Some(at) { 'x' } else { 'n' }).collect() };
        for at in 0..length {
            let row = |odd| format!(r#"{{"{}":"a","execution_id":1}}"#, name(odd));
            let blank = |blanks: &str| format!(r#"{{"execution_id":1,{blanks}"job_name":"b"}}"#);
            let text =
                format!("[{},{},{},{}]", row(None), row(Some(at)), blank(&" ".repeat(length)), blank(&"\t".repeat(at)));
            let (rows, odd) = rows::<Execution>(text.as_bytes()).expect("a table");
            assert_eq!((Some(rows), odd), (serde(text.as_bytes()), 0), "{text}");
        }
    }
}
