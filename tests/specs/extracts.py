"""The extracts of a folder, and which exchange belongs to which."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Protocol

import yaml

from exchange import Exchange
from extract import JsonRpc, Judgement, Rest
from openapi import Specification


class Judge(Protocol):
    """An extract, whatever it is made from."""

    names: list[str]

    def judge(self, exchange: Exchange) -> Judgement: ...


def read_all(folder: Path) -> dict[str, Judge]:
    """The extracts by the names that [`name`] gives; those whose file is missing are missing."""
    found: dict[str, Judge] = {}
    for version in ("v6", "v7", "v8"):
        for path in folder.glob(f"veeam-{version}-*.openapi.json"):
            found[f"veeam {version}"] = Rest(Specification(load(path)), fold=True)
    for path in folder.glob("vcenter-*.swagger.json"):
        specification = Specification(load(path))
        found["vcenter /rest"] = Rest(specification, "/rest")
        found["vcenter /api"] = Rest(specification, "/api")
    for path in folder.glob("vcenter-*.types.json"):
        found["vcenter JSON-RPC"] = JsonRpc(load(path))
    for path in folder.glob("teradata-*.derived.openapi.yaml"):
        found["teradata (derived)"] = Rest(Specification(load(path)))
    return found


def load(path: Path) -> dict:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)


def name(exchange: Exchange) -> str:
    """The name of the extract that an exchange belongs to, whether there is one or not."""
    if exchange.system == "veeam":
        version = re.match(r"/(v\d+)(/|$)", exchange.path, re.IGNORECASE)
        return f"veeam {version.group(1).lower()}" if version else "veeam without a version"
    if exchange.system == "teradata":
        # Made from the documentation's pages by hand: the vendor publishes none.
        return "teradata (derived)"
    if exchange.path.rstrip("/") == "/api":
        return "vcenter JSON-RPC"
    return "vcenter /api" if exchange.path.startswith("/api/") else "vcenter /rest"
