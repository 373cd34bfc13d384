"""Planted mistakes in JSON-RPC are found, by the types of the bindings."""

from __future__ import annotations

import pytest

from exchange import Exchange
from extract import JsonRpc
from samples import http

MESSAGES = {"messages": {"list": "string"}}
TYPES = {
    "enums": {"a.state": ["GOOD", "BAD"]},
    "errors": {f"std.errors.{name}": MESSAGES for name in ("not_found", "unauthenticated", "odd")},
    "structs": {
        "a.status": {"state": {"ref": "a.state"}, "end": {"optional": "datetime"}, "sizes": {"map": ["id", "integer"]}},
        "a.spec": {"password": {"optional": "secret"}},
    },
    "services": {
        "a.job": {
            "get": {
                "input": {"id": "id", "spec": {"ref": "a.spec"}},
                "output": {"ref": "a.status"},
                "errors": ["std.errors.not_found"],
            },
            "delete": {"input": {}, "output": "void", "errors": []},
        }
    },
}


def call(operation: str, given: dict, result: object, status: int = 200) -> Exchange:
    params = {"serviceId": "a.job", "operationId": operation, "input": {"STRUCTURE": {"operation-input": given}}}
    sent = {"jsonrpc": "2.0", "method": "invoke", "params": params, "id": "4"}
    answer = {"jsonrpc": "2.0", "id": "4", "result": result}
    return http("POST /api", status, answer, sent, system="vcenter")


def status(**members: object) -> dict:
    return {"output": {"STRUCTURE": {"a.status": {"state": "GOOD", "sizes": [], **members}}}}


SPEC = {"STRUCTURE": {"a.spec": {"password": {"OPTIONAL": {"SECRET": "x"}}}}}
ASKED = {"id": "7", "spec": SPEC}


@pytest.mark.parametrize(
    "exchange",
    [
        call("get", ASKED, status(end={"OPTIONAL": None})),
        call("get", ASKED, status(sizes=[{"STRUCTURE": {"map-entry": {"key": "a", "value": 1}}}])),
        call("get", ASKED, {"error": {"ERROR": {"std.errors.not_found": {"messages": []}}}}),
        call("get", {}, {"error": {"ERROR": {"std.errors.unauthenticated": {"messages": []}}}}),
        call("delete", {}, {"output": None}),
    ],
)
def test_json_rpc_that_fits_is_right(exchange: Exchange) -> None:
    assert JsonRpc(TYPES).judge(exchange).wrong == []


@pytest.mark.parametrize(
    ("exchange", "sentence"),
    [
        (call("get", ASKED, status(state="FINE")), "'FINE' is not one of"),
        (call("get", ASKED, {"output": {"STRUCTURE": {"a.status": {"state": "GOOD"}}}}), "'sizes' is a required"),
        (call("get", ASKED, {"output": {"STRUCTURE": {"a.spec": {}}}}), "'a.status' is a required property"),
        (call("get", ASKED, status(end="2026-01-15T08:00:00.000Z")), "end: '2026-01-15T08:00:00.000Z' is not of type"),
        (call("get", ASKED, status(end={"OPTIONAL": "now"})), "'now' is not a 'date-time'"),
        (call("get", {"id": "7"}, status()), "request: STRUCTURE.operation-input: 'spec' is a required property"),
        (call("get", ASKED, {"error": {"ERROR": {"std.errors.odd": {"messages": []}}}}), "odd is not declared"),
        (call("get", ASKED, {"error": {"ERROR": {"std.errors.none": {}}}}), "is no error that the bindings know"),
        (call("get", ASKED, {"error": {"ERROR": {"std.errors.not_found": {}}}}), "'messages' is a required property"),
        (call("get", ASKED, {}), "not exactly one of output and error"),
        (call("get", ASKED, status(), status=401), "status 401, and not 200"),
    ],
)
def test_json_rpc_that_does_not_fit_is_found(exchange: Exchange, sentence: str) -> None:
    (found,) = JsonRpc(TYPES).judge(exchange).wrong
    assert sentence in found
