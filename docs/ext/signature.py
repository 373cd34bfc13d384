"""Signatures and annotations as the reference shows them: public names in place of private ones."""

from __future__ import annotations

import ast

from library import Module, homes

#: What stands for a type of its own in the sources, and is none for a reader.
PLAIN = {"_T_co": "T", "_T": "T", "_datetime": "datetime"}


class _Public(ast.NodeTransformer):
    """Names as whoever imports the package writes them."""

    def __init__(self, module: Module, owner: str) -> None:
        self.module, self.owner = module, owner

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id == "Self":
            return ast.Name(self.owner)
        if node.id in PLAIN:
            return ast.Name(PLAIN[node.id])
        return self._found(node.id) or node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._found(ast.unparse(node)) or node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return self.visit(_quoted(node)) if isinstance(node.value, str) else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        name = ast.unparse(node.value)
        if name == "Literal":
            return node
        if name == "Optional":
            return ast.BinOp(self.visit(node.slice), ast.BitOr(), ast.Constant(None))
        if name == "Union":
            assert isinstance(node.slice, ast.Tuple)
            first, *rest = (self.visit(kind) for kind in node.slice.elts)
            for kind in rest:
                first = ast.BinOp(first, ast.BitOr(), kind)
            return first
        return self.generic_visit(node)

    def _found(self, name: str) -> ast.expr | None:
        thing = self.module.find(name)
        if thing is None:
            return None
        if thing.key in homes():
            return ast.Name(homes()[thing.key])
        value = getattr(thing.node, "value", None)
        # A short name for a type: the type itself says more.
        return None if value is None else _Public(thing.module, self.owner).visit(_copy(value))


def _quoted(node: ast.expr) -> ast.expr:
    """An annotation in quotes, without them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return ast.parse(node.value, mode="eval").body
    return node


def _copy(node: ast.AST) -> ast.AST:
    return ast.parse(ast.unparse(node)).body[0].value if isinstance(node, ast.expr) else ast.parse(ast.unparse(node)).body[0]


def annotation(node: ast.expr | None, module: Module, owner: str = "") -> str:
    """A type."""
    if node is None:
        return ""
    return ast.unparse(_Public(module, owner).visit(_copy(_quoted(node))))


def signature(node: ast.FunctionDef | ast.AsyncFunctionDef, module: Module, owner: str = "", *, bound: bool = True) -> str:
    """Parameters and result of a function, without ``self``."""
    arguments = _copy(node).args
    if bound:
        (arguments.posonlyargs or arguments.args).pop(0)
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    for argument in every:
        if argument is not None and argument.annotation is not None:
            argument.annotation = _Public(module, owner).visit(_quoted(argument.annotation))
    result = annotation(node.returns, module, owner) if node.name not in ("__new__", "__init__") else ""
    return f"({ast.unparse(arguments)})" + (f" -> {result}" if result else "")
