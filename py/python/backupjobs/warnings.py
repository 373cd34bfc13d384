"""Warnings, for the module ``warnings`` of the standard library: shown once for each line that causes them.

::

    import warnings
    import backupjobs

    warnings.simplefilter("error", backupjobs.InsecureTlsWarning)  # no client without a check
    warnings.simplefilter("ignore", backupjobs.DeprecatedVersionWarning)

What the ``log`` of a client is told at the level "warning" is the same.
"""

from __future__ import annotations

import sys
import warnings

__all__ = ["DeprecatedVersionWarning", "InsecureTlsWarning"]


class InsecureTlsWarning(UserWarning):
    """A client does not check the server's certificate: who can answer for the host name gets the credentials."""


class DeprecatedVersionWarning(UserWarning):
    """A client speaks a version of the vendor's API that the vendor has deprecated."""


def _warn(category: type[Warning], message: str) -> None:
    # The caller is the first frame outside this package; native code has none.
    frame, level = sys._getframe(1), 2
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == "backupjobs":
        frame, level = frame.f_back, level + 1
    warnings.warn(message, category, stacklevel=level)
