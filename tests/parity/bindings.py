"""Reading the C header and the Python stub."""

from __future__ import annotations

import ast
import re
from pathlib import Path

COMMENT = re.compile(r'/\*.*?\*/|\bBKJ_DEPRECATED\("[^"]*"\)', re.DOTALL)
PROTOTYPE = re.compile(r"^[\w][\w \t*]*?\b(bkj_\w+)\(([^;{]*)\);", re.MULTILINE)
CONSTANT = re.compile(r"^#define (BKJ_\w+) ", re.MULTILINE)


class Header:
    """`include/backupjobs.h`: functions with the names of their parameters, and constants."""

    def __init__(self, path: Path) -> None:
        text = COMMENT.sub("", path.read_text(encoding="utf-8"))
        self.functions = {name: re.findall(r"(\w+)\s*(?:,|$)", args) for name, args in PROTOTYPE.findall(text)}
        self.constants = set(CONSTANT.findall(text))

    def has(self, *names: str) -> bool:
        return all(name in self.functions for name in names)


class Stub:
    """`_native.pyi`: classes with their attributes and the parameters of their methods."""

    def __init__(self, *paths: Path) -> None:
        self.classes: dict[str, dict[str, list[str]]] = {}
        self.functions: dict[str, list[str]] = {}
        for path in paths:
            self.read(ast.parse(path.read_text(encoding="utf-8")).body)

    def read(self, body: list[ast.stmt]) -> None:
        for node in body:
            match node:
                case ast.ClassDef():
                    self.classes.setdefault(node.name, {}).update(members(node))
                case ast.FunctionDef():
                    self.functions[node.name] = parameters(node)

    def has(self, owner: str, name: str) -> bool:
        return name in self.classes.get(owner, {})

    def takes(self, owner: str, function: str, name: str) -> bool:
        found = self.classes.get(owner, {}).get(function) if owner else self.functions.get(function)
        return found is not None and name in found

    def constructor_takes(self, owner: str, name: str) -> bool:
        return self.takes(owner, "__new__", name) or self.takes(owner, "__init__", name)


def parameters(node: ast.FunctionDef) -> list[str]:
    return [a.arg for a in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs] if a.arg != "self"]


def members(node: ast.ClassDef) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in node.body:
        match one:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                # Overloads of one name add up.
                found[one.name] = [*found.get(one.name, []), *parameters(one)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                found[name] = []
            case ast.Assign(targets=[ast.Name(id=name)]):
                found[name] = []
    return found
