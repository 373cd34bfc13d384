#!/usr/bin/env python3
"""Runs the scenarios through the drivers of all languages, and compares what they print. See README.md.

    BACKUPJOBS_SIM=… tests/scenarios/run.py --driver rust=… --driver c=… --driver "python=python3 …" [FILTER…]
"""

from __future__ import annotations

import argparse
import concurrent.futures
import difflib
import fnmatch
import os
import queue
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import expect
from driver import Answer, Driver, DriverDied
from scenario import BadScenario, Scenario, fill, opened, read_all
from simulator import Simulator

sys.path += [str(Path(__file__).resolve().parents[1] / room) for room in ("specs", "supply")]
import exchange  # noqa: E402  (needs the path)
from canaries import SECRET_MEMBERS, Canaries, parts, travelled  # noqa: E402

SECRET_ARGS = re.compile(
    r"(.*\.)?(password|token|(backup|location|sso_admin_user)_password|client_secret|personal_access_token|private_key)"
)
OPEN = {
    "veeam": {"url": "{veeam.url}", "username": "{veeam.username}", "password": "{veeam.password}"},
    "teradata": {"url": "{teradata.url}", "site_id": "{teradata.site_id}", "token": "{teradata.token}"},
    "vcenter": {"url": "{vcenter.url}", "username": "{vcenter.username}", "password": "{vcenter.password}"},
}
#: The dialects of an appliance, and the version that it is then of; the simulator's own serves /rest only.
VCENTER = {"rest": None, "api": "8.0.3"}
#: A token that is signed by the client, the one way to get one that is documented for Lake.
LAKE_TOKEN = ("personal_access_token", "private_key", "key_name", "username", "organization")
LAKE = {name: f"{{teradata.{name}}}" for name in ("url", "account_id", *LAKE_TOKEN)}
#: Scenarios at a time: in each of them the languages wait for the slowest.
TEAMS = 2
PLAN = {"plan.location_type": "FTPS", "plan.location": "ftps://backup.example.net/vcsa"}


@dataclass
class Report:
    """What one scenario did through one driver."""

    wrong: list[str] = field(default_factory=list)
    #: The normalised output of every command.
    output: list[str] = field(default_factory=list)
    #: What was said between the clients and the simulator, for `tests/specs/check.py`.
    exchanges: list[dict] = field(default_factory=list)


class Language:
    """A driver with a simulator of its own."""

    def __init__(self, name: str, command: str, simulator: str, canaries: Canaries) -> None:
        self.name = name
        self.canaries = canaries
        self.command = command
        self.sim = Simulator(simulator)
        self.tmp = Path(tempfile.mkdtemp(prefix="backupjobs-scenarios-"))
        variables = self.sim.variables()
        #: What differs between two simulators, and what it is called in the comparison.
        self.local = {str(self.tmp): "{tmp}"}
        for place in ("veeam.url", "teradata.url", "vcenter.url", "ca_file", "leaf_sha256"):
            self.local[str(variables[place])] = f"{{{place}}}"
        digits = str(variables["leaf_sha256"]).upper()
        shown = {"leaf_fingerprint": ":".join(digits[i : i + 2] for i in range(0, len(digits), 2))}
        # Host and port alone, where the whole URL does not stand.
        shown |= {f"{s}.place": str(variables[f"{s}.url"]).removeprefix("https://") for s in OPEN}
        self.local |= {text: f"{{{name}}}" for name, text in shown.items()}
        self.variables = {**variables, **shown, "tmp": str(self.tmp)}

    def close(self) -> None:
        self.sim.close()
        shutil.rmtree(self.tmp, ignore_errors=True)

    def run(self, scenario: Scenario) -> Report:
        """Runs one scenario from a clean state."""
        report = Report()
        try:
            self.sim.ask("POST", "/reset")
            driver = Driver(self.command)
        except OSError as why:
            report.wrong.append(str(why))
            return report
        play = Play(self, scenario, driver, report)
        try:
            play.all()
        except (DriverDied, BadScenario, ValueError) as why:
            report.wrong.append(f"step {play.number}: {why}")
        status = driver.close()
        if status != 0 and not report.wrong:
            report.wrong.append(f"the driver ended with status {status}{driver.last_words()}")
        journal = self.sim.ask("GET", "/journal")
        play.search(driver.stderr, journal)
        state = self.sim.ask("GET", "/knobs"), self.sim.ask("GET", "/truth")
        report.exchanges = exchange.taken(f"{scenario.name} ({self.name})", journal, *state)
        return report


