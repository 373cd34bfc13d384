"""The public names of the Python packages, read from their sources and the stub. Nothing is imported, nothing built."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {
    "backupjobs": ROOT / "py" / "python" / "backupjobs",
    "backupjobs_sim": ROOT / "tests" / "sim" / "python" / "backupjobs_sim",
}
#: In the order in which a thing gets its name: what is in two of them is of the first.
PUBLIC = [
    "backupjobs",
    "backupjobs.types",
    "backupjobs.exceptions",
    "backupjobs.trust",
    "backupjobs.veeam",
    "backupjobs.teradata",
    "backupjobs.vcenter",
    "backupjobs.warnings",
    "backupjobs.aio",
    "backupjobs.aio.trust",
    "backupjobs.aio.veeam",
    "backupjobs.aio.teradata",
    "backupjobs.aio.vcenter",
    "backupjobs_sim",
    "backupjobs_sim.pytest_plugin",
]


@dataclass(frozen=True)
class Thing:
    """A class, a function or a value where it is defined."""

    module: Module
    name: str
    node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Assign | ast.AnnAssign
    doc: str

    @property
    def key(self) -> tuple[str, str]:
        return self.module.name, self.name


class Module:
    """A module, or the stub of one."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.path = _path(name)
        self.is_package = self.path.name == "__init__.py"
        self.tree = ast.parse(self.path.read_text(encoding="utf-8"))
        self.doc = ast.get_docstring(self.tree) or ""
        self.public: list[str] = []
        self._imports: dict[str, tuple[str, str]] = {}
        self._things: dict[str, Thing] = {}
        self._overloads: dict[str, list[ast.FunctionDef]] = {}
        self._read(self.tree.body)

    def _read(self, body: list[ast.stmt]) -> None:
        for node, after in zip(body, [*body[1:], None], strict=True):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                self._read(node.body)
            elif isinstance(node, ast.ImportFrom):
                source = self._absolute(node.module, node.level)
                for alias in node.names:
                    self._imports[alias.asname or alias.name] = (source, alias.name)
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                self._things[node.name] = Thing(self, node.name, node, ast.get_docstring(node) or "")
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if isinstance(target, ast.Name) and target.id == "__all__":
                        self.public = ast.literal_eval(node.value)
                    elif isinstance(target, ast.Name):
                        self._things[target.id] = Thing(self, target.id, node, text_after(after))

    def _absolute(self, module: str | None, level: int) -> str:
        if level == 0:
            return module or ""
        parts = self.name.split(".")
        parts = parts[: len(parts) - level + self.is_package]
        return ".".join([*parts, *([module] if module else [])])

    def find(self, name: str) -> Thing | None:
        """What a name of this module, dotted or not, stands for; None for modules and for what is not of these packages."""
        first, _, rest = name.partition(".")
        if not rest and name in self._things:
            return self._things[name]
        source, original = self._imports.get(first, ("", ""))
        if source.partition(".")[0] not in FOLDERS:
            return None
        inner = f"{source}.{original}"
        if is_module(inner):
            return module(inner).find(rest) if rest else None
        return None if rest else module(source).find(original)


def text_after(node: ast.stmt | None) -> str:
    """The text that documents the assignment before it."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return ""


def _path(name: str) -> Path:
    first, *rest = name.split(".")
    inside = FOLDERS[first].joinpath(*rest)
    candidates = [inside / "__init__.py", *(inside.with_name(inside.name + ending) for ending in (".py", ".pyi"))]
    return next((path for path in candidates if path.is_file()), inside)


def is_module(name: str) -> bool:
    return _path(name).is_file()


@cache
def module(name: str) -> Module:
    return Module(name)


@cache
def homes() -> dict[tuple[str, str], str]:
    """The public name of everything that has one."""
    found: dict[tuple[str, str], str] = {}
    for name in PUBLIC:
        for public in module(name).public:
            thing = module(name).find(public)
            if thing is not None:
                found.setdefault(thing.key, f"{name}.{public}")
    return found


@cache
def aliases() -> dict[str, str]:
    """Every public path of a thing, and the public name that it has in the reference."""
    found = {}
    for name in PUBLIC:
        for public in module(name).public:
            thing = module(name).find(public)
            if thing is not None:
                found[f"{name}.{public}"] = homes()[thing.key]
    return found
