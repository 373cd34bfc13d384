//! Canaries.

use crate::common::World;
use crate::{access, jwt, oauth};
use backupjobs::teradata::{
    Client, DatabaseCredentials, ObjectSelection, RestorePermissionsRequest, RestoreRequest, TokenCommand, TokenSource,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// Whatever goes wrong, with servers that echo what they were sent: no secret in any text of any error.
#[test]
fn no_error_shows_a_secret() {
    let world = World::new();
    let at = |name| access(&world, name);
    let coded = |user: &str, password: &str| STANDARD.encode(format!("{user}:{password}"));
    let (password, token) = ("canary-database-pw", "canary-token-of-a-command");
    let of_restores = [password.to_owned(), coded("restorer", password)];
    let (id, secret) = (at("client_id"), at("client_secret"));
    // Each source with what it sends.
    let sources: Vec<(TokenSource, Vec<String>)> = vec![
        (jwt(&world).into(), vec![at("personal_access_token")]),
        (oauth(&world).into(), vec![secret.clone(), coded(&id, &secret)]),
        (TokenSource::basic("u", "canary-basic-pw"), vec!["canary-basic-pw".into(), coded("u", "canary-basic-pw")]),
        (TokenCommand::new(["printf", "%s", token]).into(), vec![token.into()]),
        ("canary-static-token".into(), vec!["canary-static-token".into()]),
    ];
    let mut seen = 0;
    for (source, own) in sources {
        let all = [own.as_slice(), &of_restores].concat();
        let shown = format!("{source:?}");
        let client = || Client::new(world.teradata_config(source.clone())).unwrap();
        let credentials = DatabaseCredentials::new("restorer", password);
        let request =
            RestoreRequest::new("r", "ACMEPRD1", credentials.clone()).object(ObjectSelection::new("SALES", "DATABASE"));
        let permissions = RestorePermissionsRequest::default().credentials(credentials);
        for kind in 0..7 {
            world.sim.reset();
            for (path, sent) in [
                ("/restores", &all),
                ("/restore-permissions", &all),
                ("/prepare-objects", &own),
                ("/databases", &own),
                ("/oauth2", &own),
            ] {
                let echo = sent.join(" and ");
                let status =
                    |code: u16, body: Value| json!({"kind": "status", "status": code, "body": body.to_string()});
                let action = match kind {
                    0 => status(400, json!({"message": echo})),
                    1 => status(401, json!({"error_description": echo})),
                    2 => status(409, json!({"error": echo, "code": echo})),
                    3 => json!({"kind": "status", "status": 500, "body": echo}),
                    4 => json!({"kind": "body", "body": echo, "content_type": echo}),
                    5 => {
                        let body = json!({"access_token": [echo], "permitted": [echo]});
                        json!({"kind": "body", "body": body.to_string()})
                    }
                    _ => json!({"kind": "reset_after"}),
                };
                // The last ones without the endpoint: it gives tokens, which then travel.
                if path != "/oauth2" || kind < 4 {
                    world.sim.fault(json!({"path": path, "times": 0, "action": action})).unwrap();
                }
            }
            let errors = [
                client().create_restore("71", "905", &request).err(),
                client().restore_permissions(&permissions).err(),
                client().prepare_objects("71", "905").err(),
                client().databases().err(),
                client().login().err(),
            ];
            for error in errors.into_iter().flatten() {
                seen += 1;
                let mut text = format!("{error} {error:?} {:?} {:?}", error.vendor_code(), error.vendor_message());
                let mut cause = std::error::Error::source(&error);
                while let Some(inner) = cause {
                    text.push_str(&format!("{inner} {inner:?}"));
                    cause = inner.source();
                }
                text.push_str(&format!("{shown} {:?} {request:?} {permissions:?}", client()));
                for secret in &all {
                    assert!(!text.contains(secret.as_str()), "{secret} in {text}");
                }
                assert!(!text.contains("PRIVATE KEY"), "{text}");
            }
        }
    }
    assert!(seen > 120, "only {seen} errors");
}
