"""Waiting for several runs at once."""

from __future__ import annotations

import signal
import threading
import time
from typing import Any, Iterator

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, open_teradata, open_veeam

import backupjobs

FAST = {"poll_min": 0.001, "poll_max": 0.001}
OTHER_JOB = "b7c1cc0b-2b3c-4096-9ba1-2d665b4ae504"
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def two(sim: Any) -> Iterator[tuple[backupjobs.Server, list[backupjobs.Run]]]:
    """A server with two running runs; the second one will fail."""
    sim.script("veeam", OTHER_JOB, outcome="failed")
    with open_veeam(sim).server() as server:
        yield server, [server.start(job, look_every=0.001).run for job in (VEEAM_JOB, OTHER_JOB)]


def test_results_are_in_order(two: tuple[Any, Any], sim: Any) -> None:
    server, runs = two
    sim.clock(per_request_s=5)
    seen: list[tuple[int, backupjobs.Progress]] = []
    results = server.wait_all(runs, progress=lambda index, now: seen.append((index, now)), **FAST)
    assert isinstance(results, list)
    assert [(run.id, run.outcome) for run in results] == [(runs[0].id, "success"), (runs[1].id, "failed")]
    assert {index for index, _ in seen} == {0, 1}
    for index, result in enumerate(results):
        last = [now for at, now in seen if at == index][-1]
        assert last.run == result


def test_every_way_to_name_a_run(two: tuple[Any, Any], sim: Any) -> None:
    server, runs = two
    sim.advance(3600)
    ways: list[Any] = [runs[0], (OTHER_JOB, runs[1].id), (server.job(VEEAM_JOB), runs[0])]
    ended = [server.run(VEEAM_JOB, runs[0]), server.run(OTHER_JOB, runs[1])]
    assert server.wait_all(ways, **FAST) == [*ended, ended[0]]
    assert server.wait_all((way for way in ways), **FAST) == [*ended, ended[0]]
    assert server.wait_all(server.runs(VEEAM_JOB, limit=1), **FAST) == ended[:1]
    assert server.wait_all([]) == []
    for wrong in ("runs", [runs[0].id], [(VEEAM_JOB,)], [5], 5, None):
        with pytest.raises(TypeError):
            server.wait_all(wrong)


def test_each_has_its_own_error(two: tuple[Any, Any], sim: Any) -> None:
    server, runs = two
    sim.advance(3600)
    ended, missing, wrong = server.wait_all(
        [runs[0], (VEEAM_JOB, NOBODY), (VEEAM_JOB, "not an id")], unreachable=0, **FAST
    )
    assert ended.outcome == "success"
    assert isinstance(missing, backupjobs.NotFoundError) and NOBODY in str(missing)
    assert isinstance(wrong, backupjobs.InvalidArgumentError)
    assert missing.operation == "server.wait_all" and missing.server == server.url


def test_deadline(two: tuple[Any, Any]) -> None:
    server, runs = two
    began = time.monotonic()
    results = server.wait_all(runs, deadline=0.05, **FAST)
    assert time.monotonic() - began < 2
    assert [type(result) for result in results] == [backupjobs.DeadlineError] * 2
    assert all(run.id in str(error) for run, error in zip(runs, results))


def test_a_cancel_token_ends_all(two: tuple[Any, Any]) -> None:
    server, runs = two
    token = backupjobs.CancelToken()
    threading.Timer(0.1, token.cancel).start()
    results = server.with_cancel(token).wait_all(runs, poll_min=60, poll_max=60)
    assert [type(result) for result in results] == [backupjobs.OperationCancelledError] * 2
    assert server.run(VEEAM_JOB, runs[0]).is_active


class Stop(Exception):
    pass


@pytest.mark.parametrize("ended", [False, True])
def test_what_progress_raises_ends_the_wait(two: tuple[Any, Any], sim: Any, ended: bool) -> None:
    server, runs = two
    calls: list[int] = []
    if ended:
        sim.advance(3600)

    def progress(index: int, _: backupjobs.Progress) -> None:
        calls.append(index)
        raise Stop("enough")

    with pytest.raises(Stop, match="enough") as caught:
        server.wait_all(runs, progress=progress, **FAST)
    assert calls == [0], "nothing is told after that"
    if not ended:
        assert isinstance(caught.value.__context__, backupjobs.OperationCancelledError)


def test_a_signal_handler_that_raises_ends_the_wait(two: tuple[Any, Any]) -> None:
    server, runs = two

    def handler(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with pytest.raises(KeyboardInterrupt) as caught:
            server.wait_all(runs, poll_min=60, poll_max=60)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert isinstance(caught.value.__context__, backupjobs.OperationCancelledError)


def test_other_systems(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    sim.clock(per_request_s=5)
    run = server.start(job, look_every=0.001).run
    first, second = server.wait_all([run, (job, run.id)], **FAST)
    assert first == second and first.outcome == "success"


def test_one_list_request_for_all(sim: Any) -> None:
    with open_teradata(sim).server() as server:
        runs = [server.start(job).run for job in (TERADATA_JOB, "71")]
        sim.advance(7200)
        sim.clear_journal()
        assert all(run.outcome == "success" for run in server.wait_all(runs, **FAST))
        assert len(sim.journal()) == 1
