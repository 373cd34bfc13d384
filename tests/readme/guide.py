"""Compiles and runs every example of ffi-c/README.md against the simulator, and compares its tables with the library.

Usage: guide.py LIB_DIR [--write], with the simulator's wheel installed in the Python that runs this.

A block is marked by a comment before it: `<!-- example: c NAME -->` for a whole program, `<!-- example: c NAME(…) -->` for
a function, which the program marked `<!-- frame -->` then calls in place of `example(…)`. What is to happen stands in
scenes.py under NAME. A block of C without a mark is an error. --write renews the table of statuses.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import backupjobs_sim

from scenes import SCENES, Play

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "ffi-c" / "doc"))

from header import read  # noqa: E402

GUIDE = ROOT / "ffi-c" / "README.md"
BLOCK = re.compile(r"(?:<!-- (frame|example: (c|c\+\+) (\w+)(\([^\n]*\))?) -->\n)?```(?:c|cpp)\n(.*?)```\n", re.S)
TABLE = re.compile(r"(<!-- statuses: .*? -->\n).*?(<!-- /statuses -->)", re.S)
SANITIZE = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"]
# Not every example needs the frame's job.
WARN = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-variable"]


def sources(text: str, lib: Path) -> "dict[str, tuple[str, str, list[str]]]":
    """For each example its language, the whole program, and what it is linked with."""
    shared = [f"-L{lib}", f"-Wl,-rpath,{lib}", "-lbackupjobs"]
    blocks = BLOCK.findall(text)
    frame = next((block[4] for block in blocks if block[0] == "frame"), "")
    found = {}
    for mark, language, name, arguments, code in blocks:
        if mark == "frame":
            continue
        if not mark:
            sys.exit(f"{GUIDE.name}: this block has no mark: {code.splitlines()[0]}")
        if arguments:
            before, main = frame.split("int main", 1)
            code = before + code + "\nint main" + main.replace("example(server, job, &err)", name + arguments)
        found[f"{name} in {language}"] = (language, code, shared)
    # By hand, as the guide says.
    system = re.search(r"<!-- static -->\n```text\n(.*?)\n```", text)
    if system is None:
        sys.exit(f"{GUIDE.name}: the libraries for static linking are not there")
    found["nightly in c, static"] = (*found["nightly in c"][:2], [str(lib / "libbackupjobs.a"), *system[1].split()])
    unplayed = {name.split()[0] for name in found} ^ set(SCENES)
    if unplayed:
        sys.exit(f"{GUIDE.name}: examples without a scene, or scenes without an example: {sorted(unplayed)}")
    return found


def play(name: str, language: str, code: str, library: "list[str]") -> "tuple[str, str]":
    """Compiles it, links it with a library and runs it; what was wrong with it, "" for nothing."""
    with tempfile.TemporaryDirectory() as directory, backupjobs_sim.Simulator() as sim:
        work = Path(directory)
        source, program = work / ("example.c" if language == "c" else "example.cpp"), work / "example"
        source.write_text(code)
        compiler = [os.environ.get("CC", "cc")] if language == "c" else [os.environ.get("CXX", "c++"), "-std=c++17"]
        flags = ["-g", *WARN, *SANITIZE, f"-I{ROOT / 'include'}", str(source), "-o", str(program), *library]
        made = subprocess.run([*compiler, *flags], capture_output=True, text=True)
        if made.returncode != 0:
            return name, made.stderr
        environment = {
            **{key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")},
            "VEEAM_URL": sim.veeam.url,
            "VEEAM_USER": sim.veeam.username,
            "VEEAM_PASSWORD": sim.veeam.password,
            "VEEAM_CA": str(sim.ca_file),
        }
        try:
            SCENES[name.split()[0]](Play([str(program)], environment, work, sim))
        except (AssertionError, OSError, subprocess.TimeoutExpired) as wrong:
            return name, str(wrong) or "not as it should be"
    return name, ""


def statuses(lib: Path) -> str:
    """The table of statuses: numbers and meanings as the header has them, remedies as the library does."""
    library = ctypes.CDLL(str(lib / "libbackupjobs.so"))
    library.bkj_status_remedy.restype = ctypes.c_char_p
    rows = ["| number | constant | meaning | what usually helps |", "|---|---|---|---|"]
    for constant in (declared for declared in read()[1] if re.match("BKJ_(OK|ERR_.*)$", declared.name)):
        remedy = library.bkj_status_remedy(int(constant.value))
        meaning = " ".join(constant.doc.split())
        rows.append(f"| {constant.value} | `{constant.name}` | {meaning} | {remedy.decode() if remedy else ''} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    lib = Path(sys.argv[1]).resolve()
    text = GUIDE.read_text(encoding="utf-8")
    renewed = TABLE.sub(lambda match: match[1] + statuses(lib) + match[2], text)
    if "--write" in sys.argv:
        GUIDE.write_text(renewed, encoding="utf-8")
    elif renewed != text:
        sys.exit(f"{GUIDE.name}: the table of statuses is not what the library says; --write renews it")
    examples = sources(text, lib)
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for name, wrong in pool.map(lambda item: play(item[0], *item[1]), examples.items()):
            print(f"{'FAIL' if wrong else 'ok  '} {name}\n{wrong}".rstrip(), flush=True)
            failed += bool(wrong)
    print(f"{len(examples) - failed} examples of the guide passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
