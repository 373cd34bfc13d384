"""Deciding once whom to trust, as ssh does.

Fetch a server's certificate, compare its SHA-256 with what the server's own console shows, remember it, and connect with
``known_hosts=`` from then on::

    from backupjobs import trust, veeam

    url = "https://vb365.example:4443"
    seen = trust.fetch(url)
    print(seen)  # A person compares the SHA-256 now.
    trust.KnownHosts.open("known_hosts").remember(url, seen)

    client = veeam.Client(url, version="v6", username="svc", password="...", known_hosts="known_hosts")

The file is read again at every handshake: a certificate remembered meanwhile is trusted at once.
"""

from __future__ import annotations

from ._native import Certificate, KnownHosts
from ._native import trust_fetch as fetch

__all__ = ["Certificate", "KnownHosts", "fetch"]
