"""Printing: every field by its name; what is absent gives no line."""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Dict, Optional, Tuple

import backupjobs
import do_teradata
import do_vcenter
import fields_veeam
from args import EPOCH
from backupjobs import trust

FIELDS: Dict[type, Tuple[str, ...]] = {
    backupjobs.Job: ("system", "id", "name", "enabled", "raw_status", "last_run", "next_run"),
    backupjobs.Run: (
        *("system", "job_id", "id", "phase", "outcome", "raw_status", "started", "ended", "percent", "objects"),
        *("bytes", "message", "will_be_retried", "retry_of"),
    ),
    backupjobs.Line: ("at", "severity", "text"),
    trust.Certificate: (
        *("subject", "issuer", "names", "not_before", "not_after", "sha256", "fingerprint", "pem", "self_signed"),
        *("trusted", "refusal"),
    ),
    **fields_veeam.FIELDS,
    **do_teradata.FIELDS,
    **do_vcenter.FIELDS,
}


def escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def unescape(text: str) -> str:
    parts = text.split("\\\\")
    return "\\".join(p.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r") for p in parts)


def put(path: str, value: Any) -> None:
    """Prints a value, or what is inside it."""
    if value is None:
        return
    if type(value) in FIELDS:
        put_object(path, value)
    elif isinstance(value, bool):
        line(path, "true" if value else "false")
    elif isinstance(value, datetime):
        line(path, str((value - EPOCH) // timedelta(milliseconds=1)))
    elif isinstance(value, dict):
        if value:
            line(path, json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    elif isinstance(value, (list, tuple, backupjobs.Rows)):
        for index, item in enumerate(value):
            put(f"{path}[{index}]", item)
    else:
        line(path, str(value))


def put_object(prefix: str, value: Any) -> None:
    if "." not in prefix:
        only_searched("repr", value)
    for name in FIELDS[type(value)]:
        path = f"{prefix}.{name}" if prefix else name
        if name == "backup_window":
            line(path, "".join("1" if hour else "0" for hour in value.backup_window))
        elif hasattr(value, f"{name}_raw"):
            put(path, getattr(value, f"{name}_raw"))
            put(f"{path}.at", getattr(value, name))
        else:
            put(path, getattr(value, name))


def line(path: str, value: str) -> None:
    sys.stdout.write(f"{path}\t{escape(value)}\n")


def only_searched(what: str, value: Any) -> None:
    """A text that is only searched for secrets: what was found or failed, a ticket."""
    line(f"~{what}", f"{value!r} {value}")


def some(rows: Any, take: Optional[int]) -> None:
    """Prints the rows of an iterator: the first `take` of them, or all. What came before an error is printed."""
    for index, row in enumerate(islice(rows, take)):
        put(f"[{index}]", row)


def put_error(error: backupjobs.BackupJobsError) -> None:
    # Empty when it failed before an operation began.
    put("error.operation", error.operation or None)
    for name in ("message", "remedy", "http_status", "vendor_code", "vendor_message", "retryable"):
        put(f"error.{name}", getattr(error, name))
    put("error.may_have_taken_effect", error.may_have_taken_effect)
    line("error.line", str(error))
    only_searched("repr", error)
    only_searched("vars", vars(error))
