"""The same work with this package, by its public API."""

from __future__ import annotations

import warnings
from typing import Any

from .decode import WISH
from .fetch import TOKEN

STATUS = "20260115-020000-24322831"


def trusting(url: str, ca: str) -> dict[str, Any]:
    """How a client is made to trust the server."""
    if url.startswith("https"):
        return {"ca_file": ca}
    warnings.simplefilter("ignore")
    return {"insecure": True}


class Ours:
    def __init__(self, url: str, ca: str) -> None:
        from backupjobs import teradata, vcenter, veeam

        trust = trusting(url, ca)
        user = {"username": "bench@vsphere.local", "password": "Bench-Passw0rd!"}
        self.vcenter = vcenter.Client(url, dialect="api", **user, **trust)
        self.teradata = teradata.Client(url, site_id="BENCH001", token=TOKEN, **trust)
        self.veeam = veeam.Client(url, version="v8", **user, **trust)
        wish = dict(WISH)
        self.wish = vcenter.BackupRequest(wish.pop("location_type"), wish.pop("location"), **wish)

    def read(self) -> str:
        return self.vcenter.backup_job(STATUS).state

    def start(self) -> str:
        return self.vcenter.create_backup_job(self.wish).state

    def three(self) -> int:
        count = 0
        for row in self.teradata.site_executions():
            row.execution_id, row.job_name, row.status
            count += 1
        return count

    def failed(self) -> int:
        return len(self.teradata.site_executions().filter(status="FAILED"))

    def frame(self) -> int:
        import polars

        frame = self.teradata.site_executions().to_polars()
        return frame.filter(polars.col("status") == "FAILED").height

    def windows(self) -> int:
        jobs = self.veeam.copy_jobs()
        return sum(job.schedule_policy.backup_copy_window_settings.backup_window.count(True) for job in jobs)
