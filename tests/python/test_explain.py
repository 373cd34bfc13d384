"""What the vendor has to say about a run."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from conftest import VEEAM_JOB, open_veeam

import backupjobs

FAST = {"poll_min": 0.001, "poll_max": 0.001}


def test_an_account_of_a_run(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    sim.clock(per_request_s=5)
    sim.script(server.system, job, outcome="failed", message="the tape is full")
    run = server.wait(job, server.start(job, look_every=0.001).run, **FAST)
    assert run.outcome == "failed"
    account = server.explain(server.job(job), run)
    assert account.run == run
    assert isinstance(account.lines, tuple) and all(isinstance(line, backupjobs.Line) for line in account.lines)
    first, *rest = str(account).splitlines()
    assert first.startswith(f"{server.system} run {run.id} of job {job}: finished, failed ({run.raw_status})")
    assert rest == [f"  {line}" for line in account.lines]
    assert all(line.text and line.text.split()[0] in str(line) for line in account.lines)
    for value in (account, *account.lines):
        for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
            assert again == value and hash(again) == hash(value)
            assert str(again) == str(value) and repr(again) == repr(value)
    assert repr(account).startswith("Account(run=Run(")
    with pytest.raises(AttributeError):
        account.run = None


@pytest.mark.parametrize("version", ["v2", "v5", "v6"])
def test_log_items(sim: Any, version: str) -> None:
    with open_veeam(sim, version) as client:
        server = client.server()
        (run,) = server.runs(VEEAM_JOB, limit=1)
        items = client.log_items(run.id)
        assert len(items) >= 2
        for item in items:
            assert item.title == f"[{item.severity}] {item.sentence}"
            assert item.creation_time is not None and item.creation_time_raw is not None
            assert isinstance(item.usn, int) and isinstance(item.extra, dict)
            assert pickle.loads(pickle.dumps(item)) == item and repr(item).startswith("LogItem(id=")
            assert type(item).__module__ == "backupjobs.veeam"
        times = [item.creation_time for item in items]
        assert times == sorted(times), "oldest first"
        account = server.explain(VEEAM_JOB, run.id)
        assert [line.text for line in account.lines][: len(items)] == [item.sentence for item in items]
        assert [line.severity for line in account.lines][: len(items)] == [item.severity for item in items]
        assert account.lines[0].at == items[0].creation_time
        with pytest.raises(backupjobs.InvalidArgumentError):
            client.log_items("not an id")


def test_half_an_account_is_better_than_none(sim: Any) -> None:
    with open_veeam(sim, retries=0).server() as server:
        (run,) = server.runs(VEEAM_JOB, limit=1)
        sim.faults("status", system="veeam", path="LogItems", status=503)
        account = server.explain(VEEAM_JOB, run)
        assert account.run == run
        assert any("could not be read" in line.text for line in account.lines)
        assert account.lines[0].at is None and account.lines[0].severity is None


def test_no_such_run(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        with pytest.raises(backupjobs.NotFoundError):
            server.explain(VEEAM_JOB, "00000000-0000-4000-8000-000000000000")
