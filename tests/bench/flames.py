#!/usr/bin/env python3
"""Flame graphs of two hot paths, by instructions: flames.py --target target/bench

callgrind counts, with the callers of each function beside it; a run with few calls is taken off one with more, so that what is
done once is not in the picture. The library is built with its symbols. Writes flames-read.svg and flames-executions.svg.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from html import escape
from pathlib import Path

from contest import environment
from server import Server

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GRAPHS = (
    ("flames-read.svg", "one warm GET through the C ABI", "read", (100, 600)),
    ("flames-executions.svg", "10,000 executions and three fields of each through the C ABI", "three", (1, 3)),
)
#: Callers that are told apart; what is deeper hangs from nowhere.
DEPTH = 60
WIDTH, LINE = 1200, 16
#: Narrower than this part of the whole is not drawn.
NARROWEST = 0.002


def library(target: Path) -> Path:
    """A folder with the library as it is released, but with its symbols."""
    build = target / "flames"
    command = [os.environ.get("CARGO", "cargo"), "build", "--quiet", "--locked", "--release", "-p", "backupjobs-c"]
    command += ["--config", "profile.release.strip=false", "--target-dir", str(build)]
    subprocess.run(command, cwd=ROOT, check=True)
    (build / "lib").mkdir(exist_ok=True)
    (name,) = (file.name for file in (target / "build" / "lib").glob("libbackupjobs.so.?"))
    (build / "lib" / name).unlink(missing_ok=True)
    (build / "lib" / name).symlink_to(build / "release" / "libbackupjobs_c.so")
    return build


def stacks(program: "list[str]", build: Path) -> "Counter[str]":
    """Instructions by stack, innermost function first, with ' between."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--quiet", "--demangle=no"]
        command += [f"--separate-callers={DEPTH}", "--compress-strings=no", "--compress-pos=no", *program]
        done = subprocess.run(command, env=environment(build), capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        found: "Counter[str]" = Counter()
        stack, skip = "", False
        for line in out.read_text().splitlines():
            if line.startswith("fn="):
                stack = line[3:]
            elif line.startswith("calls="):
                skip = True  # What comes next is the callee's.
            elif re.match(r"\d", line):
                if not skip:
                    found[stack] += int(line.split()[1])
                skip = False
        return found


def readable(names: "list[str]") -> "dict[str, str]":
    """Without what the compiler has added."""
    text = subprocess.run(["c++filt"], input="\n".join(names), capture_output=True, text=True, check=True).stdout
    told = {}
    for name, plain in zip(names, text.splitlines()):
        plain = re.sub(r"::h[0-9a-f]{16}$|\[[0-9a-f]{16}\]", "", plain)
        plain = re.sub(r"<([^<>]+) as [^<>]+>", r"\1", plain)
        told[name] = plain
    return told


class Frame:
    def __init__(self) -> None:
        self.total, self.inner = 0, {}

    def add(self, stack: "list[str]", count: int) -> None:
        self.total += count
        if stack:
            self.inner.setdefault(stack[0], Frame()).add(stack[1:], count)

    @property
    def depth(self) -> int:
        return 1 + max((frame.depth for frame in self.inner.values()), default=0)

    def drawn(self, name: str, x: float, level: int, scale: float, whole: int, height: int) -> "list[str]":
        width = self.total * scale
        if width < NARROWEST * WIDTH:
            return []
        y = height - (level + 1) * LINE
        # The same color for the same room, warm as flames are.
        hue = sum(name.partition("::")[0].encode()) * 37 % 55
        room = int(width / 6.4)
        shown = name if len(name) <= room else name[: max(room - 1, 0)] + "…"
        title = f"{escape(name)}: {self.total / whole * 100:.1f} %, {self.total:,} instructions"
        pieces = [
            f'<g><title>{title}</title><rect x="{x:.1f}" y="{y}" width="{max(width - 0.5, 0.5):.1f}" height="{LINE - 1}" '
            f'fill="hsl({hue},85%,68%)"/><text x="{x + 3:.1f}" y="{y + 12}">{escape(shown) if room > 3 else ""}</text></g>'
        ]
        for inner, frame in sorted(self.inner.items()):
            pieces += frame.drawn(inner, x, level + 1, scale, whole, height)
            x += frame.total * scale
        return pieces


def picture(title: str, root: Frame) -> str:
    height = (root.depth + 2) * LINE + 20
    pieces = root.drawn(f"{title}: {root.total:,} instructions", 0, 0, WIDTH / root.total, root.total, height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="monospace" font-size="10.5">'
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>{"".join(pieces)}</svg>\n'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", type=Path, required=True)
    given = parser.parse_args()
    build = library(given.target.resolve())
    with Server(given.target / "backupjobs-bench-server", http=1) as server:
        for file, title, work, calls in GRAPHS:
            program = [str(given.target / "c" / "ours"), work, server.http[0], server.ca]
            few, many = (stacks([*program, str(number)], build) for number in calls)
            many.subtract(few)
            root, times = Frame(), calls[1] - calls[0]
            counted = {stack: count // times for stack, count in many.items() if count >= times}
            names = readable(sorted({name for stack in counted for name in stack.split("'")}))
            for stack, count in counted.items():
                frames = [names[name] for name in reversed(stack.split("'")) if not name.isdigit()]
                # From the program's own work on.
                begin = next((at for at, name in enumerate(frames) if name.startswith("bkj_")), 0)
                root.add(frames[begin:], count)
            (HERE / file).write_text(picture(title, root), encoding="utf-8")


if __name__ == "__main__":
    main()
