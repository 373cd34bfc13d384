"""Every operation on vCenter, against the simulator."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

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
