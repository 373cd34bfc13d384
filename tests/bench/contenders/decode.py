"""Each library's way from JSON to typed objects. The types are those a user would write down, in one table for all; times
stay texts, which spares the peers work.
"""

from __future__ import annotations

from typing import Any, Optional

EXECUTION = {
    "site_id": str,
    "target_site": str,
    "job_id": int,
    "job_name": str,
    "backup_mechanism": str,
    "job_type": str,
    "execution_id": str,
    "execution_name": str,
    "start_time": str,
    "end_time": str,
    "backup_set_size": int,
    "server_execution_id": str,
    "parent_execution_id": str,
    "status": str,
    "saveset_replication_status": str,
    "is_saveset_retained": bool,
    "is_saveset_deleted": bool,
    "saveset_id": int,
    "run_type": str,
    "site_type": str,
    "status_detail": str,
}
MESSAGE = {"id": str, "default_message": str, "args": list[str]}
STATUS = {
    "id": str,
    "state": str,
    "progress": int,
    "messages": [MESSAGE],
    "start_time": str,
    "end_time": Optional[str],
}
WINDOW = {"backupWindow": list[bool], "minuteOffset": int}
SCHEDULE = {
    "type": str,
    "dailyType": str,
    "dailyTime": str,
    "backupCopyWindowEnabled": bool,
    "backupCopyWindowSettings": WINDOW,
}
COPY_JOB = {
    "id": str,
    "name": str,
    "backupJobId": str,
    "organizationId": str,
    "repositoryId": str,
    "schedulePolicy": SCHEDULE,
    "isEnabled": bool,
    "lastRun": str,
    "nextRun": str,
    "lastBackup": str,
    "lastStatus": str,
    "eTag": int,
}
COPY_PAGE = {"offset": int, "limit": int, "results": [COPY_JOB]}
BACKUP = {"parts": list[str], "location_type": str, "location": str, "comment": str}
#: The backup that is started.
WISH = {"parts": ["seat"], "location_type": "SFTP", "location": "sftp://backup.example.net/vcsa", "comment": "nightly"}


class Msgspec:
    def __init__(self) -> None:
        import msgspec

        self.count, self.make = 0, msgspec.defstruct
        self.status = msgspec.json.Decoder(self.typed(STATUS)).decode
        self.executions = msgspec.json.Decoder(list[self.typed(EXECUTION)]).decode
        self.copy_jobs = msgspec.json.Decoder(self.typed(COPY_PAGE)).decode
        self.plain = msgspec.json.decode
        request, encode = self.typed(BACKUP), msgspec.json.Encoder().encode
        self.backup = lambda: encode(request(**WISH))

    def typed(self, fields: Any) -> Any:
        if isinstance(fields, list):
            return list[self.typed(fields[0])]
        if not isinstance(fields, dict):
            return fields
        self.count += 1
        return self.make(f"Type{self.count}", [(name, self.typed(kind)) for name, kind in fields.items()])


class Pydantic:
    def __init__(self) -> None:
        import pydantic

        self.count, self.make = 0, pydantic.create_model
        self.status = self.typed(STATUS).model_validate_json
        self.executions = pydantic.TypeAdapter(list[self.typed(EXECUTION)]).validate_json
        self.copy_jobs = self.typed(COPY_PAGE).model_validate_json
        request = self.typed(BACKUP)
        self.backup = lambda: request(**WISH).model_dump_json().encode()

    def typed(self, fields: Any) -> Any:
        if isinstance(fields, list):
            return list[self.typed(fields[0])]
        if not isinstance(fields, dict):
            return fields
        self.count += 1
        return self.make(f"Type{self.count}", **{name: (self.typed(kind), ...) for name, kind in fields.items()})


class Json:
    """Dicts and lists."""

    def __init__(self) -> None:
        import json

        self.status = self.executions = self.copy_jobs = json.loads
        self.backup = lambda: json.dumps(WISH).encode()


class Polars:
    """Straight into a frame."""

    def __init__(self) -> None:
        import io

        import polars

        self.frame = lambda body: polars.read_json(io.BytesIO(body))


DECODERS = {"msgspec": Msgspec, "pydantic": Pydantic, "json": Json, "polars": Polars}
