//! Connections, tokens, retries and secrets: what a caller never sees when it works.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::{CancelToken, ClientOptions, ErrorKind, RetryPolicy, Trust, teradata, vcenter, veeam};
use backupjobs_sim::System;
use common::{BACKUP_PASSWORD, LOCATION_PASSWORD, MAIL, World, plan};
use serde_json::json;
use std::time::{Duration, Instant};

fn with(options: ClientOptions, world: &World, url: &str) -> veeam::Client {
    let mut config = world.veeam_config(veeam::Dialect::V5);
    config.url = url.into();
    config.options = options;
    veeam::Client::new(config).unwrap()
}

fn options(trust: Trust) -> ClientOptions {
    let mut options = ClientOptions::default();
    options.trust = trust;
    options.retry = RetryPolicy::none();
    options
}

#[test]
fn certificates_are_checked_as_asked() {
    let world = World::new();
    let url = world.sim.url(System::Veeam).to_owned();
    let pem = std::fs::read(world.sim.ca_file()).unwrap();
    for trust in [Trust::CaPem(pem), Trust::pin(world.sim.leaf_sha256()).unwrap(), Trust::Insecure] {
        assert_eq!(with(options(trust), &world, &url).jobs().unwrap().len(), 5);
    }
    for (trust, says) in
        [(Trust::System, "not signed by a trusted authority"), (Trust::Pin([7; 32]), "not the pinned one")]
    {
        let error = with(options(trust), &world, &url).jobs().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
        assert!(error.message().contains(says) && error.remedy().contains("SHA-256"), "{error}");
        assert!(!error.is_retryable());
    }
    // Plain text where TLS is expected.
    let control = world.sim.control_url().replace("http:", "https:");
    let error = with(options(world.trust()), &world, &control).jobs().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
}

#[test]
fn nobody_there_is_unreachable_and_names_the_server() {
    let world = World::new();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for url in [format!("https://{free}"), "https://no-such-host.invalid:4443".into()] {
        let error = with(options(Trust::Insecure), &world, &url).jobs().unwrap_err();
        assert_eq!((error.kind(), error.server()), (ErrorKind::Unreachable, Some(url.as_str())), "{error}");
        assert!(!error.may_have_taken_effect() && error.is_retryable());
    }
}

#[test]
fn reads_are_tried_again_and_changes_are_not() {
    let world = World::new();
    let client = world.veeam(veeam::Dialect::V6);
    client.login().unwrap();
    for action in [json!({"kind": "status", "status": 503}), json!({"kind": "reset_before"})] {
        world.sim.clear_journal();
        world.fault("veeam", "/Jobs", 3, action.clone());
        assert_eq!(client.jobs().unwrap().len(), 5);
        assert_eq!(world.count("GET", "/Jobs"), 4);
        world.fault("veeam", "/Jobs", 4, action);
        assert!(client.jobs().is_err());
        world.sim.clear_faults();
    }
    world.sim.clear_journal();
    world.fault("veeam", "/start", 1, json!({"kind": "status", "status": 503}));
    let error = client.start_job(MAIL, None).unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Unavailable, Some(503)));
    assert!(error.may_have_taken_effect());
    assert_eq!(world.count("POST", "/start"), 1);
}

#[test]
fn a_rate_limit_is_respected_and_told() {
    let world = World::new();
    let client = world.veeam(veeam::Dialect::V6);
    client.login().unwrap();
    world.fault("veeam", "/Jobs", 1, json!({"kind": "status", "status": 429, "headers": {"retry-after": "3600"}}));
    let error = client.jobs().unwrap_err();
    assert_eq!((error.kind(), error.retry_after()), (ErrorKind::RateLimited, Some(Duration::from_secs(3600))));
}

#[test]
fn one_login_serves_many_threads_and_is_renewed_by_one() {
    let world = World::new();
    let client = world.veeam(veeam::Dialect::V5);
    for round in 1..=2 {
        std::thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(|| assert_eq!(client.jobs().unwrap().len(), 5));
            }
        });
        assert_eq!(world.sim.truth()["veeam"]["tokens"]["logins"], round, "logins");
        world.sim.revoke(System::Veeam);
    }
}

#[test]
fn an_old_token_is_refreshed_and_a_dead_one_replaced() {
    let world = World::new();
    world.sim.knob("veeam.token_lifetime_s", json!(60)).unwrap();
    let client = world.veeam(veeam::Dialect::V5);
    client.jobs().unwrap();
    world.sim.advance(120).unwrap();
    client.jobs().unwrap();
    let tokens = world.sim.truth()["veeam"]["tokens"].clone();
    assert_eq!((tokens["logins"].as_u64(), tokens["refreshes"].as_u64()), (Some(1), Some(1)), "{tokens}");
    world.sim.revoke(System::Veeam);
    client.jobs().unwrap();
    assert_eq!(world.sim.truth()["veeam"]["tokens"]["logins"].as_u64(), Some(2));
}

#[test]
fn wrong_credentials_are_refused_once() {
    let world = World::new();
    let mut config = world.veeam_config(veeam::Dialect::V5);
    config.password = "canary-wrong".into();
    let error = veeam::Client::new(config).unwrap().jobs().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthenticated, "{error}");
    assert_eq!(world.count("POST", "/Token"), 1);

    let error = teradata::Client::new(world.teradata_config("canary-wrong")).unwrap().site_executions().unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Unauthenticated, Some(401)), "{error}");
    assert!(error.remedy().contains("token"), "{error}");

    let mut config = world.vcenter_config();
    config.password = "canary-wrong".into();
    let error = vcenter::Client::new(config).unwrap().backup_jobs().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthenticated, "{error}");
}

