"""Reads the types of the vCenter JSON-RPC into operations, as schemas of its own way of writing values."""

from __future__ import annotations

import json
from typing import Any

from schema import ROOT, Schemas

PLAIN: dict[str, dict] = {
    "string": {"type": "string"},
    "id": {"type": "string"},
    "uri": {"type": "string", "format": "uri"},
    "datetime": {"type": "string", "format": "date-time"},
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer", "format": "int64"},
    "double": {"type": "number"},
    "void": {"type": "null"},
    "opaque": {},
}


class Rpc:
    """The services with their operations: `inputs`, `outputs` and the `errors` by name."""

    def __init__(self, types: dict) -> None:
        self.types = types
        #: Structures and errors by their full names, as the references name them.
        self.named = {name: self._structure("STRUCTURE", name, members) for name, members in types["structs"].items()}
        self.errors = {name: self._structure("ERROR", name, members) for name, members in types["errors"].items()}
        self.named |= {name: {"type": "string", "enum": words} for name, words in types["enums"].items()}
        self.schemas = Schemas({"named": self.named})
        self.inputs: dict[tuple[str, str], dict] = {}
        self.outputs: dict[tuple[str, str], dict] = {}
        for service, operations in types["services"].items():
            for name, operation in operations.items():
                self.inputs[service, name] = self._structure("STRUCTURE", "operation-input", operation["input"])
                self.outputs[service, name] = self.written(operation["output"])

    def written(self, kind: Any) -> dict:
        """The schema of a value of that type, as it is written on the wire."""
        if isinstance(kind, str):
            return wrapped("SECRET", PLAIN["string"]) if kind == "secret" else self._plain(kind)
        (word, inner), *_ = kind.items()
        if word == "optional":
            written = self.written(inner)
            return wrapped("OPTIONAL", {"anyOf": [written, {"type": "null"}]})
        if word in ("list", "set"):
            return {"type": "array", "items": self.written(inner)}
        if word == "map":
            key, value = inner
            return {"type": "array", "items": self._structure("STRUCTURE", "map-entry", {"key": key, "value": value})}
        if word == "ref" and (inner in self.types["structs"] or inner in self.types["enums"]):
            return {"$ref": f"{ROOT}#/named/{inner}"}
        # A structure of any kind: the types leave it open.
        return {}

    def _plain(self, kind: str) -> dict:
        return wrapped("ERROR", {"type": "object"}) if kind == "anyerror" else PLAIN[kind]

    def _structure(self, word: str, name: str, members: dict) -> dict:
        required = [member for member, kind in members.items() if not (isinstance(kind, dict) and "optional" in kind)]
        inner = {
            "type": "object",
            "properties": {member: self.written(kind) for member, kind in members.items()},
            "required": required,
        }
        return wrapped(word, {"type": "object", "properties": {name: inner}, "required": [name], "maxProperties": 1})


def wrapped(word: str, inner: dict) -> dict:
    """`{"STRUCTURE": …}` and the like."""
    return {"type": "object", "properties": {word: inner}, "required": [word], "additionalProperties": False}


def called(body: str) -> tuple[str, str, dict] | None:
    """Service, operation and input of a JSON-RPC request; None when it is none."""
    try:
        params = json.loads(body)["params"]
        return params["serviceId"], params["operationId"], params["input"]
    except (ValueError, KeyError, TypeError):
        return None
