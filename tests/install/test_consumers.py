"""Programs built with what was installed, and with the moved archive: each gets one verdict from the simulator."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

CONSUMER = Path(__file__).resolve().parent / "consumer"
JOB = "71"


def cmake(prefix: Path, build: Path, *settings: str) -> subprocess.CompletedProcess[str]:
    examples = prefix / "share" / "doc" / "backupjobs" / "examples"
    command = ["cmake", "-S", CONSUMER, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", f"-DEXAMPLES={examples}", *settings]
    return subprocess.run(command, text=True, capture_output=True)


@pytest.fixture(scope="session", params=["installed", "unpacked"])
def prefix(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session", params=["cmake", "pkg-config"])
def programs(request: pytest.FixtureRequest, prefix: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with c-shared, c-static, cpp-shared and cpp-static."""
    build = tmp_path_factory.mktemp("consumer")
    if request.param == "cmake":
        configured = cmake(prefix, build, "-DWANTED=0.1")
        assert configured.returncode == 0, configured.stderr
        subprocess.run(["cmake", "--build", build, "--parallel", "2"], check=True, stdout=subprocess.DEVNULL)
    else:
        environment = {**os.environ, "PKG_CONFIG_PATH": str(prefix / "lib" / "pkgconfig")}
        examples = prefix / "share" / "doc" / "backupjobs" / "examples"
        subprocess.run([CONSUMER / "pkg-config.sh", examples], cwd=build, env=environment, check=True)
    return build


@pytest.mark.parametrize("language", ["c", "cpp"])
@pytest.mark.parametrize("way", ["shared", "static"])
def test_a_program_gets_its_verdict(programs: Path, prefix: Path, language: str, way: str, backupjobs_sim: Any) -> None:
    program = programs / f"{language}-{way}"
    dynamic = subprocess.check_output(["readelf", "-d", program], text=True)
    assert ("[libbackupjobs.so.0]" in dynamic) == (way == "shared")

    sim = backupjobs_sim
    sim.script("teradata", JOB, outcome="warning", duration_s=30, message="one table was left out")
    sim.clock(per_request_s=10)
    environment = {
        "BKJ_SITE": sim.teradata.site_id,
        "BKJ_TOKEN": sim.teradata.token,
        "BKJ_CA_FILE": str(sim.ca_file),
        "BKJ_POLL_MS": "1",
    }
    if way == "shared":
        environment["LD_LIBRARY_PATH"] = str(prefix / "lib")
    before = len(sim.truth()["teradata"]["runs"])
    command = [program, "teradata", sim.teradata.url, JOB]
    run = subprocess.run(command, env=environment, text=True, capture_output=True)
    assert (run.returncode, run.stdout[:18]) == (1, "teradata warning: "), run.stdout + run.stderr
    assert len(sim.truth()["teradata"]["runs"]) == before + 1


@pytest.mark.parametrize("wanted", ["99", "0.99", "1.0", "0.2...<1"])
def test_cmake_refuses_other_versions(installed: Path, wanted: str, tmp_path: Path) -> None:
    refused = cmake(installed, tmp_path, f"-DWANTED={wanted}")
    assert refused.returncode != 0
    assert "compatible with requested version" in refused.stderr and "version: 0." in refused.stderr


def test_cmake_says_what_is_missing(installed: Path, place: Path, tmp_path: Path) -> None:
    """A package that lost its static library is found by nobody."""
    broken = place / "broken"
    subprocess.run(["cp", "-r", installed, broken], check=True)
    (broken / "lib" / "libbackupjobs.a").unlink()
    refused = cmake(broken, tmp_path)
    assert refused.returncode != 0 and "libbackupjobs.a is missing" in refused.stderr
