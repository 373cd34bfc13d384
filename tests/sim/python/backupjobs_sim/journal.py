"""What a simulator was asked."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple, Union, overload

from .simulator import Simulator, System


class Entry:
    """One request, and what became of it. Its repr shows no header, no body and no query: they hold secrets."""

    system: str
    """The product that was asked."""
    at: str
    """The virtual time."""
    method: str
    path: str
    """As it was sent, without the query."""
    query: List[Tuple[str, str]]
    headers: Dict[str, str]
    """Names in lower case."""
    body: str
    status: Optional[int]
    """What was answered; None while the answer is pending, and for ever when none was sent."""
    fault: Optional[str]
    """The kind of the fault that hit it."""

    def __init__(self, members: Dict[str, Any]) -> None:
        self.members = members
        """The whole entry, as the control port gives it."""
        self.system, self.at = members["system"], members["at"]
        self.method, self.path, self.body = members["method"], members["path"].partition("?")[0], members["body"]
        self.query = [(name, value) for name, value in members["query"]]
        self.headers = dict(members["headers"])
        self.status, self.fault = members["status"], members["fault"]

    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)

    def __repr__(self) -> str:
        fault = f" ({self.fault})" if self.fault else ""
        return f"<{self.system}: {self.method} {self.path} -> {self.status or 'no answer'}{fault}>"


class Journal(Sequence[Entry]):
    """Every request to one of the three products, oldest first.

    ::

        assert len(journal.requests("veeam", "POST", "/start")) == 1
    """

    def __init__(self, sim: Simulator) -> None:
        self._sim = sim

    def requests(
        self, system: Optional[System] = None, method: Optional[str] = None, path: Optional[str] = None
    ) -> List[Entry]:
        """The requests to that product, with that method, with that in the path."""
        return [
            entry
            for entry in self
            if system in (None, entry.system) and method in (None, entry.method) and (path or "") in entry.path
        ]

    def clear(self) -> None:
        """Forgets them all."""
        self._sim.clear_journal()

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> List[Entry]: ...
    def __getitem__(self, index: Union[int, slice]) -> Union[Entry, List[Entry]]:
        return list(self)[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter([Entry(members) for members in self._sim.journal()])

    def __len__(self) -> int:
        return len(self._sim.journal())

    def __repr__(self) -> str:
        return f"<Journal of {len(self)} requests>"
