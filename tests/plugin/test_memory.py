"""Nothing is lost, and nothing read that nobody has written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from conftest import MAIL, ran
from plugin import Plugin

SUPPRESSIONS = Path(__file__).resolve().parents[1] / "c" / "valgrind.supp"
VALGRIND = [
    "valgrind", "-q", "--leak-check=full", "--show-leak-kinds=definite", "--errors-for-leak-kinds=definite",
    "--error-exitcode=99", f"--suppressions={SUPPRESSIONS}",
]  # fmt: skip


def test_a_run_under_valgrind(plugin: Plugin, sim: Any) -> None:
    ran(sim, "warning")
    jobs = ["--job", MAIL, "--job", "Contoso sites", "--job", "Payroll"]
    trust = ["--ca-file", sim.ca_file, "-t", "100"]
    answer = plugin.run([*VALGRIND, *plugin.arguments("veeam", *trust, *jobs, "-vvv", "-w", "20:", "-c", "@30:")])
    assert answer.code == 2, "what valgrind finds ends with another code"
