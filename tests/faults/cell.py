"""One fault, one server, one call, one language: what the caller saw, and what was really so."""

from __future__ import annotations

import re
import time
import urllib.parse
from dataclasses import dataclass, field

from driver import Answer, Driver, DriverDied
from fault import Fault, System
from run import LAKE, OPEN, PLAN, parts
from scenario import fill
from simulator import Simulator

VERBS = ("read", "start")
SECRETS = ("password", "token", "client_secret", "personal_access_token", "private_key")
HEADERS = ("authorization", "vmware-api-session-id", "x-auth-credentials")
#: Three tries are enough to see that there are some. A proxy of the environment is no part of it.
CLIENT = {"ca_file": "{ca_file}", "retry_attempts": 3, "log": True, "proxy": ""}
JOB = "{veeam.jobs.0.id}"
TERADATA = {name: OPEN["teradata"][name] for name in ("url", "site_id")}
OAUTH = {name: f"{{teradata.{name}}}" for name in ("client_id", "client_secret")}
OAUTH["token_url"] = "{teradata.url}{teradata.token_path}"
#: The simulator's own version serves /rest only.
VERSION_8 = {"vcenter.version": "8.0.3"}
VCENTER = ("appliance-backup", "/backup/job", "/session")
SYSTEMS = [
    System("veeam v7", "veeam", JOB, "/start", "/Token", OPEN["veeam"] | {"version": "7"}),
    System("veeam v8", "veeam", JOB, "/start", "/Token", OPEN["veeam"] | {"version": "8"}),
    System("teradata", "teradata", "71", "/execute", None, OPEN["teradata"]),
    System("teradata oauth", "teradata", "71", "/execute", "/oauth2/token", TERADATA | OAUTH, connections=2),
    System("lake", "teradata", "71", "/execute", None, LAKE | {"allow_unverified": True}),
    System("vcenter rest", "vcenter", *VCENTER, OPEN["vcenter"] | PLAN | {"dialect": "rest"}),
    System("vcenter api", "vcenter", *VCENTER, OPEN["vcenter"] | PLAN | {"dialect": "api"}, VERSION_8),
]


