"""Every operation on Veeam, against the simulator."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from conftest import VEEAM_JOB, api_runs, open_veeam

import backupjobs
from backupjobs import veeam

VERSIONS = ["v2", "v5", "v6"]
COPIED = "b7c1cc0b-2b3c-4096-9ba1-2d665b4ae504"
ARCHIVE = "79f3e494-4991-4dd5-b6fa-f1cf8c421265"


@pytest.fixture(params=VERSIONS)
def client(request: pytest.FixtureRequest, sim: Any) -> Any:
    with open_veeam(sim, request.param) as client:
        yield client


def last_post(sim: Any) -> dict[str, Any]:
    return [r for r in sim.journal() if r["method"] == "POST" and "oken" not in r["path"]][-1]


@pytest.mark.parametrize("version", [2, 5, 6, "2", "V5", "v6"])
def test_versions_by_number_and_name(sim: Any, version: Any) -> None:
    client = open_veeam(sim, version)
    assert client.dialect == f"v{str(version).lower().strip('v')}"
    assert client.url == sim.veeam.url


def test_jobs(client: veeam.Client, sim: Any) -> None:
    jobs = client.jobs()
    assert [job.id for job in jobs] == [job["id"] for job in sim.truth()["veeam"]["jobs"]]
    job = client.job(VEEAM_JOB)
    assert job == jobs[0]
    assert job.name == "Contoso mail"
    assert job.is_enabled is True
    assert job.last_status == veeam.JobStatus.SUCCESS
    assert job.schedule_policy is not None and job.schedule_policy.kind == veeam.JobScheduleType.DAILY
    assert job.last_run is not None and job.last_run.utcoffset() == timedelta(0)
    assert job.last_run_raw is not None and job.last_run_raw.startswith(job.last_run.strftime("%Y-%m-%dT%H:%M:%S"))
    assert job.link_href("self") == job.links["self"]["href"]
    assert job.link_href("nothing") is None
    assert job.link_id("self") == VEEAM_JOB
    assert isinstance(job.extra, dict)


def test_start_and_stop(client: veeam.Client, sim: Any) -> None:
    client.start_job(VEEAM_JOB)
    assert [(run["job"], run["state"]) for run in api_runs(sim, "veeam")] == [(VEEAM_JOB, "running")]
    assert client.job(VEEAM_JOB).last_status == veeam.JobStatus.RUNNING
    client.stop_job(VEEAM_JOB)
    sim.advance(10)
    assert api_runs(sim, "veeam")[0]["outcome"] == "stopped"


def test_enable_and_disable(client: veeam.Client) -> None:
    client.disable_job(VEEAM_JOB)
    assert client.job(VEEAM_JOB).is_enabled is False
    client.enable_job(VEEAM_JOB)
    assert client.job(VEEAM_JOB).is_enabled is True


def test_full_is_for_v6(sim: Any, client: veeam.Client) -> None:
    if client.dialect == "v6":
        client.start_job(VEEAM_JOB, full=True)
        assert api_runs(sim, "veeam")[0]["full"] is True
    else:
        with pytest.raises(backupjobs.UnsupportedError, match="does not offer"):
            client.start_job(VEEAM_JOB, full=True)
        assert not api_runs(sim, "veeam")


def test_sessions(client: veeam.Client, sim: Any) -> None:
    client.start_job(VEEAM_JOB)
    newest = client.job_sessions(VEEAM_JOB, limit=1)[0]
    assert newest.status == veeam.JobStatus.RUNNING
    assert newest.end_time is None
    assert newest.creation_time == datetime.fromisoformat(sim.clock()["now"].replace("Z", "+00:00"))
    assert newest.job_id == VEEAM_JOB
    assert client.job_session(newest.id).id == newest.id
    assert client.all_job_sessions(limit=1)[0].id == newest.id
    assert len(client.all_job_sessions(limit=3)) == 3
    assert len(client.job_sessions(VEEAM_JOB)) > 1
    assert newest.statistics is None or isinstance(newest.statistics.extra, dict)


def test_organizations_and_repositories(client: veeam.Client, sim: Any) -> None:
    organization = client.organizations()[0]
    assert client.organization(organization.id) == organization
    assert organization.name == sim.veeam.organization["name"]
    assert organization.first_backuptime is None or organization.first_backuptime.tzinfo is not None
    repositories = client.repositories()
    assert [r.id for r in repositories] == [r["id"] for r in sim.veeam.repositories]
    assert client.repository(ARCHIVE) == repositories[2]
    assert repositories[2].name == "Contoso archive blob"


AT = datetime(2026, 1, 14, 23, 30, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize("version", ["v5", "v6"])
def test_explore(sim: Any, version: str) -> None:
    with open_veeam(sim, version) as client:
        session = client.explore_job(VEEAM_JOB, datetime=AT, explorer=veeam.ExplorerType.VEX, show_deleted=True)
        key = "dateTime" if version == "v6" else "datetime"
        assert f'"{key}":"2026-01-14T21:30:00Z"' in last_post(sim)["body"]
        assert '"showDeleted":true' in last_post(sim)["body"]
        assert "showAllVersions" not in last_post(sim)["body"]
        if version == "v5":
            assert session is None
        else:
            assert session is not None and session.explorer == "vex" and session.state == "Working"
            assert session.creation_time is not None
        options = veeam.ExploreOptions("2026.01.14 21:30:00", "vesp", show_all_versions=False)
        client.explore_job(VEEAM_JOB, options)
        assert '"2026.01.14 21:30:00"' in last_post(sim)["body"]
        assert len(sim.truth()["veeam"]["restore_sessions"]) == 2


def test_explore_takes_options_or_names(veeam_v6: veeam.Client) -> None:
    options = veeam.ExploreOptions(AT, "vex")
    for wrong in (
        {},
        {"options": options, "explorer": "vex"},
        {"options": options, "show_deleted": True},
        {"datetime": AT},
    ):
        with pytest.raises(TypeError, match="either ExploreOptions"):
            veeam_v6.explore_job(VEEAM_JOB, **wrong)  # type: ignore[call-overload]


def test_explore_is_not_for_v2(sim: Any) -> None:
    with open_veeam(sim, "v2") as client, pytest.raises(backupjobs.UnsupportedError):
        client.explore_job(VEEAM_JOB, datetime=AT, explorer="vex")
    assert not sim.journal()


def test_copy_jobs(veeam_v6: veeam.Client, sim: Any) -> None:
    assert veeam_v6.copy_jobs() == []
    window = veeam.BackupWindow([hour < 12 for hour in range(168)], 60)
    schedule = veeam.CopySchedule.daily(veeam.DailyType.WORKDAYS, "02:30:00").within(window)
    made = veeam_v6.create_copy_job(COPIED, ARCHIVE, schedule, is_enabled=False)
    assert (made.backup_job_id, made.repository_id, made.is_enabled) == (COPIED, ARCHIVE, False)
    assert made.schedule_policy is not None
    assert made.schedule_policy.kind == veeam.CopyScheduleType.DAILY_AT_TIME
    assert made.schedule_policy.backup_copy_window_settings == window
    assert veeam_v6.copy_job(made.id) == made
    assert veeam_v6.copy_jobs() == [made]
    assert len(sim.truth()["veeam"]["copy_jobs"]) == 1


def test_copy_jobs_are_for_v6(sim: Any) -> None:
    with open_veeam(sim, "v5") as client:
        for call in (
            client.copy_jobs,
            lambda: client.copy_job(COPIED),
            lambda: client.create_copy_job(COPIED, ARCHIVE, veeam.CopySchedule.immediate()),
        ):
            with pytest.raises(backupjobs.UnsupportedError):
                call()
    assert not sim.journal()


def test_a_closed_client_says_so(sim: Any) -> None:
    with open_veeam(sim) as client:
        client.login()
    with pytest.raises(backupjobs.ClosedError, match="open a new client"):
        client.jobs()
    client.close()


def test_a_closed_server_closes_its_client(veeam_v6: veeam.Client) -> None:
    with veeam_v6.server() as server:
        server.jobs()
    with pytest.raises(backupjobs.ClosedError):
        veeam_v6.jobs()
