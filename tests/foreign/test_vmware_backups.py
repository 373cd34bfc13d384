"""VMware's SDK starts backups, watches them and looks at what there is."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Any

import pytest
from com.vmware.appliance import recovery_client
from com.vmware.appliance.recovery import backup_client
from com.vmware.appliance.recovery.backup import job_client
from com.vmware.vapi.std import errors_client as errors
from vmware.vapi.vsphere.client import create_vsphere_client

from vmware_appliance import APPLIANCE, LOCATION, NOW, PASSWORD, Appliance, open_appliance, refusal, request_of, trusted


def test_the_clients_own_way_in_and_out(sim: Any) -> None:
    access = sim.vcenter
    server = access.url.removeprefix("https://")
    client = create_vsphere_client(
        server=server, username=access.username, password=access.password, session=trusted(sim)
    )
    assert sim.truth()["vcenter"]["sessions"] == 1
    assert client.appliance.recovery.backup.Job.list()[0] == max(run["id"] for run in sim.truth()["vcenter"]["runs"])
    assert client.session_svc.get().user.lower() == access.username.lower()
    client.session_svc.delete()
    assert sim.truth()["vcenter"]["sessions"] == 0


def test_a_session_is_seen_and_ended(appliance: Appliance) -> None:
    assert appliance.truth["sessions"] == 1
    # Over /rest the SDK sends a GET, which no page of the vendor knows.
    appliance.sim.knobs({"vcenter.rest_session_by_get": True})
    info = appliance.login.get()
    assert (info.user.lower(), info.created_time.replace(tzinfo=timezone.utc)) == (appliance.sim.vcenter.username, NOW)
    appliance.login.delete()
    assert appliance.truth["sessions"] == 0
    refusal(errors.Unauthenticated, appliance.jobs.list)


def test_a_backup_is_started_watched_and_ends(appliance: Appliance) -> None:
    appliance.sim.script("vcenter", APPLIANCE, "success", duration_s=100)
    wanted = {"backup_password": PASSWORD, "location_user": "vcbackup", "location_password": "pw", "comment": "nightly"}
    started = appliance.jobs.create(request_of(backup_client.Job, **wanted))
    run = appliance.runs[0]
    assert (started.id, started.state, started.end_time) == (run["id"], "INPROGRESS", None)
    assert started.start_time.replace(tzinfo=timezone.utc) == NOW
    assert (run["origin"], run["comment"], run["encrypted"], run["location"]) == ("api", "nightly", True, LOCATION)
    appliance.sim.advance(50)
    half = appliance.jobs.get(started.id)
    assert half.state == "INPROGRESS" and 0 < half.progress < 100
    assert all(message.id and message.default_message for message in half.messages)
    appliance.sim.advance(51)
    ended = appliance.jobs.get(started.id)
    assert (ended.state, ended.progress, appliance.runs[0]["outcome"]) == ("SUCCEEDED", 100, "success")
    assert ended.end_time.replace(tzinfo=timezone.utc) == NOW + timedelta(seconds=100)


def test_the_list_has_the_newest_first(appliance: Appliance) -> None:
    assert appliance.jobs.list() == [run["id"] for run in appliance.runs]
    started = appliance.jobs.create(request_of(backup_client.Job))
    assert appliance.jobs.list()[0] == started.id


def test_a_failed_backup_says_why(appliance: Appliance) -> None:
    why = "Full backup not allowed during VM snapshot"
    appliance.sim.script("vcenter", APPLIANCE, "failed", duration_s=10, message=why)
    started = appliance.jobs.create(request_of(backup_client.Job))
    appliance.sim.advance(11)
    status = appliance.jobs.get(started.id)
    assert status.state == "FAILED"
    assert why in [message.default_message for message in status.messages]


def test_a_cancelled_backup_ends_as_failed(appliance: Appliance) -> None:
    started = appliance.jobs.create(request_of(backup_client.Job))
    assert appliance.jobs.cancel(started.id).status == "OK"
    assert appliance.jobs.get(started.id).state == "FAILED"
    assert appliance.runs[0]["outcome"] == "stopped"


def test_the_recovery_is_supported(appliance: Appliance) -> None:
    assert appliance.recovery.get().supported is True


def test_parts_and_their_sizes(appliance: Appliance) -> None:
    parts = {part.id: part for part in appliance.parts.list()}
    assert parts["common"].optional is False and parts["seat"].optional is True
    assert parts["common"].name.default_message
    sizes = {part: appliance.parts.get(part) for part in parts}
    assert all(isinstance(size, int) and size > 0 for size in sizes.values()), sizes


def test_validate_starts_nothing(appliance: Appliance) -> None:
    runs = len(appliance.runs)
    result = appliance.backup.validate(request_of(recovery_client.Backup))
    assert (result.status, len(appliance.runs)) == ("OK", runs)
    appliance.sim.knobs({"vcenter.destination": "job_failed"})
    assert appliance.backup.validate(request_of(recovery_client.Backup)).status == "FAIL"


def test_details_of_the_jobs_that_were_asked_for(appliance: Appliance) -> None:
    appliance.sim.script("vcenter", APPLIANCE, "success", duration_s=100)
    started = appliance.jobs.create(request_of(backup_client.Job))
    appliance.sim.advance(40)
    found = appliance.details.list(job_client.Details.FilterSpec(jobs={started.id}))
    # Over /rest the SDK writes the filter into the body of a GET, where no server looks for it.
    assert set(found) == ({started.id} if appliance.protocol == "rpc" else {run["id"] for run in appliance.runs})
    running = found[started.id]
    assert (running.status, running.type, running.location) == ("RUNNING", "MANUAL", LOCATION)
    assert running.progress.total >= running.progress.completed > 0 and running.duration == 40
    appliance.sim.advance(61)
    all_of_them = appliance.details.list()
    assert set(all_of_them) == {run["id"] for run in appliance.runs}
    for run in appliance.runs:
        word = {"success": "SUCCEEDED", "failed": "FAILED"}[run["outcome"]]
        kind = {"api": "MANUAL", "scheduler": "SCHEDULED"}[run["origin"]]
        assert (all_of_them[run["id"]].status, all_of_them[run["id"]].type) == (word, kind)
    assert all_of_them[started.id].build.build_number in started.id


@pytest.mark.parametrize("version", ["6.5", "6.7", "7.0.0", "7.0.2", "8.0.2"])
def test_an_older_appliance_makes_backups_too(sim: Any, version: str) -> None:
    sim.knobs({"vcenter.version": version})
    appliance = open_appliance(sim, "rpc")
    started = appliance.jobs.create(request_of(backup_client.Job, location_type="FTP", location="ftp://backup/vcsa"))
    sim.advance(600)
    assert appliance.jobs.get(started.id).state == "SUCCEEDED"
    assert appliance.runs[0]["outcome"] == "success"
