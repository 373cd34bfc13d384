"""One extract of a vendor's specification: judges the exchanges that belong to it."""

from __future__ import annotations

import json
import urllib.parse
from dataclasses import dataclass, field
from typing import Any

import rpc
from exchange import Exchange
from known import STANDARD
from openapi import Specification
from operation import FORM, JSON, Operation, find
from schema import Schemas, coerced


@dataclass
class Judgement:
    """What one exchange came to."""

    #: The operation it belongs to; None when the extract has none.
    operation: str | None = None
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    #: Why a part of it was not judged.
    left_out: list[str] = field(default_factory=list)


class Rest:
    """Judges plain HTTP exchanges by an OpenAPI or Swagger document."""

    def __init__(self, specification: Specification, prefix: str = "/", fold: bool = False) -> None:
        """`prefix`: the operations that count; `fold`: paths and names of parameters know no upper and lower case."""
        self.schemas = specification.schemas
        self.operations = [one for one in specification.operations if one.path.startswith(prefix)]
        self.names = [str(one) for one in self.operations]
        self.fold = fold
        self.failure = next((schema for one in self.operations if (schema := failure(one))), {})

    def judge(self, exchange: Exchange) -> Judgement:
        operation = find(self.operations, exchange.method, exchange.path, exchange.query, self.fold)
        judgement = Judgement(operation and str(operation))
        if operation is None:
            judgement.left_out.append("the extract has no such operation")
        elif exchange.status is None:
            judgement.left_out.append("the server never saw the request")
        else:
            self._answer(operation, exchange, judgement)
            if 400 <= exchange.status < 500:
                judgement.left_out.append("request: the server refused it")
            else:
                self._query(operation, exchange, judgement)
                self._headers(operation, exchange, judgement)
                self._body(operation, exchange, judgement)
        return judgement

    def _answer(self, operation: Operation, exchange: Exchange, judgement: Judgement) -> None:
        status = str(exchange.status)
        if status in operation.answers:
            schema = operation.answers[status]
        elif "default" in operation.answers and int(status) >= 400:
            schema = operation.answers["default"]
        elif int(status) in STANDARD.get(exchange.system, {}):
            judgement.left_out.append(f"status {status}: {STANDARD[exchange.system][int(status)]}")
            schema = self.failure
        else:
            judgement.wrong.append(f"answer: the status {status} is not declared ({', '.join(operation.answers)} are)")
            return
        if schema is None:
            if exchange.answer:
                judgement.wrong.append(f"answer {status}: has a body, and none is declared")
        elif schema or exchange.answer:
            self._json(f"answer {status}", schema, exchange.answer, judgement)

    def _json(self, what: str, schema: dict, text: str, judgement: Judgement) -> None:
        try:
            value = json.loads(text)
        except ValueError:
            judgement.wrong.append(f"{what}: {'is empty' if not text else 'is no JSON'}")
            return
        check(self.schemas, what, schema, value, judgement)

    def _query(self, operation: Operation, exchange: Exchange, judgement: Judgement) -> None:
        def same(name: str) -> str:
            return name.lower() if self.fold else name

        given: dict[str, list[str]] = {}
        for name, value in exchange.query:
            if (name, value) not in operation.words:
                given.setdefault(same(name), []).append(value)
        for parameter in (one for one in operation.parameters if one.place == "query"):
            values = given.pop(same(parameter.name), None)
            if values is None:
                if parameter.required:
                    judgement.wrong.append(f"request: the query has no {parameter.name}")
                continue
            one = parameter.schema.get("items", {}) if parameter.is_list else parameter.schema
            value: Any = [coerced(one, text) for text in values]
            if not parameter.is_list:
                if len(values) > 1:
                    judgement.wrong.append(f"request: {parameter.name} is in the query {len(values)} times")
                value = value[0]
            wrong = self.schemas.wrong(parameter.schema, value)
            judgement.wrong += [f"request: {parameter.name} in the query: {one}" for one in wrong]
        judgement.wrong += [f"request: no {name} is declared for the query" for name in given]

    def _headers(self, operation: Operation, exchange: Exchange, judgement: Judgement) -> None:
        for parameter in operation.parameters:
            if parameter.place == "header" and parameter.required and parameter.name.lower() not in exchange.headers:
                judgement.wrong.append(f"request: the header {parameter.name} is missing")

    def _body(self, operation: Operation, exchange: Exchange, judgement: Judgement) -> None:
        if not exchange.body:
            if operation.body_required:
                judgement.wrong.append("request: has no body, and one is required")
        elif not operation.bodies:
            judgement.wrong.append("request: has a body, and none is declared")
        elif exchange.content_type not in operation.bodies:
            judgement.wrong.append(f"request: the content type '{exchange.content_type}' is not declared")
        elif exchange.content_type == FORM:
            schema = operation.bodies[FORM]
            members = schema.get("properties", {})
            pairs = urllib.parse.parse_qsl(exchange.body, keep_blank_values=True)
            value = {name: coerced(members.get(name, {}), text) for name, text in pairs}
            check(self.schemas, "request", schema, value, judgement)
        elif exchange.content_type == JSON:
            self._json("request", operation.bodies[JSON], exchange.body, judgement)


