"""What `help()` shows: every public thing says what it is, and the native module says what the stub says."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import pydoc
from types import ModuleType
from typing import Any, Iterator

import docstrings
import pytest

import backupjobs
from backupjobs import _native

MODULES = ["backupjobs", *(f"backupjobs.{found.name}" for found in pkgutil.iter_modules(backupjobs.__path__))]


def test_the_native_module_says_what_the_stub_says() -> None:
    assert docstrings.compare() == []
    assert len(dict(docstrings.native())) > 800, "the walk has lost its way"


def members(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """What the module exports, and what is public of its classes."""
    for name in getattr(module, "__all__", [name for name in vars(module) if not name.startswith("_")]):
        item = getattr(module, name)
        if not (inspect.isclass(item) or inspect.isroutine(item)):
            continue
        yield f"{module.__name__}.{name}", item
        for member, value in vars(item).items() if inspect.isclass(item) else ():
            if not member.startswith("_") and (inspect.isroutine(value) or inspect.isdatadescriptor(value)):
                yield f"{module.__name__}.{name}.{member}", getattr(item, member)


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_has_a_docstring(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__, name
    # Not the one that it inherits, such as that of object or of a built-in exception.
    undocumented = [known for known, item in members(module) if not (item.__doc__ or "").strip()]
    assert undocumented == []


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("._native")])
def test_help_names_the_class_where_a_user_finds_it(name: str) -> None:
    module = importlib.import_module(name)
    text = pydoc.plain(pydoc.render_doc(module))
    assert "_native.Veeam" not in text and "builtins.Veeam" not in text
    for known, item in members(module):
        if inspect.isclass(item) and hasattr(_native, item.__name__):
            # The asyncio twin of a class says in which file it stands.
            assert item.__module__ in MODULES or item.__module__.startswith("backupjobs.aio."), known


def test_help_on_a_call_shows_its_parameters() -> None:
    shown = pydoc.plain(pydoc.render_doc(backupjobs.Server.wait))
    assert "wait(self, /, job, run, *, deadline=None" in shown
    assert ":param deadline: longest time to wait in all (default a day)" in shown
