"""Which state a server's jobs come out as, and what is said about them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import MAIL, ran
from plugin import Plugin

SITES = "Contoso sites"


def test_a_good_job(plugin: Plugin, sim: Any) -> None:
    ran(sim, duration_s=600)
    answer = plugin.check("veeam", "--job", "Contoso mail")
    assert answer.code == 0
    assert answer.line.startswith("BACKUP OK - Contoso mail: run ") and answer.line.endswith("(Success) (1.8 h ago)")
    measures = answer.measures
    assert {name: measures[name].value for name in ("jobs", "ok", "warning", "critical", "unknown")} == {
        "jobs": 1, "ok": 1, "warning": 0, "critical": 0, "unknown": 0,
    }  # fmt: skip
    age = measures["age"]
    assert (age.value, age.unit, age.critical, age.least) == (7200 - 600, "s", "93600", "0")
    assert (measures["duration"].value, measures["duration"].unit) == (600, "s")
    assert measures["bytes"].unit == "B" and measures["bytes"].value > 0
    assert plugin.check("veeam", "--job", MAIL).out == answer.out, "by its id"
    assert answer.more == []


@pytest.mark.parametrize(
    ("outcome", "code", "options"),
    [
        ("warning", 1, []),
        ("warning", 0, ["--warnings-ok"]),
        ("failed", 2, ["--warnings-ok"]),
        ("stopped", 2, []),
        ("Splendid", 3, []),
    ],
)
@pytest.mark.parametrize("system", ["veeam", "teradata"])
def test_how_the_newest_run_ended(plugin: Plugin, sim: Any, system: str, outcome: str, code: int, options: list[str]) -> None:
    job = MAIL if system == "veeam" else "34"
    ran(sim, outcome, system=system, job=job)
    answer = plugin.check(system, "--job", job, *options)
    assert answer.code == code, answer
    assert ("age" in answer.measures) == (outcome == "warning"), "no older run makes up for a bad one"


def test_all_systems(plugin: Plugin, sim: Any) -> None:
    for system, job in (("teradata", "34"), ("vcenter", "appliance-backup")):
        ran(sim, system=system, job=job, hours_ago=1)
        answer = plugin.check(system, "--job", job)
        assert answer.code == 0 and answer.measures["age"].value <= 3600


def test_age(plugin: Plugin, sim: Any) -> None:
    ran(sim, hours_ago=26, duration_s=60)
    assert plugin.check("veeam", "--job", MAIL).code == 0
    sim.advance(61)
    late = plugin.check("veeam", "--job", MAIL)
    assert late.code == 2 and late.line.endswith("; the last good run ended 26.0 h ago (critical: 26)")
    assert plugin.check("veeam", "--job", MAIL, "-c", "27").code == 0
    worn = plugin.check("veeam", "--job", MAIL, "-w", "20", "-c", "27")
    assert worn.code == 1 and worn.line.endswith("(warning: 20)")
    assert (worn.measures["age"].warning, worn.measures["age"].critical) == ("72000", "97200")
    assert plugin.check("veeam", "--job", MAIL, "-w", "20").code == 2, "the default of the other stays"
    sim.advance(365 * 86400)
    assert plugin.check("veeam", "--job", MAIL, "-c", "~:").code == 0, "any age"


def test_thresholds_never_improve_a_state(plugin: Plugin, sim: Any) -> None:
    ran(sim, "warning")
    assert plugin.check("veeam", "--job", MAIL, "-w", "~:", "-c", "~:").code == 1
    assert plugin.check("veeam", "--job", MAIL, "-w", "1", "-c", "2:").code == 2
    ran(sim, "failed")
    assert plugin.check("veeam", "--job", MAIL, "-w", "~:", "-c", "~:").code == 2


def test_disabled_missing_and_never_run(plugin: Plugin, sim: Any) -> None:
    ran(sim, job="Contoso archive")
    disabled = plugin.check("veeam", "--job", "Contoso archive")
    assert disabled.code == 1 and "the job is disabled" in disabled.line
    assert plugin.check("veeam", "--job", "Contoso archive", "--disabled-ok").code == 0
    ran(sim)
    gone = plugin.check("veeam", "--job", "Contoso mail", "--job", "Payroll")
    assert gone.code == 2 and "1 of 2 jobs CRITICAL, 1 of 2 jobs OK; Payroll: the job is not on the server" in gone.line
    assert (gone.measures["jobs"].value, gone.measures["critical"].value) == (2, 1)
    assert plugin.check("veeam", "--job", "contoso MAIL").code == 2, "names are exact"


def test_a_running_run(plugin: Plugin, sim: Any) -> None:
    ran(sim)
    sim.script("veeam", MAIL, outcome="hang")
    sim.run("veeam", MAIL)
    sim.advance(7200)
    answer = plugin.check("veeam", "--job", MAIL)
    assert answer.code == 0 and "is still running" in answer.line
    assert plugin.check("veeam", "--job", MAIL, "--max-running", "1").code == 2


def test_all_jobs(plugin: Plugin, sim: Any) -> None:
    jobs = sim.truth()["veeam"]["jobs"]
    for job in jobs:
        ran(sim, "failed" if job["name"] == SITES else "success", job=job["id"], hours_ago=1)
    answer = plugin.check("veeam")
    assert answer.code == 2
    assert answer.line.startswith(f"BACKUP CRITICAL - 1 of {len(jobs)} jobs CRITICAL, 1 of {len(jobs)} jobs WARNING, ")
    assert answer.line.index(f"; {SITES}: run") < answer.line.index("; Contoso archive: the job is disabled")
    measures = answer.measures
    assert measures["jobs"].value == len(jobs) and measures["Contoso mail age"].critical == "93600"
    assert measures["age"].value == max(m.value for name, m in measures.items() if name.endswith(" age"))
    assert f"{SITES} age" not in measures and f"{SITES} duration" in measures
    only = plugin.check("veeam", "--job", "Contoso mail", "--job", MAIL)
    assert only.code == 0 and only.measures["jobs"].value == 1, "one job, named twice"


def test_critical_is_worse_than_unknown_and_that_than_a_warning(plugin: Plugin, sim: Any) -> None:
    outcomes = {"Contoso mail": "success", SITES: "warning", "Contoso teams": "Splendid", "Backup1": "failed"}
    for job, outcome in outcomes.items():
        ran(sim, outcome, job=job, hours_ago=1)
    codes = []
    names: list[str] = []
    for job in outcomes:
        names += ["--job", job]
        codes.append(plugin.check("veeam", *names).code)
    assert codes == [0, 1, 3, 2]


def test_no_jobs(plugin: Plugin, sim: Any) -> None:
    sim.faults("body", system="veeam", path="/Jobs", times=0, body="[]", content_type="application/json")
    answer = plugin.check("veeam")
    assert answer.code == 3 and "no jobs" in answer.line and answer.measures == {}


def test_a_server_that_cannot_be_asked(plugin: Plugin, sim: Any) -> None:
    ran(sim)
    sim.port("veeam", open=False)
    for options in ([], ["--job", MAIL]):
        answer = plugin.check("veeam", *options)
        assert answer.code == 3 and answer.measures == {}
    sim.port("veeam", open=True)
    sim.faults("status", system="veeam", path="/Jobs", status=503, times=0)
    assert plugin.check("veeam", "--job", MAIL).code == 3
    sim.clear_faults()
    sim.faults("status", system="veeam", path="/Jobs", status=503)
    assert plugin.check("veeam", "--job", MAIL).code == 0, "once is tried again"


def test_more_lines(plugin: Plugin, sim: Any) -> None:
    ran(sim)
    first = plugin.check("veeam", "--job", MAIL)
    one, two, three = (plugin.check("veeam", "--job", MAIL, "-" + "v" * n) for n in (1, 2, 3))
    assert {answer.line for answer in (one, two, three)} == {first.line}
    assert [line[:19] for line in one.more] == ["OK - Contoso mail: "]
    assert len(two.more) == 2 and f"  job {MAIL}, run " in two.more[1] and ", finished, success (Success), started " in two.more[1]
    assert three.more[:2] == two.more and three.more[2] == "requests:"
    assert sum("/v6/Jobs" in line and "200" in line for line in three.more[3:]) >= 2


HOSTILE = "disk | full\nBACKUP OK - 'all' fine=1s;;;\u0085\u2028 \t\x1b[2J"


def test_words_of_the_server_stay_on_the_line(plugin: Plugin, sim: Any) -> None:
    ran(sim, "failed", message=HOSTILE)
    plugin.check("veeam", "--zabbix-discovery")
    listed = next(e for e in sim.journal() if e["path"] == "/v6/Jobs")
    # The first is the only one of its name.
    jobs = [{**job, "name": f"{HOSTILE}{(at + 1) // 2}"} for at, job in enumerate(json.loads(listed["vendor_body"]))]
    sim.faults("body", system="veeam", path="/v6/Jobs", body=json.dumps(jobs), content_type="application/json")
    answer = plugin.check("veeam", "-vv")
    assert answer.code == 2 and "disk / full BACKUP OK - 'all' fine=1s" in answer.line
    assert len(answer.more) == 2 * len(jobs) - 1, "a line for each job, one for its run; one never ran"
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or ord(c) in (0x2028, 0x2029) for c in answer.out.replace("\n", ""))
    labels = [label for label in answer.measures if label.endswith(" duration")]
    assert len(labels) == len(jobs) - 1 and sum(label.startswith("disk _ full") for label in labels) == 1
