"""Reading faults.toml, and turning a fault into rules for the simulator."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from scenario import fill

FILE = Path(__file__).resolve().parent / "faults.toml"
#: That of the library. A shorter one would be met by a machine with much else to do.
PATIENCE_MS = 60_000


class BadFault(Exception):
    """A fault that cannot mean anything."""


@dataclass(frozen=True)
class System:
    """One server, opened one way."""

    name: str
    word: str
    job: str
    #: The end of the path of the POST that starts a run.
    start: str
    #: Likewise of the one that gives out a token or session; nothing where the token is given.
    login: str | None
    #: What a client is opened with.
    args: dict
    #: What the simulator is told before.
    knobs: dict = field(default_factory=dict)
    #: How many there are until the request; what gives out tokens may be another server, and has its own.
    connections: int = 1


@dataclass(frozen=True)
class Fault:
    """One row of the table."""

    name: str
    says: str
    rules: list[dict]
    port: str = "open"
    connect_ms: int = PATIENCE_MS
    timeout_ms: int = PATIENCE_MS
    late_ms: int = 0
    #: Whether the words depend on which of two things happens first.
    words_vary: bool = False

    def __post_init__(self) -> None:
        for rule in self.rules:
            if rule.get("on") not in ("connection", "request", "login", "all"):
                raise BadFault(f"{self.name}: a rule is on connection, request, login or all")

    def concerns(self, system: System) -> bool:
        """Whether it can happen there."""
        return system.login is not None or all(rule["on"] != "login" for rule in self.rules)

    def played(self, system: System, verb: str, variables: dict) -> list[dict]:
        """The simulator's rules."""
        request = {"read": {"method": "GET"}, "start": {"method": "POST", "path": system.start}}[verb]
        where = {"connection": {}, "all": {}, "request": request, "login": {"method": "POST", "path": system.login}}
        rules = []
        for rule in self.rules:
            rule = fill(rule, variables)
            rules.append({"system": system.word, **where[rule.pop("on")], **rule})
        return rules


def read_all(path: Path = FILE) -> list[Fault]:
    """Every fault, in the order of the file."""
    with path.open("rb") as file:
        data = tomllib.load(file)
    try:
        faults = [Fault(**one) for one in data["fault"]]
    except TypeError as why:
        raise BadFault(str(why)) from why
    if len({fault.name for fault in faults}) != len(faults):
        raise BadFault("two faults have the same name")
    return faults
