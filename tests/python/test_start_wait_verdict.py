"""Start, wait, verdict in the common model, on every system."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, api_runs, open_teradata, open_veeam

import backupjobs
from backupjobs import Level, Outcome, Phase

FAST = {"poll_min": 0.001, "poll_max": timedelta(milliseconds=1)}


def test_start_wait_verdict(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    sim.clock(per_request_s=5)
    seen: list[backupjobs.Progress] = []
    started = server.start(server.job(job), look_every=0.001)
    assert started.run.job_id == job
    assert started.origin in ("ours", "indistinguishable")
    assert started.run.is_active
    run = server.wait(job, started.run, progress=seen.append, **FAST)
    assert (run.phase, run.outcome, run.id) == (Phase.FINISHED, Outcome.SUCCESS, started.run.id)
    assert not run.is_active
    assert run.started is not None and run.ended is not None and run.ended > run.started
    assert run.verdict() == backupjobs.verdict(run)
    assert run.verdict().level == Level.OK
    assert run.id in run.verdict().reason and run.raw_status in run.verdict().reason
    (truth,) = api_runs(sim, server.system)
    assert (truth["id"], truth["outcome"]) == (run.id, "success")
    assert seen[-1].run == run
    assert [p.polls for p in seen] == list(range(1, len(seen) + 1))
    assert seen[-1].next_poll == timedelta(0) and seen[0].trouble is None
    assert server.runs(job, limit=1) == [run]


@pytest.mark.parametrize(
    ("outcome", "level", "exit_code", "tolerant"),
    [("warning", "warning", 1, "ok"), ("failed", "critical", 2, "critical"), ("Splendid", "unknown", 3, "unknown")],
)
def test_verdicts(sim: Any, outcome: str, level: str, exit_code: int, tolerant: str) -> None:
    sim.clock(per_request_s=5)
    sim.script("veeam", VEEAM_JOB, outcome=outcome)
    with open_veeam(sim).server() as server:
        run = server.wait(VEEAM_JOB, server.start(VEEAM_JOB, look_every=0.001).run, **FAST)
    assert (run.verdict().level, run.verdict().exit_code) == (level, exit_code)
    assert run.verdict(warnings_ok=True).level == backupjobs.verdict(run, warnings_ok=True).level == tolerant


def test_if_running(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    first = server.start(job, look_every=0.001).run
    for word, origin in (("adopt", "adopted"), ("skip", "skipped")):
        again = server.start(job, if_running=word)
        assert (again.run.id, again.origin) == (first.id, origin)
    with pytest.raises(backupjobs.AlreadyRunningError, match=first.id):
        server.start(job, if_running=backupjobs.IfRunning.FAIL)
    with pytest.raises(backupjobs.InvalidArgumentError, match="adopt, fail, skip"):
        server.start(job, if_running="perhaps")
    assert len(api_runs(sim, server.system)) == 1


def test_a_lost_answer_does_not_start_twice(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    server.jobs()
    sim.faults("reset_after", system=server.system, method="POST")
    started = server.start(job, look_every=0.001)
    assert started.origin == "indistinguishable"
    assert [run["id"] for run in api_runs(sim, server.system)] == [started.run.id]


def test_deadline(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    run = server.start(job, look_every=0.001).run
    began = time.monotonic()
    with pytest.raises(TimeoutError) as caught:
        server.wait(job, run, deadline=0.05, **FAST)
    assert time.monotonic() - began < 1
    assert isinstance(caught.value, backupjobs.DeadlineError)
    assert caught.value.kind == "deadline" and run.id in str(caught.value)


def test_a_cancel_token_ends_a_wait(opened: tuple[Any, str]) -> None:
    server, job = opened
    run = server.start(job, look_every=0.001).run
    token = backupjobs.CancelToken()
    threading.Timer(0.1, token.cancel).start()
    began = time.monotonic()
    with pytest.raises(backupjobs.OperationCancelledError):
        server.with_cancel(token).wait(job, run, poll_min=60, poll_max=60)
    assert time.monotonic() - began < 1
    assert token.is_cancelled
    assert server.run(job, run).is_active, "the server without the token goes on"
    with pytest.raises(backupjobs.OperationCancelledError):
        server.with_cancel(token).jobs()


def test_tokens_reach_servers_of_their_client(sim: Any) -> None:
    token = backupjobs.CancelToken()
    token.cancel()
    with open_veeam(sim) as client:
        with pytest.raises(backupjobs.OperationCancelledError):
            client.with_cancel(token).server().jobs()
        assert len(client.server().jobs()) > 0


class Stop(Exception):
    pass


@pytest.mark.parametrize("at", [1, 3])
def test_what_progress_raises_ends_the_wait(opened: tuple[Any, str], sim: Any, at: int) -> None:
    server, job = opened
    run = server.start(job, look_every=0.001).run
    looks = 0

    def progress(_: backupjobs.Progress) -> None:
        nonlocal looks
        looks += 1
        if looks == at:
            raise Stop("enough")

    with pytest.raises(Stop, match="enough") as caught:
        server.wait(job, run, progress=progress, **FAST)
    assert looks == at
    context = caught.value.__context__
    assert isinstance(context, backupjobs.OperationCancelledError) and run.id in str(context)
    sim.advance(3600)
    with pytest.raises(Stop):
        looks = at - 1
        server.wait(job, run, progress=progress, **FAST)


def test_progress_may_use_the_server(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    sim.clock(per_request_s=5)
    run = server.start(job, look_every=0.001).run
    inner: list[str] = []
    server.wait(job, run, progress=lambda _: inner.append(server.job(job).id), **FAST)
    assert set(inner) == {job}


def test_trouble_is_told_and_survived(sim: Any) -> None:
    with open_veeam(sim, retries=0).server() as server:
        run = server.start(VEEAM_JOB, look_every=0.001).run
        sim.faults("status", system="veeam", method="GET", status=503, times=2)
        seen: list[backupjobs.Progress] = []

        def progress(p: backupjobs.Progress) -> None:
            seen.append(p)
            if len(seen) == 2:
                sim.advance(3600)

        assert server.wait(VEEAM_JOB, run, progress=progress, **FAST).outcome == "success"
        assert [p.trouble is None for p in seen] == [False, False, True]
        assert seen[0].run is None
        assert "trouble=" in repr(seen[0]) and "run=Run(" in repr(seen[2])


def test_verbs(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        server.disable(VEEAM_JOB)
        assert server.job(VEEAM_JOB).enabled is False
        server.enable(VEEAM_JOB)
        assert server.job(VEEAM_JOB).enabled is True
        server.start(VEEAM_JOB, full=True, look_every=0.001)
        server.stop(VEEAM_JOB)
        sim.advance(10)
        assert server.runs(VEEAM_JOB, limit=1)[0].outcome == "stopped"
        assert all(server.supports(verb) for verb in ("start", "stop", "enable", "disable", "start_full"))
        with pytest.raises(backupjobs.InvalidArgumentError, match="start_full"):
            server.supports("explode")


def test_full_and_incremental(sim: Any) -> None:
    with open_teradata(sim).server() as server:
        server.start(TERADATA_JOB, full=False)
        assert api_runs(sim, "teradata")[0]["run_type"] == "DELTA"


def test_settle_without_a_run_is_outcome_unknown(sim: Any) -> None:
    sim.knobs({"veeam.session_lag": 1000})
    with open_veeam(sim).server() as server:
        began = time.monotonic()
        with pytest.raises(backupjobs.OutcomeUnknownError):
            server.start(VEEAM_JOB, settle=0.05, look_every=0.01)
        assert time.monotonic() - began < 2
