"""The marks of the examples are for the tests (tests/site). Readers see the names of files, above their blocks, and which page
the examples go on from.
"""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

FILE = re.compile(r"^<!-- file: (.*?) -->\n```(\w+)\n", re.M)
BEFORE = re.compile(r"^<!-- goes on from: (.*?) -->$", re.M)
MARK = re.compile(r"<!--.*?-->", re.S)


def without_marks(app: Sphinx, page: str, source: list[str]) -> None:
    # As many lines as before: messages name the right one.
    named = FILE.sub(r"```{code-block} \2\n:caption: \1\n", source[0])
    named = BEFORE.sub(r"*The examples go on from [these lines](\1).*", named)
    source[0] = MARK.sub(lambda mark: "\n" * mark[0].count("\n"), named)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", without_marks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
