"""What a program may be doing around a call: worker processes of every kind, and ending while calls are under way."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import VEEAM_JOB, open_veeam

from backupjobs import veeam

#: Longer than any of these programs takes on a busy machine, shorter than what a wait would wait.
PATIENCE = 60


def job_names(access: dict[str, str]) -> list[str]:
    """What a worker process does; it opens a client of its own."""
    with veeam.Client(access.pop("url"), version="v6", **access) as client:  # type: ignore[arg-type]
        return [job.name or "" for job in client.jobs()]


def access_to(sim: Any) -> dict[str, str]:
    access = sim.veeam
    return {"url": access.url, "username": access.username, "password": access.password, "ca_file": str(sim.ca_file)}


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_worker_processes(sim: Any, method: str) -> None:
    with open_veeam(sim) as client:
        wanted = [job.name for job in client.jobs()]
        # Threads and connections of ours are there while the workers are started.
        with multiprocessing.get_context(method).Pool(3) as pool:
            assert pool.map(job_names, [access_to(sim)] * 6) == [wanted] * 6
        assert [job.name for job in client.jobs()] == wanted


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_the_look_up_of_a_host_name_leaves_no_thread(sim: Any) -> None:
    def threads() -> set[str]:
        return {task.joinpath("comm").read_text().strip() for task in Path("/proc/self/task").iterdir()}

    url = sim.veeam.url.replace("127.0.0.1", "localhost")
    before = threads()
    with veeam.Client(**{**access_to(sim), "url": url}, version="v6") as client:
        assert client.jobs()
        # It ends by itself. Such a thread would usually stay for ten seconds, in case there is more to do.
        end = time.monotonic() + 5
        while threads() - before and time.monotonic() < end:
            time.sleep(0.001)
        assert threads() <= before


def test_rows_and_verdicts_travel_between_processes(sim: Any) -> None:
    with open_veeam(sim) as client, multiprocessing.get_context("spawn").Pool(1) as pool:
        server = client.server()
        report = server.check_all()
        assert pool.map(str, [report]) == [str(report)]
        assert pool.map(list, [server.jobs()]) == [list(server.jobs())]


HEAD = """
import atexit, json, sys, threading, time
import backupjobs
from backupjobs import veeam
access, job = json.loads(sys.argv[1])
client = veeam.Client(access.pop("url"), version="v8", **access)
server = client.server()
run = server.start(job, look_every=0.01).run
looked = threading.Event()

def wait():
    server.wait(job, run, poll_min=0.001, poll_max=0.001, progress=lambda progress: looked.set())
"""


def ended(sim: Any, program: str) -> subprocess.CompletedProcess[str]:
    """Runs a program that has started a job which never ends by itself."""
    sim.script("veeam", VEEAM_JOB, outcome="hang")
    command = [sys.executable, "-X", "faulthandler", "-c", HEAD + textwrap.dedent(program)]
    argument = json.dumps([access_to(sim), VEEAM_JOB])
    return subprocess.run([*command, argument], capture_output=True, text=True, timeout=PATIENCE, check=False)


@pytest.mark.parametrize("turn", range(5))
def test_a_daemon_thread_that_waits_does_not_keep_the_interpreter(sim: Any, turn: int) -> None:
    done = ended(
        sim,
        """
        for _ in range(4):
            threading.Thread(target=wait, daemon=True).start()
        looked.wait()
        """,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_daemon_thread_in_a_request_that_is_never_answered(sim: Any) -> None:
    sim.faults("stall_before", system="veeam", path="/Organizations", times=0)
    done = ended(
        sim,
        """
        threading.Thread(target=client.organizations, daemon=True).start()
        time.sleep(0.2)
        """,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_thread_that_waits_is_waited_for_and_can_be_cancelled(sim: Any) -> None:
    done = ended(
        sim,
        """
        cancel = backupjobs.CancelToken()
        server = server.with_cancel(cancel)

        def watched():
            try:
                wait()
            except backupjobs.OperationCancelledError:
                print("cancelled")

        threading.Thread(target=watched).start()
        looked.wait()
        main = threading.main_thread()
        threading.Thread(target=lambda: (main.join(), cancel.cancel())).start()
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "cancelled\n", "")


def test_calls_at_exit(sim: Any) -> None:
    done = ended(
        sim,
        """
        atexit.register(lambda: print(len(server.jobs()) > 0, client.close()))
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "True None\n", "")
    assert sim.journal()[-1]["path"].endswith("/logout")


def test_sys_exit_in_a_callback_ends_the_program(sim: Any) -> None:
    done = ended(
        sim,
        """
        server.wait(job, run, progress=lambda progress: sys.exit(3))
        print("it came back")
        """,
    )
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")


def test_an_exception_nobody_catches_gives_the_session_back(sim: Any) -> None:
    done = ended(sim, "raise SystemExit('something else went wrong')")
    assert (done.returncode, done.stderr) == (1, "something else went wrong\n")
    assert sim.journal()[-1]["path"].endswith("/logout")
