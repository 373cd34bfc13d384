"""The site that `make docs` has built: it needs nothing from elsewhere, has every public name, and its links lead somewhere."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from page import DOCS, pages

import backupjobs

ROOT = DOCS.parent
MODULES = [
    "backupjobs", "backupjobs.exceptions", "backupjobs.types", "backupjobs.trust", "backupjobs.warnings", "backupjobs.veeam",
    "backupjobs.teradata", "backupjobs.vcenter", "backupjobs_sim",
]  # fmt: skip
#: What makes a browser ask for something when it opens a page.
LOADS = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
#: Links that are for people and search machines.
NAMES_ONLY = {"canonical", "author", "search", "index", "next", "prev", "license"}


def site() -> Path:
    return Path(os.environ["BACKUPJOBS_SITE"])


class Loaded(HTMLParser):
    """What a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "link" and (given.get("rel") or "") in NAMES_ONLY:
            return
        if tag in LOADS and given.get(LOADS[tag]):
            self.addresses.append(given[LOADS[tag]] or "")


def loaded(html: str) -> list[str]:
    parser = Loaded()
    parser.feed(html)
    styles = " ".join(re.findall(r"<style.*?</style>", html, re.S))
    return [*parser.addresses, *in_style(styles)]


def in_style(css: str) -> list[str]:
    imports = re.findall(r"""@import\s+["']([^"']+)""", css)
    return [*imports, *re.findall(r"""url\(\s*["']?([^"')]+)""", css)]


def foreign(addresses: list[str]) -> list[str]:
    return [address for address in addresses if re.match(r"(https?:)?//", address)]


def test_nothing_is_loaded_from_elsewhere() -> None:
    files = list(site().rglob("*.html"))
    assert len(files) > 25
    for file in files:
        addresses = loaded(file.read_text(encoding="utf-8"))
        assert addresses and not foreign(addresses), f"{file.name} loads {foreign(addresses)}"
    for file in site().rglob("*.css"):
        assert not foreign(in_style(file.read_text(encoding="utf-8"))), file.name


def test_what_is_loaded_is_seen() -> None:
    page = (
        '<script src="https://cdn.example/a.js"></script><link rel="stylesheet" href="//fonts.example/b">'
        '<style>@import "https://c.example"; p { background: url(http://d.example) }</style>'
        '<a href="https://read.example">read</a><img src="e.png">'
    )
    assert len(foreign(loaded(page))) == 4


def in_the_reference() -> set[str]:
    """The Python names that the site's inventory has: four lines of text, then lines that are compressed."""
    lines = zlib.decompress((site() / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode().splitlines()
    return {line.split()[0] for line in lines if line.split()[1].startswith("py:")}


def test_every_public_name_is_in_the_reference() -> None:
    known = in_the_reference()
    missing = []
    for module in MODULES:
        imported = importlib.import_module(module)
        for name in imported.__all__:
            thing = getattr(imported, name)
            if type(thing).__name__ == "module" or name.startswith("_") or name in ("System", "BY_KIND"):
                continue
            if not {f"{module}.{name}", f"backupjobs.{name}"} & known:
                missing.append(f"{module}.{name}")
            if isinstance(thing, type):
                for member in vars(thing):
                    public = not member.startswith("_") and member not in ("to_dict", "to_json")
                    places = {f"{module}.{name}.{member}", f"backupjobs.{name}.{member}"}
                    if public and thing.__module__.startswith("backupjobs") and not places & known:
                        missing.append(f"{module}.{name}.{member}")
    assert not missing, missing
    assert len(known) > 1200


def test_every_error_is_explained() -> None:
    explained = re.findall(r"^\| `(\w+Error)` \| .+ \| .+ \|$", (DOCS / "how-to" / "troubleshooting.md").read_text(), re.M)
    known = {error.__name__ for error in backupjobs.exceptions.BY_KIND.values()}
    assert sorted(explained) == sorted(known)


def test_links_to_the_repository_lead_to_files() -> None:
    links = [link for page in pages() for link in re.findall(r"\(repo:([^)#]+)(?:#([^)]*))?\)", page.read_text())]
    assert len(links) > 10
    for path, anchor in links:
        assert (ROOT / path).is_file(), path
        if anchor:
            titles = re.findall(r"^#+ (.*)$", (ROOT / path).read_text(encoding="utf-8"), re.M)
            anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
            assert anchor in anchors, f"{path} has no {anchor}"


def test_pictures_are_small() -> None:
    pictures = list((DOCS / "images").glob("*.png"))
    shown = {name for page in pages() for name in re.findall(r"images/([\w-]+\.png)", page.read_text())}
    assert {picture.name for picture in pictures} == shown
    assert all(picture.stat().st_size < 150_000 for picture in pictures)


FLAWS = {
    "[gone](lost-page.md)": "lost-page.md",
    "[gone](#lost-anchor)": "lost-anchor",
    "```{eval-rst}\n:py:class:`backupjobs.Lost`\n```": "backupjobs.Lost",
    "![gone](lost.png)": "lost.png",
}


@pytest.mark.parametrize("flaws", [FLAWS, {}], ids=["flaws", "none"])
def test_a_flaw_ends_the_making(tmp_path: Path, flaws: dict[str, str]) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copy(ROOT / "Cargo.toml", tmp_path)
    shutil.copy(DOCS / "conf.py", docs)
    for folder in ("ext", "static"):
        (docs / folder).symlink_to(DOCS / folder)
    (docs / "index.md").write_text("\n\n".join(["# A page", *flaws]))
    command = [*os.environ["BACKUPJOBS_SPHINX"].split(), str(docs), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode == 0) is (not flaws), done.stderr
    assert all(complaint in done.stderr for complaint in flaws.values()), done.stderr
