"""The figures as a picture: for each piece of work, everybody's time as a multiple of ours."""

from __future__ import annotations

import math
from html import escape
from typing import Any

from rows import LIMITS

WIDTH, LEFT, RIGHT, LINE, GAP = 900, 250, 70, 17, 30
OURS, PEER, LIMIT = "#0b6e4f", "#8d99ae", "#d9b44a"
#: From a thirtieth of our time to two hundred times as much.
SMALLEST, LARGEST = 0.03, 200.0


def across(ratio: float) -> float:
    """Where a ratio stands, on a logarithmic scale."""
    part = math.log(max(SMALLEST, min(LARGEST, ratio)) / SMALLEST) / math.log(LARGEST / SMALLEST)
    return LEFT + part * (WIDTH - LEFT - RIGHT)


def bar(y: int, name: str, ratio: float, ours: bool) -> str:
    color = OURS if ours else LIMIT if name in LIMITS else PEER
    begin, end = sorted((across(1), across(ratio)))
    if ours:
        begin, end = begin - 2, end + 2
    return (
        f'<text x="{LEFT - 8}" y="{y + 12}" text-anchor="end"{" font-weight=" + chr(34) + "bold" + chr(34) if ours else ""}>'
        f"{escape(name)}</text>"
        f'<rect x="{begin:.1f}" y="{y + 2}" width="{max(end - begin, 1):.1f}" height="{LINE - 5}" fill="{color}"/>'
        f'<text x="{max(end, across(1)) + 5:.1f}" y="{y + 12}">{ratio:.2g}</text>'
    )


def drawn(rows: "list[dict[str, Any]]") -> str:
    y, pieces = 24, []
    for row in rows:
        for part in row["parts"]:
            contenders = [one for one in part.get("contenders", ()) if "(" not in one["name"]]
            if not contenders:
                continue
            pieces.append(f'<text x="10" y="{y}" font-size="13">{row["number"]}. {escape(row["title"])}: {escape(part["title"])}</text>')
            y += 6
            for one in sorted(contenders, key=lambda one: -one["ratio"]):
                pieces.append(bar(y, one["name"], 1 / one["ratio"], one["name"] == part["ours"]))
                y += LINE
            y += GAP
    ticks = []
    for ratio in (0.1, 1, 10, 100):
        x = across(ratio)
        ticks.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="8" y2="{y - 18}" stroke="#ddd"/>')
        ticks.append(f'<text x="{x:.1f}" y="{y - 6}" text-anchor="middle">{ratio:g} ×</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" font-family="sans-serif" font-size="11">'
        f'<rect width="{WIDTH}" height="{y}" fill="white"/>{"".join(ticks)}{"".join(pieces)}</svg>\n'
    )