class Play:
    """One scenario on its way through one driver."""

    def __init__(self, language: Language, scenario: Scenario, driver: Driver, report: Report) -> None:
        self.sim = language.sim
        self.language = language
        self.scenario = scenario
        self.driver = driver
        self.report = report
        self.variables = dict(language.variables)
        for name, value in scenario.variables.items():
            self.variables[name] = fill(value, self.variables)
        known = (language.variables.get(f"{system}.{name}", "") for system in OPEN for name in SECRET_MEMBERS)
        self.secrets = {part for secret in known for part in parts(secret)}
        self.secrets |= set(fill(scenario.secrets, self.variables))
        #: Journal entries that a step has looked at already.
        self.seen = 0
        self.number = 0
        self.printed: list[str] = []

    def all(self) -> None:
        versions = {VCENTER.get(word) for word in opened(self.scenario)} - {None}
        for version in versions:
            self.sim.do({"knobs": {"vcenter.version": version}})
        for self.number, step in enumerate(self.scenario.steps, 1):
            wrong, answer = self.step(fill(step, self.variables))
            if wrong:
                what = step.get("call") or step.get("open") or next(k for k in step if k != "note")
                self.report.wrong.extend(f"step {self.number} ({what}): {one}" for one in wrong)
                if answer is not None:
                    self.report.wrong.append("its output was:\n" + "\n".join(answer.raw))
                return

    def step(self, step: dict) -> tuple[list[str], Answer | None]:
        if "sim" in step:
            answer = self.sim.do(step["sim"])
            for name, path in step.get("save", {}).items():
                self.variables[name] = expect.look(answer, path)
            return [], None
        if "file" in step:
            (self.language.tmp / step["file"]["name"]).write_text(step["file"]["text"], encoding="utf-8")
            return [], None
        if "truth" in step:
            return expect.truth(step["truth"], self.sim.ask("GET", "/truth")), None
        if "journal" in step or "counts" in step:
            entries = self.sim.ask("GET", "/journal")
            fresh, self.seen = entries[self.seen :], len(entries)
            if "journal" in step:
                return expect.journal(step["journal"], fresh), None
            return expect.counts(step["counts"], fresh), None
        op, args = self.command(step)
        given = {part for key, value in args.items() if SECRET_ARGS.fullmatch(key) for part in parts(value)}
        self.secrets |= given
        answer = self.driver.call(op, args)
        self.printed += [*answer.raw, *answer.values.values(), *answer.searched]
        self.keep(op, step, answer)
        for name, path in step.get("save", {}).items():
            self.variables[name] = answer.values.get(path, "")
        return expect.answer(step, answer), answer

    def command(self, step: dict) -> tuple[str, dict]:
        if "call" in step:
            return step["call"], step.get("args", {})
        system, *more = step["open"].split()
        args = {**(LAKE if "lake" in more else OPEN[system]), "ca_file": "{ca_file}"}
        for word in more:
            match word:
                case "plan":
                    args |= PLAN
                case "unverified":
                    args |= {"allow_unverified": "true"}
                case "lake":
                    pass
                case word if word in VCENTER:
                    args |= {"dialect": word}
                case _:
                    args |= {"version": word.removeprefix("v")}
        args = {key: value for key, value in args.items() if key not in step.get("without", [])}
        return f"open.{system}", {**fill(args, self.variables), **step.get("with", {})}

    def keep(self, op: str, step: dict, answer: Answer) -> None:
        """Remembers the output for the comparison with the other languages."""
        self.report.output.append(f"step {self.number}: {op}")
        for line in answer.raw:
            path = line.partition("\t")[0]
            if any(re.fullmatch(pattern, path) for pattern in step.get("varies", [])):
                line = f"{path}\t(varies)"
            for here, name in self.language.local.items():
                line = line.replace(here, name)
            self.report.output.append(line)

    def search(self, stderr: list[str], journal: list[dict]) -> None:
        """No secret that went in, and none that the servers gave out, may come out, or travel where none belongs."""
        search = self.language.canaries.search(self.secrets | travelled(journal))
        got_out = search.texts([*self.printed, *stderr])
        self.report.wrong.extend(f"a secret got out: {text}" for text in got_out)
        self.report.wrong.extend(search.journal(journal))


