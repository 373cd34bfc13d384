"""veeam.*: the calls of a client, and the fields of its objects."""

from __future__ import annotations

from typing import Any, Callable, Dict, Optional, Tuple

from args import Args, flag, given, number
from backupjobs import veeam

# Written out rather than asked of the classes: a field that is missing there must be noticed here.
FIELDS: Dict[type, Tuple[str, ...]] = {
    veeam.Job: (
        *("id", "name", "description", "repository_id", "backup_type", "schedule_policy", "last_run", "next_run"),
        *("is_enabled", "last_status", "is_run", "links", "extra"),
    ),
    veeam.JobSchedule: (
        *("kind", "schedule_enabled", "daily_type", "daily_time", "periodically_every"),
        *("periodically_offset_minutes", "periodically_window_settings", "backup_window_enabled"),
        *("backup_window_settings", "retry_enabled", "retry_number", "retry_wait_interval", "extra"),
    ),
    veeam.BackupWindow: ("backup_window", "minute_offset", "extra"),
    veeam.CopySchedule: (
        *("kind", "daily_type", "daily_time", "periodically_every", "backup_copy_window_enabled"),
        *("backup_copy_window_settings", "extra"),
    ),
    veeam.CopyJob: (
        *("id", "name", "backup_job_id", "repository_id", "schedule_policy", "is_enabled", "last_run", "next_run"),
        *("last_status", "links", "extra"),
    ),
    veeam.JobSession: (
        *("id", "details", "creation_time", "end_time", "retry_count", "progress", "status", "statistics", "links"),
        "extra",
    ),
    veeam.LogItem: ("id", "usn", "title", "creation_time", "end_time", "extra"),
    veeam.Statistics: (
        *("processing_rate_bytes", "processing_rate_items", "read_rate_bytes", "write_rate_bytes"),
        *("transferred_data_bytes", "processed_objects", "processing_rate", "read_rate", "write_rate"),
        *("transferred_data", "bottleneck", "extra"),
    ),
    veeam.RestoreSession: (
        *("id", "name", "organization", "explorer", "creation_time", "end_time", "state", "result", "initiated_by"),
        *("details", "scope_name", "client_host", "reason", "links", "extra"),
    ),
    veeam.Organization: (
        *("id", "name", "office_name", "kind", "region", "is_exchange_online", "is_share_point_online"),
        *("is_teams_online", "is_backedup", "first_backuptime", "last_backuptime", "links", "extra"),
    ),
    veeam.Repository: (
        *("id", "name", "description", "proxy_id", "path", "object_storage_id", "is_long_term", "capacity_bytes"),
        *("free_space_bytes", "retention_type", "is_out_of_sync", "links", "extra"),
    ),
}


def create_copy_job(client: veeam.Client, args: Args) -> veeam.CopyJob:
    window = None
    if "window" in args:
        hours = [hour == "1" for hour in args["window"]]
        window = veeam.BackupWindow(hours, number(args, "minute_offset") or 0)
    schedule = veeam.CopySchedule(
        args["type"],
        **given(
            daily_type=args.get("daily_type"),
            daily_time=args.get("daily_time"),
            periodically_every=args.get("periodically_every"),
            backup_copy_window_enabled=None if window is None else True,
            backup_copy_window_settings=window,
        ),
    )
    enabled = given(is_enabled=flag(args, "is_enabled"))
    return client.create_copy_job(args["backup_job_id"], args["repository_id"], schedule, **enabled)


def explore_job(client: veeam.Client, args: Args) -> Optional[veeam.RestoreSession]:
    return client.explore_job(
        args["id"],
        datetime=args["datetime"],
        explorer=args["explorer"],
        **given(show_deleted=flag(args, "show_deleted"), show_all_versions=flag(args, "show_all_versions")),
    )


CALLS: Dict[str, Callable[[Any, Args], Any]] = {
    "login": lambda c, a: c.login(),
    "jobs": lambda c, a: c.jobs(),
    "job": lambda c, a: c.job(a["id"]),
    "start_job": lambda c, a: c.start_job(a["id"], full=flag(a, "full")),
    "stop_job": lambda c, a: c.stop_job(a["id"]),
    "enable_job": lambda c, a: c.enable_job(a["id"]),
    "disable_job": lambda c, a: c.disable_job(a["id"]),
    "explore_job": explore_job,
    "job_sessions": lambda c, a: c.job_sessions(a["job_id"], **given(limit=number(a, "limit"))),
    "all_job_sessions": lambda c, a: c.all_job_sessions(**given(limit=number(a, "limit"))),
    "job_session": lambda c, a: c.job_session(a["id"]),
    "log_items": lambda c, a: c.log_items(a["id"]),
    "organizations": lambda c, a: c.organizations(),
    "organization": lambda c, a: c.organization(a["id"]),
    "repositories": lambda c, a: c.repositories(),
    "repository": lambda c, a: c.repository(a["id"]),
    "copy_jobs": lambda c, a: c.copy_jobs(),
    "copy_job": lambda c, a: c.copy_job(a["id"]),
    "create_copy_job": create_copy_job,
}
