//! What stands in the answers. Nothing in it is random: two runs compare the same bytes.

use serde_json::{Value, json};
use std::fmt::Write;

/// The id of a vCenter session.
pub(crate) const SESSION: &str = "b00db00db00db00db00db00db00db00d";
/// Hours in a week.
const WEEK: usize = 168;

/// The status of one vCenter backup, as `GET …/backup/job/{id}` has it.
pub(crate) fn backup_status() -> String {
    json!({
        "id": "20260115-020000-24322831", "state": "INPROGRESS", "progress": 45,
        "messages": [{
            "id": "com.vmware.applmgmt.backup.job.progress", "default_message": "Backing up the inventory and its history",
            "args": ["45"],
        }],
        "start_time": "2026-01-15T02:00:00.000Z", "end_time": "2026-01-15T02:41:17.512Z",
    })
    .to_string()
}

/// One Teradata job.
pub(crate) fn job() -> String {
    json!({
        "site_id": "BENCH001", "auto_abort_in_minutes": 240, "backup_type": "DELTA", "description": "nightly",
        "is_active": true, "is_auto_abort_active": true, "job_id": 71, "job_type": "BACKUP", "name": "sales_nightly",
        "no_of_retention_copies": 7, "priority": 1, "siteTargetType": "AWS", "backup_mechanism": "DSA",
        "next_run_time": "2026-01-16T02:00:00.000000Z",
    })
    .to_string()
}

/// Teradata executions with the 21 documented members, newest first: one in seven failed, and says why.
pub(crate) fn executions(rows: usize) -> String {
    let mut text = String::with_capacity(rows * 720);
    text.push('[');
    for row in 0..rows {
        if row > 0 {
            text.push(',');
        }
        let (id, job) = (110_000 - row, row % 97);
        let failed = row % 7 == 3;
        let (day, minute) = (row / 480, row % 480);
        let at = |more: usize| {
            let minute = minute + more;
            let (month, day) = (day / 28 % 12 + 1, day % 28 + 1);
            format!("2026-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:06}Z", minute / 60, minute % 60, row % 60, row * 37)
        };
        let detail = match (failed, row % 21) {
            // With what has to be escaped in JSON.
            (true, 3) => "Access right violation: \\\"SALES\\\".\\\"ORDERS\\\" is locked by Zo\u{eb}".to_owned(),
            (true, _) => format!("Read of AMP {} timed out after 3600 s; the backup set was discarded", row % 48),
            (false, _) => format!("{} objects, 0 warnings, the backup set is complete and was verified", row * 3),
        };
        let (status, size, saveset) = match failed {
            true => ("FAILED", 0, 0),
            false => ("SUCCESSFUL", 73_400_320_001 + row * 4096, 5_000_000 + row),
        };
        let run_type = if row.is_multiple_of(8) { "FULL" } else { "DELTA" };
        // To a String: it cannot fail.
        let _ = write!(
            text,
            "{{\"site_id\":\"BENCH001\",\"target_site\":\"BENCHDR1\",\"job_id\":{job},\
             \"job_name\":\"sales_europe_nightly_{job:03}\",\"backup_mechanism\":\"DSA\",\"job_type\":\"BACKUP\",\
             \"execution_id\":\"{id}\",\"execution_name\":\"sales_europe_nightly_{job:03}_{id}\",\
             \"start_time\":\"{}\",\"end_time\":\"{}\",\"backup_set_size\":{size},\
             \"server_execution_id\":\"DSA-{id}\",\"parent_execution_id\":\"{}\",\"status\":\"{status}\",\
             \"saveset_replication_status\":\"{status}\",\"is_saveset_retained\":{},\"is_saveset_deleted\":false,\
             \"saveset_id\":{saveset},\"run_type\":\"{run_type}\",\"site_type\":\"PRODUCTION\",\
             \"status_detail\":\"{detail}\"}}",
            at(0),
            at(17),
            id - 1,
            !failed,
        );
    }
    text.push(']');
    text
}

