#!/usr/bin/env python3
"""Speed, memory and size beside what a user would otherwise take: README.md.

    suite.py --target target/bench [--row 1,4] [--part http] [--quick] [--check] [--also NAME=BUILD]

Prints the rows and keeps their figures in the target folder; --write makes RESULTS.md and results.svg of all that are kept.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

import cold
import contest
import report
import rows
import sizes
import waits
from contest import Contest, Programs
from rows import LIMITS, OURS, Goal, Part, Row
from server import Server

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


@dataclasses.dataclass(frozen=True)
class Effort:
    """How much is done for a figure."""

    rounds: int
    seconds: float
    memory: int
    executions: int = 10_000
    copies: int = 1_000
    servers: int = 200
    delay_ms: int = 50
    #: How much faster than time a wait of ten minutes goes.
    scale: float = 60.0
    #: Whether everybody has a CPU to stay on.
    pinned: bool = True


EFFORTS = {
    "full": Effort(30, 0.08, 5),
    "quick": Effort(8, 0.06, 3),
    "check": Effort(1, 0.001, 1, executions=200, copies=20, servers=3, delay_ms=1, scale=600.0, pinned=False),
}


def names_of(part: Part, programs: Programs) -> "list[str]":
    """The contenders; other builds of ours come behind them."""
    return [*part.contenders, *(f"{part.ours} ({name})" for name in programs.also)]


def reached(goal: Goal, part: Part, made: Contest, memory: "dict[str, dict[str, float]]", body: int) -> "tuple[float, ...]":
    """How ours compares: lower quarter, median, upper quarter."""
    if goal.measure == "more":
        return (memory[part.ours]["more"] / body,) * 3
    if goal.measure == "peak":
        peers = [told["peak"] for name, told in memory.items() if not name.startswith(OURS) and name not in LIMITS]
        return (memory[part.ours]["peak"] / min(peers),) * 3
    if goal.measure == "nanoseconds":
        figures = made.figures(part.ours)
        return tuple(value / float(goal.against) for value in (figures.low, figures.median, figures.high))
    return made.ratio(part.ours, goal.against, goal.measure)


def need_same(found: "dict[str, Any]") -> None:
    """Ends it all when a contender finds something else in the answers; those that only receive find nothing."""
    if len({str(what) for what in found.values() if what not in (None, -1)}) != 1:
        sys.exit(f"the contenders do not find the same: {found}")


def told(part: Part, made: Contest, memory: "dict[str, dict[str, float]]", body: int = 0) -> "dict[str, Any]":
    """What is kept of a part."""
    contenders = []
    for name in made.bursts:
        figures = made.figures(name)._asdict()
        low, middle, high = made.ratio(part.ours, name)
        figures.update(name=name, requests=made.requests.get(name), ratio=middle, ratio_low=low, ratio_high=high, **memory.get(name, {}))
        contenders.append(figures)
    goals = []
    for goal in part.goals:
        low, middle, high = reached(goal, part, made, memory, body)
        shown = (1 / high, 1 / middle, 1 / low) if goal.inverse else (low, middle, high)
        goals.append({"goal": goal.text, "low": shown[0], "reached": shown[1], "high": shown[2], "met": middle <= goal.most})
    contenders.sort(key=lambda one: one["median"])
    return {**dataclasses.asdict(part), "contenders": contenders, "goals": goals, "body": body}


def run_part(part: Part, server: Server, programs: Programs, effort: Effort, cpu: "int | None") -> "dict[str, Any]":
    url = ",".join(server.http if part.scheme == "http" else server.https)
    body = server.bytes["copies" if part.work == "windows" else "executions"]
    workers = {name: contest.start(name, part.work, url, server.ca, programs, cpu) for name in names_of(part, programs)}
    made = Contest()
    made.run(workers, server, effort.rounds, effort.seconds, cold=part.work == "cold")
    for worker in workers.values():
        worker.close()
    need_same(made.found)
    # To see whether it runs, one of theirs will do.
    asked = [*part.memory] if effort.memory > 1 else [*part.memory[:1], *part.memory[-1:]]
    if part.ours in asked:
        asked += [f"{part.ours} ({name})" for name in programs.also]
    memory = {name: contest.peak(name, part.work, url, server.ca, programs, effort.memory) for name in asked}
    return told(part, made, memory, body)


def run_row(row: Row, programs: Programs, effort: Effort, program: Path, only: str) -> "list[dict[str, Any]]":
    """The parts of a row whose contenders are workers."""
    everywhere = os.sched_getaffinity(0)
    # A client and its one server never work at the same time, and the kernel would put them on one CPU anyway. Many
    # servers do.
    cpu = max(everywhere)
    parts = []
    for part in row.parts:
        if only not in part.title:
            continue
        many = part.servers > 1
        ports = effort.servers if many else 1
        wanted = {part.scheme: ports, "rows": effort.executions, "copies": effort.copies}
        if many:
            wanted.update(delay_ms=effort.delay_ms, rows=1, copies=1)
        if not effort.pinned:
            with Server(program, **wanted) as server:
                parts.append(run_part(part, server, programs, effort, None))
            continue
        with Server(program, min(everywhere) if many else cpu, **wanted) as server:
            os.sched_setaffinity(0, {cpu})
            parts.append(run_part(part, server, programs, effort, cpu))
            os.sched_setaffinity(0, everywhere)
    return parts


def run_cold(row: Row, programs: Programs, effort: Effort, program: Path) -> "list[dict[str, Any]]":
    (part,) = row.parts
    everywhere = os.sched_getaffinity(0)
    cpu = max(everywhere)
    with Server(program, cpu, https=1, rows=1, copies=1) as server:
        # What is started inherits it.
        os.sched_setaffinity(0, {cpu})
        made = cold.run(server, programs, effort.rounds)
        os.sched_setaffinity(0, everywhere)
    return [told(part, made, {})]


def compiled(target: Path, build: Path, yyjson: Path) -> Path:
    """The programs in C."""
    folder, flags = target / "c", ["-O2", "-Wall", "-Wextra", "-Werror", "-D_GNU_SOURCE", f"-I{ROOT / 'include'}"]
    folder.mkdir(parents=True, exist_ok=True)
    curl = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libcurl"], text=True).split()
    needs = {
        "raw": [],
        "ours": [f"-L{build / 'lib'}", "-lbackupjobs"],
        "curl": [f"-I{yyjson}", str(yyjson / "yyjson.c"), *curl],
    }
    for name, more in needs.items():
        subprocess.run(["cc", *flags, str(HERE / "c" / f"{name}.c"), "-o", str(folder / name), *more], check=True)
    return folder


def versions(python: str) -> str:
    """What it was measured on and with."""
    names = "pycurl urllib3 requests httpx aiohttp msgspec pydantic polars vmware-vcenter".split()
    code = "import platform\nfrom importlib.metadata import version\n"
    code += f"print(f'Python {platform.python_version()}', *(f'{{n}} {{version(n)}}' for n in {names}), sep=', ')"
    peers = subprocess.check_output([python, "-c", code], text=True).strip()
    curl = subprocess.check_output(["pkg-config", "--modversion", "libcurl"], text=True).strip()
    with open("/proc/cpuinfo") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} × {model}; {peers}; in C libcurl {curl} and yyjson"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", type=Path, default=ROOT / "target" / "bench", help="where `make bench-build` put things")
    parser.add_argument("--python", default=str(ROOT / ".venv" / "peers" / "bin" / "python"), help="has the peers installed")
    parser.add_argument("--yyjson", type=Path, default=ROOT / "target" / "yyjson", help="has yyjson.c and yyjson.h")
    parser.add_argument("--server", type=Path, help="the server's program, if not that in the target folder")
    parser.add_argument("--build", type=Path, help="the build of ours, if not that in the target folder")
    parser.add_argument("--also", action="append", default=[], metavar="NAME=BUILD", help="another build of ours, beside it")
    parser.add_argument("--row", default="", help="numbers, with commas between them")
    parser.add_argument("--part", default="", help="only parts with this in their title")
    parser.add_argument("--quick", dest="effort", action="store_const", const="quick", default="full")
    parser.add_argument("--check", dest="effort", action="store_const", const="check", help="only whether it runs")
    parser.add_argument("--write", action="store_true", help="make RESULTS.md and results.svg")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    effort = EFFORTS[given.effort]
    build = given.build or given.target / "build"
    also = {name: Path(folder) for name, _, folder in (one.partition("=") for one in given.also)}
    server = given.server or given.target / "backupjobs-bench-server"
    layers = server.with_name("backupjobs-bench-layers")
    programs = Programs(given.python, compiled(given.target, build, given.yyjson), build, also, layers)
    kept = given.target / "results"
    kept.mkdir(exist_ok=True)
    wanted = [int(number) for number in given.row.split(",") if number]
    try:
        os.nice(-10)
    except OSError:
        pass  # Only root may. Without it there is more noise.
    about = versions(given.python)
    for row in rows.ROWS:
        if wanted and row.number not in wanted:
            continue
        if row.number == 8:
            parts = run_cold(row, programs, effort, server)
        elif row.number == 9:
            parts = waits.run(programs, server, effort.scale)
        elif row.number == 10:
            parts = sizes.run(given.python, given.target / "wheel", build)
        else:
            parts = run_row(row, programs, effort, server, given.part)
        done = {"number": row.number, "title": row.title, "limit": row.limit, "parts": parts, "about": about}
        if given.effort == "check":
            print(f"row {row.number} runs: {', '.join(part['title'] for part in parts)}", flush=True)
            continue
        print(report.row_as_text(done), flush=True)
        if not given.part:
            (kept / f"{row.number}.json").write_text(json.dumps(done, indent=1), encoding="utf-8")
    if given.write:
        everything = [json.loads(file.read_text(encoding="utf-8")) for file in kept.glob("*.json")]
        report.write(HERE, sorted(everything, key=lambda row: row["number"]))


if __name__ == "__main__":
    main()
