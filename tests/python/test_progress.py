"""``progress=True`` where there is no terminal; the rest is in tests/integrations."""

from __future__ import annotations

import asyncio
import re
import sys
from typing import Any, Iterator

import pytest
from conftest import VEEAM_JOB, open_veeam

import backupjobs
from backupjobs import Run, _progress, aio

FAST = {"poll_min": 0.001, "poll_max": 0.001}


@pytest.fixture
def server(sim: Any) -> Iterator[backupjobs.Server]:
    sim.clock(per_request_s=5)
    with open_veeam(sim).server() as server:
        yield server


def test_nothing_is_printed_unless_asked_for(server: backupjobs.Server, capfd: pytest.CaptureFixture[str]) -> None:
    run = server.start(VEEAM_JOB, look_every=0.001).run
    for silent in (None, False, lambda _: None):
        server.wait(VEEAM_JOB, run, progress=silent, **FAST)
    server.wait_all([run], progress=False, **FAST)
    asyncio.run(aio.Server(server).wait(VEEAM_JOB, run, progress=False, **FAST))
    with pytest.raises(backupjobs.BackupJobsError):
        server.wait(VEEAM_JOB, "no id", **FAST)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("how", ["wait", "wait_all", "aio"])
def test_plain_lines(server: backupjobs.Server, capsys: pytest.CaptureFixture[str], how: str) -> None:
    job = server.job(VEEAM_JOB)
    run = server.start(job, look_every=0.001).run
    if how == "wait":
        server.wait(job, run, progress=True, **FAST)
    elif how == "wait_all":
        server.wait_all([(job, run)], progress=True, **FAST)
    else:
        asyncio.run(aio.Server(server).wait(job, run, progress=True, **FAST))
    printed = capsys.readouterr()
    lines = printed.err.splitlines()
    assert printed.out == "" and len(lines) >= 2
    assert all(re.fullmatch(r"\d\d:\d\d Contoso mail: (running|success), .*", line) for line in lines), lines
    assert ": success, " in lines[-1] and len(lines) == len(set(lines))


class Broken:
    """A standard error that is gone."""

    def isatty(self) -> bool:
        return False

    def write(self, _: str) -> int:
        raise BrokenPipeError

    def flush(self) -> None:
        raise BrokenPipeError


@pytest.mark.parametrize("stderr", [Broken(), None])
def test_what_cannot_be_shown_ends_no_wait(
    server: backupjobs.Server, monkeypatch: pytest.MonkeyPatch, stderr: Any
) -> None:
    run = server.start(VEEAM_JOB, look_every=0.001).run
    monkeypatch.setattr(sys, "stderr", stderr)
    ended = server.wait(VEEAM_JOB, run, progress=True, **FAST)
    assert ended.outcome == "success"


def test_only_a_success_is_whole() -> None:
    def done(outcome: Any, percent: int | None) -> float | None:
        phase: Any = "finished" if outcome else "running"
        return _progress._done(Run("vcenter", "j", "r", phase=phase, outcome=outcome, percent=percent))

    assert done("success", None) == done("success", 40) == 100
    for outcome in (None, "warning", "failed", "stopped", "unknown"):
        assert done(outcome, 100) == 99
    assert done("failed", None) == 0 and done(None, None) is None and _progress._done(None) is None


def test_a_terminal_obeys_no_server() -> None:
    assert _progress._printable("a\x1b[2Jb\nc\u202ed").split("\N{REPLACEMENT CHARACTER}") == ["a", "[2Jb", "c", "d"]
