"""vcenter.*: the calls of a client, and the fields of its objects."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Dict, List, Optional, Tuple

from args import Args, flag, given, number, settings
from backupjobs import vcenter

# Written out rather than asked of the classes: a field that is missing there must be noticed here.
FIELDS: Dict[type, Tuple[str, ...]] = {
    vcenter.SessionInfo: ("user", "created_time", "last_accessed_time", "extra"),
    vcenter.BackupJobStatus: ("id", "state", "messages", "progress", "start_time", "end_time", "extra"),
    vcenter.LocalizableMessage: ("id", "default_message", "args", "params", "localized", "extra"),
    vcenter.ReturnResult: ("status", "messages", "extra"),
    vcenter.BackupDetails: (
        *("id", "location", "location_user", "kind", "status", "messages", "progress", "duration", "size"),
        *("start_time", "end_time", "build", "fast_backup", "error", "cancelable", "description", "service"),
        *("operation", "parent", "target", "user", "extra"),
    ),
    vcenter.TaskProgress: ("total", "completed", "message", "extra"),
    vcenter.BuildInfo: ("version_name", "version", "build_number", "extra"),
    vcenter.DynamicId: ("kind", "id", "extra"),
    vcenter.TaskError: ("error_type", "messages", "extra"),
    vcenter.Part: ("id", "name", "description", "selected_by_default", "optional", "standalone", "extra"),
    vcenter.Schedule: (
        *("id", "parts", "location", "location_user", "enable", "recurrence_info", "retention_info", "fast_backup"),
        "extra",
    ),
    vcenter.RecurrenceInfo: ("minute", "hour", "days", "extra"),
    vcenter.RetentionInfo: ("max_count", "extra"),
    vcenter.ArchiveSummary: ("archive", "timestamp", "version", "comment", "extra"),
    vcenter.ArchiveInfo: ("timestamp", "location", "parts", "version", "system_name", "comment", "extra"),
    vcenter.RestoreMetadata: (
        *("timestamp", "parts", "version", "boxname", "sso_login_required", "comment", "applicable", "messages"),
        "extra",
    ),
}

#: What the answer of a call is called, if it is a single value.
NAMES = {"detect": "dialect", "dialect": "dialect", "part_size": "size", "recovery_supported": "supported"}


def texts(args: Args, name: str) -> Optional[List[str]]:
    return [text for text in args[name].split(",") if text] if name in args else None


def moment(args: Args, name: str) -> Optional[datetime]:
    ms = number(args, name)
    return None if ms is None else datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=ms)


def plan(args: Args) -> vcenter.BackupRequest:
    return vcenter.BackupRequest(
        args.get("plan.location_type", ""),
        args["plan.location"],
        **given(
            parts=texts(args, "plan.parts"),
            backup_password=args.get("plan.backup_password"),
            location_user=args.get("plan.location_user"),
            location_password=args.get("plan.location_password"),
            comment=args.get("plan.comment"),
            fast_backup=flag(args, "plan.fast_backup"),
        ),
    )


def location(args: Args) -> vcenter.Location:
    credentials = given(location_user=args.get("location_user"), location_password=args.get("location_password"))
    return vcenter.Location(args["location"], **credentials)


def archives(client: vcenter.Client, args: Args) -> Any:
    return client.archives(
        args["system_name"],
        location(args),
        **given(
            start_timestamp=moment(args, "start_timestamp"),
            end_timestamp=moment(args, "end_timestamp"),
            comment_substring=args.get("comment_substring"),
            max_results=number(args, "max_results"),
        ),
    )


def schedule(args: Args) -> Dict[str, Any]:
    """What a schedule is made of, but for its location."""
    recurrence = retention = None
    if "hour" in args:
        days = given(days=texts(args, "days"))
        recurrence = vcenter.RecurrenceInfo(int(args["hour"]), int(args.get("minute", 0)), **days)
    if "max_count" in args:
        retention = vcenter.RetentionInfo(int(args["max_count"]))
    return given(
        parts=texts(args, "parts"),
        backup_password=args.get("backup_password"),
        location_user=args.get("location_user"),
        location_password=args.get("location_password"),
        enable=flag(args, "enable"),
        recurrence_info=recurrence,
        retention_info=retention,
        fast_backup=flag(args, "fast_backup"),
    )


def validate_restore(client: vcenter.Client, args: Args) -> vcenter.RestoreMetadata:
    return client.validate_restore(
        args.get("location_type", ""),
        args["location"],
        **given(
            parts=texts(args, "parts"),
            backup_password=args.get("backup_password"),
            location_user=args.get("location_user"),
            location_password=args.get("location_password"),
            sso_admin_user_name=args.get("sso_admin_user_name"),
            sso_admin_user_password=args.get("sso_admin_user_password"),
        ),
    )


CALLS: Dict[str, Callable[[Any, Args], Any]] = {
    "detect": lambda c, a: vcenter.detect(a["url"], **settings(a)),
    "dialect": lambda c, a: c.dialect,
    "login": lambda c, a: c.login(),
    "session": lambda c, a: c.session(),
    "create_backup_job": lambda c, a: c.create_backup_job(plan(a)),
    "backup_jobs": lambda c, a: c.backup_jobs(),
    "backup_job": lambda c, a: c.backup_job(a["id"]),
    "cancel_backup_job": lambda c, a: c.cancel_backup_job(a["id"]),
    "backup_details": lambda c, a: c.backup_details(**given(ids=texts(a, "ids"))),
    "validate_backup": lambda c, a: c.validate_backup(plan(a)),
    "parts": lambda c, a: c.parts(),
    "part_size": lambda c, a: c.part_size(a["id"]),
    "schedules": lambda c, a: c.schedules(),
    "schedule": lambda c, a: c.schedule(a["id"]),
    "create_schedule": lambda c, a: c.create_schedule(a["id"], a["location"], **schedule(a)),
    "update_schedule": lambda c, a: c.update_schedule(a["id"], **given(location=a.get("location")), **schedule(a)),
    "delete_schedule": lambda c, a: c.delete_schedule(a["id"]),
    "run_schedule": lambda c, a: c.run_schedule(a["id"], **given(comment=a.get("comment"))),
    "system_names": lambda c, a: c.system_names(location(a)),
    "archives": archives,
    "archive": lambda c, a: c.archive(a["system_name"], a["archive"], location(a)),
    "validate_restore": validate_restore,
    "recovery_supported": lambda c, a: c.recovery_supported(),
}
