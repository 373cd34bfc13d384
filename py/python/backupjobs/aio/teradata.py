"""Teradata VantageCloud, Backup as a Service, for asyncio: ``backupjobs.teradata`` with a client whose calls are awaited."""

from __future__ import annotations

from .._native import TeradataClient as _Client
from ..teradata import (
    BackupObject,
    Basic,
    ClientCredentials,
    Database,
    Dialect,
    ExcludedObject,
    Execution,
    Job,
    JobSettings,
    JobType,
    LakeJwt,
    LastExecution,
    ObjectSelection,
    ObjectsPreparation,
    OrganizationClaim,
    RestorePermissions,
    RunType,
    TargetSite,
    TokenCommand,
)
from ._mirror import Mirror, pages, verb
from .server import Server

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


class Client(Mirror[_Client]):
    """The calls of a ``backupjobs.teradata.Client``, for asyncio; see there. May be used from any number of tasks at once.

    As an asynchronous context manager it closes the client at the end.

    :param client: a ``backupjobs.teradata.Client``. Both share the connection and the login
    """

    _kind = _Client

    @property
    def dialect(self) -> str:
        """What it speaks: "enterprise" or "lake"."""
        return self._client.dialect

    @property
    def site_id(self) -> str:
        """The site; "" on Lake."""
        return self._client.site_id

    @property
    def account_id(self) -> str:
        """The Lake account; "" on Enterprise."""
        return self._client.account_id

    def server(self) -> Server:
        """This site or account in the common model."""
        return Server(self._client.server())

    login = verb(_Client.login)
    jobs = verb(_Client.jobs)
    iter_jobs = pages(_Client.iter_jobs)
    job = verb(_Client.job)
    execute = verb(_Client.execute)
    site_executions = verb(_Client.site_executions)
    job_executions = verb(_Client.job_executions)
    iter_site_executions = pages(_Client.iter_site_executions)
    iter_job_executions = pages(_Client.iter_job_executions)
    prepare_objects = verb(_Client.prepare_objects)
    objects_preparation = verb(_Client.objects_preparation)
    backup_objects = verb(_Client.backup_objects)
    iter_backup_objects = pages(_Client.iter_backup_objects)
    create_restore = verb(_Client.create_restore)
    restore = verb(_Client.restore)
    site_restores = verb(_Client.site_restores)
    iter_site_restores = pages(_Client.iter_site_restores)
    execution_restores = verb(_Client.execution_restores)
    iter_execution_restores = pages(_Client.iter_execution_restores)
    restore_permissions = verb(_Client.restore_permissions)
    databases = verb(_Client.databases)
    iter_databases = pages(_Client.iter_databases)
