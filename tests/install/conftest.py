"""The source in a place with spaces, what a user without root installs from it, and what comes out of the archive."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Iterator

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug"
#: All that installing needs. The library is the one that the tests have built already.
NEEDED = ["Makefile", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "ffi-c", "include"]


def make(source: Path, *arguments: object, cargo: str = "true") -> subprocess.CompletedProcess[str]:
    """make, by a user without root, who has no Rust and nothing in the environment."""
    user = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    command = ["make", *map(str, arguments), "PROFILE=dev"]
    environment = {"PATH": os.environ["PATH"], "CARGO": cargo}
    return subprocess.run(command, cwd=source, env=environment, text=True, capture_output=True, **user)


def installed_files(prefix: Path) -> dict[str, bytes]:
    """Every file by its path, a link by what it points to."""
    found = {}
    for path in sorted(prefix.rglob("*")):
        if path.is_symlink():
            found[str(path.relative_to(prefix))] = os.readlink(path).encode()
        elif path.is_file():
            found[str(path.relative_to(prefix))] = path.read_bytes()
    return found


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """Where everybody may write."""
    with tempfile.TemporaryDirectory(prefix="backup jobs ") as work:
        os.chmod(work, 0o777)
        yield Path(work)


@pytest.fixture(scope="session")
def source(place: Path) -> Path:
    copy = place / "the source"
    for name in NEEDED:
        path = ROOT / name
        copy.mkdir(exist_ok=True)
        shutil.copytree(path, copy / name) if path.is_dir() else shutil.copy(path, copy)
    built = copy / "target" / "debug"
    built.mkdir(parents=True)
    for name in ("libbackupjobs_c.so", "libbackupjobs_c.a"):
        # Half as big without what only a debugger reads, and quicker to copy, pack and link.
        subprocess.run(["strip", "--strip-debug", BUILT / name, "-o", built / name], check=True)
    # The archive goes there.
    os.chmod(copy / "target", 0o777)
    return copy


@pytest.fixture(scope="session")
def installed(source: Path, place: Path) -> Path:
    prefix = place / "a prefix"
    done = make(source, "install", f"PREFIX={prefix}")
    assert (done.returncode, done.stderr) == (0, "")
    return prefix


@pytest.fixture(scope="session")
def unpacked(source: Path, place: Path) -> Path:
    """The archive, unpacked and then moved."""
    done = make(source, "dist-c")
    assert done.returncode == 0, done.stderr
    [archive] = source.glob("target/dist/dev/backupjobs-c-*-linux-*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(place, filter="data")
    return (place / archive.name.removesuffix(".tar.gz")).rename(place / "moved")
