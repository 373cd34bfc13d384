"""The whole package for asyncio: the vendors' clients, lists read page by page, and the names."""

from __future__ import annotations

import asyncio
import inspect
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, open_teradata, open_vcenter, open_veeam

import backupjobs
from backupjobs import aio

MODULES = [
    (backupjobs, aio),
    (backupjobs.veeam, aio.veeam),
    (backupjobs.teradata, aio.teradata),
    (backupjobs.vcenter, aio.vcenter),
    (backupjobs.trust, aio.trust),
]
CLIENTS = [(blocking.Client, mirror.Client) for blocking, mirror in MODULES[1:4]]
#: What asks nobody, and so is the same function or class in both.
BLOCKING = {"Server", "RowIterator", "Client", "detect", "fetch", "teradata", "trust", "vcenter", "veeam"}
NO_CALLS = {"server", "with_cancel"}


@pytest.mark.parametrize(("blocking", "mirror"), MODULES)
def test_the_names_are_those_of_the_blocking_package(blocking: ModuleType, mirror: ModuleType) -> None:
    assert sorted(mirror.__all__) == sorted(blocking.__all__)
    for name in blocking.__all__:
        same = getattr(mirror, name) is getattr(blocking, name)
        assert same is (name not in BLOCKING), name


@pytest.mark.parametrize(("blocking", "mirror"), CLIENTS)
def test_every_call_of_a_client_is_awaited_under_its_name(blocking: type, mirror: type) -> None:
    public = {name for name in vars(blocking) if not name.startswith("_")}
    assert public | {"blocking"} == {name for name in dir(mirror) if not name.startswith("_")}
    for name in sorted(public):
        theirs, ours = inspect.getattr_static(blocking, name), inspect.getattr_static(mirror, name)
        if inspect.isgetsetdescriptor(theirs):
            assert isinstance(ours, property), name
            continue
        assert ours.__doc__, name
        if name.startswith("iter_") or name in NO_CALLS:
            assert not inspect.iscoroutinefunction(ours), name
        else:
            assert inspect.iscoroutinefunction(ours), name
        mine, other = (list(inspect.signature(method).parameters) for method in (ours, theirs))
        assert mine == other, name


def test_a_client_of_each_vendor(sim: Any) -> None:
    async def main() -> None:
        async with (
            aio.veeam.Client(open_veeam(sim)) as veeam,
            aio.teradata.Client(open_teradata(sim)) as teradata,
            aio.vcenter.Client(open_vcenter(sim)) as vcenter,
        ):
            jobs, executions, backups = await asyncio.gather(
                veeam.jobs(), teradata.job_executions(TERADATA_JOB), vcenter.backup_jobs()
            )
            assert jobs[0] == (await veeam.job(jobs[0].id)) and len(executions) and backups
            assert veeam.dialect == "v6" and vcenter.dialect == "rest" and veeam.url == sim.veeam.url
            assert repr(veeam).startswith("<backupjobs.aio.veeam.Client ")
            assert (await veeam.server().job(VEEAM_JOB)).id == VEEAM_JOB
            assert await veeam.explore_job(VEEAM_JOB, datetime="2026.01.15 08:00:00", explorer="vex")
            with pytest.raises(TypeError):
                await veeam.job()  # type: ignore[call-arg]
            with pytest.raises(backupjobs.InvalidArgumentError):
                await veeam.job("no id")
            assert "v6" in await aio.veeam.detect(sim.veeam.url, ca_file=sim.ca_file)
            seen = await aio.trust.fetch(sim.veeam.url)
            assert seen.fingerprint.replace(":", "").lower().endswith(sim.leaf_sha256)
        with pytest.raises(backupjobs.ClosedError):
            await veeam.jobs()
        with pytest.raises(TypeError, match="backupjobs.veeam.Client"):
            aio.veeam.Client("https://vb365.example")  # type: ignore[arg-type]

    asyncio.run(main())


