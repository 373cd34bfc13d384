"""A driver that lets a secret out fails the run, wherever it lets it out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
#: Answers every command with what `LEAK` makes of the password, and otherwise with nothing.
DRIVER = """
import sys
for command in sys.stdin:
    op, *pairs = command.rstrip("\\n").split("\\t")
    password = dict(pair.split("=", 1) for pair in pairs).get("password", "")
    if password:
        LEAK
    print("ok", flush=True)
"""
LEAKS = {
    "nothing": "pass",
    "line": "print(f'error.message\\t{password}')",
    "debug": "print(f'~debug\\tConfig {{ password: {password} }}')",
    "escaped": "print(f'account\\tno luck\\\\n  {password}')",
    "stderr": "print(password, file=sys.stderr)",
    "base64": "import base64; print('~detail\\tBasic ' + base64.b64encode(('x:' + password).encode()).decode())",
}


@pytest.mark.parametrize("how", LEAKS)
def test_a_leaking_driver_fails_the_run(tmp_path: Path, how: str) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER.replace("LEAK", LEAKS[how]))
    command = [sys.executable, str(HERE / "run.py"), "--driver", f"leaky={sys.executable} {driver}", "common/closed"]
    run = subprocess.run(command, capture_output=True, text=True, env=os.environ)
    # It does not do what the scenario asks for, so the run fails anyhow: what counts is of what.
    assert run.returncode == 1 and "canaries: " in run.stdout, run
    leaked = how != "nothing"
    assert ("a secret got out" in run.stdout) is leaked, run
    assert (" texts: 0 found" in run.stdout) is not leaked, run
    assert "Sim-Passw0rd!" not in run.stdout, run
