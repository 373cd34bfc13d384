//! Every reading call of a Teradata client, of both products. Letters: the call, the product, the token, the id. Then answers.

use crate::rules;
use crate::script::{self, Script};
use backupjobs::teradata::*;

pub(crate) fn client(script: &mut Script<'_>) -> Client {
    let lake = script.choose(2) == 1;
    let token = match script.choose(4) {
        0 => {
            script::without_password();
            TokenSource::from(script::TOKEN)
        }
        1 => TokenSource::basic("svc", script::PASSWORD),
        2 => {
            script::without_password();
            TokenSource::callback(|| Ok(script::TOKEN.into()))
        }
        _ => ClientCredentials::new(format!("{}/oauth/token", script::URL), "id", script::PASSWORD).into(),
    };
    let mut config = match lake {
        true => Config::lake(script::URL, "acc", token),
        false => Config::new(script::URL, "site", token),
    };
    config.allow_unverified = true;
    config.options = script::options();
    Client::new(config).expect("a good configuration")
}

pub(crate) fn run(data: &[u8]) {
    let mut script = Script::play(data);
    let call = script.choose(15);
    let client = client(&mut script);
    let id = ["71", "905", "", "..", "a/../b?c#d%2e", "a\r\nb"][script.choose(6)];
    // Of the same password, where a call has one.
    let user = || DatabaseCredentials::new("dbc", script::PASSWORD);
    match call {
        0 => rules::answer(client.jobs(&JobQuery::default())),
        1 => rules::rows(client.iter_jobs(&JobQuery::default().active(true).page(2, 10))),
        2 => rules::answer(client.job(id)),
        3 => rules::answer(client.site_executions()),
        4 => rules::rows(client.iter_job_executions(id)),
        5 => rules::answer(client.execute(id, Some(&RunType::from("FULL")))),
        6 => rules::answer(client.databases()),
        7 => rules::answer(client.backup_objects(id, "905")),
        8 => rules::answer(client.objects_preparation()),
        9 => rules::answer(client.prepare_objects(id, "905")),
        10 => rules::answer(client.restore("71", "905", id)),
        11 => rules::rows(client.iter_site_restores()),
        12 => rules::answer(client.execution_restores(id, "905")),
        13 => rules::answer(client.restore_permissions(&RestorePermissionsRequest::default().credentials(user()))),
        _ => {
            let request = RestoreRequest::new("back", "site", user()).object(ObjectSelection::new("SALES", "DATABASE"));
            rules::answer(client.create_restore(id, "905", &request));
        }
    }
    client.close();
}
