//! The operations of the vCenter appliance.

use crate::args::Args;
use crate::show::{Out, Show};
use crate::veeam::{list, one};
use crate::{Done, Driver, Trouble, unknown};
use backupjobs::vcenter::{
    ArchiveQuery, BackupRequest, Client, DayOfWeek, Location, LocationType, RecurrenceInfo, RestoreRequest,
    RetentionInfo, ScheduleSpec, ScheduleUpdate, detect,
};
use backupjobs::{Secret, Timestamp};

impl Driver {
    pub(crate) fn vcenter(&mut self, verb: &str, args: &Args, out: &mut Out) -> Done {
        if verb == "detect" {
            out.line("dialect", detect(args.need("url")?, &self.options(args)?)?.name());
            return Ok(());
        }
        let client = self.vcenter.clone().ok_or_else(|| Trouble::Command("open.vcenter comes first".into()))?;
        let id = || self.id(args, "id");
        let found = match verb {
            "login" => return Ok(client.login()?),
            "dialect" => {
                if let Some(dialect) = client.dialect() {
                    out.line("dialect", dialect.name());
                }
                return Ok(());
            }
            "create_backup_job" => one(&client.create_backup_job(&plan(args)?)?, |status| &status.id, out),
            "backup_job" => one(&client.backup_job(&id()?)?, |status| &status.id, out),
            "schedule" => one(&client.schedule(&id()?)?, |schedule| &schedule.id, out),
            "run_schedule" => one(&client.run_schedule(&id()?, args.get("comment"))?, |status| &status.id, out),
            _ => return self.vcenter_nameless(&client, verb, args, out),
        };
        self.id = Some(found);
        Ok(())
    }

    /// The operations that give nothing with an id.
    fn vcenter_nameless(&self, client: &Client, verb: &str, args: &Args, out: &mut Out) -> Done {
        let id = || self.id(args, "id");
        match verb {
            "session" => client.session()?.show("", out),
            "backup_jobs" => client.backup_jobs()?.show("", out),
            "cancel_backup_job" => client.cancel_backup_job(&id()?)?.show("", out),
            "backup_details" => {
                let ids = args.texts("ids").unwrap_or_default();
                client.backup_details(&ids)?.show("", out);
            }
            "validate_backup" => client.validate_backup(&plan(args)?)?.show("", out),
            "parts" => client.parts()?.show("", out),
            "part_size" => out.line("size", &client.part_size(&id()?)?.to_string()),
            "schedules" => client.schedules()?.show("", out),
            "create_schedule" => client.create_schedule(&id()?, &spec(args)?)?,
            "update_schedule" => client.update_schedule(&id()?, &update(args)?)?,
            "delete_schedule" => client.delete_schedule(&id()?)?,
            "system_names" => client.system_names(&location(args)?)?.show("", out),
            "archives" => {
                return list(client.archives(args.need("system_name")?, &location(args)?, &query(args)?)?, out);
            }
            "archive" => {
                client.archive(args.need("system_name")?, args.need("archive")?, &location(args)?)?.show("", out);
            }
            "validate_restore" => client.validate_restore(&restore(args)?)?.show("", out),
            "recovery_supported" => client.recovery_supported()?.show("supported", out),
            _ => return Err(unknown(&format!("vcenter.{verb}"))),
        }
        Ok(())
    }
}

/// One of the library's own names, if it is given.
pub(crate) fn named<T>(key: &str, of: fn(&str) -> Option<T>, args: &Args) -> Result<Option<T>, Trouble> {
    let unknown = |name: &str| Trouble::Command(format!("unknown {key} '{name}'"));
    args.get(key).map(|name| of(name).ok_or_else(|| unknown(name))).transpose()
}