def test_a_long_list(sim: Any) -> None:
    async def main() -> None:
        client = aio.teradata.Client(open_teradata(sim))
        whole = await client.jobs()
        sim.clear_journal()
        rows = client.iter_jobs(page_size=5)
        assert sim.journal() == []
        assert [row async for row in rows] == list(whole)
        assert len(sim.journal()) >= len(whole) / 5
        assert [row async for row in rows] == []
        with pytest.raises(TypeError):
            client.iter_jobs(pages=5)  # type: ignore[call-arg]
        await client.close()

    asyncio.run(main())


def test_cancelling_while_a_page_is_under_way(sim: Any) -> None:
    async def main() -> None:
        client = aio.teradata.Client(open_teradata(sim))
        rows = client.iter_jobs(page_size=5)
        first = await anext(rows)
        assert first.job_id
        sim.faults("stall_before", system="teradata", times=0)
        with pytest.raises(asyncio.TimeoutError):
            async with asyncio.timeout(0.3):
                async for _ in rows:
                    pass
        assert [thread for thread in threading.enumerate() if "backupjobs-aio" in thread.name] == []
        sim.clear_faults()
        assert [row async for row in rows] == [], "the list has ended"
        assert len(await client.jobs()) > 5
        await client.close()

    asyncio.run(main())


def test_every_call_ends_at_once_with_its_task(sim: Any) -> None:
    """None of them waits for the server any longer; slow machines take their time, the server takes for ever."""

    async def main() -> None:
        client = aio.veeam.Client(open_veeam(sim))
        server = client.server()
        await client.login()
        run = (await server.start(VEEAM_JOB, look_every=0.001)).run
        rule = sim.faults("stall_before", system="veeam", times=0)
        calls = [
            *(client.jobs(), client.job(VEEAM_JOB), client.start_job(VEEAM_JOB), client.log_items(run.id)),
            *(server.jobs(), server.start(VEEAM_JOB), server.check_all(), server.explain(VEEAM_JOB, run)),
            *(server.wait(VEEAM_JOB, run), server.wait_all([run]), server.prepare(VEEAM_JOB), server.stop(VEEAM_JOB)),
            aio.trust.fetch(sim.veeam.url),
        ]
        tasks = [asyncio.ensure_future(call) for call in calls]
        await asyncio.sleep(0.3)
        for task in tasks:
            task.cancel()
        began = time.monotonic()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        assert time.monotonic() - began < 5, "a request may take 60 s"
        assert all(isinstance(end, asyncio.CancelledError) for end in ends[:-1]), ends
        assert [thread for thread in threading.enumerate() if "backupjobs-aio" in thread.name] == []
        sim.clear_faults(rule)
        await client.close()

    asyncio.run(main())


def test_a_strict_type_checker_understands_the_clients(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    user = tmp_path / "user.py"
    user.write_text(
        """
from backupjobs import BackupJobsError, Rows, aio, teradata, vcenter, veeam
from backupjobs.veeam import Job


async def use(blocking: veeam.Client, site: teradata.Client, appliance: vcenter.Client) -> list[str]:
    async with aio.veeam.Client(blocking) as client:
        jobs: Rows[Job] = await client.jobs()
        session = await client.start_job(jobs[0].id, full=True)
        names = [job.name or "" async for job in client.iter_jobs()]
        names += await aio.veeam.detect(client.url)
        await client.job(5)  # wrong
        await client.jobs("x")  # wrong
        jobs = client.jobs()  # wrong
        async for execution in aio.teradata.Client(site).iter_site_executions():
            names.append(execution.execution_id)
        run = await aio.vcenter.Client(appliance).server().run("a", "b")
        return [*names, run.id, session.id if session else "", client.blocking.dialect]
""",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(user)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    lines = user.read_text(encoding="utf-8").splitlines()
    wrong = {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}
    found = {int(number) for number in re.findall(r"user\.py:(\d+): error", result.stdout)}
    assert found == wrong, result.stdout
