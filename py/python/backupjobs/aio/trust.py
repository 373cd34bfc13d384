"""Deciding once whom to trust, for asyncio: ``backupjobs.trust`` with a ``fetch`` that is awaited."""

from __future__ import annotations

from .._native import trust_fetch as _fetch
from ..trust import Certificate, KnownHosts
from ._mirror import function

__all__ = ["Certificate", "KnownHosts", "fetch"]

fetch = function(_fetch)
