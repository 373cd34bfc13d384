//! A canary in every secret: it comes out in no `Debug`, no ticket, no error and no sentence, whatever a server repeats.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use backupjobs::teradata::{self, DatabaseCredentials, TokenCommand, TokenSource};
use backupjobs::vcenter::{Location, ScheduleSpec, ScheduleUpdate};
use backupjobs::{ClientOptions, Outcome, Policy, Proxy, Secret, Server, Verdict, vcenter, veeam};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{Flavor, NIGHTLY, World, plan, quick_start, quick_wait, servers};
use serde_json::{Value, json};
use std::fmt::Debug;

const CANARY: &str = "C4nary \"of/the\" m1ne+";

/// Looks for secrets, plain and as they travel.
struct Search(Vec<String>);

impl Search {
    fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let form = |secret: &str| {
            let mut url = reqwest::Url::parse("https://x").unwrap();
            url.query_pairs_mut().append_key_only(secret);
            let coded = url.query().unwrap().to_owned();
            // What follows a user's name and a colon, of whatever length.
            let basic = (0..3).map(|before| {
                let text = STANDARD.encode(format!("{}{secret}", &"u:u"[..before]));
                text[4 * usize::from(before > 0)..text.len() - 4].to_owned()
            });
            let quoted = serde_json::to_string(secret).unwrap();
            let debug = format!("{secret:?}");
            let inside = |text: String| text[1..text.len() - 1].to_owned();
            let mut forms = vec![secret.to_owned(), coded.replace('+', "%20"), coded, inside(quoted), inside(debug)];
            forms.extend(basic);
            forms
        };
        Self(secrets.into_iter().flat_map(form).collect())
    }

    fn found(&self, text: &str) -> Option<&str> {
        self.0.iter().map(String::as_str).find(|form| text.contains(form))
    }

    #[track_caller]
    fn none_in(&self, text: &str) {
        assert!(self.found(text).is_none(), "{:?} in {text}", self.found(text));
    }
}

#[test]
fn a_planted_leak_is_found() {
    #[derive(Debug)]
    #[allow(dead_code)]
    struct Careless {
        password: &'static str,
    }
    let search = Search::new([CANARY]);
    let leaks = [
        format!("{:?}", Careless { password: CANARY }),
        format!("bad password {CANARY}"),
        "GET /x?pw=C4nary+%22of%2Fthe%22+m1ne%2B&y".into(),
        "GET /x?pw=C4nary%20%22of%2Fthe%22%20m1ne%2B".into(),
        json!({ "password": CANARY }).to_string(),
        format!("Basic {}", STANDARD.encode(format!("a:{CANARY}"))),
        format!("Basic {}", STANDARD.encode(format!("me:{CANARY}"))),
        format!("Basic {}", STANDARD.encode(format!("svc:{CANARY}"))),
    ];
    for leak in &leaks {
        assert!(search.found(leak).is_some(), "{leak}");
    }
    search.none_in("bad password ***");
}

/// Everything public that holds a secret, with the canary in it.
fn holders() -> Vec<(&'static str, Box<dyn Debug>)> {
    fn boxed(holder: impl Debug + 'static) -> Box<dyn Debug> {
        Box::new(holder)
    }
    let proxied = || {
        let mut options = ClientOptions::default();
        options.proxy = Proxy::url("http://me:C4nary%20%22of%2Fthe%22%20m1ne+@proxy.example:3128").unwrap();
        options
    };
    let mut veeam = veeam::Config::new("https://h", veeam::Dialect::V6, "me", CANARY);
    veeam.options = proxied();
    let mut vcenter = vcenter::Config::new("https://h", "me", CANARY);
    vcenter.options = proxied();
    let credentials = DatabaseCredentials::new("me", CANARY);
    let oauth = teradata::ClientCredentials::new("https://h/token", "me", CANARY);
    let jwt = teradata::LakeJwt::new(CANARY, CANARY, "key", "me", "acme");
    let command = TokenCommand::new(["printf", CANARY]);
    let sources: Vec<TokenSource> = vec![
        CANARY.into(),
        TokenSource::basic("me", CANARY),
        TokenSource::callback(|| Ok(CANARY.into())),
        command.clone().into(),
        oauth.clone().into(),
        jwt.clone().into(),
    ];
    let mut all = vec![
        ("Secret", boxed(Some(Secret::new(CANARY)))),
        ("ClientOptions", boxed(proxied())),
        ("ProxyUrl", boxed(proxied().proxy)),
        ("Config", boxed(veeam.clone())),
        ("Client", boxed(veeam::Client::new(veeam.clone()).unwrap())),
        ("Server", boxed(veeam::Client::new(veeam).unwrap().server())),
        ("Config", boxed(vcenter.clone())),
        ("Client", boxed(vcenter::Client::new(vcenter.clone()).unwrap())),
        ("Server", boxed(vcenter::Client::new(vcenter).unwrap().server(Some(plan())).unwrap())),
        ("BackupRequest", boxed(vcenter::BackupRequest::at("sftp://h/d").encrypted(CANARY).credentials("me", CANARY))),
        ("Location", boxed(Location::new("sftp://h/d").credentials("me", CANARY))),
        ("ScheduleSpec", boxed(ScheduleSpec::new("sftp://h/d").encrypted(CANARY).credentials("me", CANARY))),
        ("ScheduleUpdate", boxed(ScheduleUpdate::new().encrypted(CANARY).credentials("me", CANARY))),
        ("RestoreRequest", boxed(teradata::RestoreRequest::new("r", "s", credentials.clone()))),
        (
            "RestorePermissionsRequest",
            boxed(teradata::RestorePermissionsRequest::default().credentials(credentials.clone())),
        ),
        ("DatabaseCredentials", boxed(credentials)),
        ("ClientCredentials", boxed(oauth)),
        ("LakeJwt", boxed(jwt)),
        ("TokenCommand", boxed(command)),
    ];
    let mut restore = vcenter::RestoreRequest::new(vcenter::LocationType::Sftp, "sftp://h/d");
    restore.backup_password = Some(CANARY.into());
    restore.location_password = Some(CANARY.into());
    restore.sso_admin_user_password = Some(CANARY.into());
    all.push(("RestoreRequest", boxed(restore)));
    for source in sources {
        all.push(("TokenSource", boxed(source.clone())));
        all.push(("Config", boxed(teradata::Config::new("https://h", "site", source))));
    }
    all
}

