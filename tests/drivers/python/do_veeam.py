"""veeam.*: the calls of a client."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from args import Args, flag, given, instant, number, settings
from backupjobs import veeam

#: About an item; anything else is a flag of it.
ABOUT = ("id", "url", "title", "display_name", "mail", "folders")


def item(text: str) -> veeam.JobItem:
    """One item: its type, and what is told about it."""
    kind, *parts = text.split("|")
    told = {name: value or "true" for name, _, value in (part.partition("=") for part in parts)}
    flags = {name: value == "true" for name, value in told.items() if name not in ABOUT}
    site = {name: bool(flags.pop(name, False)) for name in ("is_cloud", "is_personal")}
    about: Dict[str, Any] = {}
    if "folders" in told:
        about["folders"] = told["folders"].split("+")
    if "id" in told and kind == "User":
        about["user"] = veeam.User(told["id"])
    elif "id" in told and kind == "Group":
        about["group"] = veeam.Group(told["id"])
    elif "id" in told and kind == "Site":
        about["site"] = veeam.JobSite(told["id"], told.get("url", ""), told.get("title", ""), **site)
    elif "id" in told and kind == "Team":
        about["team"] = veeam.Team(told["id"], told.get("display_name", ""), told.get("mail", ""))
    return veeam.JobItem(kind, **about, **flags)


def items(args: Args, name: str) -> Optional[List[veeam.JobItem]]:
    return [item(text) for text in args[name].split(",") if text] if name in args else None


def window(args: Args, name: str, offset: str) -> Optional[veeam.BackupWindow]:
    if name not in args:
        return None
    return veeam.BackupWindow([hour == "1" for hour in args[name]], number(args, offset) or 0)


def job_schedule(args: Args) -> Optional[veeam.JobSchedule]:
    told = {name.removeprefix("schedule."): value for name, value in args.items() if name.startswith("schedule.")}
    if not told:
        return None
    return veeam.JobSchedule(
        told.get("type"),
        schedule_enabled=flag(told, "schedule_enabled"),
        daily_type=told.get("daily_type"),
        daily_time=told.get("daily_time"),
        periodically_every=told.get("periodically_every"),
        periodically_offset_minutes=number(told, "periodically_offset_minutes"),
        periodically_window_enabled=flag(told, "periodically_window_enabled"),
        periodically_window_settings=window(told, "periodically_window", "minute_offset"),
        backup_window_enabled=flag(told, "backup_window_enabled"),
        backup_window_settings=window(told, "backup_window", "minute_offset"),
        retry_enabled=flag(told, "retry_enabled"),
        retry_number=number(told, "retry_number"),
        retry_wait_interval=number(told, "retry_wait_interval"),
    )


def copy_schedule(args: Args) -> Optional[veeam.CopySchedule]:
    if "type" not in args:
        return None
    bound = window(args, "window", "minute_offset")
    return veeam.CopySchedule(
        args["type"],
        **given(
            daily_type=args.get("daily_type"),
            daily_time=args.get("daily_time"),
            periodically_every=args.get("periodically_every"),
            backup_copy_window_enabled=None if bound is None else True,
            backup_copy_window_settings=bound,
        ),
    )


def job_members(args: Args) -> Dict[str, Any]:
    """What jobs are made with and what can be changed about them, without the repository."""
    return given(
        backup_type=args.get("backup_type"),
        name=args.get("name"),
        description=args.get("description"),
        selected_items=items(args, "selected_items"),
        excluded_items=items(args, "excluded_items"),
        schedule_policy=job_schedule(args),
        is_enabled=flag(args, "is_enabled"),
        run_now=flag(args, "run_now"),
        skip_item_update=flag(args, "skip_item_update"),
    )


def create_job(client: veeam.Client, args: Args) -> veeam.Job:
    return client.create_job(args["organization_id"], args["repository_id"], **job_members(args))


def edit_job(client: veeam.Client, args: Args) -> None:
    client.edit_job(args["id"], **given(repository_id=args.get("repository_id")), **job_members(args))


def create_copy_job(client: veeam.Client, args: Args) -> veeam.CopyJob:
    more = given(is_enabled=flag(args, "is_enabled"), organization_id=args.get("organization_id"))
    return client.create_copy_job(args["backup_job_id"], args["repository_id"], copy_schedule(args), **more)


def edit_copy_job(client: veeam.Client, args: Args) -> None:
    client.edit_copy_job(
        args["id"],
        **given(
            backup_job_id=args.get("backup_job_id"),
            organization_id=args.get("organization_id"),
            repository_id=args.get("repository_id"),
            schedule_policy=copy_schedule(args),
            is_enabled=flag(args, "is_enabled"),
        ),
    )


def explore_options(args: Args) -> Dict[str, Any]:
    flags = given(show_deleted=flag(args, "show_deleted"), show_all_versions=flag(args, "show_all_versions"))
    return {"datetime": args["datetime"], "explorer": args["explorer"], **flags}


def explore_repository(client: veeam.Client, args: Args) -> Optional[veeam.RestoreSession]:
    return client.explore_repository(args["repository_id"], args["organization_id"], **explore_options(args))


def named(args: Args, *names: str) -> Dict[str, Any]:
    """Texts under their own names."""
    return given(**{name: args.get(name) for name in names})


def session_query(args: Args) -> Dict[str, Any]:
    times = {name: instant(args, name) for name in ("end_time_lower_bound", "end_time_upper_bound")}
    return {**named(args, "job_id", "job_type", "status"), **given(**times)}


def restore_session_query(args: Args) -> Dict[str, Any]:
    times = {name: instant(args, name) for name in ("start_time_from", "start_time_to", "end_time_from", "end_time_to")}
    return {**named(args, "order_by"), **given(ascending=flag(args, "ascending"), **times)}


def organization_query(args: Args) -> Dict[str, Any]:
    return {**named(args, "msid", "backed_up_organization_id"), **given(extended_view=flag(args, "extended_view"))}


def repository_query(args: Args) -> Dict[str, Any]:
    return {**named(args, "proxy_id", "proxy_pool_id", "organization_id"), **given(long_term=flag(args, "long_term"))}


def detect(_: Any, args: Args) -> List[str]:
    return veeam.detect(args["url"], **settings(args))


def limit(args: Args) -> Dict[str, Any]:
    return given(limit=number(args, "limit"))


CALLS: Dict[str, Callable[[Any, Args], Any]] = {
    "detect": detect,
    "login": lambda c, a: c.login(),
    "jobs": lambda c, a: c.jobs(),
    "iter_jobs": lambda c, a: c.iter_jobs(**named(a, "organization_id", "repository_id")),
    "job": lambda c, a: c.job(a["id"]),
    "create_job": create_job,
    "edit_job": edit_job,
    "delete_job": lambda c, a: c.delete_job(a["id"]),
    "start_job": lambda c, a: c.start_job(a["id"], full=flag(a, "full")),
    "stop_job": lambda c, a: c.stop_job(a["id"]),
    "enable_job": lambda c, a: c.enable_job(a["id"]),
    "disable_job": lambda c, a: c.disable_job(a["id"]),
    "selected_items": lambda c, a: c.selected_items(a["job_id"]),
    "iter_selected_items": lambda c, a: c.iter_selected_items(a["job_id"]),
    "excluded_items": lambda c, a: c.excluded_items(a["job_id"]),
    "iter_excluded_items": lambda c, a: c.iter_excluded_items(a["job_id"]),
    "job_sessions": lambda c, a: c.job_sessions(a["job_id"], **limit(a)),
    "all_job_sessions": lambda c, a: c.all_job_sessions(**limit(a)),
    "iter_job_sessions": lambda c, a: c.iter_job_sessions(**session_query(a)),
    "job_session": lambda c, a: c.job_session(a["id"]),
    "processed_objects": lambda c, a: c.processed_objects(a["session_id"]),
    "iter_processed_objects": lambda c, a: c.iter_processed_objects(a["session_id"]),
    "log_items": lambda c, a: c.log_items(a["session_id"]),
    "iter_log_items": lambda c, a: c.iter_log_items(
        a["session_id"], **given(kind=a.get("kind"), ascending=flag(a, "ascending"))
    ),
    "log_item": lambda c, a: c.log_item(a["session_id"], a["id"]),
    "explore_job": lambda c, a: c.explore_job(a["id"], **explore_options(a), **named(a, "repository_id")),
    "explore_organization": lambda c, a: c.explore_organization(
        a["id"], **explore_options(a), **named(a, "repository_id")
    ),
    "explore_repository": explore_repository,
    "restore_sessions": lambda c, a: c.restore_sessions(),
    "iter_restore_sessions": lambda c, a: c.iter_restore_sessions(**restore_session_query(a)),
    "restore_session": lambda c, a: c.restore_session(a["id"]),
    "stop_restore_session": lambda c, a: c.stop_restore_session(a["id"]),
    "restore_session_events": lambda c, a: c.restore_session_events(a["id"]),
    "iter_restore_session_events": lambda c, a: c.iter_restore_session_events(a["id"]),
    "restore_session_statistics": lambda c, a: c.restore_session_statistics(a["id"]),
    "organizations": lambda c, a: c.organizations(),
    "iter_organizations": lambda c, a: c.iter_organizations(**organization_query(a)),
    "organization": lambda c, a: c.organization(a["id"], **given(extended_view=flag(a, "extended_view"))),
    "used_repositories": lambda c, a: c.used_repositories(a["organization_id"]),
    "iter_used_repositories": lambda c, a: c.iter_used_repositories(a["organization_id"]),
    "repositories": lambda c, a: c.repositories(),
    "iter_repositories": lambda c, a: c.iter_repositories(**repository_query(a)),
    "repository": lambda c, a: c.repository(a["id"]),
    "copy_jobs": lambda c, a: c.copy_jobs(),
    "iter_copy_jobs": lambda c, a: c.iter_copy_jobs(**named(a, "repository_id", "organization_id")),
    "copy_job": lambda c, a: c.copy_job(a["id"]),
    "copy_job_of": lambda c, a: c.copy_job_of(a["job_id"]),
    "backup_job_of": lambda c, a: c.backup_job_of(a["copy_job_id"]),
    "create_copy_job": create_copy_job,
    "edit_copy_job": edit_copy_job,
    "start_copy_job": lambda c, a: c.start_copy_job(a["id"]),
    "stop_copy_job": lambda c, a: c.stop_copy_job(a["id"]),
    "enable_copy_job": lambda c, a: c.enable_copy_job(a["id"]),
    "disable_copy_job": lambda c, a: c.disable_copy_job(a["id"]),
    "delete_copy_job": lambda c, a: c.delete_copy_job(a["id"]),
    "service_instance": lambda c, a: c.service_instance(),
    "health": lambda c, a: c.health(),
}
