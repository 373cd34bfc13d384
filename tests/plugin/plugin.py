"""The plugin as a monitoring system sees it: arguments in, a line and an exit code out."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WORDS = ["OK", "WARNING", "CRITICAL", "UNKNOWN"]
#: A label, a number with its unit, then warning, critical, least and most.
MEASURE = re.compile(r"(?:'([^'=|]+)'|([^\s'=|]+))=(-?[\d.]+)(s|B|)((?:;[^\s;']*){0,4})")


@dataclass(frozen=True)
class Measure:
    """One item of performance data."""

    value: float
    unit: str
    warning: str = ""
    critical: str = ""
    least: str = ""


@dataclass(frozen=True)
class Answer:
    """What a run of the plugin printed, and how it ended."""

    code: int
    out: str

    @property
    def line(self) -> str:
        """The first line, without performance data."""
        return self.out.partition("\n")[0].partition(" | ")[0]

    @property
    def more(self) -> list[str]:
        """The other lines."""
        return self.out.splitlines()[1:]

    @property
    def measures(self) -> dict[str, Measure]:
        """The performance data; all of it must be well-formed."""
        rest, found = self.out.partition("\n")[0].partition(" | ")[2], {}
        while rest:
            match = MEASURE.match(rest)
            assert match is not None, f"no performance data: {rest!r}"
            label = match[1] or match[2]
            assert label not in found, f"twice: {label}"
            found[label] = Measure(float(match[3]), match[4], *match[5].split(";")[1:4])
            rest = rest[match.end() :]
            assert not rest or rest[0] == " ", f"no space before {rest!r}"
            rest = rest[1:]
        return found


@dataclass
class Plugin:
    """Runs the plugin against a simulator; keeps what it printed, for the search for secrets."""

    program: Path
    sim: Any
    folder: Path
    printed: list[str] = field(default_factory=list)

    def secret(self, text: str) -> str:
        """A source that holds this."""
        path = self.folder / f"secret-{abs(hash(text))}"
        path.write_text(text + "\n")
        path.chmod(0o600)
        return f"file:{path}"

    def arguments(self, system: str, *more: str, url: str | None = None) -> list[str]:
        """The program and what it needs to reach a simulated server; nothing about trust."""
        server = self.sim.server(system)
        login = (
            ["--site", server.site_id, "--token", self.secret(server.token)]
            if system == "teradata"
            else ["--user", self.secret(server.username), "--password", self.secret(server.password)]
        )
        return [str(self.program), "--system", system, "--url", url or server.url, *login, *more]

    def check(self, system: str, *more: str, environment: dict[str, str] | None = None, **where: Any) -> Answer:
        """A check that trusts the simulator's authority, with plenty of time."""
        return self.run(
            self.arguments(system, "--ca-file", self.sim.ca_file, "-t", "60", *more, **where), environment or {}
        )

    def run(self, command: list[str], environment: dict[str, str] | None = None) -> Answer:
        """One run; what holds for every run is checked here."""
        done = subprocess.run(
            command, env={**os.environ, **(environment or {})}, capture_output=True, text=True, timeout=120
        )
        self.printed += [done.stdout, done.stderr]
        assert done.stderr == "" and done.returncode in range(4), (done.returncode, done.stdout, done.stderr)
        answer = Answer(done.returncode, done.stdout)
        assert answer.out.endswith("\n")
        if answer.out.startswith("BACKUP"):
            assert answer.line.startswith(f"BACKUP {WORDS[answer.code]} - ") and answer.out.count("|") <= 1, answer
        return answer
