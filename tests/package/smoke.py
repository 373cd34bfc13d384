"""One backup from beginning to end, with nothing but the standard library and the package: smoke.py ACCESS, in JSON."""

import json
import sys

import backupjobs
from backupjobs import aio, teradata, trust, types, vcenter, veeam  # noqa: F401  (all of them must be there)

access = json.loads(sys.argv[1])
with veeam.Client(access.pop("url"), version="v6", **access) as client:
    server = client.server()
    job = server.jobs()[0]
    started = server.start(job, look_every=0.01)
    run = server.wait(job, started.run, poll_min=0.001, poll_max=0.001)
    verdict = run.verdict()
print(f"{verdict.level} {backupjobs.__version__} {sys.version_info[0]}.{sys.version_info[1]}")
