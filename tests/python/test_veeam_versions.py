"""What the versions of Veeam's API have besides the main job, against the simulator."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime, timedelta, timezone
from typing import Any, Iterator

import pytest
from conftest import VEEAM_JOB, open_veeam

import backupjobs
from backupjobs import veeam

VERSIONS = ["v2", "v3", "v4", "v5", "v6", "v7", "v8"]
NEW = ["v6", "v7", "v8"]


@pytest.fixture(params=NEW)
def client(sim: Any, request: pytest.FixtureRequest) -> Iterator[veeam.Client]:
    with open_veeam(sim, request.param) as client:
        yield client


def test_detection_needs_no_credentials(sim: Any) -> None:
    sim.knobs({"veeam.versions": ["v5", "v6", "v8"]})
    sim.clear_journal()
    assert veeam.detect(sim.veeam.url, ca_file=sim.ca_file) == ["v5", "v6", "v8"]
    assert not any("authorization" in request["headers"] for request in sim.journal())
    sim.knobs({"veeam.versions": []})
    with pytest.raises(backupjobs.UnsupportedError, match="veeam.detect"):
        veeam.detect(sim.veeam.url, ca_file=sim.ca_file)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_starts_waits_and_judges(sim: Any, version: str) -> None:
    sim.clock(per_request_s=5)
    with open_veeam(sim, version) as client:
        server = client.server()
        started = server.start(VEEAM_JOB, look_every=0.001)
        assert started.origin == ("ours" if version == "v8" else "indistinguishable")
        run = server.wait(VEEAM_JOB, started.run, poll_min=0.001, poll_max=0.001)
        assert run.verdict().level == "ok"
        session = client.job_session(run.id)
        assert session.job_id == VEEAM_JOB
        assert [item for item in client.log_items(run.id) if item.sentence]


def test_starting_names_the_session_from_v8_on(sim: Any) -> None:
    with open_veeam(sim, "v7") as client:
        assert client.start_job(VEEAM_JOB) is None
        client.stop_job(VEEAM_JOB)
    with open_veeam(sim, "v8") as client:
        session = client.start_job(VEEAM_JOB, full=True)
        assert session is not None and session.job_id == VEEAM_JOB and session.job_session_config_type == "Full"


def test_a_job_is_created_changed_and_deleted(client: veeam.Client, sim: Any) -> None:
    organization, repository = client.organizations()[0], client.repositories()[1]
    schedule = veeam.JobSchedule.daily(veeam.DailyType.WORKDAYS, "21:30:00").retried(3, 10)
    item = veeam.JobItem(veeam.JobItemType.USER, mailbox=True, user=client.selected_items(VEEAM_JOB)[0].user)
    made = client.create_job(
        organization.id, repository.id, name="Nightly", backup_type="SelectedItems", selected_items=[item],
        schedule_policy=schedule, is_enabled=False,
    )
    assert (made.name, made.is_enabled, made.backup_type) == ("Nightly", False, "SelectedItems")
    assert made.schedule_policy is not None and made.schedule_policy.retry_number == 3
    assert [one.user.name for one in client.selected_items(made.id) if one.user] == [item.user.name]  # type: ignore[union-attr]
    client.edit_job(made.id, description="changed", schedule_policy=veeam.JobSchedule.manual())
    changed = client.job(made.id)
    assert (changed.name, changed.description) == ("Nightly", "changed")
    assert changed.schedule_policy is not None and changed.schedule_policy.kind == "ManualOnly"
    client.delete_job(made.id)
    assert made.id not in [job["id"] for job in sim.truth()["veeam"]["jobs"]]
    with pytest.raises(backupjobs.NotFoundError):
        client.job(made.id)


def test_bad_jobs_send_nothing(client: veeam.Client, sim: Any) -> None:
    organization, repository = client.organizations()[0].id, client.repositories()[1].id
    sim.clear_journal()
    for wrong in (
        {"backup_type": "SelectedItems"},
        {"schedule_policy": veeam.JobSchedule.daily("Everyday", "25:00:00")},
        {"schedule_policy": veeam.JobSchedule.manual().retried(778, 1)},
        {"schedule_policy": veeam.JobSchedule.periodically("Hours3")},
    ):
        with pytest.raises(backupjobs.InvalidArgumentError) as caught:
            client.create_job(organization, repository, **wrong)
        assert caught.value.remedy
    with pytest.raises(backupjobs.InvalidArgumentError, match="nothing"):
        client.edit_job(VEEAM_JOB)
    assert sim.journal() == []


def test_older_versions_do_not_create(sim: Any) -> None:
    with open_veeam(sim, "v5") as client:
        sim.clear_journal()
        with pytest.raises(backupjobs.UnsupportedError, match="v5"):
            client.edit_job(VEEAM_JOB, name="x")
        assert sim.journal() == []
        client.delete_job(VEEAM_JOB)
        assert VEEAM_JOB not in [job["id"] for job in sim.truth()["veeam"]["jobs"]]


def test_copy_jobs_in_both_directions(client: veeam.Client, sim: Any) -> None:
    job, target = client.job(VEEAM_JOB), client.repositories()[2]
    organization = client.organizations()[0].id if client.dialect == "v8" else None
    made = client.create_copy_job(job.id, target.id, veeam.CopySchedule.immediate(), organization_id=organization)
    assert client.copy_job_of(job.id) == client.copy_job(made.id)
    assert client.backup_job_of(made.id).id == job.id
    client.disable_copy_job(made.id)
    assert client.copy_job(made.id).is_enabled is False
    client.enable_copy_job(made.id)
    session = client.start_copy_job(made.id)
    assert (session is not None) == (client.dialect == "v8")
    assert [copy["running"] for copy in sim.truth()["veeam"]["copy_jobs"]] == [True]
    client.stop_copy_job(made.id)
    client.edit_copy_job(made.id, schedule_policy=veeam.CopySchedule.daily("Everyday", "03:00:00"))
    changed = client.copy_job(made.id).schedule_policy
    assert changed is not None and changed.kind == "DailyAtTime"
    assert [one.id for one in client.iter_copy_jobs(repository_id=target.id)] == [made.id]
    client.delete_copy_job(made.id)
    assert sim.truth()["veeam"]["copy_jobs"] == []


def test_sessions_by_status_and_time(client: veeam.Client, sim: Any) -> None:
    sim.script("veeam", VEEAM_JOB, outcome="warning", duration_s=60)
    client.start_job(VEEAM_JOB)
    sim.advance(120)
    warned = [one for one in client.iter_job_sessions(status="Warning") if one.job_id == VEEAM_JOB]
    since = datetime(2026, 1, 15, 8, 0, tzinfo=timezone.utc)
    recent = list(client.iter_job_sessions(job_id=VEEAM_JOB, end_time_lower_bound=since))
    assert warned and [one.id for one in recent] == [warned[0].id]
    assert list(client.iter_job_sessions(end_time_lower_bound=since + timedelta(hours=1))) == []
    items = list(client.iter_log_items(warned[0].id))
    assert items and client.log_item(warned[0].id, items[0].id) == items[0]
    if client.dialect == "v6":
        with pytest.raises(backupjobs.UnsupportedError):
            client.processed_objects(warned[0].id)
    else:
        assert {one.status for one in client.iter_processed_objects(warned[0].id)} <= {"Success", "Warning", "Failed"}


def test_restore_sessions(client: veeam.Client) -> None:
    at = datetime(2026, 1, 15, tzinfo=timezone.utc)
    organization = client.organizations()[0]
    opened = client.explore_organization(organization.id, datetime=at, explorer="vex")
    assert opened is not None and client.restore_session(opened.id).state == "Working"
    assert [one.id for one in client.iter_restore_sessions()] == [opened.id]
    assert len(client.restore_session_events(opened.id)) == len(list(client.iter_restore_session_events(opened.id)))
    client.stop_restore_session(opened.id)
    assert client.restore_session(opened.id).state == "Stopped"
    with pytest.raises(TypeError):
        client.explore_job(VEEAM_JOB, explorer="vex")  # type: ignore[call-overload]


def test_places(client: veeam.Client) -> None:
    seen = list(client.iter_organizations(extended_view=True))
    assert seen[0].is_backedup is True and seen[0].first_backuptime is not None
    plain = client.organization(seen[0].id, extended_view=False)
    assert (plain.id, plain.is_backedup) == (seen[0].id, None)
    assert client.used_repositories(seen[0].id)[0].repository_id in [one.id for one in client.repositories()]
    assert all(one.is_long_term for one in client.iter_repositories(long_term=True))
    assert client.service_instance().version
    if client.dialect == "v8":
        assert [(entry.name, entry.status) for entry in client.health().entries] == [("nats", "Healthy")]
    else:
        with pytest.raises(backupjobs.UnsupportedError):
            client.health()


def test_jobs_of_one_organization(sim: Any) -> None:
    for version in VERSIONS:
        with open_veeam(sim, version) as client:
            first, second = client.organizations()
            assert len(list(client.iter_jobs(organization_id=first.id))) == 5
            assert list(client.iter_jobs(organization_id=second.id)) == []
            job = client.job(VEEAM_JOB)
            mine = [one.id for one in client.iter_jobs(repository_id=job.repository_id)]
            assert VEEAM_JOB in mine and len(mine) < 5


def test_closing_logs_out_where_that_exists(sim: Any) -> None:
    for version, logouts in (("v6", 0), ("v7", 1), ("v8", 1)):
        with open_veeam(sim, version) as client:
            client.login()
            sim.clear_journal()
        assert [request["path"].lower() for request in sim.journal()] == [f"/{version}/token/logout"] * logouts


def test_values_compare_copy_and_pickle() -> None:
    item = veeam.JobItem("User", mailbox=True, user=veeam.User("6a0f3c81-d27e-4b95-8c14-e9b5a7d2036f"))
    window = veeam.BackupWindow.always()
    schedule = veeam.JobSchedule("Daily", daily_time="01:00:00", backup_window_settings=window, extra={"mine": 1})
    for value in (item, schedule):
        assert copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))
    assert "mailbox=True" in repr(item) and schedule.extra == {"mine": 1}
    assert item != veeam.JobItem("User", mailbox=True)
    with pytest.raises(AttributeError):
        item.mailbox = False  # type: ignore[misc]
