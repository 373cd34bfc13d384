"""Every class of error that VMware's SDK has, by what makes the appliance give it."""

from __future__ import annotations

from typing import Any

import pytest
import requests
from com.vmware.appliance import recovery_client
from com.vmware.appliance.recovery import backup_client
from com.vmware.vapi.std import errors_client as errors

from vmware_appliance import Appliance, open_appliance, refusal, request_of


def test_without_a_session(appliance: Appliance) -> None:
    appliance.sim.revoke("vcenter")
    refusal(errors.Unauthenticated, lambda: appliance.jobs.create(request_of(backup_client.Job)))
    assert all(run["origin"] == "scheduler" for run in appliance.runs)


@pytest.mark.parametrize("protocol", ["rpc", "rest"])
def test_with_a_wrong_password(sim: Any, protocol: str) -> None:
    error = refusal(errors.Unauthenticated, lambda: open_appliance(sim, protocol, password="wrong"))
    assert error.get_status_code() == (401 if protocol == "rest" else 0)
    assert sim.truth()["vcenter"]["sessions"] == 0


@pytest.mark.parametrize("protocol", ["rpc", "rest"])
def test_as_a_user_outside_the_group(sim: Any, protocol: str) -> None:
    other = sim.vcenter["operator"]
    appliance = open_appliance(sim, protocol, other["username"], other["password"])
    refusal(errors.Unauthorized, appliance.jobs.list)
    refusal(errors.Unauthorized, lambda: appliance.jobs.create(request_of(backup_client.Job)))
    assert all(run["origin"] == "scheduler" for run in appliance.runs)


def test_with_too_many_sessions(sim: Any) -> None:
    """Not over /rest: there the SDK takes every failed login for Unauthenticated."""
    sim.knobs({"vcenter.max_sessions": 1})
    open_appliance(sim, "rpc")
    refusal(errors.ServiceUnavailable, lambda: open_appliance(sim, "rpc"))
    assert sim.truth()["vcenter"]["sessions"] == 1


def test_while_a_backup_runs(appliance: Appliance) -> None:
    appliance.jobs.create(request_of(backup_client.Job))
    runs = len(appliance.runs)
    refusal(errors.FeatureInUse, lambda: appliance.jobs.create(request_of(backup_client.Job)))
    refusal(errors.FeatureInUse, lambda: appliance.backup.validate(request_of(recovery_client.Backup)))
    assert len(appliance.runs) == runs


def test_for_a_job_that_is_not_there(appliance: Appliance) -> None:
    refusal(errors.NotFound, lambda: appliance.jobs.get("20200101-000000-1"))
    refusal(errors.NotFound, lambda: appliance.jobs.cancel("20200101-000000-1"))


def test_with_a_password_that_is_too_weak(appliance: Appliance) -> None:
    def create() -> Any:
        return appliance.jobs.create(request_of(backup_client.Job, backup_password="weak"))

    refusal(errors.Error, create)
    appliance.sim.knobs({"vcenter.password_violation": "invalid_argument"})
    refusal(errors.InvalidArgument, create)
    assert all(run["origin"] == "scheduler" for run in appliance.runs)


def test_with_a_word_that_the_appliance_does_not_know(appliance: Appliance) -> None:
    wanted = request_of(backup_client.Job, location_type="GOPHER")
    refusal(errors.InvalidArgument, lambda: appliance.jobs.create(wanted))
    assert all(run["origin"] == "scheduler" for run in appliance.runs)


def test_with_a_destination_that_does_not_answer(appliance: Appliance) -> None:
    appliance.sim.knobs({"vcenter.destination": "error"})
    refusal(errors.Error, lambda: appliance.jobs.create(request_of(backup_client.Job)))
    assert all(run["origin"] == "scheduler" for run in appliance.runs)


def test_for_what_came_with_a_later_version(sim: Any) -> None:
    sim.knobs({"vcenter.version": "6.5"})
    old = open_appliance(sim, "rpc")
    refusal(errors.OperationNotFound, old.details.list)
    refusal(errors.OperationNotFound, old.schedules.list)
    refusal(errors.UnexpectedInput, lambda: old.jobs.create(request_of(backup_client.Job, fast_backup=True)))
    assert all(run["origin"] == "scheduler" for run in old.runs)


def test_with_a_request_that_takes_too_long(sim: Any) -> None:
    """An answer that is no JSON-RPC is an error of the connection, not of the appliance."""
    appliance = open_appliance(sim, "rpc")
    sim.faults("status_after", system="vcenter", method="POST", status=504, body="")
    with pytest.raises(requests.HTTPError):
        appliance.jobs.create(request_of(backup_client.Job))
    assert appliance.runs[0]["origin"] == "api"
