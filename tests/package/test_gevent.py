"""A host whose threads are greenlets: what py/README.md says of gevent, with the real one."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

PROGRAM = '''
from gevent import monkey
monkey.patch_all()
import json, sys
import gevent
from backupjobs import veeam

access = json.loads(sys.argv[1])
url = access.pop("url")
ticks = 0

def tick():
    global ticks
    while True:
        ticks += 1
        gevent.sleep(0.01)

def names():
    with veeam.Client(url, version="v6", **access) as client:
        return [job.name for job in client.jobs()]

gevent.spawn(tick)
gevent.sleep(0)
pool = gevent.get_hub().threadpool
if sys.argv[2] == "pool":
    found = [task.get() for task in [pool.spawn(names) for _ in range(8)]]
else:
    found = [gevent.spawn(names).get()]
assert all(found) and all(one == found[0] for one in found)
print(ticks)
'''

INTERRUPTED = '''
from gevent import monkey
monkey.patch_all()
import json, os, signal, sys, _thread
import gevent
from backupjobs import veeam

access = json.loads(sys.argv[1])
signal.signal(signal.SIGALRM, signal.default_int_handler)

def ask():
    with veeam.Client(access.pop("url"), version="v6", **access) as client:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            client.jobs()
        except KeyboardInterrupt:
            print("interrupted")

gevent.spawn(ask).join()
'''


def run(sim: Any, program: str, *arguments: str) -> str:
    access = {name: sim.veeam[name] for name in ("url", "username", "password")}
    access = json.dumps({**access, "ca_file": str(sim.ca_file)})
    command = [sys.executable, "-c", program, access, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=60).stdout


def test_greenlets_go_on_while_the_thread_pool_calls(sim: Any) -> None:
    sim.faults("delay", system="veeam", path="/Jobs", ms=300, times=0)
    assert int(run(sim, PROGRAM, "pool")) > 10


def test_a_call_in_a_greenlet_works_and_holds_up_the_others(sim: Any) -> None:
    sim.faults("delay", system="veeam", path="/Jobs", ms=300, times=0)
    assert int(run(sim, PROGRAM, "greenlet")) < 10


def test_ctrl_c_reaches_a_call_in_a_greenlet(sim: Any) -> None:
    sim.faults("stall_before", system="veeam", path="/Jobs", times=0)
    assert run(sim, INTERRUPTED) == "interrupted\n"
