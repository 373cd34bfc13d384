"""Planted mistakes in plain HTTP are found, by OpenAPI and by Swagger."""

from __future__ import annotations

import pytest

from exchange import Exchange
from extract import Rest
from openapi import Specification
from samples import GOOD, OPENAPI, SWAGGER, http


def rest(exchange: Exchange, document: dict = OPENAPI, fold: bool = True) -> list[str]:
    return Rest(Specification(document), fold=fold).judge(exchange).wrong


def api(exchange: Exchange) -> list[str]:
    return rest(exchange, SWAGGER, fold=False)


@pytest.mark.parametrize(
    "exchange",
    [
        http("GET /v8/Things?limit=1", 200, [GOOD, {**GOOD, "end": None, "of": None, "last": None}]),
        http("GET /v8/Things?limit=1", 200, [{**GOOD, "parts": [{"n": 1}]}]),
        http("GET /V8/things/?LIMIT=1&deep=TRUE", 200, []),
        http("GET /v8/Things/x", 200, {**GOOD, "end": "2026-01-15T08:00:00.1234567Z", "last": {"n": 2}}),
        http("GET /v8/Things/newest", 200, {"n": 1}),
        http("GET /v8/Things/x", 404, {"message": "no"}),
        http("POST /v8/Things", 201, GOOD, {"n": 1}),
        http("DELETE /v8/Things/x", 204),
    ],
)
def test_what_fits_is_right(exchange: Exchange) -> None:
    assert rest(exchange) == []


@pytest.mark.parametrize(
    ("exchange", "sentence"),
    [
        (http("GET /v8/Things?limit=1", 200, [{**GOOD, "state": "Fine"}]), "200: [0].state: 'Fine' is not one of"),
        (http("GET /v8/Things/x", 200, {"id": GOOD["id"]}), "answer 200: 'state' is a required property"),
        (http("GET /v8/Things/x", 202, GOOD), "answer: the status 202 is not declared (200, default are)"),
        (http("DELETE /v8/Things/x", 500, {"message": "no"}), "answer: the status 500 is not declared"),
        (http("GET /v8/Things/x", 404, {"error": "no"}), "answer 404: 'message' is a required property"),
        (http("GET /v8/Things/x", 200, {**GOOD, "parts": [{"n": "1"}]}), "answer 200: parts[0].n: '1' is not of type"),
        (http("GET /v8/Things/x", 200, {**GOOD, "parts": [{"n": 2**31}]}), "parts[0].n: 2147483648 is not a 'int32'"),
        (http("GET /v8/Things/x", 200, {**GOOD, "parts": None}), "answer 200: parts: None is not of type 'array'"),
        (http("GET /v8/Things/x", 200, {**GOOD, "last": {}}), "answer 200: last: 'n' is a required property"),
        (http("GET /v8/Things/x", 200, {**GOOD, "id": "7"}), "answer 200: id: '7' is not a 'uuid'"),
        (http("GET /v8/Things/x", 200, {**GOOD, "end": "yesterday"}), "end: 'yesterday' is not a 'date-time'"),
        (http("GET /v8/Things/x", 200, {**GOOD, "of": "B"}), "of: 'B' is not one of ['A', None]"),
        (http("GET /v8/Things/x", 200, "<html>"), "answer 200: is no JSON"),
        (http("GET /v8/Things/x", 200), "answer 200: is empty"),
        (http("DELETE /v8/Things/x", 204, GOOD), "answer 204: has a body, and none is declared"),
        (http("GET /v8/Things", 200, []), "request: the query has no limit"),
        (http("GET /v8/Things?limit=many", 200, []), "request: limit in the query: 'many' is not of type 'integer'"),
        (http("GET /v8/Things?limit=1&limit=2", 200, []), "request: limit is in the query 2 times"),
        (http("GET /v8/Things?limit=1&size=2", 200, []), "request: no size is declared for the query"),
        (http("POST /v8/Things", 201, GOOD), "request: has no body, and one is required"),
        (http("POST /v8/Things", 201, GOOD, {"m": 1}), "request: 'n' is a required property"),
        (http("GET /v8/Things/x", 200, GOOD, {}), "request: has a body, and none is declared"),
    ],
)
def test_what_does_not_fit_is_found(exchange: Exchange, sentence: str) -> None:
    (found,) = rest(exchange)
    assert sentence in found


def test_a_refused_request_is_not_judged_but_its_answer_is() -> None:
    assert rest(http("POST /v8/Things", 400, {"message": "no"}, {"m": 1})) == []
    assert rest(http("POST /v8/Things", 400, {}, {"m": 1})) == ["answer 400: 'message' is a required property"]
    unseen = Rest(Specification(OPENAPI)).judge(http("POST /v8/Things", None, sent={"m": 1}))
    assert (unseen.wrong, unseen.left_out) == ([], ["the server never saw the request"])


def test_unknown_members_are_notes() -> None:
    answer = {**GOOD, "colour": "red", "parts": [{"n": 1, "m": 2}], "last": {"n": 1, "m": 2}}
    judgement = Rest(Specification(OPENAPI)).judge(http("GET /v8/Things/x", 200, answer))
    assert judgement.wrong == []
    assert [note.rpartition(" ")[2] for note in judgement.notes] == ["colour", "parts[0].m", "last.m"]


def test_swagger_and_operations_named_by_their_query() -> None:
    assert api(http("GET /api/job/7", 200, {"id": "7"}, system="vcenter")) == []
    assert api(http("POST /api/job/7?action=stop", 200, sent={"id": "7"}, system="vcenter")) == []
    assert "'id' is a required" in api(http("POST /api/job/7?action=stop", 200, sent={}, system="vcenter"))[0]
    assert Rest(Specification(SWAGGER)).judge(http("POST /api/job/7", 200)).operation is None
    assert api(http("GET /api/details?jobs=1&jobs=2", 200, {"1": 5}, system="vcenter")) == []
    assert "'a' is not of type" in api(http("GET /api/details?jobs=1&jobs=a", 200, {"1": 5}, system="vcenter"))[0]
    assert "'b' is not of type" in api(http("GET /api/details", 200, {"1": "b"}, system="vcenter"))[0]


def test_the_endpoints_own_failures_have_the_general_shape() -> None:
    assert api(http("GET /api/job/7", 401, {"messages": []}, system="vcenter")) == []
    assert api(http("GET /api/job/7", 401, {}, system="vcenter")) == ["answer 401: 'messages' is a required property"]
    assert api(http("GET /api/job/7", 409, {"messages": []}, system="vcenter")) != []
