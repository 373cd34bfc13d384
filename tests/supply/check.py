#!/usr/bin/env python3
"""Checks what our builds are made of against deny.toml: licences, banned crates, duplicates, sources, pinned requirements.

A small part of what `cargo deny` does, in a second and without its database: `make deny` is the whole.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PINNED = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!-]*")
WORD = re.compile(r"\(|\)|[A-Za-z0-9.+-]+")


def metadata() -> dict:
    """The whole graph, for every platform and with every feature; fails when Cargo.lock is stale."""
    cargo = os.environ.get("CARGO", "cargo")
    command = [cargo, "metadata", "--locked", "--all-features", "--format-version", "1"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)


class Graph:
    """The packages of `cargo metadata`, and who asks for whom."""

    def __init__(self, read: dict) -> None:
        self.packages = {package["id"]: package for package in read["packages"]}
        self.features = {node["id"]: node["features"] for node in read["resolve"]["nodes"]}
        self.parents = defaultdict(set)
        for node in read["resolve"]["nodes"]:
            for needed in node["deps"]:
                self.parents[needed["pkg"]].add(self.packages[node["id"]]["name"])

    def foreign(self):
        """Those that are not ours, by id."""
        return ((id, package) for id, package in self.packages.items() if package["source"] is not None)


def is_met(licence: str, allowed: set[str]) -> bool:
    """Whether an SPDX expression can be met with these licences. A slash is an old way to write OR."""
    words = WORD.findall(licence.replace("/", " OR "))
    at = 0

    def word() -> str:
        return words[at] if at < len(words) else ""

    def one() -> bool:
        nonlocal at
        if word() == "(":
            at += 1
            met = either()
            at += 1
            return met
        name, at = word(), at + 1
        if word() == "WITH":
            name, at = f"{name} WITH {words[at + 1]}", at + 2
        return name in allowed

    def both() -> bool:
        nonlocal at
        met = one()
        while word() == "AND":
            at += 1
            met = one() and met
        return met

    def either() -> bool:
        nonlocal at
        met = both()
        while word() == "OR":
            at += 1
            met = both() or met
        return met

    return either() and at == len(words)


def licences(graph: Graph, rules: dict) -> list[str]:
    """Every crate has a licence that is allowed, and no allowance is there for nothing."""
    wrong = []
    allowed, exceptions = set(rules["allow"]), {rule["crate"]: set(rule["allow"]) for rule in rules["exceptions"]}
    mentioned, excepted = set(), set()
    for package in graph.packages.values():
        name, licence = package["name"], package["license"] or ""
        mentioned |= {one for one in allowed if one in licence}
        if is_met(licence, allowed):
            continue
        if is_met(licence, allowed | exceptions.get(name, set())):
            excepted.add(name)
        else:
            wrong.append(f"{name} {package['version']} has the licence '{licence}', which is not allowed")
    wrong += [f"the licence {one} is allowed, and nothing has it" for one in sorted(allowed - mentioned)]
    wrong += [f"the exception for {one} is not needed" for one in sorted(set(exceptions) - excepted)]
    return wrong


def bans(graph: Graph, rules: dict) -> list[str]:
    """No banned crate but through its wrappers, no banned feature, no second version that nobody has explained."""
    wrong = []
    denied = {rule["crate"]: rule for rule in rules["deny"]}
    for rule in [*rules["deny"], *rules["skip"], *rules["features"]]:
        if not rule.get("reason"):
            wrong.append(f"the rule for {rule['crate']} gives no reason")
    versions = defaultdict(set)
    for id, package in graph.foreign():
        name = package["name"]
        versions[name].add(package["version"])
        if (rule := denied.get(name)) and (others := graph.parents[id] - set(rule.get("wrappers", []))):
            wrong.append(f"{name} is banned ({rule['reason']}), and {', '.join(sorted(others))} needs it")
        for rule in rules["features"]:
            if rule["crate"] == name and (found := set(rule["deny"]) & set(graph.features[id])):
                wrong.append(f"{name} has the feature {', '.join(sorted(found))}, which is banned: {rule['reason']}")
    for rule in denied.values():
        parents = {parent for id, p in graph.foreign() if p["name"] == rule["crate"] for parent in graph.parents[id]}
        wrong += [f"{one} is no wrapper of {rule['crate']}" for one in set(rule.get("wrappers", [])) - parents]
    for rule in rules["skip"]:
        name, _, wanted = rule["crate"].partition("@")
        skipped = {one for one in versions[name] if one == wanted or one.startswith(f"{wanted}.")}
        if len(versions[name]) < 2 or not skipped:
            wrong.append(f"{rule['crate']} is no second version of anything")
        versions[name] -= skipped
    wrong += [f"{name} is there as {', '.join(sorted(all_))}" for name, all_ in versions.items() if len(all_) > 1]
    return wrong


def sources(graph: Graph, rules: dict) -> list[str]:
    """Everything comes from the registry, with a checksum."""
    wrong = []
    known = {f"registry+{address}" for address in rules["allow-registry"]}
    for _, package in graph.foreign():
        if package["source"] not in known:
            wrong.append(f"{package['name']} comes from {package['source']}")
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    for package in lock["package"]:
        if "source" in package and not package.get("checksum"):
            wrong.append(f"{package['name']} has no checksum in Cargo.lock")
    return wrong


def requirements(files: list[Path]) -> list[str]:
    """What pip installs is pinned: to a version, and to the hash of each of its files."""
    wrong = []
    for file in files:
        text = file.read_text(encoding="utf-8").replace("\\\n", " ")
        for line in filter(None, (line.partition(" #")[0].strip() for line in text.splitlines())):
            if line.startswith("#"):
                continue
            name, *hashes = line.split()
            if not PINNED.fullmatch(name):
                wrong.append(f"{file.name}: {line} is not pinned to a version")
            elif not hashes or not all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes):
                wrong.append(f"{file.name}: {name} has no hashes")
        asked = file.with_suffix(".in")
        for line in asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []:
            if not line.startswith("#") and f"{line.lower()} " not in text.lower():
                wrong.append(f"{file.name}: {line} of {asked.name} is not in it")
    return wrong


def main() -> int:
    rules = tomllib.loads((HERE / "deny.toml").read_text(encoding="utf-8"))
    graph = Graph(metadata())
    wrong = licences(graph, rules["licenses"])
    wrong += bans(graph, rules["bans"])
    wrong += sources(graph, rules["sources"])
    pinned = sorted((ROOT / "tests").glob("**/requirements*.txt"))
    wrong += requirements(pinned)
    for one in wrong:
        print(one, file=sys.stderr)
    print(f"supply: {len(graph.packages)} crates, {len(pinned)} lists of requirements, {len(wrong)} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
