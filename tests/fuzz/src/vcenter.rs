//! Every reading call of a vCenter client, in both dialects and with either login. Letters: the call, the dialect, the login,
//! the id. Then answers.

use crate::rules;
use crate::script::{self, Script};
use backupjobs::vcenter::*;

const ID: &str = "20260115-080000-24022515";

pub(crate) fn client(script: &mut Script<'_>) -> Client {
    let mut config = Config::new(script::URL, "administrator@vsphere.local", script::PASSWORD);
    config.dialect = [Some(Dialect::Api), Some(Dialect::Rest), None][script.choose(3)];
    config.login = [Some(LoginMode::Session), Some(LoginMode::Basic)][script.choose(2)];
    config.options = script::options();
    Client::new(config).expect("a good configuration")
}

pub(crate) fn plan() -> BackupRequest {
    BackupRequest::at("sftp://backup.example.net/vcsa").credentials("backup", script::TOKEN).parts(["seat"])
}

pub(crate) fn run(data: &[u8]) {
    let mut script = Script::play(data);
    let call = script.choose(16);
    let client = client(&mut script);
    let id = [ID, "default", "", "..", "a/../b?c#d%2e", "a\r\nb"][script.choose(6)];
    let place = Location::new("sftp://backup.example.net/vcsa").credentials("backup", script::TOKEN);
    match call {
        0 => rules::answer(client.backup_jobs()),
        1 => rules::answer(client.backup_job(id)),
        2 => rules::answer(client.backup_details(&[id])),
        3 => rules::answer(client.backup_details(&[])),
        4 => rules::answer(client.schedules()),
        5 => rules::answer(client.schedule(id)),
        6 => rules::answer(client.run_schedule(id, Some("by hand"))),
        7 => rules::answer(client.system_names(&place)),
        8 => rules::answer(client.archives(id, &place, &ArchiveQuery::default().newest(5))),
        9 => rules::answer(client.archive("sn_vcenter.example", id, &place)),
        10 => rules::answer(client.parts()),
        11 => rules::answer(client.part_size(id)),
        12 => rules::answer(client.session()),
        13 => rules::answer(client.create_backup_job(&plan())),
        14 => rules::answer(client.validate_backup(&plan())),
        _ => rules::answer(client.cancel_backup_job(id)),
    }
    client.close();
}
