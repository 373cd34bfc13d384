"""Starts that can be taken up again: at most one request for a ticket, whoever holds it and whatever happens."""

from __future__ import annotations

import copy
import json
import pickle
import threading
from datetime import datetime, timezone
from typing import Any

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, api_runs, open_teradata, open_veeam

import backupjobs
from backupjobs import Stage, Ticket, _native

QUICK = {"settle": 0.05, "look_every": 0.001}


def test_prepare_and_carry_out(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    before = datetime.now(timezone.utc)
    ticket = server.prepare(server.job(job), **QUICK)
    assert api_runs(sim, server.system) == [], "preparing starts nothing"
    # Sites and Lake accounts share a host: the ticket names the one it is for.
    place = ticket.server.removeprefix(server.url)
    assert (place in {f"/{sim.teradata.site_id}", f"/{sim.teradata.account_id}"}) == (server.system == "teradata")
    assert (ticket.system, ticket.server, ticket.job) == (server.system, server.url + place, job)
    assert (ticket.stage, ticket.run) == (Stage.PREPARED, None)
    assert before <= ticket.prepared <= datetime.now(timezone.utc)
    assert len(ticket.marker) == 16

    texts = {ticket.stage: str(ticket)}

    def save(now: Ticket) -> None:
        assert now is ticket
        texts[now.stage] = now.to_text()
        started_by_now = len(api_runs(sim, server.system))
        assert started_by_now == (0 if now.stage == Stage.SENDING else 1), "saved before the request"

    started = server.carry_out(ticket, save)
    assert list(texts) == ["prepared", "sending", "started"]
    assert (ticket.stage, ticket.run) == (Stage.STARTED, started.run.id)
    assert started.origin in ("ours", "indistinguishable")
    for text in texts.values():
        again = Ticket.from_text(text)
        taken_up = server.carry_out(again)
        assert (taken_up.run.id, again.run, again.stage) == (started.run.id, started.run.id, "started")
    assert [run["id"] for run in api_runs(sim, server.system)] == [started.run.id]


class NoSpace(Exception):
    pass


def test_what_save_raises_keeps_the_request_from_being_sent(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    ticket = server.prepare(job, **QUICK)

    def save(_: Ticket) -> None:
        raise NoSpace("disk full")

    with pytest.raises(NoSpace, match="disk full") as caught:
        server.carry_out(ticket, save=save)
    context = caught.value.__context__
    assert isinstance(context, backupjobs.ConfigError) and "disk full" in str(context)
    assert ticket.stage == "prepared" and api_runs(sim, server.system) == []
    assert server.carry_out(ticket).run.is_active, "the same ticket may be used again"
    assert len(api_runs(sim, server.system)) == 1


def test_what_save_raises_later_comes_out_too(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    ticket = server.prepare(job, **QUICK)

    def save(now: Ticket) -> None:
        if now.stage == "started":
            raise NoSpace("disk full")

    with pytest.raises(NoSpace):
        server.carry_out(ticket, save)
    assert ticket.stage == "started"
    assert server.carry_out(ticket).run.id == ticket.run
    assert [run["id"] for run in api_runs(sim, server.system)] == [ticket.run]


def test_a_cancelled_start_is_taken_up(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        ticket = server.prepare(VEEAM_JOB, look_every=0.001)
        rule = sim.faults("delay_after", system="veeam", method="POST", path="/start", ms=10_000)
        token = backupjobs.CancelToken()
        threading.Timer(0.2, token.cancel).start()
        with pytest.raises(backupjobs.OperationCancelledError) as caught:
            server.with_cancel(token).carry_out(ticket)
        assert caught.value.may_have_taken_effect
        assert ticket.stage == "sending"
        sim.clear_faults(rule)
        started = server.carry_out(Ticket.from_text(str(ticket)))
        assert started.origin == "indistinguishable"
    assert [run["id"] for run in api_runs(sim, "veeam")] == [started.run.id]


def test_a_request_that_never_arrived_is_not_sent_again(sim: Any) -> None:
    with open_teradata(sim).server() as server:
        ticket = server.prepare(TERADATA_JOB, **QUICK)
        sim.faults("reset_before", system="teradata", method="POST")
        with pytest.raises(backupjobs.OutcomeUnknownError):
            server.carry_out(ticket)
        assert ticket.stage == "sending"
        with pytest.raises(backupjobs.OutcomeUnknownError, match="may have been sent"):
            server.carry_out(ticket)
    assert api_runs(sim, "teradata") == []


def test_one_call_at_a_time(sim: Any) -> None:
    refused: list[str] = []
    with open_veeam(sim).server() as server:
        ticket = server.prepare(VEEAM_JOB, **QUICK)

        def save(now: Ticket) -> None:
            with pytest.raises(backupjobs.InvalidArgumentError) as caught:
                server.carry_out(now)
            refused.append(caught.value.message)

        server.carry_out(ticket, save)
        assert len(refused) == 2 and all("another call" in message for message in refused)
        assert server.carry_out(ticket).run.id == ticket.run, "free again"
    assert len(api_runs(sim, "veeam")) == 1


def test_a_ticket_of_another_server(sim: Any) -> None:
    with open_veeam(sim).server() as server, open_teradata(sim).server() as other:
        ticket = server.prepare(VEEAM_JOB)
        with pytest.raises(backupjobs.InvalidArgumentError, match="veeam"):
            other.carry_out(ticket)
        assert ticket.stage == "prepared"


def test_if_running(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    first = server.start(job, look_every=0.001).run
    for word, origin in (("adopt", "adopted"), ("skip", "skipped")):
        started = server.carry_out(server.prepare(job, if_running=word, **QUICK))
        assert (started.run.id, started.origin) == (first.id, origin)
    with pytest.raises(backupjobs.AlreadyRunningError, match=first.id):
        server.carry_out(server.prepare(job, if_running="fail", **QUICK))
    with pytest.raises(backupjobs.InvalidArgumentError, match="adopt, fail, skip"):
        server.prepare(job, if_running="perhaps")
    assert len(api_runs(sim, server.system)) == 1


def test_the_text(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        ticket = server.prepare(VEEAM_JOB)
        text = ticket.to_text()
        assert text == str(ticket) and "\n" not in text
        assert sim.veeam.password not in text and sim.veeam.username.rpartition("\\")[2] not in text
        members = json.loads(text)
        assert (members["backupjobs_ticket"], members["stage"], members["job"]) == (1, "prepared", VEEAM_JOB)
        copies = [copy.copy(ticket), copy.deepcopy(ticket), pickle.loads(pickle.dumps(ticket)), Ticket.from_text(text)]
        assert all(again == ticket and repr(again) == repr(ticket) and again is not ticket for again in copies)
        assert ticket != server.prepare(VEEAM_JOB), "another marker"
        assert ticket != text
        assert repr(ticket) == (
            f"Ticket(system='veeam', server='{server.url}', job='{VEEAM_JOB}', stage='prepared')"
        )
        server.carry_out(ticket)
        assert copies[0] != ticket and copies[0].stage == "prepared"
    with pytest.raises(TypeError):
        hash(ticket)
    with pytest.raises(AttributeError):
        ticket.stage = "sending"
    with pytest.raises(TypeError):
        Ticket()


@pytest.mark.parametrize("text", ["", "{}", "not JSON", '{"backupjobs_ticket":2}', '{"backupjobs_ticket":1}'])
def test_a_bad_text(text: str) -> None:
    with pytest.raises(backupjobs.InvalidArgumentError, match="no start ticket") as caught:
        Ticket.from_text(text)
    assert caught.value.remedy


def test_wrong_types(sim: Any) -> None:
    with pytest.raises(TypeError):
        Ticket.from_text(5)  # type: ignore[arg-type]
    with open_veeam(sim).server() as server:
        with pytest.raises(TypeError):
            server.carry_out("a ticket")  # type: ignore[arg-type]
        ticket = server.prepare(VEEAM_JOB, **QUICK)
        with pytest.raises(TypeError):
            server.carry_out(ticket, "a file")  # type: ignore[arg-type]
    assert ticket.stage == "prepared" and api_runs(sim, "veeam") == []


def test_the_words_of_stage() -> None:
    assert set(_native.WORDS["Stage"]) == {Stage.PREPARED, Stage.SENDING, Stage.STARTED} == set(Stage)
