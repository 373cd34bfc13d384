//! Every reading call of a Veeam client, in every version of the API. Letters: the call, the version, the id. Then answers.

use crate::rules;
use crate::script::{self, Script};
use backupjobs::veeam::*;
use backupjobs::{Result, Timestamp};

pub(crate) const JOB: &str = "3396ba22-21b1-4666-a631-0edfc12a59cd";
pub(crate) const OTHER: &str = "0c6a4f0e-7d2b-4d4e-8a35-6a1f8b8f9b22";

pub(crate) fn client(script: &mut Script<'_>) -> Client {
    let dialect = Dialect::ALL[script.choose(Dialect::ALL.len())];
    let mut config = Config::new(script::URL, dialect, "LAB\\svc-backup", script::PASSWORD);
    config.options = script::options();
    Client::new(config).expect("a good configuration")
}

pub(crate) fn run(data: &[u8]) {
    let mut script = Script::play(data);
    let call = script.choose(36);
    let client = client(&mut script);
    let id = [JOB, OTHER, "", "../../Jobs", "a\r\nb"][script.choose(5)];
    let since = Timestamp::from_second(1_768_000_000).ok();
    match call {
        0 => rules::answer(client.jobs()),
        1 => rules::rows(client.iter_jobs(&JobQuery::default().of_organization(OTHER).in_repository(id))),
        2 => rules::answer(client.job(id)),
        3 => rules::answer(client.copy_jobs()),
        4 => rules::rows(client.iter_copy_jobs(&CopyJobQuery::default().in_repository(id).of_organization(OTHER))),
        5 => rules::answer(client.copy_job(id)),
        6 => rules::answer(client.copy_job_of(id)),
        7 => rules::answer(client.backup_job_of(id)),
        8 => rules::answer(client.start_copy_job(id)),
        9 => rules::answer(client.explore_job(id, &ExploreOptions::at(Timestamp::UNIX_EPOCH, ExplorerType::Vex))),
        10 => rules::answer(client.selected_items(id)),
        11 => rules::rows(client.iter_excluded_items(id)),
        12 => rules::answer(client.log_items(id)),
        13 => {
            rules::rows(client.iter_log_items(id, &LogItemQuery::default().of_type(LogItemType::Error).ascending(true)))
        }
        14 => rules::answer(client.log_item(id, OTHER)),
        15 => rules::answer(client.organizations()),
        16 => rules::rows(client.iter_organizations(&OrganizationQuery::default())),
        17 => rules::answer(client.organization(id, Some(true))),
        18 => rules::answer(client.used_repositories(id)),
        19 => rules::rows(client.iter_processed_objects(id)),
        20 => rules::answer(client.repositories()),
        21 => rules::rows(client.iter_repositories(&RepositoryQuery::default())),
        22 => rules::answer(client.repository(id)),
        23 => rules::answer(client.restore_session_events(id)),
        24 => rules::answer(client.restore_session_statistics(id)),
        25 => rules::rows(client.iter_restore_sessions(&RestoreSessionQuery::default().started(since, None))),
        26 => rules::answer(client.restore_session(id)),
        27 => rules::answer(client.job_sessions(id, 3)),
        28 => rules::answer(client.all_job_sessions(1000)),
        29 => rules::answer(client.job_session(id)),
        30 => rules::answer(client.service_instance()),
        31 => rules::answer(client.health()),
        32 => rules::rows(client.iter_job_sessions(&SessionQuery::default().of_job(id).ended(since, None))),
        33 => rules::answer(client.start_job(id, Some(false))),
        34 => rules::done(client.stop_job(id)),
        _ => links(&client.jobs()),
    }
    client.close();
}

/// What links say is a part of them.
fn links(jobs: &Result<Vec<Job>>) {
    for links in jobs.iter().flatten().filter_map(|job| job.links.as_ref()) {
        for (name, href) in links.iter() {
            assert_eq!(links.href(name), Some(href));
            assert!(links.id(name).is_none_or(|id| !id.is_empty() && href.contains(id) && !id.contains('/')), "{href}");
        }
    }
}
