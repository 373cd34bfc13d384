"""Runs the blocks of a page in their order: an interpreter, a shell and a folder for all of them."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from page import DOCS, Step, shows, steps

END = "end-of-the-command"
LONGEST = 120  # Seconds for one command.


class Shell:
    """A shell that goes on from command to command."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=folder,
            env=environment,
        )

    def run(self, command: str) -> str:
        """What a command prints. One that is itself a shell gets the commands that follow."""
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(f"{command}\nstatus_=$?; echo; echo {END}; (exit $status_)\n")
        process.stdin.flush()
        killer = threading.Timer(LONGEST, process.kill)
        killer.start()
        printed = ""
        try:
            for line in process.stdout:
                if line == END + "\n":
                    return printed
                printed += line
        finally:
            killer.cancel()
        raise AssertionError(f"the shell ended in {command!r}, after\n{printed}")

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(LONGEST)


class Story:
    """One page."""

    def __init__(self, page: Path, folder: Path, sim: Any, environment: dict[str, str]) -> None:
        self.page, self.folder, self.sim = page, folder, sim
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.ran = 0
        self._shell = Shell(folder, environment)
        self._printed = ""

    def __enter__(self) -> Story:
        return self

    def __exit__(self, *_: object) -> None:
        self._shell.close()

    def play(self, page: Path | None = None) -> None:
        """Runs every block; what is not as the page says is an AssertionError that names the line."""
        page = page or self.page
        for step in steps(page):
            where = f"{page.relative_to(DOCS)}:{step.line}"
            if step.kind == "text":
                assert shows(step.text, self._printed), f"{where}: printed was\n{self._printed}"
                self._printed = ""
                continue
            assert not self._printed.strip(), f"{where}: the block before this printed\n{self._printed}"
            self._step(step, page, where)
        assert not self._printed.strip(), f"{page.name}: its last block printed\n{self._printed}"

    def _step(self, step: Step, page: Path, where: str) -> None:
        if step.kind == "goes on from":
            self.play(page.parent / step.text)
        elif step.kind == "given":
            self.names["sim"] = self.sim
            exec(step.text, self.names)
            self.names.pop("sim")
        elif step.kind == "file":
            (self.folder / step.file).write_text(step.text, encoding="utf-8")
        elif step.kind == "python":
            self.ran += 1
            self._printed = self._python(step, page)
        elif step.kind == "console":
            self.ran += 1
            self._console(step, where)
        else:
            raise AssertionError(f"{where}: no way to run a block of {step.kind or 'no language'}")

    def _python(self, step: Step, page: Path) -> str:
        # Tracebacks name the line of the page.
        code = compile("\n" * (step.line - 1) + step.text, str(page), "exec")
        output = io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            exec(code, self.names)
        return output.getvalue()

    def _console(self, step: Step, where: str) -> None:
        assert step.text.startswith("$ "), f"{where}: a console begins with a command"
        for block in step.text[2:].split("\n$ "):
            lines = block.rstrip("\n").split("\n")
            length = next(n for n, line in enumerate(lines, 1) if not line.endswith("\\"))
            command, expected = "\n".join(lines[:length]), "\n".join(lines[length:])
            printed = self._shell.run(command)
            assert shows(expected, printed), f"{where}: {command}\nprinted\n{printed}"


def environment(**more: str) -> dict[str, str]:
    """That of a reader: our Python comes first, no proxy is in the way, nothing is known of the simulator."""
    unknown = ("VEEAM_", "TERADATA_", "VCENTER_", "BACKUPJOBS_")
    known = {name: value for name, value in os.environ.items() if not name.startswith(unknown)}
    known = {name: value for name, value in known.items() if not name.lower().endswith("_proxy")}
    first = str(Path(sys.executable).parent)
    # The packages that were just built stand for those of the index.
    pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": os.environ["BACKUPJOBS_WHEELS"], "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return {**known, **pip, "PATH": f"{first}{os.pathsep}{known['PATH']}", "PYTHONUNBUFFERED": "1", **more}
