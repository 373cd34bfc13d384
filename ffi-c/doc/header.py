"""What include/backupjobs.h declares and says, by object: for the reference (filter.py) and the manual pages (../man/make.py).

A function belongs to the object that its name begins with and that it is about: its first parameter, else what it
writes. Lists and iterators stand with their element, constants with the functions that name them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

HEADER = Path(__file__).resolve().parents[2] / "include" / "backupjobs.h"
DOCUMENTED = re.compile(r"/\*\*((?:(?!\*/).)*)\*/\n(#define \w+ .*?\n|[^#;/]*?;)", re.S)
# What says how a function is exported, or what became of it, is not part of its signature.
MACROS = re.compile(r"\bBKJ_(?:API|DEPRECATED)\b(?:\([^)]*\))?\s*")

# The numbers of the common model, which have a comment each, but none together.
WORDS = {
    "bkj_log_level": "How much a log event matters.",
    "bkj_system": "The three systems.",
    "bkj_phase": "Where a run stands.",
    "bkj_outcome": "How a finished run ended.",
    "bkj_verb": "The verbs that not every system has.",
    "bkj_if_running": "What to do when the job runs already.",
    "bkj_origin": "Whose run a start gave.",
    "bkj_stage": "How far a start got.",
    "bkj_level": "Levels of a verdict, which are also the exit codes that monitoring systems expect.",
}

# Where functions and constants stand that are about no object.
LIBRARY = "bkj_version"
PLACED = {"bkj_status": "bkj_error", "bkj_ok": "bkj_error", "bkj_err": "bkj_error", "bkj_time": LIBRARY, "bkj_absent": LIBRARY}

SYSTEMS = {"veeam": "Veeam Backup for Microsoft 365", "teradata": "Teradata VantageCloud", "vcenter": "VMware vCenter appliance"}


@dataclass
class Declaration:
    """One function, constant, type or callback, with what is said about it."""

    kind: str
    name: str
    text: str
    doc: str
    value: str = ""


@dataclass
class Object:
    """All that is about one type of object."""

    name: str
    types: list[Declaration] = field(default_factory=list)
    constants: list[Declaration] = field(default_factory=list)
    functions: list[Declaration] = field(default_factory=list)

    @property
    def room(self) -> str:
        """The system it is of; "" for what all have."""
        second = self.name.split("_")[1]
        return second if second in SYSTEMS else ""

    @property
    def doc(self) -> str:
        if own := [declared.doc for declared in self.types if declared.name == self.name]:
            return own[0]
        return WORDS.get(self.name) or ("The library itself." if self.name == LIBRARY else self.constants[0].doc)

    @property
    def first_sentence(self) -> str:
        return re.split(r"(?<=[.:])\s", self.doc, maxsplit=1)[0].rstrip(".:")


def rules(text: str) -> str:
    """The pages that the header begins with, without the comment's frame."""
    opening = re.match(r"/\*\n(.*?)\n \*/", text, re.S)
    assert opening is not None, "the header begins with no comment"
    return "\n".join(re.sub(r"^ \* ?", "", line) for line in opening[1].split("\n"))


def declarations(text: str) -> list[Declaration]:
    """Everything that has a documenting comment, in the header's order."""
    found = []
    for comment, declared in DOCUMENTED.findall(text):
        doc = "\n".join(re.sub(r"^\s*\* ?", "", line) for line in comment.strip().split("\n")).strip()
        declared = MACROS.sub("", declared.strip())
        if constant := re.match(r"#define (\w+) (.*)", declared):
            found.append(Declaration("constant", constant[1], declared, doc, constant[2].strip()))
        elif named := re.fullmatch(r"(?:typedef )?struct (\w+)(?: \1)?;", declared) or re.match(r"typedef \w+ (\w+);", declared):
            # The comment may stand beside the struct, and the typedef elsewhere.
            typedef = f"typedef struct {named[1]} {named[1]};"
            found.append(Declaration("type", named[1], typedef if typedef in text else declared, doc))
        elif callback := re.match(r"typedef .*?\(\*(\w+)\)", declared):
            found.append(Declaration("callback", callback[1], declared, doc))
        else:
            function = re.search(r"\b(bkj_\w+)\(", declared)
            assert function is not None, declared
            found.append(Declaration("function", function[1], declared, doc))
    return found


def element(name: str) -> str:
    """The type of a list's or an iterator's elements; other types are their own."""
    return re.sub(r"_(list|iter)$", "", name)


def objects(found: list[Declaration]) -> list[Object]:
    """The header by objects, in the order of their first functions."""
    types = {declared.name for declared in found if declared.kind == "type" and "struct" in declared.text}
    words = {match[1].lower() for declared in found if (match := re.match(r"(BKJ_(?!ERR_)\w+)_UNKNOWN$", declared.name))}
    words |= {match[1] for declared in found if (match := re.match(r"(bkj_\w+)_from_name$", declared.name))}
    assert "bkj_phase" in words and "bkj_veeam_job_status" in words, words
    made: dict[str, Object] = {}

    def begins(name: str, candidates: "set[str]") -> str:
        return max((one for one in candidates if name == one or name.startswith(one + "_")), key=len, default="")

    def of(declared: Declaration) -> str:
        name = declared.name.lower()
        if declared.kind == "constant":
            return begins(name, words) or PLACED.get(begins(name, set(PLACED))) or begins(name, types) or LIBRARY
        if declared.kind == "type":
            return PLACED.get(name) or element(name)
        if named := re.match(r"(.*?)_(?:from_name|from_word|name|word)$", name):
            if named[1] in words:
                return named[1]
        if name in types:
            return name
        inside = re.findall(r"struct (\w+) \*", declared.text[declared.text.index("(") :])
        written = re.findall(r"struct (\w+) \*\*out", declared.text)
        for candidate in inside[:1] + written:
            if name.startswith(candidate + "_"):
                return element(candidate)
        for candidate in written:
            if begins(name, {element(candidate)}):
                return element(candidate)
        placed = PLACED.get(begins(name, set(PLACED)))
        return placed or element(written[0] if written and not begins(name, types) else begins(name, types) or LIBRARY)

    for declared in found:
        if declared.kind == "callback":
            continue
        where = of(declared)
        object_ = made.setdefault(where, Object(where))
        {"constant": object_.constants, "type": object_.types, "function": object_.functions}[declared.kind].append(declared)
    # Callbacks stand with the first function that takes one.
    for callback in (declared for declared in found if declared.kind == "callback"):
        takes = [o for o in made.values() for f in o.functions if re.search(rf"\b{callback.name}\b", f.text)]
        takes[0].types.append(callback)
    return list(made.values())


def read() -> "tuple[str, list[Declaration], list[Object]]":
    """The opening pages, all declarations, and the objects."""
    text = HEADER.read_text(encoding="utf-8")
    found = declarations(text)
    functions = {declared.name for declared in found if declared.kind == "function"}
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    missed = set(re.findall(r"\b(bkj_\w+)\(", bare)) - functions
    assert not missed, f"without a comment: {missed}"
    return rules(text), found, objects(found)


if __name__ == "__main__":
    for shown in read()[2]:
        print(f"{shown.name}: {shown.first_sentence}", *(declared.name for declared in shown.functions), sep="\n    ")
