"""Teradata VantageCloud, Backup as a Service (BaaS), in the vendor's own names, slips included."""

from __future__ import annotations

from ._native import TeradataBackupObject as BackupObject
from ._native import TeradataBasic as Basic
from ._native import TeradataClient as Client
from ._native import TeradataClientCredentials as ClientCredentials
from ._native import TeradataDatabase as Database
from ._native import TeradataExcludedObject as ExcludedObject
from ._native import TeradataExecution as Execution
from ._native import TeradataJob as Job
from ._native import TeradataJobSettings as JobSettings
from ._native import TeradataLakeJwt as LakeJwt
from ._native import TeradataLastExecution as LastExecution
from ._native import TeradataObjectSelection as ObjectSelection
from ._native import TeradataObjectsPreparation as ObjectsPreparation
from ._native import TeradataRestorePermissions as RestorePermissions
from ._native import TeradataTargetSite as TargetSite
from ._native import TeradataTokenCommand as TokenCommand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = [
    "BackupObject",
    "Basic",
    "Client",
    "ClientCredentials",
    "Database",
    "Dialect",
    "ExcludedObject",
    "Execution",
    "Job",
    "JobSettings",
    "JobType",
    "LakeJwt",
    "LastExecution",
    "ObjectSelection",
    "ObjectsPreparation",
    "OrganizationClaim",
    "RestorePermissions",
    "RunType",
    "TargetSite",
    "TokenCommand",
]


class Dialect:
    """The two products."""

    ENTERPRISE: Final = "enterprise"
    """VantageCloud Enterprise: documented whole."""
    LAKE: Final = "lake"
    """VantageCloud Lake: reading jobs is documented, the rest is by symmetry."""


class OrganizationClaim:
    """The claim of a Lake token that names the organization."""

    ORG_KEY: Final = "org_key"
    """As on the page about BaaS."""
    ORG_ID: Final = "org_id"
    """As on the vendor's general page and in clients."""


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
