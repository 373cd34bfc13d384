"""Ctrl-C reaches every blocking call within 100 ms, and leaves the client usable."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Iterator

import pytest
from conftest import VEEAM_JOB

HERE = Path(__file__).resolve().parent

SCRIPT = '''
import json, sys, time
from backupjobs import teradata, veeam
access, ca_file, job, what = json.loads(sys.argv[1])
client = veeam.Client(access["url"], version="v6", username=access["username"], password=access["password"],
                      ca_file=ca_file)
server = client.server()
run = server.start(job, look_every=0.01).run

def tell(**what):
    print(json.dumps(what), flush=True)

for _ in range(5):
    try:
        tell(ready=True)
        if what == "wait":
            server.wait(job, run, poll_min=60, poll_max=60)
        elif what == "busy wait":
            server.wait(job, run, poll_min=0.001, poll_max=0.001)
        elif what == "request":
            client.jobs()
        tell(error="it came back")
    except KeyboardInterrupt as interrupt:
        tell(at=time.monotonic(), context=str(interrupt.__context__))
tell(ready=True, usable=len(client.jobs()))
'''


@pytest.fixture
def child(sim: Any, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    sim.script("veeam", VEEAM_JOB, outcome="hang")
    arguments = [dict(sim.veeam), sim.ca_file, VEEAM_JOB, request.param]
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, json.dumps(arguments)], stdout=subprocess.PIPE, text=True, cwd=HERE
    )
    yield process
    process.kill()
    process.wait()


def interrupted(child: subprocess.Popen[str], after: float) -> tuple[float, str]:
    """Seconds from the signal to the exception, and what the exception knows."""
    assert child.stdout is not None
    assert json.loads(child.stdout.readline()).get("ready")
    time.sleep(after)
    began = time.monotonic()
    os.kill(child.pid, signal.SIGINT)
    told = json.loads(child.stdout.readline())
    assert "at" in told, told
    return told["at"] - began, told["context"]


@pytest.mark.parametrize("child", ["wait", "busy wait"], indirect=True)
def test_ctrl_c_during_a_wait(child: subprocess.Popen[str]) -> None:
    told = [interrupted(child, after=0.3) for _ in range(5)]
    # One of them may meet a busy machine.
    assert sorted(seconds for seconds, _ in told)[3] < 0.1, told
    assert all("last seen running" in context and "the backup itself goes on" in context for _, context in told)
    assert child.stdout is not None
    assert json.loads(child.stdout.readline())["usable"] > 0
    assert child.wait(10) == 0


@pytest.mark.parametrize("child", ["request"], indirect=True)
def test_ctrl_c_during_a_request(child: subprocess.Popen[str], sim: Any) -> None:
    rule = sim.faults("delay", system="veeam", method="GET", path="/Jobs", skip=2, ms=10_000, times=0)
    told = [interrupted(child, after=0.3) for _ in range(4)]
    sim.clear_faults(rule)
    assert sorted(seconds for seconds, _ in told)[2] < 0.1, told
    assert all("veeam.jobs" in context for _, context in told)


def test_ctrl_c_while_an_iterator_turns_the_page(sim: Any) -> None:
    from conftest import open_teradata

    with open_teradata(sim) as client:
        rows = client.iter_jobs(page_size=5)
        next(rows)
        sim.faults("delay", system="teradata", ms=10_000)
        before = signal.signal(signal.SIGALRM, signal.default_int_handler)
        try:
            signal.setitimer(signal.ITIMER_REAL, 0.2)
            with pytest.raises(KeyboardInterrupt) as caught:
                list(rows)
        finally:
            signal.signal(signal.SIGALRM, before)
        assert "teradata.iter_jobs" in str(caught.value.__context__)
        assert list(rows) == []
        assert len(client.jobs()) == 14


def test_other_signal_handlers_run_meanwhile(sim: Any) -> None:
    """A handler that does not raise lets the call go on."""
    from conftest import open_veeam

    handled: list[float] = []
    before = signal.signal(signal.SIGALRM, lambda *_: handled.append(time.monotonic()))
    try:
        with open_veeam(sim) as client:
            client.login()
            sim.faults("delay", system="veeam", ms=600)
            began = time.monotonic()
            signal.setitimer(signal.ITIMER_REAL, 0.1)
            assert len(client.jobs()) > 0
            assert time.monotonic() - began >= 0.6
            assert len(handled) == 1 and handled[0] - began < 0.3
    finally:
        signal.signal(signal.SIGALRM, before)
