"""What is written is read back, and the command says what it found."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import extracts
from exchange import read, taken, write
from known import excuse
from samples import GOOD, OPENAPI, http

HERE = Path(__file__).resolve().parent


def entry(**members: object) -> dict:
    whole = {
        "system": "veeam",
        "method": "GET",
        "path": "/v8/Things/x",
        "query": [],
        "headers": {"content-type": "application/json; charset=utf-8", "authorization": "Bearer s3cret"},
        "body": "",
        "vendor_status": 200,
        "vendor_body": json.dumps(GOOD),
        "fault": None,
    }
    return {**whole, **members}


NOTHING = {"veeam": {"runs": []}, "teradata": {"runs": []}, "vcenter": {"runs": []}}


def written(tmp_path: Path, *entries: dict, knobs: tuple = (), truth: dict = NOTHING) -> Path:
    path = tmp_path / "exchanges.jsonl"
    with path.open("w", encoding="utf-8") as file:
        write(file, taken("a test", entries, knobs, truth))
    return path


def test_a_journal_is_read_back_without_its_secrets(tmp_path: Path) -> None:
    knobs = ({"name": "a.b", "value": 1, "default": 1}, {"name": "a.c", "value": 2, "default": 1})
    truth = {**NOTHING, "veeam": {"runs": [{"outcome": "SPLENDID"}, {"outcome": "success"}, {"outcome": None}]}}
    path = written(tmp_path, entry(query=[["a", "1"], ["a", "2"]]), knobs=knobs, truth=truth)
    assert "s3cret" not in path.read_text()
    (exchange,) = read(path)
    assert exchange.line == "GET /v8/Things/x?a=1&a=2"
    assert (exchange.content_type, exchange.headers) == ("application/json", ("authorization", "content-type"))
    assert (exchange.knobs, exchange.planted, exchange.times) == ({"a.c": 2}, ("SPLENDID",), 1)


def test_what_happened_twice_is_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, entry(), entry(headers={"authorization": "Bearer another"}), entry(method="HEAD"), entry())
    assert [(one.method, one.content_type != "", one.times) for one in read(path)] == [
        ("GET", True, 2),
        ("GET", False, 1),
        ("HEAD", True, 1),
    ]


def run(specs: Path, *files: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, str(HERE / "check.py"), "--specs", str(specs), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_tells_what_is_wrong_and_what_was_left_out(tmp_path: Path) -> None:
    specs = tmp_path / "specs"
    specs.mkdir()
    (specs / "veeam-v8-x.openapi.json").write_text(json.dumps(OPENAPI))
    bad = {**GOOD, "state": "Fine"}
    path = written(tmp_path, entry(), entry(path="/v2/Jobs"), entry(path="/v8/Elsewhere"))
    right = run(specs, path)
    assert right.returncode == 0, right.stdout + right.stderr
    assert "veeam v8                       1/5" in right.stdout
    assert "veeam v8: the extract has no such operation (1)" in right.stdout
    assert "veeam v2: there is no extract (1)" in right.stdout
    wrong = run(specs, written(tmp_path, entry(vendor_body=json.dumps(bad)), entry(vendor_body=json.dumps(bad))))
    assert wrong.returncode == 1
    assert "WRONG veeam v8, GET /v8/Things/{id}: answer 200: state: 'Fine' is not one of" in wrong.stdout
    assert "2 times, first in a test: GET /v8/Things/x" in wrong.stdout


def test_a_word_that_the_test_planted_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "veeam-v8-x.openapi.json").write_text(json.dumps(OPENAPI))
    truth = {**NOTHING, "veeam": {"runs": [{"outcome": "Fine"}]}}
    path = written(tmp_path, entry(vendor_body=json.dumps({**GOOD, "state": "Fine"})), truth=truth)
    assert run(tmp_path, path).returncode == 0
    path = written(tmp_path, entry(vendor_body=json.dumps({**GOOD, "state": "Finer"})), truth=truth)
    assert run(tmp_path, path).returncode == 1


def test_what_only_the_pages_allow_is_no_mistake_but_is_counted() -> None:
    def why(sentence: str, **members: object) -> str | None:
        return excuse(sentence, http("GET /v6/Jobs", 200, **members))

    words = "veeam v6, POST /v6/Jobs/{id}/explore: request: type: '%s' is not one of ['Vex', 'Veod']"
    assert why(words % "vex") and not why(words % "vox")
    assert not why(words.replace("request", "answer 200") % "vex")
    status = "vcenter /rest, DELETE /rest/com/vmware/cis/session: answer: the status 204 is not declared (200 are)"
    assert why(status, knobs={"vcenter.logout_status": 204}) and not why(status)
    session = "vcenter /api, POST /api/session: answer: the status 404 is not declared (201, 401, 503 are)"
    assert why(session, answer='{"name":"com.vmware.vapi.rest.httpNotFound"}') and not why(session, answer="{}")
    restore = "vcenter /rest, POST /rest/appliance/recovery/restore/validate: answer: the status 404 is not declared"
    assert why(restore, knobs={"vcenter.version": "9.0"}) and not why(restore, knobs={"vcenter.version": "7.0.0"})
    body = "vcenter /rest, GET /rest/appliance: request: has a body, and none is declared"
    assert not why(body)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    got = run(tmp_path, tmp_path / "none.jsonl")
    assert (got.returncode, got.stderr.count("\n")) == (2, 1)


def test_without_extracts_it_says_so_and_passes(tmp_path: Path) -> None:
    got = run(tmp_path / "none", written(tmp_path, entry()))
    assert (got.returncode, got.stdout.count("\n")) == (0, 1)
    assert got.stdout.startswith("left out: no extracts")


def test_every_path_has_its_extract() -> None:
    for line, system, name in [
        ("GET /V6/Jobs", "veeam", "veeam v6"),
        ("GET /v2/Jobs", "veeam", "veeam v2"),
        ("POST /api", "vcenter", "vcenter JSON-RPC"),
        ("POST /api/session", "vcenter", "vcenter /api"),
        ("POST /rest/com/vmware/cis/session", "vcenter", "vcenter /rest"),
        ("GET /data-protection/v2/sites/1/jobs", "teradata", "teradata (derived)"),
    ]:
        assert extracts.name(http(line, 200, system=system)) == name
