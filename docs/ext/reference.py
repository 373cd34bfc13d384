"""The directive ``reference``: everything that a module makes public, out of its source or its stub.

``.. reference:: backupjobs`` has an option, ``:defined-in: exceptions``: only what that module of the package defines.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from library import Module, Thing, homes, module, text_after
from signature import annotation, signature

Function = (ast.FunctionDef, ast.AsyncFunctionDef)
Lines = Iterator[str]


def indented(lines: Lines | list[str], by: str = "   ") -> Lines:
    return (by + line if line else "" for line in lines)


def written(doc: str, names: Module) -> Lines:
    """A docstring; what it refers to gets the whole name, and an underscore at a word's end is one."""

    def whole(match: re.Match[str]) -> str:
        thing = names.find(match[2])
        return f"{match[1]}~{homes()[thing.key]}{match[3]}" if thing is not None and thing.key in homes() else match[0]

    doc = re.sub(r"(:raises |:class:`)(\w+)(:|`)", whole, doc)
    doc = re.sub(r"(`[^`]*`)|(?<=\w)_(?=\W|$)", lambda found: found[1] or "\\_", doc)
    yield from doc.splitlines()
    yield ""


def function(kind: str, name: str, variants: list[Any], names: Module, doc: str, owner: str = "", options: Any = ()) -> Lines:
    """A function or a method, with all its signatures."""
    bound = bool(owner) and "staticmethod" not in options
    for number, node in enumerate(variants):
        start = f".. py:{kind}:: " if number == 0 else " " * len(f".. py:{kind}:: ")
        yield f"{start}{name}{signature(node, names, owner, bound=bound)}"
    yield from (f"   :{option}:" for option in options)
    yield ""
    yield from indented(written(doc, names))


def of_class(thing: Thing, name: str) -> Lines:
    """A class and its members."""
    node, names = thing.node, thing.module
    assert isinstance(node, ast.ClassDef)
    bases = [ast.unparse(base) for base in node.bases]
    words = any(base in ("Word", "OpenWord", "str") for base in bases)
    error = any(base in ("Exception", "UserWarning", "BackupJobsError") for base in bases)
    made = [member for member in node.body if isinstance(member, Function) and member.name in ("__new__", "__init__")]
    shown = signature(made[0], names, name) if made and not error else ""
    yield f".. py:{'exception' if error else 'class'}:: {name}{shown}"
    yield ""
    body: list[str] = []
    if error:
        body += ["Bases: " + ", ".join(f":py:exc:`{annotation(base, names)}`" for base in node.bases), ""]
    if words and bases[0] != "str":
        body += [f"An enumeration, a :py:class:`~{homes()[names.find(bases[0]).key]}`.", ""]
    body += written(thing.doc, names)
    if "_Value" in bases:
        body += [f"A :ref:`value <values>`.{by_position(node)}", ""]
    yield from indented(body)
    # The word of a kind of error is what a program compares.
    yield from indented(members(node, names, name, words or error))


def by_position(node: ast.ClassDef) -> str:
    for member in node.body:
        if isinstance(member, ast.Assign) and ast.unparse(member.targets[0]) == "__match_args__":
            args = ast.literal_eval(member.value)
            return " By position, ``match`` takes " + ", ".join(f"``{arg}``" for arg in args) + "."
    return ""


def members(node: ast.ClassDef, names: Module, owner: str, values: bool = False) -> Lines:
    body = node.body
    for member, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(member, Function):
            yield from of_method(node, member, names, owner)
        elif isinstance(member, (ast.Assign, ast.AnnAssign)):
            target = member.targets[0] if isinstance(member, ast.Assign) else member.target
            name, value = ast.unparse(target), getattr(member, "value", None)
            if isinstance(value, ast.Call) and ast.unparse(value.func) in ("verb", "pages"):
                yield from mirrored(name, value, names, owner)
            elif not name.startswith("_") and (values or text_after(after)):
                yield f".. py:attribute:: {name}"
                if isinstance(member, ast.AnnAssign):
                    yield f"   :type: {annotation(member.annotation, names, owner)}"
                if value is not None and values:
                    yield f"   :value: {ast.unparse(value)}"
                yield ""
                yield from indented(written(text_after(after), names))


