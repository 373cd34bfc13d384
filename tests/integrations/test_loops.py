"""Event loops that are not asyncio's own."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import anyio
import anyio.to_thread
import pytest
import uvloop
from conftest import FAST, JOB

import backupjobs
from backupjobs import aio


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("backupjobs-aio-")]


def test_uvloop(server: backupjobs.Server, backupjobs_clock: Any) -> None:
    async def main() -> None:
        assert isinstance(asyncio.get_running_loop(), uvloop.Loop)
        mine = aio.Server(server)
        run = (await mine.start(JOB, look_every=0.001)).run
        seen: list[str] = []

        async def tell(progress: backupjobs.Progress) -> None:
            seen.append(progress.run.phase if progress.run else "")

        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(mine.wait(JOB, run, progress=tell, poll_min=60, poll_max=60), 0.3)
        assert threads() == [] and seen == ["running"]
        backupjobs_clock.advance(hours=1)
        ends = await asyncio.gather(*(mine.wait(JOB, run, **FAST) for _ in range(20)))
        assert {end.outcome for end in ends} == {"success"}

    uvloop.run(main())
    assert threads() == []


async def wait(server: backupjobs.Server, run: backupjobs.Run, **options: Any) -> backupjobs.Run:
    """As the documentation of backupjobs.aio says."""
    token = backupjobs.CancelToken()
    waiting = server.with_cancel(token)
    try:
        return await anyio.to_thread.run_sync(lambda: waiting.wait(run.job_id, run, **options), abandon_on_cancel=True)
    finally:
        token.cancel()


@pytest.mark.parametrize("backend", ["trio", "asyncio"])
def test_anyio(server: backupjobs.Server, backupjobs_clock: Any, backend: str) -> None:
    async def main() -> None:
        run = server.start(JOB, look_every=0.001).run
        with anyio.move_on_after(0.2) as scope:
            await wait(server, run, poll_min=60, poll_max=60)
        assert scope.cancelled_caught
        backupjobs_clock.advance(hours=1)
        assert (await wait(server, run, **FAST)).outcome == "success"

    anyio.run(main, backend=backend)
