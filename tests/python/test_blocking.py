"""Calls that block: all of them end with Ctrl-C, and other Python threads go on meanwhile."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from blocking import OPEN, Call, calls
from conftest import open_veeam

import backupjobs
from backupjobs import Secret, trust, vcenter

CALLS = calls()


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupted(blocks: Callable[[], bool], call: Callable[[], object]) -> float:
    """Another Python thread sees the call block, and sends Ctrl-C; the seconds from there to the KeyboardInterrupt.

    When the call keeps the interpreter to itself, that thread never runs, and the call ends in some other way.
    """
    sent: list[float] = []
    over = threading.Event()

    def watch() -> None:
        while not blocks():
            if over.wait(0.005):
                return
        sent.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            try:
                call()
            finally:
                over.set()
        return time.monotonic() - sent[0]
    finally:
        watcher.join()


def seen(sim: Any) -> Callable[[], bool]:
    """Whether the simulator holds a request that it does not answer."""
    return lambda: any(rule["hit"] for rule in sim.fault_rules())


def log_in(opened: Any) -> None:
    opened.login() if hasattr(opened, "login") else opened.jobs()


def stalled(sim: Any, call: Call, opened: Any) -> float:
    """Makes the call against a server that takes requests and never answers."""
    rule = sim.faults("stall_before", system=call.system, times=0)
    try:
        return interrupted(seen(sim), lambda: call.make(opened))
    finally:
        sim.clear_faults(rule)


def test_ctrl_c_ends_every_call_while_other_threads_go_on(sim: Any) -> None:
    sim.knobs({"vcenter.version": "8.0.3"})
    opened = {owner: opener(sim) for owner, (_, opener) in OPEN.items()}
    for one in opened.values():
        log_in(one)
    took = {}
    for call in CALLS:
        # What is interrupted stays usable: the same client makes all of them.
        one = call.open(sim) if call.apart else opened[call.owner]
        if call.name.endswith(".close"):
            log_in(one)
        took[call.name] = stalled(sim, call, one)
    assert len(took) > 100, "the walk has lost its way"
    slow = {name: seconds for name, seconds in took.items() if seconds >= 0.1}
    # A few may meet a busy machine, and none waits for the server.
    assert len(slow) <= len(took) // 20 and max(took.values()) < 1, slow


def test_ctrl_c_ends_fetching_a_certificate(sim: Any) -> None:
    sim.faults("tls_stall", system="vcenter", times=0)
    assert interrupted(seen(sim), lambda: trust.fetch(sim.vcenter.url)) < 1


def test_ctrl_c_kills_the_command_of_a_secret(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    command = ["sh", "-c", f"echo $$ > {told}; exec sleep 600"]
    ready = lambda: told.exists() and told.read_text().endswith("\n")  # noqa: E731
    assert interrupted(ready, lambda: Secret.from_command(command, timeout=30)) < 1
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)


def test_a_client_that_is_closed_with_ctrl_c_stays_closed(sim: Any) -> None:
    client = open_veeam(sim, "v8")
    client.login()
    sim.faults("stall_before", system="veeam", times=0)
    interrupted(seen(sim), client.close)
    sim.clear_faults()
    with pytest.raises(backupjobs.ClosedError):
        client.jobs()


def fed(path: Path, content: bytes, read: Callable[[Path], Any]) -> Any:
    """Reads a pipe that another Python thread fills: that thread has to get its turn."""
    os.mkfifo(path)
    feeder = threading.Thread(target=path.write_bytes, args=(content,))
    feeder.start()
    try:
        return read(path)
    finally:
        feeder.join()


def test_making_a_client_leaves_the_interpreter(sim: Any, tmp_path: Path) -> None:
    authorities = Path(sim.ca_file).read_bytes()
    with fed(tmp_path / "ca", authorities, lambda path: open_veeam(sim, ca_file=path)) as client:
        assert len(client.jobs()) > 0


def test_reading_files_leaves_the_interpreter(tmp_path: Path) -> None:
    assert repr(fed(tmp_path / "secret", b"canary\n", Secret.from_file)) == "Secret(***)"


def test_a_client_may_be_made_and_dropped_by_any_thread(sim: Any) -> None:
    access = sim.vcenter

    def work() -> None:
        vcenter.Client(access.url, username=access.username, password=access.password, ca_file=sim.ca_file).login()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    methods = [request["method"] for request in sim.journal()]
    assert methods.count("DELETE") == 8, "every session was given back"


def test_a_pool_of_64_threads(sim: Any) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with open_veeam(sim) as client, ThreadPoolExecutor(64) as pool:
        server = client.server()
        found = list(pool.map(lambda _: server.check_all(max_age=None).verdicts, range(128)))
    assert all(len(verdicts) == len(found[0]) > 0 for verdicts in found)
    logins = [request for request in sim.journal() if request["path"].lower().endswith("/token")]
    assert len(logins) == 1, "one login for all threads"
