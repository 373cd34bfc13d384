"""A page of the site, as the blocks of code that it consists of for a reader who types them in.

| block | what becomes of it |
| --- | --- |
| `python` | runs, in the interpreter of the page |
| `console` | each line after `$ ` runs, in the shell of the page, and must print what stands below it |
| `text` | what the block before it must have printed; whatever is printed must be shown |
| any, after `<!-- file: NAME -->` | is written to that file, in the folder where everything runs |

`…` in what is shown stands for anything, on a line of its own for any lines. Two more marks:

`<!-- given: CODE -->` runs CODE in the interpreter of the page, where `sim` is the simulator: what the reader has, or what
happens meanwhile. `<!-- goes on from: PAGE -->` runs that page first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
STEP = re.compile(r"^<!-- (\w[\w ]*): (.*?) -->$|^```([^\n]*)\n(.*?)^```$", re.M | re.S)
MARKS = {"file", "given", "goes on from"}


@dataclass(frozen=True)
class Step:
    """A block or a mark."""

    kind: str
    text: str
    line: int
    file: str = ""


def pages() -> list[Path]:
    """All pages of the site."""
    return sorted(page for page in DOCS.rglob("*.md") if page != DOCS / "README.md")


def steps(page: Path) -> list[Step]:
    """The blocks and marks of a page, in order; a file's mark is part of its block."""
    text = page.read_text(encoding="utf-8")
    found, file = [], ""
    for match in STEP.finditer(text):
        mark, value, language, code = match.groups()
        line = text.count("\n", 0, match.start()) + 2
        if mark == "file":
            file = value
        elif mark is not None:
            assert mark in MARKS, f"{page.name}:{line}: there is no mark {mark!r}"
            found.append(Step(mark, value, line))
        elif not language.startswith("{"):  # A directive.
            found.append(Step("file" if file else language, code, line, file))
            file = ""
    assert not file, f"{page.name}: no block for {file}"
    return found


def shows(expected: str, printed: str) -> bool:
    """Whether that was printed, but for what is left out."""
    pattern = ""
    for line in expected.strip().splitlines():
        pattern += "(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + "\n"
    actual = "".join(f"{line.rstrip()}\n" for line in printed.strip().splitlines())
    return re.fullmatch(pattern, actual) is not None
