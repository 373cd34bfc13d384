//! Lists: what is told only by links, and what only we filter.

use crate::stub::{Stub, ok};
use crate::{JOB, ORG, REPO, RETRY, RUN};
use backupjobs::{Result, veeam};
use serde_json::{Value, json};
use veeam::Dialect::{V2, V5, V6};

fn linked(id: &str, repository: &str) -> Value {
    json!({"id": id, "_links": {
        "organization": {"href": format!("https://vb365:4443/v5/Organizations/{ORG}")},
        "backupRepository": {"href": format!("https://vb365:4443/v5/BackupRepositories/{repository}")},
    }})
}

#[test]
fn what_older_versions_tell_by_links_is_told_and_filtered() {
    let stub = Stub::saying(200, &json!([linked(JOB, REPO), linked(RUN, ORG), {"id": RETRY}]).to_string());
    let client = stub.client(V5);
    let jobs = client.jobs().unwrap();
    assert_eq!(jobs[0].organization_id.as_deref(), Some(ORG));
    assert_eq!(jobs.iter().map(|j| j.repository_id.as_deref()).collect::<Vec<_>>(), [Some(REPO), Some(ORG), None]);
    // Upper case is the same id.
    let query = veeam::JobQuery::default().in_repository(REPO.to_uppercase());
    let found: Vec<_> = client.iter_jobs(&query).unwrap().collect::<Result<_>>().unwrap();
    assert_eq!(found.iter().map(|job| job.id.as_str()).collect::<Vec<_>>(), [JOB]);
}

#[test]
fn a_link_to_something_else_is_no_id() {
    let links = json!({"id": RUN, "_links": {"job": {"href": "/v6/jobs"}}});
    assert_eq!(Stub::saying(200, &links.to_string()).client(V6).job_session(RUN).unwrap().job_id, None);
    let links = json!({"id": RUN, "_links": {"job": {"href": format!("/v6/job/{JOB}?x=1")}}});
    let told = Stub::saying(200, &links.to_string()).client(V6).job_session(RUN).unwrap().job_id;
    assert_eq!(told.as_deref(), Some(JOB));
}

#[test]
fn filters_of_ours_go_through_every_page() {
    // Three pages; only the first and the last hold a wanted session.
    let stub = Stub::new(|seen| {
        let row = |n: usize, status: &str| {
            json!({"id": format!("{n:08}-1b2a-4c3d-8e4f-5a6b7c8d9e66"), "status": status,
                   "endTime": format!("2025-03-0{n}T10:00:00Z")})
        };
        let next = json!({"next": {"href": "/v6/JobSessions?offset=1"}});
        match seen.target.rsplit("offset=").next().unwrap() {
            "0" => ok(&json!({"results": [row(9, "Failed"), row(8, "Success")], "_links": next})),
            "2" => ok(&json!({"results": [row(7, "Success"), row(6, "Queued")], "_links": next})),
            _ => ok(&json!({"results": [row(5, "Failed"), row(1, "Failed")]})),
        }
    });
    let query = veeam::SessionQuery::default().with_status(veeam::JobStatus::Failed);
    let days = |query: &veeam::SessionQuery| -> Vec<_> {
        let rows = stub.client(V6).iter_job_sessions(query).unwrap();
        rows.map(|session| session.unwrap().end_time.unwrap().raw()[8..10].to_owned()).collect()
    };
    assert_eq!(days(&query), ["09", "05", "01"]);
    let to = "2025-03-05T10:00:00Z".parse().unwrap();
    assert_eq!(days(&query.clone().ended(None, Some(to))), ["05", "01"]);
    let of_job = query.of_job(JOB).ended("2025-03-05T10:00:00Z".parse().ok(), None);
    assert_eq!(days(&of_job), ["09", "05"]);
}

#[test]
fn log_items_are_filtered_by_the_word_in_brackets_before_v8() {
    let item = |id: &str, title: &str| json!({"id": id, "title": title});
    let body =
        json!([item("a", "[Success] one"), item("b", "[warning] two"), item("c", "three"), item("d", "[Error] 4")]);
    let stub = Stub::saying(200, &body.to_string());
    for (kind, expected) in
        [(veeam::LogItemType::Warning, "two"), (veeam::LogItemType::Error, "4"), (veeam::LogItemType::Success, "one")]
    {
        let query = veeam::LogItemQuery::default().of_type(kind);
        let rows = stub.client(V2).iter_log_items(RUN, &query).unwrap();
        assert_eq!(rows.map(|item| item.unwrap().sentence().to_owned()).collect::<Vec<_>>(), [expected]);
    }
}

#[test]
fn restore_sessions_are_filtered_by_us_before_v6() {
    let row = |id: &str, opened: &str, closed: Value| json!({"id": id, "creationTime": opened, "endTime": closed});
    let body = json!({"results": [
        row("a", "2025-03-01T10:00:00Z", json!("2025-03-01T11:00:00Z")),
        row("b", "2025-03-02T10:00:00Z", json!(null)),
        row("c", "2025-03-03T10:00:00Z", json!("2025-03-03T11:00:00Z")),
    ]});
    let stub = Stub::saying(200, &body.to_string());
    let ids = |query: &veeam::RestoreSessionQuery| -> String {
        stub.client(V5).iter_restore_sessions(query).unwrap().map(|session| session.unwrap().id).collect()
    };
    let query = veeam::RestoreSessionQuery::default;
    let at = |text: &str| text.parse().ok();
    assert_eq!(ids(&query()), "abc");
    assert_eq!(ids(&query().started(at("2025-03-02T10:00:00Z"), None)), "bc");
    assert_eq!(ids(&query().started(None, at("2025-03-02T10:00:00Z"))), "ab");
    assert_eq!(ids(&query().ended(at("2025-03-01T11:00:00Z"), at("2025-03-02T00:00:00Z"))), "a");
}
