"""Reading the Rust core: its operations, its public structs with their fields, and the words of its enumerations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOMS = ("veeam", "teradata", "vcenter")
STRUCT = re.compile(r"^pub struct (\w+)(?:<[^>]*>)? \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^    pub (\w+): (.+),$", re.MULTILINE)
IMPL = re.compile(r"^impl (\w+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
FUNCTION = re.compile(r"^    pub (?:const )?fn (\w+)(?:<[^>]*>)?\(\s*(&?(?:mut )?self)?", re.MULTILINE)
ENUM = re.compile(r"(open_enum|named)! \{\n.*?pub enum (\w+) \{\n(.*?)^    \}", re.MULTILINE | re.DOTALL)
VARIANT = re.compile(r"^        (\w+) = \d+ => \"([^\"]*)\",$", re.MULTILINE)
KIND = re.compile(r"^            Self::(\w+) => \"(\w+)\",$", re.MULTILINE)


@dataclass(frozen=True)
class Item:
    """Something public: `owner` is the struct or enum, empty room is the common model."""

    room: str
    owner: str
    name: str
    kind: str = ""

    def __str__(self) -> str:
        place = f"{self.room}::{self.owner}" if self.room else self.owner
        return f"{place}::{self.name}" if self.kind == "fn" else f"{place}.{self.name}"


@dataclass
class Core:
    """All that the core offers."""

    functions: list[Item]
    steps: list[Item]
    fields: list[Item]
    #: `kind` is the word.
    words: list[Item]


def without_tests(text: str) -> str:
    # A module of helpers for tests may be declared at the top: what follows it counts.
    return re.split(r"\n#\[cfg\(test\)\]\nmod \w+ \{", text, maxsplit=1)[0]


def words(path: Path) -> set[str]:
    """Every word of a contents page: what it exports is among them."""
    return set(re.findall(r"\w+", path.read_text(encoding="utf-8")))


def read(folder: Path) -> Core:
    """Reads `core/src`."""
    core = Core([], [], [], [])
    for path in sorted(folder.rglob("*.rs")):
        room = path.relative_to(folder).parts[0] if path.parent != folder else ""
        if room not in ("", *ROOMS):
            continue  # Tests of a file of the common model stand in a folder of its name.
        text = without_tests(path.read_text(encoding="utf-8"))
        # `trust` is a public module of the common model: its structs stand in files beside it.
        common = [folder / "lib.rs", folder / "trust.rs"]
        public = words(folder / room / "mod.rs") if room else set().union(*map(words, common))
        for name, body in STRUCT.findall(text):
            if name in public:
                core.fields += [Item(room, name, field, kind) for field, kind in FIELD.findall(body)]
        for name, body in IMPL.findall(text):
            found = FUNCTION.findall(body) if name in public else []
            core.functions += [Item(room, name, function, "fn") for function, self in found if self != "mut self"]
            # `fn named(mut self, …) -> Self`: a builder step. The field it sets is what other languages have.
            core.steps += [Item(room, name, function, "fn") for function, self in found if self == "mut self"]
        for _, name, body in ENUM.findall(text):
            core.words += [Item(room, name, variant, word) for variant, word in VARIANT.findall(body)]
        if path.name == "error.rs" and not room:
            core.words += [Item("", "ErrorKind", variant, word) for variant, word in KIND.findall(text)]
    return core


def snake(name: str) -> str:
    """`BackupJobStatus` as `backup_job_status`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
