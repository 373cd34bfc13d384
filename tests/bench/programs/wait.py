"""Row 9: one process waits for 500 runs of one server that all end after ten minutes: wait.py URL MINUTES SCALE

The pauses between two looks are a share of the time waited, between two bounds: so ten minutes in which everything is 60
times as fast are ten seconds with the same looks. What such a time-lapse leaves out is what a wait costs between its looks,
which is measured by a wait that looks once. Prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
import warnings

from backupjobs import veeam

RUNS = 500


def main() -> None:
    url, minutes, scale = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    warnings.simplefilter("ignore")  # About a server without a certificate.
    client = veeam.Client(url, version="v8", username="bench", password="Bench-Passw0rd!", insecure=True)
    server = client.server()
    runs = [(f"{2:08x}-51a1-4c3e-9d1c-{number:012x}", f"{1:08x}-51a1-4c3e-9d1c-{number:012x}") for number in range(RUNS)]
    looks = 0

    def progress(index: int, _: object) -> None:
        nonlocal looks
        looks += index == 0

    client.login()
    used = time.process_time()
    ended = server.wait_all(runs, poll_min=2 / scale, poll_max=60 / scale, progress=progress)
    busy = time.process_time() - used
    succeeded = sum(getattr(run, "outcome", None) == "success" for run in ended)

    # Asked for by itself, a run never ends.
    pause = minutes * 60 / scale
    began, used = time.monotonic(), time.process_time()
    server.wait_all(runs[:1], poll_min=pause * 2, poll_max=pause * 2, deadline=pause)
    idle = (time.process_time() - used) / (time.monotonic() - began)
    print(json.dumps({"looks": looks, "succeeded": succeeded, "busy": busy, "idle": idle}))


if __name__ == "__main__":
    main()
