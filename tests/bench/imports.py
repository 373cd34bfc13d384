#!/usr/bin/env python3
"""Time and memory of an import, next to what else a script for these systems imports: imports.py WHEELS PYTHON

WHEELS has the release wheel of this package in it; PYTHON is an interpreter with requirements.txt installed. Every
import has a fresh interpreter; the packages take turns, so that whatever else the machine does meets all of them; what is shown
is the median over an interpreter that imports nothing. Bytecode is there before the first turn.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TURNS = 25

#: What a script imports to talk to one server; nothing is called.
IMPORTS = {
    "nothing": "pass",
    "backupjobs": "import backupjobs",
    "backupjobs, with aio": "import backupjobs.aio",
    "requests": "import requests",
    "httpx": "import httpx",
    "VMware's SDK": "from vmware.vapi.vsphere.client import create_vsphere_client",
}

PROGRAM = """
import time
began = time.perf_counter()
{statement}
took = time.perf_counter() - began
import sys
fields = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
print(took, int(fields["VmRSS"].split()[0]), len(sys.modules))
"""


def once(python: str, package: Path, statement: str) -> tuple[float, int, int]:
    """Seconds, KiB of resident memory, modules loaded."""
    program = PROGRAM.format(statement=statement)
    # -P: nothing from here; -S would hide what is installed.
    command = [python, "-P", "-c", f"import sys; sys.path.append({str(package)!r})\n{program}"]
    seconds, memory, modules = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), int(memory), int(modules)


def main() -> None:
    wheels, python = Path(sys.argv[1]), sys.argv[2]
    (wheel,) = wheels.glob("backupjobs-*.whl")
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder)
        zipfile.ZipFile(wheel).extractall(package)
        for statement in IMPORTS.values():
            once(python, package, statement)
        seen: dict[str, list[tuple[float, int, int]]] = {name: [] for name in IMPORTS}
        for _ in range(TURNS):
            for name, statement in IMPORTS.items():
                seen[name].append(once(python, package, statement))
    middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in seen.items()}
    seconds, memory, modules = middle.pop("nothing")
    print(f"{wheel.name}, {wheel.stat().st_size / 2**20:.2f} MiB; medians of {TURNS} turns")
    print(f"| {'import':22} | {'ms':>6} | {'MiB':>6} | {'modules':>7} |")
    print(f"| {'-' * 22} | {'-' * 5}: | {'-' * 5}: | {'-' * 6}: |")
    for name, (took, resident, loaded) in middle.items():
        more = f"{(took - seconds) * 1000:6.1f} | {(resident - memory) / 1024:6.1f} | {loaded - modules:7.0f}"
        print(f"| {name:22} | {more} |")


if __name__ == "__main__":
    main()
