"""The fixtures, as in the tests of somebody who uses them."""

from __future__ import annotations

import pytest

SOMEBODYS_TESTS = '''
import subprocess
import sys
import urllib.request

import pytest

PIDS = []

def ask(access, path="/v6/Jobs"):
    import ssl
    context = ssl.create_default_context(cafile=access.ca_file)
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)
    )
    try:
        return opener.open(access.url + path).status
    except urllib.error.HTTPError as error:
        return error.code

def test_one(backupjobs_veeam, backupjobs_clock, backupjobs_faults, backupjobs_journal, backupjobs_sim):
    PIDS.append(backupjobs_sim.ready["pid"])
    assert backupjobs_clock.now.isoformat() == "2026-01-15T08:00:00+00:00"
    backupjobs_clock.advance(hours=2)
    fault = backupjobs_faults.add("status", system="veeam", path="/Jobs", status=503)
    assert (ask(backupjobs_veeam), ask(backupjobs_veeam)) == (503, 401)
    assert fault.hits == 1 and len(backupjobs_faults) == 1
    first, second = backupjobs_journal.requests("veeam", "GET", "/Jobs")
    assert (first.status, first.fault, second.status, second.fault) == (503, "status", 401, None)
    assert len(backupjobs_journal) == 2 and backupjobs_journal[-1].path == "/v6/Jobs"

def test_two_is_as_at_the_start(backupjobs_sim, backupjobs_clock, backupjobs_faults, backupjobs_journal):
    assert PIDS == [backupjobs_sim.ready["pid"]], "the same process"
    assert backupjobs_clock.now.hour == 8 and len(backupjobs_faults) == len(backupjobs_journal) == 0

@pytest.mark.backupjobs_sim(knobs={"veeam.retries": "always"}, per_request_s=5)
def test_three_has_settings(backupjobs_sim):
    assert backupjobs_sim.knobs()["veeam.retries"] == "always"
    assert backupjobs_sim.clock()["per_request_s"] == 5
    backupjobs_sim.close()

def test_four_has_another_process(backupjobs_sim):
    assert PIDS != [backupjobs_sim.ready["pid"]]
    assert backupjobs_sim.knobs()["veeam.retries"] == "policy"

def test_five_is_a_script(backupjobs_environment, backupjobs_journal):
    script = """
import os, ssl, urllib.request
login = f"grant_type=password&username={os.environ['VEEAM_USER']}&password={os.environ['VEEAM_PASSWORD']}"
with urllib.request.urlopen(os.environ["VEEAM_URL"] + "/v6/Token", login.encode()) as answer:
    assert answer.status == 200
assert os.environ["VEEAM_CA"] == os.environ["SSL_CERT_FILE"]
"""
    subprocess.run([sys.executable, "-c", script], check=True)
    assert backupjobs_journal.requests("veeam", "POST", "/Token")[0].status == 200
    assert {"TERADATA_TOKEN", "TERADATA_SITE_ID", "VCENTER_URL", "VCENTER_PASSWORD"} <= set(backupjobs_environment)
'''


def test_somebodys_tests(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(SOMEBODYS_TESTS)
    result = pytester.runpytest_subprocess("--strict-markers", "-W", "error", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=5)


def test_a_failed_test_shows_what_was_asked(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import urllib.request, ssl

        def test_it(backupjobs_teradata):
            context = ssl.create_default_context(cafile=backupjobs_teradata.ca_file)
            opener = urllib.request.build_opener(
                urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)
            )
            request = urllib.request.Request(
                backupjobs_teradata.url + "/nothing?token=hidden", headers={"authorization": "hidden"}
            )
            opener.open(request)
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--tb=line")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*backupjobs_sim was asked*", "<teradata: GET /nothing -> 4*>"])
    result.stdout.no_fnmatch_line("*hidden*")


def test_a_slip_is_told_with_what_there_is(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.backupjobs_sim(knobs={"veeam.retry": "always"})
        def test_knob(backupjobs_sim): ...

        def test_fault(backupjobs_faults):
            backupjobs_faults.add("explode")

        def test_member(backupjobs_faults):
            backupjobs_faults.add("status", code=503)

        @pytest.mark.backupjobs_sim(knob={})
        def test_marker(backupjobs_sim): ...
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(failed=2, errors=2)
    result.stdout.fnmatch_lines_random(
        [
            "*no knob 'veeam.retry'; there are veeam.*veeam.retries*",
            "*unknown variant `explode`, expected one of *`reset_after`*",
            "*code*expected*status*",
            "*unexpected keyword argument 'knob'*",
        ]
    )


def test_who_uses_no_fixture_starts_nothing(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUPJOBS_SIM", "/nowhere")
    pytester.makepyfile("def test_it(): ...")
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)
