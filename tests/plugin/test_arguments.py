"""Arguments that cannot be meant, and those that ask for a text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from plugin import Plugin

ROOT = Path(__file__).resolve().parents[2]
LOGIN = ["--user", "env:U", "--password", "env:P"]
VEEAM = ["--system", "veeam", "-H", "127.0.0.1", *LOGIN]
WRONG = {
    "nothing": ([], "--system"),
    "no host": (["--system", "veeam", *LOGIN], "-H or --url"),
    "host and url": ([*VEEAM, "--url", "https://a.example"], "-H or --url"),
    "url and port": (["--system", "veeam", "--url", "https://a.example", "-p", "1", *LOGIN], "port"),
    "no login": (["--system", "vcenter", "-H", "a"], "--user and --password"),
    "no token": (["--system", "teradata", "-H", "a", "--site", "1"], "--token"),
    "another system": (["--system", "bacula", "-H", "a"], "veeam, teradata or vcenter"),
    "unknown": ([*VEEAM, "--nonsense"], "unknown"),
    "unknown letter": ([*VEEAM, "-x"], "unknown"),
    "ambiguous": ([*VEEAM, "--p", "1"], "ambiguous"),
    "no value": ([*VEEAM, "-w"], "value"),
    "empty value": ([*VEEAM, "--job", ""], "empty"),
    "left over": ([*VEEAM, "C4nary"], "no option"),
    "port": ([*VEEAM, "-p", "C4nary"], "--port"),
    "port too large": ([*VEEAM, "-p", "65536"], "--port"),
    "no time": ([*VEEAM, "-t", "0"], "--timeout"),
    "time with a unit": ([*VEEAM, "-t", "10s"], "--timeout"),
    "version": ([*VEEAM, "--api", "9"], "--api"),
    "running": ([*VEEAM, "--max-running", "-1"], "--max-running"),
    "two kinds of trust": ([*VEEAM, "--insecure", "--ca-file", "x"], "exclude"),
    "job for zabbix": ([*VEEAM, "--job", "x", "--zabbix-discovery"], "--job"),
}


@pytest.mark.parametrize(("arguments", "why"), WRONG.values(), ids=WRONG)
def test_wrong(plugin: Plugin, arguments: list[str], why: str) -> None:
    answer = plugin.run([str(plugin.program), *arguments])
    assert answer.code == 3 and why in answer.line and answer.more == []


@pytest.mark.parametrize("option", ["--password", "--user", "--token"])
@pytest.mark.parametrize("given", ["C4nary", "file:", "stdin:C4nary", "FILE:C4nary"])
def test_a_secret_itself_is_refused_and_not_repeated(plugin: Plugin, option: str, given: str) -> None:
    for arguments in ([option, given], [f"{option}={given}"]):
        answer = plugin.run([str(plugin.program), *VEEAM, *arguments])
        assert answer.code == 3 and "never the secret itself" in answer.line


def test_urls(plugin: Plugin, sim: Any) -> None:
    server = sim.veeam
    host, port = re.fullmatch(r"https://(.*):(\d+)", server.url).groups()  # type: ignore[union-attr]
    login = plugin.arguments("veeam")[5:]
    trust = ["--ca-file", sim.ca_file]
    by_host = [str(plugin.program), "--system", "veeam", "-H", host, "-p", port, *login, *trust]
    assert plugin.run(by_host).code in (1, 2) and len(sim.journal()) > 2
    for url in ("https://svc:C4nary@127.0.0.1:1", "https://127.0.0.1:1/?C4nary", "http://127.0.0.1:1"):
        answer = plugin.check("veeam", url=url)
        assert answer.code == 3 and "config" in answer.line.lower()


def test_help_and_manual_name_the_same_options(plugin: Plugin) -> None:
    version = plugin.run([str(plugin.program), "-V"])
    assert version.code == 3 and re.fullmatch(r"check_backupjobs \d+\.\d+\.\d+ \(libbackupjobs \d+\.\d+\.\d+\)\n", version.out)
    told = plugin.run([str(plugin.program), "--help"])
    assert told.code == 3
    manual = (ROOT / "ffi-c" / "man" / "check_backupjobs.1").read_text()
    in_help = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", told.out))
    in_manual = {"--" + name for name in re.findall(r"Fl -([a-z][a-z-]+)", manual)}
    source = (ROOT / "ffi-c" / "examples" / "check_backupjobs" / "arguments.c").read_text()
    in_code = {"--" + name for name in re.findall(r'\{ "([a-z-]+)", (?:no|required)_argument', source)}
    assert in_help == in_manual == in_code and len(in_code) > 20
