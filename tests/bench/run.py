"""From the start of a program to its verdict: one that uses backupjobs beside one that does the same by libcurl.

Usage: run.py LIB_DIR [--runs N], with the simulator's wheel installed in the Python that runs this. Both programs are
compiled, must send the same requests and come to the same verdict, and then take turns against one simulator. Prints the
figures; asserts nothing about time.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import backupjobs_sim

HERE = Path(__file__).resolve().parent
INCLUDE = HERE.parents[1] / "include"


class Run(NamedTuple):
    """One run of a program; times in milliseconds."""

    verdict: float
    end: float
    cpu: float


def compiled(work: Path, lib: Path) -> "dict[str, Path]":
    """The two programs."""
    curl = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libcurl", "jansson"], text=True).split()
    ours = [f"-I{INCLUDE}", f"-L{lib}", f"-Wl,-rpath,{lib}", "-lbackupjobs"]
    programs = {}
    for name, flags in {"verdict": ours, "verdict_curl": curl}.items():
        programs[name] = work / name
        command = ["cc", "-O2", "-Wall", "-Wextra", "-Werror", str(HERE / f"{name}.c"), "-o", str(programs[name]), *flags]
        subprocess.run(command, check=True)
    return programs


def run(command: "list[str]", wanted: "tuple[int, bytes]" = (0, b"ok\n")) -> Run:
    """Runs a program once, which must end with that exit code and have said that first."""
    reading, writing = os.pipe()
    quiet = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    says = (os.POSIX_SPAWN_DUP2, writing, 1)
    began = time.perf_counter()
    child = os.posix_spawn(command[0], command, {}, file_actions=[says, *([] if wanted[0] == 0 else [quiet])])
    os.close(writing)
    said = os.read(reading, 100)
    verdict = time.perf_counter()
    _, status, used = os.wait4(child, 0)
    end = time.perf_counter()
    os.close(reading)
    if (os.waitstatus_to_exitcode(status), said) != wanted:
        sys.exit(f"{command[0]}: status {status}, {said!r}")
    cpu = used.ru_utime + used.ru_stime
    return Run((verdict - began) * 1000, (end - began) * 1000, cpu * 1000)


def requests(sim: Any, command: "list[str]") -> "list[tuple[str, str, list[list[str]]]]":
    """What a program asks the server for."""
    sim.clear_journal()
    run(command)
    return [(entry["method"], entry["path"], sorted(entry["query"])) for entry in sim.journal()]


def library(lib: Path, work: Path) -> None:
    """Size, and what it exports."""
    stripped = work / "stripped.so"
    shutil.copy(lib / "libbackupjobs.so", stripped)
    subprocess.run(["strip", str(stripped)], check=True)
    names = subprocess.check_output(["nm", "-D", "--defined-only", str(stripped)], text=True).splitlines()
    print(f"libbackupjobs.so, stripped: {stripped.stat().st_size / 2**20:.2f} MiB, {len(names)} exported symbols")


def figure(name: str, title: str, values: "list[float]") -> None:
    low, median, high = statistics.quantiles(values, n=4)
    print(f"  {name:<13} {title:<17} median {median:7.2f} ms, half of them {low:7.2f} to {high:7.2f}, best {min(values):7.2f}")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("lib", type=Path)
    arguments.add_argument("--runs", type=int, default=300)
    given = arguments.parse_args()
    lib = given.lib.resolve()
    with tempfile.TemporaryDirectory() as directory, backupjobs_sim.Simulator() as sim:
        work = Path(directory)
        library(lib, work)
        job = sim.truth()["veeam"]["jobs"][0]["id"]
        sim.run("veeam", job)
        sim.advance(3600)
        server = [sim.veeam.url, sim.veeam.username, sim.veeam.password, str(sim.ca_file), job]
        commands = {name: [str(path), *server] for name, path in compiled(work, lib).items()}
        asked = {name: requests(sim, command) for name, command in commands.items()}
        if asked["verdict"] != asked["verdict_curl"] or not asked["verdict"]:
            sys.exit(f"the programs do not send the same requests: {asked}")
        done: "dict[str, list[Run]]" = {name: [] for name in commands}
        idle: "dict[str, list[Run]]" = {name: [] for name in commands}
        for turn in range(given.runs):
            # Each goes first as often as the other.
            for name in sorted(commands, reverse=turn % 2 == 0):
                done[name].append(run(commands[name]))
                idle[name].append(run(commands[name][:1], (3, b"")))
        print(f"{given.runs} runs each, in turn, {os.cpu_count()} CPUs, {platform.machine()}; {len(asked['verdict'])} requests a run")
        for name, runs in done.items():
            figure(name, "to the verdict", [one.verdict for one in runs])
            figure(name, "to the end", [one.end for one in runs])
            figure(name, "CPU time", [one.cpu for one in runs])
            # Loading the libraries and setting them up; without arguments no more is done.
            figure(name, "CPU time, loading", [one.cpu for one in idle[name]])


if __name__ == "__main__":
    main()
