//! Copy jobs as clients make and change them.
#![allow(clippy::unwrap_used)]

use crate::veeam::bench::{ARCHIVE, BACKUP1, Bench, MAIL};
use serde_json::{Value, json};

fn wish(policy: Value) -> Value {
    json!({"backupJobId": BACKUP1, "repositoryId": ARCHIVE, "isEnabled": true, "schedulePolicy": policy})
}

fn post(bench: &mut Bench, body: &Value) -> (u16, Value) {
    bench.post("/v6/CopyJobs", &body.to_string())
}

#[test]
fn the_documented_sample() {
    let mut bench = Bench::new();
    let policy = json!({
        "type": "Immediate", "backupCopyWindowEnabled": true,
        "backupCopyWindowSettings": {"backupWindow": vec![true; 168], "minuteOffset": 0},
    });
    let (status, body) = post(&mut bench, &wish(policy.clone()));
    assert_eq!(status, 200);
    let id = body["id"].as_str().unwrap().to_owned();
    assert_eq!(
        body,
        json!({
            "backupJobId": BACKUP1, "schedulePolicy": policy, "id": id, "repositoryId": ARCHIVE,
            "name": "Backup1 - copy job", "isEnabled": true, "lastStatus": "Success",
            "_links": {
                "self": {"href": format!("/v6/copyJobs/{id}")},
                "organization": {"href": "/v6/organizations/e60dfb9c-ac58-4463-879f-9855ac35576b"},
                "backupJob": {"href": format!("/v6/job/{BACKUP1}")},
                "backupRepository": {"href": format!("/v6/backuprepositories/{ARCHIVE}")},
            },
        })
    );
    assert_eq!(bench.get(&format!("/v6/copyjobs/{id}")), body);
    assert_eq!(bench.get("/v6/CopyJobs"), json!([body.clone()]));
    assert_eq!(bench.get(&format!("/v6/CopyJobs?repositoryId={MAIL}")), json!([]));
    assert_eq!(bench.get(&format!("/v6/Jobs/{BACKUP1}/CopyJob")), body);
    assert_eq!(bench.get(&format!("/v6/CopyJobs/{id}/BackupJob"))["name"], "Backup1");
    let job = bench.get(&format!("/v6/Jobs/{BACKUP1}"));
    assert_eq!(job["_links"]["copyJob"]["href"], format!("/v6/jobs/{BACKUP1}/copyjob"));
    assert_eq!(bench.get(&format!("/v5/Jobs/{BACKUP1}"))["_links"].get("copyJob"), None);
    assert_eq!(bench.ask("GET", &format!("/v6/Jobs/{MAIL}/CopyJob"), "").status, 404);
    assert_eq!(bench.truth()["copy_jobs"][0]["job"], BACKUP1);
    // One copy job per backup job.
    assert_eq!(post(&mut bench, &wish(policy)).0, 500);
    assert_eq!(bench.ask("GET", "/v5/CopyJobs", "").status, 404);
}

#[test]
fn every_schedule_comes_back_in_the_products_spelling() {
    for (sent, want, next) in [
        (Value::Null, json!({"type": "Immediate", "backupCopyWindowEnabled": false}), None),
        (
            json!({"type": "dailyattime", "dailyType": "workdays", "dailyTime": "02:00:00"}),
            json!({"type": "DailyAtTime", "dailyType": "Workdays", "dailyTime": "02:00:00", "backupCopyWindowEnabled": false}),
            Some("2026-01-16T02:00:00Z"),
        ),
        (
            json!({"Type": "Periodically", "periodicallyEvery": "Minutes5", "dailyTime": null}),
            json!({"type": "Periodically", "periodicallyEvery": "Minutes5", "backupCopyWindowEnabled": false}),
            Some("2026-01-15T08:05:00Z"),
        ),
    ] {
        let mut bench = Bench::new();
        let (status, body) = post(&mut bench, &wish(sent.clone()));
        assert_eq!((status, &body["schedulePolicy"]), (200, &want), "{sent}");
        assert_eq!(body.get("nextRun").and_then(Value::as_str), next);
    }
}

