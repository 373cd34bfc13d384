"""Reads OpenAPI 3.0, OpenAPI 3.1 and Swagger 2.0 into operations."""

from __future__ import annotations

from typing import Any

from operation import JSON, Operation, Parameter
from schema import Schemas, plain

METHODS = ("get", "post", "put", "patch", "delete")


class Specification:
    """One document."""

    def __init__(self, document: dict) -> None:
        self.document = document
        named = document.get("definitions") or document.get("components", {}).get("schemas", {})
        made_plain = {name: plain(schema) for name, schema in named.items()}
        self.schemas = Schemas({"definitions": made_plain, "components": {"schemas": made_plain}})
        self.operations = [
            self._operation(method, path, item, item[method])
            for path, item in document.get("paths", {}).items()
            for method in METHODS
            if method in item
        ]

    def _look(self, value: dict) -> dict:
        """What a `$ref` to a parameter or an answer names; the value itself when it is none."""
        if "$ref" not in value:
            return value
        found: Any = self.document
        for step in value["$ref"].removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        return found

    def _operation(self, method: str, path: str, item: dict, declared: dict) -> Operation:
        operation = Operation(method.upper(), path)
        for parameter in map(self._look, [*item.get("parameters", []), *declared.get("parameters", [])]):
            required = parameter.get("required", False)
            if parameter["in"] == "body":
                operation.bodies[JSON] = plain(parameter["schema"])
                operation.body_required = required
            elif parameter["in"] in ("query", "header"):
                # Swagger 2.0 writes the type beside the name, OpenAPI 3 into a schema.
                schema = plain(parameter.get("schema") or {k: parameter[k] for k in SWAGGER if k in parameter})
                operation.parameters.append(Parameter(parameter["name"], parameter["in"], required, schema))
        if "requestBody" in declared:
            body = self._look(declared["requestBody"])
            operation.body_required = body.get("required", False)
            for content_type, content in body.get("content", {}).items():
                operation.bodies[content_type] = plain(content.get("schema", {}))
        for status, answer in declared["responses"].items():
            operation.answers[str(status)] = self._answer(self._look(answer))
        return operation

    def _answer(self, answer: dict) -> dict | None:
        if "schema" in answer:
            return plain(answer["schema"])
        contents = answer.get("content", {})
        content = contents.get(JSON) or contents.get("*/*")
        return plain(content.get("schema", {})) if content is not None else None


SWAGGER = ("type", "format", "enum", "items", "minimum", "maximum", "pattern")
