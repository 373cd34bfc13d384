#!/usr/bin/env python3
"""Fails, by name, on whatever the core has and C, Python or the scenarios have not; keeps the table in the README.

    tests/parity/check.py            check everything, and that the table is fresh
    tests/parity/check.py --write    the same, and write the table between <!-- parity --> and <!-- /parity -->
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import exceptions
from bindings import Header, Stub
from core import ROOMS, Core, Item, read, snake

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "scenarios"))
import table  # noqa: E402  (needs the path)

BEGIN, END = "<!-- parity -->", "<!-- /parity -->"


def plain(item: Item) -> str:
    """`Owner::name` or `Owner.name`, without the room."""
    return str(item).removeprefix(f"{item.room}::")


def look_up(names: dict, item: Item):
    """The entry for this item, with or without its room."""
    return names.get(str(item), names.get(plain(item)))


def c_prefix(item: Item) -> str:
    """`bkj_veeam_job_session`, or `bkj_veeam` for the client itself."""
    parts = ["bkj", item.room, "" if item.owner == "Client" else snake(item.owner)]
    return "_".join(part for part in parts if part)


def in_c(item: Item, header: Header) -> bool:
    """Whether the header has it under its mechanical name."""
    given = look_up(exceptions.C, item)
    if given is not None:
        return header.has(*given)
    base = f"{c_prefix(item)}_{item.name}"
    if item.kind == "fn":
        return header.has(base)
    if item.owner == "Config":
        name = exceptions.PARAMETER.get(str(item), (item.name,))[0]
        return name in header.functions.get(f"bkj_{item.room}_new", [])
    unit = "_ms" if "Duration" in item.kind else ""
    json = "_json" if item.name in ("extra", "links", "params") else ""
    candidates = [
        [base + unit + json],
        [f"{base}_len", f"{base}_at"],
        [f"{c_prefix(item)}_set_{item.name}{unit}"],
        [f"{c_prefix(item)}_set_{item.name}{json}"],
    ]
    return any(header.has(*names) for names in candidates)


def python_class(item: Item) -> str:
    """`VeeamJobSession`; classes of the common model have no prefix, exceptions one base class."""
    if item.owner == "Error":
        return "BackupJobsError"
    return item.room.capitalize() + item.owner


def in_python(item: Item, stub: Stub) -> bool:
    """Whether the stub has it under its mechanical name."""
    given = look_up(exceptions.PYTHON, item)
    if given is not None:
        return all(has_python(stub, owner, what) for owner, what in given)
    owner = python_class(item)
    keywords = exceptions.KEYWORDS.get(f"{item.room}::{item.owner}" if item.room else item.owner)
    if keywords and item.kind != "fn":
        name = exceptions.PARAMETER.get(str(item), ("", item.name))[1]
        if item.name == "options":
            return True
        if keywords[1] == "__new__":
            return stub.constructor_takes(keywords[0], name)
        if item.name == "schedule_policy":
            return stub.takes(*keywords, "schedule_policy") or stub.takes(*keywords, "schedule")
        return stub.takes(*keywords, name)
    if str(item) in exceptions.WRITE_ONLY:
        return stub.constructor_takes(owner, item.name)
    if item.name == "new" and item.kind == "fn":
        return "__new__" in stub.classes.get(owner, {}) or "__init__" in stub.classes.get(owner, {})
    raw = item.kind == "Option<Time>"
    return stub.has(owner, item.name) and (not raw or stub.has(owner, f"{item.name}_raw"))


def has_python(stub: Stub, owner: str, what: str) -> bool:
    match = re.fullmatch(r"(\w+)\((\w*)\)", what)
    if match is None:
        return stub.has(owner, what)
    function, parameter = match.groups()
    if function == "__new__":
        return stub.constructor_takes(owner, parameter)
    if parameter:
        return stub.takes(owner, function, parameter)
    return stub.has(owner, function) if owner else function in stub.functions


def squeezed(name: str) -> str:
    return name.replace("_", "").upper()


def words_in_c(core: Core, header: Header) -> list[str]:
    """Words without a constant. Underscores are not compared: MINUTES5 and MINUTES_5 are as good."""
    constants = {squeezed(name) for name in header.constants}
    missing = []
    for word in core.words:
        owner = "Err" if word.owner == "ErrorKind" else word.owner
        name = "_".join(part for part in ("BKJ", word.room, snake(owner), snake(word.name)) if part).upper()
        if squeezed(name) not in constants:
            missing.append(f"{word.owner} '{word.kind}' has no {name} in C")
    return missing


def words_in_python(core: Core, package: Path) -> list[str]:
    """Words that stand nowhere in the Python module of their room."""
    texts = {room: (package / f"{room}.py").read_text(encoding="utf-8") for room in ROOMS}
    texts[""] = "".join((package / name).read_text(encoding="utf-8") for name in ("types.py", "exceptions.py"))
    return [f"{w.owner} '{w.kind}' is not in Python" for w in core.words if f'"{w.kind}"' not in texts[w.room]]


def driver_fields(core: Core, show: str) -> list[str]:
    """Fields that the reference driver does not print: the scenarios could not see them."""
    printed = {}
    for owner, fields in re.findall(r"^    ((?:\w+::)?\w+) \{([^{}]*)\}", show, re.MULTILINE):
        printed[owner] = set(re.findall(r"\w+", fields))
    missing = []
    for field in core.fields:
        owner = f"{field.room}::{field.owner}" if field.room else field.owner
        if owner in printed and field.name not in printed[owner]:
            missing.append(f"{field} is not printed by the Rust driver")
    return missing


def grouped(language: str, missing: list[Item], place) -> list[str]:
    """One line for each struct that lacks something."""
    lines: dict[tuple[str, str], list[str]] = {}
    for item in missing:
        owner = f"{item.room}::{item.owner}" if item.room else item.owner
        lines.setdefault((owner, place(item)), []).append(item.name)
    return [
        f"{owner} has no counterpart in {language} ({where}) for: {', '.join(names)}"
        for (owner, where), names in lines.items()
    ]


def compare(core: Core, root: Path) -> list[str]:
    """Everything that has no counterpart."""
    wrong = driver_fields(core, (root / "tests/drivers/rust/src/show.rs").read_text(encoding="utf-8"))
    items = [*core.functions, *core.fields]
    items = [item for item in items if not any(plain(item).startswith(name) for name in exceptions.RUST_ONLY)]
    header_path, stub_path = root / "include/backupjobs.h", root / "py/python/backupjobs/_native.pyi"
    if header_path.exists():
        header = Header(header_path)
        wrong += grouped("C", [item for item in items if not in_c(item, header)], lambda item: f"{c_prefix(item)}_…")
        wrong += words_in_c(core, header)
    else:
        wrong.append(f"{header_path.relative_to(root)} is not there")
    if stub_path.exists():
        stub = Stub(stub_path, stub_path.with_name("exceptions.py"))
        missing = [item for item in items if not in_python(item, stub)]
        wrong += grouped("Python", missing, lambda item: f"{python_class(item)}.…")
        wrong += words_in_python(core, stub_path.parent)
    else:
        wrong.append(f"{stub_path.relative_to(root)} is not there")
    everything = [*core.functions, *core.steps, *core.fields]
    known = {plain(item) for item in everything} | {str(item) for item in everything}
    for name in {*exceptions.C, *exceptions.PYTHON, *exceptions.PARAMETER, *exceptions.WRITE_ONLY}:
        if name not in known:
            wrong.append(f"exceptions.py speaks of {name}, which the core does not have")
    return wrong


def readme(text: str, write: bool, path: Path) -> list[str]:
    """Compares or writes the table."""
    if not path.exists():
        return [f"there is no {path.name} for the parity table"]
    before = path.read_text(encoding="utf-8")
    if before.count(BEGIN) != 1 or before.count(END) != 1 or before.index(BEGIN) > before.index(END):
        return [f"{path.name} has no {BEGIN} … {END} for the parity table"]
    head, rest = before.split(BEGIN)
    after = f"{head}{BEGIN}\n{text}{END}{rest.split(END, 1)[1]}"
    if after == before:
        return []
    if not write:
        return [f"the parity table in {path.name} is stale: run tests/parity/check.py --write"]
    path.write_text(after, encoding="utf-8")
    print(f"wrote the parity table in {path.name}")
    return []


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the table into the README")
    args = parser.parse_args()
    core = read(ROOT / "core" / "src")
    rows = table.operations(core)
    proofs, wrong = table.proofs(rows)
    wrong = compare(core, ROOT) + wrong
    wrong += readme(table.text(rows, proofs), args.write, ROOT / "README.md")
    for one in wrong:
        print(one)
    fields, functions = len(core.fields), len(core.functions)
    print(f"{functions} functions, {fields} fields, {len(core.words)} words; {len(wrong)} complaints")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
