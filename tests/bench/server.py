"""The server of the benchmarks as a process: ``with Server(...) as server: server.http[0]``."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import urllib.request
from pathlib import Path
from typing import Any


def pinned(cpu: "int | None") -> "dict[str, Any]":
    """Arguments for Popen that keep a process on one CPU."""
    return {} if cpu is None else {"preexec_fn": lambda: os.sched_setaffinity(0, {cpu})}


class Server:
    def __init__(self, program: Path, cpu: "int | None" = None, **wanted: int) -> None:
        arguments = [text for name, value in wanted.items() for text in (f"--{name.replace('_', '-')}", str(value))]
        self.process = subprocess.Popen(
            [str(program), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **pinned(cpu)
        )
        assert self.process.stdout is not None
        said = json.loads(self.process.stdout.readline())
        self.asked = 0
        self.http = [f"http://127.0.0.1:{port}" for port in said["http"]]
        self.https = [f"https://127.0.0.1:{port}" for port in said["https"]]
        self.bytes: "dict[str, int]" = said["bytes"]
        self.folder = tempfile.TemporaryDirectory()
        self.ca = str(Path(self.folder.name) / "ca.pem")
        Path(self.ca).write_text(said["ca"], encoding="utf-8")

    def counters(self) -> "dict[str, int]":
        """Connections and requests so far; asking counts as neither."""
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"{self.http[0]}/counters") as answer:
            counted = json.load(answer)
        self.asked += 1
        counted["connections"] -= self.asked
        return counted

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
        self.folder.cleanup()
