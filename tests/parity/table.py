"""Which scenario proves which operation, and the table that says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

import exceptions
from core import Core, Item
from scenario import VARIABLE, Scenario, as_text, opened, read_all

VERSIONS = ("v2", "v3", "v4", "v5", "v6", "v7", "v8")
#: Of each room; the names are those that scenarios open. `teradata` is Enterprise.
ROOMS = {"veeam": VERSIONS, "teradata": ("teradata", "lake"), "vcenter": ("rest", "api")}
COLUMNS = tuple(column for columns in ROOMS.values() for column in columns)
TITLES = (*(f"Veeam {version}" for version in VERSIONS), "Teradata Enterprise", "Teradata Lake", "vCenter /rest", "vCenter /api")
CLAIM = re.compile(r"(\w+)\.(\w+)(?:@(\w+))?( unsupported)?")
SHOWN = 3


@dataclass(frozen=True)
class Operation:
    """One row: its name in the scenarios, and in the three languages."""

    name: str
    rust: str
    c: str
    python: str
    columns: tuple[str, ...]


def operation(item: Item) -> Operation:
    """A function of a client, or of the server of the common model."""
    room, name = item.room, item.name
    if not room:
        return Operation(f"server.{name}", f"Server::{name}", f"bkj_server_{name}", f"Server.{name}", COLUMNS)
    rust, python = f"{room}::Client::{name}", f"{room}.Client.{name}"
    return Operation(f"{room}.{name}", rust, f"bkj_{room}_{name}", python, ROOMS[room])


def operations(core: Core) -> list[Operation]:
    """Everything that can be done, in the order of the core's files."""
    items = [f for f in core.functions if f.owner in ("Client", "Server") and f.name not in exceptions.NO_OPERATION]
    others = [Operation(*names, ROOMS.get(names[0].split(".")[0], COLUMNS)) for names in exceptions.OTHER_OPERATIONS]
    return [*(operation(item) for item in items if not item.room), *others, *(operation(i) for i in items if i.room)]


def does(scenario: Scenario, operation: str, column: str) -> bool:
    """Whether a scenario calls the operation on that system at all: a claim must not outlive its steps."""

    def fill(text: str) -> str:
        return VARIABLE.sub(lambda m: as_text(scenario.variables.get(m.group(1), m.group(0))), text)

    calls = {fill(step["call"]) for step in scenario.steps if "call" in step}
    wanted = "close" if operation.endswith(".close") else operation
    # What a server serves is found out without opening anything.
    return wanted in calls and (operation.endswith(".detect") or column in opened(scenario))


def proofs(rows: list[Operation]) -> tuple[dict, list[str]]:
    """`{(operation, column): [scenario, …]}` and `…unsupported` beside it; and what is wrong with the claims."""
    known = {row.name: row.columns for row in rows}
    found: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    wrong = []
    for scenario in read_all():
        file = scenario.name.split("[", 1)[0]
        for claim in scenario.proves:
            match = CLAIM.fullmatch(claim)
            room, verb, column, unsupported = match.groups() if match else ("", "", "", None)
            column = column or room
            operation = f"{room}.{verb}"
            if operation not in known or column not in known[operation]:
                wrong.append(f"{scenario.name} claims to prove '{claim}', which does not exist")
            elif not does(scenario, operation, column):
                wrong.append(f"{scenario.name} claims to prove '{claim}' but never does it")
            elif (file, bool(unsupported)) not in found.setdefault((operation, column), []):
                found[operation, column].append((file, bool(unsupported)))
    for operation, places in known.items():
        wrong += [f"no scenario proves {operation} on {c}" for c in places if (operation, c) not in found]
    return found, wrong


def cell(row: Operation, column: str, found: dict) -> str:
    if column not in row.columns:
        return ""
    claims = found.get((row.name, column), [])
    if not claims:
        return "**unproven**"
    return "refused" if all(unsupported for _, unsupported in claims) else "yes"


def text(rows: list[Operation], found: dict) -> str:
    """The table as Markdown."""
    head = ["Operation", "Rust", "C", "Python", *TITLES, "Scenarios"]
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join(["---"] * len(head)) + " |"]
    for row in rows:
        claims = [file for column in row.columns for file, _ in found.get((row.name, column), [])]
        files = list(dict.fromkeys(claims))
        shown = ", ".join(files[:SHOWN]) + (f" and {len(files) - SHOWN} more" if len(files) > SHOWN else "")
        cells = [f"`{text}`" for text in (row.name, row.rust, row.c, row.python)]
        cells += [cell(row, column, found) for column in COLUMNS]
        lines.append("| " + " | ".join([*cells, shown]) + " |")
    note = "“refused”: the system has no such thing, and the library says so before any request."
    return "\n".join([*lines, "", note, ""])
