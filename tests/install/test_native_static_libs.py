"""The system's libraries that the static library needs: what rustc says, and what we say."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

from conftest import ROOT

LIST = (ROOT / "ffi-c" / "install" / "native-static-libs").read_text().split()


def dependencies() -> set[str]:
    """What the crate of the C library builds on, by the names that Rust has for them."""
    command = [os.environ.get("CARGO", "cargo"), "metadata", "--locked", "--no-deps", "--format-version", "1"]
    packages = json.loads(subprocess.check_output(command, cwd=ROOT))["packages"]
    [package] = [package for package in packages if package["name"] == "backupjobs-c"]
    return {needed["name"].replace("-", "_") for needed in package["dependencies"] if needed["kind"] is None}


def rustc_says(work: Path) -> "list[str]":
    """For a static library that has all of them in it. They are built already: that of ours would take a minute more."""
    command = [os.environ.get("CARGO", "cargo"), "build", "--locked", "--quiet", "--message-format=json"]
    built = {}
    for line in subprocess.check_output(command, cwd=ROOT).splitlines():
        message = json.loads(line)
        for file in message.get("filenames", []):
            if file.endswith(".rlib"):
                built[message["target"]["name"].replace("-", "_")] = file
    source = work / "all.rs"
    wanted = sorted(dependencies())
    source.write_text("".join(f"extern crate {name};\n" for name in wanted))
    externs = [f"--extern={name}={built[name]}" for name in wanted]
    folders = {f"-Ldependency={Path(built[name]).parent / part}" for name in wanted for part in ("", "deps")}
    command = ["rustc", "--edition=2021", "--crate-type=staticlib", "--print=native-static-libs", *externs, *folders]
    said = subprocess.run([*command, "--out-dir", work, source], check=True, text=True, stderr=subprocess.PIPE).stderr
    return re.search(r"native-static-libs: (.*)", said)[1].split()


def test_the_list_is_that_of_rustc(tmp_path: Path) -> None:
    assert list(dict.fromkeys(rustc_says(tmp_path))) == LIST


def test_what_is_installed_has_the_list(installed: Path) -> None:
    pkgconfig = installed / "lib" / "pkgconfig"
    assert f"Libs.private: {' '.join(LIST)}\n" in (pkgconfig / "backupjobs.pc").read_text()
    assert f"-l:libbackupjobs.a {' '.join(LIST)}\n" in (pkgconfig / "backupjobs-static.pc").read_text()
    cmake = (installed / "lib" / "cmake" / "backupjobs" / "backupjobs-config.cmake").read_text()
    assert f'INTERFACE_LINK_LIBRARIES "{";".join(LIST)}"' in cmake


def test_whoever_writes_it_out_writes_all_of_it() -> None:
    """In the documents that a reader copies from."""
    for document in [ROOT / "README.md", *ROOT.glob("ffi-c/**/*.md"), *ROOT.glob("ffi-c/man/*")]:
        for written in re.findall(r"(?:-l\w+ )+-ldl\b(?: -l\w+)*", document.read_text()):
            assert written.split() == LIST, document
