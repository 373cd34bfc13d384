"""The functions of include/backupjobs.h, for the programs that are made of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Parameter(NamedTuple):
    """One parameter: ``const char *`` and ``url``."""

    type: str
    name: str


class Function(NamedTuple):
    """One function; ``fallible`` when it returns a status and takes ``err``, which is then no parameter here."""

    returns: str
    name: str
    parameters: list[Parameter]
    fallible: bool


def functions(path: str) -> list[Function]:
    """Every function of the header, in its order."""
    header = re.sub(r"/\*.*?\*/", "", Path(path).read_text(encoding="utf-8"), flags=re.S)
    header = re.sub(r'\bBKJ_API\s+|\bBKJ_DEPRECATED\("[^"]*"\)\s*', "", header)
    found = []
    for returns, name, inside in re.findall(r"^((?:const )?(?:struct )?\w+ \**)(bkj_\w+)\(([^;]*)\);", header, flags=re.M):
        inside = " ".join(inside.split())
        parts = [] if inside == "void" else [re.fullmatch(r"(.*?)(\w+)", part) for part in inside.split(", ")]
        parameters = [Parameter(part[1].strip(), part[2]) for part in parts if part is not None]
        assert len(parameters) == len(parts), inside
        fallible = returns.strip() == "bkj_status" and bool(parts) and parameters[-1].name == "err"
        found.append(Function(returns.strip(), name, parameters[:-1] if fallible else parameters, fallible))
    # Every name that is called anywhere in the header is one of them: none was overlooked.
    assert {function.name for function in found} == set(re.findall(r"\b(bkj_\w+)\(", header)), "a function was overlooked"
    return found
