"""Many waits on one server, for asyncio: they share a thread and the requests of one."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from conftest import VEEAM_JOB, open_veeam

import backupjobs
from backupjobs import aio

FAST = {"poll_min": 0.001, "poll_max": 0.001}
SLOW = {"poll_min": 60, "poll_max": 60}


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("backupjobs-aio-")]


def gets(sim: Any) -> list[str]:
    return [entry["path"] for entry in sim.journal() if entry["method"] == "GET"]


def with_run(sim: Any, use: Any) -> None:
    """Calls a coroutine function with a server, and a run on it that goes on until the clock moves."""

    async def main() -> None:
        async with aio.Server(open_veeam(sim).server()) as server:
            run = (await server.start(VEEAM_JOB, look_every=0.001)).run
            sim.clear_journal()
            await asyncio.wait_for(use(server, run), 30)
            assert threads() == []

    asyncio.run(main())


def test_five_hundred_waits_send_the_requests_of_one(sim: Any) -> None:
    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        sim.clock(per_request_s=20)
        ends = await asyncio.gather(*(server.wait(VEEAM_JOB, run, **FAST) for _ in range(500)))
        assert {end.outcome for end in ends} == {"success"} and len(ends) == 500
        # One alone takes as many looks as there are steps of 20 s to the end; the first may come before all are there.
        shared = len(gets(sim))
        alone = 60 // 20 + 1
        assert shared <= alone + 2, gets(sim)

    with_run(sim, use)


def test_one_thread_for_all_and_none_after(sim: Any) -> None:
    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        tasks = [asyncio.create_task(server.wait(VEEAM_JOB, run, **SLOW)) for _ in range(50)]
        await asyncio.sleep(0.3)
        assert len(threads()) == 1
        for task in tasks[1:]:
            task.cancel()
        ends = await asyncio.gather(*tasks[1:], return_exceptions=True)
        assert all(isinstance(end, asyncio.CancelledError) for end in ends)
        assert len(threads()) == 1, "one still waits"
        late = asyncio.create_task(server.wait(VEEAM_JOB, run, **SLOW))
        await asyncio.sleep(0.1)
        tasks[0].cancel()
        late.cancel()
        await asyncio.gather(tasks[0], late, return_exceptions=True)
        assert threads() == []

    with_run(sim, use)


def test_each_has_its_own_deadline_token_and_progress(sim: Any) -> None:
    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        token = backupjobs.CancelToken()
        told: dict[str, int] = {"plain": 0, "awaited": 0}

        def plain(_: backupjobs.Progress) -> None:
            told["plain"] += 1

        async def awaited(_: backupjobs.Progress) -> None:
            told["awaited"] += 1
            raise LookupError("enough")

        goes_on = asyncio.create_task(server.wait(VEEAM_JOB, run, progress=plain, **SLOW))
        waits = [
            server.wait(VEEAM_JOB, run, deadline=0.2, **SLOW),
            server.with_cancel(token).wait(VEEAM_JOB, run, **SLOW),
            server.wait(VEEAM_JOB, run, progress=awaited, **SLOW),
            server.wait(VEEAM_JOB, "not an id", **SLOW),
        ]
        asyncio.get_running_loop().call_later(0.2, token.cancel)
        late, cancelled, raised, refused = await asyncio.gather(*waits, return_exceptions=True)
        assert isinstance(late, backupjobs.DeadlineError) and run.id in str(late)
        assert isinstance(cancelled, backupjobs.OperationCancelledError) and run.id in str(cancelled)
        assert isinstance(raised, LookupError) and isinstance(raised.__context__, backupjobs.OperationCancelledError)
        assert isinstance(refused, backupjobs.InvalidArgumentError)
        assert told["plain"] >= 1 and told["awaited"] == 1 and not goes_on.done()
        sim.advance(3600)
        quick = await server.wait(VEEAM_JOB, run, **FAST)
        assert await goes_on == quick, "whoever looks, looks for all"

    with_run(sim, use)


def test_cancelling_breaks_off_the_request_under_way(sim: Any) -> None:
    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        sim.faults("stall_before", system="veeam", method="GET", times=0)
        tasks = [asyncio.create_task(server.wait(VEEAM_JOB, run, **SLOW)) for _ in range(3)]
        await asyncio.sleep(0.3)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert threads() == []
        sim.clear_faults()

    with_run(sim, use)


def test_cancelling_while_a_coroutine_is_awaited(sim: Any) -> None:
    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        entered, ended = asyncio.Event(), asyncio.Event()

        async def progress(_: backupjobs.Progress) -> None:
            entered.set()
            try:
                await asyncio.sleep(3600)
            finally:
                ended.set()

        for call in (
            lambda: server.wait(VEEAM_JOB, run, progress=progress, **SLOW),
            lambda: server.wait_all([run], progress=lambda _, now: progress(now), **SLOW),
        ):
            entered.clear()
            ended.clear()
            task = asyncio.ensure_future(call())
            await entered.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert ended.is_set() and threads() == []

    with_run(sim, use)


def test_a_timeout(sim: Any) -> None:
    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await server.wait(VEEAM_JOB, run, **SLOW)
        assert threads() == []

    with_run(sim, use)


def test_several_loops_share_a_server(sim: Any) -> None:
    with open_veeam(sim).server() as blocking:
        run = blocking.start(VEEAM_JOB, look_every=0.001).run
        server = aio.Server(blocking)
        ends: list[str | None] = []

        def loop() -> None:
            ends.append(asyncio.run(server.wait(VEEAM_JOB, run, **FAST)).outcome)

        workers = [threading.Thread(target=loop) for _ in range(8)]
        for worker in workers:
            worker.start()
        sim.advance(3600)
        for worker in workers:
            worker.join(30)
        assert ends == ["success"] * 8 and threads() == []


def test_nothing_is_kept(sim: Any) -> None:
    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        class Marked:
            def __call__(self, _: backupjobs.Progress) -> None:
                pass

        for _ in range(3):
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(server.wait(VEEAM_JOB, run, progress=Marked(), **SLOW), 0.1)
        gc.collect()
        assert not [thing for thing in gc.get_objects() if isinstance(thing, Marked)]

    with_run(sim, use)


def test_a_defect_leaves_nobody_waiting(sim: Any) -> None:
    class Defective:
        def __init__(self, group: Any) -> None:
            self.add, self.leave = group.add, group.leave

        def drive(self, tell: object) -> None:
            raise backupjobs.InternalError("a panic was caught")

    async def use(server: aio.Server, run: backupjobs.Run) -> None:
        server._waits._group = Defective(server._waits._group)  # type: ignore[assignment]
        with pytest.raises(backupjobs.InternalError):
            await server.wait(VEEAM_JOB, run, **SLOW)
        sim.advance(3600)
        assert (await server.wait(VEEAM_JOB, run, **FAST)).outcome == "success"

    with_run(sim, use)


PROGRAM = """
import asyncio, sys
from backupjobs import aio, veeam