def of_method(node: ast.ClassDef, method: Any, names: Module, owner: str) -> Lines:
    decorators = [ast.unparse(decorator) for decorator in method.decorator_list]
    doc = ast.get_docstring(method) or ""
    if method.name in ("__new__", "__init__"):
        # Attributes that are set there, with a text below.
        for line, after in zip(method.body, [*method.body[1:], None], strict=True):
            if isinstance(line, ast.Assign) and text_after(after):
                yield from (f".. py:attribute:: {ast.unparse(line.targets[0]).removeprefix('self.')}", "")
                yield from indented(written(text_after(after), names))
        return
    if method.name.startswith("_") and not (method.name.startswith("__") and doc):
        return
    if "property" in decorators:
        yield f".. py:property:: {method.name}"
        yield f"   :type: {annotation(method.returns, names, owner)}"
        yield ""
        yield from indented(written(doc, names))
        return
    same = [other for other in node.body if isinstance(other, Function) and other.name == method.name]
    if method is not same[0]:
        return
    options = [kind for kind in ("staticmethod", "classmethod") if kind in decorators]
    options += ["async"] if isinstance(method, ast.AsyncFunctionDef) else []
    yield from function("method", method.name, same, names, doc, owner, options)


def mirrored(name: str, call: ast.Call, names: Module, owner: str) -> Lines:
    """A method that is another class's, awaited."""
    cls, _, original = ast.unparse(call.args[0]).partition(".")
    thing = names.find(cls)
    assert thing is not None and isinstance(thing.node, ast.ClassDef)
    found = [member for member in thing.node.body if isinstance(member, Function) and member.name == original]
    options = ["async"] if ast.unparse(call.func) == "verb" else []
    doc = f"As :py:meth:`{homes()[thing.key]}.{original}`" + ("." if options else ", for ``async for``.")
    yield from function("method", name, found, thing.module, doc, owner, options)


def of_thing(thing: Thing, name: str) -> Lines:
    node, names = thing.node, thing.module
    if isinstance(node, ast.ClassDef):
        yield from of_class(thing, name)
    elif isinstance(node, Function):
        options = ["async"] if isinstance(node, ast.AsyncFunctionDef) else []
        yield from function("function", name, [node], names, thing.doc, options=options)
    elif isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "function":
        blocking = names.find(ast.unparse(node.value.args[0]))
        assert blocking is not None
        doc = f"As :py:func:`{homes()[blocking.key]}`, awaited."
        yield from function("function", name, [blocking.node], blocking.module, doc, options=["async"])
    else:
        yield f".. py:data:: {name}"
        if isinstance(node, ast.AnnAssign):
            yield f"   :type: {annotation(node.annotation, names)}"
        yield ""
        yield from indented(written(thing.doc, names))


class Reference(SphinxDirective):
    """See the top of the file."""

    required_arguments = 1
    option_spec = {"defined-in": directives.unchanged, "only-text": directives.flag}

    def run(self) -> list[nodes.Node]:
        name, wanted = self.arguments[0], self.options.get("defined-in")
        names = module(name)
        lines = [f".. py:currentmodule:: {name}", ""]
        if wanted is None:
            lines = [f".. py:module:: {name}", "", *written(names.doc, names)]
        if "only-text" not in self.options:
            for public in names.public:
                thing = names.find(public)
                if thing is None or homes()[thing.key] != f"{name}.{public}":
                    continue
                if wanted is None or thing.module.name == f"{name}.{wanted}":
                    lines += of_thing(thing, public)
        source = str(names.path)
        self.env.note_dependency(source)
        self.env.note_dependency(__file__)
        parent = nodes.Element()
        self.state.nested_parse(StringList(lines, source), self.content_offset, parent)
        return parent.children


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("reference", Reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