#[test]
fn no_debug_shows_a_secret() {
    let search = Search::new([CANARY, "C4nary"]);
    for (name, holder) in holders() {
        search.none_in(&format!("{name} {holder:?} {holder:#?}"));
    }
}

/// A type that gets a secret has to be among the holders.
#[test]
fn every_public_holder_of_a_secret_is_known() {
    fn visit(folder: &std::path::Path, known: &[&str], seen: &mut usize) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                visit(&path, known, seen);
                continue;
            }
            let mut name = String::new();
            for line in std::fs::read_to_string(&path).unwrap().lines() {
                if let Some(rest) = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum ")) {
                    name = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned();
                }
                if line.starts_with("    pub ") && (line.ends_with(": Secret,") || line.ends_with("<Secret>,")) {
                    assert!(known.contains(&name.as_str()), "{name} in {}", path.display());
                    *seen += 1;
                }
            }
        }
    }
    let holders = holders();
    let (known, mut seen): (Vec<&str>, _) = (holders.iter().map(|(name, _)| *name).collect(), 0);
    visit(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &known, &mut seen);
    assert!(seen >= 15, "only {seen} secrets");
}

/// What a client of that flavor holds that is secret from the start.
fn own_secrets(world: &World, flavor: Flavor) -> Vec<String> {
    let at = |name: &str| world.access(flavor)[name].as_str().unwrap().to_owned();
    match flavor {
        Flavor::Veeam(_) => vec![at("password")],
        Flavor::Teradata(teradata::Dialect::Lake) => vec![at("personal_access_token")],
        Flavor::Teradata(_) => vec![at("token")],
        Flavor::Vcenter(_) => vec![at("password"), STANDARD.encode(format!("{}:{}", at("username"), at("password")))],
    }
}

/// A run of the job that failed with this sentence.
fn failed_with(world: &World, flavor: Flavor, server: &Server, said: &str) -> backupjobs::Run {
    let script = json!({"outcome": "failed", "duration_s": 60, "message": said});
    world.sim.script(flavor.system(), flavor.job(), serde_json::from_value(script).unwrap()).unwrap();
    let started = server.start(flavor.job(), &quick_start()).unwrap();
    let run = server.wait(flavor.job(), &started.run.id, &quick_wait(), &mut |_| {}).unwrap();
    assert_eq!(run.outcome, Some(Outcome::Failed), "{flavor}");
    run
}

/// Each system repeats the login's own secret in a good answer.
#[test]
fn a_login_secret_in_a_good_answer_is_not_shown() {
    let world = World::ticking(20);
    for (flavor, server, job, _) in servers(&world) {
        let secrets = own_secrets(&world, flavor);
        let search = Search::new(secrets.iter().map(String::as_str));
        let run = failed_with(&world, flavor, &server, &format!("no luck with {}", secrets.join(" or ")));
        let account = server.explain(job, &run.id).unwrap();
        let verdict = Verdict::of(&run, &Policy::new());
        let clean = "no luck with ***";
        assert!(account.to_string().contains(clean), "{flavor}: {account}");
        search.none_in(&format!("{account} {account:?} {run:?} {verdict:?}"));
        let checked = server.check(job, &Policy::new()).unwrap();
        search.none_in(&format!("{checked:?} {:?}", server.runs(job, 5).unwrap()));
        let ticket = server.prepare(job, &quick_start()).unwrap();
        search.none_in(&format!("{} {ticket:?}", ticket.to_text()));
    }
}