client = veeam.Client(sys.argv[1], version="v6", username=sys.argv[2], password=sys.argv[3], ca_file=sys.argv[4])
server = aio.Server(client.server())
loop = asyncio.new_event_loop()
run = loop.run_until_complete(server.start(sys.argv[5], look_every=0.01)).run
async def never(_):
    await asyncio.sleep(3600)
waits = {
    "wait": lambda: server.wait(sys.argv[5], run, poll_min=60, poll_max=60),
    "wait_all": lambda: server.wait_all([run], poll_min=60, poll_max=60),
    "callback": lambda: server.wait(sys.argv[5], run, progress=never, poll_min=60, poll_max=60),
}
task = loop.create_task(waits[sys.argv[6]]())
loop.run_until_complete(asyncio.sleep(0.3))
loop.close()
task._log_destroy_pending = False
print("the end")
"""


@pytest.mark.parametrize("what", ["wait", "wait_all", "callback"])
def test_a_program_that_closes_its_loop_too_early_ends_all_the_same(sim: Any, tmp_path: Path, what: str) -> None:
    access = sim.veeam
    arguments = [access.url, access.username, access.password, str(sim.ca_file), VEEAM_JOB, what]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        cwd=tmp_path,
    )
    assert (done.stdout, done.returncode) == ("the end\n", 0), done.stderr
