"""Every operation on vCenter, against the simulator."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timedelta
from typing import Any, Iterator

import pytest
from conftest import APPLIANCE, api_runs, open_vcenter, plan

import backupjobs
from backupjobs import vcenter


def test_create_get_list(vc: vcenter.Client, sim: Any) -> None:
    before = vc.backup_jobs()
    status = vc.create_backup_job(
        plan(
            parts=["seat"],
            backup_password="Encrypt-1!",
            location_user="svc",
            location_password="location-pw",
            comment="before the upgrade",
        )
    )
    assert status.state == vcenter.ProcessState.INPROGRESS
    assert vc.backup_jobs() == [status.id, *before]
    assert isinstance(before, list)
    sent = json.loads([r for r in sim.journal() if r["method"] == "POST" and r["path"].endswith("/job")][-1]["body"])
    assert sent == {
        "piece": {
            "parts": ["seat"],
            "backup_password": "Encrypt-1!",
            "location_type": "FTP",
            "location": "ftp://backup.example/vc",
            "location_user": "svc",
            "location_password": "location-pw",
            "comment": "before the upgrade",
        }
    }
    sim.advance(3600)
    done = vc.backup_job(status.id)
    assert (done.state, done.progress) == (vcenter.ProcessState.SUCCEEDED, 100)
    assert done.start_time is not None and done.end_time is not None
    assert done.end_time - done.start_time == timedelta(seconds=60)
    assert done.messages and all(isinstance(m.default_message, str) for m in done.messages)
    assert [run["id"] for run in api_runs(sim, "vcenter")] == [status.id]


def test_cancel(vc: vcenter.Client) -> None:
    status = vc.create_backup_job(plan())
    result = vc.cancel_backup_job(status.id)
    assert result.status == vcenter.ReturnStatus.OK
    assert vc.backup_job(status.id).state == vcenter.ProcessState.FAILED


def test_one_backup_at_a_time(vc: vcenter.Client, sim: Any) -> None:
    vc.create_backup_job(plan())
    with pytest.raises(backupjobs.AlreadyRunningError) as caught:
        vc.create_backup_job(plan())
    assert caught.value.http_status == 400
    assert caught.value.vendor_code == "FEATURE_IN_USE"
    assert len(api_runs(sim, "vcenter")) == 1


def test_session(vc: vcenter.Client, sim: Any) -> None:
    session = vc.session()
    assert session.user == sim.vcenter.username
    assert session.created_time is not None and session.last_accessed_time is not None
    assert session.created_time_raw is not None


def test_close_logs_out(sim: Any) -> None:
    client = open_vcenter(sim)
    client.login()
    assert sim.truth()["vcenter"]["sessions"] == 1
    client.close()
    assert sim.truth()["vcenter"]["sessions"] == 0


def test_the_last_reference_logs_out(sim: Any) -> None:
    client = open_vcenter(sim)
    server = client.server()
    server.jobs()
    del client
    assert sim.truth()["vcenter"]["sessions"] == 1
    del server
    assert sim.truth()["vcenter"]["sessions"] == 0


def test_a_server_without_a_request_watches_only(vc: vcenter.Client, sim: Any) -> None:
    server = vc.server()
    assert not server.supports("start")
    with pytest.raises(backupjobs.UnsupportedError, match="no backup request"):
        server.start(APPLIANCE)
    run = vc.create_backup_job(plan())
    server.stop(APPLIANCE)
    assert server.run(APPLIANCE, run.id).outcome == "failed"


def test_a_request_can_be_looked_at_but_for_its_passwords() -> None:
    request = plan(parts=("seat",), location_user="svc", location_password="hidden-1", backup_password="Hidden-2!")
    assert (request.location_type, request.location) == ("FTP", "ftp://backup.example/vc")
    assert (request.parts, request.location_user, request.comment) == (["seat"], "svc", None)
    assert not hasattr(request, "backup_password") and not hasattr(request, "location_password")
    assert "idden" not in repr(request) and repr(request).count("***") == 2


PLACE = "sftp://backup.example.net/vcsa"
SYSTEM = "sn_vc01.example.net"


@pytest.fixture(params=["rest", "api"])
def both(request: pytest.FixtureRequest, sim: Any) -> Iterator[vcenter.Client]:
    """A client of each dialect, of an appliance that has both."""
    sim.knobs({"vcenter.version": "8.0.3"})
    with open_vcenter(sim, dialect=request.param) as client:
        assert client.dialect == request.param
        yield client


def test_the_dialect_is_found(sim: Any) -> None:
    assert vcenter.detect(sim.vcenter.url, ca_file=sim.ca_file) == vcenter.Dialect.REST
    sim.knobs({"vcenter.version": "8.0.3"})
    assert vcenter.detect(sim.vcenter.url, ca_file=sim.ca_file) == vcenter.Dialect.API
    with open_vcenter(sim) as client:
        assert client.dialect is None
        client.login()
        assert client.dialect == vcenter.Dialect.API
    with pytest.raises(backupjobs.UnsupportedError):
        vcenter.detect(sim.teradata.url, ca_file=sim.ca_file)


def test_words_that_are_none_are_refused(sim: Any) -> None:
    for wrong in ({"dialect": "soap"}, {"login": "kerberos"}):
        with pytest.raises(ValueError):
            open_vcenter(sim, **wrong)


def test_port_5480(sim: Any) -> None:
    sim.knobs({"vcenter.port_mode": "5480"})
    with open_vcenter(sim, login=vcenter.LoginMode.BASIC, username="root") as client:
        client.login()
        assert len(client.backup_jobs()) == 3
        with pytest.raises(backupjobs.UnsupportedError):
            client.session()
    assert sim.truth()["vcenter"]["sessions"] == 0


def test_details(both: vcenter.Client, sim: Any) -> None:
    newest = both.backup_details()[0]
    assert (newest.kind, newest.status) == (vcenter.BackupType.SCHEDULED, vcenter.TaskStatus.SUCCEEDED)
    assert newest.progress is not None and newest.progress.completed == newest.progress.total == 100
    assert newest.build is not None and newest.build.build_number == "13010631"
    assert newest.start_time is not None and newest.end_time is not None
    assert (newest.end_time - newest.start_time).total_seconds() == newest.duration
    assert newest.error is None and newest.target is None and newest.user is None
    sim.knobs({"vcenter.details_error": "structure"})
    (failed,) = both.backup_details(ids=["20260112-230000-13010631"])
    assert failed.error is not None and failed.error.error_type == "ERROR"
    assert failed.error.messages[1].default_message == "Full backup not allowed during VM snapshot"


def test_parts(both: vcenter.Client) -> None:
    assert [(part.id, part.optional, part.standalone) for part in both.parts()] == [
        ("common", False, False),
        ("seat", True, False),
        ("supervisors", True, True),
    ]
    name = both.parts()[0].name
    assert name is not None and name.default_message == "Inventory and configuration" and name.params == {}
    assert both.part_size("seat") == 412


def test_validate_backup(both: vcenter.Client, sim: Any) -> None:
    assert both.validate_backup(plan()).status == vcenter.ReturnStatus.OK
    sim.knobs({"vcenter.destination": "job_failed"})
    assert both.validate_backup(plan()).status == vcenter.ReturnStatus.FAIL
    assert api_runs(sim, "vcenter") == []


def test_schedules(both: vcenter.Client, sim: Any) -> None:
    both.create_schedule(
        "weekly",
        PLACE,
        parts=("seat",),
        backup_password="Encrypt-1!",
        location_user="svc",
        location_password="location-pw",
        recurrence_info=vcenter.RecurrenceInfo(3, 30, days=[vcenter.DayOfWeek.SUNDAY]),
        retention_info=vcenter.RetentionInfo(4),
        fast_backup=True,
    )
    made = both.schedule("weekly")
    assert (made.id, made.enable, made.location_user, made.parts) == ("weekly", True, "svc", ["seat"])
    assert made.recurrence_info == vcenter.RecurrenceInfo(3, 30, days=["SUNDAY"])
    assert made.retention_info is not None and made.retention_info.max_count == 4
    assert made.fast_backup is True
    both.update_schedule("weekly", enable=False, parts=[])
    changed = both.schedule("weekly")
    assert (changed.enable, changed.parts, changed.location_user) == (False, [], "svc")
    assert [schedule.id for schedule in both.schedules()] == ["default", "weekly"]
    with pytest.raises(backupjobs.ConflictError):
        both.create_schedule("weekly", PLACE)
    with pytest.raises(backupjobs.InvalidArgumentError, match="changes nothing"):
        both.update_schedule("weekly")
    both.delete_schedule("weekly")
    with pytest.raises(backupjobs.NotFoundError):
        both.schedule("weekly")
    run = both.run_schedule("default", comment="by hand")
    assert run.state == vcenter.ProcessState.INPROGRESS
    assert [(r["id"], r["comment"]) for r in api_runs(sim, "vcenter")] == [(run.id, "by hand")]


def test_archives(both: vcenter.Client) -> None:
    at = vcenter.Location(PLACE, location_user="svc", location_password="hidden-1")
    assert "hidden-1" not in repr(at) and not hasattr(at, "location_password")
    assert both.system_names(at) == [SYSTEM]
    newest, older = both.archives(SYSTEM, at)
    assert newest.timestamp is not None and older.timestamp is not None and newest.timestamp > older.timestamp
    found = both.archives(SYSTEM, at, start_timestamp=newest.timestamp)
    assert [summary.archive for summary in found] == [newest.archive]
    found = both.archives(SYSTEM, at, end_timestamp=older.timestamp, max_results=1)
    assert [summary.archive for summary in found] == [older.archive]
    assert not both.archives(SYSTEM, at, comment_substring="upgrade")
    info = both.archive(SYSTEM, newest.archive, at)
    assert (info.system_name, info.parts, info.version) == (SYSTEM, ["common", "seat"], "6.7.0.30000")


def test_archive_times_need_a_zone(vc: vcenter.Client) -> None:
    with pytest.raises((ValueError, backupjobs.InvalidArgumentError)):
        vc.archives(SYSTEM, vcenter.Location(PLACE), start_timestamp=datetime(2026, 1, 1))


def test_validate_restore(both: vcenter.Client) -> None:
    assert both.recovery_supported() is True
    kept = f"{PLACE}/vCenter/{SYSTEM}/S_6.7.0.30000_20260114-230000_"
    found = both.validate_restore("SFTP", kept, sso_admin_user_name="a", sso_admin_user_password="hidden-1")
    assert (found.applicable, found.boxname, found.sso_login_required) == (False, "vc01.example.net", True)
    assert found.messages[0].default_message == "The backup is of version 6.7.0.30000."
    with pytest.raises(backupjobs.NotFoundError):
        both.validate_restore("SFTP", f"{PLACE}/elsewhere", backup_password="any")


def test_vcenter_6_5_lacks_what_came_later(sim: Any) -> None:
    sim.knobs({"vcenter.version": "6.5"})
    with open_vcenter(sim) as client:
        for call in (client.backup_details, client.schedules, client.recovery_supported):
            with pytest.raises(backupjobs.UnsupportedError, match="does not offer"):
                call()


@pytest.mark.parametrize("action", ["status", "reset_before"])
def test_the_password_in_the_query_is_in_no_exception(vc: vcenter.Client, sim: Any, action: str) -> None:
    at = vcenter.Location(PLACE, location_user="svc", location_password="Canary/7f3a !")
    coded = "loc_spec.location_password=Canary%2F7f3a+%21"
    vc.login()
    said = {"value": {"messages": [{"default_message": f"GET ?{coded}"}]}}
    body: dict[str, Any] = {} if action == "reset_before" else {"status": 500, "body": json.dumps(said)}
    sim.faults(action, system="vcenter", path="/system-name", times=0, **body)
    with pytest.raises(backupjobs.BackupJobsError) as caught:
        vc.system_names(at)
    text = f"{caught.value} {caught.value!r} {vars(caught.value)} {pickle.dumps(caught.value)!r}"
    assert "7f3a" not in text
