//! Requests about jobs and copy jobs.

use crate::stub::Stub;
use crate::wire::{ALL, ANY, FROM_V6, PAGE, call, check, get, list, post};
use crate::{JOB, ORG, REPO};
use backupjobs::veeam;
use veeam::Dialect::{V2, V3, V4, V5, V6, V7, V8};

#[test]
fn jobs() {
    let pages = |path: &str| {
        let paged = format!("{path}{}{PAGE}", if path.contains('?') { "&" } else { "?" });
        vec![(&[V2, V3, V4, V5, V6, V7] as &[_], get(path)), (&[V8] as &[_], get(&paged))]
    };
    check("jobs", &call(|c| c.jobs()), &pages("Jobs"));
    check("iter_jobs", &list(|c| c.iter_jobs(&veeam::JobQuery::default())), &pages("Jobs"));
    check("job", &call(|c| c.job(JOB)), &[(ALL, get(&format!("Jobs/{JOB}")))]);
    let (of, before) = (format!("Organizations/{ORG}/Jobs"), &[V2, V3, V4, V5, V6, V7] as &[_]);
    check(
        "iter_jobs of an organization in a repository",
        &list(|c| c.iter_jobs(&veeam::JobQuery::default().of_organization(ORG).in_repository(REPO))),
        &[(before, get(&of)), (&[V8], get(&format!("Jobs?organizationId={ORG}&repositoryId={REPO}&{PAGE}")))],
    );
    check("selected_items", &call(|c| c.selected_items(JOB)), &pages(&format!("Jobs/{JOB}/SelectedItems")));
    check("iter_selected_items", &list(|c| c.iter_selected_items(JOB)), &pages(&format!("Jobs/{JOB}/SelectedItems")));
    check("excluded_items", &call(|c| c.excluded_items(JOB)), &pages(&format!("Jobs/{JOB}/ExcludedItems")));
    check("iter_excluded_items", &list(|c| c.iter_excluded_items(JOB)), &pages(&format!("Jobs/{JOB}/ExcludedItems")));
    check("delete_job", &call(|c| c.delete_job(JOB)), &[(ALL, format!("DELETE /%/Jobs/{JOB}"))]);
}

#[test]
fn actions() {
    let verb = |verb: &str, body: &str| {
        let action = |segment: &str| post(&format!("Jobs/{JOB}/{segment} {{\"{verb}\":null}}"));
        vec![
            (&[V2, V3, V4] as &[_], action("Action")),
            (&[V5] as &[_], action("action")),
            (FROM_V6, post(&format!("Jobs/{JOB}/{verb}{body}"))),
        ]
    };
    check("start_job", &call(|c| c.start_job(JOB, None)), &verb("start", " {}"));
    check("stop_job", &call(|c| c.stop_job(JOB)), &verb("stop", ""));
    check("enable_job", &call(|c| c.enable_job(JOB)), &verb("enable", ""));
    check("disable_job", &call(|c| c.disable_job(JOB)), &verb("disable", ""));
    for full in [true, false] {
        let line = post(&format!("Jobs/{JOB}/start {{\"full\":{full}}}"));
        check("start_job full", &call(move |c| c.start_job(JOB, Some(full))), &[(FROM_V6, line)]);
    }
}

