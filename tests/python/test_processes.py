"""Forks, threads, and the interpreter's lock."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable

import pytest
from conftest import APPLIANCE, TERADATA_JOB, VEEAM_JOB, open_teradata, open_vcenter, open_veeam, plan

import backupjobs

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")


def in_child(work: Callable[[], None]) -> int:
    """Runs work in a forked child; its exit code, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            signal.alarm(30)
            work()
            code = 0
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@needs_fork
def test_clients_work_after_a_fork_in_child_and_parent(sim: Any) -> None:
    clients: list[Any] = [open_veeam(sim), open_teradata(sim), open_vcenter(sim)]
    for client in clients:
        before = client.server().jobs()

        def work() -> None:
            assert client.server().jobs() == before
            client.close()

        assert in_child(work) == 0
        assert client.server().jobs() == before
        client.close()


@needs_fork
def test_a_child_does_not_log_its_parent_out(sim: Any) -> None:
    with open_vcenter(sim) as client:
        client.login()
        assert in_child(client.close) == 0
        sim.clear_journal()
        client.backup_jobs()
        assert [r["path"].rsplit("/", 1)[1] for r in sim.journal()] == ["job"], "no new login"


@needs_fork
def test_a_fork_while_other_threads_wait(sim: Any) -> None:
    sim.script("veeam", VEEAM_JOB, outcome="hang")
    with open_veeam(sim) as client:
        server = client.server()
        run = server.start(VEEAM_JOB, look_every=0.01).run
        token = backupjobs.CancelToken()
        waits = server.with_cancel(token)

        def wait() -> None:
            with pytest.raises(backupjobs.OperationCancelledError):
                waits.wait(VEEAM_JOB, run, poll_min=0.001, poll_max=0.001)

        threads = [threading.Thread(target=wait) for _ in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(5):
            assert in_child(lambda: print(len(client.jobs()), file=sys.stderr)) == 0
        token.cancel()
        for thread in threads:
            thread.join(10)
            assert not thread.is_alive()


@needs_fork
def test_a_fork_while_another_thread_logs_in(sim: Any) -> None:
    with open_veeam(sim) as client:
        sim.faults("delay", system="veeam", path="oken", ms=1500)
        thread = threading.Thread(target=client.jobs)
        thread.start()
        time.sleep(0.4)
        # The thread that logs in does not exist in the child, which must not wait for it.
        assert in_child(lambda: print(len(client.jobs()), file=sys.stderr)) == 0
        thread.join(20)
        assert not thread.is_alive()


def test_many_threads_share_a_client(sim: Any) -> None:
    with open_veeam(sim) as client, ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda _: client.jobs(), range(100)))
        assert all(jobs == found[0] for jobs in found)
        logins = [r for r in sim.journal() if r["path"].lower().endswith("/token")]
        assert len(logins) == 1, "one login for all threads"


def test_waits_on_all_systems_at_once(sim: Any) -> None:
    servers: list[tuple[Any, str]] = [
        (open_veeam(sim).server(), VEEAM_JOB),
        (open_teradata(sim).server(), TERADATA_JOB),
        (open_vcenter(sim).server(plan()), APPLIANCE),
    ]
    sim.clock(per_request_s=1)

    def work(opened: tuple[Any, str]) -> str:
        server, job = opened
        with server:
            started = server.start(job, look_every=0.01)
            run = server.wait(job, started.run, poll_min=0.001, poll_max=0.001)
            outcome: str = run.outcome
            return outcome

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(work, servers)) == ["success"] * 3


def goes_on_during(work: Callable[[], None]) -> int:
    """How often another Python thread gets to run while work is being done."""
    ticks, done = 0, threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.wait(0.01):
            ticks += 1

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        work()
    finally:
        done.set()
        thread.join()
    return ticks


def test_other_threads_run_during_a_call(sim: Any) -> None:
    with open_veeam(sim) as client:
        client.login()
        sim.faults("delay", system="veeam", ms=500)
        assert goes_on_during(lambda: client.jobs() and None) > 10


def test_other_threads_run_while_a_client_is_dropped(sim: Any) -> None:
    clients = [open_vcenter(sim)]
    clients[0].login()
    sim.faults("delay", system="vcenter", method="DELETE", ms=500)
    assert goes_on_during(clients.clear) > 10
    assert sim.journal()[-1]["method"] == "DELETE"


def test_a_client_that_is_left_open_ends_with_the_interpreter(sim: Any) -> None:
    script = (
        "import sys; from backupjobs import vcenter\n"
        "url, user, password, ca = sys.argv[1:]\n"
        "client = vcenter.Client(url, username=user, password=password, ca_file=ca)\n"
        "client.login()\n"
        "sys.modules['keep'] = client\n"
    )
    access = sim.vcenter
    began = time.monotonic()
    arguments = [access.url, access.username, access.password, sim.ca_file]
    subprocess.run([sys.executable, "-c", script, *arguments], check=True, timeout=20)
    assert time.monotonic() - began < 10
