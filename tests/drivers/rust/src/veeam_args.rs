//! What the operations of Veeam Backup for Microsoft 365 take: queries, items, schedules.

use crate::args::Args;
use crate::{Driver, Trouble};
use backupjobs::Timestamp;
use backupjobs::veeam::{
    BackupWindow, CopyJobQuery, CopySchedule, CopyScheduleType, DailyType, Group, JobItem, JobItemType, JobQuery,
    JobSchedule, JobScheduleType, JobSite, JobStatus, LogItemQuery, LogItemType, OrganizationQuery, PeriodicallyEvery,
    RepositoryQuery, RestoreSessionOrder, RestoreSessionQuery, SessionJobType, SessionQuery, Team, User,
};

/// `User|id=…|mailbox|one_drive=false,Site|id=…|url=…|title=…|is_cloud|is_personal=false,…`
pub(crate) fn items(args: &Args, key: &str) -> Result<Option<Vec<JobItem>>, Trouble> {
    let Some(text) = args.get(key) else { return Ok(None) };
    text.split(',').filter(|item| !item.is_empty()).map(item).collect::<Result<_, _>>().map(Some)
}

fn item(text: &str) -> Result<JobItem, Trouble> {
    let mut parts = text.split('|');
    let mut item = JobItem::new(JobItemType::from(parts.next().unwrap_or_default()));
    let about: Vec<(&str, &str)> = parts.map(|part| part.split_once('=').unwrap_or((part, "true"))).collect();
    let of = |name: &str| about.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    let text = |name: &str| of(name).unwrap_or_default();
    for (name, value) in &about {
        let place = match *name {
            "mailbox" => &mut item.mailbox,
            "one_drive" => &mut item.one_drive,
            "archive_mailbox" => &mut item.archive_mailbox,
            "sites" => &mut item.sites,
            "teams" => &mut item.teams,
            "teams_chats" => &mut item.teams_chats,
            "chats" => &mut item.chats,
            "personal_site" => &mut item.personal_site,
            "members" => &mut item.members,
            "member_mailbox" => &mut item.member_mailbox,
            "member_archive_mailbox" => &mut item.member_archive_mailbox,
            "member_onedrive" => &mut item.member_onedrive,
            "member_site" => &mut item.member_site,
            "group_site" => &mut item.group_site,
            "id" | "url" | "title" | "is_cloud" | "is_personal" | "display_name" | "mail" | "folders" => continue,
            _ => return Err(Trouble::Command(format!("an item has no '{name}'"))),
        };
        *place = Some(*value == "true");
    }
    if let Some(folders) = of("folders") {
        item.folders = folders.split('+').map(str::to_owned).collect();
    }
    let Some(id) = of("id") else { return Ok(item) };
    match item.kind {
        Some(JobItemType::User) => item.user = Some(User::new(id)),
        Some(JobItemType::Group) => item.group = Some(Group::new(id)),
        Some(JobItemType::Site) => {
            let (cloud, personal) = (text("is_cloud") == "true", text("is_personal") == "true");
            item.site = Some(JobSite::new(id, text("url"), text("title"), cloud, personal));
        }
        Some(JobItemType::Team) => item.team = Some(Team::new(id, text("display_name"), text("mail"))),
        _ => {}
    }
    Ok(item)
}

/// The schedule of a backup job, if a pair `schedule.…` is given.
pub(crate) fn job_schedule(args: &Args) -> Result<Option<JobSchedule>, Trouble> {
    if !args.any("schedule.") {
        return Ok(None);
    }
    let mut schedule = JobSchedule::default();
    schedule.kind = args.get("schedule.type").map(JobScheduleType::from);
    schedule.schedule_enabled = args.parsed("schedule.schedule_enabled")?;
    schedule.daily_type = args.get("schedule.daily_type").map(DailyType::from);
    schedule.daily_time = args.text("schedule.daily_time");
    schedule.periodically_every = args.get("schedule.periodically_every").map(PeriodicallyEvery::from);
    schedule.periodically_offset_minutes = args.parsed("schedule.periodically_offset_minutes")?;
    schedule.periodically_window_enabled = args.parsed("schedule.periodically_window_enabled")?;
    schedule.periodically_window_settings = window(args, "schedule.periodically_window", "schedule.minute_offset")?;
    schedule.backup_window_enabled = args.parsed("schedule.backup_window_enabled")?;
    schedule.backup_window_settings = window(args, "schedule.backup_window", "schedule.minute_offset")?;
    schedule.retry_enabled = args.parsed("schedule.retry_enabled")?;
    schedule.retry_number = args.parsed("schedule.retry_number")?;
    schedule.retry_wait_interval = args.parsed("schedule.retry_wait_interval")?;
    Ok(Some(schedule))
}