/// The backup request that the `plan.…` pairs describe.
pub(crate) fn plan(args: &Args) -> Result<BackupRequest, Trouble> {
    let text = |key: &str| args.get(key).unwrap_or_default();
    let mut plan = BackupRequest::new(LocationType::from(text("plan.location_type")), text("plan.location"));
    plan.parts = owned(args.texts("plan.parts").unwrap_or_default());
    plan.location_user = args.get("plan.location_user").map(str::to_owned);
    plan.location_password = args.get("plan.location_password").map(Secret::from);
    plan.backup_password = args.get("plan.backup_password").map(Secret::from);
    plan.comment = args.get("plan.comment").map(str::to_owned);
    plan.fast_backup = args.parsed("plan.fast_backup")?;
    Ok(plan)
}

fn location(args: &Args) -> Result<Location, Trouble> {
    let mut at = Location::new(args.need("location")?);
    at.location_user = args.get("location_user").map(str::to_owned);
    at.location_password = args.get("location_password").map(Secret::from);
    Ok(at)
}

fn query(args: &Args) -> Result<ArchiveQuery, Trouble> {
    let at = |key: &str| match args.parsed(key)? {
        Some(ms) => Timestamp::from_millisecond(ms).map(Some).map_err(|why| Trouble::Command(why.to_string())),
        None => Ok(None),
    };
    let mut query = ArchiveQuery::default();
    query.start_timestamp = at("start_timestamp")?;
    query.end_timestamp = at("end_timestamp")?;
    query.comment_substring = args.get("comment_substring").map(str::to_owned);
    query.max_results = args.parsed("max_results")?;
    Ok(query)
}

fn spec(args: &Args) -> Result<ScheduleSpec, Trouble> {
    let mut spec = ScheduleSpec::new(args.need("location")?);
    spec.parts = owned(args.texts("parts").unwrap_or_default());
    spec.backup_password = args.get("backup_password").map(Secret::from);
    spec.location_user = args.get("location_user").map(str::to_owned);
    spec.location_password = args.get("location_password").map(Secret::from);
    spec.enable = args.parsed("enable")?;
    spec.recurrence_info = recurrence(args)?;
    spec.retention_info = args.parsed("max_count")?.map(RetentionInfo::new);
    spec.fast_backup = args.parsed("fast_backup")?;
    Ok(spec)
}

fn update(args: &Args) -> Result<ScheduleUpdate, Trouble> {
    let mut update = ScheduleUpdate::new();
    update.parts = args.texts("parts").map(owned);
    update.backup_password = args.get("backup_password").map(Secret::from);
    update.location = args.get("location").map(str::to_owned);
    update.location_user = args.get("location_user").map(str::to_owned);
    update.location_password = args.get("location_password").map(Secret::from);
    update.enable = args.parsed("enable")?;
    update.recurrence_info = recurrence(args)?;
    update.retention_info = args.parsed("max_count")?.map(RetentionInfo::new);
    update.fast_backup = args.parsed("fast_backup")?;
    Ok(update)
}

/// `hour=`, `minute=` and `days=`.
fn recurrence(args: &Args) -> Result<Option<RecurrenceInfo>, Trouble> {
    let Some(hour) = args.parsed("hour")? else {
        return Ok(None);
    };
    let days = args.texts("days").unwrap_or_default();
    let info = RecurrenceInfo::new(hour, args.parsed("minute")?.unwrap_or(0));
    Ok(Some(info.days(days.into_iter().map(DayOfWeek::from))))
}

fn restore(args: &Args) -> Result<RestoreRequest, Trouble> {
    let mut request =
        RestoreRequest::new(LocationType::from(args.get("location_type").unwrap_or_default()), args.need("location")?);
    request.parts = owned(args.texts("parts").unwrap_or_default());
    request.backup_password = args.get("backup_password").map(Secret::from);
    request.location_user = args.get("location_user").map(str::to_owned);
    request.location_password = args.get("location_password").map(Secret::from);
    request.sso_admin_user_name = args.get("sso_admin_user_name").map(str::to_owned);
    request.sso_admin_user_password = args.get("sso_admin_user_password").map(Secret::from);
    Ok(request)
}

fn owned(texts: Vec<&str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}