def compare(reports: dict[str, Report]) -> list[str]:
    """Where the languages differ from the first one."""
    (first, reference), *others = reports.items()
    wrong = []
    for name, report in others:
        if report.output != reference.output:
            diff = difflib.unified_diff(reference.output, report.output, first, name, lineterm="", n=2)
            wrong.append("\n".join([f"{name} differs from {first}:", *diff]))
    return wrong


def play(teams: list[list[Language]], scenarios: list[Scenario]) -> Iterator[tuple[Scenario, dict[str, Report]]]:
    """The scenarios in their order, with what each language did; as many at a time as there are teams."""
    free: queue.Queue[list[Language]] = queue.Queue()
    for team in teams:
        free.put(team)
    languages = len(teams[0])

    def one(scenario: Scenario, pool: concurrent.futures.Executor) -> dict[str, Report]:
        team = free.get()
        try:
            runs = pool.map(lambda language: language.run(scenario), team)
            return {language.name: report for language, report in zip(team, runs, strict=True)}
        finally:
            free.put(team)

    with (
        concurrent.futures.ThreadPoolExecutor(len(teams) * languages) as players,
        concurrent.futures.ThreadPoolExecutor(len(teams)) as pool,
    ):
        yield from zip(scenarios, pool.map(lambda scenario: one(scenario, players), scenarios), strict=True)


def wanted(scenario: Scenario, filters: list[str]) -> bool:
    name = scenario.name
    return not filters or any(f in name or fnmatch.fnmatch(name, f) for f in filters)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("filters", nargs="*", metavar="FILTER", help="part of a scenario's name, or a pattern with *")
    parser.add_argument("--driver", action="append", default=[], metavar="NAME=COMMAND", help="may be repeated")
    parser.add_argument("--sim", default=os.environ.get("BACKUPJOBS_SIM"), help="the simulator; else $BACKUPJOBS_SIM")
    parser.add_argument("--list", action="store_true", help="only show the names and titles")
    parser.add_argument("--exchanges", type=Path, metavar="FILE", help="write all requests with their answers there")
    parser.add_argument("--verbose", "-v", action="store_true", help="show the scenarios that pass, too")
    return parser.parse_args()


def main() -> int:
    args = arguments()
    try:
        scenarios = [scenario for scenario in read_all() if wanted(scenario, args.filters)]
    except BadScenario as why:
        print(why, file=sys.stderr)
        return 2
    if args.list:
        for scenario in scenarios:
            print(f"{scenario.name}: {scenario.title}")
        return 0
    if not args.driver or not args.sim or not scenarios:
        print("give at least one --driver NAME=COMMAND, the simulator, and a filter that fits", file=sys.stderr)
        return 2
    drivers = dict(one.split("=", 1) for one in args.driver)
    for command in drivers.values():
        if shutil.which(shlex.split(command)[0]) is None:
            print(f"there is no program {shlex.split(command)[0]}", file=sys.stderr)
            return 2
    canaries = Canaries()
    teams = [[Language(name, command, args.sim, canaries) for name, command in drivers.items()] for _ in range(TEAMS)]
    failed = 0
    if args.exchanges:
        args.exchanges.parent.mkdir(parents=True, exist_ok=True)
        args.exchanges.write_text("")
    try:
        for scenario, reports in play(teams, scenarios):
            wrong = [f"{name}: {one}" for name, report in reports.items() for one in report.wrong]
            wrong += compare(reports)
            failed += bool(wrong)
            if wrong:
                print(f"FAILED {scenario.name}: {scenario.title}")
                for one in wrong:
                    print("    " + one.replace("\n", "\n        "))
            elif args.verbose:
                print(f"passed {scenario.name}")
            sys.stdout.flush()
            if args.exchanges:
                with args.exchanges.open("a", encoding="utf-8") as file:
                    exchange.write(file, (one for report in reports.values() for one in report.exchanges))
    finally:
        for team in teams:
            for language in team:
                language.close()
    print(canaries.line())
    print(f"{len(scenarios) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
