"""Runs the quick starts of the README as they stand there, against the simulator.

Usage: check.py LIB_DIR EXAMPLES_DIR, with the wheels installed in the Python that runs this. A block is marked by a comment
`<!-- quick-start: LANGUAGE [FILE] -->` before it; the lines of one with a FILE must stand in that file, in their order,
and the file's example is run.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import backupjobs_sim

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"<!-- quick-start: (\S+)(?: (\S+))? -->\n```\w+\n(.*?)```\n", re.S)


def command(language: str, file: str, text: str, lib: Path, examples: Path, work: Path) -> "list[str]":
    if language == "python":
        script = work / "quick_start.py"
        script.write_text(text)
        return [sys.executable, str(script)]
    if language == "c":
        source, program = work / "quick_start.c", work / "quick_start"
        source.write_text(text)
        flags = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", f"-I{ROOT / 'include'}"]
        link = [f"-L{lib}", f"-Wl,-rpath,{lib}", "-lbackupjobs"]
        subprocess.run(["cc", *flags, str(source), "-o", str(program), *link], check=True)
        return [str(program)]
    if language == "rust":
        rest = iter(line.strip() for line in (ROOT / file).read_text().splitlines())
        missing = [line for line in text.splitlines() if line.strip() and line.strip() not in rest]
        if missing:
            sys.exit(f"README: this line is not in {file}, or not in this order: {missing[0]}")
        return [str(examples / Path(file).stem)]
    sys.exit(f"README: no way to run a quick start in {language}")


def main() -> None:
    lib, examples = (Path(path).resolve() for path in sys.argv[1:])
    blocks = BLOCK.findall((ROOT / "README.md").read_text())
    if {block[0] for block in blocks} != {"python", "c", "rust"}:
        sys.exit(f"README: expected a quick start in python, c and rust, found {[block[0] for block in blocks]}")
    failed = 0
    for language, file, text in blocks:
        with tempfile.TemporaryDirectory() as work, backupjobs_sim.Simulator() as sim:
            sim.clock(mode="real", scale=60)
            environment = {
                **os.environ,
                "VEEAM_URL": sim.veeam.url,
                "VEEAM_USER": sim.veeam.username,
                "VEEAM_PASSWORD": sim.veeam.password,
                "VEEAM_CA": str(sim.ca_file),
            }
            run = subprocess.run(
                command(language, file, text, lib, examples, Path(work)), env=environment, capture_output=True, text=True
            )
            starts = [r for r in sim.truth()["veeam"]["runs"] if r["origin"] == "api"]
            good = run.returncode == 0 and run.stdout.startswith("ok: ") and len(starts) == 1
            print(f"{'ok  ' if good else 'FAIL'} quick start in {language}: {run.stdout.strip()}")
            if not good:
                failed += 1
                print(f"exit code {run.returncode}, {len(starts)} starts\n{run.stderr}")
    print(f"{len(blocks) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
