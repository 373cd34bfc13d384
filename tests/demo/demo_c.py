"""The demo through the C library: runs the example program once per system and compares its exit codes.

Usage: demo_c.py PROGRAM. The program reads its server from the environment and ends with the verdict as exit code.
"""

import os
import subprocess
import sys

import backupjobs_sim

from world import ACTS, SCALE, prepare

LEVELS = ["ok", "warning", "critical", "unknown"]


def environment(sim: backupjobs_sim.Simulator, system: str) -> "dict[str, str]":
    server = sim.server(system)
    wanted = {
        "BKJ_USERNAME": getattr(server, "username", None),
        "BKJ_PASSWORD": getattr(server, "password", None),
        "BKJ_SITE": getattr(server, "site_id", None),
        "BKJ_TOKEN": getattr(server, "token", None),
        "BKJ_LOCATION_TYPE": "SFTP",
        "BKJ_LOCATION": "sftp://backup.example.net/vcsa",
        "BKJ_CA_FILE": str(sim.ca_file),
        "BKJ_POLL_MS": "300",
    }
    return {**os.environ, **{name: value for name, value in wanted.items() if value}}


def main() -> int:
    program = sys.argv[1]
    print(f"{os.path.basename(program)}: three simulated servers, their clocks running {SCALE} times as fast\n")
    as_expected = True
    with backupjobs_sim.Simulator() as sim:
        prepare(sim)
        for act in ACTS:
            arguments = [act.system, sim.server(act.system).url, act.job]
            print(f"$ {os.path.basename(program)} {' '.join(arguments)}", flush=True)
            code = subprocess.run([program, *arguments], env=environment(sim, act.system)).returncode
            level = LEVELS[code] if 0 <= code < len(LEVELS) else f"code {code}"
            as_expected &= level == act.level
            print(f"  exit code {code}: {level}{'' if level == act.level else f', expected {act.level}'}\n", flush=True)
    print("As it should be: one well, one with a warning, one failed." if as_expected else "Something unexpected happened.")
    print("\nNext: ffi-c/examples/start_wait_verdict.c is the program; include/backupjobs.h is its manual.")
    return 0 if as_expected else 1


if __name__ == "__main__":
    sys.exit(main())
