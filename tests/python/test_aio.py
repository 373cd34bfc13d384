"""The verbs for asyncio."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import inspect
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Awaitable, Callable, Iterator

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, api_runs, open_teradata, open_veeam

import backupjobs
from backupjobs import aio

FAST = {"poll_min": 0.001, "poll_max": 0.001}
QUICK = {"settle": 0.05, "look_every": 0.001}
VERBS = (
    *("jobs", "job", "runs", "run", "start", "prepare", "carry_out", "wait", "wait_all", "stop", "enable", "disable"),
    *("check", "check_all", "explain", "close"),
)


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("backupjobs-aio-")]


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    yield
    assert threads() == []


def with_server(sim: Any, use: Callable[[aio.Server], Awaitable[Any]], **settings: Any) -> Any:
    async def main() -> Any:
        async with aio.Server(open_veeam(sim, **settings).server()) as server:
            return await asyncio.wait_for(use(server), 30)

    return asyncio.run(main())


@pytest.mark.parametrize("verb", VERBS)
def test_the_signatures_are_those_of_the_blocking_server(verb: str) -> None:
    method = getattr(aio.Server, verb)
    assert inspect.iscoroutinefunction(method) and method.__doc__
    ours, theirs = (
        [(p.name, p.kind, p.default) for p in inspect.signature(of).parameters.values()]
        for of in (method, getattr(backupjobs.Server, verb))
    )
    assert [name for name, *_ in ours] == [name for name, *_ in theirs]
    named = inspect.Parameter.KEYWORD_ONLY
    assert [p for p in ours if p[1] is named] == [p for p in theirs if p[1] is named]


def test_every_verb_has_its_mirror() -> None:
    public = {name for name in vars(backupjobs.Server) if not name.startswith("_")}
    assert public == {*VERBS, "system", "url", "insecure", "supports", "with_cancel"}
    assert public <= set(vars(aio.Server))


def test_start_wait_verdict(opened: tuple[Any, str], sim: Any) -> None:
    blocking, job = opened
    sim.clock(per_request_s=5)

    async def main() -> None:
        server = aio.Server(blocking)
        assert (server.system, server.url, server.blocking) == (blocking.system, blocking.url, blocking)
        assert server.supports("start") and repr(server).startswith("<backupjobs.aio.Server ")
        assert await server.job(job) in await server.jobs()
        started = await server.start(job, look_every=0.001)
        seen: list[backupjobs.Progress] = []
        run = await server.wait(job, started.run, progress=seen.append, **FAST)
        assert run.outcome == "success" and seen[-1].run == run
        assert await server.run(job, run) == run
        assert (await server.runs(job, limit=1))[0] == run
        assert await server.wait_all([run], **FAST) == [run]
        assert (await server.check(job)).level == "ok"
        sim.clock(per_request_s=0)
        assert await server.check_all(expect_jobs=[job]) == blocking.check_all()
        assert str(await server.explain(job, run)) == str(blocking.explain(job, run))

    asyncio.run(main())
    assert len(api_runs(sim, blocking.system)) == 1


def test_the_other_verbs(sim: Any) -> None:
    async def use(server: aio.Server) -> None:
        await server.disable(VEEAM_JOB)
        assert (await server.job(VEEAM_JOB)).enabled is False
        await server.enable(VEEAM_JOB)
        await server.start(VEEAM_JOB, look_every=0.001)
        await server.stop(VEEAM_JOB)
        with pytest.raises(backupjobs.InvalidArgumentError):
            await server.job("not an id")
        await server.close()
        with pytest.raises(backupjobs.ClosedError):
            await server.jobs()

    with_server(sim, use)


def test_the_loop_goes_on_and_calls_run_side_by_side(sim: Any) -> None:
    sim.faults("delay", system="veeam", method="GET", ms=400, times=0)
    ticks = 0

    async def use(server: aio.Server) -> None:
        nonlocal ticks

        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.01)
                ticks += 1

        ticker = asyncio.create_task(tick())
        await asyncio.sleep(0)
        calls = [asyncio.create_task(server.jobs()) for _ in range(5)]
        await asyncio.sleep(0.1)
        names = threads()
        assert len(names) == 5 == len(set(names))
        await asyncio.gather(*calls)
        assert threads() == []
        ticker.cancel()

    with_server(sim, use)
    assert ticks >= 10


def test_cancelling_ends_the_polling_and_not_the_backup(sim: Any) -> None:
    sim.script("veeam", VEEAM_JOB, outcome="hang")

    async def use(server: aio.Server) -> None:
        run = (await server.start(VEEAM_JOB, look_every=0.001)).run
        for wait in (
            lambda: server.wait(VEEAM_JOB, run, poll_min=60, poll_max=60),
            lambda: server.wait_all([run, run], poll_min=60, poll_max=60),
        ):
            task = asyncio.ensure_future(wait())
            await asyncio.sleep(0.2)
            assert len(threads()) == 1
            began = time.monotonic()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert time.monotonic() - began < 1
            assert threads() == [] and task.cancelled()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(server.wait(VEEAM_JOB, run, poll_min=60, poll_max=60), 0.1)
        assert (await server.run(VEEAM_JOB, run)).is_active

    with_server(sim, use)
    assert api_runs(sim, "veeam")[0]["state"] == "running"


def test_a_cancelled_call_tells_what_it_knew(sim: Any) -> None:
    async def use(server: aio.Server) -> None:
        run = (await server.start(VEEAM_JOB, look_every=0.001)).run

        async def inner() -> None:
            try:
                await server.wait(VEEAM_JOB, run, poll_min=60, poll_max=60)
            except asyncio.CancelledError as cancelled:
                assert isinstance(cancelled.__cause__, backupjobs.OperationCancelledError)
                assert run.id in str(cancelled.__cause__)
                told.append(run.id)
                raise

        task = asyncio.create_task(inner())
        await asyncio.sleep(0.2)
        task.cancel()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    told: list[str] = []
    with_server(sim, use)
    assert len(told) == 1


def test_impatient_cancelling_still_waits_for_the_thread(sim: Any) -> None:
    async def use(server: aio.Server) -> None:
        run = (await server.start(VEEAM_JOB, look_every=0.001)).run
        entered, released = threading.Event(), threading.Event()

        def progress(_: backupjobs.Progress) -> None:
            entered.set()
            released.wait(30)

        task = asyncio.create_task(server.wait(VEEAM_JOB, run, progress=progress, **FAST))
        await asyncio.to_thread(entered.wait, 30)
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0.02)
            assert not task.done() and len(threads()) == 1
        released.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert threads() == []

    with_server(sim, use)


def test_a_cancelled_start_is_taken_up_with_its_ticket(sim: Any) -> None:
    async def use(server: aio.Server) -> None:
        ticket = await server.prepare(VEEAM_JOB, look_every=0.001)
        rule = sim.faults("delay_after", system="veeam", method="POST", path="/start", ms=10_000)
        task = asyncio.create_task(server.carry_out(ticket))
        await asyncio.sleep(0.3)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ticket.stage == "sending"
        sim.clear_faults(rule)
        started = await server.carry_out(ticket)
        assert [run["id"] for run in api_runs(sim, "veeam")] == [started.run.id]

    with_server(sim, use)


def test_a_users_token_goes_on_working(sim: Any) -> None:
    async def use(server: aio.Server) -> None:
        run = (await server.start(VEEAM_JOB, look_every=0.001)).run
        token = backupjobs.CancelToken()
        asyncio.get_running_loop().call_later(0.1, token.cancel)
        with pytest.raises(backupjobs.OperationCancelledError):
            await server.with_cancel(token).wait(VEEAM_JOB, run, poll_min=60, poll_max=60)
        assert len(await server.jobs()) > 0

    with_server(sim, use)


NAME: contextvars.ContextVar[str] = contextvars.ContextVar("NAME")


def test_plain_callbacks_run_on_the_thread(sim: Any) -> None:
    seen: list[tuple[str, str]] = []

    async def use(server: aio.Server) -> None:
        NAME.set("ours")
        sim.clock(per_request_s=5)
        ticket = await server.prepare(VEEAM_JOB, **QUICK)
        started = await server.carry_out(
            ticket, lambda t: seen.append((t.stage, threading.current_thread().name))
        )
        await server.wait(VEEAM_JOB, started.run, progress=lambda p: seen.append((NAME.get(), "")), **FAST)

    with_server(sim, use)
    assert [stage for stage, _ in seen][:2] == ["sending", "started"]
    assert all(name.startswith("backupjobs-aio-") for _, name in seen[:2])
    assert seen[-1] == ("ours", ""), "context variables are there"


def test_coroutine_callbacks_run_on_the_loop(sim: Any) -> None:
    stages: list[str] = []
    told: list[int] = []

    async def save(ticket: backupjobs.Ticket) -> None:
        await asyncio.sleep(0.01)
        assert threading.current_thread() is threading.main_thread()
        if ticket.stage == "sending":
            assert api_runs(sim, "veeam") == [], "awaited before the request"
        stages.append(ticket.stage)

    async def progress(index: int, now: backupjobs.Progress) -> None:
        told.append(index)

    async def use(server: aio.Server) -> None:
        started = await server.carry_out(await server.prepare(VEEAM_JOB, **QUICK), save)
        sim.advance(3600)
        await server.wait_all([started.run], progress=progress, **FAST)

    with_server(sim, use)
    assert stages == ["sending", "started"] and told == [0]


class Stop(Exception):
    pass


@pytest.mark.parametrize("kind", [Stop, StopIteration, asyncio.CancelledError])
@pytest.mark.parametrize("plain", [True, False])
def test_what_a_callback_raises_comes_out(sim: Any, kind: type[BaseException], plain: bool) -> None:
    def fail(*_: object) -> None:
        raise kind("enough")

    async def fail_later(*_: object) -> None:
        fail()

    async def use(server: aio.Server) -> None:
        ticket = await server.prepare(VEEAM_JOB, **QUICK)
        with pytest.raises(BaseException) as caught:
            await server.carry_out(ticket, fail if plain else fail_later)
        chain = [caught.value, caught.value.__cause__, caught.value.__context__]
        if kind is Stop:
            assert isinstance(caught.value, Stop)
        else:
            # A coroutine cannot raise StopIteration, and a CancelledError of a coroutine arrives as a future's.
            assert any(type(e).__name__ in (kind.__name__, "RuntimeError") for e in chain)
        assert ticket.stage == "prepared" and api_runs(sim, "veeam") == []
        assert len(await server.jobs()) > 0

    with_server(sim, use)


def test_a_loop_that_is_dropped_leaves_no_thread(sim: Any) -> None:
    with open_veeam(sim).server() as blocking:
        run = blocking.start(VEEAM_JOB, look_every=0.001).run
        loop = asyncio.new_event_loop()
        waiting = aio.Server(blocking).wait(VEEAM_JOB, run, poll_min=60, poll_max=60)
        task = loop.create_task(waiting)
        loop.run_until_complete(asyncio.sleep(0.1))
        assert len(threads()) == 1
        loop.close()
        task._log_destroy_pending = False  # type: ignore[attr-defined]
        waiting.close()
        del task, waiting
        gc.collect()
        end = time.monotonic() + 5
        while threads() and time.monotonic() < end:
            time.sleep(0.01)


def test_ctrl_c_ends_the_program(sim: Any, tmp_path: Path) -> None:
    script = """
