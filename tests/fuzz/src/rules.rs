//! What holds everywhere, whatever a server says.

use crate::script::{self, PASSWORD, TOKEN, URL};
use backupjobs::fuzzing::{Sent, Url, decode};
use backupjobs::{Error, ErrorKind, Level, Outcome, Phase, Policy, Run, System, Verdict};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Debug;

/// A request goes to the server that it is meant for, below its path, and no value breaks out of its place.
pub(crate) fn sent(sent: &Sent) {
    let base = Url::parse(URL).expect("our URL");
    let url = &sent.url;
    assert_eq!(url.origin(), base.origin(), "another server: {sent:?}");
    assert!(url.username().is_empty() && url.password().is_none() && url.fragment().is_none(), "{sent:?}");
    assert!(url.path().starts_with("/base/") || url.path() == "/base", "left its path: {sent:?}");
    assert!(!url.path().split('/').any(|part| matches!(part, "." | "..")), "a path that climbs: {sent:?}");
    assert!(!url.as_str().bytes().any(|byte| byte.is_ascii_control() || byte == b' '), "{sent:?}");
    for (name, value) in &sent.headers {
        assert!(!value.iter().any(|byte| matches!(byte, b'\r' | b'\n' | 0)), "a header that breaks: {name}");
    }
}

/// An error is fit to be shown: one line, no secret, and no defect of ours.
pub(crate) fn error(error: &Error) {
    let (line, all) = (error.to_string(), format!("{error} {error:?}"));
    assert_ne!(error.kind(), ErrorKind::Internal, "{line}");
    assert!(!line.contains(['\r', '\n', '\0']), "more than a line: {line:?}");
    assert!(!error.message().is_empty() && !error.remedy().is_empty(), "{line:?}");
    assert!(line.chars().count() < 3000, "a very long line: {line}");
    if script::holds_password() {
        hides(&all, PASSWORD);
    }
    hides(&all, TOKEN);
}

/// No secret stands in the text, nor enough of its beginning to be of use.
pub(crate) fn hides(text: &str, secret: &str) {
    let beginning = secret.get(..10).unwrap_or(secret);
    assert!(!text.contains(beginning), "a secret is shown: {text}");
}

/// What was read is the same when it is written and read again.
pub(crate) fn stable<T: DeserializeOwned + Serialize + PartialEq + Debug>(value: &T) {
    let written = serde_json::to_vec(value).expect("written");
    match decode::<T>(&written) {
        // The last digit of a fraction may be another one.
        Ok(_) if serde_json::to_value(value).is_ok_and(|value| has_fraction(&value)) => {}
        Ok(again) => assert_eq!(*value, again, "not the same again: {}", String::from_utf8_lossy(&written)),
        Err(error) => panic!("cannot be read again: {error}\n{}", String::from_utf8_lossy(&written)),
    }
}

fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(rows) => rows.iter().any(has_fraction),
        Value::Object(members) => members.values().any(has_fraction),
        _ => false,
    }
}

/// [`stable`] or [`error`], for the answer to a call.
pub(crate) fn answer<T: DeserializeOwned + Serialize + PartialEq + Debug>(answer: backupjobs::Result<T>) {
    match answer {
        Ok(value) => stable(&value),
        Err(why) => error(&why),
    }
}

/// The same for a list, page by page.
pub(crate) fn rows<T: DeserializeOwned + Serialize + PartialEq + Debug>(rows: backupjobs::Result<backupjobs::Rows<T>>) {
    let mut rows = match rows {
        Ok(rows) => rows,
        Err(why) => return error(&why),
    };
    let mut failed = false;
    for row in rows.by_ref() {
        assert!(!failed, "a row after an error");
        failed = row.is_err();
        answer(row);
    }
    assert!(rows.next().is_none(), "a row after the end");
}

/// [`error`], for a call whose answer says nothing.
pub(crate) fn done(answer: backupjobs::Result<()>) {
    if let Err(why) = answer {
        error(&why);
    }
}

/// Only these words are a success, or a success with a warning.
pub(crate) fn success(system: System, word: &str, outcome: Option<Outcome>) {
    let word = word.trim().to_ascii_uppercase().replace(['-', ' '], "_");
    let good: &[&str] = match (system, outcome) {
        (System::Veeam, Some(Outcome::Success)) => &["SUCCESS"],
        (System::Veeam, Some(Outcome::Warning)) => &["WARNING"],
        (System::Vcenter, Some(Outcome::Success)) => &["SUCCEEDED"],
        (System::Teradata, Some(Outcome::Success)) => {
            &["SUCCESSFUL", "SUCCESS", "SUCCEEDED", "COMPLETED", "COMPLETED_SUCCESSFULLY"]
        }
        (System::Teradata, Some(Outcome::Warning)) => &["WARNING", "COMPLETED_WITH_WARNINGS", "COMPLETED_WARNINGS"],
        (_, Some(Outcome::Success | Outcome::Warning)) => &[],
        _ => return,
    };
    assert!(good.contains(&word.as_str()), "{system}: '{word}' is taken for {outcome:?}");
}

/// [`success`], and what else is true of every run.
pub(crate) fn run(run: &Run) {
    success(run.system, &run.raw_status, run.outcome);
    assert_eq!(run.outcome.is_some(), run.phase == Phase::Finished, "{run:?}");
    let verdict = Verdict::of(run, &Policy::new());
    assert_eq!(verdict.level == Level::Ok, run.outcome == Some(Outcome::Success), "{verdict:?}");
    assert!(!verdict.reason.is_empty(), "{verdict:?}");
}
