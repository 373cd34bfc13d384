"""The tables in README.md: written from what was seen, and compared with it."""

from __future__ import annotations

import difflib
from pathlib import Path

from cell import VERBS
from fault import Fault

FILE = Path(__file__).resolve().parent / "README.md"
BEGIN = "<!-- tables: written by check.py -->\n"
END = "<!-- end of tables -->"
#: What every language saw, by fault, system and verb.
Cells = dict[tuple[str, str, str], str]
#: What every language was told, likewise: the error's kind, message and remedy.
Told = dict[tuple[str, str, str], tuple[str, str, str] | None]


def differences(seen: dict[str, Cells]) -> list[str]:
    """Where the languages do not agree."""
    (first, reference), *others = seen.items()
    wrong = []
    for name, cells in others:
        for key in sorted(reference.keys() | cells.keys()):
            one, other = reference.get(key, "nothing"), cells.get(key, "nothing")
            if one != other:
                wrong.append(f"{' / '.join(key)}: {first} saw {one}, {name} saw {other}")
    return wrong


def rendered(faults: list[Fault], systems: list[str], cells: Cells) -> str:
    """One row for each fault; more where the systems differ."""
    lines = ["| fault | system | read | start |", "| --- | --- | --- | --- |"]
    for fault in faults:
        alike: dict[tuple[str, ...], list[str]] = {}
        for system in systems:
            pair = tuple(cells.get((fault.name, system, verb), "") for verb in VERBS)
            if any(pair):
                alike.setdefault(pair, []).append(system)
        what = f"**{fault.name}**: {fault.says}"
        for pair, names in alike.items():
            where = "all" if len(names) == len(systems) else ", ".join(names)
            lines.append(f"| {what} | {where} | {' | '.join(pair)} |")
            what = ""
    return "\n".join(lines) + "\n"


def sentences(faults: list[Fault], told: list[Told]) -> str:
    """Every sentence, with the faults after which somebody was told it."""
    after: dict[tuple[str, str, str], dict[str, None]] = {}
    for fault in faults:
        if fault.words_vary:
            continue
        for cells in told:
            for key, said in cells.items():
                if said and key[0] == fault.name:
                    after.setdefault(said, {})[fault.name] = None
    lines = ["| error | message | remedy | after |", "| --- | --- | --- | --- |"]
    for kind, message, remedy in sorted(after):
        names = "; ".join(after[kind, message, remedy])
        lines.append(f"| `{kind}` | {message} | {remedy} | {names} |")
    return "\n".join(lines) + "\n"


def split(readme: str) -> tuple[str, str, str]:
    """What is before the tables, the tables, and what is behind them."""
    head, found, rest = readme.partition(BEGIN)
    table, ended, tail = rest.partition(END)
    if not (found and ended):
        raise SystemExit(f"{FILE} has no place for the tables")
    return head + BEGIN, table, END + tail


def changes(new: str, readme: str) -> list[str]:
    """How the tables that stand there differ from the new ones."""
    old = split(readme)[1]
    return list(difflib.unified_diff(old.splitlines(), new.splitlines(), "README.md", "seen", lineterm="", n=0))


def write(new: str, file: Path = FILE) -> None:
    head, _, tail = split(file.read_text(encoding="utf-8"))
    file.write_text(head + new + tail, encoding="utf-8")
