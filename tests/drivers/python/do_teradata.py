"""teradata.*: the calls of a client, and the fields of its objects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple

from args import Args, flag, given, number, seconds, settings
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
    teradata.ObjectsPreparation: ("status", "details", "extra"),
    teradata.BackupObject: ("object_name", "object_type", "parent_name", "parent_type", "byte_count", "extra"),
    teradata.RestorePermissions: ("permitted", "details", "extra"),
    teradata.Database: ("name", "extra"),
}

#: What `@id` means after an object that has more than one id.
IDS: Dict[type, Tuple[str, ...]] = {teradata.Execution: ("execution_id",)}
#: What is worked out, where one object was asked for.
STANDING = {kind: ("phase", "outcome") for kind in (teradata.ObjectsPreparation, teradata.Execution)}
#: Calls that give an id, and what it is the id of.
NAMES = {"execute": "execution_id", "prepare_objects": "preparation_id", "create_restore": "restore_id"}


def open_client(args: Args, shared: dict[str, Any]) -> teradata.Client:
    return teradata.Client(
        args["url"],
        **given(
            site_id=None if "account_id" in args else args["site_id"],
            account_id=args.get("account_id"),
            allow_unverified=flag(args, "allow_unverified"),
        ),
        token=token_source(args),
        **shared,
    )


def token_source(args: Args) -> Any:
    """The source that the pairs describe: a token when nothing else is there."""
    if "token_file" in args:
        path = Path(args["token_file"])
        return lambda: path.read_text(encoding="utf-8").strip()
    if "token_command" in args:
        argv = args["token_command"].split(",") if args["token_command"] else []
        return teradata.TokenCommand(argv, **given(timeout=seconds(args, "token_timeout_ms")))
    if "token_url" in args:
        client = args["token_url"], args["client_id"], args["client_secret"]
        return teradata.ClientCredentials(*client, **given(scope=args.get("scope")))
    if "personal_access_token" in args:
        return teradata.LakeJwt(
            args["personal_access_token"],
            args["private_key"],
            key_name=args["key_name"],
            username=args["username"],
            organization=args["organization"],
            **given(organization_claim=args.get("organization_claim"), lifetime=seconds(args, "lifetime_ms")),
        )
    return teradata.Basic(args["username"], args["password"]) if "username" in args else args["token"]


def job_query(args: Args) -> Dict[str, Any]:
    return given(
        is_active=flag(args, "is_active"),
        job_type=args.get("job_type"),
        page=number(args, "page"),
        page_size=number(args, "page_size"),
    )


def selection(text: str) -> teradata.ObjectSelection:
    """``name:type:parent:its type:new name:left out:its type``, as far as it goes."""
    parts = [*text.split(":"), *[""] * 6]
    return teradata.ObjectSelection(
        parts[0],
        parts[1],
        **given(
            parent_name=parts[2] or None,
            parent_type=parts[3] if parts[2] else None,
            rename_to=parts[4] or None,
            exclude_objects=[teradata.ExcludedObject(parts[5], parts[6])] if parts[5] else None,
        ),
    )


def create_restore(client: teradata.Client, args: Args) -> Optional[str]:
    objects: List[Any] = [selection(text) for text in args.get("objects", "").split(",") if text]
    if "backup_objects" in args:
        names = args["backup_objects"].split(",")
        rows = client.backup_objects(args["job_id"], args["execution_id"])
        objects += [row for row in rows if row.object_name in names]
    flags = "continue_job_on_access_right_violation", "run_as_a_copy_job", "skip_statstics", "skip_join_or_hash_indexes"
    return client.create_restore(
        args["job_id"],
        args["execution_id"],
        name=args["name"],
        target_site=args["target_site"],
        objects=objects,
        username=args["username"],
        password=args["password"],
        **given(**{name: flag(args, name) for name in flags}),
    )


def restore_permissions(client: teradata.Client, args: Args) -> teradata.RestorePermissions:
    members = json.loads(args["members"]) if "members" in args else None
    return client.restore_permissions(
        **given(username=args.get("username"), password=args.get("password"), members=members)
    )


CALLS: Dict[str, Callable[[Any, Args], Any]] = {
    "login": lambda c, a: c.login(),
    "jobs": lambda c, a: c.jobs(**job_query(a)),
    "iter_jobs": lambda c, a: c.iter_jobs(**job_query(a)),
    "job": lambda c, a: c.job(a["id"]),
    "execute": lambda c, a: c.execute(a["id"], **given(run_type=a.get("run_type"))),
    "site_executions": lambda c, a: c.site_executions(),
    "iter_site_executions": lambda c, a: c.iter_site_executions(),
    "job_executions": lambda c, a: c.job_executions(a["id"]),
    "iter_job_executions": lambda c, a: c.iter_job_executions(a["id"]),
    "prepare_objects": lambda c, a: c.prepare_objects(a["job_id"], a["execution_id"]),
    "objects_preparation": lambda c, a: c.objects_preparation(),
    "backup_objects": lambda c, a: c.backup_objects(a["job_id"], a["execution_id"]),
    "iter_backup_objects": lambda c, a: c.iter_backup_objects(a["job_id"], a["execution_id"]),
    "create_restore": create_restore,
    "restore": lambda c, a: c.restore(a["job_id"], a["execution_id"], a["restore_id"]),
    "site_restores": lambda c, a: c.site_restores(),
    "iter_site_restores": lambda c, a: c.iter_site_restores(),
    "execution_restores": lambda c, a: c.execution_restores(a["job_id"], a["execution_id"]),
    "iter_execution_restores": lambda c, a: c.iter_execution_restores(a["job_id"], a["execution_id"]),
    "restore_permissions": restore_permissions,
    "databases": lambda c, a: c.databases(),
    "iter_databases": lambda c, a: c.iter_databases(),
}
