"""SECURITY.md says nothing that has moved away: what it names behind a link is in that file."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)]+)\)((?:\s+`[^`]+`)*)")


def claims(text: str) -> list[tuple[str, list[str]]]:
    """Every file that is linked, with the names behind it."""
    links = ((link[1], re.findall(r"`([^`]+)`", link[2])) for link in LINK.finditer(text))
    return [(target, names) for target, names in links if not target.startswith("https://")]


def missing(text: str) -> list[str]:
    wrong = []
    for target, names in claims(text):
        path = ROOT / target
        if not path.exists():
            wrong.append(target)
        elif names:
            held = path.read_text(encoding="utf-8")
            wrong += [f"{name} in {target}" for name in names if re.search(rf"\b{re.escape(name)}\b", held) is None]
    return wrong


def test_what_security_md_names_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert missing(text) == []
    assert sum(len(names) for _, names in claims(text)) > 60


def test_a_name_that_has_moved_away_is_found() -> None:
    assert missing("[`x`](core/src/retry.rs) `Budget`\n  `Budgets`, [`y`](core/src/no.rs)") == [
        "Budgets in core/src/retry.rs",
        "core/src/no.rs",
    ]
