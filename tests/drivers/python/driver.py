"""Runs commands of the scenarios against the Python package.

One command a line on stdin; `path<TAB>value` lines and one `ok` or `error<TAB>kind` line on stdout.
"""

from __future__ import annotations

import sys
import traceback
from datetime import timedelta
from typing import Any, Dict, Optional

import backupjobs
import do_teradata
import do_trust
import do_vcenter
import do_veeam
from args import Args, flag, given, number, seconds, settings
from backupjobs import trust, vcenter, veeam
from engine import SaveFailed, Telling, policy, put_ticket, put_verdict, start_options, wait_options
from show import FIELDS, line, only_searched, put, put_error, some, unescape


class Driver:
    """What is open, and what was seen last."""

    def __init__(self) -> None:
        self.clients: Dict[str, Any] = {}
        self.server: Any = None
        self.run: Optional[backupjobs.Run] = None
        self.last_id: Optional[str] = None
        self.ticket: Optional[backupjobs.Ticket] = None
        self.texts: Dict[str, str] = {}
        self.certificate: Optional[trust.Certificate] = None
        self.events = 0

    def meant(self, name: str) -> str:
        """An id; `@run` and `@id` stand for what was found before."""
        found = {"@run": self.run and self.run.id, "@id": self.last_id}.get(name, name)
        assert found is not None
        return found

    def do(self, op: str, args: Args) -> None:
        self.events = 0
        for name in args:
            if name == "run" or name.endswith("id"):
                args[name] = self.meant(args[name])
        system, _, verb = op.partition(".")
        if op == "version":
            line("version", backupjobs.__version__)
        elif op == "close":
            for client in self.clients.values():
                client.close()
        elif system == "open":
            self.open(verb, args)
        elif system == "server":
            getattr(self, f"server_{verb}")(args)
        elif system == "trust":
            self.certificate = do_trust.CALLS[verb](self.certificate, args)
        elif op == "ticket.parse":
            put_ticket(backupjobs.Ticket.from_text(args["text"]))
        else:
            self.vendor(system, verb, args)

    # Opening

    def open(self, system: str, args: Args) -> None:
        client: Any
        shared = settings(args)
        if flag(args, "log"):
            shared["log"] = self.heard
        if system == "veeam":
            client = veeam.Client(
                args["url"],
                version=args["version"],
                username=args["username"],
                password=args["password"],
                **shared,
            )
            server = client.server()
        elif system == "teradata":
            client = do_teradata.open_client(args, shared)
            server = client.server()
        elif system == "vcenter":
            client = vcenter.Client(
                args["url"],
                username=args["username"],
                password=args["password"],
                **given(dialect=args.get("dialect"), login=args.get("login")),
                **shared,
            )
            server = client.server(do_vcenter.plan(args) if "plan.location" in args else None)
        else:
            raise LookupError(system)
        old = self.clients.get(system)
        if old is not None:
            old.close()
        self.clients[system], self.server = client, server
        only_searched("repr", (client, server))

    def heard(self, event: backupjobs.LogEvent) -> None:
        path = f"log[{self.events}]"
        # Without message and elapsed: they hold times that differ.
        for name in ("level", "server", "operation", "method", "url", "status", "error", "attempt"):
            put(f"{path}.{name}", getattr(event, name) or None)
        self.events += 1

    # Vendors

    def vendor(self, system: str, verb: str, args: Args) -> None:
        # There is none yet for what needs none.
        client = self.clients.get(system)
        result = {"veeam": do_veeam, "teradata": do_teradata, "vcenter": do_vcenter}[system].CALLS[verb](client, args)
        if isinstance(result, backupjobs.RowIterator):
            some(result, number(args, "take"))
            return
        if system == "teradata" and verb in do_teradata.NAMES:
            if result is not None:
                self.last_id = result
                line(do_teradata.NAMES[verb], result)
            return
        for name in (*do_teradata.IDS.get(type(result), ()), "id", "job_id"):
            if hasattr(result, name) and name in FIELDS.get(type(result), ()):
                self.last_id = getattr(result, name)
                break
        put(do_vcenter.NAMES.get(verb, "") if system == "vcenter" else "", result)
        for name in do_teradata.STANDING.get(type(result), ()):
            put(name, getattr(result, name))

    # The common model

    def server_jobs(self, args: Args) -> None:
        put("", self.server.jobs())

    def server_job(self, args: Args) -> None:
        put("", self.server.job(args["job"]))

    def server_runs(self, args: Args) -> None:
        put("", self.server.runs(args["job"], **given(limit=number(args, "limit"))))

    def server_run(self, args: Args) -> None:
        self.run = self.server.run(args["job"], args["run"])
        put("", self.run)

    def server_start(self, args: Args) -> None:
        self.started(self.server.start(args["job"], **start_options(args)))

    def started(self, started: backupjobs.Started) -> None:
        self.run = started.run
        put("", started.run)
        line("origin", started.origin)

    def server_prepare(self, args: Args) -> None:
        self.ticket = self.server.prepare(args["job"], **start_options(args))
        self.texts = {self.ticket.stage: self.ticket.to_text()}
        put_ticket(self.ticket)

    def server_carry_out(self, args: Args) -> None:
        assert self.ticket is not None
        saves = 0

        def save(ticket: backupjobs.Ticket) -> None:
            nonlocal saves
            line(f"saves[{saves}]", ticket.stage)
            saves += 1
            if flag(args, "save_fails"):
                raise SaveFailed("the driver was told to fail")
            self.texts[ticket.stage] = str(ticket)

        try:
            self.started(self.server.carry_out(self.ticket, save))
        except SaveFailed as failed:
            if failed.__context__ is not None:
                # What the library made of it.
                raise failed.__context__ from None
            # It failed too late to keep anything from being sent.
            self.started(self.server.carry_out(self.ticket))

    def server_ticket(self, args: Args) -> None:
        assert self.ticket is not None
        put_ticket(self.ticket)

    def server_reload(self, args: Args) -> None:
        assert self.ticket is not None
        text = self.texts[args["stage"]] if "stage" in args else self.ticket.to_text()
        self.ticket = backupjobs.Ticket.from_text(text)

    def server_wait(self, args: Args) -> None:
        telling = Telling(args)
        self.run = self.server.with_cancel(telling.cancel).wait(
            args["job"], args["run"], progress=lambda now: telling.told(None, now), **wait_options(args)
        )
        put("", self.run)

    def server_wait_all(self, args: Args) -> None:
        pairs = (pair.split(":", 1) for pair in args["refs"].split(",") if pair)
        telling = Telling(args)
        ends = self.server.with_cancel(telling.cancel).wait_all(
            [(job, self.meant(run)) for job, run in pairs], progress=telling.told, **wait_options(args)
        )
        for index, end in enumerate(ends):
            if isinstance(end, backupjobs.BackupJobsError):
                line(f"[{index}].error", end.kind)
            else:
                put(f"[{index}]", end)

    def server_check(self, args: Args) -> None:
        verdict = self.server.check(args["job"], **policy(args))
        put_verdict("", verdict)
        put("run", verdict.run)
        put("age", None if verdict.age is None else verdict.age // timedelta(seconds=1))

    def server_check_all(self, args: Args) -> None:
        expected = given(expect_jobs=args["expect"].split(",") if "expect" in args else None)
        report = self.server.check_all(**expected, **policy(args))
        put("level", report.level)
        put("insecure", report.insecure)
        for index, verdict in enumerate(report.verdicts):
            put_verdict(f"verdicts[{index}].", verdict)

    def server_explain(self, args: Args) -> None:
        account = self.server.explain(args["job"], args["run"])
        put("run.id", account.run.id)
        put("lines", account.lines)
        put("account", str(account))

    def server_stop(self, args: Args) -> None:
        self.server.stop(args["job"])

    def server_enable(self, args: Args) -> None:
        self.server.enable(args["job"])

    def server_disable(self, args: Args) -> None:
        self.server.disable(args["job"])

    def server_supports(self, args: Args) -> None:
        put("supports", self.server.supports(args["verb"]))

    def server_insecure(self, args: Args) -> None:
        put("insecure", self.server.insecure)

    def server_verdict(self, args: Args) -> None:
        assert self.run is not None
        verdict = backupjobs.verdict(self.run, warnings_ok=bool(flag(args, "warnings_ok")))
        line("level", verdict.level)
        line("reason", verdict.reason)


def main() -> None:
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    driver = Driver()
    for command in sys.stdin:
        op, *pairs = command.rstrip("\n").split("\t")
        if op == "quit":
            break
        args = {name: unescape(value) for name, _, value in (pair.partition("=") for pair in pairs)}
        try:
            driver.do(op, args)
            end = "ok"
        except backupjobs.BackupJobsError as error:
            put_error(error)
            end = f"error\t{error.kind}"
        except Exception:
            # Not an error of the library: the command itself cannot be carried out.
            traceback.print_exc()
            end = "error\tdriver"
        sys.stdout.write(end + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
