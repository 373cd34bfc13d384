"""VMware's SDK finds what lies at a location, and restores it."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Any

from com.vmware.appliance import recovery_client
from com.vmware.appliance.recovery import backup_client, reconciliation_client, restore_client
from com.vmware.appliance.recovery.backup import system_name_client
from com.vmware.vapi.std import errors_client as errors

from vmware_appliance import APPLIANCE, LOCATION, NOW, PASSWORD, Appliance, refusal, request_of


def location() -> Any:
    return backup_client.LocationSpec(location=LOCATION, location_user="vcbackup", location_password="pw")


def made_archive(appliance: Appliance) -> tuple[str, str]:
    """A backup that has just ended well: the appliance's name at the location, and the archive's."""
    appliance.sim.script("vcenter", APPLIANCE, "success", duration_s=10)
    appliance.jobs.create(request_of(backup_client.Job, backup_password=PASSWORD, comment="before the upgrade"))
    appliance.sim.advance(11)
    (name,) = appliance.system_names.list(location())
    return name, appliance.runs[0]["id"]


def test_a_backup_lies_at_its_location(rpc: Appliance) -> None:
    name, run = made_archive(rpc)
    found = rpc.archives.list(location(), name, system_name_client.Archive.FilterSpec())
    assert len(found) == len([run for run in rpc.runs if run["outcome"] == "success"])
    (mine,) = [one for one in found if one.comment == "before the upgrade"]
    assert run[:15] in mine.archive
    info = rpc.archives.get(location(), name, mine.archive)
    assert (info.system_name, info.comment, info.version) == (name, "before the upgrade", mine.version)
    # By the SDK's words the one is when it was started, the other when it was completed.
    assert mine.timestamp.replace(tzinfo=timezone.utc) == NOW
    assert info.timestamp.replace(tzinfo=timezone.utc) == NOW + timedelta(seconds=10)
    refusal(errors.NotFound, lambda: rpc.archives.get(location(), name, "M_none"))


def test_archives_are_filtered(rpc: Appliance) -> None:
    name, _ = made_archive(rpc)

    def filtered(**members: Any) -> list[str]:
        spec = system_name_client.Archive.FilterSpec(**members)
        return [one.comment for one in rpc.archives.list(location(), name, spec)]

    assert filtered(comment_substring="upgrade") == ["before the upgrade"]
    assert filtered(comment_substring="nothing like it") == []
    assert filtered(start_timestamp=NOW.replace(tzinfo=None)) == ["before the upgrade"]
    assert len(filtered(max_results=1)) == 1 < len(filtered())


def test_nothing_lies_elsewhere(rpc: Appliance) -> None:
    elsewhere = backup_client.LocationSpec(location="sftp://backup.example.net/elsewhere")
    refusal(errors.NotFound, lambda: rpc.system_names.list(elsewhere))
    refusal(errors.NotFound, lambda: rpc.archives.list(location(), "sn_other", system_name_client.Archive.FilterSpec()))


def restore_of(rpc: Appliance, service: Any, **members: Any) -> Any:
    """A request to restore a backup that has just been made, in the type of that service."""
    name, run = made_archive(rpc)
    found = rpc.archives.list(location(), name, system_name_client.Archive.FilterSpec())
    (archive,) = [one.archive for one in found if run[:15] in one.archive]
    where = rpc.archives.get(location(), name, archive).location
    return service.RestoreRequest(location_type="SFTP", location=where, backup_password=PASSWORD, **members)


def test_a_restore_is_validated(rpc: Appliance) -> None:
    wanted = restore_of(rpc, recovery_client.Restore)
    metadata = rpc.restore.validate(wanted)
    assert (metadata.comment, metadata.applicable) == ("before the upgrade", True)
    assert set(metadata.parts) == {"common", "seat"}
    wanted.backup_password = "Another-1!"
    refusal(errors.InvalidArgument, lambda: rpc.restore.validate(wanted))
    wanted.location = "sftp://backup.example.net/elsewhere"
    refusal(errors.NotFound, lambda: rpc.restore.validate(wanted))


def test_a_restore_is_refused_on_an_appliance_that_runs(appliance: Appliance) -> None:
    wanted = restore_client.Job.RestoreRequest(location_type="SFTP", location=LOCATION, backup_password=PASSWORD)
    refusal(errors.NotAllowedInCurrentState, lambda: appliance.restore_jobs.create(wanted))
    assert appliance.restore_jobs.get().state == "NONE"
    plan = reconciliation_client.Job.CreateSpec()
    refusal(errors.NotAllowedInCurrentState, lambda: appliance.reconciliation.create(plan))
    refusal(errors.NotFound, appliance.reconciliation.get)


def test_a_new_appliance_is_restored(rpc: Appliance) -> None:
    user = {"sso_admin_user_name": rpc.sim.vcenter.username, "sso_admin_user_password": rpc.sim.vcenter.password}
    wanted = restore_of(rpc, restore_client.Job, ignore_warnings=True, **user)
    rpc.sim.knobs({"vcenter.before_firstboot": True})
    assert rpc.restore_jobs.create(wanted).state == "INPROGRESS"
    refusal(errors.FeatureInUse, lambda: rpc.restore_jobs.create(wanted))
    refusal(errors.FeatureInUse, lambda: rpc.jobs.create(request_of(backup_client.Job)))
    assert rpc.restore_jobs.cancel().status == "OK"
    assert rpc.restore_jobs.get().state == "FAILED"
    rpc.restore_jobs.create(wanted)
    rpc.sim.advance(600)
    done = rpc.restore_jobs.get()
    assert (done.state, done.progress) == ("SUCCEEDED", 100)
    assert rpc.reconciliation.create(reconciliation_client.Job.CreateSpec(**user)).status == "RUNNING"
    rpc.sim.advance(600)
    assert rpc.reconciliation.get().status == "SUCCEEDED"
