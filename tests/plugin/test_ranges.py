"""The grammar of ranges, at an age of exactly ten hours."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import MAIL, ran
from plugin import Plugin

HOUR = 3600
#: A range, whether ten hours raise an alert, and the range in seconds.
RANGES = [
    ("10", False, "36000"),
    ("9.99", True, "35964"),
    ("010", False, "36000"),
    ("0", True, "0"),
    ("10:", False, "36000:"),
    ("10.01:", True, "36036:"),
    ("0:", False, "0:"),
    (":10", False, "36000"),
    (":9", True, "32400"),
    ("~:10", False, "~:36000"),
    ("~:9.5", True, "~:34200"),
    ("~:-5", True, "~:-18000"),
    ("~:", False, "~:"),
    ("5:15", False, "18000:54000"),
    ("10:10", False, "36000:36000"),
    ("11:20", True, "39600:72000"),
    ("-5:5", True, "-18000:18000"),
    ("-5:", False, "-18000:"),
    ("-20:-5", True, "-72000:-18000"),
    ("@10", True, "@36000"),
    ("@9", False, "@32400"),
    ("@10:", True, "@36000:"),
    ("@10.01:", False, "@36036:"),
    ("@10:20", True, "@36000:72000"),
    ("@0:10", True, "@36000"),
    ("@0:9.99", False, "@35964"),
    ("@11:20", False, "@39600:72000"),
    ("@~:10", True, "@~:36000"),
    ("@~:9", False, "@~:32400"),
    ("@~:", True, "@~:"),
]
NO_RANGES = [
    "", ":", "@", "@:", "~", "@~", "10:~", "20:10", "-5", "@20:10", "10:20:30", "::", "@@10", "~~:1", "~10", "1e3", "0x10",
    "inf", "nan", "~:inf", "10h", " 10", "10 ", "1.", ".5", "1..5", "1.5.", "+5", "--5", "-", "-:", "10,5", "ten", "10;", "9" * 400,
]  # fmt: skip


@pytest.fixture
def ten_hours(plugin: Plugin, sim: Any) -> Plugin:
    ran(sim, hours_ago=1)
    age = plugin.check("veeam", "--job", MAIL).measures["age"].value
    sim.advance(10 * HOUR - int(age))
    return plugin


def test_ranges(ten_hours: Plugin) -> None:
    for text, alert, seconds in RANGES:
        warned = ten_hours.check("veeam", "--job", MAIL, "-w", text)
        assert warned.measures["age"].value == 10 * HOUR
        assert (warned.code, warned.measures["age"].warning) == (1 if alert else 0, seconds), text
        assert (f"(warning: {text})" in warned.line) == alert, text


def test_critical_beats_warning(ten_hours: Plugin) -> None:
    for text, alert, seconds in RANGES[::5]:
        answer = ten_hours.check("veeam", "--job", MAIL, f"--critical={text}", "--warning=1")
        assert (answer.code, answer.measures["age"].critical) == (2 if alert else 1, seconds), text


@pytest.mark.parametrize("option", ["-w", "-c"])
def test_no_ranges(plugin: Plugin, sim: Any, option: str) -> None:
    for text in NO_RANGES:
        answer = plugin.check("veeam", option, text)
        assert answer.code == 3 and ("range" in answer.line or text == ""), text
    assert sim.journal() == [], "nothing was asked"