class JsonRpc:
    """Judges JSON-RPC exchanges by the types of the vendor's bindings."""

    def __init__(self, types: dict) -> None:
        self.rpc = rpc.Rpc(types)
        self.schemas: Schemas = self.rpc.schemas
        self.names = [f"{service} {operation}" for service, operation in self.rpc.inputs]

    def judge(self, exchange: Exchange) -> Judgement:
        call = rpc.called(exchange.body)
        if call is None or call[:2] not in self.rpc.inputs:
            return Judgement(left_out=["the extract has no such operation"])
        service, operation, given = call
        judgement = Judgement(f"{service} {operation}")
        if exchange.status is None:
            judgement.left_out.append("the server never saw the request")
            return judgement
        try:
            answer = json.loads(exchange.answer)
        except ValueError:
            answer = None
        if exchange.status != 200 or not isinstance(answer, dict):
            judgement.wrong.append(f"answer: status {exchange.status}, and not 200 with an object")
            return judgement
        request = json.loads(exchange.body)
        if answer.get("jsonrpc") != "2.0" or answer.get("id") != request.get("id"):
            judgement.wrong.append("answer: is not the answer to this request by its jsonrpc and id")
        result = answer.get("result")
        if not isinstance(result, dict) or len(result.keys() & {"output", "error"}) != 1:
            judgement.wrong.append("answer: has not exactly one of output and error in its result")
        elif "output" in result:
            check(self.schemas, "answer", self.rpc.outputs[service, operation], result["output"], judgement)
            check(self.schemas, "request", self.rpc.inputs[service, operation], given, judgement)
        else:
            self._error(service, operation, result["error"], judgement)
        return judgement

    def _error(self, service: str, operation: str, error: Any, judgement: Judgement) -> None:
        name = next(iter(error.get("ERROR", {})), "") if isinstance(error, dict) else ""
        if name not in self.rpc.errors:
            judgement.wrong.append(f"answer: '{name}' is no error that the bindings know")
            return
        check(self.schemas, "answer", self.rpc.errors[name], error, judgement)
        declared = self.rpc.types["services"][service][operation]["errors"]
        short = name.rpartition(".")[2]
        if name not in declared:
            if short not in STANDARD["rpc"]:
                judgement.wrong.append(f"answer: the error {short} is not declared")
            else:
                judgement.left_out.append(f"error {short}: {STANDARD['rpc'][short]}")
        judgement.left_out.append("request: the server refused it")


def check(schemas: Schemas, what: str, schema: dict, value: Any, judgement: Judgement) -> None:
    """Judges one value by its schema."""
    judgement.wrong += [f"{what}: {one}" for one in schemas.wrong(schema, value)]
    judgement.notes += [f"{what}: the extract does not know {one}" for one in schemas.unknown(schema, value)]


def failure(operation: Operation) -> dict | None:
    """The schema of a failure of an operation."""
    for status in ("default", "500", "400", "404"):
        if schema := operation.answers.get(status):
            return schema
    return None
