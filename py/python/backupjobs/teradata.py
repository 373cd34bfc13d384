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
from .types import OpenWord, Word

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


class Dialect(Word):
    """The two products."""

    ENTERPRISE = "enterprise"
    """VantageCloud Enterprise: documented whole."""
    LAKE = "lake"
    """VantageCloud Lake: reading jobs is documented, the rest is by symmetry."""


class OrganizationClaim(Word):
    """The claim of a Lake token that names the organization."""

    ORG_KEY = "org_key"
    """As on the page about BaaS."""
    ORG_ID = "org_id"
    """As on the vendor's general page and in clients."""


class JobType(OpenWord):
    """What a job or an execution does."""

    BACKUP = "BACKUP"
    """Backs up."""
    RESTORE = "RESTORE"
    """Restores."""


class RunType(OpenWord):
    """How much a backup takes."""

    FULL = "FULL"
    """Everything."""
    DELTA = "DELTA"
    """What changed since the last backup."""
