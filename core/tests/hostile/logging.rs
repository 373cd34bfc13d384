//! What is logged, and what never is.

use crate::common::{BACKUP_PASSWORD, LOCATION_PASSWORD, MAIL, World, plan};
use crate::server::{Server, answer, json};
use backupjobs::{ErrorKind, Log, LogEvent, LogLevel, RetryPolicy, Trust, teradata, vcenter, veeam};
use backupjobs_sim::System;
use serde_json::json;
use std::fmt::{Debug, Write as _};
use std::io::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tracing::field::{Field, Visit};

/// Every event and span of every crate, at every level, as text.
#[derive(Clone, Default)]
struct Capture(Arc<Mutex<String>>);

struct Text<'a>(&'a mut String);

impl Visit for Text<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl tracing::Subscriber for Capture {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        span.record(&mut Text(&mut self.0.lock().unwrap()));
        tracing::span::Id::from_u64(1)
    }

    fn record(&self, _: &tracing::span::Id, values: &tracing::span::Record<'_>) {
        values.record(&mut Text(&mut self.0.lock().unwrap()));
    }

    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        let mut text = self.0.lock().unwrap();
        let _ = write!(text, "{} {}", event.metadata().target(), event.metadata().level());
        event.record(&mut Text(&mut text));
        text.push('\n');
    }

    fn enter(&self, _: &tracing::span::Id) {}

    fn exit(&self, _: &tracing::span::Id) {}
}

impl Capture {
    /// What is logged while `work` is done on this thread.
    fn of(work: impl FnOnce()) -> String {
        let capture = Self::default();
        tracing::subscriber::with_default(capture.clone(), work);
        let text = capture.0.lock().unwrap();
        text.clone()
    }
}

fn listener() -> (Log, Arc<Mutex<Vec<LogEvent>>>) {
    let events = Arc::new(Mutex::new(Vec::new()));
    let to = Arc::clone(&events);
    (Log::new(move |event| to.lock().unwrap().push(event.clone())), events)
}