/// The vendors' own objects: sentences are clean, names stay what they are.
#[test]
fn sentences_of_the_vendors_objects_are_clean() {
    let world = World::ticking(20);
    let flavor = Flavor::Veeam(veeam::Dialect::V8);
    let (password, client) = (world.sim.access(flavor.system(), "password"), world.veeam(veeam::Dialect::V8));
    let run = failed_with(&world, flavor, &client.server(), &format!("no luck with {password}"));
    let session = client.job_session(&run.id).unwrap();
    assert_eq!(session.details.as_deref(), Some("no luck with ***"));
    let items = client.log_items(&run.id).unwrap();
    assert!(items.iter().any(|item| item.message.as_deref().is_some_and(|text| text.contains("***"))), "{items:?}");
    Search::new([password]).none_in(&format!("{session:?} {items:?}"));
    world.sim.reset();
    let job = json!({"id": common::MAIL, "name": password, "description": password});
    world.fault("veeam", "/Jobs", 0, json!({"kind": "body", "body": job.to_string()}));
    assert_eq!(client.job(common::MAIL).unwrap().name.as_deref(), Some(password), "an edit sends it back");
}

/// What a refusal says, in the forms of all three systems.
fn refusal(said: &str) -> Value {
    let messages = json!([{"default_message": said, "args": [], "id": "x"}]);
    let body = json!({"message": said, "error_description": said, "messages": messages, "error_type": "ERROR",
        "type": "x.error", "value": {"messages": messages}});
    json!({"kind": "status", "status": 400, "body": body.to_string()})
}

/// A sentence is cut when it is too long; a secret that lies on the cut leaves no first part behind.
#[test]
fn a_long_sentence_is_cut_only_when_it_is_clean() {
    let world = World::new();
    let canary = "canary-that-is-longer-than-a-cut";
    for inside in [1, 6, canary.len() - 1] {
        // The words before it are cut away with it, up to the last few.
        let said = |start: usize| format!("{}{canary} and more", "x".repeat(start - inside));
        let page = format!("<html><title>{}</title>", said(300));
        let answers = [
            refusal(&said(300)),
            refusal(&said(1_000)),
            json!({"kind": "status", "status": 502, "body": page}),
            json!({"kind": "status", "status": 302, "headers": {"location": format!("/{}", said(280))}}),
            json!({"kind": "body", "body": page}),
            json!({"kind": "body", "body": "?", "content_type": said(300)}),
        ];
        for answer in answers {
            let oauth = teradata::ClientCredentials::new(
                format!("{}{}", world.sim.access(backupjobs_sim::System::Teradata, "url"), "/__sim__/oauth2/token"),
                "me",
                canary,
            );
            let mut veeam = world.veeam_config(veeam::Dialect::V6);
            veeam.password = canary.into();
            let mut vcenter = world.vcenter_config();
            vcenter.password = canary.into();
            let credentials = DatabaseCredentials::new("me", canary);
            let restore = teradata::RestoreRequest::new("r", "s", credentials.clone())
                .object(teradata::ObjectSelection::new("SALES", "DATABASE"));
            let permissions = teradata::RestorePermissionsRequest::default().credentials(credentials);
            let backup = vcenter::BackupRequest::at("sftp://h/d").credentials("me", canary);
            let place = Location::new("sftp://h/d").credentials("me", canary);
            let appliance = world.vcenter();
            appliance.login().unwrap();
            world.sim.fault(json!({"times": 0, "action": answer})).unwrap();
            let errors = [
                veeam::Client::new(veeam).unwrap().jobs().err(),
                teradata::Client::new(world.teradata_config(canary)).unwrap().job(NIGHTLY).err(),
                teradata::Client::new(world.teradata_config(oauth)).unwrap().job(NIGHTLY).err(),
                world.teradata().create_restore("71", "905", &restore).err(),
                world.teradata().restore_permissions(&permissions).err(),
                vcenter::Client::new(vcenter).unwrap().backup_jobs().err(),
                appliance.create_backup_job(&backup).err(),
                appliance.archives("sn_v", &place, &vcenter::ArchiveQuery::default()).err(),
            ];
            world.sim.clear_faults();
            assert!(errors.iter().filter(|error| error.is_some()).count() >= 6, "{answer} {errors:?}");
            for error in errors.into_iter().flatten() {
                let text = format!("{error} {error:?} {:?}", error.vendor_message());
                // One letter of it tells nobody anything, and stands in other words.
                assert!(inside < 4 || !text.contains(&canary[..4]), "{text}");
                assert!(!text.contains(&format!("x{}", &canary[..inside])), "{text}");
                assert!(text.len() < 6_000, "{text}");
            }
        }
    }
}