/// The schedule of a copy job, if its `type` is given.
pub(crate) fn copy_schedule(args: &Args) -> Result<Option<CopySchedule>, Trouble> {
    let Some(kind) = args.get("type") else { return Ok(None) };
    let mut schedule = CopySchedule::default();
    schedule.kind = Some(CopyScheduleType::from(kind));
    schedule.daily_type = args.get("daily_type").map(DailyType::from);
    schedule.daily_time = args.text("daily_time");
    schedule.periodically_every = args.get("periodically_every").map(PeriodicallyEvery::from);
    Ok(Some(match window(args, "window", "minute_offset")? {
        Some(window) => schedule.within(window),
        None => schedule,
    }))
}

fn window(args: &Args, key: &str, offset: &str) -> Result<Option<BackupWindow>, Trouble> {
    let Some(hours) = args.get(key) else { return Ok(None) };
    let hours = hours.chars().map(|hour| hour == '1').collect();
    Ok(Some(BackupWindow::new(hours, args.parsed(offset)?.unwrap_or(0))?))
}

/// A time in milliseconds since 1970, if it is given.
fn instant(args: &Args, key: &str) -> Result<Option<Timestamp>, Trouble> {
    let at = |ms| Timestamp::from_millisecond(ms).map_err(|why| Trouble::Command(why.to_string()));
    args.parsed(key)?.map(at).transpose()
}

pub(crate) fn job_query(driver: &Driver, args: &Args) -> Result<JobQuery, Trouble> {
    let mut query = JobQuery::default();
    query.organization_id = driver.id_if(args, "organization_id")?;
    query.repository_id = driver.id_if(args, "repository_id")?;
    Ok(query)
}

pub(crate) fn copy_job_query(driver: &Driver, args: &Args) -> Result<CopyJobQuery, Trouble> {
    let mut query = CopyJobQuery::default();
    query.organization_id = driver.id_if(args, "organization_id")?;
    query.repository_id = driver.id_if(args, "repository_id")?;
    Ok(query)
}

pub(crate) fn session_query(driver: &Driver, args: &Args) -> Result<SessionQuery, Trouble> {
    let mut query = SessionQuery::default();
    query.job_id = driver.id_if(args, "job_id")?;
    query.job_type = args.get("job_type").map(SessionJobType::from);
    query.status = args.get("status").map(JobStatus::from);
    query.end_time_lower_bound = instant(args, "end_time_lower_bound")?;
    query.end_time_upper_bound = instant(args, "end_time_upper_bound")?;
    Ok(query)
}

pub(crate) fn log_item_query(args: &Args) -> Result<LogItemQuery, Trouble> {
    let mut query = LogItemQuery::default();
    query.kind = args.get("kind").map(LogItemType::from);
    query.ascending = args.parsed("ascending")?;
    Ok(query)
}

pub(crate) fn restore_session_query(args: &Args) -> Result<RestoreSessionQuery, Trouble> {
    let mut query = RestoreSessionQuery::default();
    query.start_time_from = instant(args, "start_time_from")?;
    query.start_time_to = instant(args, "start_time_to")?;
    query.end_time_from = instant(args, "end_time_from")?;
    query.end_time_to = instant(args, "end_time_to")?;
    query.ascending = args.parsed("ascending")?;
    query.order_by = args.get("order_by").map(RestoreSessionOrder::from);
    Ok(query)
}

pub(crate) fn organization_query(args: &Args) -> Result<OrganizationQuery, Trouble> {
    let mut query = OrganizationQuery::default();
    query.extended_view = args.parsed("extended_view")?;
    query.msid = args.text("msid");
    query.backed_up_organization_id = args.text("backed_up_organization_id");
    Ok(query)
}

pub(crate) fn repository_query(driver: &Driver, args: &Args) -> Result<RepositoryQuery, Trouble> {
    let mut query = RepositoryQuery::default();
    query.proxy_id = args.text("proxy_id");
    query.proxy_pool_id = args.text("proxy_pool_id");
    query.organization_id = driver.id_if(args, "organization_id")?;
    query.long_term = args.parsed("long_term")?;
    Ok(query)
}
