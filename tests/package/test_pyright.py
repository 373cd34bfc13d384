"""The second type checker: what a user writes, and whether every public name has a type."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from conftest import ROOT

WRITTEN = [ROOT / "tests/python/usage.py", ROOT / "tests/demo/demo.py", ROOT / "tests/package/smoke.py"]


def pyright(*arguments: str | Path) -> Any:
    # It asks the first python of the PATH where the packages are.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = [sys.executable, "-m", "pyright", "--outputjson", *map(str, arguments)]
    environment = {**os.environ, "PATH": path}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def errors(report: Any) -> list[str]:
    found = report["generalDiagnostics"]
    return [f"{one['file']}:{one['range']['start']['line'] + 1}: {one['message']}" for one in found]


def test_it_understands_a_user() -> None:
    assert errors(pyright(*WRITTEN)) == []


def test_it_finds_slips(tmp_path: Path) -> None:
    file = tmp_path / "slips.py"
    file.write_text(
        "# pyright: strict\n"
        "from backupjobs import Run, veeam\n"
        "def check(run: Run, client: veeam.Client) -> None:\n"
        "    run.phase = 'running'\n"
        "    client.start_job(5)\n"
        "    for job in client.jobs(): print(job.nothing)\n"
        "    print(run.started + 1)\n",
        encoding="utf-8",
    )
    found = {int(line.split(":")[1]) for line in errors(pyright(file))}
    assert found == {4, 5, 6, 7}


def test_every_public_name_has_a_type() -> None:
    report = pyright("--verifytypes", "backupjobs", "--ignoreexternal")["typeCompleteness"]
    assert report["exportedSymbolCounts"]["withUnknownType"] == 0
    wanting = [
        f"{symbol['name']}: {one['message']}"
        for symbol in report["symbols"]
        # What mirrors a blocking call has the types of that call, which is the point of it: there is nothing to annotate.
        if symbol["isExported"] and not symbol["isTypeKnown"] and not symbol["name"].startswith("backupjobs.aio.")
        for one in symbol["diagnostics"] or [{"message": "no type"}]
    ]
    assert wanting == []
