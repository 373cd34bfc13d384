#!/usr/bin/env python3
"""Judges exchanges with the simulator by extracts of the vendors' specifications. See README.md.

    tests/specs/check.py [--specs FOLDER] [--verbose] FILE…

The files are written by `tests/scenarios/run.py --exchanges` and by `tests/foreign` (BACKUPJOBS_EXCHANGES). The
extracts are not part of the repository: without their folder (BACKUPJOBS_SPECS, or ../shared/specs beside the
repository) there is nothing to judge by, and that is said.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEFAULT = HERE.parents[2] / "shared" / "specs"

try:
    import extracts
    from exchange import Exchange, read
    from extract import Judgement
    from known import excuse
except ImportError as missing:
    sys.exit(f"{missing}: install tests/requirements.txt")


@dataclass
class Tally:
    """What came of the exchanges of one extract."""

    exchanges: int = 0
    requests: int = 0
    seen: Counter = field(default_factory=Counter)
    left_out: Counter = field(default_factory=Counter)


class Report:
    """What came of all of them."""

    def __init__(self, known: dict[str, "extracts.Judge"]) -> None:
        self.known = known
        self.tallies = {name: Tally() for name in known}
        #: Sentence to where it was found first, and how often.
        self.wrong: dict[str, tuple[Exchange, list[int]]] = {}
        self.notes: Counter = Counter()
        self.without: Counter = Counter()
        self._judged: dict[tuple, Judgement] = {}

    def add(self, exchange: Exchange) -> None:
        name = extracts.name(exchange)
        if name not in self.known:
            self.without[name] += exchange.times
            return
        tally = self.tallies[name]
        tally.exchanges += exchange.times
        judgement = self._judge(name, exchange)
        if judgement.operation is not None:
            tally.seen[judgement.operation] += exchange.times
        if not any(one.startswith(("request", "the")) for one in judgement.left_out):
            tally.requests += exchange.times
        for why in judgement.left_out:
            tally.left_out[why] += exchange.times
        for one in map(any_item, judgement.wrong):
            sentence = f"{name}, {judgement.operation}: {one}"
            if why := excuse(sentence, exchange):
                tally.left_out[f"{one.partition(':')[0]}: {why}"] += exchange.times
            else:
                self.wrong.setdefault(sentence, (exchange, [0]))[1][0] += exchange.times
        for one in map(any_item, judgement.notes):
            self.notes[f"{name}, {judgement.operation}: {one}"] += exchange.times

    def _judge(self, name: str, exchange: Exchange) -> Judgement:
        """The same exchange in three languages is judged once."""
        what = (exchange.method, exchange.path, exchange.query, exchange.headers, exchange.content_type, exchange.body)
        key = (name, *what, exchange.status, exchange.answer, *sorted(map(str, exchange.knobs.items())))
        if key not in self._judged:
            self._judged[key] = self.known[name].judge(exchange)
        return self._judged[key]

    def show(self, verbose: bool) -> None:
        for sentence, (exchange, (times,)) in sorted(self.wrong.items()):
            print(f"WRONG {sentence}\n    {times} times, first in {exchange.source}: {exchange.line}")
            print(f"    sent {shortened(exchange.body)}, got {exchange.status} {shortened(exchange.answer)}")
        for sentence, times in sorted(self.notes.items()):
            print(f"note: {sentence} ({times} times)")
        print(f"{'extract':<22}{'operations':>12}{'exchanges':>11}{'requests':>10}")
        for name, tally in self.tallies.items():
            operations = f"{len(tally.seen)}/{len(self.known[name].names)}"
            print(f"{name:<22}{operations:>12}{tally.exchanges:>11}{tally.requests:>10}")
            if verbose:
                for operation in self.known[name].names:
                    print(f"    {tally.seen[operation]:>6}  {operation}")
        print("left out:")
        for name, tally in self.tallies.items():
            for why, times in sorted(tally.left_out.items()):
                print(f"    {name}: {why} ({times})")
        for name, times in sorted(self.without.items()):
            print(f"    {name}: there is no extract ({times})")
        judged = sum(tally.exchanges for tally in self.tallies.values())
        seen = sum(len(tally.seen) for tally in self.tallies.values())
        of = sum(len(judge.names) for judge in self.known.values())
        print(f"{judged} exchanges over {seen} of {of} operations judged, {len(self.wrong)} kinds of mistakes")


def any_item(sentence: str) -> str:
    """The same sentence for every item of a list."""
    return re.sub(r"\[\d+\]", "[]", sentence)


def shortened(text: str, length: int = 300) -> str:
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= length else f"{text[:length]}…"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--specs", type=Path, default=Path(os.environ.get("BACKUPJOBS_SPECS") or DEFAULT))
    parser.add_argument("--verbose", "-v", action="store_true", help="show every operation, and how often it was seen")
    args = parser.parse_args()
    if not args.specs.is_dir():
        print("left out: no extracts of the vendors' specifications are here (BACKUPJOBS_SPECS names their folder)")
        return 0
    if missing := [str(path) for path in args.files if not path.is_file()]:
        print(f"there is no {', '.join(missing)}: run the tests that write it", file=sys.stderr)
        return 2
    report = Report(extracts.read_all(args.specs))
    for path in args.files:
        for exchange in read(path):
            report.add(exchange)
    report.show(args.verbose)
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
