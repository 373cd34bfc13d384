"""Contenders in turn: bursts of work in an order that changes with every round, on a machine that is never quite quiet.

A fixed loop is timed before and after each burst, on the same CPU. A burst counts when both came within 8 % of the quietest
ones; when too few do, the quietest third counts. Ratios are of bursts of the same round.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from server import Server, pinned

#: How much slower than the quietest the fixed loop may be around a burst that counts.
QUIET = 1.08


class Programs(NamedTuple):
    """What is run. A build of ours is a folder with the package ``backupjobs`` and ``lib/libbackupjobs.so`` in it."""

    #: An interpreter that has the peers.
    python: str
    #: Where the programs in C are.
    c: Path
    build: Path
    #: Other builds, by name.
    also: "dict[str, Path]"
    #: The libraries below us by themselves.
    layers: Path


def environment(build: Path) -> "dict[str, str]":
    """Nothing of the caller's: no proxies, no certificates."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(build),
        "LD_LIBRARY_PATH": str(build / "lib"),
        # Else setuptools, which VMware's SDK needs, slows the start of every Python down.
        "SETUPTOOLS_USE_DISTUTILS": "stdlib",
    }


class Worker:
    """One contender in its own process."""

    def __init__(self, command: "list[str]", build: Path, cpu: "int | None") -> None:
        self.command = command
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(build), **pinned(cpu)
        )

    def ask(self, line: str) -> "dict[str, Any]":
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"{self.command[:4]} ended: {self.process.wait()}")
        return json.loads(answer)

    def close(self) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def start(name: str, work: str, url: str, ca: str, programs: Programs, cpu: "int | None") -> Worker:
    """``C …`` is a program in C, ``Rust …`` a layer below us; ``… (NAME)`` is another build of ours."""
    also = name.partition("(")[2].rstrip(")")
    if name.startswith("C "):
        program = {"raw": "raw", "libcurl+yyjson": "curl"}.get(name[2:], "ours")
        command = [str(programs.c / program), work, url, ca]
    elif name.startswith("Rust "):
        command = [str(programs.layers), name.split()[1], url, ca]
    else:
        command = [programs.python, str(Path(__file__).parent / "worker.py"), name, work, url, ca]
    return Worker(command, programs.also[also] if also else programs.build, cpu)


def fixed_loop() -> float:
    began = time.perf_counter()
    for _ in range(30_000):
        pass
    return time.perf_counter() - began


class Burst(NamedTuple):
    round: int
    median: float
    cpu: float
    around: float


class Figures(NamedTuple):
    """What came out for one contender: nanoseconds."""

    low: float
    median: float
    high: float
    cpu: float
    counted: int
    bursts: int


def quartiles(values: "list[float]") -> "tuple[float, float, float]":
    if len(values) < 2:
        return (values[0],) * 3
    low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, median, high


def counting(bursts: "list[Burst]", level: float) -> "list[Burst]":
    clean = [burst for burst in bursts if burst.around <= level * QUIET]
    if len(clean) * 3 >= len(bursts):
        return clean
    return sorted(bursts, key=lambda burst: burst.around)[: -(-len(bursts) // 3)]


class Contest:
    """The bursts of all contenders at one piece of work."""

    def __init__(self) -> None:
        self.bursts: "dict[str, list[Burst]]" = {}
        self.found: "dict[str, Any]" = {}
        #: That one call takes.
        self.requests: "dict[str, int]" = {}

    def run(self, workers: "dict[str, Worker]", server: Server, rounds: int, seconds: float, cold: bool) -> None:
        names = list(workers)
        for name in names:
            # Connects, logs in, fills caches.
            workers[name].ask("burst 0")
            before = server.counters()
            self.found[name] = workers[name].ask("burst 0")["found"]
            after = server.counters()
            self.requests[name] = after["requests"] - before["requests"]
            if after["connections"] != before["connections"] and not cold:
                sys.exit(f"{name} does not keep its connection")
        line = f"burst {int(seconds * 1e9)}"
        for number in range(rounds):
            random.shuffle(names)
            for name in names:
                before = fixed_loop()
                told = workers[name].ask(line)
                around = max(before, fixed_loop())
                self.bursts.setdefault(name, []).append(Burst(number, told["median"], told["cpu"], around))

    @property
    def level(self) -> float:
        everything = sorted(burst.around for bursts in self.bursts.values() for burst in bursts)
        return everything[len(everything) // 20]

    def counted(self, name: str) -> "list[Burst]":
        return counting(self.bursts[name], self.level)

    def figures(self, name: str) -> Figures:
        counted = self.counted(name)
        cpu = statistics.median(burst.cpu for burst in counted)
        return Figures(*quartiles([burst.median for burst in counted]), cpu, len(counted), len(self.bursts[name]))

    def ratio(self, name: str, against: str, field: str = "median") -> "tuple[float, float, float]":
        """Of bursts of the same round, if enough of them count; else of all rounds."""
        left, right = ({b.round: b for b in self.counted(which)} for which in (name, against))
        if len(left.keys() & right.keys()) < 3:
            left, right = ({b.round: b for b in self.bursts[which]} for which in (name, against))
        both = left.keys() & right.keys()
        return quartiles([getattr(left[r], field) / getattr(right[r], field) for r in sorted(both)])


def peak(name: str, work: str, url: str, ca: str, programs: Programs, times: int) -> "dict[str, float]":
    """Memory that the work takes the first time, in fresh processes."""
    told = []
    for _ in range(times):
        worker = start(name, work, url, ca, programs, None)
        told.append(worker.ask("memory"))
        worker.close()
    return {field: statistics.median(one[field] for one in told) for field in ("more", "peak")}
