"""Every block of code of every page runs, in order, and prints what the page shows."""

from __future__ import annotations

import configparser
import subprocess
from pathlib import Path
from typing import Any

import pytest
from page import DOCS, pages, shows, steps
from story import Story, environment

#: It installs the packages and starts a simulator of its own, as its reader does.
TUTORIAL = DOCS / "tutorial.md"


@pytest.fixture(autouse=True)
def in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "page",
    [page for page in pages() if page != TUTORIAL and steps(page)],
    ids=lambda page: str(page.relative_to(DOCS).with_suffix("")),
)
def test_the_blocks_of_a_page_run(
    page: Path, backupjobs_sim: Any, backupjobs_environment: dict[str, str], tmp_path: Path
) -> None:
    backupjobs_sim.clock(per_request_s=60)
    with Story(page, tmp_path, backupjobs_sim, environment(**backupjobs_environment)) as story:
        story.play()
    assert story.ran or page.name == "index.md"


def test_the_tutorial_runs_from_pip_install_on(tmp_path: Path, backupjobs_sim: Any) -> None:
    with Story(TUTORIAL, tmp_path, None, environment()) as story:
        story.play()
    assert story.ran > 5
    # What cron and systemd are told to run is what the reader has written.
    backupjobs_sim.clock(mode="real", scale=60)
    secret = {"VEEAM_PASSWORD_FILE": str(tmp_path / "veeam.password")}
    Path(secret["VEEAM_PASSWORD_FILE"]).write_text(backupjobs_sim.veeam.password)
    for command in scheduled(tmp_path):
        variables = {**environment(**backupjobs_sim.environment()), **secret}
        done = subprocess.run(["sh", "-c", command], cwd=tmp_path, env=variables, capture_output=True, text=True)
        assert done.returncode == 0, done
    assert done.stdout == "", "cron would send a mail"
    assert sum(run["origin"] == "api" for run in backupjobs_sim.truth()["veeam"]["runs"]) == 2


def scheduled(folder: Path) -> list[str]:
    """The commands of the unit and of the crontab, with that folder for the one that they name."""
    unit, timer = configparser.ConfigParser(interpolation=None, strict=False), configparser.ConfigParser(interpolation=None)
    unit.optionxform = timer.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(folder / "backup.service")
    timer.read(folder / "backup.timer")
    assert unit["Service"]["Type"] == "oneshot" and timer["Timer"]["OnCalendar"] == "*-*-* 22:30:00"
    line = (folder / "backup.cron").read_text().splitlines()[-1]
    assert line.split()[:5] == ["30", "22", "*", "*", "*"]
    commands = [unit["Service"]["ExecStart"], line.split(maxsplit=5)[5]]
    return [command.replace("/opt/night", str(folder)) for command in commands]


def test_there_is_much_to_run() -> None:
    assert sum(step.kind in ("python", "console") for page in pages() for step in steps(page)) > 40


@pytest.mark.parametrize(
    "expected, printed, same",
    [
        ("ok: … ago\n", "ok: 5 s ago\n", True),
        ("ok: … ago\n", "ok: 5 s\n", False),
        ("one\n…\nthree\n", "one\n2\n2\nthree\n", True),
        ("one\n", "one\ntwo\n", False),
        ("", "one\n", False),
    ],
)
def test_what_is_shown_is_compared(expected: str, printed: str, same: bool) -> None:
    assert shows(expected, printed) is same


@pytest.mark.parametrize(
    "text, complaint",
    [
        ("```python\nprint(1)\n```\n\n```text\n2\n```\n", "printed was\n1"),
        ("```python\nprint(1)\n```\n", "its last block printed\n1"),
        ("```console\n$ echo 1\n2\n```\n", "echo 1\nprinted\n1"),
        ("```ini\n[Unit]\n```\n", "no way to run a block of ini"),
        ("<!-- files: x -->\n", "no mark 'files'"),
        ("<!-- file: x -->\n", "no block for x"),
    ],
)
def test_a_page_that_lies_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, complaint: str
) -> None:
    monkeypatch.setattr("story.DOCS", tmp_path)
    page = tmp_path / "page.md"
    page.write_text(text)
    with Story(page, tmp_path, None, environment()) as story, pytest.raises(AssertionError) as caught:
        story.play()
    assert complaint in str(caught.value)
