"""VMware's SDK lets backups be made at certain times."""

from __future__ import annotations

from typing import Any

import pytest
from com.vmware.appliance.recovery import backup_client
from com.vmware.vapi.std import errors_client as errors

from vmware_appliance import LOCATION, PASSWORD, Appliance, refusal


def recurrence(**members: Any) -> Any:
    return backup_client.Schedules.RecurrenceInfo(**{"minute": 30, "hour": 9, "days": ["THURSDAY"], **members})


def spec_of(**members: Any) -> Any:
    members = {"location": LOCATION, "location_user": "vcbackup", "parts": ["seat"], "enable": True, **members}
    return backup_client.Schedules.CreateSpec(recurrence_info=recurrence(), **members)


@pytest.fixture
def empty(appliance: Appliance) -> Appliance:
    """An appliance without schedules: it has room for one."""
    for schedule in appliance.schedules.list():
        appliance.schedules.delete(schedule)
    return appliance


def test_a_schedule_is_made_changed_and_removed(empty: Appliance) -> None:
    retention = backup_client.Schedules.RetentionInfo(max_count=3)
    spec = spec_of(location_password="pw", backup_password=PASSWORD, retention_info=retention)
    assert empty.schedules.create("default", spec) is None
    (name,) = empty.schedules.list()
    made = empty.schedules.get("default")
    assert (name, made.location, made.location_user, made.enable) == ("default", LOCATION, "vcbackup", True)
    assert (made.recurrence_info.hour, made.recurrence_info.minute, made.retention_info.max_count) == (9, 30, 3)
    assert list(made.recurrence_info.days) == ["THURSDAY"]
    update = backup_client.Schedules.UpdateSpec(enable=False)
    assert empty.schedules.update("default", update) is None
    changed = empty.schedules.get("default")
    assert (changed.enable, changed.location, changed.recurrence_info.hour) == (False, LOCATION, 9)
    assert empty.schedules.delete("default") is None
    assert empty.schedules.list() == {}


def test_a_schedule_is_run_at_once(empty: Appliance) -> None:
    empty.schedules.create("default", spec_of())
    started = empty.schedules.run("default", "by hand")
    run = empty.runs[0]
    assert (started.id, started.state) == (run["id"], "INPROGRESS")
    assert (run["comment"], run["location"]) == ("by hand", LOCATION)
    refusal(errors.FeatureInUse, lambda: empty.schedules.run("default"))


def test_a_schedule_runs_when_its_time_has_come(empty: Appliance) -> None:
    before = {run["id"] for run in empty.runs}
    empty.schedules.create("default", spec_of())
    empty.sim.advance(90 * 60 + 30)
    (fresh,) = [run for run in empty.runs if run["id"] not in before]
    assert (fresh["origin"], fresh["id"][:15]) == ("scheduler", "20260115-093000")


def test_schedules_that_are_refused(empty: Appliance) -> None:
    refusal(errors.NotFound, lambda: empty.schedules.get("none"))
    refusal(errors.NotFound, lambda: empty.schedules.run("none"))
    refusal(errors.NotFound, lambda: empty.schedules.delete("none"))
    refusal(errors.NotFound, lambda: empty.schedules.update("none", backup_client.Schedules.UpdateSpec(enable=False)))
    refusal(errors.InvalidArgument, lambda: empty.schedules.create("default", spec_of(backup_password="weak")))
    empty.schedules.create("default", spec_of())
    refusal(errors.AlreadyExists, lambda: empty.schedules.create("default", spec_of()))
    assert list(empty.schedules.list()) == ["default"]
