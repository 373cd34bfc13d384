//! Where tokens come from, and how they are renewed.

use crate::common::World;
use crate::{access, jwt, lake, lake_config, oauth, requests};
use backupjobs::ErrorKind;
use backupjobs::teradata::{Client, Config, JobQuery, OrganizationClaim, TokenCommand, TokenSource};
use backupjobs_sim::System;
use serde_json::json;

#[test]
fn every_source_gives_a_token() {
    let world = World::new();
    let token = access(&world, "token");
    let sources: Vec<TokenSource> = vec![
        token.as_str().into(),
        TokenSource::callback({
            let token = token.clone();
            move || Ok(token.as_str().into())
        }),
        TokenCommand::new(["printf", "%s\\n", &token]).into(),
        oauth(&world).scope("data-protection").into(),
        jwt(&world).into(),
        TokenSource::basic(access(&world, "username"), access(&world, "password")),
    ];
    for source in sources {
        let shown = format!("{source:?}");
        let client = Client::new(world.teradata_config(source)).unwrap();
        for _ in 0..3 {
            assert_eq!(client.jobs(&JobQuery::default()).unwrap().len(), 14, "{shown}");
        }
        client.close();
        assert_eq!(client.job("71").unwrap_err().kind(), ErrorKind::Closed);
    }
    let tokens = world.sim.truth()["teradata"]["tokens"].clone();
    assert_eq!(tokens, json!({"issued": 1, "signed": 1}), "one token each");
    let journal = world.sim.journal();
    let ask = journal.as_array().unwrap().iter().find(|e| e["method"] == "POST").unwrap().clone();
    assert_eq!(ask["body"], "grant_type=client_credentials&scope=data-protection");
}

#[test]
fn a_refused_token_is_replaced_once() {
    let world = World::new();
    world.sim.knob("teradata.lake_auth", json!(["jwt", "oauth"])).unwrap();
    for (source, counter) in [(TokenSource::from(oauth(&world)), "issued"), (jwt(&world).into(), "signed")] {
        let mut config = lake_config(&world, source);
        config.allow_unverified = true;
        let client = Client::new(config).unwrap();
        client.job("71").unwrap();
        // Twice without the clock moving: the text must be another one all the same.
        for job in ["71", "72"] {
            world.sim.revoke(System::Teradata);
            client.execute(job, None).unwrap();
        }
        assert_eq!(world.sim.truth()["teradata"]["tokens"][counter], 3);
        world.sim.advance(120).unwrap();
    }
    assert_eq!(world.api_runs("teradata"), 4);
}

#[test]
fn a_signed_token_goes_by_the_clock_of_the_server() {
    let world = World::new();
    let client = lake(&world, false);
    client.job("71").unwrap();
    // Whatever the clock here says, that token is old by now.
    world.sim.advance(70 * 366 * 24 * 3600).unwrap();
    client.job("71").unwrap();
    assert_eq!(world.sim.truth()["teradata"]["tokens"]["signed"], 2);

    // And a token from the future is refused, so the second one is dated by the server.
    let world = World::new();
    world.sim.knob("teradata.jwt_checks_iat", json!(true)).unwrap();
    lake(&world, false).job("71").unwrap();
    assert_eq!(world.sim.truth()["teradata"]["tokens"]["signed"], 1);
}

#[test]
fn the_other_claim_is_offered_when_a_signed_token_is_refused() {
    let world = World::new();
    world.sim.knob("teradata.jwt_organization", json!("org_id")).unwrap();
    let error = lake(&world, false).job("71").unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::Unauthenticated, Some(401)), "{error}");
    assert!(error.remedy().contains("org_id"), "{error}");
    assert_eq!(requests(&world), 2, "signed again once");
    let by_id = jwt(&world).organization_claim(OrganizationClaim::OrgId);
    assert!(Client::new(lake_config(&world, by_id)).unwrap().job("71").is_ok());
}

#[test]
fn sources_that_cannot_work_are_told_apart() {
    let world = World::new();
    let new = |source: TokenSource| Client::new(world.teradata_config(source)).map(drop);
    let mut odd_url = oauth(&world);
    odd_url.token_url = "login.example/token".into();
    let mut no_secret = oauth(&world);
    no_secret.client_secret = "".into();
    let mut bad_key = jwt(&world);
    bad_key.private_key = "canary".into();
    let none: [&str; 0] = [];
    for source in [
        odd_url.into(),
        no_secret.into(),
        bad_key.into(),
        TokenCommand::new(none).into(),
        TokenSource::basic("", "x"),
        TokenSource::basic("a:b", "x"),
    ] {
        let error = new(source).unwrap_err();
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Config, "teradata.new"), "{error}");
    }
    for config in [Config::lake("https://x", "", "t"), Config::new("https://x", "", "t")] {
        assert_eq!(Client::new(config).unwrap_err().kind(), ErrorKind::Config);
    }

    let says = |source: TokenSource, says: &str| {
        let error = Client::new(world.teradata_config(source)).unwrap().login().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthenticated, "{error}");
        assert!(error.to_string().contains(says), "{error}");
    };
    let mut wrong = oauth(&world);
    wrong.client_secret = "canary-wrong".into();
    says(wrong.into(), "scope of the OAuth client");
    says(TokenCommand::new(["sh", "-c", "exit 7"]).into(), "exit code 7");
    let basic = Client::new(world.teradata_config(TokenSource::basic("nobody", "canary"))).unwrap();
    let error = basic.job("71").unwrap_err();
    assert!(error.kind() == ErrorKind::Unauthenticated && error.message().contains("user and password"), "{error}");
    // The endpoint is a server of its own: its certificate is checked in the same way.
    let mut config = world.teradata_config(oauth(&world));
    config.options.trust = backupjobs::Trust::Pin([7; 32]);
    let error = Client::new(config).unwrap().login().unwrap_err();
    assert!(error.kind() == ErrorKind::Tls && error.message().contains("the token endpoint"), "{error}");
}
