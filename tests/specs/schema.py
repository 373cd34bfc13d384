"""JSON Schema, as the three kinds of specification write it: made plain, then checked."""

from __future__ import annotations

import re
from typing import Any, Iterator

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

#: The name under which a specification's own schemas are found.
ROOT = "urn:specification"
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*")

FORMATS = FormatChecker(formats=())


def _format(name: str, kind: type, good: Any) -> None:
    FORMATS.checks(name)(lambda value: not isinstance(value, kind) or isinstance(value, bool) or bool(good(value)))


_format("date-time", str, DATE_TIME.fullmatch)
_format("uuid", str, UUID.fullmatch)
_format("uri", str, URI.fullmatch)
_format("int32", int, lambda value: -(2**31) <= value < 2**31)
_format("int64", int, lambda value: -(2**63) <= value < 2**63)


def plain(schema: Any) -> Any:
    """The schema without OpenAPI's own words: `nullable`, and references into the document."""
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        plain_ref = {"$ref": ROOT + schema["$ref"]}
        return {"anyOf": [plain_ref, {"type": "null"}]} if schema.get("nullable") else plain_ref
    new = dict(schema)
    for key in ("properties", "patternProperties"):
        if key in new:
            new[key] = {name: plain(member) for name, member in new[key].items()}
    for key in ("items", "additionalProperties", "not"):
        if key in new:
            new[key] = plain(new[key])
    for key in ("allOf", "anyOf", "oneOf"):
        if key in new:
            new[key] = [plain(member) for member in new[key]]
    if new.pop("nullable", False):
        if isinstance(new.get("type"), str):
            new["type"] = [new["type"], "null"]
        if "enum" in new:
            new["enum"] = [*new["enum"], None]
    return new


class Schemas:
    """The schemas of one specification."""

    def __init__(self, document: dict) -> None:
        """`document` holds, at the places that references name, schemas that are plain already."""
        resource = Resource.from_contents(document, default_specification=DRAFT202012)
        self.registry: Registry = Registry().with_resource(ROOT, resource)
        self.document = document
        self._validators: dict[int, tuple[dict, Draft202012Validator]] = {}

    def wrong(self, schema: dict, value: Any) -> list[str]:
        """What is wrong with a value, each with its place; empty when it fits."""
        return [f"{place(error)}{error.message}" for error in map(leaf, self._validator(schema).iter_errors(value))]

    def _validator(self, schema: dict) -> Draft202012Validator:
        # The schema is kept beside its validator, so that its id cannot be given to another one.
        known = self._validators.get(id(schema))
        if known is None:
            validator = Draft202012Validator(schema, registry=self.registry, format_checker=FORMATS)
            known = self._validators[id(schema)] = (schema, validator)
        return known[1]

    def unknown(self, schema: dict, value: Any, where: str = "") -> Iterator[str]:
        """The members of a value that the schema does not name (and does not forbid, either)."""
        parts = list(self._parts(schema))
        if isinstance(value, list):
            for part in parts:
                for number, item in enumerate(value if isinstance(part.get("items"), dict) else []):
                    yield from self.unknown(part["items"], item, f"{where}[{number}]")
        if not isinstance(value, dict):
            return
        # A schema without any word about members says nothing, so nothing is unknown to it.
        named = [part["properties"] for part in parts if "properties" in part]
        others = [part["additionalProperties"] for part in parts if part.get("additionalProperties")]
        for name, member in value.items():
            inner = [properties[name] for properties in named if name in properties]
            inner += [other for other in others if not inner and isinstance(other, dict)]
            if not inner and not others and named:
                yield f"{where}.{name}" if where else name
            for schema_of_member in inner:
                yield from self.unknown(schema_of_member, member, f"{where}.{name}" if where else name)

    def _parts(self, schema: dict) -> Iterator[dict]:
        """The schema and everything it is put together from, references followed."""
        if "$ref" in schema:
            yield from self._parts(self.look(schema["$ref"]))
            return
        yield schema
        for key in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(key, []):
                yield from self._parts(part)

    def look(self, reference: str) -> Any:
        """What a reference names."""
        found = self.document
        for step in reference.removeprefix(ROOT).removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        return found


def leaf(error: ValidationError) -> ValidationError:
    """The error that tells most, where a schema offers a choice."""
    while error.context:
        # That a value is not null tells nothing.
        told = [one for one in error.context if one.schema != {"type": "null"}]
        error = best_match(iter(told)) or error.context[0]
    return error


def place(error: ValidationError) -> str:
    """`results[3].endTime: `, or nothing for the value itself."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path).lstrip(".")
    return f"{text}: " if text else ""


def coerced(schema: dict, text: str) -> Any:
    """A value that came as text (a query parameter, a form field), as the schema's type; the text where it is none."""
    types = schema.get("type", "string")
    types = types if isinstance(types, list) else [types]
    if "boolean" in types and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if "integer" in types and re.fullmatch(r"-?\d+", text):
        return int(text)
    if "number" in types and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    return text
