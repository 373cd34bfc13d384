"""The plugin ends by itself, whatever it waits for, and is UNKNOWN then."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest
from plugin import Answer, Plugin

#: What the alarm writes: nothing came back from the library in time.
LAST_WORDS = "BACKUP UNKNOWN - no result within 3 s\n"
STALLS: dict[str, dict[str, Any]] = {
    "login": {"kind": "stall_before", "path": "/Token"},
    "answer": {"kind": "stall_after", "bytes": 5, "path": "/Jobs"},
    "handshake": {"kind": "tls_stall"},
    "drip": {"kind": "drip", "bytes": 1, "ms": 200, "path": "/Jobs"},
}


def hurried(plugin: Plugin, *more: str, environment: dict[str, str] | None = None, **where: Any) -> Answer:
    command = plugin.arguments("veeam", "--ca-file", plugin.sim.ca_file, "-t", "3", *more, **where)
    return plugin.run(command, environment)


@pytest.mark.parametrize("stall", STALLS.values(), ids=STALLS)
def test_a_server_that_stalls(plugin: Plugin, sim: Any, stall: dict[str, Any]) -> None:
    sim.faults(system="veeam", times=0, **stall)
    answer = hurried(plugin)
    assert answer.code == 3 and answer.out != LAST_WORDS, "the library said so in time"
    assert sim.veeam.url in answer.line or "veeam." in answer.line


def test_a_port_that_accepts_and_is_silent(plugin: Plugin) -> None:
    with socket.create_server(("127.0.0.1", 0)) as hole:
        answer = hurried(plugin, url=f"https://127.0.0.1:{hole.getsockname()[1]}")
    assert answer.code == 3 and answer.out != LAST_WORDS


def test_many_slow_answers(plugin: Plugin, sim: Any) -> None:
    sim.faults("delay_after", system="veeam", times=0, ms=1000)
    answer = hurried(plugin)
    assert answer.code == 3 and answer.line.startswith("BACKUP UNKNOWN - no result within 3 s, veeam.")
    alone = hurried(plugin, "--zabbix-job", "3396ba22-21b1-4666-a631-0edfc12a59cd")
    assert alone.code == 0 and json.loads(alone.out)["level"] == 3


def test_a_name_that_is_not_resolved(plugin: Plugin) -> None:
    source, library = plugin.folder / "hang.c", plugin.folder / "hang.so"
    source.write_text("#include <unistd.h>\nint getaddrinfo(void) { for (;;) pause(); }\n")
    command = [os.environ.get("CC", "cc"), "-shared", "-fPIC", "-fno-builtin", str(source), "-o", str(library)]
    subprocess.run(command, check=True)
    answer = hurried(plugin, url="https://vb365.example:4443", environment={"LD_PRELOAD": str(library)})
    assert answer.code == 3 and answer.out != LAST_WORDS
    assert "vb365.example" in answer.line


def test_a_logout_that_stalls_does_not_spoil_the_answer(plugin: Plugin, sim: Any) -> None:
    """Both together take longer than there is time, so that the alarm ends it."""
    sim.faults("delay_after", system="vcenter", method="GET", ms=1600)
    sim.faults("stall_before", system="vcenter", method="DELETE", times=0)
    answer = plugin.run(plugin.arguments("vcenter", "--ca-file", sim.ca_file, "-t", "4"))
    assert answer.code == 0 and answer.out.count("\n") == 1
    assert [entry["method"] for entry in sim.journal()][-1] == "DELETE", "it was tried"


@pytest.mark.parametrize("mode", ["", "--zabbix-discovery", "--zabbix-job=71"])
def test_a_secret_that_never_comes(plugin: Plugin, mode: str) -> None:
    """Opening it does not return, so only the alarm is left."""
    pipe = plugin.folder / "pipe"
    os.mkfifo(pipe)
    command = plugin.arguments("veeam", "-t", "1", "--password", f"file:{pipe}", *filter(None, [mode]))
    answer = plugin.run(command)
    if mode.startswith("--zabbix-job"):
        assert json.loads(answer.out) == {"level": 3, "level_name": "unknown", "reason": "no result within 1 s"}
        assert answer.code == 0
    else:
        assert (answer.code, answer.out) == (3, "BACKUP UNKNOWN - no result within 1 s\n")


def test_an_alarm_that_was_blocked(plugin: Plugin) -> None:
    """As a daemon may leave it to its children."""
    pipe = plugin.folder / "pipe"
    os.mkfifo(pipe)
    old = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    try:
        answer = plugin.run(plugin.arguments("veeam", "-t", "1", "--password", f"file:{pipe}"))
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)
    assert answer.code == 3


def test_a_command_that_never_ends(plugin: Plugin) -> None:
    program = plugin.folder / "forever"
    program.write_text(f"#!/bin/sh\necho $$ >{plugin.folder}/pid\nexec sleep 600\n")
    program.chmod(0o700)
    answer = hurried(plugin, "--password", f"command:{program}")
    assert answer.code == 3 and answer.out != LAST_WORDS and "forever" in answer.line
    pid = Path(plugin.folder, "pid").read_text().strip()
    assert not Path(f"/proc/{pid}").exists(), "it was ended, too"
