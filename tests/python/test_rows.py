"""Lists as tables: filters, columns, slices; what needs no other library."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from conftest import VEEAM_JOB, open_veeam

import backupjobs


@pytest.fixture
def runs(sim: Any) -> Any:
    with open_veeam(sim) as client:
        yield client.server().runs(VEEAM_JOB)


def test_filter(sim: Any, runs: Any) -> None:
    everything = list(runs)
    assert len(everything) > 3 and len({run.outcome for run in everything}) > 1
    outcome = everything[0].outcome
    found = runs.filter(outcome=outcome)
    assert isinstance(found, backupjobs.Rows)
    assert found == [run for run in everything if run.outcome == outcome] and 0 < len(found) < len(runs)
    assert runs.filter(lambda run: run.id == everything[1].id) == [everything[1]]
    assert runs.filter(lambda run: run.objects, outcome=outcome).filter(id=found[0].id) == found[:1]
    assert runs.filter() == everything and runs.filter(id="none") == []
    with pytest.raises(AttributeError, match='"outcom".*outcome'):
        runs.filter(id="none").filter(outcom="failed")
    with pytest.raises(ZeroDivisionError):
        runs.filter(lambda run: 1 / 0)
    with pytest.raises(AttributeError, match="verdict"):
        runs.filter(verdict=1)


def test_slices_share_the_rows(runs: Any) -> None:
    everything = list(runs)
    odd = runs[1::2]
    assert isinstance(odd, backupjobs.Rows) and odd == everything[1::2] and odd[::-1][0] == everything[1::2][-1]
    assert odd[-1] == everything[1::2][-1] and odd.index(everything[3]) == 1
    assert list(reversed(odd)) == everything[1::2][::-1]
    assert runs[2:2] == [] and not runs[2:2]
    with pytest.raises(IndexError):
        odd[len(odd)]


def test_columns(runs: Any) -> None:
    assert runs.columns[:4] == ["system", "job_id", "id", "phase"] == runs[:0].columns[:4]
    assert tuple(runs.columns) == backupjobs.Run.__match_args__
    assert runs.column("id") == [run.id for run in runs]
    assert runs[:2].column("started") == [runs[0].started, runs[1].started]
    assert runs.column("is_active") == [False] * len(runs) and runs[:0].column("outcome") == []
    for wrong in ("statsu", "__class__", "verdict"):
        with pytest.raises(AttributeError, match="raw_status"):
            runs.column(wrong)


def test_long_lists_are_cut_when_shown(runs: Any) -> None:
    assert len(runs) > 20
    shown = ", ".join(repr(run) for run in runs[:20])
    assert repr(runs) == f"Rows([{shown}, … {len(runs) - 20} more])" and "more" not in repr(runs[:20])


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_without_the_library(runs: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is None there counts as not to be found.
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=f"pip install {name}"):
        getattr(runs, f"to_{name}")()
