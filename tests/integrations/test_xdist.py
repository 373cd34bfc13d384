"""The simulator's fixtures under pytest-xdist: every worker has a simulator of its own."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]


def test_each_worker_has_its_own(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import os
        from pathlib import Path

        import pytest

        @pytest.mark.parametrize("number", range(8))
        def test_it(backupjobs_sim, backupjobs_clock, number):
            assert backupjobs_clock.now.isoformat() == "2026-01-15T08:00:00+00:00"
            backupjobs_clock.advance(hours=1 + number)
            Path(f"{os.environ['PYTEST_XDIST_WORKER']}-{number}").write_text(str(backupjobs_sim.ready["pid"]))
        """
    )
    pytester.runpytest_subprocess("-n", "2", "-p", "no:cacheprovider").assert_outcomes(passed=8)
    ran = {path.name.split("-")[0]: set() for path in pytester.path.glob("gw*-*")}
    for path in pytester.path.glob("gw*-*"):
        ran[path.name.split("-")[0]].add(path.read_text())
    assert len(ran) == 2 and all(len(pids) == 1 for pids in ran.values())
    assert len(set.union(*ran.values())) == 2