#[test]
fn copy_jobs() {
    check(
        "copy_jobs",
        &call(|c| c.copy_jobs()),
        &[(&[V6, V7], get("CopyJobs")), (&[V8], get(&format!("CopyJobs?{PAGE}")))],
    );
    let query = veeam::CopyJobQuery::default().of_organization(ORG).in_repository(REPO);
    check(
        "iter_copy_jobs",
        &list(move |c| c.iter_copy_jobs(&query)),
        &[
            (&[V6, V7], get(&format!("CopyJobs?repositoryId={REPO}"))),
            (&[V8], get(&format!("CopyJobs?organizationId={ORG}&repositoryId={REPO}&{PAGE}"))),
        ],
    );
    let one = |path: &str| vec![(FROM_V6, path.to_owned())];
    check("copy_job", &call(|c| c.copy_job(JOB)), &one(&get(&format!("CopyJobs/{JOB}"))));
    check("copy_job_of", &call(|c| c.copy_job_of(JOB)), &one(&get(&format!("Jobs/{JOB}/CopyJob"))));
    check("backup_job_of", &call(|c| c.backup_job_of(JOB)), &one(&get(&format!("CopyJobs/{JOB}/BackupJob"))));
    check(
        "start_copy_job",
        &call(|c| c.start_copy_job(JOB)),
        &[(&[V6], post(&format!("CopyJobs/{JOB}/start {{}}"))), (&[V7, V8], post(&format!("CopyJobs/{JOB}/start")))],
    );
    check("stop_copy_job", &call(|c| c.stop_copy_job(JOB)), &one(&post(&format!("CopyJobs/{JOB}/stop"))));
    check("enable_copy_job", &call(|c| c.enable_copy_job(JOB)), &one(&post(&format!("CopyJobs/{JOB}/enable"))));
    check("disable_copy_job", &call(|c| c.disable_copy_job(JOB)), &one(&post(&format!("CopyJobs/{JOB}/disable"))));
    check("delete_copy_job", &call(|c| c.delete_copy_job(JOB)), &one(&format!("DELETE /%/CopyJobs/{JOB}")));
    let spec = veeam::CreateCopyJob::new(JOB, REPO, veeam::CopySchedule::immediate());
    let body = format!(
        "{{\"backupJobId\":\"{JOB}\",%\"schedulePolicy\":{{\"type\":\"Immediate\"}},\"repositoryId\":\"{REPO}\",\"isEnabled\":true}}"
    );
    let with = spec.clone().of_organization(ORG);
    let organization = format!("\"organizationId\":\"{ORG}\",");
    check(
        "create_copy_job with its organization",
        &call(move |c| c.create_copy_job(&with)),
        &[(&[V8], format!("POST /v8/CopyJobs {}", body.replace('%', &organization)))],
    );
    for (dialect, line) in [(V6, "POST /v6/CopyJobs"), (V7, "POST /v7/CopyJobs")] {
        let stub = Stub::saying(200, ANY);
        stub.client(dialect).create_copy_job(&spec).unwrap();
        assert_eq!(stub.take()[0], format!("{line} {}", body.replace('%', "")));
    }
    let edit =
        veeam::EditCopyJob::default().to_repository(REPO).scheduled(veeam::CopySchedule::immediate()).enabled(false);
    let line = format!(
        "PUT /%/CopyJobs/{JOB} {{\"repositoryId\":\"{REPO}\",\"schedulePolicy\":{{\"type\":\"Immediate\"}},\"isEnabled\":false}}"
    );
    check("edit_copy_job", &call(move |c| c.edit_copy_job(JOB, &edit)), &[(FROM_V6, line)]);
}

#[test]
fn job_setup() {
    let user = {
        let mut item = veeam::JobItem::new(veeam::JobItemType::User);
        (item.user, item.mailbox) = (Some(veeam::User::new("u-1")), Some(true));
        item
    };
    let spec = veeam::CreateJob::new(ORG, REPO)
        .named("Mail")
        .selecting([user.clone()])
        .scheduled(veeam::JobSchedule::daily(veeam::DailyType::Workdays, "21:30:00").retried(3, 10))
        .run_now(false);
    let members = format!(
        "\"repositoryId\":\"{REPO}\",\"backupType\":\"SelectedItems\",\"name\":\"Mail\",\
         \"selectedItems\":[{{\"type\":\"User\",\"mailbox\":true,\"user\":{{\"id\":\"u-1\"}}}}],\
         \"schedulePolicy\":{{\"type\":\"Daily\",\"dailyType\":\"Workdays\",\"dailyTime\":\"21:30:00\",\
         \"retryEnabled\":true,\"retryNumber\":3,\"retryWaitInterval\":10}},\"runNow\":false"
    );
    let in_body = format!("{{\"organizationId\":\"{ORG}\",{members}}}");
    let plain = spec.clone();
    check(
        "create_job",
        &call(move |c| c.create_job(&plain)),
        &[
            (&[V6, V7], post(&format!("Organizations/{ORG}/Jobs {{{members}}}"))),
            (&[V8], post(&format!("Jobs {in_body}"))),
        ],
    );
    let mut skipping = spec;
    skipping.skip_item_update = Some(true);
    check(
        "create_job that skips updates",
        &call(move |c| c.create_job(&skipping)),
        &[(&[V8], post(&format!("Jobs?skipItemUpdate=true {in_body}")))],
    );
    let edit = veeam::EditJob::default().named("Post").excluding([]).enabled(true);
    let body = "{\"name\":\"Post\",\"excludedItems\":[],\"isEnabled\":true}";
    let plain = edit.clone();
    let line = |query: &str| format!("PUT /%/Jobs/{JOB}{query} {body}");
    check("edit_job", &call(move |c| c.edit_job(JOB, &plain)), &[(FROM_V6, line(""))]);
    let mut skipping = edit;
    skipping.skip_item_update = Some(false);
    check(
        "edit_job that skips no updates",
        &call(move |c| c.edit_job(JOB, &skipping)),
        &[(&[V8], line("?skipItemUpdate=false"))],
    );
    let twelve = veeam::JobSchedule::periodically(veeam::PeriodicallyEvery::Hours12);
    let body = "{\"schedulePolicy\":{\"type\":\"Periodically\",\"periodicallyEvery\":\"Hours12\"}}";
    check(
        "edit_job to every 12 hours",
        &call(move |c| c.edit_job(JOB, &veeam::EditJob::default().scheduled(twelve.clone()))),
        &[(&[V8], format!("PUT /%/Jobs/{JOB} {body}"))],
    );
}
