"""Clock, faults and journal without pytest's fixtures, and programs that know nothing of the simulator."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime, timedelta, timezone

import pytest

from backupjobs_sim import Clock, Faults, Journal, Simulator, SimulatorError

START = datetime(2026, 1, 15, 8, tzinfo=timezone.utc)


def test_the_clock(backupjobs_sim: Simulator) -> None:
    clock = Clock(backupjobs_sim)
    assert clock.now == START
    assert clock.advance(60) == START + timedelta(minutes=1)
    assert clock.advance(timedelta(minutes=1)) == clock.now == START + timedelta(minutes=2)
    assert clock.advance(days=1, hours=1) == START + timedelta(days=1, hours=1, minutes=2)
    clock.per_request(minutes=1)
    assert backupjobs_sim.clock()["per_request_s"] == 60
    clock.run(scale=60)
    assert backupjobs_sim.clock()["mode"] == "real"
    clock.stop()
    assert clock.now == clock.now
    for wrong in (clock.advance, clock.per_request):
        with pytest.raises(TypeError, match="timedelta"):
            wrong()
        with pytest.raises(TypeError):
            wrong(1, hours=1)


def test_faults(backupjobs_sim: Simulator) -> None:
    faults = Faults(backupjobs_sim)
    with faults.add("reset_after", system="veeam", times=0) as fault:
        assert [other.id for other in faults] == [fault.id] and (fault.seen, fault.hits) == (0, 0)
    assert len(faults) == 0
    with pytest.raises(SimulatorError, match="has been removed"):
        _ = fault.hits
    with faults.add("reset_after") as fault:
        fault.remove()
    faults.add("reset_after")
    faults.clear()
    assert list(faults) == []


def test_a_program_written_with_curl(backupjobs_sim: Simulator) -> None:
    script = 'curl -sS --data-urlencode "username=$VEEAM_USER" --data-urlencode "password=$VEEAM_PASSWORD"'
    script += ' --data grant_type=password "$VEEAM_URL/v6/Token"'
    environment = {**os.environ, "https_proxy": "http://127.0.0.1:9", **backupjobs_sim.environment()}
    done = subprocess.run(["sh", "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert '"access_token"' in done.stdout
    journal = Journal(backupjobs_sim)
    assert [(entry.method, entry.path, entry.status) for entry in journal] == [("POST", "/v6/Token", 200)]
    assert backupjobs_sim.veeam.password not in repr(list(journal)) and "grant_type=password" in journal[0].body
    assert journal.requests("teradata") == journal.requests(path="/Jobs") == journal[1:] == []
    journal.clear()
    assert len(journal) == 0


def test_knobs_of_the_start_outlive_a_reset() -> None:
    with Simulator(knobs={"veeam.retries": "always", "vcenter.version": "9.1"}) as sim:
        sim.knobs({"veeam.retries": "never"})
        sim.reset()
        assert (sim.knobs()["veeam.retries"], sim.knobs()["vcenter.version"]) == ("always", "9.1")
        assert sim.running
    assert not sim.running
