"""What the picture of a terminal shows: three backups at a time, then their verdicts."""

import os

from backupjobs import veeam

client = veeam.Client(
    os.environ["VEEAM_URL"], version=8, username=os.environ["VEEAM_USER"], password=os.environ["VEEAM_PASSWORD"]
)
with client.server() as server:
    jobs = server.jobs().filter(enabled=True)[:3]
    runs = [server.start(job).run for job in jobs]
    ends = server.wait_all(zip(jobs, runs), progress=True, poll_min=0.2, poll_max=0.2)
    print()
    for job, end in zip(jobs, ends):
        print(f"{job.name:14} {end.verdict().level:9} {end.message or ''}")
