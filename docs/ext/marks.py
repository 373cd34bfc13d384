"""The marks of the examples are for the tests (tests/site), not for readers: they are left out of the site."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx

MARK = re.compile(r"<!--.*?-->", re.S)


def without_marks(app: Sphinx, page: str, source: list[str]) -> None:
    # As many lines as before: messages name the right one.
    source[0] = MARK.sub(lambda mark: "\n" * mark[0].count("\n"), source[0])


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("source-read", without_marks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
