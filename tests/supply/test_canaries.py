"""Leaks that are planted, and found."""

from __future__ import annotations

import base64
import json
import urllib.parse
from typing import Any

import pytest
from canaries import Canaries, parts, travelled

SECRET = 'C4nary "of/the" m1ne+'
FORMS = {
    "plain": SECRET,
    "json": json.dumps({"password": SECRET}),
    "repr": repr({"password": SECRET}),
    "form": urllib.parse.urlencode({"password": SECRET}),
    "path": urllib.parse.quote(SECRET, safe=""),
    "lower": urllib.parse.quote(SECRET, safe="").replace("%2F", "%2f").replace("%2B", "%2b"),
    **{user: f"Basic {base64.b64encode(f'{user}:{SECRET}'.encode()).decode()}" for user in ("u", "me", "svc", "root")},
    "utf-8": base64.b64encode(f"{SECRET} and more".encode()).decode(),
}
PLACES: dict[str, dict[str, Any]] = {
    "path": {"path": f"/v8/jobs/{urllib.parse.quote(SECRET, safe='')}"},
    "plain path": {"path": f"/v8/jobs/{SECRET}"},
    "query": {"query": [["password", SECRET]]},
    "another query": {"query": [["loc_spec.location_user", SECRET]]},
    "name": {"query": [[SECRET, ""]]},
    "header": {"headers": {"referer": f"https://h/?{SECRET}"}},
    "cookie": {"headers": {"cookie": SECRET}},
    "body": {"body": json.dumps({"password": SECRET})},
}
FINE: dict[str, dict[str, Any]] = {
    "authorization": {"headers": {"authorization": f"Bearer {SECRET}"}},
    "session": {"headers": {"vmware-api-session-id": SECRET}},
    "location": {"query": [["loc_spec.location_password", SECRET]]},
    "login": {"path": "/v6/Token", "body": urllib.parse.urlencode({"password": SECRET})},
    "backup": {"path": "/api/appliance/recovery/backup/job", "body": json.dumps({"backup_password": SECRET})},
}


def request(**members: Any) -> dict[str, Any]:
    """An entry of a simulator's journal."""
    return {"method": "POST", "path": "/v8/jobs", "query": [], "headers": {"host": "h"}, "body": "", **members}


@pytest.mark.parametrize("leak", FORMS.values(), ids=FORMS)
def test_a_planted_leak_is_found_in_every_form(leak: str) -> None:
    canaries = Canaries()
    search = canaries.search({SECRET})
    assert search.texts(["nothing here", f"bad {leak}!"])
    assert canaries.line() == "canaries: 1 in 2 texts: 1 found"


@pytest.mark.parametrize("members", PLACES.values(), ids=PLACES)
def test_a_secret_in_the_wrong_place_of_a_request_is_found(members: dict[str, Any]) -> None:
    assert Canaries().search({SECRET}).journal([request(**members)])


@pytest.mark.parametrize("members", FINE.values(), ids=FINE)
def test_a_secret_where_the_vendor_wants_it_is_no_leak(members: dict[str, Any]) -> None:
    assert not Canaries().search({SECRET}).journal([request(**members)])


def test_words_are_no_secrets() -> None:
    canaries = Canaries()
    search = canaries.search({"ab", "", SECRET})
    assert search.texts(["a cab", "of/the", "m1ne"]) == []
    assert canaries.line() == "canaries: 1 in 3 texts: 0 found"


def test_a_key_is_found_line_by_line() -> None:
    key = "-----BEGIN PRIVATE KEY-----\n" + "A" * 64 + "\n" + "B" * 64 + "\nQ==\n-----END PRIVATE KEY-----\n"
    assert parts(key) == ["A" * 64, "B" * 64]
    assert parts("short") == ["short"]


def test_what_travelled_is_looked_for() -> None:
    entries = [request(headers={"authorization": "Bearer a-token-of-the-server", "vmware-api-session-id": "0123456789"})]
    assert travelled(entries) == {"a-token-of-the-server", "0123456789"}
