"""The watch over all tests finds a leak: these tests plant some, and take them away again."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import open_veeam
from watch import HERE, Watch, secrets_of

import backupjobs


class Careless:
    """What a class of this library must not be."""

    __module__ = "backupjobs.careless"

    def __init__(self, password: str) -> None:
        self.password = password

    def __repr__(self) -> str:
        return f"Careless(password={self.password!r})"


def helper(password: str) -> int:
    """Holds it for a moment, and lets it go."""
    careless = [Careless(password)]
    return len(careless)


def found(watch: Watch, secret: str) -> bool:
    """Whether a search finds it; and after that nothing is left to be found. It counts as none."""
    hits = watch.search({secret})
    watch.canaries.found -= len(hits)
    return bool(hits) and not watch.search({secret})


def test_a_repr_is_seen(watch: Watch) -> None:
    watch.search(set())
    helper("planted-in-a-repr")
    assert found(watch, "planted-in-a-repr")


def test_an_exception_is_seen(watch: Watch) -> None:
    watch.search(set())
    with pytest.raises(backupjobs.BackupJobsError):
        raise backupjobs.ConfigError("bad", vendor_message="planted-in-an-exception")
    assert found(watch, "planted-in-an-exception")


def test_a_log_record_is_seen(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    watch.search(set())
    logging.getLogger("backupjobs").warning("bad password %s", "planted-in-a-record")
    caplog.clear()
    assert found(watch, "planted-in-a-record")


def test_the_logins_of_the_simulator_and_live_tokens_are_looked_for(watch: Watch, sim: Any) -> None:
    with open_veeam(sim) as client:
        client.jobs()
    secrets = secrets_of(sim)
    assert {sim.veeam.password, sim.vcenter.password, sim.teradata.token, sim.teradata.client_secret} <= secrets
    token = dict(sim.journal()[-1]["headers"])["authorization"].removeprefix("Bearer ")
    assert token in secrets
    assert watch.canaries.search(secrets).texts([f"{token} and nothing else"])
    watch.canaries.found -= 1


LEAKS = {
    "print": "print('Planted-Canary')",
    "stderr": "import sys; print('Planted-Canary', file=sys.stderr)",
    "record": "import logging; logging.getLogger('backupjobs').error('Planted-Canary')",
    "exception": "import backupjobs; backupjobs.TlsError('Planted-Canary')",
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_a_leak_fails_the_test_that_leaks(tmp_path: Path, leak: str) -> None:
    def run(body: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "test_it.py").write_text(f"def test_it() -> None:\n    {body}\n")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "watch", "-p", "no:cacheprovider", "test_it.py"]
        environment = {**os.environ, "PYTHONPATH": str(HERE)}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    leaky, good = run(leak), run(leak.replace("Canary", "Word"))
    assert leaky.returncode == 1 and "a secret got out" in leaky.stdout and "1 failed" in leaky.stdout, leaky
    assert good.returncode == 0 and ": 0 found" in good.stdout, good
