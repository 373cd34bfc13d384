"""What the simulator does while an example of the guide runs, and what the example must then say.

A scene is a function that gets a `Play`: the example, compiled, with its simulator. What is wrong it says by `assert`.
"""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Scene = Callable[["Play"], None]
SCENES: "dict[str, Scene]" = {}
QUICK = 60  # Times as fast as the real clock.


class Play:
    """One example, compiled, and the simulator it is run against."""

    def __init__(self, program: "list[str]", environment: "dict[str, str]", work: Path, sim: Any) -> None:
        self.program, self.environment, self.work, self.sim = program, environment, work, sim
        jobs = sim.truth()["veeam"]["jobs"]
        self.job, self.job_names = str(jobs[0]["id"]), [job["name"] for job in jobs]

    def begin(self, **more: Any) -> "subprocess.Popen[str]":
        """The program, started."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **more}
        return subprocess.Popen([*self.program, self.job], env=self.environment, cwd=self.work, **pipes)

    def run(self, code: int = 0, says: str = "", given: "str | None" = None) -> str:
        """Runs the program to its end; what it said, with that exit code and that pattern in it."""
        process = self.begin(stdin=subprocess.PIPE)
        output, errors = process.communicate(given, timeout=120)
        assert process.returncode == code, f"exit code {process.returncode}, not {code}\n{output}{errors}"
        assert re.search(says, output, re.M), f"{says!r} is not in its output:\n{output}{errors}"
        assert not errors, errors
        return output

    def quick(self) -> None:
        self.sim.clock(mode="real", scale=QUICK)

    def starts(self) -> int:
        """How many runs were started through the API, by the simulator's own account."""
        return sum(run["origin"] == "api" for run in self.sim.truth()["veeam"]["runs"])

    def until(self, happened: "Callable[[], Any]") -> None:
        """Waits until something has happened, however long that takes on this machine."""
        end = time.monotonic() + 60
        while not happened():
            assert time.monotonic() < end, "it has not happened"
            time.sleep(0.02)


def scene(name: str) -> "Callable[[Scene], Scene]":
    def add(play: Scene) -> Scene:
        SCENES[name] = play
        return play

    return add


@scene("nightly")
def every_job_is_judged(play: Play) -> None:
    for job in play.sim.truth()["veeam"]["jobs"]:
        play.sim.run("veeam", job["id"])
    play.sim.advance(3600)
    output = play.run(code=1, says="^warning: the job is disabled; ")
    assert len(re.findall("^ok: ", output, re.M)) == len(play.job_names) - 1, output
    play.sim.script("veeam", play.job, "failed")
    play.sim.run("veeam", play.job)
    play.sim.advance(3600)
    play.run(code=2, says="^critical: ")


@scene("back_up")
def a_success_and_a_failure(play: Play) -> None:
    play.quick()
    play.sim.script("veeam", play.job, "failed", duration_s=60)
    first = play.begin().communicate(timeout=120)
    assert first[0].startswith("critical: "), first
    second = play.begin().communicate(timeout=120)
    assert second[0].startswith("ok: ") and play.starts() == 2, second


@scene("judge")
def the_same_judgement_without_exceptions(play: Play) -> None:
    play.sim.script("veeam", play.job, "failed")
    play.sim.run("veeam", play.job)
    play.sim.advance(3600)
    assert "critical: " in play.run(code=2)


@scene("list_jobs")
def the_state_is_shown_where_there_is_one(play: Play) -> None:
    play.sim.run("veeam", play.job)
    play.sim.advance(3600)
    output = play.run(says=", (enabled|disabled), last run [0-9]+ s after 1970$")
    assert [line.split(":")[0] for line in output.splitlines()] == play.job_names, output


@scene("job_names")
def all_names_page_by_page(play: Play) -> None:
    assert play.run().splitlines() == play.job_names


@scene("start_full")
def the_run_is_ours(play: Play) -> None:
    play.run(says="^run [0-9a-f-]{36} is ours$")
    assert play.starts() == 1


@scene("watch")
def an_interrupt_ends_the_waiting(play: Play) -> None:
    play.sim.script("veeam", play.job, "hang")
    play.sim.run("veeam", play.job)
    process = play.begin()
    assert process.stdout is not None and process.stdout.readline() != "", "no progress"
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 16 and "no longer waiting; the backup goes on" in output, output + errors


@scene("resume")
def killed_in_the_middle_of_a_start(play: Play) -> None:
    play.quick()
    play.sim.faults("stall_after", system="veeam", method="POST", path="/start")
    process = play.begin()
    play.until(lambda: play.starts() == 1)
    process.kill()
    process.communicate()
    assert '"sending"' in (play.work / "nightly.ticket").read_text(), "the ticket was not saved before the request"
    play.run(says=": success$")
    assert play.starts() == 1, "started twice"
    assert not (play.work / "nightly.ticket").exists()


@scene("check_many")
def each_server_is_asked(play: Play) -> None:
    output = play.run(says=f"^{play.sim.veeam.url}: [a-z]+, {len(play.job_names)} jobs$")
    assert len(output.splitlines()) == 2, output


@scene("explain")
def the_vendors_sentences(play: Play) -> None:
    play.sim.script("veeam", play.job, "failed", message="2 mailboxes could not be read")
    play.sim.run("veeam", play.job)
    play.sim.advance(3600)
    play.run(says="2 mailboxes could not be read")


@scene("start_alone")
def it_runs_already(play: Play) -> None:
    play.sim.run("veeam", play.job)
    play.run(says="^somebody else has started it: fine$")
    assert play.starts() == 0


@scene("in_a_child")
def parent_and_child_go_on(play: Play) -> None:
    play.sim.run("veeam", play.job)
    play.sim.advance(3600)
    play.run(says="^the child says ok$")


@scene("until_told")
def a_file_ends_the_waiting(play: Play) -> None:
    process = play.begin()
    assert process.stdout is not None and process.stdout.readline() == "waiting\n"
    (play.work / "stop").touch()
    errors = process.communicate(timeout=60)[1]
    assert process.returncode == 16 and "cancelled" in errors, errors


@scene("log_in")
def one_event_and_no_secret(play: Play) -> None:
    pairs = ":".join(re.findall("..", play.sim.leaf_sha256.upper()))
    (play.work / "known_hosts").write_text(f"{play.sim.veeam.url.removeprefix('https://')} {pairs}\n")
    (play.work / "password").write_text(play.sim.veeam.password + "\n")
    (play.work / "password").chmod(0o600)
    output = play.run(says="/v8/Token")
    assert play.sim.veeam.password not in output, "a secret in the log"


@scene("remember")
def a_person_says_yes(play: Play) -> None:
    play.run(given="no\n")
    assert not (play.work / "known_hosts").exists()
    play.run(given="yes\n", says="Is this the server's certificate")
    remembered = (play.work / "known_hosts").read_text().replace(":", "").lower()
    assert play.sim.leaf_sha256 in remembered, remembered
    assert play.sim.journal() == [], "a request was sent"
