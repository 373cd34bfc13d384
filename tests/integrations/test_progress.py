"""``progress=True`` with the real rich and tqdm: in a terminal, in a notebook, and without either."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest
from conftest import CONNECT, JOB

WAIT = f"""
server = client.server()
job = server.job("{JOB}")
run = server.start(job, look_every=0.01).run
end = server.wait(job, run, poll_min=0.01, poll_max=0.01, progress=True)
"""
SHOW = "print(end.outcome)\n"
WITHOUT_RICH = "import sys; sys.modules['rich'] = None\n"
WITHOUT_TQDM = "import sys; sys.modules['tqdm'] = None\n"
AIO = f"""
import asyncio
from backupjobs import aio
async def main():
    server = aio.Server(client.server())
    job = await server.job("{JOB}")
    run = (await server.start(job, look_every=0.01)).run
    return await server.wait(job, run, poll_min=0.01, poll_max=0.01, progress=True)
end = asyncio.run(main())
"""
NAME = "Contoso mail"


def in_terminal(program: str, environment: dict[str, str], interrupt_at: str | None = None) -> tuple[str, str]:
    """What a program prints, and what it shows on the terminal that is its standard error.

    :param interrupt_at: what it must have shown to be sent SIGALRM
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("4H", 40, 120, 0, 0))
    child = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", program],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        env={**os.environ, **environment, "TERM": "xterm"},
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
            if interrupt_at is not None and interrupt_at in shown.decode(errors="replace"):
                interrupt_at = None
                child.send_signal(signal.SIGALRM)
    except OSError:
        pass  # The end of a terminal.
    os.close(ours)
    assert child.stdout is not None
    printed = child.stdout.read()
    assert child.wait(30) == 0, shown.decode()
    return printed, shown.decode()


@pytest.fixture(autouse=True)
def time_passes(backupjobs_clock: Any) -> None:
    backupjobs_clock.per_request(seconds=5)


@pytest.mark.parametrize("wait", [WAIT, AIO], ids=["blocking", "aio"])
def test_rich(backupjobs_environment: dict[str, str], wait: str) -> None:
    printed, shown = in_terminal(CONNECT + wait + SHOW, backupjobs_environment)
    assert printed == "success\n"
    assert NAME in shown and "running" in shown and "success" in shown and "objects" in shown
    assert "\N{BOX DRAWINGS HEAVY HORIZONTAL}" in shown, "a bar"
    assert shown.endswith("\x1b[?25h"), "the cursor is back"


def test_rich_stands_still_when_a_run_has_failed(backupjobs_sim: Any, backupjobs_environment: dict[str, str]) -> None:
    backupjobs_sim.script("veeam", NAME, outcome="failed")
    printed, shown = in_terminal(CONNECT + WAIT + SHOW, backupjobs_environment)
    frames = re.findall(rf"(.) {NAME}", re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", shown))
    assert printed == "failed\n"
    assert frames[0] in "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏" and frames[-1] == " "


@pytest.mark.parametrize("wait", [WAIT, AIO], ids=["blocking", "aio"])
def test_tqdm(backupjobs_environment: dict[str, str], wait: str) -> None:
    printed, shown = in_terminal(WITHOUT_RICH + CONNECT + wait + SHOW, backupjobs_environment)
    assert printed == "success\n"
    assert re.search(rf"\r{NAME}: \|\S+\| [\d:]+, success", shown), shown
    assert "running" in shown and "\x1b[?25l" not in shown


def test_neither(backupjobs_environment: dict[str, str]) -> None:
    printed, shown = in_terminal(WITHOUT_RICH + WITHOUT_TQDM + CONNECT + WAIT + SHOW, backupjobs_environment)
    lines = shown.splitlines()
    assert printed == "success\n"
    assert len(lines) >= 2 and all(re.match(rf"\d\d:\d\d {NAME}: \w+", line) for line in lines), shown
    assert "success" in lines[-1] and len(set(lines)) == len(lines)


def test_not_a_terminal(backupjobs_environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CONNECT + WAIT + SHOW],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **backupjobs_environment},
    )
    assert (done.returncode, done.stdout) == (0, "success\n")
    assert all(re.match(rf"\d\d:\d\d {NAME}: \w+", line) for line in done.stderr.splitlines()), done.stderr


def test_many(backupjobs_environment: dict[str, str]) -> None:
    program = """
server = client.server()
runs = [(job, server.start(job, look_every=0.01).run) for job in server.jobs()[:3]]
print(*[end.outcome for end in server.wait_all(runs, poll_min=0.01, poll_max=0.01, progress=True)])
"""
    printed, shown = in_terminal(CONNECT + program, backupjobs_environment)
    assert printed == "success success success\n"
    assert shown.count("\N{BOX DRAWINGS HEAVY HORIZONTAL}" * 20) >= 3


def test_ctrl_c_gives_the_terminal_back(backupjobs_environment: dict[str, str]) -> None:
    program = f"""
import signal
signal.signal(signal.SIGALRM, signal.default_int_handler)
server = client.server()
run = server.start("{JOB}", look_every=0.01).run
try:
    server.wait("{JOB}", run, poll_min=60, poll_max=60, progress=True)
except KeyboardInterrupt:
    print("interrupted")
"""
    printed, shown = in_terminal(CONNECT + program, backupjobs_environment, interrupt_at="running")
    assert printed == "interrupted\n" and shown.endswith("\x1b[?25h")


@pytest.mark.parametrize("hidden", ["", WITHOUT_RICH], ids=["rich", "tqdm"])
def test_a_notebook(backupjobs_environment: dict[str, str], tmp_path: Path, hidden: str) -> None:
    cells = [hidden + CONNECT, WAIT, SHOW]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    place = {"metadata": {"path": str(tmp_path)}}
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3", resources=place).execute()
    outputs = notebook.cells[1].outputs
    assert notebook.cells[2].outputs[0].text == "success\n"
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert "application/vnd.jupyter.widget-view+json" in kinds, outputs
    widgets = notebook.metadata.get("widgets", {})
    # tqdm writes blanks that do not break.
    shown = str(widgets).replace("\\u2007", " ")
    assert NAME in shown and "success" in shown
