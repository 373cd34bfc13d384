"""Writes the manual pages of section 3: one for each object of include/backupjobs.h, and a link to it for each function.

Usage: make.py DIRECTORY. `man bkj_server` is about all that a server can do, and `man bkj_server_wait` shows the same page.
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "doc"))

from header import HEADER, SYSTEMS, Declaration, Object, read  # noqa: E402


def text(plain: str) -> str:
    """A text as it is, with function names and constants in bold and words in back-quotes in italics."""
    plain = plain.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("'", "\\(aq")
    plain = re.sub(r"\\\(ga(.*?)\\\(ga", r"\\fI\1\\fP", plain)
    plain = re.sub(r"\b(bkj_\w+)\(\)", r"\\fB\1\\fP(3)", plain)
    plain = re.sub(r"\b(BKJ_\w+…?)", r"\\fB\1\\fP", plain)
    # A line of its own for each sentence, as manual pages are kept; none begins with what would be a command.
    lines = [line for line in re.sub(r"(?<=[a-z)][.:;]) +(?=[A-Z\\])", "\n", plain).split("\n") if line]
    return "\n".join(("\\&" if line[0] in ".'" else "") + line for line in lines)


def paragraphs(doc: str) -> str:
    return "\n.PP\n".join(text(" ".join(paragraph.split())) for paragraph in doc.split("\n\n"))


def prototype(declaration: str) -> str:
    """A declaration in bold, in lines of at most 76 columns that break between parameters."""
    flat = " ".join(declaration.split())
    lines = [flat]
    if len(flat) > 76:
        head, inside = re.fullmatch(r"(.*?\w\)?\()(.*)", flat).groups()  # type: ignore[union-attr]
        whole = textwrap.wrap(re.sub(r"(?<=[^,]) ", "\N{NO-BREAK SPACE}", inside), 66, break_long_words=False)
        lines = [head, *(8 * " " + line.replace("\N{NO-BREAK SPACE}", " ") for line in whole)]
    bold = (line.replace("\\", "\\e").replace("-", "\\-").replace(" ", "\\ ") for line in lines)
    return ".nf\n" + "".join(f".B {line}\n" for line in bold) + ".fi\n"


def described(declarations: "list[Declaration]", title: str) -> str:
    if not declarations:
        return ""
    shown = [f"{prototype(d.text)}.RS 4\n{paragraphs(d.doc).replace('.PP', '.sp')}\n.RE\n" for d in declarations]
    return f".SH {title}\n" + ".PP\n".join(shown)


def constants(declarations: "list[Declaration]") -> str:
    shown = ""
    for constant in declarations:
        value = constant.value.removeprefix("(").removesuffix(")").replace("-", "\\-").replace('"', "\\(dq")
        shown += f'.TP\n.BR {constant.name} " (" {value} )\n{paragraphs(constant.doc)}\n'
    return ".SH CONSTANTS\n" + shown if shown else ""


def see_also(object_: Object, pages: "set[str]") -> str:
    inside = " ".join(declared.text + declared.doc for declared in object_.functions + object_.types)
    others = {re.sub(r"_(list|iter)$", "", name) for name in re.findall(r"\bbkj_\w+\b(?!\()", inside)}
    found = sorted((others | {"bkj_error"}) & pages - {object_.name})
    return ".SH SEE ALSO\n" + "".join(f".BR {name} (3),\n" for name in found) + ".BR backupjobs (7)\n"


def page(object_: Object, version: str, pages: "set[str]") -> str:
    system = f" ({SYSTEMS[object_.room]})" if object_.room else ""
    types = [declared for declared in object_.types if declared.kind == "callback"]
    said = text(object_.first_sentence[0].lower() + object_.first_sentence[1:]).replace("\n", " ")
    return (
        f'.TH {object_.name} 3 "" "backupjobs {version}" "backupjobs for C"\n'
        f".SH NAME\n{object_.name} \\- {said}{system}\n"
        ".SH LIBRARY\nlibbackupjobs (\\fB\\-lbackupjobs\\fP, \\fBpkg\\-config \\-\\-cflags \\-\\-libs backupjobs\\fP)\n"
        ".SH SYNOPSIS\n.B #include <backupjobs.h>\n"
        f".SH DESCRIPTION\n{paragraphs(object_.doc)}\n"
        f"{described(object_.functions, 'FUNCTIONS')}{described(types, 'CALLBACKS')}{constants(object_.constants)}"
        f"{see_also(object_, pages)}"
    )


def main() -> None:
    directory = Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    _, _, objects = read()
    version = re.search(r'#define BKJ_VERSION "(.*)"', HEADER.read_text(encoding="utf-8"))
    assert version is not None
    pages = {object_.name for object_ in objects}
    for object_ in objects:
        (directory / f"{object_.name}.3").write_text(page(object_, version[1], pages), encoding="utf-8")
        for declared in object_.functions + object_.types:
            if declared.name not in pages:
                (directory / f"{declared.name}.3").write_text(f".so man3/{object_.name}.3\n", encoding="utf-8")


if __name__ == "__main__":
    main()