#[test]
fn wrong_schedules_are_refused() {
    let window = |hours: Value| json!({"type": "Immediate", "backupCopyWindowEnabled": true, "backupCopyWindowSettings": {"backupWindow": hours}});
    let mut mixed = vec![json!(true); 168];
    mixed[100] = json!(1);
    for policy in [
        json!("Immediate"),
        json!({}),
        json!({"type": "Daily"}),
        json!({"type": "DailyAtTime", "dailyType": "Everyday"}),
        json!({"type": "DailyAtTime", "dailyTime": "02:00:00"}),
        json!({"type": "DailyAtTime", "dailyType": "Everyday", "dailyTime": "2:00"}),
        json!({"type": "DailyAtTime", "dailyType": "Everyday", "dailyTime": "25:00:00"}),
        json!({"type": "DailyAtTime", "dailyType": "Mondays", "dailyTime": "02:00:00"}),
        json!({"type": "Periodically"}),
        json!({"type": "Periodically", "periodicallyEvery": "Hours12"}),
        json!({"type": "Immediate", "retryEnabled": true}),
        json!({"type": "Immediate", "backupCopyWindowEnabled": true}),
        json!({"type": "Immediate", "backupCopyWindowEnabled": "true"}),
        window(Value::Null),
        window(json!(vec![true; 167])),
        window(json!(vec![true; 169])),
        window(json!(mixed)),
        json!({"type": "Immediate", "backupCopyWindowSettings": {"backupWindow": vec![true; 168], "minuteOffset": 1.5}}),
        json!({"type": "Immediate", "backupCopyWindowSettings": {"backupWindow": vec![true; 168], "offset": 1}}),
    ] {
        let mut bench = Bench::new();
        let (status, body) = post(&mut bench, &wish(policy.clone()));
        assert_eq!(status, 400, "{policy}");
        assert!(body["message"].as_str().unwrap().ends_with('.'));
        assert_eq!(bench.get("/v6/CopyJobs"), json!([]));
    }
}

#[test]
fn source_and_target_must_fit() {
    let mut bench = Bench::new();
    let repositories = bench.get("/v6/BackupRepositories");
    let jobs = bench.get("/v6/Jobs");
    let (local, blob) = (&repositories[0]["id"], &repositories[1]["id"]);
    let nobody = "00000000-0000-0000-0000-000000000000";
    for (job, target, want) in [
        (&jobs[1]["id"], local, 400),
        (&jobs[1]["id"], blob, 400),
        (&jobs[2]["id"], &json!(ARCHIVE), 400),
        (&json!(nobody), &json!(ARCHIVE), 404),
        (&jobs[1]["id"], &json!(nobody), 404),
        (&json!("Backup1"), &json!(ARCHIVE), 400),
        (&Value::Null, &json!(ARCHIVE), 400),
    ] {
        let body = json!({"backupJobId": job, "repositoryId": target});
        assert_eq!(post(&mut bench, &body).0, want, "{body}");
    }
    bench.knob("veeam.copy_refused_status", json!(500));
    assert_eq!(post(&mut bench, &json!({"backupJobId": BACKUP1, "repositoryId": local})).0, 500);
    assert_eq!(
        post(&mut bench, &json!({"backupJobId": MAIL, "repositoryId": ARCHIVE, "organizationId": nobody})).0,
        400
    );
    // The schema has a name; it is not the client's to choose.
    let (status, body) =
        post(&mut bench, &json!({"backupJobId": MAIL, "repositoryId": ARCHIVE, "name": "mine", "isEnabled": false}));
    assert_eq!((status, &body["name"], &body["isEnabled"]), (200, &json!("Contoso mail - copy job"), &json!(false)));
}
#[test]
fn proxy_and_retention_must_be_the_same() {
    let good = wish(json!({"type": "Immediate"}));
    let mut bench = Bench::new();
    bench.edit(|state| state.repositories[2].proxy = ARCHIVE.into());
    assert_eq!(post(&mut bench, &good).0, 400);
    let mut bench = Bench::new();
    bench.edit(|state| state.repositories[2].retention = "SnapshotBased");
    assert_eq!(post(&mut bench, &good).0, 400);
}

/// Creates one on v8, the source's organization found out first.
fn create(bench: &mut Bench, policy: Value) -> Value {
    let organization = bench.get(&format!("/v8/Jobs/{MAIL}"))["organizationId"].clone();
    let body = json!({
        "backupJobId": MAIL, "repositoryId": ARCHIVE, "organizationId": organization, "schedulePolicy": policy,
    });
    let (status, copy) = bench.post("/v8/CopyJobs", &body.to_string());
    assert_eq!(status, 201, "{copy}");
    copy
}

