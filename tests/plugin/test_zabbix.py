"""What Zabbix reads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import MAIL, ran
from plugin import Plugin


def test_discovery(plugin: Plugin, sim: Any) -> None:
    answer = plugin.check("veeam", "--zabbix-discovery")
    jobs = {job["id"]: job["name"] for job in sim.truth()["veeam"]["jobs"]}
    found = json.loads(answer.out)
    assert answer.code == 0 and {item["{#JOB.ID}"]: item["{#JOB.NAME}"] for item in found} == jobs
    assert {item["{#JOB.SYSTEM}"] for item in found} == {"veeam"}
    assert {item["{#JOB.NAME}"] for item in found if item["{#JOB.ENABLED}"] == "no"} == {"Contoso archive"}
    (appliance,) = json.loads(plugin.check("vcenter", "--zabbix-discovery").out)
    assert (appliance["{#JOB.ID}"], appliance["{#JOB.ENABLED}"]) == ("appliance-backup", "unknown")


def test_a_discovery_that_fails_is_no_list(plugin: Plugin, sim: Any) -> None:
    """An empty one would tell Zabbix that all jobs are gone."""
    sim.port("veeam", open=False)
    answer = plugin.check("veeam", "--zabbix-discovery")
    assert answer.code == 3 and answer.out.startswith("BACKUP UNKNOWN - ")
    with pytest.raises(ValueError):
        json.loads(answer.out)


def test_names_survive_json(plugin: Plugin, sim: Any) -> None:
    plugin.check("veeam", "--zabbix-discovery")
    listed = next(e for e in sim.journal() if e["path"] == "/v6/Jobs")
    names = ['a "quoted" one', "back\\slash", "two\nlines\t\x01\x7f", "Müller & Söhne 🗄 </script>"]
    jobs = [{**job, "name": name} for job, name in zip(json.loads(listed["vendor_body"]), names)]
    sim.faults("body", system="veeam", path="/v6/Jobs", body=json.dumps(jobs), content_type="application/json")
    found = json.loads(plugin.check("veeam", "--zabbix-discovery").out)
    assert [item["{#JOB.NAME}"] for item in found] == names[: len(jobs)] and len(found) == 4


def test_one_job(plugin: Plugin, sim: Any) -> None:
    ran(sim, duration_s=600)
    answer = plugin.check("veeam", "--zabbix-job", MAIL)
    job = json.loads(answer.out)
    assert answer.code == 0 and answer.out.count("\n") == 1
    assert (job["level"], job["level_name"], job["system"], job["id"], job["name"]) == (0, "ok", "veeam", MAIL, "Contoso mail")
    assert (job["age"], job["duration"], job["ended"] - job["started"]) == (6600, 600, 600)
    assert (job["phase"], job["outcome"], job["raw_status"], job["insecure"]) == ("finished", "success", "Success", False)
    assert isinstance(job["bytes"], int) and isinstance(job["objects"], int) and job["run"] in job["reason"]
    assert json.loads(plugin.check("veeam", "--zabbix-job", MAIL, "-c", "1").out)["level"] == 2


@pytest.mark.parametrize(("outcome", "level"), [("warning", 1), ("failed", 2), ("Splendid", 3)])
def test_levels(plugin: Plugin, sim: Any, outcome: str, level: int) -> None:
    ran(sim, outcome, message='says "no"\n')
    job = json.loads(plugin.check("veeam", "--zabbix-job", MAIL).out)
    assert (job["level"], job["raw_status"] != "", "says" in job["reason"]) == (level, True, True)
    assert ("age" in job) == (outcome == "warning") and None not in job.values()


def test_one_job_that_cannot_be_asked(plugin: Plugin, sim: Any) -> None:
    gone = json.loads(plugin.check("veeam", "--zabbix-job", "00000000-0000-4000-8000-000000000000").out)
    assert gone["level"] == 2 and "run" not in gone
    mistaken = plugin.check("veeam", "--zabbix-job", "Contoso mail")
    assert mistaken.code == 0 and json.loads(mistaken.out)["level"] == 3
    sim.port("veeam", open=False)
    job = json.loads(plugin.check("veeam", "--zabbix-job", MAIL).out)
    assert (job["level"], job["id"]) == (3, MAIL)
