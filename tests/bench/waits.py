"""Row 9: how often the server is asked, and how much is computed, while programs/wait.py waits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from contest import Programs, environment
from report import table
from server import Server

MINUTES = 10
RUNS = 500
PROGRAM = Path(__file__).resolve().parent / "programs" / "wait.py"


def run(programs: Programs, server: Path, scale: float) -> "list[dict[str, Any]]":
    lines, goals = [["", "requests", "looks", "one request for each run and look", "CPU s", "in looks", "between them"]], []
    for name, build in {"backupjobs": programs.build, **programs.also}.items():
        with Server(server, http=1, rows=1, copies=1, running_ms=int(MINUTES * 60_000 / scale)) as serving:
            command = [programs.python, str(PROGRAM), serving.http[0], str(MINUTES), str(scale)]
            told = json.loads(subprocess.check_output(command, env=environment(build), text=True))
            asked = serving.counters()["requests"]
        if told["succeeded"] != RUNS:
            raise SystemExit(f"not all runs ended well: {told}")
        one_by_one = RUNS * told["looks"]
        # The looks as they were, and what ten whole minutes between them take.
        between = told["idle"] * MINUTES * 60 * (1 - 1 / scale)
        cpu = told["busy"] + between
        seconds = [f"{value:.2f}" for value in (cpu, told["busy"], between)]
        lines.append([name, str(asked), str(told["looks"]), str(one_by_one), *seconds])
        if name == "backupjobs":
            for goal, value, most in (("requests ≤ 1/50", asked / one_by_one, 1 / 50), ("CPU under 1 s", cpu, 1.0)):
                goals.append({"goal": goal, "low": value, "reached": value, "high": value, "met": value <= most})
    title = f"a time-lapse: {scale:g} times as fast"
    return [{"title": title, "text": table(lines), "goals": goals}]
