"""Running smoke.py in a Python of choice."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

SMOKE = Path(__file__).with_name("smoke.py")


def smoke(sim: Any, python: str | Path, package: Path | None = None) -> str:
    """Makes one backup, with the package that is installed there or unpacked in a folder; what is said of it."""
    sim.clock(per_request_s=1)
    access = {name: sim.veeam[name] for name in ("url", "username", "password")}
    argument = json.dumps({**access, "ca_file": str(sim.ca_file)})
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    if package:
        environment["PYTHONPATH"] = str(package)
    command = [str(python), "-B", str(SMOKE), argument]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
