"""Warnings of the module ``warnings``: at the user's line, once, filterable."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any, Callable

import pytest
from conftest import open_teradata, open_vcenter, open_veeam

import backupjobs
from backupjobs import aio, vcenter, veeam

INSECURE, DEPRECATED = backupjobs.InsecureTlsWarning, backupjobs.DeprecatedVersionWarning
Opened = Callable[..., Any]


@pytest.mark.parametrize("opened", [open_veeam, open_teradata, open_vcenter])
def test_no_check_of_the_certificate(sim: Any, opened: Opened) -> None:
    with pytest.warns(INSECURE, match="certificate is not checked; give ca_file") as caught:
        client = opened(sim, insecure=True, ca_file=None)
    # The line that makes the client is one of conftest.
    assert len(caught) == 1 and Path(caught[0].filename).name == "conftest.py"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client.with_cancel(backupjobs.CancelToken()).close()
        with opened(sim):
            pass


@pytest.mark.parametrize("detect", [veeam.detect, vcenter.detect])
def test_detect(sim: Any, detect: Opened) -> None:
    access = sim.veeam if detect is veeam.detect else sim.vcenter
    with pytest.warns(INSECURE) as caught:
        detect(access.url, insecure=True)
    assert caught[0].filename == __file__


def test_the_line_is_the_users_through_aio(sim: Any) -> None:
    import asyncio

    with pytest.warns(INSECURE) as caught:
        asyncio.run(aio.veeam.detect(sim.veeam.url, insecure=True))
    assert not caught[0].filename.startswith(str(Path(backupjobs.__file__).parent))


@pytest.mark.parametrize("version", [2, "v3", 4, "v5"])
def test_versions_that_veeam_has_given_up(sim: Any, version: Any) -> None:
    with pytest.warns(DEPRECATED, match="^v[2-5]: .*v6 and later are supported"):
        open_veeam(sim, version)


def test_the_old_dialect_of_vcenter(sim: Any) -> None:
    with pytest.warns(DEPRECATED, match="^rest: .*use the dialect api"):
        open_vcenter(sim, dialect="rest")


def test_versions_that_are_well(sim: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for version in (6, 7, 8):
            open_veeam(sim, version)
        open_vcenter(sim), open_vcenter(sim, dialect="api"), open_teradata(sim)


def test_an_error_of_the_configuration_comes_first(sim: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(backupjobs.ConfigError):
            open_veeam(sim, insecure=True, ca_file=None, pin="no pin")


def test_as_an_error(sim: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", INSECURE)
        with pytest.raises(INSECURE):
            open_veeam(sim, insecure=True, ca_file=None)
        with pytest.warns(DEPRECATED):
            open_veeam(sim, 5)
    assert sim.journal() == []


def test_the_log_says_it_too(sim: Any) -> None:
    heard: list[backupjobs.LogEvent] = []
    with pytest.warns(DEPRECATED):
        open_veeam(sim, 5, log=heard.append)
    assert [event.level for event in heard] == ["warning"] and "v5: this version" in heard[0].message


PROGRAM = """
import os
from backupjobs import veeam
for _ in range(3):
    veeam.Client(os.environ["URL"], version=6, username="u", password="p", insecure=True)
veeam.Client(os.environ["URL"], version=6, username="u", password="p", insecure=True)
print("made")
"""


@pytest.mark.parametrize(
    ("options", "shown", "code"),
    [
        ([], 2, 0),
        (["-W", "error"], 1, 1),
        (["-W", "ignore"], 0, 0),
        (["-W", "ignore::UserWarning"], 0, 0),
    ],
)
def test_once_for_each_line(tmp_path: Path, options: list[str], shown: int, code: int) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, *options, str(program)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "URL": "https://127.0.0.1:1"},
    )
    assert (done.returncode, done.stdout) == (code, "" if code else "made\n"), done.stderr
    assert done.stderr.count("InsecureTlsWarning: ") == shown
    assert all(f"{program}:{line}" in done.stderr for line in ((5, 6) if shown == 2 else ()))