#[test]
fn a_session_is_deleted_when_the_last_clone_goes() {
    let world = World::new();
    let client = world.vcenter();
    let server = client.server(None).unwrap();
    client.backup_jobs().unwrap();
    drop(client);
    assert_eq!(world.count("DELETE", "/session"), 0);
    drop(server);
    assert_eq!(world.count("DELETE", "/session"), 1);
    assert_eq!(world.sim.truth()["vcenter"]["sessions"], 0);

    let client = world.vcenter();
    client.close();
    assert_eq!(client.backup_jobs().unwrap_err().kind(), ErrorKind::Closed);
}

#[test]
fn a_cancel_ends_a_request_that_hangs() {
    let world = World::new();
    let cancel = CancelToken::new();
    let client = world.veeam(veeam::Dialect::V5).with_cancel(&cancel);
    client.login().unwrap();
    world.fault("veeam", "/Jobs", 0, json!({"kind": "delay", "ms": 60_000}));
    let began = Instant::now();
    std::thread::scope(|scope| {
        let call = scope.spawn(|| client.jobs());
        while world.sim.faults()[0]["hit"] == 0 {
            std::thread::yield_now();
        }
        cancel.cancel();
        assert_eq!(call.join().unwrap().unwrap_err().kind(), ErrorKind::Cancelled);
    });
    assert!(began.elapsed() < Duration::from_secs(50), "the call sat out the delay");
}

#[test]
fn a_slow_answer_times_out() {
    let world = World::new();
    let mut config = world.veeam_config(veeam::Dialect::V5);
    config.options.request_timeout = Duration::from_millis(100);
    config.options.retry = RetryPolicy::none();
    let client = veeam::Client::new(config).unwrap();
    client.login().unwrap();
    world.fault("veeam", "/Jobs", 0, json!({"kind": "delay", "ms": 30_000}));
    let error = client.jobs().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
}

#[test]
fn an_async_thread_is_refused_with_a_reason() {
    let world = World::new();
    let client = world.veeam(veeam::Dialect::V5);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let error = runtime.block_on(async { client.jobs() }).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.remedy().contains("spawn_blocking"), "{error}");
    assert!(client.jobs().is_ok());
}

/// Every failure we can provoke, with servers that echo what they were sent: no secret in any text of any error.
#[test]
fn no_error_shows_a_secret() {
    let world = World::new();
    let access = |system, name| world.sim.access(system, name).to_owned();
    let of = |system| match system {
        System::Veeam => vec![access(system, "password")],
        System::Teradata => vec![access(system, "token")],
        System::Vcenter => vec![access(system, "password"), BACKUP_PASSWORD.into(), LOCATION_PASSWORD.into()],
    };
    let mut seen = 0;
    for system in [System::Veeam, System::Teradata, System::Vcenter] {
        let secrets = of(system);
        let echo = secrets.join(" and ");
        for action in [
            json!({"kind": "status", "status": 400, "body": json!({"message": echo}).to_string()}),
            json!({"kind": "status", "status": 409, "body": json!({"error": echo, "errorCode": echo}).to_string()}),
            json!({"kind": "status", "status": 500, "body": json!({"error_type": echo, "messages": [{"default_message": echo}]}).to_string()}),
            json!({"kind": "status", "status": 401, "body": echo}),
            json!({"kind": "body", "body": echo, "content_type": echo}),
            json!({"kind": "body", "body": json!([{"id": {"x": echo}}]).to_string(), "content_type": "application/json"}),
            json!({"kind": "body", "body": json!({"value": {"id": [echo]}}).to_string(), "content_type": "application/json"}),
            json!({"kind": "reset_before"}),
            json!({"kind": "truncate", "bytes": 3}),
        ] {
            for path in ["/Jobs", "/jobs", "/backup/job"] {
                world.sim.reset();
                world.sim.fault(json!({"path": path, "times": 0, "action": action})).unwrap();
                let errors = match system {
                    System::Veeam => {
                        let client = world.veeam(veeam::Dialect::V6);
                        [client.jobs().err(), client.start_job(MAIL, None).err()]
                    }
                    System::Teradata => {
                        let config = world.teradata_config(secrets[0].as_str());
                        let client = teradata::Client::new(config).unwrap();
                        [client.jobs(&teradata::JobQuery::default()).err(), client.execute("71", None).err()]
                    }
                    System::Vcenter => {
                        let client = world.vcenter();
                        [client.create_backup_job(&plan()).err(), None]
                    }
                };
                for error in errors.into_iter().flatten() {
                    seen += 1;
                    let mut text = format!("{error} {error:?} {:?} {:?}", error.vendor_code(), error.vendor_message());
                    let mut source = std::error::Error::source(&error);
                    while let Some(cause) = source {
                        text.push_str(&format!("{cause} {cause:?}"));
                        source = cause.source();
                    }
                    for secret in &secrets {
                        assert!(!text.contains(secret), "{secret} in {text}");
                    }
                }
            }
        }
    }
    assert!(seen > 30, "only {seen} errors");
    let veeam = world.veeam(veeam::Dialect::V6);
    let teradata = world.teradata_config(of(System::Teradata)[0].as_str());
    let vcenter = world.vcenter_config();
    let all = format!("{veeam:?} {:?} {teradata:?} {vcenter:?} {:?}", world.veeam_config(veeam::Dialect::V2), plan());
    for secret in [System::Veeam, System::Teradata, System::Vcenter].into_iter().flat_map(of) {
        assert!(!all.contains(&secret), "{all}");
    }
}