import asyncio, os, signal, sys, threading
from backupjobs import aio, veeam

async def main():
    client = veeam.Client(sys.argv[1], version="v6", username=sys.argv[2], password=sys.argv[3], ca_file=sys.argv[4])
    server = aio.Server(client.server())
    run = (await server.start(sys.argv[5], look_every=0.01)).run
    asyncio.get_running_loop().call_later(0.2, os.kill, os.getpid(), signal.SIGINT)
    await server.wait(sys.argv[5], run, poll_min=60, poll_max=60)

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted", threading.active_count())
"""
    access = sim.veeam
    arguments = [access.url, access.username, access.password, str(sim.ca_file), VEEAM_JOB]
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        cwd=tmp_path,
    )
    assert (done.stdout, done.returncode) == ("interrupted 1\n", 0), done.stderr


def test_teradata_side_by_side_with_veeam(sim: Any) -> None:
    async def main() -> None:
        async with aio.Server(open_veeam(sim).server()) as one, aio.Server(open_teradata(sim).server()) as two:
            started = await asyncio.gather(one.start(VEEAM_JOB, look_every=0.001), two.start(TERADATA_JOB))
            sim.advance(3600)
            runs = await asyncio.gather(
                one.wait(VEEAM_JOB, started[0].run, **FAST), two.wait(TERADATA_JOB, started[1].run, **FAST)
            )
            assert [run.outcome for run in runs] == ["success", "success"]

    asyncio.run(main())


def test_only_a_server_is_wrapped() -> None:
    with pytest.raises(TypeError, match="backupjobs.Server"):
        aio.Server("https://vb365.example")  # type: ignore[arg-type]


def test_a_strict_type_checker_understands_it(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    user = tmp_path / "user.py"
    user.write_text(
        '''
from __future__ import annotations

from typing import Optional

from backupjobs import BackupJobsError, Progress, Run, Ticket, aio, veeam


async def save(ticket: Ticket) -> None:
    print(ticket.stage, ticket.to_text())


async def nightly(client: veeam.Client, job: str) -> int:
    async with aio.Server(client.server()) as server:
        started = await server.carry_out(await server.prepare(job), save)
        run: Run = await server.wait(job, started.run, progress=show)
        both = await server.wait_all([run, (job, run)], progress=lambda index, now: print(index, now.polls))
        errors: list[BackupJobsError] = [end for end in both if isinstance(end, BackupJobsError)]
        report = await server.check_all(expect_jobs=[job], max_age=None)
        print(str(await server.explain(job, run)), errors)
        return report.exit_code


def show(now: Progress) -> Optional[str]:
    return now.trouble
''',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental"]
    # The package itself as well: mypy is silent about what is installed, unless it is asked.
    for what in ([str(user)], ["-p", "backupjobs"]):
        result = subprocess.run(
            [*command, *what], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
        )
        assert result.returncode == 0, result.stdout + result.stderr