#[test]
fn v8_wants_the_organization_and_answers_201() {
    let mut bench = Bench::new();
    let copy = create(&mut bench, json!({"type": "Periodically", "periodicallyEvery": "Hours12"}));
    assert_eq!((&copy["name"], &copy["lastStatus"]), (&json!("Contoso mail - copy job"), &json!("Running")));
    let id = copy["id"].as_str().unwrap();
    assert_eq!(copy["_links"]["backupJob"]["href"], format!("/v8/jobs/{MAIL}"));
    let page = bench.get(&format!("/v8/CopyJobs?organizationId={}", copy["organizationId"].as_str().unwrap()));
    assert_eq!(page["results"][0]["id"], copy["id"]);
    assert_eq!(bench.get(&format!("/v8/CopyJobs?organizationId={MAIL}"))["results"], json!([]));
    let mut body = json!({"backupJobId": MAIL, "repositoryId": ARCHIVE});
    assert_eq!(bench.post("/v8/CopyJobs", &body.to_string()).0, 400);
    body["organizationId"] = copy["organizationId"].clone();
    let (status, refused) = bench.post("/v8/CopyJobs", &body.to_string());
    assert_eq!((status, &refused["errorCode"]), (409, &json!("OperationConflict")));
    body["backupJobId"] = json!(BACKUP1);
    body["name"] = json!("mine");
    assert_eq!(bench.post("/v8/CopyJobs", &body.to_string()).0, 400);
    body.as_object_mut().unwrap().remove("name");
    body["organizationId"] = bench.get("/v7/Organizations")[1]["id"].clone();
    let (status, refused) = bench.post("/v8/CopyJobs", &body.to_string());
    assert_eq!((status, &refused["message"]), (400, &json!("The backup job belongs to another organization.")));
    assert_eq!(bench.get(&format!("/v7/CopyJobs/{id}")).get("organizationId"), None);
}

#[test]
fn the_odd_repositories_are_no_targets() {
    let mut bench = Bench::new();
    let repositories = bench.get("/v7/BackupRepositories");
    for (at, message) in [
        (3, "The immutability of the target repository must equal its retention."),
        (4, "The target repository must have the retention type of the source repository."),
        (5, "The target repository must be on the proxy of the source repository."),
        (6, "The target repository must be on the proxy of the source repository."),
    ] {
        let body = json!({"backupJobId": MAIL, "repositoryId": repositories[at]["id"]});
        let (status, refused) = bench.post("/v7/CopyJobs", &body.to_string());
        assert_eq!((status, &refused["message"]), (400, &json!(message)));
    }
    bench.edit(|state| state.repositories[3].keep_days = Some(30));
    let body = json!({"backupJobId": MAIL, "repositoryId": repositories[3]["id"]});
    assert_eq!(bench.post("/v7/CopyJobs", &body.to_string()).0, 200);
}

#[test]
fn one_is_edited_and_deleted() {
    for version in ["v6", "v7", "v8"] {
        let mut bench = Bench::new();
        let copy = create(&mut bench, json!({"type": "Immediate"}));
        let path = format!("/{version}/CopyJobs/{}", copy["id"].as_str().unwrap());
        let policy = json!({"type": "DailyAtTime", "dailyType": "Everyday", "dailyTime": "02:00:00"});
        assert_eq!(bench.ask("PUT", &path, &json!({"schedulePolicy": policy}).to_string()).status, 204);
        let edited = bench.get(&path);
        assert_eq!((&edited["schedulePolicy"]["type"], &edited["isEnabled"]), (&json!("DailyAtTime"), &json!(true)));
        let local = bench.get("/v6/BackupRepositories")[0]["id"].clone();
        assert_eq!(bench.ask("PUT", &path, &json!({"repositoryId": local}).to_string()).status, 400);
        assert_eq!(bench.get(&path), edited);
        bench.post(&format!("{path}/start"), "");
        assert_eq!(bench.ask("DELETE", &path, "").status, if version == "v8" { 409 } else { 500 });
        bench.advance(60);
        assert_eq!(bench.ask("DELETE", &path, "").status, 204);
        assert_eq!(bench.ask("GET", &path, "").status, 404);
        assert_eq!(bench.ask("DELETE", &format!("/{version}/Jobs/{MAIL}"), "").status, 204);
    }
}
