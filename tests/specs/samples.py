"""Two small specifications with what they call right and wrong, and a short way to write an exchange."""

from __future__ import annotations

import json

from exchange import Exchange

THING = {
    "type": "object",
    "required": ["id", "state"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "state": {"type": "string", "enum": ["Good", "Bad"]},
        "end": {"type": "string", "format": "date-time", "nullable": True},
        "of": {"type": "string", "enum": ["A"], "nullable": True},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
        "last": {"$ref": "#/components/schemas/Part", "nullable": True},
    },
}
PART = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer", "format": "int32"}}}
FAILURE = {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}}
GOOD = {"id": "3396ba22-21b1-4666-a631-0edfc12a59cd", "state": "Good"}


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def list_of(schema: dict) -> dict:
    return {"type": "array", "items": schema}


def json_of(schema: dict) -> dict:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def query(name: str, kind: str, required: bool = False) -> dict:
    return {"in": "query", "name": name, "required": required, "schema": {"type": kind}}


OPENAPI = {
    "openapi": "3.0.1",
    "paths": {
        "/v8/Things": {
            "get": {
                "parameters": [query("limit", "integer", True), query("deep", "boolean")],
                "responses": {"200": json_of(list_of(ref("Thing"))), "default": json_of(ref("Failure"))},
            },
            "post": {
                "requestBody": {"required": True, **json_of(ref("Part"))},
                "responses": {"201": json_of(ref("Thing")), "default": json_of(ref("Failure"))},
            },
        },
        "/v8/Things/newest": {"get": {"responses": {"200": json_of(ref("Part"))}}},
        "/v8/Things/{id}": {
            "get": {"responses": {"200": json_of(ref("Thing")), "default": json_of(ref("Failure"))}},
            "delete": {"responses": {"204": {"description": ""}}},
        },
    },
    "components": {"schemas": {"Thing": THING, "Part": PART, "Failure": FAILURE}},
}

SWAGGER = {
    "swagger": "2.0",
    "paths": {
        "/api/job/{id}": {"get": {"responses": {"200": {"schema": {"$ref": "#/definitions/Job"}}}}},
        "/api/job/{id}?action=stop": {
            "post": {
                "parameters": [{"in": "body", "name": "b", "required": True, "schema": {"$ref": "#/definitions/Job"}}],
                "responses": {"200": {"description": ""}, "500": {"schema": {"$ref": "#/definitions/Error"}}},
            }
        },
        "/api/details": {
            "get": {
                "parameters": [{"in": "query", "name": "jobs", "type": "array", "items": {"type": "integer"}}],
                "responses": {"200": {"schema": {"type": "object", "additionalProperties": {"type": "integer"}}}},
            }
        },
    },
    "definitions": {
        "Job": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
        "Error": {"type": "object", "required": ["messages"], "properties": {"messages": {"type": "array"}}},
    },
}

def http(line: str, status: int | None, answer: object = None, sent: object = None, **more: object) -> Exchange:
    """`http("GET /v8/Things?limit=1", 200, [])`."""
    method, _, rest = line.partition(" ")
    path, _, asked = rest.partition("?")
    return Exchange(
        source="test",
        system=str(more.pop("system", "veeam")),
        method=method,
        path=path,
        query=tuple(tuple(pair.split("=", 1)) for pair in asked.split("&") if pair),
        content_type="application/json" if sent is not None else "",
        body="" if sent is None else json.dumps(sent),
        status=status,
        answer=answer if isinstance(answer, str) else "" if answer is None else json.dumps(answer),
        **more,
    )
