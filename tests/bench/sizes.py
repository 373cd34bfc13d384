"""Row 10: bytes of what is released, and of what others install, with all that it needs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from report import table

#: Sizes of packages, each with all that it needs, as installed: without bytecode.
INSTALLED = """
import json, re, sys
from importlib.metadata import distribution, PackageNotFoundError

def needed(name, seen):
    name = re.sub(r"[-_.]+", "-", name).lower()
    if name in seen:
        return
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return  # Only for other platforms, or an extra.
    files = [file.locate() for file in found.files or () if "__pycache__" not in str(file)]
    seen[name] = sum(file.stat().st_size for file in files if file.exists())
    for text in found.requires or ():
        if "extra ==" not in text:
            needed(re.match(r"[A-Za-z0-9._-]+", text).group(), seen)

told = {}
for name in sys.argv[1:]:
    seen = {}
    needed(name, seen)
    told[name] = [sum(seen.values()), len(seen)]
print(json.dumps(told))
"""

MB = 1_000_000
PEERS = ("vmware-vcenter", "veeam-365", "requests")


def run(python: str, wheels: Path, build: Path) -> "list[dict[str, Any]]":
    (wheel,) = wheels.glob("backupjobs-*.whl")
    library = os.path.realpath(build / "lib" / "libbackupjobs.so")
    sizes = {"wheel": wheel.stat().st_size, "stripped shared library": os.stat(library).st_size}
    package = sum(file.stat().st_size for file in (build / "backupjobs").rglob("*") if "__pycache__" not in file.parts)
    installed = json.loads(subprocess.check_output([python, "-c", INSTALLED, *PEERS], text=True))
    lines = [["", "MB", "packages"]]
    lines += [[f"backupjobs, {name}", f"{size / MB:.2f}", "1"] for name, size in sizes.items()]
    lines.append(["backupjobs, installed", f"{package / MB:.2f}", "1"])
    lines += [[f"{name}, installed", f"{size / MB:.2f}", str(count)] for name, (size, count) in installed.items()]
    goals = []
    for name, most in (("wheel", 4), ("stripped shared library", 5)):
        value = sizes[name] / MB
        goals.append({"goal": f"{name} ≤ {most} MB", "low": value, "reached": value, "high": value, "met": value <= most})
    return [{"title": "as released", "text": table(lines), "goals": goals}]
