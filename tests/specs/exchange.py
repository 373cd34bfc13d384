"""One request to the simulator and the simulator's own answer, as a line of JSON. Standard library only."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Iterable, Iterator

#: Members of a journal entry that a line keeps as they are. No header values: they hold secrets.
KEPT = ("system", "method", "path", "query", "body", "vendor_status", "vendor_body", "fault")
SYSTEMS = ("veeam", "teradata", "vcenter")
OUTCOMES = {None, "success", "warning", "failed", "stopped", "hang"}


@dataclass(frozen=True)
class Exchange:
    """A request, what the vendor itself said to it, and where both come from."""

    source: str
    system: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    #: Names of the request's headers, lower case.
    headers: tuple[str, ...] = ()
    content_type: str = ""
    body: str = ""
    #: None when the vendor never saw the request.
    status: int | None = None
    answer: str = ""
    fault: str | None = None
    #: The knobs that differed from their defaults.
    knobs: dict = field(default_factory=dict, compare=False)
    #: Words that the test let runs end with, which no vendor has.
    planted: tuple[str, ...] = ()
    #: How often it happened just so.
    times: int = field(default=1, compare=False)

    @property
    def line(self) -> str:
        """Method, path and query, as a person would write them."""
        query = "&".join(f"{name}={value}" for name, value in self.query)
        return f"{self.method} {self.path}{'?' if query else ''}{query}"


def taken(source: str, journal: Iterable[dict], knobs: Iterable[dict], truth: dict) -> list[dict]:
    """The exchanges of a simulator's journal; `source` names the test, the rest is what the control port says."""
    changed = {knob["name"]: knob["value"] for knob in knobs if knob["value"] != knob["default"]}
    words = {run["outcome"] for system in SYSTEMS for run in truth[system]["runs"]} - OUTCOMES
    return [
        {
            **{name: entry[name] for name in KEPT},
            "headers": sorted(entry["headers"]),
            "content_type": entry["headers"].get("content-type", ""),
            "knobs": changed,
            "planted": sorted(words),
            "source": source,
        }
        for entry in journal
    ]


def write(file: IO[str], exchanges: Iterable[dict]) -> None:
    """Writes each as a line; those that differ in nothing but their source once, with how often they were."""
    times: dict[str, list] = {}
    for one in exchanges:
        line = {key: value for key, value in one.items() if key != "source"}
        times.setdefault(json.dumps(line), [one, 0])[1] += 1
    for one, count in times.values():
        file.write(json.dumps({**one, "times": count}, separators=(",", ":")) + "\n")


def read(path: Path) -> Iterator[Exchange]:
    """The exchanges of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            entry = json.loads(line)
            yield Exchange(
                source=entry["source"],
                system=entry["system"],
                method=entry["method"],
                path=entry["path"],
                query=tuple((name, value) for name, value in entry["query"]),
                headers=tuple(entry["headers"]),
                content_type=entry["content_type"].partition(";")[0].strip().lower(),
                body=entry["body"],
                status=entry["vendor_status"],
                answer=entry["vendor_body"] or "",
                fault=entry["fault"],
                knobs=entry["knobs"],
                planted=tuple(entry["planted"]),
                times=entry["times"],
            )
