"""Writes what doxygen reads: the header by objects, its rules as a page, and the guide as the first page.

Usage: reference.py DIRECTORY. The header has its functions by source file; a reader looks for all that one object can do.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from header import SYSTEMS, Declaration, Object, read

GUIDE = Path(__file__).resolve().parents[1] / "README.md"
ROOMS = {"": "The model that all systems share", **SYSTEMS}
INTRODUCTIONS = {
    "": "Servers, jobs, runs and verdicts, options and errors: the same calls for all three systems.",
    "veeam": "The typed client of a Veeam server: jobs, sessions, copy jobs, restore sessions, with the vendor's names.",
    "teradata": "The typed client of a VantageCloud site: jobs, executions, objects, restores, with the vendor's names.",
    "vcenter": "The typed client of an appliance: backups, parts, schedules, archives, with the vendor's names.",
}


def escaped(doc: str) -> str:
    """A comment of the header as doxygen shows it word for word: nothing in it is a command or a tag."""
    return re.sub(r"([\\@<>#&])", r"\\\1", doc)


def comment(*lines: str) -> str:
    return "/**\n" + "\n".join(f" * {line}".rstrip() for text in lines for line in text.split("\n")) + "\n */\n"


def rules_page(rules: str) -> str:
    """The header's opening pages, after their example: each rule is a paragraph that begins with its name."""
    paragraphs = [" ".join(paragraph.split()) for paragraph in rules.split("RULES.", 1)[1].split("\n\n")]
    assert len(paragraphs) > 10, "the header's opening pages have another form"
    named = [re.sub(r"^([^.]{1,30}\.|\w+)", r"**\1**", escaped(rule)) for rule in paragraphs[1:]]
    return comment("@page rules The rules", "\n\n".join([escaped(paragraphs[0]), *named]))


def declared(declaration: Declaration) -> str:
    return comment(escaped(declaration.doc)) + declaration.text + "\n\n"


def group(object_: Object) -> str:
    head = comment(f"@defgroup {object_.name} {object_.name}", f"@ingroup room_{object_.room or 'common'}", escaped(object_.doc), "@{")
    # A type without a typedef shares its name with a function, which is what a link to that name leads to.
    types = [declaration for declaration in object_.types if declaration.text.startswith("typedef")]
    body = "".join(declared(declaration) for declaration in [*types, *object_.constants, *object_.functions])
    return head + "\n" + body + "/** @} */\n\n"


def reference(rules: str, objects: "list[Object]") -> str:
    rooms = [comment(f"@defgroup room_{room or 'common'} {title}", INTRODUCTIONS[room]) for room, title in ROOMS.items()]
    # Objects, and then the groups that are numbers and words only.
    shown = sorted(objects, key=lambda object_: not object_.types)
    ordered = [object_ for room in ROOMS for object_ in shown if object_.room == room]
    return "/** @file */\n" + rules_page(rules) + "".join(rooms) + "".join(group(object_) for object_ in ordered)


def guide() -> str:
    """The guide without its marks, and without links to files that are not part of the reference."""
    text = re.sub(r"<!--.*?-->\n", "", GUIDE.read_text(encoding="utf-8"), flags=re.S)
    return re.sub(r"\[([^\]]*)\]\((?!https?:)[^)]*\)", r"\1", text)


def main() -> None:
    directory = Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    rules, _, objects = read()
    (directory / "backupjobs.h").write_text(reference(rules, objects), encoding="utf-8")
    (directory / "guide.md").write_text(guide(), encoding="utf-8")


if __name__ == "__main__":
    main()
