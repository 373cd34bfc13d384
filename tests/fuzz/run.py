"""Builds the fuzz targets and runs them.

python3 tests/fuzz/run.py [--seconds N | --runs N] [--quick] [--keep] [--jobs N] [target …]

Every target first repeats its corpus and its regressions, then looks for inputs that do something new: for N seconds, or in N
runs in all, which are the same ones each time. With --quick only our own code is instrumented, which spares the build of
all else. With --keep it goes on from what earlier runs have found, in target/fuzz/corpus. Ends with 1 when a property did
not hold; the input that shows it is in target/fuzz/findings.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or ROOT / "target")
BUILD = TARGET / "fuzz"
# What cargo-fuzz passes; all of it is on stable Rust.
COVERAGE = [
    "-sanitizer-coverage-level=4",
    "-sanitizer-coverage-inline-8bit-counters",
    "-sanitizer-coverage-pc-table",
    "-sanitizer-coverage-trace-compares",
]


def targets():
    found = re.findall(r'^\s+\("(\w+)", crate::', (HERE / "src/main.rs").read_text(), re.M)
    assert len(found) > 10, "the list of targets in main.rs is not where it was"
    return found


def build(quick):
    cargo = os.environ.get("CARGO", "cargo")
    flags = ["--cfg", "fuzzing", "-Cpasses=sancov-module", *(f"-Cllvm-args={arg}" for arg in COVERAGE)]
    flags = " ".join([*flags, "-Cforce-frame-pointers=yes"])
    command = [cargo, "build", "--locked", "-p", "backupjobs-fuzz", "--features", "libfuzzer"]
    if quick:
        wrapper = {"RUSTC_WORKSPACE_WRAPPER": str(HERE / "instrument.sh"), "FUZZ_FLAGS": flags}
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **wrapper})
        return TARGET / "debug" / "backupjobs-fuzz"
    host = subprocess.run(["rustc", "-vV"], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    host = re.search(r"^host: (.*)$", host, re.M).group(1)
    env = {**os.environ, "RUSTFLAGS": flags, "CARGO_TARGET_DIR": str(BUILD)}
    env.pop("CARGO_ENCODED_RUSTFLAGS", None)
    # With --target, what only helps to build is not instrumented.
    subprocess.run([*command, "--profile", "fuzz", "--target", host], check=True, cwd=ROOT, env=env)
    return BUILD / host / "fuzz" / "backupjobs-fuzz"


class Result:
    def __init__(self, target, output, code, finding):
        numbers = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", output)
        self.target, self.output, self.code, self.finding = target, output, code, finding
        self.coverage, self.features, self.corpus = map(int, numbers[-1]) if numbers else (0, 0, 0)
        executions = re.search(r"stat::number_of_executed_units:\s+(\d+)", output)
        last = re.findall(r"^#(\d+)\s", output, re.M)
        self.executions = int(executions.group(1)) if executions else int(last[-1]) if last else 0


def fuzz(program, target, limit, keep):
    findings = BUILD / "findings" / target
    findings.mkdir(parents=True, exist_ok=True)
    before = set(findings.iterdir())
    given = [HERE / kind / target for kind in ("corpus", "regressions")]
    given = [str(folder) for folder in given if folder.is_dir()]
    with tempfile.TemporaryDirectory() as scratch:
        grown = BUILD / "corpus" / target if keep else Path(scratch)
        grown.mkdir(parents=True, exist_ok=True)
        # Nothing that a machine happens to have set decides what a target does.
        env = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        env |= {"BACKUPJOBS_FUZZ": target, "RUST_BACKTRACE": "1"}
        command = [str(program), limit, "-seed=1", f"-dict={HERE / 'words.dict'}"]
        command += ["-max_len=8192", "-timeout=25", "-rss_limit_mb=2048", "-print_final_stats=1"]
        command += [f"-artifact_prefix={findings}/", str(grown), *given]
        done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=BUILD)
    new = sorted(set(findings.iterdir()) - before)
    return Result(target, done.stdout.decode(errors="replace"), done.returncode, new[0] if new else None)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=int, default=3, help="time for each target")
    arguments.add_argument("--runs", type=int, help="runs of each target, instead of a time")
    arguments.add_argument("--quick", action="store_true", help="instrument only our own code")
    arguments.add_argument("--keep", action="store_true", help="go on from what earlier runs have found")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="targets at a time")
    arguments.add_argument("target", nargs="*")
    given = arguments.parse_args()
    known = targets()
    for target in given.target:
        if target not in known:
            sys.exit(f"no such target: {target}; there are {', '.join(known)}")
    program = build(given.quick)
    began = time.monotonic()
    with ThreadPoolExecutor(given.jobs) as pool:
        chosen = given.target or known
        limit = f"-runs={given.runs}" if given.runs else f"-max_total_time={given.seconds}"
        results = list(pool.map(lambda target: fuzz(program, target, limit, given.keep), chosen))
    print("| target | executions | edges | features | inputs that differ | findings |\n|---|--:|--:|--:|--:|--:|")
    for result in results:
        print(
            f"| `{result.target}` | {result.executions:,} | {result.coverage:,} | {result.features:,} "
            f"| {result.corpus:,} | {int(result.code != 0)} |"
        )
    total = sum(result.executions for result in results)
    print(f"{total:,} executions in {time.monotonic() - began:.0f} s, {given.jobs} targets at a time")
    failed = [result for result in results if result.code != 0]
    for result in failed:
        print(f"\n==== {result.target}: ended with {result.code}\n{result.output[-6000:]}")
        if result.finding:
            print(f"the input: {result.finding}\nwhen it is corrected, keep it: tests/fuzz/regressions/{result.target}/")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
