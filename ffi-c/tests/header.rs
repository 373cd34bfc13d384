//! `include/backupjobs.h` is what the source says, exports are what the header says, and numbers are those of the core.
//!
//! `BKJ_UPDATE=1 cargo test -p backupjobs-c --test header` rewrites the header.

#![allow(clippy::expect_used, clippy::panic)]

use backupjobs::{ErrorKind, teradata, vcenter, veeam};
use object::{Object, ObjectSymbol};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

const CRATE: &str = env!("CARGO_MANIFEST_DIR");

fn committed() -> PathBuf {
    Path::new(CRATE).join("../include/backupjobs.h")
}

/// The header as it should be.
fn made() -> String {
    let config = cbindgen::Config::from_file(Path::new(CRATE).join("cbindgen.toml")).expect("cbindgen.toml");
    let bindings = cbindgen::Builder::new().with_crate(CRATE).with_config(config).generate().expect("bindings");
    let mut text = Vec::new();
    bindings.write(&mut text);
    let text = String::from_utf8(text).expect("UTF-8");
    let functions = functions(&text);
    let mut header = String::with_capacity(text.len());
    for line in text.lines() {
        // A type that shares no name with a function can also be written without `struct`.
        let name = line.strip_prefix("struct ").and_then(|rest| rest.strip_suffix(';'));
        match name.filter(|name| !name.contains(' ') && !functions.contains(*name)) {
            Some(name) => header.push_str(&format!("typedef struct {name} {name};")),
            None => header.push_str(line.trim_end()),
        }
        header.push('\n');
    }
    header
}

/// All names that the header declares as functions.
fn functions(header: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in header.lines().filter(|line| line.contains('(') && !line.starts_with([' ', '#', '/'])) {
        let before = line.split('(').next().unwrap_or_default();
        let name = before.rsplit([' ', '*']).next().unwrap_or_default();
        if name.starts_with("bkj_") && !line.starts_with("typedef") {
            found.insert(name.to_owned());
        }
    }
    found
}

/// All numbers that the header defines.
fn numbers(header: &str) -> BTreeMap<String, i32> {
    let defines = header.lines().filter_map(|line| line.strip_prefix("#define "));
    defines.filter_map(|rest| rest.split_once(' ')).filter_map(|(n, v)| Some((n.to_owned(), v.parse().ok()?))).collect()
}

/// The committed header, rewritten before if that is wanted.
fn header() -> String {
    static UPDATE: Once = Once::new();
    UPDATE.call_once(|| {
        if std::env::var_os("BKJ_UPDATE").is_some() {
            std::fs::create_dir_all(committed().parent().expect("a directory")).expect("include/");
            std::fs::write(committed(), made()).expect("writing the header");
        }
    });
    std::fs::read_to_string(committed()).expect("include/backupjobs.h; BKJ_UPDATE=1 writes it")
}

#[test]
fn the_committed_header_is_the_generated_one() {
    let made = made();
    let committed = header();
    if let Some((ours, theirs)) = made.lines().zip(committed.lines()).find(|(ours, theirs)| ours != theirs) {
        panic!("the header is out of date (BKJ_UPDATE=1 rewrites it):\n source: {ours}\n header: {theirs}");
    }
    assert_eq!(made.len(), committed.len(), "the header is out of date (BKJ_UPDATE=1 rewrites it)");
}

#[test]
fn the_library_exports_what_the_header_declares_and_nothing_else() {
    let library = build();
    let bytes = std::fs::read(&library).expect("the built library");
    let file = object::File::parse(&*bytes).expect("an object file");
    let exported: BTreeSet<String> = file
        .dynamic_symbols()
        .filter(|symbol| symbol.is_definition() && symbol.is_global())
        .filter_map(|symbol| symbol.name().ok().map(str::to_owned))
        .collect();
    let declared = functions(&header());
    assert!(declared.len() > 300, "only {} functions were found in the header", declared.len());
    let missing: Vec<_> = declared.difference(&exported).collect();
    let surplus: Vec<_> = exported.difference(&declared).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "not exported: {missing:?}; not declared: {surplus:?}");
}

/// Builds the shared library in the profile of this test, and says where it is. The test itself cannot be linked with
/// it, so cargo does not build it by itself.
fn build() -> PathBuf {
    let me = std::env::current_exe().expect("this program");
    let directory = me.ancestors().nth(2).expect("target/profile/deps/test");
    let profile = match directory.file_name().and_then(|name| name.to_str()) {
        None | Some("debug") => "dev",
        Some(name) => name,
    };
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // From the root: the same packages as everywhere, or cargo would build what they depend on again.
    cargo.current_dir(Path::new(CRATE).join("..")).args(["build", "--quiet", "--profile", profile]);
    cargo.arg("--target-dir").arg(directory.parent().expect("target/profile"));
    assert!(cargo.status().expect("cargo").success(), "building the library");
    directory.join(format!("{}backupjobs_c{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX))
}

#[test]
fn the_shared_library_has_the_name_it_is_installed_under() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let bytes = std::fs::read(build()).expect("the built library");
    let wanted = b"\0libbackupjobs.so.0\0";
    assert!(bytes.windows(wanted.len()).any(|window| window == wanted), "no SONAME");
}

#[test]
fn statuses_are_the_kinds_of_error() {
    let numbers = numbers(&header());
    let mut expected = BTreeMap::from([("BKJ_OK".to_owned(), 0)]);
    for kind in ErrorKind::ALL {
        expected.insert(format!("BKJ_ERR_{}", kind.name().to_ascii_uppercase()), kind.code());
    }
    let statuses = numbers.into_iter().filter(|(name, _)| name == "BKJ_OK" || name.starts_with("BKJ_ERR_"));
    assert_eq!(statuses.collect::<BTreeMap<_, _>>(), expected);
}

/// The numbers are part of the ABI: programs are compiled with them. They may only be added to.
#[test]
fn statuses_never_change() {
    let frozen = [
        "config",
        "unreachable",
        "tls",
        "timeout",
        "unauthenticated",
        "denied",
        "not_found",
        "already_running",
        "conflict",
        "invalid_argument",
        "rate_limited",
        "unavailable",
        "protocol",
        "outcome_unknown",
        "unsupported",
        "cancelled",
        "deadline",
        "closed",
        "internal",
    ];
    for (index, name) in frozen.iter().enumerate() {
        let kind = ErrorKind::ALL.get(index).expect("a kind was removed");
        assert_eq!((kind.name(), kind.code()), (*name, i32::try_from(index + 1).expect("small")));
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
    let numbers = numbers(&header());
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
    let header = header();
    for (name, value) in [("VERSION", backupjobs::VERSION), ("VCENTER_APPLIANCE_BACKUP", vcenter::APPLIANCE_BACKUP)] {
        assert!(header.contains(&format!("#define BKJ_{name} \"{value}\"\n")), "BKJ_{name} is not \"{value}\"");
    }
    let numbers = numbers(&header);
    let version = ["MAJOR", "MINOR", "PATCH"].map(|part| numbers[&format!("BKJ_VERSION_{part}")].to_string());
    assert_eq!(version.join("."), backupjobs::VERSION);
}

#[test]
fn every_function_is_explained() {
    let header = header();
    let lines: Vec<&str> = header.lines().collect();
    let mut unexplained = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some(name) = functions(line).first()
            && lines[index - 1] != " */"
        {
            unexplained.push(name.clone());
        }
    }
    assert!(unexplained.is_empty(), "no comment before {unexplained:?}");
}
