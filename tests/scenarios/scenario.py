"""Reading scenario files: the format is described in README.md."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEYS = {"title", "proves", "let", "each", "step", "secrets"}
ACTS = {"sim", "open", "call", "journal", "counts", "truth", "file"}
STEP = {
    "sim": {"save"},
    "open": {"with", "without"},
    "call": {"args"},
    "journal": set(),
    "counts": set(),
    "truth": set(),
    "file": set(),
}
ANSWER = {"error", "expect", "absent", "only", "varies", "save"}
REQUEST = {"system", "method", "path", "query", "headers", "json", "form", "body", "status", "fault", "repeat"}
VARIABLE = re.compile(r"\{([a-z_][a-z0-9_]*(?:\.[a-z0-9_]+)*)\}")


class BadScenario(Exception):
    """A scenario file that cannot mean anything."""


@dataclass
class Scenario:
    """One scenario; a file with `[[each]]` rows has one for every row."""

    name: str
    path: Path
    title: str
    proves: list[str]
    steps: list[dict]
    variables: dict
    secrets: list[str] = field(default_factory=list)


def as_text(value) -> str:
    """A value of a scenario as drivers write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def opened(scenario: Scenario) -> set[str]:
    """The words of its `open` steps: system, version or product, plan. What opens Lake does not open Enterprise."""

    def known(text: str) -> str:
        return VARIABLE.sub(lambda m: as_text(scenario.variables.get(m.group(1), m.group(0))), text)

    steps = [known(step["open"]).split() for step in scenario.steps if "open" in step]
    return {word for words in steps for word in words if word != "teradata" or "lake" not in words}


def fill(value, variables: dict):
    """The value with every `{name}` in its texts replaced; a text that is only a name keeps the variable's type."""
    if isinstance(value, str):

        def get(match: re.Match):
            found = variables.get(match.group(1))
            if found is None:
                raise BadScenario(f"nothing is called {{{match.group(1)}}}")
            return found

        if whole := VARIABLE.fullmatch(value):
            return get(whole)
        return VARIABLE.sub(lambda match: as_text(get(match)), value)
    if isinstance(value, dict):
        return {fill(key, variables): fill(item, variables) for key, item in value.items()}
    if isinstance(value, list):
        return [fill(item, variables) for item in value]
    return value


def opened(scenario: Scenario) -> set[str]:
    """The words of its `open` steps: system, version or dialect, plan."""

    def known(text: str) -> str:
        return VARIABLE.sub(lambda m: as_text(scenario.variables.get(m.group(1), m.group(0))), text)

    return {word for step in scenario.steps if "open" in step for word in known(step["open"]).split()}


def check(where: str, step: dict) -> None:
    """Refuses a step with unknown or missing keys: a misspelt expectation would pass for ever."""
    acts = [key for key in step if key in ACTS]
    if len(acts) != 1:
        raise BadScenario(f"{where}: a step has exactly one of {', '.join(sorted(ACTS))}")
    allowed = {acts[0], "note"} | STEP[acts[0]] | (ANSWER if acts[0] in ("open", "call") else set())
    if unknown := set(step) - allowed:
        raise BadScenario(f"{where}: {acts[0]} does not know {', '.join(sorted(unknown))}")
    for request in step.get("journal", []):
        if unknown := set(request) - REQUEST:
            raise BadScenario(f"{where}: a request does not know {', '.join(sorted(unknown))}")


def read(path: Path) -> list[Scenario]:
    """The scenarios of one file."""
    name = path.relative_to(HERE).with_suffix("").as_posix()
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except tomllib.TOMLDecodeError as why:
        raise BadScenario(f"{name}: {why}") from why
    if unknown := set(data) - KEYS:
        raise BadScenario(f"{name}: unknown {', '.join(sorted(unknown))}")
    if not data.get("title") or not data.get("step"):
        raise BadScenario(f"{name}: a scenario has a title and steps")
    for number, step in enumerate(data["step"], 1):
        check(f"{name}, step {number}", step)
    scenarios = []
    for row in data.get("each", [{}]):
        variables = {**data.get("let", {}), **row, "here": str(path.parent)}
        label = row.get("label") or row.get("name") or "-".join(as_text(value) for value in row.values())
        scenarios.append(
            Scenario(
                name=f"{name}[{label}]" if row else name,
                path=path,
                title=data["title"],
                proves=[fill(text, variables) for text in data.get("proves", [])],
                steps=data["step"],
                variables=variables,
                secrets=data.get("secrets", []),
            )
        )
    if len({scenario.name for scenario in scenarios}) != len(scenarios):
        raise BadScenario(f"{name}: two rows have the same name")
    return scenarios


def read_all() -> list[Scenario]:
    """Every scenario below this folder, in the order of the names."""
    return [scenario for path in sorted(HERE.glob("*/*.toml")) for scenario in read(path)]