@dataclass
class Seen:
    """Everything that is known about one cell."""

    verb: str
    answer: Answer
    #: Rows of a read without any fault.
    whole: dict = field(default_factory=dict)
    #: What the simulator says began because of a request.
    began: list[str] = field(default_factory=list)
    #: The most tries that one request took.
    tries: int = 0
    #: How often the request that starts was sent, or tried to be.
    sent: int = 0
    #: What each start that arrived was answered: a status, or nothing.
    answers: list[int | None] = field(default_factory=list)
    #: Tokens or sessions that were got.
    logins: int = 0
    #: Systems that got a request, though nobody had called them.
    strangers: set[str] = field(default_factory=set)
    #: Lines of output, the error stream's too, that hold a secret.
    leaks: list[str] = field(default_factory=list)
    #: What differs between two simulators, and what it is called in the sentences.
    local: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The cell of the table."""
        error, values = self.answer.error, self.answer.values
        words = [f"`{error}`" if error else "ok"]
        if error and values.get("error.http_status"):
            words[0] += f" {values['error.http_status']}"
        if self.verb == "start" and not error:
            words.append(values.get("origin", "?"))
        if values.get("error.may_have_taken_effect") == "true":
            words.append("**may have begun**" if self.verb == "start" else "**may have changed something**")
        if self.tries > 1:
            words.append(f"{self.tries} tries")
        if self.logins > 1:
            words.append("new login")
        if self.verb == "read":
            return ", ".join(words)
        if self.sent != 1:
            words.append(f"sent {self.sent} times" if self.sent else "not sent")
        runs = len(self.began)
        return f"{', '.join(words)}; {runs} run{'' if runs == 1 else 's'}"

    def told(self) -> tuple[str, str, str] | None:
        """The kind of an error, its message and its remedy, in words that are the same for every simulator."""
        if not self.answer.error:
            return None
        sentences = [self.answer.values.get(f"error.{name}", "") for name in ("message", "remedy")]
        for here, name in self.local.items():
            sentences = [sentence.replace(here, name) for sentence in sentences]
        message, remedy = [re.sub(r"at byte \d+", "at byte N", sentence) for sentence in sentences]
        return self.answer.error, message, remedy

    def wrong(self) -> list[str]:
        """What must never be, whatever the table says."""
        wrong = [f"a secret got out: {line}" for line in self.leaks]
        wrong += [f"a request went to {stranger}" for stranger in sorted(self.strangers)]
        error, values = self.answer.error, self.answer.values
        may = values.get("error.may_have_taken_effect")
        if error == "driver":
            wrong.append("the driver did not understand")
        elif error:
            wrong += [f"{path} is empty" for path in ("message", "remedy", "line") if not values.get(f"error.{path}")]
            if may not in ("true", "false"):
                wrong.append("nobody says whether it may have taken effect")
        if self.verb == "read":
            if may == "true":
                wrong.append("a read is said to have changed something")
            if not error and rows(self.answer) != self.whole:
                wrong.append(f"ok, but these are not the jobs: {rows(self.answer)}")
            return wrong
        if len(self.began) > 1:
            wrong.append(f"{len(self.began)} runs began")
        wrong += [f"the start was sent again after {status}" for status in self.answers[:-1] if status != 401]
        if error and may == "false" and self.began:
            wrong.append("it is said that nothing began, and a run did")
        if not error and values.get("id") not in self.began:
            wrong.append(f"ok, but run {values.get('id')} is not one that was started: {self.began}")
        return wrong


def rows(answer: Answer) -> dict:
    """What a read gave, without what was logged on the way."""
    return {path: value for path, value in answer.values.items() if not path.startswith("log[")}


class Player:
    """A driver and a simulator, which play one system's cells one after the other."""

    def __init__(self, command: str, simulator: str, system: System) -> None:
        self.system = system
        self.sim = Simulator(simulator)
        self.driver = Driver(command)
        self.variables = self.sim.variables()
        others = [word for word in OPEN if word != system.word]
        self.variables["connections"] = system.connections
        self.variables["elsewhere"] = self.variables[f"{others[0]}.url"]
        self.local = {str(self.variables[f"{system.word}.url"]): "https://server"}
        self.local[str(self.variables["elsewhere"])] = "https://elsewhere"
        self.job = fill(system.job, self.variables)
        known = {str(value) for name, value in self.variables.items() if name.rpartition(".")[2] in SECRETS}
        self.secrets = {part for secret in known for part in parts(secret)}
        self.whole: dict = {}

    def close(self) -> None:
        self.driver.close()
        self.sim.close()

    def play(self, fault: Fault, verb: str) -> Seen:
        """Both from the start: the client and the simulator."""
        self.sim.ask("POST", "/reset")
        self.sim.do({"knobs": self.system.knobs} if self.system.knobs else {})
        if verb == "start":
            # So that a run which begins later has a later time.
            self.sim.do({"clock": {"per_request_s": 1}})
        for rule in fault.played(self.system, verb, self.variables):
            self.sim.do({"fault": rule})
        if fault.port == "closed":
            self.sim.ask("POST", "/ports", {"system": self.system.word, "open": False})
        return self.call(fault, verb)

    def call(self, fault: Fault, verb: str) -> Seen:
        patience = {"connect_timeout_ms": fault.connect_ms, "request_timeout_ms": fault.timeout_ms}
        args = {**self.system.args, **CLIENT, **patience}
        opened = self.driver.call(f"open.{self.system.word}", fill(args, self.variables))
        if opened.error:
            raise DriverDied("\n".join(["the client could not be opened:", *opened.raw]))
        calls = {"read": ("server.jobs", {}), "start": ("server.start", self.start_args())}
        answer = self.driver.call(*calls[verb])
        if fault.late_ms:
            time.sleep(fault.late_ms / 1000)
        truth, journal = self.sim.ask("GET", "/truth"), self.sim.ask("GET", "/journal")
        if verb == "read" and not fault.rules and fault.port == "open":
            self.whole = rows(answer)
        seen = Seen(
            verb,
            answer,
            self.whole,
            began=[str(run["id"]) for run in truth[self.system.word]["runs"] if run["origin"] == "api"],
            answers=[
                entry["status"]
                for entry in journal
                if entry["method"] == "POST"
                and entry["path"].endswith(self.system.start)
                and entry["fault"] != "duplicate"
            ],
            strangers={entry["system"] for entry in journal} - {self.system.word},
            leaks=self.leaks([*opened.raw, *answer.raw, *self.driver.stderr], journal),
            local=self.local,
        )
        self.count(seen)
        # Logs out, which is no part of it.
        self.sim.ask("POST", "/reset")
        self.driver.call("close", {})
        return seen

    def start_args(self) -> dict:
        return {"job": self.job, "settle_ms": 200, "look_every_ms": 20}

    def count(self, seen: Seen) -> None:
        """What the log says of the requests."""
        index, values = 0, seen.answer.values
        while level := values.get(f"log[{index}].level"):
            event = {name: values.get(f"log[{index}].{name}", "") for name in ("method", "url", "status", "attempt")}
            index += 1
            # The other events tell what was made of these.
            if level == "debug":
                seen.tries = max(seen.tries, int(event["attempt"]))
                seen.sent += event["method"] == "POST" and event["url"].endswith(self.system.start)
                login = self.system.login and event["method"] == "POST" and event["url"].endswith(self.system.login)
                seen.logins += bool(login) and event["status"].startswith("2")

    def leaks(self, lines: list[str], journal: list[dict]) -> list[str]:
        """Lines with a secret that went in, or one that the server gave out, plain or as a URL has it."""
        secrets = set(self.secrets)
        for entry in journal:
            headers = dict(entry["headers"])
            secrets |= {word for name in HEADERS for word in headers.get(name, "").split() if len(word) >= 8}
        secrets |= {code(secret) for secret in secrets for code in (urllib.parse.quote, urllib.parse.quote_plus)}
        found = [(line, secret) for line in lines for secret in secrets if secret in line]
        return [line.replace(secret, "<<<SECRET>>>") for line, secret in found]
