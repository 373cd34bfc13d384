//! The operations of the vCenter appliance.

use crate::args::Args;
use crate::show::{Out, Show};
use crate::veeam::{list, one};
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::Secret;
use backupjobs::vcenter::{BackupRequest, LocationType};

impl Driver {
    pub(crate) fn vcenter(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        let client = self.vcenter.clone().ok_or_else(|| Trouble::Command("open.vcenter comes first".into()))?;
        let id = || self.id(args, "id");
        let found = match verb {
            "login" => return Ok(client.login()?),
            "session" => {
                client.session()?.show("", out);
                return Ok(());
            }
            "create_backup_job" => one(&client.create_backup_job(&plan(args))?, |status| &status.id, out),
            "backup_jobs" => return list(client.backup_jobs()?, out),
            "backup_job" => one(&client.backup_job(&id()?)?, |status| &status.id, out),
            "cancel_backup_job" => {
                client.cancel_backup_job(&id()?)?.show("", out);
                return Ok(());
            }
            _ => return Err(unknown(&format!("vcenter.{verb}"))),
        };
        self.id = Some(found);
        Ok(())
    }
}

/// The backup request that the `plan.…` pairs describe.
pub(crate) fn plan(args: &Args) -> BackupRequest {
    let text = |key: &str| args.get(key).unwrap_or_default();
    let mut plan = BackupRequest::new(LocationType::from(text("plan.location_type")), text("plan.location"));
    plan.location_user = args.get("plan.location_user").map(str::to_owned);
    plan.location_password = args.get("plan.location_password").map(Secret::from);
    plan.backup_password = args.get("plan.backup_password").map(Secret::from);
    plan.comment = args.get("plan.comment").map(str::to_owned);
    match text("plan.parts") {
        "" => plan,
        parts => plan.parts(parts.split(',')),
    }
}
