"""A panic inside the library is an exception here, and the client, the thread and the interpreter go on.

The panics are planted: this needs a wheel that was built with the feature ``planted-panic``, unpacked in the folder that
BACKUPJOBS_PLANTED names (``make test-python`` does that). What is installed has no such functions.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

import backupjobs._native

PLANTED = os.environ.get("BACKUPJOBS_PLANTED")


def run(script: str, sim: Any) -> subprocess.CompletedProcess[str]:
    """Runs a script with the planted package; its last line must be the word "through"."""
    assert PLANTED is not None
    access = sim.vcenter
    start = (
        "import gc, sys, threading\nimport backupjobs\nfrom backupjobs import _native\n"
        f"access = {(access.url, access.username, access.password, str(sim.ca_file))!r}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", start + script + "\nprint('through')"],
        env={**os.environ, "PYTHONPATH": PLANTED},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "through", done.stderr
    return done


needs_planted = pytest.mark.skipif(PLANTED is None, reason="BACKUPJOBS_PLANTED names no package with planted panics")


def test_what_is_installed_has_no_planted_panics() -> None:
    assert not [name for name in dir(backupjobs._native) if "plant" in name]


@needs_planted
def test_a_panic_is_an_internal_error(sim: Any) -> None:
    run(
        """
for place in ("detached", "probed"):
    for _ in range(3):
        try:
            _native.planted_panic(place)
        except backupjobs.InternalError as error:
            assert f"planted, {place}" in error.message and error.kind == "internal", error
        else:
            raise AssertionError(place)
""",
        sim,
    )


@needs_planted
def test_a_panic_while_attached_to_the_interpreter_is_an_exception(sim: Any) -> None:
    run(
        """
try:
    _native.planted_panic("attached")
except BaseException as error:
    assert type(error).__name__ == "PanicException" and "planted, attached" in str(error), error
else:
    raise AssertionError
_native.planted_panic("nowhere")
""",
        sim,
    )


@needs_planted
def test_a_panic_in_the_midst_of_a_call_leaves_nothing_locked(sim: Any) -> None:
    run(
        """
client = _native.planted_client(*access, "POST")
seen = []
def ask():
    for _ in range(5):
        try:
            client.backup_jobs()
        except backupjobs.InternalError as error:
            seen.append(error)
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads:
    thread.start()
ask()
for thread in threads:
    thread.join(30)
    assert not thread.is_alive()
# All of them log in, and each login ends in a panic after its request.
assert len(seen) == 45 and all("planted, POST" in error.message for error in seen), len(seen)
client.close()
try:
    client.backup_jobs()
except backupjobs.ClosedError:
    pass
else:
    raise AssertionError
""",
        sim,
    )


@needs_planted
def test_a_panic_while_a_client_is_dropped_ends_nothing(sim: Any) -> None:
    done = run(
        """
unraisable = []
sys.unraisablehook = lambda seen: unraisable.append(str(seen.exc_value))
client = _native.planted_client(*access, "DELETE")
client.backup_jobs()
del client
gc.collect()
assert len(unraisable) == 1 and "planted, DELETE" in unraisable[0], unraisable
# One that is left to the end of the interpreter.
client = _native.planted_client(*access, "DELETE")
client.backup_jobs()
""",
        sim,
    )
    assert "planted, DELETE" in done.stderr
