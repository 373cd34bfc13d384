"""What the benchmarks make of figures; the figures themselves are nobody's promise."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import flames  # noqa: E402
import instructions  # noqa: E402
import report  # noqa: E402
import suite  # noqa: E402
from contest import Burst, Contest, counting  # noqa: E402
from rows import MS, THREADS, Part, at_most, faster  # noqa: E402


def contest(**nanoseconds: "list[float]") -> Contest:
    """Quiet bursts that took so long, round by round."""
    made = Contest()
    for name, times in nanoseconds.items():
        made.bursts[name] = [Burst(number, time, time / 2, 1.0) for number, time in enumerate(times)]
    return made


def part(*goals: object, **more: object) -> Part:
    return Part("http", "three", ("ours", "peer"), ours="ours", goals=goals, unit=MS, **more)  # type: ignore[arg-type]


def test_bursts_beside_noise_do_not_count() -> None:
    quiet, noisy = [Burst(n, 10.0, 5.0, 1.02) for n in range(5)], [Burst(n, 90.0, 5.0, 1.5) for n in range(5, 12)]
    assert counting(noisy + quiet, 1.0) == quiet
    # When hardly any is quiet, the quietest third has to do.
    assert len(counting(noisy, 1.0)) == 3


def test_ratios_are_of_the_same_round() -> None:
    # The machine was slow in the second round, for both.
    made = contest(ours=[10, 100, 10, 10], peer=[20, 200, 20, 20])
    assert made.ratio("ours", "peer") == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("ours, met", [(5, True), (20, False)])
def test_goals(ours: float, met: bool) -> None:
    goals = (at_most(0.1, "peer"), faster(10, "peer"), at_most(2.0, "body", "more"), at_most(1.2, "50", "nanoseconds"))
    memory = {"ours": {"more": ours * 20, "peak": 1.0}}
    made = suite.told(part(*goals), contest(ours=[ours * 2] * 4, peer=[200] * 4), memory, 100)
    told = [goal["met"] for goal in made["goals"]]
    assert told == [met, met, met, True]
    assert made["goals"][1]["reached"] == 100 / ours


def test_peak_memory_is_that_of_the_smallest_peer() -> None:
    others = {"backupjobs.aio": {"peak": 1.0}, THREADS: {"peak": 2.0}}
    memory = {"backupjobs": {"peak": 30.0}, **others, "a": {"peak": 20.0}, "b": {"peak": 40.0}}
    wide = Part("http", "warm", tuple(memory), goals=(at_most(1.0, "peers", "peak"),))
    (goal,) = suite.told(wide, contest(backupjobs=[1.0] * 3), memory)["goals"]
    assert goal["reached"] == 1.5 and not goal["met"]


def test_contenders_must_find_the_same() -> None:
    suite.need_same({"raw": None, "C raw": -1, "ours": 3, "peer": 3})
    with pytest.raises(SystemExit, match="do not find the same"):
        suite.need_same({"raw": None, "ours": 3, "peer": 4})


def test_more_instructions_than_recorded() -> None:
    recorded = {path.title: 1000 for path in instructions.PATHS}
    counts = {**recorded, "one warm GET": 1060, "one POST": 1040, "one warm GET, raw socket": 5000}
    assert instructions.worse(counts, recorded) == ["one warm GET"]


def test_the_page_and_the_picture(tmp_path: Path) -> None:
    made = suite.told(part(at_most(0.1, "peer")), contest(ours=[2e6] * 4, peer=[1e7] * 4), {}, 100)
    row = {"number": 4, "title": "executions & more", "limit": "body", "parts": [made], "about": "a machine"}
    report.write(tmp_path, [row])
    page = (tmp_path / "RESULTS.md").read_text()
    assert "**not met**" in page and "0.20" in page and "| peer " in page
    texts = [one.text for one in ElementTree.parse(tmp_path / "results.svg").iter() if one.text]
    assert "peer" in texts and "5" in texts and any("executions & more" in text for text in texts)


def test_flames_are_as_wide_as_what_they_cost() -> None:
    root = flames.Frame()
    root.add(["main", "read<&str>"], 300)
    root.add(["main", "write"], 100)
    pieces = list(ElementTree.fromstring(flames.picture("all", root)).iter("{http://www.w3.org/2000/svg}g"))
    widths = {piece[0].text: float(piece[1].get("width", 0)) for piece in pieces}
    assert widths["read<&str>: 75.0 %, 300 instructions"] == pytest.approx(900, abs=1)
    assert widths["write: 25.0 %, 100 instructions"] == pytest.approx(300, abs=1)
