"""The options and the results of the verbs that all systems share."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Dict, Optional

import backupjobs
from args import Args, flag, given, number, seconds
from show import EPOCH, only_searched, put


class SaveFailed(Exception):
    """What a ticket's save callback raises when it was told to fail."""


def start_options(args: Args) -> Dict[str, Any]:
    return given(
        if_running=args.get("if_running"),
        full=flag(args, "full"),
        settle=seconds(args, "settle_ms"),
        look_every=seconds(args, "look_every_ms"),
    )


def wait_options(args: Args) -> Dict[str, Any]:
    return given(
        deadline=seconds(args, "deadline_ms"),
        poll_min=seconds(args, "poll_min_ms"),
        poll_max=seconds(args, "poll_max_ms"),
        unreachable=seconds(args, "unreachable_ms"),
    )


def policy(args: Args) -> Dict[str, Any]:
    now = number(args, "now")
    members = given(
        warnings_ok=flag(args, "warnings_ok"),
        disabled_ok=flag(args, "disabled_ok"),
        max_age=number(args, "max_age_s"),
        max_running=number(args, "max_running_s"),
        now=None if now is None else EPOCH + timedelta(seconds=now),
    )
    if flag(args, "any_age"):
        members["max_age"] = None
    return members


def put_ticket(ticket: backupjobs.Ticket) -> None:
    """What can be compared: the marker and the time differ each time."""
    put("stage", ticket.stage)
    put("job", ticket.job)
    put("run", ticket.run)
    only_searched("ticket", ticket)
    only_searched("ticket", ticket.to_text())


def put_verdict(prefix: str, verdict: backupjobs.Verdict) -> None:
    for name in ("level", "reason", "job_id", "job_name"):
        put(f"{prefix}{name}", getattr(verdict, name))


class Telling:
    """What the callback of a wait does."""

    def __init__(self, args: Args) -> None:
        self.shown = flag(args, "progress")
        self.cancel_after = number(args, "cancel_after_polls")
        self.cancel = backupjobs.CancelToken()
        self.calls = 0

    def told(self, index: Optional[int], now: backupjobs.Progress) -> None:
        if self.shown:
            path = f"progress[{self.calls}]"
            put(f"{path}.index", index)
            if now.run is not None:
                for name in ("phase", "raw_status", "percent", "objects"):
                    put(f"{path}.{name}", getattr(now.run, name))
            put(f"{path}.trouble", now.trouble)
        self.calls += 1
        if self.cancel_after is not None and self.calls >= self.cancel_after:
            self.cancel.cancel()
