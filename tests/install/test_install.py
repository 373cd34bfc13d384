"""What is installed where, what is taken away again, and what happens when that cannot be."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from conftest import ROOT, installed_files, make

VERSION = re.search(r'^version = "(.+)"$', (ROOT / "Cargo.toml").read_text(), re.M)[1]


def pkg_config(libdir: Path, *arguments: str) -> str:
    environment = {**os.environ, "PKG_CONFIG_PATH": str(libdir / "pkgconfig")}
    return subprocess.run(["pkg-config", *arguments], env=environment, check=True, text=True, stdout=subprocess.PIPE).stdout


def test_the_libraries_have_their_names_and_links(installed: Path) -> None:
    lib = installed / "lib"
    assert os.readlink(lib / "libbackupjobs.so") == "libbackupjobs.so.0"
    assert os.readlink(lib / "libbackupjobs.so.0") == f"libbackupjobs.so.{VERSION}"
    shared = lib / f"libbackupjobs.so.{VERSION}"
    dynamic = subprocess.run(["readelf", "-d", shared], check=True, text=True, stdout=subprocess.PIPE).stdout
    assert "Library soname: [libbackupjobs.so.0]" in dynamic
    assert shared.stat().st_mode & 0o777 == 0o755
    assert (lib / "libbackupjobs.a").stat().st_mode & 0o777 == 0o644


def test_all_headers_pages_and_examples_are_there(installed: Path) -> None:
    def files(directory: Path) -> set[str]:
        return {str(path.relative_to(directory)) for path in directory.rglob("*") if path.is_file()}

    headers = files(ROOT / "include")
    assert files(installed / "include") == headers >= {"backupjobs.h", "backupjobs.hpp", "backupjobs/server.hpp"}
    for header in headers:
        assert (installed / "include" / header).read_bytes() == (ROOT / "include" / header).read_bytes()
    docs = installed / "share" / "doc" / "backupjobs"
    assert files(docs / "examples") == files(ROOT / "ffi-c" / "examples") > {"start_wait_verdict.c"}
    assert files(docs) > {"LICENSE-MIT", "LICENSE-APACHE"}
    pages = {f"man{page.suffix[1:]}/{page.name}" for page in ROOT.glob("ffi-c/man/*.[1-9]")}
    found = files(installed / "share" / "man")
    assert {page for page in found if not page.startswith("man3/")} == pages
    assert {"man3/bkj_server.3", "man3/bkj_server_start.3"} < found


def test_pkg_config_knows_the_version_and_the_places(installed: Path) -> None:
    lib = installed / "lib"
    for package in ("backupjobs", "backupjobs-static"):
        assert pkg_config(lib, "--modversion", package).strip() == VERSION
    pkg_config(lib, "--exists", "backupjobs >= 0.1")


def test_texts_name_no_place_of_the_build(installed: Path, unpacked: Path, place: Path) -> None:
    binaries = re.compile(rb"\A(\x7fELF|!<arch>)")
    for tree in (installed, unpacked):
        texts = {name: text for name, text in installed_files(tree).items() if not binaries.match(text)}
        assert "lib/pkgconfig/backupjobs.pc" in texts
        for name, text in texts.items():
            for told in (place, ROOT, Path.home()):
                assert os.fsencode(told) + b"/" not in text, f"{name} names {told}"


def test_destdir_stands_before_everything_and_in_no_file(installed: Path, source: Path, place: Path) -> None:
    done = make(source, "install", f"DESTDIR={place}/for a package", "PREFIX=/opt/backup jobs")
    assert done.returncode == 0, done.stderr
    assert installed_files(place / "for a package" / "opt" / "backup jobs") == installed_files(installed)
    assert list((place / "for a package").iterdir()) == [place / "for a package" / "opt"]


def test_uninstall_takes_all_of_it_away_and_nothing_else(source: Path, place: Path) -> None:
    prefix = place / "for a while"
    neighbours = {"include/other.h": b"", "lib/libother.so": b"", "share/doc/other/empty": b""}
    for name in neighbours:
        (prefix / name).parent.mkdir(parents=True, exist_ok=True)
        (prefix / name).touch()
    for directory in [prefix, *prefix.rglob("*/")]:
        directory.chmod(0o777)
    assert make(source, "install", f"PREFIX={prefix}").returncode == 0
    assert len(installed_files(prefix)) > 20
    done = make(source, "uninstall", f"PREFIX={prefix}")
    assert done.returncode == 0, done.stderr
    assert installed_files(prefix) == neighbours
    assert [path for path in prefix.rglob("*backupjobs*")] == []


def test_directories_of_ones_own(source: Path, place: Path) -> None:
    prefix, include = place / "own" / "prefix", place / "own" / "in & out|clude"
    own = [f"PREFIX={prefix}", "LIBDIR=lib/x86_64-linux-gnu", f"INCLUDEDIR={include}", f"MANDIR={prefix}/man", "DOCDIR=doc"]
    done = make(source, "install", *own)
    assert done.returncode == 0, done.stderr
    lib = prefix / "lib" / "x86_64-linux-gnu"
    assert (include / "backupjobs.hpp").is_file() and (lib / "libbackupjobs.so").is_file()
    assert (prefix / "share" / "doc" / "LICENSE-MIT").is_file()
    includes, libraries = ([Path(p).resolve() for p in paths(lib, what)] for what in ("--cflags-only-I", "--libs-only-L"))
    assert includes == [include.resolve()] and libraries == [lib.resolve()]
    cmake = (lib / "cmake" / "backupjobs" / "backupjobs-config.cmake").read_text()
    assert f'"{include}"' in cmake
    assert make(source, "uninstall", *own).returncode == 0
    assert installed_files(place / "own") == {}


def paths(libdir: Path, what: str) -> list[str]:
    """The directories that pkg-config names, as a shell reads them."""
    script = 'eval "set -- $(pkg-config "$0" backupjobs)"; printf "%s\\n" "${@#-?}"'
    environment = {**os.environ, "PKG_CONFIG_PATH": str(libdir / "pkgconfig")}
    return subprocess.check_output(["sh", "-c", script, what], env=environment, text=True).splitlines()


def test_below_usr_the_compiler_is_told_nothing(source: Path, place: Path) -> None:
    """What pkg-config says of a package of the system must not put its directories before others."""
    made = make(source, "install", f"DESTDIR={place}/system", "PREFIX=/usr")
    assert made.returncode == 0, made.stderr
    assert pkg_config(place / "system" / "usr" / "lib", "--cflags", "--libs", "backupjobs").split() == ["-lbackupjobs"]


def test_a_place_that_is_not_ones_own_is_told_before_anything_is_built(source: Path, place: Path) -> None:
    locked, cargo = place / "locked", place / "cargo"
    locked.mkdir()
    locked.chmod(0o555)
    cargo.write_text(f'#!/bin/sh\ntouch "{place}/built"\n')
    cargo.chmod(0o755)
    done = make(source, "install", f"PREFIX={locked}", cargo=cargo)
    assert done.returncode != 0 and installed_files(locked) == {}
    assert f"cannot write to {locked}: choose another place" in done.stderr
    assert not (place / "built").exists()


def test_what_was_not_built_is_told(source: Path, place: Path) -> None:
    command = [source / "ffi-c" / "install" / "install.sh", "install"]
    environment = {"PATH": os.environ["PATH"], "PROFILE": "other", "PREFIX": str(place / "nothing")}
    done = subprocess.run(command, env=environment, text=True, capture_output=True)
    assert done.returncode != 0 and "make library PROFILE=other" in done.stderr
    assert not (place / "nothing").exists()


def test_the_same_files_give_the_same_archive(source: Path, place: Path) -> None:
    """With stand-ins for the libraries: the archive does not look at them."""
    archives = []
    for attempt, umask in (("first", 0o022), ("second", 0o077)):
        target = place / attempt
        (target / "debug").mkdir(parents=True)
        for name in ("libbackupjobs_c.so", "libbackupjobs_c.a"):
            (target / "debug" / name).write_text("a library")
        os.utime(target / "debug" / "libbackupjobs_c.a", (len(archives), len(archives)))
        environment = {"PATH": os.environ["PATH"], "CARGO_TARGET_DIR": str(target), "PROFILE": "dev", "PREFIX": "/nowhere"}
        dist = [source / "ffi-c" / "install" / "dist.sh", target]
        subprocess.run(dist, env=environment, check=True, umask=umask, stdout=subprocess.DEVNULL)
        archives += [path.read_bytes() for path in target.glob("*.tar.gz")]
    assert len(archives) == 2 and archives[0] == archives[1]
