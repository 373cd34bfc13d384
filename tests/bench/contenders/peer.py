"""The work, done with a library that fetches and one that decodes. Whoever does it returns what it found, which must be the
same for all.
"""

from __future__ import annotations

from typing import Any

STATUS = "/api/appliance/recovery/backup/job/20260115-020000-24322831"
BACKUP = "/api/appliance/recovery/backup/job"
EXECUTIONS = "/data-protection/v2/sites/BENCH001/executions"
COPY_JOBS = "/v8/CopyJobs?limit=1000&offset=0"


class Peer:
    """Typed objects."""

    def __init__(self, client: Any, decoder: Any) -> None:
        self.client, self.decode = client, decoder

    def read(self) -> str:
        """One small typed read."""
        return self.decode.status(self.client.get(STATUS)).state

    def start(self) -> str:
        """Starts a backup, and reads its status."""
        return self.decode.status(self.client.post(BACKUP, self.decode.backup())).state

    def three(self) -> int:
        """All executions, three fields of each."""
        count = 0
        for row in self.decode.executions(self.client.get(EXECUTIONS)):
            row.execution_id, row.job_name, row.status
            count += 1
        return count

    def failed(self) -> int:
        """How many of the executions failed."""
        return sum(row.status == "FAILED" for row in self.decode.executions(self.client.get(EXECUTIONS)))

    def frame(self) -> int:
        """The same by polars."""
        import polars

        frame = polars.DataFrame(self.decode.plain(self.client.get(EXECUTIONS)))
        return frame.filter(polars.col("status") == "FAILED").height

    def windows(self) -> int:
        """The hours in which the copy jobs may run, added up."""
        page = self.decode.copy_jobs(self.client.get(COPY_JOBS))
        return sum(job.schedulePolicy.backupCopyWindowSettings.backupWindow.count(True) for job in page.results)


class OfDicts(Peer):
    """The same with dicts."""

    def read(self) -> str:
        return self.decode.status(self.client.get(STATUS))["state"]

    def start(self) -> str:
        return self.decode.status(self.client.post(BACKUP, self.decode.backup()))["state"]

    def three(self) -> int:
        count = 0
        for row in self.decode.executions(self.client.get(EXECUTIONS)):
            row["execution_id"], row["job_name"], row["status"]
            count += 1
        return count

    def failed(self) -> int:
        return sum(row["status"] == "FAILED" for row in self.decode.executions(self.client.get(EXECUTIONS)))

    def windows(self) -> int:
        page = self.decode.copy_jobs(self.client.get(COPY_JOBS))
        return sum(
            job["schedulePolicy"]["backupCopyWindowSettings"]["backupWindow"].count(True) for job in page["results"]
        )


class OfFrames(Peer):
    """A frame that polars made of the text."""

    def frame(self) -> int:
        import polars

        frame = self.decode.frame(self.client.get(EXECUTIONS))
        return frame.filter(polars.col("status") == "FAILED").height


class Received:
    """No work at all: the answer is received, and that is it."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def read(self) -> None:
        self.client.get(STATUS)

    def start(self) -> None:
        self.client.post(BACKUP, b'{"parts":["seat"],"location_type":"SFTP","location":"sftp://backup.example.net/vcsa"}')

    def three(self) -> None:
        self.client.get(EXECUTIONS)

    failed = frame = three

    def windows(self) -> None:
        self.client.get(COPY_JOBS)
