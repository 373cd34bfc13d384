#!/usr/bin/env python3
"""One text for both places: the docstrings of the stub are those of the native module.

    docstrings.py            says where the installed native module differs from the stub
    docstrings.py --write    copies the docstrings of the stub into the Rust sources; then build again

What a macro of the Rust sources documents for many classes at once cannot be written: there the stub has to follow.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import Any, Iterator

ROOT = Path(__file__).resolve().parents[2]
STUB = ROOT / "py/python/backupjobs/_native.pyi"
SOURCES = ROOT / "py/src"
#: The native module has the vendor's name in front of a class.
VENDORS = {"backupjobs.veeam": "Veeam", "backupjobs.teradata": "Teradata", "backupjobs.vcenter": "Vcenter"}

CLASS = re.compile(r'module = "([\w.]+)", name = "(\w+)"')
MODEL = re.compile(r'    (\w+) shows .*, as "(\w+)" in "([\w.]+)" \{$')
STRUCT = re.compile(r"pub\(crate\) (?:struct|enum) (\w+)")
IMPL = re.compile(r"impl (\w+) \{$")
METHOD = re.compile(r" +(?:pub\(crate\) )?fn (\w+)[(<]")
FIELD = re.compile(r" {8}(\w+)(?:\(\w+\))?,$")
NAME = re.compile(r'name = "(\w+)"')
FUNCTION = re.compile(r"pub\(crate\) fn (\w+)[(<]")


def stub() -> dict[str, str]:
    """The docstring of every class, method, property and function, by its name in the native module."""
    found: dict[str, str] = {}

    def walk(body: list[ast.stmt], owner: str) -> None:
        for item in body:
            # What only the stub has, a base class that others share, is looked up in those.
            if isinstance(item, (ast.ClassDef, ast.FunctionDef)) and not item.name.startswith("_"):
                text = ast.get_docstring(item)
                if text is not None:
                    # Of overloads, the first has it.
                    found.setdefault(owner + item.name, text)
                if isinstance(item, ast.ClassDef):
                    walk(item.body, f"{item.name}.")
                    for base in item.bases:
                        walk(shared.get(ast.unparse(base), []), f"{item.name}.")

    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    shared = {item.name: item.body for item in tree.body if isinstance(item, ast.ClassDef) and item.name.startswith("_")}
    walk(tree.body, "")
    return found


def native() -> Iterator[tuple[str, str | None]]:
    """The same of the installed module: everything public in it."""
    import inspect

    from backupjobs import _native

    for name, item in vars(_native).items():
        if name.startswith("_") or not callable(item):
            continue
        yield name, inspect.getdoc(item)
        for member, value in vars(item).items() if isinstance(item, type) else ():
            if not member.startswith("_") and (callable(value) or hasattr(value, "__get__")):
                yield f"{name}.{member}", inspect.getdoc(getattr(item, member))


def compare() -> list[str]:
    """What differs, a line each."""
    said, wrong = stub(), []
    for name, text in native():
        wanted = said.pop(name, None)
        if wanted is None:
            wrong.append(f"{name}: no docstring in the stub")
        elif wanted != text:
            wrong.append(f"{name}: the stub says {wanted!r}, the native module {text!r}")
    return wrong + [f"{name}: not in the native module" for name in said]


class Source:
    """One Rust file, on its way to the stub's docstrings."""

    def __init__(self, path: Path, said: dict[str, str]) -> None:
        self.path, self.said = path, said
        self.lines = path.read_text(encoding="utf-8").splitlines()
        self.classes: dict[str, str] = {}
        self.in_model = False
        self.out: list[str] = []

    def named(self, head: str, line: str, owner: str) -> str | None:
        """What an item is called in the native module; None for what is not seen from Python."""
        if (found := CLASS.search(head)) and (struct := STRUCT.match(line)):
            name = VENDORS.get(found[1], "") + found[2]
            self.classes[struct[1]] = name
            return name
        if model := MODEL.match(line):
            return VENDORS.get(model[3], "") + model[2]
        given = NAME.search(head)
        if "#[pyfunction]" in head and (function := FUNCTION.match(line)):
            return given[1] if given else function[1]
        if owner and (member := METHOD.match(line) or (self.in_model and FIELD.match(line))):
            return f"{owner}.{given[1] if given else member[1]}"
        return None

    def rewritten(self) -> str:
        """The file with the stub's words."""
        owner, head, at = "", 0, 0
        while at < len(self.lines):
            line = self.lines[at]
            at += 1
            self.out.append(line)
            if line.lstrip().startswith(("///", "#[", "#![")) or self.open_attribute(head):
                continue
            block = self.out[head:-1]
            name = self.named("\n".join(one for one in block if "///" not in one), line, owner)
            if name in self.said:
                indent = line[: len(line) - len(line.lstrip())]
                text = [f"{indent}/// {one}".rstrip() for one in self.said[name].splitlines()]
                self.out[head:-1] = text + [one for one in block if not one.lstrip().startswith("///")]
            if MODEL.match(line):
                owner, self.in_model = name or "", True
            elif (impl := IMPL.match(line)) and "#[pymethods]" in "\n".join(block):
                owner, self.in_model = self.classes.get(impl[1], ""), False
            elif line == "}":
                owner = ""
            head = len(self.out)
        return "\n".join(self.out) + "\n"

    def open_attribute(self, head: int) -> bool:
        """Whether the last line belongs to an attribute that began before it."""
        text = re.sub(r'"(?:\\.|[^"\\])*"', "", "\n".join(one for one in self.out[head:-1] if "///" not in one))
        return text.count("[") != text.count("]")


def main() -> int:
    if "--write" in sys.argv:
        said: dict[str, Any] = stub()
        for path in sorted(SOURCES.rglob("*.rs")):
            before, after = path.read_text(encoding="utf-8"), Source(path, said).rewritten()
            if after != before:
                path.write_text(after, encoding="utf-8")
                print(f"wrote {path.relative_to(ROOT)}")
        return 0
    wrong = compare()
    print("\n".join([*wrong, f"{len(wrong)} differences"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
