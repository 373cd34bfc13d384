"""What the wheel and the source distribution say of themselves, and what is in them."""

from __future__ import annotations

import email
import subprocess
import sys
import zipfile
from email.message import Message
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as files:
        (name,) = [name for name in files.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_bytes(files.read(name))


def test_nothing_else_is_needed(metadata: Message) -> None:
    assert metadata.get_all("Requires-Dist") is None
    assert metadata["Requires-Python"] == ">=3.10"


def test_every_python_is_named(metadata: Message) -> None:
    named = metadata.get_all("Classifier") or []
    assert {f"Programming Language :: Python :: 3.{minor}" for minor in range(10, 15)} <= set(named)
    assert "Typing :: Typed" in named


def test_licences_and_addresses(metadata: Message) -> None:
    assert metadata["License-Expression"] == "MIT OR Apache-2.0"
    assert metadata.get_all("License-File") == ["LICENSE-MIT", "LICENSE-APACHE"]
    addresses = {line.split(", ")[0] for line in metadata.get_all("Project-URL") or []}
    assert {"Changelog", "Documentation", "Issues", "Repository", "Security"} <= addresses


def test_what_is_in_the_wheel(wheel: Path) -> None:
    assert "-cp310-abi3-" in wheel.name
    names = zipfile.ZipFile(wheel).namelist()
    inside = {name.split("/", 1)[1] for name in names if name.startswith("backupjobs/")}
    assert {"__init__.py", "py.typed", "_native.pyi", "_native.abi3.so"} <= inside
    known = ("backupjobs/", "backupjobs-")
    assert [name for name in names if not name.startswith(known) or "test" in name or "__pycache__" in name] == []


def test_nothing_tells_where_it_was_built(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        # A development build has it in its debug information.
        texts = {name: files.read(name) for name in files.namelist() if not name.endswith(".so")}
    assert [name for name, text in texts.items() if str(ROOT).encode() in text] == []


def test_the_long_description_is_rendered(wheel: Path) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", str(wheel)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
