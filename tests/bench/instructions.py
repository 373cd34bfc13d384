#!/usr/bin/env python3
"""Instructions of the hot paths, counted by callgrind: instructions.py --target target/bench [--write]

A time says nothing on another machine, a count of instructions almost the same: a regression shows anywhere. What is counted
is the difference between a run with few calls and one with more, in the programs in C, with the library as it is
released; the kernel's part is not in it. Fails when a count is more than 5 % over the one in instructions.json.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from contest import environment
from server import Server

HERE = Path(__file__).resolve().parent
RECORDED = HERE / "instructions.json"
#: Compilers differ a little from version to version.
TOLERANCE = 1.05


class HotPath(NamedTuple):
    """A hot path: the program, its work, and how often it is done at first and then."""

    title: str
    program: str
    work: str
    calls: "tuple[int, int]"


PATHS = (
    HotPath("one warm GET", "ours", "read", (100, 600)),
    HotPath("one warm GET, libcurl and yyjson", "curl", "read", (100, 600)),
    HotPath("one warm GET, raw socket", "raw", "read", (100, 600)),
    HotPath("one POST", "ours", "start", (100, 600)),
    HotPath("10,000 executions, three fields", "ours", "three", (1, 3)),
    HotPath("10,000 executions, three fields, libcurl and yyjson", "curl", "three", (1, 3)),
    HotPath("1,000 copy jobs with their windows", "ours", "windows", (1, 3)),
)


def counted(path: HotPath, calls: int, target: Path, server: Server) -> int:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--quiet", str(target / "c" / path.program)]
        command += [path.work, server.http[0], server.ca, str(calls)]
        done = subprocess.run(command, env=environment(target / "build"), capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{path.title}: {done.stderr}")
        return sum(int(number) for number in re.findall(r"^(?:summary|totals): (\d+)", out.read_text(), re.M)[:1])


def worse(counts: "dict[str, int]", recorded: "dict[str, int]") -> "list[str]":
    """What of ours takes more than it did."""
    ours = [path.title for path in PATHS if path.program == "ours"]
    return [title for title in ours if counts[title] > recorded.get(title, counts[title]) * TOLERANCE]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", type=Path, required=True)
    parser.add_argument("--server", type=Path, help="the server's program, if not that in the target folder")
    parser.add_argument("--write", action="store_true", help="record what is counted")
    given = parser.parse_args()
    recorded = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    counts = {}
    with Server(given.server or given.target / "backupjobs-bench-server", http=1) as server:
        for path in PATHS:
            few, many = (counted(path, calls, given.target, server) for calls in path.calls)
            count = counts[path.title] = round((many - few) / (path.calls[1] - path.calls[0]))
            before = recorded.get(path.title)
            change = f"{(count / before - 1) * 100:+.1f} %" if before else "new"
            print(f"{path.title:55} {count:>13,}  {change}", flush=True)
    if given.write:
        RECORDED.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")
    elif more := worse(counts, recorded):
        sys.exit(f"more instructions than recorded: {', '.join(more)}")


if __name__ == "__main__":
    main()
