"""The demo through the C library: runs the example program once per system and compares its exit codes.

Usage: demo_c.py PROGRAM. The program reads its server from the environment and ends with the verdict as exit code.
"""

import os
import subprocess
import sys

import backupjobs_sim

from world import ACTS, SCALE, prepare

LEVELS = ["ok", "warning", "critical", "unknown"]


def environment(sim: backupjobs_sim.Simulator, system: str, job: str) -> "dict[str, str]":
    server = sim.server(system)
    wanted = {
        "URL": server.url,
        "USER": getattr(server, "username", None),
        "PASSWORD": getattr(server, "password", None),
        "SITE": getattr(server, "site_id", None),
        "TOKEN": getattr(server, "token", None),
    }
    prefix = system.upper()
    return {
        **os.environ,
        **{f"{prefix}_{name}": value for name, value in wanted.items() if value},
        f"{prefix}_CA": str(sim.ca_file),
        "BKJ_POLL_MS": "300",
    }


def main() -> int:
    program = sys.argv[1]
    print(f"{os.path.basename(program)}: three simulated servers, their clocks running {SCALE} times as fast\n")
    as_expected = True
    with backupjobs_sim.Simulator() as sim:
        prepare(sim)
        for act in ACTS:
            print(f"$ {os.path.basename(program)} {act.system} {act.job}", flush=True)
            code = subprocess.run([program, act.system, act.job], env=environment(sim, act.system, act.job)).returncode
            level = LEVELS[code] if 0 <= code < len(LEVELS) else f"code {code}"
            as_expected &= level == act.level
            print(f"  exit code {code}: {level}{'' if level == act.level else f', expected {act.level}'}\n", flush=True)
    print("As it should be: one well, one with a warning, one failed." if as_expected else "Something unexpected happened.")
    print("\nNext: ffi-c/examples/start_wait_verdict.c is the program; include/backupjobs.h is its manual.")
    return 0 if as_expected else 1


if __name__ == "__main__":
    sys.exit(main())
