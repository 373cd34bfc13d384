"""teradata.*: the calls of a client, and the fields of its objects."""

from __future__ import annotations

from typing import Any, Callable, Dict, Tuple

from args import Args, flag, given, number
from backupjobs import teradata

# Written out rather than asked of the classes: a field that is missing there must be noticed here.
FIELDS: Dict[type, Tuple[str, ...]] = {
    teradata.Job: (
        *("job_id", "site_id", "name", "description", "job_type", "backup_type", "backup_mechanism", "is_active"),
        *("is_auto_abort_active", "auto_abort_in_minutes", "priority", "no_of_retention_copies", "next_run_time"),
        *("site_target_type", "target_site_details", "last_execution_details", "job_settings", "extra"),
    ),
    teradata.TargetSite: (
        *("target_site_id", "target_retention_copies_count", "target_retention_source", "extra"),
    ),
    teradata.LastExecution: (
        *("status", "start_time", "end_time", "backup_set_size", "backup_job_id", "backup_job_execution_id"),
        *("restore_execution_id", "extra"),
    ),
    teradata.JobSettings: (
        *("online", "objects", "continue_job_on_access_right_violation", "run_as_a_copy_job"),
        *("restore_to_a_different_database_on_target_site", "skip_statstics", "retained_copy", "extra"),
    ),
    teradata.ObjectSelection: (
        *("object_name", "object_type", "parent_name", "parent_type", "include_all", "rename_to", "exclude_objects"),
        "extra",
    ),
    teradata.ExcludedObject: ("object_name", "object_type", "extra"),
    teradata.Execution: (
        *("site_id", "target_site", "job_id", "job_name", "backup_mechanism", "job_type", "execution_id"),
        *("execution_name", "start_time", "end_time", "backup_set_size", "server_execution_id"),
        *("parent_execution_id", "status", "saveset_replication_status", "is_saveset_retained"),
        *("is_saveset_deleted", "saveset_id", "run_type", "site_type", "status_detail", "extra"),
    ),
}


def job_query(args: Args) -> Dict[str, Any]:
    return given(
        is_active=flag(args, "is_active"),
        job_type=args.get("job_type"),
        page=number(args, "page"),
        page_size=number(args, "page_size"),
    )


CALLS: Dict[str, Callable[[Any, Args], Any]] = {
    "login": lambda c, a: c.login(),
    "jobs": lambda c, a: c.jobs(**job_query(a)),
    "iter_jobs": lambda c, a: c.iter_jobs(**job_query(a)),
    "job": lambda c, a: c.job(a["id"]),
    "execute": lambda c, a: c.execute(a["id"], **given(run_type=a.get("run_type"))),
    "site_executions": lambda c, a: c.site_executions(),
    "job_executions": lambda c, a: c.job_executions(a["id"]),
}
