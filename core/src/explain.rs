//! What the vendor has to say about a run, from wherever it says it, in one account.

use crate::error::Result;
use crate::run::Run;
use crate::server::Adapter;
use jiff::Timestamp;
use std::fmt;

/// One sentence of the vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// When, where it is dated.
    pub at: Option<Timestamp>,
    /// The vendor's word for how bad it is (`Success`, `Warning`, `Failed` …), where it gives one.
    pub severity: Option<String>,
    /// The sentence.
    pub text: String,
}

impl Line {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { at: None, severity: None, text: text.into() }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(at) = self.at {
            write!(f, "{} ", crate::time::plain(at))?;
        }
        if let Some(severity) = &self.severity {
            write!(f, "[{severity}] ")?;
        }
        f.write_str(&crate::redact::one_line(&self.text))
    }
}

/// A run and everything said about it. `Display` is a readable account of several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Account {
    /// The run.
    pub run: Run,
    /// The vendor's sentences, oldest first.
    pub lines: Vec<Line>,
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let run = &self.run;
        write!(f, "{} run {} of job {}: {}", run.system, run.id, run.job_id, run.phase)?;
        if let Some(outcome) = run.outcome {
            write!(f, ", {outcome}")?;
        }
        write!(f, " ({})", run.raw_status)?;
        for (what, time) in [("began", run.started), ("ended", run.ended)] {
            if let Some(time) = time {
                write!(f, ", {what} {} UTC", crate::time::plain(time))?;
            }
        }
        for line in &self.lines {
            write!(f, "\n  {line}")?;
        }
        Ok(())
    }
}

pub(crate) fn explain(adapter: &dyn Adapter, job: &str, id: &str) -> Result<Account> {
    let run = adapter.run(job, id)?;
    let mut lines = match adapter.explain(job, id) {
        Ok(lines) => lines,
        // The run itself is known: better half an account than none.
        Err(error) if error.kind() != crate::ErrorKind::Cancelled => {
            vec![Line::new(format!("(more could not be read: {})", error.message()))]
        }
        Err(error) => return Err(error),
    };
    if let Some(message) = run.message.as_deref().filter(|m| !lines.iter().any(|line| line.text == *m)) {
        lines.push(Line::new(message));
    }
    if adapter.insecure() {
        lines.push(Line::new("(the server's certificate is not checked)"));
    }
    Ok(Account { run, lines })
}
