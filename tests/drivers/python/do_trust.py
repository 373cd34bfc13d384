"""trust.*: fetching, remembering and forgetting certificates. Each call gives the certificate that is kept."""

from __future__ import annotations

from typing import Callable, Dict, Optional

from args import Args
from backupjobs import trust
from show import put

Kept = Optional[trust.Certificate]


def hosts(args: Args) -> trust.KnownHosts:
    return trust.KnownHosts.open(args["known_hosts"])


def fetch(kept: Kept, args: Args) -> Kept:
    kept = trust.fetch(args["url"])
    put("", kept)
    return kept


def remember(kept: Kept, args: Args) -> Kept:
    assert kept is not None
    hosts(args).remember(args["url"], kept)
    return kept


def lookup(kept: Kept, args: Args) -> Kept:
    put("", hosts(args).lookup(args["url"]))
    return kept


def forget(kept: Kept, args: Args) -> Kept:
    put("found", hosts(args).forget(args["url"]))
    return kept


CALLS: Dict[str, Callable[[Kept, Args], Kept]] = {
    "fetch": fetch,
    "remember": remember,
    "lookup": lookup,
    "forget": forget,
}
