"""A plugin that searches what the tests see for secrets: reprs, exceptions, log records, and what is printed.

What a test function or a helper of these tests holds in a variable, or returns, is looked at when it returns.
"""

from __future__ import annotations

import logging
import pickle
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any, Iterator

import pytest

import backupjobs

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "supply"))
from canaries import SECRET_MEMBERS, Canaries, parts, travelled  # noqa: E402  (needs the path)

#: Every secret that a test makes up has one of these words in it.
PLANTED = ("canary", "Canary", "CANARY", "C4nary")
#: Elements looked at of a list: there are tests with lists of a hundred thousand.
SOME = 20


class Watch(logging.Handler):
    """What one test has let out so far."""

    def __init__(self) -> None:
        super().__init__()
        self.canaries = Canaries()
        self.texts: set[str] = set()
        #: Log records, exceptions, objects seen, in all tests.
        self.seen = {"records": 0, "exceptions": 0, "objects": 0}

    def emit(self, record: logging.LogRecord) -> None:
        self.seen["records"] += 1
        self.texts.update((record.getMessage(), repr(record.args), repr(vars(record))))

    def exception(self, error: backupjobs.BackupJobsError) -> None:
        self.seen["exceptions"] += 1
        self.texts.update((str(error), repr(error), repr(vars(error)), repr(error.args), repr(pickle.dumps(error))))

    def value(self, value: object, depth: int = 2) -> None:
        """Takes note of a value of this library, or of those in it."""
        kind = type(value)
        if kind in (list, tuple, set) and depth:
            for item in list(value)[:SOME]:  # type: ignore[call-overload]
                self.value(item, depth - 1)
        elif kind is dict and depth:
            for item in list(value.values())[:SOME]:  # type: ignore[attr-defined]
                self.value(item, depth - 1)
        elif kind.__module__.partition(".")[0] == "backupjobs":
            self.seen["objects"] += 1
            self.texts.update((repr(value), str(value)))

    def returned(self, frame: FrameType, event: str, value: object) -> None:
        """Called by the interpreter for every call and return of a test."""
        if event == "return" and frame.f_code.co_filename.startswith(str(HERE)):
            # A frame of a generator or a coroutine returns at every yield: the same texts, once more.
            self.value(value)
            for local in list(frame.f_locals.values()):
                self.value(local)

    def search(self, secrets: set[str], *more: str) -> list[str]:
        """The texts with secrets since the last search."""
        texts, self.texts = self.texts | set(more), set()
        return self.canaries.search(secrets | set(PLANTED)).texts(sorted(texts))


def secrets_of(sim: Any) -> set[str]:
    """What a simulator takes for a login, and what travelled to it."""
    known = (sim.ready[system].get(name, "") for system in ("veeam", "teradata", "vcenter") for name in SECRET_MEMBERS)
    return {part for secret in known for part in parts(secret)} | travelled(sim.journal())


class Plugin:
    """Puts the watch around every test."""

    def __init__(self) -> None:
        self.kept = Watch()

    @pytest.fixture
    def watch(self) -> Watch:
        """The watch that is kept over this test."""
        return self.kept

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        watch, logger = self.kept, logging.getLogger()
        made = backupjobs.BackupJobsError.__init__

        def make(error: backupjobs.BackupJobsError, *args: Any, **members: Any) -> None:
            made(error, *args, **members)
            watch.exception(error)

        backupjobs.BackupJobsError.__init__ = make  # type: ignore[method-assign]
        logger.addHandler(watch)
        threading.setprofile(watch.returned)
        sys.setprofile(watch.returned)
        yield
        sys.setprofile(None)
        threading.setprofile(None)  # type: ignore[arg-type]
        logger.removeHandler(watch)
        backupjobs.BackupJobsError.__init__ = made  # type: ignore[method-assign]

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
        outcome = yield
        report = outcome.get_result()  # type: ignore[attr-defined]
        if report.when != "call":
            return
        sim = getattr(item, "funcargs", {}).get("sim")
        found = self.kept.search(secrets_of(sim) if sim else set(), report.capstdout, report.capstderr, report.caplog)
        if found and report.passed:
            report.outcome, report.longrepr = "failed", "\n".join(["a secret got out:", *found])

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        seen = ", ".join(f"{number:,} {what}" for what, number in self.kept.seen.items())
        terminalreporter.write_line(f"{self.kept.canaries.line()} ({seen})")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Plugin(), "canaries")
