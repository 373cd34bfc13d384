"""Many thousand calls through C and through Python, against servers that fail: memory, descriptors and threads stay flat.

usage: run.py --calls N [--soak-c PROGRAM] [--python] [--threads N] [--rounds N] [--leak WHAT] [--samples DIR] [--sim COMMAND]

--soak-c names the program made of soak.c; --python takes the package that the running Python has.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from backupjobs_sim import Simulator
from judge import failures, judge
from trouble import Trouble

HERE = Path(__file__).resolve().parent


def environment(sim: Simulator) -> dict[str, str]:
    """The addresses, as run.sh of tests/c puts them."""
    values = {"CONTROL_PORT": sim.control_url.rsplit(":", 1)[1], "CA_FILE": sim.ca_file, "LEAF_SHA256": sim.leaf_sha256}
    for system in ("veeam", "teradata", "vcenter"):
        values.update({f"{system}_{name}".upper(): v for name, v in sim.server(system).items() if isinstance(v, str)})
        jobs = sim.truth()[system].get("jobs") or []
        values.update({f"{system.upper()}_JOB": str(jobs[0]["id"])} if jobs else {})
    return {**os.environ, **{f"SIM_{name}": value for name, value in values.items()}}


def resident(sim: Simulator) -> int:
    """What the simulator takes, in KiB."""
    return int(Path(f"/proc/{sim.ready['pid']}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") // 1024


def soak(name: str, command: list[str], sim: Simulator, arguments: argparse.Namespace) -> list[str]:
    """Runs one program; what is wrong with it."""
    sim.reset()
    amount = [str(arguments.calls), str(arguments.threads), str(arguments.rounds)]
    trouble, began = Trouble(sim), time.monotonic()
    trouble.start()
    process = subprocess.Popen([*command, *amount, *filter(None, [arguments.leak])], env=environment(sim), stdout=subprocess.PIPE)
    assert process.stdout is not None
    samples = [json.loads(line) for line in process.stdout]
    code = process.wait()
    seconds = time.monotonic() - began
    trouble.end()
    if code != 0 or len(samples) < 3:
        return [f"{name}: ended with {code} after {len(samples)} samples"]
    before, *rounds, after = samples
    held = [before, next(s for s in rounds if s["calls"] >= 0.2 * after["calls"]), rounds[-1], after]
    print(
        f"{name}: {after['calls']} calls by {arguments.threads} threads in {seconds:.0f} s, "
        f"{trouble.requests} requests, {trouble.hits} of them hit by a fault; {json.dumps(after['ends'])}"
    )
    print(f"  the simulator: {resident(sim)} KiB resident")
    if arguments.samples is not None:
        (arguments.samples / f"{name}.jsonl").write_text("".join(json.dumps(sample) + "\n" for sample in samples))
    for moment, values in zip(("before", "at 20 %", "at the end", "all freed"), held):
        print(f"  {moment:<11}" + ", ".join(f"{values[n]} {n}" for n in values if n not in ("calls", "ends")))
    return [f"{name}: {text}" for text in judge(samples, arguments.threads) + failures(after)]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--calls", type=int, required=True)
    parser.add_argument("--soak-c", type=Path)
    parser.add_argument("--python", action="store_true")
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--leak", choices=("memory", "file", "thread"))
    parser.add_argument("--samples", type=Path, help="a folder for all that was measured")
    parser.add_argument("--sim", default=os.environ.get("BACKUPJOBS_SIM"))
    arguments = parser.parse_args()
    wrong = []
    with Simulator(command=arguments.sim) as sim:
        if arguments.soak_c is not None:
            wrong += soak("C", [str(arguments.soak_c)], sim, arguments)
        if arguments.python:
            wrong += soak("Python", [sys.executable, str(HERE / "soak.py")], sim, arguments)
    print("\n".join(wrong) or "flat")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
