"""One operation of a specification, and how a request finds it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Iterable

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Parameter:
    """A parameter of the query or a header."""

    name: str
    place: str
    required: bool
    schema: dict

    @property
    def is_list(self) -> bool:
        return self.schema.get("type") == "array"


@dataclass(eq=False)
class Operation:
    """Method, path and everything that is declared about them."""

    method: str
    path: str
    parameters: list[Parameter] = field(default_factory=list)
    #: Content type to schema; empty when no body is declared.
    bodies: dict[str, dict] = field(default_factory=dict)
    body_required: bool = False
    #: Status to schema; None where the answer has no body, `default` for all others.
    answers: dict[str, dict | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        path, _, query = self.path.partition("?")
        self.segments = path.strip("/").split("/")
        #: What the query has to say, where it belongs to the operation's name.
        self.words = [tuple(word.split("=", 1)) for word in query.split("&") if word]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def answers_to(self, method: str, segments: list[str], query: Iterable[tuple[str, str]], fold: bool) -> bool:
        """Whether a request is one of these; `fold` ignores the case of the path."""
        if method != self.method or len(segments) != len(self.segments):
            return False
        pairs = set(query)
        return all(word in pairs for word in self.words) and all(
            is_parameter(mine) or (mine.lower() == theirs.lower() if fold else mine == theirs)
            for mine, theirs in zip(self.segments, segments)
        )

    @property
    def rank(self) -> tuple[int, int]:
        """The more of it is literal, the sooner it is meant."""
        return len(self.words), sum(not is_parameter(segment) for segment in self.segments)


def is_parameter(segment: str) -> bool:
    return re.fullmatch(r"\{.*\}", segment) is not None


def find(operations: Iterable[Operation], method: str, path: str, query: Iterable[tuple[str, str]], fold: bool):
    """The operation that a request is meant for, or None."""
    segments = path.strip("/").split("/")
    query = list(query)
    fitting = [one for one in operations if one.answers_to(method, segments, query, fold)]
    return max(fitting, key=lambda one: one.rank, default=None)
