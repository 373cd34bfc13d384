"""Teradata VantageCloud Enterprise, Backup as a Service (BaaS), in the vendor's own names, slips included."""

from __future__ import annotations

from ._native import TeradataClient as Client
from ._native import TeradataExcludedObject as ExcludedObject
from ._native import TeradataExecution as Execution
from ._native import TeradataJob as Job
from ._native import TeradataJobSettings as JobSettings
from ._native import TeradataLastExecution as LastExecution
from ._native import TeradataObjectSelection as ObjectSelection
from ._native import TeradataTargetSite as TargetSite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = [
    "Client",
    "ExcludedObject",
    "Execution",
    "Job",
    "JobSettings",
    "JobType",
    "LastExecution",
    "ObjectSelection",
    "RunType",
    "TargetSite",
]


class JobType:
    """What a job or an execution does."""

    BACKUP: Final = "BACKUP"
    """Backs up."""
    RESTORE: Final = "RESTORE"
    """Restores."""


class RunType:
    """How much a backup takes."""

    FULL: Final = "FULL"
    """Everything."""
    DELTA: Final = "DELTA"
    """What changed since the last backup."""
