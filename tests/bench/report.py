"""Rows as text, and the page of all of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import picture
from rows import LIMITS, THREADS

INTRODUCTION = """# Results

Written by `make bench`; how it is measured: [README.md](README.md). Only ratios mean something: they are of bursts of the
same round, their median, and in brackets their middle half.

![our time, and that of the peers as multiples of it](results.svg)
"""


def ratio(value: float) -> str:
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def goal_text(goal: "dict[str, Any]") -> str:
    spread = "" if goal["low"] == goal["high"] else f" ({ratio(goal['low'])}–{ratio(goal['high'])})"
    return f"{ratio(goal['reached'])}{spread}"


def part_as_text(part: "dict[str, Any]") -> str:
    unit, size = part["unit"]
    remembers = any("more" in one for one in part["contenders"])
    head = ["", f"median {unit}", "middle half", f"CPU {unit}", f"{part['ours']} ÷ it", "requests", "bursts"]
    lines = []
    for one in part["contenders"]:
        cells = [
            one["name"],
            f"{one['median'] / size:.4g}",
            f"{one['low'] / size:.4g}–{one['high'] / size:.4g}",
            f"{one['cpu'] / size:.4g}",
            "1" if one["name"] == part["ours"] else f"{ratio(one['ratio'])} ({ratio(one['ratio_low'])}–{ratio(one['ratio_high'])})",
            str(one["requests"] or ""),
            f"{one['counted']} of {one['bursts']}",
        ]
        if remembers:
            cells.append(memory(one, part))
        lines.append(cells)
    if remembers:
        head.append("peak memory, MiB")
    return table([head, *lines])


def memory(one: "dict[str, Any]", part: "dict[str, Any]") -> str:
    """Of the process, where many are read; else what the work adds."""
    if "more" not in one:
        return ""
    if part["servers"] > 1:
        return f"{one['peak'] / 2**20:.1f}"
    return f"+{one['more'] / 2**20:.1f} ({one['more'] / part['body']:.2f} × body)"


def table(rows: "list[list[str]]") -> str:
    widths = [max(3, *(len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows
    ]
    # Figures to the right.
    figures = [all(re.match(r"[\d+-]|$", row[column]) for row in rows[1:]) for column in range(len(widths))]
    rule = "| " + " | ".join("-" * (width - 1) + (":" if right else "-") for width, right in zip(widths, figures)) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def row_as_text(row: "dict[str, Any]") -> str:
    pieces = [f"### {row['number']}. {row['title']}"]
    for part in row["parts"]:
        pieces.append(f"#### {part['title']}\n\n{part.get('text') or part_as_text(part)}")
        for goal in part["goals"]:
            pieces.append(f"{'met' if goal['met'] else '**not met**'}: {goal['goal']}; reached {goal_text(goal)}")
    return "\n\n".join(pieces) + "\n"


def in_unit(one: "dict[str, Any]", part: "dict[str, Any]") -> str:
    value = one["median"] / part["unit"][1]
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def beside(part: "dict[str, Any]") -> "tuple[str, str, str]":
    """The limit, the peers and ours, in words and medians."""
    contenders = part.get("contenders", ())
    told = {one["name"]: f"{in_unit(one, part)} {part['unit'][0]}" for one in contenders}
    ours = told.pop(part.get("ours", ""), "")
    # The others are named by the row.
    limit = next((f"; {name} {told[name]}" if name == THREADS else f" {told[name]}" for name in LIMITS if name in told), "")
    told = {name: time for name, time in told.items() if name not in LIMITS}
    return limit, ", ".join(f"{name} {time}" for name, time in told.items() if "backupjobs" not in name), ours


def summary(rows: "list[dict[str, Any]]") -> str:
    lines = [["#", "work", "limit", "peers", "ours", "to reach: reached"]]
    for row in rows:
        for part in row["parts"]:
            limit, peers, ours = beside(part)
            goals = [f"{goal['goal']}: {ratio(goal['reached'])} {'met' if goal['met'] else '**not met**'}" for goal in part["goals"]]
            work = f"{row['title']}: {part['title']}"
            lines.append([str(row["number"]), work, f"{row['limit']}{limit}", peers, ours, "<br>".join(goals)])
    return table(lines)


def write(folder: Path, rows: "list[dict[str, Any]]") -> None:
    about = sorted({row["about"] for row in rows})
    # docs/performance.md shows what stands between the two titles.
    table_of_all = ["## All rows", summary(rows), "Measured on: " + "; ".join(about) + ".", "## Each by itself"]
    pieces = [INTRODUCTION, *table_of_all, *(row_as_text(row) for row in rows)]
    (folder / "RESULTS.md").write_text("\n\n".join(piece.strip() for piece in pieces) + "\n", encoding="utf-8")
    (folder / "results.svg").write_text(picture.drawn(rows), encoding="utf-8")
