//! The numbers and texts that the header defines: they are those of the core, and those of the recorded ABI.

use crate::committed;
use backupjobs::{ErrorKind, teradata, vcenter, veeam};
use std::collections::BTreeMap;

/// All numbers that a header defines.
fn numbers(header: &str) -> BTreeMap<String, i32> {
    let defines = header.lines().filter_map(|line| line.strip_prefix("#define "));
    let words = defines.filter_map(|rest| rest.split_once(' '));
    words.filter_map(|(name, value)| Some((name.to_owned(), value.trim_matches(['(', ')']).parse().ok()?))).collect()
}

#[test]
fn statuses_are_the_kinds_of_error() {
    let numbers = numbers(&committed());
    let mut expected = BTreeMap::from([("BKJ_OK".to_owned(), 0)]);
    for kind in ErrorKind::ALL {
        expected.insert(format!("BKJ_ERR_{}", kind.name().to_ascii_uppercase()), kind.code());
    }
    let statuses = numbers.into_iter().filter(|(name, _)| name == "BKJ_OK" || name.starts_with("BKJ_ERR_"));
    assert_eq!(statuses.collect::<BTreeMap<_, _>>(), expected);
}

/// Programs are compiled with them: they may only be added to.
#[test]
fn constants_never_change() {
    let recorded = numbers(include_str!("../../abi/baseline.h"));
    let numbers = numbers(&committed());
    assert!(recorded.len() > 150, "only {} constants were recorded", recorded.len());
    for (name, number) in recorded {
        assert_eq!(numbers.get(&name), Some(&number), "{name}");
    }
}

macro_rules! closed {
    ($($type:ident => $prefix:literal),+) => {
        vec![$(($prefix, backupjobs::$type::ALL.iter().map(|v| (v.name().to_owned(), v.code())).collect())),+]
    };
}

macro_rules! closed_of_rooms {
    ($($type:ty => $prefix:literal),+ $(,)?) => {
        [$(($prefix, <$type>::ALL.iter().map(|v| (v.name().to_owned(), v.code())).collect())),+]
    };
}

macro_rules! open {
    ($($type:ty => $prefix:literal),+ $(,)?) => {
        vec![$(($prefix, <$type>::KNOWN.iter().map(|(word, code)| ((*word).to_owned(), *code)).collect())),+]
    };
}

/// `NotConfigured`, `not_configured` and `NOT_CONFIGURED` are the same name.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[test]
fn constants_of_enums_are_those_of_the_core() {
    let numbers = numbers(&committed());
    let mut closed: Vec<(&str, BTreeMap<String, i32>)> = closed!(
        System => "BKJ_SYSTEM_", Phase => "BKJ_PHASE_", Outcome => "BKJ_OUTCOME_", Verb => "BKJ_VERB_",
        IfRunning => "BKJ_IF_RUNNING_", Origin => "BKJ_ORIGIN_", Stage => "BKJ_STAGE_",
        Level => "BKJ_LEVEL_", LogLevel => "BKJ_LOG_LEVEL_"
    );
    closed.extend(closed_of_rooms!(
        teradata::Dialect => "BKJ_TERADATA_DIALECT_",
        teradata::OrganizationClaim => "BKJ_TERADATA_ORGANIZATION_CLAIM_",
        vcenter::Dialect => "BKJ_VCENTER_DIALECT_",
        vcenter::LoginMode => "BKJ_VCENTER_LOGIN_MODE_",
    ));
    let open: Vec<(&str, BTreeMap<String, i32>)> = open!(
        veeam::JobStatus => "BKJ_VEEAM_JOB_STATUS_",
        veeam::BackupType => "BKJ_VEEAM_BACKUP_TYPE_",
        veeam::JobScheduleType => "BKJ_VEEAM_JOB_SCHEDULE_TYPE_",
        veeam::CopyScheduleType => "BKJ_VEEAM_COPY_SCHEDULE_TYPE_",
        veeam::DailyType => "BKJ_VEEAM_DAILY_TYPE_",
        veeam::PeriodicallyEvery => "BKJ_VEEAM_PERIODICALLY_EVERY_",
        veeam::ExplorerType => "BKJ_VEEAM_EXPLORER_TYPE_",
        veeam::JobItemType => "BKJ_VEEAM_JOB_ITEM_TYPE_",
        veeam::LogItemType => "BKJ_VEEAM_LOG_ITEM_TYPE_",
        veeam::SessionJobType => "BKJ_VEEAM_SESSION_JOB_TYPE_",
        veeam::RestoreSessionOrder => "BKJ_VEEAM_RESTORE_SESSION_ORDER_",
        teradata::JobType => "BKJ_TERADATA_JOB_TYPE_",
        teradata::RunType => "BKJ_TERADATA_RUN_TYPE_",
        vcenter::BackupType => "BKJ_VCENTER_BACKUP_TYPE_",
        vcenter::TaskStatus => "BKJ_VCENTER_TASK_STATUS_",
        vcenter::DayOfWeek => "BKJ_VCENTER_DAY_OF_WEEK_",
        vcenter::LocationType => "BKJ_VCENTER_LOCATION_TYPE_",
        vcenter::ProcessState => "BKJ_VCENTER_PROCESS_STATE_",
        vcenter::ReturnStatus => "BKJ_VCENTER_RETURN_STATUS_",
    );
    let with_unknown = |(prefix, mut words): (&'static str, BTreeMap<String, i32>)| {
        words.insert("unknown".into(), 0);
        (prefix, words)
    };
    let mut checked = 0;
    for (prefix, words) in closed.into_iter().chain(open.into_iter().map(with_unknown)) {
        let words: BTreeMap<String, i32> = words.into_iter().map(|(word, code)| (plain(&word), code)).collect();
        let constants: BTreeMap<String, i32> =
            numbers.iter().filter_map(|(name, code)| Some((plain(name.strip_prefix(prefix)?), *code))).collect();
        assert_eq!(constants, words, "{prefix}");
        checked += constants.len();
    }
    let dialects = veeam::Dialect::ALL.iter().map(|d| (d.to_string().to_ascii_uppercase(), *d as i32));
    for (name, code) in dialects {
        assert_eq!(numbers.get(&format!("BKJ_VEEAM_DIALECT_{name}")), Some(&code), "{name}");
        checked += 1;
    }
    let others = ["BKJ_OK", "BKJ_ERR_", "BKJ_ABSENT", "BKJ_VERSION_"];
    let all = numbers.keys().filter(|name| !others.iter().any(|other| name.starts_with(other))).count();
    assert_eq!(checked, all, "the header has constants that nothing here compares");
}

#[test]
fn texts_of_the_header_are_those_of_the_core() {
    let header = committed();
    for (name, value) in [("VERSION", backupjobs::VERSION), ("VCENTER_APPLIANCE_BACKUP", vcenter::APPLIANCE_BACKUP)] {
        assert!(header.contains(&format!("#define BKJ_{name} \"{value}\"\n")), "BKJ_{name} is not \"{value}\"");
    }
    let numbers = numbers(&header);
    let number = "#define BKJ_VERSION_NUMBER (BKJ_VERSION_MAJOR << 16 | BKJ_VERSION_MINOR << 8 | BKJ_VERSION_PATCH)\n";
    assert!(header.contains(number), "the number is not made of the three parts");
    let version = ["MAJOR", "MINOR", "PATCH"].map(|part| numbers[&format!("BKJ_VERSION_{part}")].to_string());
    assert_eq!(version.join("."), backupjobs::VERSION);
}
