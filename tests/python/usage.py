"""What a user writes; checked by mypy --strict, not run."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Optional

import backupjobs
from backupjobs import Level, Outcome, Phase, Secret, teradata, trust, vcenter, veeam

if TYPE_CHECKING:
    from backupjobs.types import OutcomeName


def one_backup(url: str, password: str) -> int:
    with veeam.Client(url, version="v6", username="svc", password=password, pin="ab" * 32, retries=2) as client:
        server = client.server()
        for job in server.jobs():
            print(job.name, job.enabled, job.last_run and job.last_run.isoformat())
        started = server.start(server.jobs()[0], if_running="fail", settle=timedelta(seconds=10))
        run = server.wait(started.run.job_id, started.run, deadline=3600, progress=show)
        outcome: Optional[OutcomeName] = run.outcome
        verdict = backupjobs.verdict(run, warnings_ok=True)
        print(outcome, verdict.level == Level.OK, verdict.reason)
        return verdict.exit_code


def show(progress: backupjobs.Progress) -> None:
    if progress.run is not None and progress.run.phase != Phase.FINISHED:
        print(progress.run.percent, progress.elapsed + progress.next_poll)


def vendors(client: veeam.Client, site: teradata.Client, appliance: vcenter.Client) -> list[str]:
    session = client.explore_job("id", datetime=datetime.now(timezone.utc), explorer=veeam.ExplorerType.VEX)
    client.explore_job("id", veeam.ExploreOptions("2026.01.15 08:00:00", "vex"))
    schedule = veeam.CopySchedule.immediate().within(veeam.BackupWindow([True] * 168))
    copied = client.create_copy_job("job", "repository", schedule)
    policy = copied.schedule_policy
    window = policy.backup_copy_window_settings if policy else None
    hours: list[bool] = window.backup_window if window else []
    execution: str = site.execute("34", run_type=teradata.RunType.FULL)
    sizes = [e.backup_set_size or 0 for e in site.site_executions()[:5]]
    status = appliance.create_backup_job(vcenter.BackupRequest("SFTP", "sftp://h/d", parts=["seat"]))
    messages = [m.default_message or "" for m in status.messages]
    return [session.id if session else "", execution, *messages, str(sum(sizes)), str(len(hours))]


def tables(server: backupjobs.Server, client: veeam.Client) -> list[Optional[datetime]]:
    runs = server.runs("job").filter(lambda run: run.objects, outcome=Outcome.FAILED)
    last: backupjobs.Rows[backupjobs.Run] = runs[:10]
    match last[0]:
        case backupjobs.Run("veeam", job, message=str(why)):
            print(job, why)
        case backupjobs.Run(outcome=Outcome.SUCCESS):
            print(last[0].to_json(indent=2), client.jobs()[0].to_dict(names="vendor")["isEnabled"])
    status = client.jobs()[0].last_status
    print(status is not None and status.is_known, runs.columns, last.to_pandas().shape, last.to_polars().height)
    started: list[Optional[datetime]] = last.column("started")
    return started


def trusting(url: str) -> list[veeam.Client]:
    seen = trust.fetch(url, connect_timeout=5)
    hosts = trust.KnownHosts.open("known_hosts")
    if seen.fingerprint not in hosts.lookup(url) and seen.not_after and seen.not_after > datetime.now(timezone.utc):
        hosts.remember(url, seen)
    secret = Secret.from_command(["pass", "vb365"], timeout=timedelta(seconds=5))
    heard: list[backupjobs.LogEvent] = []
    logger = logging.getLogger("backups")
    first = veeam.Client(url, version=6, username="svc", password=secret, known_hosts=hosts.path, log=heard.append)
    second = veeam.Client(url, version=6, username="svc", password="x", proxy="", max_body=1 << 20, log=logger)
    return [first, second]


def errors(server: backupjobs.Server, token: backupjobs.CancelToken) -> Optional[timedelta]:
    try:
        server.with_cancel(token).stop("job")
    except backupjobs.RateLimitedError as error:
        return error.retry_after
    except backupjobs.BackupJobsError as error:
        print(error.kind, error.server, error.remedy, error.http_status)
    return None
