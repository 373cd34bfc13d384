"""One driver process: commands in, lines out."""

from __future__ import annotations

import shlex
import subprocess
import threading
from dataclasses import dataclass, field

from scenario import as_text

ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
PLAIN = {"\\": "\\", "t": "\t", "n": "\n", "r": "\r"}
PATIENCE_S = 90


class DriverDied(Exception):
    """The driver ended, or hung, in the middle of a command."""


@dataclass
class Answer:
    """What a driver printed for one command."""

    raw: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    #: Texts that are only searched for secrets.
    searched: list[str] = field(default_factory=list)
    error: str | None = None


def escape(text: str) -> str:
    return "".join(ESCAPES.get(c, c) for c in text)


def unescape(text: str) -> str:
    plain, chars = [], iter(text)
    for c in chars:
        if c != "\\":
            plain.append(c)
            continue
        c = next(chars, "")
        plain.append(PLAIN.get(c, "\\" + c))
    return "".join(plain)


class Driver:
    """A driver started for one scenario."""

    def __init__(self, command: str) -> None:
        self.process = subprocess.Popen(
            shlex.split(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.stderr: list[str] = []
        self.listener = threading.Thread(target=lambda: self.stderr.extend(self.process.stderr), daemon=True)
        self.listener.start()

    def call(self, op: str, args: dict) -> Answer:
        """Sends a command and reads its answer."""
        line = "\t".join([op, *(f"{key}={escape(as_text(value))}" for key, value in args.items())])
        watchdog = threading.Timer(PATIENCE_S, self.process.kill)
        watchdog.start()
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
            return self.read(op)
        except BrokenPipeError as why:
            raise DriverDied(f"the driver is gone before '{op}'{self.last_words()}") from why
        finally:
            watchdog.cancel()

    def read(self, op: str) -> Answer:
        answer = Answer()
        for line in self.process.stdout:
            line = line.rstrip("\n")
            if line.startswith("~"):
                answer.searched.append(unescape(line.partition("\t")[2]))
                continue
            answer.raw.append(line)
            if line == "ok":
                return answer
            path, tab, value = line.partition("\t")
            if path == "error":
                answer.error = value
                return answer
            if not tab:
                raise DriverDied(f"'{op}' printed a line without a value: {line!r}")
            if path in answer.values:
                raise DriverDied(f"'{op}' printed {path} twice")
            answer.values[path] = unescape(value)
        raise DriverDied(f"the driver ended (or took longer than {PATIENCE_S} s) in '{op}'{self.last_words()}")

    def last_words(self) -> str:
        self.listener.join(1)
        return "".join(["\n", *self.stderr]) if self.stderr else ""

    def close(self) -> int:
        """Lets the driver end; its exit status."""
        try:
            self.process.stdin.close()
            return self.process.wait(20)
        except (BrokenPipeError, subprocess.TimeoutExpired):
            self.process.kill()
            return self.process.wait()
        finally:
            self.listener.join(1)
