"""Where secrets come from, that the list of processes does not show them, and whom they are shown to."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from conftest import MAIL, ran
from plugin import Plugin


def given(plugin: Plugin, sim: Any, user: str, password: str) -> list[str]:
    url = ["--system", "veeam", "--url", sim.veeam.url, "--ca-file", sim.ca_file]
    return [str(plugin.program), *url, "--user", user, "--password", password, "--job", MAIL, "-t", "60"]


def test_sources(plugin: Plugin, sim: Any) -> None:
    ran(sim)
    user, password = (plugin.secret(sim.veeam[name]) for name in ("username", "password"))
    environment = {"LOGIN_USER": sim.veeam.username, "LOGIN_PASSWORD": sim.veeam.password}
    by_file = plugin.run(given(plugin, sim, user, password))
    by_variable = plugin.run(given(plugin, sim, "env:LOGIN_USER", "env:LOGIN_PASSWORD"), environment)
    by_command = plugin.run(given(plugin, sim, user, f"command:cat  {password.removeprefix('file:')}"))
    assert by_file.code == 0 and by_file.out == by_variable.out == by_command.out


def test_a_source_without_a_secret(plugin: Plugin, sim: Any) -> None:
    user = plugin.secret(sim.veeam.username)
    writable = plugin.folder / "everybody"
    writable.write_text("C4nary")
    writable.chmod(0o666)
    for source, why in [
        ("env:NOT_SET_HERE", "NOT_SET_HERE"),
        ("file:/no/such/file", "/no/such/file"),
        (f"file:{writable}", "everybody"),
        ("command:/no/such/program C4nary", "/no/such/program"),
        ("command:false C4nary", "false"),
    ]:
        answer = plugin.run(given(plugin, sim, user, source))
        assert answer.code == 3 and why in answer.line, source
    wrong = plugin.run(given(plugin, sim, user, plugin.secret("C4nary wrong")))
    assert wrong.code == 3 and "unauthenticated" in wrong.line


def test_no_process_shows_a_secret(plugin: Plugin, sim: Any) -> None:
    sim.faults("stall_before", system="veeam", path="/Jobs")
    running = subprocess.Popen(plugin.arguments("veeam", "--ca-file", sim.ca_file, "-t", "60"), stdout=subprocess.PIPE)
    try:
        while not any(entry["path"] == "/v6/Jobs" for entry in sim.journal()):
            assert running.poll() is None
        process = Path(f"/proc/{running.pid}")
        shown = process.joinpath("cmdline").read_bytes() + process.joinpath("environ").read_bytes()
        assert b"--password" in shown
        assert sim.veeam.password.encode() not in shown and sim.veeam.username.encode() not in shown
    finally:
        running.kill()
        running.communicate()


def test_trust(plugin: Plugin, sim: Any) -> None:
    ran(sim)
    pin = sim.leaf_sha256
    known = plugin.folder / "known_hosts"
    known.write_text(f"{sim.veeam.url.removeprefix('https://')} {pin}\n")
    known.chmod(0o600)

    def trusting(*options: str) -> Any:
        return plugin.run(plugin.arguments("veeam", "--job", MAIL, "-t", "60", *options))

    for options in (["--ca-file", sim.ca_file], ["--pin", pin], ["--known-hosts", str(known)]):
        answer = trusting(*options)
        assert answer.code == 0 and "not checked" not in answer.out, options
    insecure = trusting("--insecure")
    assert insecure.code == 0 and "certificate is not checked" in insecure.line
    sim.clear_journal()
    for options in ([], ["--pin", pin[:-1] + ("0" if pin[-1] != "0" else "1")], ["--known-hosts", "/no/such/file"]):
        assert trusting(*options).code == 3, options
    assert sim.journal() == [], "no credentials are sent to a stranger"


def test_insecure_is_shown_for_many_jobs_that_are_fine(plugin: Plugin, sim: Any) -> None:
    for job in sim.truth()["veeam"]["jobs"]:
        ran(sim, job=job["id"], hours_ago=1)
    answer = plugin.run(plugin.arguments("veeam", "--insecure", "--disabled-ok", "-t", "60"))
    assert answer.code == 0 and answer.line.endswith("jobs OK (the server's certificate is not checked)")
