"""Deciding once whom to trust, for asyncio: ``backupjobs.trust`` with a ``fetch`` that is awaited."""

from __future__ import annotations

from .._native import trust_fetch as _fetch
from ..trust import *  # noqa: F403
from ..trust import __all__ as _names
from ._mirror import function

__all__ = list(_names)  # pyright: ignore[reportUnsupportedDunderAll]

fetch = function(_fetch)
