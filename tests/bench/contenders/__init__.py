"""Whoever can do the work that is measured: this package, and what a user would take otherwise."""

from __future__ import annotations

from typing import Any

from . import decode, fetch, ours, peer

#: What ours is called in tables.
OURS = "backupjobs"


def open_contender(name: str, url: str, ca: str) -> Any:
    """A client of that name, with a method for each piece of work. ``url`` may be many, with commas between them."""
    if "," in url:
        from . import fan

        return fan.open_fan(name, url.split(","), ca)
    if name == OURS or name.startswith(f"{OURS} "):
        return ours.Ours(url, ca)
    if name == "VMware's SDK":
        from . import vmware

        return vmware.Sdk(url, ca)
    library, _, decoder = name.partition("+")
    client = fetch.LIBRARIES[library](url, ca)
    if not decoder:
        return peer.Received(client)
    kind = {"json": peer.OfDicts, "polars": peer.OfFrames}.get(decoder, peer.Peer)
    return kind(client, decode.DECODERS[decoder]())
