"""Words: real enumerations that keep what they do not know."""

from __future__ import annotations

import copy
import json
import pickle
from collections import Counter
from typing import Any

import pytest
from conftest import VEEAM_JOB, open_veeam

import backupjobs
from backupjobs import Outcome, Phase, types, vcenter, veeam

OPEN = [word for module in (backupjobs.teradata, vcenter, veeam) for word in vars(module).values()
        if isinstance(word, type) and issubclass(word, types.OpenWord) and len(word)]


def test_a_known_word_is_the_member_and_the_text() -> None:
    run = backupjobs.Run("veeam", "j", "r", phase="finished", outcome=Outcome.WARNING)
    assert run.phase is Phase.FINISHED and run.outcome is Outcome.WARNING
    assert run.phase == "finished" and {"finished": 1}[run.phase] == 1
    assert f"{run.phase:>9}|{run.outcome}" == " finished|warning" and str(run.system) == "veeam"
    assert json.dumps([run.phase]) == '["finished"]'
    assert backupjobs.Run("veeam", "j", "r").outcome is None
    with pytest.raises(ValueError):
        Phase("splendid")


def test_match_takes_members_and_texts() -> None:
    def said(run: backupjobs.Run) -> str:
        match run:
            case backupjobs.Run(outcome=Outcome.FAILED, message=str(why)):
                return why
            case backupjobs.Run("veeam", job, phase="running"):
                return f"{job} works"
            case _:
                return "?"

    assert said(backupjobs.Run("veeam", "j", "r", outcome="failed", message="no space")) == "no space"
    assert said(backupjobs.Run("veeam", "j", "r", phase="running")) == "j works"
    assert said(backupjobs.Run("vcenter", "j", "r", phase="running")) == "?"


@pytest.mark.parametrize("words", OPEN, ids=lambda words: f"{words.__module__}.{words.__name__}")
def test_an_unknown_word_survives(words: Any) -> None:
    word = words("Splendid <&>")
    assert isinstance(word, words) and word == "Splendid <&>" == word.value and str(word) == word.value
    assert not word.is_known and word.name == "OTHER"
    assert all(known.is_known and word != known for known in words) and word not in list(words)
    assert words("Splendid <&>") == word and hash(words("Splendid <&>")) == hash(word)
    assert words("Other") != word
    for again in (copy.copy(word), copy.deepcopy(word), *(pickle.loads(pickle.dumps(word, p)) for p in range(6))):
        assert type(again) is words and again == word and again.value == word.value
    assert [known.value for known in words] == [known.value for known in words.__members__.values()]
    with pytest.raises(ValueError):
        words(7)


def test_known_words_are_found_as_the_vendors_do() -> None:
    assert veeam.JobStatus("success") is veeam.JobStatus.SUCCESS is veeam.JobStatus(" SUCCESS ")
    assert Counter([veeam.JobStatus("x").name, veeam.JobStatus("y").name]) == {"OTHER": 2}


def test_a_word_of_a_newer_server(sim: Any) -> None:
    with open_veeam(sim, "v8") as client:
        session = client.start_job(VEEAM_JOB)
        assert session is not None and session.status is veeam.JobStatus.RUNNING
        sim.advance(3600)
        known = client.job_session(session.id)
    newer = json.loads(known.to_json(names="vendor"))
    newer["status"] = "Splendid"
    session = veeam.JobSession._from_json(json.dumps(newer))  # type: ignore[attr-defined]
    assert session.status == "Splendid" and not session.status.is_known
    assert session.status != veeam.JobStatus.SUCCESS and session != known
    assert pickle.loads(pickle.dumps(session)) == session and repr(session).count("status='Splendid'") == 1
    assert backupjobs.Run("veeam", "j", "r", raw_status="Splendid").verdict().level is backupjobs.Level.UNKNOWN