#[test]
fn a_request_is_one_event_and_a_retry_another() {
    let server = Server::new(|number, wire| match number {
        0 => wire.write_all(&answer("503 Busy", "", "")),
        _ => wire.write_all(&json(r#"{"job_id":71}"#)),
    });
    let (log, events) = listener();
    let mut options = server.options();
    options.log = Some(log);
    options.retry = RetryPolicy { base: Duration::ZERO, ..RetryPolicy::default() };
    let text = Capture::of(|| {
        server.client(options).job("71").unwrap();
    });
    let ours: Vec<&str> = text.lines().filter(|line| line.starts_with("backupjobs ")).collect();
    let events = events.lock().unwrap();
    let levels: Vec<LogLevel> = events.iter().map(|e| e.level).collect();
    assert_eq!(levels, [LogLevel::Debug, LogLevel::Info, LogLevel::Debug]);
    assert_eq!(ours.len(), 3, "{text}");
    for (line, event) in ours.iter().zip(events.iter()) {
        assert!(line.contains(&event.message), "{line}");
    }
    let (first, retry, last) = (&events[0], &events[1], &events[2]);
    let url = format!("{}/data-protection/v2/sites/site/jobs/71", server.url());
    assert_eq!((first.operation, first.method.as_deref()), ("teradata.job", Some("GET")));
    assert_eq!((first.url.as_deref(), first.server.as_str()), (Some(url.as_str()), server.url().as_str()));
    assert_eq!((first.status, first.error, first.attempt), (Some(503), None, Some(1)));
    assert_eq!((retry.status, retry.error), (Some(503), Some(ErrorKind::Unavailable)));
    assert!(retry.message.contains("trying again in 0 ms"), "{}", retry.message);
    assert_eq!((last.status, last.attempt), (Some(200), Some(2)));
    assert!(first.elapsed.is_some() && last.message.contains("HTTP 200 in ") && last.message.contains("(attempt 2)"));
    assert!(ours[0].contains("DEBUG") && ours[0].contains("status=503") && ours[0].contains("elapsed_ms="), "{text}");
}

#[test]
fn no_answer_has_a_kind_and_queries_are_not_told() {
    let server = Server::new(|_, _| Err(std::io::ErrorKind::Other.into()));
    let (log, events) = listener();
    let mut options = server.options();
    options.log = Some(log);
    let query = teradata::JobQuery::default().active(true);
    server.client(options).jobs(&query).unwrap_err();
    let events = events.lock().unwrap();
    assert_eq!((events.len(), events[0].status, events[0].error), (1, None, Some(ErrorKind::Unreachable)));
    assert!(server.heads.lock().unwrap()[0].contains("is-active=true"));
    assert!(!format!("{events:?}").contains("is-active"), "{events:?}");
}

#[test]
fn an_unchecked_certificate_is_warned_of_once_a_client() {
    let server = Server::saying(json(r#"{"job_id":71}"#));
    let (log, events) = listener();
    let mut options = server.options();
    options.trust = Trust::Insecure;
    options.log = Some(log);
    let client = server.client(options);
    for client in [client.clone(), client] {
        client.job("71").unwrap();
    }
    let events = events.lock().unwrap();
    let warnings: Vec<_> = events.iter().filter(|e| e.level == LogLevel::Warning).collect();
    assert_eq!((warnings.len(), events.len()), (1, 3));
    assert!(warnings[0].message.contains("certificate is not checked"));
}

#[test]
fn a_listener_makes_no_calls() {
    let server = Server::saying(json(r#"{"job_id":71}"#));
    let inner = server.client(server.options());
    let (asked, answers) = (inner.clone(), Arc::new(Mutex::new(Vec::new())));
    let to = Arc::clone(&answers);
    let mut options = server.options();
    options.log = Some(Log::new(move |_| to.lock().unwrap().push(asked.job("71").unwrap_err())));
    server.client(options).job("71").unwrap();
    let answers = answers.lock().unwrap();
    assert_eq!((answers.len(), answers[0].kind()), (1, ErrorKind::Config));
    assert!(answers[0].message().contains("from inside a log listener"), "{}", answers[0]);
    assert!(inner.job("71").is_ok(), "outside it works");
}

/// Whole sessions on all three systems, with good and bad logins and a server that echoes what it was sent.
fn sessions(log: Option<&Log>) -> Vec<String> {
    let world = World::new();
    let access = |system, name| world.sim.access(system, name).to_owned();
    let mut secrets = vec![
        access(System::Veeam, "password"),
        access(System::Teradata, "token"),
        access(System::Vcenter, "password"),
        BACKUP_PASSWORD.to_owned(),
        LOCATION_PASSWORD.to_owned(),
        "canary-wrong".to_owned(),
    ];
    let echo = secrets.join(" and ");
    for wrong in [false, true] {
        let mut veeam = world.veeam_config(veeam::Dialect::V6);
        let mut vcenter = world.vcenter_config();
        let token = if wrong { "canary-wrong" } else { secrets[1].as_str() };
        let mut teradata = world.teradata_config(token);
        if wrong {
            veeam.password = "canary-wrong".into();
            vcenter.password = "canary-wrong".into();
        }
        for options in [&mut veeam.options, &mut vcenter.options, &mut teradata.options] {
            options.log = log.cloned();
            options.trust = if wrong { Trust::Insecure } else { world.trust() };
        }
        let veeam = veeam::Client::new(veeam).unwrap();
        let vcenter = vcenter::Client::new(vcenter).unwrap();
        let teradata = teradata::Client::new(teradata).unwrap();
        for echoes in [false, true] {
            if echoes {
                world.sim.fault(json!({"times": 0, "action": {"kind": "status", "status": 500, "headers": {"x-echo": echo}, "body": json!({"message": echo}).to_string()}})).unwrap();
            }
            assert_eq!(veeam.jobs().is_ok(), !wrong && !echoes);
            assert_eq!(veeam.start_job(MAIL, None).is_ok(), !wrong && !echoes);
            assert_eq!(vcenter.create_backup_job(&plan()).is_ok(), !wrong && !echoes);
            assert_eq!(vcenter.backup_jobs().is_ok(), !wrong && !echoes);
            assert_eq!(teradata.job("71").is_ok(), !wrong && !echoes);
        }
        world.sim.clear_faults();
    }
    // Tokens that the servers gave out.
    let truth = world.sim.truth().to_string();
    secrets.retain(|secret| !secret.is_empty());
    assert!(truth.contains(&secrets[1]), "the truth knows the tokens");
    secrets
}

#[test]
fn no_event_of_any_crate_shows_a_secret() {
    let (log, events) = listener();
    let mut secrets = Vec::new();
    let text = Capture::of(|| secrets = sessions(Some(&log)));
    let events = events.lock().unwrap();
    let ours = text.lines().filter(|line| line.starts_with("backupjobs ")).count();
    assert!(events.len() > 20 && ours == events.len(), "{ours} of {}: {text}", events.len());
    for word in ["veeam.login", "vcenter.login", "teradata.job", "status=401", "certificate is not checked"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    let all = format!("{text} {events:?}");
    for secret in &secrets {
        assert!(!all.contains(secret.as_str()), "{secret} is logged");
    }
    for word in ["Bearer ", "Basic ", "canary"] {
        assert!(!all.contains(word), "{word} is logged");
    }
    // The search finds what is there.
    let leak = Capture::of(|| tracing::trace!(token = secrets[1], "planted"));
    assert!(leak.contains(&secrets[1]));
}
