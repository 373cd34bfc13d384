"""The simulator of a run: started, told what to do, asked what happened."""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request


class Simulator:
    """One simulator process; it ends when its stdin is closed."""

    def __init__(self, binary: str) -> None:
        self.process = subprocess.Popen([binary], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{binary} ended without a ready line")
        self.ready = json.loads(line)

    def ask(self, method: str, path: str, body=None):
        """One command to the control port."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.ready["control"] + path, data=data, method=method)
        request.add_header("content-type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refusal:
            raise ValueError(f"{method} {path}: {refusal.read().decode()}") from refusal

    def do(self, commands: dict):
        """The commands of a `sim` step; the answer is that of the last one."""
        answer = None
        for name, what in commands.items():
            match name:
                case "clock" | "script" | "run" | "knobs":
                    answer = self.ask("POST", f"/{name}", what)
                case "revoke":
                    answer = self.ask("POST", "/revoke", {"system": what})
                case "fault":
                    answer = self.ask("POST", "/faults", text_bodies(what))
                case "clear_faults":
                    answer = self.ask("DELETE", "/faults")
                case _:
                    raise ValueError(f"the simulator has no command '{name}'")
        return answer

    def variables(self) -> dict:
        """The ready line as `{veeam.url}`, `{veeam.jobs.0.id}` and so on."""
        flat = {}

        def walk(prefix: str, value) -> None:
            items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
            if items is None:
                flat[prefix] = value
                return
            for key, item in items:
                walk(f"{prefix}.{key}" if prefix else str(key), item)

        walk("", self.ready)
        return flat

    def close(self) -> None:
        """Ends the process."""
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


def text_bodies(rule: dict) -> dict:
    """A fault rule whose body may be written as a table."""
    action = dict(rule.get("action", {}))
    if isinstance(action.get("body"), (dict, list)):
        action["body"] = json.dumps(action["body"])
        if action.get("kind") == "status":
            action["headers"] = {"content-type": "application/json", **action.get("headers", {})}
    return {**rule, "action": action}
