"""Runs commands of the scenarios against the Python package.

One command a line on stdin; `path<TAB>value` lines and one `ok` or `error<TAB>kind` line on stdout.
"""

from __future__ import annotations

import json
import sys
import traceback
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Dict, Optional, Tuple

import backupjobs
from backupjobs import teradata, vcenter, veeam

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
Args = Dict[str, str]

# Written out rather than asked of the classes: a field that is missing there must be noticed here.
FIELDS: Dict[type, Tuple[str, ...]] = {
    backupjobs.Job: ("system", "id", "name", "enabled", "raw_status", "last_run", "next_run"),
    backupjobs.Run: (
        *("system", "job_id", "id", "phase", "outcome", "raw_status", "started", "ended", "percent", "objects"),
        *("bytes", "message", "will_be_retried", "retry_of"),
    ),
    backupjobs.Line: ("at", "severity", "text"),
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
    vcenter.SessionInfo: ("user", "created_time", "last_accessed_time", "extra"),
    vcenter.BackupJobStatus: ("id", "state", "messages", "progress", "start_time", "end_time", "extra"),
    vcenter.LocalizableMessage: ("id", "default_message", "args", "extra"),
    vcenter.ReturnResult: ("status", "messages", "extra"),
}


def escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def unescape(text: str) -> str:
    parts = text.split("\\\\")
    return "\\".join(p.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r") for p in parts)


def put(path: str, value: Any) -> None:
    """Prints a value, or what is inside it."""
    if value is None:
        return
    if type(value) in FIELDS:
        put_object(path, value)
    elif isinstance(value, bool):
        line(path, "true" if value else "false")
    elif isinstance(value, datetime):
        line(path, str((value - EPOCH) // timedelta(milliseconds=1)))
    elif isinstance(value, dict):
        if value:
            line(path, json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    elif isinstance(value, (list, tuple, backupjobs.Rows)):
        for index, item in enumerate(value):
            put(f"{path}[{index}]", item)
    else:
        line(path, str(value))


def put_object(prefix: str, value: Any) -> None:
    for name in FIELDS[type(value)]:
        path = f"{prefix}.{name}" if prefix else name
        if name == "backup_window":
            line(path, "".join("1" if hour else "0" for hour in value.backup_window))
        elif hasattr(value, f"{name}_raw"):
            put(path, getattr(value, f"{name}_raw"))
            put(f"{path}.at", getattr(value, name))
        else:
            put(path, getattr(value, name))


def line(path: str, value: str) -> None:
    sys.stdout.write(f"{path}\t{escape(value)}\n")


def flag(args: Args, name: str) -> Optional[bool]:
    return {"true": True, "false": False}[args[name]] if name in args else None


def number(args: Args, name: str) -> Optional[int]:
    return int(args[name]) if name in args else None


def given(**values: Any) -> Dict[str, Any]:
    """Only what was given: the rest keeps the library's defaults."""
    return {name: value for name, value in values.items() if value is not None}


def seconds(args: Args, name: str) -> Optional[float]:
    return int(args[name]) / 1000 if name in args else None


def settings(args: Args) -> Dict[str, Any]:
    attempts = number(args, "retry_attempts")
    return given(
        ca_file=args.get("ca_file"),
        pin=args.get("pin"),
        insecure=flag(args, "insecure"),
        connect_timeout=seconds(args, "connect_timeout_ms"),
        request_timeout=seconds(args, "request_timeout_ms"),
        retries=None if attempts is None else backupjobs.RetryPolicy(attempts),
    )


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


class SaveFailed(Exception):
    """What a ticket's save callback raises when it was told to fail."""


def start_options(args: Args) -> Dict[str, Any]:
    return given(
        if_running=args.get("if_running"),
        full=flag(args, "full"),
        settle=seconds(args, "settle_ms"),
        look_every=seconds(args, "look_every_ms"),
    )


def wait_options(args: Args) -> Dict[str, Any]:
    return given(
        deadline=seconds(args, "deadline_ms"),
        poll_min=seconds(args, "poll_min_ms"),
        poll_max=seconds(args, "poll_max_ms"),
        unreachable=seconds(args, "unreachable_ms"),
    )


def policy(args: Args) -> Dict[str, Any]:
    now = number(args, "now")
    members = given(
        warnings_ok=flag(args, "warnings_ok"),
        disabled_ok=flag(args, "disabled_ok"),
        max_age=number(args, "max_age_s"),
        max_running=number(args, "max_running_s"),
        now=None if now is None else EPOCH + timedelta(seconds=now),
    )
    if flag(args, "any_age"):
        members["max_age"] = None
    return members


def put_ticket(ticket: backupjobs.Ticket) -> None:
    """What can be compared: the marker and the time differ each time."""
    put("stage", ticket.stage)
    put("job", ticket.job)
    put("run", ticket.run)


def put_verdict(prefix: str, verdict: backupjobs.Verdict) -> None:
    for name in ("level", "reason", "job_id", "job_name"):
        put(f"{prefix}{name}", getattr(verdict, name))


class Telling:
    """What the callback of a wait does."""

    def __init__(self, args: Args) -> None:
        self.shown = flag(args, "progress")
        self.cancel_after = number(args, "cancel_after_polls")
        self.cancel = backupjobs.CancelToken()
        self.calls = 0

    def told(self, index: Optional[int], now: backupjobs.Progress) -> None:
        if self.shown:
            path = f"progress[{self.calls}]"
            put(f"{path}.index", index)
            if now.run is not None:
                for name in ("phase", "raw_status", "percent", "objects"):
                    put(f"{path}.{name}", getattr(now.run, name))
            put(f"{path}.trouble", now.trouble)
        self.calls += 1
        if self.cancel_after is not None and self.calls >= self.cancel_after:
            self.cancel.cancel()


class Driver:
    """What is open, and what was seen last."""

    def __init__(self) -> None:
        self.clients: Dict[str, Any] = {}
        self.server: Any = None
        self.run: Optional[backupjobs.Run] = None
        self.last_id: Optional[str] = None
        self.ticket: Optional[backupjobs.Ticket] = None
        self.texts: Dict[str, str] = {}

    def meant(self, name: str) -> str:
        """An id; `@run` and `@id` stand for what was found before."""
        found = {"@run": self.run and self.run.id, "@id": self.last_id}.get(name, name)
        assert found is not None
        return found

    def do(self, op: str, args: Args) -> None:
        for name in ("run", "id"):
            if name in args:
                args[name] = self.meant(args[name])
        system, _, verb = op.partition(".")
        if op == "version":
            line("version", backupjobs.__version__)
        elif op == "close":
            for client in self.clients.values():
                client.close()
        elif system == "open":
            self.open(verb, args)
        elif system == "server":
            getattr(self, f"server_{verb}")(args)
        elif op == "ticket.parse":
            put_ticket(backupjobs.Ticket.from_text(args["text"]))
        else:
            self.vendor(system, verb, args)

    # Opening

    def open(self, system: str, args: Args) -> None:
        client: Any
        if system == "veeam":
            client = veeam.Client(
                args["url"],
                version=args["version"],
                username=args["username"],
                password=args["password"],
                **settings(args),
            )
            server = client.server()
        elif system == "teradata":
            token: Any = args.get("token")
            if "token_file" in args:
                path = Path(args["token_file"])
                token = lambda: path.read_text(encoding="utf-8").strip()  # noqa: E731
            client = teradata.Client(args["url"], site_id=args["site_id"], token=token, **settings(args))
            server = client.server()
        elif system == "vcenter":
            client = vcenter.Client(
                args["url"], username=args["username"], password=args["password"], **settings(args)
            )
            server = client.server(plan(args) if "plan.location" in args else None)
        else:
            raise LookupError(system)
        old = self.clients.get(system)
        if old is not None:
            old.close()
        self.clients[system], self.server = client, server

    # Vendors

    def vendor(self, system: str, verb: str, args: Args) -> None:
        client = self.clients[system]
        result = VENDOR[system, verb](client, args)
        if system == "teradata" and verb == "execute":
            self.last_id = result
            line("execution_id", result)
            return
        for name in ("id", "job_id"):
            if hasattr(result, name) and name in FIELDS.get(type(result), ()):
                self.last_id = getattr(result, name)
                break
        put("", result)

    # The common model

    def server_jobs(self, args: Args) -> None:
        put("", self.server.jobs())

    def server_job(self, args: Args) -> None:
        put("", self.server.job(args["job"]))

    def server_runs(self, args: Args) -> None:
        put("", self.server.runs(args["job"], **given(limit=number(args, "limit"))))

    def server_run(self, args: Args) -> None:
        self.run = self.server.run(args["job"], args["run"])
        put("", self.run)

    def server_start(self, args: Args) -> None:
        self.started(self.server.start(args["job"], **start_options(args)))

    def started(self, started: backupjobs.Started) -> None:
        self.run = started.run
        put("", started.run)
        line("origin", started.origin)

    def server_prepare(self, args: Args) -> None:
        self.ticket = self.server.prepare(args["job"], **start_options(args))
        self.texts = {self.ticket.stage: self.ticket.to_text()}
        put_ticket(self.ticket)

    def server_carry_out(self, args: Args) -> None:
        assert self.ticket is not None
        saves = 0

        def save(ticket: backupjobs.Ticket) -> None:
            nonlocal saves
            line(f"saves[{saves}]", ticket.stage)
            saves += 1
            if flag(args, "save_fails"):
                raise SaveFailed("the driver was told to fail")
            self.texts[ticket.stage] = str(ticket)

        try:
            self.started(self.server.carry_out(self.ticket, save))
        except SaveFailed as failed:
            if failed.__context__ is not None:
                # What the library made of it.
                raise failed.__context__ from None
            # It failed too late to keep anything from being sent.
            self.started(self.server.carry_out(self.ticket))

    def server_ticket(self, args: Args) -> None:
        assert self.ticket is not None
        put_ticket(self.ticket)

    def server_reload(self, args: Args) -> None:
        assert self.ticket is not None
        text = self.texts[args["stage"]] if "stage" in args else self.ticket.to_text()
        self.ticket = backupjobs.Ticket.from_text(text)

    def server_wait(self, args: Args) -> None:
        telling = Telling(args)
        self.run = self.server.with_cancel(telling.cancel).wait(
            args["job"], args["run"], progress=lambda now: telling.told(None, now), **wait_options(args)
        )
        put("", self.run)

    def server_wait_all(self, args: Args) -> None:
        pairs = (pair.split(":", 1) for pair in args["refs"].split(",") if pair)
        telling = Telling(args)
        ends = self.server.with_cancel(telling.cancel).wait_all(
            [(job, self.meant(run)) for job, run in pairs], progress=telling.told, **wait_options(args)
        )
        for index, end in enumerate(ends):
            if isinstance(end, backupjobs.BackupJobsError):
                line(f"[{index}].error", end.kind)
            else:
                put(f"[{index}]", end)

    def server_check(self, args: Args) -> None:
        verdict = self.server.check(args["job"], **policy(args))
        put_verdict("", verdict)
        put("run", verdict.run)
        put("age", None if verdict.age is None else verdict.age // timedelta(seconds=1))

    def server_check_all(self, args: Args) -> None:
        expected = given(expect_jobs=args["expect"].split(",") if "expect" in args else None)
        report = self.server.check_all(**expected, **policy(args))
        put("level", report.level)
        for index, verdict in enumerate(report.verdicts):
            put_verdict(f"verdicts[{index}].", verdict)

    def server_explain(self, args: Args) -> None:
        account = self.server.explain(args["job"], args["run"])
        put("run.id", account.run.id)
        put("lines", account.lines)
        put("account", str(account))

    def server_stop(self, args: Args) -> None:
        self.server.stop(args["job"])

    def server_enable(self, args: Args) -> None:
        self.server.enable(args["job"])

    def server_disable(self, args: Args) -> None:
        self.server.disable(args["job"])

    def server_supports(self, args: Args) -> None:
        put("supports", self.server.supports(args["verb"]))

    def server_verdict(self, args: Args) -> None:
        assert self.run is not None
        verdict = backupjobs.verdict(self.run, warnings_ok=bool(flag(args, "warnings_ok")))
        line("level", verdict.level)
        line("reason", verdict.reason)


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


def teradata_jobs(client: teradata.Client, args: Args) -> Any:
    return client.jobs(
        **given(
            is_active=flag(args, "is_active"),
            job_type=args.get("job_type"),
            page=number(args, "page"),
            page_size=number(args, "page_size"),
        )
    )


VENDOR: Dict[Tuple[str, str], Callable[[Any, Args], Any]] = {
    ("veeam", "login"): lambda c, a: c.login(),
    ("veeam", "jobs"): lambda c, a: c.jobs(),
    ("veeam", "job"): lambda c, a: c.job(a["id"]),
    ("veeam", "start_job"): lambda c, a: c.start_job(a["id"], full=flag(a, "full")),
    ("veeam", "stop_job"): lambda c, a: c.stop_job(a["id"]),
    ("veeam", "enable_job"): lambda c, a: c.enable_job(a["id"]),
    ("veeam", "disable_job"): lambda c, a: c.disable_job(a["id"]),
    ("veeam", "explore_job"): explore_job,
    ("veeam", "job_sessions"): lambda c, a: c.job_sessions(a["job_id"], **given(limit=number(a, "limit"))),
    ("veeam", "all_job_sessions"): lambda c, a: c.all_job_sessions(**given(limit=number(a, "limit"))),
    ("veeam", "job_session"): lambda c, a: c.job_session(a["id"]),
    ("veeam", "log_items"): lambda c, a: c.log_items(a["id"]),
    ("veeam", "organizations"): lambda c, a: c.organizations(),
    ("veeam", "organization"): lambda c, a: c.organization(a["id"]),
    ("veeam", "repositories"): lambda c, a: c.repositories(),
    ("veeam", "repository"): lambda c, a: c.repository(a["id"]),
    ("veeam", "copy_jobs"): lambda c, a: c.copy_jobs(),
    ("veeam", "copy_job"): lambda c, a: c.copy_job(a["id"]),
    ("veeam", "create_copy_job"): create_copy_job,
    ("teradata", "login"): lambda c, a: c.login(),
    ("teradata", "jobs"): teradata_jobs,
    ("teradata", "job"): lambda c, a: c.job(a["id"]),
    ("teradata", "execute"): lambda c, a: c.execute(a["id"], **given(run_type=a.get("run_type"))),
    ("teradata", "site_executions"): lambda c, a: c.site_executions(),
    ("teradata", "job_executions"): lambda c, a: c.job_executions(a["id"]),
    ("vcenter", "login"): lambda c, a: c.login(),
    ("vcenter", "session"): lambda c, a: c.session(),
    ("vcenter", "create_backup_job"): lambda c, a: c.create_backup_job(plan(a)),
    ("vcenter", "backup_jobs"): lambda c, a: c.backup_jobs(),
    ("vcenter", "backup_job"): lambda c, a: c.backup_job(a["id"]),
    ("vcenter", "cancel_backup_job"): lambda c, a: c.cancel_backup_job(a["id"]),
}


def put_error(error: backupjobs.BackupJobsError) -> None:
    # Empty when it failed before an operation began.
    put("error.operation", error.operation or None)
    for name in ("message", "remedy", "http_status", "vendor_code", "vendor_message", "retryable"):
        put(f"error.{name}", getattr(error, name))
    put("error.may_have_taken_effect", error.may_have_taken_effect)
    line("error.line", str(error))


def main() -> None:
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    driver = Driver()
    for command in sys.stdin:
        op, *pairs = command.rstrip("\n").split("\t")
        if op == "quit":
            break
        args = {name: unescape(value) for name, _, value in (pair.partition("=") for pair in pairs)}
        try:
            driver.do(op, args)
            end = "ok"
        except backupjobs.BackupJobsError as error:
            put_error(error)
            end = f"error\t{error.kind}"
        except Exception:
            # Not an error of the library: the command itself cannot be carried out.
            traceback.print_exc()
            end = "error\tdriver"
        sys.stdout.write(end + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
