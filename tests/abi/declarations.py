"""What a header declares, one line each: its constants, types and functions, without comments and macros."""

from __future__ import annotations

import re

NOT_ABI = ("BKJ_VERSION", "BKJ_API", "BKJ_DEPRECATED")
"""The version changes with every release, and what the two macros stand for is the compiler's."""


def declarations(header: str) -> list[str]:
    """All of them: constants, types, functions; each kind sorted, so that moving one in the header changes nothing."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", " ", header, flags=re.S)
    defines = re.findall(r"^#define (BKJ_\w+) +(.+)$", text, flags=re.M)
    constants = [f"#define {name} {value.strip()}" for name, value in defines if not name.startswith(NOT_ABI)]
    code = re.sub(r'^#.*$|extern "C" \{|^\}', "", text, flags=re.M)
    code = re.sub(r'\bBKJ_API\b|\bBKJ_DEPRECATED\("[^"]*"\)', "", code)
    assert "{" not in code, "a type of the header is not opaque: its size would be part of the ABI"
    statements = [" ".join(statement.split()) + ";" for statement in code.split(";") if statement.strip()]
    functions = [one for one in statements if is_function(one)]
    # `typedef struct x x;` after all others: `struct x` is then declared everywhere, and bkj_status before the callbacks.
    types = [one for one in statements if not is_function(one)]
    return [*sorted(constants), *sorted(types, key=lambda one: ("(" in one, one)), *sorted(functions, key=name)]


def is_function(declaration: str) -> bool:
    return "(" in declaration and not declaration.startswith(("typedef", "#"))


def name(declaration: str) -> str:
    """`bkj_run_free` of `void bkj_run_free(struct bkj_run *run);`."""
    found = re.search(r"\b(bkj_\w+)\(", declaration)
    assert found is not None, declaration
    return found[1]
