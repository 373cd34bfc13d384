"""The supply check finds what it is there to find."""

from __future__ import annotations

from pathlib import Path

import check
import pytest

ALLOWED = {"MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"}
RULES = {
    "deny": [{"crate": "openssl", "reason": "no", "wrappers": ["pem"]}],
    "skip": [{"crate": "syn@1", "reason": "old"}],
    "features": [{"crate": "reqwest", "deny": ["gzip"], "reason": "no"}],
}
REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"


@pytest.mark.parametrize(
    ("licence", "met"),
    [
        ("MIT OR GPL-3.0", True),
        ("MIT/Apache-2.0", True),
        ("GPL-3.0", False),
        ("MIT AND GPL-3.0", False),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", True),
        ("MIT OR GPL-3.0 AND LGPL-3.0", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("MIT WITH something", False),
        ("", False),
    ],
)
def test_licences_are_read_as_spdx_has_them(licence: str, met: bool) -> None:
    assert check.is_met(licence, ALLOWED) is met


def graph(*crates: tuple[str, str, list[str]], source: str | None = REGISTRY, features: list[str] = []) -> check.Graph:
    """Crates with their versions and what they need."""
    packages = [
        {"id": f"{n} {v}", "name": n, "version": v, "source": source, "license": "MIT"} for n, v, _ in crates
    ]
    nodes = [
        {"id": f"{n} {v}", "features": features, "deps": [{"pkg": one} for one in needs]} for n, v, needs in crates
    ]
    return check.Graph({"packages": packages, "resolve": {"nodes": nodes}})


FINE = [("syn", "1.0.9", []), ("syn", "2.0.1", []), ("openssl", "1.0.0", []), ("pem", "1.0.0", ["openssl 1.0.0"])]


def test_what_is_explained_passes() -> None:
    assert check.bans(graph(*FINE), RULES) == []


@pytest.mark.parametrize(
    ("crates", "said"),
    [
        ([*FINE, ("x", "1.0.0", ["openssl 1.0.0"])], "openssl is banned (no), and x needs it"),
        ([*FINE, ("y", "1.0.0", []), ("y", "2.0.0", [])], "y is there as 1.0.0, 2.0.0"),
        ([one for one in FINE if one[1] != "1.0.9"], "syn@1 is no second version of anything"),
        ([one for one in FINE if one[0] != "pem"], "pem is no wrapper of openssl"),
    ],
)
def test_bans_are_found(crates: list[tuple[str, str, list[str]]], said: str) -> None:
    assert check.bans(graph(*crates), RULES) == [said]


def test_a_banned_feature_is_found() -> None:
    crates = graph(*FINE, ("reqwest", "1.0.0", []), features=["gzip"])
    assert check.bans(crates, RULES) == ["reqwest has the feature gzip, which is banned: no"]


def test_a_rule_gives_its_reason() -> None:
    rules = {**RULES, "skip": [{"crate": "syn@1"}]}
    assert check.bans(graph(*FINE), rules) == ["the rule for syn@1 gives no reason"]


def test_another_source_is_found() -> None:
    crates = graph(("x", "1.0.0", []), source="git+https://example.net/x")
    rules = {"allow-registry": ["https://github.com/rust-lang/crates.io-index"]}
    assert check.sources(crates, rules) == ["x comes from git+https://example.net/x"]


def test_requirements_are_pinned(tmp_path: Path) -> None:
    file = tmp_path / "requirements.txt"
    good = f"# a comment\na==1.0 \\\n    --hash=sha256:{'0' * 64}\n    # via b\n"
    file.write_text(good)
    assert check.requirements([file]) == []
    for bad in ("a>=1.0\n", "a\n", "a==1.0\n", f"a==1.0 --hash=md5:{'0' * 32}\n"):
        file.write_text(good + bad)
        assert len(check.requirements([file])) == 1, bad
    (tmp_path / "requirements.in").write_text("a==1.1\n")
    file.write_text(good)
    assert check.requirements([file]) == ["requirements.txt: a==1.1 of requirements.in is not in it"]