/// Veeam copy jobs as v8 lists them, each bound to a window of a week, on one page.
pub(crate) fn copy_jobs(rows: usize) -> String {
    let results: Vec<Value> = (0..rows).map(copy_job).collect();
    let list = "/v8/CopyJobs?offset=0&limit=1000";
    json!({ "offset": 0, "limit": 1000, "results": results, "_links": { "self": { "href": list } } }).to_string()
}

/// The id of the object of that kind with that number.
fn uuid(kind: usize, number: usize) -> String {
    format!("{kind:08x}-51a1-4c3e-9d1c-{number:012x}")
}

fn link(what: &str, id: &str) -> Value {
    json!({ "href": format!("/v8/{what}/{id}") })
}

fn copy_job(row: usize) -> Value {
    let (id, source, organization, repository) = (uuid(3, row), uuid(2, row), uuid(4, row % 40), uuid(5, row % 7));
    // Nights, and whole days at the end of the week; no two jobs quite the same.
    let hours: Vec<bool> =
        (0..WEEK).map(|hour| !(7..19).contains(&((hour + row) % 24)) || hour / 24 % 6 == 0).collect();
    json!({
        "id": id, "name": format!("Tenant {row:04} mail - copy job"), "backupJobId": source, "repositoryId": repository,
        "organizationId": organization, "isEnabled": !row.is_multiple_of(9), "lastRun": "2026-01-15T21:30:00.4410032Z",
        "nextRun": "2026-01-16T21:30:00.0000000Z", "lastBackup": "2026-01-15T21:47:12.1030551Z",
        "lastStatus": if row.is_multiple_of(11) { "Warning" } else { "Success" }, "eTag": row,
        "schedulePolicy": {
            "type": "DailyAtTime", "dailyType": "Everyday", "dailyTime": "21:30:00", "backupCopyWindowEnabled": true,
            "backupCopyWindowSettings": { "backupWindow": hours, "minuteOffset": 60 },
        },
        "_links": {
            "self": link("copyjobs", &id), "organization": link("organizations", &organization),
            "backupJob": link("jobs", &source), "backupRepository": link("backuprepositories", &repository),
        },
    })
}

/// So many sessions of Veeam jobs, each of a job of its own, which run or have ended, on one page.
pub(crate) fn job_sessions(rows: usize, ended: bool) -> String {
    let results: Vec<Value> = (0..rows).map(|row| job_session(row, ended)).collect();
    json!({ "offset": 0, "limit": 1000, "results": results, "_links": { "self": link("jobsessions", "") } }).to_string()
}

/// One of them.
pub(crate) fn job_session(row: usize, ended: bool) -> Value {
    let (id, job) = (uuid(1, row), uuid(2, row));
    json!({
        "id": id, "jobId": job, "repositoryId": uuid(5, row % 7), "mainSessionId": null, "details": "",
        "creationTime": "2026-01-15T08:00:00.0512345Z",
        "endTime": if ended { Some("2026-01-15T08:10:00.0512345Z") } else { None },
        "retryCount": 0, "jobWillBeRetried": false, "progress": row % 50, "jobType": "Backup",
        "jobSessionConfigType": "Incremental", "status": if ended { "Success" } else { "Running" },
        "statistics": {
            "processingRateBytesPS": 1_048_576, "processingRateItemsPS": 12, "readRateBytesPS": 2_097_152,
            "writeRateBytesPS": 524_288, "transferredDataBytes": 73_400_320, "processedObjects": row % 50,
            "bottleneck": "NA",
        },
        "eTag": 3, "_links": { "self": link("jobsessions", &id), "job": link("jobs", &job) },
    })
}

/// The answer to a Veeam login.
pub(crate) fn veeam_token() -> String {
    json!({
        "access_token": "b00d".repeat(64), "token_type": "bearer", "expires_in": 86_400, "refresh_token": "f00d".repeat(32),
    })
    .to_string()
}
