"""The installed wheel: command, package and pytest plugin."""

from __future__ import annotations

import gzip
import json
import os
import ssl
import subprocess
import sys
import sysconfig
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any, Tuple

import pytest

from backupjobs_sim import Simulator, SimulatorError, find_command


def get(sim: Simulator, url: str) -> Tuple[int, bytes]:
    context = ssl.create_default_context(cafile=sim.ca_file)
    # What Python 3.13 does by default: the certificates must be well made.
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)
    )
    try:
        with opener.open(url, timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_the_fixture_is_a_running_simulator(backupjobs_sim: Simulator) -> None:
    truth = backupjobs_sim.truth()
    assert truth["now"] == "2026-01-15T08:00:00Z"
    for system in ("veeam", "teradata", "vcenter"):
        assert truth[system]["jobs"]
        assert get(backupjobs_sim, backupjobs_sim.server(system).url + "/nothing")[0] >= 400


def test_access(backupjobs_sim: Simulator) -> None:
    sim = backupjobs_sim
    assert sim.veeam.url == sim.veeam["url"] == sim.ready["veeam"]["url"]
    assert sim.veeam.username and sim.veeam.password
    assert sim.teradata.site_id and sim.teradata.token
    assert set(sim.vcenter) >= {"url", "username", "password"}
    assert sim.veeam.password not in repr(sim.veeam)
    with pytest.raises(AttributeError, match="username"):
        sim.veeam.user
    with pytest.raises(ValueError, match="vcenter"):
        sim.server("vmware")  # type: ignore[arg-type]


def test_clock(backupjobs_sim: Simulator) -> None:
    assert backupjobs_sim.advance(60) == "2026-01-15T08:01:00Z"
    assert backupjobs_sim.clock(per_request_s=5)["per_request_s"] == 5
    assert backupjobs_sim.clock(mode="real", scale=10)["mode"] == "real"
    with pytest.raises(SimulatorError, match="scale"):
        backupjobs_sim.clock(mode="manual", scale=10)


@pytest.mark.parametrize("system", ["veeam", "teradata", "vcenter"])
def test_a_scripted_run(backupjobs_sim: Simulator, system: Any) -> None:
    sim = backupjobs_sim
    job = sim.truth()[system]["jobs"][0]["id"]
    sim.script(system, job, outcome="failed", duration_s=300, message="no space")
    run = sim.run(system, job)
    assert run["origin"] == "scheduler"

    def now() -> Any:
        runs = sim.truth()[system]["runs"]
        return next(r for r in runs if r["id"] == run["id"])

    sim.advance(290)
    assert (now()["state"], now()["outcome"]) == ("running", None)
    sim.advance(20)
    assert (now()["state"], now()["outcome"]) == ("finished", "failed")
    with pytest.raises(SimulatorError):
        sim.script(system, "no such job")


def test_faults_and_journal(backupjobs_sim: Simulator) -> None:
    sim = backupjobs_sim
    rule = sim.faults(
        "status", system="veeam", path="/z", status=503, headers={"retry-after": "2"}, body="busy"
    )
    assert get(sim, sim.teradata.url + "/z")[0] != 503
    assert get(sim, sim.veeam.url + "/z?a=b") == (503, b"busy")
    assert get(sim, sim.veeam.url + "/z")[0] != 503
    assert [(r["id"], r["hit"]) for r in sim.fault_rules()] == [(rule, 1)]
    entries = [(e["system"], e["status"], e["fault"]) for e in sim.journal()]
    assert entries[1] == ("veeam", 503, "status")
    assert dict(sim.journal()[1]["query"]) == {"a": "b"}
    sim.clear_journal()
    assert sim.journal() == []
    sim.clear_faults(rule)
    assert sim.fault_rules() == []
    with pytest.raises(SimulatorError, match="no fault rule"):
        sim.clear_faults(rule)
    sim.faults("reset_after")
    with pytest.raises(OSError):
        get(sim, sim.veeam.url + "/z")
    with pytest.raises(SimulatorError, match="explode"):
        sim.faults("explode")


def test_a_small_answer_unpacks_to_a_large_one(backupjobs_sim: Simulator) -> None:
    sim = backupjobs_sim
    plain = get(sim, sim.veeam.url + "/x")[1]
    for size in (0, 1, len(plain) + 1, len(plain) + 259, 10_000_000):
        sim.faults("gzip", size=size)
        packed = get(sim, sim.veeam.url + "/x")[1]
        assert len(packed) < 100_000
        assert gzip.decompress(packed) == plain.ljust(size)


def test_a_port_is_closed_and_opened(backupjobs_sim: Simulator) -> None:
    sim = backupjobs_sim
    url = sim.vcenter.url + "/x"
    sim.port("vcenter", open=False)
    with pytest.raises(urllib.error.URLError, match="refused"):
        get(sim, url)
    assert get(sim, sim.veeam.url + "/x")[0] >= 400
    sim.port("vcenter", open=True)
    assert get(sim, url)[0] >= 400
    sim.port("vcenter", open=False)
    sim.reset()
    assert get(sim, url)[0] >= 400
    sim.faults("connect_reset", system="vcenter")
    with pytest.raises(OSError):
        get(sim, url)
    assert sim.fault_rules()[0]["hit"] == 1
    with pytest.raises(SimulatorError, match="no path"):
        sim.faults("tls_stall", path="/x")


def test_knobs_and_reset(backupjobs_sim: Simulator) -> None:
    sim = backupjobs_sim
    knobs = sim.knobs()
    name = next(n for n, value in knobs.items() if isinstance(value, bool))
    assert sim.knobs({name: not knobs[name]})[name] is not knobs[name]
    with Simulator(knobs={name: not knobs[name]}) as other:
        assert other.knobs() == sim.knobs()
    sim.advance(60)
    sim.revoke("veeam")
    sim.reset()
    assert sim.knobs() == knobs
    assert sim.truth()["now"] == "2026-01-15T08:00:00Z"
    with pytest.raises(SimulatorError, match="no.such"):
        sim.knobs({"no.such": 1})


def test_close_ends_the_process_and_removes_the_ca_file() -> None:
    sim = Simulator()
    assert Path(sim.ca_file).is_file()
    sim.close()
    sim.close()
    assert not Path(sim.ca_file).exists()
    assert "ended" in repr(sim)
    with pytest.raises(SimulatorError, match="does not answer"):
        sim.truth()


def test_it_ends_with_a_process_that_is_killed() -> None:
    script = (
        "import backupjobs_sim, os, signal\n"
        "sim = backupjobs_sim.Simulator()\n"
        "print(sim.ca_file, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    # The simulator inherits stderr, so this returns when both have ended.
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=30)
    assert done.returncode == -9
    assert not Path(done.stdout.decode().strip()).exists()


def test_a_command_that_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SimulatorError, match="no knob 'no.such'; there are teradata.*veeam.versions"):
        Simulator(knobs={"no.such": 1})
    with pytest.raises(SimulatorError, match="no ready line"):
        Simulator(command=fake(tmp_path, "echo 1"))
    with pytest.raises(SimulatorError, match="did not start"):
        Simulator(command=fake(tmp_path, "exec sleep 60"), timeout=0.2)
    monkeypatch.setenv("BACKUPJOBS_SIM", str(tmp_path / "missing"))
    with pytest.raises(FileNotFoundError):
        Simulator()


def fake(folder: Path, script: str) -> Path:
    command = folder / "fake"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    return command


def test_the_command_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUPJOBS_SIM", "/somewhere")
    assert find_command() == "/somewhere"
    monkeypatch.delenv("BACKUPJOBS_SIM")
    assert Path(find_command()).parent == Path(sysconfig.get_path("scripts"))
    version = subprocess.check_output([find_command(), "--version"], text=True)
    module = subprocess.check_output([sys.executable, "-m", "backupjobs_sim", "--version"], text=True)
    assert version == module
    with Simulator() as sim:
        assert version.split() == ["backupjobs-sim", sim.ready["version"]]


def test_proxies_from_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with Simulator() as sim:
        assert sim.truth()["now"]


def test_the_command_prints_one_line() -> None:
    with subprocess.Popen([find_command()], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        line = process.stdout.readline()
        process.stdin.close()
        assert process.stdout.read() == b""
    assert json.loads(line)["pid"] == process.pid != os.getpid()
