"""The check itself: it fails where it should."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "scenarios")]

import check  # noqa: E402  (needs the path)
import table  # noqa: E402
from cell import SYSTEMS, Seen  # noqa: E402
from driver import Answer  # noqa: E402
from fault import BadFault, Fault, read_all  # noqa: E402

TOLD = {
    "error.message": "the connection broke",
    "error.remedy": "check the network",
    "error.line": "veeam.start: the connection broke",
    "error.may_have_taken_effect": "false",
}
STARTED = {"id": "906", "origin": "ours"}


def failed(verb: str = "start", **other: object) -> Seen:
    seen = Seen(verb, Answer(values=dict(TOLD), error="unreachable"))
    seen.__dict__.update(other)
    return seen


def started(**other: object) -> Seen:
    seen = Seen("start", Answer(values=dict(STARTED)), began=["906"], sent=1, answers=[200])
    seen.__dict__.update(other)
    return seen


def test_what_is_as_it_should_be_passes() -> None:
    assert failed().wrong() == failed("read").wrong() == started().wrong() == []
    unknown = failed(began=["906"])
    unknown.answer.values["error.may_have_taken_effect"] = "true"
    assert unknown.wrong() == []
    assert started(answers=[401, 200], sent=2).wrong() == []


@pytest.mark.parametrize(
    ("seen", "says"),
    [
        (failed(began=["906"]), "it is said that nothing began, and a run did"),
        (started(began=[]), "ok, but run 906 is not one that was started"),
        (started(began=["907"]), "ok, but run 906 is not one that was started"),
        (started(began=["906", "907"]), "2 runs began"),
        (started(answers=[503, 200]), "the start was sent again after 503"),
        (started(answers=[None, 200]), "the start was sent again after None"),
        (started(strangers={"vcenter"}), "a request went to vcenter"),
        (started(leaks=["log[0].url <<<SECRET>>>"]), "a secret got out"),
        (Seen("read", Answer(values={"[0].id": "1"}), whole={"[0].id": "1", "[1].id": "2"}), "these are not the jobs"),
    ],
)
def test_what_must_never_be_fails(seen: Seen, says: str) -> None:
    assert [what for what in seen.wrong() if says in what], seen.wrong()


@pytest.mark.parametrize("path", list(TOLD))
def test_an_error_says_everything(path: str) -> None:
    for seen in (failed(), failed("read")):
        seen.answer.values[path] = ""
        assert seen.wrong()


def test_a_read_changes_nothing() -> None:
    seen = failed("read")
    seen.answer.values["error.may_have_taken_effect"] = "true"
    assert seen.wrong() == ["a read is said to have changed something"]


def test_languages_that_differ_are_shown() -> None:
    key = ("reset after, once", "veeam v8", "start")
    rust, c = {key: "ok, indistinguishable; 1 run"}, {key: "`unreachable`; 1 run"}
    assert table.differences({"rust": rust, "c": dict(rust), "python": dict(rust)}) == []
    (difference,) = table.differences({"rust": rust, "c": c, "python": rust})
    assert "rust saw ok, indistinguishable; 1 run, c saw `unreachable`; 1 run" in difference
    assert table.differences({"rust": rust, "c": {}})


def test_systems_that_saw_the_same_share_a_row() -> None:
    fault = Fault("reset", "It breaks.", [])
    cells = {("reset", system, "read"): "ok" for system in ("a", "b", "c")}
    cells |= {("reset", system, "start"): "ok; 1 run" for system in ("a", "b", "c")}
    assert "| **reset**: It breaks. | all | ok | ok; 1 run |\n" in table.rendered([fault], ["a", "b", "c"], cells)
    cells["reset", "b", "start"] = "`closed`; 0 runs"
    rows = table.rendered([fault], ["a", "b", "c"], cells).splitlines()
    assert rows[2:] == ["| **reset**: It breaks. | a, c | ok | ok; 1 run |", "|  | b | ok | `closed`; 0 runs |"]


def test_sentences_are_gathered_and_those_that_vary_left_out() -> None:
    faults = [Fault("a", "A.", []), Fault("b", "B.", []), Fault("c", "C.", [], words_vary=True)]
    seen = failed(local={"https://127.0.0.1:1": "https://server"})
    seen.answer.values["error.message"] = "no answer of https://127.0.0.1:1 at byte 7"
    said = seen.told()
    assert started().told() is None and said is not None
    told: table.Told = {(name, "s", "read"): said for name in "abc"}
    row = "| `unreachable` | no answer of https://server at byte N | check the network | a; b |"
    assert table.sentences(faults, [told, {}]).splitlines()[2:] == [row]
    other: table.Told = {("b", "s", "start"): ("tls", "too old", "renew it"), ("a", "s", "start"): None}
    assert table.sentences(faults, [told, other]).splitlines()[2:] == ["| `tls` | too old | renew it | b |", row]


@pytest.mark.parametrize("change", [("0 runs", "1 run"), ("| ok |", "| ok, 2 tries |"), ("**may have begun**, ", "")])
def test_a_planted_cell_is_found(change: tuple[str, str]) -> None:
    readme = table.FILE.read_text(encoding="utf-8")
    seen = table.split(readme)[1]
    assert table.changes(seen, readme) == []
    head, _, tail = table.split(readme)
    planted = head + seen.replace(*change, 1) + tail
    assert planted != readme and table.changes(seen, planted)


def test_every_fault_has_its_row() -> None:
    readme = table.FILE.read_text(encoding="utf-8")
    for fault in read_all():
        assert f"| **{fault.name}**: {fault.says} |" in readme, fault.name
        assert any(fault.concerns(system) for system in SYSTEMS)


def test_a_fault_that_means_nothing_is_refused(tmp_path: Path) -> None:
    for text in (
        '[[fault]]\nname = "a"\nsays = "b"\nrules = [{ on = "requests", action = { kind = "reset_after" } }]',
        '[[fault]]\nname = "a"\nsays = "b"\nrules = []\ntimeout = 1',
        '[[fault]]\nname = "a"\nsays = "b"\nrules = []\n' * 2,
    ):
        file = tmp_path / "faults.toml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(BadFault):
            read_all(file)


LIAR = """
import sys
password = ""
for line in sys.stdin:
    op, *pairs = line.rstrip("\\n").split("\\t")
    password = dict(pair.split("=", 1) for pair in pairs).get("password", password)
    if op == "server.start":
        print("id\\t906\\norigin\\tours")
        print("note\\tlogged in with " + password)
    print("ok", flush=True)
"""


@pytest.mark.skipif("BACKUPJOBS_SIM" not in os.environ, reason="needs the simulator")
def test_a_driver_that_lies_is_caught(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    liar = tmp_path / "liar.py"
    liar.write_text(LIAR, encoding="utf-8")
    assert check.main(["--driver", f"liar={sys.executable} {liar}", "no fault"]) == 1
    said = capsys.readouterr().out
    assert "no fault / teradata / start: ok, but run 906 is not one that was started: []" in said
    assert "no fault / veeam v8 / start: a secret got out: note\tlogged in with <<<SECRET>>>" in said
    assert "Sim-Passw0rd!" not in said
