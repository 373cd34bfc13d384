"""The arguments of a command."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Dict, Optional

import backupjobs

Args = Dict[str, str]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def flag(args: Args, name: str) -> Optional[bool]:
    return {"true": True, "false": False}[args[name]] if name in args else None


def number(args: Args, name: str) -> Optional[int]:
    return int(args[name]) if name in args else None


def given(**values: Any) -> Dict[str, Any]:
    """Only what was given: the rest keeps the library's defaults."""
    return {name: value for name, value in values.items() if value is not None}


def instant(args: Args, name: str) -> Optional[datetime]:
    return EPOCH + timedelta(milliseconds=int(args[name])) if name in args else None


def seconds(args: Args, name: str) -> Optional[float]:
    return int(args[name]) / 1000 if name in args else None


def settings(args: Args) -> Dict[str, Any]:
    attempts = number(args, "retry_attempts")
    return given(
        ca_file=args.get("ca_file"),
        pin=args.get("pin"),
        known_hosts=args.get("known_hosts"),
        insecure=flag(args, "insecure"),
        connect_timeout=seconds(args, "connect_timeout_ms"),
        request_timeout=seconds(args, "request_timeout_ms"),
        retries=None if attempts is None else backupjobs.RetryPolicy(attempts),
        proxy=args.get("proxy"),
        max_body=number(args, "max_body"),
        retry_budget=number(args, "retry_budget"),
        max_concurrency=number(args, "max_concurrency"),
    )
