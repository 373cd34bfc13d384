"""vcenter.*: the calls of a client, and the fields of its objects."""

from __future__ import annotations

from typing import Any, Callable, Dict, Tuple

from args import Args, given
from backupjobs import vcenter

# Written out rather than asked of the classes: a field that is missing there must be noticed here.
FIELDS: Dict[type, Tuple[str, ...]] = {
    vcenter.SessionInfo: ("user", "created_time", "last_accessed_time", "extra"),
    vcenter.BackupJobStatus: ("id", "state", "messages", "progress", "start_time", "end_time", "extra"),
    vcenter.LocalizableMessage: ("id", "default_message", "args", "extra"),
    vcenter.ReturnResult: ("status", "messages", "extra"),
}


def plan(args: Args) -> vcenter.BackupRequest:
    return vcenter.BackupRequest(
        args["plan.location_type"],
        args["plan.location"],
        **given(
            parts=args["plan.parts"].split(",") if args.get("plan.parts") else None,
            backup_password=args.get("plan.backup_password"),
            location_user=args.get("plan.location_user"),
            location_password=args.get("plan.location_password"),
            comment=args.get("plan.comment"),
        ),
    )


CALLS: Dict[str, Callable[[Any, Args], Any]] = {
    "login": lambda c, a: c.login(),
    "session": lambda c, a: c.session(),
    "create_backup_job": lambda c, a: c.create_backup_job(plan(a)),
    "backup_jobs": lambda c, a: c.backup_jobs(),
    "backup_job": lambda c, a: c.backup_job(a["id"]),
    "cancel_backup_job": lambda c, a: c.cancel_backup_job(a["id"]),
}
